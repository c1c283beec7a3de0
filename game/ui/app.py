"""The window from start to end: preferences, the window, the rules, the title; and a log if the program fails."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final

import pygame

from game.campaign import savefile
from game.campaign.savefile import Save
from game.campaign.slots import Slots
from game.ruleset.loading import BrokenPackError, load
from game.ruleset.parts import collect
from game.ui import kept
from game.ui.crash import CrashLog
from game.ui.kept import Kept
from game.ui.preferences import Preferences
from game.ui.reload import Reloader
from game.ui.scene import Scene
from game.ui.scenes.debrief import DebriefScene
from game.ui.scenes.desk import DeskScene
from game.ui.scenes.help import HelpScene
from game.ui.scenes.loading import BrokenPackScene, CrashScene, LoadingScene
from game.ui.scenes.new_game import NewGameScene
from game.ui.scenes.title import TitleScene
from game.ui.session import Routes, Session
from game.ui.sound import Sound
from game.ui.transition import Replace, Transition
from game.ui.window import Window

NAME: Final = "Two Ledgers"
"""Shown on the window while the words are still being read."""
LOGS: Final = "logs"


def run(
    content: Sequence[Path],
    assets: Path,
    slots_folder: Path,
    load: Path | None = None,
    scenario: str | None = None,
    seed: int | None = None,
    portable: bool = False,
    watch: bool = False,
) -> int:
    """Play in the window until the player leaves; 0, or 1 if the program failed or the content is broken.

    ``watch``: content that changes meanwhile is read again.

    Raises: CallError if the call is wrong: a file that is no saved game, a scenario that is not there.
    """
    app = App(content, assets, slots_folder)
    app.save = (savefile.read(load), load.name) if load else None
    app.scenario, app.seed, app.watch = scenario, seed, watch
    return app.run()


def at_the_desk(session: Session) -> Scene:
    """Where a game goes on: at its desk, or at its debriefing once it is over."""
    return DebriefScene(session) if session.playing.state.ended else DeskScene(session)


class App:
    """One run of the program."""

    def __init__(self, content: Sequence[Path], assets: Path, slots_folder: Path) -> None:
        self.content, self.assets, self.slots = tuple(content), assets, Slots(slots_folder)
        self.preferences_file = slots_folder / kept.FILE
        self.kept: Kept = kept.read(self.preferences_file)
        self.save: tuple[Save, str] | None = None
        self.scenario: str | None = None
        self.seed: int | None = None
        self.watch = False
        self.session: Session | None = None
        self.window: Window | None = None
        self.broken = False

    def run(self) -> int:
        """Open the window, load, play, and close it whatever happened."""
        try:
            with CrashLog(self.slots.folder.parent / LOGS, self._tell) as guard:
                self._open().run(LoadingScene(NAME, self._load))
        finally:
            pygame.display.quit()
        return 1 if guard.crashed or self.broken else 0

    def _open(self) -> Window:
        self.window = Window(self.assets, NAME, self.kept.preferences, on_preferences=self._keep)
        return self.window

    def _keep(self, preferences: Preferences) -> None:
        detail = self.session.content_detail if self.session else self.kept.content_detail
        kept.write(self.preferences_file, Kept(preferences, detail))

    # ---- loading

    def _load(self) -> Transition:
        try:
            rules = load(self.content)
        except BrokenPackError as fault:
            self.broken = True
            return Replace(BrokenPackScene(fault.problems, words(collect(list(self.content)).texts)))
        self.session = Session(
            rules,
            rules.texts,
            self.kept.preferences,
            self.slots,
            Sound(self.assets / "sounds"),
            Routes(TitleScene, at_the_desk),
            self.kept.content_detail,
            preferences_file=self.preferences_file,
        )
        if self.window is not None:
            self.window.help = partial(HelpScene, self.session)
            if self.watch:
                self.window.between_frames = Reloader(self.window, self.session, self.content)
        return Replace(self._first(self.session))

    def _first(self, session: Session) -> Scene:
        """Where the player begins: at the desk of the game asked for, with a new game, or at the title."""
        if self.save is not None:
            session.resume(*self.save)
            return at_the_desk(session)
        if self.scenario is not None or self.seed is not None:
            return NewGameScene(session, self.scenario or "", self.seed)
        return TitleScene(session)

    # ---- failing

    def _tell(self, log: Path | None) -> None:
        """Say where the log is, in the terminal and in the window if it can still be drawn."""
        print(f"The game stopped because of a fault of its own; it is described in {log}.", file=sys.stderr)
        texts = self.session.texts.entries if self.session else {}
        with CrashLog(self.slots.folder.parent / LOGS, lambda _: None):
            if self.window is not None:
                self.window.stages.clear()
                self.window.run(CrashScene(log, words(texts)))


def words(texts: Mapping[str, str]) -> Mapping[str, str]:
    """The texts, and the program's name where the very file of words is what is broken."""
    return defaultdict(lambda: NAME, texts)
