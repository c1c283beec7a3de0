"""Widgets of the folders: a number with its usual steps, a line for each decision, words that can be pressed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import ClassVar, Final

import pygame
from pygame import Rect, Surface

from game.ui import lines, marks, rects
from game.ui.keys import Key
from game.ui.palette import INK, RULE, SHEET, UMBER, mix
from game.ui.paragraph import Setting, set_paragraph
from game.ui.scenes.folder_values import FINEST, number_words
from game.ui.theme import CONTROL, FIGURE_LARGE, LABEL, Theme
from game.ui.transition import STAY, Action, Transition
from game.ui.widgets.base import Mouse, Widget
from game.ui.widgets.boxes import Box, Column
from game.ui.widgets.button import Pressable
from game.ui.widgets.number import NumberInput, OnChange

CONTROL_WIDTH: Final = 266
CONTROL_SHARE: Final = 0.472
"""Of a line, the most that its control takes from its words."""
BACK: Final = ("LEFT", "DOWN", "-")
ON: Final = ("RIGHT", "UP", "+")


class StepChooser(NumberInput):
    """A number between a minus and a plus. Arrows go through its usual steps, digits and Enter set any other."""

    role: ClassVar[str] = "spinbutton"

    def __init__(
        self, label: str, number: float, steps: Sequence[float], ends: tuple[float, float], on_change: OnChange, *,
        unit: str = "", description: str = "", key: str = "",
    ) -> None:  # fmt: skip
        super().__init__(
            label, number, *ends, step=FINEST, on_change=on_change, write=number_words, unit=unit,
            description=description, key=key,
        )  # fmt: skip
        self.steps = sorted(steps)

    def _snap(self, number: float) -> float:
        return round(super()._snap(number), 3)

    def _show_typed(self, typed: str) -> Transition:
        """What is typed waits for Enter."""
        self.typed = typed
        self.invalidate()
        return STAY

    def on_key(self, key: Key) -> Transition | None:
        if key.name in (*BACK, *ON) and key.plain:
            return self.go(1 if key.name in ON else -1)
        return super().on_key(key)

    def go(self, direction: int) -> Transition:
        """To the next of the usual steps in a direction."""
        place = (
            bisect_right(self.steps, self.number)
            if direction > 0
            else bisect_left(self.steps, self.number) - 1
        )
        return self.set_number(self.steps[place]) if 0 <= place < len(self.steps) else STAY

    # ---- measures and drawing

    def height_for(self, width: int, theme: Theme) -> int:
        side = self._side(theme)
        return side if self._unit_fits(width, theme) else side + self._unit_below(width, theme).height

    def _side(self, theme: Theme) -> int:
        """The height of the boxes."""
        return max(theme.px(30), theme.type.line_height(FIGURE_LARGE) + theme.px(4))

    def _figure_width(self, theme: Theme) -> int:
        ends = (self.minimum, self.maximum, *self.steps, self.number)
        widest = max(theme.type.width(self.format(end), FIGURE_LARGE) for end in ends)
        return round(widest) + theme.text_px(18)

    def _unit_fits(self, width: int, theme: Theme) -> bool:
        """Whether the unit has room beside the boxes; else it stands below them."""
        boxes = 2 * (self._side(theme) + theme.px(4)) + self._figure_width(theme)
        return boxes + theme.px(8) + theme.type.width(self.unit, LABEL) <= width

    def _unit_below(self, width: int, theme: Theme) -> Setting:
        return set_paragraph(self.unit, width, LABEL, theme.type)

    def _boxes(self) -> tuple[Rect, Rect, Rect]:
        """Minus, figure, plus."""
        theme, rect = self.theme, self.rect
        side, gap = self._side(theme), theme.px(4)
        minus = Rect(rect.x, rect.y, side, side)
        middle = Rect(minus.right + gap, rect.y, self._figure_width(theme), side)
        return minus, middle, Rect(middle.right + gap, rect.y, side, side)

    def paint(self, surface: Surface) -> None:
        theme = self.theme
        minus, middle, plus = self._boxes()
        for box, sign in ((minus, "–"), (plus, "+")):
            pygame.draw.rect(surface, SHEET, box)
            pygame.draw.rect(surface, INK, box, theme.stroke())
            theme.type.draw(
                surface, sign, (box.centerx, box.centery + theme.text_px(5)), CONTROL, INK, "centre"
            )
        pygame.draw.rect(surface, SHEET, middle)
        pygame.draw.rect(surface, INK, middle, theme.stroke())
        baseline = middle.centery + theme.text_px(6)
        theme.type.draw(surface, self.shown, (middle.centerx, baseline), FIGURE_LARGE, INK, "centre")
        if self._unit_fits(self.rect.w, theme):
            theme.type.draw(surface, self.unit, (plus.right + theme.px(8), baseline), LABEL, UMBER)
        else:
            self._unit_below(self.rect.w, theme).draw(surface, (self.rect.x, plus.bottom), UMBER)

    def paint_focus(self, surface: Surface) -> None:
        marks.focus_ring(surface, self._boxes()[1], self.theme)

    def on_mouse(self, mouse: Mouse) -> Transition | None:
        if mouse.kind == "wheel":
            return self.go(1 if mouse.wheel > 0 else -1)
        if mouse.kind != "release":
            return None
        minus, _, plus = self._boxes()
        if minus.collidepoint(mouse.at) or plus.collidepoint(mouse.at):
            return self.go(1 if plus.collidepoint(mouse.at) else -1)
        return STAY


class TextLink(Pressable):
    """Words that can be pressed, underlined."""

    role: ClassVar[str] = "link"

    def height_for(self, width: int, theme: Theme) -> int:
        return theme.type.line_height(LABEL) + theme.px(4)

    def width_for(self, theme: Theme) -> int:
        return round(theme.type.width(self.label, LABEL)) + theme.px(2)

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        baseline = rect.y + theme.px(2) + theme.type.baseline(LABEL)
        width = theme.type.draw(surface, self.label, (rect.x, baseline), LABEL, INK)
        colour = INK if self.hovered else mix(INK, UMBER, 0.6)
        lines.horizontal(surface, rect.x, rect.x + width, baseline + theme.text_px(3), colour, theme.stroke())


class SettingLine(Box):
    """A decision: words at the left, its control at the right with a link below; stacked where it is narrow."""

    def __init__(
        self, label: str, words: Sequence[Widget], control: Widget, below: Sequence[Widget] = ()
    ) -> None:
        self._words, self._controls = Column(list(words), gap=1), Column([control, *below], gap=3)
        super().__init__([self._words, self._controls], label=label)

    def _stacked(self, width: int, theme: Theme) -> bool:
        return width < 1.85 * theme.text_px(CONTROL_WIDTH)

    def _sides(self, rect: Rect, theme: Theme) -> tuple[Rect, Rect]:
        width = min(theme.text_px(CONTROL_WIDTH), round(CONTROL_SHARE * rect.w))
        return rects.split_right(rect, width, theme.px(16))

    def height_for(self, width: int, theme: Theme) -> int:
        if self._stacked(width, theme):
            inside = (
                self._words.height_for(width, theme) + theme.px(4) + self._controls.height_for(width, theme)
            )
        else:
            left, right = self._sides(Rect(0, 0, width, 0), theme)
            inside = max(self._words.height_for(left.w, theme), self._controls.height_for(right.w, theme))
        return inside + theme.px(11)

    def arrange(self) -> None:
        theme, rect = self.theme, self.rect
        room = Rect(rect.x, rect.y, rect.w, rect.h - theme.px(11))
        if self._stacked(rect.w, theme):
            above, below = rects.split_top(room, self._words.height_for(rect.w, theme), theme.px(4))
            self._words.layout(above, theme)
            self._controls.layout(below, theme)
            return
        left, right = self._sides(room, theme)
        self._words.layout(left, theme)
        self._controls.layout(right, theme)

    def paint(self, surface: Surface) -> None:
        y = self.rect.bottom - self.theme.px(3)
        lines.horizontal(surface, self.rect.left, self.rect.right, y, RULE, self.theme.stroke())


def link(words: str, action: Action, key: str) -> TextLink:
    """Words that do something."""
    return TextLink(words, action, key=key)
