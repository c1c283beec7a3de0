"""What an author sees of a check: lines that a person reads, a document that a program reads."""

from __future__ import annotations

import ast
import io
import json
import re
from pathlib import Path

import pytest

from game.author.check import Form, run, underlined
from game.author.schemas import write
from game.base.problems import CallError, Problem
from game.ruleset.kinds import KINDS
from tests.ruleset.samples import PACK, broken, write_pack

ROOT = Path(__file__).parents[2]
DECK = "decks/1951/year.deck.yaml"


def said(path: Path, form: Form = "text") -> tuple[int, str]:
    out = io.StringIO()
    return run([path], form, out), out.getvalue()


def test_a_sound_pack_is_passed_over_in_silence(tmp_path: Path) -> None:
    assert said(write_pack(tmp_path, PACK)) == (0, "")


def test_a_problem_is_a_line_with_its_place_underlined_below(tmp_path: Path) -> None:
    files = {**PACK, DECK: broken(DECK, "when: trust", "when: trsut")[DECK]}
    status, text = said(write_pack(tmp_path, files))
    assert status == 1
    assert text.replace(f"{tmp_path}/", "") == (
        f"{DECK}:7:11: unknown-name: 'trsut' is no value that a condition can use; did you mean 'trust'?\n"
        "      7 |     when: trsut < 0.4 and cooperatives > 0\n"
        "        |           ^^^^^\n"
    )


def test_warnings_alone_are_no_failure(tmp_path: Path) -> None:
    status, text = said(write_pack(tmp_path, {**PACK, "decks/odd.yaml": "x: 1\n"}))
    assert status == 0
    assert "unknown-file" in text and "(warning)" in text


def test_a_program_gets_a_list_of_problems(tmp_path: Path) -> None:
    files = {**PACK, DECK: broken(DECK, "kind: report", "kind: reprot")[DECK]}
    status, text = said(write_pack(tmp_path, files), form="json")
    assert status == 1
    assert json.loads(text) == [
        {
            "file": str(tmp_path / DECK),
            "line": 4,
            "column": 11,
            "code": "not-allowed",
            "severity": "error",
            "message": "'reprot' is not allowed here",
            "hint": "did you mean 'report'?",
        }
    ]
    assert json.loads(said(write_pack(tmp_path, PACK), form="json")[1]) == []


def test_carets_stand_below_chinese_words(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("head: 中共武鄉縣委, seal\n", encoding="utf-8")
    shown = list(underlined(Problem(str(file), 1, 15, "x", "y")))
    assert shown == ["      1 | head: 中共武鄉縣委, seal", "        |                     ^^^^"]


def test_what_a_file_holds_cannot_play_tricks_on_a_terminal(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("a: \x1b[2Jgone\n", encoding="utf-8")
    assert "\x1b" not in "".join(underlined(Problem(str(file), 1, 4, "x", "y")))


def test_a_long_line_is_cut_around_its_place(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("x" * 500 + " here " + "y" * 500 + "\n", encoding="utf-8")
    line, carets = underlined(Problem(str(file), 1, 502, "x", "y"))
    assert len(line) < 130
    assert line[carets.index("^") :].startswith("here")


def test_a_path_that_does_not_exist_is_a_wrong_call(tmp_path: Path) -> None:
    with pytest.raises(CallError):
        run([tmp_path / "nowhere"])


def test_schemas_are_written_for_every_kind_of_file(tmp_path: Path) -> None:
    written = write(tmp_path / "schemas", [ROOT / "content"])
    names = [*(kind.name for kind in KINDS), "ids"]
    assert {path.name for path in written} == {f"{name}.schema.json" for name in names}
    assert all(json.loads(path.read_text(encoding="utf-8")) for path in written)


def test_every_code_is_explained_to_authors() -> None:
    """Each code that the program can print stands in docs/authors/errors.md, and no other."""
    explained = set(
        re.findall(r"`([a-z]+(?:-[a-z]+)*)`", _first_cells((ROOT / "docs/authors/errors.md").read_text("utf-8")))
    )
    used = {code for path in _sources() for code in _codes(path)}
    unknown = {f"unknown-{kind}" for kind in ("card", "county", "deck", "indicator", "office", "person", "quarter")}
    used -= {"note", "warning", "error"}
    assert used | unknown | {"unknown-setting", "unknown-text", "unknown-source"} == explained


def _first_cells(document: str) -> str:
    rows = [line.split("|")[1] for line in document.splitlines() if line.startswith("| `")]
    return "\n".join(rows)


def _sources() -> list[Path]:
    return [
        *(ROOT / "game" / "ruleset").rglob("*.py"),
        ROOT / "game" / "events" / "syntax.py",
        ROOT / "game/events/conditions.py",
        ROOT / "game/author/deck_tests.py",
    ]


def _codes(path: Path) -> set[str]:
    """Codes among the arguments of calls, and in tuples that are returned."""
    called = {
        "problem",
        "warning",
        "key_problem",
        "mistake",
        "Problem",
        "_problem",
        "_fail",
        "ConditionError",
        "refused",
        "_wrong",
        "_note",
        "_key",
        "BadZipError",
    }
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _name(node.func) in called:
            found |= _first_code(node.args)
        elif isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple) and path.name == "wording.py":
            found |= _first_code(node.value.elts)
        elif isinstance(node, ast.AnnAssign) and _name(node.target) == "CODES" and node.value:
            values = node.value.values if isinstance(node.value, ast.Dict) else [node.value]
            found |= {str(value.value) for value in values if isinstance(value, ast.Constant)}
    return found


def _name(node: ast.expr) -> str:
    return getattr(node, "attr", getattr(node, "id", ""))


def _first_code(parts: list[ast.expr]) -> set[str]:
    words = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    return {word for word in words[:1] if re.fullmatch(r"[a-z]+(-[a-z]+)*", word)}
