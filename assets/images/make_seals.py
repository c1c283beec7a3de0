"""Cuts the seals and stamps, vermilion on nothing, at three times the size they are shown at.

Round for Party committees (no star; the middle is left bare so that the date shows through), square for the
administration, small squares for names and marks. All persons are invented. Run: python make_seals.py.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from PIL import Image, ImageDraw, ImageFont
from scipy.ndimage import binary_erosion, gaussian_filter
from woodcut import FIELD, HERE, MASK, VERMILION, noise, save

FONT = HERE.parent / "fonts" / "ShangdangSong-Bold.otf"
FINER = 3  # cells to a pixel
SCALE = 3  # pixels to one on the screen at 100 %

COMMITTEES = {
    "bureau": "中共中央華北局",
    "province": "中共山西省委",
    "prefecture": "中共長治地委",
    "changzhi": "中共長治縣委",
    "gaoping": "中共高平縣委",
    "huguan": "中共壺關縣委",
    "jincheng": "中共晉城縣委",
    "licheng": "中共黎城縣委",
    "lingchuan": "中共陵川縣委",
    "lucheng": "中共潞城縣委",
    "pingshun": "中共平順縣委",
    "qinshui": "中共沁水縣委",
    "qinxian": "中共沁縣縣委",
    "qinyuan": "中共沁源縣委",
    "tunliu": "中共屯留縣委",
    "wuxiang": "中共武鄉縣委",
    "xiangyuan": "中共襄垣縣委",
    "yangcheng": "中共陽城縣委",
    "zhangzi": "中共長子縣委",
}
NAMES = {
    "du-wenbin": "杜文斌印",
    "hao-shouyi": "郝守義印",
    "qin-yushan": "秦玉山印",
    "shen-xiulan": "申秀蘭印",
    "jia-fulai": "賈福來印",
    "chang-rui": "常瑞",
}
SEASONS = {"spring": "春", "summer": "夏", "autumn": "秋", "winter": "冬"}
# Where the characters of a square seal stand, right column first, and how large they are.
LAYOUTS: dict[int, tuple[float, tuple[tuple[float, float], ...]]] = {
    1: (0.74, ((0.5, 0.5),)),
    2: (0.46, ((0.5, 0.28), (0.5, 0.72))),
    4: (0.43, ((0.71, 0.28), (0.71, 0.72), (0.29, 0.28), (0.29, 0.72))),
}
RING = (0.985, 0.925, 0.885, 0.872)  # radii of the thick and the thin ring, as shares of half the width
ARC_DEGREES = 312.0  # the names of offices run round this much of the ring


def face(size: float) -> ImageFont.FreeTypeFont:
    """The cutter's lettering."""
    return ImageFont.truetype(str(FONT), round(size))


def characters(text: str, side: int) -> MASK:
    """The characters of a square seal, True where they stand."""
    size, places = LAYOUTS[len(text)]
    plate = Image.new("L", (side, side), 0)
    draw = ImageDraw.Draw(plate)
    for character, (x, y) in zip(text, places, strict=True):
        draw.text((x * side, y * side), character, font=face(size * side), fill=255, anchor="mm")
    return np.asarray(plate) > 127


def block(side: int, rng: np.random.Generator) -> MASK:
    """A square of soft stone: worn corners, edges not quite straight."""
    margin = max(1, round(side * 0.02))
    square = np.zeros((side, side))
    square[margin:-margin, margin:-margin] = 1
    worn = gaussian_filter(square, side * 0.010) + 0.10 * noise(rng, (side, side), side * 0.02)
    return np.asarray(worn > 0.5)


def carved_white(text: str, side: int, rng: np.random.Generator) -> MASK:
    """White characters on red."""
    return block(side, rng) & ~characters(text, side)


def carved_red(text: str, side: int, rng: np.random.Generator) -> MASK:
    """Red characters within a red border."""
    square = block(side, rng)
    border = square & ~binary_erosion(square, iterations=max(2, round(side * 0.05)))
    return np.asarray(border | (characters(text, side) & square))


def office(text: str, side: int, rng: np.random.Generator) -> MASK:
    """A round seal: two rings, and the office's name round the inside."""
    plate = Image.new("L", (side, side), 0)
    draw = ImageDraw.Draw(plate)
    for radius, fill in zip(RING, (255, 0, 255, 0), strict=True):
        low, high = side / 2 * (1 - radius), side / 2 * (1 + radius)
        draw.ellipse([low, low, high, high], fill=fill)
    step = ARC_DEGREES / len(text)
    for i, character in enumerate(text):
        set_on_arc(plate, character, math.radians(-90 + step * (i - (len(text) - 1) / 2)))
    cut = gaussian_filter(np.asarray(plate) / 255, side * 0.0022) + 0.07 * noise(rng, (side, side), 3)
    return np.asarray(cut > 0.5)


def set_on_arc(plate: Image.Image, character: str, angle: float) -> None:
    """One character, its foot towards the middle."""
    side = plate.width
    sort = Image.new("L", (round(side * 0.34),) * 2, 0)
    middle = sort.width / 2
    ImageDraw.Draw(sort).text((middle, middle), character, font=face(side * 0.222), fill=255, anchor="mm")
    sort = sort.rotate(-math.degrees(angle) - 90, Image.Resampling.BICUBIC)
    x = side / 2 * (1 + 0.628 * math.cos(angle)) - middle
    y = side / 2 * (1 + 0.628 * math.sin(angle)) - middle
    plate.paste(255, (round(x), round(y)), sort)


def stamped(cut: MASK, rng: np.random.Generator, wear: float) -> Image.Image:
    """The impression: specks without ink, and paste that lies thicker here than there."""
    bare = noise(rng, cut.shape, 1.6 * FINER) > wear
    paste: FIELD = np.clip(0.90 - 0.09 * noise(rng, cut.shape, cut.shape[0] * 0.09), 0.5, 1)
    alpha = (cut & ~bare) * paste
    rows, columns = cut.shape
    small = alpha.reshape(rows // FINER, FINER, columns // FINER, FINER).mean(axis=(1, 3))
    picture = np.empty((*small.shape, 4), np.uint8)
    picture[..., :3] = VERMILION
    picture[..., 3] = np.rint(small * 15) * 17
    picture[picture[..., 3] == 0] = 0
    return Image.fromarray(picture, mode="RGBA")


CUTTER = Callable[[str, int, np.random.Generator], MASK]


def orders() -> list[tuple[str, str, int, CUTTER, float]]:
    """Every seal to cut: file name, text, size on the screen, way of cutting, wear (lower is more worn)."""
    return [
        *((name, text, 96, office, 1.9) for name, text in COMMITTEES.items()),
        ("administration", "長治專署", 72, carved_white, 2.0),
        *((f"name-{name}", text, 56, carved_red, 2.1) for name, text in NAMES.items()),
        ("read", "閱", 30, carved_red, 2.4),
        ("cooperative", "社", 17, carved_white, 2.8),
        *((name, text, 30, carved_white, 2.5) for name, text in SEASONS.items()),
    ]


if __name__ == "__main__":
    for number, (name, text, size, cutter, wear) in enumerate(orders()):
        rng = np.random.default_rng(100 + number)
        save(stamped(cutter(text, size * SCALE * FINER, rng), rng, wear), f"seals/{name}")
