"""What full pages share: the head with its characters, the foot that names the keys, panels that become tabs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from pygame import Rect, Surface

from game.ui import lines, rects
from game.ui.keys import Key
from game.ui.markup import parse
from game.ui.palette import INK, PAPER, RULE, UMBER, Colour
from game.ui.paragraph import Setting, set_words
from game.ui.scene import Pop, Refresh, Scene, Transition
from game.ui.session import Session
from game.ui.theme import LABEL, LETTERHEAD, SECONDARY, SECONDARY_ITALIC, Theme
from game.ui.type import TextStyle
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Flow, Ground
from game.ui.widgets.button import KeyHint
from game.ui.widgets.document import Sheet
from game.ui.widgets.leaves import Pages
from game.ui.widgets.text import Heading, Label
from game.ui.widgets.toggle import Option, Tabs

PAGE_TITLE: Final = TextStyle("roman", 23, 32)
MARGIN: Final = 24
TOP: Final = 14


class PageHead(Widget):
    """Characters, their sound and the English title over a thick-thin rule; a note of two lines at the right."""

    role: ClassVar[str] = "heading"

    def __init__(self, han: str, pinyin: str, title: str, note: str = "", remark: str = "") -> None:
        super().__init__(title, description=" ".join(part for part in (note, remark) if part))
        self.han, self.pinyin, self.note, self.remark = han, pinyin, note, remark

    # ---- measures

    def _runs(self) -> list[tuple[str, TextStyle, Colour]]:
        runs = (
            (self.han, LETTERHEAD, INK), (self.pinyin, SECONDARY_ITALIC, UMBER), (self.label, PAGE_TITLE, INK),
        )  # fmt: skip
        return [run for run in runs if run[0]]

    def _notes(self) -> list[tuple[str, TextStyle, Colour]]:
        return [run for run in ((self.note, SECONDARY, INK), (self.remark, LABEL, UMBER)) if run[0]]

    def _line_width(self, theme: Theme) -> float:
        gap = theme.text_px(12)
        left = sum(theme.type.width(text, style) + gap for text, style, _ in self._runs())
        return left + max((theme.type.width(text, style) for text, style, _ in self._notes()), default=0)

    def _broken(self, width: int, theme: Theme) -> list[tuple[Setting, Colour]]:
        """Everything one below another, for when it does not fit on a line."""
        first = f"{self.han} " if self.han else ""
        runs = [(first + self.label, PAGE_TITLE, INK), *self._notes()]
        return [(set_words(parse(text), width, style, theme.type), colour) for text, style, colour in runs]

    def _text_height(self, width: int, theme: Theme) -> int:
        if self._line_width(theme) <= width:
            return theme.type.line_height(LETTERHEAD)
        return sum(setting.height for setting, _ in self._broken(width, theme))

    def height_for(self, width: int, theme: Theme) -> int:
        return self._text_height(width, theme) + theme.px(12)

    # ---- drawing

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        if self._line_width(theme) <= rect.w:
            self._paint_line(surface)
        else:
            y = rect.y
            for setting, colour in self._broken(rect.w, theme):
                setting.draw(surface, (rect.x, y), colour)
                y += setting.height
        lines.thick_thin(surface, rect.x, rect.right, rect.bottom - theme.px(8), INK, theme.scale)

    def _paint_line(self, surface: Surface) -> None:
        theme = self.theme
        x, baseline = float(self.rect.x), self.rect.y + theme.type.baseline(LETTERHEAD)
        for text, style, colour in self._runs():
            x += theme.type.draw(surface, text, (x, baseline), style, colour) + theme.text_px(12)
        y = baseline
        for text, style, colour in reversed(self._notes()):
            theme.type.draw(surface, text, (self.rect.right, y), style, colour, "right")
            y -= theme.type.leading(LABEL) + theme.text_px(1)


class Foot(Widget):
    """The foot of a page: a hair rule, the keys that can be pressed, and a remark at the right."""

    def __init__(self, hints: Sequence[KeyHint], remark: str = "") -> None:
        self._hints = Flow(hints, gap=22)
        self._remark = Label(remark, LABEL, UMBER, align="right", visible=bool(remark))
        super().__init__(children=[self._hints, self._remark])

    def _split(self, rect: Rect, theme: Theme) -> tuple[Rect, Rect] | None:
        """Room for hints and remark side by side, if both fit on a line."""
        remark = self._remark.width_for(theme) if self._remark.visible else 0
        if self._hints.width_for(theme) + theme.px(24) + remark > rect.w:
            return None
        return rects.split_right(rect, remark)

    def height_for(self, width: int, theme: Theme) -> int:
        hints = self._hints.height_for(width, theme)
        if self._remark.visible and self._split(Rect(0, 0, width, 1), theme) is None:
            hints += self._remark.height_for(width, theme) + theme.px(4)
        return hints + theme.px(10)

    def arrange(self) -> None:
        theme = self.theme
        room = Rect(self.rect.x, self.rect.y + theme.px(8), self.rect.w, self.rect.h - theme.px(8))
        sides = self._split(room, theme)
        if sides is None:
            height = self._hints.height_for(room.w, theme)
            sides = rects.split_top(room, height, theme.px(4))
        self._hints.layout(sides[0], theme)
        self._remark.layout(Rect(sides[1].x, sides[1].y + theme.px(2), sides[1].w, sides[1].h), theme)

    def paint(self, surface: Surface) -> None:
        lines.horizontal(surface, self.rect.left, self.rect.right, self.rect.y, RULE, self.theme.stroke())


@dataclass(frozen=True)
class Part:
    """A part of a page: a panel beside others, or behind a tab where text is large."""

    key: str
    heading: str
    content: Sequence[Widget]
    han: str = ""
    note: str = ""
    share: float = 1.0


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

    def leave(self) -> Transition | None:
        """Go back to where the player came from."""
        return Pop()

    # ---- the scene

    def layout(self, theme: Theme, size: tuple[int, int]) -> Widget:
        inside = rects.inset(Rect((0, 0), size), theme.px(MARGIN), theme.px(TOP))
        head, foot = self.head(), Foot(self.hints(), self.remark())
        top, rest = rects.split_top(inside, head.height_for(inside.w, theme), theme.px(10))
        room, bottom = rects.split_bottom(rest, foot.height_for(inside.w, theme), theme.px(8))
        body = self.body(room, theme)
        children = [head.layout(top, theme), *body, foot.layout(bottom, theme)]
        return Ground(children, label=self.title, colour=PAPER).layout(Rect((0, 0), size), theme)

    def on_key(self, key: Key) -> Transition | None:
        return self.leave() if key.name == "ESC" else None

    # ---- panels

    def leaves(self, content: Sequence[Widget], gap: float = 10, *, form: bool = False) -> Pages:
        """Content on leaves; a form's fields are stops of the Tab key each for themselves."""
        pages = Pages(
            content, page_label=self.page_label, back=self.texts("page.leaf-back"),
            forward=self.texts("page.leaf-forward"), gap=gap,
        )  # fmt: skip
        pages.part = not form
        return pages

    def page_label(self, page: int, pages: int) -> str:
        """Words for a leaf and how many there are."""
        return self.texts("page.leaf", page=page, pages=pages)

    def panels(self, parts: Sequence[Part], room: Rect, theme: Theme) -> list[Widget]:
        """Panels side by side; where text is large, one at a time behind tabs."""
        if theme.large:
            return self._tabbed(parts, room, theme)
        cells = rects.columns(room, [part.share for part in parts], theme.px(16))
        return [self._panel(part).layout(cell, theme) for part, cell in zip(parts, cells, strict=True)]

    def _tabbed(self, parts: Sequence[Part], room: Rect, theme: Theme) -> list[Widget]:
        shown = next((part for part in parts if part.key == self.open_part), parts[0])
        options = [Option(part.key, part.heading, part.han) for part in parts]
        tabs = Tabs(options, shown.key, self._open, label=self.title)
        top, rest = rects.split_top(room, tabs.height_for(room.w, theme))
        return [tabs.layout(top, theme), self._panel(shown, headed=False).layout(rest, theme)]

    def _open(self, key: str) -> Transition:
        self.open_part = key
        return Refresh()

    def _panel(self, part: Part, headed: bool = True) -> Sheet:
        head: list[Widget] = [Heading(part.heading, part.han, part.note)] if headed else []
        return Sheet(self.leaves([*head, *part.content], form=True), part.heading, colour=PAPER, shadow=4)

