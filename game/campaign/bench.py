"""The benchmark: what seasons, campaigns and replays cost, each beside a yardstick measured in the same run.

Milliseconds are processor time, the middle of several runs, so that other programs disturb them little; campaigns a
second are by the clock. Budgets stand beside what has one; nothing fails when one is not met.
"""

from __future__ import annotations

import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, fields
from functools import partial
from itertools import islice
from math import log
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final

import numpy as np

from game.base.changed import replace
from game.campaign.counting import counted_operations
from game.campaign.desk import desk_page, reports_page
from game.campaign.game import Game, replay
from game.campaign.opening import PARAMS, chance_of
from game.campaign.orders import orders_of
from game.campaign.policies import Policy, play, play_out, policy_named
from game.economy.orders import Orders
from game.economy.season import advance
from game.economy.villages import FIELDS, Villages
from game.ruleset.content import Ruleset, Scenario
from game.state import Setup, State

ROWS: Final = 70
"""Rows of float64 whose copying is the yardstick of a season, as many as the state had when budgets were set."""
TINY, SMALL, USUAL, LARGE, NATION = 16, 600, 6_000, 60_000, 700_000
"""So few villages that only what does not depend on them costs; a sweep's; a game's; ten times that; the nation's."""
REPEATS: Final = 5
SEED: Final = 1
YEAR_AT: Final = 0.8
"""Where in the scenario the year lies whose seasons stand for all in the core: late, when everything there is is on."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the benchmark. ``times`` is the ratio to the yardstick, where there is one."""

    id: str
    villages: int
    value: float
    unit: str = "ms"
    yardstick: str = ""
    times: float | None = None
    budget: float | None = None
    """The most that ``times`` should be, or ``value`` where there are none; of campaigns a second the least."""

    @property
    def met(self) -> bool | None:
        """Whether the budget is kept; nothing without one."""
        if self.budget is None:
            return None
        found = self.value if self.times is None else self.times
        return found >= self.budget if self.unit == "a second" else found <= self.budget

    def as_json(self) -> dict[str, Any]:
        """The line as JSON data; ``milliseconds`` is nothing for what is no time."""
        line = {field.name: getattr(self, field.name) for field in fields(self)}
        return line | {"milliseconds": self.value if self.unit == "ms" else None, "met": self.met}


def bench(load: Callable[[], Ruleset], step: Callable[[str], None], nation: bool = True) -> list[Measured]:
    """Measure everything; ``step`` is told what is being measured. ``load`` reads the content, in any process.

    Without ``nation`` the largest size is left out, which needs some gigabytes of memory.
    """
    rules = load()
    scenario = max(rules.scenarios.values(), key=lambda found: len(found.seasons))
    step("campaigns")
    lines = [*_campaigns(rules, scenario), *_many_campaigns(load, step)]
    step("the core")
    year = list(_year(rules, scenario))
    core: list[Measured] = []
    for villages in (SMALL, USUAL, LARGE, NATION) if nation else (SMALL, USUAL, LARGE):
        step(f"the core, {villages:,} villages")
        core += _core(rules, year, villages)
    return [*core, *_growth(core), *lines, *_resident(load, step)]


def middle_ms(work: Callable[[], object], repeats: int = REPEATS, warm: bool = True) -> float:
    """The middle of several runs, after one that is not counted, in milliseconds of processor time."""
    if warm:
        work()
    times = []
    for _ in range(repeats):
        began = time.process_time_ns()
        work()
        times.append((time.process_time_ns() - began) / 1e6)
    return statistics.median(times)


@dataclass(frozen=True, slots=True)
class CoreSeason:
    """A season of the core with all that it needs. ``state`` gives season and chance, ``villages`` may be more."""

    state: State
    orders: Orders
    villages: Villages

    def run(self, rules: Ruleset, villages: Villages) -> object:
        """Live through it."""
        return advance(villages, self.state.season, self.orders, rules.prefecture, PARAMS, chance_of(self.state))


def _year(rules: Ruleset, scenario: Scenario) -> Iterator[CoreSeason]:
    """The four seasons of a late year of the documented course, with the orders that are given then."""
    setup = Setup(scenario.id, SEED, USUAL, min(rules.backgrounds))
    first = int(YEAR_AT * len(scenario.seasons)) // 4 * 4
    for game in islice(play(Game.begin(rules, setup), _policy(rules, scenario)), first, first + 4):
        state = game.state
        yield CoreSeason(state, orders_of(state, rules), state.villages)


def _policy(rules: Ruleset, scenario: Scenario) -> Policy:
    return policy_named("historical", rules, scenario)[0]


def _core(rules: Ruleset, year: list[CoreSeason], villages: int) -> list[Measured]:
    """A season of the core against copying rows, copying the state, and one multiplication for each operation."""
    repeats = REPEATS if villages <= USUAL else 1
    rows_ms, rows_there_ms = _copying(villages)
    some = _as_many(year[-1].villages, villages)
    state_ms = middle_ms(partial(copied, some), repeats)
    season_ms = statistics.mean(
        middle_ms(partial(season.run, rules, _as_many(season.villages, villages)), repeats, villages <= LARGE)
        for season in year
    )
    state_mb, on_top_mb = size_mb(some), peak_mb(partial(year[-1].run, rules, some))
    lines = [
        Measured("copying 70 rows", villages, rows_ms),
        Measured("copying 70 rows into memory that is there", villages, rows_there_ms),
        Measured("copying the state", villages, state_ms),
        Measured("season of the core", villages, season_ms, "ms", "copying 70 rows", season_ms / rows_ms),
        Measured("season of the core", villages, season_ms, "ms", "copying the state", season_ms / state_ms),
        Measured("size of the state", villages, state_mb, "MB"),
        Measured(
            "memory that a season takes on top", villages, on_top_mb, "MB", "size of the state", on_top_mb / state_mb,
            1.1 if villages == NATION else None,
        ),
    ]
    return [*lines, *_operations(rules, year[-1])] if villages == USUAL else lines


def _copying(villages: int) -> tuple[float, float]:
    """Copying the yardstick's rows, into new memory and into memory that is there, ms."""
    rows = np.ones((ROWS, villages))
    there = rows.copy()
    return middle_ms(rows.copy, 20), middle_ms(partial(np.copyto, there, rows), 20)


def _operations(rules: Ruleset, season: CoreSeason) -> list[Measured]:
    """What an operation on arrays costs against one ``np.multiply`` of the same size."""
    season_ms = middle_ms(partial(season.run, rules, season.villages))
    counted = counted_operations(season.villages, partial(season.run, rules))
    alone_ms, among_ms = 0.0, 0.0
    for elements, times in counted.items():
        alone_ms += times * middle_ms(partial(_multiplied, np.ones(elements), 50), 3) / 50
        among_ms += times * middle_ms(_among_others(elements, size_mb(season.villages)), 3) / 50
    count = sum(counted.values())
    return [
        Measured("array operations in a season, counted", USUAL, count, "operations"),
        Measured(
            "array operation of the core", USUAL, season_ms / count, "ms", "np.multiply of the same size",
            season_ms / alone_ms, 1.5,
        ),
        Measured(
            "array operation of the core", USUAL, season_ms / count, "ms",
            "np.multiply of the same size, of arrays that lie about as the state's do", season_ms / among_ms,
        ),
    ]


def _multiplied(rows: Any, times: int) -> None:
    for _ in range(times):
        np.multiply(rows, rows)


def _among_others(elements: int, state_mb: float) -> Callable[[], None]:
    """Fifty multiplications whose arrays are taken in turn from as many as would make up the state.

    A season meets its arrays like this: not in the nearest cache, where one multiplied again and again would lie.
    """
    many = max(2, int(state_mb * 1e6 / (8 * elements)))
    given, made = [np.ones(elements) for _ in range(many)], [np.ones(elements) for _ in range(24)]

    def multiplied() -> None:
        for turn in range(50):
            np.multiply(given[turn * 7 % many], given[(turn * 11 + 3) % many], out=made[turn % 24])

    return multiplied


def _growth(core: list[Measured]) -> list[Measured]:
    """The power of the number of villages with which a season's time grows, from the usual number up."""
    took = {line.villages: line.value for line in core if line.id == "season of the core"}
    return [
        Measured(
            f"growth of a season's time from {USUAL:,} villages, exponent", villages,
            log(took[villages] / took[USUAL]) / log(villages / USUAL), "power", budget=1.03,
        )
        for villages in (LARGE, NATION) if villages in took
    ]  # fmt: skip


def copied(villages: Villages) -> Villages:
    """The villages with every array copied."""
    return Villages(**{name: getattr(villages, name).copy() for name in FIELDS})


def _as_many(villages: Villages, count: int) -> Villages:
    """So many villages: each of them several times over, or every so manieth."""
    chosen = np.arange(count) * villages.count // count
    return replace(villages, kept={}).only(np.asarray(chosen, dtype=np.intp))


def size_mb(villages: Villages) -> float:
    """Memory of the arrays, MB."""
    return float(sum(getattr(villages, name).nbytes for name in FIELDS)) / 1e6


def peak_mb(work: Callable[[], object]) -> float:
    """The most memory that a piece of work holds on top of what there was, its result included, MB."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1] / 1e6
    finally:
        tracemalloc.stop()


def _campaigns(rules: Ruleset, scenario: Scenario) -> list[Measured]:
    """Whole campaigns with cards, reports and pages: what a season costs, and which part of it villages cost."""
    seasons, policy = len(scenario.seasons), _policy(rules, scenario)
    a_season: dict[int, float] = {}
    lines: list[Measured] = []
    for villages in (TINY, SMALL, USUAL, LARGE):
        setup = Setup(scenario.id, SEED, villages, min(rules.backgrounds))
        opened = Game.begin(rules, setup)
        repeats = 1 if villages == LARGE else 3
        a_season[villages] = middle_ms(partial(play_out, opened, policy), repeats) / seasons
        budget = {TINY: 15.0, USUAL: 60.0}.get(villages)
        lines.append(Measured("season with cards, reports and a policy", villages, a_season[villages], budget=budget))
        if villages in (SMALL, USUAL):
            lines += _campaign(rules, setup, opened, policy)
    return [*lines, *(_village_part(villages, a_season) for villages in (USUAL, LARGE))]


def _village_part(villages: int, a_season: dict[int, float]) -> Measured:
    """What a season of ``simulate`` costs because of its villages: what it costs beyond that of a tiny prefecture."""
    rows_ms = middle_ms(np.ones((ROWS, villages)).copy, 50)
    part = a_season[villages] - a_season[TINY]
    return Measured(
        "part of a season that depends on the villages", villages, part, "ms", "copying 70 rows", part / rows_ms,
        {USUAL: 30.0, LARGE: 24.0}[villages],
    )


def _campaign(rules: Ruleset, setup: Setup, opened: Game, policy: Policy) -> list[Measured]:
    """The start of a campaign, its replay, and what one desk costs."""
    played = play_out(opened, policy)
    return [
        Measured(
            "start of a campaign, with the years before", setup.villages,
            middle_ms(lambda: Game.begin(rules, setup), 3),
        ),
        Measured(
            "replay of a full campaign", setup.villages,
            middle_ms(lambda: replay(rules, setup, played.decisions), 3), budget=500.0,
        ),
        Measured("desk and reports pages", setup.villages, middle_ms(partial(_pages, opened))),
    ]


def _pages(game: Game) -> tuple[object, object]:
    return desk_page(game), reports_page(game)


def _many_campaigns(load: Callable[[], Ruleset], step: Callable[[str], None]) -> Iterator[Measured]:
    """Whole campaigns a second, as a sweep runs them, on one process and on two."""
    for workers in (1, 2):
        step(f"campaigns on {workers} processes")
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            list(pool.map(partial(_one_campaign, load, SMALL), range(workers)))
            began = time.perf_counter()
            list(pool.map(partial(_one_campaign, load, SMALL), range(4)))
            took = time.perf_counter() - began
        yield Measured(f"campaigns a second, {workers} process{'es' * (workers > 1)}", SMALL, 4 / took, "a second")


_read: dict[str, Ruleset] = {}
"""The content, in a process that plays campaigns for the benchmark: read once."""


def _one_campaign(load: Callable[[], Ruleset], villages: int, seed: int) -> float:
    """Play one whole campaign; the most memory that its process has held, MB."""
    rules = _read.setdefault("rules", load()) if "rules" not in _read else _read["rules"]
    scenario = max(rules.scenarios.values(), key=lambda found: len(found.seasons))
    play_out(Game.begin(rules, Setup(scenario.id, seed, villages, min(rules.backgrounds))), _policy(rules, scenario))
    return resident_mb()


def _content_read(load: Callable[[], Ruleset]) -> float:
    """The most memory that a process has held that did nothing but read the content, MB."""
    load()
    return resident_mb()


def _resident(load: Callable[[], Ruleset], step: Callable[[str], None]) -> Iterator[Measured]:
    """Memory of processes without a screen, each a fresh one."""
    step("memory")
    for what, villages, work in (
        ("resident without a screen, content read", 0, partial(_content_read, load)),
        ("resident without a screen, after a campaign", USUAL, partial(_one_campaign, load, USUAL, SEED)),
    ):
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            yield Measured(what, villages, pool.submit(work).result(), "MB", budget=45.0)


def resident_mb() -> float:
    """The most memory that the process has held, MB (0 where the system does not tell)."""
    try:
        # Linux counts what the parent held into ``getrusage``; this line of its status is the process's own.
        for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                return float(line.split()[1]) / 1e3
    except OSError:
        pass
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return 0.0
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / 1e6 if sys.platform == "darwin" else used / 1e3
