"""What a pack adds to another, replaces in it and takes out of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.base.problems import Problem
from game.ruleset import check
from game.ruleset.loading import read_over
from tests.ruleset.samples import PACK, write_pack
from tests.ruleset.test_pack_order import manifest

ON_SMALL = "requires: {small: '>=0.1'}\n"
ENTRY = """\
entries:
  - id: {name}
    title: {title}
    kind: term
    mark: recorded
    text: Another measure.
    sources:
      - {{source: hou, page: 15, mark: recorded}}
"""


def entry(name: str, title: str = "New", more: str = "") -> str:
    return ENTRY.format(name=name, title=title) + more


def small(folder: Path) -> Path:
    return write_pack(folder / "small", PACK)


def on_small(folder: Path, name: str, files: dict[str, str], more: str = "") -> Path:
    return write_pack(folder / name, {**manifest(name, ON_SMALL + more), **files})


def titles(*packs: Path) -> dict[str, str]:
    return {item.id: item.raw["title"] for item in read_over(list(packs)).of("archive")}


def of_code(problems: list[Problem], code: str) -> Problem:
    (found,) = [problem for problem in problems if problem.code == code]
    return found


def test_a_pack_adds_to_another(tmp_path: Path) -> None:
    mine = on_small(tmp_path, "mine", {"archive/mine.archive.yaml": entry("sheng")})
    assert check([small(tmp_path), mine]) == []
    assert {"dan", "mou", "sheng"} <= titles(tmp_path / "small", mine).keys()


def test_an_id_of_another_pack_is_a_mistake_unless_it_is_said(tmp_path: Path) -> None:
    mine = on_small(tmp_path, "mine", {"archive/mine.archive.yaml": entry("dan")})
    assert [problem.code for problem in check([small(tmp_path), mine])] == ["duplicate-id"]


def test_an_entry_takes_the_place_of_another_where_it_says_so(tmp_path: Path) -> None:
    mine = on_small(tmp_path, "mine", {"archive/mine.archive.yaml": entry("dan", "Mine", "    replaces: true\n")})
    assert check([small(tmp_path), mine]) == []
    assert titles(tmp_path / "small", mine)["dan"] == "Mine"


def test_the_manifest_can_say_it_for_an_entry(tmp_path: Path) -> None:
    files = {"archive/mine.archive.yaml": entry("dan", "Mine")}
    mine = on_small(tmp_path, "mine", files, "replace: {entries: [dan]}\n")
    assert check([small(tmp_path), mine]) == []
    assert titles(tmp_path / "small", mine)["dan"] == "Mine"


def test_what_replaces_nothing_is_a_slip_of_the_pen(tmp_path: Path) -> None:
    mine = on_small(tmp_path, "mine", {"archive/mine.archive.yaml": entry("dann", "Mine", "    replaces: true\n")})
    problem = of_code(check([small(tmp_path), mine]), "replaces-nothing")
    assert (problem.line, problem.hint) == (2, "did you mean 'dan'?")


def test_two_packs_that_replace_one_thing_say_which_goes_first(tmp_path: Path) -> None:
    def replacing(name: str, more: str = "") -> Path:
        files = {"archive/mine.archive.yaml": entry("dan", name, "    replaces: true\n")}
        return on_small(tmp_path, name, files, more)

    one, two = replacing("one"), replacing("two")
    problem = of_code(check([small(tmp_path), one, two]), "replace-order")
    assert problem.file.startswith(str(two))
    assert "'one'" in problem.message and "after: [one]" in problem.hint
    last = replacing("three", "after: [one]\n")
    assert check([tmp_path / "small", last, one]) == []
    assert titles(tmp_path / "small", last, one)["dan"] == "three"


def test_a_pack_is_not_in_its_own_way(tmp_path: Path) -> None:
    files = {"archive/mine.archive.yaml": entry("dan", "Mine", "    replaces: true\n")}
    mine = on_small(tmp_path, "mine", files, "remove: {entries: [dan, dan]}\n")
    assert check([small(tmp_path), mine]) == []
    assert titles(tmp_path / "small", mine)["dan"] == "Mine"


def test_a_pack_replaces_a_thing_once(tmp_path: Path) -> None:
    twice = entry("dan", "Mine", "    replaces: true\n")
    twice += entry("dan", "Mine, too", "    replaces: true\n").removeprefix("entries:\n")
    mine = on_small(tmp_path, "mine", {"archive/mine.archive.yaml": twice})
    assert [problem.code for problem in check([small(tmp_path), mine])] == ["duplicate-id"]


def test_what_is_taken_out_is_gone_and_missed_where_it_was_named(tmp_path: Path) -> None:
    mine = on_small(tmp_path, "mine", {}, "remove: {entries: [mou]}\n")
    problems = check([small(tmp_path), mine])
    assert "mou" not in titles(tmp_path / "small", mine)
    assert {problem.code for problem in problems} == {"unknown-entry"}
    assert all("'mou'" in problem.message for problem in problems)
    assert any("the pack 'mine' takes it out" in problem.hint for problem in problems)


def test_everything_of_a_kind_can_be_taken_out(tmp_path: Path) -> None:
    mine = on_small(tmp_path, "mine", {"archive/mine.archive.yaml": entry("dan")}, "remove: {entries: [all]}\n")
    assert titles(small(tmp_path), mine) == {"dan": "New"}


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ("remove: {entries: [muo]}\n", "unknown-entry"), ("remove: {cards: [two-number]}\n", "unknown-card"),
        ("remove: {card: [two-numbers]}\n", "unknown-field"), ("replace: {entries: [dan]}\n", "replaces-nothing"),
        ("remove: {texts: [prompt.befor]}\n", "unknown-text"), ("replace: {rules: [politcs]}\n", "replaces-nothing"),
        ("replace: {texts: [cuont]}\n", "replaces-nothing"),
    ],
)  # fmt: skip
def test_a_manifest_that_names_what_is_not_there_is_wrong(more: str, code: str, tmp_path: Path) -> None:
    problem = of_code(check([small(tmp_path), on_small(tmp_path, "mine", {}, more)]), code)
    assert problem.file.endswith("mine/pack.yaml")
    assert problem.line == 8


def test_words_take_the_place_of_others_where_the_file_says_so(tmp_path: Path) -> None:
    words = {"text/en/mine.text.yaml": "replaces: true\ncount: '{count} sheets'\nmore: More\n"}
    parts = read_over([small(tmp_path), on_small(tmp_path, "mine", words)])
    assert (parts.texts["count"], parts.texts["more"]) == ("{count} sheets", "More")
    assert "replaces" not in parts.texts
    plain = on_small(tmp_path, "plain", {"text/en/mine.text.yaml": "count: '{count} sheets'\n"})
    assert of_code(check([tmp_path / "small", plain]), "duplicate-id").line == 1


def test_a_follow_up_to_a_card_that_was_taken_out_is_found(tmp_path: Path) -> None:
    mine = on_small(tmp_path, "mine", {}, "remove: {cards: [visitors]}\n")
    problem = of_code(check([small(tmp_path), mine]), "unknown-card")
    assert problem.file.endswith("small/decks/1951/year.deck.yaml")


def test_a_manifest_without_sources_is_a_manifest(tmp_path: Path) -> None:
    assert check([write_pack(tmp_path, manifest("bare"))]) == []


def test_a_source_means_the_same_in_every_pack(tmp_path: Path) -> None:
    other = "sources:\n  - {id: hou, short: Hou, title: Another book, author: Hou, cite_by: page, pages: 9}\n"
    problem = of_code(check([small(tmp_path), on_small(tmp_path, "mine", {}, other)]), "duplicate-id")
    assert problem.file.endswith("mine/pack.yaml")
