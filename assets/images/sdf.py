"""Solids as distance functions, and a camera that looks at them.

A solid is a function from points, shape (n, 3), to the distance from its surface, shape (n,), below 0
inside. x runs right, y up, z towards the viewer. `render` gives, per pixel, what the cutter needs to know: which part
is seen, where, how it lies, and how much light falls on it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import zoom

POINTS = NDArray[np.float32]
DISTANCE = NDArray[np.float32]
SOLID = Callable[[POINTS], DISTANCE]
PARTED = Callable[[POINTS], NDArray[np.float32]]  # distances to each part, shape (n, parts)
XYZ = tuple[float, float, float]


def ellipsoid(p: POINTS, centre: XYZ, radii: XYZ, turn: NDArray[np.float32] | None = None) -> DISTANCE:
    """An ellipsoid; `turn` rotates it about its centre. Near enough to a distance for marching."""
    q = p - np.array(centre, np.float32)
    if turn is not None:
        q = q @ turn
    r = np.array(radii, np.float32)
    k = np.linalg.norm(q / r, axis=-1)
    return np.asarray(k * (k - 1) / np.maximum(np.linalg.norm(q / (r * r), axis=-1), 1e-6))


def sphere(p: POINTS, centre: XYZ, radius: float) -> DISTANCE:
    """A ball."""
    return np.asarray(np.linalg.norm(p - np.array(centre, np.float32), axis=-1) - radius)


def capsule(p: POINTS, a: XYZ, b: XYZ, radius: float, radius_b: float | None = None) -> DISTANCE:
    """A rod with round ends, thinning from one radius to the other."""
    start, along = np.array(a, np.float32), np.array(b, np.float32) - np.array(a, np.float32)
    share = np.clip((p - start) @ along / (along @ along), 0, 1)
    thick = radius + ((radius if radius_b is None else radius_b) - radius) * share
    return np.asarray(np.linalg.norm(p - start - share[..., None] * along, axis=-1) - thick)


def box(p: POINTS, centre: XYZ, half: XYZ, rounding: float = 0.0) -> DISTANCE:
    """A box given by half its size."""
    q = np.abs(p - np.array(centre, np.float32)) - np.array(half, np.float32) + rounding
    outside = np.linalg.norm(np.maximum(q, 0), axis=-1)
    return np.asarray(outside + np.minimum(q.max(axis=-1), 0) - rounding)


def cylinder(p: POINTS, centre: XYZ, radius: float, half_height: float) -> DISTANCE:
    """An upright round drum."""
    q = p - np.array(centre, np.float32)
    return np.asarray(np.maximum(np.hypot(q[..., 0], q[..., 2]) - radius, np.abs(q[..., 1]) - half_height))


def joined(a: DISTANCE, b: DISTANCE, blend: float) -> DISTANCE:
    """Union with a soft seam."""
    h = np.clip(0.5 + 0.5 * (b - a) / blend, 0, 1)
    return np.asarray(b + (a - b) * h - blend * h * (1 - h))


def carved(a: DISTANCE, b: DISTANCE, blend: float) -> DISTANCE:
    """What is left of `a` when `b` is taken out, with a soft edge."""
    return -joined(-a, b, blend)


def about_x(angle: float) -> NDArray[np.float32]:
    """Rotation about the x axis, for row vectors."""
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[1, 0, 0], [0, c, -s], [0, s, c]], np.float32)


def about_y(angle: float) -> NDArray[np.float32]:
    """Rotation about the y axis, for row vectors."""
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]], np.float32)


def about_z(angle: float) -> NDArray[np.float32]:
    """Rotation about the z axis, for row vectors."""
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]], np.float32)


@dataclass(frozen=True)
class View:
    """What is seen, per cell of the print. Shapes: (rows, columns), with an axis of 3 more where noted."""

    hit: NDArray[np.bool_]
    part: NDArray[np.int16]  # which part, -1 for none
    point: NDArray[np.float32]  # where, of 3
    normal: NDArray[np.float32]  # which way it faces, of 3
    lit: NDArray[np.float32]  # direct light with its shadows, 0 to 1
    open: NDArray[np.float32]  # how much sky the place sees, 0 to 1
    depth: NDArray[np.float32]  # distance from the eye, 99 for none


@dataclass(frozen=True)
class Camera:
    """Looks down -z at `aim` from `eye` units before it, with `height` world units filling the picture."""

    rows: int
    columns: int
    aim: XYZ
    height: float
    eye: float = 9.0


def render(parts: PARTED, camera: Camera, light: XYZ, finer: int) -> View:
    """What the camera sees in light from a direction; `finer` enlarges the result by a whole number."""
    rows, columns = camera.rows, camera.columns

    def solid(p: POINTS) -> DISTANCE:
        return np.asarray(parts(p).min(axis=-1))

    start, ray = rays(camera)
    distance, hit = march(solid, start, ray)
    seen = (start + ray * distance[:, None])[hit]
    facing = normals(solid, seen)
    sun = np.array(light, np.float32) / np.float32(np.linalg.norm(light))
    lit = np.clip(facing @ sun, 0, 1) * unshadowed(solid, seen, facing, sun)

    def grid(values: NDArray[np.float32], empty: float = 0.0) -> NDArray[np.float32]:
        full = np.full((rows * columns, *values.shape[1:]), empty, np.float32)
        full[hit] = values
        return full.reshape(rows, columns, *values.shape[1:])

    part = grid(parts(seen).argmin(axis=-1).astype(np.float32), -1)
    return View(
        hit=enlarged(hit.reshape(rows, columns).astype(np.float32), finer) > 0.5,
        part=enlarged(part, finer, order=0).astype(np.int16),
        point=enlarged(grid(seen), finer),
        normal=enlarged(grid(facing), finer),
        lit=enlarged(grid(lit), finer),
        open=enlarged(grid(openness(solid, seen, facing)), finer),
        depth=enlarged(np.where(hit, distance, 99).reshape(rows, columns), finer),
    )


def enlarged(values: NDArray[np.float32], finer: int, order: int = 1) -> NDArray[np.float32]:
    """The field with `finer` cells for one, each way."""
    factors = (finer, finer) + (1,) * (values.ndim - 2)
    return np.asarray(zoom(values, factors, order=order, grid_mode=True, mode="nearest"), np.float32)


def rays(camera: Camera) -> tuple[POINTS, POINTS]:
    """Start and direction of the ray of each cell, shape (rows * columns, 3); starts lie before the solids."""
    rows, columns = camera.rows, camera.columns
    across = (np.arange(columns) + 0.5 - columns / 2) / rows
    x, y = np.meshgrid(across, 0.5 - (np.arange(rows) + 0.5) / rows)
    aim = np.array(camera.aim)
    flat = np.zeros(rows * columns)
    target = aim + np.stack([x.ravel(), y.ravel(), flat], axis=-1) * camera.height
    origin = aim + np.array([0, 0, camera.eye])
    ray = target - origin
    ray /= np.linalg.norm(ray, axis=-1, keepdims=True)
    start = origin + ray * max(camera.eye - 5, 0)
    return start.astype(np.float32), ray.astype(np.float32)


def march(solid: SOLID, start: POINTS, ray: POINTS, furthest: float = 14.0) -> tuple[DISTANCE, NDArray[np.bool_]]:
    """Walks along each ray until it meets the solid or goes too far."""
    gone = np.zeros(len(ray), np.float32)
    hit = np.zeros(len(ray), bool)
    walking = np.arange(len(ray))
    for _ in range(90):
        gap = solid(start[walking] + ray[walking] * gone[walking][:, None])
        gone[walking] += gap * np.float32(0.85)
        arrived = gap < 0.0009 * np.maximum(gone[walking], 1)
        hit[walking[arrived]] = True
        walking = walking[~arrived & (gone[walking] < furthest)]
        if not len(walking):
            break
    return gone, hit


def normals(solid: SOLID, p: POINTS, step: float = 0.004) -> POINTS:
    """The direction each place faces."""
    out = np.zeros_like(p)
    for axis in range(3):
        offset = np.zeros(3, np.float32)
        offset[axis] = step
        out[:, axis] = solid(p + offset) - solid(p - offset)
    return out / np.maximum(np.linalg.norm(out, axis=-1, keepdims=True), 1e-6)


def unshadowed(solid: SOLID, p: POINTS, facing: POINTS, sun: POINTS) -> DISTANCE:
    """How much of the light reaches each place, 0 to 1, with soft edges."""
    gone = np.full(len(p), 0.04, np.float32)
    share = np.ones(len(p), np.float32)
    for _ in range(36):
        gap = solid(p + facing * 0.015 + sun * gone[:, None])
        share = np.minimum(share, np.clip(7 * gap / gone, 0, 1))
        gone += np.clip(gap, 0.02, 0.25)
    return np.clip(share, 0, 1)


def openness(solid: SOLID, p: POINTS, facing: POINTS) -> DISTANCE:
    """How free of near neighbours each place is, 0 to 1."""
    closed = np.zeros(len(p), np.float32)
    for i in range(1, 5):
        reach = 0.07 * i
        closed += 0.6 ** (i - 1) * (reach - solid(p + facing * reach))
    return np.clip(1 - 2.2 * closed, 0, 1)
