"""The geometry of the wall map, read from its file: counties, borders, rivers, hachures, villages, in degrees."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from pygame import Rect

Place = tuple[float, float]
"""Longitude and latitude, degrees."""
Ring = tuple[Place, ...]
Box = tuple[float, float, float, float]
"""West, south, east, north, degrees."""


@dataclass(frozen=True)
class County:
    """A county as it was in 1951, by its id."""

    id: str
    name: str
    han: str
    han_traditional: str
    rings: tuple[Ring, ...]
    label: Place
    seat: Place
    villages: tuple[Place, ...]

    @cached_property
    def box(self) -> Box:
        """The box round its outline."""
        return box_of(self.rings)

    def holds(self, place: Place) -> bool:
        """Whether a place lies inside."""
        west, south, east, north = self.box
        inside = west <= place[0] <= east and south <= place[1] <= north
        return inside and any(ring_holds(ring, place) for ring in self.rings)


@dataclass(frozen=True)
class Atlas:
    """Everything on the wall map."""

    frame: Box
    east_west: float
    counties: Mapping[str, County]
    prefecture: tuple[Ring, ...]
    town: tuple[Ring, ...]
    town_seat: Place
    borders: tuple[Ring, ...]
    neighbours: tuple[Ring, ...]
    rivers: tuple[Ring, ...]
    hachures_outside: tuple[Box, ...]
    hachures_inside: tuple[Box, ...]
    credit: str

    def county_at(self, place: Place) -> County | None:
        """The county that a place lies in, or None."""
        return next((county for county in self.counties.values() if county.holds(place)), None)


def load_atlas(path: Path) -> Atlas:
    """Read the wall map's file. Raises: FileNotFoundError, KeyError if it is not what it should be."""
    document = json.loads(path.read_text(encoding="utf-8"))
    return Atlas(
        frame=_box(document["frame"]),
        east_west=document["east_west"],
        counties={key: _county(key, entry) for key, entry in document["counties"].items()},
        prefecture=_rings(document["prefecture"]),
        town=_rings(document["town"]["rings"]),
        town_seat=_place(document["town"]["seat"]),
        borders=_rings(document["borders"]),
        neighbours=tuple(ring for entry in document["neighbours"].values() for ring in _rings(entry["rings"])),
        rivers=_rings(document["rivers"]),
        hachures_outside=tuple(_box(stroke) for stroke in document["hachures"]["dense"]),
        hachures_inside=tuple(_box(stroke) for stroke in document["hachures"]["sparse"]),
        credit=document["credit"],
    )


def _county(key: str, entry: Mapping[str, Any]) -> County:
    return County(
        id=key,
        name=entry["name"],
        han=entry["zh_simplified"],
        han_traditional=entry["zh_traditional"],
        rings=_rings(entry["rings"]),
        label=_place(entry["label"]),
        seat=_place(entry["seat"]),
        villages=tuple(_place(village) for village in entry["villages"]),
    )


def _place(pair: Sequence[float]) -> Place:
    return float(pair[0]), float(pair[1])


def _box(four: Sequence[float]) -> Box:
    west, south, east, north = four
    return west, south, east, north


def _rings(lists: Iterable[Sequence[Sequence[float]]]) -> tuple[Ring, ...]:
    return tuple(tuple(_place(pair) for pair in ring) for ring in lists)


def box_of(rings: Iterable[Ring], margin: float = 0.0) -> Box:
    """The box round some rings with a margin, degrees."""
    places = [place for ring in rings for place in ring]
    longitudes, latitudes = [place[0] for place in places], [place[1] for place in places]
    return min(longitudes) - margin, min(latitudes) - margin, max(longitudes) + margin, max(latitudes) + margin


def ring_holds(ring: Ring, place: Place) -> bool:
    """Whether a closed ring goes round a place (even-odd rule)."""
    x, y = place
    inside = False
    x0, y0 = ring[-1]
    for x1, y1 in ring:
        if (y1 > y) != (y0 > y) and x < (x0 - x1) * (y - y1) / (y0 - y1) + x1:
            inside = not inside
        x0, y0 = x1, y1
    return inside


@dataclass(frozen=True)
class Projection:
    """Degrees to pixels: a box of the earth fitted into a rectangle, north up, nothing stretched."""

    box: Box
    rect: Rect
    east_west: float
    padding: int = 0

    @cached_property
    def pixels_per_degree(self) -> float:
        """Pixels to a degree of latitude."""
        west, south, east, north = self.box
        wide = (self.rect.w - 2 * self.padding) / ((east - west) * self.east_west)
        return max(1.0, min(wide, (self.rect.h - 2 * self.padding) / (north - south)))

    @cached_property
    def _origin(self) -> tuple[float, float]:
        west, south, east, north = self.box
        x = self.rect.centerx - self.pixels_per_degree * (west + east) / 2 * self.east_west
        return x, self.rect.centery + self.pixels_per_degree * (south + north) / 2

    def at(self, place: Place) -> tuple[float, float]:
        """The pixel of a place."""
        x, y = self._origin
        return x + self.pixels_per_degree * place[0] * self.east_west, y - self.pixels_per_degree * place[1]

    def ring(self, ring: Iterable[Place]) -> list[tuple[float, float]]:
        """The pixels of a ring."""
        return [self.at(place) for place in ring]

    def place(self, pixel: tuple[float, float]) -> Place:
        """The place at a pixel."""
        x, y = self._origin
        return (pixel[0] - x) / self.pixels_per_degree / self.east_west, (y - pixel[1]) / self.pixels_per_degree
