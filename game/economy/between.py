"""Grain that passes from one village to another without the state: alms, and what a commune levels.

Who gives and who gets is settled as the season opens, with the whole prefecture in sight; what one side gives the other
has, to the jin.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from game.base.exact import Array, by_county, cell_sum, ratio, split_among, split_whole
from game.base.seasons import Quarter, Season
from game.economy.orders import Orders
from game.economy.params import GrainParams, Params
from game.economy.staples import spring_seed, years_to_last
from game.economy.villages import COMMUNE, Villages


@dataclass(frozen=True, slots=True)
class Passed:
    """Grain that is taken in some villages and had in others, whole jin. Shapes: (S, V), or (V,) of common funds."""

    taken: Array
    had: Array
    people: Array
    """(V,) those who went out begging."""

    def __bool__(self) -> bool:
        return bool(self.taken.any() or self.people.any())

    def part(self, rows: slice) -> Passed:
        """What passes in a run of villages, sharing memory with these."""
        return self if self is NOTHING else Passed(self.taken[..., rows], self.had[..., rows], self.people[rows])


NOTHING: Final = Passed(np.zeros(0), np.zeros(0), np.zeros(0))
"""Where no grain passes at all."""


def begging(v: Villages, lack: Array, season: Season, orders: Orders, params: Params) -> Passed:
    """Who lacks grain goes begging through the county, as far as roads, markets and stoves are open.

    Shapes: lack (S, V), jin to the line of relief, until the next harvest.
    """
    grain = params.grain
    part = grain.begged_for * (1.0 - grain.beggars_held * orders.movement_control)
    part = (part * (1.0 - grain.no_market * (orders.grain_trade == 0.0)))[v.county]
    sought = np.floor(lack * part)
    if not sought.any():
        return NOTHING
    spare = np.floor(to_give(v, season, params) * grain.given_to_beggars * _open_kitchens(v, orders, grain))
    county, counties = v.county, orders.counties
    asked, there = cell_sum(sought), cell_sum(spare)
    passed = np.minimum(by_county(asked, county, counties), by_county(there, county, counties))
    taken = split_whole(split_among(passed, there, county), spare)
    had = split_whole(split_among(passed, asked, county), sought)
    need = v.people * (years_to_last(v, season.quarter, grain.seasons_to_feed, params.staples) * grain.relief_line_jin)
    going = v.people * ratio(lack, need) * part
    return Passed(taken, had, cell_sum(going))


def to_give(v: Villages, season: Season, params: Params) -> Array:
    """Open grain beyond seed and what kin would be left with. Shapes: (S, V)."""
    grain = params.grain
    kept = v.people * (years_to_last(v, season.quarter, grain.seasons_to_feed, params.staples) * grain.kin_keep_jin)
    if season.quarter in (Quarter.WINTER, Quarter.SPRING):
        kept = kept + (v.land_mou + v.hidden_mou) * spring_seed(v, params.staples)
    return np.clip(v.grain_jin - kept, 0.0, v.grain_jin)


def _open_kitchens(v: Villages, orders: Orders, grain: GrainParams) -> Array:
    """How far there are stoves at which one may beg: where all eat in canteens, hardly (Wong, section 11). (S, V)."""
    return 1.0 - v.member_share * (grain.no_stoves * orders.canteens)[v.county]


def levelled(v: Villages, season: Season, orders: Orders) -> Passed:
    """In winter a commune moves grain from funds above its mean a head to those below it, as far as it levels.

    Outside the documents: what the centre forbade again in spring 1959. A commune is taken to be the villages of a
    district that are of that form; between communes nothing passes (Wong, section 11).
    """
    if season.quarter is not Quarter.WINTER or not orders.commune_levelling.any():
        return NOTHING
    inside = (v.form == COMMUNE) * 1.0
    fund, heads = v.fund_jin * inside, v.persons * inside
    if not fund.any():
        return NOTHING
    district, districts = v.district, int(v.district.max()) + 1
    mean = ratio(by_county(fund, district, districts), by_county(heads, district, districts))[district]
    part = orders.commune_levelling[v.county]
    over = np.floor(np.maximum(fund - heads * mean, 0.0) * part)
    under = np.floor(np.maximum(heads * mean - fund, 0.0) * part)
    passed = np.minimum(by_county(over, district, districts), by_county(under, district, districts))
    return Passed(split_among(passed, over, district), split_among(passed, under, district), np.zeros(v.count))
