"""The lines of a report: what they count, in which unit, when they are due, and how parts make a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

import numpy as np

from game.base.exact import Array, ratio, total
from game.base.seasons import Quarter, Season
from game.economy.measures import CountyTable


class Indicator(StrEnum):
    """What a report can speak of. The value is the id used in content, saves and tables."""

    YIELD = "yield"
    """Grain over grain area of the harvest year, jin a mou."""
    OUTPUT = "output"
    """Grain of the harvest year, jin. Moves with the yield."""
    ORGANISED = "organised"
    """Share of households in teams that work and in cooperatives, 0-1."""
    COOPERATIVES = "cooperatives"
    """Producers' cooperatives."""
    ANIMALS = "animals"
    """Draught animals, head."""
    GRAIN_SOLD = "grain_sold"
    """Grain sold since the last harvest, on the market and to the state, jin."""
    COOP_YIELD = "coop_yield"
    """Grain over grain area on cooperative land, jin a mou; 0 where there is no cooperative."""
    STEEL = "steel"
    """Metal smelted since the year began in spring, jin, most of it useless."""
    CANTEENS = "canteens"
    """Share of people who eat from a common kitchen, 0-1."""
    WATERWORKS = "waterworks"
    """Land that waterworks in good order water, mou."""
    DEATHS = "deaths"
    """Deaths above those of an ordinary year since the last harvest was in, persons."""


class Stage(StrEnum):
    """What a figure is at the time of the year: promised, guessed, reaped or counted."""

    PLEDGE = "pledge"
    ESTIMATE = "estimate"
    RESULT = "result"
    STOCK = "stock"


STAGES = (Stage.PLEDGE, Stage.ESTIMATE, Stage.RESULT, Stage.STOCK)
"""In the order of the quarters."""

Figures = Mapping[Indicator, Array]
"""One figure a county for each indicator. Shapes: (C,)."""


@dataclass(frozen=True, slots=True)
class IndicatorSpec:
    """How one indicator is written down."""

    id: Indicator
    additive: bool
    """Counties add up to the prefecture; otherwise the prefecture is the weighted mean."""
    decimals: int
    """Digits after the point that a page shows."""
    step: float
    """What figures are rounded to on their way up, in the indicator's unit."""
    ceiling: float | None = None
    """No report goes above it (a share above one would be sent back)."""
    since: Season | None = None
    """The first season whose form has the line; nothing: every form has it. Before, nobody speaks of it."""


@dataclass(frozen=True, slots=True)
class DueFrom:
    """From a season on the form asks for other lines in some of the year's seasons."""

    since: Season
    due: Mapping[str, tuple[Indicator, ...]]
    """By season name; what is not named stays as it was."""


@dataclass(frozen=True, slots=True)
class ReportForm:
    """The form that goes up: its lines, and which three of them are asked for in which season."""

    indicators: tuple[IndicatorSpec, ...]
    due: Mapping[str, tuple[Indicator, ...]]
    """By season name (spring to winter); the others fold as last time."""
    due_from: tuple[DueFrom, ...] = ()
    """What changed in ``due``, earliest first."""

    def spec(self, indicator: Indicator) -> IndicatorSpec:
        """The line's description.

        Raises: KeyError if the form has no such line.
        """
        for spec in self.indicators:
            if spec.id is indicator:
                return spec
        raise KeyError(indicator)

    def due_in(self, season: Season) -> tuple[Indicator, ...]:
        """The lines asked for in that season, in order."""
        due = self.due[season.name]
        for changed in self.due_from:
            if changed.since <= season:
                due = changed.due.get(season.name, due)
        return due

    def lines_in(self, season: Season) -> tuple[Indicator, ...]:
        """The lines that the form of that season has, in the order of the form."""
        return tuple(spec.id for spec in self.specs_in(season))

    def specs_in(self, season: Season) -> tuple[IndicatorSpec, ...]:
        """Their descriptions."""
        return tuple(spec for spec in self.indicators if spec.since is None or spec.since <= season)


def stage_of(quarter: Quarter) -> Stage:
    """Pledge in spring, estimate in summer, result in autumn, stock in winter."""
    return STAGES[quarter]


def true_figures(table: CountyTable, before: Figures | None = None) -> dict[Indicator, Array]:
    """What the counties have, by indicator. Shapes: (C,).

    Harvest figures stand from one autumn to the next and grain sold adds up from the harvest on, so outside autumn
    the figures of the season before are needed; without them the table's own are taken.
    """
    figures = {
        Indicator.YIELD: table.yield_true,
        Indicator.OUTPUT: table.harvest_year_output,
        Indicator.ORGANISED: organised_share(table),
        Indicator.COOPERATIVES: table.cooperatives,
        Indicator.ANIMALS: table.draught_animals,
        Indicator.GRAIN_SOLD: table.grain_marketed + table.procurement,
        Indicator.COOP_YIELD: table.coop_yield_jin_per_mou,
        Indicator.STEEL: table.steel_jin,
        Indicator.CANTEENS: table.eating_in_canteens,
        Indicator.WATERWORKS: table.irrigated_share * table.sown_mou,
        Indicator.DEATHS: table.excess_deaths,
    }
    if before is None or table.harvested:
        return figures
    carried = {line: before[line] for line in (Indicator.YIELD, Indicator.OUTPUT, Indicator.COOP_YIELD)}
    sold = before[Indicator.GRAIN_SOLD] + figures[Indicator.GRAIN_SOLD]
    return {**figures, **carried, Indicator.GRAIN_SOLD: sold}


def counted_so_far(
    season: Season, table: CountyTable, last: CountyTable, before: Figures | None
) -> dict[Indicator, Array]:
    """The lines of which a page of the ledgers holds what was counted when reports were written. Shapes: (C,).

    Metal is weighed to the end of the season (``table``) and begins anew in spring. Kitchens, watered land and the
    dead are counted as a season opens (``last``: the table of the season before), so that a year's count of the dead
    holds the winter after one harvest to the next autumn. ``before``: the figures of the season before.
    """
    afresh = before is None or season.quarter is Quarter.SPRING
    adding = {Indicator.STEEL: table.steel_jin, Indicator.DEATHS: last.excess_deaths}
    if before is not None and not afresh:
        adding = {line: before[line] + flow for line, flow in adding.items()}
    return {
        **adding,
        Indicator.CANTEENS: last.eating_in_canteens,
        Indicator.WATERWORKS: last.irrigated_share * last.sown_mou,
    }


def organised_share(table: CountyTable) -> Array:
    """Share of households in teams that work, in cooperatives and in communes; teams on paper left out."""
    teams = table.share_mutual_aid - table.share_mutual_aid_nominal
    return np.asarray(teams + table.share_lower_coop + table.share_higher_coop + table.share_commune)


@lru_cache(maxsize=8)
def weights(table: CountyTable) -> Figures:
    """What each county counts for in the prefecture's mean, by indicator. Shapes: (C,). Kept for the latest tables.

    Yield by grain area (mou), shares of households by households and of people by people, yield on cooperative land
    by member households; ones where counties simply add up.
    """
    grain_mou = table.sown_mou * (1.0 - table.cash_crop_share)
    members = table.cooperatives * table.mean_coop_households
    one = np.ones_like(table.households)
    by_line = {
        Indicator.YIELD: grain_mou, Indicator.ORGANISED: table.households, Indicator.COOP_YIELD: members,
        Indicator.CANTEENS: table.population,
    }  # fmt: skip
    return MappingProxyType({indicator: by_line.get(indicator, one) for indicator in Indicator})


ADDITIVE = frozenset({
    Indicator.OUTPUT, Indicator.COOPERATIVES, Indicator.ANIMALS, Indicator.GRAIN_SOLD, Indicator.STEEL,
    Indicator.WATERWORKS, Indicator.DEATHS,
})  # fmt: skip
"""Lines whose counties add up; a property of the indicator, repeated in the form for those who read only that."""

YEARLY = frozenset({Indicator.STEEL, Indicator.DEATHS})
"""Lines that add up over the year and begin anew in spring: one year's figure is held against the year before's."""

WRITTEN_SMALL = frozenset({Indicator.DEATHS})
"""Lines that are falsified by writing less than there is: what auditors, inspected bands and counties hold against a
figure is how far it lies below."""


def false_by(line: Indicator, figure: Array | float, against: Array | float) -> Array:
    """How far a figure lies on the side to which its line is bent, against another, as a share of that other.

    Above it, or for what is written small below it (1: all of it left out). Negative on the other side; 0 against
    nothing. Shapes: any.
    """
    over = ratio(np.asarray(figure, dtype=float), np.asarray(against, dtype=float), 1.0) - 1.0
    return -over if line in WRITTEN_SMALL else over


def prefecture_figure(indicator: Indicator, values: Array, by_weight: Array) -> float:
    """The prefecture's figure: the sum, or the weighted mean for rates; 0 where nothing carries weight."""
    if indicator in ADDITIVE:
        return total(values)
    whole = np.asarray([total(values * by_weight)])
    return float(ratio(whole, np.asarray([total(by_weight)]))[0])


def prefecture_figures(values: Figures, by_weight: Figures) -> dict[Indicator, float]:
    """``prefecture_figure`` for every line there is."""
    return {line: prefecture_figure(line, figures, by_weight[line]) for line, figures in values.items()}
