"""The eight vignettes: which things stand in each, and how each part of them is carved. See things.py."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sdf import DISTANCE, POINTS, XYZ, box, capsule, joined
from things import (
    CAVES,
    abacus,
    basket,
    bench,
    caps_of_snow,
    cliff,
    dou,
    folders,
    furrows,
    ground,
    heap,
    inkstone,
    jar,
    mill,
    moved,
    open_book,
    ox,
    plough,
    primers,
    roller,
    sack,
    seal_and_box,
    shelf,
    shovel,
    snow,
    stack,
    stall,
    table,
    timber,
    trough,
    turned,
    woodpile,
)
from woodcut import FIELD

PARTS = Callable[[POINTS], list[DISTANCE]]


@dataclass(frozen=True)
class Stuff:
    """How a part is carved: lines along `phase`, from a darkness on, and a loess tint from a darkness on."""

    phase: Callable[[NDArray[np.float32]], FIELD]
    dark: float = 0.22
    gain: float = 1.25
    most: float = 0.96
    tint: float = 0.25
    texture: float = 0.0  # share of line even in full light, broken up
    soft: bool = False  # lines in loess, for what should stand back


@dataclass(frozen=True)
class Scene:
    """A vignette. `tilt` lowers the view, in radians."""

    parts: PARTS
    stuffs: Sequence[Stuff]
    tilt: float = 0.30
    aim: XYZ = (0.10, 0.66, 0)
    height: float = 3.3
    light: XYZ = (-0.62, 0.755, 0.342)  # towards the sun, in ground space


def along(axis: int, period: float) -> Callable[[NDArray[np.float32]], FIELD]:
    """Lines across an axis."""
    return lambda q: np.asarray(q[..., axis] / period)


def rings(x: float, z: float, period: float) -> Callable[[NDArray[np.float32]], FIELD]:
    """Rings round an upright line."""
    return lambda q: np.asarray(np.hypot(q[..., 0] - x, q[..., 2] - z) / period)


def threshing_floor(p: POINTS) -> list[DISTANCE]:
    """Heaps, measure, roller, shovel and basket before three caves."""
    heaps = joined(heap(p, 0.75, 0.1, 1.05, 0.86), heap(p, -1.75, -0.9, 0.70, 0.50), 0.05)
    return [
        ground(p),
        cliff(p, CAVES),
        heaps,
        dou(p, (-0.62, 0, 0.62), 0.5),
        roller(p, (1.98, 0.26, 0.80), -0.45),
        shovel(p),
        basket(p, (-1.72, 0, 0.55)),
    ]


def oxen(p: POINTS) -> list[DISTANCE]:
    """Two oxen at a stone trough, fodder beside them."""
    fodder = np.minimum(box(p, (0.15, 0.50, 0.55), (0.80, 0.05, 0.18), 0.04), heap(p, -2.75, 0.9, 0.75, 0.55))
    return [
        ground(p),
        stall(p),
        timber(p),
        ox(p, (-1.45, 0, 0.2), 0.12, 1.0),
        ox(p, (1.95, 0, -0.15), np.pi - 0.20, 1.06),
        trough(p),
        fodder,
    ]


def accounts(p: POINTS) -> list[DISTANCE]:
    """Abacus, open account book, brush and lamp on a table."""
    frame, beads = abacus(p, (-1.35, 0, 0.35), 0.14)
    brush = np.minimum(
        capsule(p, (2.55, 0.09, 0.95), (3.05, 0.09, -0.20), 0.045),
        capsule(p, (2.42, 0.07, 1.25), (2.54, 0.09, 0.97), 0.008, 0.062),
    )
    lamp = turned(
        p,
        (0.62, 0, -1.10),
        ((0, 0.26), (0.06, 0.24), (0.12, 0.08), (0.42, 0.06), (0.48, 0.22), (0.60, 0.27), (0.66, 0.25)),
    )
    wall = p[..., 2] + 2.0
    return [table(p), frame, beads, open_book(p, (1.30, 0, 0.35), -0.16), brush, lamp, wall]


def writing_table(p: POINTS) -> list[DISTANCE]:
    """Inkstone, brush on its rest, seal, papers, bundles of files."""
    brush = np.minimum(
        capsule(p, (-1.30, 0.20, 1.22), (0.02, 0.14, 1.42), 0.040),
        capsule(p, (-1.62, 0.16, 1.17), (-1.32, 0.20, 1.215), 0.006, 0.06),
    )
    stick = box(moved(p, (-0.85, 0.09, 0.02), 0.9), (0, 0, 0), (0.26, 0.07, 0.09), 0.02)
    wall = p[..., 2] + 2.0
    return [
        table(p),
        inkstone(p, (-1.75, 0, 0.45), 0.22),
        seal_and_box(p),
        stack(p),
        np.minimum(brush, stick),
        folders(p),
        wall,
    ]


def field_and_plough(p: POINTS) -> list[DISTANCE]:
    """The ground, the plough, a seed basket and a hoe."""
    hoe = np.minimum(
        capsule(p, (1.95, 0.10, 0.95), (2.75, 1.18, 0.05), 0.035),
        box(moved(p, (1.92, 0.10, 1.02), 0.5), (0, 0, 0), (0.17, 0.03, 0.11), 0.01),
    )
    return [furrows(p), plough(p), basket(p, (2.45, 0.03, 0.75), 0.34, 0.36), hoe]


def store_room(p: POINTS) -> list[DISTANCE]:
    """Jars in a row, sacks, a measure and a shelf."""
    jars = np.minimum(jar(p, (-2.35, 0, -0.55), 1.10), jar(p, (-0.85, 0, -0.75), 1.16))
    jars = np.minimum(jars, np.minimum(jar(p, (0.62, 0, -0.70), 1.08), jar(p, (-1.55, 0, 0.55), 0.72)))
    sacks = np.minimum(sack(p, (2.05, 0, -0.35), 0.3), sack(p, (2.85, 0, 0.10), -0.4))
    wall = p[..., 2] + 1.85 + 0.02 * np.sin(p[..., 0] * 4 + p[..., 1] * 3)
    return [ground(p), wall, jars, sacks, dou(p, (0.35, 0, 0.80), -0.3), shelf(p)]


def courtyard(p: POINTS) -> list[DISTANCE]:
    """A cave dwelling's yard in snow."""
    return [snow(p), cliff(p, CAVES, -2.2), mill(p), woodpile(p), caps_of_snow(p)]


def class_room(p: POINTS) -> list[DISTANCE]:
    """Blackboard on the wall, desks, primers, a stove pipe's worth of winter outside."""
    wall = p[..., 2] + 1.55
    board = box(p, (0.05, 1.62, -1.50), (1.72, 0.62, 0.03), 0.01)
    frame = np.maximum(
        box(p, (0.05, 1.62, -1.48), (1.80, 0.70, 0.06), 0.01), -box(p, (0.05, 1.62, -1.4), (1.70, 0.60, 0.3))
    )
    ledge = box(p, (0.05, 0.90, -1.38), (1.80, 0.03, 0.11), 0.01)
    desks = np.minimum(bench(p, (-1.45, 0, 0.95)), bench(p, (1.55, 0, 0.95)))
    return [ground(p), wall, board, np.minimum(frame, ledge), desks, primers(p)]


EARTH = Stuff(along(2, 0.085), dark=0.45, gain=1.5, tint=0.42, texture=0.16)
WOOD = Stuff(along(0, 0.07))
PLANKS = Stuff(along(2, 0.075), dark=0.30, gain=1.0, tint=0.20, texture=0.14)
WICKER = Stuff(along(1, 0.05), dark=0.20, tint=0.25, texture=0.2)
STONE = Stuff(along(0, 0.06), dark=0.15, gain=1.3, tint=0.35)
WALL = Stuff(along(1, 0.085), dark=0.10, gain=0.9, most=0.72, tint=0.80, texture=0.22, soft=True)
LEAVES = Stuff(along(1, 0.045), dark=0.32, gain=1.1, tint=0.40)


SCENES: dict[str, Scene] = {
    "threshing-floor": Scene(
        threshing_floor,
        (
            EARTH,
            Stuff(along(0, 0.085), dark=0.27, gain=0.95, tint=0.45),
            Stuff(along(1, 0.062), dark=0.28, gain=1.3, tint=0.22),
            WOOD,
            STONE,
            Stuff(along(1, 0.2), dark=0.40, gain=4.0, tint=0),
            WICKER,
        ),
    ),
    "oxen": Scene(
        oxen,
        (
            EARTH,
            WALL,
            Stuff(along(0, 0.05), dark=0.2, tint=0.1),
            Stuff(lambda q: (q[..., 0] * 0.8 + q[..., 1] * 0.55) / 0.075, dark=0.20, gain=1.35, tint=0.12),
            Stuff(lambda q: (q[..., 0] * 0.8 - q[..., 1] * 0.55) / 0.075, dark=-0.22, gain=1.3, tint=0.0),
            STONE,
            Stuff(lambda q: (q[..., 0] + q[..., 1]) / 0.05, dark=0.15, tint=0.2, texture=0.3),
        ),
        tilt=0.26,
        aim=(0.12, 0.80, 0),
        height=3.2,
    ),
    "accounts": Scene(
        accounts,
        (
            PLANKS,
            Stuff(along(1, 0.05), dark=0.02, gain=1.9, tint=0.0),
            Stuff(along(0, 0.05), dark=0.42, gain=1.3, tint=0.12),
            LEAVES,
            Stuff(along(0, 0.04), dark=0.25, gain=2.0, tint=0.1),
            Stuff(along(1, 0.05), dark=0.1, gain=1.4, tint=0.3),
            WALL,
        ),
        tilt=0.72,
        aim=(0.0, 0.12, 0),
        height=3.0,
        light=(-0.55, 0.85, 0.30),
    ),
    "inkstone-and-seal": Scene(
        writing_table,
        (
            PLANKS,
            Stuff(along(0, 0.045), dark=-0.35, gain=1.2, tint=0.0),
            Stuff(along(1, 0.045), dark=0.15, gain=1.35, tint=0.1),
            LEAVES,
            Stuff(along(0, 0.04), dark=0.2, gain=2.0, tint=0.1),
            Stuff(along(1, 0.05), dark=0.25, gain=1.2, tint=0.1),
            WALL,
        ),
        tilt=0.62,
        aim=(0.05, 0.22, 0),
        height=2.9,
        light=(-0.55, 0.85, 0.30),
    ),
    "field-and-plough": Scene(
        field_and_plough,
        (
            Stuff(lambda q: (q[..., 0] + 0.15 * q[..., 2]) / 0.075, dark=0.22, gain=1.2, tint=0.30),
            Stuff(along(0, 0.06), dark=0.05, gain=1.8, tint=0.0),
            WICKER,
            Stuff(along(1, 0.06), dark=0.1, gain=2.0, tint=0.0),
        ),
        tilt=0.42,
        aim=(0.25, 0.62, 0),
        height=3.1,
    ),
    "jars": Scene(
        store_room,
        (
            EARTH,
            WALL,
            Stuff(along(1, 0.062), dark=0.02, gain=1.25, tint=0.0),
            Stuff(lambda q: (q[..., 0] + 0.3 * q[..., 1]) / 0.06, tint=0.35),
            WOOD,
            Stuff(along(0, 0.05), dark=0.15, tint=0.1),
        ),
        tilt=0.24,
        aim=(0.22, 1.10, 0),
        height=3.3,
    ),
    "courtyard-in-snow": Scene(
        courtyard,
        (
            Stuff(along(2, 0.10), dark=0.42, gain=1.2, tint=0.52, texture=0.10),
            Stuff(along(0, 0.075), dark=0.24, gain=0.95, tint=0.0),
            Stuff(along(0, 0.05), dark=0.05, gain=1.4, tint=0.0),
            Stuff(rings(0, 0, 0.04), dark=0.0, gain=1.2, tint=0.0),
            Stuff(along(1, 0.05), dark=0.75, gain=1.0, tint=0.70),
        ),
        tilt=0.30,
        aim=(-0.15, 0.98, 0),
        height=3.1,
    ),
    "blackboard": Scene(
        class_room,
        (
            EARTH,
            WALL,
            Stuff(along(0, 0.05), dark=-3.0, gain=1.0, most=1.1, tint=0.0),
            Stuff(along(0, 0.06), dark=0.1, tint=0.0),
            Stuff(along(0, 0.055), dark=0.15, gain=1.3, tint=0.05),
            LEAVES,
        ),
        tilt=0.24,
        aim=(0.08, 1.22, 0),
        height=3.05,
    ),
}
