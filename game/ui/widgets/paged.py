"""Long lists on pages: nothing scrolls; Page Up and Page Down turn, and so do the arrows at a page's edge."""

from collections.abc import Callable, Sequence
from typing import ClassVar, Unpack

from pygame import Rect, Surface

from game.ui import marks
from game.ui.keys import Key
from game.ui.palette import UMBER
from game.ui.theme import LABEL, Theme
from game.ui.transition import STAY, Transition
from game.ui.widgets.base import Common, Mouse, Widget
from game.ui.widgets.boxes import Box

PageLabel = Callable[[int, int], str]
"""Words for a page and the number of pages: (2, 3) -> "Leaf 2 of 3"."""


def no_label(page: int, pages: int) -> str:
    """Figures only, where no words were given."""
    return f"{page}/{pages}"


class PagedList(Box):
    """Items one below another; what does not fit is on the next page. One stop of the Tab key."""

    role: ClassVar[str] = "list"

    def __init__(
        self,
        items: Sequence[Widget],
        gap: float = 10,
        *,
        page_label: PageLabel = no_label,
        label: str = "",
        **common: Unpack[Common],
    ) -> None:
        super().__init__(items, label=label, part=True, **common)
        self.gap, self.page_label = gap, page_label
        self.page = 0
        self._pages: list[list[Widget]] = []

    # ---- pages

    def _head_height(self, width: int, theme: Theme) -> int:
        return 0

    def _foot_height(self, theme: Theme) -> int:
        return theme.type.line_height(LABEL) + theme.px(6)

    def height_for(self, width: int, theme: Theme) -> int:
        """The height of all items on one page."""
        items = [child.height_for(width, theme) for child in self.children]
        return self._head_height(width, theme) + sum(items) + theme.px(self.gap) * max(0, len(items) - 1)

    def arrange(self) -> None:
        theme, room = self.theme, self.rect.h - self._head_height(self.rect.w, self.theme)
        if self.height_for(self.rect.w, theme) <= self.rect.h:
            self._pages = [list(self.children)]
        else:
            self._pages = self._fill_pages(room - self._foot_height(theme))
        self.turn_to(min(self.page, len(self._pages) - 1))

    def _fill_pages(self, room: int) -> list[list[Widget]]:
        pages: list[list[Widget]] = [[]]
        reach, gap = 0, self.theme.px(self.gap)
        for child in self.children:
            height = child.height_for(self.rect.w, self.theme)
            if pages[-1] and reach + height > room:
                pages.append([])
                reach = 0
            pages[-1].append(child)
            reach += height + gap
        return pages

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def turn_to(self, page: int) -> None:
        """Show a page."""
        self.page = page
        y = self.rect.y + self._head_height(self.rect.w, self.theme)
        shown = self._pages[page] if self._pages else []
        for child in self.children:
            child.visible = child in shown
        for child in shown:
            height = child.height_for(self.rect.w, self.theme)
            child.layout(Rect(self.rect.x, y, self.rect.w, height), self.theme)
            y += height + self.theme.px(self.gap)
        self.invalidate()

    def show(self, item: Widget) -> None:
        """Turn to the page that holds an item."""
        for page, items in enumerate(self._pages):
            if item in items and page != self.page:
                self.turn_to(page)

    # ---- keys and mouse

    def on_key(self, key: Key) -> Transition | None:
        step = {"PAGEUP": -1, "PAGEDOWN": 1}.get(key.name, 0)
        if not step or not 0 <= self.page + step < self.pages:
            return super().on_key(key)
        self.turn_to(self.page + step)
        return STAY

    def on_mouse(self, mouse: Mouse) -> Transition | None:
        if mouse.kind != "wheel" or not 0 <= self.page - mouse.wheel < self.pages:
            return None
        self.turn_to(self.page - mouse.wheel)
        return STAY

    def takes_mouse(self) -> bool:
        return True

    def neighbour(self, current: Widget, key: Key) -> Widget | None:
        items = [child for child in self.children if child.focusable and child.enabled]
        step = {"UP": -1, "DOWN": 1}.get(key.name, 0)
        if current not in items:
            return super().neighbour(current, key)
        place = items.index(current) + step
        if not step or not 0 <= place < len(items):
            return super().neighbour(current, key) if not step else None
        self.show(items[place])
        return items[place]

    def paint(self, surface: Surface) -> None:
        if self.pages < 2:
            return
        theme = self.theme
        baseline = self.rect.bottom - theme.text_px(5)
        text = self.page_label(self.page + 1, self.pages)
        width = theme.type.draw(surface, text, (self.rect.right, baseline), LABEL, UMBER, "right")
        radius, x = theme.text_px(4), self.rect.right - width - theme.text_px(10)
        for direction, possible in (("down", self.page + 1 < self.pages), ("up", self.page > 0)):
            if possible:
                marks.triangle(surface, x, baseline - radius, radius, UMBER, "down" if direction == "down" else "up")
                x -= theme.text_px(12)
