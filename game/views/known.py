"""What the player knows of the true ledger: bands, never points; and what counties report this season."""

from __future__ import annotations

import numpy as np

from game.base.exact import Array
from game.reporting.indicators import Indicator, prefecture_figure, weights
from game.reporting.memory import MemoryRules, vagueness
from game.reporting.sight import Band, Bands, bands, prefecture_band
from game.state import State


def founded_now(state: State) -> Array:
    """Cooperatives that this season's papers found: everyone knows of them. Shapes: (C,)."""
    return np.asarray(state.shocks.of("found_cooperatives", state.counties))


def figures_now(state: State) -> dict[Indicator, Array]:
    """What there is as the season stands. True: for bands and for the close only. Shapes: (C,)."""
    true = state.climb.true
    return {**true, Indicator.COOPERATIVES: true[Indicator.COOPERATIVES] + founded_now(state)}


def reported_now(state: State) -> dict[Indicator, Array]:
    """What the counties report this season. Shapes: (C,)."""
    county = state.climb.county
    return {**county, Indicator.COOPERATIVES: county[Indicator.COOPERATIVES] + founded_now(state)}


def known_counties(state: State, rules: MemoryRules) -> Bands:
    """What is known of each county. Shapes: (C,)."""
    return bands(figures_now(state), state.sight, state.setup.seed, state.season, vagueness(state.memory, rules))


def known_prefecture(state: State, indicator: Indicator, rules: MemoryRules) -> Band:
    """What is known of the prefecture as a whole."""
    return prefecture_band(
        indicator, figures_now(state), weights(state.table), state.sight, state.setup.seed, state.season,
        vagueness(state.memory, rules),
    )


def county_sum(state: State, indicator: Indicator) -> float:
    """What the counties' reports come to: the figure that is passed on if nothing is done."""
    return prefecture_figure(indicator, reported_now(state)[indicator], weights(state.table)[indicator])


def filed_now(state: State, indicator: Indicator) -> float:
    """The figure that goes up if the season closes now."""
    return state.filing.figures.get(indicator, county_sum(state, indicator))
