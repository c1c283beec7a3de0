from __future__ import annotations

from dataclasses import fields

import numpy as np

from game.economy.orders import EVENTS, Orders, neutral_orders, setting_code
from game.economy.settings import SETTINGS


def test_every_setting_but_the_weather_stands_in_the_orders():
    names = {field.name for field in fields(Orders)}
    assert {s.id for s in SETTINGS.values() if s.desk != "world"} | set(EVENTS) <= names


def test_neutral_orders_are_the_defaults_and_no_events():
    orders = neutral_orders(3)
    assert orders.counties == 3
    assert (orders.team_pressure == SETTINGS["team_pressure"].default).all()
    assert all((getattr(orders, name) == 0.0).all() for name in EVENTS)
    assert (orders.weather_by_county == np.ones(3)).all()


def test_words_have_the_codes_that_orders_says():
    codes = {
        ("sideline_work", "barred"): 0.0, ("sideline_work", "winter"): 1.0, ("sideline_work", "free"): 2.0,
        ("pool_livestock", "never"): 0.0, ("pool_livestock", "when-asked"): 1.0, ("pool_livestock", "always"): 2.0,
        ("leavers_land", "kept"): 0.0, ("leavers_land", "after-harvest"): 1.0, ("leavers_land", "at-once"): 2.0,
        ("exit_allowed", True): 1.0,
    }
    for (setting, value), code in codes.items():
        assert setting_code(SETTINGS[setting], value) == code
