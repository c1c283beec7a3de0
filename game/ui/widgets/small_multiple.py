"""Small multiples: name, unit, known and filed; the band that is known and the line that is filed, by season."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Unpack

import pygame
from pygame import Rect, Surface

from game.ui import lines
from game.ui.lines import Point
from game.ui.palette import BAND, INK, PAPER, RULE, UMBER, VERMILION
from game.ui.paragraph import Setting, set_paragraph
from game.ui.theme import FIGURE, LABEL, SECONDARY_BOLD, Theme
from game.ui.widgets.base import Common
from game.ui.widgets.chart import Chart, Mark, Scale, TableRows, axis_height, number_text, season_axis


@dataclass(frozen=True, slots=True)
class SeasonPoint:
    """A season's known band and filed figure; None where there is no record."""

    label: str
    known: tuple[float, float] | None = None
    filed: float | None = None


class SmallMultiple(Chart):
    """260 x 134 design pixels at 100 % (`plot_height` makes it taller).

    `known_text` and `filed_text` are the last figures as written; `years` gives the season at which a year begins.
    `bars` draws a bar for each season instead of a band, for what exists only at harvest. `no_record` is said of
    a season without figures.
    """

    role: ClassVar[str] = "chart"

    def __init__(
        self,
        label: str,
        unit: str,
        points: Sequence[SeasonPoint],
        scale: tuple[float, float],
        *,
        gridlines: Sequence[float] = (),
        known_text: str = "",
        filed_text: str = "",
        known_head: str = "",
        filed_head: str = "",
        years: Mapping[int, str] | None = None,
        bars: bool = False,
        plot_height: float = 70,
        no_record: str = "",
        **common: Unpack[Common],
    ) -> None:
        spoken = ", ".join(
            f"{head} {text}".strip() for head, text in ((known_head, known_text), (filed_head, filed_text)) if text
        )
        super().__init__(label, spoken, **common)
        self.unit, self.points, self.scale, self.gridlines = unit, tuple(points), scale, tuple(gridlines)
        self.known_text, self.filed_text, self.heads = known_text, filed_text, (known_head, filed_head)
        self.years, self.bars, self.plot_height = dict(years or {}), bars, plot_height
        self.no_record = no_record
        self.adopt(*(Mark(f"{label}, {point.label}", self._spoken(point)) for point in self.points))

    def _spoken(self, point: SeasonPoint) -> str:
        parts = []
        if point.known is not None:
            parts.append(f"{self.heads[0]} {band_text(point.known)}".strip())
        if point.filed is not None:
            parts.append(f"{self.heads[1]} {number_text(point.filed)}".strip())
        return ", ".join(parts) or self.no_record

    def as_table(self) -> TableRows:
        rows: TableRows = [(f"{self.label}, {self.unit}", *self.heads)]
        for point in self.points:
            filed = number_text(point.filed) if point.filed is not None else ""
            rows.append((point.label, band_text(point.known) if point.known else "", filed))
        return rows

    # ---- measures

    def _figures_width(self, theme: Theme) -> float:
        texts = [text for text in (self.known_text, self.filed_text) if text]
        return sum(theme.type.width(text, FIGURE) for text in texts) + theme.px(10) * max(0, len(texts) - 1)

    def _beside(self, width: int, theme: Theme) -> bool:
        return theme.type.width(self.unit, LABEL) + theme.px(10) + self._figures_width(theme) <= width

    def _title(self, width: int, theme: Theme) -> Setting:
        return set_paragraph(self.label, width, SECONDARY_BOLD, theme.type)

    def _head_height(self, width: int, theme: Theme) -> int:
        line = theme.type.line_height(FIGURE)
        return self._title(width, theme).height + line * (1 if self._beside(width, theme) else 2) + theme.text_px(6)

    def height_for(self, width: int, theme: Theme) -> int:
        return self._head_height(width, theme) + theme.px(self.plot_height) + axis_height(theme)

    def width_for(self, theme: Theme) -> int:
        return theme.px(260)

    def _plot(self) -> Rect:
        theme, rect = self.theme, self.rect
        labels = [theme.type.width(number_text(value), LABEL) for value in self.gridlines]
        left = rect.x + round(max(labels, default=0)) + theme.px(6)
        top = rect.y + self._head_height(rect.w, theme)
        return Rect(left, top, rect.right - left, max(theme.px(20), rect.bottom - axis_height(theme) - top))

    def arrange(self) -> None:
        plot = self._plot()
        step = plot.w / max(1, len(self.points))
        up = Scale(*self.scale, plot.bottom, plot.top)
        for number, (child, point) in enumerate(zip(self.children, self.points, strict=True)):
            child.layout(point_box(point, plot.x + (number + 0.5) * step, up, self.theme), self.theme)

    # ---- drawing

    def paint(self, surface: Surface) -> None:
        theme, plot = self.theme, self._plot()
        self._paint_head(surface)
        up = Scale(*self.scale, plot.bottom, plot.top)
        self._paint_grid(surface, plot, up)
        season_axis(surface, plot, len(self.points), self.years, theme)
        step = plot.w / max(1, len(self.points))
        places = [plot.x + (number + 0.5) * step for number in range(len(self.points))]
        if self.bars:
            self._paint_bars(surface, places, up)
        else:
            self._paint_band(surface, places, up)
        self._paint_filed(surface, places, up)

    def _paint_head(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        title = self._title(rect.w, theme)
        title.draw(surface, rect.topleft, INK)
        y = rect.y + title.height
        theme.type.draw(surface, self.unit, (rect.x, y + theme.type.baseline(FIGURE)), LABEL, UMBER)
        if not self._beside(rect.w, theme):
            y += theme.type.line_height(FIGURE)
        baseline, x = y + theme.type.baseline(FIGURE), float(rect.right)
        if self.filed_text:
            x -= theme.type.draw(surface, self.filed_text, (x, baseline), FIGURE, VERMILION, "right") + theme.px(10)
        theme.type.draw(surface, self.known_text, (x, baseline), FIGURE, INK, "right")

    def _paint_grid(self, surface: Surface, plot: Rect, up: Scale) -> None:
        theme = self.theme
        last_label = float("inf")
        for value in sorted(self.gridlines):
            y = up.at(value)
            lines.horizontal(surface, plot.left, plot.right, y, RULE, theme.stroke())
            if last_label - y >= theme.type.line_height(LABEL) * 0.8:
                baseline = y + theme.text_px(5)
                theme.type.draw(surface, number_text(value), (plot.left - theme.px(5), baseline), LABEL, UMBER, "right")
                last_label = y

    def _paint_bars(self, surface: Surface, places: Sequence[float], up: Scale) -> None:
        theme = self.theme
        half, end = theme.mark_px(6), theme.stroke(2)
        for x, point in zip(places, self.points, strict=True):
            if point.known is not None:
                low, high = (round(up.at(value)) for value in point.known)
                box = Rect(round(x) - half, high, 2 * half + 1, max(3, low - high))
                pygame.draw.rect(surface, BAND, box)
                for y in (box.top, box.bottom - end):
                    pygame.draw.rect(surface, INK, (box.x, y, box.w, end))

    def _paint_band(self, surface: Surface, places: Sequence[float], up: Scale) -> None:
        theme = self.theme
        for run in runs_of([point.known is not None for point in self.points]):
            upper: list[Point] = [(places[n], up.at(high_of(self.points[n]))) for n in run]
            lower: list[Point] = [(places[n], up.at(low_of(self.points[n]))) for n in run]
            if len(run) == 1:
                reach = theme.px(4)
                upper = [(upper[0][0] - reach, upper[0][1]), (upper[0][0] + reach, upper[0][1])]
                lower = [(lower[0][0] - reach, lower[0][1]), (lower[0][0] + reach, lower[0][1])]
            lines.polygon(surface, [*upper, *reversed(lower)], BAND)
            lines.line(surface, upper, INK, theme.stroke(1.6))
            lines.line(surface, lower, INK, theme.stroke(1.6))

    def _paint_filed(self, surface: Surface, places: Sequence[float], up: Scale) -> None:
        theme = self.theme
        filed = [
            (x, up.at(point.filed)) for x, point in zip(places, self.points, strict=True) if point.filed is not None
        ]
        lines.line(surface, filed, VERMILION, 1.8 * theme.scale)
        for number, (x, y) in enumerate(filed):
            if self.bars or number == len(filed) - 1:
                half = theme.mark_px(4)
                stamp = Rect(round(x) - half, round(y) - half, 2 * half + 1, 2 * half + 1)
                pygame.draw.rect(surface, PAPER, stamp.inflate(2, 2))
                pygame.draw.rect(surface, VERMILION, stamp, theme.stroke(3))


def band_text(band: tuple[float, float]) -> str:
    """A band as written: both ends, or one figure where they are the same."""
    low, high = (number_text(end) for end in band)
    return low if low == high else f"{low}–{high}"


def low_of(point: SeasonPoint) -> float:
    """The lower end of what is known."""
    return point.known[0] if point.known else 0.0


def high_of(point: SeasonPoint) -> float:
    """The upper end of what is known."""
    return point.known[1] if point.known else 0.0


def point_box(point: SeasonPoint, x: float, up: Scale, theme: Theme) -> Rect:
    """The box round what is drawn for a season; a small one on the axis where there is no record."""
    values = [*(point.known or ()), *(() if point.filed is None else (point.filed,))]
    heights = [up.at(value) for value in values] or [up.start]
    half = theme.px(5)
    top, bottom = round(min(heights)) - half, round(max(heights)) + half
    return Rect(round(x) - half, top, 2 * half + 1, bottom - top)


def runs_of(there: Sequence[bool]) -> list[list[int]]:
    """Indices of stretches without a gap: "no record" is never bridged."""
    found: list[list[int]] = []
    for number, present in enumerate(there):
        if present and number and there[number - 1]:
            found[-1].append(number)
        elif present:
            found.append([number])
    return found
