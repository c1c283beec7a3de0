"""How figures are written: in their unit, with no more digits than they deserve, and a real minus."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
    Indicator.STEEL: millions,
    Indicator.CANTEENS: percent,
    Indicator.WATERWORKS: thousands,
    Indicator.DEATHS: whole,
    "share": percent,
    "jin": whole,
    "yuan": millions,
    "whole": whole,
}


def show(what: str, value: float) -> str:
    """A figure of an indicator (or of ``share``, ``jin``, ``yuan``, ``whole``) as a page writes it."""
    return SHOWN[what](value)


def show_band(what: str, band: Band) -> str:
    """What is known: ``104–121``, or one figure where both ends are written alike."""
    low, high = show(what, band.low), show(what, band.high)
    return low if low == high else f"{low}–{high}"


PER_SHOWN: Final[dict[Indicator, float]] = {
    Indicator.OUTPUT: 1e6,
    Indicator.GRAIN_SOLD: 1e6,
    Indicator.ANIMALS: 1e3,
    Indicator.ORGANISED: 0.01,
    Indicator.STEEL: 1e6,
    Indicator.CANTEENS: 0.01,
    Indicator.WATERWORKS: 1e3,
}
"""What one of the written figures stands for, in the indicator's unit; 1 where it is not named."""


NOUGHT_COUNTS: Final = frozenset({Indicator.STEEL, Indicator.CANTEENS, Indicator.WATERWORKS, Indicator.DEATHS})
"""Lines of which nought is a figure like any other; of the rest it says that there is nothing yet to count."""


def from_shown(what: Indicator, written: float) -> float:
    """A figure in the indicator's unit, from the number as a page writes it: 45 per cent is 0.45."""
    return written * PER_SHOWN.get(what, 1.0)


def as_shown(what: Indicator, value: float) -> float:
    """The figure as it is written, in the indicator's unit: what is filed is what was read."""
    return from_shown(what, float(show(what, value).replace(",", "").replace("−", "-")))


def shares_of(what: Indicator, total: float, amounts: Sequence[float], like: float) -> list[str]:
    """Amounts as they are written beside a figure ``like``, so that what is written adds up to the written total.

    What rounding leaves over goes to the amounts that it wronged most.
    """
    step = written_step(what, like)
    steps = [round(amount / step) for amount in amounts]
    left = round(total / step) - sum(steps)
    wronged = sorted(range(len(steps)), key=lambda place: -_wrong(amounts[place] / step, left))
    for place in (wronged * abs(left))[: abs(left)]:
        steps[place] += 1 if left > 0 else -1
    return [show_like(what, count * step, like) for count in steps]


def _wrong(exact: float, left: int) -> float:
    """How much an amount lost by rounding, seen from the side on which something is left over."""
    lost = exact - round(exact)
    return lost if left > 0 else -lost


def digits_like(what: Indicator, like: float) -> int:
    """Digits after the point with which a figure of that size is written."""
    return len(show(what, like).partition(".")[2])


def written_step(what: Indicator, like: float) -> float:
    """The smallest difference that can be read beside a figure of that size, in the indicator's unit."""
    return float(PER_SHOWN.get(what, 1.0) * 10.0 ** -digits_like(what, like))


def show_like(what: Indicator, value: float, like: float) -> str:
    """A part or a change of a figure, written with the digits of the figure itself."""
    return grouped(value / PER_SHOWN.get(what, 1.0), digits_like(what, like))
