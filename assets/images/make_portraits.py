"""Cuts the portraits: sixteen invented people, half in light. Run: python make_portraits.py [name ...].

Each is modelled as a solid (heads.py), lit from the side it faces, and carved the way a woodcutter would: lines
that slice the head and swell with the dark, features drawn on the surface, cloth in long cuts.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

import numpy as np
from heads import COAT, COLLAR, HAIR, HAT, SKIN, Sitter, parts
from scipy.ndimage import binary_dilation, distance_transform_edt
from sdf import Camera, View, render
from woodcut import FIELD, MASK, noise, printed, save, starved, stripe

CAMERA = Camera(rows=675, columns=540, aim=(0, -0.60, 0), height=4.3)
FINER = 2  # cells of the block to one of the camera

FROM_LEFT = (-0.72, 0.50, 0.58)
FROM_RIGHT = (0.66, 0.46, 0.66)

SITTERS = {
    "du-wenbin": Sitter(5, 45, -0.42, "crop", thin=1, spectacles=True, light=FROM_LEFT),
    "secretary-cap": Sitter(3, 38, 0.36, "crop", "cap", nod=-0.06, width=1.06, jaw=1.12, light=FROM_RIGHT),
    "elder-towel": Sitter(7, 64, 0.38, "none", "towel", "loops", "light", thin=1, beard=True, moustache=True),
    "woman-bob": Sitter(6, 33, -0.36, "bob", width=0.97, jaw=0.9, woman=True, nose=0.85, light=FROM_LEFT),
    "young-woman-plaits": Sitter(
        11, 21, 0.34, "plaits", "none", "side", "middle",
        width=0.95, jaw=0.84, woman=True, nose=0.8, build=0.88, brow=0.7,
    ),
    "grandmother": Sitter(
        12, 68, -0.30, "drawn-back", "band", "side", padded=True, light=FROM_LEFT,
        width=0.98, jaw=0.80, thin=0.55, woman=True, grey=True, nose=0.88, build=0.84, brow=0.45, lift=-0.10, eye=0.85,
        mouth=0.21, earrings=True,
    ),
    "farmer-broad": Sitter(
        13, 44, -0.30, "none", "towel", "shirt", "light", light=FROM_LEFT,
        width=1.10, jaw=1.05, build=1.14, stubble=True, nose=1.1,
    ),
    "youth": Sitter(
        14, 19, 0.44, "crop", "none", "loops", "middle", width=0.94, jaw=0.88, nose=0.9, build=0.9, lean=0.04
    ),
    "miller": Sitter(
        15, 55, 0.30, "shaven", "none", "loops", "light",
        width=1.08, jaw=1.06, moustache=True, build=1.12, nose=1.12, nod=0.05,
    ),
    "demobilised-soldier": Sitter(
        16, 28, -0.46, "crop", "soft-cap", "suit", "middle", jaw=1.05, light=FROM_LEFT, build=1.04
    ),
    "accountant": Sitter(
        17, 59, 0.42, "crop", "skullcap", "loops",
        width=0.95, thin=1, spectacles=True, beard=True, grey=True, build=0.92, nose=0.95, nod=0.05,
    ),
    "woman-scarf": Sitter(
        18, 41, 0.32, "drawn-back", "scarf", "side", "middle", width=1.02, woman=True, nose=0.92, padded=True
    ),
    "cadre-winter": Sitter(
        19, 50, -0.34, "crop", "fur", light=FROM_LEFT, padded=True, width=1.05, jaw=1.05, nose=1.05, stubble=True
    ),
    "straw-hat": Sitter(
        20, 36, 0.40, "crop", "straw", "shirt", "light", jaw=1.02, nod=-0.04, light=(0.62, 0.26, 0.80)
    ),
    "provincial-official": Sitter(
        21, 53, -0.40, "receding", "none", "suit", "middle",
        width=1.07, jaw=1.06, light=FROM_LEFT, nose=1.05, build=1.08,
    ),
    "schoolteacher": Sitter(
        22, 27, -0.40, "fringe", "none", "suit", "light", light=FROM_LEFT,
        width=0.95, jaw=0.86, woman=True, nose=0.82, spectacles=True, build=0.9,
    ),
}  # fmt: skip


@dataclass
class Block:
    """A portrait under the knife: the view, the two blocks cut so far, and the unevenness of the hand."""

    sitter: Sitter
    view: View
    rng: np.random.Generator

    def __post_init__(self) -> None:
        shape = self.view.hit.shape
        self.key = np.zeros(shape, bool)
        self.colour = np.zeros(shape, bool)
        self.slow = noise(self.rng, shape, 39)
        self.quick = noise(self.rng, shape, 6)
        self.breaks = noise(self.rng, shape, (10, 33))
        self.head = self.sitter.in_head(self.view.point)
        self.light = seen_light(self.view)

    def of(self, *which: int) -> MASK:
        """Where any of the parts is seen."""
        return np.asarray(self.view.hit & np.isin(self.view.part, which))

    def leave(self, where: MASK) -> None:
        """Cuts both blocks away: bare paper."""
        self.key &= ~where
        self.colour &= ~where


def seen_light(view: View) -> FIELD:
    """How light each place looks, 0 to about 1; skin never falls quite into the dark."""
    light = (0.05 + 0.95 * view.lit) * (0.55 + 0.45 * view.open) + 0.06 * view.open
    nx, ny = view.normal[..., 0], view.normal[..., 1]
    glow = 0.17 * (0.35 + 0.65 * view.open) * (0.6 + 0.4 * np.clip(ny, -1, 1) + 0.3 * np.abs(nx))
    return np.asarray(np.where(view.part == SKIN, light * 0.86 + glow, light))


def cut_skin(b: Block) -> None:
    """Lines across the head that swell where it turns from the light."""
    x, y, z = np.moveaxis(b.head, -1, 0)
    dark = np.clip(1.02 - 1.25 * b.light, 0, 1)
    skin = b.of(SKIN)
    line = stripe((y * 0.92 + z * 0.40 + x * 0.22) / 0.088 + 0.10 * b.slow)
    b.key |= skin & (line < np.clip((dark - 0.38) * 1.38, 0, 0.88))
    b.colour |= skin & (dark > 0.30 + 0.05 * b.quick)


def draw_face(b: Block) -> None:
    """Eyes, brows, nose, mouth and what age adds, drawn on the surface of the skin."""
    x, y, z = np.moveaxis(b.head, -1, 0)
    front = b.of(SKIN) & (z > 0.3)
    s = b.sitter
    for side in (-1, 1):
        draw_eye(b, front, x * side, y)
        nostril = np.hypot((x * side - 0.062) / 1.5, y + 0.365) < 0.026
        b.key |= front & nostril & (z > 0.70)
        if s.age > 52:
            draw_age(b, front, x * side, y)
    corner = np.abs(x) / s.mouth
    b.key |= front & (z > 0.6) & (corner < 1) & (np.abs(y + 0.612 - 0.018 * corner) < 0.014 * (1.1 - 0.7 * corner))
    if s.age > 52:
        for row in range(2):
            wave = np.abs(y - 0.44 - 0.075 * row - 0.02 * np.cos(x * 6))
            b.key |= front & (np.abs(x + 0.03) < 0.34 - 0.06 * row) & (wave < 0.008)
    if s.earrings:
        drop = np.hypot(np.abs(x) - 0.80 * s.width, y + 0.33)
        b.key |= b.view.hit & (np.abs(drop - 0.055) < 0.020) & (b.view.part != COAT)
    draw_beard(b, front, x, y, z)
    if s.spectacles:
        draw_spectacles(b, front, x, y)


def draw_eye(b: Block, front: MASK, x: FIELD, y: FIELD) -> None:
    """One eye and its brow; x runs outward from the nose."""
    s = b.sitter
    along = (x - 0.315) / 0.150
    rise = y - 0.075
    within = np.abs(along) < 1
    upper = (0.043 * s.eye) * (1 - along**2) + 0.010 * along
    lower = -0.025 * s.eye * (1 - along**2) + 0.008 * along
    white = within & (rise < upper - 0.018) & (rise > lower + 0.006)
    b.leave(front & white)
    b.key |= front & within & (np.abs(rise - upper) < 0.020 * (1 - 0.4 * along**2))
    b.key |= front & (np.abs(along) < 0.8) & (np.abs(rise - lower) < 0.007)
    b.key |= front & (np.hypot(x - 0.305, y - 0.085) < 0.054) & (rise < upper) & (rise > lower)
    b.leave(front & (np.hypot(x - 0.322, y - 0.105) < 0.012))
    out = (x - 0.33) / 0.20
    arch = y - (0.250 + 0.020 * (1 - out**2) + 0.004 * out)
    thick = 0.030 * s.brow * (1 - 0.55 * np.clip(out, 0, 1)) * (0.8 + 0.3 * np.clip(b.quick, -1, 1))
    b.key |= front & (np.abs(out) < 1) & (np.abs(arch) < thick)


def draw_age(b: Block, front: MASK, x: FIELD, y: FIELD) -> None:
    """Lines at the corner of the eye and from nose to mouth; x runs outward."""
    for start, slope in ((-0.02, 0.1), (-0.06, 0.25)):
        out = x - 0.52
        b.key |= front & (np.abs(out) < 0.09) & (np.abs(y - 0.06 - start + slope * out) < 0.008)
    fold = np.abs(x - (0.185 + 0.40 * np.clip(-0.30 - y, 0, 1)))
    b.key |= front & (x > 0.17) & (x < 0.38) & (fold < 0.007) & (y < -0.30) & (y > -0.60)


def draw_beard(b: Block, front: MASK, x: FIELD, y: FIELD, z: FIELD) -> None:
    """Moustache, chin beard or stubble."""
    s = b.sitter
    strands = np.sin(x * 95 + 0.6 * b.quick)
    if s.moustache:
        thick = np.clip(0.036 - 0.07 * np.abs(x), 0, 1) * (1 + 0.2 * b.quick)
        lip = (np.abs(x) > 0.015) & (np.abs(y + 0.470 + 0.10 * np.abs(x)) < thick)
        b.key |= front & lip & (z > 0.6)
    if s.beard:
        chin = (y < -0.74) & (np.abs(x) < 0.20 + 0.3 * (y + 0.74))
        b.key |= front & chin & (strands > -0.3)
    if s.stubble:
        jaw = (y < -0.42) & (np.hypot(x / 0.55, (y + 0.65) / 0.36) < 1)
        mouth = (np.abs(y + 0.61) < 0.09) & (np.abs(x) < 0.24)
        b.key |= front & dots(b, 0.085) & jaw & ~mouth


def dots(b: Block, share: float) -> MASK:
    """Specks of four cells."""
    rows, columns = b.key.shape
    coarse = b.rng.random((rows // 4 + 1, columns // 4 + 1)) < share
    return np.asarray(np.kron(coarse, np.ones((4, 4), bool))[:rows, :columns])


def draw_spectacles(b: Block, front: MASK, x: FIELD, y: FIELD) -> None:
    """Round wire spectacles."""
    for side in (-1, 1):
        rim = np.abs(np.hypot((x - side * 0.325) / 1.12, y - 0.055) - 0.185) < 0.018
        b.key |= front & rim
    b.key |= front & (np.abs(y - 0.085) < 0.014) & (np.abs(x) < 0.14)
    b.key |= front & (np.abs(y - 0.085 - 0.02 * (np.abs(x) - 0.5)) < 0.014) & (np.abs(x) > 0.53)


def cut_coat(b: Block) -> None:
    """Cloth by tone: a dark block with long cuts, or lines drawn on the bare."""
    x, y, z = np.moveaxis(b.view.point, -1, 0)
    cloth = b.of(COAT, COLLAR)
    folds = (np.hypot(x * 0.8, (y + 1.1) * 0.9) + 0.35 * z + 0.030 * b.slow) / 0.100
    if b.sitter.padded:
        folds = x / 0.42 * 4.0 + 0.25 * b.slow
    line, light = stripe(folds), np.clip(b.light * 1.5 - 0.42, 0, 1)
    unbroken = b.breaks > -0.5 + (1 - light)
    if b.sitter.tone == "dark":
        b.key |= cloth & ~((line < light * 0.30) & unbroken)
        b.colour |= cloth & (b.light < 0.50)
    else:
        depth = np.clip(1.0 - 1.15 * b.light, 0, 1)
        heavy = 0.95 if b.sitter.tone == "middle" else 0.62
        b.key |= cloth & (line < np.clip((depth - 0.22) * heavy, 0, 0.85)) & (b.breaks > -1.2)
        b.key |= cloth & (line < 0.10) & (b.breaks > 0.75)
        b.colour |= cloth & ((depth > 0.42) | (b.sitter.tone == "middle"))
    edge_collar(b)


def edge_collar(b: Block) -> None:
    """The collar stands out by a bare edge on dark cloth, by a line on light."""
    collar = b.of(COLLAR)
    rim = collar & ~(distance_transform_edt(collar) > 3.2)
    if b.sitter.tone == "dark":
        b.key &= ~rim
        b.key |= collar & ~rim & (b.light < 0.5)
    else:
        b.key |= collar & ~(distance_transform_edt(collar) > 2.4)


def draw_fastenings(b: Block) -> None:
    """Plackets, buttons, loops and pockets, light on dark cloth and dark on light."""
    x, y, _ = np.moveaxis(b.view.point, -1, 0)
    cloth = b.of(COAT)
    kind = b.sitter.coat
    if kind == "shirt":
        draw_shirt(b, cloth, x, y)
    elif kind == "side":
        curve = np.abs(x - (0.05 + 0.95 * np.clip((-1.45 - y) / 0.75, 0, 1) ** 0.7)) < 0.016
        lines = cloth & curve & (y < -1.40) & (y > -2.24)
        ink_line(b, lines | (cloth & (np.abs(x - 1.0) < 0.014) & (y <= -2.2)))
        for px, py in ((0.30, -1.56), (0.72, -1.86), (1.0, -2.35)):
            ink_line(b, cloth & (np.abs(y - py - 0.3 * (x - px)) < 0.024) & (np.abs(x - px) < 0.10))
    else:
        ink_line(b, cloth & (np.abs(x - 0.03) < 0.012) & (y < -1.50))
        for row in range(4):
            level = y + 1.78 + 0.42 * row
            if kind == "suit":
                ink_line(b, cloth & (np.abs(np.hypot(x - 0.10, level) - 0.034) < 0.012))
            else:
                ink_line(b, cloth & (np.abs(x - 0.03) < 0.15) & (np.abs(level) < 0.026))
                b.key |= cloth & (np.abs(x - 0.03) < 0.13) & (np.abs(level) < 0.009)
    if kind == "suit":
        draw_pockets(b, cloth, x, y)


def draw_shirt(b: Block, cloth: MASK, x: FIELD, y: FIELD) -> None:
    """An open neck: the edge of a collarless shirt."""
    vee = np.abs(x) - 0.62 * np.clip((y + 2.05) / 0.75, 0, 1)
    b.leave(cloth & (vee < 0) & (y > -2.05))
    b.colour |= cloth & (vee < 0) & (y > -2.05) & (b.light < 0.62)
    b.key |= cloth & (np.abs(vee) < 0.018) & (y > -2.08)
    b.key |= cloth & (np.abs(x - 0.02) < 0.013) & (y <= -2.05)


def draw_pockets(b: Block, cloth: MASK, x: FIELD, y: FIELD) -> None:
    """Two breast pockets with flaps."""
    for side in (-1, 1):
        px, py = x - side * 0.72, y + 2.36
        sides = (np.abs(np.abs(px) - 0.34) < 0.011) & (py < 0) & (py > -0.75)
        top = (np.abs(py) < 0.011) & (np.abs(px) < 0.34)
        flap = (np.abs(py + 0.20 - 0.06 * np.cos(px * 4)) < 0.011) & (np.abs(px) < 0.34)
        ink_line(b, cloth & (sides | top | flap))


def ink_line(b: Block, where: MASK) -> None:
    """A line on cloth: bare on a dark coat, ink on any other."""
    if b.sitter.tone == "dark":
        b.leave(where)
    else:
        b.key |= where


def cut_hair(b: Block) -> None:
    """Hair: strands from the parting, opened where light falls; grey hair is drawn in ink on the bare."""
    x, y, z = np.moveaxis(b.head, -1, 0)
    strands = {
        "bob": np.arctan2(x - 0.16, np.maximum(1.5 - y, 0.05)) / 0.062,
        "fringe": np.arctan2(x, np.maximum(1.6 - y, 0.05)) / 0.058,
        "receding": (x + 0.25 * z) / 0.075,
        "drawn-back": (np.arctan2(x, 1.2 + z) - 0.1 * y) / 0.062,
        "plaits": (np.arctan2(x, 1.2 + z) - 0.1 * y) / 0.062,
    }
    phase = strands.get(b.sitter.hair, (np.arctan2(x, z + 0.2) * 0.9 + 0.25 * y) / 0.070)
    braid = b.of(HAIR) & (b.view.point[..., 1] < -0.85) & (b.sitter.hair == "plaits")
    px, py = b.view.point[..., 0], b.view.point[..., 1]
    phase = np.where(braid, (py + 0.55 * np.abs(np.abs(px) - 0.64)) / 0.115, phase)
    line = stripe(phase + 0.30 * b.slow + 0.10 * b.quick)
    tresses = b.of(HAIR)
    if b.sitter.grey:
        b.key |= tresses & (line < np.clip(1.05 - 0.9 * b.light, 0.16, 0.9))
        b.colour |= tresses & (b.light < 0.45)
    else:
        open_share = np.where(braid, 0.30, np.clip(b.light * 0.9 - 0.44, 0, 0.42))
        b.key |= tresses & ~((line < open_share) & (b.quick > -0.7))
        b.colour |= tresses & (b.light < 0.85)
    if b.sitter.hair == "shaven":
        b.key |= b.of(SKIN) & dots(b, 0.06) & (y > 0.62 - 0.8 * np.clip(0.30 - z, 0, 1)) & (b.light > 0.3)


def cut_hat(b: Block) -> None:
    """Headwear by its stuff: cloth in slanting cuts, towelling bare, fur in short strokes, straw in rings."""
    x, y, z = np.moveaxis(b.head, -1, 0)
    worn, dark = b.of(HAT), np.clip(1.0 - 1.15 * b.light, 0, 1)
    kind = b.sitter.hat
    if kind in {"towel", "straw"}:
        phase = np.hypot(x, z + 0.12) / 0.075 if kind == "straw" else (y + 0.35 * x + 0.12 * np.sin(x * 3)) / 0.085
        line = stripe(phase + 0.12 * b.slow)
        least = 0.16 if kind == "straw" else 0.0
        b.key |= worn & (line < np.clip((dark - 0.42) * 1.5, least, 0.95)) & (b.quick > -1.5)
        b.key |= worn & (line < 0.12) & (b.breaks > 0.5)
        b.colour |= worn & (dark > (0.30 if kind == "straw" else 0.45))
    elif kind == "fur":
        strokes = stripe((np.arctan2(x, z + 0.1) * 1.1 + 0.2 * b.quick + 0.2 * y) / 0.060)
        flap = (np.abs(x) > 0.70) | ((z > 0.40) & (y < 1.04))
        b.key |= worn & flap & ~((strokes < np.clip(b.light * 0.9 - 0.10, 0, 0.6)) & (b.quick > -0.9))
        crown = stripe((x * 0.35 + y + z * 0.3) / 0.085 + 0.1 * b.slow)
        b.key |= worn & ~flap & ~(crown < np.clip(b.light * 1.1 - 0.35, 0, 0.8))
        b.colour |= worn
    elif kind == "band":
        b.key |= worn & ~(stripe(y / 0.075 + 0.1 * b.slow) < np.clip(b.light - 0.45, 0, 0.35))
        b.colour |= worn
    elif kind == "scarf":
        phase = (np.hypot(x, y - 0.2) + 0.25 * z) / 0.115 + 0.2 * b.slow
        b.key |= worn & (stripe(phase) < np.clip((dark - 0.20) * 1.2, 0.08, 0.92)) & (b.breaks > -1.4)
        b.colour |= worn & (dark > 0.25)
    elif kind == "skullcap":
        seam = stripe(np.arctan2(x, z + 0.14) / (np.pi / 3)) < 0.045
        b.key |= worn & ~((stripe(y / 0.075 + 0.1 * b.slow) < np.clip(b.light - 0.35, 0, 0.5)) | seam)
        b.colour |= worn
    else:
        phase = (x * 0.35 + y + z * 0.3) / 0.085 + 0.1 * b.slow
        b.key |= worn & ~(stripe(phase) < np.clip(b.light * 1.2 - 0.25, 0, 0.9))
        b.colour |= worn & (b.light < 0.7) | (worn & (b.sitter.tone == "middle"))
        seam = worn & (np.abs(y - 0.60 - 0.05 * z) < 0.012)
        b.key &= ~seam


def draw_outlines(b: Block) -> None:
    """Ink where one form stands before another."""
    depth = b.view.depth
    step = np.maximum(
        np.abs(np.diff(depth, axis=0, prepend=depth[:1])), np.abs(np.diff(depth, axis=1, prepend=depth[:, :1]))
    )
    b.key |= binary_dilation(step > 0.10, iterations=2) & b.view.hit & (b.quick > -1.8)
    part = b.view.part
    change = np.zeros_like(b.key)
    change[:, 1:] |= part[:, 1:] != part[:, :-1]
    change[1:] |= part[1:] != part[:-1]
    b.key |= binary_dilation(change & b.view.hit, iterations=2) & b.of(SKIN, HAT)


def cut_background(b: Block) -> None:
    """Long cuts behind the sitter, closer on the dark side, and a bare line round the figure."""
    rows, columns = np.mgrid[0 : b.key.shape[0], 0 : b.key.shape[1]].astype(np.float32)
    halo = binary_dilation(b.view.hit, iterations=12)
    across = columns / b.key.shape[1]
    dark_side = across if b.sitter.light[0] > 0 else 1 - across
    line = (rows + 4.5 * b.slow) / 20.7 % 1
    b.colour |= ~halo & (line < 0.46 - 0.24 * dark_side)


def portrait(sitter: Sitter) -> tuple[MASK, MASK]:
    """The two blocks."""
    view = render(lambda p: parts(sitter, p), CAMERA, sitter.light, FINER)
    block = Block(sitter, view, np.random.default_rng(sitter.seed))
    for cut in (cut_skin, draw_face, cut_coat, draw_fastenings, cut_hat, cut_hair, draw_outlines, cut_background):
        cut(block)
    return starved(block.key, block.rng, 2.5, 2.7), starved(block.colour, block.rng, 2.5, 2.0)


if __name__ == "__main__":
    for name in sys.argv[1:] or SITTERS:
        save(printed(*portrait(SITTERS[name]), slip=(4, 6)), f"portraits/{name}")
