"""The printing shop: what every generated picture shares.

A print has two blocks, both boolean arrays of the same shape: `key` (ink) and `colour` (loess). They are cut
some times finer than the picture, printed a little out of register, and reduced by whole blocks of cells, so
that a pixel holds one of a few mixtures of the three colours and the file is a small palette image.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import gaussian_filter

HERE = Path(__file__).parent
MASK = NDArray[np.bool_]
FIELD = NDArray[np.floating[Any]]
RGB = tuple[int, int, int]

PAPER: RGB = (236, 226, 203)
SHEET: RGB = (246, 240, 225)
WALL: RGB = (216, 204, 179)
DESK: RGB = (53, 45, 40)
INK: RGB = (34, 28, 26)
LOESS: RGB = (168, 124, 84)
VERMILION: RGB = (158, 36, 30)

SUPERSAMPLE = 3  # cells to a pixel, each way, unless a print says otherwise


def noise(
    rng: np.random.Generator,
    shape: tuple[int, int],
    softness: float | tuple[float, float],
    wrap: bool = False,
) -> FIELD:
    """Smooth noise with mean 0 and spread 1; `softness` is the size of its patches in cells."""
    raw = rng.standard_normal(shape).astype(np.float32)
    soft = gaussian_filter(raw, softness, mode="wrap" if wrap else "reflect")
    return np.asarray((soft - soft.mean()) / soft.std(), dtype=np.float32)


def stripe(phase: FIELD) -> FIELD:
    """Distance from the middle of the nearest line, 0 to 1; `stripe(phase) < w` gives lines of share w."""
    return np.abs(phase - np.floor(phase) - 0.5) * 2


def ramp(low: float, high: float, value: FIELD) -> FIELD:
    """Rises smoothly from 0 at `low` to 1 at `high`."""
    t = np.clip((value - low) / (high - low), 0, 1)
    return np.asarray(t * t * (3 - 2 * t))


def starved(block: MASK, rng: np.random.Generator, softness: float, threshold: float) -> MASK:
    """The block with the specks where it took no ink; a higher threshold leaves fewer."""
    return np.asarray(block & ~(noise(rng, block.shape, softness) > threshold))


def printed(key: MASK, colour: MASK, slip: tuple[int, int] = (2, 2), finer: int = SUPERSAMPLE) -> Image.Image:
    """The reduced print; `slip` is how far, in cells, the colour block lies down and right of the key."""
    colour = np.pad(colour, ((slip[0], 0), (slip[1], 0)), mode="edge")[: key.shape[0], : key.shape[1]]
    parts = finer**2
    inked, tinted = counted(key, finer), counted(colour & ~key, finer)
    mixture = inked * (2 * parts + 3 - inked) // 2 + tinted
    picture = Image.fromarray(mixture.astype(np.uint8), mode="P")
    picture.putpalette(palette(parts))
    return picture


def counted(block: MASK, finer: int) -> NDArray[np.intp]:
    """How many of a pixel's cells are set. Shape: that of the picture."""
    rows, columns = block.shape
    cells = block.reshape(rows // finer, finer, columns // finer, finer)
    return np.asarray(cells.sum(axis=(1, 3)))


def palette(parts: int) -> list[int]:
    """All mixtures of ink, loess and paper in `parts` parts, the bare ones first, as one flat list."""
    flat: list[int] = []
    for inked in range(parts + 1):
        for tinted in range(parts + 1 - inked):
            mixed = zip(INK, LOESS, PAPER, strict=True)
            flat += [round((i * inked + t * tinted + p * (parts - inked - tinted)) / parts) for i, t, p in mixed]
    return flat


def save(picture: Image.Image, name: str) -> None:
    """Writes a PNG below this folder and says how large it is."""
    target = HERE / f"{name}.png"
    target.parent.mkdir(exist_ok=True)
    picture.save(target, optimize=True)
    print(f"{name}.png: {target.stat().st_size / 1e3:.0f} kB")
