"""Targets descend: each level adds a margin of its own to what the level above asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.base.exact import Array
from game.reporting.indicators import Figures, Indicator, prefecture_figure


@dataclass(frozen=True, slots=True)
class Growth:
    """What a superior asks for above the last filed figure, as a fraction, by its line."""

    indicator: Indicator
    caution: float
    """Asked at line -1."""
    advance: float
    """Asked at line +1; between the two in proportion."""
    stands_on: Indicator | None = None
    """Another line that the first target is reckoned from, as long as this one was never filed."""
    first: float = 0.0
    """What the first target asks above that other line, fraction."""


@dataclass(frozen=True, slots=True)
class Margin:
    """What one level adds on the way down."""

    level: str
    """prefecture, county or district."""
    least: float
    """Added at line -1, fraction."""
    most: float
    """Added at line +1."""


@dataclass(frozen=True, slots=True)
class TargetRules:
    """How targets are set and what they grow by as they descend."""

    growth: tuple[Growth, ...]
    margins: tuple[Margin, ...]
    ceilings: Mapping[Indicator, float]
    """No target goes above these."""


@dataclass(frozen=True, slots=True)
class Descent:
    """One target on its way down: (level, figure) from the province to the district."""

    indicator: Indicator
    levels: tuple[tuple[str, float], ...]

    @property
    def asked_of_villages(self) -> float:
        """What arrives at the bottom."""
        return self.levels[-1][1]


def between(low: float, high: float, line: float) -> float:
    """From ``low`` at line -1 to ``high`` at line +1."""
    return low + (high - low) * (line + 1.0) / 2.0


def set_targets(last_filed: Mapping[Indicator, float], line: float, rules: TargetRules) -> dict[Indicator, float]:
    """What the province asks of the prefecture: the last filed figure and something on top, by its line.

    This is what filing high costs first: the next target stands on it. A line without any past has no target, unless
    it stands on another.
    """
    asked = {growth.indicator: _asked(growth, last_filed, line) for growth in rules.growth}
    return {on: _capped(on, value, rules) for on, value in asked.items() if value is not None}


def _asked(growth: Growth, last_filed: Mapping[Indicator, float], line: float) -> float | None:
    """What is asked of one line, or nothing where there is nothing to ask above of."""
    if last_filed.get(growth.indicator, 0.0) > 0.0:
        return last_filed[growth.indicator] * (1.0 + between(growth.caution, growth.advance, line))
    if growth.stands_on is not None and last_filed.get(growth.stands_on, 0.0) > 0.0:
        return last_filed[growth.stands_on] * (1.0 + growth.first)
    return None


def descend(indicator: Indicator, target: float, line: float, rules: TargetRules) -> Descent:
    """The target with every level's margin, down to the district that hands it to villages."""
    levels = [("province", target)]
    for margin in rules.margins:
        raised = levels[-1][1] * (1.0 + between(margin.least, margin.most, line))
        levels.append((margin.level, _capped(indicator, raised, rules)))
    return Descent(indicator, tuple(levels))


def by_county(indicator: Indicator, target: float, reported: Array, weights: Figures) -> Array:
    """The target shared over the counties in proportion to their last reports. Shapes: (C,)."""
    whole = prefecture_figure(indicator, reported, weights[indicator])
    return reported * (target / whole) if whole > 0.0 else 0.0 * reported


def _capped(indicator: Indicator, value: float, rules: TargetRules) -> float:
    return min(value, rules.ceilings.get(indicator, value))
