"""Why cards: what a figure is made of, what moved it, how sure it is, where it comes from; and short notes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, Literal, Unpack

from pygame import Rect, Surface

from game.ui import lines, paper
from game.ui.markup import plain
from game.ui.palette import INK, LOESS, SHEET, UMBER, VERMILION, mix
from game.ui.paragraph import Setting, set_paragraph
from game.ui.theme import FIGURE_LARGE, HAN_SECONDARY, LABEL, LABEL_BOLD, SUBHEADING, Theme
from game.ui.widgets.base import Common, Widget
from game.ui.widgets.boxes import Box
from game.ui.widgets.button import KeyHint
from game.ui.widgets.text import OnTerm, Paragraph

WIDTH: Final = 348
LEFT_COLUMN: Final = 92
Ink = Literal["ink", "filed"]
Side = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Part:
    """A line of a section: words and a figure, in the ink of what is known or of what is filed."""

    text: str
    figure: str
    ink: Ink = "ink"


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a why card: its name, and either parts that add up or a sentence (inline marks allowed)."""

    name: str
    parts: tuple[Part, ...] = ()
    text: str = ""


class SectionView(Widget):
    """One section: the name in a column at the left, or above where text is large."""

    role: ClassVar[str] = "group"

    def __init__(self, section: Section, on_term: OnTerm | None) -> None:
        spoken = "; ".join(f"{part.text} {part.figure}" for part in section.parts)
        super().__init__(section.name, spoken or plain(section.text))
        self.section = section
        self._paragraph = Paragraph(section.text, LABEL, on_term=on_term) if section.text else None
        if self._paragraph is not None:
            self.adopt(self._paragraph)

    def _stacked(self, width: int, theme: Theme) -> bool:
        return theme.large or theme.type.width(self.label, LABEL_BOLD) > theme.px(LEFT_COLUMN - 6)

    def _room(self, width: int, theme: Theme) -> tuple[int, int]:
        """Where the right column begins and how wide it is."""
        left = 0 if self._stacked(width, theme) else theme.px(LEFT_COLUMN)
        return left, width - left

    def _settings(self, width: int, theme: Theme) -> list[Setting]:
        _, room = self._room(width, theme)
        gap = theme.px(10)
        rooms = (room - theme.type.width(part.figure, LABEL_BOLD) - gap for part in self.section.parts)
        return [
            set_paragraph(part.text, own, LABEL, theme.type)
            for part, own in zip(self.section.parts, rooms, strict=True)
        ]

    def height_for(self, width: int, theme: Theme) -> int:
        _, room = self._room(width, theme)
        height = sum(setting.height for setting in self._settings(width, theme))
        if self._paragraph is not None:
            height += self._paragraph.height_for(room, theme)
        name = theme.type.line_height(LABEL_BOLD) if self.label else 0
        return height + name if self._stacked(width, theme) else max(height, name)

    def arrange(self) -> None:
        left, room = self._room(self.rect.w, self.theme)
        top = self.rect.y + (self.theme.type.line_height(LABEL_BOLD) if not left and self.label else 0)
        if self._paragraph is not None:
            height = self._paragraph.height_for(room, self.theme)
            self._paragraph.layout(Rect(self.rect.x + left, top, room, height), self.theme)

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        baseline = rect.y + theme.type.baseline(LABEL_BOLD)
        theme.type.draw(surface, self.label, (rect.x, baseline), LABEL_BOLD, INK)
        left, _ = self._room(rect.w, theme)
        y = rect.y + (theme.type.line_height(LABEL_BOLD) if not left and self.label else 0)
        for part, setting in zip(self.section.parts, self._settings(rect.w, theme), strict=True):
            setting.draw(surface, (rect.x + left, y), INK)
            figure_at = rect.right, y + theme.type.baseline(LABEL)
            colour = VERMILION if part.ink == "filed" else INK
            theme.type.draw(surface, part.figure, figure_at, LABEL_BOLD, colour, "right")
            y += setting.height


class Tooltip(Box):
    """A card that answers why: title, both figures, a line under them, sections. An arrow ties it to `points_at`."""

    role: ClassVar[str] = "tooltip"

    def __init__(
        self,
        title: str,
        *,
        han: str = "",
        known: str = "",
        filed: str = "",
        subtitle: str = "",
        sections: Sequence[Section] = (),
        hints: Sequence[KeyHint] = (),
        points_at: Rect | None = None,
        on_term: OnTerm | None = None,
        **common: Unpack[Common],
    ) -> None:
        views = [SectionView(section, on_term) for section in sections]
        super().__init__([*views, *hints], label=title, part=True, **common)
        self.value = ", ".join(part for part in (known, filed) if part)
        self.han, self.known, self.filed, self.subtitle, self.points_at = han, known, filed, subtitle, points_at
        self._views, self._hints = views, list(hints)

    def width_for(self, theme: Theme) -> int:
        return theme.px(WIDTH) if not theme.large else theme.px(WIDTH * 1.7)

    # ---- measures

    def _figures_width(self, theme: Theme) -> float:
        words = f"{self.known}  {self.filed}" if self.known and self.filed else self.known or self.filed
        return theme.type.width(words, FIGURE_LARGE) + theme.px(14) if words else 0

    def _title(self, room: int, theme: Theme) -> Setting:
        figures = self._figures_width(theme) if self._figures_beside(room, theme) else 0
        return set_paragraph(self.label, room - figures, SUBHEADING, theme.type)

    def _figures_beside(self, room: int, theme: Theme) -> bool:
        return theme.type.width(self.label, SUBHEADING) + self._figures_width(theme) <= room

    def _subtitle(self, room: int, theme: Theme) -> Setting:
        return set_paragraph(self.subtitle, room, LABEL, theme.type)

    def _head_height(self, room: int, theme: Theme) -> int:
        below = 0 if self._figures_beside(room, theme) else theme.type.line_height(FIGURE_LARGE)
        return self._title(room, theme).height + below + self._subtitle(room, theme).height + theme.px(8)

    def _room(self, width: int, theme: Theme) -> int:
        return width - 2 * theme.px(16)

    def height_for(self, width: int, theme: Theme) -> int:
        room = self._room(width, theme)
        sections = sum(view.height_for(room, theme) + theme.px(14) for view in self._views)
        hints = max((hint.height_for(room, theme) for hint in self._hints), default=0)
        return theme.px(10) + self._head_height(room, theme) + sections + hints + theme.px(10)

    def arrange(self) -> None:
        theme = self.theme
        left, room = self.rect.x + theme.px(16), self._room(self.rect.w, theme)
        y = self.rect.y + theme.px(10) + self._head_height(room, theme) + theme.px(7)
        for view in self._views:
            height = view.height_for(room, theme)
            view.layout(Rect(left, y, room, height), theme)
            y += height + theme.px(14)
        x = left
        for hint in self._hints:
            width = hint.width_for(theme)
            hint.layout(Rect(x, y - theme.px(6), width, hint.height_for(width, theme)), theme)
            x += width + theme.px(10)

    # ---- drawing

    def ink_rect(self) -> Rect:
        around = super().ink_rect()
        return around.union(self.points_at) if self.points_at else around

    def paint(self, surface: Surface) -> None:
        theme = self.theme
        self._paint_arrow(surface)
        paper.card(surface, self.rect, theme)
        left, right = self.rect.x + theme.px(16), self.rect.right - theme.px(16)
        room, y = self._room(self.rect.w, theme), self.rect.y + theme.px(10)
        title = self._title(room, theme)
        title.draw(surface, (left, y), INK)
        baseline = y + theme.type.baseline(SUBHEADING)
        theme.type.draw(surface, self.han, (left + title.width + theme.px(8), baseline), HAN_SECONDARY, INK)
        if not self._figures_beside(room, theme):
            y += theme.type.line_height(FIGURE_LARGE)
            baseline += title.height
        width = theme.type.draw(surface, self.filed, (right, baseline), FIGURE_LARGE, VERMILION, "right")
        known_right = right - width - (theme.px(10) if self.filed else 0)
        theme.type.draw(surface, self.known, (known_right, baseline), FIGURE_LARGE, INK, "right")
        y += title.height
        subtitle = self._subtitle(room, theme)
        subtitle.draw(surface, (left, y), UMBER)
        lines.horizontal(surface, left, right, y + subtitle.height + theme.px(4), INK, theme.stroke())
        for view in self._views[1:]:
            lines.horizontal(surface, left, right, view.rect.y - theme.px(7), mix(SHEET, LOESS, 0.8), theme.stroke())

    def _paint_arrow(self, surface: Surface) -> None:
        """A line with an arrowhead to the row that the card speaks of."""
        if self.points_at is None:
            return
        theme, target = self.theme, self.points_at
        y = max(self.rect.top + theme.px(12), min(self.rect.bottom - theme.px(12), target.centery))
        head = theme.px(8)
        if target.left >= self.rect.right:
            lines.horizontal(surface, self.rect.right, target.left - head, y - 1, INK, theme.stroke(2))
            tip = [(target.left - head, y - head * 0.75), (target.left, y), (target.left - head, y + head * 0.75)]
        elif target.right <= self.rect.left:
            lines.horizontal(surface, target.right + head, self.rect.left, y - 1, INK, theme.stroke(2))
            tip = [(target.right + head, y - head * 0.75), (target.right, y), (target.right + head, y + head * 0.75)]
        else:
            return
        lines.polygon(surface, tip, INK)


def beside(target: Rect, size: tuple[int, int], window: Rect, gap: int) -> Rect:
    """A place for a card next to what it speaks of: left of it, else right, else over the middle; inside the window."""
    width, height = size
    x = target.left - gap - width
    if x < window.left + gap:
        x = target.right + gap if target.right + gap + width <= window.right - gap else window.centerx - width // 2
    y = max(window.top + gap, min(window.bottom - gap - height, target.centery - height // 3))
    return Rect(x, y, width, height)
