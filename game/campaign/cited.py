"""Who cited a filed figure, and what for: every use that the rules of the game make of it, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from game.base.seasons import Quarter, Season
from game.campaign.game import Game
from game.campaign.review import record_of
from game.campaign.run_on import Course
from game.economy.measures import CountyTable
from game.politics.reaction import Consequence
from game.reporting.indicators import Indicator, prefecture_figure, weights
from game.reporting.ledgers import Ledgers, LedgerSeason
from game.reporting.sight import Band

Kind = Literal["printed", "answer", "audit", "target", "rival", "report", "norm", "purchase"]
SETS_TARGETS: Final = "province"
STATE: Final = "centre"
FELT: Final = 0.005
"""A norm or a purchase that a figure only reaches by what counties learned from it is listed from this share on.
Assumed: less could not be read off a page."""
NORM: Final = "norm_jin_per_mou"
"""Column of the county table with the normal yield that the survey fixed, once there is one; weighed by the land."""


@dataclass(frozen=True, slots=True)
class FiledFigure:
    """A figure that went up, and what was known when it did."""

    line: Indicator
    season: Season
    figure: float
    known: Band

    @property
    def inflation(self) -> float:
        """Filed over the middle of what was known."""
        return self.figure / self.known.middle


@dataclass(frozen=True, slots=True)
class Citation:
    """One use of a filed figure. ``came`` and ``instead`` are in the unit of ``of``, or jin where there is no line."""

    season: Season
    kind: Kind
    by: str
    """An office or a rival."""
    line: Indicator
    """Of the figure cited."""
    figure: float
    filed: Season
    """The season in which the cited figure went up."""
    of: Indicator | None
    came: float | None
    """What came of it."""
    instead: float | None
    """The same, had the middle of what was known been filed."""
    answer: Consequence | None = None
    """What an office did, where that is what came of it."""


def citations(figure: FiledFigure, lived: Course, plain: Course) -> tuple[Citation, ...]:
    """Everything that the figure was cited for, in order. ``plain``: the course with what was known filed instead."""
    told = [
        *_printed(figure, lived, plain), *_answers(figure, lived), *_audits(figure, lived),
        *_targets(figure, lived, plain), *_rivals(figure, lived, plain), *_reports(figure, lived, plain),
        *_norms(figure, lived, plain), *_purchases(figure, lived, plain),
    ]  # fmt: skip
    return tuple(sorted(told, key=lambda found: found.season))


def _ledgers(lived: Course) -> Ledgers:
    return lived.game.state.ledgers


def _page(lived: Course, season: Season) -> LedgerSeason | None:
    return _ledgers(lived).page(season)


def _printed(figure: FiledFigure, lived: Course, plain: Course) -> Iterator[Citation]:
    """The provincial paper prints what the province passed on."""
    line = figure.line
    here, there = _page(lived, figure.season), _page(plain, figure.season)
    paper = lived.game.state.offices.paper
    if here is not None and there is not None and paper is not None:
        yield _cited(figure, figure.season, "printed", paper.id, line, here.printed[line], there.printed[line])


def _cited(
        figure: FiledFigure, season: Season, kind: Kind, by: str, of: Indicator | None, came: float,
    instead: float | None,
) -> Citation:
    """A citation of the figure itself."""
    return Citation(season, kind, by, figure.line, figure.figure, figure.season, of, came, instead)


def _answers(figure: FiledFigure, lived: Course) -> Iterator[Citation]:
    """What offices did because of the line: prizes, loans, criticism."""
    record = record_of(lived.game.state, figure.season)
    for found in record.consequences if record is not None else ():
        if found.indicator is figure.line:
            cited = figure.line, figure.figure, figure.season
            yield Citation(figure.season, "answer", found.office, *cited, None, None, None, found)


def _audits(figure: FiledFigure, lived: Course) -> Iterator[Citation]:
    """Auditors who struck the figure down."""
    record = record_of(lived.game.state, figure.season)
    outcome = record.audit if record is not None else None
    for found in outcome.findings if outcome is not None else ():
        if found.indicator is figure.line and outcome is not None:
            yield _cited(figure, figure.season, "audit", outcome.office, figure.line, found.found, None)


def _targets(figure: FiledFigure, lived: Course, plain: Course) -> Iterator[Citation]:
    """The next target of the line, and the first one of a line that stands on it."""
    season = figure.season.next
    here, there = _page(lived, season), _page(plain, season)
    for line in _reckoned_from(figure, lived):
        if here is not None and there is not None and line in here.target:
            yield _cited(figure, season, "target", SETS_TARGETS, line, here.target[line], there.target.get(line))


def _reckoned_from(figure: FiledFigure, lived: Course) -> Iterator[Indicator]:
    """Lines whose next target is reckoned from the figure."""
    for growth in lived.game.rules.reporting.targets.growth:
        own = _ledgers(lived).last_filed(growth.indicator, before=figure.season.next) or 0.0
        if growth.indicator is figure.line or (growth.stands_on is figure.line and own <= 0.0):
            yield growth.indicator


def _rivals(figure: FiledFigure, lived: Course, plain: Course) -> Iterator[Citation]:
    """Rivals who file more next year because the harvest's figure was the highest over what there was."""
    line, year = figure.line, figure.season.year + 1
    if figure.season.quarter is not Quarter.AUTUMN:
        return
    for here, there in zip(lived.rivals.get(year, ()), plain.rivals.get(year, ()), strict=False):
        if line in here.ratio and here.ratio[line] > there.ratio[line]:
            spring = Season(year, Quarter.SPRING)
            yield _cited(figure, spring, "rival", here.id, line, here.files(line), there.files(line))


def _reports(figure: FiledFigure, lived: Course, plain: Course) -> Iterator[Citation]:
    """The next year's report, which superiors read against this one."""
    season = figure.season.shift(4)
    here, there = _page(lived, season), _page(plain, season)
    if here is not None and there is not None:
        yield _cited(
            figure, season, "report", SETS_TARGETS, figure.line, here.filed[figure.line], there.filed[figure.line]
        )


def _norms(figure: FiledFigure, lived: Course, plain: Course) -> Iterator[Citation]:
    """The survey that fixes the normal yield, where it came after the figure; the last harvest filed raised it."""
    for before, record in pairwise(lived.game.state.records):
        harvest = _last_harvest(_ledgers(lived), record.season)
        other = record_of(plain.game.state, record.season)
        if harvest is None or other is None or norm(before.table) > 0.0:
            continue
        here, there = norm(record.table), norm(other.table)
        if here > 0.0 and _reached(figure, harvest, here, there):
            yield Citation(
                record.season, "norm", SETS_TARGETS, Indicator.YIELD, harvest.filed[Indicator.YIELD], harvest.season,
                Indicator.YIELD, here, there,
            )  # fmt: skip


def _reached(figure: FiledFigure, harvest: LedgerSeason, here: float, there: float) -> bool:
    """Whether what was reckoned on a harvest's file was reckoned on the figure, or was moved by it."""
    direct = harvest.season == figure.season and figure.line is Indicator.YIELD
    return direct or (harvest.season >= figure.season and abs(here - there) > FELT * here)


def norm(table: CountyTable) -> float:
    """The surveyed normal yield of the prefecture, jin a mou; 0 before the survey, and where the core has none."""
    fixed = getattr(table, NORM, None)
    return 0.0 if fixed is None else prefecture_figure(Indicator.YIELD, fixed, weights(table)[Indicator.YIELD])


def _last_harvest(ledgers: Ledgers, season: Season) -> LedgerSeason | None:
    """The page of the last harvest that had been filed when a season closed."""
    return ledgers.harvest(season.year if season.quarter >= Quarter.AUTUMN else season.year - 1)


def _purchases(figure: FiledFigure, lived: Course, plain: Course) -> Iterator[Citation]:
    """What the state bought of each harvest from the figure's own on, reckoned on the total grain that was filed of it.

    The figure works on in later ones by what it taught the counties and by the norms.
    """
    for year in range(figure.season.year, lived.game.state.season.year + 1):
        here, there = bought(lived.game, year), bought(plain.game, year)
        harvest = _ledgers(lived).harvest(year)
        if harvest is not None and here > 0.0 and _reached(figure, harvest, here, there):
            yield Citation(
                harvest.season, "purchase", STATE, Indicator.OUTPUT, harvest.filed[Indicator.OUTPUT], harvest.season,
                None, here, there,
            )  # fmt: skip


def bought(game: Game, year: int) -> float:
    """State purchase of one harvest, autumn to the summer after, jin."""
    first = Season(year, Quarter.AUTUMN)
    harvest = [record for record in game.state.records if first <= record.season < first.shift(4)]
    return sum(whole(record.table, "procurement") for record in harvest)


def whole(table: CountyTable, field: str) -> float:
    """The prefecture's figure in a column of the county table."""
    return float(getattr(table.prefecture(), field)[0])
