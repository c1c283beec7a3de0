"""Short notices over a page: something went wrong, something is to be confirmed."""

from __future__ import annotations

from game.campaign.savefile import SaveError
from game.ui.scene import Push, Transition
from game.ui.scenes.dialog import ConfirmScene, MessageScene
from game.ui.session import Session
from game.ui.transition import Action


def why(session: Session, problem: SaveError) -> str:
    """What is wrong with a saved game, in the player's words."""
    text_id = f"slots.why.{problem.code}"
    return session.texts(text_id, **problem.details) if session.texts.has(text_id) else str(problem)


def told(session: Session, title_id: str, words: str) -> Transition:
    """Say something over the page, with one button."""
    return Push(MessageScene(session.texts(title_id), (words,), session.texts("slots.close")))


def asked(session: Session, prefix: str, words: str, then: Action, **values: object) -> Transition:
    """Ask before something is written over; the texts are ``<prefix>-title``, ``-yes`` and ``-no``."""
    texts = session.texts
    title = texts(f"{prefix}-title", **values) if values else texts(f"{prefix}-title")
    return Push(ConfirmScene(title, (words,), texts(f"{prefix}-yes"), texts(f"{prefix}-no"), then))
