"""What can be picked out of several: shared by radio groups, tabs and segments."""

from collections.abc import Callable
from dataclasses import dataclass

from game.ui.transition import Transition

OnPick = Callable[[str], Transition | None]
"""Called with the key of what was picked."""


@dataclass(frozen=True, slots=True)
class Option:
    """An answer that can be picked: its key for the program, its words for the player."""

    key: str
    label: str
    han: str = ""
    description: str = ""
