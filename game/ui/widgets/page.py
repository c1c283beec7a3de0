"""The head and foot of full pages."""

from collections.abc import Sequence
from typing import ClassVar, Final, Unpack

from pygame import Rect, Surface

from game.ui import lines
from game.ui.palette import INK, RULE, UMBER
from game.ui.theme import (
    LABEL,
    SECONDARY,
    Theme,
)
from game.ui.type import TextStyle
from game.ui.widgets.base import Common, Widget
from game.ui.widgets.boxes import Box
from game.ui.widgets.button import KeyHint

PAGE_HAN: Final = TextStyle("song-bold", 30, 38)
PAGE_PINYIN: Final = TextStyle("roman-italic", 15, 21)
PAGE_TITLE: Final = TextStyle("roman", 22, 30)


class PageHead(Widget):
    """The head of a full page: characters, pinyin, title; at the right the season and a line below it; double rule."""

    role: ClassVar[str] = "heading"

    def __init__(
        self,
        title: str,
        *,
        han: str = "",
        pinyin: str = "",
        right: str = "",
        right_below: str = "",
        **common: Unpack[Common],
    ) -> None:
        super().__init__(title, ", ".join(part for part in (right, right_below) if part), **common)
        self.han, self.pinyin, self.right, self.right_below = han, pinyin, right, right_below

    def _left_pieces(self, theme: Theme) -> list[tuple[str, TextStyle, float]]:
        pieces = ((self.han, PAGE_HAN, 12), (self.pinyin, PAGE_PINYIN, 14), (self.label, PAGE_TITLE, 0))
        return [(text, style, theme.text_px(gap)) for text, style, gap in pieces if text]

    def _left_width(self, theme: Theme) -> float:
        return sum(theme.type.width(text, style) + gap for text, style, gap in self._left_pieces(theme))

    def _right_width(self, theme: Theme) -> float:
        return max(theme.type.width(self.right, SECONDARY), theme.type.width(self.right_below, LABEL))

    def _beside(self, width: int, theme: Theme) -> bool:
        return self._left_width(theme) + theme.px(20) + self._right_width(theme) <= width

    def _right_height(self, theme: Theme) -> int:
        first = theme.type.line_height(SECONDARY) if self.right else 0
        return first + (theme.type.line_height(LABEL) if self.right_below else 0)

    def height_for(self, width: int, theme: Theme) -> int:
        left = theme.type.line_height(PAGE_HAN)
        right = self._right_height(theme)
        return (max(left, right) if self._beside(width, theme) else left + right) + theme.px(8)

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        x: float = rect.x
        baseline = rect.y + theme.type.baseline(PAGE_HAN)
        for text, style, gap in self._left_pieces(theme):
            colour = UMBER if style is PAGE_PINYIN else INK
            x += theme.type.draw(surface, text, (x, baseline), style, colour) + gap
        beside = self._beside(rect.w, theme)
        y = rect.y if beside else rect.y + theme.type.line_height(PAGE_HAN)
        edge, align = (rect.right, "right") if beside else (rect.x, "left")
        for text, style, colour in ((self.right, SECONDARY, INK), (self.right_below, LABEL, UMBER)):
            if text:
                at = edge, y + theme.type.baseline(style)
                theme.type.draw(surface, text, at, style, colour, "right" if align == "right" else "left")
                y += theme.type.line_height(style)
        lines.horizontal(surface, rect.left, rect.right, rect.bottom - theme.px(6), INK, theme.stroke(2))
        lines.horizontal(surface, rect.left, rect.right, rect.bottom - theme.px(2), INK, theme.stroke())


class PageFoot(Box):
    """The foot of a full page: a hair rule, the keys by name, and a note at the right."""

    role: ClassVar[str] = "toolbar"

    def __init__(self, hints: Sequence[KeyHint], note: str = "", **common: Unpack[Common]) -> None:
        super().__init__(hints, **common)
        self.note = note

    def _rows(self, width: int, theme: Theme) -> list[list[tuple[Widget, int]]]:
        rows: list[list[tuple[Widget, int]]] = [[]]
        x = 0
        for hint in self.children:
            own = hint.width_for(theme)
            if rows[-1] and x + own > width:
                rows.append([])
                x = 0
            rows[-1].append((hint, x))
            x += own + theme.px(18)
        return rows

    def _note_width(self, theme: Theme) -> int:
        return round(theme.type.width(self.note, LABEL)) + theme.px(20) if self.note else 0

    def height_for(self, width: int, theme: Theme) -> int:
        rows = len(self._rows(width - self._note_width(theme), theme))
        return theme.px(6) + rows * max(theme.text_px(23), theme.type.line_height(LABEL))

    def arrange(self) -> None:
        line = max(self.theme.text_px(23), self.theme.type.line_height(LABEL))
        for number, row in enumerate(self._rows(self.rect.w - self._note_width(self.theme), self.theme)):
            for hint, x in row:
                place = Rect(
                    self.rect.x + x, self.rect.y + self.theme.px(6) + number * line, hint.width_for(self.theme), line
                )
                hint.layout(place, self.theme)

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        lines.horizontal(surface, rect.left, rect.right, rect.top, RULE, theme.stroke())
        baseline = rect.y + theme.px(6) + theme.text_px(16)
        theme.type.draw(surface, self.note, (rect.right, baseline), LABEL, UMBER, "right")
