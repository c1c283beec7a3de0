"""``schema``: written for a pack, or printed alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game import installed
from game.author_verbs import with_shipped
from game.base.problems import CallError
from game.cli import main
from game.ruleset.ids import ids_of
from tests.ruleset.samples import PACK, write_pack

CONTENT = installed.content()


def test_a_printed_schema_needs_no_other_beside_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "deck"]) == 0
    text = capsys.readouterr().out
    schema = json.loads(text)
    refs = {part.split('"')[0] for part in text.split('"$ref": "')[1:]}
    assert all(ref.startswith("#/$defs/") and ref.removeprefix("#/$defs/") in schema["$defs"] for ref in refs)
    assert "hungry_share" in schema["$defs"]["ids-condition"]["enum"]


def test_the_schemas_of_a_pack_know_its_ids_and_the_shipped_ones(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, PACK)
    assert main(["schema", "--out", str(pack / "schemas")]) == 0
    ids = json.loads((pack / "schemas" / "ids.schema.json").read_text(encoding="utf-8"))["$defs"]
    assert {"two-numbers", "two-numbers-for-one-field"} <= set(ids["card"]["enum"])
    assert len(ids["card"]["enum"]) == len(ids["card"]["enumDescriptions"])


def test_an_id_is_told_with_its_title_and_a_flag_with_the_cards_that_set_it(tmp_path: Path) -> None:
    ids = ids_of([write_pack(tmp_path, PACK)])
    assert ids["archive"]["dan"] == "Dan, term"
    assert ids["flag"]["sent-two-point-six"] == "Set by two-numbers."
    assert ids["condition"]["sent_two_point_six"] == "1 or 0. Set by two-numbers."


def test_ids_of_a_broken_card_are_known_all_the_same(tmp_path: Path) -> None:
    deck = PACK["decks/1951/year.deck.yaml"].replace("kind: report", "kind: 3")
    assert "two-numbers" in ids_of([write_pack(tmp_path, {**PACK, "decks/1951/year.deck.yaml": deck})])["card"]


def test_a_place_in_no_pack_adds_none(tmp_path: Path) -> None:
    assert with_shipped(None, tmp_path / "schemas") == [CONTENT]
    assert with_shipped(None, CONTENT / "schemas") == [CONTENT]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["schema"], "--out"),
        (["schema", "dekc"], "did you mean 'deck'?"),
        (["schema", "deck", "--out", "x"], "--out"),
        (["schema", "deck", "--pack", "nowhere"], "there is no file or folder"),
    ],
)
def test_a_wrong_call_says_what_to_do(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    assert words in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(tmp_path: Path) -> None:
    from game.author.schemas import write

    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(CallError, match="cannot be written"):
        write(tmp_path / "file" / "schemas", [CONTENT])
