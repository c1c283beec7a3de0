"""Folders: what is taken from them, what is refused, and the number by which a save knows them again."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.base.problems import CallError
from game.ruleset import BrokenPackError, check, load
from game.ruleset.packs import MAX_FILES, digest, enclosing, gather
from tests.ruleset.samples import PACK, broken, write_pack

DECK = "decks/1951/year.deck.yaml"


def codes(folder: Path) -> list[str]:
    return [problem.code for problem in check([folder])]


def test_a_path_that_does_not_exist_is_a_wrong_call(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="there is no file or folder"):
        check([tmp_path / "nowhere"])


def test_a_folder_without_a_manifest_is_no_pack(tmp_path: Path) -> None:
    assert codes(tmp_path) == ["missing-file"]


def test_a_link_is_refused(tmp_path: Path) -> None:
    outside = write_pack(tmp_path / "outside", {"secret.deck.yaml": "cards: []\n"})
    pack = write_pack(tmp_path / "pack", PACK)
    (pack / "decks" / "away").symlink_to(outside)
    (pack / "archive" / "one.archive.yaml").symlink_to(outside / "secret.deck.yaml")
    assert codes(pack) == ["link", "link"]


def test_a_file_of_more_than_a_million_bytes_is_refused_unread(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, {**PACK, "decks/1951/more.deck.yaml": "#" * 1_000_001})
    assert codes(pack) == ["too-big"]


def test_a_folder_with_thousands_of_files_is_refused(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, PACK)
    (pack / "notes").mkdir()
    for number in range(MAX_FILES):
        (pack / "notes" / f"{number}.txt").touch()
    assert "too-many-files" in codes(pack)


def test_a_file_that_nothing_reads_is_named(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, {**PACK, "decks/spring.yaml": "cards: []\n", "notes.txt": "x", ".git/x.yaml": "["})
    problems = check([pack])
    assert [(problem.code, problem.severity) for problem in problems] == [("unknown-file", "warning")]


def test_for_one_file_its_own_problems_are_shown(tmp_path: Path) -> None:
    files = broken(DECK, "kind: report", "kind: reprot")
    files["archive/all.archive.yaml"] = files["archive/all.archive.yaml"].replace("see: [mou]", "see: [muo]")
    del files["scenarios/year.scenario.yaml"]
    pack = write_pack(tmp_path, files)
    assert codes(pack) == ["unknown-entry", "not-allowed"]
    assert codes(pack / DECK) == ["not-allowed"]
    assert codes(pack / "archive") == ["unknown-entry"]


def test_the_pack_around_a_file_is_found(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, PACK)
    assert enclosing(pack / DECK) == pack


def test_the_digest_changes_with_names_and_words_and_not_with_line_ends() -> None:
    one = digest({"a.yaml": b"x: 1\n", "b.yaml": b"y: 2\n"})
    assert one == digest({"b.yaml": b"y: 2\r\n", "a.yaml": b"x: 1\r\n"})
    assert one != digest({"a.yaml": b"x: 2\n", "b.yaml": b"y: 2\n"})
    assert one != digest({"a.yaml": b"x: 1\n", "c.yaml": b"y: 2\n"})
    assert one != digest({"a.yaml": b"x: 1\nb.yaml", "b.yaml": b"y: 2\n"})


def test_schemas_and_notes_are_no_part_of_the_digest(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, PACK)
    before = digest(gather(pack).files)
    write_pack(pack, {"schemas/deck.schema.json": "{}", "README.md": "x"})
    assert digest(gather(pack).files) == before


def test_a_broken_pack_never_reaches_a_student(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, broken(DECK, "kind: report", "kind: reprot"))
    with pytest.raises(BrokenPackError) as refused:
        load([pack])
    assert "not-allowed" in [problem.code for problem in refused.value.problems]
    assert "year.deck.yaml:4:11: not-allowed: 'reprot' is not allowed here; did you mean 'report'?" in str(
        refused.value
    )


def test_a_pack_without_rules_cannot_be_played_alone(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="add the base pack"):
        load([write_pack(tmp_path, PACK)])


def test_two_packs_of_the_same_cards_are_refused(tmp_path: Path) -> None:
    one, two = write_pack(tmp_path / "one", PACK), write_pack(tmp_path / "two", PACK)
    assert {problem.code for problem in check([one, two])} == {"duplicate-id"}
