"""Switches: a box that is on or off, and one answer out of several."""

from collections.abc import Callable, Sequence
from typing import ClassVar, Unpack

import pygame
from pygame import Rect, Surface

from game.ui import lines, marks
from game.ui.palette import INK, SHEET, UMBER, mix
from game.ui.paragraph import Setting, set_paragraph
from game.ui.theme import CONTROL, CONTROL_BOLD, LABEL_BOLD, Theme
from game.ui.transition import STAY, Transition
from game.ui.type import TextStyle
from game.ui.widgets.base import Common, Widget
from game.ui.widgets.boxes import Box
from game.ui.widgets.options import OnPick, Option
from game.ui.widgets.tabs import Segments, Tabs

__all__ = ["OnPick", "OnSwitch", "Option", "Radio", "RadioGroup", "Segments", "Tabs", "Toggle"]

OnSwitch = Callable[[bool], Transition | None]


class Marked(Widget):
    """A small mark with words beside it, broken into lines where they do not fit."""

    style: TextStyle = CONTROL

    def _lead(self, theme: Theme) -> int:
        return theme.text_px(22)

    def _setting(self, width: int, theme: Theme, style: TextStyle | None = None) -> Setting:
        room = max(width - self._lead(theme), theme.text_px(20))
        return set_paragraph(self.label, room, style or self.style, theme.type)

    def height_for(self, width: int, theme: Theme) -> int:
        bold = CONTROL_BOLD if self.style is CONTROL else LABEL_BOLD
        return self._setting(width, theme, bold).height + theme.px(4)

    def width_for(self, theme: Theme) -> int:
        bold = CONTROL_BOLD if self.style is CONTROL else LABEL_BOLD
        return round(theme.type.width(self.label, bold)) + self._lead(theme) + 2

    def paint_focus(self, surface: Surface) -> None:
        width = min(self.rect.w, self.width_for(self.theme))
        marks.focus_ring(surface, Rect(self.rect.x, self.rect.y, width, self.rect.h), self.theme)

    def _mark_centre(self) -> tuple[float, float]:
        theme = self.theme
        middle = self.rect.y + theme.px(2) + theme.type.baseline(self.style) - theme.text_px(self.style.size * 0.36)
        return self.rect.x + theme.text_px(7), middle

    def _paint_words(self, surface: Surface, style: TextStyle) -> None:
        at = self.rect.x + self._lead(self.theme), self.rect.y + self.theme.px(2)
        colour = INK if self.enabled else UMBER
        self._setting(self.rect.w, self.theme, style).draw(surface, at, colour)


class Toggle(Marked):
    """A box that is on or off."""

    role: ClassVar[str] = "checkbox"

    def __init__(self, label: str, on: bool, on_switch: OnSwitch | None = None, **common: Unpack[Common]) -> None:
        super().__init__(label, "on" if on else "off", focusable=True, **common)
        self.on, self.on_switch = on, on_switch

    def activate(self) -> Transition | None:
        self.on = not self.on
        self.value = "on" if self.on else "off"
        self.invalidate()
        return (self.on_switch(self.on) or STAY) if self.on_switch else STAY

    def paint(self, surface: Surface) -> None:
        theme = self.theme
        x, y = self._mark_centre()
        side = theme.text_px(13)
        box = Rect(round(x - side / 2), round(y - side / 2), side, side)
        pygame.draw.rect(surface, SHEET if not self.hovered else mix(SHEET, INK, 0.12), box)
        pygame.draw.rect(surface, INK, box, theme.stroke())
        if self.on:
            corners = [
                (box.x + side * 0.18, y),
                (box.x + side * 0.42, box.y + side * 0.78),
                (box.x + side * 0.86, box.y + side * 0.2),
            ]
            lines.line(surface, corners, INK, side * 0.17)
        self._paint_words(surface, CONTROL)


class Radio(Marked):
    """One answer of a group."""

    role: ClassVar[str] = "radio"

    def __init__(self, option: Option, group: "RadioGroup") -> None:
        super().__init__(option.label, focusable=True, key=f"{group.key}:{option.key}", description=option.description)
        self.option, self._group = option, group
        self.style = group.style

    @property
    def picked(self) -> bool:
        """Whether it is the answer."""
        return self._group.picked == self.option.key

    def activate(self) -> Transition | None:
        return self._group.pick(self.option.key)

    def paint(self, surface: Surface) -> None:
        centre, radius = self._mark_centre(), self.theme.text_px(6.5)
        lines.disc(surface, centre, radius, SHEET, INK if self.enabled else UMBER, self.theme.stroke(1.4))
        if self.picked:
            lines.disc(surface, centre, radius * 0.54, INK)
        bold = CONTROL_BOLD if self.style is CONTROL else LABEL_BOLD
        self._paint_words(surface, bold if self.picked else self.style)


class RadioGroup(Box):
    """One answer out of several, in `across` columns (one where text is large)."""

    role: ClassVar[str] = "radiogroup"

    def __init__(
        self,
        options: Sequence[Option],
        picked: str,
        on_pick: OnPick | None = None,
        *,
        across: int = 1,
        style: TextStyle = CONTROL,
        label: str = "",
        **common: Unpack[Common],
    ) -> None:
        common.setdefault("key", "radio")
        super().__init__(label=label, part=True, **common)
        self.picked, self.on_pick, self.across, self.style = picked, on_pick, across, style
        self.adopt(*(Radio(option, self) for option in options))
        self._name_value()

    def _name_value(self) -> None:
        for child in self.children:
            if isinstance(child, Radio):
                child.value = "picked" if child.picked else ""
                if child.picked:
                    self.value = child.label

    def pick(self, key: str) -> Transition:
        """Make it the answer."""
        changed, self.picked = self.picked != key, key
        self._name_value()
        self.invalidate()
        return (self.on_pick(key) or STAY) if changed and self.on_pick else STAY

    def entry(self) -> Widget | None:
        picked = (child for child in self.children if isinstance(child, Radio) and child.picked)
        return next(picked, super().entry())

    def _across(self, theme: Theme) -> int:
        return 1 if theme.large else self.across

    def _lines(self, theme: Theme) -> list[list[Widget]]:
        across = self._across(theme)
        return [self.children[first : first + across] for first in range(0, len(self.children), across)]

    def _cell(self, width: int, theme: Theme) -> int:
        return width // self._across(theme)

    def height_for(self, width: int, theme: Theme) -> int:
        cell = self._cell(width, theme)
        return sum(max(child.height_for(cell, theme) for child in line) for line in self._lines(theme))

    def arrange(self) -> None:
        cell, y = self._cell(self.rect.w, self.theme), self.rect.y
        for line in self._lines(self.theme):
            height = max(child.height_for(cell, self.theme) for child in line)
            for number, child in enumerate(line):
                child.layout(Rect(self.rect.x + number * cell, y, cell, height), self.theme)
            y += height
