"""A scene: one screen of the game. It builds widgets from what it is told and answers with transitions."""

from typing import Protocol

from game.ui.keys import Key
from game.ui.theme import Theme
from game.ui.transition import STAY, Action, Pop, Push, Quit, Refresh, Replace, Restart, Stay, Transition
from game.ui.widgets.base import Widget

__all__ = [
    "STAY", "Action", "Pop", "Push", "Quit", "Refresh", "Replace", "Restart", "Scene", "Stay", "Texts", "Transition",
]  # fmt: skip


class Texts(Protocol):
    """Every word a player reads, by id: `texts("desk.close", count=6)`."""

    def __call__(self, text_id: str, /, **values: object) -> str: ...


class Scene(Protocol):
    """What the window asks of a scene. Inherit from it to have the defaults; only `layout` must be written."""

    overlay: bool = False
    """Drawn over the scene below, which is dimmed."""

    dim: bool = True
    """Whether an overlay darkens what lies below it."""

    animated: bool = False
    """Whether `update` wants to be called at every frame; otherwise a few times a second."""

    title: str = ""
    """Spoken when the scene opens, and shown to screen readers."""

    first_focus: str = ""
    """Key of the widget that has the focus at first; empty: the first that can have it."""

    def layout(self, theme: Theme, size: tuple[int, int]) -> Widget:
        """The scene's widgets, laid out for a window of `size` physical pixels. Draws nothing, changes no state."""
        ...

    def on_key(self, key: Key) -> Transition | None:
        """A key that no widget wanted; None if the scene does not want it either. Esc then closes an overlay."""
        return None

    def update(self, seconds: float) -> Transition | None:
        """Time has passed; None if nothing changed."""
        return None

    def on_quit(self) -> None:
        """The window is closing: save what is to be saved."""
        return None  # noqa: RET501 - with no body at all it would be abstract
