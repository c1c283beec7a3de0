"""Figures that the player sets: keys shared by the stepper and the slide rule, and the stepper itself."""

from collections.abc import Callable, Mapping
from typing import ClassVar, Final, Unpack

import pygame
from pygame import Rect, Surface

from game.ui import marks
from game.ui.keys import Key
from game.ui.palette import INK, SHEET, VERMILION
from game.ui.theme import CONTROL, HEADING, Theme
from game.ui.transition import STAY, Transition
from game.ui.widgets.base import Common, Mouse, Widget

OnChange = Callable[[float], Transition | None]
Format = Callable[[float], str]
ARROWS: Final = {"LEFT": -1, "DOWN": -1, "RIGHT": 1, "UP": 1, "-": -1, "+": 1}


def grouped(value: float) -> str:
    """A figure as the ledger writes it: whole, with commas between thousands; a decimal only where there is one."""
    return f"{value:,.0f}" if abs(value - round(value)) < 1e-9 else f"{value:,.2f}".rstrip("0")


class NumberInput(Widget):
    """A figure between two ends, in steps.

    Left and right move it by one step, with Shift by ten; digits type it and Enter or a pause in typing takes it;
    `presets` set it at a key: Home what you know, L last year, C the counties.
    """

    def __init__(
        self,
        label: str,
        number: float,
        minimum: float,
        maximum: float,
        *,
        step: float = 1.0,
        presets: Mapping[str, float] | None = None,
        on_change: OnChange | None = None,
        write: Format = grouped,
        unit: str = "",
        **common: Unpack[Common],
    ) -> None:
        super().__init__(label, focusable=True, **common)
        self.minimum, self.maximum, self.step = minimum, maximum, step
        self.presets = dict(presets or {})
        self.on_change, self.format, self.unit = on_change, write, unit
        self.typed = ""
        self.number = self._snap(number)
        self.value = self._in_words(self.number)

    def _snap(self, number: float) -> float:
        steps = round((number - self.minimum) / self.step)
        return max(self.minimum, min(self.maximum, self.minimum + steps * self.step))

    def _in_words(self, number: float) -> str:
        return f"{self.format(number)} {self.unit}".strip()

    def set_number(self, number: float) -> Transition:
        """Take a figure, brought to the nearest step between the ends."""
        self.typed = ""
        number = self._snap(number)
        changed = abs(number - self.number) > 1e-9
        self.number, self.value = number, self._in_words(number)
        self.invalidate()
        return (self.on_change(number) or STAY) if changed and self.on_change else STAY

    @property
    def shown(self) -> str:
        """What stands in its box: what is being typed, or the figure."""
        return self.typed or self.format(self.number)

    def on_key(self, key: Key) -> Transition | None:
        if key.name in ARROWS and key.plain:
            return self.set_number(self.number + ARROWS[key.name] * self.step * (10 if key.shift else 1))
        if key.name in self.presets and key.plain:
            return self.set_number(self.presets[key.name])
        return self._typing(key) or super().on_key(key)

    def _typing(self, key: Key) -> Transition | None:
        if key.digit is not None or (key.name == "." and self.typed and "." not in self.typed):
            return self._show_typed((self.typed + key.name)[:9])
        if not self.typed:
            return None
        if key.name == "BACKSPACE":
            return self._show_typed(self.typed[:-1])
        if key.name == "ESC":
            return self._show_typed("")
        answer = self.set_number(float(self.typed))
        return answer if key.name in ("ENTER", "SPACE") else None if answer is STAY else answer

    def _show_typed(self, typed: str) -> Transition:
        """A figure that already fits is taken at once; one that does not fit yet waits."""
        if typed and typed[-1] != "." and self.minimum <= float(typed) <= self.maximum:
            answer = self.set_number(float(typed))
            self.typed = typed
            return answer
        self.typed = typed
        self.invalidate()
        return STAY


class Stepper(NumberInput):
    """A figure in a box between buttons that take ten or one away or add them."""

    role: ClassVar[str] = "spinbutton"
    BUTTONS: ClassVar = ((-10, "– 10"), (-1, "– 1"), (0, ""), (1, "+ 1"), (10, "+ 10"))

    def _widths(self, theme: Theme) -> list[int]:
        widest = max(theme.type.width(self.format(end), HEADING) for end in (self.minimum, self.maximum, self.number))
        box = round(widest) + theme.px(28)
        return [
            box if not times else round(theme.type.width(text, CONTROL)) + theme.px(16) for times, text in self.BUTTONS
        ]

    def width_for(self, theme: Theme) -> int:
        return sum(self._widths(theme)) + 2 * theme.px(4) + 2 * theme.px(10)

    def height_for(self, width: int, theme: Theme) -> int:
        return max(theme.px(34), theme.type.line_height(HEADING) + theme.px(4))

    def _boxes(self) -> list[Rect]:
        theme = self.theme
        gaps = [theme.px(4), theme.px(10), theme.px(10), theme.px(4), 0]
        x, boxes = self.rect.x, []
        for width, gap in zip(self._widths(theme), gaps, strict=True):
            boxes.append(Rect(x, self.rect.y, width, self.rect.h))
            x += width + gap
        return boxes

    def paint(self, surface: Surface) -> None:
        theme = self.theme
        for (times, text), box in zip(self.BUTTONS, self._boxes(), strict=True):
            small = box if not times else box.inflate(0, -theme.px(4))
            pygame.draw.rect(surface, SHEET, small)
            pygame.draw.rect(surface, INK, small, theme.stroke())
            style, colour = (CONTROL, INK) if times else (HEADING, VERMILION)
            baseline = box.centery + theme.text_px(style.size * 0.36)
            theme.type.draw(surface, text or self.shown, (box.centerx, baseline), style, colour, "centre")

    def paint_focus(self, surface: Surface) -> None:
        marks.focus_ring(surface, self._boxes()[2].inflate(-self.theme.px(2), -self.theme.px(2)), self.theme)

    def on_mouse(self, mouse: Mouse) -> Transition | None:
        if mouse.kind == "wheel":
            return self.set_number(self.number + mouse.wheel * self.step)
        if mouse.kind != "release":
            return None
        for (times, _), box in zip(self.BUTTONS, self._boxes(), strict=True):
            if times and box.collidepoint(mouse.at):
                return self.set_number(self.number + times * self.step)
        return STAY
