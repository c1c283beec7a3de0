"""The wall map: counties tinted by what is known or filed, with their names and tags, in a frame with legends.

Keep one `MapPainter(load_atlas(assets / "map" / "wall_map.json"))` for the whole game and hand it to each map.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, Unpack

from pygame import Rect, Surface

from game.ui import lines, marks, paper, rects
from game.ui.atlas import County, Place, Projection
from game.ui.keys import Key
from game.ui.map_legend import SEAL, MapLegend, MapWords, draw_seal, draw_tag, star
from game.ui.map_painter import MapPainter, Shade, TintInk, outline
from game.ui.palette import INK, PAPER, SHEET
from game.ui.theme import LABEL, LABEL_BOLD, Theme
from game.ui.transition import STAY, Transition
from game.ui.type import TextStyle
from game.ui.widgets.base import Common, Widget, nearest

__all__ = ["CountyRegion", "MapWords", "OnCounty", "Region", "WallMap"]

OnCounty = Callable[[str], Transition | None]
HAN_NAME: Final = TextStyle("song-bold", 17, 20)
PADDING: Final = 4


@dataclass(frozen=True, slots=True)
class Region:
    """What the map says of a county: its tint, the two figures on its tag, and the same in words."""

    tint: int | None = None
    inspected: bool = True
    known: str = ""
    filed: str = ""
    spoken: str = ""


class CountyRegion(Widget):
    """A county on the map; arrows go to the neighbours."""

    role: ClassVar[str] = "map-region"

    def __init__(self, county: County, region: Region, wall_map: "WallMap") -> None:
        super().__init__(county.name, region.spoken, focusable=True, key=f"county:{county.id}")
        self.county, self.region, self._map = county, region, wall_map

    def covers(self, at: tuple[int, int]) -> bool:
        return self._map.map_rect.collidepoint(at) and self.county.holds(self._map.place_at(at))

    def activate(self) -> Transition | None:
        return self._map.select(self.county.id)

    def ink_rect(self) -> Rect:
        return self._map.rect

    def paint_focus(self, surface: Surface) -> None:
        marks.focus_ring(surface, self.rect.inflate(-self.theme.px(4), -self.theme.px(4)), self.theme)


class WallMap(Widget):
    """The hachured map in its frame, with cartouche and legends; where text is large the legends stand beside it.

    `regions` by county id; `seals` are the places of cooperatives; `on_county` is called when a county is picked,
    `on_look` when the focus comes to one.
    """

    role: ClassVar[str] = "map"
    part = True

    def __init__(
        self,
        painter: MapPainter,
        regions: Mapping[str, Region],
        words: MapWords,
        *,
        label: str = "",
        selected: str = "",
        ink: TintInk = "known",
        seals: Sequence[Place] = (),
        on_county: OnCounty | None = None,
        **common: Unpack[Common],
    ) -> None:
        super().__init__(label, **common)
        self.painter, self.words, self.selected, self.ink = painter, words, selected, ink
        self.seals, self.on_county = tuple(seals), on_county
        self.regions = {key: regions.get(key, Region()) for key in painter.atlas.counties}
        counties = painter.atlas.counties
        self.adopt(*(CountyRegion(counties[key], region, self) for key, region in self.regions.items()))

    def height_for(self, width: int, theme: Theme) -> int:
        west, south, east, north = self.painter.atlas.frame
        return round(width * (north - south) / ((east - west) * self.painter.atlas.east_west))

    # ---- picking

    def select(self, county: str) -> Transition:
        """Pick a county."""
        self.selected = county
        self.invalidate()
        return (self.on_county(county) or STAY) if self.on_county else STAY

    def place_at(self, at: tuple[int, int]) -> Place:
        """The place on the earth under a pixel of the window."""
        return self.projection.place((at[0] - self.map_rect.x, at[1] - self.map_rect.y))

    def entry(self) -> Widget | None:
        chosen = (child for child in self.children if child.key == f"county:{self.selected}")
        return next(chosen, super().entry())

    def neighbour(self, current: Widget, key: Key) -> Widget | None:
        return nearest(current, self.children, key.name)

    # ---- layout

    def arrange(self) -> None:
        theme = self.theme
        room = self.rect.inflate(-2 * theme.px(5), -2 * theme.px(5))
        self.legend_rect: Rect | None = None
        if self._legends_beside(theme):
            height = room.h - 2 * theme.px(8)
            width = self._legend(theme).width_beside(height) + theme.px(8)
            room, beside = rects.split_right(room, width, theme.px(8))
            self.legend_rect = Rect(beside.x, beside.y + theme.px(8), beside.w - theme.px(8), height)
        self.map_rect = room
        self.projection: Projection = self.painter.projection(room.size, padding=self._padding(theme))
        for child in self.children:
            if isinstance(child, CountyRegion):
                box = self._label_box(child.county, child.region, 3)
                child.layout(box.inflate(theme.px(6), theme.px(6)), theme)

    def _padding(self, theme: Theme) -> int:
        """Room round the counties; more where names are large, so that those at the edge stand inside."""
        return theme.px(PADDING) + theme.text_px(12) - theme.px(12)

    def _legends_beside(self, theme: Theme) -> bool:
        return theme.text_scale > 1.0

    def _legend(self, theme: Theme) -> MapLegend:
        figures = ((region.known, region.filed) for region in self.regions.values() if region.known and region.filed)
        return MapLegend(self.words, self.ink, next(figures, ("", "")), self._tag_width(theme), theme)

    def _window_point(self, place: Place) -> tuple[float, float]:
        x, y = self.projection.at(place)
        return x + self.map_rect.x, y + self.map_rect.y

    # ---- names and tags

    def _tag_width(self, theme: Theme) -> int:
        figures = [(region.known, region.filed) for region in self.regions.values()]
        widest = max((theme.type.width(text, LABEL_BOLD) for pair in figures for text in pair), default=0)
        return max(theme.text_px(46), round(2 * widest) + theme.text_px(14))

    def _label_box(self, county: County, region: Region, parts: int) -> Rect:
        """The box of a county's name (1: characters, 2: and letters, 3: and the tag) round its anchor, on the map."""
        theme = self.theme
        x, y = self._window_point(county.label)
        widths = [theme.type.width(county.han, HAN_NAME), theme.type.width(county.name, LABEL), self._tag_width(theme)]
        heights = [theme.text_px(19), theme.text_px(14), theme.text_px(18)]
        count = parts if region.known or region.filed else min(parts, 2)
        width, height = round(max(widths[:count])), sum(heights[:count])
        return Rect(round(x - width / 2), round(y) - theme.text_px(22), width, height).clamp(self.map_rect)

    def _fit_labels(self, first: Sequence[str]) -> dict[str, int]:
        """How much of each label is shown: all of the first county's, of the others what touches no other label.

        Where there is no room tags go before letters, and letters before characters.
        """
        counties, boxes = self.painter.atlas.counties, dict[str, Rect]()
        parts = dict.fromkeys(counties, 0)
        order = list(dict.fromkeys([*(key for key in first if key in counties), *counties]))
        for count in (1, 2, 3):
            for key in order:
                box = self._label_box(counties[key], self.regions[key], 3 if key == order[0] else count)
                tight = box.inflate(-self.theme.px(6), -self.theme.px(6))
                others = [other for name, other in boxes.items() if name != key]
                if parts[key] == count - 1 and tight.collidelist(others) < 0:
                    boxes[key], parts[key] = box, count
        return parts

    def _paint_labels(self, surface: Surface) -> None:
        regions = [child for child in self.children if isinstance(child, CountyRegion)]
        marked = sorted(regions, key=lambda each: (each.focused, each.hovered), reverse=True)
        first = [child.county.id for child in marked if child.focused or child.hovered]
        parts = self._fit_labels([*first, self.selected])
        for child in regions:
            if parts[child.county.id]:
                self._paint_label(surface, child.county, child.region, parts[child.county.id])

    def _paint_label(self, surface: Surface, county: County, region: Region, parts: int) -> None:
        theme, box = self.theme, self._label_box(county, region, parts)
        x, y = box.centerx, box.y + theme.text_px(22)
        theme.type.draw(surface, county.han, (x, y - theme.text_px(6)), HAN_NAME, INK, "centre", halo=SHEET)
        if parts > 1:
            theme.type.draw(surface, county.name, (x, y + theme.text_px(9)), LABEL, INK, "centre", halo=SHEET)
        if parts > 2 and (region.known or region.filed):
            top, figures = (x, y + theme.text_px(13)), (region.known, region.filed)
            draw_tag(surface, top, figures, self._tag_width(theme), theme)

    # ---- drawing

    def paint(self, surface: Surface) -> None:
        theme = self.theme
        before = surface.get_clip()
        paper.fill(surface, self.rect, theme, PAPER)
        surface.set_clip(self.map_rect.clip(before))
        surface.blit(self._picture(), self.map_rect)
        self._paint_selected(surface)
        self._paint_seals(surface)
        self._paint_labels(surface)
        star(surface, self._window_point(self.painter.atlas.town_seat), theme.mark_px(6.5))
        surface.set_clip(before)
        lines.double_frame(surface, self.rect, INK, theme.scale)
        legend = self._legend(theme)
        if self.legend_rect is not None:
            legend.paint_beside(surface, self.legend_rect)
        else:
            legend.paint_on(surface, self.map_rect)

    def _picture(self) -> Surface:
        shades = [(key, Shade(region.tint, region.inspected)) for key, region in self.regions.items()]
        size, padding = self.map_rect.size, self._padding(self.theme)
        return self.painter.paint(size, shades, scale=self.theme.scale, ink=self.ink, padding=padding)

    def _paint_selected(self, surface: Surface) -> None:
        for child in self.children:
            if isinstance(child, CountyRegion):
                chosen = child.county.id == self.selected
                if chosen or child.focused or child.hovered:
                    width = (3.2 if chosen or child.focused else 2.0) * self.theme.scale
                    outline(surface, self.projection, child.county.rings, width, self.map_rect.topleft)

    def _paint_seals(self, surface: Surface) -> None:
        for place in self.seals:
            draw_seal(surface, self._window_point(place), self.theme.mark_px(SEAL), self.theme)
