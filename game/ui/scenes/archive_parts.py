"""Parts of the archive's pages: a line of the list, the head of an entry, what is doubtful about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

import pygame
from pygame import Rect, Surface

from game.ui import lines, paper
from game.ui.markup import parse
from game.ui.palette import INK, RULE, SHEET, TINT, UMBER, Colour
from game.ui.paragraph import Setting, set_paragraph, set_words
from game.ui.theme import HAN_SECONDARY, LABEL, SECONDARY, SECONDARY_BOLD, TITLE, Theme
from game.ui.transition import Action
from game.ui.type import TextStyle
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Box
from game.ui.widgets.button import Pressable

HAN_PINYIN: Final = TextStyle("roman", 20, 28)


class EntryLine(Pressable):
    """An entry in the list: its title, and its characters at the right."""

    role: ClassVar[str] = "listitem"

    def __init__(
        self, title: str, han: str, action: Action, *, picked: bool, key: str, description: str
    ) -> None:
        super().__init__(title, action, value=han, key=key, description=description)
        self.han, self.picked = han, picked

    def _setting(self, width: int, theme: Theme) -> Setting:
        style = SECONDARY_BOLD if self.picked else SECONDARY
        return set_paragraph(self.label, width - 2 * theme.px(8), style, theme.type)

    def height_for(self, width: int, theme: Theme) -> int:
        return self._setting(width, theme).height + theme.px(5)

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        setting = self._setting(rect.w, theme)
        if self.picked:
            pygame.draw.rect(surface, TINT, rect)
        elif self.hovered:
            paper.fill(surface, rect, theme, SHEET)
        setting.draw(surface, (rect.x + theme.px(8), rect.y + theme.px(2)), INK)
        room = rect.w - setting.width - theme.px(28)
        if len(setting.lines) == 1 and theme.type.width(self.han, HAN_SECONDARY) <= room:
            at = rect.right - theme.px(8), rect.y + theme.px(2) + theme.type.baseline(SECONDARY)
            theme.type.draw(surface, self.han, at, HAN_SECONDARY, UMBER, "right")
        lines.horizontal(surface, rect.left, rect.right, rect.bottom - 1, RULE, theme.stroke())


class EntryHead(Widget):
    """The head of an entry: title, characters and their sound, what kind of entry it is, and the rule."""

    role: ClassVar[str] = "heading"

    def __init__(self, title: str, han: str, pinyin: str, kind: str) -> None:
        super().__init__(title, " ".join(part for part in (han, pinyin) if part), description=kind)
        self.han, self.pinyin, self.kind = han, pinyin, kind

    def _settings(self, width: int, theme: Theme) -> list[tuple[Setting, Colour]]:
        rows = [(self.label, TITLE, INK), (self._sound(), HAN_PINYIN, INK), (self.kind, LABEL, UMBER)]
        return [
            (set_words(parse(text), width, style, theme.type), colour) for text, style, colour in rows if text
        ]

    def _sound(self) -> str:
        return " ".join(part for part in (self.han, f"<m>{self.pinyin}</m>" if self.pinyin else "") if part)

    def height_for(self, width: int, theme: Theme) -> int:
        return sum(setting.height for setting, _ in self._settings(width, theme)) + theme.px(14)

    def paint(self, surface: Surface) -> None:
        theme, rect, y = self.theme, self.rect, self.rect.y
        for setting, colour in self._settings(rect.w, theme):
            setting.draw(surface, (rect.x, y), colour)
            y += setting.height
        lines.thick_thin(surface, rect.x, rect.right, y + theme.px(4), INK, theme.scale)


class Aside(Box):
    """Content behind a thick rule at its left: what is doubtful about an entry."""

    def __init__(self, content: Sequence[Widget], label: str) -> None:
        super().__init__(content, label=label)

    def _room(self, width: int, theme: Theme) -> int:
        return width - theme.px(16)

    def height_for(self, width: int, theme: Theme) -> int:
        return sum(child.height_for(self._room(width, theme), theme) for child in self.children)

    def arrange(self) -> None:
        y, left = self.rect.y, self.rect.x + self.theme.px(16)
        for child in self.children:
            height = child.height_for(self._room(self.rect.w, self.theme), self.theme)
            child.layout(Rect(left, y, self._room(self.rect.w, self.theme), height), self.theme)
            y += height

    def paint(self, surface: Surface) -> None:
        lines.vertical(surface, self.rect.x, self.rect.top, self.rect.bottom, INK, self.theme.stroke(3))
