"""Cuts the vignettes: eight still lifes of work and home. Run: python make_vignettes.py [name ...]."""

from __future__ import annotations

import sys
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw, ImageFont
from scenes import SCENES, Scene
from scipy.ndimage import binary_dilation, map_coordinates
from sdf import XYZ, Camera, View, about_x, about_y, render
from things import CAVES, arch
from woodcut import FIELD, HERE, MASK, noise, printed, save, starved, stripe

ROWS, COLUMNS = 384, 780  # of the picture, pixels
FINER = 3  # cells of the block to one of the camera
CHALK = HERE.parent / "fonts" / "ShangdangKai-Regular.ttf"
CLIFFS = {"threshing-floor": -2.4, "courtyard-in-snow": -2.2}  # where the cliff stands, z


@dataclass
class Block:
    """A vignette under the knife."""

    scene: Scene
    view: View
    rng: np.random.Generator

    def __post_init__(self) -> None:
        shape = self.view.hit.shape
        self.key = np.zeros(shape, bool)
        self.colour = np.zeros(shape, bool)
        self.slow = noise(self.rng, shape, 27)
        self.quick = noise(self.rng, shape, 6)
        self.breaks = noise(self.rng, shape, (3, 18))
        self.place = self.view.point @ about_x(self.scene.tilt)
        light = (0.06 + 0.94 * self.view.lit) * (0.5 + 0.5 * self.view.open) + 0.08 * self.view.open
        self.dark: FIELD = np.clip(1 - light, 0, 1)

    def of(self, part: int) -> MASK:
        """Where a part is seen."""
        return np.asarray(self.view.hit & (self.view.part == part))

    def leave(self, where: MASK) -> None:
        """Cuts both blocks away: bare paper."""
        self.key &= ~where
        self.colour &= ~where


def carve_stuffs(b: Block) -> None:
    """Lines and tints of every part."""
    for part, stuff in enumerate(b.scene.stuffs):
        here = b.of(part)
        line = stripe(stuff.phase(b.place) + 0.20 * b.slow + 0.05 * b.quick)
        cut = here & (line < np.clip((b.dark - stuff.dark) * stuff.gain, 0, stuff.most)) & (b.breaks > -1.3)
        cut |= here & (line < stuff.texture) & (b.breaks > 0.7)
        b.colour |= (here & (b.dark > stuff.tint)) | cut
        b.key |= cut & (not stuff.soft)


def draw_caves(b: Block, back: float) -> None:
    """Doors, lattices and the cut edge of the caves' mouths in the cliff, part 1."""
    x, y, z = np.moveaxis(b.place, -1, 0)
    rock = b.of(1)
    inside = rock & (z < back - 0.22)
    b.key |= inside
    for cave in CAVES:
        mouth, aside = arch(b.place, cave), np.abs(x - cave)
        b.leave(rock & ~inside & (mouth > 0) & (mouth < 0.085))
        b.key |= rock & ~inside & (np.abs(mouth - 0.095) < 0.014)
        lattice = (
            inside & (y > 0.82) & (mouth < -0.05) & ((stripe((x - cave) / 0.13) < 0.22) | (stripe(y / 0.13) < 0.22))
        )
        frame = ((np.abs(aside - 0.21) < 0.02) & (y < 0.80)) | (np.abs(y - 0.80) < 0.022)
        window = inside & (aside > 0.25) & (y < 0.76) & (y > 0.36) & (mouth < -0.05)
        panes = window & ((stripe((x - cave) / 0.10) < 0.25) | (stripe(y / 0.10) < 0.25))
        wood = lattice | panes | (inside & frame & (mouth < -0.04))
        b.key &= ~wood
        b.colour |= wood


def draw_grain(b: Block) -> None:
    """Grains on the heaps of the threshing floor."""
    b.key |= b.of(2) & dots(b, 0.05) & (b.dark > 0.12)


def dots(b: Block, share: float) -> MASK:
    """Specks of four cells."""
    rows, columns = b.key.shape
    coarse = b.rng.random((rows // 4 + 1, columns // 4 + 1)) < share
    return np.asarray(np.kron(coarse, np.ones((4, 4), bool))[:rows, :columns])


def draw_book(b: Block) -> None:
    """Ruled columns and brush figures on the leaves of the account book, part 3."""
    q = (b.place - np.array([1.30, 0, 0.35], np.float32)) @ about_y(-0.16)
    x, z = q[..., 0], q[..., 2]
    page = b.of(3) & (np.abs(x) < 0.86) & (np.abs(z) < 0.58) & (b.view.normal[..., 1] > 0.2)
    b.colour |= page & (np.abs(np.mod(x + 0.075, 0.15) - 0.075) < 0.008) & (np.abs(x) > 0.05)
    b.key |= page & (np.abs(np.abs(z) - 0.54) < 0.008) & (np.abs(x) > 0.05)
    figures(b, page, x, z, 0.15)
    b.key |= b.of(3) & (np.abs(x) < 0.014)


def figures(b: Block, page: MASK, x: FIELD, z: FIELD, pitch: float) -> None:
    """Columns of brush strokes that read as entries."""
    column, row = np.floor(x / pitch), np.floor(z / 0.085)
    pick = np.mod(np.sin(column * 12.9898 + row * 78.233) * 43758.5453, 1)
    u, v = np.mod(x / pitch, 1) - 0.5, np.mod(z / 0.085, 1) - 0.5
    across = (np.abs(v + 0.15 * (pick - 0.5)) < 0.13) & (np.abs(u) < 0.16 + 0.16 * pick)
    down = (np.abs(u - 0.12 * (pick - 0.5)) < 0.065) & (np.abs(v) < 0.40) & (pick > 0.35)
    second = (np.abs(v - 0.26) < 0.10) & (np.abs(u) < 0.24) & (pick > 0.6)
    written = (np.abs(z) < 0.50) & (pick > 0.12) & (np.abs(x) > 0.06)
    b.key |= page & written & (across | down | second) & (b.quick > -1.3)


def draw_report(b: Block) -> None:
    """The uppermost paper, part 3: a heading with its rule, columns of text, a round seal at the foot."""
    q = (b.place - np.array([1.70, 0.22, 0.10], np.float32)) @ about_y(-0.05)
    x, z = q[..., 0], q[..., 2]
    page = b.of(3) & (np.abs(x) < 0.90) & (np.abs(z) < 0.70) & (b.place[..., 1] > 0.20)
    b.key |= page & (np.abs(z + 0.44) < 0.012) & (np.abs(x) < 0.78)
    b.key |= page & (np.abs(z + 0.56) < 0.045) & (np.abs(np.mod(x + 0.05, 0.16) - 0.08) < 0.05) & (np.abs(x) < 0.42)
    figures(b, page & (z > -0.38) & (np.abs(x) < 0.76) & (z < 0.46), x, z, 0.17)
    seal = np.hypot(x + 0.48, z - 0.40)
    b.leave(page & (seal < 0.21))
    b.colour |= page & (seal < 0.19) & ~((seal < 0.155) & (seal > 0.10))
    tied = b.of(5) & (np.abs(np.mod(b.place[..., 0] + 2.2 + 0.35, 0.70) - 0.35) < 0.018)
    b.key |= tied


def draw_snow(b: Block) -> None:
    """Flakes in the air, a white ledge on the cliff, footprints in the yard."""
    y = b.place[..., 1]
    b.leave(b.of(1) & (b.place[..., 2] > -2.42) & (np.abs(y - 1.62 - 0.015 * b.slow) < 0.04))
    draw_footprints(b)
    rows, columns = b.key.shape
    flakes = np.zeros((rows, columns), bool)
    for row, column, size in zip(
        b.rng.integers(0, rows, 330), b.rng.integers(0, columns, 330), b.rng.integers(4, 11, 330), strict=True
    ):
        flakes[row : row + size, column : column + size] = True
    b.leave(np.asarray(binary_dilation(flakes, iterations=2)))


def draw_footprints(b: Block) -> None:
    """Someone has gone from the middle door to the mill and on."""
    x, z = b.place[..., 0], b.place[..., 2]
    for step in range(15):
        at_z = -1.95 + 0.27 * step
        at_x = -0.30 + 0.20 * np.sin(at_z * 0.9 + 2) + (0.075 if step % 2 else -0.075)
        deep = np.hypot((x - at_x) / 0.055, (z - at_z) / 0.13)
        b.colour |= b.of(0) & (deep < 1)
        b.key |= b.of(0) & (deep < 1) & ((x - at_x) / 0.055 < -0.15 + 0.2 * b.quick)


def draw_chalk(b: Block) -> None:
    """What the board, part 2, says: the first lesson of a reading class."""
    plate = Image.new("L", (1400, 500), 0)
    draw = ImageDraw.Draw(plate)
    big, small = (ImageFont.truetype(str(CHALK), size) for size in (235, 112))
    for i, character in enumerate("人手田牛米"):
        draw.text((175 + i * 262, 170), character, font=big, fill=255, anchor="mm", stroke_width=4)
    for i, number in enumerate("一二三四五六七八九十"):
        draw.text((120 + i * 129, 400), number, font=small, fill=255, anchor="mm", stroke_width=4)
    x, y = b.place[..., 0], b.place[..., 1]
    column, row = (x - 0.05 + 1.66) / 3.32 * 1400, (2.19 - y) / 1.14 * 500
    written = map_coordinates(np.asarray(plate, np.float32), [row, column], order=1, mode="constant") > 110
    b.leave(b.of(2) & written & (b.quick > -1.1))


def draw_sky(b: Block) -> None:
    """Long cuts where nothing stands."""
    rows = np.arange(b.key.shape[0], dtype=np.float32)[:, None]
    b.colour |= ~b.view.hit & ((rows + 4.5 * b.slow) / 16 % 1 < 0.34)


def draw_outlines(b: Block) -> None:
    """Ink where one form stands before another."""
    depth, part = b.view.depth, b.view.part
    edge = np.zeros_like(b.key)
    edge[:, 1:] |= (np.abs(np.diff(depth, axis=1)) > 0.16) | (part[:, 1:] != part[:, :-1])
    edge[1:] |= (np.abs(np.diff(depth, axis=0)) > 0.16) | (part[1:] != part[:-1])
    b.key |= binary_dilation(edge, iterations=2) & b.view.hit & (b.quick > -1.9)


def view_light(scene: Scene) -> XYZ:
    """The light's direction as the tilted camera sees it."""
    x, y, z = np.array(scene.light, np.float32) @ about_x(scene.tilt).T
    return float(x), float(y), float(z)


def vignette(name: str) -> tuple[MASK, MASK]:
    """The two blocks."""
    scene = SCENES[name]
    camera = Camera(ROWS, COLUMNS, scene.aim, scene.height)
    tilt = about_x(scene.tilt)
    view = render(
        lambda p: np.stack(scene.parts(p @ tilt), axis=-1).astype(np.float32), camera, view_light(scene), FINER
    )
    b = Block(scene, view, np.random.default_rng(list(SCENES).index(name) + 30))
    carve_stuffs(b)
    if name in CLIFFS:
        draw_caves(b, CLIFFS[name])
    details = {
        "threshing-floor": draw_grain,
        "accounts": draw_book,
        "inkstone-and-seal": draw_report,
        "blackboard": draw_chalk,
    }
    if name in details:
        details[name](b)
    draw_outlines(b)
    draw_sky(b)
    if name == "courtyard-in-snow":
        draw_snow(b)
    return starved(b.key, b.rng, 2.4, 2.5), starved(b.colour, b.rng, 2.4, 1.9)


if __name__ == "__main__":
    for name in sys.argv[1:] or SCENES:
        save(printed(*vignette(name), slip=(3, 3)), f"vignettes/{name}")
