"""A game in progress: the decisions made so far and the state they lead to. Undo drops the last one and folds again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from game.base.refusal import Refusal
from game.campaign.closing import close_season, fingerprint
from game.campaign.deciding import decide, reveals_something
from game.campaign.decisions import CloseSeason, Decision
from game.campaign.packs_played import other_packs
from game.campaign.savefile import PackStamp, Save, SaveError
from game.campaign.start import begin
from game.ruleset.content import Ruleset
from game.state import Setup, State


@dataclass(frozen=True, slots=True)
class Game:
    """One campaign. Immutable: every decision gives a new game."""

    rules: Ruleset
    decisions: tuple[Decision, ...]
    opened: State
    """The state in which the present season opened."""
    opened_at: int
    """How many decisions had been made by then."""
    state: State

    @classmethod
    def begin(cls, rules: Ruleset, setup: Setup) -> Game:
        """A new campaign.

        Raises: CallError if the setup names what is not there.
        """
        state = begin(rules, setup)
        return cls(rules, (), state, 0, state)

    def do(self, decision: Decision) -> Game | Refusal:
        """The game after a decision, or why it cannot be carried out."""
        if isinstance(decision, CloseSeason):
            return self._closed()
        after = decide(self.state, decision, self.rules)
        if isinstance(after, Refusal):
            return after
        return replace(self, decisions=(*self.decisions, decision), state=after)

    def _closed(self) -> Game | Refusal:
        if self.state.ended:
            return Refusal("ended")
        decisions = (*self.decisions, CloseSeason())
        state = close_season(self.state, self.rules)
        return Game(self.rules, decisions, state, len(decisions), state)

    @property
    def undoable(self) -> Decision | None:
        """The decision that ``undo`` would take back; none if the season has none, or the last revealed something."""
        if len(self.decisions) == self.opened_at:
            return None
        last = self.decisions[-1]
        return None if reveals_something(last, self.rules) else last

    def undo(self) -> Game | Refusal:
        """The game without its last decision, or why it cannot be taken back."""
        if self.undoable is None:
            return Refusal("nothing-to-undo" if len(self.decisions) == self.opened_at else "revealed")
        kept = self.decisions[:-1]
        state = self.opened
        for decision in kept[self.opened_at :]:
            folded = decide(state, decision, self.rules)
            assert isinstance(folded, State), "a decision that was possible once is possible again"
            state = folded
        return replace(self, decisions=kept, state=state)

    def save(self) -> Save:
        """What a save file holds of this game."""
        return Save(
            self.state.setup, stamps(self.rules), self.decisions, str(self.state.season), fingerprint(self.state)
        )


def stamps(rules: Ruleset) -> tuple[PackStamp, ...]:
    """The packs that are in play, with their hashes; those that only translate change no game, and are left out."""
    return tuple(
        PackStamp(pack.manifest.id, pack.manifest.version, pack.digest)
        for pack in rules.packs if not pack.manifest.translates
    )  # fmt: skip


def replay(rules: Ruleset, setup: Setup, decisions: Iterable[Decision]) -> Game:
    """Play decisions again from the beginning.

    Raises: SaveError naming the first decision that the rules do not allow; CallError if the setup is impossible.
    """
    game = Game.begin(rules, setup)
    for number, decision in enumerate(decisions, 1):
        after = game.do(decision)
        if isinstance(after, Refusal):
            raise SaveError(
                "impossible", f"decision {number} of the game cannot be carried out ({after.code}).", number=number
            )
        game = after
    return game


def load(rules: Ruleset, save: Save, name: str) -> Game:
    """The game of a save, replayed with the rules at hand.

    Raises: SaveError if it was played with other content, or does not come out as it says.
    """
    if save.packs != stamps(rules):
        raise other_packs(save.packs, stamps(rules), name)
    game = replay(rules, save.setup, save.decisions)
    if fingerprint(game.state) != save.state_hash:
        raise SaveError(
            "other-result", f"{name} does not come out as it says when it is played again.", name=name
        )
    return game
