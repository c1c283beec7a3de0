"""One sitting at the text game: the conversation, the game that is being played, and how it is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from game.base.refusal import Refusal
from game.base.texts import Texts
from game.campaign.decisions import Decision
from game.campaign.game import Game
from game.campaign.savefile import Save, SaveError
from game.campaign.slots import AUTOSAVE, Slots
from game.ruleset.content import Scenario
from game.text.talk import Talk
from game.text.words import refusal_words


class Leaving(Exception):  # noqa: N818 - no error: the player gets up from the desk
    """The player leaves the game, from whichever page."""


@dataclass
class Sitting:
    """What every page of text play shares. Pages read from it and do everything to the game through it."""

    talk: Talk
    game: Game
    keep: Callable[[Save], None]
    reduced: bool = True
    slots: Slots | None = None
    read: set[str] = field(default_factory=set)
    """Papers that were laid open."""
    advised: str | None = None
    """The guide's hint that was said last."""

    @property
    def texts(self) -> Texts:
        """The words."""
        return self.game.rules.texts

    @property
    def scenario(self) -> Scenario:
        """The scenario that is played."""
        return self.game.rules.scenarios[self.game.state.setup.scenario]

    def do(self, decision: Decision) -> bool:
        """Carry out a decision and keep the game; a refusal is said and changes nothing."""
        return self._take(self.game.do(decision))

    def undo(self) -> bool:
        """Take back the last decision; a refusal is said and changes nothing."""
        return self._take(self.game.undo())

    def _take(self, outcome: Game | Refusal) -> bool:
        if isinstance(outcome, Refusal):
            self.talk.line(refusal_words(self.texts, outcome))
            return False
        self.game = outcome
        self.autosave()
        return True

    def autosave(self) -> bool:
        """Keep the game; if it cannot be, say why and play on."""
        return self._kept(lambda: self.keep(self.game.save()))

    def keep_in(self, slot: str) -> bool:
        """Keep the game in a slot; if it cannot be, say why."""
        slots = self.slots
        assert slots is not None, "only a game with slots offers them"
        return self._kept(lambda: slots.keep(slot, self.game.save()))

    def _kept(self, write: Callable[[], None]) -> bool:
        try:
            write()
        except SaveError as problem:
            self.talk.tell(f"save.{problem.code}", **problem.details)
            return False
        return True

    def say_where(self) -> None:
        """Say in one line where the game is kept."""
        if self.slots is None:
            self.talk.tell("play.kept")
        else:
            self.talk.say(self.texts("play.kept-in", path=self.slots.path(AUTOSAVE)))
