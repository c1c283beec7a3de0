"""Picking one of several things from a list over the desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pygame import Rect

from game.ui.keys import Key
from game.ui.scene import Pop, Refresh, Scene, Transition
from game.ui.scenes.desk_parts import Around
from game.ui.theme import SUBHEADING, Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Panel
from game.ui.widgets.options import Option
from game.ui.widgets.text import Heading
from game.ui.widgets.toggle import RadioGroup


class ChooseScene(Scene):
    """A short list on a slip near the thing that it is about. Picking closes it; so does Esc, or a click beside it."""

    overlay = True
    dim = False

    def __init__(
        self, title: str, options: Sequence[Option], picked: str, on_pick: Callable[[str], Transition | None],
        place: Callable[[], Rect | None],
    ) -> None:  # fmt: skip
        self.title, self._options, self._picked = title, options, picked
        self._on_pick, self._place = on_pick, place
        self.first_focus = f"choose:{picked}"

    def layout(self, theme: Theme, size: tuple[int, int]) -> Widget:
        window, at = Rect((0, 0), size), self._place()
        group = RadioGroup(self._options, self._picked, self._pick, label=self.title, key="choose")
        panel = Panel([Heading(self.title, style=SUBHEADING, rule=False), group], margin=14, gap=6)
        width = min(theme.text_px(280), window.w - theme.px(32))
        height = min(panel.height_for(width, theme), window.h - theme.px(16))
        at = at or Rect(window.centerx - width // 2, window.centery + height // 2, width, 0)
        x = max(theme.px(8), min(at.left, window.w - width - theme.px(8)))
        panel.layout(Rect(x, max(theme.px(8), at.top - theme.px(8) - height), width, height), theme)
        return Around(self.title, panel, Pop).layout(window, theme)

    def _pick(self, key: str) -> Transition:
        return Pop(self._on_pick(key) or Refresh())

    def on_key(self, key: Key) -> Transition | None:
        return Pop() if key.name == "ESC" else None
