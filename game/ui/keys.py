"""Keys by name: what was pressed, whatever the keyboard's layout."""

from dataclasses import dataclass
from typing import Final

import pygame

NAMED: Final[dict[int, str]] = {
    pygame.K_TAB: "TAB", pygame.K_RETURN: "ENTER", pygame.K_KP_ENTER: "ENTER", pygame.K_SPACE: "SPACE",
    pygame.K_ESCAPE: "ESC", pygame.K_BACKSPACE: "BACKSPACE", pygame.K_DELETE: "DELETE",
    pygame.K_LEFT: "LEFT", pygame.K_RIGHT: "RIGHT", pygame.K_UP: "UP", pygame.K_DOWN: "DOWN",
    pygame.K_HOME: "HOME", pygame.K_END: "END", pygame.K_PAGEUP: "PAGEUP", pygame.K_PAGEDOWN: "PAGEDOWN",
    **{getattr(pygame, f"K_F{number}"): f"F{number}" for number in range(1, 13)},
    **{getattr(pygame, f"K_KP{number}"): str(number) for number in range(10)},
    pygame.K_KP_PLUS: "+", pygame.K_KP_MINUS: "-", pygame.K_KP_PERIOD: ".",
}  # fmt: skip
CODES: Final[dict[str, int]] = {name: code for code, name in reversed(NAMED.items())}


@dataclass(frozen=True, slots=True)
class Key:
    """A pressed key: a name such as TAB, F1, LEFT or the capital character it types, and what was held with it."""

    name: str
    shift: bool = False
    ctrl: bool = False
    alt: bool = False

    @property
    def digit(self) -> int | None:
        """The digit it types, or None."""
        return int(self.name) if len(self.name) == 1 and self.name in "0123456789" and not self.ctrl else None

    @property
    def plain(self) -> bool:
        """Whether neither Ctrl nor Alt was held."""
        return not (self.ctrl or self.alt)


def from_event(event: pygame.event.Event) -> Key:
    """The key of a KEYDOWN event."""
    held = event.mod
    ctrl, alt = bool(held & (pygame.KMOD_CTRL | pygame.KMOD_META)), bool(held & pygame.KMOD_ALT)
    return Key(_name(event, ctrl), bool(held & pygame.KMOD_SHIFT), ctrl, alt)


def _name(event: pygame.event.Event, ctrl: bool) -> str:
    if event.key in NAMED:
        return NAMED[event.key]
    typed: str = getattr(event, "unicode", "")
    if typed and typed.isprintable() and not ctrl:
        return typed.upper()
    return pygame.key.name(event.key).upper()
