"""The archive's entries by kind, each with its sources in the margin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.author.book.blocks import Block, Heading, Part, Piece, Prose, Row, Sheet, Span, Words, said
from game.author.book.items import Item
from game.author.book.making import Desk, cited, cited_plainly, linked_words, named, paragraphs, sources_block
from game.author.book.marks import marked
from game.events.cards import Source
from game.ruleset.content import ArchiveEntry, ArchiveKind, Voice

PLURALS: Final[dict[ArchiveKind, str]] = {
    "term": "Terms", "person": "Persons", "place": "Places", "office": "Offices", "directive": "Directives of the time",
    "event": "Events", "source": "The sources", "dispute": "Questions on which the sources differ",
    "figure": "Figures",
}  # fmt: skip


def archive_part(desk: Desk) -> Part:
    """Every entry, by kind and alphabet."""
    pieces: list[Piece] = [Heading(said("Archive"), 1, "part-archive")]
    for kind, items in desk.shelf.kinds:
        if items:
            pieces.append(Heading(said(PLURALS[kind]), 2, f"kind-{kind}"))
            pieces += [entry_row(item, desk) for item in items]
    return Part("Archive", "part-archive", tuple(pieces))


def entry_row(item: Item, desk: Desk) -> Row:
    """One entry."""
    entry = item.holds
    if not isinstance(entry, ArchiveEntry):
        raise TypeError(f"{item.label} is no entry")
    claims = tuple(cited_plainly(source, desk) for source in _every_source(entry))
    return Row(
        (tuple(_told(item, entry, desk)), tuple(_margin(entry, desk))), "entry", item.title, item.anchor,
        (Sheet(claims, 0),),
    )  # fmt: skip


def _every_source(entry: ArchiveEntry) -> tuple[Source, ...]:
    voices = (source for voice in entry.voices for source in voice.sources)
    return tuple(dict.fromkeys((*entry.sources, *voices)))


def _told(item: Item, entry: ArchiveEntry, desk: Desk) -> Iterator[Block]:
    yield Heading(_title(item, entry), 3, item.anchor, listed=False)
    if entry.question:
        yield Prose(said(entry.question, "emphasis"), "document")
    yield from paragraphs(entry.text, desk)
    if entry.doubt:
        yield Prose((Span("Doubtful: ", "emphasis"), *linked_words(entry.doubt, desk)), "document")
    for voice in entry.voices:
        yield from _voice(voice, desk)
    if entry.silent:
        yield Prose((Span("What none of them says: ", "emphasis"), *linked_words(entry.silent, desk)), "document")


def _title(item: Item, entry: ArchiveEntry) -> Words:
    """``E45 Dan 石 dàn``."""
    han = " ".join(filter(None, (entry.zh, entry.pinyin)))
    return (Span(f"{item.label}  "), Span(entry.title), *said(f"  {han}" if han else "", "emphasis"))


def _voice(voice: Voice, desk: Desk) -> Iterator[Block]:
    """One side of a dispute, with its own sources beside it."""
    yield Prose(said(voice.who, "strong"), "answer")
    yield from paragraphs(voice.says, desk, "guess")
    yield Prose((Span("Evidence: ", "emphasis"), *linked_words(voice.evidence, desk)), "consequence")
    yield Prose((Span("Asked of it: ", "emphasis"), *linked_words(voice.asks, desk)), "consequence")
    for source in voice.sources:
        yield Prose(cited(source, desk), "cite")


def _margin(entry: ArchiveEntry, desk: Desk) -> Iterator[Block]:
    yield Prose(said(marked(entry.mark)), "apparatus")
    yield from sources_block(entry.sources, desk)
    others = [other for other in map(desk.shelf.entry, entry.see) if other]
    if others:
        yield Prose(said("See also"), "label")
        yield from (Prose(named(other), "apparatus") for other in others)
