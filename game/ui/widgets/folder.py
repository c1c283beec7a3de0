"""Folders at the foot of the desk."""

from typing import Final, Unpack

import pygame
from pygame import Rect, Surface

from game.ui import lines, paper
from game.ui.palette import INK, PAPER, SHEET, UMBER, VERMILION, mix
from game.ui.paragraph import set_paragraph
from game.ui.theme import (
    CONTROL_BOLD,
    LABEL,
    Theme,
)
from game.ui.transition import Action
from game.ui.type import TextStyle
from game.ui.widgets.base import Common
from game.ui.widgets.button import Pressable

FOLDER_HAN: Final = TextStyle("song-bold", 32, 40)


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
        words = [set_paragraph(text, self._room(width, theme), style, theme.type) for text, style in self._words(theme)]
        return theme.text_px(13) + max(theme.px(60), sum(setting.height for setting in words) + theme.px(12))

    def _words(self, theme: Theme) -> list[tuple[str, TextStyle]]:
        """Name and status; where text is large only the name."""
        return [(self.label, CONTROL_BOLD)] if theme.large else [(self.label, CONTROL_BOLD), (self.status, LABEL)]

    def _room(self, width: int, theme: Theme) -> int:
        return max(theme.px(20), width - self._han_width(theme) - theme.px(14))

    def _han_width(self, theme: Theme) -> int:
        return round(theme.type.width(self.han, FOLDER_HAN)) + theme.px(16)

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        tab = theme.text_px(13)
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
        cut, wide = theme.px(4), theme.text_px(62)
        left, right, bottom, shoulder = rect.x, rect.right - 1, rect.bottom - 1, rect.y + tab
        return [
            (left, bottom), (left, rect.y + cut), (left + cut, rect.y), (left + wide, rect.y),
            (left + wide + theme.px(8), shoulder), (right, shoulder), (right, bottom),
        ]  # fmt: skip

    def _paint_words(self, surface: Surface, body: Rect) -> None:
        theme, room = self.theme, self._room(self.rect.w, self.theme)
        settings = [set_paragraph(text, room, style, theme.type) for text, style in self._words(theme)]
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
