"""A saved game as a strip of paper."""

from __future__ import annotations

from typing import ClassVar, Final

from pygame import Surface

from game.ui import paper
from game.ui.markup import parse, plain
from game.ui.palette import INK, PAPER, SHEET, UMBER, Colour, mix
from game.ui.paragraph import Setting, set_words
from game.ui.theme import LABEL, SECONDARY, SECONDARY_BOLD, SUBHEADING, Theme
from game.ui.transition import Action
from game.ui.type import TextStyle
from game.ui.widgets.button import Pressable

SEAL: Final = 34
NAME_COLUMN: Final = 130


class SlotRow(Pressable):
    """A slot on a strip of paper: its name, what it holds, and when that was written."""

    role: ClassVar[str] = "listitem"

    def __init__(
        self,
        name: str,
        title: str,
        notes: list[str],
        when: str,
        action: Action | None,
        *,
        seal: str = "",
        key: str = "",
        offer: str = "",
    ) -> None:
        super().__init__(title, action, value=name, key=key, enabled=action is not None)
        self.name, self.notes, self.when, self.seal, self.offer = name, notes, when, seal, offer
        self.description = ", ".join(plain(part) for part in (*notes, when, offer) if part)

    # ---- measures

    def _columns(self, width: int, theme: Theme) -> tuple[int, int, bool]:
        """Where the words begin, their width, and whether the date stands at the right of them."""
        left = theme.px(16) + (0 if theme.large else theme.px(NAME_COLUMN))
        right = theme.px(SEAL + 28)
        beside = not theme.large
        when = round(theme.type.width(self.when, LABEL)) + theme.px(24) if beside and self.when else 0
        return left, width - left - right - when, beside

    def _settings(self, width: int, theme: Theme) -> list[tuple[Setting, Colour]]:
        _, room, beside = self._columns(width, theme)
        ink = INK if self.enabled else UMBER
        runs: list[tuple[str, TextStyle, Colour]] = [] if beside else [(self.name, LABEL, UMBER)]
        runs.append((self.label, SUBHEADING if self.seal and not self.offer else SECONDARY, ink))
        runs += [(note, LABEL, UMBER) for note in self.notes]
        if not beside and self.when:
            runs.append((self.when, LABEL, UMBER))
        if self.offer:
            runs.append((self.offer, SECONDARY_BOLD, INK))
        return [(set_words(parse(text), room, style, theme.type), colour) for text, style, colour in runs]

    def height_for(self, width: int, theme: Theme) -> int:
        text = sum(setting.height for setting, _ in self._settings(width, theme))
        return max(theme.px(58), text + theme.px(16))

    # ---- drawing

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        ground = SHEET if self.enabled else mix(PAPER, SHEET, 0.3)
        if self.hovered and self.enabled:
            ground = mix(SHEET, PAPER, 0.45)
        paper.sheet(surface, rect, theme, ground, shadow=3 if self.enabled else 0)
        left, _, beside = self._columns(rect.w, theme)
        settings = self._settings(rect.w, theme)
        y = rect.y + (rect.h - sum(setting.height for setting, _ in settings)) // 2
        first = y + theme.type.baseline(SUBHEADING)
        if beside:
            theme.type.draw(surface, self.name, (rect.x + theme.px(16), first), LABEL, UMBER)
            at = rect.right - theme.px(SEAL + 28), first
            theme.type.draw(surface, self.when, at, LABEL, UMBER, "right")
        for setting, colour in settings:
            setting.draw(surface, (rect.x + left, y), colour)
            y += setting.height
        self._paint_seal(surface)

    def _paint_seal(self, surface: Surface) -> None:
        side = self.theme.px(SEAL)
        seal = self.theme.images.picture(self.seal, (side, side)) if self.seal else None
        if seal is not None:
            surface.blit(seal, (self.rect.right - self.theme.px(14) - side, self.rect.centery - side // 2))
