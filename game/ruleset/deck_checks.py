"""What only the whole deck shows: follow-ups that nobody asks for, seasons with more than a desk can bear."""

from __future__ import annotations

from collections.abc import Iterator

from game.base.problems import Problem
from game.base.seasons import Season
from game.events.cards import count_words
from game.ruleset.content import Scenario, in_decks
from game.ruleset.known import Known, deck_name
from game.ruleset.parts import Item, Parts
from game.ruleset.shapes.deck import CardShape

Dated = tuple[Item, CardShape]


def check_deck(parts: Parts, known: Known) -> Iterator[Problem]:
    """Problems between cards."""
    cards = [(item, shape) for item, shape in parts.sound("deck") if isinstance(shape, CardShape)]
    for item, card in cards:
        if card.only_follow_up and card.id not in known.followed and "card" not in known.uncertain:
            message = "no choice leads to this card, and it comes in no other way"
            yield item.warning(("only_follow_up",), "never-followed", message, "name it in a follow_up")
    for scenario in known.scenarios:
        for season in scenario.seasons:
            yield from _crowded(_sure(cards, scenario, season), scenario, season)


def _sure(cards: list[Dated], scenario: Scenario, season: Season) -> list[Dated]:
    """Cards that come in this season whatever happens."""
    return [
        (item, card)
        for item, card in cards
        if card.needed and not card.only_follow_up and card.when is None
        and card.window.from_ == card.window.to == str(season)
        and in_decks(deck_name(item.inside), scenario.decks)
    ]  # fmt: skip


def _crowded(dated: list[Dated], scenario: Scenario, season: Season) -> Iterator[Problem]:
    """More dated cards than the scenario's own limits allow in a season."""
    asking = sum(card.asks for _, card in dated)
    words = sum(count_words(card.text) for _, card in dated)
    limits = scenario.cards
    if asking > limits.ask_at_most or words > limits.words_at_most:
        item, _ = dated[-1]
        message = f"{season} of {scenario.id} has {asking} dated cards that ask, with {words} words in all dated ones"
        hint = f"{limits.ask_at_most} and {limits.words_at_most} are what a season should have"
        yield item.warning(("window",), "crowded-season", message, hint)
