"""The whole deck as one book, part after part."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from game.author.book.archive import archive_part
from game.author.book.blocks import Book, Part
from game.author.book.cards import cards_part
from game.author.book.front import TITLE, contents_part, packs_named, title_part
from game.author.book.indexes import pageless_part, pages_part, persons_part, places_part
from game.author.book.items import Shelf, Sort
from game.author.book.making import Desk, desk_for
from game.author.book.scenarios import scenarios_part
from game.author.book.tables import directives_part, figures_part, rules_part

TABLES: Final[dict[Sort, Callable[[Desk], Part]]] = {
    "directive": directives_part, "figure": figures_part, "rule": rules_part,
}  # fmt: skip


def book_of(shelf: Shelf) -> Book:
    """Everything, in the order in which a reviewer turns the pages."""
    desk = desk_for(shelf)
    body: list[Part] = [scenarios_part(desk), cards_part(desk), archive_part(desk)]
    body += [write(desk) for sort, write in TABLES.items() if shelf.of(sort)]
    body += [pages_part(shelf), persons_part(shelf), places_part(shelf), pageless_part(shelf)]
    about = shelf.scenario.title if shelf.scenario else packs_named(shelf)
    language = shelf.rules.packs[0].manifest.language
    return Book(f"{about}: {TITLE.lower()}", language, (title_part(shelf), contents_part(body), *body))
