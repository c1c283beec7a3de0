"""Rows of the season's page: at the left a line and both its figures, at the right a sentence on what moved it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, Unpack

from pygame import Surface

from game.ui import lines, marks, paper
from game.ui.keys import Key
from game.ui.markup import parse, plain
from game.ui.palette import INK, RULE, SHEET, UMBER, VERMILION, Colour
from game.ui.paragraph import Setting, set_words
from game.ui.theme import FIGURE_LARGE, HAN_SECONDARY, LABEL, SUBHEADING, Theme
from game.ui.transition import Transition
from game.ui.type import TextStyle
from game.ui.widgets.base import Common, Widget

HEAD_WIDTH: Final = 164
"""Width of the column with names and figures, design pixels at 100 %."""
SENTENCE: Final = TextStyle("roman", 17, 23)
CLOSE_SENTENCE: Final = TextStyle("roman", 15, 20)
"""For a season with so much to tell that it would not fit its leaf otherwise."""


@dataclass(frozen=True, slots=True)
class Mood:
    """How an office's mood changed: its name, triangles up (positive) or down (negative)."""

    office: str
    triangles: int


class ReviewRow(Widget):
    """One row: name, Chinese, both figures (or the moods of offices), and sentences. ``why`` makes it answer."""

    role: ClassVar[str] = "row"

    def __init__(
        self,
        name: str,
        sentences: Sequence[str],
        *,
        zh: str = "",
        known: str = "",
        filed: str = "",
        heads: tuple[str, str] = ("", ""),
        moods: Sequence[Mood] = (),
        style: TextStyle = SENTENCE,
        **common: Unpack[Common],
    ) -> None:
        figures = [f"{head} {figure}".strip() for head, figure in zip(heads, (known, filed), strict=True) if figure]
        super().__init__(name, ", ".join(figures), focusable=True, **common)
        self.zh, self.known, self.filed, self.moods, self.style = zh, known, filed, tuple(moods), style
        self.first = False
        self.text = " ".join(sentences)
        self.description = plain(self.text)

    def activate(self) -> Transition | None:
        return self.why() if self.why is not None else None

    def on_key(self, key: Key) -> Transition | None:
        """Enter belongs to the page: it goes on."""
        return None if key.name == "ENTER" else super().on_key(key)

    # ---- measures

    def _stacked(self, theme: Theme) -> bool:
        return theme.large

    def _head_width(self, width: int, theme: Theme) -> int:
        return width if self._stacked(theme) else min(theme.text_px(HEAD_WIDTH), round(width * 0.4))

    def _sentence(self, width: int, theme: Theme) -> Setting:
        room = width if self._stacked(theme) else width - self._head_width(width, theme)
        return set_words(parse(self.text), room, self.style, theme.type)

    def _name(self, width: int, theme: Theme) -> Setting:
        return set_words(parse(self.label), self._head_width(width, theme) - theme.px(8), SUBHEADING, theme.type)

    def _figures_height(self, theme: Theme) -> int:
        moods = len(self.moods) * theme.text_px(19)
        return moods + (theme.type.line_height(FIGURE_LARGE) if self.known or self.filed else 0)

    def _head_height(self, width: int, theme: Theme) -> int:
        if self._stacked(theme):
            beside = self._figures_height(theme) if not self.moods else 0
            below = len(self.moods) * theme.text_px(19)
            return max(self._name(width, theme).height, beside) + below
        zh = theme.type.line_height(HAN_SECONDARY) if self.zh else 0
        return self._name(width, theme).height + zh + self._figures_height(theme)

    def height_for(self, width: int, theme: Theme) -> int:
        head, said = self._head_height(width, theme), self._sentence(width, theme).height
        return (head + said if self._stacked(theme) else max(head, said)) + theme.px(11)

    # ---- drawing

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        if self.hovered and self.why is not None:
            paper.fill(surface, rect, theme, SHEET)
        colour, weight = (INK, 1) if self.first else (RULE, 1)
        lines.horizontal(surface, rect.left, rect.right, rect.top, colour, theme.stroke(weight))
        top = rect.y + theme.px(6)
        if self._stacked(theme):
            self._paint_wide(surface, top)
        else:
            self._paint_columns(surface, top)

    def _paint_columns(self, surface: Surface, top: int) -> None:
        theme, rect = self.theme, self.rect
        name = self._name(rect.w, theme)
        name.draw(surface, (rect.x, top), INK)
        y = top + name.height
        if self.zh:
            theme.type.draw(surface, self.zh, (rect.x, y + theme.type.baseline(HAN_SECONDARY)), HAN_SECONDARY, UMBER)
            y += theme.type.line_height(HAN_SECONDARY)
        self._paint_figures(surface, rect.x, y)
        self._sentence(rect.w, theme).draw(surface, (rect.x + self._head_width(rect.w, theme), top), INK)

    def _paint_wide(self, surface: Surface, top: int) -> None:
        """Name and characters on a line with the figures at its right; the sentence below."""
        theme, rect = self.theme, self.rect
        name = self._name(rect.w, theme)
        name.draw(surface, (rect.x, top), INK)
        at = rect.x + name.width + theme.text_px(10), top + theme.type.baseline(SUBHEADING)
        theme.type.draw(surface, self.zh, at, HAN_SECONDARY, UMBER)
        if self.moods:
            self._paint_moods(surface, rect.x, top + name.height)
        else:
            self._paint_figures(surface, rect.right - self._figures_width(theme), top)
        y = top + self._head_height(rect.w, theme)
        self._sentence(rect.w, theme).draw(surface, (rect.x, y), INK)

    def _figures_width(self, theme: Theme) -> int:
        known, filed = (theme.type.width(text, FIGURE_LARGE) for text in (self.known, self.filed))
        return round(known + filed) + theme.text_px(14)

    def _paint_figures(self, surface: Surface, x: float, y: float) -> None:
        theme = self.theme
        if self.moods:
            self._paint_moods(surface, x, y)
            return
        baseline = y + theme.type.baseline(FIGURE_LARGE)
        inks: tuple[tuple[str, Colour], ...] = ((self.known, INK), (self.filed, VERMILION))
        for text, colour in inks:
            if text:
                x += theme.type.draw(surface, text, (x, baseline), FIGURE_LARGE, colour) + theme.text_px(12)

    def _paint_moods(self, surface: Surface, left: float, top: float) -> None:
        theme, step = self.theme, self.theme.text_px(19)
        for number, mood in enumerate(self.moods):
            baseline = top + number * step + theme.type.baseline(LABEL)
            x = left + theme.type.draw(surface, mood.office, (left, baseline), LABEL, INK) + theme.text_px(12)
            for _ in range(abs(mood.triangles)):
                direction: marks.Direction = "up" if mood.triangles > 0 else "down"
                marks.triangle(surface, x, baseline - theme.text_px(4), theme.text_px(4.4), INK, direction)
                x += theme.text_px(11)


class Book(Widget):
    """The two leaves of the season's account book with the fold between them. Children keep their places."""

    role: ClassVar[str] = "document"

    def __init__(self, label: str, children: Sequence[Widget], *, folded: bool) -> None:
        super().__init__(label, children=children)
        self.folded = folded

    def arrange(self) -> None:
        """Children are laid out by the scene."""

    def paint(self, surface: Surface) -> None:
        paper.sheet(surface, self.rect, self.theme, shadow=5)
        if self.folded:
            paper.fold(surface, self.rect, self.rect.centerx, self.theme)
