"""Things that lie on the desk: folders at the foot, tallies of team-turns, superiors' lines, progress, page heads."""

from collections.abc import Sequence
from typing import ClassVar, Final, Unpack

import pygame
from pygame import Rect, Surface

from game.ui import lines, marks, paper
from game.ui.markup import parse
from game.ui.palette import AXIS, GHOST, INK, PAPER, RULE, SHEET, UMBER, VERMILION, mix
from game.ui.paragraph import Setting, set_words
from game.ui.theme import (
    CONTROL_BOLD,
    HAN_SUBHEADING,
    LABEL,
    LABEL_BOLD,
    SECONDARY,
    TITLE,
    Theme,
)
from game.ui.transition import Action
from game.ui.type import TextStyle
from game.ui.widgets.base import Common, Widget
from game.ui.widgets.boxes import Box
from game.ui.widgets.button import KeyHint, Pressable

FOLDER_HAN: Final = TextStyle("song-bold", 32, 40)
PAGE_HAN: Final = TextStyle("song-bold", 30, 38)
PAGE_PINYIN: Final = TextStyle("roman-italic", 15, 21)
PAGE_TITLE: Final = TextStyle("roman", 22, 30)


class Folder(Pressable):
    """A desk's folder: a tab with its key, a character, a name and a status; flagged when it matters."""

    def __init__(
        self,
        label: str,
        action: Action | None = None,
        *,
        han: str = "",
        status: str = "",
        keycap: str = "",
        flagged: bool = False,
        filing: bool = False,
        **common: Unpack[Common],
    ) -> None:
        if keycap:
            common.setdefault("accelerator", keycap.upper())
        super().__init__(label, action, value=status, **common)
        self.han, self.status, self.keycap, self.flagged, self.filing = han, status, keycap, flagged, filing

    def height_for(self, width: int, theme: Theme) -> int:
        words = [
            set_words(parse(text), self._room(width, theme), style, theme.type) for text, style in self._words(theme)
        ]
        return theme.px(13) + max(theme.px(60), sum(setting.height for setting in words) + theme.px(12))

    def _words(self, theme: Theme) -> list[tuple[str, TextStyle]]:
        """Name and status; where text is large only the name."""
        return [(self.label, CONTROL_BOLD)] if theme.large else [(self.label, CONTROL_BOLD), (self.status, LABEL)]

    def _room(self, width: int, theme: Theme) -> int:
        return max(theme.px(20), width - self._han_width(theme) - theme.px(14))

    def _han_width(self, theme: Theme) -> int:
        return round(theme.type.width(self.han, FOLDER_HAN)) + theme.px(16)

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        tab = theme.px(13)
        body = Rect(rect.x, rect.y + tab, rect.w, rect.h - tab)
        ground = SHEET if self.hovered or self.focused else PAPER
        paper.wash(surface, body.move(theme.px(3), theme.px(4)), (0, 0, 0), 70)
        outline = self._outline(tab)
        lines.polygon(surface, outline, ground)
        paper.fill(surface, body.inflate(-2, -2), theme, ground)
        pygame.draw.lines(surface, mix(PAPER, INK, 0.35), False, outline, theme.stroke())
        if self.keycap:
            theme.type.draw(surface, self.keycap, (rect.x + theme.px(12), rect.y + tab), LABEL, UMBER)
        colour = VERMILION if self.filing else INK
        baseline = body.centery + theme.text_px(12)
        theme.type.draw(surface, self.han, (rect.x + theme.px(10), baseline), FOLDER_HAN, colour)
        self._paint_words(surface, body)
        if self.flagged:
            self._paint_flag(surface, body)

    def _outline(self, tab: int) -> list[tuple[float, float]]:
        theme, rect = self.theme, self.rect
        cut, wide = theme.px(4), theme.px(62)
        return [
            (rect.x, rect.bottom - 1), (rect.x, rect.y + cut), (rect.x + cut, rect.y), (rect.x + wide, rect.y),
            (rect.x + wide + theme.px(8), rect.y + tab), (rect.right - 1, rect.y + tab), (rect.right - 1, rect.bottom - 1),
        ]  # fmt: skip

    def _paint_words(self, surface: Surface, body: Rect) -> None:
        theme, room = self.theme, self._room(self.rect.w, self.theme)
        settings = [set_words(parse(text), room, style, theme.type) for text, style in self._words(theme)]
        y = body.y + (body.h - sum(setting.height for setting in settings)) / 2
        for setting, colour in zip(settings, (INK, UMBER), strict=False):
            setting.draw(surface, (self.rect.x + self._han_width(theme), y), colour)
            y += setting.height

    def _paint_flag(self, surface: Surface, body: Rect) -> None:
        theme = self.theme
        left, right, top = body.right - theme.px(22), body.right - theme.px(8), body.y
        middle = (left + right) / 2
        points = [
            (left, top),
            (right, top),
            (right, top + theme.px(20)),
            (middle, top + theme.px(14)),
            (left, top + theme.px(20)),
        ]
        lines.polygon(surface, points, VERMILION)


class Tally(Widget):
    """What is left to spend, in strokes of the counting character, with the number at the right."""

    role: ClassVar[str] = "meter"

    def __init__(self, label: str, left: int, total: int, *, han: str = "", **common: Unpack[Common]) -> None:
        super().__init__(label, f"{left}/{total}", **common)
        self.left, self.total, self.han = left, total, han

    def _label_setting(self, width: int, theme: Theme) -> Setting:
        return set_words(parse(f"<b>{self.label}</b>"), self._label_width(width, theme), LABEL, theme.type)

    def _label_width(self, width: int, theme: Theme) -> int:
        return min(max(theme.text_px(112), theme.px(80)), width // 2)

    def _strokes(self, width: int, theme: Theme) -> tuple[float, float, float]:
        """Size of a character, gap, and the width of all of them."""
        characters = -(-self.total // 5)
        number = theme.type.width(str(self.total), TITLE) + theme.px(12)
        room = width - self._label_width(width, theme) - theme.px(10) - number
        size = min(theme.text_px(24), room / (characters * 1.375)) if characters else 0.0
        return size, size * 0.375, characters * size * 1.375

    def height_for(self, width: int, theme: Theme) -> int:
        label = self._label_setting(width, theme).height
        return max(label + (theme.type.line_height(HAN_SUBHEADING) if self.han else 0), theme.type.line_height(TITLE))

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        label = self._label_setting(rect.w, theme)
        label.draw(surface, rect.topleft, INK)
        if self.han:
            baseline = rect.y + label.height + theme.text_px(14)
            theme.type.draw(surface, self.han, (rect.x, baseline), HAN_SUBHEADING.with_face("song"), UMBER)
        size, gap, _ = self._strokes(rect.w, theme)
        bottom = rect.centery + size / 2
        left = rect.x + self._label_width(rect.w, theme) + theme.px(10)
        marks.tally(surface, left, bottom, self.left, self.total, size, gap, GHOST)
        baseline = rect.centery + theme.text_px(TITLE.size * 0.36)
        theme.type.draw(surface, str(self.left), (rect.right, baseline), TITLE, INK, "right")


class SuperiorLine(Widget):
    """Where a superior stands between caution and advance: a point, or a range where that is not known."""

    role: ClassVar[str] = "meter"

    def __init__(
        self,
        label: str,
        value: str,
        *,
        han: str = "",
        line: float | tuple[float, float] | None = None,
        **common: Unpack[Common],
    ) -> None:
        super().__init__(label, value, focusable=common.get("why") is not None, **common)
        self.han, self.line = han, line

    def height_for(self, width: int, theme: Theme) -> int:
        return max(theme.px(25), theme.type.line_height(SECONDARY))

    def _strip(self) -> tuple[float, float]:
        """Left edge and width of the line."""
        theme = self.theme
        left = self.rect.x + max(theme.px(150), theme.text_px(150))
        right = self.rect.right - max(theme.px(82), round(theme.type.width(self.value, LABEL)) + theme.px(12))
        return left, max(theme.px(30), right - left)

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        baseline = rect.centery + theme.text_px(5)
        width = theme.type.draw(surface, self.label, (rect.x, baseline), SECONDARY, INK)
        left, span = self._strip()
        if width + theme.text_px(7) + theme.type.width(self.han, HAN_SUBHEADING) < left - rect.x:
            theme.type.draw(surface, self.han, (rect.x + width + theme.text_px(7), baseline), HAN_SUBHEADING, UMBER)
        theme.type.draw(surface, self.value, (rect.right, baseline), LABEL, INK, "right")
        self._paint_line(surface, left, span)

    def _paint_line(self, surface: Surface, left: float, span: float) -> None:
        theme, y = self.theme, self.rect.centery
        tick = theme.px(3)
        lines.horizontal(surface, left, left + span, y, AXIS, theme.stroke())
        for x in (left, left + span - 1):
            lines.vertical(surface, x, y - tick, y + tick + 1, UMBER, theme.stroke())
        if isinstance(self.line, tuple):
            low, high = (left + share * span for share in self.line)
            box = Rect(round(low), y - theme.px(4), round(high - low), theme.px(9))
            pygame.draw.rect(surface, PAPER, box)
            pygame.draw.rect(surface, INK, box, theme.stroke())
        elif self.line is not None:
            marks.triangle(surface, left + self.line * span, y - theme.px(3), theme.px(6.5), INK, "down")


class ProgressStrip(Widget):
    """How far something is: cells filled one after another; `value` says it in words."""

    role: ClassVar[str] = "progressbar"

    def __init__(self, label: str, value: str, done: int, total: int, **common: Unpack[Common]) -> None:
        super().__init__(label, value, **common)
        self.done, self.total = done, total

    def height_for(self, width: int, theme: Theme) -> int:
        return theme.type.line_height(LABEL) + theme.px(14)

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        baseline = rect.y + theme.type.baseline(LABEL)
        theme.type.draw(surface, self.label, (rect.x, baseline), LABEL_BOLD, INK)
        theme.type.draw(surface, self.value, (rect.right, baseline), LABEL, UMBER, "right")
        top, gap = rect.bottom - theme.px(11), theme.px(3)
        cell = (rect.w - gap * (self.total - 1)) / max(1, self.total)
        for number in range(self.total):
            box = Rect(round(rect.x + number * (cell + gap)), top, round(cell), theme.px(9))
            pygame.draw.rect(surface, INK, box, 0 if number < self.done else theme.stroke())


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
