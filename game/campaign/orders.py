"""From the desk and the season's papers to the orders that the villages receive."""

from __future__ import annotations

from typing import Final

import numpy as np

from game.base.exact import Array
from game.base.seasons import Season
from game.economy.orders import EVENTS, Orders, setting_code
from game.economy.settings import SETTINGS
from game.economy.start import Prefecture, by_year
from game.state import Desk, Shocks, State


def orders_of(state: State, prefecture: Prefecture) -> Orders:
    """The season's orders. Shapes: (C,)."""
    scale = scale_of(state.setup.villages, prefecture)
    return orders_for(state.desk, state.shocks, state.season, state.reserve_jin, prefecture, scale)


SCALED: Final = ("new_ploughs", "animals_given", "relief_jin")
"""What is given out in numbers for the whole prefecture; with fewer villages there is so much less of it."""


def scale_of(villages: int, prefecture: Prefecture) -> float:
    """How large the prefecture in play is against the real one; the size of a village is always the real one."""
    return villages / prefecture.villages


def orders_for(
    desk: Desk, shocks: Shocks, season: Season, reserve_jin: float, prefecture: Prefecture, scale: float = 1.0
) -> Orders:
    """Orders from a desk and what papers add to it. Shapes: (C,). ``scale`` as ``scale_of`` gives it."""
    ids = prefecture.county_ids
    settings = {name: _row(desk, shocks, name, ids) for name, setting in SETTINGS.items() if setting.desk != "world"}
    events = {name: np.asarray(shocks.of(name, len(ids))) for name in EVENTS}
    for name in SCALED:
        given = settings if name in settings else events
        given[name] = np.floor(given[name] * scale) if scale != 1.0 else given[name]
    struck = np.asarray(shocks.of("weather_loss", len(ids)))
    return Orders(
        **settings,
        **events,
        tax_jin_per_mou=by_year(prefecture.tax_jin_per_mou, season.year),
        weather_by_county=prefecture.documented_weather(season) * (1.0 - struck),
        weather_normal=desk.value("weather") == "normal",
        reserve_jin=reserve_jin * scale,
    )


def _row(desk: Desk, shocks: Shocks, name: str, ids: tuple[str, ...]) -> Array:
    """One setting by county, with what papers add to it this season (ploughs as a prize, for one)."""
    setting = SETTINGS[name]
    decided = np.asarray([setting_code(setting, desk.value(name, county)) for county in ids])
    return np.asarray(decided + np.asarray(shocks.of(name, len(ids))))
