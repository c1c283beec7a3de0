"""How figures are written: in their unit, with no more digits than they deserve, and a real minus."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from game.reporting.indicators import Indicator
from game.reporting.sight import Band


def grouped(value: float, decimals: int = 0) -> str:
    """A number with groups of three and a real minus: ``1,280``, ``−0.4``."""
    rounded = round(value, decimals)
    text = f"{abs(rounded):,.{decimals}f}"
    return f"−{text}" if rounded < 0 else text


def whole(value: float) -> str:
    """A count."""
    return grouped(value)


def percent(share: float) -> str:
    """A share as per cent, without the sign."""
    return grouped(100.0 * share)


def millions(value: float) -> str:
    """In millions: whole from a hundred up, with one digit below."""
    shown = value / 1e6
    return grouped(shown, 0 if abs(shown) >= 100.0 else 1)


def thousands(value: float) -> str:
    """In thousands, with one digit."""
    return grouped(value / 1e3, 1)


SHOWN: Final[dict[str, Callable[[float], str]]] = {
    Indicator.YIELD: whole,
    Indicator.COOP_YIELD: whole,
    Indicator.OUTPUT: millions,
    Indicator.ORGANISED: percent,
    Indicator.COOPERATIVES: whole,
    Indicator.ANIMALS: thousands,
    Indicator.GRAIN_SOLD: millions,
    "share": percent,
    "jin": whole,
    "yuan": millions,
    "whole": whole,
}


def show(what: str, value: float) -> str:
    """A figure of an indicator (or of ``share``, ``jin``, ``yuan``, ``whole``) as a page writes it."""
    return SHOWN[what](value)


def show_change(what: str, value: float) -> str:
    """A change with its sign: ``+6``, ``−1``, ``0``."""
    text = show(what, value)
    return f"+{text}" if value > 0.0 and text.strip("0.,") else text.replace("−0", "0") if text == "−0" else text


def show_band(what: str, band: Band) -> str:
    """What is known: ``104–121``, or one figure where both ends are written alike."""
    low, high = show(what, band.low), show(what, band.high)
    return low if low == high else f"{low}–{high}"
