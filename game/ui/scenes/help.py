"""Help: what black and red mean, what a season is, and the keys."""

from __future__ import annotations

from typing import ClassVar, Final, Literal, get_args

from pygame import Rect, Surface

from game.ui import lines, marks
from game.ui.keys import Key
from game.ui.markup import parse
from game.ui.palette import AXIS, INK
from game.ui.paragraph import Setting, set_words
from game.ui.scenes.page import PageScene, Part
from game.ui.session import Session
from game.ui.theme import CONTROL, DOCUMENT, SECONDARY, Theme
from game.ui.transition import Transition
from game.ui.widgets.base import Widget
from game.ui.widgets.page import PageHead
from game.ui.widgets.text import Paragraph, Space

Mark = Literal["known", "exact", "filed", "agree", "considered"]
GAPS: Final = {"inks": 8, "seasons": 10, "keys": 4}
KEYS: Final = (
    *("tab", "arrows", "shift-arrows", "enter", "digits", "folders", "close", "undo"),
    *("question", "a", "esc", "pages", "f1", "size", "f11"),
)
"""The keys that work on every screen, by text id."""


class Beside(Widget):
    """A drawn thing in a column at the left, and words beside it."""

    column: ClassVar[float] = 120

    def _lead(self, theme: Theme) -> int:
        return theme.px(self.column)

    def _words(self) -> str:
        return self.label

    def _setting(self, width: int, theme: Theme) -> Setting:
        return set_words(parse(self._words()), width - self._lead(theme), CONTROL, theme.type)

    def height_for(self, width: int, theme: Theme) -> int:
        return max(self._setting(width, theme).height, theme.text_px(20)) + theme.px(6)

    def paint(self, surface: Surface) -> None:
        at = self.rect.x + self._lead(self.theme), self.rect.y + self.theme.px(3)
        self._setting(self.rect.w, self.theme).draw(surface, at, INK)
        middle = self.rect.y + self.theme.px(3) + self.theme.type.line_height(CONTROL) // 2
        self.paint_thing(surface, middle)

    def paint_thing(self, surface: Surface, middle: int) -> None:
        """Draw what the words speak of, about a height."""


class InkRow(Beside):
    """A mark as it stands on every chart, and what it means."""

    role: ClassVar[str] = "listitem"

    def __init__(self, mark: Mark, words: str) -> None:
        super().__init__(words)
        self.mark = mark

    def paint_thing(self, surface: Surface, middle: int) -> None:
        theme, left = self.theme, self.rect.x
        lines.horizontal(surface, left, left + theme.px(100), middle, AXIS, theme.stroke())
        low, high = left + theme.px(30), left + theme.px(66)
        if self.mark in ("known", "agree"):
            marks.known_bar(surface, low, high, middle, theme)
        if self.mark == "exact":
            marks.known_bar(surface, low, low, middle, theme)
        if self.mark in ("filed", "agree"):
            marks.filed_stamp(surface, left + theme.px(48 if self.mark == "agree" else 80), middle, theme)
        if self.mark == "considered":
            marks.considered_stamp(surface, left + theme.px(80), middle, theme)


class KeyRow(Beside):
    """A keycap and what the key does."""

    role: ClassVar[str] = "listitem"
    column: ClassVar[float] = 110

    def __init__(self, keycap: str, does: str) -> None:
        super().__init__(keycap, does)

    def _lead(self, theme: Theme) -> int:
        return max(super()._lead(theme), theme.text_px(96))

    def _words(self) -> str:
        return self.value

    def paint_thing(self, surface: Surface, middle: int) -> None:
        marks.keycap(surface, self.rect.x, middle + self.theme.text_px(5), self.label, self.theme)


class HelpScene(PageScene):
    """One page, always one key away."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.title = self.texts("help.title")

    def head(self) -> PageHead:
        return PageHead(self.title, han=self.texts("help.han"), pinyin=self.texts("help.pinyin"))

    def remark(self) -> str:
        return self.texts("help.keys-note")

    def on_key(self, key: Key) -> Transition | None:
        return self.leave() if key.name == "F1" else super().on_key(key)

    def body(self, room: Rect, theme: Theme) -> list[Widget]:
        contents = {"inks": self._inks(), "seasons": self._seasons(), "keys": self._keys()}
        parts = [
            Part(name, self.texts(f"help.{name}"), content, self.texts(f"help.{name}-han"), gap=GAPS[name])
            for name, content in contents.items()
        ]
        return self.panels(parts, room, theme)

    def _inks(self) -> list[Widget]:
        rows = [InkRow(mark, self.texts(f"help.{mark}")) for mark in get_args(Mark)]
        return [
            Paragraph(self.texts("help.inks-text"), DOCUMENT),
            Space(4),
            *rows,
            Space(4),
            Paragraph(self.texts("help.band"), SECONDARY),
        ]

    def _seasons(self) -> list[Widget]:
        names = ("seasons-text", "undo", "certain", "nothing")
        return [Paragraph(self.texts(f"help.{name}"), DOCUMENT) for name in names]

    def _keys(self) -> list[Widget]:
        return [KeyRow(self.texts(f"help.key.{key}"), self.texts(f"help.key.{key}-does")) for key in KEYS]
