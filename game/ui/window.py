"""The window: opens, keeps a stack of scenes, carries events to the uppermost and draws only what changed."""

import os
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import pygame
from pygame import Rect, Surface

from game.base.problems import CallError
from game.ui import keys
from game.ui.images import Images
from game.ui.keys import Key
from game.ui.palette import INK, PAPER
from game.ui.preferences import Preferences
from game.ui.scene import Scene
from game.ui.speech import Speech
from game.ui.stage import Stage
from game.ui.theme import DESIGN_SIZE, DISPLAY, Theme, window_scale
from game.ui.transition import STAY, Pop, Push, Quit, Refresh, Replace, Restart, Stay, Transition
from game.ui.type import Fonts
from game.ui.widgets.base import Widget

DIM: Final = 158
"""How dark the scene below an overlay becomes, of 255."""
IDLE_MS: Final = 200
FRAME_MS: Final = 16
UNSEEN: Final = frozenset({"dummy", "offscreen"})
"""Drivers that draw where nobody looks; SDL falls back on one of them where it finds no screen."""


def open_screen() -> None:
    """Take hold of the screen.

    Raises: CallError if there is none and none was asked to be done without (SDL_VIDEODRIVER).
    """
    sentence = "there is no screen to open a window on; play as text: play --text"
    try:
        pygame.display.init()
    except pygame.error as fault:
        raise CallError(sentence) from fault
    if pygame.display.get_driver() in UNSEEN and "SDL_VIDEODRIVER" not in os.environ:
        raise CallError(sentence)


class Window:
    """One window of the game. `assets` is the folder with fonts, images and the map; `title` its caption."""

    def __init__(
        self,
        assets: Path,
        title: str,
        preferences: Preferences | None = None,
        size: tuple[int, int] = DESIGN_SIZE,
        on_preferences: Callable[[Preferences], None] | None = None,
    ) -> None:
        self.preferences = preferences or Preferences()
        self.fonts, self.images = Fonts(assets / "fonts"), Images(assets)
        self.speech = Speech()
        self.help: Callable[[], Scene] | None = None
        """What F1 opens in scenes that have no answer of their own."""
        self.stages: list[Stage] = []
        self.frames_drawn = 0
        self.running = False
        self.between_frames: Callable[[float], Transition | None] | None = None
        """What else is done as time passes, with the seconds, as watching files."""
        self._on_preferences = on_preferences
        self._seen = Preferences(**vars(self.preferences))
        self._backdrop: Surface | None = None
        self._letter_spent = False
        self._windowed_size = size
        self.surface = self._open(title, size)
        self.theme = self._make_theme()

    # ---- opening

    def _open(self, title: str, size: tuple[int, int]) -> Surface:
        open_screen()
        pygame.font.init()
        pygame.display.set_caption(title)
        surface = self._set_mode(size)
        surface.fill(PAPER)
        splash = Theme(self.fonts, self.images, window_scale(surface.get_size()))
        centre = surface.get_width() / 2, surface.get_height() / 2
        splash.type.draw(surface, title, centre, DISPLAY, INK, "centre")
        pygame.display.flip()
        return surface

    def _set_mode(self, size: tuple[int, int]) -> Surface:
        if self.preferences.full_screen:
            return pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        size = max(size[0], DESIGN_SIZE[0]), max(size[1], DESIGN_SIZE[1])
        surface = pygame.display.set_mode(size, pygame.RESIZABLE)
        _limit_size()
        return surface

    def _make_theme(self) -> Theme:
        scale = window_scale(self.surface.get_size())
        return Theme(self.fonts, self.images, scale, self.preferences.text_scale, self.preferences.reduced_motion)

    # ---- scenes

    @property
    def stage(self) -> Stage:
        """The uppermost scene. Raises: IndexError when none is open."""
        return self.stages[-1]

    @property
    def root(self) -> Widget:
        """The widgets of the uppermost scene."""
        return self.stage.root

    def apply(self, transition: Transition | None) -> None:
        """Do what a scene answered."""
        match transition:
            case Push(scene):
                self._push(scene)
            case Replace(scene):
                self._close_top()
                self._push(scene)
            case Restart(scene):
                while self.stages:
                    self._close_top()
                self._push(scene)
            case Pop(then):
                self._close_top()
                self._after_pop(then)
            case Refresh(focus):
                self._lay_out(self.stage, focus)
            case Quit():
                self.running = False
            case Stay() | None | _:
                pass

    def _push(self, scene: Scene) -> None:
        self._backdrop = None
        stage = Stage(scene)
        stage.on_focus = self._speak_focus
        self.stages.append(stage)
        self._lay_out(stage)
        if self.preferences.speech:
            self.speech.say(scene.title)

    def _close_top(self) -> None:
        self.stages.pop()
        self._backdrop = None

    def _after_pop(self, then: Transition | None) -> None:
        if not self.stages:
            self.running = False
            return
        for stage in self.stages[self._lowest_shown() :]:
            self._lay_out(stage)
        self.apply(then)

    def _lay_out(self, stage: Stage, focus_key: str = "") -> None:
        stage.lay_out(self.theme, self.surface.get_size(), focus_key)

    def _lay_out_all(self) -> None:
        self._backdrop = None
        self.theme = self._make_theme()
        for stage in self.stages:
            self._lay_out(stage)

    def _speak_focus(self, widget: Widget) -> None:
        if self.preferences.speech:
            self.speech.say(widget.tree().spoken())

    # ---- the loop

    def run(self, first: Scene) -> None:
        """Open the first scene and run until the player leaves; every open scene is told before the window closes."""
        self.apply(Push(first))
        self.run_on()

    def run_on(self) -> None:
        """Run with the scenes that are open, until the player leaves."""
        self.running = True
        before = time.perf_counter()
        while self.running and self.stages:
            self.frame()
            self._wait_for_events()
            now = time.perf_counter()
            self.pass_time(now - before)
            before = now
        self.close()

    def _wait_for_events(self) -> None:
        patience = FRAME_MS if self.stage.scene.animated and not self.theme.reduced_motion else IDLE_MS
        event = pygame.event.wait(patience)
        for each in [event, *pygame.event.get()]:
            if self.running and self.stages:
                self.handle(each)

    def pass_time(self, seconds: float) -> None:
        """Let the uppermost scene know that time has passed."""
        if self.running and self.stages:
            self.apply(self.stage.scene.update(seconds))
            if self.between_frames is not None and self.running and self.stages:
                self.apply(self.between_frames(seconds))
            self._notice_preferences()

    def close(self) -> None:
        """Tell every open scene, the uppermost first, and close the window."""
        while self.stages:
            self.stages.pop().scene.on_quit()
        self.speech.stop()
        pygame.display.quit()

    # ---- events

    def handle(self, event: pygame.event.Event) -> None:
        """Carry one event to the uppermost scene."""
        before = self._place()
        self.apply(self._answer(event))
        if event.type == pygame.KEYDOWN:
            self._letter_spent = event.unicode.isprintable() and self._place() != before
        self._notice_preferences()
        if self.stages:
            self.stage.mend_focus()

    def _place(self) -> tuple[Scene, str] | None:
        """Where the focus is: the uppermost scene and the key of the widget."""
        if not self.stages:
            return None
        return self.stage.scene, self.stage.focused.key if self.stage.focused else ""

    def _answer(self, event: pygame.event.Event) -> Transition | None:
        if event.type in (pygame.QUIT, pygame.KEYDOWN, pygame.TEXTINPUT):
            return self._answer_keyboard(event)
        if event.type in (pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED):
            self._resized()
        elif event.type == pygame.WINDOWEXPOSED:
            self.stage.damage = self.surface.get_rect()
        return self._answer_mouse(event)

    def _answer_keyboard(self, event: pygame.event.Event) -> Transition | None:
        if event.type == pygame.KEYDOWN:
            return self._key(keys.from_event(event))
        if event.type == pygame.QUIT:
            return Quit()
        spent, self._letter_spent = self._letter_spent, False
        return None if spent else self.stage.type_text(event.text)

    def _answer_mouse(self, event: pygame.event.Event) -> Transition | None:
        match event.type:
            case pygame.MOUSEMOTION:
                return self.stage.mouse_moved(event.pos)
            case pygame.MOUSEBUTTONDOWN if event.button == pygame.BUTTON_LEFT:
                return self.stage.mouse_pressed(event.pos)
            case pygame.MOUSEBUTTONUP if event.button == pygame.BUTTON_LEFT:
                return self.stage.mouse_released(event.pos)
            case pygame.MOUSEBUTTONUP if event.button == pygame.BUTTON_RIGHT:
                return self.stage.ask_why(event.pos)
            case pygame.MOUSEWHEEL:
                return self.stage.wheel(pygame.mouse.get_pos(), event.y)
        return None

    def _key(self, key: Key) -> Transition | None:
        if key.ctrl and key.name in ("+", "=", "-", "0"):
            steps = {"-": -1, "0": -9}.get(key.name, 1)
            self.preferences.grow_text(steps)
            return STAY
        if key.name == "F11" or (key.alt and key.name == "ENTER"):
            self.preferences.full_screen = not self.preferences.full_screen
            return STAY
        answer = self.stage.press(key)
        return Push(self.help()) if answer is None and key.name == "F1" and self.help else answer

    def _resized(self) -> None:
        surface = pygame.display.get_surface()
        if surface is not None and surface.get_size() != self._laid_out_size():
            self.surface = surface
            if not self.preferences.full_screen:
                self._windowed_size = surface.get_size()
            self._lay_out_all()

    def _laid_out_size(self) -> tuple[int, int]:
        return self.stage.root.rect.size if self.stages else (0, 0)

    def _notice_preferences(self) -> None:
        if self.preferences == self._seen:
            return
        if self.preferences.full_screen != self._seen.full_screen:
            self.surface = self._set_mode(self._windowed_size)
        if not self.preferences.speech:
            self.speech.stop()
        self._seen = Preferences(**vars(self.preferences))
        self._lay_out_all()
        if self._on_preferences is not None:
            self._on_preferences(self.preferences)

    # ---- drawing

    def frame(self) -> bool:
        """Draw what changed since the last frame; returns whether anything did."""
        if not self.stages or self.stage.damage is None:
            return False
        area = self.stage.damage.clip(self.surface.get_rect())
        self.stage.damage = None
        self.surface.set_clip(area)
        self._draw_below(area)
        self.stage.draw(self.surface)
        self.surface.set_clip(None)
        pygame.display.update(area)
        self.frames_drawn += 1
        return True

    def _lowest_shown(self) -> int:
        shown = len(self.stages) - 1
        while shown > 0 and self.stages[shown].scene.overlay:
            shown -= 1
        return shown

    def _draw_below(self, area: Rect) -> None:
        below: Sequence[Stage] = self.stages[self._lowest_shown() : -1]
        if not below:
            return
        if self._backdrop is None or self._backdrop.get_size() != self.surface.get_size():
            self._backdrop = self._paint_backdrop(below)
        self.surface.blit(self._backdrop, area, area)

    def _paint_backdrop(self, below: Sequence[Stage]) -> Surface:
        backdrop = Surface(self.surface.get_size())
        for stage, above in zip(below, self.stages[-len(below) :], strict=True):
            stage.draw(backdrop)
            if above.scene.dim:
                veil = Surface(backdrop.get_size())
                veil.fill(INK)
                veil.set_alpha(DIM)
                backdrop.blit(veil, (0, 0))
        return backdrop

    def screenshot(self, path: Path) -> None:
        """Write the window as a PNG file, whatever it is called.

        Raises: OSError or pygame.error if it cannot be written.
        """
        self.frame()
        with path.open("wb") as file:
            pygame.image.save(self.surface, file, "picture.png")


def _limit_size() -> None:
    """Keep the window from being made smaller than the design. The display module itself cannot say so yet."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        pygame.Window.from_display_module().minimum_size = DESIGN_SIZE
