"""Round scales that hold some values with room beside them."""

from __future__ import annotations

import math


def span(values: list[float], margin: float = 0.25) -> tuple[float, float]:
    """Round ends of a scale that holds the values with room beside them; never below nothing."""
    low, high = min(values), max(values)
    room = max(high - low, 0.08 * abs(high), 1e-6) * margin
    step = round_step((high - low + 2 * room) / 8.0)
    return max(math.floor((low - room) / step) * step, 0.0), math.ceil((high + room) / step) * step


def round_step(rough: float) -> float:
    """A step of 1, 2 or 5 times a power of ten, near a rough one."""
    if rough <= 0.0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * factor for factor in (1.0, 2.0, 5.0, 10.0) if power * factor >= rough)
