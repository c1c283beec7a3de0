"""From the desk and the season's papers to the orders that the villages receive."""

from __future__ import annotations

from typing import Final

import numpy as np

from game.base.changed import replace
from game.base.exact import Array, ratio
from game.base.seasons import Quarter, Season
from game.economy.orders import EVENTS, Orders, setting_code
from game.economy.settings import SETTINGS
from game.economy.start import Prefecture, by_year
from game.reporting.filing import share_out
from game.reporting.indicators import Indicator, weights
from game.ruleset.content import Ruleset
from game.state import Desk, Shocks, State
from game.views.known import filed_now, reported_now


def orders_of(state: State, rules: Ruleset) -> Orders:
    """The season's orders. Shapes: (C,)."""
    prefecture = rules.prefecture
    scale = scale_of(state.setup.villages, prefecture)
    orders = orders_for(state.desk, state.shocks, state.season, state.reserve_jin, prefecture, scale)
    near = rules.politics.neighbour_indices(prefecture.county_ids)
    return replace(orders, county_zeal=zeal_of_offices(state, near), claimed_over_true=claimed(state))


def zeal_of_offices(state: State, neighbours: tuple[tuple[int, ...], ...]) -> Array:
    """How eagerly each county's office carries out what is asked: its secretary's ambition, fear and honesty, and more
    where a neighbour was praised (Licheng envied Wuxiang, Hou p. 146-147). Shapes: (C,). Units: 0-1; sizes assumed."""
    people, praised = state.secretaries, state.memory.praised
    own = 0.25 + 0.5 * people.ambition + 0.25 * people.fear - 0.25 * people.honesty
    envied = np.asarray([max((float(praised[other]) for other in near), default=0.0) for near in neighbours])
    return np.asarray(np.clip(own + 0.15 * np.maximum(praised, envied), 0.0, 1.0))


def claimed(state: State) -> Array:
    """The harvest that lies in the file over the true one, by county; after the autumn, as it was filed then. (C,)."""
    page = state.ledgers.harvest(state.season.year)
    if page is not None:
        return ratio(page.filed_by_county[Indicator.OUTPUT], page.true[Indicator.OUTPUT], 1.0)
    ripe = state.climb.true.get(Indicator.OUTPUT)
    if state.season.quarter is not Quarter.AUTUMN or ripe is None:
        return np.ones(state.counties)
    county, by_weight = reported_now(state), weights(state.table)
    filed = share_out(
        Indicator.OUTPUT, filed_now(state, Indicator.OUTPUT), county[Indicator.OUTPUT], by_weight[Indicator.OUTPUT]
    )
    return ratio(filed, ripe, 1.0)


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
    weather = str(desk.value("weather"))
    named = weather in prefecture.weather_series
    told = prefecture.weather_named(weather, season) if named else prefecture.documented_weather(season)
    return Orders(
        **settings,
        **events,
        claimed_over_true=np.ones(len(ids)),
        county_zeal=np.full(len(ids), 0.5),
        tax_jin_per_mou=by_year(prefecture.tax_jin_per_mou, season.year),
        tax_by_norm=season.year >= prefecture.tax_by_norm_from,
        survey=str(season) == prefecture.survey,
        weather_by_county=told * (1.0 - struck),
        weather_normal=weather == "normal",
        weather_without_chance=named,
        reserve_jin=reserve_jin * scale,
    )


def _row(desk: Desk, shocks: Shocks, name: str, ids: tuple[str, ...]) -> Array:
    """One setting by county, with what papers add to it this season (ploughs as a prize, for one)."""
    setting = SETTINGS[name]
    decided = np.full(len(ids), setting_code(setting, desk.common[name]))
    if own := desk.exceptions.get(name):
        for place, county in enumerate(ids):
            decided[place] = setting_code(setting, own[county]) if county in own else decided[place]
    return decided + shocks.of(name, len(ids)) if name in shocks.amounts else decided
