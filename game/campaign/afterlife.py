"""The figure's afterlife: what one filed figure was cited for in the seasons that followed, as the model has it.

Every citation stands beside the same campaign, seed and weather with the middle of what was known filed in its place:
the difference is what the figure did. A citation is listed where the rules of the game read the figure itself;
``docs/reporting.md`` says which do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from game.base.seasons import Quarter, Season
from game.campaign.cited import Citation, FiledFigure, bought, citations, whole
from game.campaign.game import Game
from game.campaign.review import band_on, record_of, true_of
from game.campaign.run_on import Course, Otherwise, course, run_on
from game.reporting.indicators import Indicator, weights
from game.state import SeasonRecord


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
    for line in game.rules.reporting.form.due_in(record.season):
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
        tax_jin=sum(whole(record.table, "tax") for record in records),
        purchase_jin=bought(game, season.year),
        food_jin=whole(records[-1].table, "grain_available_per_head"),
        after=season > played,
    )


__all__ = ["Afterlife", "Citation", "FiledFigure", "YearOn", "afterlife", "filed_figures", "run_on"]
