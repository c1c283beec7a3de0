"""Things to draw as solids, for the vignettes: still lifes of work, never of bodies.

Ground space: the floor is y = 0, x runs right, z towards the viewer. Sizes are such that a picture is about 6.7
wide and 3.3 high. See sdf.py for solids; scenes.py puts the things together.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sdf import DISTANCE, POINTS, XYZ, about_y, about_z, box, capsule, carved, cylinder, ellipsoid, joined, sphere
from woodcut import FIELD, ramp


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
    return np.minimum(
        capsule(p, (1.25, 0.30, 0.35), (1.75, 1.75, -0.35), 0.035), box(blade, (0, 0, 0), (0.17, 0.24, 0.03), 0.02)
    )


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
    blocks = np.minimum(
        box(p, (-0.5, 0.12, 0.55), (0.14, 0.14, 0.24), 0.02), box(p, (0.8, 0.12, 0.55), (0.14, 0.14, 0.24), 0.02)
    )
    return np.minimum(outer, blocks)


def table(p: POINTS, depth: float = 2.3) -> DISTANCE:
    """A table top that fills the foot of the picture."""
    return box(p, (0, -0.10, 0.4), (4.4, 0.10, depth), 0.02)


def abacus(p: POINTS, at: XYZ, turn: float) -> tuple[DISTANCE, DISTANCE]:
    """Frame with rods, and beads: an abacus of nine rods lying on the table."""
    q = moved(p, at, turn)
    x, y, z = q[..., 0], q[..., 1] - 0.12, q[..., 2]
    rim = np.maximum(np.maximum(np.abs(x) - 1.36, np.abs(z) - 0.66), np.abs(y) - 0.11)
    hole = np.maximum(np.abs(x) - 1.25, np.abs(z) - 0.56)
    bar = box(q, (0, 0.12, -0.22), (1.28, 0.08, 0.045), 0.01)
    frame = np.minimum(np.maximum(rim, -hole), bar)
    column = np.clip(np.round(x / 0.275), -4, 4)
    across = x - column * 0.275
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
    return np.asarray((np.hypot(x, y) + 0.95 * np.maximum(np.abs(z) - 0.012, 0) - 0.118) * 0.66, np.float32)


def open_book(p: POINTS, at: XYZ, turn: float) -> DISTANCE:
    """An account book lying open, its leaves bowed."""
    q = moved(p, at, turn)
    x, y, z = q[..., 0], q[..., 1], q[..., 2]
    bow = 0.09 + 0.09 * np.sqrt(np.clip(np.abs(x) / 0.25, 0, 1)) * np.clip(1.25 - np.abs(x) / 1.0, 0.2, 1)
    d = np.maximum(np.maximum(np.abs(x) - 0.92, np.abs(z) - 0.66), np.maximum(y - bow, -y))
    return np.asarray(d * 0.8)


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
    for a, b in (
        ((-0.42, 0.30, 0), (0.35, 0.62, 0)),
        ((0.35, 0.62, 0), (1.15, 0.60, 0)),
        ((1.15, 0.60, 0), (1.85, 0.42, 0)),
    ):
        d = joined(d, capsule(q, a, b, 0.06), 0.04)
    d = np.minimum(d, capsule(q, (-0.02, 0.05, 0), (0.18, 0.55, 0), 0.045))
    sole = joined(
        capsule(q, (-0.35, 0.0, 0), (0.25, -0.02, 0), 0.085), ellipsoid(q, (0.38, 0.0, 0), (0.34, 0.06, 0.17)), 0.06
    )
    bar = capsule(q, (1.85, 0.42, -0.36), (1.85, 0.42, 0.36), 0.045)
    return np.minimum(np.minimum(d, sole), bar)


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
    return joined(
        body, joined(sphere(q, (0, 0.90, 0), 0.09), ellipsoid(q, (0.03, 1.02, 0), (0.15, 0.08, 0.12)), 0.04), 0.08
    )


def shelf(p: POINTS) -> DISTANCE:
    """A plank on pegs with bowls and a small jar."""
    d = box(p, (0.35, 1.98, -1.55), (1.55, 0.045, 0.26), 0.01)
    bowl = ((0, 0.11), (0.05, 0.13), (0.20, 0.27), (0.22, 0.28))
    for x, y in ((-0.75, 2.03), (-0.75, 2.13), (-0.15, 2.03), (-0.15, 2.13), (-0.15, 2.23)):
        d = np.minimum(d, turned(p, (x, y, -1.5), bowl))
    small = ((0, 0.14), (0.10, 0.22), (0.28, 0.24), (0.38, 0.13), (0.42, 0.16))
    return np.minimum(d, np.minimum(turned(p, (0.75, 2.03, -1.5), small), turned(p, (1.45, 2.03, -1.5), small)))


def snow(p: POINTS) -> DISTANCE:
    """Snow on the yard, drifted against the cliff."""
    x, y, z = p[..., 0], p[..., 1], p[..., 2]
    drift = 0.08 + 0.05 * np.sin(x * 1.7 + 0.5) * np.cos(z * 1.3) + 0.08 * (1 - ramp(-2.3, -1.5, z))
    return np.asarray((y - drift) * 0.9)


def mill(p: POINTS) -> DISTANCE:
    """A stone mill: bed, roller and its bar, under snow."""
    bed = cylinder(p, (1.75, 0.32, 0.35), 0.72, 0.09)
    foot = cylinder(p, (1.75, 0.12, 0.35), 0.42, 0.16)
    q = moved(p, (1.60, 0.62, 0.35), 0.5)
    stone = np.maximum(np.hypot(q[..., 1], q[..., 2]) - 0.23, np.abs(q[..., 0]) - 0.30)
    bar = capsule(q, (-1.15, 0.0, 0), (0.45, 0, 0), 0.035)
    return np.minimum(
        np.minimum(bed, foot),
        np.minimum(np.minimum(stone, bar), capsule(p, (1.75, 0.3, 0.35), (1.75, 1.0, 0.35), 0.05)),
    )


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
    for x, y, z, turn in (
        (-1.75, 0.69, 0.95, 0.2),
        (-1.10, 0.69, 1.00, -0.3),
        (1.35, 0.69, 0.95, 0.1),
        (2.05, 0.69, 1.0, -0.15),
    ):
        d = np.minimum(d, box(moved(p, (x, y, z), turn), (0, 0, 0), (0.20, 0.028, 0.15), 0.01))
    return np.minimum(d, turned(p, (0.52, 0.66, 0.98), ((0, 0.06), (0.10, 0.12), (0.13, 0.11))))
