"""Things that lie on the desk: tallies of team-turns, superiors' lines, progress."""

from typing import ClassVar, Unpack

import pygame
from pygame import Rect, Surface

from game.ui import lines, marks
from game.ui.palette import AXIS, GHOST, INK, PAPER, UMBER
from game.ui.paragraph import Setting, set_paragraph
from game.ui.theme import (
    HAN_SUBHEADING,
    LABEL,
    LABEL_BOLD,
    SECONDARY,
    TITLE,
    Theme,
)
from game.ui.widgets.base import Common, Widget


class Tally(Widget):
    """What is left to spend, in strokes of the counting character, with the number at the right."""

    role: ClassVar[str] = "meter"

    def __init__(self, label: str, left: int, total: int, *, han: str = "", **common: Unpack[Common]) -> None:
        super().__init__(label, f"{left}/{total}", **common)
        self.left, self.total, self.han = left, total, han

    def _label_setting(self, width: int, theme: Theme) -> Setting:
        return set_paragraph(f"<b>{self.label}</b>", self._label_width(width, theme), LABEL, theme.type)

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


def standing_room(words: str, theme: Theme) -> int:
    """What the words at the right of a superior's line take of it, physical pixels; the same for the heads above."""
    usual = theme.text_px(82) if theme.large else theme.px(82)
    return max(usual, round(theme.type.width(words, LABEL)) + theme.px(12))


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
        right = self.rect.right - standing_room(self.value, theme)
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
