"""Draws the wall map's geometry once, so that the game needs no geometry library.

Reads changzhi.geojson, rivers.geojson, seats.json and relief_crop.png beside it and writes wall_map.json:
the sixteen counties of the prefecture in 1949-53 with their outlines, label anchors and seats; the town of
Changzhi; the neighbours; the prefecture's outline; county borders, each drawn once; rivers; hachures in two
densities; and some six thousand village dots placed by relief. All is in degrees, longitude first.

Run it from anywhere: python make_map.py. Needs numpy, scipy, shapely and pillow. Same input, same output.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import gaussian_filter, map_coordinates
from shapely.geometry import Point, Polygon, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge

HERE = Path(__file__).parent
FLOATS = NDArray[np.float64]

RELIEF_BOX = (111.7, 35.0, 114.1, 37.75)  # west, south, east, north of relief_crop.png, degrees
FRAME = (111.83, 35.16, 113.755, 37.165)  # what the desk's map shows, degrees
EAST_WEST = float(np.cos(np.radians(36.2)))  # a degree of longitude in degrees of latitude
VILLAGES = 6014
VILLAGE_SPACING = 0.0075  # degrees of latitude between neighbouring dots, some 800 metres
SEED = 1951
CREDIT = (
    "County boundaries (c. 2017) © OpenStreetMap contributors (ODbL 1.0), via geoBoundaries CHN ADM3; "
    "rivers: World Data Bank II via GSHHG; seats © GeoNames, geonames.org; "
    "village dots and hachures ours, from relief."
)

# County: traditional name (papers before 1956), simplified name, where its label stands on the desk's map.
COUNTIES: dict[str, tuple[str, str, tuple[float, float]]] = {
    "Wuxiang": ("武鄉", "武乡", (113.205, 36.90)),
    "Qinxian": ("沁縣", "沁县", (112.665, 36.73)),
    "Qinyuan": ("沁源", "沁源", (112.20, 36.72)),
    "Xiangyuan": ("襄垣", "襄垣", (112.92, 36.60)),
    "Licheng": ("黎城", "黎城", (113.37, 36.66)),
    "Tunliu": ("屯留", "屯留", (112.70, 36.335)),
    "Lucheng": ("潞城", "潞城", (113.25, 36.40)),
    "Changzhi": ("長治", "长治", (113.035, 36.025)),
    "Zhangzi": ("長子", "长子", (112.655, 36.085)),
    "Huguan": ("壺關", "壶关", (113.345, 35.97)),
    "Pingshun": ("平順", "平顺", (113.51, 36.25)),
    "Gaoping": ("高平", "高平", (112.91, 35.80)),
    "Jincheng": ("晉城", "晋城", (112.87, 35.385)),
    "Lingchuan": ("陵川", "陵川", (113.345, 35.67)),
    "Yangcheng": ("陽城", "阳城", (112.36, 35.385)),
    "Qinshui": ("沁水", "沁水", (112.30, 35.76)),
}
# Two counties are cut up on the modern map; in 1951 each was one.
MERGED = {"Changzhi": ("Changzhi", "Changzhi suburb"), "Jincheng": ("Jincheng", "Jincheng city")}
SEAT_OF = {"Jincheng": "Jincheng city"}  # the old county town stands in the modern city
TOWN = "Changzhi city"
NEIGHBOURS = ("Zuoquan", "Yushe", "Heshun")


class Relief:
    """The shaded relief as fields: how broken the ground is (1.0 is the median) and which way it falls."""

    def __init__(self, picture: Path) -> None:
        shade = np.asarray(Image.open(picture).convert("L")).astype(float)
        blurred = gaussian_filter(shade, 1.6)
        rough = np.sqrt(np.maximum(gaussian_filter(shade**2, 1.6) - blurred**2, 0.0))
        self.rough = rough / np.median(rough)
        self.down, self.right = np.gradient(gaussian_filter(shade, 1.0))

    def at(self, field: FLOATS, lon: FLOATS, lat: FLOATS) -> FLOATS:
        """Bilinear sample of a field. Shapes: lon, lat and the result (n,)."""
        west, south, east, north = RELIEF_BOX
        rows, columns = field.shape
        x = (lon - west) / (east - west) * columns - 0.5
        y = (north - lat) / (north - south) * rows - 0.5
        return np.asarray(map_coordinates(field, [y, x], order=1, mode="nearest"))


def read_counties() -> dict[str, BaseGeometry]:
    """Modern polygons by name, as they stand in the file."""
    features = json.loads((HERE / "changzhi.geojson").read_text(encoding="utf-8"))["features"]
    return {f["properties"]["name"]: shape(f["geometry"]) for f in features}


def counties_of_1951(modern: dict[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """The sixteen counties: fourteen as they are, two put together again."""
    parts = {name: [modern[p] for p in MERGED.get(name, (name,))] for name in COUNTIES}
    return {name: shapely.coverage_union_all(polygons) for name, polygons in parts.items()}


def read_seats() -> dict[str, tuple[float, float]]:
    """The first seat the file names for each county."""
    seats: dict[str, tuple[float, float]] = {}
    for seat in json.loads((HERE / "seats.json").read_text(encoding="utf-8"))["seats"]:
        seats.setdefault(seat["county"], (seat["lon"], seat["lat"]))
    for county, place in SEAT_OF.items():
        seats[county] = seats[place]
    return seats


def jittered_grid(
    box: tuple[float, float, float, float], step: float, rng: np.random.Generator
) -> tuple[FLOATS, FLOATS]:
    """Evenly spread random points, one to a cell of `step` degrees of latitude."""
    west, south, east, north = box
    lon, lat = np.meshgrid(np.arange(west, east, step / EAST_WEST), np.arange(south, north, step))
    lon = lon + rng.random(lon.shape) * step / EAST_WEST
    lat = lat + rng.random(lat.shape) * step
    return lon.ravel(), lat.ravel()


def hachures(relief: Relief, step: float, seed: int, within: BaseGeometry | None) -> list[list[float]]:
    """Short strokes down the slope where the ground is broken: [lon, lat, lon, lat] each."""
    rng = np.random.default_rng(seed)
    lon, lat = jittered_grid(RELIEF_BOX, step, rng)
    rough = relief.at(relief.rough, lon, lat)
    keep = (rough > 1.0) & (rng.random(lon.shape) < (rough - 0.9) * 1.1)
    if within is not None:
        keep &= shapely.contains_xy(within, lon, lat)
    lon, lat, rough = lon[keep], lat[keep], rough[keep]
    right, down = relief.at(relief.right, lon, lat), relief.at(relief.down, lon, lat)
    half = (0.0045 + 0.0068 * np.minimum(rough, 2.2)) / np.maximum(np.hypot(right, down), 1e-9)
    east, north = right * half / EAST_WEST, -down * half
    return np.round(np.stack([lon - east, lat - north, lon + east, lat + north], axis=1), 4).tolist()  # type: ignore[no-any-return]


def village_dots(relief: Relief, land: BaseGeometry, rng: np.random.Generator) -> FLOATS:
    """Dots on smooth ground, none nearer to another than the spacing. Shape: (VILLAGES, 2)."""
    west, south, east, north = land.bounds
    cells: dict[tuple[int, int], list[tuple[float, float]]] = {}
    dots: list[tuple[float, float]] = []
    while len(dots) < VILLAGES:
        lon, lat = rng.uniform(west, east, 2000), rng.uniform(south, north, 2000)
        likely = np.exp(-1.6 * relief.at(relief.rough, lon, lat)) * 2.0
        keep = (rng.random(2000) < likely) & shapely.contains_xy(land, lon, lat)
        for x, y in zip(lon[keep], lat[keep], strict=True):
            if is_clear(x, y, cells):
                dots.append((x, y))
    return np.array(dots[:VILLAGES])


def is_clear(lon: float, lat: float, cells: dict[tuple[int, int], list[tuple[float, float]]]) -> bool:
    """True, and the place taken, if no earlier dot stands within the spacing."""
    u, v = lon * EAST_WEST, lat
    i, j = int(u / VILLAGE_SPACING), int(v / VILLAGE_SPACING)
    near = (p for di in (-1, 0, 1) for dj in (-1, 0, 1) for p in cells.get((i + di, j + dj), ()))
    if any((u - x) ** 2 + (v - y) ** 2 < VILLAGE_SPACING**2 for x, y in near):
        return False
    cells.setdefault((i, j), []).append((u, v))
    return True


def rounded(points: Any) -> list[list[float]]:
    """A line or ring as [[lon, lat], ...] to four decimals, about ten metres."""
    return [[round(float(x), 4), round(float(y), 4)] for x, y in points]


def rings(geometry: BaseGeometry) -> list[list[list[float]]]:
    """Outer rings of a polygon or of each part of one, largest first; holes are not drawn."""
    parts = sorted(shapely.get_parts(geometry), key=lambda p: -p.area)
    return [rounded(p.exterior.coords) for p in parts]


def lines(geometry: BaseGeometry) -> list[list[list[float]]]:
    """The lines of a geometry, joined end to end where they can be."""
    strokes = [p for p in shapely.get_parts(geometry) if p.geom_type == "LineString" and p.length > 0]
    return [rounded(line.coords) for line in shapely.get_parts(linemerge(strokes))]


def inner_borders(counties: dict[str, BaseGeometry], town: BaseGeometry) -> list[list[list[float]]]:
    """Lines between two counties, each once, so that a dash-dot border is not drawn over itself."""
    pieces = list(counties.values())
    shared = [
        shapely.intersection(a.boundary, b.boundary)
        for i, a in enumerate(pieces)
        for b in pieces[i + 1 :]
        if a.touches(b)
    ]
    return lines(shapely.difference(shapely.union_all(shared), town.boundary))


def filled(geometry: BaseGeometry) -> BaseGeometry:
    """The geometry without the holes and slivers that roundings leave."""
    tidy = geometry.buffer(0.002).buffer(-0.002).simplify(0.0006)
    return shapely.union_all([Polygon(p.exterior) for p in shapely.get_parts(tidy)])


def county_record(name: str, outline: BaseGeometry, seat: tuple[float, float], dots: FLOATS) -> dict[str, Any]:
    """One county as the game reads it; its dots run outward from the seat."""
    traditional, simplified, label = COUNTIES[name]
    mine = dots[shapely.contains_xy(outline, dots[:, 0], dots[:, 1])]
    order = np.argsort([Point(seat).distance(Point(p)) for p in mine], kind="stable")
    return {
        "name": name,
        "zh_traditional": traditional,
        "zh_simplified": simplified,
        "rings": rings(outline),
        "label": list(label),
        "seat": [round(v, 4) for v in seat],
        "villages": rounded(mine[order]),
    }


def wall_map() -> dict[str, Any]:
    """The whole file as plain data."""
    modern, seats, relief = read_counties(), read_seats(), Relief(HERE / "relief_crop.png")
    counties, town = counties_of_1951(modern), modern[TOWN]
    prefecture = filled(shapely.union_all([*counties.values(), town]))
    land = shapely.union_all(list(counties.values()))
    dots = village_dots(relief, land, np.random.default_rng(SEED))
    rivers = json.loads((HERE / "rivers.geojson").read_text(encoding="utf-8"))["features"]
    return {
        "credit": CREDIT,
        "frame": list(FRAME),
        "relief_box": list(RELIEF_BOX),
        "east_west": round(EAST_WEST, 6),
        "counties": {
            name.lower(): county_record(name, outline, seats[name], dots) for name, outline in counties.items()
        },
        "town": {"name": "Changzhi", "seat": [round(v, 4) for v in seats[TOWN]], "rings": rings(town)},
        "prefecture": rings(prefecture),
        "borders": inner_borders(counties, town),
        "neighbours": {name.lower(): {"name": name, "rings": rings(modern[name])} for name in NEIGHBOURS},
        "rivers": [rounded(f["geometry"]["coordinates"]) for f in rivers],
        "hachures": {
            "dense": hachures(relief, 0.0165, seed=3, within=None),
            "sparse": hachures(relief, 0.0175, seed=8, within=prefecture.buffer(0.01)),
        },
    }


if __name__ == "__main__":
    target = HERE / "wall_map.json"
    target.write_text(json.dumps(wall_map(), ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{target.name}: {target.stat().st_size / 1e3:.0f} kB")
