"""What is shipped is sound: no errors, its schemas up to date, its words found."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from game.author.reference import updated
from game.ruleset import Ruleset, check, load
from game.ruleset.ids import ids_of
from game.ruleset.kinds import KINDS, kind_of
from game.ruleset.reading import read
from game.ruleset.schema import ids_schema, schemas
from game.ruleset.shapes.deck import DeckShape

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
FILES = sorted(path for path in CONTENT.rglob("*.yaml"))


@pytest.fixture(scope="module")
def ruleset() -> Ruleset:
    return load([CONTENT])


def test_the_shipped_pack_is_sound() -> None:
    assert [str(problem) for problem in check([CONTENT])] == []


def test_a_copy_of_the_shipped_pack_is_sound_alone(tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere"
    shutil.copytree(CONTENT, copy)
    assert check([copy]) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(CONTENT).as_posix())
def test_an_editor_finds_the_schema_of_each_file(path: Path) -> None:
    """The first line leads to the schema of its kind, by a way that holds anywhere."""
    first = path.read_text(encoding="utf-8").splitlines()[0]
    mark = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    kind = kind_of(path.relative_to(CONTENT).as_posix())
    assert mark is not None and kind is not None
    assert (path.parent / mark.group(1)).resolve() == CONTENT / "schemas" / f"{kind.name}.schema.json"


@pytest.mark.parametrize("name", [kind.name for kind in KINDS])
def test_schemas_are_up_to_date(name: str) -> None:
    """Write them anew with ``python -m game.author.refresh`` when a shape has changed."""
    shipped = (CONTENT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")
    assert shipped == schemas()[name]
    assert json.loads(shipped)["$schema"].startswith("https://json-schema.org/")


def test_the_schemas_know_every_id() -> None:
    """Write them anew with ``python -m game.author.refresh`` when a card, entry, person or flag was added."""
    shipped = (CONTENT / "schemas" / "ids.schema.json").read_text(encoding="utf-8")
    assert shipped == ids_schema(ids_of([CONTENT]))


def test_the_authors_reference_is_up_to_date() -> None:
    """Write it anew with ``python -m game.author.refresh`` when a field, effect, name or setting has changed."""
    text = (ROOT / "docs" / "authors" / "format.md").read_text(encoding="utf-8")
    assert text == updated(text)


def test_every_scenario_has_cards_and_its_seasons(ruleset: Ruleset) -> None:
    for scenario in ruleset.scenarios.values():
        assert len(ruleset.deck(scenario)) > 20
        assert scenario.seasons[0] == scenario.first and scenario.seasons[-1] == scenario.last


def test_every_county_is_in_the_archive(ruleset: Ruleset) -> None:
    for county in ruleset.prefecture.county_ids:
        assert f"place-{county}" in ruleset.archive


def test_whoever_speaks_on_a_card_is_known(ruleset: Ruleset) -> None:
    speakers = {card.speaks for card in ruleset.cards.values() if card.speaks}
    assert speakers <= ruleset.people.keys()


def test_the_digest_is_that_of_the_folder_wherever_it_lies(ruleset: Ruleset, tmp_path: Path) -> None:
    shutil.copytree(CONTENT, tmp_path / "elsewhere")
    assert load([tmp_path / "elsewhere"]).packs[0].digest == ruleset.packs[0].digest


def test_the_example_in_the_authors_guide_is_a_card() -> None:
    text = (ROOT / "docs" / "authors" / "format.md").read_text(encoding="utf-8")
    example = text.partition("```yaml\n")[2].partition("```")[0]
    document, problems = read(example.encode(), "format.md")
    assert document is not None and problems == []
    card = DeckShape.model_validate(document.data).cards[0]
    assert card.id == "two-numbers-for-one-field"
