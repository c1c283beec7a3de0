"""What a scene or a widget answers when something was done: stay, or go somewhere."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from game.ui.scene import Scene


@dataclass(frozen=True, slots=True)
class Transition:
    """What happens next."""


@dataclass(frozen=True, slots=True)
class Stay(Transition):
    """It was dealt with; the widgets have redrawn themselves."""


@dataclass(frozen=True, slots=True)
class Refresh(Transition):
    """The state changed: lay the scene out anew; the focus stays on the widget with the same key."""

    focus: str = ""


@dataclass(frozen=True, slots=True)
class Push(Transition):
    """Open a scene over this one."""

    scene: "Scene"


@dataclass(frozen=True, slots=True)
class Replace(Transition):
    """Go to another scene instead of this one."""

    scene: "Scene"


@dataclass(frozen=True, slots=True)
class Restart(Transition):
    """Close every scene and open this one."""

    scene: "Scene"


@dataclass(frozen=True, slots=True)
class Pop(Transition):
    """Close this scene; the one below is laid out anew, then `then` happens to it."""

    then: Transition | None = None


@dataclass(frozen=True, slots=True)
class Quit(Transition):
    """Leave the game; every open scene is told first."""


STAY: Final = Stay()
Action = Callable[[], Transition | None]
"""What a button does; returning None means Stay."""
