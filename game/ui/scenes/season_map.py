"""Small maps of the prefecture: what is known of each county as a tint, and triangles where it changed its class."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import ClassVar, Final, Unpack

import pygame
from pygame import Rect, Surface

from game.ui import marks
from game.ui.lines import Point
from game.ui.palette import INK, LOESS, MAP_TINT, PAPER, SHEET, UMBER, Colour, mix
from game.ui.schematic import Named, atlas_of
from game.ui.theme import LABEL, Theme
from game.ui.widgets.base import Common, Widget
from game.ui.widgets.chart import Mark

Ring = tuple[Point, ...]
TINTS: Final = (0.0, 0.13, 0.26, 0.40)
OVERSAMPLE: Final = 3


@dataclass(frozen=True, slots=True)
class Outlines:
    """The rings of the counties and of the prefecture, degrees east and north; `squeeze` is km east per km north."""

    counties: Mapping[str, tuple[Ring, ...]]
    prefecture: tuple[Ring, ...]
    town: tuple[Ring, ...]
    frame: tuple[float, float, float, float]
    squeeze: float

    def shape(self) -> float:
        """Width over height."""
        west, south, east, north = self.frame
        return (east - west) * self.squeeze / (north - south)


@lru_cache(maxsize=2)
def outlines(path: Path, counties: tuple[str, ...]) -> Outlines:
    """The outlines in a map file, or schematic ones if it has other counties; made once.

    Raises: OSError, ValueError if the file is missing or damaged.
    """
    atlas = atlas_of(path, [Named(county, "", "") for county in counties])
    prefecture = atlas.prefecture
    east = [point[0] for ring in prefecture for point in ring]
    north = [point[1] for ring in prefecture for point in ring]
    return Outlines(
        {county: entry.rings for county, entry in atlas.counties.items()},
        prefecture,
        atlas.town,
        (min(east), min(north), max(east), max(north)),
        atlas.east_west,
    )


@dataclass(frozen=True, slots=True)
class Classes:
    """Tints by class: a county belongs to the last edge (a share, 0-1) that it reaches."""

    edges: tuple[float, ...]

    def of(self, value: float) -> int:
        """The class of a value: 0 below the first edge."""
        return sum(value >= edge for edge in self.edges)

    def tint(self, number: int) -> Colour:
        """The tint of a class."""
        return mix(SHEET, MAP_TINT, TINTS[min(number, len(TINTS) - 1)])


def classes_for(values: Sequence[float]) -> Classes:
    """Three edges a tenth apart (or less where all counties are much alike) round the middle of the values."""
    if not values:
        return Classes((0.2, 0.3, 0.4))
    low, high = min(values), max(values)
    step = 0.1 if high - low > 0.2 else 0.05
    middle = round((low + high) / 2 / step) * step
    return Classes(tuple(round(max(middle + shift * step, step), 2) for shift in (-1, 0, 1)))


class SmallMap(Widget):
    """The counties; each is a mark that can be reached and says its figures."""

    role: ClassVar[str] = "map"
    part = True

    def __init__(
        self,
        label: str,
        values: Mapping[str, float],
        classes: Classes,
        *,
        said: Mapping[str, tuple[str, str]],
        before: Mapping[str, float] | None = None,
        **common: Unpack[Common],
    ) -> None:
        super().__init__(label, **common)
        self.values, self.classes, self.before = values, classes, before or {}
        self.adopt(*(Mark(*said[county]) for county in values if county in said))
        self._counties = [county for county in values if county in said]
        self._drawn: Surface | None = None

    def _outlines(self) -> Outlines:
        return outlines(self.theme.images.assets / "map" / "wall_map.json", tuple(self.values))

    def _caption_height(self, theme: Theme) -> int:
        return theme.type.line_height(LABEL)

    def height_for(self, width: int, theme: Theme) -> int:
        return theme.px(178) + self._caption_height(theme)

    def width_for(self, theme: Theme) -> int:
        return theme.px(124)

    def _field(self) -> Rect:
        """The part of its rectangle that the prefecture fills."""
        room = Rect(self.rect.x, self.rect.y, self.rect.w, self.rect.h - self._caption_height(self.theme))
        inner = room.inflate(-self.theme.px(12), -self.theme.px(12))
        shape = self._outlines().shape()
        width = min(inner.w, round(inner.h * shape))
        field = Rect(0, 0, width, round(width / shape))
        field.center = inner.center
        return field

    def arrange(self) -> None:
        self._drawn = None
        half = self.theme.px(7)
        for county, child in zip(self._counties, self.children, strict=True):
            x, y = self._middle(county, self._field())
            child.layout(Rect(round(x) - half, round(y) - half, 2 * half, 2 * half), self.theme)

    def _place(self, point: Point, field: Rect) -> Point:
        west, south, east, north = self._outlines().frame
        x = field.x + (point[0] - west) / (east - west) * field.w
        return x, field.y + (north - point[1]) / (north - south) * field.h

    def _middle(self, county: str, field: Rect) -> Point:
        """The middle of a county's largest ring."""
        ring = max(self._outlines().counties[county], key=len)
        points = [self._place(point, field) for point in ring]
        return centroid(points)

    # ---- drawing

    def paint(self, surface: Surface) -> None:
        if self._drawn is None or self._drawn.get_size() != self.rect.size:
            self._drawn = self._print()
        surface.blit(self._drawn, self.rect)
        theme = self.theme
        baseline = self.rect.bottom - self._caption_height(theme) + theme.type.baseline(LABEL)
        theme.type.draw(surface, self.label, (self.rect.centerx, baseline), LABEL, INK, "centre")
        for county in self._counties:
            self._paint_change(surface, county)

    def _print(self) -> Surface:
        """The map without marks, drawn larger and scaled down."""
        field = self._field().move(-self.rect.x, -self.rect.y)
        large = Surface((self.rect.w * OVERSAMPLE, self.rect.h * OVERSAMPLE), pygame.SRCALPHA)
        large.fill((*PAPER, 0))
        big = Rect(*(edge * OVERSAMPLE for edge in field))
        stroke = self.theme.scale * OVERSAMPLE
        shapes = self._outlines()
        for ring in shapes.prefecture:
            _stroke(large, [self._place(point, big) for point in ring], mix(PAPER, LOESS, 0.45), 7 * stroke)
        for county, rings in shapes.counties.items():
            tint = self.classes.tint(self.classes.of(self.values[county])) if county in self.values else PAPER
            for ring in rings:
                pygame.draw.polygon(large, tint, [self._place(point, big) for point in ring])
        for rings in shapes.counties.values():
            for ring in rings:
                _stroke(large, [self._place(point, big) for point in ring], UMBER, 0.8 * stroke)
        for ring in shapes.prefecture:
            _stroke(large, [self._place(point, big) for point in ring], INK, 1.6 * stroke)
        return pygame.transform.smoothscale(large, self.rect.size)

    def _paint_change(self, surface: Surface, county: str) -> None:
        if county not in self.before:
            return
        step = self.classes.of(self.values[county]) - self.classes.of(self.before[county])
        if not step:
            return
        x, y = self._middle(county, self._field())
        direction: marks.Direction = "up" if step > 0 else "down"
        marks.triangle(surface, x, y, self.theme.px(6), SHEET, direction)
        marks.triangle(surface, x, y, self.theme.px(4.2), INK, direction)


def _stroke(surface: Surface, points: Sequence[Point], colour: Colour, width: float) -> None:
    whole = max(1, round(width))
    pygame.draw.lines(surface, colour, True, points, whole)
    if whole > 3:
        for point in points:
            pygame.draw.circle(surface, colour, point, whole // 2)


def centroid(points: Sequence[Point]) -> Point:
    """The middle of a polygon's area."""
    area = x = y = 0.0
    for (x0, y0), (x1, y1) in zip(points, (*points[1:], points[0]), strict=True):
        cross = x0 * y1 - x1 * y0
        area, x, y = area + cross, x + (x0 + x1) * cross, y + (y0 + y1) * cross
    return (x / (3 * area), y / (3 * area)) if area else points[0]


class MapLegend(Widget):
    """The tints of the classes with their shares."""

    role: ClassVar[str] = "group"

    def __init__(self, labels: Sequence[str], classes: Classes, label: str = "") -> None:
        super().__init__(label, ", ".join(labels))
        self.labels, self.classes = tuple(labels), classes

    def _widths(self, theme: Theme) -> list[int]:
        box = theme.text_px(16) + theme.px(6)
        return [box + round(theme.type.width(label, LABEL)) + theme.px(10) for label in self.labels]

    def _rows(self, width: int, theme: Theme) -> list[list[int]]:
        rows: list[list[int]] = [[]]
        reach = 0
        for number, own in enumerate(self._widths(theme)):
            if rows[-1] and reach + own - theme.px(10) > width:
                rows.append([])
                reach = 0
            rows[-1].append(number)
            reach += own
        return rows

    def height_for(self, width: int, theme: Theme) -> int:
        return len(self._rows(width, theme)) * theme.type.line_height(LABEL)

    def width_for(self, theme: Theme) -> int:
        return sum(self._widths(theme))

    def paint(self, surface: Surface) -> None:
        theme = self.theme
        widths, line = self._widths(theme), theme.type.line_height(LABEL)
        for row, numbers in enumerate(self._rows(self.rect.w, theme)):
            x, baseline = self.rect.x, self.rect.y + row * line + theme.type.baseline(LABEL)
            for number in numbers:
                box = Rect(x, baseline - theme.text_px(11), theme.text_px(16), theme.text_px(13))
                pygame.draw.rect(surface, self.classes.tint(number), box)
                pygame.draw.rect(surface, UMBER, box, theme.stroke())
                theme.type.draw(surface, self.labels[number], (box.right + theme.px(6), baseline), LABEL, INK)
                x += widths[number]
