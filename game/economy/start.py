"""How the villages of a campaign are founded from what is known of the sixteen counties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from game.base.chance import Chance
from game.base.exact import Array, Indices, cell_sum, ratio, split_whole, whole
from game.base.seasons import Quarter, Season
from game.economy.params import ByStratum, Params
from game.economy.villages import FACTORS, STRATA, Villages


@dataclass(frozen=True, slots=True)
class CountyFacts:
    """One county when the campaign begins. Shares and factors are fractions; oxen per hundred households."""

    id: str
    villages_share: float
    soil: float
    land_mou_per_head: float
    persons_per_household: float
    exposure: float
    oxen_per_100_households: float
    organised_real: float
    organised_nominal: float
    trust: float
    fear: float


@dataclass(frozen=True, slots=True)
class Prefecture:
    """The prefecture as the rules describe it (content/rules/prefecture.yaml). Units in the names."""

    counties: tuple[CountyFacts, ...]
    villages: int
    households_per_village: float
    normal_yield_jin_per_mou: float
    hidden_land_share: float
    ploughs_per_village: float
    store_jin_per_head: Mapping[str, float]
    """Grain in store a head when a season begins, by quarter's name, hidden stores included."""
    hidden_store_share: float
    land_price_jin_per_mou: float
    grain_price_yuan_per_jin: float
    tax_jin_per_mou: Mapping[int, float]
    """By harvest year; a year without its own figure has that of the last year before it."""
    normal_death_rate: Mapping[int, float]
    """Deaths a head and year without hunger, by year."""
    birth_rate: Mapping[int, float]
    """Live births a head and year, by year."""
    weather: Mapping[str, Mapping[str, float]]
    """Documented yield factors: season -> county id or ``all`` -> factor; 1 where nothing stands."""

    @property
    def county_ids(self) -> tuple[str, ...]:
        """The counties' ids in the order of every (C,) array."""
        return tuple(county.id for county in self.counties)

    def documented_weather(self, season: Season) -> Array:
        """The season's documented yield factor by county. Shapes: (C,)."""
        told = self.weather.get(str(season), {})
        return np.array([told.get(county, told.get("all", 1.0)) for county in self.county_ids])


def by_year(figures: Mapping[int, float], year: int) -> float:
    """The figure of a year, or of the last year before it, or of the first there is."""
    earlier = [known for known in figures if known <= year]
    return figures[max(earlier)] if earlier else figures[min(figures)]


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
    return counts.astype(np.intp)


def found_villages(prefecture: Prefecture, villages: int, season: Season, seed: int, params: Params) -> Villages:
    """The villages as the season begins. The same arguments give the same villages; village size does not scale.

    Raises: ValueError if there are fewer villages than counties.
    """
    counts = village_counts(prefecture, villages)
    county = np.repeat(np.arange(len(counts)), counts)
    land = _Land(prefecture, county, _draws(prefecture, counts, seed), params)
    return _furnish(land, counts, season)


def _draws(prefecture: Prefecture, counts: Indices, seed: int) -> Mapping[str, Array]:
    """Near-normal numbers by decision and village; each county has its own stream, so that none shifts another."""
    chance = Chance(seed, 0)
    return {
        what: np.concatenate([
            chance.normal(f"founding/{what}/{county.id}", int(count))
            for county, count in zip(prefecture.counties, counts, strict=True)
        ])
        for what in ("size", "soil", "trust", "fear")
    }


class _Land:
    """What the county facts come to in each village, before people and stores are put in."""

    def __init__(
        self, prefecture: Prefecture, county: Indices, draws: Mapping[str, Array], params: Params
    ) -> None:
        self.prefecture, self.county, self.draws, self.params = prefecture, county, draws, params

    def fact(self, name: str) -> Array:
        """A county fact seen from the villages. Shapes: (V,)."""
        return np.array([getattr(county, name) for county in self.prefecture.counties])[self.county]

    def spread(self, name: str, deviation: float, low: float, high: float) -> Array:
        """1 plus the village's own draw, within bounds. Shapes: (V,)."""
        return np.clip(1.0 + deviation * self.draws[name], low, high)

    def households(self) -> Array:
        """Households by stratum. Shapes: (S, V)."""
        founding = self.params.founding
        size = whole(self.prefecture.households_per_village * self.spread("size", founding.size_spread, 0.35, 2.0))
        return split_whole(size, self.strata(self.params.strata.share) + np.zeros_like(size))

    def strata(self, multiples: ByStratum) -> Array:
        """Multiples by stratum as a column. Shapes: (S, 1)."""
        return np.array(multiples).reshape(len(STRATA), 1)


def _spread_over(mean: Array, multiples: Array, weights: Array) -> Array:
    """Values by stratum whose weighted mean in each village is ``mean``. Shapes: (V,), (S, 1), (S, V)."""
    return mean * multiples / ratio(cell_sum(multiples * weights), cell_sum(weights), 1.0)


def _furnish(land: _Land, counts: Indices, season: Season) -> Villages:
    """Put people, land, animals, stores and teams into the villages."""
    params, facts = land.params, land.prefecture
    strata, founding = params.strata, params.founding
    households = land.households()
    ones, none = np.ones(households.shape[1]), np.zeros_like(households)
    people = whole(households * _spread_over(land.fact("persons_per_household"), land.strata(strata.persons), households))
    hands = _spread_over(ones, land.strata(strata.hands_a_head), people) * people
    mou = people * _spread_over(land.fact("land_mou_per_head"), land.strata(strata.land_a_head), people)
    oxen = households * _spread_over(
        land.fact("oxen_per_100_households") / 100.0, land.strata(strata.oxen), households
    )
    store = people * _spread_over(
        facts.store_jin_per_head[season.name] * ones, land.strata(strata.store), people
    )
    grain, hidden = whole(store * (1.0 - facts.hidden_store_share)), whole(store * facts.hidden_store_share)
    soil = land.fact("soil") * land.spread("soil", founding.soil_spread, 0.7, 1.35)
    hidden_mou = mou * facts.hidden_land_share
    cash = params.crops.cash_habit * ones
    area = cell_sum(mou + hidden_mou) * (1.0 - cash)
    output = whole(area * soil * facts.normal_yield_jin_per_mou)
    reaped = params.crops.wheat_share if season.quarter is Quarter.AUTUMN else 0.0
    rank = np.arange(len(land.county)) - (np.cumsum(counts) - counts)[land.county]
    return Villages(
        county=land.county,
        soil=soil,
        exposure=land.fact("exposure"),
        district=_districts(land.county, counts, rank, founding.villages_a_district),
        near_seat=1.0 - rank / counts[land.county],
        households=households,
        people=people,
        men=hands * founding.men_a_head,
        women=hands * founding.women_a_head,
        middle_share=land.strata(strata.middle) + none,
        activist_share=land.strata(strata.activists) + none,
        land_mou=mou,
        hidden_mou=hidden_mou,
        cash_share=cash,
        coop_cash_share=params.crops.coop_cash_share * ones,
        coop_land_mou=none,
        stand=np.ones((len(STRATA) + 1, len(ones))),
        factors=np.ones((len(FACTORS), len(ones))),
        last_factors=np.ones((len(FACTORS), len(ones))),
        grain_area_mou=area,
        last_grain_area_mou=area,
        harvest_jin=whole(output * reaped),
        last_harvest_jin=output,
        coop_harvest_jin=0.0 * ones,
        yield_jin_per_mou=ratio(output, area),
        oxen=split_whole(whole(cell_sum(oxen)), oxen),
        pooled_oxen=0.0 * ones,
        ox_condition=np.ones((len(STRATA) + 1, len(ones))),
        ploughs=whole(facts.ploughs_per_village * counts[land.county]) * (rank == 0),
        grain_jin=grain,
        hidden_jin=hidden,
        fund_jin=0.0 * ones,
        cash_yuan=whole(people * founding.cash_yuan_a_head),
        debt_yuan=none,
        coop_debt_yuan=0.0 * ones,
        sales=np.zeros((3, len(ones))),
        sold_jin=0.0 * ones,
        food_jin=cell_sum(grain + hidden),
        mouths=cell_sum(people) * (params.grain.seasons_to_feed[season.shift(-1).quarter] / 4.0),
        nourished=none + 1.0,
        team_real=land.fact("organised_real") + none,
        team_nominal=land.fact("organised_nominal") + none,
        cooperatives=0.0 * ones,
        coop_households=none,
        joined_for=np.zeros((4, len(ones))),
        trust=np.clip(land.fact("trust") + founding.trust_spread * land.draws["trust"], 0.05, 0.95),
        fear=np.clip(land.fact("fear") * (1.0 + founding.trust_spread * 3.0 * land.draws["fear"]), 0.0, 0.95),
        land_price_jin_per_mou=facts.land_price_jin_per_mou * soil,
    )


def _districts(county: Indices, counts: Indices, rank: Indices, villages_a_district: float) -> Indices:
    """Districts counted through the prefecture: runs of villages of about one size within a county. Shapes: (V,)."""
    districts = np.maximum(1, np.rint(counts / villages_a_district).astype(np.intp))
    first = np.cumsum(districts) - districts
    return np.asarray(first[county] + rank * districts[county] // counts[county])
