"""The shipped content as a book, whole and cut down to a few of each kind, and what a reader sees of its HTML."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from game.author.book.blocks import Book
from game.author.book.book import book_of
from game.author.book.html import as_html
from game.author.book.items import Shelf, shelve
from game.ruleset import Ruleset, load

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "assets" / "fonts"


@cache
def rules() -> Ruleset:
    return load([ROOT / "content"])


@cache
def shelf() -> Shelf:
    return shelve(rules(), None)


@cache
def page() -> str:
    return as_html(book_of(shelf()))


@cache
def few_shelf() -> Shelf:
    """Four cards, six entries, four directives and four figures."""
    whole = rules()
    cards = dict(list(whole.cards.items())[:4])
    decks = {deck: kept for deck, ids in whole.decks.items() if (kept := tuple(i for i in ids if i in cards))}
    return shelve(
        replace(
            whole, cards=cards, decks=decks, archive=dict(list(whole.archive.items())[:6]),
            directives=replace(whole.directives, directives=whole.directives.directives[:4]),
            calibration=dict(list(whole.calibration.items())[:4]),
        ),
        None,
    )  # fmt: skip


@cache
def few() -> Book:
    """The book of these few."""
    return book_of(few_shelf())


class _Words(HTMLParser):
    """The text of a page, and the text inside everything that has an id."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._style = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self._style = False
        if tag in ("p", "h1", "h2", "h3", "td", "th"):
            self.said.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._style:
            self.said.append(data)


def words(html: str) -> str:
    """What a reader reads, a paragraph a line, with single spaces."""
    parser = _Words()
    parser.feed(html)
    text = "".join(parser.said).replace("\u00a0", " ")
    return re.sub(r"[ \t]+", " ", re.sub(r"\s*\n\s*", "\n", text))


@cache
def articles() -> dict[str, str]:
    """The words of each card, entry and scenario, by its anchor."""
    found = {}
    for article in re.findall(r"<article.*?</article>", page(), re.DOTALL):
        if anchor := re.search(r'<h3 id="([^"]+)"', article):
            found[anchor.group(1)] = words(article)
    return found


@cache
def rows() -> dict[str, str]:
    """The words of each row of a table, by its anchor."""
    return {anchor: words(row) for anchor, row in re.findall(r'<tr id="([^"]+)">(.*?)</tr>', page(), re.DOTALL)}
