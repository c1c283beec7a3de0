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


# ---- what every screen must satisfy


def shown(driver: Driver) -> list[Widget]:
    """Every visible widget."""
    return list(driver.window.root.walk())


def outside(driver: Driver) -> list[str]:
    """Widgets that reach out of the window."""
    window = driver.window.surface.get_rect()
    return [f"{widget.role} {widget.label!r}" for widget in shown(driver) if not window.contains(widget.rect)]


def nameless(driver: Driver) -> list[str]:
    """Widgets that can have the focus and say nothing of themselves."""
    return [
        f"{widget.role} {widget.key!r}" for widget in shown(driver) if widget.focusable and not widget.label
    ]


def overlapping(driver: Driver) -> list[tuple[str, str]]:
    """Pairs of things to be read that lie over each other."""
    read = [widget for widget in shown(driver) if widget.label and not widget.children and widget.rect.w]
    inner = [
        (w.label, w.rect.inflate(-4, -4)) for w in read if w.role not in ("window", "separator", "image")
    ]
    pairs = [(one, other) for number, one in enumerate(inner) for other in inner[number + 1 :]]
    return [(one[0], other[0]) for one, other in pairs if one[1].colliderect(other[1])]


def reachable(driver: Driver) -> set[str]:
    """Keys of the widgets that Tab and the arrows lead to, from wherever they lead."""
    found: dict[str, Widget] = {}
    waiting = [driver.focused]
    while waiting:
        widget = waiting.pop()
        if widget is None or widget.key in found:
            continue
        found[widget.key] = widget
        for key in ("TAB", "UP", "DOWN", "LEFT", "RIGHT"):
            driver.window.stage.focus_on(widget)
            driver.press(key)
            waiting.append(driver.focused)
    return set(found)
