"""Samples for the tests of the core: the rules' prefecture, orders of any kind, chance that favours nobody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from hypothesis import strategies as st

from game.base.chance import Chance
from game.base.exact import Array
from game.base.seasons import Season
from game.economy.orders import EVENTS, Orders, neutral_orders
from game.economy.params import Params
from game.economy.season import SeasonResult, advance
from game.economy.settings import SETTINGS, Setting
from game.economy.start import CountyFacts, Prefecture, found_villages
from game.economy.villages import Villages

SPRING = "1951-spring"
RULES = Path(__file__).parents[2] / "content" / "rules" / "prefecture.yaml"
COUNTIES = 16

EVENT_RANGES = {
    "found_cooperatives": (0.0, 3.0), "sowing_disturbed": (0.0, 1.0), "trust_shift": (-0.5, 0.5),
    "fear_shift": (-0.5, 0.5), "join_teams": (0.0, 1.0), "animals_given": (0.0, 20.0),
    "animals_lost_share": (0.0, 1.0), "relief_jin": (0.0, 50_000.0), "extra_loans_yuan": (0.0, 2e7),
    "coop_exit_share": (0.0, 1.0),
}


@cache
def prefecture_of_the_rules() -> Prefecture:
    """The prefecture as content/rules describes it."""
    facts: dict[str, Any] = yaml.safe_load(RULES.read_text(encoding="utf-8"))
    facts["counties"] = tuple(CountyFacts(**county) for county in facts["counties"])
    return Prefecture(**facts)


class EvenChance(Chance):
    """Chance that favours nobody: every draw in the middle, so that order and neighbours cannot matter."""

    def uniform(self, stream: str, count: int) -> Array:
        return np.full(count, 0.5)

    def normal(self, stream: str, count: int) -> Array:
        return np.zeros(count)


def quiet(**changes: Any) -> Orders:
    """Neutral orders in normal weather; numbers are given to every county."""
    orders = replace(neutral_orders(COUNTIES), weather_normal=True)
    scalars = {"tax_jin_per_mou", "reserve_jin", "weather_normal"}
    return replace(orders, **{
        name: value if name in scalars else np.full(COUNTIES, float(value)) for name, value in changes.items()
    })


def season_after(
    villages: Villages, orders: Orders, season: str = SPRING, chance: Chance | None = None,
    params: Params | None = None,
) -> SeasonResult:
    """One season of the rules' prefecture."""
    when = Season.parse(season)
    return advance(
        villages, when, orders, prefecture_of_the_rules(), params or Params(), chance or Chance(1, when.index)
    )


def year_after(
    villages: Villages, orders: Orders, first: str = SPRING, seasons: int = 4, params: Params | None = None
) -> Iterator[SeasonResult]:
    """Season by season under the same orders; cooperatives are founded in the first only."""
    when = Season.parse(first)
    for _ in range(seasons):
        result = season_after(villages, orders, str(when), params=params)
        yield result
        villages, when = result.villages, when.next
        orders = replace(orders, found_cooperatives=np.zeros(COUNTIES))


def trial_year(villages: Villages, **changes: Any) -> list[SeasonResult]:
    """A year in which each county founds one cooperative in spring."""
    return list(year_after(villages, quiet(found_cooperatives=1.0, **changes)))


def _values(setting: Setting) -> st.SearchStrategy[float]:
    if setting.kind == "choice":
        return st.sampled_from([float(code) for code in range(len(setting.choices))])
    if setting.kind == "switch":
        return st.sampled_from([0.0, 1.0])
    return st.floats(setting.low, setting.high, allow_nan=False)


@st.composite
def any_orders(draw: st.DrawFn) -> Orders:
    """Orders within what settings allow and events can bring, the same in every county but one."""
    ranges = {s.id: _values(s) for s in SETTINGS.values() if s.desk != "world"}
    ranges |= {name: st.floats(*EVENT_RANGES[name], allow_nan=False) for name in EVENTS}
    fields = {}
    for name, values in ranges.items():
        fields[name] = np.full(COUNTIES, draw(values))
        fields[name][draw(st.integers(0, COUNTIES - 1))] = draw(values)
    return replace(
        neutral_orders(COUNTIES), **fields, tax_jin_per_mou=draw(st.floats(0.0, 120.0)),
        reserve_jin=draw(st.floats(0.0, 1e7)), weather_by_county=np.full(COUNTIES, draw(st.floats(0.2, 1.3))),
        weather_normal=draw(st.booleans()),
    )


@st.composite
def any_villages(draw: st.DrawFn) -> Villages:
    """A few founded villages, some of them without grain, animals or people in one stratum."""
    count = draw(st.integers(16, 40))
    season = Season.parse(draw(st.sampled_from(["1951-spring", "1951-summer", "1951-autumn", "1951-winter"])))
    v = founded(count, season, draw(st.integers(0, 3)))
    for name in draw(st.sets(st.sampled_from(["grain_jin", "hidden_jin", "oxen", "people", "cash_yuan", "land_mou"]))):
        values = getattr(v, name).copy()
        values[draw(st.integers(0, 4)), draw(st.integers(0, count - 1))] = 0.0
        v = replace(v, **{name: values})
    return v


@cache
def founded(count: int, season: Season, seed: int) -> Villages:
    """Founded villages, kept between examples."""
    return found_villages(prefecture_of_the_rules(), count, season, seed, Params())
