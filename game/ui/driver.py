"""Drives the window with no hand on it: keys, clicks, pictures, for tests and scripts."""

from pathlib import Path

import pygame

from game.ui.keys import CODES
from game.ui.scene import Scene
from game.ui.transition import Push
from game.ui.widgets.base import Node, Widget
from game.ui.window import Window

MODIFIERS = {"SHIFT": pygame.KMOD_SHIFT, "CTRL": pygame.KMOD_CTRL, "ALT": pygame.KMOD_ALT}


class Driver:
    """Everything goes through the window's own events, as if a player did it."""

    def __init__(self, window: Window, scene: Scene | None = None) -> None:
        self.window = window
        window.running = True
        if scene is not None:
            window.apply(Push(scene))
        window.frame()

    def press(self, *names: str) -> None:
        """Press keys one after another: "TAB", "SHIFT+TAB", "CTRL+ENTER", "F1", "A", "?"."""
        for name in names:
            *held, last = name.split("+") if len(name) > 1 else [name]
            self._key(last or "+", sum(MODIFIERS[each] for each in held if each))

    def _key(self, name: str, held: int) -> None:
        character = name.lower() if len(name) == 1 else ""
        code = CODES.get(name) or (ord(character) if character else pygame.key.key_code(name.lower()))
        typed = character.upper() if held & pygame.KMOD_SHIFT else character
        self._send(pygame.KEYDOWN, key=code, mod=held, unicode=typed)
        if typed and not held & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
            self._send(pygame.TEXTINPUT, text=typed)

    def type(self, text: str) -> None:
        """Type characters as they are."""
        for character in text:
            self._send(pygame.KEYDOWN, key=ord(character.lower()), mod=0, unicode=character)
            if self.window.stages:
                self._send(pygame.TEXTINPUT, text=character)

    def click(self, label: str = "", role: str = "", key: str = "", widget: Widget | None = None) -> None:
        """Click in the middle of a widget. Raises: LookupError if there is none."""
        target = widget or self.get(role=role, label=label, key=key)
        self.click_at(target.rect.center)

    def click_at(self, at: tuple[int, int]) -> None:
        """Move the mouse to a place and click."""
        self.hover(at)
        self._send(pygame.MOUSEBUTTONDOWN, pos=at, button=pygame.BUTTON_LEFT)
        if self.window.stages:
            self._send(pygame.MOUSEBUTTONUP, pos=at, button=pygame.BUTTON_LEFT)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press at one place, move to another, let go."""
        self.hover(start)
        self._send(pygame.MOUSEBUTTONDOWN, pos=start, button=pygame.BUTTON_LEFT)
        self._send(pygame.MOUSEMOTION, pos=end, rel=(0, 0), buttons=(1, 0, 0))
        self._send(pygame.MOUSEBUTTONUP, pos=end, button=pygame.BUTTON_LEFT)

    def hover(self, at: tuple[int, int]) -> None:
        """Move the mouse to a place."""
        self._send(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0))

    def wheel(self, at: tuple[int, int], steps: int) -> None:
        """Turn the wheel over a place."""
        self.window.apply(self.window.stage.wheel(at, steps))
        self.window.frame()

    def _send(self, kind: int, **details: object) -> None:
        self.window.handle(pygame.event.Event(kind, details))
        self.window.frame()

    def wait(self, seconds: float) -> None:
        """Let time pass for the scene."""
        self.window.pass_time(seconds)
        self.window.frame()

    def find(self, role: str = "", label: str = "", key: str = "") -> Widget | None:
        """The first visible widget that fits, or None."""
        return self.window.root.find(role, label, key)

    def get(self, role: str = "", label: str = "", key: str = "") -> Widget:
        """The first visible widget that fits. Raises: LookupError, naming what is there instead."""
        widget = self.find(role, label, key)
        if widget is None:
            there = "; ".join(f"{each.role} {each.label!r}" for each in self.window.root.walk() if each.label)
            raise LookupError(f"no widget with role={role!r} label={label!r} key={key!r}; there are: {there}")
        return widget

    @property
    def focused(self) -> Widget | None:
        """The widget with the focus."""
        return self.window.stage.focused

    @property
    def scene(self) -> Scene:
        """The uppermost scene."""
        return self.window.stage.scene

    def tree(self) -> Node:
        """The uppermost scene as a screen reader is told of it."""
        return self.window.root.tree()

    def screenshot(self, path: Path | str) -> None:
        """Write the window as a PNG file."""
        self.window.screenshot(Path(path))
