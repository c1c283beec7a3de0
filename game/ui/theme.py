"""The type scale and metrics of the desk, and the theme: one window size and one text size.

Design pixels are those of the 1280 x 720 drawings. `scale` grows everything with the window, `text_scale` only what
is read: text and line height grow, rulings and marks do not.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from game.ui.images import Images
from game.ui.palette import (
    AXIS,
    BAND,
    BAND_INSPECTED,
    DESK,
    GHOST,
    HAIR,
    INK,
    LOESS,
    PAPER,
    RULE,
    SHEET,
    TINT,
    UMBER,
    VERMILION,
    WALL,
    Colour,
    mix,
)
from game.ui.type import Fonts, TextStyle, Typesetter

__all__ = [
    "AXIS", "BAND", "BAND_INSPECTED", "DESK", "GHOST", "HAIR", "INK", "LOESS", "PAPER", "RULE", "SHEET", "TINT",
    "UMBER", "VERMILION", "WALL", "Colour", "Theme", "mix", "window_scale",
]  # fmt: skip

DESIGN_SIZE: Final = (1280, 720)
TEXT_SCALES: Final = (1.0, 1.25, 1.5, 1.75, 2.0)

HAN_DISPLAY: Final = TextStyle("song-bold", 64, 72)
DISPLAY: Final = TextStyle("roman-bold", 64, 66)
SEASON: Final = TextStyle("roman-bold", 40, 48)
TITLE: Final = TextStyle("roman-bold", 28, 36)
LETTERHEAD: Final = TextStyle("song-bold", 28, 38, track=6)
HEADING: Final = TextStyle("roman-bold", 20, 28)
HEADING_PLAIN: Final = TextStyle("roman", 20, 28)
HEADING_ITALIC: Final = TextStyle("roman-italic", 20, 28)
HAN_HEADING: Final = TextStyle("song-bold", 17, 28)
SUBHEADING: Final = TextStyle("roman-bold", 17, 24)
HAN_SUBHEADING: Final = TextStyle("song-bold", 14, 24)
DOCUMENT: Final = TextStyle("roman", 17, 26)
DOCUMENT_BOLD: Final = TextStyle("roman-bold", 17, 26)
SECONDARY: Final = TextStyle("roman", 15, 21)
SECONDARY_BOLD: Final = TextStyle("roman-bold", 15, 20)
SECONDARY_ITALIC: Final = TextStyle("roman-italic", 15, 21)
HAN_SECONDARY: Final = TextStyle("song", 15, 21)
CONTROL: Final = TextStyle("sans", 15, 20)
CONTROL_BOLD: Final = TextStyle("sans-bold", 15, 20)
FIGURE: Final = TextStyle("sans-bold", 15, 20)
FIGURE_LARGE: Final = TextStyle("sans-bold", 17, 24)
LABEL: Final = TextStyle("sans", 13, 18)
LABEL_BOLD: Final = TextStyle("sans-bold", 13, 18)
LABEL_ITALIC: Final = TextStyle("sans-italic", 13, 18)
PETITION: Final = TextStyle("kai", 20, 28)

UNIT: Final = 8
MARGIN: Final = 24
GUTTER: Final = 16
RING_REACH: Final = 8
"""How far a focus ring and a shadow may reach outside a widget, design pixels."""


@dataclass(frozen=True)
class Theme:
    """What a widget needs to lay itself out and to draw."""

    fonts: Fonts
    images: Images
    scale: float = 1.0
    text_scale: float = 1.0
    reduced_motion: bool = False

    @cached_property
    def type(self) -> Typesetter:
        """Sets type at this window and text size."""
        return Typesetter(self.fonts, self.scale * self.text_scale)

    @property
    def large(self) -> bool:
        """Whether text is so large (150 % or more) that side panels become tabs and cards go to leaves."""
        return self.text_scale >= 1.5

    def px(self, design: float) -> int:
        """Design pixels as physical ones, for gaps and boxes that do not grow with text."""
        return round(design * self.scale)

    def text_px(self, design: float) -> int:
        """Design pixels as physical ones, for boxes that grow with the text inside them."""
        return round(design * self.scale * self.text_scale)

    def mark_px(self, design: float) -> int:
        """Design pixels as physical ones, for marks and seals, which grow half as much as the text beside them."""
        return round(design * self.scale * (1 + self.text_scale) / 2)

    def stroke(self, design: float = 1) -> int:
        """Thickness of a rule, physical pixels, at least one."""
        return max(1, round(design * self.scale))


def window_scale(size: tuple[int, int]) -> float:
    """The scale for a window: the smaller of width/1280 and height/720 in quarter steps, at least 1."""
    fit = min(size[0] / DESIGN_SIZE[0], size[1] / DESIGN_SIZE[1])
    return max(1.0, int(fit * 4) / 4)
