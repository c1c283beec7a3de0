"""What stands on the wall map besides the counties: cartouche, legends, tags, the star."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import pygame
from pygame import Rect, Surface

from game.ui import lines, marks, paper, rects
from game.ui.map_painter import TintInk, tint_colour
from game.ui.palette import INK, PAPER, SHEET, UMBER, VERMILION, mix
from game.ui.theme import LABEL, LABEL_BOLD, Theme
from game.ui.type import TextStyle

CARTOUCHE: Final = TextStyle("song-bold", 22, 28, track=2)
SEAL: Final = 17


@dataclass(frozen=True, slots=True)
class MapWords:
    """The words on the map: its title, the classes of tint from the lightest, and what the marks mean."""

    han: str = ""
    pinyin: str = ""
    classes: tuple[str, ...] = ()
    not_inspected: str = ""
    cooperative: str = ""
    village: str = ""
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A box beside the map: width and height in pixels, and what draws it."""

    size: tuple[int, int]
    paint: Callable[[Surface, Rect], None]


def _widest(pieces: Sequence[Piece]) -> int:
    """Width of a column, pixels."""
    return max((piece.size[0] for piece in pieces), default=0)


@dataclass(frozen=True)
class MapLegend:
    """Cartouche and legends. `sample` is a pair of figures to show what a tag says, `tag_width` its width in pixels."""

    words: MapWords
    ink: TintInk
    sample: tuple[str, str]
    tag_width: int
    theme: Theme

    # ---- measures

    def _width(self, text: str) -> float:
        return self.theme.type.width(text, LABEL)

    def cartouche_size(self) -> tuple[int, int]:
        """Width and height of the title, pixels."""
        if not self.words.han:
            return 0, 0
        widest = max(self.theme.type.width(self.words.han, CARTOUCHE), self._width(self.words.pinyin))
        return round(widest) + self.theme.px(24), self.theme.text_px(62)

    def tints_size(self) -> tuple[int, int]:
        """Width and height of the classes, pixels."""
        words = [*self.words.classes, *([self.words.not_inspected] if self.words.not_inspected else [])]
        if not words:
            return 0, 0
        width = round(max(self._width(text) for text in words)) + self.theme.text_px(42)
        return width, len(words) * self._line + self.theme.px(10)

    def marks_size(self) -> tuple[int, int]:
        """Width and height of the marks, pixels."""
        words = [text for text in (self.words.cooperative, self.words.village, self.words.tag) if text]
        if not words:
            return 0, 0
        plain = max(self._width(text) for text in words[:2]) + self.theme.text_px(42)
        tag = self.tag_width + self.theme.px(22) + self._width(self.words.tag)
        return round(max(plain, tag)), len(words) * self._line + self.theme.px(10)

    def _columns(self, height: int) -> list[list[Piece]]:
        """Title and legends below one another, in as many columns as a height wants."""
        pieces = [
            Piece(self.cartouche_size(), self._paint_cartouche), Piece(self.tints_size(), self._paint_tints),
            Piece(self.marks_size(), self._paint_marks),
        ]  # fmt: skip
        columns: list[list[Piece]] = [[]]
        for piece in (each for each in pieces if each.size[1]):
            reach = sum(above.size[1] + self._gap for above in columns[-1])
            if columns[-1] and reach + piece.size[1] > height:
                columns.append([])
            columns[-1].append(piece)
        return columns

    def width_beside(self, height: int) -> int:
        """The width that title and legends need beside the map where it has some height, pixels."""
        columns = self._columns(height)
        return sum(_widest(column) for column in columns) + self._gap * (len(columns) - 1)

    @property
    def _gap(self) -> int:
        return self.theme.px(10)

    @property
    def _line(self) -> int:
        return self.theme.text_px(18)

    # ---- drawing

    def paint_on(self, surface: Surface, map_rect: Rect) -> None:
        """In the corners and the western bay of the map."""
        room = rects.inset(map_rect, self.theme.px(8))
        tints = Rect((room.x, room.y + round(room.h * 0.45)), self.tints_size())
        others = Rect((0, 0), self.marks_size())
        others.bottomright = room.bottomright
        self._paint(surface, Rect(room.topleft, self.cartouche_size()), tints, others)

    def paint_beside(self, surface: Surface, room: Rect) -> None:
        """One below another in columns beside the map."""
        x = room.x
        for column in self._columns(room.h):
            y, width = room.y, _widest(column)
            for piece in column:
                piece.paint(surface, Rect(x, y, width, piece.size[1]))
                y += piece.size[1] + self._gap
            x += width + self._gap

    def _paint(self, surface: Surface, cartouche: Rect, tints: Rect, others: Rect) -> None:
        for box, paint in ((cartouche, self._paint_cartouche), (tints, self._paint_tints), (others, self._paint_marks)):
            if box.h:
                paint(surface, box)

    def _paint_cartouche(self, surface: Surface, box: Rect) -> None:
        setter = self.theme.type
        paper.fill(surface, box, self.theme, PAPER)
        pygame.draw.rect(surface, INK, box, self.theme.stroke())
        setter.draw(surface, self.words.han, (box.centerx, box.y + self.theme.text_px(28)), CARTOUCHE, INK, "centre")
        setter.draw(surface, self.words.pinyin, (box.centerx, box.y + self.theme.text_px(50)), LABEL, UMBER, "centre")

    def _ground(self, surface: Surface, box: Rect) -> int:
        """The paper of a legend; returns the first baseline."""
        paper.fill(surface, box, self.theme, PAPER)
        pygame.draw.rect(surface, mix(PAPER, INK, 0.5), box, self.theme.stroke())
        return box.y + self.theme.px(4) + self.theme.text_px(14)

    def _paint_tints(self, surface: Surface, box: Rect) -> None:
        baseline = self._ground(surface, box)
        rows = [(tint, text, False) for tint, text in enumerate(self.words.classes)]
        rows += [(2, self.words.not_inspected, True)] if self.words.not_inspected else []
        for tint, text, hatched in rows:
            self._swatch(surface, box.x, baseline, tint, hatched)
            self.theme.type.draw(surface, text, (box.x + self.theme.text_px(36), baseline), LABEL, INK)
            baseline += self._line

    def _swatch(self, surface: Surface, left: int, baseline: int, tint: int, hatched: bool) -> None:
        theme = self.theme
        box = Rect(left + theme.text_px(8), baseline - theme.text_px(11), theme.text_px(20), theme.text_px(13))
        pygame.draw.rect(surface, tint_colour(tint, self.ink), box)
        if hatched:
            marks.hatching(surface, box, SHEET, theme.px(5), theme.stroke(2))
        pygame.draw.rect(surface, UMBER, box, theme.stroke())

    def _paint_marks(self, surface: Surface, box: Rect) -> None:
        theme, baseline = self.theme, self._ground(surface, box)
        text_left = box.x + theme.text_px(34)
        if self.words.cooperative:
            size = theme.text_px(15)
            draw_seal(surface, (box.x + theme.text_px(9) + size / 2, baseline - theme.text_px(5)), size, theme)
            theme.type.draw(surface, self.words.cooperative, (text_left, baseline), LABEL, INK)
            baseline += self._line
        if self.words.village:
            for dx, dy in ((10, -5), (14, -10), (19, -4), (23, -9), (17, 0)):
                dot = theme.stroke(2)
                surface.fill(INK, (box.x + theme.text_px(dx), baseline + theme.text_px(dy), dot, dot))
            theme.type.draw(surface, self.words.village, (text_left, baseline), LABEL, INK)
            baseline += self._line
        if self.words.tag:
            top = box.x + theme.px(6) + self.tag_width / 2, baseline - theme.text_px(13)
            draw_tag(surface, top, self.sample, self.tag_width, theme)
            at = box.x + self.tag_width + theme.px(12), baseline
            theme.type.draw(surface, self.words.tag, at, LABEL, INK)


def draw_tag(surface: Surface, top: tuple[float, float], figures: tuple[str, str], width: int, theme: Theme) -> None:
    """A tag, the known figure at its left and the filed one at its right; `top` is the middle of its upper edge."""
    x, y = round(top[0]), round(top[1])
    box = Rect(x - width // 2, y, width, theme.text_px(17))
    pygame.draw.rect(surface, SHEET, box)
    pygame.draw.rect(surface, mix(SHEET, INK, 0.5), box, theme.stroke())
    baseline = y + theme.text_px(13)
    theme.type.draw(surface, figures[0], (x - theme.text_px(3), baseline), LABEL_BOLD, INK, "right")
    theme.type.draw(surface, figures[1], (x + theme.text_px(3), baseline), LABEL_BOLD, VERMILION)
    lines.vertical(surface, x, box.y + theme.px(3), box.bottom - theme.px(3), mix(SHEET, INK, 0.3), theme.stroke())


def draw_seal(surface: Surface, centre: tuple[float, float], size: int, theme: Theme) -> None:
    """The seal of a cooperative; a plain square where its picture is missing."""
    box = Rect(round(centre[0] - size / 2), round(centre[1] - size / 2), size, size)
    pygame.draw.rect(surface, SHEET, box.inflate(2, 2))
    picture = theme.images.picture("seals/cooperative", (size, size))
    if picture is not None:
        surface.blit(picture, box)
    else:
        pygame.draw.rect(surface, VERMILION, box)


def star(surface: Surface, centre: tuple[float, float], radius: float) -> None:
    """The star at the prefecture's town."""
    points = []
    for number in range(10):
        angle, reach = math.radians(-90 + 36 * number), radius if number % 2 == 0 else radius * 0.4
        points.append((centre[0] + math.cos(angle) * reach, centre[1] + math.sin(angle) * reach))
    lines.polygon(surface, points, INK)
