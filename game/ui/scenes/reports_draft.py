"""A figure that is being moved: a draft until the player turns to something else, then a decision."""

from __future__ import annotations

from game.base.refusal import Refusal
from game.campaign.decisions import File
from game.campaign.game import Game
from game.reporting.indicators import Indicator
from game.ui.session import Session


class Draft:
    """At most one line's figure at a time, in the indicator's unit; None passes the counties' figure on."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._entry: tuple[Indicator, float | None] | None = None

    def enter(self, line: Indicator, value: float | None) -> None:
        """Move the figure of a line. Nothing is decided yet."""
        self._entry = line, value

    def preview(self) -> Game:
        """The game as it would be with the draft."""
        playing = self._session.playing
        if self._entry is None:
            return playing
        line, value = self._entry
        after = playing.do(File(line.value, value))
        return after if isinstance(after, Game) else playing

    def commit(self) -> Refusal | None:
        """Make a decision of the draft, if it changes anything."""
        entry, self._entry = self._entry, None
        if entry is None:
            return None
        line, value = entry
        if self._session.playing.state.filing.figures.get(line) == value:
            return None
        return self._session.do(File(line.value, value))
