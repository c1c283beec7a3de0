"""Papers on the desk: fills with a grain, sheets with a flat shadow, washes."""

import pygame
from pygame import Rect, Surface

from game.ui import lines
from game.ui.palette import DESK, INK, PAPER, SHEET, WALL, Colour, mix
from game.ui.theme import Theme

NAMES: dict[Colour, str] = {PAPER: "paper", SHEET: "sheet", WALL: "wall", DESK: "desk"}


def fill(surface: Surface, rect: Rect, theme: Theme, colour: Colour = PAPER) -> None:
    """Fill with a paper's grain, or flat where there is no texture of that colour."""
    tile = theme.images.texture(NAMES[colour]) if colour in NAMES else None
    if tile is None:
        pygame.draw.rect(surface, colour, rect)
        return
    before = surface.get_clip()
    surface.set_clip(rect.clip(before))
    for x in range(rect.left, rect.right, tile.get_width()):
        for y in range(rect.top, rect.bottom, tile.get_height()):
            surface.blit(tile, (x, y))
    surface.set_clip(before)


def wash(surface: Surface, rect: Rect, colour: Colour, alpha: int) -> None:
    """Lay a transparent colour over a part of the surface."""
    area = rect.clip(surface.get_clip())
    if area.w <= 0 or area.h <= 0:
        return
    veil = Surface(area.size)
    veil.fill(colour)
    veil.set_alpha(alpha)
    surface.blit(veil, area)


def sheet(surface: Surface, rect: Rect, theme: Theme, colour: Colour = PAPER, shadow: float = 4) -> None:
    """A sheet lying on the desk: grain, a thin edge and a flat shadow below right."""
    if shadow:
        drop = theme.px(shadow)
        wash(surface, rect.move(drop - 1, drop), (0, 0, 0), 56)
    fill(surface, rect, theme, colour)
    pygame.draw.rect(surface, mix(colour, INK, 0.22), rect, theme.stroke())


def carbon_copy(surface: Surface, rect: Rect, theme: Theme) -> None:
    """The copy that lies under a document, a little darker and out of line."""
    sheet(surface, rect.move(theme.px(10), theme.px(8)), theme, mix(PAPER, INK, 0.10), shadow=5)


def card(surface: Surface, rect: Rect, theme: Theme) -> None:
    """A tooltip's card: sheet with a strong edge and a stronger shadow."""
    wash(surface, rect.move(theme.px(4), theme.px(5)), (0, 0, 0), 80)
    fill(surface, rect, theme, SHEET)
    pygame.draw.rect(surface, INK, rect, theme.stroke(2))


def fold(surface: Surface, rect: Rect, x: int, theme: Theme) -> None:
    """The fold of an account book between its two leaves."""
    lines.vertical(surface, x, rect.top + 1, rect.bottom - 1, mix(PAPER, INK, 0.28), theme.stroke())
    reach = theme.px(12)
    wash(surface, Rect(x - reach, rect.top + 1, reach, rect.h - 2), INK, 14)
    wash(surface, Rect(x + 1, rect.top + 1, reach, rect.h - 2), INK, 8)
