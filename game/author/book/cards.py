"""The cards: on the left what the player meets and what each answer does, in the margin what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from game.author.book import conditions, effects
from game.author.book.blocks import Block, Heading, Part, Piece, Prose, Row, Sheet, Span, said
from game.author.book.items import Item
from game.author.book.making import Desk, cited_plainly, linked_words, named, paragraphs, person_words, sources_block
from game.author.book.marks import SIGNS, marked
from game.events.cards import Card, Choice
from game.events.conditions import Condition
from game.text.words import date_words, season_lower, sentence

ON_RECORD = "※ the answer on record"
REMARK_LINES = 3


def cards_part(desk: Desk) -> Part:
    """Every card, by deck."""
    pieces: list[Piece] = [Heading(said("Cards"), 1, "part-cards")]
    for deck, items in desk.shelf.decks:
        pieces.append(Heading(said(f"Deck {deck.replace('/', ', ')}"), 2, f"deck-{deck}"))
        pieces += [card_row(item, desk) for item in items]
    return Part("Cards", "part-cards", tuple(pieces))


def card_row(item: Item, desk: Desk) -> Row:
    """One card on its sheet."""
    card = item.holds
    if not isinstance(card, Card):
        raise TypeError(f"{item.label} is no card")
    claims = tuple(cited_plainly(source, desk) for source in card.sources)
    return Row(
        (tuple(_paper(item, card, desk)), tuple(_margin(card, desk))), "sheet", f"{item.label} {item.title}",
        item.anchor, (Sheet(claims, REMARK_LINES),),
    )  # fmt: skip


def _paper(item: Item, card: Card, desk: Desk) -> Iterator[Block]:
    """What the player meets."""
    kind = desk.texts(f"kind.{card.kind}.name")
    yield Prose(said(f"{item.label}  ·  {kind}  ·  {card.id}"), "kicker")
    yield Heading(said(card.title), 3, item.anchor, number=item.label)
    if card.paper:
        dated = f", {date_words(desk.texts, card.paper.date)}" if card.paper.date else ""
        yield Prose((Span(card.paper.head, "strong"), Span(f"  {card.paper.head_en}{dated}")), "note")
    yield Prose(said(f"{_window(card, desk)}. {_how_it_comes(card)}"), "note")
    if card.when:
        yield _condition("Comes only if", card.when, desk)
    yield from paragraphs(card.text, desk)
    if card.reduced_text:
        yield Prose(said(f"Reduced text (content note: {card.content_note})"), "label")
        yield from paragraphs(card.reduced_text, desk)
    yield Prose(said("Answers" if card.asks else "News: nothing need be answered"), "label")
    for number, choice in enumerate(card.choices, 1):
        yield from _choice(number, choice, card, desk)


def _window(card: Card, desk: Desk) -> str:
    first, last = season_lower(desk.texts, card.window.first), season_lower(desk.texts, card.window.last)
    return sentence(first if card.window.first == card.window.last else f"{first} to {last}")


def _how_it_comes(card: Card) -> str:
    if card.only_follow_up:
        return "It comes only when another card leads to it."
    if card.needed:
        when = "first season in which its condition holds" if card.when else "first of its seasons"
        return f"It always comes, in the {when}."
    return f"It is drawn among others, with weight {card.weight:g}."


def _condition(opening: str, condition: Condition, desk: Desk) -> Prose:
    """The condition in words, and as the file has it."""
    words = conditions.in_words(condition, desk.texts, desk.set_by)
    return Prose((Span(f"{opening}: {words}.  "), Span(f"when: {condition.text}", "emphasis")), "note")


def _choice(number: int, choice: Choice, card: Card, desk: Desk) -> Iterator[Block]:
    """An answer: its words, who expects what, what is certain, what it does."""
    tags = [ON_RECORD] if choice.taken else []
    tags += ["taken if nobody answers"] if choice.id == card.default else []
    yield Prose((Span(f"{number}  "), Span(choice.text, "strong")), "answer")
    if tags:
        yield Prose(said("; ".join(tags)), "tag")
    if choice.guess:
        person = desk.shelf.rules.people.get(choice.guess.by)
        name = f"{SIGNS[person.mark]}\u00a0{person.name}" if person else choice.guess.by
        yield Prose((Span(f"“{choice.guess.says}” "), Span(name, "emphasis", f"person-{choice.guess.by}")), "guess")
    if choice.when:
        yield _condition("Can be taken only if", choice.when, desk)
        if choice.locked:
            yield Prose(said(f"Otherwise the player reads: “{choice.locked}”"), "note")
    if costs := effects.costs_in_words(choice.costs):
        yield Prose(said(f"Costs {costs}."), "consequence")
    if choice.files:
        yield Prose(said(f"Files {effects.filed_in_words(choice.files, desk.texts)}.", "filed"), "consequence")
    for effect in choice.effects:
        yield Prose(effects.in_words(effect, desk.shelf, desk.asked), "consequence")
    if choice.does_nothing:
        yield Prose(said(f"It does nothing else: {choice.does_nothing}"), "consequence")


def _margin(card: Card, desk: Desk) -> Iterator[Block]:
    """What it rests on."""
    yield Prose(said("The scene"), "label")
    yield Prose(said(marked(card.mark)), "apparatus")
    yield from sources_block(card.sources, desk)
    yield Prose(said("What is documented"), "label")
    yield Prose((*linked_words(card.documented, desk), *_taken(card)), "apparatus")
    if card.disagree:
        yield Prose(said("Where the sources disagree"), "label")
        yield Prose(linked_words(card.disagree, desk), "apparatus")
    yield from _persons(card, desk)
    terms = [entry for entry in map(desk.shelf.entry, card.terms) if entry]
    if terms:
        yield Prose(said("Terms"), "label")
        yield from (Prose(named(entry), "apparatus") for entry in terms)


def _taken(card: Card) -> tuple[Span, ...]:
    """Which answer the documents record."""
    numbers = [str(number) for number, choice in enumerate(card.choices, 1) if choice.taken]
    if not numbers:
        return said("  No answer here is on record.", "emphasis")
    return said(f"  {ON_RECORD}: {' and '.join(numbers)}.", "emphasis")


def _persons(card: Card, desk: Desk) -> Iterator[Block]:
    """Who speaks, who guesses, and whether they ever lived."""
    guessing = [choice.guess.by for choice in card.choices if choice.guess]
    others = [person for person in dict.fromkeys(guessing) if person != card.speaks]
    if card.speaks:
        yield Prose(said("Who speaks"), "label")
        yield Prose(person_words(card.speaks, desk), "apparatus")
    if others:
        yield Prose(said("Who guesses, too" if card.speaks in guessing else "Who guesses"), "label")
        yield from (Prose(person_words(person, desk), "apparatus") for person in others)
