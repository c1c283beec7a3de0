"""Sixteen counties as the tests need them, and the shipped rules read straight into their dataclasses."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

import numpy as np
import yaml

from game.base.chance import Chance
from game.base.exact import Array
from game.base.seasons import Quarter, Season
from game.politics.people import Person, as_secretary
from game.politics.rules import PoliticsRules
from game.politics.secretaries import Secretaries, gather
from game.reporting.chain import ChainRules, Climb, Mood, climb, near_prize
from game.reporting.indicators import Figures, Indicator, Stage
from game.reporting.memory import CountyMemory, learn, note_reports, start_memory
from game.reporting.rules import ReportingRules
from game.ruleset.shapes.derived import build, shape_of

CONTENT = Path(__file__).parents[2] / "content"
T = TypeVar("T")


def shaped(kind: type[T], data: Any) -> T:
    """Data from YAML as the dataclass that it stands for, checked as the game checks it."""
    return cast("T", build(kind, shape_of(kind).model_validate(data)))


def read(kind: type[T], name: str) -> T:
    """A rules file of the shipped pack."""
    return shaped(kind, yaml.safe_load((CONTENT / name).read_text(encoding="utf-8")))


@cache
def reporting_rules() -> ReportingRules:
    return read(ReportingRules, "rules/reporting.yaml")


@cache
def politics_rules() -> PoliticsRules:
    return read(PoliticsRules, "rules/politics.yaml")


def people() -> tuple[Person, ...]:
    files = sorted((CONTENT / "people").glob("*.people.yaml"))
    return tuple(shaped(Person, row) for file in files for row in yaml.safe_load(file.read_text("utf-8"))["people"])


def county_people() -> list[Person]:
    """Those of the people who are county secretaries, wuxiang first."""
    found = [person for person in people() if person.post.startswith("secretary of")]
    return sorted(found, key=lambda person: person.county != "wuxiang")


COUNTIES = tuple(str(person.county) for person in county_people())
"""wuxiang first."""


def secretaries() -> Secretaries:
    return gather([as_secretary(person, 0.5) for person in county_people()], COUNTIES)


def chain_rules() -> ChainRules:
    return reporting_rules().chain(Season.parse("1951-spring"), politics_rules().neighbour_indices(COUNTIES))


def row(value: float, first: float | None = None) -> Array:
    """The same value for all counties, but for the first."""
    values = np.full(len(COUNTIES), value)
    values[0] = value if first is None else first
    return values


def true_1951() -> dict[Indicator, Array]:
    """A prefecture like that of 1951: four cooperatives in the first county, six elsewhere."""
    cooperatives = row(0.0, 4.0)
    cooperatives[1:5] = (2.0, 2.0, 1.0, 1.0)
    yields = 150.0 + 2.0 * np.arange(len(COUNTIES))
    return {
        Indicator.YIELD: yields,
        Indicator.OUTPUT: yields * 530_000.0,
        Indicator.ORGANISED: row(0.36, 0.42),
        Indicator.COOPERATIVES: cooperatives,
        Indicator.ANIMALS: row(11_250.0),
        Indicator.GRAIN_SOLD: row(6_000_000.0),
        Indicator.COOP_YIELD: np.where(cooperatives > 0.0, yields * 1.15, 0.0),
    }


def weights_1951() -> dict[Indicator, Array]:
    weights = {line: row(1.0) for line in Indicator}
    weights[Indicator.YIELD] = row(530_000.0)
    weights[Indicator.ORGANISED] = row(35_000.0)
    weights[Indicator.COOP_YIELD] = true_1951()[Indicator.COOPERATIVES] * 22.0
    return weights


def mood(stage: Stage, line: float = 0.5) -> Mood:
    return Mood(stage, near_prize(true_1951()[Indicator.COOPERATIVES], row(0.0)), row(0.35), row(0.14), line, row(0.0))


def memory(true: Figures | None = None) -> CountyMemory:
    return start_memory(true or true_1951(), reporting_rules().memory)


def climbed(stage: Stage, seed: int = 1, kept: CountyMemory | None = None, turn: int = 3) -> Climb:
    return climb(
        true_1951(), weights_1951(), secretaries(), mood(stage), {}, kept or memory(), chain_rules(), Chance(seed, turn)
    )


def year_passed_on(seed: int = 1) -> dict[Stage, Climb]:
    """A year in which everything is passed on as it came: the reports of its four seasons."""
    kept, reports, rules = memory(), {}, reporting_rules()
    for quarter, stage in zip(Quarter, Stage, strict=True):
        reports[stage] = climbed(stage, seed, kept, quarter)
        due = rules.form.due_in(Season(1951, quarter))
        kept = note_reports(kept, true_1951(), {line: reports[stage].county[line] for line in due})
        none, all_of_them = dict.fromkeys(due, row(0.0)), dict.fromkeys(due, row(1.0))
        kept = learn(kept, none, all_of_them, row(0.0, 1.0), rules.memory, Chance(seed, quarter))
    return reports
