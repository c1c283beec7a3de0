"""What full pages share: a head, a foot that names the keys, and panels that become tabs where text is large."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pygame import Rect

from game.ui import rects
from game.ui.keys import Key
from game.ui.palette import PAPER
from game.ui.scene import Pop, Refresh, Scene, Transition
from game.ui.session import Session
from game.ui.theme import SUBHEADING, Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column, Ground
from game.ui.widgets.button import Button, KeyHint
from game.ui.widgets.document import Sheet
from game.ui.widgets.leaves import Pages
from game.ui.widgets.options import Option
from game.ui.widgets.page import PageFoot, PageHead
from game.ui.widgets.tabs import Tabs
from game.ui.widgets.text import Heading

MARGIN: Final = 24
TOP: Final = 14


@dataclass(frozen=True)
class Part:
    """A part of a page: a panel beside others, or behind a tab where text is large."""

    key: str
    heading: str
    content: Sequence[Widget]
    han: str = ""
    share: float = 1.0
    gap: float = 10


class PageScene(Scene):
    """A full page: a head, a foot that names the keys, and what a scene puts between. Esc goes back."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.texts = session.texts
        self.open_part = ""

    # ---- what a page says of itself

    def head(self) -> PageHead:
        """The head of the page."""
        raise NotImplementedError

    def hints(self) -> list[KeyHint]:
        """The keys that the foot names."""
        return [KeyHint("Esc", self.texts("page.back"), self.leave)]

    def remark(self) -> str:
        """What stands at the right of the foot."""
        return ""

    def body(self, room: Rect, theme: Theme) -> list[Widget]:
        """What stands between head and foot, laid out in the room."""
        raise NotImplementedError

    def primary(self) -> Button | None:
        """The button that leads on, at the right of the foot."""
        return None

    def leave(self) -> Transition | None:
        """Go back to where the player came from."""
        return Pop()

    # ---- the scene

    def layout(self, theme: Theme, size: tuple[int, int]) -> Widget:
        inside = rects.inset(Rect((0, 0), size), theme.px(MARGIN), theme.px(TOP))
        head, foot, button = self.head(), PageFoot(self.hints(), self.remark()), self.primary()
        top, rest = rects.split_top(inside, head.height_for(inside.w, theme), theme.px(10))
        own = button.height_for(inside.w, theme) + theme.px(10) if button else 0
        foot_height = max(foot.height_for(inside.w, theme), own)
        room, bottom = rects.split_bottom(rest, foot_height, theme.px(8))
        children = [head.layout(top, theme), *self.body(room, theme), foot.layout(bottom, theme)]
        if button is not None:
            width = button.width_for(theme)
            place = Rect(bottom.right - width, bottom.y + theme.px(10), width, own - theme.px(10))
            children.append(button.layout(place, theme))
        return Ground(children, label=self.title, colour=PAPER).layout(Rect((0, 0), size), theme)

    def on_key(self, key: Key) -> Transition | None:
        return self.leave() if key.name == "ESC" else None

    def headed(self, title: str, *content: Widget, gap: float = 8) -> Column:
        """Content under a small heading, kept together on a leaf."""
        return Column([Heading(title, style=SUBHEADING, rule=False), *content], gap=gap)

    # ---- panels

    def leaves(self, content: Sequence[Widget], gap: float = 10, *, form: bool = False) -> Pages:
        """Content on leaves; a form's fields are stops of the Tab key each for themselves."""
        pages = Pages(
            content,
            page_label=self.page_label,
            back=self.texts("page.leaf-back"),
            forward=self.texts("page.leaf-forward"),
            gap=gap,
        )
        pages.part = not form
        return pages

    def page_label(self, page: int, pages: int) -> str:
        """Words for a leaf and how many there are."""
        return self.texts("page.leaf", page=page, pages=pages)

    def panels(self, parts: Sequence[Part], room: Rect, theme: Theme) -> list[Widget]:
        """Panels side by side; where text is large or they do not fit, one at a time behind tabs."""
        cells = rects.columns(room, [part.share for part in parts], theme.px(16))
        panels = [self._panel(part) for part in parts]
        needed = max(panel.height_for(cell.w, theme) for panel, cell in zip(panels, cells, strict=True))
        if theme.large or needed > room.h:
            return self._tabbed(parts, room, theme)
        for panel, cell in zip(panels, cells, strict=True):
            panel.layout(Rect(cell.x, cell.y, cell.w, min(cell.h, needed)), theme)
        return list(panels)

    def _tabbed(self, parts: Sequence[Part], room: Rect, theme: Theme) -> list[Widget]:
        shown = next((part for part in parts if part.key == self.open_part), parts[0])
        options = [Option(part.key, part.heading, part.han) for part in parts]
        tabs = Tabs(options, shown.key, self._open_part, label=self.title)
        top, rest = rects.split_top(room, tabs.height_for(room.w, theme))
        return [tabs.layout(top, theme), self._panel(shown, headed=False).layout(rest, theme)]

    def _open_part(self, key: str) -> Transition:
        self.open_part = key
        return Refresh()

    def _panel(self, part: Part, headed: bool = True) -> Sheet:
        head: list[Widget] = [Heading(part.heading, part.han)] if headed else []
        return Sheet(self.leaves([*head, *part.content], part.gap, form=True), part.heading, colour=PAPER)
