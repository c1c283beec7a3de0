"""The figure that a paper is about, on a strip below its text."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import ClassVar, Final

from pygame import Rect, Surface

from game.campaign.pages import LedgerRow
from game.ui import lines, marks, rects
from game.ui.palette import AXIS, INK, LOESS, UMBER, VERMILION, mix
from game.ui.scenes.measures import Measure, indicator_name, unit
from game.ui.session import Session
from game.ui.theme import LABEL, LABEL_BOLD, SHEET, Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.chart import round_step

TICKS: Final = 5


class FigureStrip(Widget):
    """The figure that a paper is about: known, reported, and (dotted) what the choice at hand would file."""

    role: ClassVar[str] = "figure"

    def __init__(self, session: Session, row: LedgerRow, figures: Sequence[float]) -> None:
        texts, measure = session.texts, Measure(row.indicator)
        self._texts, self._measure, self._row = texts, measure, row
        super().__init__(indicator_name(texts, row.indicator), self._known_words())
        self._unit = unit(texts, row.indicator)
        ends = [row.known.low, row.known.high, row.reported, *figures]
        room = 0.15 * (max(ends) - min(ends))
        self._ends = measure.scale(max(0.0, min(ends) - room), max(ends) + room)
        self.considered: tuple[int, float] | None = None

    def _known_words(self) -> str:
        known, reported = self._measure.band(self._row.known), self._measure.text(self._row.reported)
        parts = [self._texts("card.strip.known", known=known)] if self._row.known.high > 0 else []
        return ", ".join([*parts, self._texts("card.strip.counties", reported=reported)])

    def consider(self, number: int, figure: float | None) -> None:
        """Show what a choice would file; nothing if it files nothing."""
        self.considered = None if figure is None else (number, figure)
        self.invalidate()

    # ---- measures and drawing

    def height_for(self, width: int, theme: Theme) -> int:
        return 3 * theme.type.line_height(LABEL) + theme.px(26)

    def _names(self) -> tuple[str, str]:
        """What stands at the left: the line and its unit; what is known of it."""
        known = self._measure.band(self._row.known)
        nothing = self._row.known.high <= 0
        return f"{self.label}, {self._unit}", "" if nothing else self._texts("card.strip.known", known=known)

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        rule = mix(SHEET, LOESS, 0.8)
        for y in (rect.top, rect.bottom - 1):
            lines.horizontal(surface, rect.left, rect.right, y, rule, theme.stroke())
        line, top = theme.type.line_height(LABEL), rect.y + theme.px(8)
        name, known = self._names()
        theme.type.draw(surface, name, (rect.x, top + theme.type.baseline(LABEL)), LABEL, UMBER)
        theme.type.draw(surface, known, (rect.x, top + line + theme.type.baseline(LABEL)), LABEL_BOLD, INK)
        widest = max(theme.type.width(name, LABEL), theme.type.width(known, LABEL_BOLD))
        left = rect.x + max(theme.px(148), round(widest) + theme.px(28))
        self._paint_scale(surface, Rect(left, top, rect.right - left - theme.px(8), rect.h), line)

    def _paint_scale(self, surface: Surface, box: Rect, line: int) -> None:
        theme, (low, high) = self.theme, self._ends
        y = box.y + 2 * line + theme.px(6)

        def at(shown: float) -> float:
            return box.x + (shown - low) / (high - low) * box.w

        lines.horizontal(surface, box.left, box.right, y, AXIS, theme.stroke())
        step = round_step(high - low, TICKS)
        for number in range(math.ceil(low / step), math.floor(high / step) + 1):
            shown = number * step
            lines.vertical(surface, at(shown), y - theme.px(4), y + theme.px(5), UMBER, theme.stroke())
            baseline = y + theme.px(4) + theme.type.baseline(LABEL)
            theme.type.draw(
                surface, self._measure.write(shown), (at(shown), baseline), LABEL, UMBER, "centre"
            )
        self._paint_marks(surface, box, y, at, line)

    def _paint_marks(
        self, surface: Surface, box: Rect, y: int, at: Callable[[float], float], line: int
    ) -> None:
        theme, row, measure = self.theme, self._row, self._measure
        spans: list[tuple[float, str]] = []
        if row.known.high > 0:
            ends = at(row.known.low * measure.times), at(row.known.high * measure.times)
            marks.known_bar(surface, *ends, y, theme, half_height=6)
        reported = at(row.reported * measure.times)
        marks.filed_stamp(surface, reported, y, theme, ground=SHEET)
        spans.append((reported, self._texts("card.strip.counties", reported=measure.text(row.reported))))
        if self.considered is not None:
            number, figure = self.considered
            x = at(figure * measure.times)
            marks.considered_stamp(surface, x, y, theme)
            spans.append((x, self._texts("card.strip.chosen", figure=measure.text(figure), number=number)))
        self._paint_words(surface, box, spans, line)

    def _paint_words(self, surface: Surface, box: Rect, spans: list[tuple[float, str]], line: int) -> None:
        """Words above their marks, in two lanes if they would touch."""
        theme = self.theme
        widths = [theme.type.width(words, LABEL_BOLD) for _, words in spans]
        lefts = [
            max(box.left - theme.px(20), min(box.right + theme.px(8) - width, x - width / 2))
            for (x, _), width in zip(spans, widths, strict=True)
        ]
        reach = [(left, left + width) for left, width in zip(lefts, widths, strict=True)]
        for (_, words), left, lane in zip(spans, lefts, rects.lanes(reach, theme.px(10)), strict=True):
            baseline = box.y + (1 - lane) * line + theme.type.baseline(LABEL)
            theme.type.draw(surface, words, (left, baseline), LABEL_BOLD, VERMILION)
