"""Small maps: the prefecture in a few tints without names, and one county in its surroundings."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Literal, Unpack

import pygame
from pygame import Surface

from game.ui import lines, marks, paper
from game.ui.atlas import County, Place, Projection, box_of
from game.ui.map_legend import SEAL, draw_seal
from game.ui.map_painter import SMALL_LOOK, MapLook, MapPainter, Shade, TintInk, outline
from game.ui.palette import INK, PAPER, SHEET
from game.ui.theme import LABEL_BOLD, Theme
from game.ui.widgets.base import Common, Widget

Arrow = Literal["up", "down", ""]


class SmallMap(Widget):
    """The prefecture in a few tints, without names, for pages that set maps side by side; triangles mark changes."""

    role: ClassVar[str] = "image"

    def __init__(
        self,
        painter: MapPainter,
        tints: Mapping[str, int | None],
        label: str,
        value: str = "",
        *,
        arrows: Mapping[str, Arrow] | None = None,
        ink: TintInk = "known",
        **common: Unpack[Common],
    ) -> None:
        super().__init__(label, value, **common)
        self.painter, self.tints, self.arrows, self.ink = painter, dict(tints), dict(arrows or {}), ink

    def height_for(self, width: int, theme: Theme) -> int:
        west, south, east, north = self.painter.atlas.frame
        return round(width * (north - south) / ((east - west) * self.painter.atlas.east_west))

    def width_for(self, theme: Theme) -> int:
        return theme.px(124)

    def paint(self, surface: Surface) -> None:
        theme, size = self.theme, self.rect.size
        shades = [(key, Shade(self.tints.get(key))) for key in self.painter.atlas.counties]
        padding = theme.px(6)
        picture = self.painter.paint(size, shades, scale=theme.scale, look=SMALL_LOOK, ink=self.ink, padding=padding)
        surface.blit(picture, self.rect)
        projection = self.painter.projection(size, padding=padding)
        for key, arrow in self.arrows.items():
            if arrow:
                x, y = projection.at(middle(self.painter.atlas.counties[key]))
                at = x + self.rect.x, y + self.rect.y
                marks.triangle(surface, *at, theme.px(6), SHEET, arrow)
                marks.triangle(surface, *at, theme.px(4.5), INK, arrow)


def middle(county: County) -> Place:
    """The middle of a county: the mean of its villages."""
    count = len(county.villages)
    if not count:
        return county.label
    return sum(x for x, _ in county.villages) / count, sum(y for _, y in county.villages) / count


class CountyMap(Widget):
    """One county in its surroundings, with its villages, seals of its cooperatives and named places."""

    role: ClassVar[str] = "image"

    def __init__(
        self,
        painter: MapPainter,
        county: str,
        label: str,
        value: str = "",
        *,
        tint: int | None = 1,
        seals: Sequence[Place] = (),
        names: Mapping[str, Place] | None = None,
        **common: Unpack[Common],
    ) -> None:
        super().__init__(label, value, **common)
        self.painter, self.county, self.tint = painter, painter.atlas.counties[county], tint
        self.seals, self.names = tuple(seals), dict(names or {})

    def height_for(self, width: int, theme: Theme) -> int:
        return round(width * 0.59)

    def paint(self, surface: Surface) -> None:
        theme = self.theme
        paper.fill(surface, self.rect, theme, PAPER)
        box = box_of(self.county.rings, 0.03)
        look = MapLook(weight=1.2, seats=False, village_dot=2.0, graticule=False)
        shades = [(self.county.id, Shade(self.tint))]
        picture = self.painter.paint(self.rect.size, shades, scale=theme.scale, look=look, box=box)
        surface.blit(picture, self.rect)
        before = surface.get_clip()
        surface.set_clip(self.rect.clip(before))
        projection = self.painter.projection(self.rect.size, box)
        outline(surface, projection, self.county.rings, 3 * theme.scale, self.rect.topleft)
        self._paint_places(surface, projection)
        surface.set_clip(before)
        pygame.draw.rect(surface, INK, self.rect, theme.stroke())

    def _paint_places(self, surface: Surface, projection: Projection) -> None:
        theme = self.theme
        x, y = projection.at(self.county.seat)
        lines.disc(surface, (x + self.rect.x, y + self.rect.y), theme.mark_px(4), INK)
        for place in self.seals:
            x, y = projection.at(place)
            draw_seal(surface, (x + self.rect.x, y + self.rect.y), theme.mark_px(SEAL), theme)
        for name, place in self.names.items():
            x, y = projection.at(place)
            lines.disc(surface, (x + self.rect.x, y + self.rect.y), theme.mark_px(3.4), SHEET, INK, theme.stroke(1.3))
            at = self._name_place(name, x + self.rect.x, y + self.rect.y)
            theme.type.draw(surface, name, at, LABEL_BOLD, INK, halo=SHEET)

    def _name_place(self, name: str, x: float, y: float) -> tuple[float, float]:
        """Right of its dot, or left of it where the frame is near."""
        theme, gap = self.theme, self.theme.mark_px(8)
        width = theme.type.width(name, LABEL_BOLD)
        left = x + gap if x + gap + width <= self.rect.right - theme.px(4) else x - gap - width
        return left, y + theme.text_px(5)
