"""What must be settled with the whole prefecture in sight, before each village can live its season by itself.

Everything here compares or shares out between villages: chance is drawn, cooperatives are sited, ploughs, prizes
and relief are allotted. The stages after it need no other village's figures, so they run on slices of the villages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.base.chance import Chance
from game.base.exact import Array, Indices, by_county, cell_sum, ratio, total
from game.base.seasons import Quarter, Season
from game.economy.between import NOTHING, Passed, begging, levelled
from game.economy.orders import Orders
from game.economy.params import CoopParams, Params, WeatherParams
from game.economy.staples import summer_part, years_to_last
from game.economy.villages import COMMUNE, HIGHER, LOWER, Villages

STREAMS: Final = ("animal-deaths", "animal-sales", "births", "deaths", "excess-deaths", "flight", "leaving")
"""Decisions of chance that round a village's expectation to whole heads, each its own stream."""

STREAMS_OF_SEASON: Final = {Quarter.SPRING: ("calves",), Quarter.WINTER: ("division", "standing")}
"""Those that only one season asks for."""


@dataclass(frozen=True, slots=True)
class Allotment:
    """What each village is given or meets with this season. Shapes: (V,) unless said."""

    weather: Array
    """Yield factor of the season."""
    founding: Array
    """Cooperatives to be founded."""
    entering: Array
    """Households that are to be brought into cooperatives, old and new, whole."""
    form: Array
    """The least form that the village is told its cooperative should have."""
    norm: Array
    """The village's surveyed normal yield over the prefecture's mean, 1 where nothing was surveyed."""
    near_trial: Array
    """1 where a cooperative is founded, a third elsewhere in its district, else 0."""
    near_coops: Array
    """1 in a district that has cooperatives, else 0."""
    ploughs: Array
    """New ploughs."""
    animals: Array
    """Head given as prizes."""
    extra_loan_yuan: Array
    """Loans beyond the rule, old yuan for the village's cooperatives."""
    relief_jin: Array
    """(S, V) grain given, whole jin."""
    alms: Passed
    """What beggars are given in other villages of their county."""
    levelled: Passed
    """What a commune takes from the funds of its richer villages and gives to the poorer."""
    draws: Mapping[str, Array]
    """Uniform draws by stream."""

    def part(self, rows: slice) -> Allotment:
        """What a run of villages is given, sharing memory with these."""
        arrays = {name: getattr(self, name)[..., rows] for name in GIVEN}
        draws = {stream: draw[rows] for stream, draw in self.draws.items()}
        return Allotment(**arrays, alms=self.alms.part(rows), levelled=self.levelled.part(rows), draws=draws)


GIVEN: Final = tuple(field.name for field in fields(Allotment) if field.type == "Array")
"""Names of the arrays, in order."""


def allot(
    villages: Villages, season: Season, orders: Orders, params: Params, chance: Chance
) -> Allotment:
    """Share out what the season's orders bring, and draw the season's chance."""
    weather = draw_weather(villages, season, orders, params.weather, chance)
    rank = Ranked(villages)
    form = _form(villages, orders, rank)
    founding, entering = _enter(villages, orders, params.coops, rank, form)
    cooperatives = villages.cooperatives + founding
    lack = _lack(villages, season, params, params.grain.relief_line_jin, weather)
    relief = _relief(villages, season, orders, params, weather, lack)
    streams = [*STREAMS, *STREAMS_OF_SEASON.get(season.quarter, ())]
    if orders.dissolve_unfit.any():
        streams.append("dissolving")
    spring = 1.0 if season.quarter is Quarter.SPRING else 0.0
    return Allotment(
        weather=weather,
        founding=founding,
        entering=entering,
        form=form,
        norm=_norm(villages, orders),
        near_trial=np.maximum(founding > 0, _in_district(founding, villages.district) / 3.0),
        near_coops=_in_district(cooperatives, villages.district),
        ploughs=_spread_evenly(orders.new_ploughs * spring, rank, villages.county),
        animals=_spread_evenly(orders.animals_given, rank, villages.county),
        extra_loan_yuan=_by_weight(orders.extra_loans_yuan, cooperatives, villages.county),
        relief_jin=relief,
        alms=begging(villages, np.maximum(lack - relief, 0.0), season, orders, params) if lack.any() else NOTHING,
        levelled=levelled(villages, season, orders),
        draws={stream: chance.uniform(stream, villages.count) for stream in streams},
    )


def draw_weather(
    villages: Villages, season: Season, orders: Orders, params: WeatherParams, chance: Chance
) -> Array:
    """The season's yield factor in each village: documented for the county, with chance for both. Shapes: (V,)."""
    if orders.weather_normal:
        return np.ones(villages.count)
    if orders.weather_without_chance:
        return np.clip(orders.weather_by_county, params.lowest, params.highest)[villages.county]
    weight = params.weight[season.quarter]
    county = orders.weather_by_county + weight * params.county_spread * chance.normal("weather-county", orders.counties)
    village = weight * params.village_spread * chance.normal("weather-village", villages.count)
    return np.clip(1.0 + (county[villages.county] - 1.0 + village) * villages.exposure, params.lowest, params.highest)


def _enter(
    villages: Villages, orders: Orders, params: CoopParams, rank: Ranked, form: Array
) -> tuple[Array, Array]:
    """Cooperatives to be founded, and households to be brought in: by order, then up to the county's target.

    While their county is below its target, cooperatives that are there grow towards the size asked; those of a higher
    form, or that are told to be of one, take in the village. Shapes: form (V,), results (V,), (V,).
    """
    county, size = villages.county, np.maximum(np.rint(orders.coop_households), 1.0)
    ordered = _spread_evenly(orders.found_cooperatives, rank, county)
    by_order = ordered * size[county]
    target = np.maximum(orders.coop_target, orders.commune_target)
    if not target.any():
        return ordered, np.rint(by_order)
    missing = _missing(villages, target, by_order)
    growing = _growing(villages, size, missing, form, params)
    left = np.maximum(missing - by_county(growing, county, orders.counties), 0.0)
    unit = np.maximum(np.minimum(size, _mean_village(villages, orders.counties)), 1.0)
    founded = _spread_evenly(np.floor(left / unit), rank, county)
    return ordered + founded, np.rint(by_order + growing + founded * unit[county])


def _growing(villages: Villages, size: Array, missing: Array, form: Array, params: CoopParams) -> Array:
    """Households that cooperatives which are there take in, no more than their county lacks. Shapes: (V,)."""
    county, homes, members = villages.county, villages.homes, villages.members
    to_size = np.minimum(size[county] * villages.cooperatives, homes)
    growing = np.maximum(to_size - members, 0.0) * params.grows_a_season
    whole_village = (np.maximum(villages.form, form) > LOWER) & (villages.cooperatives > 0.0)
    growing = np.where(whole_village, homes - members, growing) * (missing > 0.0)[county]
    grown = by_county(growing, county, len(missing))
    return np.asarray(growing * np.minimum(ratio(missing, grown, 1.0), 1.0)[county])


def _mean_village(villages: Villages, counties: int) -> Array:
    """Households of a county's mean village. Shapes: (C,)."""
    here = by_county(np.ones(villages.count), villages.county, counties)
    return ratio(by_county(villages.homes, villages.county, counties), here)


def _missing(villages: Villages, target: Array, by_order: Array) -> Array:
    """Households that a county still lacks to its target. Shapes: (C,)."""
    counties = len(target)
    asked = target * by_county(villages.homes, villages.county, counties)
    return np.maximum(asked - by_county(villages.members + by_order, villages.county, counties), 0.0)


def _form(villages: Villages, orders: Orders, rank: Ranked) -> Array:
    """The form asked of each village's cooperative: the first in rank go first. Shapes: (V,)."""
    if not (orders.higher_coop_target.any() or orders.commune_target.any()):
        return np.zeros(villages.count)
    higher = _first(orders.higher_coop_target, rank, villages.county) * HIGHER
    commune = _first(orders.commune_target, rank, villages.county) * COMMUNE
    return np.asarray(np.maximum(higher, commune))


def _first(part: Array, rank: Ranked, county: Indices) -> NDArray[np.bool_]:
    """Whether a village is among the first of its county, as large a part of it as is asked. Shapes: (C,) to (V,)."""
    all_or_none = (part <= 0.0) | (part >= 1.0)
    if all_or_none.all():
        return np.asarray((part > 0.0)[county])
    place = (rank.places + 0.5) / _villages_here(county, len(part))
    return np.asarray(place < part[county])


def _norm(villages: Villages, orders: Orders) -> Array:
    """What a mou of the village is taxed at against the mean, so that the total stays as it was by the mou. (V,)."""
    if not orders.tax_by_norm or not villages.norm_jin_per_mou.any():
        return np.ones(villages.count)
    land = villages.registered_mou
    mean = total(villages.norm_jin_per_mou * land) / total(land)
    return np.asarray(villages.norm_jin_per_mou / mean)


class Ranked:
    """Villages in their county's order of choice: good soil, near the seat, activists, none yet (p. 92).

    Ranked when somebody asks: in most seasons nothing is given to some villages before others.
    """

    def __init__(self, villages: Villages) -> None:
        self._villages = villages

    @cached_property
    def places(self) -> Indices:
        """Place of each village in its county. Shapes: (V,), from 0."""
        villages, county = self._villages, self._villages.county
        households = villages.homes
        activists = ratio(cell_sum(villages.activist_share * villages.households), households)
        score = villages.soil + 0.3 * villages.near_seat + activists - 2.0 * (villages.cooperatives > 0)
        order = np.argsort(-score, kind="stable")
        # Counties as short numbers, which numpy sorts in one go through them.
        order = order[np.argsort(county[order].astype(np.uint16), kind="stable")]
        here = np.bincount(county)
        rank = np.empty(villages.count, dtype=np.intp)
        rank[order] = np.arange(villages.count)
        return np.asarray(rank - (np.cumsum(here) - here)[county])


def _villages_here(county: Indices, counties: int) -> Array:
    """Villages in each village's county. Shapes: (V,)."""
    return np.bincount(county, minlength=counties)[county].astype(np.float64)


def _spread_evenly(amounts: Array, rank: Ranked, county: Indices) -> Array:
    """Share whole things out over a county's villages, the first in rank first. Shapes: (C,) to (V,)."""
    if not amounts.any():
        return np.zeros(len(county))
    here = _villages_here(county, len(amounts))
    return np.floor((np.rint(amounts)[county] + here - 1.0 - rank.places) / here)


def _by_weight(amounts: Array, weights: Array, county: Indices) -> Array:
    """Share amounts out by weight, in whole units, nothing where there is no weight. Shapes: (C,), (V,) to (V,)."""
    if not amounts.any():
        return np.zeros(len(county))
    weight_here = by_county(weights, county, len(amounts))[county]
    return np.floor(amounts[county] * ratio(weights, weight_here))


def _in_district(things: Array, district: Indices) -> Array:
    """1 where the district has any of the things. Shapes: (V,)."""
    if not things.any():
        return np.zeros(len(district))
    return (np.bincount(district, weights=things)[district] > 0.0).astype(np.float64)


def _relief(
    villages: Villages, season: Season, orders: Orders, params: Params, weather: Array, lack: Array
) -> Array:
    """Relief grain: part of what is lacking to the next harvest, while the reserve lasts, and gifts beside it.

    Those who lack most come first: up to the least that is eaten, then up to the line of relief.

    Shapes: lack, to the line of relief, and result (S, V). Units: whole jin.
    """
    standing = np.zeros_like(lack)
    if lack.any():
        worst = _lack(villages, season, params, params.grain.eaten_least_jin, weather)
        part = orders.relief[villages.county]
        first = _as_it_lasts(worst * part, orders.reserve_jin)
        standing = first + _as_it_lasts((lack - worst) * part, orders.reserve_jin - total(first))
    return standing + _gifts(villages, orders, lack) if orders.relief_jin.any() else standing


def _as_it_lasts(wanted: Array, reserve_jin: float) -> Array:
    """What can be given of what is wanted, to everyone the same part. Shapes: (S, V). Units: whole jin."""
    sought = total(wanted)
    lasts = min(1.0, max(reserve_jin, 0.0) / sought) if sought > 0.0 else 0.0
    return np.floor(wanted * lasts)


def _gifts(villages: Villages, orders: Orders, lack: Array) -> Array:
    """Grain given beside the standing relief: by what is lacking, and by heads in a county that lacks nothing.

    Shapes: (S, V). Units: whole jin.
    """
    lack_here = cell_sum(lack)
    some = by_county(lack_here, villages.county, orders.counties)[villages.county] > 0.0
    weights = lack_here * some + villages.persons * ~some
    gift = _by_weight(orders.relief_jin, weights, villages.county)
    by_stratum = ratio(lack * some + villages.people * ~some, weights)
    return np.asarray(np.floor(gift * by_stratum))


def _lack(villages: Villages, season: Season, params: Params, line_jin: float, weather: Array) -> Array:
    """Grain lacking, until the next harvest, to a line in jin a head and year; none in autumn. Shapes: (S, V)."""
    if season.quarter is Quarter.AUTUMN:
        return np.zeros_like(villages.grain_jin)
    lasting = years_to_last(villages, season.quarter, params.grain.seasons_to_feed, params.staples)
    need = villages.people * (lasting * line_jin)
    if season.quarter is Quarter.SUMMER:
        need = need - _wheat_in_sight(villages, params, weather)
    return np.maximum(need - villages.grain_jin - villages.hidden_jin, 0.0)


def _wheat_in_sight(villages: Villages, params: Params, weather: Array) -> Array:
    """The wheat that stands in the field in early summer, by last year's yield, less its tax. Shapes: (S, V)."""
    a_mou = villages.yield_jin_per_mou * weather * (summer_part(villages, params.staples) * 0.85)
    return np.asarray((villages.land_mou + villages.hidden_mou) * (1.0 - villages.cash_share) * a_mou)
