"""A field to write in, of one line or several."""

from collections.abc import Callable
from typing import ClassVar, Unpack

import pygame
from pygame import Surface

from game.ui import lines
from game.ui.keys import Key
from game.ui.palette import INK, SHEET, UMBER
from game.ui.theme import CONTROL, Theme
from game.ui.transition import STAY, Transition
from game.ui.widgets.base import Common, Widget

OnText = Callable[[str], Transition | None]


class TextField(Widget):
    """What is typed goes in at the caret; Enter hands it over (with Ctrl where there are several lines)."""

    role: ClassVar[str] = "textbox"
    accepts_text = True

    def __init__(
        self,
        label: str,
        text: str = "",
        *,
        placeholder: str = "",
        limit: int = 200,
        rows: int = 1,
        on_change: OnText | None = None,
        on_submit: OnText | None = None,
        **common: Unpack[Common],
    ) -> None:
        super().__init__(label, text, focusable=True, **common)
        self.placeholder, self.limit, self.rows = placeholder, limit, rows
        self.on_change, self.on_submit = on_change, on_submit
        self.caret = len(text)

    # ---- writing

    def on_text(self, text: str) -> Transition | None:
        text = text.replace("\n", " ")[: self.limit - len(self.value)]
        return self._write(self.value[: self.caret] + text + self.value[self.caret :], self.caret + len(text))

    def _write(self, text: str, caret: int) -> Transition:
        self.value, self.caret = text, max(0, min(len(text), caret))
        self.invalidate()
        return (self.on_change(text) or STAY) if self.on_change else STAY

    def on_key(self, key: Key) -> Transition | None:
        if key.name == "ENTER" and (self.rows == 1 or key.ctrl):
            return (self.on_submit(self.value) or STAY) if self.on_submit else None
        if key.name == "BACKSPACE" and self.caret:
            return self._write(self.value[: self.caret - 1] + self.value[self.caret :], self.caret - 1)
        if key.name == "DELETE":
            return self._write(self.value[: self.caret] + self.value[self.caret + 1 :], self.caret)
        if key.name in ("LEFT", "RIGHT", "HOME", "END"):
            return self._move(key.name)
        return STAY if self._types(key) else None

    def _types(self, key: Key) -> bool:
        """Whether the key also comes as typed text, so that nobody else may take it."""
        return key.plain and (len(key.name) == 1 or key.name == "SPACE")

    def _move(self, name: str) -> Transition:
        places = {"LEFT": self.caret - 1, "RIGHT": self.caret + 1, "HOME": 0, "END": len(self.value)}
        return self._write(self.value, places[name])

    # ---- measures and drawing

    def height_for(self, width: int, theme: Theme) -> int:
        return theme.type.block_height(CONTROL, self.rows) + theme.px(14)

    def width_for(self, theme: Theme) -> int:
        return theme.text_px(240)

    def _broken(self, text: str, room: float) -> list[str]:
        """The text in lines that fit, broken at spaces where there are any; joined they give the text again."""
        found, start = [], 0
        while start < len(text):
            end = start + 1
            while end < len(text) and self.theme.type.width(text[start : end + 1], CONTROL) <= room:
                end += 1
            space = text.rfind(" ", start, end) + 1
            end = space if end < len(text) and space > start else end
            found.append(text[start:end])
            start = end
        return found or [""]

    def _caret_place(self, broken: list[str]) -> tuple[int, int]:
        left = self.caret
        for number, line in enumerate(broken):
            if left <= len(line) and (left < len(line) or number == len(broken) - 1):
                return number, left
            left -= len(line)
        return len(broken) - 1, len(broken[-1])

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        pygame.draw.rect(surface, SHEET, rect)
        pygame.draw.rect(surface, INK, rect, theme.stroke(2 if self.hovered else 1))
        left, room = rect.x + theme.px(10), rect.w - theme.px(24)
        if not self.value and not self.focused:
            theme.type.draw(surface, self.placeholder, (left, self._baseline(0)), CONTROL, UMBER)
            return
        broken = self._broken(self.value, room)
        row, column = self._caret_place(broken)
        first = max(0, row - self.rows + 1)
        for number, line in enumerate(broken[first : first + self.rows]):
            theme.type.draw(surface, line, (left, self._baseline(number)), CONTROL, INK)
        if self.focused:
            x = left + theme.type.width(broken[row][:column], CONTROL)
            baseline = self._baseline(row - first)
            lines.vertical(
                surface, x, baseline - theme.text_px(14), baseline + theme.text_px(4), INK, theme.stroke(1.5)
            )

    def _baseline(self, row: int) -> int:
        setter = self.theme.type
        return self.rect.y + self.theme.px(7) + setter.baseline(CONTROL) + row * setter.leading(CONTROL)
