"""The benchmark: what a season, a campaign and a replay cost, each beside a yardstick measured in the same run."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import Any, Final

import numpy as np

from game.base.chance import Chance
from game.campaign.desk import desk_page, reports_page
from game.campaign.game import Game, replay
from game.campaign.opening import PARAMS
from game.campaign.orders import orders_for
from game.campaign.policies import play_out, policy_named
from game.economy.season import advance
from game.economy.start import found_villages
from game.economy.villages import Villages
from game.ruleset.content import Ruleset, Scenario
from game.state import Desk, Setup, Shocks

ROWS: Final = 70
"""Rows of float64 whose copying is the yardstick of a season, as many as the state had when budgets were set."""
SIZES: Final = (600, 6_000)
REPEATS: Final = 7
SEED: Final = 1


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the benchmark. ``times`` is the ratio to the yardstick, where there is one."""

    id: str
    villages: int
    milliseconds: float
    yardstick: str = ""
    times: float | None = None

    def as_json(self) -> dict[str, Any]:
        """The line as JSON data."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


def bench(rules: Ruleset, step: Callable[[str], None]) -> list[Measured]:
    """Measure everything; ``step`` is told what is being measured."""
    scenario = max(rules.scenarios.values(), key=lambda found: len(found.seasons))
    lines: list[Measured] = []
    for villages in SIZES:
        step(f"{villages} villages")
        lines += _core(rules, scenario, villages)
        lines += _whole(rules, scenario, villages)
    return [*lines, Measured("resident memory, MB (in place of milliseconds)", SIZES[-1], resident_mb())]


def median_ms(work: Callable[[], object], repeats: int = REPEATS) -> float:
    """The median of several runs after one that is not counted, in milliseconds."""
    work()
    times = []
    for _ in range(repeats):
        began = time.perf_counter()
        work()
        times.append(1000.0 * (time.perf_counter() - began))
    return statistics.median(times)


def _core(rules: Ruleset, scenario: Scenario, villages: int) -> list[Measured]:
    """A season of the core against copying rows, and against copying the state."""
    before = found_villages(rules.prefecture, villages, scenario.first, SEED, PARAMS)
    desk, season = Desk.default(scenario.settings), scenario.first
    orders = orders_for(desk, Shocks(), season, scenario.reserve_jin, rules.prefecture)
    chance = Chance(SEED, season.index)
    rows = [np.ones(villages) for _ in range(ROWS)]
    rows_ms = median_ms(lambda: [row.copy() for row in rows], 50)
    state_ms = median_ms(lambda: copied(before), 50)
    season_ms = median_ms(lambda: advance(before, season, orders, rules.prefecture, PARAMS, chance))
    one = np.ones(villages * 5)
    multiply_ms = median_ms(lambda: np.multiply(one, one), 200)
    return [
        Measured("np.multiply of strata x villages", villages, multiply_ms),
        Measured("copying 70 rows", villages, rows_ms),
        Measured("copying the state", villages, state_ms),
        Measured("season of the core", villages, season_ms, "copying 70 rows", season_ms / rows_ms),
        Measured("season of the core", villages, season_ms, "copying the state", season_ms / state_ms),
    ]


def copied(villages: Villages) -> Villages:
    """The villages with every array copied."""
    return replace(villages, **{field.name: getattr(villages, field.name).copy() for field in fields(villages)})


def _whole(rules: Ruleset, scenario: Scenario, villages: int) -> list[Measured]:
    """A campaign with cards, reports and pages, its replay, and what one desk costs."""
    setup = Setup(scenario.id, SEED, villages, min(rules.backgrounds))
    policy, _ = policy_named("historical", rules, scenario)

    def campaign() -> Game:
        return play_out(Game.begin(rules, setup), policy)

    game = campaign()
    seasons = len(scenario.seasons)
    begin_ms = median_ms(lambda: Game.begin(rules, setup), 3)
    campaign_ms = median_ms(campaign, 3)
    replay_ms = median_ms(lambda: replay(rules, setup, game.decisions), 3)
    opened = Game.begin(rules, setup)
    pages_ms = median_ms(lambda: (desk_page(opened), reports_page(opened)), 3)
    return [
        Measured("start of a campaign, with the years before", villages, begin_ms),
        Measured("season with cards, reports and a policy", villages, (campaign_ms - begin_ms) / seasons),
        Measured("replay of a full campaign", villages, replay_ms),
        Measured("desk and reports pages", villages, pages_ms),
    ]


def resident_mb() -> float:
    """The most memory that the process has held, MB (0 where the system does not tell)."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return 0.0
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / 1e6 if sys.platform == "darwin" else used / 1e3
