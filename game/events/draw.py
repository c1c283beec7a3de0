"""Which cards reach the desk this season.

Dated cards always come, follow-ups come when they are due, and the rest of the room is filled by chance: by weight,
kinds that are not on the desk yet first, within what can be read and answered in a season.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from game.base.bounds import within
from game.base.chance import Chance
from game.base.deck import DeckMemory
from game.base.seasons import Season
from game.events.cards import Card


@dataclass(frozen=True, slots=True)
class DrawLimits:
    """What a desk can bear in one season."""

    ask_at_most: int = field(metadata=within(0, 20), default=3)
    """Cards that ask for an answer."""
    words_at_most: int = field(metadata=within(0, 10_000), default=350)
    """Words in the texts of the cards that ask for an answer."""
    news_at_most: int = field(metadata=within(0, 20), default=2)
    """Cards that may be left unread."""
    same_kind: float = field(metadata=within(0.0, 1.0), default=0.25)
    """What the weight of a drawn card is multiplied by when its kind lies on the desk already.

    Assumed: one petition among four papers reads better than three.
    """


def draw(
    deck: Iterable[Card],
    memory: DeckMemory,
    values: Mapping[str, float],
    season: Season,
    chance: Chance,
    limits: DrawLimits = DrawLimits(),
) -> tuple[str, ...]:
    """The ids of this season's cards, in the order in which they lie on the desk.

    ``values`` are those of the condition names; flags come from the memory. The result does not depend on the order
    of the deck. Raises: KeyError if a condition uses a name that ``values`` lacks.
    """
    known = {**values, **memory.flag_values()}
    came = memory.all_come()
    new = [card for card in sorted(deck, key=_by_id) if card.id not in came]
    possible = [card for card in new if _can_come(card, known, season)]
    dated = [card for card in possible if card.needed and not card.only_follow_up]
    desk = _with_follow_ups(dated, possible, memory, season, limits)
    drawable = [card for card in possible if card not in desk and not card.only_follow_up]
    return tuple(card.id for card in _fill(desk, drawable, chance, limits))


def _by_id(card: Card) -> str:
    return card.id


def _can_come(card: Card, known: Mapping[str, float], season: Season) -> bool:
    """In its window, and its condition holds."""
    return card.window.holds(season) and (card.when is None or card.when.holds(known))


def _with_follow_ups(
    dated: list[Card], possible: list[Card], memory: DeckMemory, season: Season, limits: DrawLimits
) -> list[Card]:
    """Follow-ups that are due; one that finds the desk full waits, as long as its window lets it."""
    desk = list(dated)
    due = {due.card for due in memory.due if due.season <= season}
    for card in possible:
        if card.id in due and card not in desk and (_fits(card, desk, limits) or not card.window.holds(season.next)):
            desk.append(card)
    return desk


def _fits(card: Card, desk: list[Card], limits: DrawLimits) -> bool:
    """Whether the desk bears one more card."""
    asking = sum(other.asks for other in [*desk, card])
    news = len(desk) + 1 - asking
    words = sum(other.words for other in [*desk, card] if other.asks)
    return asking <= limits.ask_at_most and news <= limits.news_at_most and words <= limits.words_at_most


def _fill(desk: list[Card], drawable: list[Card], chance: Chance, limits: DrawLimits) -> list[Card]:
    """Draw by weight until nothing more fits."""
    full, left = list(desk), list(drawable)
    for roll in chance.uniform("deck", limits.ask_at_most + limits.news_at_most).tolist():
        left = [card for card in left if _fits(card, full, limits)]
        if not left:
            break
        picked = _pick(left, full, roll, limits)
        full.append(picked)
        left.remove(picked)
    return full


def _pick(left: list[Card], desk: list[Card], roll: float, limits: DrawLimits) -> Card:
    """The card on which a roll in [0, 1) falls when each has its weight."""
    kinds = {card.kind for card in desk}
    weights = [card.weight * (limits.same_kind if card.kind in kinds else 1.0) for card in left]
    point = roll * sum(weights)
    for card, weight in zip(left, weights, strict=True):
        point -= weight
        if point < 0.0:
            return card
    return left[-1]
