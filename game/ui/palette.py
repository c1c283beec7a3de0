"""The colours of the desk: two inks that carry meaning, papers and rules that do not."""

from typing import Final

Colour = tuple[int, int, int]

PAPER: Final[Colour] = (236, 226, 203)
SHEET: Final[Colour] = (246, 240, 225)
WALL: Final[Colour] = (216, 204, 179)
DESK: Final[Colour] = (53, 45, 40)
INK: Final[Colour] = (34, 28, 26)
UMBER: Final[Colour] = (98, 72, 50)
VERMILION: Final[Colour] = (158, 36, 30)
LOESS: Final[Colour] = (168, 124, 84)
LOESS_DARK: Final[Colour] = (120, 82, 48)


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """The first colour with `share` (0-1) of the second in it."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


RULE: Final[Colour] = mix(PAPER, LOESS, 0.75)
"""Row rules and gridlines."""

HAIR: Final[Colour] = mix(PAPER, LOESS, 0.40)
"""The faintest rule, behind data."""

AXIS: Final[Colour] = mix(PAPER, INK, 0.45)
"""The line that a known bar and a filed stamp sit on."""

BAND: Final[Colour] = mix(PAPER, INK, 0.34)
"""What is known, as a bar or a band."""

BAND_INSPECTED: Final[Colour] = mix(PAPER, INK, 0.55)
"""What is known because somebody went and looked."""

TINT: Final[Colour] = mix(PAPER, LOESS, 0.22)
"""A selected row."""

GHOST: Final[Colour] = (190, 172, 142)
"""A spent stroke of a tally."""

MAP_TINT: Final[Colour] = (62, 48, 36)
"""Washes over counties are the sheet with more or less of this."""


def luminance(colour: Colour) -> float:
    """Relative luminance, 0 black to 1 white (WCAG 2)."""
    linear = [part / 255 / 12.92 if part / 255 <= 0.03928 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: Colour, second: Colour) -> float:
    """Contrast ratio between two colours, 1 to 21 (WCAG 2)."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
