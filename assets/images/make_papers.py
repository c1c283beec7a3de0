"""The four papers: 512 x 512 tiles that join without a seam. Run: python make_papers.py."""

from __future__ import annotations

import numpy as np
from PIL import Image
from woodcut import DESK, FIELD, PAPER, RGB, SHEET, WALL, noise, save

SIZE = 512
DEEPEST = 9  # steps of brightness a fleck may go below the paper's colour
# Name: colour, strength of the grain, number of straw flecks.
PAPERS: dict[str, tuple[RGB, float, int]] = {
    "paper": (PAPER, 1.0, 46),
    "sheet": (SHEET, 0.8, 22),
    "wall": (WALL, 0.9, 30),
    "desk": (DESK, 0.9, 0),
}


def grain(rng: np.random.Generator) -> FIELD:
    """Fine tooth, the long threads the mould leaves, and slow clouds."""
    shape = (SIZE, SIZE)
    tooth = noise(rng, shape, 1.2, wrap=True)
    threads = 0.35 * noise(rng, shape, (1.0, 9.0), wrap=True)
    return tooth + threads + 0.5 * noise(rng, shape, 40, wrap=True)


def flecks(rng: np.random.Generator, count: int) -> FIELD:
    """Short bent bits of straw, darker than the paper, wrapped at the edges."""
    out = np.zeros((SIZE, SIZE), np.float32)
    for _ in range(count):
        x, y, angle, bend = *rng.uniform(0, SIZE, 2), rng.uniform(0, np.pi), rng.normal(0, 0.04)
        depth = rng.uniform(3, DEEPEST)
        for _ in range(int(rng.integers(4, 15))):
            out[int(y) % SIZE, int(x) % SIZE] = -depth
            angle += bend
            x, y = x + np.cos(angle), y + np.sin(angle)
    return out


def wood(rng: np.random.Generator) -> FIELD:
    """The desk: boards' grain running across."""
    return 1.3 * noise(rng, (SIZE, SIZE), (0.8, 34.0), wrap=True) + 0.8 * noise(rng, (SIZE, SIZE), 1.2, wrap=True)


def tile(colour: RGB, strength: float, straws: int, seed: int) -> Image.Image:
    """A palette image whose entries are the colour, lighter or darker by whole steps."""
    rng = np.random.default_rng(seed)
    relief = strength * (wood(rng) if straws == 0 else grain(rng)) + flecks(rng, straws)
    steps = np.clip(np.rint(relief), -DEEPEST, DEEPEST).astype(int)
    picture = Image.fromarray((steps + DEEPEST).astype(np.uint8), mode="P")
    shades = range(-DEEPEST, DEEPEST + 1)
    picture.putpalette([min(255, max(0, channel + shade)) for shade in shades for channel in colour])
    return picture


if __name__ == "__main__":
    for number, (name, (colour, strength, straws)) in enumerate(PAPERS.items()):
        save(tile(colour, strength, straws, seed=50 + number), f"paper-{name}")
