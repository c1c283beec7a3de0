"""Small parts of the desk: a framed sheet, the season's head, the edge of the table, an office's scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, Final

from pygame import Rect, Surface

from game.ui import lines, marks, paper, rects
from game.ui.palette import DESK, INK, PAPER, SHEET, UMBER, Colour
from game.ui.theme import CONTROL_BOLD, HAN_SECONDARY, LABEL, SEASON, TITLE, Theme
from game.ui.transition import STAY, Action, Transition
from game.ui.type import TextStyle
from game.ui.widgets.base import Mouse, Widget
from game.ui.widgets.boxes import Box, Veil
from game.ui.widgets.button import KeyHint, Pressable
from game.ui.widgets.desk import standing_room
from game.ui.widgets.leaves import Pages
from game.ui.widgets.paged import PagedList

FRAME_MARGIN: Final = (18, 11)
"""At the sides, and above and below, design pixels."""
SIZES: Final = tuple(TextStyle("roman-bold", size, 48) for size in (40, 38, 36, 34, 32, 30))
"""How large a season may be written, the largest first."""


class Framed(Box):
    """A sheet with something above, something below, and a body that takes all the room between."""

    role: ClassVar[str] = "region"

    def __init__(
        self, label: str, body: Widget, head: Widget | None = None, foot: Widget | None = None, *,
        colour: Colour = PAPER, margin: tuple[float, float] = FRAME_MARGIN, gap: float = 6, sheet: bool = True,
        key: str = "",
    ) -> None:  # fmt: skip
        super().__init__([part for part in (head, body, foot) if part is not None], label=label, key=key)
        self.head, self.body, self.foot = head, body, foot
        self.colour, self.margin, self.gap, self.sheet = colour, margin, gap, sheet

    def _margins(self, theme: Theme) -> tuple[int, int]:
        sides, ends = self.margin if self.sheet else (0, 0)
        return theme.px(sides), theme.px(ends)

    def height_for(self, width: int, theme: Theme) -> int:
        sides, ends = self._margins(theme)
        inside = width - 2 * sides
        parts = [part.height_for(inside, theme) for part in self.children]
        return sum(parts) + theme.px(self.gap) * (len(parts) - 1) + 2 * ends

    def arrange(self) -> None:
        theme, gap = self.theme, self.theme.px(self.gap)
        room = rects.inset(self.rect, *self._margins(theme))
        if self.head is not None:
            top, room = rects.split_top(room, self.head.height_for(room.w, theme), gap)
            self.head.layout(top, theme)
        if self.foot is not None:
            room, bottom = rects.split_bottom(room, self.foot.height_for(room.w, theme), gap)
            self.foot.layout(bottom, theme)
        self.body.layout(room, theme)

    def paint(self, surface: Surface) -> None:
        if self.sheet:
            paper.sheet(surface, self.rect, self.theme, self.colour)


class SeasonHead(Box):
    """The season in large letters, in characters below with its number, two keys at the right, and a rule."""

    role: ClassVar[str] = "heading"

    def __init__(self, season: str, han: str, turn: str, hints: Sequence[KeyHint]) -> None:
        super().__init__(hints, label=season)
        self.value, self.han, self.turn = turn, han, turn

    def _style(self, width: int, theme: Theme) -> TextStyle:
        """The largest letters that leave the keys their room."""
        room = width - self._hints_width(theme) - theme.px(10)
        fitting = (style for style in SIZES if theme.type.width(self.label, style) <= room)
        return TITLE if theme.large else next(fitting, TITLE)

    def _hints_width(self, theme: Theme) -> int:
        return max((hint.width_for(theme) for hint in self.children), default=0)

    def height_for(self, width: int, theme: Theme) -> int:
        first = theme.type.line_height(TITLE if theme.large else SEASON)
        return first + theme.type.line_height(HAN_SECONDARY) + theme.px(10)

    def arrange(self) -> None:
        theme = self.theme
        y, width = self.rect.y + theme.px(8), self._hints_width(theme)
        for hint in self.children:
            height = hint.height_for(width, theme)
            hint.layout(Rect(self.rect.right - width, y, width, height), theme)
            y += height + theme.px(4)

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        top = TITLE if theme.large else SEASON
        at = rect.x - theme.px(1), rect.y + theme.type.baseline(top)
        theme.type.draw(surface, self.label, at, self._style(rect.w, theme), INK)
        baseline = rect.y + theme.type.line_height(top) + theme.type.baseline(HAN_SECONDARY)
        x = rect.x + theme.type.draw(surface, self.han, (rect.x, baseline), HAN_SECONDARY, INK)
        theme.type.draw(surface, self.turn, (x + theme.text_px(14), baseline), LABEL, UMBER)
        lines.horizontal(surface, rect.x, rect.right, rect.bottom - 1, UMBER, theme.stroke())


class DeskEdge(Widget):
    """The dark wood in front of the papers."""

    role: ClassVar[str] = "separator"

    def paint(self, surface: Surface) -> None:
        paper.fill(surface, self.rect, self.theme, DESK)
        lines.horizontal(surface, self.rect.left, self.rect.right, self.rect.top, INK, self.theme.stroke(2))


class Upright(Widget):
    """An upright rule between parts of a page."""

    role: ClassVar[str] = "separator"

    def __init__(self, colour: Colour) -> None:
        super().__init__()
        self._colour = colour

    def paint(self, surface: Surface) -> None:
        lines.vertical(
            surface, self.rect.x, self.rect.top, self.rect.bottom, self._colour, self.theme.stroke()
        )


class ScaleHead(Widget):
    """The heads over the lines of superiors: the two ends of the scale, and what stands at the right."""

    role: ClassVar[str] = "columnheader"

    def __init__(self, low: str, high: str, right: str) -> None:
        super().__init__(f"{low}, {high}, {right}")
        self._words = low, high, right

    def height_for(self, width: int, theme: Theme) -> int:
        return theme.type.line_height(LABEL)

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        baseline = rect.y + theme.type.baseline(LABEL)
        low, high, right = self._words
        left = rect.x + max(theme.px(150), theme.text_px(150))
        edge = rect.right - standing_room(right, theme)
        drawn = theme.type.draw(surface, low, (left, baseline), LABEL, UMBER)
        if left + drawn + theme.px(8) + theme.type.width(high, LABEL) <= edge:
            theme.type.draw(surface, high, (edge, baseline), LABEL, UMBER, "right")
        theme.type.draw(surface, right, (rect.right, baseline), LABEL, UMBER, "right")


class Selector(Pressable):
    """What is chosen, its characters, and a small triangle: a press opens the list."""

    role: ClassVar[str] = "combobox"

    def __init__(
        self, label: str, action: Action, *, han: str = "", description: str = "", key: str = ""
    ) -> None:
        super().__init__(label, action, key=key, description=description)
        self.han = han

    def height_for(self, width: int, theme: Theme) -> int:
        return theme.text_px(26)

    def width_for(self, theme: Theme) -> int:
        words = theme.type.width(self.label, CONTROL_BOLD) + theme.type.width(self.han, LABEL)
        return round(words) + theme.text_px(30)

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        baseline = rect.centery + theme.text_px(5)
        if self.hovered:
            paper.fill(surface, rect, theme, SHEET)
        x = (
            rect.x
            + theme.type.draw(surface, self.label, (rect.x, baseline), CONTROL_BOLD, INK)
            + theme.text_px(8)
        )
        if x + theme.type.width(self.han, LABEL) + theme.text_px(16) <= rect.right:
            x += theme.type.draw(surface, self.han, (x, baseline), LABEL, UMBER) + theme.text_px(10)
        marks.triangle(
            surface, x + theme.text_px(4), baseline - theme.text_px(5), theme.text_px(5), INK, "down"
        )


def reveal(root: Widget, key: str) -> None:
    """Turn long lists to the page on which the widget with a key stands."""
    for widget in _everything(root):
        if widget.key == key:
            for around in widget.ancestors():
                if isinstance(around, PagedList):
                    around.show(widget)


def _everything(root: Widget) -> Iterator[Widget]:
    """A widget and all below it, hidden ones too."""
    yield root
    for child in root.children:
        yield from _everything(child)


def keep_leaf(pages: Pages, leaves: dict[str, int], name: str) -> Pages:
    """Leaves that open where they were left, although the scene was laid out anew."""

    def turned(leaf: int) -> Transition:
        leaves[name] = leaf
        return STAY

    pages.page, pages.on_turn = leaves.get(name, 0), turned
    return pages


class Around(Veil):
    """The root of something small over the desk: a click beside it puts it away."""

    def __init__(self, label: str, inside: Widget, leave: Action) -> None:
        super().__init__([inside], label=label)
        self._leave = leave

    def takes_mouse(self) -> bool:
        return True

    def on_mouse(self, mouse: Mouse) -> Transition | None:
        return self._leave() if mouse.kind == "release" else None
