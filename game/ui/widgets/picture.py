"""Pictures: portraits, vignettes, seals, icons, with a plain sentence for those who do not see them."""

from typing import ClassVar, Unpack

import pygame
from pygame import Rect, Surface

from game.ui.palette import BAND, INK
from game.ui.theme import Theme
from game.ui.widgets.base import Common, Widget


class Image(Widget):
    """A picture by name at a size in design pixels; a grey field where the file is missing."""

    role: ClassVar[str] = "image"

    def __init__(
        self,
        name: str,
        size: tuple[float, float],
        *,
        alt: str = "",
        frame: bool = False,
        quiet: bool = False,
        **common: Unpack[Common],
    ) -> None:
        super().__init__(alt, **common)
        self.name, self.size, self.frame, self.quiet = name, size, frame, quiet

    def pixels(self, theme: Theme) -> tuple[int, int]:
        """Its size, physical pixels."""
        return theme.px(self.size[0]), theme.px(self.size[1])

    def height_for(self, width: int, theme: Theme) -> int:
        wide, high = self.pixels(theme)
        return high if width >= wide else round(high * width / wide)

    def width_for(self, theme: Theme) -> int:
        return self.pixels(theme)[0]

    def arrange(self) -> None:
        self.label = self.label or self.theme.images.alt(self.name) or self.name

    def paint(self, surface: Surface) -> None:
        wide = min(self.rect.w, self.pixels(self.theme)[0])
        place = Rect(self.rect.x, self.rect.y, wide, self.height_for(wide, self.theme))
        picture = self.theme.images.picture(self.name, place.size)
        if picture is not None:
            surface.blit(picture, place)
        elif not self.quiet:
            pygame.draw.rect(surface, BAND, place)
        if self.frame:
            pygame.draw.rect(surface, INK, place.inflate(2, 2), self.theme.stroke())
