"""What becomes of a filed figure: the province, the Bureau, the printed page. Text ids ``reason.<reason>``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from game.base.exact import FIXED
from game.reporting.indicators import Indicator

UpperRung = Literal["province", "bureau", "printed"]
UPPER_RUNGS: Final[tuple[UpperRung, ...]] = ("province", "bureau", "printed")


@dataclass(frozen=True, slots=True)
class UpwardStep:
    """What one office makes of one line on the way to print."""

    indicator: Indicator
    rung: UpperRung
    reason: str
    caution: float
    """Added at the office's line -1, as a fraction of the figure."""
    advance: float
    """Added at line +1."""
    source: str


@dataclass(frozen=True, slots=True)
class UpwardRules:
    """What offices above make of figures, and how far they round them."""

    steps: tuple[UpwardStep, ...]
    round_to: Mapping[Indicator, float]
    """Print rounds to this, in the indicator's unit."""
    ceilings: Mapping[Indicator, float]


@dataclass(frozen=True, slots=True)
class UpwardReason:
    """What one reason added at one rung above the player, in the indicator's unit."""

    indicator: Indicator
    rung: UpperRung
    reason: str
    amount: float


@dataclass(frozen=True, slots=True)
class Upward:
    """The filed figures on every rung above the player."""

    province: dict[Indicator, float]
    bureau: dict[Indicator, float]
    printed: dict[Indicator, float]
    reasons: tuple[UpwardReason, ...]


def pass_upward(filed: Mapping[Indicator, float], lines: Mapping[str, float], rules: UpwardRules) -> Upward:
    """Send the filed figures on; ``lines`` are the offices' lines by rung, -1 caution to +1 advance.

    A rung's figure is the rung below plus its reasons, exactly.
    """
    rungs: dict[UpperRung, dict[Indicator, float]] = {rung: {} for rung in UPPER_RUNGS}
    reasons: list[UpwardReason] = []
    for indicator, figure in filed.items():
        value = _fixed(figure)
        for rung in UPPER_RUNGS:
            why = _changes(indicator, rung, value, lines.get(rung, 0.0), rules)
            for reason in why:
                value = value + reason.amount
            rungs[rung][indicator] = value
            reasons += why
    return Upward(rungs["province"], rungs["bureau"], rungs["printed"], tuple(reasons))


def _changes(
    indicator: Indicator, rung: UpperRung, value: float, line: float, rules: UpwardRules
) -> list[UpwardReason]:
    """The reasons of one rung for one line, rounding and ceiling last."""
    share = (line + 1.0) / 2.0
    changes = [
        UpwardReason(
            indicator, rung, step.reason, _fixed(value * (step.caution + (step.advance - step.caution) * share))
        )
        for step in rules.steps
        if step.indicator is indicator and step.rung == rung
    ]
    moved = value
    for change in changes:
        moved = moved + change.amount
    stands = _written(indicator, rung, moved, rules)
    if stands != moved:
        changes.append(UpwardReason(indicator, rung, "rounding", stands - moved))
    return changes


def _written(indicator: Indicator, rung: UpperRung, value: float, rules: UpwardRules) -> float:
    """The figure as the rung writes it: print rounds, and no share goes above its ceiling."""
    step = rules.round_to.get(indicator, 0.0) if rung == "printed" else 0.0
    rounded = _fixed(round(value / step) * step) if step else value
    return min(rounded, rules.ceilings.get(indicator, rounded))


def _fixed(value: float) -> float:
    return round(value * FIXED) / FIXED
