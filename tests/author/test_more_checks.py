"""What is checked beyond the shape: answers that come to nothing, what never comes, marks, credits, lengths."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.base.problems import Problem
from game.ruleset import check
from tests.ruleset.samples import PACK, broken, write_pack
from tests.ruleset.test_problems import ARCHIVE, DECK, YEAR, found, of_code

PEOPLE = "people/office.people.yaml"

AT_THE_MARK = [
    (DECK, "- trust: {by: -0.01}", "- «trust: {by: 0}", "no-effect", "'trust' of nothing changes nothing"),
    (DECK, "- trust: {by: -0.01}", "- «reserve: {jin: 0.0}", "no-effect", "'reserve' of nothing"),
    (DECK, "title: Visitors", f"title: «{' '.join(['so'] * 11)}", "too-long", "11 words; at most 10"),
    (DECK, "documented: Silent.", f"documented: «{'so ' * 101}", "too-long", "at most 100"),
    (DECK, "locked: No team is left.", f"locked: «{'so ' * 15}", "too-long", "at most 14"),
    (DECK, "- trust: {by: -0.01}", f"- dossier: {{entry: «{'so ' * 31}, tone: blame}}", "too-long", "at most 30"),
    (ARCHIVE, "title: Mou", f"title: «{'so ' * 11}", "too-long", "at most 10"),
    (PEOPLE, "line: He remembers who asked.", f"line: «{'so ' * 31}", "too-long", "at most 30"),
    (YEAR, "summary: A year.", f"summary: «{'so ' * 61}", "too-long", "at most 60"),
    (YEAR, "opening: [It begins.]", f"opening: [«{'so ' * 81}]", "too-long", "at most 80"),
    (YEAR, "goals: [File.]", f"goals: [«{'so ' * 26}]", "too-long", "at most 25"),
    (ARCHIVE, "mark: elsewhere\n    text: A measure of land", "mark: «recorded\n    text: A measure of land",
     "mark-unfounded", "marked elsewhere"),
    (DECK, "mark: invented", "mark: «recorded", "mark-unfounded", "mark it as the best of them"),
    (DECK, "when: sent_two_point_six", "when: «late and trust < 0.5", "never-comes", "sets late"),
    (DECK, "when: team_turns >= 3", "when: «late", "never-open", "sets late"),
    ("pack.yaml", "licence: CC BY 4.0\nauthors: [A historian]", "licence: «CC BY 4.0", "no-credits", "add authors"),
    (DECK, "{with: province, by: 0.06}", "{with: province, by: «0.5}", "out-of-range", "at most 0.15"),
    (DECK, "- standing: {with: province, by: 0.06}", "- loans: {yuan: «-1}", "out-of-range", "at least 0"),
    (DECK, "team_turns: 3}", "team_turns: «31}", "out-of-range", "at most 30"),
]  # fmt: skip
"""File, old words, new words (``«`` marks the place), code, words of the complaint."""

LATE = """\
  - id: afterwards
    title: Afterwards
    kind: report
    window: {from: 1951-winter, to: 1951-winter}
    text: It is winter.
    default: note-it
    choices:
      - {id: note-it, text: Note it., effects: [{flag: late}]}
      - {id: leave-it, text: Leave it., effects: [{trust: {by: 0.01}}]}
    documented: Silent.
    mark: invented
    sources: [{source: wong, section: "1", mark: elsewhere}]
"""
"""A card of the last season, which sets a flag too late for the others."""


@pytest.mark.parametrize(("file", "old", "new", "code", "words"), AT_THE_MARK)
def test_a_problem_is_found_where_it_stands(
    tmp_path: Path, file: str, old: str, new: str, code: str, words: str
) -> None:
    files = broken(file, old, new)
    files[DECK] = files[DECK].replace("{from: 1951-autumn, to: 1951-winter}", "{from: 1951-autumn, to: 1951-autumn}")
    files[DECK] += LATE
    before, _, _ = files[file].partition("«")
    files[file] = files[file].replace("«", "")
    problem = of_code(found(tmp_path, files), code)
    assert (problem.line, problem.column) == (before.count("\n") + 1, len(before) - before.rfind("\n"))
    assert words in str(problem)


def deck_with(folder: Path, old: str, new: str) -> list[Problem]:
    return found(folder, {**PACK, DECK: broken(DECK, old, new)[DECK]})


def test_two_choices_that_do_the_same_are_one_choice_too_many(tmp_path: Path) -> None:
    same = "        effects: [{trust: {by: -0.01}}]\n"
    wrong = deck_with(tmp_path, "        does_nothing: Silence is an answer here.\n", same)
    assert "exactly what 'show-them' does" in of_code(wrong, "same-outcome").message


def test_effects_of_nothing_do_not_make_a_choice_that_does_something(tmp_path: Path) -> None:
    assert of_code(deck_with(tmp_path, "- trust: {by: -0.01}", "- trust: {by: 0}"), "does-nothing").severity == "error"


def test_a_follow_up_of_a_card_that_never_comes_never_comes_itself(tmp_path: Path) -> None:
    """Two cards that only lead to one another: each is followed, none can begin."""
    files = broken(DECK, "          - trust: {by: -0.01}\n", "          - follow_up: {card: two-numbers, after: 0}\n")
    files[DECK] = files[DECK].replace("    when: trust < 0.4 and cooperatives > 0\n", "    only_follow_up: true\n")
    wrong = found(tmp_path, {**PACK, DECK: files[DECK]})
    assert {(problem.line, problem.code) for problem in wrong if problem.code == "never-comes"} == {
        (7, "never-comes"), (40, "never-comes"),
    }


def test_a_flag_set_in_an_earlier_season_is_enough(tmp_path: Path) -> None:
    early = LATE.replace("1951-winter", "1951-autumn").replace("afterwards", "before")
    files = {**PACK, DECK: broken(DECK, "when: sent_two_point_six", "when: late")[DECK] + early}
    assert found(tmp_path, files) == []


def test_a_flag_that_a_broken_card_sets_is_not_missed(tmp_path: Path) -> None:
    early = LATE.replace("1951-winter", "1951-autumn").replace("kind: report", "kind: reprot")
    files = {**PACK, DECK: broken(DECK, "when: sent_two_point_six", "when: late")[DECK] + early}
    assert [problem.code for problem in found(tmp_path, files)] == ["not-allowed"]


def test_a_picture_is_named_in_the_credits(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, PACK)
    (pack / "pictures").mkdir()
    (pack / "pictures" / "well.png").write_bytes(b"")
    (problem,) = check([pack])
    assert (problem.code, Path(problem.file).name) == ("no-credits", "well.png")
    (pack / "CREDITS.md").write_text("well.png: drawn by A historian, CC BY 4.0\n", encoding="utf-8")
    assert check([pack]) == []


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("decks/1951/winter.yaml", "decks/1951/winter.deck.yaml"),
        ("decks/1951/winter.deck.yml", "decks/1951/winter.deck.yaml"),
        ("archive/terms.yml", "archive/terms.archive.yaml"),
        ("pack.yml", "pack.yaml"),
        ("translation/cards.yaml", "translation/cards.translation.yaml"),
        ("tests/year.deck-tests.yaml", "tests/year.deck-test.yaml"),
    ],
)
def test_a_misnamed_file_is_told_its_name(tmp_path: Path, name: str, meant: str) -> None:
    pack = write_pack(tmp_path, {**PACK, name: "x: 1\n"})
    assert of_code(check([pack]), "unknown-file").hint == f"name it {meant}"
