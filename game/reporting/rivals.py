"""Rival prefectures: what they are said to file, how they learn from the highest, and who stands in which third."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from game.base.chance import Chance
from game.reporting.indicators import Indicator


@dataclass(frozen=True, slots=True)
class Rival:
    """A prefecture that is compared with ours. What it has is assumed; no document in hand gives it."""

    id: str
    has: Mapping[Indicator, float]
    """What it has, in the indicator's unit."""
    ratio: Mapping[Indicator, float]
    """What it files over what it has, this year."""
    last_ratio: Mapping[Indicator, float]
    """The same a year ago."""

    def files(self, indicator: Indicator) -> float:
        """What it files this year, in the indicator's unit."""
        return self.has[indicator] * self.ratio[indicator]

    def growth(self, indicator: Indicator) -> float:
        """What it files against last year's file, 1 = as much."""
        return self.ratio[indicator] / self.last_ratio[indicator]


@dataclass(frozen=True, slots=True)
class RivalRules:
    """How rivals are heard of and how they learn."""

    rivals: tuple[Rival, ...]
    hearsay_error: float
    """Relative spread of what they are said to file."""
    catch_up: float
    """How far towards this year's highest ratio they go next year, 0-1."""


class Third(StrEnum):
    """Where a prefecture stands among its rivals."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True)
class Hearsay:
    """What one rival is said to file; it may be wrong."""

    rival: str
    indicator: Indicator
    figure: float


def said_to_file(rivals: tuple[Rival, ...], rules: RivalRules, chance: Chance) -> tuple[Hearsay, ...]:
    """What the office hears of the rivals' reports this season, with an error of its own for each."""
    heard = []
    for rival in rivals:
        for indicator in rival.ratio:
            error = float(chance.normal(f"hearsay.{rival.id}.{indicator}", 1)[0])
            heard.append(Hearsay(rival.id, indicator, rival.files(indicator) * (1.0 + rules.hearsay_error * error)))
    return tuple(heard)


def next_year(rivals: tuple[Rival, ...], own_ratio: Mapping[Indicator, float], rules: RivalRules) -> tuple[Rival, ...]:
    """A year on, each rival has moved halfway from its own ratio to this year's highest, ours included."""
    highest = {
        line: max([rival.ratio[line] for rival in rivals if line in rival.ratio] + [own_ratio.get(line, 0.0)])
        for rival in rivals
        for line in rival.ratio
    }
    return tuple(
        replace(
            rival,
            last_ratio=rival.ratio,
            ratio={line: own + (highest[line] - own) * rules.catch_up for line, own in rival.ratio.items()},
        )
        for rival in rivals
    )


def third(indicator: Indicator, own_growth: float, rivals: tuple[Rival, ...]) -> Third:
    """Where our filed growth stands among theirs; ties count for us."""
    others = [rival.growth(indicator) for rival in rivals if indicator in rival.ratio]
    ahead = sum(growth > own_growth for growth in others)
    place = ahead / (len(others) + 1)
    if place < 1.0 / 3.0:
        return Third.TOP
    return Third.MIDDLE if place < 2.0 / 3.0 else Third.BOTTOM


def placing(own_growth: Mapping[Indicator, float], rivals: tuple[Rival, ...]) -> dict[Indicator, Third]:
    """Our third on every line that can be compared."""
    known = {line for rival in rivals for line in rival.ratio}
    return {line: third(line, growth, rivals) for line, growth in own_growth.items() if line in known}
