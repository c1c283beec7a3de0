"""Deck tests: campaigns are really played, and what did not come about is told with its place and with what came."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from game.author.check import run
from game.author.deck_tests import holds, run_tests
from game.base.seasons import Season
from game.ruleset.authoring import Expectation
from tests.ruleset.samples import write_pack

ROOT = Path(__file__).parents[2]
BASE = ROOT / "content"
MANIFEST = """\
id: mine
title: Mine
version: 0.1.0
language: en
licence: CC BY 4.0
authors: [A historian]
requires: {two-ledgers: ">=0.1"}
"""
TEST = """\
tests:
  - name: the ten are asked for in spring
    scenario: ten-cooperatives
    policy: historical
    seeds: [1, 2]
    villages: 16
    expect:
      - {card: which-ten, at: 1951-spring}
      - {value: "cooperatives >= 10", at: 1951-winter}
"""
FILE = "tests/mine.deck-test.yaml"


def mine(folder: Path, text: str) -> Path:
    return write_pack(folder / "mine", {"pack.yaml": MANIFEST, FILE: text})


def said(path: Path, as_json: bool = False) -> tuple[int, str]:
    out = io.StringIO()
    return run([path], "json" if as_json else "text", out, base=BASE, tests=True), out.getvalue()


def test_what_came_as_expected_is_counted_and_passed_over(tmp_path: Path) -> None:
    assert said(mine(tmp_path, TEST)) == (0, "1 test: 1 passed, 0 failed\n")


def test_what_did_not_come_is_told_with_its_place_and_what_came_instead(tmp_path: Path) -> None:
    pack = mine(tmp_path, TEST.replace("which-ten, at: 1951-spring", "which-ten, at: 1951-summer"))
    status, text = said(pack)
    assert status == 1
    line, shown, _, total = text.splitlines()
    assert line.startswith(f"{pack / FILE}:8:9: test-failed: 'the ten are asked for in spring': ")
    assert "'which-ten' was to come in 1951-summer, on all of the seeds" in line
    assert "seed 1: 1951-spring (near-and-strong); seed 2: 1951-spring (near-and-strong)" in line
    assert shown.endswith("- {card: which-ten, at: 1951-summer}")
    assert total == "1 test: 0 passed, 1 failed"


def test_a_value_that_is_otherwise_is_told(tmp_path: Path) -> None:
    pack = mine(tmp_path, TEST.replace("cooperatives >= 10", "cooperatives >= 500"))
    found = json.loads(said(pack, as_json=True)[1])
    assert [(one["line"], one["column"], one["code"], one["severity"]) for one in found] == [
        (9, 9, "test-failed", "error")
    ]
    assert "cooperatives 1" in found[0]["hint"] and "in 1951-winter, not so" in found[0]["hint"]


def test_answers_and_settings_of_a_test_go_before_the_policy(tmp_path: Path) -> None:
    text = """\
tests:
  - name: with answers
    scenario: ten-cooperatives
    policy: historical
    seeds: [1]
    villages: 16
    answers: {trials-this-spring: ask-for-autumn}
    settings: {exit_allowed: false}
    expect:
      - {card: trials-this-spring, choice: ask-for-autumn, by: 1951-spring}
      - {value: "asked_for_autumn and exit_allowed < 1", since: 1951-spring, by: 1951-winter}
"""
    assert run_tests([mine(tmp_path, text)], BASE).failed == 0


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("which-ten", "which-tem", "unknown-card", 8), ("ten-cooperatives", "ten-cooperative", "unknown-scenario", 3),
        ("cooperatives >=", "cooperativs >=", "unknown-name", 9), ("1951-winter", "1952-winter", "season-outside", 9),
        ("villages: 16", "villages: 3", "out-of-range", 6), ("at: 1951-spring}", "value: trust > 0.1}", "one-of", 8),
        ("at: 1951-spring}", "by: 1951-spring, at: 1951-spring}", "one-of", 8),
        ("at: 1951-spring}", "choice: which}", "unknown-choice", 8), ("seeds: [1, 2]", "seed: 1", "unknown-field", 5),
        ("seeds: [1, 2]", "seeds: []", "wrong-length", 5),
        ("villages: 16", "background: teach", "unknown-background", 6),
        ("villages: 16", "settings: {exit_alowed: true}", "unknown-setting", 6),
        (", at: 1951-winter}", ", choice: found-none-yet}", "unknown-field", 9),
        ("card: which-ten, at: 1951-spring", "choice: found-none-yet", "one-of", 8),
    ],
)  # fmt: skip
def test_a_test_that_cannot_be_meant_is_refused_before_anything_is_played(
    old: str, new: str, code: str, line: int, tmp_path: Path
) -> None:
    pack = mine(tmp_path, TEST.replace(old, new))
    found = json.loads(said(pack, as_json=True)[1])
    assert [(one["code"], one["line"]) for one in found] == [(code, line)]
    assert "not played" in said(pack)[1]


def test_an_unknown_policy_is_a_failure_with_its_place(tmp_path: Path) -> None:
    (problem,) = run_tests([mine(tmp_path, TEST.replace("historical", "historian"))], BASE).problems
    assert (problem.code, problem.line, problem.hint) == ("unknown-policy", 4, "did you mean 'historical'?")


def test_the_tests_of_the_base_are_not_run_for_a_pack_on_top_of_it(tmp_path: Path) -> None:
    assert run_tests([mine(tmp_path, TEST)], BASE).tests == 1


def test_the_shipped_deck_does_what_its_tests_expect() -> None:
    result = run_tests([BASE], BASE)
    assert result.tests >= 5
    assert [str(problem) for problem in result.problems] == []


def test_tests_are_no_part_of_what_a_save_knows_a_pack_by(tmp_path: Path) -> None:
    from game.ruleset.packs import digest, gather

    pack = mine(tmp_path, TEST)
    before = digest(gather(pack).files)
    (pack / FILE).write_text(TEST.replace("[1, 2]", "[3]"), encoding="utf-8")
    assert digest(gather(pack).files) == before


class Below:
    """A condition that holds while trust is below a half."""

    names, flags = frozenset({"trust"}), frozenset[str]()

    def holds(self, values: dict[str, float]) -> bool:
        return values["trust"] < 0.5


@pytest.mark.parametrize(
    ("when", "held"),
    [({}, False), ({"by": "1951-winter"}, True), ({"by": "1951-summer"}, False), ({"since": "1951-autumn"}, True),
     ({"at": "1951-autumn"}, True), ({"at": "1951-spring"}, False)],
)  # fmt: skip
def test_a_value_holds_once_by_a_season_and_throughout_without_one(when: dict[str, str], held: bool) -> None:
    from game.author.deck_tests import Closed

    trust = {"spring": 0.8, "summer": 0.6, "autumn": 0.4, "winter": 0.3}
    course = tuple(Closed(Season.parse(f"1951-{name}"), {}, {"trust": one}) for name, one in trust.items())
    expected = Expectation(value="x", **{key: Season.parse(season) for key, season in when.items()})  # type: ignore[arg-type]
    assert holds(expected, course, Below()) is held  # type: ignore[arg-type]


def test_the_example_of_the_page_is_a_test_that_passes(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "authors" / "tests.md").read_text(encoding="utf-8")
    example = page.partition("```yaml\n")[2].partition("```")[0]
    result = run_tests([mine(tmp_path, example)], BASE)
    assert (result.tests, [str(problem) for problem in result.problems]) == (1, [])
