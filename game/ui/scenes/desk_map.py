"""The middle of the desk: the wall map, what it shows, and in which ink it is shaded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Final, Literal, get_args

from game.base.texts import Texts
from game.campaign.pages import CountyRow, DeskPage
from game.reporting.indicators import Indicator
from game.ui.atlas import Atlas, Place
from game.ui.map_painter import MapPainter
from game.ui.scenes.desk_parts import Framed, Selector
from game.ui.scenes.desk_words import counted
from game.ui.scenes.measures import Measure, indicator_name
from game.ui.schematic import Named, atlas_of
from game.ui.theme import Theme
from game.ui.transition import Action, Transition
from game.ui.wall_map import MapWords, Region, WallMap
from game.ui.widgets.boxes import Flow, Row
from game.ui.widgets.chart import round_step
from game.ui.widgets.options import Option
from game.ui.widgets.tabs import Segments

Shading = Literal["known", "filed", "gap"]
SHADINGS: Final[tuple[Shading, ...]] = get_args(Shading)
CLASSES: Final = 4
MOST_SEALS: Final = 6
"""Seals of cooperatives drawn in one county; more would hide it."""


@dataclass(frozen=True, slots=True)
class MapView:
    """What the map shows."""

    indicator: Indicator = Indicator.ORGANISED
    shading: Shading = "known"


def map_painter(assets: Path, texts: Texts, counties: Iterable[str]) -> MapPainter:
    """The painter of the map of some counties: one for the whole game, since it remembers its layers."""
    named = (Named(one, texts(f"county.{one}.name"), texts(f"county.{one}.zh")) for one in counties)
    return _painter(assets, tuple(named))


@lru_cache(maxsize=2)
def _painter(assets: Path, counties: tuple[Named, ...]) -> MapPainter:
    return MapPainter(atlas_of(assets / "map" / "wall_map.json", counties))


def map_panel(
    texts: Texts, page: DeskPage, view: MapView, theme: Theme, *, on_county: Callable[[str], Transition],
    on_view: Callable[[MapView], Transition], on_choose: Action,
) -> Framed:  # fmt: skip
    """The map over a row that says what it shows."""
    counties = [row.id for row in page.counties]
    wall = wall_map(texts, page, view, map_painter(theme.images.assets, texts, counties), on_county)
    han = texts(f"indicator.{view.indicator.value}.zh")
    chooser = Selector(
        indicator_name(texts, view.indicator), on_choose, han=han, description=texts("desk.map.indicator"),
        key="map-indicator",
    )  # fmt: skip
    segments = Segments(
        [Option(name, texts(f"desk.map.{name}")) for name in SHADINGS], view.shading,
        lambda key: on_view(replace(view, shading=next(name for name in SHADINGS if name == key))),
        label=texts("desk.map.shading"), key="shading",
    )  # fmt: skip
    foot = Row([chooser, Flow([segments], align_right=True)], (3, 2), gap=8)
    return Framed(texts("desk.map.title"), wall, None, foot, margin=(12, 12), gap=10)


def wall_map(
    texts: Texts, page: DeskPage, view: MapView, painter: MapPainter, on_county: Callable[[str], Transition]
) -> WallMap:
    """The map with every county's tint and tag."""
    measure = Measure(view.indicator)
    edges = class_edges([value for row in page.counties for value in values_of(row, view)], measure)
    words = MapWords(
        texts("prefecture.zh"), texts("prefecture.pinyin"), class_words(texts, edges, measure),
        texts("desk.map.not-inspected"), texts("desk.map.cooperative"), texts("desk.map.village"),
        texts("desk.map.tag"),
    )  # fmt: skip
    return WallMap(
        painter, {row.id: region(texts, row, view, edges) for row in page.counties}, words,
        label=texts("desk.map.title"), ink="filed" if view.shading == "filed" else "known",
        seals=list(cooperative_places(page.counties, painter.atlas)), on_county=on_county, key="map",
    )  # fmt: skip


# ---- counties


def known_middle(row: CountyRow, indicator: Indicator) -> float | None:
    """The middle of what is known of a county."""
    band = row.known.get(indicator)
    return None if band is None else band.middle


def shade_value(row: CountyRow, view: MapView) -> float | None:
    """What a county is shaded by."""
    known, filed = known_middle(row, view.indicator), row.filed.get(view.indicator)
    if view.shading == "gap":
        return None if known is None or filed is None else filed - known
    return filed if view.shading == "filed" else known


def values_of(row: CountyRow, view: MapView) -> Iterator[float]:
    """What counts for the classes: known and filed share them, so that the two maps can be compared."""
    shadings: Sequence[Shading] = ("gap",) if view.shading == "gap" else ("known", "filed")
    for shading in shadings:
        value = shade_value(row, replace(view, shading=shading))
        if value is not None:
            yield value


def region(texts: Texts, row: CountyRow, view: MapView, edges: Sequence[float]) -> Region:
    """A county's tint, its tag and the same in words."""
    measure = Measure(view.indicator)
    value, band = shade_value(row, view), row.known.get(view.indicator)
    tint = None if value is None else sum(value * measure.times >= edge for edge in edges)
    filed = row.filed.get(view.indicator)
    spoken = [
        texts("desk.map.county", known=measure.band(band) if band else "–", filed=measure.text(filed)),
        counted(texts, "desk.map.cooperatives", row.cooperatives),
        texts("desk.map.inspected" if row.inspected else "desk.map.not-inspected"),
    ]
    known = known_middle(row, view.indicator)
    return Region(
        tint, row.inspected is not None, tag_text(measure, known), tag_text(measure, filed), ", ".join(spoken)
    )


def tag_text(measure: Measure, value: float | None) -> str:
    """A figure on a tag: whole, since a tag is small."""
    return "–" if value is None else f"{value * measure.times:,.0f}"


def cooperative_places(counties: Sequence[CountyRow], atlas: Atlas) -> Iterator[Place]:
    """Where the seals stand: at villages of the county, the same ones every time."""
    for row in counties:
        villages = atlas.counties[row.id].villages if row.id in atlas.counties else ()
        shown = min(row.cooperatives, MOST_SEALS, len(villages))
        for number in range(shown):
            yield villages[(2 * number + 1) * len(villages) // (2 * shown)]


# ---- classes


def class_edges(values: Sequence[float], measure: Measure) -> tuple[float, ...]:
    """Three round edges, in shown units, that part the values into four classes."""
    shown = [value * measure.times for value in values]
    if not shown or max(shown) - min(shown) < measure.step:
        return ()
    step = max(round_step((max(shown) - min(shown)) / CLASSES, 1), measure.step)
    middle = round((max(shown) + min(shown)) / 2 / step) * step
    return middle - step, middle, middle + step


def class_words(texts: Texts, edges: Sequence[float], measure: Measure) -> tuple[str, ...]:
    """What the classes hold, from the lightest."""
    if not edges:
        return ()
    written = [measure.write(edge) for edge in edges]
    between = [texts("desk.map.between", low=low, high=high) for low, high in pairwise(written)]
    return (texts("desk.map.under", value=written[0]), *between, texts("desk.map.over", value=written[-1]))
