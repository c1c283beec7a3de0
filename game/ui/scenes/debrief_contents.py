"""The contents strip of the debriefing: numbered chapters, one of them open; numbers alone where names do not fit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

import pygame
from pygame import Rect, Surface

from game.ui import lines, paper
from game.ui.palette import INK, PAPER, RULE, SHEET, UMBER
from game.ui.theme import LABEL, LABEL_BOLD, Theme
from game.ui.transition import Transition
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Box

OnOpen = Callable[[int], Transition]


@dataclass(frozen=True, slots=True)
class Entry:
    """A chapter as the strip shows it."""

    number: int
    name: str


class ChapterTab(Widget):
    """A chapter's number and name; its number is also the key that opens it."""

    role: ClassVar[str] = "tab"

    def __init__(self, entry: Entry, strip: Contents) -> None:
        number = str(entry.number)
        super().__init__(f"{number}. {entry.name}", focusable=True, key=f"chapter:{number}", accelerator=number)
        self.chapter, self._strip = entry, strip
        self.value = strip.open_words if self.open else ""

    @property
    def open(self) -> bool:
        """Whether it is the chapter shown."""
        return self.chapter.number == self._strip.opened

    def activate(self) -> Transition | None:
        return self._strip.on_open(self.chapter.number)

    def words(self, *, short: bool) -> str:
        """What is written on it: the open one always has its name."""
        return str(self.chapter.number) if short and not self.open else f"{self.chapter.number}  {self.chapter.name}"

    def width(self, theme: Theme, *, short: bool) -> int:
        """The width it needs, pixels."""
        return round(theme.type.width(self.words(short=short), LABEL_BOLD)) + theme.px(20)

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        if self.open:
            pygame.draw.rect(surface, INK, rect)
        elif self.hovered:
            paper.fill(surface, rect, theme, SHEET)
        style, colour = (LABEL_BOLD, PAPER) if self.open else (LABEL, INK if self.hovered else UMBER)
        baseline = rect.y + (rect.h - theme.type.line_height(LABEL)) // 2 + theme.type.baseline(LABEL)
        words = self.words(short=self._strip.short)
        theme.type.draw(surface, words, (rect.centerx, baseline), style, colour, "centre")


class Contents(Box):
    """All chapters in a row."""

    role: ClassVar[str] = "tablist"

    def __init__(self, entries: Sequence[Entry], opened: int, on_open: OnOpen, *, label: str, open_words: str) -> None:
        super().__init__((), label=label, part=True, key="contents")
        self.opened, self.on_open, self.open_words = opened, on_open, open_words
        self.short = False
        self.tabs = [ChapterTab(entry, self) for entry in entries]
        self.adopt(*self.tabs)

    def height_for(self, width: int, theme: Theme) -> int:
        return theme.type.line_height(LABEL) + theme.px(8)

    def arrange(self) -> None:
        theme, gap = self.theme, self.theme.px(2)
        whole = sum(tab.width(theme, short=False) + gap for tab in self.tabs)
        self.short = whole > self.rect.w
        x = self.rect.x
        for tab in self.tabs:
            width = tab.width(theme, short=self.short)
            tab.layout(Rect(x, self.rect.y, width, self.rect.h - theme.stroke()), theme)
            x += width + gap

    def entry(self) -> Widget | None:
        return self.tabs[self.opened - 1]

    def paint(self, surface: Surface) -> None:
        y = self.rect.bottom - self.theme.stroke()
        lines.horizontal(surface, self.rect.left, self.rect.right, y, RULE, self.theme.stroke())
