"""Tabs, and rows of joined segments."""

from collections.abc import Sequence
from typing import ClassVar, Unpack

import pygame
from pygame import Rect, Surface

from game.ui import lines, paper
from game.ui.keys import Key
from game.ui.palette import INK, PAPER, SHEET, UMBER, WALL, mix
from game.ui.theme import HAN_SUBHEADING, LABEL, LABEL_BOLD, Theme
from game.ui.transition import STAY, Transition
from game.ui.widgets.base import Common, Widget
from game.ui.widgets.boxes import Box
from game.ui.widgets.options import OnPick, Option


class Tab(Widget):
    """One tab, or one segment."""

    role: ClassVar[str] = "tab"

    def __init__(self, option: Option, group: "Tabs") -> None:
        super().__init__(option.label, focusable=True, key=f"{group.key}:{option.key}", description=option.description)
        self.option, self.group = option, group

    @property
    def open(self) -> bool:
        """Whether it is the one shown."""
        return self.group.picked == self.option.key

    def activate(self) -> Transition | None:
        return self.group.pick(self.option.key)

    def width_for(self, theme: Theme) -> int:
        label = theme.type.width(self.label, LABEL_BOLD)
        han = theme.type.width(self.option.han, HAN_SUBHEADING) if self.option.han else 0
        return round(max(label, han)) + theme.px(18)

    def height_for(self, width: int, theme: Theme) -> int:
        han = theme.type.line_height(HAN_SUBHEADING) - theme.px(6) if self.option.han else 0
        return theme.type.line_height(LABEL) + han + theme.px(8)

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        lift = 0 if self.open else theme.px(4)
        top, cut = rect.y + lift, theme.px(5)
        outline = [(rect.x, rect.bottom), (rect.x, top + cut), (rect.x + cut, top)]
        outline += [(rect.right - cut, top), (rect.right, top + cut), (rect.right, rect.bottom)]
        ground = PAPER if self.open or self.hovered else mix(WALL, PAPER, 0.35)
        lines.polygon(surface, [(float(x), float(y)) for x, y in outline], ground)
        pygame.draw.lines(surface, mix(PAPER, INK, 0.3), False, outline, theme.stroke())
        y = top + theme.px(3)
        if self.option.han:
            style = HAN_SUBHEADING
            theme.type.draw(surface, self.option.han, (rect.centerx, y + theme.text_px(16)), style, INK, "centre")
            y += theme.type.line_height(style) - theme.px(6)
        face, colour = (LABEL_BOLD, INK) if self.open else (LABEL, UMBER)
        theme.type.draw(surface, self.label, (rect.centerx, y + theme.type.baseline(LABEL)), face, colour, "centre")


class Tabs(Box):
    """A row of tabs; the scene lays out what the open one shows. Tabs that do not fit go on in a second row."""

    role: ClassVar[str] = "tablist"
    tab: ClassVar[type[Tab]] = Tab

    def __init__(
        self,
        options: Sequence[Option],
        picked: str,
        on_pick: OnPick | None = None,
        *,
        label: str = "",
        **common: Unpack[Common],
    ) -> None:
        common.setdefault("key", "tabs")
        super().__init__(label=label, part=True, **common)
        self.picked, self.on_pick = picked, on_pick
        self.adopt(*(self.tab(option, self) for option in options))
        self._name_values()

    def _name_values(self) -> None:
        for child in self.children:
            if isinstance(child, Tab):
                child.value = "open" if child.open else ""

    def pick(self, key: str) -> Transition:
        """Open another tab."""
        changed, self.picked = self.picked != key, key
        self._name_values()
        self.invalidate()
        return (self.on_pick(key) or STAY) if changed and self.on_pick else STAY

    def entry(self) -> Widget | None:
        return next((child for child in self.children if isinstance(child, Tab) and child.open), super().entry())

    def neighbour(self, current: Widget, key: Key) -> Widget | None:
        stops = self.stops()
        place = stops.index(current) + {"LEFT": -1, "UP": -1, "RIGHT": 1, "DOWN": 1}[key.name]
        return stops[place] if 0 <= place < len(stops) else None

    def _gap(self, theme: Theme) -> int:
        return theme.px(3)

    def _lines(self, width: int, theme: Theme) -> list[list[tuple[Widget, int]]]:
        found: list[list[tuple[Widget, int]]] = [[]]
        reach = 0
        for child in self.children:
            own = min(width, child.width_for(theme))
            if found[-1] and reach + own > width:
                found.append([])
                reach = 0
            found[-1].append((child, own))
            reach += own + self._gap(theme)
        return found

    def height_for(self, width: int, theme: Theme) -> int:
        return sum(
            max(child.height_for(own, theme) for child, own in line) for line in self._lines(width, theme) if line
        )

    def width_for(self, theme: Theme) -> int:
        return sum(child.width_for(theme) + self._gap(theme) for child in self.children)

    def arrange(self) -> None:
        y = self.rect.y
        for line in self._lines(self.rect.w, self.theme):
            x = self.rect.x
            height = max((child.height_for(own, self.theme) for child, own in line), default=0)
            for child, own in line:
                child.layout(Rect(x, y, own, height), self.theme)
                x += own + self._gap(self.theme)
            y += height


class Segment(Tab):
    """One of several joined boxes: known, filed, gap."""

    role: ClassVar[str] = "radio"

    def paint(self, surface: Surface) -> None:
        theme = self.theme
        box = self.rect.inflate(theme.stroke(), 0)
        if self.open:
            pygame.draw.rect(surface, INK, box)
        else:
            if self.hovered:
                paper.fill(surface, box, theme, SHEET)
            pygame.draw.rect(surface, INK, box, theme.stroke())
        face, colour = (LABEL_BOLD, PAPER) if self.open else (LABEL, INK)
        baseline = self.rect.y + (self.rect.h + theme.text_px(9)) // 2
        theme.type.draw(surface, self.label, (self.rect.centerx, baseline), face, colour, "centre")


class Segments(Tabs):
    """A row of joined boxes, one of which is picked."""

    role: ClassVar[str] = "radiogroup"
    tab: ClassVar[type[Tab]] = Segment

    def _gap(self, theme: Theme) -> int:
        return 0
