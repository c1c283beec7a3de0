"""A modal sheet: a heading, words, buttons at the foot."""

from collections.abc import Sequence
from typing import ClassVar, Final, Unpack

from pygame import Rect, Surface

from game.ui import lines, paper, rects
from game.ui.palette import INK, SHEET
from game.ui.theme import Theme
from game.ui.widgets.base import Common, Widget
from game.ui.widgets.boxes import Box, Column, Flow
from game.ui.widgets.text import Heading

WIDTH: Final = 520


class Dialog(Box):
    """Heading, content and a row of buttons. Give it a place with `centred`."""

    role: ClassVar[str] = "alertdialog"

    def __init__(
        self,
        title: str,
        content: Sequence[Widget],
        buttons: Sequence[Widget],
        *,
        han: str = "",
        note: str = "",
        **common: Unpack[Common],
    ) -> None:
        column = Column([Heading(title, han, note), *content], gap=10)
        self._content, self._buttons = column, Flow(buttons, gap=16, align_right=True)
        super().__init__([column, self._buttons], label=title, **common)

    def width_for(self, theme: Theme) -> int:
        return theme.px(WIDTH if not theme.large else WIDTH * 1.8)

    def _margin(self, theme: Theme) -> int:
        return theme.px(24)

    def height_for(self, width: int, theme: Theme) -> int:
        room = width - 2 * self._margin(theme)
        inside = self._content.height_for(room, theme) + self._buttons.height_for(room, theme)
        return inside + theme.px(24) + 2 * self._margin(theme)

    def centred(self, size: tuple[int, int], theme: Theme) -> "Dialog":
        """Lay it out in the middle of the window, a little above."""
        width = min(self.width_for(theme), size[0] - 2 * theme.px(24))
        height = min(self.height_for(width, theme), size[1] - 2 * theme.px(16))
        top = max(theme.px(16), round((size[1] - height) * 0.42))
        self.layout(Rect((size[0] - width) // 2, top, width, height), theme)
        return self

    def arrange(self) -> None:
        inside = rects.inset(self.rect, self._margin(self.theme))
        foot = self._buttons.height_for(inside.w, self.theme)
        room, place = rects.split_bottom(inside, foot, self.theme.px(16))
        self._content.layout(room, self.theme)
        self._buttons.layout(place, self.theme)

    def paint(self, surface: Surface) -> None:
        paper.card(surface, self.rect, self.theme)
        paper.sheet(surface, self.rect, self.theme, SHEET, shadow=0)
        lines.double_frame(surface, self.rect, INK, self.theme.scale)
