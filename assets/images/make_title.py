"""The title print: terraces above the Zhang in winter, with people carrying water home. Run: python make_title.py.

A height field of loess hills is cut into terraces, seen from a slope opposite, and carved: gouges down the risers,
furrows along the flats, long cuts in the sky. Distances on the ground are in metres; places on the block are
in cells, DOT of them to a pixel on the screen at 100 %.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw
from scipy.ndimage import binary_dilation, gaussian_filter, map_coordinates
from woodcut import FIELD, MASK, noise, printed, ramp, save, starved

DOT = 4
COLUMNS, ROWS = 848 * DOT, 640 * DOT
GRID, EXTENT = 1024, 1600.0  # of the height field, in points and in metres each way
EYE_Y, EYE_X, EYE_HEIGHT = -150.0, 10.0, 168.0
FOCAL, MIDDLE, HORIZON = 4525.0, 1593.0, 664.0  # cells
STEP, RISER = 7.0, 0.66  # metres of a terrace, and the share of it that is riser
FAR = 1150.0  # metres beyond which hills are printed in loess alone
SUN = (1513.0, 292.0, 144.0)  # cells: x, y, radius
SEED = 1960


def hills(softness: float, seed: int) -> FIELD:
    """Rolling ground between 0 and 1."""
    field = noise(np.random.default_rng(seed), (GRID, GRID), softness, wrap=True)
    return (field - field.min()) / (field.max() - field.min())


def hump(x: FIELD, y: FIELD, at: tuple[float, float], wide: tuple[float, float]) -> FIELD:
    """A round hill of height 1."""
    return np.exp(-(((x - at[0]) / wide[0]) ** 2) - ((y - at[1]) / wide[1]) ** 2)


def bare_ground() -> FIELD:
    """Height in metres before anyone cut a terrace. Shape: (GRID, GRID), rows run away from the eye."""
    x, y = np.meshgrid(np.linspace(-EXTENT / 2, EXTENT / 2, GRID), np.linspace(0, EXTENT, GRID))
    valley = np.clip(np.abs(x + 60 * np.sin(y / 170)) / (130 + 0.15 * y), 0, 1) ** 1.3
    ridges = 1 - np.abs(2 * hills(28, 2) - 1)
    ground = (18 + 95 * hills(70, 1) + 46 * ridges + 12 * hills(10, 3)) * (0.1 + 0.9 * valley) + y * 0.075
    ground += 48 * hump(x, y, (300, 520), (210, 200)) + 62 * hump(x, y, (-330, 430), (200, 210))
    ground += 55 * hump(x, y, (60, 900), (170, 170))
    ground += 120 * np.exp(-(((y - 1450) / 200) ** 2)) * (0.35 + 0.9 * hills(45, 7))
    return np.asarray(gaussian_filter(ground, 2))


@dataclass(frozen=True)
class Scene:
    """What is seen at each cell. Shapes: (ROWS, COLUMNS)."""

    sky: MASK
    away: FIELD  # metres from the eye
    level: FIELD  # terraces above the valley floor; its fraction tells riser from flat
    gully: FIELD
    steep: FIELD
    light: FIELD


def look() -> Scene:
    """Projects the terraced ground onto the block, nearest ground first."""
    ground = bare_ground()
    level = ground / STEP + 0.35 * hills(40, 9)
    part = level - np.floor(level)
    gully = np.clip((hills(16, 11) - 0.63) * 9, 0, 1) * (ground > 12)
    cut = STEP * (np.floor(level) + ramp(RISER, 1, part)) - 22 * gully
    dy, dx = np.gradient(gaussian_filter(cut, 0.8), EXTENT / GRID)
    distances = np.geomspace(70, 1650, 5200)
    right = (np.arange(COLUMNS) - MIDDLE) / FOCAL
    x, y = (
        EYE_X + right[None] * distances[:, None],
        EYE_Y + np.broadcast_to(distances[:, None], (5200, COLUMNS)),
    )
    row = HORIZON + (EYE_HEIGHT - at(cut, x, y)) / distances[:, None] * FOCAL
    top = np.minimum.accumulate(row, axis=0)
    nearest = np.stack([np.searchsorted(-top[:, c], -np.arange(ROWS)) for c in range(COLUMNS)], axis=1)
    sky = nearest >= len(distances)
    nearest = np.minimum(nearest, len(distances) - 1)
    columns = np.arange(COLUMNS)[None]
    seen_x, seen_y = x[nearest, columns], y[nearest, columns]
    gx, gy = at(dx, seen_x, seen_y), at(dy, seen_x, seen_y)
    light = np.clip((gx * 0.55 + gy * 0.10 + 0.70) / np.sqrt(gx**2 + gy**2 + 1), 0, 1.3)
    return Scene(sky, distances[nearest], at(level, seen_x, seen_y), at(gully, seen_x, seen_y), np.hypot(gx, gy), light)


def at(field: FIELD, x: FIELD, y: FIELD) -> FIELD:
    """A ground field at places in metres."""
    rows, columns = (
        np.clip(y / EXTENT * GRID, 0, GRID - 1),
        np.clip((x + EXTENT / 2) / EXTENT * GRID, 0, GRID - 1),
    )
    return np.asarray(map_coordinates(field, [rows, columns], order=1), np.float32)


def carve(scene: Scene, rng: np.random.Generator) -> tuple[MASK, MASK]:
    """The key and the colour block of the landscape."""
    shape = (ROWS, COLUMNS)
    rows, columns = np.mgrid[0:ROWS, 0:COLUMNS].astype(np.float32)
    breaks, wobble = noise(rng, shape, (3.0, 17.0)), noise(rng, shape, 22)
    riser = ((scene.steep > 0.5) | (scene.gully > 0.45)) & ~scene.sky
    flat = ~riser & ~scene.sky
    near = np.clip((FAR - scene.away) / 950, 0, 1)
    shade = np.clip(1.05 - scene.light, 0, 1)
    period = np.clip(25 * (0.5 + near), 15, 37)
    gouge = (columns + 5.5 * wobble + rows * 0.18) / period % 1 < 0.10 + 0.62 * (1 - shade)
    furrow = (scene.level % 1) / RISER * 4 % 1
    key = riser & ~gouge & (scene.away < FAR)
    key |= flat & (furrow < 0.13) & (breaks + 0.6 * wobble > 0.55) & (scene.away < 650)
    key |= flat & (shade > 0.62) & (furrow < 0.42) & (breaks > -0.3) & (scene.away < 900)
    key |= lips(scene)
    colour = (riser & (scene.away < 1500)) | (flat & (shade > 0.5) & (breaks > -0.9))
    colour |= ~scene.sky & (scene.away >= 1080) & ((shade > 0.42) | riser)
    colour &= ~mist(scene, rows, wobble + breaks * 0.5)
    return key, colour | sky_cuts(scene.sky, rows, columns, wobble + breaks * 0.3)


def lips(scene: Scene) -> MASK:
    """The strong line where one terrace stands before the next."""
    edge = np.zeros_like(scene.sky)
    edge[1:] = np.abs(np.diff(scene.away, axis=0)) / scene.away[1:] > 0.016
    return np.asarray(binary_dilation(edge & ~scene.sky, iterations=2) & (scene.away < 1500))


def mist(scene: Scene, rows: FIELD, wobble: FIELD) -> MASK:
    """Cuts across the far hills, wider where they go down into the valley."""
    share = 0.03 + 0.34 * np.clip((rows - 330) / 420, 0, 1)
    return np.asarray(~scene.sky & (scene.away >= FAR) & ((rows + 5 * wobble) / 15 % 1 < share))


def sky_cuts(sky: MASK, rows: FIELD, columns: FIELD, wobble: FIELD) -> MASK:
    """Long cuts that thin towards the horizon, round a sun left bare."""
    sun = (columns - SUN[0]) ** 2 + (rows - SUN[1]) ** 2 < SUN[2] ** 2
    line = (rows + 60 + 7.4 * np.sin(columns / 420) + 4.4 * wobble) / 12.9
    share = np.clip(0.60 - 0.9 * (rows + 60) / 965, 0.05, 0.6)
    return np.asarray(sky & ~sun & (line % 1 < share))


class Drawn:
    """Forms drawn with the knife rather than carved from the ground: trees and people."""

    def __init__(self, seed: int) -> None:
        self.plate = Image.new("L", (COLUMNS, ROWS), 0)
        self.draw = ImageDraw.Draw(self.plate)
        self.rng = np.random.default_rng(seed)

    def mask(self) -> MASK:
        """True where a form stands."""
        return np.asarray(self.plate) > 127

    def stroke(self, x: float, y: float, x2: float, y2: float, width: float) -> None:
        """A line with round ends."""
        self.draw.line([x, y, x2, y2], fill=255, width=max(2, round(width)))
        r = width / 2
        self.draw.ellipse([x2 - r, y2 - r, x2 + r, y2 + r], fill=255)

    def branch(self, x: float, y: float, length: float, angle: float, width: float) -> None:
        """A bare branch and everything that grows from it."""
        if width < 2.4 or length < 12:
            return
        for part in range(4):
            angle += self.rng.uniform(-0.2, 0.2)
            x2, y2 = x + length / 4 * math.cos(angle), y - length / 4 * math.sin(angle)
            self.stroke(x, y, x2, y2, width * (1 - 0.08 * part))
            x, y = x2, y2
            if part >= 1 and self.rng.random() < 0.6:
                side = self.rng.choice([-1, 1]) * self.rng.uniform(0.5, 1.0)
                self.branch(x, y, length * self.rng.uniform(0.4, 0.6), angle + side, width * 0.45)
        for side in (-1, 1):
            turn = side * self.rng.uniform(0.2, 0.5)
            self.branch(x, y, length * self.rng.uniform(0.6, 0.76), angle + turn, width * 0.62)

    def carrier(self, x: float, y: float, tall: float, facing: int) -> None:
        """A person walking with two pails on a shoulder pole; (x, y) is between the feet, `tall` in cells."""
        w = tall * 0.17

        def at(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
            return [(x + facing * px * w, y - py * tall) for px, py in points]

        self.draw.polygon(at([(-0.9, 0.46), (0.85, 0.46), (1.5, 0.0), (0.75, 0.0), (0.1, 0.28)]), fill=255)
        self.draw.polygon(at([(-0.9, 0.46), (0.6, 0.46), (-0.5, 0.0), (-1.35, 0.03)]), fill=255)
        self.draw.polygon(
            at([(-1.15, 0.36), (-1.0, 0.7), (-0.6, 0.82), (0.7, 0.83), (1.15, 0.68), (1.05, 0.36)]), fill=255
        )
        head = at([(0.35, 0.915)])[0]
        r = w * 0.56
        self.draw.ellipse([head[0] - r, head[1] - r * 1.1, head[0] + r, head[1] + r * 1.1], fill=255)
        self.pole(x, y, tall)

    def pole(self, x: float, y: float, tall: float) -> None:
        """The bent pole, its ropes and pails."""
        reach, high = tall * 0.62, y - tall * 0.80
        bend = [(x + reach * t, high + tall * 0.12 * t * t) for t in np.linspace(-1, 1, 15)]
        self.draw.line(bend, fill=255, width=max(3, round(tall * 0.045)))
        for side in (-1, 1):
            px, top = x + side * reach * 0.97, high + tall * 0.11
            for spread in (-0.10, 0.10):
                self.draw.line([px, top, px + spread * tall, y - tall * 0.36], fill=255, width=3)
            pail = [(-0.13, 0.36), (0.13, 0.36), (0.10, 0.12), (-0.10, 0.12)]
            self.draw.polygon([(px + a * tall, y - b * tall) for a, b in pail], fill=255)


PEOPLE = ((880, 1690, 150, 1), (1045, 1760, 160, 1), (955, 1975, 186, 1), (1392, 2230, 206, 1))
TREES = (
    (120, 2640, 400, 1.66, 48),
    (3290, 2620, 430, 1.75, 42),
    (2650, 1010, 80, 1.6, 11),
    (2760, 1000, 70, 1.5, 10),
)


def people_and_trees(riser: MASK) -> tuple[MASK, MASK]:
    """The drawn forms, and the thin white that cutters leave round them."""
    people, trees = Drawn(SEED), Drawn(SEED + 1)
    for x, y, tall, facing in PEOPLE:
        free = np.flatnonzero(~riser[y : y + 150, x])
        people.carrier(x, y + (free[0] if len(free) else 0), tall, facing)
    for x, y, length, angle, width in TREES:
        trees.branch(x, y, length, angle, width)
    forms = people.mask() | trees.mask()
    halo = binary_dilation(people.mask(), iterations=9) | binary_dilation(trees.mask(), iterations=5)
    return forms, np.asarray(halo & ~forms)


def main() -> None:
    """Carves, inks and prints."""
    rng = np.random.default_rng(SEED)
    scene = look()
    key, colour = carve(scene, rng)
    forms, halo = people_and_trees((scene.steep > 0.5) & ~scene.sky)
    key = (key & ~halo) | forms
    colour &= ~halo
    key, colour = starved(key, rng, 2.7, 2.35), starved(colour, rng, 2.7, 1.9)
    colour &= ~(noise(rng, colour.shape, (2.0, 64.0)) > 1.75)
    save(printed(key, colour, slip=(5, 7), finer=2), "title")


if __name__ == "__main__":
    main()
