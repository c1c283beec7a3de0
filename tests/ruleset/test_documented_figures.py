"""A documented figure that cannot be meant is found at its place."""

import shutil
from pathlib import Path

import pytest

from game.base.problems import Problem
from game.ruleset import check

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture
def found(tmp_path):
    """Check the shipped content with one more figure of calibration.yaml, or what is changed of it."""

    def with_figure(*lines: str) -> list[Problem]:
        content = shutil.copytree(CONTENT, tmp_path / "content")
        rules = content / "rules" / "calibration.yaml"
        text = rules.read_text(encoding="utf-8").rstrip("\n") + FIGURE + "".join(f"    {line}\n" for line in lines)
        rules.write_text(text, encoding="utf-8")
        return check([content])

    return with_figure


FIGURE = """
  - id: one-more
    title: One more
    place: prefecture
    season: 1951-summer
    rung: "true"
    low: 1
    high: 1
    tolerance: 0.1
    unit: persons
    reason: A test.
    sources: [{source: hou, page: 95, mark: recorded}]
"""
HERE, PEOPLE = "measured_in: prefecture", "measure: population"


@pytest.mark.parametrize("place", ["prefecture", "wuxiang", "highest", "lowest"])
def test_a_figure_is_measured_in_the_prefecture_a_county_or_an_extreme(found, place):
    assert found(f"measured_in: {place}", PEOPLE, "against: 1951-spring") == []


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (("measured_in: wuxian", PEOPLE), "unknown-county"),
        ((HERE, PEOPLE, "against: 1951-spring", "over: 1951-spring"), "figure-dates"),
        ((HERE, PEOPLE, "since: 1951-winter"), "window-reversed"),
        ((HERE, "measure: not-modelled"), "figure-unmet"),
    ],
)
def test_a_figure_that_cannot_be_meant_is_found(found, lines, code):
    [problem] = found(*lines)
    assert problem.code == code
    assert problem.file.endswith("calibration.yaml")
