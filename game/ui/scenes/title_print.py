"""Parts of the title: the name in two inks, the print of terraces with its plate of characters, bare keycaps."""

from __future__ import annotations

from typing import ClassVar, Final

from pygame import Rect, Surface

from game.ui import lines, marks, paper, rects
from game.ui.palette import INK, SHEET, UMBER, VERMILION
from game.ui.theme import CONTROL, DISPLAY, Theme
from game.ui.type import TextStyle, Typesetter
from game.ui.widgets.base import Widget
from game.ui.widgets.button import KeyHint

PLATE: Final = TextStyle("song-bold", 80, 94)
SHADOW: Final = 3
"""How far the second ink lies beside the first, design pixels."""


class Masthead(Widget):
    """The name in two inks, a word to a line, its sound, and the rule below."""

    role: ClassVar[str] = "heading"

    def __init__(self, name: str, pinyin: str) -> None:
        super().__init__(name, description=pinyin)
        self._words, self._pinyin = name.split(), pinyin

    def _top(self, theme: Theme) -> int:
        """From the top to the first baseline: capitals begin where the widget does."""
        return theme.text_px(DISPLAY.size * 0.98)

    def height_for(self, width: int, theme: Theme) -> int:
        name = self._top(theme) + (len(self._words) - 1) * theme.type.leading(DISPLAY)
        return name + theme.text_px(16) + theme.type.line_height(CONTROL) + theme.px(23)

    def width_for(self, theme: Theme) -> int:
        return round(max(theme.type.width(word, DISPLAY) for word in self._words)) + theme.px(SHADOW) + 2

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        baseline = rect.y + self._top(theme)
        for word in self._words:
            for colour, shift in ((VERMILION, theme.px(SHADOW)), (INK, 0)):
                theme.type.draw(surface, word, (rect.x + shift, baseline + shift), DISPLAY, colour)
            baseline += theme.type.leading(DISPLAY)
        y = baseline - theme.type.leading(DISPLAY) + theme.text_px(16)
        theme.type.draw(surface, self._pinyin, (rect.x, y + theme.type.baseline(CONTROL)), CONTROL, UMBER)
        lines.thick_thin(surface, rect.x, rect.right, rect.bottom - theme.px(9), INK, theme.scale)


class BareKey(KeyHint):
    """A keycap alone; what it does is told to screen readers only."""

    def width_for(self, theme: Theme) -> int:
        return marks.keycap_width(self.keycap, theme) + theme.px(4)

    def paint(self, surface: Surface) -> None:
        marks.keycap(surface, self.rect.x, self.rect.centery + self.theme.text_px(5), self.keycap, self.theme)


class Print(Widget):
    """The woodcut with its plate of characters, which hangs over the upper edge."""

    role: ClassVar[str] = "image"

    def __init__(self, han: str, alt: str) -> None:
        super().__init__(alt, han)
        self._han = han

    def paint(self, surface: Surface) -> None:
        picture = self.theme.images.picture("title", self.rect.size)
        if picture is not None:
            surface.blit(picture, self.rect)
        self._paint_plate(surface)

    def ink_rect(self) -> Rect:
        return super().ink_rect().inflate(0, 2 * self.theme.px(24))

    def _paint_plate(self, surface: Surface) -> None:
        theme = self.theme
        setter = Typesetter(theme.fonts, theme.scale)
        step = setter.leading(PLATE)
        height = theme.px(68) + len(self._han) * step
        plate = Rect(self.rect.x + theme.px(32), self.rect.y - theme.px(16), theme.px(116), height)
        paper.sheet(surface, plate, theme, SHEET)
        inner = rects.inset(plate, theme.px(7))
        lines.double_frame(surface, inner, INK, theme.scale * 1.3)
        baseline = plate.y + theme.px(34) + round(step * 0.82)
        for character in self._han:
            for colour, shift in ((VERMILION, theme.px(SHADOW + 1)), (INK, 0)):
                at = plate.centerx + shift, baseline + shift
                setter.draw(surface, character, at, PLATE, colour, "centre")
            baseline += step
