"""Things and places as solids, for the vignettes: still lifes of work, never of bodies.

Ground space: the floor is y = 0, x runs right, z towards the viewer; about 6.7 wide is seen and 3.3 high. Each
scene gives the distance to each of its parts and says of each part how it is carved. See sdf.py for solids.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sdf import DISTANCE, POINTS, XYZ, about_x, about_y, about_z, box, capsule, carved, cylinder, ellipsoid, joined, sphere
from woodcut import FIELD, ramp

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


def moved(p: POINTS, to: XYZ, turn: float = 0.0) -> POINTS:
    """Points in the space of a thing that stands at `to`, turned about the upright."""
    return np.asarray((p - np.array(to, np.float32)) @ about_y(turn))


def turned(p: POINTS, at: XYZ, profile: Sequence[tuple[float, float]]) -> DISTANCE:
    """A solid from the wheel: (height, radius) pairs from foot to lip."""
    q = p - np.array(at, np.float32)
    heights, radii = zip(*profile, strict=True)
    radius = np.interp(q[..., 1], heights, radii)
    side = (np.hypot(q[..., 0], q[..., 2]) - radius) * 0.75
    return np.asarray(np.maximum(side, np.maximum(heights[0] - q[..., 1], q[..., 1] - heights[-1])), np.float32)


def ground(p: POINTS) -> DISTANCE:
    """Trodden earth, not quite flat."""
    return np.asarray(p[..., 1] + 0.02 * np.sin(p[..., 0] * 3 + p[..., 2] * 2))


def arch(p: POINTS, x: float) -> DISTANCE:
    """Outline of a cave's mouth in the plane of the cliff: below 0 inside."""
    aside = np.abs(p[..., 0] - x)
    return np.asarray(np.where(p[..., 1] > 0.75, np.hypot(aside, p[..., 1] - 0.75) - 0.55, aside - 0.55))


def cliff(p: POINTS, caves: Sequence[float], back: float = -2.4) -> DISTANCE:
    """A cut loess face with cave rooms in it."""
    x, y, z = p[..., 0], p[..., 1], p[..., 2]
    d = z - back + 0.10 * np.sin(x * 2.3 + 1) * ramp(1.2, 2.2, y)
    for cave in caves:
        room = np.maximum(np.maximum(arch(p, cave), -y), np.maximum(back - 0.8 - z, z - back - 0.4))
        d = carved(d, room, 0.03)
    return np.asarray(d * 0.8)


CAVES = (-2.05, -0.35, 1.35)


def heap(p: POINTS, x: float, z: float, radius: float, high: float) -> DISTANCE:
    """Grain poured out on the floor."""
    out = np.hypot(p[..., 0] - x, p[..., 2] - z)
    cone = (p[..., 1] - np.maximum(high * (1 - out / radius), -1) - 0.03 * np.sin(out * 9)) * 0.75
    return np.asarray(np.maximum(cone, out - radius * 1.1))


def dou(p: POINTS, at: XYZ, turn: float) -> DISTANCE:
    """The square grain measure, wider above, with its bar."""
    q = moved(p, at, turn)
    side = 0.30 + 0.16 * q[..., 1]
    across = np.maximum(np.abs(q[..., 0]), np.abs(q[..., 2]))
    outer = np.maximum(across - side, np.maximum(-q[..., 1], q[..., 1] - 0.62))
    inner = np.maximum(across - side + 0.05, 0.46 - q[..., 1])
    return np.asarray(np.minimum(np.maximum(outer, -inner) * 0.85, box(q, (0, 0.60, 0), (0.42, 0.03, 0.035), 0.01)))


def roller(p: POINTS, at: XYZ, turn: float) -> DISTANCE:
    """A fluted stone roller on its axle, lying."""
    q = moved(p, at, turn)
    flutes = 0.012 * np.cos(np.arctan2(q[..., 1], q[..., 2]) * 16)
    stone = np.maximum(np.hypot(q[..., 1], q[..., 2]) - 0.28 - flutes, np.abs(q[..., 0]) - 0.52)
    return np.minimum(stone, capsule(q, (-0.72, 0, 0), (0.72, 0, 0), 0.06))


def basket(p: POINTS, at: XYZ, wide: float = 0.36, high: float = 0.42) -> DISTANCE:
    """A wicker basket, filled to two thirds."""
    q = p - np.array(at, np.float32)
    out, y = np.hypot(q[..., 0], q[..., 2]), q[..., 1]
    wall = np.maximum(np.abs(out - wide - 0.12 * y) - 0.03, np.maximum(-y, y - high))
    fill = np.maximum(out - wide, np.abs(y - high * 0.7) - 0.03)
    return np.asarray(np.minimum(wall, fill) * 0.9)


def shovel(p: POINTS) -> DISTANCE:
    """A wooden shovel stuck in the heap."""
    blade = (p - np.array([1.20, 0.16, 0.42], np.float32)) @ about_z(0.33)
    return np.minimum(capsule(p, (1.25, 0.30, 0.35), (1.75, 1.75, -0.35), 0.035), box(blade, (0, 0, 0), (0.17, 0.24, 0.03), 0.02))


def threshing_floor(p: POINTS) -> list[DISTANCE]:
    """Heaps, measure, roller, shovel and basket before three caves."""
    heaps = joined(heap(p, 0.75, 0.1, 1.05, 0.86), heap(p, -1.75, -0.9, 0.70, 0.50), 0.05)
    return [
        ground(p), cliff(p, CAVES), heaps, dou(p, (-0.62, 0, 0.62), 0.5), roller(p, (1.98, 0.26, 0.80), -0.45),
        shovel(p), basket(p, (-1.72, 0, 0.55)),
    ]  # fmt: skip


def ox(p: POINTS, at: XYZ, turn: float, big: float) -> DISTANCE:
    """An ox with its head down, facing +x before it is turned."""
    q = moved(p, at, turn) / np.float32(big)
    d = ellipsoid(q, (-0.10, 1.02, 0), (0.86, 0.40, 0.36))
    d = joined(d, ellipsoid(q, (0.52, 1.12, 0), (0.40, 0.40, 0.32)), 0.2)
    d = joined(d, ellipsoid(q, (-0.72, 1.08, 0), (0.30, 0.34, 0.32)), 0.2)
    d = joined(d, capsule(q, (0.75, 1.15, 0), (1.22, 0.86, 0), 0.27, 0.19), 0.15)
    d = joined(d, capsule(q, (1.24, 0.90, 0), (1.46, 0.52, 0), 0.185, 0.115), 0.08)
    d = joined(d, ellipsoid(q, (1.48, 0.48, 0), (0.12, 0.10, 0.13)), 0.05)
    for side in (-1, 1):
        d = np.minimum(d, capsule(q, (1.20, 1.06, side * 0.13), (1.14, 1.16, side * 0.36), 0.055, 0.045))
        d = np.minimum(d, capsule(q, (1.14, 1.16, side * 0.36), (1.22, 1.40, side * 0.40), 0.045, 0.012))
        d = np.minimum(d, ellipsoid(q, (1.10, 0.98, side * 0.33), (0.06, 0.05, 0.15)))
        for x, knee in ((0.52, 0.03), (-0.70, -0.07)):
            d = joined(d, capsule(q, (x, 0.80, side * 0.19), (x + knee, 0.42, side * 0.20), 0.15, 0.085), 0.08)
            d = joined(d, capsule(q, (x + knee, 0.42, side * 0.20), (x, 0.06, side * 0.20), 0.075, 0.08), 0.03)
    d = np.minimum(d, capsule(q, (-0.98, 1.18, 0), (-1.10, 0.50, 0), 0.045, 0.03))
    d = np.minimum(d, ellipsoid(q, (-1.11, 0.42, 0), (0.06, 0.15, 0.06)))
    return np.asarray(d * np.float32(big * 0.9))


def stall(p: POINTS) -> DISTANCE:
    """Posts, a beam and the mud wall behind."""
    d = p[..., 2] + 2.0 + 0.03 * np.sin(p[..., 0] * 5 + p[..., 1] * 3)
    return np.asarray(d * 0.9)


def timber(p: POINTS) -> DISTANCE:
    """The stall's posts and rail."""
    d = capsule(p, (-3.6, 2.02, -1.3), (3.8, 2.10, -1.3), 0.085)
    for x in (-2.65, -0.1, 2.75):
        d = np.minimum(d, capsule(p, (x, 0, -1.3), (x + 0.05, 2.3, -1.3), 0.085))
    return d


def trough(p: POINTS) -> DISTANCE:
    """A long stone trough on two blocks."""
    outer = box(p, (0.15, 0.42, 0.55), (0.95, 0.17, 0.30), 0.03)
    outer = carved(outer, box(p, (0.15, 0.58, 0.55), (0.84, 0.15, 0.20), 0.05), 0.02)
    blocks = np.minimum(box(p, (-0.5, 0.12, 0.55), (0.14, 0.14, 0.24), 0.02), box(p, (0.8, 0.12, 0.55), (0.14, 0.14, 0.24), 0.02))
    return np.minimum(outer, blocks)


def oxen(p: POINTS) -> list[DISTANCE]:
    """Two oxen at a stone trough, fodder beside them."""
    fodder = np.minimum(box(p, (0.15, 0.50, 0.55), (0.80, 0.05, 0.18), 0.04), heap(p, -2.75, 0.9, 0.75, 0.55))
    return [
        ground(p), stall(p), timber(p), ox(p, (-1.45, 0, 0.2), 0.12, 1.0), ox(p, (1.95, 0, -0.15), np.pi - 0.20, 1.06),
        trough(p), fodder,
    ]  # fmt: skip


def table(p: POINTS, depth: float = 2.3) -> DISTANCE:
    """A table top that fills the foot of the picture."""
    return box(p, (0, -0.10, 0.4), (4.4, 0.10, depth), 0.02)


def abacus(p: POINTS, at: XYZ, turn: float) -> tuple[DISTANCE, DISTANCE]:
    """Frame with rods, and beads: an abacus of eleven rods lying on the table."""
    q = moved(p, at, turn)
    x, y, z = q[..., 0], q[..., 1] - 0.12, q[..., 2]
    rim = np.maximum(np.maximum(np.abs(x) - 1.36, np.abs(z) - 0.66), np.abs(y) - 0.11)
    hole = np.maximum(np.abs(x) - 1.25, np.abs(z) - 0.56)
    bar = box(q, (0, 0.12, -0.22), (1.28, 0.08, 0.045), 0.01)
    frame = np.minimum(np.maximum(rim, -hole), bar)
    column = np.clip(np.round(x / 0.22), -5, 5)
    across = x - column * 0.22
    rods = np.maximum(np.hypot(across, y) - 0.016, np.abs(z) - 0.6)
    pushed = np.mod(column * 7 + 3, 5)
    beads = np.full(len(q), 9.0, np.float32)
    for i in range(5):
        place = 0.51 - 0.105 * i - np.where(i >= 4 - pushed % 4, 0.085, 0)
        beads = np.minimum(beads, bead(across, y, z - place))
    for i in range(2):
        place = -0.51 + 0.105 * i + np.where((i == 1) & (pushed > 2), 0.08, 0)
        beads = np.minimum(beads, bead(across, y, z - place))
    return np.minimum(frame, rods), beads


def bead(x: FIELD, y: FIELD, z: FIELD) -> DISTANCE:
    """One bead, wider than long, with an edge."""
    return np.asarray((np.hypot(x, y) + 1.15 * np.abs(z) - 0.10) * 0.62, np.float32)


def open_book(p: POINTS, at: XYZ, turn: float) -> DISTANCE:
    """An account book lying open, its leaves bowed."""
    q = moved(p, at, turn)
    x, y, z = q[..., 0], q[..., 1], q[..., 2]
    bow = 0.09 + 0.09 * np.sqrt(np.clip(np.abs(x) / 0.25, 0, 1)) * np.clip(1.25 - np.abs(x) / 1.0, 0.2, 1)
    d = np.maximum(np.maximum(np.abs(x) - 0.92, np.abs(z) - 0.66), np.maximum(y - bow, -y))
    return np.asarray(d * 0.8)


def accounts(p: POINTS) -> list[DISTANCE]:
    """Abacus, open account book, brush and lamp on a table."""
    frame, beads = abacus(p, (-1.35, 0, 0.35), 0.14)
    brush = np.minimum(capsule(p, (2.55, 0.09, 0.95), (3.05, 0.09, -0.20), 0.045), capsule(p, (2.42, 0.07, 1.25), (2.54, 0.09, 0.97), 0.008, 0.062))
    lamp = turned(p, (0.62, 0, -1.10), ((0, 0.26), (0.06, 0.24), (0.12, 0.08), (0.42, 0.06), (0.48, 0.22), (0.60, 0.27), (0.66, 0.25)))
    wall = p[..., 2] + 2.0
    return [table(p), frame, beads, open_book(p, (1.30, 0, 0.35), -0.16), brush, lamp, wall]


def inkstone(p: POINTS, at: XYZ, turn: float) -> DISTANCE:
    """A slab of slate with a well."""
    q = moved(p, at, turn)
    slab = box(q, (0, 0.10, 0), (0.62, 0.11, 0.44), 0.05)
    slope = box(q, (0.08, 0.24, 0), (0.44, 0.08, 0.33), 0.06)
    well = ellipsoid(q, (-0.38, 0.20, 0), (0.13, 0.13, 0.28))
    return carved(carved(slab, slope, 0.03), well, 0.03)


def seal_and_box(p: POINTS) -> DISTANCE:
    """A round office seal with a turned handle, and its open paste box."""
    handle = turned(
        p, (-0.15, 0, 0.62),
        ((0, 0.26), (0.14, 0.26), (0.17, 0.15), (0.34, 0.10), (0.50, 0.13), (0.64, 0.17), (0.76, 0.13), (0.84, 0.04)),
    )  # fmt: skip
    tin = np.maximum(cylinder(p, (0.62, 0.12, 0.95), 0.30, 0.12), -cylinder(p, (0.62, 0.22, 0.95), 0.25, 0.12))
    return np.minimum(handle, tin)


def stack(p: POINTS) -> DISTANCE:
    """Papers in three layers, not squared up."""
    d = np.full(len(p), 9.0, np.float32)
    for i, (turn, x, z) in enumerate(((-0.10, 1.75, 0.05), (-0.22, 1.80, 0.00), (-0.05, 1.70, 0.10))):
        d = np.minimum(d, box(moved(p, (x, 0.05 + 0.085 * i, z), turn), (0, 0, 0), (0.95, 0.036, 0.74), 0.01))
    return d


def folders(p: POINTS) -> DISTANCE:
    """Tied bundles of files behind."""
    d = box(moved(p, (-2.2, 0.20, -0.95), 0.12), (0, 0, 0), (0.85, 0.20, 0.42), 0.05)
    d = np.minimum(d, box(moved(p, (-2.1, 0.55, -0.95), -0.06), (0, 0, 0), (0.78, 0.15, 0.40), 0.05))
    return np.minimum(d, box(moved(p, (-2.2, 0.82, -0.95), 0.20), (0, 0, 0), (0.72, 0.12, 0.38), 0.05))


def writing_table(p: POINTS) -> list[DISTANCE]:
    """Inkstone, brush on its rest, seal, papers, bundles of files."""
    brush = np.minimum(capsule(p, (-1.30, 0.20, 1.22), (0.02, 0.14, 1.42), 0.040), capsule(p, (-1.62, 0.16, 1.17), (-1.32, 0.20, 1.215), 0.006, 0.06))
    stick = box(moved(p, (-0.85, 0.09, 0.02), 0.9), (0, 0, 0), (0.26, 0.07, 0.09), 0.02)
    wall = p[..., 2] + 2.0
    return [table(p), inkstone(p, (-1.75, 0, 0.45), 0.22), seal_and_box(p), stack(p), np.minimum(brush, stick), folders(p), wall]


def furrows(p: POINTS) -> DISTANCE:
    """A terrace being ploughed: furrows before, stepped fields behind."""
    x, y, z = p[..., 0], p[..., 1], p[..., 2]
    edge = z + 0.22 * np.sin(x * 0.8)
    level = np.zeros_like(x)
    for step in range(7):
        back = -1.2 - 0.95 * step
        level += 0.30 * ramp(0, 0.16, back + 0.12 * np.sin(x * (0.7 + 0.11 * step) + step * 2) - edge)
    ploughed = 0.055 * np.abs(np.sin((z * 1.0 + 0.10 * x) * 7.5)) * ramp(-1.15, -0.95, edge)
    return np.asarray((y - level - ploughed) * 0.6)


def plough(p: POINTS) -> DISTANCE:
    """A wooden beam plough at rest, share in the soil."""
    q = moved(p, (-0.35, 0.10, 0.35), 0.28)
    d = capsule(q, (-0.30, 0.0, 0), (-1.05, 0.95, 0), 0.075, 0.06)
    d = np.minimum(d, capsule(q, (-1.05, 0.95, 0), (-1.42, 1.02, 0), 0.055))
    for a, b in (((-0.42, 0.30, 0), (0.35, 0.62, 0)), ((0.35, 0.62, 0), (1.15, 0.60, 0)), ((1.15, 0.60, 0), (1.85, 0.42, 0))):
        d = joined(d, capsule(q, a, b, 0.06), 0.04)
    d = np.minimum(d, capsule(q, (-0.02, 0.05, 0), (0.18, 0.55, 0), 0.045))
    sole = joined(capsule(q, (-0.35, 0.0, 0), (0.25, -0.02, 0), 0.085), ellipsoid(q, (0.38, 0.0, 0), (0.34, 0.06, 0.17)), 0.06)
    bar = capsule(q, (1.85, 0.42, -0.36), (1.85, 0.42, 0.36), 0.045)
    return np.minimum(np.minimum(d, sole), bar)


def field_and_plough(p: POINTS) -> list[DISTANCE]:
    """The ground, the plough, a seed basket and a hoe."""
    hoe = np.minimum(capsule(p, (1.95, 0.10, 0.95), (2.75, 1.18, 0.05), 0.035), box(moved(p, (1.92, 0.10, 1.02), 0.5), (0, 0, 0), (0.17, 0.03, 0.11), 0.01))
    return [furrows(p), plough(p), basket(p, (2.45, 0.03, 0.75), 0.34, 0.36), hoe]


JAR = ((0, 0.30), (0.15, 0.42), (0.50, 0.60), (0.85, 0.62), (1.10, 0.48), (1.22, 0.36), (1.26, 0.42), (1.34, 0.42))


def jar(p: POINTS, at: XYZ, big: float) -> DISTANCE:
    """A great earthen jar with a wooden lid."""
    q = (p - np.array(at, np.float32)) / np.float32(big)
    pot = turned(q, (0, 0, 0), JAR)
    lid = np.minimum(cylinder(q, (0, 1.37, 0), 0.47, 0.035), box(q, (0, 1.43, 0), (0.24, 0.035, 0.045), 0.01))
    return np.asarray(np.minimum(pot, lid) * np.float32(big))


def sack(p: POINTS, at: XYZ, turn: float) -> DISTANCE:
    """A tied sack of grain."""
    q = moved(p, at, turn)
    body = joined(ellipsoid(q, (0, 0.42, 0), (0.44, 0.46, 0.34)), box(q, (0, 0.20, 0), (0.40, 0.20, 0.30), 0.14), 0.12)
    return joined(body, joined(sphere(q, (0, 0.90, 0), 0.09), ellipsoid(q, (0.03, 1.02, 0), (0.15, 0.08, 0.12)), 0.04), 0.08)


def shelf(p: POINTS) -> DISTANCE:
    """A plank on pegs with bowls and a small jar."""
    d = box(p, (0.35, 1.98, -1.55), (1.55, 0.045, 0.26), 0.01)
    bowl = ((0, 0.11), (0.05, 0.13), (0.20, 0.27), (0.22, 0.28))
    for x, y in ((-0.75, 2.03), (-0.75, 2.13), (-0.15, 2.03), (-0.15, 2.13), (-0.15, 2.23)):
        d = np.minimum(d, turned(p, (x, y, -1.5), bowl))
    small = ((0, 0.14), (0.10, 0.22), (0.28, 0.24), (0.38, 0.13), (0.42, 0.16))
    return np.minimum(d, np.minimum(turned(p, (0.75, 2.03, -1.5), small), turned(p, (1.45, 2.03, -1.5), small)))


def store_room(p: POINTS) -> list[DISTANCE]:
    """Jars in a row, sacks, a measure and a shelf."""
    jars = np.minimum(jar(p, (-2.35, 0, -0.55), 1.10), jar(p, (-0.85, 0, -0.75), 1.16))
    jars = np.minimum(jars, np.minimum(jar(p, (0.62, 0, -0.70), 1.08), jar(p, (-1.55, 0, 0.55), 0.72)))
    sacks = np.minimum(sack(p, (2.05, 0, -0.35), 0.3), sack(p, (2.85, 0, 0.10), -0.4))
    wall = p[..., 2] + 1.85 + 0.02 * np.sin(p[..., 0] * 4 + p[..., 1] * 3)
    return [ground(p), wall, jars, sacks, dou(p, (0.35, 0, 0.80), -0.3), shelf(p)]


def snow(p: POINTS) -> DISTANCE:
    """Snow on the yard, drifted, with a path trodden to the middle door."""
    x, y, z = p[..., 0], p[..., 1], p[..., 2]
    drift = 0.07 + 0.04 * np.sin(x * 1.7 + 0.5) * np.cos(z * 1.3) + 0.08 * (1 - ramp(-2.3, -1.5, z))
    path = np.abs(x + 0.35 - 0.25 * np.sin(z * 0.9 + 2)) - 0.30
    return np.asarray((y - drift * ramp(0.0, 0.22, path)) * 0.8)


def mill(p: POINTS) -> DISTANCE:
    """A stone mill: bed, roller and its bar, under snow."""
    bed = cylinder(p, (1.75, 0.32, 0.35), 0.72, 0.09)
    foot = cylinder(p, (1.75, 0.12, 0.35), 0.42, 0.16)
    q = moved(p, (1.60, 0.62, 0.35), 0.5)
    stone = np.maximum(np.hypot(q[..., 1], q[..., 2]) - 0.23, np.abs(q[..., 0]) - 0.30)
    bar = capsule(q, (-1.15, 0.0, 0), (0.45, 0, 0), 0.035)
    return np.minimum(np.minimum(bed, foot), np.minimum(np.minimum(stone, bar), capsule(p, (1.75, 0.3, 0.35), (1.75, 1.0, 0.35), 0.05)))


def caps_of_snow(p: POINTS) -> DISTANCE:
    """Snow lying on the mill and the woodpile."""
    bed = ellipsoid(p, (1.80, 0.41, 0.35), (0.70, 0.075, 0.70))
    logs = box(p, (-2.35, 0.74, -0.55), (0.66, 0.06, 0.28), 0.05)
    return np.minimum(bed, logs)


def woodpile(p: POINTS) -> DISTANCE:
    """Split logs, ends to the viewer."""
    d = np.full(len(p), 9.0, np.float32)
    for row in range(4):
        for i in range(6 - row % 2):
            x = -2.90 + 0.22 * i + 0.11 * (row % 2)
            q = p - np.array((x, 0.12 + 0.17 * row, -0.5), np.float32)
            d = np.minimum(d, np.maximum(np.hypot(q[..., 0], q[..., 1]) - 0.105, np.abs(q[..., 2]) - 0.26))
    return d


def courtyard(p: POINTS) -> list[DISTANCE]:
    """A cave dwelling's yard in snow."""
    return [snow(p), cliff(p, CAVES, -2.2), mill(p), woodpile(p), caps_of_snow(p)]


def bench(p: POINTS, at: XYZ) -> DISTANCE:
    """A school bench-desk of one plank."""
    q = p - np.array(at, np.float32)
    d = box(q, (0, 0.62, 0), (0.88, 0.04, 0.24), 0.01)
    for x in (-0.72, 0.72):
        d = np.minimum(d, box(q, (x, 0.30, 0), (0.05, 0.30, 0.18), 0.01))
    return d


def primers(p: POINTS) -> DISTANCE:
    """Books and a bowl of ink on the desks."""
    d = np.full(len(p), 9.0, np.float32)
    for x, y, z, turn in ((-1.75, 0.69, 0.95, 0.2), (-1.10, 0.69, 1.00, -0.3), (1.35, 0.69, 0.95, 0.1), (2.05, 0.69, 1.0, -0.15)):
        d = np.minimum(d, box(moved(p, (x, y, z), turn), (0, 0, 0), (0.20, 0.028, 0.15), 0.01))
    return np.minimum(d, turned(p, (0.52, 0.66, 0.98), ((0, 0.06), (0.10, 0.12), (0.13, 0.11))))


def class_room(p: POINTS) -> list[DISTANCE]:
    """Blackboard on the wall, desks, primers, a stove pipe's worth of winter outside."""
    wall = p[..., 2] + 1.55
    board = box(p, (0.05, 1.62, -1.50), (1.72, 0.62, 0.03), 0.01)
    frame = np.maximum(box(p, (0.05, 1.62, -1.48), (1.80, 0.70, 0.06), 0.01), -box(p, (0.05, 1.62, -1.4), (1.70, 0.60, 0.3)))
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
            EARTH, Stuff(along(0, 0.085), dark=0.27, gain=0.95, tint=0.45),
            Stuff(along(1, 0.062), dark=0.28, gain=1.3, tint=0.22), WOOD, STONE, Stuff(along(1, 0.2), dark=0.40, gain=4.0, tint=0),
            WICKER,
        ),
    ),
    "oxen": Scene(
        oxen,
        (
            EARTH, WALL, Stuff(along(1, 0.09), dark=0.2, tint=0.1),
            Stuff(lambda q: (q[..., 0] * 0.8 + q[..., 1] * 0.55) / 0.075, dark=0.20, gain=1.35, tint=0.12),
            Stuff(lambda q: (q[..., 0] * 0.8 - q[..., 1] * 0.55) / 0.075, dark=-0.22, gain=1.3, tint=0.0),
            STONE, Stuff(lambda q: (q[..., 0] + q[..., 1]) / 0.05, dark=0.15, tint=0.2, texture=0.3),
        ),
        tilt=0.26, aim=(0.12, 0.80, 0), height=3.2,
    ),
    "accounts": Scene(
        accounts,
        (
            PLANKS, Stuff(along(1, 0.05), dark=0.15, gain=1.6, tint=0.0), Stuff(along(1, 0.05), dark=-0.10, gain=1.5, tint=0.0),
            LEAVES, Stuff(along(0, 0.04), dark=0.25, gain=2.0, tint=0.1), Stuff(along(1, 0.05), dark=0.1, gain=1.4, tint=0.3), WALL,
        ),
        tilt=0.72, aim=(0.15, 0.12, 0), height=3.0, light=(-0.55, 0.85, 0.30),
    ),
    "inkstone-and-seal": Scene(
        writing_table,
        (
            PLANKS, Stuff(along(0, 0.045), dark=-0.35, gain=1.2, tint=0.0), Stuff(along(1, 0.045), dark=0.15, gain=1.35, tint=0.1),
            LEAVES, Stuff(along(0, 0.04), dark=0.2, gain=2.0, tint=0.1), Stuff(along(1, 0.05), dark=0.25, gain=1.2, tint=0.1), WALL,
        ),
        tilt=0.62, aim=(0.05, 0.22, 0), height=2.9, light=(-0.55, 0.85, 0.30),
    ),
    "field-and-plough": Scene(
        field_and_plough,
        (
            Stuff(lambda q: (q[..., 0] + 0.15 * q[..., 2]) / 0.075, dark=0.22, gain=1.2, tint=0.30),
            Stuff(along(0, 0.06), dark=0.05, gain=1.8, tint=0.0), WICKER, Stuff(along(1, 0.06), dark=0.1, gain=2.0, tint=0.0),
        ),
        tilt=0.42, aim=(0.25, 0.62, 0), height=3.1,
    ),
    "jars": Scene(
        store_room,
        (
            EARTH, WALL, Stuff(along(1, 0.062), dark=0.02, gain=1.25, tint=0.0), Stuff(lambda q: (q[..., 0] + 0.3 * q[..., 1]) / 0.06, tint=0.35),
            WOOD, Stuff(along(0, 0.05), dark=0.15, tint=0.1),
        ),
        tilt=0.24, aim=(0.22, 1.10, 0), height=3.3,
    ),
    "courtyard-in-snow": Scene(
        courtyard,
        (
            Stuff(along(2, 0.10), dark=0.50, gain=1.2, tint=0.60), Stuff(along(0, 0.075), dark=0.24, gain=0.95, tint=0.0),
            Stuff(along(0, 0.05), dark=0.05, gain=1.4, tint=0.0), Stuff(rings(0, 0, 0.04), dark=0.0, gain=1.2, tint=0.0),
            Stuff(along(1, 0.05), dark=0.75, gain=1.0, tint=0.70),
        ),
        tilt=0.30, aim=(-0.15, 0.80, 0), height=3.2,
    ),
    "blackboard": Scene(
        class_room,
        (
            EARTH, WALL, Stuff(along(0, 0.05), dark=-3.0, gain=1.0, most=1.1, tint=0.0), Stuff(along(0, 0.06), dark=0.1, tint=0.0),
            Stuff(along(0, 0.055), dark=0.15, gain=1.3, tint=0.05), LEAVES,
        ),
        tilt=0.24, aim=(0.08, 1.22, 0), height=3.05,
    ),
}  # fmt: skip
