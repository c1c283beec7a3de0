"""The figure's afterlife: what one filed figure was cited for in the seasons that followed, as the model has it.

Every citation stands beside the same campaign, seed and weather with the middle of what was known filed in its place:
the difference is what the figure did. A citation is listed where the rules of the game read the figure itself;
``docs/reporting.md`` says which do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from game.base.seasons import Quarter, Season
from game.campaign.game import Game
from game.campaign.review import band_on, record_of, true_of
from game.campaign.run_on import Course, Otherwise, course, run_on
from game.economy.measures import CountyTable
from game.politics.reaction import Consequence
from game.reporting.indicators import Indicator, prefecture_figure, weights
from game.reporting.ledgers import Ledgers, LedgerSeason
from game.reporting.sight import Band
from game.state import SeasonRecord

Kind = Literal["printed", "answer", "audit", "target", "rival", "report", "norm", "purchase"]
PRINTER: Final = "shanxi-daily"
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


@dataclass(frozen=True, slots=True)
class YearOn:
    """Both ledgers of one year: the line that is followed, in its unit, and what was taken and left of the grain."""

    year: int
    true: float
    filed: float
    target: float | None
    """What was asked of the prefecture when it filed."""
    tax_jin: float
    purchase_jin: float
    food_jin: float
    """Grain to eat in the winter after, at a yearly rate."""
    after: bool
    """Whether the year lies past the scenario."""


@dataclass(frozen=True, slots=True)
class Afterlife:
    """Everything that is told of a figure's afterlife. All of it is modelled."""

    figure: FiledFigure
    policy: str
    """Who sat at the desk in the years run on: a built-in policy, or ``own``."""
    last: Season
    """The last season of the years run on."""
    citations: tuple[Citation, ...]
    years: tuple[YearOn, ...]
    instead: tuple[YearOn, ...]
    """The same years, had the middle of what was known been filed."""
    others: tuple[FiledFigure, ...]
    """Figures whose afterlife can be told, the most inflated of each line, most inflated first."""


def filed_figures(game: Game) -> tuple[FiledFigure, ...]:
    """Of every line that was due the figure that stood furthest above what was known, most inflated first.

    Total grain is left out: it is the yield over again.
    """
    furthest: dict[Indicator, FiledFigure] = {}
    for record in game.state.records:
        for found in _filed_in(game, record):
            before = furthest.get(found.line)
            if before is None or found.inflation > before.inflation:
                furthest[found.line] = found
    return tuple(sorted(furthest.values(), key=lambda found: -found.inflation))


def _filed_in(game: Game, record: SeasonRecord) -> Iterator[FiledFigure]:
    page = game.state.ledgers.page(record.season)
    assert page is not None, "every record has its page"
    for line in game.rules.reporting.form.due_in(record.season.quarter):
        if line is not Indicator.OUTPUT:
            found = FiledFigure(line, record.season, page.filed[line], band_on(game, page, record, line))
            if found.figure > 0.0 and found.known.middle > 0.0:
                yield found


def afterlife(
    game: Game, line: Indicator | None = None, season: Season | None = None, years: int | None = None,
    policy: str | None = None, lived: Course | None = None,
) -> Afterlife | None:
    """What became of a figure: of the one that is named, or of the most inflated; nothing if none was filed.

    Runs the campaign twice, about a second each for a short scenario of six thousand villages; once if ``lived``, the
    same campaign as ``run_on`` by the same policy, is at hand from another figure.

    Raises: CallError if there is no such policy; KeyError if no such figure was due.
    """
    others = filed_figures(game)
    if not others:
        return None
    figure = others[0] if line is None else _named(game, others, line, season)
    rules = game.rules.reporting.run_on
    years = rules.years if years is None else years
    lived = lived or course(game, years, policy)
    plain = course(game, years, policy, Otherwise(figure.line, figure.season, figure.known.middle))
    return Afterlife(
        figure=figure,
        policy=policy or rules.successor,
        last=lived.game.state.season,
        citations=citations(figure, lived, plain),
        years=_years(lived.game, figure, game.state.last),
        instead=_years(plain.game, figure, game.state.last),
        others=others,
    )


def _named(game: Game, others: Sequence[FiledFigure], line: Indicator, season: Season | None) -> FiledFigure:
    """The figure of a line that was filed in a season; without a season the line's most inflated one."""
    if season is None:
        return next(found for found in others if found.line is line)
    record = record_of(game.state, season)
    found = [] if record is None else [each for each in _filed_in(game, record) if each.line is line]
    if not found:
        raise KeyError(f"{line.value} was not due in {season}")
    return found[0]


# ---- the citations


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
    if here is not None and there is not None:
        yield _cited(figure, figure.season, "printed", PRINTER, line, here.printed[line], there.printed[line])


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
        here, there = _bought(lived.game, year), _bought(plain.game, year)
        harvest = _ledgers(lived).harvest(year)
        if harvest is not None and here > 0.0 and _reached(figure, harvest, here, there):
            yield Citation(
                harvest.season, "purchase", STATE, Indicator.OUTPUT, harvest.filed[Indicator.OUTPUT], harvest.season,
                None, here, there,
            )  # fmt: skip


def _bought(game: Game, year: int) -> float:
    """State purchase of one harvest, autumn to the summer after, jin."""
    first = Season(year, Quarter.AUTUMN)
    bought = [r for r in game.state.records if first <= r.season < first.shift(4)]
    return sum(_whole(record.table, "procurement") for record in bought)


def _whole(table: CountyTable, field: str) -> float:
    return float(getattr(table.prefecture(), field)[0])


# ---- the years


HARVESTED: Final = frozenset({Indicator.YIELD, Indicator.COOP_YIELD})
"""Lines that stand in autumn; the others are counted in winter."""


def _years(game: Game, figure: FiledFigure, played: Season) -> tuple[YearOn, ...]:
    """Every year from the figure's own to the last one that was lived through to its count."""
    quarter = Quarter.AUTUMN if figure.line in HARVESTED else Quarter.WINTER
    seasons = [Season(year, quarter) for year in range(figure.season.year, game.state.season.year + 1)]
    rows = [_year(game, figure.line, season, played) for season in seasons]
    return tuple(row for row in rows if row is not None)


def _year(game: Game, line: Indicator, season: Season, played: Season) -> YearOn | None:
    """The year of a season in which the line stands; nothing if it was not lived through."""
    page, counted = game.state.ledgers.page(season), record_of(game.state, season)
    if page is None or counted is None:
        return None
    records = [record for record in game.state.records if record.season.year == season.year]
    return YearOn(
        year=season.year,
        true=true_of(page, line, weights(counted.table)[line]),
        filed=page.filed[line],
        target=page.target.get(line),
        tax_jin=sum(_whole(record.table, "tax") for record in records),
        purchase_jin=_bought(game, season.year),
        food_jin=_whole(records[-1].table, "grain_available_per_head"),
        after=season > played,
    )


__all__ = ["Afterlife", "Citation", "FiledFigure", "YearOn", "afterlife", "filed_figures", "norm", "run_on"]
