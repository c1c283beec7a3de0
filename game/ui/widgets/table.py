"""Tables: a head with a rule, rows with hair rules, known always before filed, rows that can be picked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, Literal, Unpack

import pygame
from pygame import Rect, Surface

from game.ui import lines, marks, paper
from game.ui.markup import plain
from game.ui.palette import INK, RULE, TINT, UMBER, VERMILION, Colour
from game.ui.paragraph import Setting, set_paragraph
from game.ui.theme import CONTROL, FIGURE, HAN_SECONDARY, LABEL, LABEL_BOLD, SECONDARY, SHEET, Theme
from game.ui.transition import STAY, Action, Transition
from game.ui.type import Align, TextStyle
from game.ui.widgets.base import Common, Widget
from game.ui.widgets.paged import PagedList, PageLabel, no_label

Ink = Literal["ink", "filed", "muted"]
INKS: Final[dict[Ink, Colour]] = {"ink": INK, "filed": VERMILION, "muted": UMBER}
OnRow = Callable[[str], Transition | None]


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: its head, its share of the width, and how its cells are set."""

    head: str
    share: float = 1.0
    align: Align = "left"
    ink: Ink = "ink"
    style: TextStyle = SECONDARY
    han: str = ""


def known_column(head: str, share: float = 1.0, han: str = "") -> TableColumn:
    """A column of figures that are known."""
    return TableColumn(head, share, "right", "ink", FIGURE, han)


def filed_column(head: str, share: float = 1.0, han: str = "") -> TableColumn:
    """A column of figures that are reported or filed."""
    return TableColumn(head, share, "right", "filed", FIGURE, han)


def text_column(head: str, share: float = 1.0, muted: bool = False) -> TableColumn:
    """A column of words."""
    return TableColumn(head, share, "left", "muted" if muted else "ink", LABEL if muted else CONTROL)


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: its cells (inline marks allowed), a key, and what ? answers on it."""

    cells: tuple[str, ...]
    key: str = ""
    why: Action | None = None
    strong: bool = False


class RowWidget(Widget):
    """A row of a table."""

    role: ClassVar[str] = "row"

    def __init__(self, row: TableRow, table: "Table") -> None:
        label, *rest = (plain(cell) for cell in row.cells)
        heads = (column.head for column in table.columns[1:])
        value = ", ".join(f"{head} {cell}".strip() for head, cell in zip(heads, rest, strict=False) if cell)
        super().__init__(label, value, focusable=table.pickable, key=f"{table.key}:{row.key or label}", why=row.why)
        self.row, self._table = row, table

    def activate(self) -> Transition | None:
        return self._table.pick(self.row.key)

    def _settings(self, width: int, theme: Theme) -> list[tuple[Rect, Setting]]:
        places = self._table.places(width, theme)
        found = []
        for place, column, cell in zip(places, self._table.columns, self.row.cells, strict=True):
            source = f"<b>{cell}</b>" if self.row.strong else cell
            found.append((place, set_paragraph(source, place.w, column.style, theme.type)))
        return found

    def height_for(self, width: int, theme: Theme) -> int:
        tallest = max(setting.height for _, setting in self._settings(width, theme))
        return max(theme.px(28), tallest + theme.px(6))

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        picked = self._table.picked == self.row.key and bool(self.row.key)
        if picked:
            pygame.draw.rect(surface, TINT, rect)
        elif self.hovered:
            paper.fill(surface, rect, theme, SHEET)
        for (place, setting), column in zip(self._settings(rect.w, theme), self._table.columns, strict=True):
            at = rect.x + place.x, rect.y + (rect.h - setting.height) / 2
            setting.draw(surface, at, INKS[column.ink], column.align, place.w)
            if self.row.why is not None and column.style is FIGURE and setting.lines:
                self._dot(surface, place, setting, column)
        lines.horizontal(surface, rect.left, rect.right, rect.bottom - 1, RULE, theme.stroke())
        if picked:
            self._paint_picked(surface)

    def _dot(self, surface: Surface, place: Rect, setting: Setting, column: TableColumn) -> None:
        """A dotted underline: this figure answers why."""
        bottom = self.rect.y + (self.rect.h + setting.height) / 2 - self.theme.px(2)
        right = self.rect.x + place.right
        lines.dotted(surface, right - setting.width, right, bottom, INKS[column.ink], self.theme.scale)

    def _paint_picked(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        pygame.draw.rect(surface, INK, rect, theme.stroke(2))
        marks.triangle(surface, rect.x - theme.px(6), rect.centery, theme.px(5), INK, "right")


class Table(PagedList):
    """Rows under a head. `on_pick` makes rows focusable; long tables page."""

    role: ClassVar[str] = "table"

    def __init__(
        self,
        columns: Sequence[TableColumn],
        rows: Sequence[TableRow],
        *,
        on_pick: OnRow | None = None,
        picked: str = "",
        page_label: PageLabel = no_label,
        label: str = "",
        **common: Unpack[Common],
    ) -> None:
        common.setdefault("key", "table")
        self.columns, self.on_pick, self.picked = tuple(columns), on_pick, picked
        self.pickable = on_pick is not None or any(row.why for row in rows)
        super().__init__((), 0, page_label=page_label, label=label, **common)
        self.adopt(*(RowWidget(row, self) for row in rows))

    def pick(self, key: str) -> Transition:
        """Pick a row."""
        self.picked = key
        self.invalidate()
        return (self.on_pick(key) or STAY) if self.on_pick else STAY

    def places(self, width: int, theme: Theme) -> list[Rect]:
        """Where each column's cells stand in a row of some width, from its left edge."""
        gap = theme.px(10)
        room, total = width - gap * (len(self.columns) - 1), sum(column.share for column in self.columns)
        x, found = 0.0, []
        for column in self.columns:
            own = room * column.share / total
            found.append(Rect(round(x), 0, round(own), 0))
            x += own + gap
        return found

    def _head_settings(self, width: int, theme: Theme) -> list[tuple[Rect, Setting]]:
        return [
            (place, set_paragraph(column.head, place.w, LABEL_BOLD, theme.type))
            for place, column in zip(self.places(width, theme), self.columns, strict=True)
        ]

    def _head_height(self, width: int, theme: Theme) -> int:
        if not any(column.head for column in self.columns):
            return theme.stroke()
        han = theme.type.line_height(HAN_SECONDARY) if any(column.han for column in self.columns) else 0
        return max(setting.height for _, setting in self._head_settings(width, theme)) + han + theme.px(5)

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        height = self._head_height(rect.w, theme)
        rule_y = rect.y + height - theme.stroke()
        for (place, setting), column in zip(self._head_settings(rect.w, theme), self.columns, strict=True):
            colour = INKS[column.ink] if column.ink == "filed" else INK
            top = rule_y - theme.px(3) - setting.height
            setting.draw(surface, (rect.x + place.x, top), colour, column.align, place.w)
            if column.han:
                x = {"left": place.left, "centre": place.centerx, "right": place.right}[column.align]
                at = rect.x + x, rect.y + theme.type.baseline(HAN_SECONDARY)
                theme.type.draw(surface, column.han, at, HAN_SECONDARY, colour, column.align)
        lines.horizontal(surface, rect.left, rect.right, rule_y, INK, theme.stroke())
        super().paint(surface)
