"""What a campaign gives for a documented figure: a level, a growth or ratio between two dates, a sum, a share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from game.base.seasons import Season, seasons_between
from game.campaign.game import Game
from game.campaign.review import band_on, record_of
from game.economy.measures import CountyTable
from game.reporting.indicators import Indicator, prefecture_figure, weights
from game.reporting.ledgers import LedgerSeason
from game.ruleset.content import DocumentedFigure

NOT_MODELLED: Final = "not-modelled"
"""The measure of a figure that the model has nothing to hold against; it is shown, and always unmet."""
EXTREMES: Final[dict[str, Callable[[Iterable[float]], float]]] = {"highest": max, "lowest": min}
"""What can stand for a place: the county with the greatest or the least figure."""
REASONS: Final = ("ambition", "not-to-lag", "ties", "gain")
OVER_TRUE: Final = "over_true"
"""Measure ``over_true.INDICATOR``: the figure on the documented rung over the true one."""
THOUSAND: Final = 1000.0


@dataclass(frozen=True, slots=True)
class Course:
    """The true ledger of every season that was lived through, seen from one county or from the whole prefecture."""

    tables: Mapping[Season, CountyTable]
    place: int | None
    """The county's index; none for the prefecture."""

    def cell(self, column: str, season: Season) -> float:
        """A column in a season. Raises: KeyError if the season was not lived through, or there is no such column."""
        values = getattr(self._table(season), column, None)
        if values is None:
            raise KeyError(f"the model has no measure '{column}'")
        return float(values[self.place or 0])

    def summed(self, column: str, first: Season, last: Season) -> float:
        """A flow added up from the first season to the last, both included. Raises: KeyError, as ``cell``."""
        return sum(self.cell(column, season) for season in seasons_between(first, last))

    def year(self, column: str, season: Season) -> float:
        """A flow of the four seasons that end in this one. Raises: KeyError, as ``cell``."""
        return self.summed(column, season.shift(-3), season)

    def reasons(self, season: Season) -> list[float]:
        """Members of cooperatives by why they joined, in the order of REASONS."""
        return [float(members[self.place or 0]) for members in self._table(season).coop_members_by_reason]

    def _table(self, season: Season) -> CountyTable:
        table = self.tables.get(season)
        if table is None:
            raise KeyError(f"{season} was not lived through")
        return table.prefecture() if self.place is None else table


def measured(figure: DocumentedFigure, game: Game) -> float | None:
    """The simulated figure, in the documented unit; none if the model has no measure for it.

    Raises: KeyError naming the figure if its measure, county or season is none that the campaign has.
    """
    if figure.measure == NOT_MODELLED:
        return None
    pick = EXTREMES.get(figure.measured_in)
    try:
        if pick is not None:
            return pick(_of_place(figure, game, place) for place in range(game.state.counties))
        return _of_place(figure, game, _index(figure.measured_in, game))
    except KeyError as fault:
        raise KeyError(f"{figure.id}: {fault.args[0]}") from fault


def _index(place: str, game: Game) -> int | None:
    if place == "prefecture":
        return None
    if place not in game.rules.prefecture.county_ids:
        raise KeyError(f"there is no county '{place}'")
    return game.rules.prefecture.county_ids.index(place)


def _of_place(figure: DocumentedFigure, game: Game, place: int | None) -> float:
    now = _at(figure, figure.season, game, place)
    if figure.since is not None:
        return now - _at(figure, figure.since, game, place)
    return now if figure.against is None else _ratio(now, _at(figure, figure.against, game, place))


def _at(figure: DocumentedFigure, season: Season, game: Game, place: int | None) -> float:
    """The measure in a season, or summed up to it, over what it is counted by."""
    course = Course({lived.season: lived.table for lived in game.state.lived}, place)
    if figure.rung != "true":
        found = _on_file(figure, season, game, place)
    elif figure.over is not None:
        found = course.summed(figure.measure, figure.over, season)
    else:
        found = true_measure(figure.measure, season, course)
    return _ratio(found, true_measure(figure.per, figure.per_in or season, course)) if figure.per else found


def _ratio(part: float, whole: float) -> float:
    """0 where there is nothing to divide by, as in a county without cooperatives."""
    return part / whole if whole else 0.0


def true_measure(measure: str, season: Season, course: Course) -> float:
    """A measure of the true ledger: a column, or one that is made of columns.

    Raises: KeyError if there is no such measure, or the season was not lived through.
    """
    name, _, part = measure.partition(".")
    if name == "joined":
        members = course.reasons(season)
        return members[REASONS.index(part)] / max(sum(members), 1.0)
    made = MADE_OF.get(name)
    return course.cell(name, season) if made is None else made(course, season)


def _on_file(figure: DocumentedFigure, season: Season, game: Game, place: int | None) -> float:
    name, _, part = figure.measure.partition(".")
    line = Indicator(part if name == OVER_TRUE else figure.measure)
    page = game.state.ledgers.page(season)
    if page is None:
        raise KeyError(f"nothing was filed in {season}")
    table = next(lived.table for lived in game.state.lived if lived.season == season)
    written = _written(figure.rung, line, page, table, game, place)
    if name != OVER_TRUE:
        return written
    true = page.true[line]
    return _ratio(written, prefecture_figure(line, true, weights(table)[line]) if place is None else float(true[place]))


def _written(
    rung: str, line: Indicator, page: LedgerSeason, table: CountyTable, game: Game, place: int | None
) -> float:
    """What stands on one rung: filed, reported by the counties, or the middle of what was known."""
    if rung == "filed":
        return page.filed[line] if place is None else float(page.filed_by_county[line][place])
    if rung == "reported":
        reported = page.county[line]
        return prefecture_figure(line, reported, weights(table)[line]) if place is None else float(reported[place])
    if place is not None:
        return float(0.5 * (page.known_low[line][place] + page.known_high[line][place]))
    record = record_of(game.state, page.season)
    if record is None:
        raise KeyError(f"{page.season} was not played")
    return band_on(game, page, record, line).middle


def _grain_area(c: Course, s: Season) -> float:
    return c.cell("sown_mou", s) * (1.0 - c.cell("cash_crop_share", s))


def _coop_share(c: Course, s: Season) -> float:
    return c.cell("share_lower_coop", s) + c.cell("share_higher_coop", s)


Made = Callable[[Course, Season], float]
MADE_OF: Final[dict[str, Made]] = {
    "coop_households": lambda c, s: c.cell("cooperatives", s) * c.cell("mean_coop_households", s),
    "coop_share": _coop_share,
    "coop_debt_per_coop": lambda c, s: c.cell("coop_loans_outstanding", s) / max(c.cell("cooperatives", s), 1.0),
    "output_per_head": lambda c, s: _ratio(c.cell("harvest_year_output", s), c.cell("population", s)),
    "output_per_mou": lambda c, s: _ratio(c.cell("harvest_year_output", s), _grain_area(c, s)),
    "land_per_head": lambda c, s: _ratio(c.cell("sown_mou", s), c.cell("population", s)),
    "grain_area": _grain_area,
    "cash_area": lambda c, s: c.cell("sown_mou", s) * c.cell("cash_crop_share", s),
    "eaten_per_head": lambda c, s: _ratio(c.year("grain_eaten", s), c.cell("population", s)),
    "marketed_year": lambda c, s: c.year("grain_marketed", s),
    "tax_year": lambda c, s: c.year("tax", s),
    "tax_jin_per_mou": lambda c, s: _ratio(c.year("tax", s), c.cell("sown_mou", s)),
    "tax_of_output": lambda c, s: _ratio(c.year("tax", s), c.cell("harvest_year_output", s)),
    "state_grain_of_output": lambda c, s: _ratio(
        c.year("tax", s) + c.year("procurement", s), c.cell("harvest_year_output", s)
    ),
    "seed_feed_of_output": lambda c, s: _ratio(
        c.year("grain_seed", s) + c.year("grain_feed", s), c.cell("harvest_year_output", s)
    ),
    "birth_rate": lambda c, s: THOUSAND * _ratio(c.year("births", s), c.cell("population", s)),
    "death_rate": lambda c, s: THOUSAND * _ratio(c.year("deaths", s), c.cell("population", s)),
}
"""Measures put together from columns, in the documented unit. A year is the four seasons that end in the given one;
rates are a year for a thousand people at its end."""
