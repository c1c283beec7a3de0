"""Components on pages, in columns, for tests and for those who draw: one sees at once what a change did to each.

What is shown comes from outside, with its words.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain

from pygame import Rect

from game.ui import rects
from game.ui.keys import Key
from game.ui.palette import PAPER
from game.ui.scene import Scene
from game.ui.theme import Theme
from game.ui.transition import Refresh, Transition
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Ground

Placed = list[tuple[Widget, Rect]]


@dataclass(frozen=True, slots=True)
class Section:
    """Parts one below another, the first of them the heading; the gap is in design pixels."""

    parts: tuple[Widget, ...]
    gap: float = 8

    def heights(self, width: int, theme: Theme) -> list[int]:
        """The height of each part, pixels."""
        return [part.height_for(width, theme) for part in self.parts]


@dataclass(frozen=True, slots=True)
class Group:
    """Sections that share pages, in so many columns at 100 %; they are made anew for each layout."""

    columns: int
    sections: tuple[Callable[[], Section], ...]


class Gallery(Scene):
    """All components. Page Up and Page Down turn its pages."""

    def __init__(self, title: str, groups: Sequence[Group], page: int = 0) -> None:
        self.title, self.groups, self.page, self.pages = title, tuple(groups), page, 1

    def layout(self, theme: Theme, size: tuple[int, int]) -> Widget:
        room = rects.inset(Rect((0, 0), size), theme.px(40), theme.px(24))
        found = [page for group in self.groups for page in flow(group, room, theme)]
        self.pages = len(found)
        self.page = max(0, min(self.page, self.pages - 1))
        ground = Ground([widget for widget, _ in found[self.page]], label=self.title, colour=PAPER)
        for widget, place in found[self.page]:
            widget.layout(place, theme)
        return ground.layout(Rect((0, 0), size), theme)

    def on_key(self, key: Key) -> Transition | None:
        step = {"PAGEUP": -1, "PAGEDOWN": 1}.get(key.name, 0)
        if not step or not 0 <= self.page + step < self.pages:
            return None
        self.page += step
        return Refresh()


def flow(group: Group, room: Rect, theme: Theme) -> list[Placed]:
    """Sections down one column after another and on further pages; larger text means fewer columns."""
    across = max(1, int(group.columns / theme.text_scale))
    columns = rects.columns(room, [1] * across, theme.px(32))
    filled: list[Placed] = [[]]
    y = room.y
    for make in group.sections:
        section = make()
        heights, gap = section.heights(columns[0].w, theme), theme.px(section.gap)
        whole = sum(heights) + gap * (len(heights) - 1)
        for number, (part, height) in enumerate(zip(section.parts, heights, strict=True)):
            head = whole if whole <= room.h else sum(heights[:2]) + gap
            if y > room.y and y + (height if number else head) > room.bottom:
                filled.append([])
                y = room.y
            column = columns[(len(filled) - 1) % across]
            filled[-1].append((part, Rect(column.x, y, column.w, height)))
            y += height + gap
        y += theme.px(16)
    return [list(chain(*filled[first : first + across])) for first in range(0, len(filled), across)]
