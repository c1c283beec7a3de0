"""Villages out of county facts: people, land, animals, stores and moods, laid in one after the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from game.base.chance import Chance
from game.base.changed import replace
from game.base.exact import Array, Indices, cell_sum, ratio, split_whole, whole
from game.base.seasons import Quarter, Season
from game.economy.params import ByStratum, Params
from game.economy.prefecture import Prefecture, by_year
from game.economy.staples import mix, summer_part, years_to_last
from game.economy.villages import FACTORS, STRATA, Villages, empty_villages

STAPLES_AT: Final = FACTORS.index("staples")


@dataclass(frozen=True, slots=True)
class Site:
    """Where and when villages are founded. Shapes: counts (C,), the arrays of ``draws`` (V,)."""

    prefecture: Prefecture
    params: Params
    season: Season
    counts: Indices
    """Villages of each county."""
    draws: Mapping[str, Array]
    """Near-normal numbers by what they decide."""

    @property
    def county(self) -> Indices:
        """(V,) index of each village's county."""
        return np.repeat(np.arange(len(self.counts)), self.counts)

    @property
    def rank(self) -> Indices:
        """(V,) place of each village in its county, from 0 at the seat outwards."""
        return np.asarray(np.arange(len(self.county)) - (np.cumsum(self.counts) - self.counts)[self.county])

    def fact(self, name: str) -> Array:
        """A county fact seen from the villages. Shapes: (V,)."""
        return np.array([getattr(county, name) for county in self.prefecture.counties])[self.county]


def village_counts(prefecture: Prefecture, villages: int) -> Indices:
    """Villages of each county: at least one, the rest by share, largest remainders first. Shapes: (C,).

    Raises: ValueError if there are fewer villages than counties.
    """
    counties = len(prefecture.counties)
    if villages < counties:
        raise ValueError(f"{villages} villages are too few: each of the {counties} counties needs at least one")
    shares = np.array([county.villages_share for county in prefecture.counties])
    wanted = shares / np.cumsum(shares)[-1] * villages
    counts = np.maximum(np.floor(wanted), 1.0)
    while (spare := villages - int(np.cumsum(counts)[-1])) != 0:
        gap = wanted - counts
        at = int(np.argmax(gap)) if spare > 0 else int(np.argmin(gap + (counts <= 1.0) * villages))
        counts[at] += 1.0 if spare > 0 else -1.0
    return np.asarray(counts, dtype=np.intp)


def site(prefecture: Prefecture, villages: int, season: Season, seed: int, params: Params) -> Site:
    """Choose the number of villages by county and draw what sets them apart, one stream a county and decision."""
    counts = village_counts(prefecture, villages)
    chance = Chance(seed, 0)
    draws = {
        what: np.concatenate([
            chance.normal(f"founding/{what}/{county.id}", int(count))
            for county, count in zip(prefecture.counties, counts, strict=True)
        ])
        for what in ("size", "soil", "trust", "fear", "temper")
    }
    return Site(prefecture, params, season, counts, draws)


def column(multiples: ByStratum) -> Array:
    """Multiples by stratum as a column. Shapes: (S, 1)."""
    return np.array(multiples).reshape(len(STRATA), 1)


def spread_over(mean: Array, multiples: ByStratum, weights: Array) -> Array:
    """Values by stratum whose weighted mean in each village is ``mean``. Shapes: (V,), (S, V) to (S, V)."""
    rows = column(multiples)
    return np.asarray(mean * rows / ratio(cell_sum(rows * weights), cell_sum(weights), 1.0))


def lay_out(v: Villages, at: Site) -> Villages:
    """County, district and distance to the seat."""
    districts = np.maximum(1, np.rint(at.counts / at.params.founding.villages_a_district).astype(np.intp))
    first = np.cumsum(districts) - districts
    county, rank = at.county, at.rank
    here = at.counts[county]
    return replace(
        v, county=county, district=first[county] + rank * districts[county] // here, near_seat=1.0 - rank / here,
        exposure=at.fact("exposure"), temper=at.draws["temper"], zeal=v.zeal + at.params.cadres.zeal_home,
    )


def people(v: Villages, at: Site) -> Villages:
    """Households, persons and hands."""
    strata, founding = at.params.strata, at.params.founding
    size = np.clip(1.0 + founding.size_spread * at.draws["size"], 0.35, 2.0)
    shares = column(strata.share) + np.zeros_like(size)
    households = split_whole(whole(at.prefecture.households_per_village * size), shares)
    persons = whole(households * spread_over(at.fact("persons_per_household"), strata.persons, households))
    hands = persons * spread_over(np.ones_like(size), strata.hands_a_head, persons)
    return replace(
        v, households=households, people=persons,
        men=hands * founding.men_a_head, women=hands * founding.women_a_head,
        middle_share=column(strata.middle) + np.zeros_like(households),
        activist_share=column(strata.activists) + np.zeros_like(households),
    )


def land(v: Villages, at: Site) -> Villages:
    """Registered and hidden land, its soil, staples and price, and its last harvest, a normal one.

    Villages on poorer soil than their county have more of it (assumed: the square root of the difference).
    """
    facts, crops, staples = at.prefecture, at.params.crops, at.params.staples
    better = np.clip(1.0 + at.params.founding.soil_spread * at.draws["soil"], 0.75, 1.3)
    soil = at.fact("soil") * better
    a_head = at.fact("land_mou_per_head") / np.sqrt(better)
    mou = v.people * spread_over(a_head, at.params.strata.land_a_head, v.people)
    area = cell_sum(mou) * ((1.0 + facts.hidden_land_share) * (1.0 - crops.cash_habit))
    wheat, maize = at.fact("wheat_share"), at.fact("maize_share")
    v = replace(v, staple_share=np.stack([wheat, 1.0 - wheat - maize, maize]))
    factors = np.ones_like(v.factors)
    factors[STAPLES_AT] = mix(v, staples)
    output = whole(area * soil * mix(v, staples) * facts.normal_yield_jin_per_mou)
    reaped = summer_part(v, staples) if at.season.quarter is Quarter.AUTUMN else np.zeros_like(area)
    return replace(
        v, land_mou=mou, hidden_mou=mou * facts.hidden_land_share, soil=soil,
        cash_share=v.cash_share + crops.cash_habit, coop_cash_share=v.coop_cash_share + crops.coop_cash_share,
        grain_area_mou=area, last_grain_area_mou=area, harvest_jin=whole(output * reaped), last_harvest_jin=output,
        yield_jin_per_mou=ratio(output, area), land_price_jin_per_mou=facts.land_price_jin_per_mou * soil,
        stand=v.stand + factors[STAPLES_AT], factors=factors, last_factors=factors,
        damage=v.damage + by_year(facts.war_damage, at.season.year),
    )


def animals_and_tools(v: Villages, at: Site) -> Villages:
    """Draught animals, well fed, and the few new ploughs."""
    a_household = spread_over(at.fact("oxen_per_100_households") / 100.0, at.params.strata.oxen, v.households)
    left = by_year(at.prefecture.herds_left, at.season.year)
    oxen = np.asarray(v.households * (a_household * left), dtype=np.float64)
    here = at.counts[at.county].astype(np.float64)
    return replace(
        v, oxen=split_whole(whole(cell_sum(oxen)), oxen), ox_condition=v.ox_condition + 1.0,
        animal_price_jin=v.animal_price_jin + at.params.draught.price_jin,
        ploughs=whole(at.prefecture.ploughs_per_village * here) * (at.rank == 0),
    )


def stores(v: Villages, at: Site) -> Villages:
    """Grain, open and hidden, and a little money."""
    facts, grain = at.prefecture, at.params.grain
    a_head = facts.store_jin_per_head[at.season.name] + np.zeros(v.count)
    store = v.people * spread_over(a_head, at.params.strata.store, v.people)
    hidden = whole(store * facts.hidden_store_share)
    before = at.season.shift(-1).quarter
    lasted = years_to_last(v, before, grain.seasons_to_feed, at.params.staples)
    return replace(
        v, grain_jin=whole(store) - np.minimum(hidden, whole(store)), hidden_jin=np.minimum(hidden, whole(store)),
        cash_yuan=whole(v.people * at.params.founding.cash_yuan_a_head), nourished=v.nourished + 1.0,
        food_jin=cell_sum(whole(store)), mouths=v.persons * lasted,
    )


def teams_and_moods(v: Villages, at: Site) -> Villages:
    """Mutual-aid teams, trust and fear as the county facts have them."""
    spread = at.params.founding.trust_spread
    return replace(
        v,
        team_real=at.fact("organised_real") + np.zeros_like(v.people),
        team_nominal=at.fact("organised_nominal") + np.zeros_like(v.people),
        supply_share=np.full(v.count, at.params.founding.supply_share),
        trust=np.clip(at.fact("trust") + spread * at.draws["trust"], 0.05, 0.95),
        fear=np.clip(at.fact("fear") * (1.0 + 3.0 * spread * at.draws["fear"]), 0.0, 0.95),
    )


STEPS: Final[tuple[Callable[[Villages, Site], Villages], ...]] = (
    lay_out, people, land, animals_and_tools, stores, teams_and_moods,
)
"""How a village is founded, in this order."""


def build(at: Site) -> Villages:
    """Villages on an empty site."""
    villages = empty_villages(len(at.county))
    for step in STEPS:
        villages = step(villages, at)
    return villages
