"""Where the state's grain goes: what comes in as tax and purchase, and who eats it (towns, army, villages, elsewhere).

Two stores: the prefecture's reserve, out of which villages are helped, and the grain stations, which feed towns and
garrisons until the next harvest and send the rest away. What comes in is what goes out and what stays, to the jin.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from math import floor
from typing import Final

import numpy as np

from game.base.changed import replace
from game.base.exact import Array, total
from game.base.seasons import Quarter, Season
from game.economy.measures import CountyTable
from game.economy.params import PurchaseParams
from game.economy.prefecture import Prefecture, by_year


@dataclass(frozen=True, slots=True)
class StateGrain:
    """The state's grain in one season, jin at the prefecture's full size."""

    tax: float = 0.0
    procurement: float = 0.0
    from_the_province: float = 0.0
    """Brought in: for short villages, for relief beyond the reserve, for towns that the stations cannot feed."""
    relief: float = 0.0
    """Given to villages."""
    resold: float = 0.0
    """Sold back to them, at the market's price."""
    towns: float = 0.0
    army: float = 0.0
    """Garrisons, offices, schools and works."""
    sent_up: float = 0.0
    """To the province and other places in the country."""
    exported: float = 0.0
    """What the country sent abroad of it, by the nation's share."""
    reserve: float = 0.0
    """In the reserve at the season's end."""
    stations: float = 0.0
    """In the grain stations at the season's end."""

    @property
    def came_in(self) -> float:
        """All that came in."""
        return self.tax + self.procurement + self.from_the_province

    @property
    def went_out(self) -> float:
        """All that went out."""
        return self.relief + self.resold + self.towns + self.army + self.sent_up + self.exported


FLOWS: Final = tuple(field.name for field in fields(StateGrain) if field.name not in {"reserve", "stations"})
"""What is a flow of the season, in order."""

SEASONS_TO_AUTUMN: Final = {Quarter.AUTUMN: 3.0, Quarter.WINTER: 2.0, Quarter.SPRING: 1.0, Quarter.SUMMER: 0.0}
"""Seasons for which stations must still hold grain after this one, until the autumn harvest comes in."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a season took from the villages and gave back, jin at the prefecture's full size."""

    tax: float
    procurement: float
    for_resale: float
    """Part of the purchase that stays to be sold back."""
    given: float
    """Relief and resale together."""
    resold: float
    supplied: float
    """What the province sends for villages that are short by the filed harvest."""


def taken(table: CountyTable, resale_share: Array, scale: float, params: PurchaseParams) -> Taken:
    """A season's table as the granary sees it. Shapes: resale_share (C,); ``scale``: villages in play over all."""
    given = float(np.rint(total(table.relief) / scale))
    return Taken(
        tax=float(np.rint(total(table.tax) / scale)),
        procurement=float(np.rint(total(table.procurement) / scale)),
        for_resale=float(np.rint(total(np.floor(table.procurement * resale_share)) / scale)),
        given=given,
        resold=min(float(np.rint(total(table.resold) / scale)), given),
        supplied=float(np.rint(params.deficit_supplied * total(table.assessed_deficit) / scale)),
    )


def books(
    reserve_jin: float, stations_jin: float, season_took: Taken, standing_jin: float, season: Season,
    prefecture: Prefecture,
) -> StateGrain:
    """The season's account, from what reserve and stations held as it closed.

    With each autumn harvest the reserve is brought to its standing size, from above or from below; what comes in for
    resale and supply then waits for the next season.
    """
    t = season_took
    left = max(reserve_jin - t.given, 0.0)
    stays, filled = left, 0.0
    if season.quarter is Quarter.AUTUMN:
        stays = min(left, standing_jin)
        filled = max(min(standing_jin, t.tax) - stays, 0.0)
    brought = t.supplied + t.given - (reserve_jin - left)
    grain = StateGrain(
        tax=t.tax, procurement=t.procurement, from_the_province=brought, relief=t.given - t.resold, resold=t.resold,
        reserve=stays + filled + t.for_resale + t.supplied,
        stations=stations_jin + t.tax + t.procurement - t.for_resale - filled + left - stays,
    )  # fmt: skip
    return _handed_out(grain, season, prefecture)


def _handed_out(grain: StateGrain, season: Season, prefecture: Prefecture) -> StateGrain:
    """The stations' grain handed out: towns and garrisons first, a stock for them kept, the rest sent away."""
    towns, army = eaten(season, prefecture)
    lacking = max(towns + army - grain.stations, 0.0)
    stock = kept_in_stations(season, prefecture)
    over = max(grain.stations + lacking - towns - army - stock, 0.0)
    exported = float(floor(over * by_year(prefecture.exported_share, season.year)))
    return replace(
        grain, from_the_province=grain.from_the_province + lacking, towns=towns, army=army, sent_up=over - exported,
        exported=exported, stations=grain.stations + lacking - towns - army - over,
    )  # fmt: skip


def eaten(season: Season, prefecture: Prefecture) -> tuple[float, float]:
    """What towns and what garrisons eat of the state's grain in a season, jin."""
    fed = season >= prefecture.towns_fed_from_season
    towns = round(by_year(prefecture.town_people, season.year) * prefecture.town_ration_jin / 4.0)
    return float(towns * fed), float(round(by_year(prefecture.army_jin, season.year) / 4.0))


def kept_in_stations(season: Season, prefecture: Prefecture) -> float:
    """What the stations hold back at a season's end, so that it lasts to the autumn harvest, jin."""
    return sum(eaten(season, prefecture)) * SEASONS_TO_AUTUMN[season.quarter]
