"""Rules, anti-aliased lines and shapes, all in physical pixels."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal

import pygame
from pygame import Rect, Surface

from game.ui.palette import INK, LOESS, Colour

Point = tuple[float, float]
OVERSAMPLE: Final = 4
LARGE: Final = 40_000
"""Pixels from which a shape is large: drawn less finely, and few are kept."""


def horizontal(
    surface: Surface, left: float, right: float, y: float, colour: Colour = LOESS, thickness: int = 1
) -> None:
    """A rule from left to right whose top is at y."""
    pygame.draw.rect(surface, colour, (round(left), round(y), round(right) - round(left), thickness))


def vertical(surface: Surface, x: float, top: float, bottom: float, colour: Colour = LOESS, thickness: int = 1) -> None:
    """A rule from top to bottom whose left is at x."""
    pygame.draw.rect(surface, colour, (round(x), round(top), thickness, round(bottom) - round(top)))


def dotted(surface: Surface, left: float, right: float, y: float, colour: Colour = INK, scale: float = 1.0) -> None:
    """A dotted rule: two pixels on, one off."""
    dot = max(1, round(scale))
    for x in range(round(left), max(round(left) + 1, round(right)), 3 * dot):
        pygame.draw.rect(surface, colour, (x, round(y), min(2 * dot, max(1, round(right) - x)), dot))


def dashed_vertical(surface: Surface, x: float, top: float, bottom: float, colour: Colour, dash: int = 2) -> None:
    """A vertical rule of short dashes, for connectors between the bars of a waterfall."""
    for y in range(round(top), round(bottom), 2 * dash):
        pygame.draw.rect(surface, colour, (round(x), y, 1, min(dash, round(bottom) - y)))


def thick_thin(surface: Surface, left: float, right: float, y: float, colour: Colour = INK, scale: float = 1.0) -> int:
    """The rule under headings: 3, gap 2, 1. Returns its height, pixels."""
    thick, gap, thin = max(2, round(3 * scale)), max(1, round(2 * scale)), max(1, round(scale))
    horizontal(surface, left, right, y, colour, thick)
    horizontal(surface, left, right, y + thick + gap, colour, thin)
    return thick + gap + thin


def double_frame(surface: Surface, rect: Rect, colour: Colour = INK, scale: float = 1.0) -> Rect:
    """A thick frame and a thin one inside it, as round the wall map. Returns the room inside."""
    thick, gap, thin = max(1, round(2 * scale)), max(1, round(2 * scale)), max(1, round(scale))
    pygame.draw.rect(surface, colour, rect, thick)
    inner = rect.inflate(-2 * (thick + gap), -2 * (thick + gap))
    pygame.draw.rect(surface, colour, inner, thin)
    return inner.inflate(-2 * thin, -2 * thin)


class Patch:
    """A piece of the surface drawn larger and scaled down, which makes edges smooth."""

    def __init__(self, rect: Rect, colour: Colour, oversample: int = OVERSAMPLE) -> None:
        self.rect = rect
        self.oversample = oversample
        self.large = Surface((rect.w * oversample, rect.h * oversample), pygame.SRCALPHA)
        self.large.fill((*colour, 0))

    def at(self, point: Point) -> Point:
        """A point of the surface in the larger drawing."""
        return (point[0] - self.rect.x) * self.oversample, (point[1] - self.rect.y) * self.oversample

    def polygon(self, points: Sequence[Point], colour: Colour) -> None:
        """Fill a polygon."""
        pygame.draw.polygon(self.large, (*colour, 255), [self.at(point) for point in points])

    def circle(self, centre: Point, radius: float, colour: Colour, thickness: float = 0) -> None:
        """A disc, or a ring of some thickness."""
        width = round(thickness * self.oversample)
        pygame.draw.circle(self.large, (*colour, 255), self.at(centre), radius * self.oversample, width)

    def line(self, points: Sequence[Point], colour: Colour, thickness: float) -> None:
        """A line through points, with round joints where it is thick."""
        half = max(1, round(thickness * self.oversample)) / 2
        places = [self.at(point) for point in points]
        for start, end in pairwise(places):
            pygame.draw.polygon(self.large, (*colour, 255), _stroke(start, end, half))
        if half > 1.5:
            for place in places[1:-1]:
                pygame.draw.circle(self.large, (*colour, 255), place, half)

    def stamp(self, surface: Surface, alpha: int = 255) -> None:
        """Scale down and lay on the surface."""
        small = pygame.transform.smoothscale(self.large, self.rect.size)
        if alpha < 255:
            small.set_alpha(alpha)
        surface.blit(small, self.rect)


def _stroke(start: Point, end: Point, half: float) -> list[Point]:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy) or 1.0
    nx, ny = -dy / length * half, dx / length * half
    return [
        (start[0] + nx, start[1] + ny),
        (end[0] + nx, end[1] + ny),
        (end[0] - nx, end[1] - ny),
        (start[0] - nx, start[1] - ny),
    ]


def bounds(points: Sequence[Point], reach: float) -> Rect:
    """The whole pixels round some points, with room for a stroke."""
    left = math.floor(min(point[0] for point in points) - reach)
    top = math.floor(min(point[1] for point in points) - reach)
    right = math.ceil(max(point[0] for point in points) + reach) + 1
    bottom = math.ceil(max(point[1] for point in points) + reach) + 1
    return Rect(left, top, right - left, bottom - top)


def line(surface: Surface, points: Sequence[Point], colour: Colour, thickness: float = 1.0) -> None:
    """A smooth line through points."""
    if len(points) > 1:
        _lay(surface, _shape_of("line", points, thickness + 1, colour, thickness))


def polygon(surface: Surface, points: Sequence[Point], colour: Colour) -> None:
    """A smooth filled polygon."""
    _lay(surface, _shape_of("polygon", points, 1, colour, 0))


def disc(
    surface: Surface,
    centre: Point,
    radius: float,
    fill: Colour | None,
    edge: Colour | None = None,
    thickness: float = 1.6,
) -> None:
    """A smooth disc with an optional edge."""
    for colour, width in ((fill, 0.0), (edge, thickness)):
        if colour is not None:
            _lay(surface, _shape_of("disc", [centre, (centre[0] + radius, centre[1])], radius + 1, colour, width))


@dataclass(frozen=True, slots=True)
class _Shape:
    """A shape by what it looks like and where: the same shape elsewhere is drawn from the same picture."""

    kind: Literal["line", "polygon", "disc"]
    points: tuple[Point, ...]
    size: tuple[int, int]
    colour: Colour
    thickness: float
    at: tuple[int, int] = field(compare=False)


def _shape_of(
    kind: Literal["line", "polygon", "disc"], points: Sequence[Point], reach: float, colour: Colour, thickness: float
) -> _Shape:
    box = bounds(points, reach)
    moved = tuple((round((x - box.x) * 8) / 8, round((y - box.y) * 8) / 8) for x, y in points)
    return _Shape(kind, moved, box.size, colour, thickness, box.topleft)


def _lay(surface: Surface, shape: _Shape) -> None:
    if Rect(shape.at, shape.size).colliderect(surface.get_clip()):
        picture = _small(shape) if shape.size[0] * shape.size[1] < LARGE else _large(shape)
        surface.blit(picture, shape.at)


def _picture(shape: _Shape) -> Surface:
    area = shape.size[0] * shape.size[1]
    patch = Patch(Rect((0, 0), shape.size), shape.colour, OVERSAMPLE if area < LARGE else 3 if area < 6 * LARGE else 2)
    if shape.kind == "line":
        patch.line(shape.points, shape.colour, shape.thickness)
    elif shape.kind == "polygon":
        patch.polygon(shape.points, shape.colour)
    else:
        centre, rim = shape.points
        patch.circle(centre, rim[0] - centre[0], shape.colour, shape.thickness)
    return pygame.transform.smoothscale(patch.large, shape.size)


_small = lru_cache(maxsize=512)(_picture)
_large = lru_cache(maxsize=16)(_picture)


def dash_dot(points: Sequence[Point], pattern: Sequence[float] = (6, 2.5, 1.2, 2.5)) -> Iterator[tuple[Point, Point]]:
    """The strokes of a broken line through points; the pattern gives lengths on and off by turns."""
    index, left, drawn = 0, pattern[0], True
    for start, end in pairwise(points):
        length = math.hypot(end[0] - start[0], end[1] - start[1])
        gone = 0.0
        while gone < length - 1e-9:
            step = min(left, length - gone)
            if drawn:
                yield _between(start, end, gone / length), _between(start, end, (gone + step) / length)
            gone += step
            left -= step
            if left <= 1e-6:
                index = (index + 1) % len(pattern)
                left, drawn = pattern[index], index % 2 == 0


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
