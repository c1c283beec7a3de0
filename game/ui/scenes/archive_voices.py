"""The voices of a dispute side by side, and the strip that says what none of them says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

import pygame
from pygame import Rect, Surface

from game.ui import lines
from game.ui.markup import parse
from game.ui.palette import INK, LOESS, RULE, TINT, UMBER
from game.ui.paragraph import Setting, set_words
from game.ui.theme import HAN_HEADING, LABEL, SECONDARY, SECONDARY_BOLD, Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Box
from game.ui.widgets.text import Paragraph

MOST_SPARE: Final = 24
"""How much higher than needed a row of voices becomes where there is room, design pixels."""
HEADS: Final = 116
"""Width of the column of row heads beside voices, design pixels."""


class RowHead(Widget):
    """The head of a row of voices: characters, and English below."""

    role: ClassVar[str] = "rowheader"

    def __init__(self, label: str, han: str) -> None:
        super().__init__(label, han)

    def _setting(self, width: int, theme: Theme) -> Setting:
        return set_words(parse(self.label), width, LABEL, theme.type)

    def height_for(self, width: int, theme: Theme) -> int:
        return theme.type.line_height(HAN_HEADING) + self._setting(width, theme).height

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        at = rect.x, rect.y + theme.type.baseline(HAN_HEADING) - theme.px(2)
        theme.type.draw(surface, self.value, at, HAN_HEADING, INK)
        below = rect.y + theme.type.line_height(HAN_HEADING) - theme.px(4)
        self._setting(rect.w, theme).draw(surface, (rect.x, below), UMBER)


class VoiceTable(Box):
    """Voices side by side in columns; a row for each thing that is asked of all of them alike."""

    role: ClassVar[str] = "table"

    def __init__(self, rows: Sequence[tuple[RowHead, Sequence[Paragraph]]], label: str) -> None:
        super().__init__([each for head, cells in rows for each in (head, *cells)], label=label)
        self._rows = [(head, list(cells)) for head, cells in rows]
        self._bottoms: list[int] = []

    def _columns(self, width: int, theme: Theme) -> tuple[int, list[tuple[int, int]]]:
        """Width of the heads, and x and width of each voice's column from the left edge."""
        heads, count, gap = theme.px(HEADS), len(self._rows[0][1]), theme.px(24)
        own = (width - heads - gap * count) / count
        return heads, [(round(heads + gap + n * (own + gap)), int(own)) for n in range(count)]

    def _row_height(self, row: int, width: int, theme: Theme) -> int:
        heads, places = self._columns(width, theme)
        head, cells = self._rows[row]
        tall = [cell.height_for(own, theme) for cell, (_, own) in zip(cells, places, strict=True)]
        return max(head.height_for(heads, theme), *tall) + theme.px(16)

    def height_for(self, width: int, theme: Theme) -> int:
        return sum(self._row_height(row, width, theme) for row in range(len(self._rows)))

    def arrange(self) -> None:
        theme, y = self.theme, self.rect.y
        heads, places = self._columns(self.rect.w, theme)
        self._bottoms = []
        spare = (self.rect.h - self.height_for(self.rect.w, theme)) // len(self._rows)
        for row, (head, cells) in enumerate(self._rows):
            height = self._row_height(row, self.rect.w, theme) + max(0, min(spare, theme.px(MOST_SPARE)))
            head.layout(Rect(self.rect.x, y + theme.px(6), heads, height - theme.px(12)), theme)
            for cell, (x, own) in zip(cells, places, strict=True):
                cell.layout(Rect(self.rect.x + x, y + theme.px(8), own, height - theme.px(16)), theme)
            y += height
            self._bottoms.append(y)

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        _, places = self._columns(rect.w, theme)
        bottom = self._bottoms[-1]
        for x, _ in places:
            for shift in (12, 15):
                lines.vertical(surface, rect.x + x - theme.px(shift), rect.y, bottom, LOESS, theme.stroke())
        for number, y in enumerate(self._bottoms[:-1]):
            strong = number == 0
            colour, thickness = (INK, theme.stroke()) if strong else (RULE, theme.stroke())
            lines.horizontal(surface, rect.left, rect.right, y, colour, thickness)


class Band(Box):
    """A tinted strip at the foot of a dispute: what none of the voices says."""

    role: ClassVar[str] = "note"

    def __init__(self, han: str, heading: str, words: str) -> None:
        self._paragraph = Paragraph(words, SECONDARY)
        super().__init__([self._paragraph], label=heading)
        self._han = han

    def _head_width(self, theme: Theme) -> int:
        han = theme.type.width(self._han, HAN_HEADING)
        return round(han + theme.type.width(self.label, SECONDARY_BOLD)) + theme.text_px(26)

    def _beside(self, width: int, theme: Theme) -> bool:
        return self._head_width(theme) < width * 0.4

    def _text_width(self, width: int, theme: Theme) -> int:
        beside = self._head_width(theme) if self._beside(width, theme) else 0
        return width - 2 * theme.px(12) - beside

    def height_for(self, width: int, theme: Theme) -> int:
        head = 0 if self._beside(width, theme) else theme.type.line_height(HAN_HEADING)
        return head + self._paragraph.height_for(self._text_width(width, theme), theme) + theme.px(18)

    def arrange(self) -> None:
        theme, rect = self.theme, self.rect
        beside = self._beside(rect.w, theme)
        left = theme.px(12) + (self._head_width(theme) if beside else 0)
        top = theme.px(9) + (0 if beside else theme.type.line_height(HAN_HEADING))
        self._paragraph.layout(
            Rect(rect.x + left, rect.y + top, self._text_width(rect.w, theme), rect.h), theme
        )

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        pygame.draw.rect(surface, TINT, rect)
        pygame.draw.rect(surface, INK, rect, theme.stroke())
        baseline = rect.y + theme.px(9) + theme.type.baseline(SECONDARY)
        x = rect.x + theme.px(12)
        x += round(theme.type.draw(surface, self._han, (x, baseline), HAN_HEADING, INK)) + theme.text_px(10)
        theme.type.draw(surface, self.label, (x, baseline), SECONDARY_BOLD, INK)
