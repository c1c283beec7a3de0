"""The prefecture as the rules describe it: counties, tax, weather, rates. Numbers stand in content/rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from game.base.bounds import filled, within
from game.base.exact import Array
from game.base.seasons import Quarter, Season


@dataclass(frozen=True, slots=True)
class CountyFacts:
    """One county when the campaign begins. Shares, factors, trust and fear are fractions."""

    id: str
    villages_share: float = field(metadata=within(0.0001, 1.0))
    """Share of the prefecture's villages."""
    soil: float = field(metadata=within(0.2, 3.0))
    """Yield of the soil, 1 = the prefecture's mean."""
    land_mou_per_head: float = field(metadata=within(0.1, 200.0))
    persons_per_household: float = field(metadata=within(1.0, 30.0))
    exposure: float = field(metadata=within(0.0, 3.0))
    """How strongly bad weather strikes, 1 = mean."""
    oxen_per_100_households: float = field(metadata=within(0.0, 1000.0))
    organised_real: float = field(metadata=within(0.0, 1.0))
    """Share of households in mutual-aid teams that work."""
    organised_nominal: float = field(metadata=within(0.0, 1.0))
    """Share of households in teams that exist on a list only."""
    trust: float = field(metadata=within(0.0, 1.0))
    fear: float = field(metadata=within(0.0, 1.0))
    wheat_share: float = field(metadata=within(0.0, 0.5), default=0.21)
    """Share of the grain land under winter wheat by habit."""
    maize_share: float = field(metadata=within(0.0, 0.5), default=0.30)
    """The same of maize and other coarse grains; millet has the rest."""


@dataclass(frozen=True, slots=True)
class Prefecture:
    """The prefecture as the rules describe it (content/rules/prefecture.yaml). Units in the names."""

    counties: tuple[CountyFacts, ...] = field(metadata=filled())
    villages: int = field(metadata=within(1, 1_000_000))
    households_per_village: float = field(metadata=within(1.0, 5000.0))
    normal_yield_jin_per_mou: float = field(metadata=within(1.0, 3000.0))
    """Grain of a mou of mean soil in a year in which every factor is 1, jin."""
    hidden_land_share: float = field(metadata=within(0.0, 1.0))
    """Land on no register, over registered land."""
    ploughs_per_village: float = field(metadata=within(0.0, 100.0))
    store_jin_per_head: Mapping[str, float] = field(metadata=within(0.0, 2000.0, some=True))
    """Grain in store a head when a season begins, by quarter's name, hidden stores included, jin."""
    hidden_store_share: float = field(metadata=within(0.0, 1.0))
    land_price_jin_per_mou: float = field(metadata=within(0.0, 100_000.0))
    grain_price_yuan_per_jin: float = field(metadata=within(1.0, 100_000.0))
    """Old yuan a jin."""
    tax_jin_per_mou: Mapping[int, float] = field(metadata=within(0.0, 500.0, some=True))
    """By harvest year; a year without its own figure has that of the last year before it."""
    normal_death_rate: Mapping[int, float] = field(metadata=within(0.0, 0.5, some=True))
    """Deaths a head and year without hunger, by year."""
    birth_rate: Mapping[int, float] = field(metadata=within(0.0, 0.5, some=True))
    """Live births a head and year, by year."""
    weather: Mapping[str, Mapping[str, float]] = field(metadata=within(0.0, 2.0))
    """Documented yield factors: season -> county id or ``all`` -> factor; 1 where nothing stands."""
    weather_series: Mapping[str, Mapping[str, Mapping[str, float]]] = field(
        metadata=within(0.0, 2.0), default_factory=dict
    )
    """Other weathers that a policy may ask for, by name, in the same shape; without chance around them."""
    war_damage: Mapping[int, float] = field(
        metadata=within(0.0, 0.9, some=True), default_factory=lambda: {0: 0.0}
    )
    """Share of the yield lost to what the war left behind when villages are founded, by year."""
    herds_left: Mapping[int, float] = field(
        metadata=within(0.0, 2.0, some=True), default_factory=lambda: {0: 1.0}
    )
    """Draught animals there are when villages are founded, over the counties' figures, by year."""
    town_people: Mapping[int, float] = field(
        metadata=within(0.0, 1e8, some=True), default_factory=lambda: {0: 0.0}
    )
    """People of the prefecture's towns, by year."""
    town_ration_jin: float = field(metadata=within(0.0, 2000.0), default=480.0)
    """Unhusked grain for a person in a town, jin a year."""
    towns_fed_from: str = ""
    """Season from which towns eat the state's grain; before, they buy on the market."""
    army_jin: Mapping[int, float] = field(metadata=within(0.0, 1e12, some=True), default_factory=lambda: {0: 0.0})
    """Grain for garrisons, offices, schools and works in the prefecture, jin a year, by year."""
    exported_share: Mapping[int, float] = field(
        metadata=within(0.0, 1.0, some=True), default_factory=lambda: {0: 0.0}
    )
    """Part of what is sent away that leaves the country, by year."""
    tax_by_norm_from: int = field(metadata=within(1, 9999), default=9999)
    """Harvest year from which tax is laid by the surveyed normal yield."""
    survey: str = ""
    """Season in which the normal yield of the land is fixed."""

    @property
    def county_ids(self) -> tuple[str, ...]:
        """The counties' ids in the order of every (C,) array."""
        return tuple(county.id for county in self.counties)

    @property
    def towns_fed_from_season(self) -> Season:
        """Season from which towns eat the state's grain."""
        return Season.parse(self.towns_fed_from) if self.towns_fed_from else Season(9999, Quarter.WINTER)

    @property
    def wheat_habit(self) -> Array:
        """Share of the grain land under wheat by habit. Shapes: (C,)."""
        return np.array([county.wheat_share for county in self.counties])

    @property
    def maize_habit(self) -> Array:
        """The same of maize and other coarse grains. Shapes: (C,)."""
        return np.array([county.maize_share for county in self.counties])

    def documented_weather(self, season: Season) -> Array:
        """The season's documented yield factor by county. Shapes: (C,)."""
        return self._factors(self.weather, season)

    def weather_named(self, series: str, season: Season) -> Array:
        """The season's factor by county in a named series. Shapes: (C,). Raises: KeyError if there is none."""
        return self._factors(self.weather_series[series], season)

    def _factors(self, series: Mapping[str, Mapping[str, float]], season: Season) -> Array:
        told = series.get(str(season), {})
        return np.array([told.get(county, told.get("all", 1.0)) for county in self.county_ids])

    def tax_of(self, season: Season) -> float:
        """Tax of the season's harvest year, jin a mou; a winter bears the year in which it begins."""
        return by_year(self.tax_jin_per_mou, season.year)


def by_year(figures: Mapping[int, float], year: int) -> float:
    """The figure of a year, or of the last year before it, or of the first there is."""
    earlier = [known for known in figures if known <= year]
    return figures[max(earlier)] if earlier else figures[min(figures)]
