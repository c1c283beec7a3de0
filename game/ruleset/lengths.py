"""How many words a text may have, by what it is: what fits its place on a screen and is read to the end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from game.base.problems import Problem
from game.events.cards import count_words
from game.ruleset.parts import Item
from game.ruleset.references import Way
from game.ruleset.shapes.deck import CardShape, ChoiceShape

TEXT_AIM: Final = 130
CARD: Final = {"title": 10, "text": 170, "reduced_text": 170, "documented": 100, "disagree": 80}
CHOICE: Final = {"text": 14, "locked": 14}
GUESS: Final = 40
DOSSIER: Final = 30
ENTRY: Final = {"title": 10, "doubt": 60}
ENTRY_TEXT: Final = 140
DISPUTE_TEXT: Final = 320
PERSON: Final = {"post": 10, "line": 30}
SCENARIO: Final = {"title": 10, "summary": 60}
PARAGRAPH: Final = {"opening": 80, "goals": 25}
"""Each item of a list."""


def too_long(item: Item, loc: Way, text: str, limit: int) -> Iterator[Problem]:
    """A text of more words than its place can carry."""
    words = count_words(text)
    if words > limit:
        yield item.problem(loc, "too-long", f"{words} words; at most {limit} are allowed", "cut it")


def check_card_lengths(item: Item, card: CardShape) -> Iterator[Problem]:
    """Every text of a card."""
    yield from _fields(item, card, CARD)
    for field in ("text", "reduced_text"):
        words = count_words(getattr(card, field))
        if TEXT_AIM < words <= CARD[field]:
            yield item.warning((field,), "long", f"{words} words; 60 to 120 read best", "cut it")
    for number, choice in enumerate(card.choices):
        yield from _choice(item, ("choices", number), choice)


def _choice(item: Item, loc: Way, choice: ChoiceShape) -> Iterator[Problem]:
    yield from _fields(item, choice, CHOICE, loc)
    if choice.guess:
        yield from too_long(item, (*loc, "guess", "says"), choice.guess.says, GUESS)
    for place, effect in enumerate(choice.effects):
        if effect.dossier:
            yield from too_long(item, (*loc, "effects", place, "dossier", "entry"), effect.dossier.entry, DOSSIER)


def check_entry_lengths(item: Item, entry: Any) -> Iterator[Problem]:
    """An entry of the archive; in a dispute everything that is said counts together."""
    yield from _fields(item, entry, ENTRY)
    if entry.kind != "dispute":
        yield from too_long(item, ("text",), entry.text, ENTRY_TEXT)
        return
    voices = [f"{voice.says} {voice.evidence} {voice.asks}" for voice in entry.voices or []]
    yield from too_long(item, ("voices",), " ".join([entry.text, *voices]), DISPUTE_TEXT)


def check_person_lengths(item: Item, person: Any) -> Iterator[Problem]:
    """What is said of a person."""
    yield from _fields(item, person, PERSON)


def check_scenario_lengths(item: Item, scenario: Any) -> Iterator[Problem]:
    """What frames a scenario."""
    yield from _fields(item, scenario, SCENARIO)
    for field, limit in PARAGRAPH.items():
        for number, text in enumerate(getattr(scenario, field)):
            yield from too_long(item, (field, number), text, limit)


def _fields(item: Item, shape: Any, limits: dict[str, int], at: Way = ()) -> Iterator[Problem]:
    for field, limit in limits.items():
        yield from too_long(item, (*at, field), getattr(shape, field) or "", limit)
