"""Why a card did not come: looked up in the state in which each season opened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from game.author.sweep.results import CONDITION, FOLLOW, ROOM, Waited
from game.campaign.game import Game
from game.events.cards import Card
from game.events.conditions import Condition, parts
from game.views.values import condition_values


@cache
def condition_parts(condition: Condition) -> tuple[Condition, ...]:
    """The parts of a condition, taken apart once."""
    return parts(condition)


def waited(game: Game) -> Iterator[Waited]:
    """The cards that could have come this season by their window and did not, with the reason. ``game`` has just
    opened the season: nothing is decided yet."""
    state, rules = game.state, game.rules
    came = state.deck.all_come()
    deck = rules.deck(rules.scenarios[state.setup.scenario])
    open_now = [card for card in deck if card.id not in came and card.window.holds(state.season)]
    if not open_now:
        return
    values = condition_values(state, rules)
    due = {due.card for due in state.deck.due if due.season <= state.season}
    for card in open_now:
        yield card.id, str(state.season), *_reason(card, values, due)


def _reason(card: Card, values: Mapping[str, float], due: set[str]) -> tuple[str, tuple[int, ...]]:
    if card.only_follow_up and card.id not in due:
        return FOLLOW, ()
    if card.when is None or card.when.holds(values):
        return ROOM, ()
    return CONDITION, tuple(
        number for number, part in enumerate(condition_parts(card.when)) if not part.holds(values)
    )
