"""What charts share: marks that can be reached one by one, axes, and their numbers as a table."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Unpack

from pygame import Rect, Surface

from game.ui import lines
from game.ui.keys import Key
from game.ui.palette import UMBER
from game.ui.theme import LABEL, Theme
from game.ui.transition import Action
from game.ui.widgets.base import Common, Widget

TableRows = list[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Scale:
    """Values between two ends laid along pixels from `start` to `end` (which may run backwards, as up a page)."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The pixel of a value; outside values go to the nearer end."""
        share = (value - self.low) / (self.high - self.low) if self.high > self.low else 0.0
        return self.start + max(0.0, min(1.0, share)) * (self.end - self.start)

    def value(self, pixel: float) -> float:
        """The value at a pixel."""
        share = (pixel - self.start) / (self.end - self.start) if self.end != self.start else 0.0
        return self.low + max(0.0, min(1.0, share)) * (self.high - self.low)


def round_step(span: float, most: int) -> float:
    """The smallest of 1, 2, 5 times a power of ten that divides a span into at most `most` steps."""
    rough = span / max(1, most)
    power = 10.0 ** math.floor(math.log10(rough)) if rough > 0 else 1.0
    return next(power * times for times in (1, 2, 5, 10) if power * times >= rough - 1e-12)


class Mark(Widget):
    """A mark of a chart as a place that can have the focus; the chart draws it."""

    role: ClassVar[str] = "mark"

    def __init__(self, label: str, value: str, why: Action | None = None) -> None:
        super().__init__(label, value, focusable=True, why=why)


class Chart(Widget):
    """A chart: one stop of the Tab key, arrows go from mark to mark, and every number is in `as_table`."""

    role: ClassVar[str] = "chart"
    part = True

    def __init__(self, label: str, value: str = "", **common: Unpack[Common]) -> None:
        super().__init__(label, value, **common)

    def as_table(self) -> TableRows:
        """Its numbers as rows of text; the first row is the heads."""
        raise NotImplementedError

    def neighbour(self, current: Widget, key: Key) -> Widget | None:
        stops = self.stops()
        step = {"LEFT": -1, "UP": -1, "RIGHT": 1, "DOWN": 1}.get(key.name, 0)
        place = stops.index(current) + step
        return stops[place] if step and 0 <= place < len(stops) else None


def season_axis(surface: Surface, plot: Rect, points: int, years: Mapping[int, str], theme: Theme) -> None:
    """The foot of a plot: a tick for each season, a longer one with its label where a year begins.

    Labels that would touch are left out; the first and every further one that fits stay.
    """
    stroke, bottom = theme.stroke(), plot.bottom
    lines.horizontal(surface, plot.left, plot.right, bottom, UMBER, stroke)
    step = plot.w / max(1, points)
    for number in range(points):
        lines.vertical(surface, plot.left + (number + 0.5) * step, bottom + 1, bottom + theme.px(4), UMBER, stroke)
    free_from = float(plot.left)
    for index, label in sorted(years.items()):
        x = plot.left + index * step
        lines.vertical(surface, x, bottom, bottom + theme.px(8), UMBER, stroke)
        start = min(x + theme.px(4), plot.right - theme.type.width(label, LABEL))
        if start >= free_from:
            baseline = bottom + theme.px(2) + theme.type.baseline(LABEL)
            free_from = start + theme.type.draw(surface, label, (start, baseline), LABEL, UMBER) + theme.px(4)


def axis_height(theme: Theme) -> int:
    """Room below a plot for its axis, pixels."""
    return theme.type.line_height(LABEL) + theme.px(3)


def number_text(value: float) -> str:
    """A figure on an axis."""
    return f"{value:,.0f}" if abs(value - round(value)) < 1e-6 else f"{value:,.1f}"
