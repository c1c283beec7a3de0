"""From the desk and the season's papers to the orders that the villages receive."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np

from game.base.exact import Array
from game.economy.orders import Orders
from game.economy.settings import SETTINGS, Value
from game.economy.start import Prefecture
from game.state import State

SHOCKS: Final = (
    "found_cooperatives", "sowing_disturbed", "trust_shift", "fear_shift", "join_teams", "animals_given",
    "animals_lost_share", "relief_jin", "extra_loans_yuan", "coop_exit_share",
)  # fmt: skip
"""The fields of Orders that events add to; the others are settings."""

RANKS: Final[dict[str, dict[str, float]]] = {
    "sideline_work": {"barred": 0.0, "winter": 1.0, "free": 2.0},
    "pool_livestock": {"never": 0.0, "when-asked": 1.0, "always": 2.0},
    "leavers_land": {"kept": 0.0, "after-harvest": 1.0, "at-once": 2.0},
}
"""Words as the numbers that Orders uses."""


def orders_of(state: State, prefecture: Prefecture) -> Orders:
    """The season's orders. Shapes: (C,)."""
    ids = [county.id for county in prefecture.counties]
    settings = {name: _row(state, name, ids) for name, setting in SETTINGS.items() if setting.desk != "world"}
    shocks = {name: np.asarray(state.shocks.of(name, len(ids))) for name in SHOCKS}
    season = str(state.season)
    return Orders(
        **settings,
        **shocks,
        tax_jin_per_mou=prefecture.tax_jin_per_mou[state.season.year],
        weather_by_county=_weather(state, prefecture, season, ids),
        weather_normal=state.desk.value("weather") == "normal",
        reserve_jin=state.reserve_jin,
    )


def _row(state: State, name: str, ids: list[str]) -> Array:
    number = _numbers(name)
    return np.asarray([number(state.desk.value(name, county)) for county in ids])


def _numbers(name: str) -> Callable[[Value], float]:
    ranks = RANKS.get(name)
    if ranks is None:
        return float
    return lambda value: ranks[str(value)]


def _weather(state: State, prefecture: Prefecture, season: str, ids: list[str]) -> Array:
    """The documented factor of the season times what the scenario's announced shock does."""
    documented = prefecture.weather.get(season, {})
    everywhere = documented.get("all", 1.0)
    struck = np.asarray(state.shocks.of("weather_loss", len(ids)))
    return np.asarray([documented.get(county, everywhere) for county in ids]) * (1.0 - struck)
