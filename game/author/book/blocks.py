"""What a book is made of, before it is a page: words with links, paragraphs, rows of columns, review sheets.

Both writers, of HTML and of PDF, set these and know nothing of cards.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

Style = Literal["plain", "strong", "emphasis", "filed", "page"]
"""``filed``: in vermilion, for what is filed or reported. ``page``: only where pages have numbers; the number of the
page on which ``to`` stands follows the words."""

Look = Literal[
    "document", "answer", "tag", "guess", "note", "label", "consequence", "cite", "apparatus", "index", "index-head",
    "kicker", "contents-part", "contents-section", "contents-item",
]  # fmt: skip
"""What a paragraph is for; each writer has its type for it."""

Layout = Literal["sheet", "entry", "table"]
"""``sheet``: begins a page, as a review copy is handed round by the sheet. ``entry``: kept together if it can be."""


@dataclass(frozen=True, slots=True)
class Span:
    """Words set alike; ``to``: the anchor that they lead to."""

    text: str
    style: Style = "plain"
    to: str = ""


Words = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """One paragraph."""

    words: Words
    look: Look = "document"
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` 1 opens a part, 2 a section, 3 an item.

    ``listed``: it stands in the contents, there with ``number`` before it.
    """

    words: Words
    level: Literal[1, 2, 3]
    anchor: str
    listed: bool = True
    number: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a reviewer fills in: boxes for each claim, and so many empty lines."""

    claims: tuple[Words, ...]
    lines: int


Block = Prose | Heading | Sheet


@dataclass(frozen=True, slots=True)
class Row:
    """Columns of blocks side by side, each flowing on by itself; ``running`` is what the page's head says of it."""

    columns: tuple[tuple[Block, ...], ...]
    layout: Layout
    running: str = ""
    anchor: str = ""
    after: tuple[Block, ...] = ()
    """What stands below the columns, over the whole width."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with the same columns; ``shares`` of the width, in parts of 100. The heads are repeated on each page."""

    heads: tuple[str, ...]
    shares: tuple[int, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Paragraphs in two columns, as in an index."""

    blocks: tuple[Block, ...]


Piece = Block | Row | Table | Columns


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the book, beginning on a page of its own."""

    title: str
    anchor: str
    pieces: tuple[Piece, ...]
    front: bool = False
    """The title page: no running head."""


@dataclass(frozen=True, slots=True)
class Book:
    """The whole book."""

    title: str
    language: str
    parts: tuple[Part, ...]


YES_NO_PARTLY: Final = ("yes", "no", "partly")
"""The boxes after each claim of a sheet."""


def said(text: str, style: Style = "plain", to: str = "") -> Words:
    """Words all alike."""
    return (Span(text, style, to),) if text else ()


def joined(parts: list[Words], between: str) -> Words:
    """Words after words, with something between."""
    found: list[Span] = []
    for part in parts:
        if found and part:
            found.append(Span(between))
        found.extend(part)
    return tuple(found)


def styled(words: Words, style: Style) -> Words:
    """The plain ones among the words set otherwise."""
    return tuple(replace(span, style=style) if span.style == "plain" else span for span in words)


def bare(words: Words) -> str:
    """The text alone, without what only pages have."""
    return "".join(span.text for span in words if span.style != "page")
