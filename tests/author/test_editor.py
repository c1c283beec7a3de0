"""What an editor with YAML support makes of the schemas: mistakes marked, names completed, meanings shown.

Two programs of others read them: the yaml-language-server of npm (docs/authors/editors.md says how to have it; without
it these tests are skipped) and check-jsonschema, which the test extra installs.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import pytest

from game.ruleset.kinds import KINDS, kind_of
from game.ruleset.packs import enclosing
from tests.author import language_server
from tests.author.language_server import LanguageServer

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
FILES = sorted([*CONTENT.rglob("*.yaml"), *(ROOT / "docs" / "authors" / "samples").rglob("*.yaml")])
MODELINE = "# yaml-language-server: $schema=../../schemas/deck.schema.json\n"

COMMAND = language_server.found()
needs_server = pytest.mark.skipif(not COMMAND, reason="no yaml-language-server: see docs/authors/editors.md")


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    with LanguageServer(COMMAND) as running:
        yield running


def card(lines: str) -> str:
    """The beginning of a deck in which some lines of a card stand; ``«`` marks a place."""
    return f"{MODELINE}cards:\n  - id: x\n{lines}"


def opened(server: LanguageServer, text: str) -> tuple[Path, int, int]:
    """A new document with the text, and the place that ``«`` marks in it."""
    before = text.partition("«")[0]
    path = new_deck(text)
    server.open(path, text.replace("«", ""))
    return path, before.count("\n"), len(before) - before.rfind("\n") - 1


def new_deck(text: str) -> Path:
    """A name for a deck that no other test has opened; nothing is written."""
    return CONTENT / "decks" / "1951" / f"{sha256(text.encode()).hexdigest()[:8]}.deck.yaml"


def wrong_with(server: LanguageServer, text: str) -> list[tuple[int, str]]:
    """Line (from 0) and first words of each mistake that an editor marks in a new deck."""
    found = server.open(new_deck(text), text)
    return [(each["range"]["start"]["line"], each["message"].split("\n")[0]) for each in found]


@needs_server
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_an_editor_finds_nothing_wrong_with_what_is_shipped(server: LanguageServer, path: Path) -> None:
    assert server.open(path, path.read_text(encoding="utf-8")) == []


@needs_server
def test_a_wrong_word_and_an_unknown_field_are_marked(server: LanguageServer) -> None:
    said = wrong_with(server, card("    kind: reprot\n    wieght: 2\n"))
    assert any(line == 3 and "Value is not accepted" in words for line, words in said), said
    assert any(line == 4 and "wieght is not allowed" in words for line, words in said), said


@needs_server
def test_an_id_that_the_editor_has_not_heard_of_is_no_mistake(server: LanguageServer) -> None:
    said = wrong_with(server, card("    speaks: someone-new\n    terms: [a-new-entry]\n    when: trust < 0.3\n"))
    assert {words.split('"')[0] for _, words in said} == {"Missing property "}


@needs_server
@pytest.mark.parametrize(
    ("lines", "offered", "told"),
    [
        ("    when: «\n", "hungry_share", "under 350 jin"),
        ("    when: «\n", "trust_in_wuxiang", "In Wuxiang."),
        ("    when: «\n", "sent_two_point_six", "two-numbers-for-one-field"),
        ("    speaks: «\n", "du-wenbin", "Du Wenbin"),
        ("    terms: [«]\n", "dan", "Dan"),
        ("    kind: «\n", "petition", ""),
        ("    sources:\n      - source: «\n", "hou", "Xiaojia Hou"),
        ("    choices:\n      - effects:\n          - set: {setting: «}\n", "exit_allowed", "Whether members"),
        ("    choices:\n      - effects:\n          - follow_up: {card: «}\n", "visitors-at-yaoshanggou", ""),
        ("    choices:\n      - effects:\n          - trust: {in: [«]}\n", "wuxiang", "Wuxiang"),
        ("    choices:\n      - effects:\n          - «\n", "dossier", "personal file"),
    ],
)
def test_names_are_completed_with_their_meaning(server: LanguageServer, lines: str, offered: str, told: str) -> None:
    path, line, column = opened(server, card(lines))
    found = server.complete(path, line, column)
    assert offered in found, sorted(found)[:40]
    assert told in found[offered]


@needs_server
@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("    «weight: 2\n", "How often it is drawn against others."),
        ("    terms: [d«an]\n", "Dan, term"),
        ("    choices:\n      - effects:\n          - «sowing: {disturbed: 0.1}\n", "only spring feels it"),
        ("    choices:\n      - effects:\n          - set: {setting: re«lief}\n", "of what hungry households lack"),
    ],
)
def test_meanings_are_shown_on_hover(server: LanguageServer, lines: str, told: str) -> None:
    path, line, column = opened(server, card(lines))
    assert told in server.hover(path, line, column)


@needs_server
def test_settings_of_a_scenario_are_completed_and_their_ranges_kept(server: LanguageServer) -> None:
    path = CONTENT / "scenarios" / "new.scenario.yaml"
    first = "# yaml-language-server: $schema=../schemas/scenario.schema.json\n"
    server.open(path, f"{first}settings:\n  \n")
    assert "How much of what hungry" in server.complete(path, 2, 2)["relief"]
    again = path.with_name("again.scenario.yaml")
    wrong = server.open(again, f"{first}settings:\n  relief: 3\n")
    assert any("Value is above the maximum of 1" in found["message"] for found in wrong)


has_checker = pytest.mark.skipif(find_spec("check_jsonschema") is None, reason="check-jsonschema is not installed")


@has_checker
@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_another_program_finds_nothing_wrong_with_what_is_shipped(kind: str) -> None:
    files = [path for path in FILES if _kind(path) == kind]
    assert files
    status, said = check_jsonschema(CONTENT / "schemas" / f"{kind}.schema.json", files)
    assert status == 0, said


@has_checker
def test_another_program_finds_what_is_wrong(tmp_path: Path) -> None:
    shutil.copytree(CONTENT / "schemas", tmp_path / "schemas")
    deck = tmp_path / "x.deck.yaml"
    deck.write_text("cards:\n  - id: x\n    wieght: 2\n", encoding="utf-8")
    status, said = check_jsonschema(tmp_path / "schemas" / "deck.schema.json", [deck])
    assert status == 1
    assert "wieght" in said


def _kind(path: Path) -> str:
    kind = kind_of(path.relative_to(enclosing(path)).as_posix())
    assert kind is not None
    return kind.name


def check_jsonschema(schema: Path, files: list[Path]) -> tuple[int, str]:
    """Status and words of the program, run inside this one; silent when nothing is wrong."""
    from check_jsonschema import main
    from click.testing import CliRunner

    done = CliRunner().invoke(main, ["--schemafile", str(schema), *map(str, files)])
    return done.exit_code, done.output
