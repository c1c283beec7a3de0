"""Figures in the units in which screens show them: per cent, thousand head, million jin."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from game.base.texts import Texts
from game.reporting.indicators import Indicator
from game.reporting.sight import Band
from game.text.figures import PER_SHOWN, from_shown, show, show_band, show_like, written_step
from game.ui.widgets.chart import round_step

STEPS: Final[dict[Indicator, float]] = {
    Indicator.ANIMALS: 0.1, Indicator.GRAIN_SOLD: 0.1, Indicator.STEEL: 0.1, Indicator.WATERWORKS: 0.1,
}  # fmt: skip
"""What the last digit shown counts, in the shown unit; one where nothing is said."""
LEAST_SPAN: Final = 20.0
"""No scale is shorter than so many of its last digits."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How one indicator is shown, and how a shown figure becomes one in the indicator's unit again.

    `like` is a figure in the indicator's unit with whose digits parts and changes of it are written.
    """

    indicator: Indicator
    like: float | None = None

    @property
    def times(self) -> float:
        """Shown units in one of the indicator's."""
        return 1.0 / PER_SHOWN.get(self.indicator, 1.0)

    @property
    def step(self) -> float:
        """What the last digit counts, shown units."""
        if self.like is not None:
            return written_step(self.indicator, self.like) * self.times
        return STEPS.get(self.indicator, 1.0)

    def shown(self, value: float) -> float:
        """The figure in shown units, brought to the last digit."""
        return float(self._digits(value).replace(",", "").replace("−", "-"))

    def _digits(self, value: float) -> str:
        """A figure in the indicator's unit, as written."""
        return (
            show(self.indicator, value) if self.like is None else show_like(self.indicator, value, self.like)
        )

    def back(self, shown: float) -> float:
        """The figure in the indicator's unit."""
        return from_shown(self.indicator, shown)

    def write(self, shown: float) -> str:
        """A figure in shown units, as written."""
        return self._digits(self.back(shown))

    def text(self, value: float | None) -> str:
        """A figure in the indicator's unit, as written; a dash for none."""
        return "–" if value is None else show(self.indicator, value)

    def band(self, band: Band) -> str:
        """What is known, as written."""
        return show_band(self.indicator, band)

    def scale(self, low: float, high: float) -> tuple[float, float]:
        """Ends of a scale in shown units, at least so long that figures on it can be told apart."""
        start, end = self.shown(low), self.shown(high)
        if end - start < LEAST_SPAN * self.step:
            end = start + LEAST_SPAN * self.step
        return start, end

    def grid(self, high: float) -> tuple[float, tuple[float, ...]]:
        """The end of an axis from zero and three figures on it, shown units."""
        top = max(high * self.times, 4 * self.step)
        step = round_step(top, 3)
        end = math.ceil(top / step) * step
        return end, tuple(step * number for number in range(round(end / step) + 1))


def indicator_name(texts: Texts, indicator: Indicator) -> str:
    """``Homes organised``."""
    return texts(f"indicator.{indicator.value}.name")


def indicator_lower(texts: Texts, indicator: Indicator) -> str:
    """``homes organised``."""
    return texts(f"indicator.{indicator.value}.lower")


def unit(texts: Texts, indicator: Indicator) -> str:
    """``% of homes``."""
    return texts(f"indicator.{indicator.value}.unit")
