"""Heads, hair, hats and coats as solids, for the portraits.

Head space: origin between the ears, y up, z forward; the eyes are at y 0.08, the chin near -1.0, the skull is
about 0.8 wide to each side. Body space is the same without the turn of the head. See sdf.py for solids.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sdf import DISTANCE, POINTS, about_x, about_y, about_z, box, capsule, carved, ellipsoid, joined, sphere

SKIN, COAT, COLLAR, HAT, HAIR = range(5)
NOWHERE = 9.0


@dataclass(frozen=True)
class Sitter:
    """An invented person. Angles in radians; sizes are shares of an ordinary one."""

    seed: int
    age: int
    turn: float  # of the head: above 0 faces right
    hair: str = "none"  # none, shaven, crop, receding, bob, fringe, drawn-back, plaits
    hat: str = "none"  # none, band, cap, soft-cap, towel, scarf, skullcap, fur, straw, band
    coat: str = "suit"  # suit, loops, side, shirt
    tone: str = "dark"  # of the coat: dark, middle, light
    light: tuple[float, float, float] = (0.70, 0.50, 0.58)
    nod: float = 0.0
    lean: float = 0.0
    width: float = 1.0
    jaw: float = 1.0
    nose: float = 1.0
    thin: float = 0.0
    build: float = 1.0
    brow: float = 1.0
    eye: float = 1.0
    mouth: float = 0.245
    woman: bool = False
    grey: bool = False
    padded: bool = False
    spectacles: bool = False
    moustache: bool = False
    beard: bool = False
    earrings: bool = False
    stubble: bool = False
    lift: float = 0.0

    @property
    def rotation(self) -> NDArray[np.float32]:
        """From body space to head space, for row vectors."""
        return np.asarray(about_y(self.turn) @ about_x(self.nod) @ about_z(self.lean), np.float32)

    def in_head(self, p: POINTS) -> POINTS:
        """Points of body space in head space."""
        return (p - np.array((0, self.lift, 0), np.float32)) @ self.rotation


def parts(sitter: Sitter, p: POINTS) -> NDArray[np.float32]:
    """Distances to skin, coat, collar, hat and hair. Shape: (n, 5)."""
    q = sitter.in_head(p)
    skin = joined(face(sitter, q), neck(sitter, p), 0.12)
    return np.stack([skin, coat(sitter, p), collar(sitter, p), hat(sitter, q), hair(sitter, q, p)], axis=-1)


def face(s: Sitter, q: POINTS) -> DISTANCE:
    """The head without hair, lit well enough to carve by."""
    d = ellipsoid(q, (0, 0.38, -0.12), (0.80 * s.width, 0.86, 0.98))
    d = joined(d, ellipsoid(q, (0, -0.22, 0.16), (0.64 * s.width, 0.82, 0.70)), 0.22)
    d = joined(d, ellipsoid(q, (0, -0.86, 0.50), (0.25 * s.jaw, 0.20, 0.22)), 0.22)
    brow = 0.055 if s.woman else 0.075
    for side in (-1, 1):
        d = joined(d, ellipsoid(q, (side * 0.46 * s.width * s.jaw, -0.50, 0.08), (0.17, 0.30, 0.36)), 0.20)
        d = joined(d, ellipsoid(q, (side * 0.47 * s.width, -0.05, 0.50), (0.22, 0.17, 0.22)), 0.16)
        if s.thin:
            hollow = ellipsoid(q, (side * 0.58 * s.width, -0.42, 0.62), (0.16 * s.thin, 0.26, 0.22))
            d = carved(d, hollow, 0.25)
        d = joined(d, capsule(q, (side * 0.42 * s.width, 0.28, 0.66), (0, 0.24, 0.755), brow), 0.14)
        d = carved(d, ellipsoid(q, (side * 0.32 * s.width, 0.085, 0.93), (0.18, 0.10, 0.15)), 0.13)
        d = joined(d, sphere(q, (side * 0.32 * s.width, 0.075, 0.640), 0.165), 0.05)
        if s.age > 48:
            d = carved(d, capsule(q, (side * 0.20, -0.30, 0.86), (side * 0.36, -0.62, 0.72), 0.022), 0.04)
        ear = ellipsoid(q, (side * 0.80 * s.width, 0.0, -0.08), (0.09, 0.26, 0.16), about_z(-side * 0.12))
        d = joined(d, ear, 0.06)
    return lips(q, nose(s, q, d))


def nose(s: Sitter, q: POINTS, d: DISTANCE) -> DISTANCE:
    """Adds the nose."""
    d = joined(d, capsule(q, (0, 0.10, 0.745), (0, -0.27, 0.925 * (0.96 + 0.04 * s.nose)), 0.062, 0.118 * s.nose), 0.09)
    for side in (-1, 1):
        d = joined(d, sphere(q, (side * 0.135 * s.nose, -0.315, 0.815), 0.088 * s.nose), 0.05)
    return d


def lips(q: POINTS, d: DISTANCE) -> DISTANCE:
    """Adds the mouth and the line between the lips."""
    d = joined(d, ellipsoid(q, (0, -0.60, 0.64), (0.30, 0.22, 0.22)), 0.12)
    for side in (-1, 1):
        d = joined(d, capsule(q, (side * 0.17, -0.575, 0.80), (0, -0.555, 0.855), 0.035, 0.050), 0.04)
    d = joined(d, capsule(q, (-0.13, -0.66, 0.81), (0.13, -0.66, 0.81), 0.055), 0.05)
    return carved(d, ellipsoid(q, (0, -0.612, 0.90), (0.25, 0.016, 0.12)), 0.02)


def neck(s: Sitter, p: POINTS) -> DISTANCE:
    """The neck, in body space."""
    thick = 0.39 * (1 - 0.12 * s.thin) * (0.86 if s.woman else 1)
    return capsule(p, (0, -0.7 + s.lift, -0.22), (0, -1.6, -0.36), thick, 0.44)


def coat(s: Sitter, p: POINTS) -> DISTANCE:
    """Shoulders and chest under cloth; a padded coat is thicker and bulges between its seams."""
    puff = 0.09 if s.padded else 0.0
    d = capsule(p, (-1.16 * s.build, -2.06, -0.42), (1.16 * s.build, -2.06, -0.42), 0.44 + puff)
    d = joined(d, ellipsoid(p, (0, -3.0, -0.38), (1.60 * s.build + puff, 1.5, 0.80 + puff)), 0.35)
    d = joined(d, capsule(p, (-0.60, -1.66, -0.42), (0.60, -1.66, -0.42), 0.34 + puff), 0.40)
    if s.padded:
        d = d - 0.022 * np.abs(np.sin(p[..., 0] * 7.5))
    return d


def collar(s: Sitter, p: POINTS) -> DISTANCE:
    """A turned-down collar on a suit, a low standing one on a jacket, none on a shirt."""
    x, y, z = p[..., 0], p[..., 1], p[..., 2]
    if s.coat == "shirt":
        return np.full(len(p), NOWHERE, np.float32)
    level = y + 0.16 * np.clip(z + 0.32, -0.6, 0.9)
    slope, middle, half = (0.62, -1.24, 0.17) if s.coat == "suit" else (0.25, -1.25, 0.13)
    ring = 0.50 + np.clip(-1.12 - level, 0, 1) * slope
    d = np.maximum(np.abs(np.hypot(x, z + 0.34) - ring) - 0.04, np.abs(level - middle) - half)
    spread = 0.42 if s.coat == "suit" else 0.12
    gap = np.abs(x) - (0.015 + spread * np.clip(-1.14 - level, 0, 1))
    return np.asarray(np.where(z > 0, np.maximum(d, -gap), d) * 0.6)


def hair(s: Sitter, q: POINTS, p: POINTS) -> DISTANCE:
    """Hair down to its line; plaits hang in body space."""
    if s.hair in {"none", "shaven"}:
        return np.full(len(q), NOWHERE, np.float32)
    if s.hair in {"bob", "fringe"}:
        return bob(s, q)
    d = ellipsoid(q, (0, 0.42, -0.14), (0.86 * s.width, 0.90, 1.03))
    d = np.maximum(d, (hairline(s, q) - q[..., 1]) * 0.7)
    if s.hat not in {"none", "band"}:
        d = np.maximum(d, q[..., 1] - 0.60)
    return np.minimum(d, plaits(p)) if s.hair == "plaits" else d


def hairline(s: Sitter, q: POINTS) -> DISTANCE:
    """Height below which there is no hair, from nape to brow."""
    forward = np.clip((q[..., 2] + 0.15) / 0.75, 0, 1)
    forward = forward * forward * (3 - 2 * forward)
    across = np.abs(q[..., 0])
    if s.hair == "receding":
        return np.asarray(-0.28 + 1.06 * forward + 0.24 * forward * np.exp(-(((across - 0.40) / 0.20) ** 2)))
    if s.hair in {"drawn-back", "plaits"}:
        parting = 0.10 * forward * np.exp(-((q[..., 0] / 0.10) ** 2))
        return np.asarray(-0.42 + 1.04 * forward + parting)
    temples = 0.16 * forward * np.exp(-(((across - 0.42) / 0.16) ** 2))
    cowlick = 0.05 * forward * np.exp(-(((q[..., 0] - 0.12) / 0.2) ** 2))
    return np.asarray(-0.28 + 0.92 * forward + temples - cowlick)


def bob(s: Sitter, q: POINTS) -> DISTANCE:
    """Straight hair cut at the jaw, parted, or with a fringe over the brow."""
    d = ellipsoid(q, (0, 0.36, -0.16), (0.92 * s.width, 0.94, 1.06))
    d = joined(d, ellipsoid(q, (0, -0.28, -0.26), (0.93 * s.width, 0.66, 0.80)), 0.2)
    d = np.maximum(d, -0.74 - q[..., 1] - 0.10 * q[..., 2])
    if s.hair == "fringe":
        window = ellipsoid(q, (0, -0.44, 0.98), (0.64 * s.width, 0.86, 0.74))
        return carved(d, np.maximum(window, q[..., 1] - 0.37), 0.02)
    window = ellipsoid(q, (0, -0.14, 0.98), (0.66 * s.width, 0.74, 0.72))
    notch = ellipsoid(q, (0.16, 0.50, 0.95), (0.34, 0.30, 0.5), about_z(-0.5))
    return carved(d, joined(window, notch, 0.08), 0.03)


def plaits(p: POINTS) -> DISTANCE:
    """Two plaits that fall before the shoulders."""
    d = np.full(len(p), NOWHERE, np.float32)
    for side in (-1, 1):
        top, shoulder, end = (side * 0.66, -0.45, -0.30), (side * 0.62, -1.50, 0.10), (side * 0.52, -2.45, 0.44)
        strand = np.minimum(capsule(p, top, shoulder, 0.13, 0.115), capsule(p, shoulder, end, 0.115, 0.07))
        d = np.minimum(d, strand - 0.020 * np.abs(np.sin(p[..., 1] * 14)))
    return d


def hat(s: Sitter, q: POINTS) -> DISTANCE:
    """Headwear, in head space."""
    makers = {
        "cap": cap,
        "soft-cap": soft_cap,
        "towel": towel,
        "scarf": scarf,
        "skullcap": skullcap,
        "fur": fur,
        "straw": straw,
        "band": band,
    }
    if s.hat not in makers:
        return np.full(len(q), NOWHERE, np.float32)
    return makers[s.hat](q * np.array((1 / s.width, 1, 1), np.float32))


def cap(q: POINTS) -> DISTANCE:
    """A cadre's cap: flat full crown, band, short peak."""
    d = ellipsoid(q, (0, 0.80, -0.20), (0.90, 0.44, 1.02))
    d = joined(d, ellipsoid(q, (0, 1.02, -0.16), (0.88, 0.20, 0.92), about_x(-0.12)), 0.16)
    d = joined(d, ellipsoid(q, (0, 0.66, -0.14), (0.86, 0.30, 1.00)), 0.03)
    d = np.maximum(d, 0.50 + 0.05 * q[..., 2] - q[..., 1])
    return np.minimum(d, peak(q) * 0.8)


def peak(q: POINTS) -> DISTANCE:
    """The peak of a cap."""
    outer = ellipsoid(q, (0, 0.47, 0.68), (0.62, 0.17, 0.52), about_x(0.10))
    inner = ellipsoid(q, (0, 0.40, 0.64), (0.66, 0.17, 0.56), about_x(0.10))
    return np.asarray(np.maximum(np.maximum(outer, -inner), 0.45 - q[..., 2]))


def soft_cap(q: POINTS) -> DISTANCE:
    """A worn cloth cap that has lost its shape."""
    d = ellipsoid(q, (0.05, 0.86, -0.22), (0.88, 0.34, 0.98), about_z(0.10))
    d = joined(d, ellipsoid(q, (0, 0.66, -0.14), (0.87, 0.32, 1.01)), 0.12)
    d = np.maximum(d, 0.50 + 0.05 * q[..., 2] - q[..., 1])
    return np.minimum(d, peak(q) * 0.8)


def towel(q: POINTS) -> DISTANCE:
    """A white towel wound round the head, its ends tucked in over the brow."""
    d = ellipsoid(q, (0, 0.66, -0.12), (0.93, 0.44, 1.05))
    d = np.maximum(d, 0.36 + 0.10 * q[..., 2] - q[..., 1])
    d = joined(d, capsule(q, (-0.62, 0.48, 0.60), (0.55, 0.58, 0.70), 0.13), 0.07)
    d = joined(d, capsule(q, (-0.50, 0.66, 0.66), (0.60, 0.46, 0.62), 0.11), 0.05)
    d = joined(d, ellipsoid(q, (0.06, 0.60, 0.96), (0.15, 0.11, 0.09), about_z(0.4)), 0.05)
    return joined(d, ellipsoid(q, (0.22, 0.76, 0.92), (0.07, 0.15, 0.06), about_z(-0.7)), 0.05)


def scarf(q: POINTS) -> DISTANCE:
    """A headscarf tied under the chin."""
    d = ellipsoid(q, (0, 0.36, -0.16), (0.95, 0.98, 1.10))
    d = joined(d, ellipsoid(q, (0, -0.55, -0.25), (0.80, 0.80, 0.80)), 0.25)
    window = ellipsoid(q, (0, -0.20, 0.95), (0.66, 0.80, 0.86))
    d = carved(np.maximum(d, -1.32 - q[..., 1]), window, 0.03)
    knot = joined(
        ellipsoid(q, (0, -1.10, 0.52), (0.15, 0.12, 0.11)), capsule(q, (0, -1.1, 0.52), (0.2, -1.45, 0.5), 0.08), 0.05
    )
    return np.minimum(d, np.minimum(knot, capsule(q, (0, -1.1, 0.52), (-0.16, -1.42, 0.55), 0.08)))


def skullcap(q: POINTS) -> DISTANCE:
    """A round cap of six pieces with a knob."""
    d = ellipsoid(q, (0, 0.62, -0.14), (0.86, 0.72, 1.00))
    d = np.maximum(d, 0.50 + 0.08 * q[..., 2] - q[..., 1])
    return joined(d, sphere(q, (0, 1.36, -0.14), 0.085), 0.03)


def fur(q: POINTS) -> DISTANCE:
    """A winter hat with its flaps tied up."""
    d = ellipsoid(q, (0, 0.82, -0.14), (0.86, 0.50, 0.98))
    d = np.maximum(d, 0.46 - q[..., 1])
    d = joined(d, box(q, (0, 0.80, 0.72), (0.52, 0.23, 0.17), 0.14), 0.05)
    for side in (-1, 1):
        d = joined(d, ellipsoid(q, (side * 0.84, 0.66, -0.10), (0.17, 0.42, 0.56)), 0.04)
    return d


def straw(q: POINTS) -> DISTANCE:
    """A straw hat: round crown, broad brim that droops a little."""
    x, y, z = q[..., 0], q[..., 1], q[..., 2] + 0.12
    out = np.hypot(x, z)
    crown = np.maximum(ellipsoid(q, (0, 0.62, -0.12), (0.88, 0.66, 0.98)), 0.58 - y)
    surface = 0.66 - 0.10 * np.clip(out - 0.8, 0, 2) ** 1.5 + 0.03 * np.sin(np.arctan2(x, z) * 3)
    brim = np.maximum(np.abs(y - surface) - 0.025, out - 1.58) * 0.75
    return joined(crown, np.asarray(brim), 0.04)


def band(q: POINTS) -> DISTANCE:
    """The dark band that old women wear across the brow."""
    d = ellipsoid(q, (0, 0.42, -0.13), (0.885, 0.93, 1.055))
    level = q[..., 1] - 0.10 * q[..., 2]
    return np.asarray(np.maximum(d, np.abs(level - 0.44 + 0.05 * np.cos(q[..., 0] * 3.6)) - 0.115))
