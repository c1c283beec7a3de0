"""A waterfall: what moved a figure from then to now, cause by cause; the causes sum exactly."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, Unpack

import pygame
from pygame import Rect, Surface

from game.ui import lines, marks, paper
from game.ui.palette import HAIR, INK, RULE, SHEET, UMBER, VERMILION
from game.ui.paragraph import Setting, set_paragraph
from game.ui.theme import CONTROL, FIGURE_LARGE, LABEL, SECONDARY, SECONDARY_BOLD, Theme
from game.ui.transition import Action
from game.ui.widgets.base import Common
from game.ui.widgets.chart import Chart, Mark, Scale, TableRows, number_text, round_step

FallKind = Literal["total", "change", "filed"]
ScaleNote = Callable[[str], str]
"""Words for a scale that does not start at zero, given its first figure."""


@dataclass(frozen=True, slots=True)
class Fall:
    """A row: a total (known), a change by a cause, or the figure on file. `doubt` is (low, high) of the value."""

    label: str
    value: float
    kind: FallKind = "change"
    doubt: tuple[float, float] | None = None
    why: Action | None = None

    @property
    def written(self) -> str:
        """The value with its sign, if it is a change."""
        if self.kind != "change":
            return number_text(self.value)
        return f"{'+' if self.value >= 0 else '–'} {number_text(abs(self.value))}"


class Waterfall(Chart):
    """Gained hollow, lost solid, doubt a thin line. Where the scale does not start at zero `scale_note` says so."""

    def __init__(
        self, label: str, rows: Sequence[Fall], *, scale_note: ScaleNote | None = None, **common: Unpack[Common]
    ) -> None:
        super().__init__(label, **common)
        self.rows, self.starts = tuple(rows), running(rows)
        low = self.extent()[0]
        self.scale_note = self.value = scale_note(number_text(low)) if scale_note and low else ""
        self.adopt(*(Mark(row.label, self._spoken(row), row.why) for row in rows))

    def _spoken(self, row: Fall) -> str:
        if row.doubt is None:
            return row.written
        low, high = (number_text(abs(end)) for end in row.doubt)
        return f"{row.written} ({low}–{high})"

    def as_table(self) -> TableRows:
        rows: TableRows = [(self.label, "")]
        rows += [(row.label, self._spoken(row)) for row in self.rows]
        return rows

    def extent(self) -> tuple[float, float]:
        """The ends of the scale: all totals, steps and doubts, a little wider, on round figures."""
        values = [start for start in self.starts if start is not None]
        for row, start in zip(self.rows, self.starts, strict=True):
            values.append(row.value if start is None else start + row.value)
            if row.doubt and row.kind == "total":
                values.extend(row.doubt)
        low, high = min(values), max(values)
        step = round_step(max(high - low, 1e-9), 5)
        floor = 0.0 if low >= 0 and low < 0.4 * high else (low - 0.05 * step) // step * step
        return floor, -(-(high + 0.05 * step) // step) * step

    # ---- measures

    def _label_width(self, width: int, theme: Theme) -> int:
        widest = max((theme.type.width(row.label, SECONDARY_BOLD) for row in self.rows), default=0)
        return min(round(widest) + theme.px(12), round(width * 0.40))

    def _written_width(self, theme: Theme) -> int:
        widest = max((theme.type.width(row.written, FIGURE_LARGE) for row in self.rows), default=0)
        return round(widest) + theme.px(14)

    def _setting(self, row: Fall, width: int, theme: Theme) -> Setting:
        style = SECONDARY if row.kind == "change" else SECONDARY_BOLD
        return set_paragraph(row.label, self._label_width(width, theme) - theme.px(8), style, theme.type)

    def _row_height(self, row: Fall, width: int, theme: Theme) -> int:
        return max(theme.px(30), self._setting(row, width, theme).height + theme.px(6))

    def _head_height(self, theme: Theme) -> int:
        return theme.type.line_height(LABEL) * (2 if self.scale_note and theme.large else 1) + theme.px(4)

    def height_for(self, width: int, theme: Theme) -> int:
        return self._head_height(theme) + sum(self._row_height(row, width, theme) for row in self.rows)

    def arrange(self) -> None:
        y = self.rect.y + self._head_height(self.theme)
        for row, child in zip(self.rows, self.children, strict=True):
            height = self._row_height(row, self.rect.w, self.theme)
            child.layout(Rect(self.rect.x, y, self.rect.w, height), self.theme)
            y += height

    def _along(self) -> Scale:
        left = self.rect.x + self._label_width(self.rect.w, self.theme)
        right = self.rect.right - self._written_width(self.theme)
        return Scale(*self.extent(), left, max(left + 10, right))

    # ---- drawing

    def paint(self, surface: Surface) -> None:
        along = self._along()
        for child in self.children:
            if child.hovered:
                paper.fill(surface, child.rect, self.theme, SHEET)
        self._paint_grid(surface, along)
        for number, (row, child) in enumerate(zip(self.rows, self.children, strict=True)):
            self._paint_row(surface, row, child.rect, along, self.starts[number])
            self._paint_rule(surface, number, child.rect)
            if number + 1 < len(self.rows) and self.rows[number + 1].kind != "filed" and row.kind != "filed":
                self._paint_link(surface, number, along)

    def _paint_grid(self, surface: Surface, along: Scale) -> None:
        theme = self.theme
        top, bottom = self.rect.y + self._head_height(theme), self.rect.bottom
        baseline = top - theme.px(4) - theme.type.line_height(LABEL) + theme.type.baseline(LABEL)
        free_from = self.rect.x + (0.0 if theme.large else theme.type.width(self.scale_note, LABEL) + theme.px(10))
        note_baseline = self.rect.y + theme.type.baseline(LABEL) if theme.large else baseline
        theme.type.draw(surface, self.scale_note, (self.rect.x, note_baseline), LABEL, UMBER)
        step = round_step(along.high - along.low, 5)
        for number in range(round((along.high - along.low) / step) + 1):
            value = along.low + number * step
            x, half = along.at(value), theme.type.width(number_text(value), LABEL) / 2
            lines.vertical(surface, x, top, bottom, HAIR, theme.stroke())
            if x - half >= free_from and x + half <= self.rect.right:
                theme.type.draw(surface, number_text(value), (x, baseline), LABEL, UMBER, "centre")
                free_from = x + half + theme.px(8)
        lines.horizontal(surface, self.rect.left, self.rect.right, top, INK, theme.stroke())

    def _paint_row(self, surface: Surface, row: Fall, box: Rect, along: Scale, start: float | None) -> None:
        theme = self.theme
        colour = VERMILION if row.kind == "filed" else INK
        setting = self._setting(row, self.rect.w, theme)
        setting.draw(surface, (box.x, box.y + (box.h - setting.height) / 2), colour)
        style = CONTROL if row.kind == "change" else FIGURE_LARGE
        baseline = box.centery + theme.text_px(6)
        theme.type.draw(surface, row.written, (box.right, baseline), style, colour, "right")
        if start is None:
            self._paint_total(surface, row, box.centery, along)
        else:
            self._paint_change(surface, row, box.centery, along, start)

    def _paint_total(self, surface: Surface, row: Fall, y: int, along: Scale) -> None:
        theme = self.theme
        if row.doubt is not None:
            marks.known_bar(surface, along.at(row.doubt[0]), along.at(row.doubt[1]), y, theme, half_height=7)
        half, wide = theme.px(11), theme.stroke(4)
        colour = VERMILION if row.kind == "filed" else INK
        pygame.draw.rect(surface, colour, (round(along.at(row.value)) - wide // 2, y - half, wide, 2 * half + 1))

    def _paint_change(self, surface: Surface, row: Fall, y: int, along: Scale, start: float) -> None:
        theme = self.theme
        left, right = sorted((along.at(start), along.at(start + row.value)))
        half = theme.px(7)
        box = Rect(round(left), y - half, max(theme.px(3), round(right - left)), 2 * half + 1)
        gained = row.value >= 0
        pygame.draw.rect(surface, SHEET if gained else INK, box)
        pygame.draw.rect(surface, INK, box, theme.stroke(2))
        if row.doubt is not None:
            most = max(abs(end) for end in row.doubt)
            end = along.at(start + most) if gained else along.at(start - most)
            end = max(end, box.right + 3) if gained else min(end, box.left - 3)
            edge = box.right if gained else box.left
            lines.horizontal(surface, min(end, edge), max(end, edge), y, INK, theme.stroke())
            lines.vertical(surface, end, y - theme.px(4), y + theme.px(5), INK, theme.stroke())

    def _paint_link(self, surface: Surface, number: int, along: Scale) -> None:
        row, start = self.rows[number], self.starts[number]
        reached = row.value if start is None else start + row.value
        here, below = self.children[number].rect, self.children[number + 1].rect
        half = self.theme.px(8)
        lines.dashed_vertical(surface, along.at(reached), here.centery + half, below.centery - half, UMBER)

    def _paint_rule(self, surface: Surface, number: int, box: Rect) -> None:
        theme, last = self.theme, number == len(self.rows) - 1
        if last or (number and self.rows[number].kind != "change"):
            y = box.bottom - 1 if last else box.top
            colour = INK if last or self.rows[number].kind == "total" else RULE
            lines.horizontal(surface, box.left, box.right, y, colour, theme.stroke())


def running(rows: Sequence[Fall]) -> list[float | None]:
    """Where each change starts; None for totals and the filed figure."""
    level, starts = 0.0, list[float | None]()
    for row in rows:
        if row.kind == "change":
            starts.append(level)
            level += row.value
        else:
            starts.append(None)
            level = row.value if row.kind == "total" else level
    return starts
