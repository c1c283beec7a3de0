"""A map for a prefecture of which there is none: counties as fields in rows, each as large as the others.

Nothing on it is where it is on the earth. It says which county is which, can be shaded and picked like the drawn map,
and comes out the same every time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sin, sqrt
from pathlib import Path
from typing import Final

from game.ui.atlas import Atlas, County, Place, Ring, load_atlas

WIDTH, HEIGHT = 1.92, 2.0
"""Of the map, in degrees as the drawn map has them, so that both fit the same frames."""
LEFT, RIGHT, ABOVE, BELOW = 0.58, 0.10, 0.30, 0.32
"""Room round the counties, degrees: at the left and below there stand legends, above the name."""
STEPS: Final = 6
"""Points along one side of a field."""
WAVE: Final = 0.035
"""How far a border strays from a straight line, so that fields look like land."""
VILLAGES: Final = 36
"""Dots in a county."""
INSET: Final = 0.16
"""Share of a field at its edge in which no village lies, so that borders stay legible."""


@dataclass(frozen=True, slots=True)
class Named:
    """A county as the map writes it."""

    id: str
    name: str
    han: str


@dataclass(frozen=True, slots=True)
class _Field:
    """One county's place: its row, and its ends within the row from 0 to 1."""

    row: int
    rows: int
    left: float
    right: float

    def at(self, across: float, down: float) -> Place:
        """A place by its shares across and down the field."""
        x = self.left + across * (self.right - self.left)
        y = (self.row + down) / self.rows
        return _bent(x, y)


def atlas_of(path: Path, counties: Sequence[Named]) -> Atlas:
    """The drawn map, if it is of these counties and no others; otherwise a schematic one."""
    drawn = load_atlas(path)
    return drawn if drawn.counties.keys() == {one.id for one in counties} else schematic_atlas(counties)


def schematic_atlas(counties: Sequence[Named]) -> Atlas:
    """The map of some counties, in the order in which they are named."""
    fields = list(_fields(len(counties)))
    return Atlas(
        frame=(0.0, 0.0, WIDTH, HEIGHT),
        east_west=1.0,
        counties={one.id: _county(one, field) for one, field in zip(counties, fields, strict=True)},
        prefecture=(_ring(_Field(0, 1, 0.0, 1.0), 4 * STEPS),),
        town=(),
        town_seat=fields[0].at(0.5, 0.82),
        borders=tuple(_borders(fields)),
        neighbours=(), rivers=(), hachures_outside=(), hachures_inside=(), credit="",
    )  # fmt: skip


def _fields(count: int) -> Iterator[_Field]:
    """Rows of nearly as many fields each, the fuller ones below."""
    rows = max(1, round(sqrt(count)))
    done = 0
    for row in range(rows):
        here = (count - done) // (rows - row)
        for place in range(here):
            yield _Field(row, rows, place / here, (place + 1) / here)
        done += here


def _bent(x: float, y: float) -> Place:
    """A place of the unit square, from the north-west, on the map; lines are a little bent on the way."""
    bent_x = x + WAVE * sin(9.0 * y + 2.0) * (1.0 - abs(2.0 * x - 1.0)) + 0.5 * WAVE * sin(14.0 * y)
    bent_y = y + WAVE * sin(8.0 * x + 1.0)
    return LEFT + bent_x * (WIDTH - LEFT - RIGHT), HEIGHT - ABOVE - bent_y * (HEIGHT - ABOVE - BELOW)


def _county(one: Named, field: _Field) -> County:
    return County(
        id=one.id, name=one.name, han=one.han, han_traditional=one.han, rings=(_ring(field),),
        label=field.at(0.5, 0.5), seat=field.at(0.5, 0.82), villages=tuple(_villages(field)),
    )  # fmt: skip


def _ring(field: _Field, steps: int = STEPS) -> Ring:
    """Once round the field, with so many points along each side."""
    along = [step / steps for step in range(steps)]
    return (
        *(field.at(share, 0.0) for share in along), *(field.at(1.0, share) for share in along),
        *(field.at(1.0 - share, 1.0) for share in along), *(field.at(0.0, 1.0 - share) for share in along),
    )  # fmt: skip


def _villages(field: _Field) -> Iterator[Place]:
    """Places spread evenly without standing in rows: the additive sequence of two irrational steps."""
    for number in range(1, VILLAGES + 1):
        across, down = (number * 0.7548776662466927) % 1.0, (number * 0.5698402909980532) % 1.0
        yield field.at(INSET + (1.0 - 2.0 * INSET) * across, INSET + (1.0 - 2.0 * INSET) * down)


def _borders(fields: Sequence[_Field]) -> Iterator[Ring]:
    """Lines between counties: below each row but the last, and at the right of each field but the row's last."""
    along = [step / (2 * STEPS) for step in range(2 * STEPS + 1)]
    for row in range(fields[0].rows - 1):
        yield tuple(_bent(share, (row + 1) / fields[0].rows) for share in along)
    for field in fields:
        if field.right < 1.0:
            yield tuple(field.at(1.0, share) for share in along)
