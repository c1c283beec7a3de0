"""Plain bars: they start at zero, black where known, hollow vermilion where filed; numbers stand beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Unpack

import pygame
from pygame import Rect, Surface

from game.ui import lines
from game.ui.palette import INK, UMBER, VERMILION
from game.ui.paragraph import Setting, set_paragraph
from game.ui.theme import FIGURE, LABEL, SECONDARY, Theme
from game.ui.widgets.base import Common
from game.ui.widgets.chart import Chart, Mark, Scale, TableRows, number_text


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its label, its value, the value as written, and how sure it is (low, high)."""

    label: str
    value: float
    text: str = ""
    ink: Literal["known", "filed"] = "known"
    doubt: tuple[float, float] | None = None
    note: str = ""

    @property
    def written(self) -> str:
        """The value as it stands beside the bar."""
        return self.text or number_text(self.value)


class Bars(Chart):
    """Horizontal bars from zero, one below another."""

    def __init__(
        self, label: str, bars: Sequence[Bar], unit: str = "", *, maximum: float | None = None, **common: Unpack[Common]
    ) -> None:
        super().__init__(label, unit, **common)
        self.bars, self.unit = tuple(bars), unit
        ends = [bar.doubt[1] if bar.doubt else bar.value for bar in bars]
        self.maximum = maximum or max((*ends, 1e-9))
        self.adopt(*(Mark(bar.label, f"{bar.written} {bar.note}".strip()) for bar in bars))

    def as_table(self) -> TableRows:
        rows: TableRows = [(self.label, self.unit)]
        rows += [(bar.label, bar.written) for bar in self.bars]
        return rows

    # ---- measures

    def _label_width(self, width: int, theme: Theme) -> int:
        widest = max((theme.type.width(bar.label, SECONDARY) for bar in self.bars), default=0)
        return min(round(widest) + theme.px(10), round(width * 0.42))

    def _written_width(self, theme: Theme) -> int:
        widest = max((theme.type.width(bar.written, FIGURE) for bar in self.bars), default=0)
        return round(widest) + theme.px(8)

    def _label(self, bar: Bar, width: int, theme: Theme) -> Setting:
        room = self._label_width(width, theme) - theme.px(8)
        return set_paragraph(bar.label, room, SECONDARY, theme.type)

    def _row_height(self, bar: Bar, width: int, theme: Theme) -> int:
        note = theme.type.line_height(LABEL) if bar.note else 0
        return max(theme.px(24), max(self._label(bar, width, theme).height, theme.type.line_height(FIGURE)) + note)

    def _head(self, width: int, theme: Theme) -> Setting:
        words = f"{self.label}, {self.unit}" if self.label and self.unit else self.label or self.unit
        return set_paragraph(words, width, LABEL, theme.type)

    def height_for(self, width: int, theme: Theme) -> int:
        return (
            self._head(width, theme).height
            + sum(self._row_height(bar, width, theme) for bar in self.bars)
            + theme.px(4)
        )

    def arrange(self) -> None:
        y = self.rect.y + self._head(self.rect.w, self.theme).height + self.theme.px(4)
        for bar, child in zip(self.bars, self.children, strict=True):
            height = self._row_height(bar, self.rect.w, self.theme)
            child.layout(Rect(self.rect.x, y, self.rect.w, height), self.theme)
            y += height

    # ---- drawing

    def paint(self, surface: Surface) -> None:
        self._head(self.rect.w, self.theme).draw(surface, self.rect.topleft, UMBER)
        left = self.rect.x + self._label_width(self.rect.w, self.theme)
        right = max(left + 1, self.rect.right - self._written_width(self.theme))
        along = Scale(0.0, self.maximum, left, right)
        for bar, child in zip(self.bars, self.children, strict=True):
            self._paint_bar(surface, bar, child.rect, along)

    def _paint_bar(self, surface: Surface, bar: Bar, row: Rect, along: Scale) -> None:
        theme = self.theme
        colour = INK if bar.ink == "known" else VERMILION
        self._label(bar, self.rect.w, theme).draw(surface, (row.x, row.y + theme.px(1)), INK)
        line = theme.type.line_height(FIGURE)
        middle, half = row.y + line // 2, theme.px(6)
        end = along.at(bar.value)
        box = Rect(round(along.start), middle - half, max(2, round(end - along.start)), 2 * half + 1)
        pygame.draw.rect(surface, colour, box, 0 if bar.ink == "known" else theme.stroke(2))
        if bar.doubt is not None:
            low, high = (along.at(value) for value in bar.doubt)
            lines.horizontal(surface, end, max(high, end + 3), middle, INK, theme.stroke())
            lines.vertical(surface, max(high, end + 3), middle - theme.px(4), middle + theme.px(5), INK, theme.stroke())
            end = max(high, low)
        baseline = row.y + theme.type.baseline(FIGURE)
        theme.type.draw(surface, bar.written, (end + theme.px(8), baseline), FIGURE, colour)
        if bar.note:
            note_baseline = row.bottom - theme.type.line_height(LABEL) + theme.type.baseline(LABEL)
            theme.type.draw(surface, bar.note, (along.start, note_baseline), LABEL, UMBER)
