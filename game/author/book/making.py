"""What the chapters share: the shelf with who sets and asks for what, links with numbers, citations with signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.author.book import conditions, effects
from game.author.book.blocks import Block, Look, Prose, Span, Words, said
from game.author.book.citing import citation
from game.author.book.items import Item, Shelf
from game.author.book.marks import NAMES, SIGNS
from game.base.texts import Texts
from game.events.cards import LINK, Source
from game.politics.people import Person


@dataclass(frozen=True, slots=True)
class Desk:
    """What a chapter is written from."""

    shelf: Shelf
    set_by: conditions.Setters
    asked: effects.Askers

    @property
    def texts(self) -> Texts:
        """The words of the screens."""
        return self.shelf.rules.texts


def desk_for(shelf: Shelf) -> Desk:
    """Everything laid out once."""
    return Desk(shelf, conditions.setters(shelf), effects.askers(shelf))


def paragraphs(text: str, desk: Desk, look: Look = "document") -> Iterator[Prose]:
    """A text of the content: its paragraphs, with its links leading to the entries in this book."""
    for part in filter(None, (part.strip() for part in text.split("\n"))):
        yield Prose(linked_words(part, desk), look)


def linked_words(text: str, desk: Desk) -> Words:
    """Words with the archive's links in them."""
    spans: list[Span] = []
    end = 0
    for link in LINK.finditer(text):
        spans += said(text[end : link.start()])
        entry = desk.shelf.entry(link.group(1))
        spans.append(Span(link.group(2) or link.group(1), to=entry.anchor if entry else ""))
        end = link.end()
    return (*spans, *said(text[end:]))


def named(item: Item) -> Words:
    """``E45 Dan, 134``: number and title, and where pages have numbers the page."""
    return (Span(f"{item.label}\u00a0{item.title}", to=item.anchor), Span(",\u00a0", "page", item.anchor))


def numbered(item: Item) -> Words:
    """``R12, 215``: the number alone, for what has no title of its own."""
    return (Span(item.label, to=item.anchor), Span(",\u00a0", "page", item.anchor))


def cited(source: Source, desk: Desk) -> Words:
    """``■ Hou p. 95 (recorded here)``."""
    where = citation(source, desk.shelf.rules.sources)
    return said(f"{SIGNS[source.mark]}\u00a0{where} ({NAMES[source.mark]})")


def cited_plainly(source: Source, desk: Desk) -> Words:
    """``■ Hou p. 95``."""
    return said(f"{SIGNS[source.mark]}\u00a0{citation(source, desk.shelf.rules.sources)}")


def sources_block(sources: Sequence[Source], desk: Desk, label: str = "Where it stands") -> Iterator[Block]:
    """The citations of a thing, a line each."""
    yield Prose(said(label), "label")
    if not sources:
        yield Prose(said("It cites nothing."), "apparatus")
    for source in sources:
        yield Prose(cited(source, desk), "apparatus")


def person_words(person_id: str, desk: Desk) -> Words:
    """``☆ Du Wenbin 杜文斌, drafts the prefecture's reports (invented person)``; by its id, if it is none."""
    person: Person | None = desk.shelf.rules.people.get(person_id)
    if person is None:
        return said(person_id)
    kind = "invented person" if person.mark == "invented" else "a real person"
    about = f"{person.name} {person.zh}, {person.post} ({kind})"
    return said(f"{SIGNS[person.mark]}\u00a0{about}", to=f"person-{person.id}")
