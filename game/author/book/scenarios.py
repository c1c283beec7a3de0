"""What frames the cards: the words, files and documented figures of a scenario, and the persons of the pack."""

from __future__ import annotations

from collections.abc import Iterator

from game.author.book.blocks import Block, Heading, Part, Piece, Prose, Row, Sheet, Span, said
from game.author.book.items import Item
from game.author.book.making import Desk, cited, cited_plainly, paragraphs, sources_block
from game.author.book.marks import SIGNS, marked
from game.author.book.naming import line_name, village_name, where
from game.events.cards import Source
from game.reporting.indicators import Indicator
from game.ruleset.content import DocumentedLadder, Scenario
from game.text.words import amount, season_lower, sentence


def scenarios_part(desk: Desk) -> Part:
    """Every scenario of the book."""
    pieces: list[Piece] = [Heading(said("Scenarios"), 1, "part-scenarios")]
    pieces += [_scenario(item, scenario, desk) for item, scenario in desk.shelf.holding(Scenario)]
    return Part("Scenarios", "part-scenarios", tuple(pieces))


def _scenario(item: Item, scenario: Scenario, desk: Desk) -> Row:
    claims = tuple(cited_plainly(source, desk) for source in item.sources)
    columns = (tuple(_told(item, scenario, desk)), tuple(_margin(scenario, desk)))
    return Row(columns, "sheet", f"{item.label} {item.title}", item.anchor, (Sheet(claims, 3),))


def _told(item: Item, scenario: Scenario, desk: Desk) -> Iterator[Block]:
    texts = desk.texts
    span = f"{season_lower(texts, scenario.first)} to {season_lower(texts, scenario.last)}"
    yield Prose(said(f"{item.label}  ·  scenario  ·  {scenario.id}"), "kicker")
    title = (Span(scenario.title), *said(f"  {scenario.zh}" if scenario.zh else "", "emphasis"))
    yield Heading(title, 3, item.anchor, number=item.label)
    yield Prose(said(f"{sentence(span)}; decks {', '.join(scenario.decks)}."), "note")
    yield from paragraphs(scenario.summary, desk)
    yield Prose(said("Opening"), "label")
    for text in scenario.opening:
        yield from paragraphs(text, desk)
    yield Prose(said("What the player is told to do"), "label")
    yield from (Prose(said(goal), "consequence") for goal in scenario.goals)
    if scenario.documents:
        yield Prose(said("What the documents say, as the debriefing tells it"), "label")
    for point in scenario.documents:
        yield from paragraphs(texts(point.text), desk)
        yield from _cited(point.sources, desk)
    if scenario.documented_ladder:
        yield from _ladder(scenario.documented_ladder, desk)
    yield from _questions(scenario, desk)


def _cited(sources: tuple[Source, ...], desk: Desk) -> Iterator[Block]:
    return (Prose(cited(source, desk), "cite") for source in sources)


def _ladder(ladder: DocumentedLadder, desk: Desk) -> Iterator[Block]:
    """One documented figure on its way up; all of it is reported."""
    yield Prose(said(f"A documented figure on its way up: {line_name(ladder.indicator, desk.texts)}"), "label")
    for rung in ladder.rungs:
        low, high = rung.low, rung.high
        span = f"{low:g} to {high:g}" if low is not None and high is not None else ""
        figure = f"{rung.figure:g}" if rung.figure is not None else span
        shown = said(f"{figure} {ladder.unit}. " if figure else "no figure. ", "filed" if figure else "plain")
        yield Prose((Span(f"{rung.rung}: ", "strong"), *shown, Span(desk.texts(rung.text))), "consequence")
        yield from _cited(rung.sources, desk)


def _questions(scenario: Scenario, desk: Desk) -> Iterator[Block]:
    prompts = [desk.texts(prompt.text) for prompt in scenario.prompts]
    asked = [*prompts, *(desk.texts(item) for group in scenario.questions for item in group.items)]
    if asked:
        yield Prose(said("What the student is asked"), "label")
        yield from (Prose(said(question), "consequence") for question in asked)


def _margin(scenario: Scenario, desk: Desk) -> Iterator[Block]:
    texts = desk.texts
    yield Prose(said(marked(scenario.mark)), "apparatus")
    yield from sources_block(scenario.sources, desk)
    if scenario.filed_before:
        yield Prose(said("What lies in the file from before"), "label")
    for before in scenario.filed_before:
        figure = amount(texts, Indicator(before.indicator), before.figure)
        line = line_name(before.indicator, texts)
        yield Prose((Span(f"{season_lower(texts, before.season)}, {line}: "), Span(figure, "filed")), "apparatus")
        yield from (Prose(cited(source, desk), "apparatus") for source in before.sources)
    yield from _events(scenario, desk)
    if scenario.families:
        yield Prose(said("Families whose years are told"), "label")
    for family in scenario.families:
        place = f"{village_name(family.village, texts)} {where((family.county,), texts)}"
        yield Prose(said(f"{SIGNS[family.mark]}\u00a0{family.name}, {place} ({family.mark})"), "apparatus")


def _events(scenario: Scenario, desk: Desk) -> Iterator[Block]:
    """The misfortune and the rumour of the year, which no document has."""
    events = scenario.events
    for name, event in (("Misfortune", events.shock), ("Rumour", events.rumour)):
        if event:
            when = season_lower(desk.texts, event.season)
            yield Prose(said(f"{name}, {when}"), "label")
            yield Prose(said(f"{SIGNS[event.mark]} {desk.texts(event.text)} ({event.mark})"), "apparatus")
