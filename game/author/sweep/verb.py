"""The verb ``sweep``: settle what is asked, do what is not done, write what it came to."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

from rich.console import Console
from rich.progress import Progress

from game.author.sweep.findings import Pairs, Runs, card_findings, choice_findings
from game.author.sweep.journal import Journal
from game.author.sweep.page import page
from game.author.sweep.plan import PAIRS, VILLAGES, PairUnit, RunUnit, Settings, Unit, run_units, settled
from game.author.sweep.pool import Workers, hired
from game.author.sweep.progress import Bar, Rate, progress_on
from game.author.sweep.results import PairResult, Result, RunResult
from game.author.sweep.sample import pair_units
from game.author.sweep.tables import (
    cards_table,
    choices_table,
    conditions_table,
    runs_table,
    spread_table,
    write_tables,
)
from game.base.files import write_whole
from game.base.problems import CallError
from game.ruleset.content import Ruleset

Say = Callable[[str], None]
U = TypeVar("U")
R = TypeVar("R")
PAGE: Final = "index.html"


@dataclass(frozen=True, slots=True)
class Request:
    """A call of the verb."""

    scenario: str
    policies: Sequence[str]
    runs: int
    out: Path
    seed: int = 1
    villages: int = VILLAGES
    pairs: int = PAIRS
    workers: int | None = None
    """None: as many as there are processors."""
    scheduler: str | None = None
    page: bool = True
    """Whether the page is drawn."""
    packs: Sequence[Path] = ()
    """Packs beside the shipped one."""


@dataclass(frozen=True, slots=True)
class Swept:
    """What a call came to."""

    settings: Settings
    rates: tuple[Rate, Rate]
    """Of the campaigns, and of those run again without a card or with another answer."""
    written: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """As one JSON document."""
        runs, pairs = self.rates
        return {
            **self.settings.as_json(), "campaigns": runs.campaigns, "campaigns_there_before": runs.there,
            "seconds": runs.seconds, "campaigns_a_second": runs.a_second, "compared": pairs.campaigns,
            "compared_a_second": pairs.a_second, "written": list(self.written),
        }  # fmt: skip


def sweep(request: Request, rules: Ruleset, note: Say, console: Console) -> Swept:
    """Run what is not in the folder yet, and write tables and page. ``note`` gets what a person should know.

    Raises: CallError if the call is wrong, the folder cannot be used, or the workers are lost.
    """
    if request.runs < 1 or request.pairs < 0:
        raise CallError("--runs is 1 or more, and --pairs 0 or more")
    if request.out.exists() and not request.out.is_dir():
        raise CallError(f"{request.out} is a file; name a folder with --out")
    settings, warnings = settled(
        rules, request.scenario, request.policies, request.runs, request.seed, request.villages, request.pairs,
        [str(pack.absolute()) for pack in request.packs],
    )
    for warning in warnings:
        note(str(warning))
    workers = hired(request.workers or os.cpu_count() or 1, request.scheduler)
    try:
        with Journal(request.out, settings) as journal:
            if journal.damaged:
                note(f"{journal.damaged} results in {request.out} were damaged or cut short, and are run again")
            return _swept(request, settings, rules, journal, workers, note, console)
    except KeyboardInterrupt:
        raise CallError(f"stopped; what is done is kept in {request.out}: call it again to go on") from None
    finally:
        workers.close()


def _swept(
    request: Request, settings: Settings, rules: Ruleset, journal: Journal, workers: Workers, note: Say,
    console: Console,
) -> Swept:
    with progress_on(console) as progress:
        work = _Work(settings, journal, workers, progress)
        played, rate = work.all("campaigns", run_units(settings))
        runs = _of(played, RunUnit, RunResult)
        tried, compared = work.all("cards taken out, and other answers", pair_units(settings, runs))
    written = _written(request, settings, rules, runs, _of(tried, PairUnit, PairResult), note)
    return Swept(settings, (rate, compared), written)


def _of(found: Mapping[Unit, Result], units: type[U], results: type[R]) -> dict[U, R]:
    """Results whose kind is known from here on."""
    return {u: result for u, result in found.items() if isinstance(u, units) and isinstance(result, results)}


@dataclass(slots=True)
class _Work:
    """The work of one call."""

    settings: Settings
    journal: Journal
    workers: Workers
    progress: Progress

    def all(self, what: str, units: Sequence[Unit]) -> tuple[dict[Unit, Result], Rate]:
        """The result of every unit, from the journal or worked out now, and how fast that went."""
        left = [unit for unit in units if unit.key not in self.journal.results]
        bar = Bar(self.progress, what, len(units), len(units) - len(left))
        rate = Rate(what, there=len(units) - len(left))
        for unit, result in self.workers.finish(self.settings, left):
            self.journal.keep(unit, result)
            rate.add(result.campaigns if isinstance(result, PairResult) else 1)
            bar.step()
        return {unit: self.journal.results[unit.key] for unit in units}, rate


def _written(
    request: Request, settings: Settings, rules: Ruleset, runs: Runs, pairs: Pairs, note: Say
) -> tuple[str, ...]:
    """Write tables and page; the names of the files.

    Raises: CallError if the folder cannot be written.
    """
    cards = card_findings(settings, rules, runs, pairs)
    choices = choice_findings(settings, rules, runs, pairs)
    tables = [
        runs_table(settings, runs), cards_table(cards), choices_table(choices), conditions_table(cards),
        spread_table(settings, runs),
    ]  # fmt: skip
    written = [f"{table.name}.csv" for table in tables]
    try:
        if write_tables(request.out, tables):
            written += [f"{table.name}.parquet" for table in tables]
        else:
            note('there are no Parquet copies: python -m pip install "two-ledgers[parquet]" brings what writes them')
        if request.page:
            write_whole(request.out / PAGE, page(settings, rules, runs, cards, choices).encode())
            written.append(PAGE)
    except ImportError:
        note('there is no page with pictures: python -m pip install "two-ledgers[sweep]" brings what draws them')
    except OSError as fault:
        raise CallError(f"{request.out} cannot be written: {fault.strerror or fault}") from fault
    return tuple(written)
