"""What the deck remembers: which cards came, what was answered, what is due, which flags stand."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.base.seasons import Season


def flag_name(flag: str) -> str:
    """The name under which conditions know a flag: ``sent-two-point-six`` is ``sent_two_point_six``."""
    return flag.replace("-", "_")


@dataclass(frozen=True, slots=True)
class Due:
    """A follow-up that comes in this season or, if it must wait, later."""

    card: str
    season: Season


@dataclass(frozen=True, slots=True)
class Answer:
    """Which choice was taken on a card, and when."""

    card: str
    choice: str
    season: Season


@dataclass(frozen=True, slots=True)
class DeckMemory:
    """The deck's memory in one campaign. A card that came never comes again."""

    came: tuple[Due, ...] = ()
    answers: tuple[Answer, ...] = ()
    due: tuple[Due, ...] = ()
    flags: frozenset[str] = frozenset()

    def all_come(self) -> frozenset[str]:
        """Every card that lay on the desk before."""
        return frozenset(past.card for past in self.came)

    def answer_to(self, card: str) -> str | None:
        """The choice taken on the card, if it was answered."""
        return next((answer.choice for answer in self.answers if answer.card == card), None)

    def with_came(self, cards: tuple[str, ...], season: Season) -> DeckMemory:
        """The cards lie on the desk; what was due of them is done."""
        came = self.came + tuple(Due(card, season) for card in cards)
        return replace(self, came=came, due=tuple(due for due in self.due if due.card not in cards))

    def with_answer(self, card: str, choice: str, season: Season) -> DeckMemory:
        """The answer to a card, in the place of an earlier one."""
        others = tuple(answer for answer in self.answers if answer.card != card)
        return replace(self, answers=(*others, Answer(card, choice, season)))

    def with_due(self, card: str, season: Season) -> DeckMemory:
        """A follow-up is due; of two dates the earlier counts."""
        dates = [season, *(due.season for due in self.due if due.card == card)]
        others = tuple(due for due in self.due if due.card != card)
        return replace(self, due=(*others, Due(card, min(dates))))

    def with_flag(self, flag: str) -> DeckMemory:
        """The flag stands."""
        return replace(self, flags=self.flags | {flag_name(flag)})

    def without_flag(self, flag: str) -> DeckMemory:
        """The flag stands no longer."""
        return replace(self, flags=self.flags - {flag_name(flag)})

    def flag_values(self) -> dict[str, float]:
        """Flags that stand as conditions read them; a flag that is not here counts as 0."""
        return dict.fromkeys(sorted(self.flags), 1.0)
