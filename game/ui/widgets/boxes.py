"""Boxes that hold widgets: columns, rows, flows, panels and the ground of a scene."""

from collections.abc import Sequence
from typing import ClassVar, Unpack

from pygame import Rect, Surface

from game.ui import paper, rects
from game.ui.palette import PAPER, WALL, Colour
from game.ui.theme import Theme
from game.ui.widgets.base import Common, Widget


class Box(Widget):
    """A plain group. `part` makes it one stop of the Tab key with arrows inside."""

    def __init__(
        self, children: Sequence[Widget] = (), *, label: str = "", part: bool = False, **common: Unpack[Common]
    ) -> None:
        super().__init__(label, children=children, **common)
        self.part = part


class Column(Box):
    """Children one below another, each as high as it needs; `gap` in design pixels."""

    def __init__(
        self,
        children: Sequence[Widget] = (),
        gap: float = 8,
        *,
        label: str = "",
        part: bool = False,
        **common: Unpack[Common],
    ) -> None:
        super().__init__(children, label=label, part=part, **common)
        self.gap = gap

    def height_for(self, width: int, theme: Theme) -> int:
        shown = [child for child in self.children if child.visible]
        return sum(child.height_for(width, theme) for child in shown) + theme.px(self.gap) * max(0, len(shown) - 1)

    def arrange(self) -> None:
        y = self.rect.y
        for child in self.children:
            if child.visible:
                height = child.height_for(self.rect.w, self.theme)
                child.layout(Rect(self.rect.x, y, self.rect.w, height), self.theme)
                y += height + self.theme.px(self.gap)


class Row(Box):
    """Children side by side by shares of the width; where text is large it can become a column."""

    def __init__(
        self,
        children: Sequence[Widget] = (),
        shares: Sequence[float] = (),
        gap: float = 16,
        stack_when_large: bool = False,
        *,
        label: str = "",
        part: bool = False,
        **common: Unpack[Common],
    ) -> None:
        super().__init__(children, label=label, part=part, **common)
        self.shares = tuple(shares) or (1.0,) * len(children)
        self.gap, self.stack_when_large = gap, stack_when_large

    def _stacked(self, theme: Theme) -> bool:
        return self.stack_when_large and theme.large

    def _cells(self, rect: Rect, theme: Theme) -> list[Rect]:
        return rects.columns(rect, self.shares, theme.px(self.gap))

    def height_for(self, width: int, theme: Theme) -> int:
        gap = theme.px(self.gap)
        if self._stacked(theme):
            return sum(child.height_for(width, theme) for child in self.children) + gap * (len(self.children) - 1)
        cells = self._cells(Rect(0, 0, width, 0), theme)
        return max(
            (child.height_for(cell.w, theme) for child, cell in zip(self.children, cells, strict=True)), default=0
        )

    def width_for(self, theme: Theme) -> int:
        return sum(child.width_for(theme) for child in self.children) + theme.px(self.gap) * (len(self.children) - 1)

    def arrange(self) -> None:
        if self._stacked(self.theme):
            y = self.rect.y
            for child in self.children:
                height = child.height_for(self.rect.w, self.theme)
                child.layout(Rect(self.rect.x, y, self.rect.w, height), self.theme)
                y += height + self.theme.px(self.gap)
            return
        for child, cell in zip(self.children, self._cells(self.rect, self.theme), strict=True):
            child.layout(cell, self.theme)


class Flow(Box):
    """Children at the width they like, side by side, going on in the next line where the width ends."""

    def __init__(
        self,
        children: Sequence[Widget] = (),
        gap: float = 14,
        align_right: bool = False,
        *,
        label: str = "",
        part: bool = False,
        **common: Unpack[Common],
    ) -> None:
        super().__init__(children, label=label, part=part, **common)
        self.gap, self.align_right = gap, align_right

    def _lines(self, width: int, theme: Theme) -> list[list[tuple[Widget, int]]]:
        found: list[list[tuple[Widget, int]]] = []
        gap, reach = theme.px(self.gap), 0
        for child in (each for each in self.children if each.visible):
            own = min(width, child.width_for(theme))
            if not found or reach + gap + own > width:
                found.append([])
                reach = -gap
            found[-1].append((child, own))
            reach += gap + own
        return found

    def height_for(self, width: int, theme: Theme) -> int:
        heights = [max(child.height_for(own, theme) for child, own in line) for line in self._lines(width, theme)]
        return sum(heights) + theme.px(self.gap) * max(0, len(heights) - 1)

    def width_for(self, theme: Theme) -> int:
        return sum(child.width_for(theme) for child in self.children) + theme.px(self.gap) * max(
            0, len(self.children) - 1
        )

    def arrange(self) -> None:
        y, gap = self.rect.y, self.theme.px(self.gap)
        for line in self._lines(self.rect.w, self.theme):
            height = max(child.height_for(own, self.theme) for child, own in line)
            used = sum(own for _, own in line) + gap * (len(line) - 1)
            x = self.rect.right - used if self.align_right else self.rect.x
            for child, own in line:
                child.layout(Rect(x, y, own, height), self.theme)
                x += own + gap
            y += height + gap


class Panel(Box):
    """A sheet with an edge and a flat shadow; its children stand one below another inside the margin."""

    role: ClassVar[str] = "region"

    def __init__(
        self,
        children: Sequence[Widget] = (),
        *,
        label: str = "",
        colour: Colour = PAPER,
        margin: float = 18,
        gap: float = 8,
        shadow: float = 4,
        part: bool = False,
        **common: Unpack[Common],
    ) -> None:
        super().__init__(children, label=label, part=part, **common)
        self.colour, self.margin, self.gap, self.shadow = colour, margin, gap, shadow

    def height_for(self, width: int, theme: Theme) -> int:
        margin = theme.px(self.margin)
        inside = [child.height_for(width - 2 * margin, theme) for child in self.children if child.visible]
        return sum(inside) + theme.px(self.gap) * max(0, len(inside) - 1) + 2 * margin

    def room(self, rect: Rect, theme: Theme) -> Rect:
        """The rectangle inside the margin."""
        return rects.inset(rect, theme.px(self.margin))

    def arrange(self) -> None:
        room = self.room(self.rect, self.theme)
        y = room.y
        for child in (each for each in self.children if each.visible):
            height = child.height_for(room.w, self.theme)
            child.layout(Rect(room.x, y, room.w, height), self.theme)
            y += height + self.theme.px(self.gap)

    def paint(self, surface: Surface) -> None:
        paper.sheet(surface, self.rect, self.theme, self.colour, self.shadow)


class Ground(Box):
    """The root of a scene: paper or wall to the window's edges. Its children keep the places they were given."""

    role: ClassVar[str] = "window"

    def __init__(
        self, children: Sequence[Widget] = (), *, label: str = "", colour: Colour = WALL, **common: Unpack[Common]
    ) -> None:
        super().__init__(children, label=label, **common)
        self.colour = colour

    def arrange(self) -> None:
        """Children are laid out by the scene."""

    def paint(self, surface: Surface) -> None:
        paper.fill(surface, self.rect, self.theme, self.colour)


class Veil(Box):
    """The root of an overlay: draws nothing itself. Its children keep the places they were given."""

    role: ClassVar[str] = "dialog"

    def arrange(self) -> None:
        """Children are laid out by the scene."""
