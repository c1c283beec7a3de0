"""Leaves: content too long for one sheet, broken between its parts. Nothing scrolls a document."""

from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import ClassVar, Unpack

from pygame import Rect, Surface

from game.ui import lines, marks, rects
from game.ui.keys import Key
from game.ui.palette import INK
from game.ui.theme import LABEL, LABEL_BOLD, Theme
from game.ui.transition import STAY, Transition
from game.ui.widgets.base import Common, Mouse, Widget
from game.ui.widgets.boxes import Box
from game.ui.widgets.paged import PageLabel, no_label
from game.ui.widgets.text import Heading, Paragraph


class Pages(Box):
    """Leaves: content too long for one sheet, broken between its parts, with a foot that says where one is.

    `last` begins a leaf of its own; `hints` stand below it where there is room. The words are all the scene's: the
    leaf's label, and those beside the two keycaps.
    """

    role: ClassVar[str] = "document"

    def __init__(
        self,
        content: Sequence[Widget],
        *,
        page_label: PageLabel = no_label,
        back: str = "",
        forward: str = "",
        keycaps: tuple[str, str] = ("PgUp", "PgDn"),
        gap: float = 10,
        note: str = "",
        last: Sequence[Widget] = (),
        hints: Sequence[Widget] = (),
        on_turn: Callable[[int], Transition | None] | None = None,
        label: str = "",
        **common: Unpack[Common],
    ) -> None:
        super().__init__((), label=label, part=True, **common)
        self.content, self.last, self.hints = list(content), list(last), list(hints)
        self.page_label, self.back, self.forward, self.keycaps, self.note = page_label, back, forward, keycaps, note
        self.gap, self.on_turn = gap, on_turn
        self.page = 0
        self.leaves: list[list[Widget]] = []
        self._buttons: list[_Turner] = []

    # ---- breaking

    def height_for(self, width: int, theme: Theme) -> int:
        """The height of everything on a single leaf."""
        return self._stack_height([*self.content, *self.last], width, theme)

    def _stack_height(self, widgets: Sequence[Widget], width: int, theme: Theme) -> int:
        heights = [widget.height_for(width, theme) for widget in widgets]
        return sum(heights) + theme.px(self.gap) * max(0, len(heights) - 1)

    def _foot_height(self, theme: Theme) -> int:
        return theme.type.line_height(LABEL) + theme.px(22)

    def arrange(self) -> None:
        theme, width, room = self.theme, self.rect.w, self.rect.h
        if self.height_for(width, theme) <= room:
            self.leaves = [[*self.content, *self.last]]
        else:
            room -= self._foot_height(theme)
            self.leaves = break_leaves(self.content, width, room, theme, self.gap)
            if self.last:
                self.leaves += break_leaves(self.last, width, room, theme, self.gap)
        if self.hints and self._stack_height([*self.leaves[-1], *self.hints], width, theme) <= room:
            self.leaves[-1] += self.hints
        self.turn_to(min(self.page, len(self.leaves) - 1))

    def turn_to(self, page: int) -> None:
        """Show a leaf."""
        self.page = max(0, page)
        self.children.clear()
        y = self.rect.y
        for widget in self.leaves[self.page] if self.leaves else []:
            self.adopt(widget)
            height = widget.height_for(self.rect.w, self.theme)
            widget.layout(Rect(self.rect.x, y, self.rect.w, height), self.theme)
            y += height + self.theme.px(self.gap)
        if len(self.leaves) > 1:
            self._place_turners()
        self.invalidate()

    def _place_turners(self) -> None:
        _, foot = rects.split_bottom(self.rect, self._foot_height(self.theme))
        thirds = rects.columns(rects.inset(foot, 0, self.theme.px(8)), [1, 1, 1])
        back, forward = _Turner(self, -1, self.back, self.keycaps[0]), _Turner(self, 1, self.forward, self.keycaps[1])
        if self.page > 0:
            self.adopt(back.layout(thirds[1], self.theme))
        if self.page + 1 < len(self.leaves):
            self.adopt(forward.layout(thirds[2], self.theme))

    def entry(self) -> Widget | None:
        """What is on the leaf, then the way on, then the way back."""
        turners = [child for child in self.children if isinstance(child, _Turner)]
        rest = [stop for stop in self.stops() if stop not in turners]
        return next(iter([*rest, *reversed(turners)]), None)

    def turn(self, step: int) -> Transition | None:
        """Turn a leaf back or forward; None at the ends."""
        if not 0 <= self.page + step < len(self.leaves):
            return None
        self.turn_to(self.page + step)
        return (self.on_turn(self.page) or STAY) if self.on_turn else STAY

    def on_key(self, key: Key) -> Transition | None:
        step = {"PAGEUP": -1, "PAGEDOWN": 1}.get(key.name, 0)
        return self.turn(step) if step else super().on_key(key)

    def on_mouse(self, mouse: Mouse) -> Transition | None:
        return self.turn(-mouse.wheel) if mouse.kind == "wheel" else None

    def takes_mouse(self) -> bool:
        return True

    def paint(self, surface: Surface) -> None:
        if len(self.leaves) < 2:
            return
        theme = self.theme
        top = self.rect.bottom - self._foot_height(theme)
        lines.horizontal(surface, self.rect.left, self.rect.right, top + theme.px(4), INK, theme.stroke())
        baseline = self.rect.bottom - theme.text_px(6)
        text = self.page_label(self.page + 1, len(self.leaves))
        theme.type.draw(surface, text, (self.rect.left, baseline), LABEL_BOLD, INK)


class _Turner(Widget):
    """The keycap that turns a leaf; a click does the same."""

    role: ClassVar[str] = "button"

    def __init__(self, pages: Pages, step: int, label: str, keycap: str) -> None:
        accelerator = "PAGEUP" if step < 0 else "PAGEDOWN"
        super().__init__(label or keycap, keycap, focusable=True, key=f"turn:{step}", accelerator=accelerator)
        self._pages, self._step, self._words, self._keycap = pages, step, label, keycap

    def activate(self) -> Transition | None:
        return self._pages.turn(self._step)

    def on_accelerator(self) -> Transition | None:
        return self.activate()

    def paint(self, surface: Surface) -> None:
        theme = self.theme
        baseline = self.rect.bottom - theme.text_px(4)
        words = theme.type.width(self._words, LABEL) if self._words else 0
        width = marks.keycap_width(self._keycap, theme) + theme.text_px(7) + words
        x = self.rect.x if self._step < 0 else self.rect.right - width
        marks.keycap(surface, x, baseline, self._keycap, theme)
        theme.type.draw(surface, self._words, (x + width - words, baseline), LABEL, INK)


def break_leaves(content: Sequence[Widget], width: int, height: int, theme: Theme, gap: float) -> list[list[Widget]]:
    """Content on leaves of some height, broken between its parts; a paragraph only if longer than a leaf."""
    leaves: list[list[Widget]] = [[]]
    reach, waiting = 0, list(content)
    while waiting:
        widget = waiting.pop(0)
        own = widget.height_for(width, theme)
        if reach + own <= height or (not leaves[-1] and own <= height):
            leaves[-1].append(widget)
            reach += own + theme.px(gap)
        elif own > height and isinstance(widget, Paragraph):
            reach = _break_inside(widget, leaves, waiting, Rect(0, reach, width, height), theme)
        else:
            leaves.append([*_headings_at_end(leaves[-1]), widget])
            heights = [each.height_for(width, theme) for each in leaves[-1]]
            reach = sum(heights) + theme.px(gap) * len(heights)
    return [leaf for leaf in leaves if leaf]


def _headings_at_end(leaf: list[Widget]) -> list[Widget]:
    """Take headings away from the end of a leaf, since what they head is on the next; none if nothing else is on it."""
    heads = list(takewhile(lambda widget: isinstance(widget, Heading), reversed(leaf)))
    if len(heads) == len(leaf):
        return []
    del leaf[len(leaf) - len(heads) :]
    return heads[::-1]


def _break_inside(
    paragraph: Paragraph, leaves: list[list[Widget]], waiting: list[Widget], room: Rect, theme: Theme
) -> int:
    """Break a paragraph that is longer than a leaf; returns how far the last leaf is filled, pixels."""
    parts = paragraph.broken(room.w, room.h - room.y, theme)
    if parts is None and leaves[-1]:
        leaves.append([])
        waiting.insert(0, paragraph)
        return 0
    if parts is None:
        leaves[-1].append(paragraph)
        return room.h
    leaves[-1].append(parts[0])
    leaves.append([])
    waiting.insert(0, parts[1])
    return 0
