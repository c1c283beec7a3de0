"""The marks that carry meaning: what is known (grey, inked ends), what is filed (a hollow vermilion stamp), tallies."""

from collections.abc import Iterable
from typing import Final, Literal

import pygame
from pygame import Rect, Surface

from game.ui import lines
from game.ui.lines import Point
from game.ui.palette import BAND, BAND_INSPECTED, GHOST, INK, PAPER, SHEET, VERMILION, Colour
from game.ui.theme import LABEL_BOLD, Theme

Direction = Literal["up", "down", "left", "right"]

ZHENG: Final = (
    ((0.04, 0.08), (0.96, 0.08)),
    ((0.52, 0.08), (0.52, 0.92)),
    ((0.52, 0.48), (0.92, 0.48)),
    ((0.18, 0.42), (0.18, 0.92)),
    ((0.00, 0.93), (1.00, 0.93)),
)
"""The five strokes of the counting character, in a unit square, in the order they are written."""

TRIANGLES: Final[dict[Direction, tuple[Point, ...]]] = {
    "up": ((0, -1), (0.95, 0.8), (-0.95, 0.8)),
    "down": ((0, 1), (0.95, -0.8), (-0.95, -0.8)),
    "left": ((-1, 0), (0.8, -0.95), (0.8, 0.95)),
    "right": ((1, 0), (-0.8, -0.95), (-0.8, 0.95)),
}


def focus_ring(surface: Surface, rect: Rect, theme: Theme, colour: Colour = INK) -> None:
    """2 px of ink, 4 px outside the thing that has the focus."""
    gap, width = theme.px(4), theme.stroke(2)
    pygame.draw.rect(surface, colour, rect.inflate(2 * (gap + width), 2 * (gap + width)), width)


def known_bar(
    surface: Surface,
    low_x: float,
    high_x: float,
    y: float,
    theme: Theme,
    half_height: float = 5,
    inspected: bool = False,
) -> None:
    """What is known: grey between inked ends, darker if inspected; one stroke where it is known exactly."""
    left, right, middle = round(low_x), round(high_x), round(y)
    half, end = theme.mark_px(half_height), theme.stroke(2)
    if right - left <= 2 * end + 1:
        stroke = theme.stroke(3)
        pygame.draw.rect(surface, INK, ((left + right - stroke) // 2, middle - half, stroke, 2 * half + 1))
        return
    grey = BAND_INSPECTED if inspected else BAND
    pygame.draw.rect(surface, grey, (left, middle - half, right - left, 2 * half + 1))
    for x in (left, right - end):
        pygame.draw.rect(surface, INK, (x, middle - half, end, 2 * half + 1))


def filed_stamp(
    surface: Surface, x: float, y: float, theme: Theme, half_height: float = 6, ground: Colour = PAPER
) -> None:
    """What is filed: a hollow vermilion stamp; what lies under it shows through."""
    rect = _stamp_rect(x, y, theme, half_height)
    pygame.draw.rect(surface, ground, rect.inflate(2, 2), 1)
    pygame.draw.rect(surface, VERMILION, rect, max(3, theme.mark_px(3)))


def considered_stamp(surface: Surface, x: float, y: float, theme: Theme, half_height: float = 7) -> None:
    """A figure that is only being considered: the same stamp, dotted."""
    rect = _stamp_rect(x, y, theme, half_height)
    dot = theme.stroke(2)
    for left in range(rect.left, rect.right, 2 * dot):
        width = min(dot, rect.right - left)
        pygame.draw.rect(surface, VERMILION, (left, rect.top, width, dot))
        pygame.draw.rect(surface, VERMILION, (left, rect.bottom - dot, width, dot))
    for top in range(rect.top, rect.bottom, 2 * dot):
        height = min(dot, rect.bottom - top)
        pygame.draw.rect(surface, VERMILION, (rect.left, top, dot, height))
        pygame.draw.rect(surface, VERMILION, (rect.right - dot, top, dot, height))


def _stamp_rect(x: float, y: float, theme: Theme, half_height: float) -> Rect:
    half_width, half = theme.mark_px(5), theme.mark_px(half_height)
    return Rect(round(x) - half_width, round(y) - half, 2 * half_width + 1, 2 * half + 1)


def tally(
    surface: Surface, left: float, bottom: float, count: int, total: int, size: float, gap: float, ghost: Colour = GHOST
) -> float:
    """`count` strokes of `total` as counting characters; spent strokes stay as ghosts. Returns the right edge."""
    x = left
    for first in range(0, total, 5):
        for offset, (start, end) in enumerate(ZHENG[: total - first]):
            here = first + offset < count
            ends = [(x + px * size, bottom - size + py * size) for px, py in (start, end)]
            lines.line(surface, ends, INK if here else ghost, size * (0.092 if here else 0.06))
        x += size + gap
    return x - gap


def triangle(
    surface: Surface, x: float, y: float, radius: float, colour: Colour = INK, direction: Direction = "up"
) -> None:
    """A filled triangle about a point."""
    lines.polygon(surface, [(x + dx * radius, y + dy * radius) for dx, dy in TRIANGLES[direction]], colour)


def diamond(surface: Surface, x: float, y: float, radius: float, colour: Colour, ground: Colour | None = SHEET) -> None:
    """A hollow diamond about a point."""
    corners = [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)]
    if ground is not None:
        lines.polygon(surface, corners, ground)
    lines.line(surface, [*corners, corners[0], corners[1]], colour, 1.6)


def pips(surface: Surface, left: float, bottom: float, count: int, total: int, theme: Theme) -> None:
    """A row of small squares, the first `count` filled."""
    side, step = theme.px(10), theme.px(13)
    for number in range(total):
        rect = Rect(round(left) + number * step, round(bottom) - side, side, side)
        pygame.draw.rect(surface, INK, rect, 0 if number < count else theme.stroke())


def keycap_width(label: str, theme: Theme) -> int:
    """Width of a keycap, pixels."""
    return max(theme.text_px(18), round(theme.type.width(label, LABEL_BOLD)) + theme.text_px(10))


def keycap(surface: Surface, left: float, baseline: float, label: str, theme: Theme, colour: Colour = INK) -> int:
    """A key drawn as a ruled box round its name. Returns its width, pixels."""
    width = keycap_width(label, theme)
    rect = Rect(round(left), round(baseline) - theme.text_px(14), width, theme.text_px(19))
    pygame.draw.rect(surface, colour, rect, theme.stroke())
    theme.type.draw(surface, label, (rect.x + rect.w / 2, baseline), LABEL_BOLD, colour, "centre")
    return width


def hatching(surface: Surface, rect: Rect, colour: Colour, step: int, thickness: int) -> None:
    """Slanting lines inside a rectangle."""
    before = surface.get_clip()
    surface.set_clip(rect.clip(before))
    for x in range(rect.left - rect.h, rect.right, step):
        pygame.draw.line(surface, colour, (x, rect.bottom), (x + rect.h, rect.top), thickness)
    surface.set_clip(before)


def gap_ruling(surface: Surface, upper: Iterable[Point], lower: Iterable[Point], step: int, colour: Colour) -> None:
    """Fine vertical lines between two lines that share their x places: the gap between the ledgers."""
    top, bottom = list(upper), list(lower)
    for number in range(len(top) - 1):
        (x0, a0), (x1, a1) = top[number], top[number + 1]
        (_, b0), (_, b1) = bottom[number], bottom[number + 1]
        first = -(-round(x0) // step) * step
        for x in range(first, round(x1) + 1, step):
            share = (x - x0) / (x1 - x0) if x1 > x0 else 0.0
            high, low = a0 + (a1 - a0) * share, b0 + (b1 - b0) * share
            if abs(low - high) > 1:
                lines.vertical(surface, x, min(high, low), max(high, low), colour)
