"""The title page, how the book is read, and the contents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, get_args

from game.author.book.blocks import Block, Heading, Look, Part, Piece, Prose, Row, Span, bare, said
from game.author.book.items import Shelf, Sort
from game.author.book.marks import MEANINGS, marked
from game.events.cards import Mark

TITLE: Final = "Deck book"
COUNTED: Final[dict[Sort, tuple[str, str]]] = {
    "card": ("card", "cards"), "entry": ("entry of the archive", "entries of the archive"),
    "directive": ("directive", "directives"), "figure": ("documented figure", "documented figures"),
    "scenario": ("scenario", "scenarios"), "rule": ("rule with its ground", "rules with their grounds"),
}  # fmt: skip
LOOKS: Final[dict[int, Look]] = {1: "contents-part", 2: "contents-section", 3: "contents-item"}
HOW_TO_READ: Final = (
    "Each card begins a page, so that sheets can be handed round. On the left stands what the player meets and what "
    "each answer does; only the text, the guesses, the costs and the figure filed are shown before the answer. In the "
    "margin stands what it rests on: the mark of the scene, every source with its page and its own mark, what is "
    "documented, where the sources disagree, who speaks, and the terms.",
    "To review: open the source at each page that the sheet at the foot names, and tick whether the page holds the "
    "claim. Read the text aloud; nothing in it should be known only afterwards. Then see whether the answer marked ※ "
    "is the one on record, and whether the effects could follow from what the sources say. docs/CONTRIBUTING.md has "
    "the whole list.",
    "To work from a source instead, open it at any page and look that page up in the index by source and page.",
    "Two inks are used. Vermilion is kept for figures that are filed or reported, and every such figure says so in "
    "words, too.",
)


def title_part(shelf: Shelf) -> Part:
    """What this is, and of which content exactly: no date, so that the same content gives the same book."""
    about = packs_named(shelf)
    pieces: list[Piece] = [
        Heading(said(TITLE), 1, "title", listed=False),
        Prose(said(shelf.scenario.title if shelf.scenario else about, "strong"), "document"),
    ]
    if shelf.scenario:
        pieces.append(Prose(said(f"The cards of one scenario of {about}"), "note"))
    pieces.append(Prose(said(_counts(shelf)), "note"))
    for pack in shelf.rules.packs:
        exactly = f"Pack {pack.manifest.id}, version {pack.manifest.version}, licence {pack.manifest.licence}"
        pieces.append(Prose(said(f"{exactly}. Content {pack.digest[:16]}."), "note"))
    pieces.append(Row((tuple(_how()), tuple(_marks())), "entry"))
    pieces.append(Prose(said("The sources"), "label"))
    for work in shelf.rules.sources.values():
        year = f", {work.year}" if work.year else ""
        title = work.title if work.cite_by == "note" else f"{work.author}, {work.title}{year}"
        pieces.append(Prose((Span(work.short, "strong"), Span(f"  {title}")), "consequence"))
    return Part(TITLE, "title", tuple(pieces), front=True)


def packs_named(shelf: Shelf) -> str:
    """The titles of all packs, the base first."""
    return ", with ".join(pack.manifest.title for pack in shelf.rules.packs)


def _counts(shelf: Shelf) -> str:
    counts = [(len(shelf.of(sort)), *COUNTED[sort]) for sort in get_args(Sort)]
    return ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in counts if count)


def _how() -> Iterator[Block]:
    yield Prose(said("How to read and review"), "label")
    yield from (Prose(said(text), "document") for text in HOW_TO_READ)


def _marks() -> Iterator[Block]:
    yield Prose(said("The marks"), "label")
    for mark in get_args(Mark):
        yield Prose(said(marked(mark), "strong"), "apparatus")
        yield Prose(said(MEANINGS[mark]), "apparatus")


def contents_part(parts: Iterable[Part]) -> Part:
    """Parts, their sections, and every card."""
    lines = [_line(heading) for part in parts for heading in headings(part) if heading.listed]
    return Part("Contents", "contents", (Heading(said("Contents"), 1, "contents", listed=False), *lines))


def headings(part: Part) -> Iterator[Heading]:
    """Every heading of a part, in order."""
    for piece in part.pieces:
        if isinstance(piece, Heading):
            yield piece
        elif isinstance(piece, Row):
            yield from (block for column in piece.columns for block in column if isinstance(block, Heading))


def _line(heading: Heading) -> Prose:
    """One line, with the number of its page where pages have numbers."""
    number = f"{heading.number}  " if heading.number else ""
    title = said(f"{number}{bare(heading.words)}", to=heading.anchor)
    return Prose((*title, Span("", "page", heading.anchor)), LOOKS[heading.level])
