"""Buttons: ordinary, primary (solid ink) and filing (vermilion, the only one); lines of a menu; key hints."""

from typing import ClassVar, Final, Literal, Unpack

import pygame
from pygame import Rect, Surface

from game.ui import lines, marks, paper
from game.ui.palette import INK, PAPER, RULE, SHEET, UMBER, VERMILION, Colour, mix
from game.ui.paragraph import Setting, set_paragraph
from game.ui.theme import (
    CONTROL,
    CONTROL_BOLD,
    HAN_SECONDARY,
    HEADING,
    HEADING_PLAIN,
    LABEL,
    TITLE,
    Theme,
)
from game.ui.transition import STAY, Action, Transition
from game.ui.type import TextStyle
from game.ui.widgets.base import Common, Widget

Kind = Literal["ordinary", "primary", "filing"]
PADDING: Final = 12


class Pressable(Widget):
    """Something that does its action when it is pressed."""

    role: ClassVar[str] = "button"

    def __init__(self, label: str, action: Action | None = None, value: str = "", **common: Unpack[Common]) -> None:
        super().__init__(label, value, focusable=common.get("enabled", True), **common)
        self.action = action

    def activate(self) -> Transition | None:
        if not self.enabled or self.action is None:
            return None
        return self.action() or STAY


class Button(Pressable):
    """A button. `keycap` is the name of the key shown in it, which also presses it from anywhere in the scene.

    `note` is a second, smaller line; `han` stands large at the right (as on the button that closes a season).
    """

    def __init__(
        self,
        label: str,
        action: Action | None = None,
        kind: Kind = "ordinary",
        *,
        keycap: str = "",
        note: str = "",
        han: str = "",
        on_dark: bool = False,
        style: TextStyle | None = None,
        **common: Unpack[Common],
    ) -> None:
        if keycap and "accelerator" not in common:
            common["accelerator"] = keycap.upper()
        super().__init__(label, action, **common)
        self.kind, self.keycap, self.note, self.han, self.on_dark = kind, keycap, note, han, on_dark
        self.description = self.description or note
        self.style = style or (CONTROL if kind == "ordinary" and not note else CONTROL_BOLD)

    # ---- measures

    def _lead(self, theme: Theme) -> int:
        return marks.keycap_width(self.keycap, theme) + theme.text_px(9) if self.keycap else 0

    def _tail(self, theme: Theme) -> int:
        return round(theme.type.width(self.han, TITLE)) + theme.text_px(12) if self.han else 0

    def _settings(self, width: int, theme: Theme) -> list[Setting]:
        room = width - 2 * theme.px(PADDING) - self._lead(theme) - self._tail(theme)
        texts = ((self.label, self.style), (self.note, LABEL))
        return [set_paragraph(text, max(room, theme.text_px(24)), style, theme.type) for text, style in texts if text]

    def height_for(self, width: int, theme: Theme) -> int:
        inside = sum(setting.height for setting in self._settings(width, theme))
        characters = theme.text_px(TITLE.size) + theme.px(14) if self.han else 0
        return max(theme.px(34), inside + theme.px(14), characters)

    def width_for(self, theme: Theme) -> int:
        widest = max(theme.type.width(self.label, self.style), theme.type.width(self.note, LABEL) if self.note else 0)
        return round(widest) + 2 * theme.px(PADDING + 2) + self._lead(theme) + self._tail(theme)

    # ---- drawing

    @property
    def ink(self) -> Colour:
        """The colour of its text."""
        if not self.enabled:
            return UMBER
        return PAPER if self.kind != "ordinary" or self.on_dark else INK

    def paint(self, surface: Surface) -> None:
        self._paint_body(surface)
        self._paint_text(surface)
        if not self.enabled and self.kind != "filing":
            self._strike(surface)

    def _paint_body(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        held = self.pressed and self.hovered
        edge = self.ink if self.kind == "ordinary" or not self.enabled else None
        ground = {"ordinary": None, "primary": INK, "filing": VERMILION}[self.kind] if self.enabled else None
        if self.kind == "ordinary" and self.enabled and not self.on_dark:
            if held:
                ground = mix(PAPER, INK, 0.18)
            elif self.hovered:
                paper.fill(surface, rect, theme, SHEET)
        elif held and ground:
            ground = mix(ground, INK if self.kind == "filing" else PAPER, 0.35)
        if ground is not None:
            pygame.draw.rect(surface, ground, rect)
        if edge is not None:
            pygame.draw.rect(surface, edge, rect, theme.stroke(2 if self.hovered and not held and self.enabled else 1))
        elif self.kind == "filing" or self.hovered:
            inner = rect.inflate(-theme.px(6), -theme.px(6))
            pygame.draw.rect(surface, PAPER, inner, theme.stroke(2 if self.hovered and not held else 1))

    def _paint_text(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        settings = self._settings(rect.w, theme)
        height = sum(setting.height for setting in settings)
        y = rect.y + (rect.h - height) / 2
        left = rect.x + theme.px(PADDING)
        room = rect.w - 2 * theme.px(PADDING) - self._lead(theme) - self._tail(theme)
        align: Literal["left", "centre"] = "left" if self.keycap or self.note or self.han else "centre"
        if self.keycap:
            marks.keycap(surface, left, y + theme.type.baseline(self.style), self.keycap, theme, self.ink)
        for setting in settings:
            setting.draw(surface, (left + self._lead(theme), y), self.ink, align, room)
            y += setting.height
        if self.han:
            baseline = rect.centery + theme.text_px(TITLE.size * 0.36)
            theme.type.draw(surface, self.han, (rect.right - theme.px(PADDING + 4), baseline), TITLE, self.ink, "right")

    def _strike(self, surface: Surface) -> None:
        inset = self.theme.px(16)
        lines.horizontal(
            surface, self.rect.left + inset, self.rect.right - inset, self.rect.centery + 1, UMBER, self.theme.stroke()
        )


class MenuLine(Pressable):
    """A line of a menu: Roman 20, Chinese at the right, a rule below; the first may be solid with a note and a seal."""

    def __init__(
        self,
        label: str,
        action: Action | None = None,
        *,
        han: str = "",
        note: str = "",
        primary: bool = False,
        seal: str = "",
        **common: Unpack[Common],
    ) -> None:
        super().__init__(label, action, **common)
        self.han, self.note, self.primary, self.seal = han, note, primary, seal
        self.description = self.description or note
        self.style = HEADING if primary else HEADING_PLAIN

    def _settings(self, width: int, theme: Theme) -> list[Setting]:
        tail = theme.px(44) if self.seal else round(theme.type.width(self.han, HAN_SECONDARY)) + theme.px(8)
        room = width - 2 * theme.px(16) - tail
        texts = ((self.label, self.style), (self.note, LABEL))
        return [set_paragraph(text, room, style, theme.type) for text, style in texts if text]

    def height_for(self, width: int, theme: Theme) -> int:
        return max(theme.px(38), sum(setting.height for setting in self._settings(width, theme)) + theme.px(10))

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        ink = PAPER if self.primary else INK if self.enabled else UMBER
        if self.primary:
            pygame.draw.rect(surface, INK, rect)
        elif self.hovered or self.focused:
            paper.fill(surface, rect, theme, SHEET)
        settings = self._settings(rect.w, theme)
        y = rect.y + (rect.h - sum(setting.height for setting in settings)) // 2
        for setting in settings:
            setting.draw(surface, (rect.x + theme.px(16), y), ink)
            y += setting.height
        self._paint_right(surface, ink)
        if not self.primary:
            lines.horizontal(surface, rect.left, rect.right, rect.bottom - 1, RULE, theme.stroke())

    def _paint_right(self, surface: Surface, ink: Colour) -> None:
        theme, rect = self.theme, self.rect
        side = theme.px(30)
        seal = theme.images.picture(self.seal, (side, side)) if self.seal else None
        if seal is not None:
            place = Rect(rect.right - theme.px(14) - side, rect.centery - side // 2, side, side)
            pygame.draw.rect(surface, PAPER, place.inflate(-2, -2))
            surface.blit(seal, place)
        elif self.han:
            baseline = rect.centery + theme.text_px(6)
            colour = ink if self.primary else UMBER
            theme.type.draw(surface, self.han, (rect.right - theme.px(16), baseline), HAN_SECONDARY, colour, "right")


class KeyHint(Pressable):
    """A keycap with what the key does beside it; a click does the same."""

    def __init__(
        self, keycap: str, label: str, action: Action | None = None, colour: Colour = INK, **common: Unpack[Common]
    ) -> None:
        if action is not None and "accelerator" not in common:
            common["accelerator"] = keycap.upper()
        super().__init__(label, action, **common)
        self.keycap, self.colour = keycap, colour
        self.focusable = False
        self.value = keycap

    def takes_mouse(self) -> bool:
        return self.action is not None

    def width_for(self, theme: Theme) -> int:
        label = theme.type.width(self.label, LABEL) + theme.text_px(7) if self.label else 0
        return marks.keycap_width(self.keycap, theme) + round(label) + theme.px(4)

    def height_for(self, width: int, theme: Theme) -> int:
        return max(theme.text_px(23), theme.type.line_height(LABEL))

    def paint(self, surface: Surface) -> None:
        theme = self.theme
        baseline = self.rect.centery + theme.text_px(5)
        width = marks.keycap(surface, self.rect.x, baseline, self.keycap, theme, self.colour)
        at = self.rect.x + width + theme.text_px(7), baseline
        theme.type.draw(surface, self.label, at, LABEL, self.colour if self.hovered else mix(self.colour, UMBER, 0.5))
