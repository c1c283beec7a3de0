"""``new``: templates that are sound but for what the author is to write, with every field; nothing is written over."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game import installed
from game.author.beginning import begin
from game.author.effect_examples import EFFECTS
from game.author.layout_fixes import MODELINE
from game.base.problems import CallError
from game.cli import main
from game.ruleset import check
from game.ruleset.content import ArchiveEntry, Manifest, Scenario
from game.ruleset.shapes.deck import CardShape, ChoiceShape
from game.ruleset.shapes.derived import fields_of
from game.ruleset.shapes.effects import EffectShape
from tests.ruleset.samples import MANIFEST, write_pack

CONTENT = installed.content()
PLACES = {"card": "decks/1951/x.deck.yaml", "entry": "archive/x.archive.yaml", "scenario": "scenarios/x.scenario.yaml"}
SOURCES = re.sub(r"sources:\n(.*\n)*", "", MANIFEST)
"""A manifest without sources of its own: those of the shipped pack are cited."""


def template(what: str, **wanted: str) -> str:
    text = begin(what, wanted.get("name", ""), wanted.get("kind", ""), [CONTENT], None)  # type: ignore[arg-type]
    assert isinstance(text, str)
    return text


def problems(folder: Path, what: str, text: str) -> list[str]:
    """Code and line of everything wrong with a template in a pack beside the shipped one."""
    pack = write_pack(folder, {"pack.yaml": SOURCES, PLACES[what]: text})
    return [f"{found.code}:{found.line}" for found in check([CONTENT, pack]) if str(pack) in found.file]


@pytest.mark.parametrize("what", list(PLACES))
def test_a_template_is_sound_but_for_what_is_to_be_written(tmp_path: Path, what: str) -> None:
    """One complaint for each ellipsis that is not behind a ``#``, and no other."""
    text = template(what)
    found = problems(tmp_path, what, text)
    assert {problem.split(":")[0] for problem in found} == {"to-write"}
    assert len(found) == sum("…" in line and not line.lstrip().startswith("#") for line in text.splitlines())


def uncommented(text: str) -> str:
    """The template with every field that may be left away in its place."""
    return re.sub(r"^( *)# (- )?([a-z_]+: (?!see docs))", r"\1\2\3", text, flags=re.MULTILINE)


@pytest.mark.parametrize("what", list(PLACES))
def test_every_example_in_a_template_is_of_the_right_kind(tmp_path: Path, what: str) -> None:
    """Nothing is wrong with their form or with the ids that they name."""
    found = problems(tmp_path, what, uncommented(template(what)))
    allowed = {"to-write", "never-comes", "default-locked"}
    assert {problem.split(":")[0] for problem in found} <= allowed


@pytest.mark.parametrize(
    ("what", "names"),
    [
        ("card", [*(field.alias or name for name, field in CardShape.model_fields.items())]),
        ("card", [*(field.alias or name for name, field in ChoiceShape.model_fields.items())]),
        ("card", [*(field.alias or name for name, field in EffectShape.model_fields.items())]),
        ("entry", [field.in_file for field in fields_of(ArchiveEntry)]),
        ("scenario", [field.in_file for field in fields_of(Scenario)]),
        ("pack", [field.in_file for field in fields_of(Manifest)]),
    ],
)
def test_a_template_has_every_field(tmp_path: Path, what: str, names: list[str]) -> None:
    if what == "pack":
        begin("pack", "mine", "", [CONTENT], tmp_path / "mine")
        text = (tmp_path / "mine" / "pack.yaml").read_text(encoding="utf-8")
    else:
        text = template(what)
    missing = [name for name in names if not re.search(rf"^[ #-]*{name}:", text, re.MULTILINE)]
    assert missing == []


def test_there_is_an_example_of_every_effect() -> None:
    assert {field.alias or name for name, field in EffectShape.model_fields.items()} == EFFECTS.keys()


def test_a_template_has_the_id_and_the_kind_that_were_named() -> None:
    text = template("card", name="a-dry-well", kind="petition")
    assert "  - id: a-dry-well " in text
    assert "    kind: petition " in text


def test_a_new_file_in_a_pack_leads_editors_to_the_schema(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, {"pack.yaml": SOURCES, "schemas/deck.schema.json": "{}"})
    assert main(["new", "card", "--out", str(pack / "decks" / "1951" / "x.deck.yaml")]) == 0
    first = (pack / "decks/1951/x.deck.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == f"{MODELINE}../../schemas/deck.schema.json"


def test_nothing_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "x.deck.yaml"
    file.write_text("mine", encoding="utf-8")
    assert main(["new", "card", "--out", str(file)]) == 2
    assert "nothing is written over" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == "mine"


def test_a_new_pack_is_sound_but_for_what_is_to_be_written(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    assert main(["new", "pack", "--id", "mine", "--out", str(folder)]) == 0
    found = [problem for problem in check([CONTENT, folder]) if str(folder) in problem.file]
    assert {problem.code for problem in found} == {"to-write"}
    assert (folder / "schemas" / "ids.schema.json").is_file()
    assert (folder / "CREDITS.md").is_file()


def test_what_is_begun_for_a_pack_fits_what_that_pack_plays(tmp_path: Path) -> None:
    """Its seasons, its deck, and itself among what is required: a card of other years could never come."""
    yunling = Path(__file__).parents[2] / "docs" / "authors" / "samples" / "yunling"
    mine = tmp_path / "mine"
    assert main(["new", "pack", "--id", "mine", "--pack", str(yunling), "--out", str(mine)]) == 0
    assert 'requires: {two-ledgers: ">=0.1.0", yunling: ">=0.1.0"}' in (mine / "pack.yaml").read_text(encoding="utf-8")
    card = (mine / "decks" / "purchase" / "mine.deck.yaml").read_text(encoding="utf-8")
    assert "window: {from: 1953-winter, to: 1954-winter}" in card
    found = [problem for problem in check([CONTENT, yunling, mine]) if str(mine) in problem.file]
    assert {problem.code for problem in found} == {"to-write"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["poem"], "poem"),
        (["card", "--id", "A Dry Well"], "small letters"),
        (["card", "--kind", "poem"], "there are: directive"),
        (["entry", "--kind", "report"], "there are: term"),
        (["card", "--kind", "reprot"], "did you mean 'report'?"),
        (["scenario", "--kind", "report"], "leave out --kind"),
        (["pack"], "name one with --out"),
    ],
)
def test_a_wrong_call_says_what_to_do(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", *arguments]) == 2
    said = capsys.readouterr()
    assert words in said.err
    assert (said.out, len(said.err.splitlines())) == ("", 1)


def test_a_deck_is_not_begun_where_nothing_would_read_it(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, {"pack.yaml": SOURCES})
    with pytest.raises(CallError, match=r"name it decks/x\.deck\.yaml"):
        begin("card", "", "", [CONTENT], pack / "decks" / "x.yaml")
    with pytest.raises(CallError, match="no deck file goes to"):
        begin("card", "", "", [CONTENT], pack / "archive" / "x.archive.yaml")


def test_a_pack_is_not_begun_in_a_folder_that_holds_something(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(CallError, match="not empty"):
        begin("pack", "mine", "", [CONTENT], tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_pack_without_sources_can_be_checked(tmp_path: Path) -> None:
    assert check([write_pack(tmp_path, {"pack.yaml": SOURCES})]) == []
