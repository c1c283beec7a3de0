"""``preview``: a card as text, as the player will read it; and below it what the author wants to know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress

from game.base.problems import CallError, suggestion
from game.campaign.decisions import Answer
from game.campaign.game import Game
from game.events.cards import Card
from game.events.conditions import Condition
from game.text.papers import open_paper
from game.text.sitting import Sitting
from game.text.talk import Talk
from game.views.values import condition_values

LINE = "-" * 20


def number_of(card: Card, choice: str) -> int:
    """The number of a choice of the card, from 1.

    Raises: CallError if it has none of this id.
    """
    ids = [each.id for each in card.choices]
    if choice not in ids:
        raise CallError(f"the card has no choice '{choice}'; {suggestion(choice, ids)}")
    return ids.index(choice) + 1


def as_text(game: Game, card: Card, reduced: bool, choice: str | None = None) -> list[str]:
    """The lines that text play says of the card; with a choice, also what comes after that answer."""
    said: list[str] = []
    typed = iter([] if choice is None else [str(number_of(card, choice))])

    def ask(prompt: str) -> str:
        answer = next(typed, None)
        if answer is None:
            raise EOFError
        return answer

    sitting = Sitting(Talk(game.rules.texts, ask, said.append), game, lambda _: None, reduced)
    with suppress(EOFError):
        open_paper(card, sitting)
    return said


def notes(game: Game, card: Card) -> Iterator[str]:
    """What the player does not see: the season, whether the card would come, and each condition with its values."""
    state = game.state
    yield f"{LINE} not shown to the player"
    yield f"{state.season} of {state.setup.scenario}, seed {state.setup.seed}"
    if not card.window.holds(state.season):
        yield f"its window is {card.window.first} to {card.window.last}: it would not come in this season"
    values = condition_values(state, game.rules)
    if card.when is not None:
        yield _told("the card", card.when, values)
    for number, choice in enumerate(card.choices, 1):
        if choice.when is not None:
            yield _told(f"answer {number}", choice.when, values)


def _told(what: str, condition: Condition, values: Mapping[str, float]) -> str:
    holds = "holds" if condition.holds(values) else "does not hold"
    shown = [f"{name} = {values.get(name, 0.0):.6g}" for name in sorted(condition.names | condition.flags)]
    return f"{what}: {condition.text}: {holds} ({', '.join(shown)})"


def answered(game: Game, card: Card, choice: str) -> Game:
    """The game after an answer.

    Raises: CallError if the card has no such choice, or it is closed.
    """
    number_of(card, choice)
    after = game.do(Answer(card.id, choice))
    if not isinstance(after, Game):
        raise CallError(f"the choice '{choice}' is closed in this state; open it with --set ({after.code})")
    return after
