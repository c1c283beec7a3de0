"""The chain that bends figures: village, district, county, each with its own reasons.

A rung's report is the rung below plus the sum of its reasons, exactly: all amounts are whole numbers of 1/65536,
and what is lost or won by rounding is a reason like any other (each level lost precision: Hou p. 103).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal, Protocol

import numpy as np

from game.base.chance import Chance
from game.base.exact import FIXED, Array, saturation
from game.reporting.indicators import Figures, Indicator, IndicatorSpec, Stage
from game.reporting.memory import CountyMemory


class Rung(StrEnum):
    """Who passes a figure on, from below."""

    VILLAGE = "village"
    DISTRICT = "district"
    COUNTY = "county"


RUNGS: Final = (Rung.VILLAGE, Rung.DISTRICT, Rung.COUNTY)

Drive = Literal[
    "always", "ambition", "laxity", "fear", "prize", "pressure", "taught", "slip", "advance", "caution", "storm"
]
Measure = Literal["figure", "on_paper", "last_time", "neighbour"]


class Tempers(Protocol):
    """What a county's secretary brings to a report; each (C,), 0-1."""

    @property
    def ambition(self) -> Array:
        """Wish to be seen."""

    @property
    def honesty(self) -> Array:
        """Unwillingness to sign what is not so."""

    @property
    def skill(self) -> Array:
        """Care with figures."""

    @property
    def fear(self) -> Array:
        """Fear of being found behind."""


@dataclass(frozen=True, slots=True)
class Mood:
    """What the season does to those who report. Shapes: (C,), 0-1 if nothing else is said."""

    stage: Stage
    """What the figures are this season."""
    prize: Array
    """How near a prize, a loan or a visit seems to the county."""
    pressure: Array
    """How hard the season's campaign is pressed."""
    on_paper: Array
    """Share of households in teams that stand on a list only."""
    line: float
    """The line that counties hear from above, -1 caution to +1 advance."""
    storm: Array
    """How far the season's campaign has passed beyond pressing into a contest of claims, 0-1. Shapes: (C,)."""


@dataclass(frozen=True, slots=True)
class Pull:
    """One reason why one rung bends one indicator: ``size`` of a measure, at full drive.

    The four sizes are for a pledge, an estimate, a result and a stock; negative sizes bend downward.
    """

    indicator: Indicator
    rung: Rung
    reason: str
    drive: Drive
    """How strongly it pulls on each county (see ``drives``)."""
    of: Measure
    """What the size is a fraction of: the figure, teams on paper, the way back to the last report, or the way up
    to the highest inflation among praised neighbours."""
    pledge: float
    estimate: float
    result: float
    stock: float
    source: str
    """Page, or what is assumed and why."""

    def size(self, stage: Stage) -> float:
        """The size at that stage, a fraction."""
        return float(getattr(self, stage.value))


@dataclass(frozen=True, slots=True)
class ChainRules:
    """What bends figures on their way up."""

    indicators: tuple[IndicatorSpec, ...]
    pulls: tuple[Pull, ...]
    neighbours: tuple[tuple[int, ...], ...]
    """For each county the indices of those it borders on."""


@dataclass(frozen=True, slots=True)
class Reason:
    """What one reason added at one rung. Shapes: (C,), in the indicator's unit; text id ``reason.<reason>``."""

    indicator: Indicator
    rung: Rung
    reason: str
    amount: Array


@dataclass(frozen=True, slots=True)
class Climb:
    """A season's figures on every rung up to the county. Shapes: (C,)."""

    true: dict[Indicator, Array]
    """What there is, in steps of 1/65536 of the unit."""
    village: dict[Indicator, Array]
    district: dict[Indicator, Array]
    county: dict[Indicator, Array]
    reasons: tuple[Reason, ...]

    def rung(self, rung: Rung) -> dict[Indicator, Array]:
        """The figures as that rung passes them on."""
        return {Rung.VILLAGE: self.village, Rung.DISTRICT: self.district, Rung.COUNTY: self.county}[rung]

    def why(self, indicator: Indicator, rung: Rung) -> tuple[Reason, ...]:
        """The reasons of one rung for one line; they add up to what the rung changed."""
        return tuple(r for r in self.reasons if r.indicator is indicator and r.rung is rung)


def climb(
    true: Figures,
    weights: Figures,
    secretaries: Tempers,
    mood: Mood,
    bends: Figures,
    memory: CountyMemory,
    rules: ChainRules,
    chance: Chance,
) -> Climb:
    """Let the season's true figures climb from the villages to the prefecture's desk.

    ``bends`` are corrections ordered from above this season, as fractions of the figure (C,), signed at the county.
    Total output is not bent by itself: it follows the yield over the grain area. Shapes: (C,).
    """
    context = _Context(true, weights, mood, bends, memory, rules, drives(secretaries, mood), chance)
    rungs: dict[Rung, dict[Indicator, Array]] = {rung: {} for rung in RUNGS}
    reasons: list[Reason] = []
    for spec in _yield_first(rules.indicators):
        value = fixed(true[spec.id])
        for rung in RUNGS:
            value, why = _step(spec, rung, value, reasons, context)
            rungs[rung][spec.id] = value
            reasons += why
    return Climb(
        {spec.id: fixed(true[spec.id]) for spec in rules.indicators},
        rungs[Rung.VILLAGE], rungs[Rung.DISTRICT], rungs[Rung.COUNTY], tuple(reasons),
    )  # fmt: skip


def drives(secretaries: Tempers, mood: Mood) -> dict[str, Array]:
    """How strongly each drive works in each county, 0-1. Shapes: (C,).

    A careful and honest secretary halves what ambition, prizes and laxity would add, and never undoes it: much of it
    is done below him.
    """
    one = np.ones_like(mood.prize)
    unchecked = 1.0 - 0.5 * secretaries.honesty
    return {
        "always": one,
        "ambition": secretaries.ambition * unchecked,
        "laxity": unchecked,
        "fear": secretaries.fear * mood.pressure,
        "prize": mood.prize * (0.5 + 0.5 * secretaries.ambition) * unchecked,
        "pressure": mood.pressure,
        "slip": 1.0 - secretaries.skill,
        "storm": mood.storm * (0.6 + 0.4 * secretaries.ambition),
        "advance": one * max(mood.line, 0.0),
        "caution": one * max(-mood.line, 0.0),
    }


def near_prize(cooperatives: Array, praised: Array) -> Array:
    """How near a prize seems: near where the trials are that everyone watches, nearer where one was just given.

    Assumed: one cooperative brings it half as near as many; praise last season counts a third. Shapes: (C,), 0-1.
    """
    watched = saturation(cooperatives, 1.0)
    return np.asarray(watched + (1.0 - watched) * praised / 3.0)


def fixed(values: Array) -> Array:
    """Values in whole steps of 1/65536, so that they add up exactly. Shapes: any."""
    return np.rint(values * FIXED) / FIXED


@dataclass(frozen=True, slots=True)
class _Context:
    true: Figures
    weights: Figures
    mood: Mood
    bends: Figures
    memory: CountyMemory
    rules: ChainRules
    drives: Mapping[str, Array]
    chance: Chance


def _yield_first(specs: tuple[IndicatorSpec, ...]) -> list[IndicatorSpec]:
    """Total output last, since it follows the yield's reasons."""
    return sorted(specs, key=lambda spec: spec.id is Indicator.OUTPUT)


def _step(
    spec: IndicatorSpec, rung: Rung, below: Array, earlier: list[Reason], context: _Context
) -> tuple[Array, list[Reason]]:
    """One rung's report of one line, and the reasons for what it changed."""
    if spec.id is Indicator.OUTPUT:
        pulled = _from_yield(rung, earlier, context)
    else:
        pulled = _pulled(spec.id, rung, below, context)
    value = below
    for _, amount in pulled:
        value = value + amount
    stands = _rounded(value, spec, below)
    pulled.append(("rounding", stands - value))
    return stands, [Reason(spec.id, rung, name, amount) for name, amount in pulled]


def _from_yield(rung: Rung, earlier: list[Reason], context: _Context) -> list[tuple[str, Array]]:
    """The yield's reasons at this rung over the county's grain area, jin."""
    grain_mou = context.weights[Indicator.YIELD]
    found = [r for r in earlier if r.indicator is Indicator.YIELD and r.rung is rung]
    return [(r.reason, fixed(r.amount * grain_mou)) for r in found if r.reason != "rounding"]


def _pulled(line: Indicator, rung: Rung, below: Array, context: _Context) -> list[tuple[str, Array]]:
    """What each pull adds at this rung; each is reckoned on the figure as it came from below."""
    pulls = [p for p in context.rules.pulls if p.indicator is line and p.rung is rung]
    stage = context.mood.stage
    amounts = [(p.reason, fixed(p.size(stage) * _drive(p, context) * _measure(p, below, context))) for p in pulls]
    if rung is Rung.COUNTY and line in context.bends:
        amounts.append(("correction", fixed(below * context.bends[line])))
    return amounts


def _drive(pull: Pull, context: _Context) -> Array:
    """How strongly the pull works on each county; slips go either way, by chance."""
    if pull.drive == "taught":
        return context.memory.taught[pull.indicator]
    strength = context.drives[pull.drive]
    if pull.drive == "slip":
        return strength * context.chance.normal(f"slip.{pull.indicator}.{pull.rung}", len(strength))
    return strength


def _measure(pull: Pull, below: Array, context: _Context) -> Array:
    """What the pull's size is a fraction of, in the indicator's unit. Shapes: (C,)."""
    if pull.of == "on_paper":
        return context.mood.on_paper
    if pull.of == "last_time":
        return context.memory.reported[pull.indicator] - below
    if pull.of == "neighbour":
        own = below - context.true[pull.indicator]
        going_rate = highest_praised(context.memory, pull.indicator, context.rules.neighbours)
        return np.maximum(context.true[pull.indicator] * going_rate - own, 0.0)
    return below


def highest_praised(memory: CountyMemory, indicator: Indicator, neighbours: tuple[tuple[int, ...], ...]) -> Array:
    """The highest inflation among each county's praised neighbours, a fraction; 0 where none was praised."""
    rate = np.maximum(memory.inflation[indicator] * memory.praised, 0.0)
    return np.asarray([max((float(rate[n]) for n in near), default=0.0) for near in neighbours])


def _rounded(value: Array, spec: IndicatorSpec, below: Array) -> Array:
    """Rounded to the form's step, never negative, never above the ceiling; nothing is made where nothing is."""
    top = np.inf if spec.ceiling is None else spec.ceiling
    rounded = fixed(np.rint(value / spec.step) * spec.step)
    return np.minimum(np.maximum(rounded, 0.0), top) * (below > 0.0)
