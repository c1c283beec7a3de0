"""What is known: bands that hold the truth four times in five, by construction.

A county's figure is seen through an error that stays the same for a year (one draw a county and line), so that
looking twice at the same papers tells nothing new; only an inspection narrows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

import numpy as np

from game.base.chance import NORMAL_P90, Chance
from game.base.exact import Array
from game.base.seasons import Quarter, Season
from game.reporting.indicators import ADDITIVE, WRITTEN_SMALL, Figures, Indicator, false_by

HABIT: Final = 0.75
"""How much of a year's error in seeing comes again the next year. Assumed: the same clerks, the same villages."""
YEARS_REMEMBERED: Final = 5
HARVEST_LINES: Final = frozenset({Indicator.YIELD, Indicator.OUTPUT, Indicator.COOP_YIELD, Indicator.GRAIN_SOLD})
"""Lines that stand, or add up, from one harvest to the next."""
ERROR_SPREAD: Final = float(np.sqrt(sum(HABIT**(2 * year) for year in range(YEARS_REMEMBERED))))
"""Deviation of the years' draws added up with their weights; dividing by it makes the error's deviation 1."""


@dataclass(frozen=True, slots=True)
class SightRules:
    """How well things are known."""

    sigma: Mapping[Indicator, float]
    """Relative spread of what is known of an uninspected county, by indicator."""
    difficulty: Mapping[str, float]
    """Factor on every band by difficulty."""
    inspection_turns: int
    """Team-turns that the inspection of a county costs."""
    inspection_factor: float
    """What an inspection leaves of the spread."""
    floor: float
    """No spread falls below this share of the uninspected one."""
    fade: float
    """Share of the way back to the uninspected spread that a year undoes, 0-1."""
    shared: float
    """Share of the error's variance that all counties have in common (the office's own habits), 0-1."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What the player's office can see. Shapes: (C,) by indicator."""

    sigma: Figures
    """Relative spread of what is known now."""
    uninspected: Figures
    """Relative spread without any inspection."""
    inspected: tuple[Season | None, ...]
    """Season of the last inspection, by county."""
    shared: float
    """Share of the error's variance in common, 0-1."""

    def was_inspected(self, season: Season) -> Array:
        """1 where a team looked in the year of that season, else 0. Shapes: (C,)."""
        return np.asarray([float(seen is not None and seen.year == season.year) for seen in self.inspected])


@dataclass(frozen=True, slots=True)
class Bands:
    """What is known of each county. Shapes: (C,) in the indicator's unit."""

    low: dict[Indicator, Array]
    high: dict[Indicator, Array]

    def middle(self, indicator: Indicator) -> Array:
        """The middle of the band."""
        return 0.5 * (self.low[indicator] + self.high[indicator])


@dataclass(frozen=True, slots=True)
class Band:
    """What is known of the whole prefecture, in the indicator's unit."""

    low: float
    high: float

    @property
    def middle(self) -> float:
        """The middle of the band."""
        return 0.5 * (self.low + self.high)

    def holds(self, value: float) -> bool:
        """Whether the value lies in the band."""
        return self.low <= value <= self.high

    def passed_by(self, line: Indicator, value: float) -> float:
        """How far a value lies outside on the side to which the line is bent, as a share of that end; 0 inside."""
        end = self.low if line in WRITTEN_SMALL else self.high
        return max(float(false_by(line, value, end)), 0.0) if end > 0.0 else 0.0


def start_sight(rules: SightRules, difficulty: str, counties: int) -> Sight:
    """What is known before any team has been out.

    Raises: KeyError for an unknown difficulty.
    """
    scale = rules.difficulty[difficulty]
    sigma = {line: np.full(counties, spread * scale) for line, spread in rules.sigma.items()}
    return Sight(sigma, sigma, (None,) * counties, rules.shared)


def inspect(
    sight: Sight,
    county: int,
    season: Season,
    rules: SightRules,
    indicators: Iterable[Indicator] | None = None,
) -> Sight:
    """Send a work team to a county: it halves the band, for some lines or for all of them."""
    lines = tuple(sight.sigma) if indicators is None else tuple(indicators)
    there = np.arange(len(sight.inspected)) == county
    narrowed = {line: _narrowed(sight, line, there, rules) for line in lines}
    seen = tuple(season if here == county else was for here, was in enumerate(sight.inspected))
    return replace(sight, sigma={**sight.sigma, **narrowed}, inspected=seen)


def _narrowed(sight: Sight, line: Indicator, there: Array, rules: SightRules) -> Array:
    """The line's spread after a team was there, never below the floor."""
    narrow = np.maximum(sight.sigma[line] * rules.inspection_factor, sight.uninspected[line] * rules.floor)
    return sight.sigma[line] + (narrow - sight.sigma[line]) * there


def fade(sight: Sight, rules: SightRules) -> Sight:
    """A year on: what was seen grows old."""
    faded = {line: sigma + (sight.uninspected[line] - sigma) * rules.fade for line, sigma in sight.sigma.items()}
    return replace(sight, sigma=faded)


def year_of(indicator: Indicator, season: Season) -> int:
    """The year a figure belongs to: until the next autumn a harvest is still last year's, and is seen as it was."""
    still_last = indicator in HARVEST_LINES and season.quarter < Quarter.AUTUMN
    return season.year - 1 if still_last else season.year


def errors(indicator: Indicator, counties: int, seed: int, season: Season, shared: float) -> tuple[Array, float]:
    """The year's errors, one a county and one in common, each near-normal with deviation 1.

    An office that saw a county wrongly last year sees it much the same way this year: each year's error is made of
    its own draw and, ever less, of those of the years before.
    """
    return _errors_of_year(indicator, counties, seed, year_of(indicator, season))


@lru_cache(maxsize=512)
def _errors_of_year(indicator: Indicator, counties: int, seed: int, newest: int) -> tuple[Array, float]:
    """The errors of a harvest year. Kept, since every page asks for them anew and each is ten streams of chance."""
    own, common, weight = np.zeros(counties), 0.0, 1.0
    for year in range(newest, newest - YEARS_REMEMBERED, -1):
        chance = Chance(seed, year)
        own = own + weight * chance.normal(f"sight.{indicator}", counties)
        common += weight * float(chance.normal(f"sight.{indicator}.common", 1)[0])
        weight *= HABIT
    own /= ERROR_SPREAD
    own.flags.writeable = False
    return own, common / ERROR_SPREAD


def bands(true: Figures, sight: Sight, seed: int, season: Season, vagueness: Array | None = None) -> Bands:
    """What is known of each county this season, in the lines that ``true`` has; ``vagueness`` (C,) widens the band of
    counties that were struck down.

    What is seen is the truth times (1 + spread x error); the ends divide it by (1 + 1.3 spread) and (1 - 1.3 spread),
    so the truth is inside whenever the error is among the middle four fifths, and nothing of it can be read off the
    width.
    """
    seen = {line: _seen(line, true[line], sight, seed, season, vagueness) for line in sight.sigma if line in true}
    low = {line: value / (1.0 + NORMAL_P90 * spread) for line, (value, spread) in seen.items()}
    high = {line: value / (1.0 - NORMAL_P90 * spread) for line, (value, spread) in seen.items()}
    return Bands(low, high)


def _seen(
    line: Indicator, true: Array, sight: Sight, seed: int, season: Season, vagueness: Array | None
) -> tuple[Array, Array]:
    """What meets the eye, and the spread it is meant to have. Shapes: (C,)."""
    spread = sight.sigma[line] if vagueness is None else sight.sigma[line] * vagueness
    own, common = errors(line, len(spread), seed, season, sight.shared)
    error = _mixed(own, common, sight.shared)
    return true * (1.0 + spread * error), spread


def _mixed(own: Array, common: float, shared: float) -> Array:
    """Own and common errors as one error of deviation 1."""
    return np.asarray(np.sqrt(1.0 - shared) * own + np.sqrt(shared) * common)


def prefecture_band(
    indicator: Indicator,
    true: Figures,
    weights: Figures,
    sight: Sight,
    seed: int,
    season: Season,
    vagueness: Array | None = None,
) -> Band:
    """What is known of the whole, from the same errors; narrower than its parts, since own errors cancel."""
    seen, spread = _seen(indicator, true[indicator], sight, seed, season, vagueness)
    share = seen if indicator in ADDITIVE else seen * weights[indicator]
    whole = in_order(share)
    if whole <= 0.0:
        return Band(0.0, 0.0)
    own = in_order((share / whole * spread) * (share / whole * spread))
    common = in_order(share / whole * spread)
    deviation = float(np.sqrt((1.0 - sight.shared) * own + sight.shared * common * common))
    middle = whole if indicator in ADDITIVE else whole / in_order(weights[indicator])
    return Band(middle / (1.0 + NORMAL_P90 * deviation), middle / (1.0 - NORMAL_P90 * deviation))


def in_order(values: Array) -> float:
    """The sum from first to last, one after another: the same bits on every machine. Shapes: (n,)."""
    return float(np.cumsum(values)[-1]) if len(values) else 0.0


def held_share(known: Bands, true: Figures, lines: Iterable[Indicator] | None = None) -> float:
    """How often the bands held the truth, 0-1, over counties and lines that have anything to know."""
    chosen = tuple(known.low) if lines is None else tuple(lines)
    held, asked = 0, 0
    for line in chosen:
        something = true[line] > 0.0
        inside = (known.low[line] <= true[line]) & (true[line] <= known.high[line])
        held += int(np.count_nonzero(inside & something))
        asked += int(np.count_nonzero(something))
    return held / asked if asked else 1.0
