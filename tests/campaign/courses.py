"""The whole file under a policy of tests/campaign/policies, boiled down to the figures that courses are compared by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Final

import numpy as np

from game.base.exact import Array
from game.base.seasons import Season, seasons_between
from game.campaign.game import Game
from game.campaign.opening import PARAMS, chance_of
from game.campaign.orders import orders_of
from game.campaign.policies import play_out, policy_named
from game.campaign.policies.player import play_season
from game.economy.measures import CountyTable
from game.economy.season import advance
from game.economy.villages import Villages
from game.ruleset import Ruleset, load
from game.state import Setup

ROOT: Final = Path(__file__).parents[2]
POLICIES: Final = Path(__file__).parent / "policies"
SCENARIO: Final = "whole-file"
Course = Mapping[str, float]
"""Figures of a campaign, or the means of several, by name. Heads and jin are by person or village of 1957."""


@cache
def rules() -> Ruleset:
    """The shipped content, read once a process."""
    return load([ROOT / "content"])


def played(policy: str, seed: int, villages: int, background: str = "teacher") -> Game:
    """A whole campaign under a policy file or a built-in policy."""
    file = POLICIES / f"{policy}.yaml"
    chosen, _ = policy_named(str(file) if file.exists() else policy, rules(), rules().scenarios[SCENARIO])
    return play_out(Game.begin(rules(), Setup(SCENARIO, seed, villages, background)), chosen)


def course(policy: str, seed: int, villages: int) -> Course:
    """The figures of one campaign."""
    tables = {record.season: record.table.prefecture() for record in played(policy, seed, villages).state.records}
    people = at(tables, "1957-winter").population[0]
    lean = span(tables, "1958-spring", "1961-winter")
    bought = span(tables, "1958-spring", "1960-winter")
    before = span(tables, "1949-winter", "1957-winter")
    return {
        "starved_to_1957": 1000.0 * total(before, "excess_deaths") / people,
        "starved_1958_61": 1000.0 * total(lean, "excess_deaths") / people,
        "fled_1958_61": 1000.0 * total(lean, "fled") / people,
        "births_1959_61": 1000.0 * total(span(tables, "1959-spring", "1961-winter"), "births") / people,
        "output_1953_57": total(span(tables, "1953-spring", "1957-winter"), "grain_output_true") / people / 5.0,
        "output_1958_60": total(bought, "grain_output_true") / people / 3.0,
        "bought_1958_60": total(bought, "procurement") / people / 3.0,
        "resold_1958_60": total(bought, "relief") / people / 3.0,
        "eaten_1959_60": total(span(tables, "1959-spring", "1960-winter"), "grain_eaten") / people / 2.0,
        "available_1957": at(tables, "1957-spring").grain_available_per_head[0],
        "available_1960": at(tables, "1960-spring").grain_available_per_head[0],
        **{f"animals_{year}": at(tables, f"{year}-winter").draught_animals[0] / villages
           for year in (1952, 1955, 1957, 1961)},
        **{f"members_{year}": members(at(tables, f"{year}-winter")) for year in (1952, 1954, 1955, 1956, 1957, 1958)},
        "trust_1961": at(tables, "1961-winter").trust[0], "fear_1957": at(tables, "1957-winter").fear[0],
    }


def quotas(season: str, seed: int, villages: int) -> tuple[Array, Array, Array]:
    """What the documented course leaves the state to ask of each village in an autumn: at one flat rate, at
    progressive rates, and the harvest of which it is asked. Shapes: (V,). Units: jin.
    """
    policy, _ = policy_named("historical", rules(), rules().scenarios[SCENARIO])
    game = Game.begin(rules(), Setup(SCENARIO, seed, villages, "teacher"))
    while game.state.season < Season.parse(season):
        game = play_season(game, policy)
    flat, progressive = (_autumn(game, rate) for rate in (0.0, 1.0))
    return flat.quota_jin, progressive.quota_jin, flat.last_harvest_jin


def _autumn(game: Game, progressive: float) -> Villages:
    """The villages after the season, by a flat or a progressive purchase."""
    state, prefecture = game.state, rules().prefecture
    orders = orders_of(state, rules())
    ordered = replace(orders, procurement_progressive=np.full(orders.counties, progressive))
    return advance(state.villages, state.season, ordered, prefecture, PARAMS, chance_of(state)).villages


def courses(policies: Iterable[str], seeds: Iterable[int], villages: int) -> dict[str, Course]:
    """The mean figures of each policy over the seeds, played in two processes."""
    names, numbers = tuple(policies), tuple(seeds)
    wanted = [(policy, seed, villages) for policy in names for seed in numbers]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        found = list(pool.map(course, *zip(*wanted, strict=True)))
    by_policy = {policy: found[first : first + len(numbers)] for policy, first in zip(
        names, range(0, len(found), len(numbers)), strict=True
    )}
    return {policy: {key: mean(c[key] for c in own) for key in own[0]} for policy, own in by_policy.items()}


def mean(values: Iterable[float]) -> float:
    """The plain mean."""
    numbers = [float(value) for value in values]
    return sum(numbers) / len(numbers)


def at(tables: Mapping[Season, CountyTable], season: str) -> CountyTable:
    """One season's figures."""
    return tables[Season.parse(season)]


def span(tables: Mapping[Season, CountyTable], first: str, last: str) -> list[CountyTable]:
    """The figures of all seasons from the first to the last."""
    return [tables[season] for season in seasons_between(Season.parse(first), Season.parse(last))]


def total(tables: Iterable[CountyTable], name: str) -> float:
    """A flow added up over seasons."""
    return float(sum(getattr(table, name)[0] for table in tables))


def members(table: CountyTable) -> float:
    """Share of households in cooperatives of any form."""
    return float(table.share_lower_coop[0] + table.share_higher_coop[0] + table.share_commune[0])
