"""A sitting at the desk for tests of scenes: the real content, few villages, a desk that only has a name."""

import os
from functools import lru_cache
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

from pygame import Rect

from game.campaign.slots import Slots
from game.ruleset.content import Ruleset
from game.ruleset.loading import load
from game.state import Setup
from game.ui.driver import Driver
from game.ui.preferences import Preferences
from game.ui.scene import Scene
from game.ui.scenes.title import TitleScene
from game.ui.session import Routes, Session
from game.ui.sound import Sound
from game.ui.theme import Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Ground
from game.ui.widgets.button import Button
from game.ui.window import Window

HERE = Path(__file__).resolve().parents[2]
CONTENT, ASSETS = HERE / "content", HERE / "assets"
SETUP = Setup("ten-cooperatives", 7, 160, "teacher")


class StandInDesk(Scene):
    """What stands in for the desk where a test only asks whether it was reached."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.title = "the desk"

    def layout(self, theme: Theme, size: tuple[int, int]) -> Widget:
        button = Button("close the season")
        button.layout(Rect(0, 0, 200, 40), theme)
        return Ground([button], label=self.title).layout(Rect((0, 0), size), theme)


@lru_cache
def rules() -> Ruleset:
    """The content of the repository, loaded once."""
    return load([CONTENT])


def sample_session(folder: Path, preferences: Preferences | None = None, *, playing: bool = False) -> Session:
    """A session whose saved games lie in a folder of the test's own."""
    session = Session(
        rules(),
        rules().texts,
        preferences or Preferences(),
        Slots(folder),
        Sound(ASSETS / "sounds"),
        Routes(TitleScene, StandInDesk),
        preferences_file=folder / "preferences.json",
    )
    if playing:
        session.begin(SETUP)
    return session


def drive(session: Session, scene: Scene, size: tuple[int, int] = (1280, 720)) -> Driver:
    """The window with a scene in it, driven by the test."""
    window = Window(ASSETS, "Two Ledgers", session.preferences, size, lambda _: session.keep_preferences())
    return Driver(window, scene)
