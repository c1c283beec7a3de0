"""One card by itself, for its author: as a picture, or in the window, by the scene that the game shows it with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pygame

from game.base.problems import CallError
from game.campaign.game import Game
from game.campaign.slots import Slots
from game.ui.kept import Detail
from game.ui.preferences import Preferences
from game.ui.reload import Reloader
from game.ui.scene import Push
from game.ui.scenes.card import CardScene
from game.ui.scenes.desk import DeskScene
from game.ui.scenes.title import TitleScene
from game.ui.session import Routes, Session
from game.ui.sound import Sound
from game.ui.theme import DESIGN_SIZE
from game.ui.window import Window

NAME: Final = "preview"


def draw(game: Game, card: str, assets: Path, png: Path, *, reduced: bool, text_scale: float = 1.0) -> None:
    """Write a picture of the card as the window shows it in this game, a PNG of DESIGN_SIZE (pixels).

    ``text_scale`` is 1 to 2, times the usual size.

    Raises: CallError if the file cannot be written.
    """
    with TemporaryDirectory() as folder:
        window = _window(_session(game, assets, Path(folder), reduced, text_scale), card, assets)
        try:
            window.screenshot(png)
        except (OSError, pygame.error) as fault:
            raise CallError(f"{png} cannot be written: {getattr(fault, 'strerror', None) or fault}") from fault
        finally:
            window.close()


def show(
    game: Game, card: str, assets: Path, packs: Sequence[Path] = (), *, reduced: bool, text_scale: float = 1.0
) -> None:
    """Open the window on the card, with the desk behind it; nothing that is done there is kept.

    ``packs`` are watched: the card is shown anew whenever it is saved.

    Raises: CallError if there is no screen.
    """
    with TemporaryDirectory() as folder:
        session = _session(game, assets, Path(folder), reduced, text_scale)
        window = _window(session, card, assets)
        window.between_frames = Reloader(window, session, packs)
        window.run_on()


def _session(game: Game, assets: Path, folder: Path, reduced: bool, text_scale: float) -> Session:
    """A sitting in this game; what would be saved goes to a folder that is thrown away."""
    detail: Detail = "reduced" if reduced else "full"
    preferences = Preferences(text_scale=text_scale)
    sounds = Sound(assets / "sounds")
    routes = Routes(TitleScene, DeskScene)
    return Session(game.rules, game.rules.texts, preferences, Slots(folder), sounds, routes, detail, game)


def _window(session: Session, card: str, assets: Path) -> Window:
    """A window with the desk, and over it the card."""
    window = Window(assets, NAME, session.preferences, DESIGN_SIZE)
    scene = CardScene(session, card)
    scene.detail = session.content_detail
    if not scene.page.answered:
        scene.first_focus = f"choice:{scene.considered}"
    window.apply(Push(DeskScene(session)))
    window.apply(Push(scene))
    return window
