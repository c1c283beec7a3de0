"""Paints the wall map in its layers and keeps what it painted: hachures, tints, hatching, rivers, dots, borders."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import pygame
from pygame import Rect, Surface

from game.ui import lines
from game.ui.atlas import Atlas, Box, Place, Projection, Ring
from game.ui.lines import Patch
from game.ui.palette import HAIR, INK, LOESS, LOESS_DARK, MAP_TINT, SHEET, UMBER, VERMILION, Colour, mix

TintInk = Literal["known", "filed"]
TINTS: Final = (0.0, 0.13, 0.26, 0.40, 0.52)
FILED_TINTS: Final = (0.0, 0.16, 0.34, 0.52, 0.70)
KEPT: Final = 8
"""Painted maps kept, over all sizes and values."""


@dataclass(frozen=True, slots=True)
class Shade:
    """How a county is tinted: its class (0 lightest; None: not known) and whether it has been inspected."""

    tint: int | None
    inspected: bool = True


@dataclass(frozen=True, slots=True)
class MapLook:
    """What is drawn besides the tints; `weight` thickens or thins the lines."""

    hachures: bool = True
    villages: bool = True
    rivers: bool = True
    neighbours: bool = True
    graticule: bool = True
    seats: bool = True
    weight: float = 1.0
    village_dot: float = 1.0


WALL_LOOK: Final = MapLook()
SMALL_LOOK: Final = MapLook(False, False, False, False, False, False, 0.75)


def tint_colour(tint: int, ink: TintInk = "known") -> Colour:
    """The wash of a class of values: of ink where known, of vermilion where filed."""
    if ink == "filed":
        return mix(SHEET, VERMILION, FILED_TINTS[min(tint, len(FILED_TINTS) - 1)])
    return mix(SHEET, MAP_TINT, TINTS[min(tint, len(TINTS) - 1)])


class MapPainter:
    """Paints maps of one atlas. Keep one for the whole game: it remembers the layers that do not change."""

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas
        self._kept: OrderedDict[tuple[object, ...], Surface] = OrderedDict()

    def projection(self, size: tuple[int, int], box: Box | None = None, padding: int = 0) -> Projection:
        """How a map of some size shows a box of the earth (the whole prefecture if None)."""
        return Projection(box or self.atlas.frame, Rect((0, 0), size), self.atlas.east_west, padding)

    def paint(
        self,
        size: tuple[int, int],
        shades: Sequence[tuple[str, Shade]],
        *,
        scale: float = 1.0,
        look: MapLook = WALL_LOOK,
        ink: TintInk = "known",
        box: Box | None = None,
        padding: int = 0,
    ) -> Surface:
        """A map with transparent ground outside what is drawn; the same picture again is free."""
        key = size, tuple(shades), scale, look, ink, box, padding
        kept = self._recall(key)
        if kept is not None:
            return kept
        projection = self.projection(size, box, padding)
        picture = self._below(projection, scale, look, padding).copy()
        self._paint_tints(picture, projection, shades, scale, ink)
        picture.blit(self._above(projection, scale, look, padding), (0, 0))
        return self._keep(key, picture)

    def _recall(self, key: tuple[object, ...]) -> Surface | None:
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def _keep(self, key: tuple[object, ...], picture: Surface) -> Surface:
        self._kept[key] = picture
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return picture

    # ---- layers that do not change

    def _below(self, projection: Projection, scale: float, look: MapLook, padding: int) -> Surface:
        """Graticule, hachures outside, the loess band along the border."""
        key = "below", projection.rect.size, projection.box, scale, look, padding
        kept = self._recall(key)
        if kept is not None:
            return kept
        layer = Surface(projection.rect.size, pygame.SRCALPHA)
        if look.graticule:
            self._paint_graticule(layer, projection, scale)
        if look.hachures:
            self._paint_hachures(layer, projection, self.atlas.hachures_outside, (LOESS, 120), scale)
        band = self._patch(projection, LOESS, scale)
        for ring in self.atlas.prefecture:
            points = projection.ring(ring)
            band.line([*points, points[0], points[1]], LOESS, 10.4 * scale * look.weight)
        band.stamp(layer, 95)
        return self._keep(key, layer)

    def _above(self, projection: Projection, scale: float, look: MapLook, padding: int) -> Surface:
        """Hachures inside, rivers, villages, borders, seats: what lies over the tints."""
        key = "above", projection.rect.size, projection.box, scale, look, padding
        kept = self._recall(key)
        if kept is not None:
            return kept
        layer = Surface(projection.rect.size, pygame.SRCALPHA)
        if look.hachures:
            self._paint_hachures(layer, projection, self.atlas.hachures_inside, (LOESS_DARK, 64), scale)
        if look.rivers:
            self._paint_lines(layer, projection, self.atlas.rivers, (UMBER, 170), 1.5 * scale * look.weight)
        if look.villages:
            self._paint_villages(layer, projection, scale * look.village_dot)
        self._paint_borders(layer, projection, scale, look)
        if look.seats:
            for county in self.atlas.counties.values():
                lines.disc(layer, projection.at(county.seat), 3.4 * scale, SHEET, INK, max(1.0, 1.3 * scale))
        return self._keep(key, layer)

    def _patch(self, projection: Projection, colour: Colour, scale: float) -> Patch:
        return Patch(projection.rect, colour, 3 if scale < 2 else 2)

    def _paint_graticule(self, layer: Surface, projection: Projection, scale: float) -> None:
        west, north = projection.place(projection.rect.topleft)
        east, south = projection.place(projection.rect.bottomright)
        thickness = max(1, round(scale))
        for half in range(int(west * 2), int(east * 2) + 2):
            x = projection.at((half / 2, south))[0]
            lines.vertical(layer, x, 0, projection.rect.h, HAIR, thickness)
        for half in range(int(south * 2), int(north * 2) + 2):
            y = projection.at((west, half / 2))[1]
            lines.horizontal(layer, 0, projection.rect.w, y, HAIR, thickness)

    def _paint_hachures(
        self, layer: Surface, projection: Projection, strokes: Iterable[Box], ink: tuple[Colour, int], scale: float
    ) -> None:
        colour, alpha = ink
        patch = self._patch(projection, colour, scale)
        width = max(1, round(0.9 * scale * patch.oversample))
        for stroke in strokes:
            start, end = patch.at(projection.at(stroke[:2])), patch.at(projection.at(stroke[2:]))
            pygame.draw.line(patch.large, (*colour, 255), start, end, width)
        patch.stamp(layer, alpha)

    def _paint_lines(
        self, layer: Surface, projection: Projection, rings: Iterable[Ring], ink: tuple[Colour, int], width: float
    ) -> None:
        colour, alpha = ink
        patch = self._patch(projection, colour, width)
        for ring in rings:
            patch.line(projection.ring(ring), colour, width)
        patch.stamp(layer, alpha)

    def _paint_villages(self, layer: Surface, projection: Projection, dot: float) -> None:
        patch = Patch(projection.rect, INK, 4 if dot < 2 else 2)
        side = max(1, round(dot * patch.oversample))
        for county in self.atlas.counties.values():
            for village in county.villages:
                x, y = patch.at(projection.at(village))
                patch.large.fill((*INK, 255), (round(x - side / 2), round(y - side / 2), side, side))
        patch.stamp(layer, 120)

    def _paint_borders(self, layer: Surface, projection: Projection, scale: float, look: MapLook) -> None:
        weight = scale * look.weight
        self._paint_dash_dot(layer, projection, self.atlas.borders, (INK, 190), weight)
        closed = [(*ring, ring[0]) for ring in self.atlas.prefecture]
        self._paint_lines(layer, projection, closed, (INK, 255), 2.0 * weight)
        if look.neighbours:
            self._paint_dash_dot(layer, projection, self.atlas.neighbours, (UMBER, 110), 0.9 * weight)
        self._paint_lines(layer, projection, [(*ring, ring[0]) for ring in self.atlas.town], (INK, 200), weight)

    def _paint_dash_dot(
        self, layer: Surface, projection: Projection, rings: Iterable[Ring], ink: tuple[Colour, int], width: float
    ) -> None:
        colour, alpha = ink
        patch = self._patch(projection, colour, width)
        pattern = [part * max(1.0, width) for part in (6, 2.5, 1.2, 2.5)]
        for ring in rings:
            for start, end in lines.dash_dot(projection.ring(ring), pattern):
                patch.line((start, end), colour, width)
        patch.stamp(layer, alpha)

    # ---- what changes with the figures

    def _paint_tints(
        self,
        picture: Surface,
        projection: Projection,
        shades: Sequence[tuple[str, Shade]],
        scale: float,
        ink: TintInk,
    ) -> None:
        patch = self._patch(projection, SHEET, scale)
        for ring in self.atlas.prefecture:
            patch.polygon(projection.ring(ring), SHEET)
        for county, shade in shades:
            colour = tint_colour(shade.tint, ink) if shade.tint is not None else SHEET
            for ring in self.atlas.counties[county].rings:
                patch.polygon(projection.ring(ring), colour)
        for ring in self.atlas.town:
            patch.polygon(projection.ring(ring), SHEET)
        patch.stamp(picture)
        hatched = [county for county, shade in shades if not shade.inspected]
        if hatched:
            self._paint_hatching(picture, projection, hatched, scale)

    def _paint_hatching(self, picture: Surface, projection: Projection, counties: Sequence[str], scale: float) -> None:
        """Paper-coloured hatching over counties that nobody has inspected."""
        patch = self._patch(projection, SHEET, scale)
        size, k = patch.large.get_size(), patch.oversample
        for x in range(-size[1], size[0], max(2, round(5 * k * scale))):
            start, end = (x, size[1]), (x + size[1], 0)
            pygame.draw.line(patch.large, (*SHEET, 255), start, end, max(1, round(1.2 * k * scale)))
        mask = Surface(size, pygame.SRCALPHA)
        mask.fill((255, 255, 255, 0))
        for county in counties:
            for ring in self.atlas.counties[county].rings:
                points = [patch.at(point) for point in projection.ring(ring)]
                pygame.draw.polygon(mask, (255, 255, 255, 255), points)
        patch.large.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        patch.stamp(picture)


def outline(surface: Surface, projection: Projection, rings: Iterable[Ring], thickness: float, at: Place) -> None:
    """The outline of a county over a map that lies at a place of the surface."""
    for ring in rings:
        points = [(x + at[0], y + at[1]) for x, y in projection.ring(ring)]
        lines.line(surface, [*points, points[0], points[1]], INK, thickness)
