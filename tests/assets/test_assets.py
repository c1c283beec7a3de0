"""The assets folder: everything listed exists, opens, and is what it says."""

from __future__ import annotations

import ast
import json
import os
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "assets"
INDEX: dict[str, dict[str, Any]] = json.loads((ASSETS / "index.json").read_text(encoding="utf-8"))
MAP: dict[str, Any] = json.loads((ASSETS / "map" / "wall_map.json").read_text(encoding="utf-8"))
PICTURES = sorted(name for name, entry in INDEX.items() if entry["file"].endswith(".png"))
CHINESE_FONTS = [*sorted((ASSETS / "fonts").glob("ShangdangSong-*")), ASSETS / "fonts" / "ShangdangKai-Regular.ttf"]
LATIN_FONTS = sorted((ASSETS / "fonts").glob("ShangdangRoman-*")) + sorted((ASSETS / "fonts").glob("ShangdangSans-*"))
LARGEST_BYTES = 14_000_000


def opened(name: str) -> pygame.Surface:
    """A picture as 32-bit colour with alpha."""
    picture = pygame.image.load(ASSETS / INDEX[name]["file"])
    rgba = pygame.Surface(picture.get_size(), pygame.SRCALPHA, 32)
    rgba.blit(picture, (0, 0))
    return rgba


def colours_of(name: str) -> set[tuple[int, ...]]:
    """Every colour of a picture, as (red, green, blue, alpha)."""
    raw = pygame.image.tobytes(opened(name), "RGBA")
    return {tuple(raw[i : i + 4]) for i in range(0, len(raw), 4)}


def missing_from(font: Path, wanted: str) -> list[str]:
    """Characters that the font draws as it draws what it does not have."""
    pygame.font.init()
    face = pygame.font.Font(font, 32)

    def drawn(character: str) -> tuple[tuple[int, int], bytes]:
        surface = face.render(character, False, "black", "white")
        return surface.get_size(), pygame.image.tobytes(surface, "RGB")

    nothing = drawn("\ue000")
    return [character for character in wanted if drawn(character) == nothing]


def is_inside(point: list[float], ring: list[list[float]]) -> bool:
    """Even-odd rule."""
    x, y = point
    crossings = 0
    for (ax, ay), (bx, by) in pairwise(ring):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            crossings += 1
    return crossings % 2 == 1


@pytest.mark.parametrize("name", sorted(INDEX))
def test_every_asset_in_the_index_exists_and_has_a_sentence(name: str) -> None:
    entry = INDEX[name]
    assert (ASSETS / entry["file"]).is_file()
    assert entry["alt"].endswith(".")


def test_every_picture_sound_and_font_is_in_the_index() -> None:
    listed = {entry["file"] for entry in INDEX.values()}
    kinds = {".png", ".ogg", ".otf", ".ttf"}
    found = {path.relative_to(ASSETS).as_posix() for path in ASSETS.rglob("*") if path.suffix in kinds}
    assert found <= listed


@pytest.mark.parametrize("name", PICTURES)
def test_every_picture_opens_has_its_size_and_is_not_blank(name: str) -> None:
    picture = opened(name)
    assert list(picture.get_size()) == INDEX[name]["size"]
    assert len(colours_of(name)) > 1


@pytest.mark.parametrize("name", [n for n in PICTURES if n.startswith("portrait-")])
def test_portraits_are_printed_at_three_times_their_size(name: str) -> None:
    assert INDEX[name]["size"] == [360, 450]


@pytest.mark.parametrize("name", [n for n in PICTURES if n.startswith("seal-")])
def test_seals_are_vermilion_on_nothing(name: str) -> None:
    colours = {colour for colour in colours_of(name) if colour[3]}
    assert {colour[3] for colour in colours} != {255}
    assert all(abs(channel - meant) <= 12 for c in colours for channel, meant in zip(c, (158, 36, 30), strict=False))


def test_there_are_enough_faces_and_scenes_and_a_seal_for_each_county() -> None:
    assert sum(name.startswith("portrait-") for name in INDEX) >= 14
    assert sum(name.startswith("vignette-") for name in INDEX) >= 8
    assert {f"seal-{county}" for county in MAP["counties"]} <= set(INDEX)


@pytest.mark.parametrize("paper", ["paper", "sheet", "wall", "desk"])
def test_paper_tiles_join_without_a_seam(paper: str) -> None:
    tile = opened(f"paper-{paper}")
    width, height = tile.get_size()

    def step(left: int, right: int) -> int:
        return sum(abs(tile.get_at((left, y)).r - tile.get_at((right, y)).r) for y in range(height))

    assert step(0, width - 1) < 1.5 * step(199, 200) + height


@pytest.mark.parametrize("font", CHINESE_FONTS, ids=lambda path: path.stem)
def test_chinese_fonts_have_the_counties_names_old_and_new(font: Path) -> None:
    wanted = "".join(c["zh_traditional"] + c["zh_simplified"] for c in MAP["counties"].values())
    wanted += "中共山西省委員會華北局長治地委縣專署兩本賬两本账春夏秋冬閱社"
    assert missing_from(font, wanted) == []


@pytest.mark.parametrize("font", LATIN_FONTS, ids=lambda path: path.stem)
def test_latin_fonts_have_pinyin_and_dashes(font: Path) -> None:
    assert missing_from(font, "āáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ–—‘’“”…×0123456789") == []


def test_figures_of_the_sans_are_all_of_one_width() -> None:
    pygame.font.init()
    face = pygame.font.Font(ASSETS / "fonts" / "ShangdangSans-Regular.ttf", 64)
    assert len({face.metrics(figure)[0][4] for figure in "0123456789"}) == 1  # type: ignore[index]


def test_the_map_has_the_sixteen_counties() -> None:
    assert sorted(MAP["counties"]) == [
        "changzhi", "gaoping", "huguan", "jincheng", "licheng", "lingchuan", "lucheng", "pingshun", "qinshui",
        "qinxian", "qinyuan", "tunliu", "wuxiang", "xiangyuan", "yangcheng", "zhangzi",
    ]  # fmt: skip


def test_every_ring_of_the_map_closes() -> None:
    rings = [ring for county in MAP["counties"].values() for ring in county["rings"]]
    rings += MAP["prefecture"] + MAP["town"]["rings"]
    rings += [ring for neighbour in MAP["neighbours"].values() for ring in neighbour["rings"]]
    assert all(ring[0] == ring[-1] and len(ring) >= 4 for ring in rings)


@pytest.mark.parametrize("county", sorted(MAP["counties"]))
def test_a_countys_seat_label_and_villages_lie_within_it(county: str) -> None:
    record = MAP["counties"][county]
    points = [record["label"], record["seat"], *record["villages"]]
    outside = [p for p in points if not any(is_inside(p, ring) for ring in record["rings"])]
    assert len(outside) <= len(points) // 100  # rounding moves a dot on the border


def test_villages_number_about_six_thousand() -> None:
    assert 5900 <= sum(len(county["villages"]) for county in MAP["counties"].values()) <= 6100


def test_the_maps_frame_holds_the_prefecture() -> None:
    west, south, east, north = MAP["frame"]
    assert all(west < x < east and south < y < north for ring in MAP["prefecture"] for x, y in ring)


def test_hachures_are_short_strokes_in_two_densities() -> None:
    for name in ("dense", "sparse"):
        strokes = MAP["hachures"][name]
        assert len(strokes) > 500
        assert all(abs(a - c) < 0.1 and abs(b - d) < 0.1 for a, b, c, d in strokes)


def test_the_credits_name_every_script_and_every_licence() -> None:
    text = (ASSETS / "CREDITS.md").read_text(encoding="utf-8")
    for script in ASSETS.rglob("*.py"):
        assert script.name in text
    for line in ("ODbL 1.0", "LGPL-3.0-or-later", "CC BY 4.0", "CC BY 3.0", "OFL 1.1", "MIT"):
        assert line in text


def test_files_that_the_credits_name_exist() -> None:
    named = re.findall(r"`((?:map|fonts|icons|images|sounds)/[\w./*-]+)`", (ASSETS / "CREDITS.md").read_text("utf-8"))
    assert [pattern for pattern in named if not list(ASSETS.glob(pattern))] == []


def test_every_icon_has_an_artist() -> None:
    artists = json.loads((ASSETS / "icons" / "authors.json").read_text(encoding="utf-8"))
    assert {path.stem for path in (ASSETS / "icons").glob("*.png")} == set(artists)


def test_the_assets_are_light_enough_to_download() -> None:
    assert sum(path.stat().st_size for path in ASSETS.rglob("*") if "__pycache__" not in path.parts) < LARGEST_BYTES


def test_the_game_imports_nothing_from_the_assets() -> None:
    for module in (ROOT / "game").rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                assert not (node.module or "").startswith("assets")
