"""Type: set at four times its size on quarter pixels and scaled down, because hinted small sizes space unevenly.

Latin comes from Roman or Sans, Chinese from Song or Kai: a line is cut into runs by face and joined again.
Positions are physical pixels; `y` is always the baseline.
"""

import math
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

import numpy as np
import pygame
from pygame import Surface
from pygame.image import tobytes

from game.ui.palette import Colour

if TYPE_CHECKING:
    from game.ui.paragraph import Setting

Face = Literal["roman", "roman-bold", "roman-italic", "sans", "sans-bold", "sans-italic", "song", "song-bold", "kai"]
Align = Literal["left", "centre", "right"]

FILES: Final[dict[Face, str]] = {
    "roman": "ShangdangRoman-Regular.ttf",
    "roman-bold": "ShangdangRoman-Bold.ttf",
    "roman-italic": "ShangdangRoman-Italic.ttf",
    "sans": "ShangdangSans-Regular.ttf",
    "sans-bold": "ShangdangSans-Bold.ttf",
    "sans-italic": "ShangdangSans-Italic.ttf",
    "song": "ShangdangSong-Regular.otf",
    "song-bold": "ShangdangSong-Bold.otf",
    "kai": "ShangdangKai-Regular.ttf",
}
BOLD: Final[dict[Face, Face]] = {"roman": "roman-bold", "sans": "sans-bold", "song": "song-bold"}
ITALIC: Final[dict[Face, Face]] = {"roman": "roman-italic", "sans": "sans-italic"}
HAN: Final[dict[Face, Face]] = {
    "roman-bold": "song-bold",
    "sans-bold": "song-bold",
    "song-bold": "song-bold",
    "kai": "kai",
}
NO_CHARACTER: Final = "\uffff"
"""A code that no face has a sign for."""
LAST_RESORT: Final[tuple[Face, ...]] = ("song", "song-bold", "kai", "sans", "roman")

OVERSAMPLE: Final = 4
CACHED_PIXELS: Final = 6_000_000
"""Bound of the cache of set lines, in pixels (24 MB)."""
MEASURED: Final = 20_000
"""Widths of lines kept."""
STRENGTHEN: Final = (255 * (np.arange(256) / 255) ** 0.80).astype(np.uint8)
"""Scaling down thins strokes: their coverage is lifted a little."""
HAN_BESIDE_SANS: Final = 1.06
"""Chinese beside Sans is set this much larger, to look the same size."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A face, its size and leading in design pixels, and letter spacing."""

    face: Face
    size: float
    leading: float
    track: float = 0.0

    def with_face(self, face: Face) -> "TextStyle":
        """The same size in another face."""
        return TextStyle(face, self.size, self.leading, self.track)


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line of type as a picture, with the place of its baseline and its width, pixels."""

    picture: Surface
    ascent: int
    width: float


class Fonts:
    """Opened font files and the lines already set with them, shared by every scale of the window."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._fonts: dict[tuple[Face, int], pygame.font.Font] = {}
        self._lines: OrderedDict[tuple[object, ...], SetLine] = OrderedDict()
        self._pixels = 0
        self._homes: dict[tuple[Face, str], Face] = {}
        self.widths: dict[tuple[str, TextStyle, float], float] = {}
        self.settings: OrderedDict[tuple[object, ...], Setting] = OrderedDict()

    def font(self, face: Face, pixels: int) -> pygame.font.Font:
        """The face opened at a size. Raises: FileNotFoundError if the file is missing."""
        key = face, pixels
        if key not in self._fonts:
            pygame.font.init()
            self._fonts[key] = pygame.font.Font(str(self.folder / FILES[face]), pixels)
        return self._fonts[key]

    def home(self, face: Face, character: str) -> Face:
        """The face that really holds a character, nearest to the one asked for."""
        key = face, character
        if key not in self._homes:
            self._homes[key] = self._find_home(face, character)
        return self._homes[key]

    def _find_home(self, face: Face, character: str) -> Face:
        wanted = (HAN.get(face, "song"), face) if is_han(character) else (face, HAN.get(face, "song"))
        for candidate in (*wanted, *LAST_RESORT):
            if self._holds(candidate, character):
                return candidate
        return face

    def _holds(self, face: Face, character: str) -> bool:
        """Whether the face has the character. A face draws its box for one it lacks, and tells no other way."""
        font = self.font(face, 32)
        drawn, box = (font.render(each, True, (0, 0, 0)) for each in (character, NO_CHARACTER))
        return drawn.get_size() != box.get_size() or tobytes(drawn, "RGBA") != tobytes(box, "RGBA")

    def recall(self, key: tuple[object, ...]) -> SetLine | None:
        """A line set before, or nothing."""
        line = self._lines.get(key)
        if line is not None:
            self._lines.move_to_end(key)
        return line

    def remember(self, key: tuple[object, ...], line: SetLine) -> SetLine:
        """Keep a line; the longest unused go when the cache is full."""
        self._lines[key] = line
        self._pixels += _area(line)
        while self._pixels > CACHED_PIXELS and len(self._lines) > 1:
            self._pixels -= _area(self._lines.popitem(last=False)[1])
        return line


def _area(line: SetLine) -> int:
    return line.picture.get_width() * line.picture.get_height()


def is_han(character: str) -> bool:
    """Whether a character is set in a Chinese face."""
    return ord(character) >= 0x2E80


class Typesetter:
    """Sets type at one scale of the window: sizes in styles are design pixels, everything else physical."""

    def __init__(self, fonts: Fonts, scale: float = 1.0) -> None:
        self.fonts = fonts
        self.scale = scale

    def line_height(self, style: TextStyle) -> int:
        """Height of one line's box: its leading, and never less than its tallest and deepest letters need."""
        return math.ceil(max(style.leading, style.size * 1.36) * self.scale)

    def leading(self, style: TextStyle) -> int:
        """From baseline to baseline, pixels."""
        return round(style.leading * self.scale)

    def baseline(self, style: TextStyle) -> int:
        """From the top of a line's box to its baseline, pixels."""
        return round((self.line_height(style) + 0.70 * style.size * self.scale) / 2)

    def block_height(self, style: TextStyle, lines: int) -> int:
        """Height of so many lines, pixels."""
        return 0 if lines <= 0 else self.line_height(style) + (lines - 1) * self.leading(style)

    def width(self, text: str, style: TextStyle) -> float:
        """Advance width of a line, pixels."""
        known = self.fonts.widths.get((text, style, self.scale))
        return self._measure(text, style) if known is None else known

    def _measure(self, text: str, style: TextStyle) -> float:
        faces = self.runs(text, style.face)
        total = sum(self.fonts.font(face, self._big(style, face)).size(run)[0] for face, run in faces)
        width = total / OVERSAMPLE + style.track * self.scale * max(0, len(text) - 1)
        if len(self.fonts.widths) > MEASURED:
            self.fonts.widths.clear()
        self.fonts.widths[text, style, self.scale] = width
        return width

    def runs(self, text: str, face: Face) -> list[tuple[Face, str]]:
        """The text cut where its face changes."""
        found: list[tuple[Face, str]] = []
        for character in text:
            home = self.fonts.home(face, character)
            if found and found[-1][0] == home:
                found[-1] = home, found[-1][1] + character
            else:
                found.append((home, character))
        return found

    def draw(
        self,
        surface: Surface,
        text: str,
        at: tuple[float, float],
        style: TextStyle,
        colour: Colour,
        align: Align = "left",
        *,
        halo: Colour | None = None,
    ) -> float:
        """Set one line with its baseline at `at`; returns its width, pixels."""
        if not text:
            return 0.0
        width = self.width(text, style)
        x = at[0] - {"left": 0.0, "centre": width / 2, "right": width}[align]
        whole = math.floor(x + 1e-6)
        quarter = round((x - whole) * OVERSAMPLE)
        if quarter == OVERSAMPLE:
            whole, quarter = whole + 1, 0
        line = self.line(text, style, colour, quarter)
        place = whole - _MARGIN, round(at[1]) - line.ascent
        if halo is not None:
            self._halo(surface, self.line(text, style, halo, quarter), place)
        surface.blit(line.picture, place)
        return width

    def _halo(self, surface: Surface, line: SetLine, place: tuple[int, int]) -> None:
        reach = max(1, round(2 * self.scale))
        for dx in range(-reach, reach + 1):
            for dy in range(-reach, reach + 1):
                if dx * dx + dy * dy <= reach * reach + 1:
                    surface.blit(line.picture, (place[0] + dx, place[1] + dy))

    def line(self, text: str, style: TextStyle, colour: Colour, quarter: int = 0) -> SetLine:
        """A line as a picture, from the cache where it was set before."""
        key = text, style, colour, quarter, self.scale
        return self.fonts.recall(key) or self.fonts.remember(key, self._set(text, style, colour, quarter))

    def _set(self, text: str, style: TextStyle, colour: Colour, quarter: int) -> SetLine:
        size = style.size * self.scale
        ascent, descent = math.ceil(size * 1.25) + 1, math.ceil(size * 0.45) + 1
        width = self.width(text, style)
        reduced = math.ceil(width) + 2 * _MARGIN + 1, ascent + descent
        large = Surface((reduced[0] * OVERSAMPLE, reduced[1] * OVERSAMPLE), pygame.SRCALPHA)
        large.fill((*colour, 0))
        x = float(_MARGIN * OVERSAMPLE + quarter)
        for piece, font in self._pieces(text, style):
            large.blit(font.render(piece, True, colour), (round(x), ascent * OVERSAMPLE - font.get_ascent()))
            x += font.size(piece)[0] + style.track * self.scale * OVERSAMPLE * len(piece)
        picture = pygame.transform.smoothscale(large, reduced)
        _strengthen(picture)
        return SetLine(picture, ascent, width)

    def _pieces(self, text: str, style: TextStyle) -> list[tuple[str, pygame.font.Font]]:
        pieces: list[tuple[str, pygame.font.Font]] = []
        for face, run in self.runs(text, style.face):
            font = self.fonts.font(face, self._big(style, face))
            parts: Sequence[str] = run if style.track else (run,)
            pieces.extend((part, font) for part in parts)
        return pieces

    def _big(self, style: TextStyle, face: Face) -> int:
        larger = HAN_BESIDE_SANS if style.face.startswith("sans") and face.startswith("song") else 1.0
        return round(style.size * self.scale * OVERSAMPLE * larger)


_MARGIN: Final = 2
"""Empty columns left of a set line, for strokes that overhang."""


def _strengthen(picture: Surface) -> None:
    alpha = pygame.surfarray.pixels_alpha(picture)
    alpha[:] = STRENGTHEN[alpha]
