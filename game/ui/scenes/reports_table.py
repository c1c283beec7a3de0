"""The ledger table of the reports desk: each line with what is reported, known, filed before, and sent up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Final

import pygame
from pygame import Rect, Surface

from game.base.texts import Texts
from game.ui import lines, marks, paper
from game.ui.keys import Key
from game.ui.markup import parse
from game.ui.palette import INK, LOESS, RULE, SHEET, TINT, UMBER, VERMILION, Colour, mix
from game.ui.paragraph import set_words
from game.ui.scenes.reports_columns import CELL, SEND, Cell, place_columns
from game.ui.scenes.reports_lines import LineView
from game.ui.scenes.reports_strip import paint_mark, paint_strip
from game.ui.theme import (
    FIGURE,
    HAN_HEADING,
    HAN_SECONDARY,
    LABEL,
    LABEL_ITALIC,
    SECONDARY,
    Theme,
)
from game.ui.transition import STAY, Action, Transition
from game.ui.type import TextStyle
from game.ui.widgets.base import Widget
from game.ui.widgets.button import Pressable
from game.ui.widgets.paged import PagedList

SEND_PASSED: Final = TextStyle("sans", 20, 26)
HEAD_HAN: Final = HAN_SECONDARY.with_face("song-bold")


class ReportRow(Widget):
    """A line. The focus picks it; arrows to the sides, digits and presets set its figure; Enter goes to the rule."""

    role: ClassVar[str] = "row"

    def __init__(self, view: LineView, table: ReportTable, why: Action) -> None:
        super().__init__(view.name, focusable=True, key=f"line:{view.key}", why=why)
        self.table = table
        self.view = view
        self.show(view)

    def show(self, view: LineView) -> None:
        """Show other figures."""
        self.view, self.value = view, view.spoken(self.table.texts)
        if self.parent is not None:
            self.invalidate()

    @property
    def picked(self) -> bool:
        """Whether it is the line whose figure is set below."""
        return self.table.picked == self.view.key

    def activate(self) -> Transition | None:
        return self.table.on_open(self.view.key) or STAY

    def on_focus(self) -> Transition | None:
        return None if self.picked else self.table.on_pick(self.view.key)

    def on_key(self, key: Key) -> Transition | None:
        if (
            key.name not in ("UP", "DOWN", "ENTER", "SPACE", "TAB", "ESC", "?", "PAGEUP", "PAGEDOWN")
            and self.picked
        ):
            answer = self.table.on_figure_key(key)
            if answer is not None:
                return answer
        return super().on_key(key)

    def height_for(self, width: int, theme: Theme) -> int:
        row = max(theme.px(36), theme.type.line_height(SEND) + theme.px(8))
        return (
            row
            if not self.table.stacked(width, theme)
            else row + theme.type.line_height(SECONDARY) + theme.px(4)
        )

    # ---- drawing

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        if self.picked:
            pygame.draw.rect(surface, TINT, rect)
        elif self.hovered:
            paper.fill(surface, rect, theme, SHEET)
        row = Rect(rect.x, rect.y, rect.w, self.table.row_height(theme))
        for cell in self.table.cells(rect.w, theme):
            self._paint_cell(surface, cell, row)
        if self.table.stacked(rect.w, theme):
            self._paint_below(surface, row)
        lines.horizontal(surface, rect.left, rect.right, rect.bottom - 1, RULE, theme.stroke())
        if self.picked:
            pygame.draw.rect(surface, INK, rect, theme.stroke(2))
            marks.triangle(surface, rect.x + theme.px(8), row.centery, theme.px(5), INK, "right")

    def _paint_cell(self, surface: Surface, cell: Cell, row: Rect) -> None:
        theme, gap = self.theme, self.theme.px(CELL)
        left, right = row.x + cell.left, row.x + cell.right - gap
        if cell.name == "item":
            self._paint_item(surface, left + theme.px(16), right, row)
        elif cell.name == "strip":
            room = Rect(left + gap, row.y, cell.width - 2 * gap, row.h)
            paint_strip(surface, room, self.view, theme)
        else:
            text, style, colour = self._figure(cell.name)
            baseline = row.centery + theme.text_px(style.size * 0.36)
            width = theme.type.draw(surface, text, (right, baseline), style, colour, "right")
            if cell.name in ("counties", "known", "last") and text != "–":
                lines.dotted(surface, right - width, right, baseline + theme.text_px(5), colour, theme.scale)

    def _figure(self, name: str) -> tuple[str, TextStyle, Colour]:
        view = self.view
        return {
            "counties": (view.counties, FIGURE, VERMILION),
            "known": (view.known, FIGURE, INK),
            "last": (view.last, FIGURE, VERMILION),
            "rival": (view.rival, LABEL_ITALIC, VERMILION),
            "send": (view.send, SEND if view.line.touched else SEND_PASSED, VERMILION),
            "change": (view.change, LABEL, VERMILION),
        }[name]

    def _paint_item(self, surface: Surface, left: int, right: int, row: Rect) -> None:
        theme, view = self.theme, self.view
        baseline = row.centery + theme.text_px(6)
        x = left + theme.type.draw(surface, view.han, (left, baseline), HAN_HEADING, INK) + theme.text_px(8)
        x += theme.type.draw(surface, view.name, (x, baseline), SECONDARY, INK) + theme.text_px(10)
        if x + theme.type.width(view.unit, LABEL) <= right and not self.table.stacked(self.rect.w, theme):
            theme.type.draw(surface, view.unit, (right, baseline), LABEL, UMBER, "right")

    def _paint_below(self, surface: Surface, row: Rect) -> None:
        """Where text is large, the strip and what is known below the name."""
        theme, rect = self.theme, self.rect
        baseline = (
            rect.bottom - theme.px(6) - theme.type.line_height(SECONDARY) + theme.type.baseline(SECONDARY)
        )
        left = rect.x + theme.px(16)
        x = left + theme.type.draw(surface, self.view.unit, (left, baseline), LABEL, UMBER) + theme.px(24)
        room = Rect(
            round(x),
            row.bottom - theme.px(4),
            rect.right - round(x) - theme.px(CELL),
            rect.bottom - row.bottom,
        )
        paint_strip(surface, room, self.view, theme)


class FoldRow(Pressable):
    """The lines that are not due, folded into one."""

    def height_for(self, width: int, theme: Theme) -> int:
        return max(theme.px(30), theme.type.line_height(SECONDARY) + theme.px(6))

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        if self.hovered:
            paper.fill(surface, rect, theme, SHEET)
        baseline = rect.centery + theme.text_px(5)
        direction: marks.Direction = "down" if self.value == "open" else "right"
        marks.triangle(surface, rect.x + theme.px(22), rect.centery, theme.px(4), UMBER, direction)
        theme.type.draw(surface, self.label, (rect.x + theme.px(34), baseline), SECONDARY, UMBER)
        lines.horizontal(surface, rect.left, rect.right, rect.bottom - 1, RULE, theme.stroke())


class ReportTable(PagedList):
    """Heavy rule at head and foot, double rulings between columns, one picked line."""

    role: ClassVar[str] = "table"

    def __init__(
        self, texts: Texts, shown: Sequence[LineView], picked: str, *, others: int, folded: bool,
        on_pick: Callable[[str], Transition | None], on_open: Callable[[str], Transition | None],
        on_figure_key: Callable[[Key], Transition | None], on_fold: Action, why: Callable[[str], Transition],
    ) -> None:  # fmt: skip
        self.texts, self.picked = texts, picked
        self.on_pick, self.on_open, self.on_figure_key = on_pick, on_open, on_figure_key
        super().__init__((), 0, label=texts("reports.table"), key="lines")
        self._views = list(shown)
        self._measured: tuple[object, ...] = ()
        self._cells: list[Cell] = []
        self.adopt(*(ReportRow(view, self, lambda key=view.key: why(key)) for view in shown))  # type: ignore[misc]
        if others:
            words = texts("reports.fold" if folded else "reports.unfold", count=others)
            self.adopt(FoldRow(words, on_fold, "closed" if folded else "open", key="fold"))

    def show_figures(self, views: Sequence[LineView]) -> None:
        """Show other figures in the same rows."""
        by_key = {view.key: view for view in views}
        for child in self.children:
            if isinstance(child, ReportRow) and child.view != by_key.get(child.view.key, child.view):
                child.show(by_key[child.view.key])

    def entry(self) -> Widget | None:
        chosen = (child for child in self.children if child.key == f"line:{self.picked}" and child.visible)
        return next(chosen, super().entry())

    def row_height(self, theme: Theme) -> int:
        """Height of the line of figures, pixels."""
        return max(theme.px(36), theme.type.line_height(SEND) + theme.px(8))

    def stacked(self, width: int, theme: Theme) -> bool:
        """Whether the strip stands below each line."""
        return not any(cell.name == "strip" for cell in self.cells(width, theme))

    def cells(self, width: int, theme: Theme) -> list[Cell]:
        """The columns and their places."""
        measured = width, theme.type.scale
        if self._measured != measured:
            self._measured, self._cells = measured, place_columns(self.texts, self._views, width, theme)
        return self._cells

    # ---- drawing

    def _head_height(self, width: int, theme: Theme) -> int:
        return theme.type.line_height(HEAD_HAN) + theme.type.line_height(LABEL) + theme.px(4)

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        head = self._head_height(rect.w, theme)
        last = max((child.rect.bottom for child in self.children if child.visible), default=rect.y + head)
        self._paint_columns(surface, last)
        for cell in self.cells(rect.w, theme):
            self._paint_head(surface, cell)
        lines.horizontal(surface, rect.left, rect.right, rect.y, INK, theme.stroke(2))
        lines.horizontal(surface, rect.left, rect.right, rect.y + head - 1, INK, theme.stroke())
        super().paint(surface)
        lines.horizontal(surface, rect.left, rect.right, last - 1, INK, theme.stroke(2))

    def _paint_columns(self, surface: Surface, bottom: int) -> None:
        """A wash under what is sent up, and double rulings between the columns."""
        theme, rect = self.theme, self.rect
        for cell in self.cells(rect.w, theme)[1:]:
            if cell.name in ("send", "change"):
                paper.wash(surface, Rect(rect.x + cell.left, rect.y, cell.width, bottom - rect.y), LOESS, 30)
            for shift in (-1, 2):
                x = rect.x + cell.left + theme.px(shift)
                lines.vertical(surface, x, rect.y, bottom, mix(SHEET, LOESS, 0.6), theme.stroke())

    def _paint_head(self, surface: Surface, cell: Cell) -> None:
        theme, texts = self.theme, self.texts
        baseline = self.rect.y + theme.px(1) + theme.type.baseline(HEAD_HAN)
        below = self.rect.y + theme.type.line_height(HEAD_HAN) + theme.type.baseline(LABEL)
        if cell.name == "strip":
            self._paint_strip_head(surface, cell, baseline, below)
            return
        left_set = cell.name == "item"
        x = self.rect.x + (cell.left + theme.px(16) if left_set else cell.right - theme.px(CELL))
        align: str = "left" if left_set else "right"
        han, words = texts(f"reports.head-han.{cell.name}"), texts(f"reports.head.{cell.name}")
        theme.type.draw(surface, han, (x, baseline), HEAD_HAN, INK, align)  # type: ignore[arg-type]
        theme.type.draw(surface, words, (x, below), LABEL, UMBER, align)  # type: ignore[arg-type]

    def _paint_strip_head(self, surface: Surface, cell: Cell, baseline: int, below: int) -> None:
        """What stands above the line and below it, and what the marks are."""
        theme, texts = self.theme, self.texts
        left = self.rect.x + cell.left + theme.px(CELL)
        room = cell.width - 2 * theme.px(CELL)
        words = set_words(parse(texts("reports.head.strip")), 10_000, LABEL, theme.type)
        if words.width <= room:
            words.draw(surface, (left, baseline - theme.type.baseline(LABEL)), INK)
        x = float(left)
        for kind in ("yours", "counties", "last", "rival", "known"):
            text = texts(f"reports.mark.{kind}")
            own = theme.text_px(16) + theme.type.width(text, LABEL)
            if x + own > left + room:
                break
            paint_mark(surface, kind, x + theme.text_px(6), below - theme.text_px(5), theme)
            theme.type.draw(
                surface, text, (x + theme.text_px(15), below), LABEL, INK if kind == "known" else VERMILION
            )
            x += own + theme.text_px(8)
