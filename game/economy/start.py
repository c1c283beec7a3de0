"""The villages with which a campaign begins: founded a year earlier, so that they have a harvest to look back on."""

from __future__ import annotations

from game.base.chance import Chance
from game.base.changed import replace
from game.base.seasons import Season, seasons_between
from game.economy.founding import Site, build, site, teams_and_moods
from game.economy.orders import Orders, neutral_orders
from game.economy.params import Params
from game.economy.prefecture import CountyFacts, Prefecture, by_year
from game.economy.season import advance
from game.economy.villages import Villages

__all__ = ["CountyFacts", "Prefecture", "by_year", "found_villages", "quiet_orders"]


def found_villages(prefecture: Prefecture, villages: int, season: Season, seed: int, params: Params) -> Villages:
    """The villages as the season begins, after a quiet year of their own.

    The same arguments give the same villages; counts scale with ``villages``, the size of a village does not.
    Raises: ValueError if there are fewer villages than counties.
    """
    ground = site(prefecture, villages, season.shift(-4), seed, params)
    return _as_documented(_quiet_year(build(ground), ground, seed), ground)


def quiet_orders(prefecture: Prefecture, season: Season) -> Orders:
    """Neutral orders with the season's documented tax and weather."""
    neutral = neutral_orders(len(prefecture.counties), prefecture.tax_of(season))
    return replace(neutral, weather_by_county=prefecture.documented_weather(season))


def _quiet_year(villages: Villages, ground: Site, seed: int) -> Villages:
    """Four seasons in which nothing is ordered beyond the standing settings."""
    for season in seasons_between(ground.season, ground.season.shift(3)):
        orders = quiet_orders(ground.prefecture, season)
        villages = advance(
            villages, season, orders, ground.prefecture, ground.params, Chance(seed, season.index)
        ).villages
    return villages


def _as_documented(villages: Villages, ground: Site) -> Villages:
    """Teams and moods set back to the county facts, which describe the campaign's first season."""
    return teams_and_moods(villages, ground)
