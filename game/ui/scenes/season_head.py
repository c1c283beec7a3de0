"""The head of a leaf of the season's book: the season in large letters, its characters and a note at the right."""

from __future__ import annotations

from typing import ClassVar

from pygame import Rect, Surface

from game.ui import lines
from game.ui.palette import INK, UMBER
from game.ui.theme import HAN_HEADING, HEADING, LABEL, SEASON, TITLE, Theme
from game.ui.type import TextStyle
from game.ui.widgets.base import Widget
from game.ui.widgets.ledger import Legend


class SeasonTitle(Widget):
    """``Autumn 1951`` with its characters and what was done at the right, and the thick-thin rule below."""

    role: ClassVar[str] = "heading"

    def __init__(self, text: str, han: str, note: str) -> None:
        super().__init__(text, note)
        self.han, self.note = han, note

    def _style(self, theme: Theme) -> TextStyle:
        return TITLE if theme.large else SEASON

    def _aside(self, theme: Theme) -> float:
        return max(theme.type.width(self.han, HAN_HEADING), theme.type.width(self.note, LABEL))

    def _beside(self, width: int, theme: Theme) -> bool:
        own = theme.type.width(self.label, self._style(theme))
        return own + theme.px(24) + self._aside(theme) <= width and not theme.large

    def _words_height(self, width: int, theme: Theme) -> int:
        own = theme.type.line_height(self._style(theme)) + theme.px(4)
        return own if self._beside(width, theme) or self._on_line(width, theme) else own + theme.type.line_height(LABEL)

    def _line(self) -> str:
        return f"{self.han}  {self.note}"

    def _on_line(self, width: int, theme: Theme) -> bool:
        """Whether characters and note fit behind the season on one line."""
        own = theme.type.width(self.label, self._style(theme))
        return own + theme.px(24) + theme.type.width(self._line(), LABEL) <= width

    def height_for(self, width: int, theme: Theme) -> int:
        return self._words_height(width, theme) + theme.px(10)

    def paint(self, surface: Surface) -> None:
        theme, rect, style = self.theme, self.rect, self._style(self.theme)
        baseline = rect.y + theme.type.baseline(style)
        theme.type.draw(surface, self.label, (rect.x, baseline), style, INK)
        if self._beside(rect.w, theme):
            over = baseline - theme.text_px(22)
            theme.type.draw(surface, self.han, (rect.right, over), HAN_HEADING, INK, "right")
            theme.type.draw(surface, self.note, (rect.right, baseline), LABEL, UMBER, "right")
        elif self._on_line(rect.w, theme):
            theme.type.draw(surface, self._line(), (rect.right, baseline), LABEL, UMBER, "right")
        else:
            under = rect.y + theme.type.line_height(style) + theme.type.baseline(LABEL)
            theme.type.draw(surface, self._line(), (rect.x, under), LABEL, UMBER)
        y = rect.y + self._words_height(rect.w, theme)
        lines.thick_thin(surface, rect.left, rect.right, y, INK, theme.scale)


class LedgersTitle(Widget):
    """``The two ledgers`` with the legend at the right and the same rule, on a line with the season's title."""

    role: ClassVar[str] = "heading"

    def __init__(self, text: str, han: str, legend: Legend) -> None:
        super().__init__(text, children=[legend])
        self.han, self.legend = han, legend

    def height_for(self, width: int, theme: Theme) -> int:
        return theme.type.line_height(SEASON) + theme.px(14)

    def arrange(self) -> None:
        theme, rect = self.theme, self.rect
        width = self.legend.width_for(theme)
        height = self.legend.height_for(width, theme)
        top = self._baseline() - theme.type.baseline(LABEL)
        self.legend.layout(Rect(rect.right - width, top, width, height), theme)

    def _baseline(self) -> int:
        return self.rect.y + self.theme.type.baseline(SEASON)

    def paint(self, surface: Surface) -> None:
        theme, rect, baseline = self.theme, self.rect, self._baseline()
        x = rect.x + theme.type.draw(surface, self.label, (rect.x, baseline), HEADING, INK) + theme.text_px(8)
        theme.type.draw(surface, self.han, (x, baseline), HAN_HEADING, INK)
        y = rect.y + theme.type.line_height(SEASON) + theme.px(4)
        lines.thick_thin(surface, rect.left, rect.right, y, INK, theme.scale)
