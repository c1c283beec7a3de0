"""Filing: one figure goes up for sixteen that came in, and every county learns how its own was treated."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.base.exact import Array
from game.reporting.indicators import WRITTEN_SMALL, Indicator, prefecture_figure
from game.reporting.sight import Bands


@dataclass(frozen=True, slots=True)
class FilingRules:
    """When a county takes its figure for passed on, or for struck down."""

    untouched_within: float
    """A filed figure within this share of the counties' sum counts as passed on as it came."""
    struck_below: float
    """A filed figure this share below the counties' sum strikes down those that stand above what is known."""


@dataclass(frozen=True, slots=True)
class Treatment:
    """How the counties' figures of one line were treated; 0 or 1. Shapes: (C,)."""

    struck: Array
    untouched: Array


def share_out(indicator: Indicator, filed: float, county: Array, weights: Array) -> Array:
    """The prefecture's filed figure laid over the counties in the proportions that they reported. Shapes: (C,).

    Rates move together by one factor; where the counties reported nothing, everyone gets the rate itself (or
    nothing, if counties add up).
    """
    reported = prefecture_figure(indicator, county, weights)
    return county * (filed / reported) if reported > 0.0 else np.zeros_like(county)


def treatment(
    indicator: Indicator, filed: float, county: Array, weights: Array, known: Bands, rules: FilingRules
) -> Treatment:
    """Who was passed on untouched and who was struck down when ``filed`` went up for the counties' figures.

    A figure filed higher than the counties' own teaches them the same as one passed on. When it was cut, those who
    reported above what is known of them are told so; the rest are left alone. For what is written small it is the
    other way about.
    """
    reported = prefecture_figure(indicator, county, weights)
    nobody = np.zeros_like(county)
    if indicator in WRITTEN_SMALL:
        if filed <= reported * (1.0 + rules.untouched_within):
            return Treatment(struck=nobody, untouched=np.asarray((known.low[indicator] > 0.0) * 1.0))
        if filed <= reported * (1.0 + rules.struck_below):
            return Treatment(struck=nobody, untouched=nobody)
        return Treatment(struck=np.asarray((county < known.low[indicator]) * 1.0), untouched=nobody)
    if filed >= reported * (1.0 - rules.untouched_within):
        return Treatment(struck=nobody, untouched=np.asarray((county > 0.0) * 1.0))
    if filed >= reported * (1.0 - rules.struck_below):
        return Treatment(struck=nobody, untouched=nobody)
    return Treatment(struck=np.asarray((county > known.high[indicator]) * 1.0), untouched=nobody)
