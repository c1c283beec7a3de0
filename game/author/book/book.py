"""The whole deck as one book, part after part."""

from __future__ import annotations

from game.author.book.archive import archive_part
from game.author.book.blocks import Book, Part
from game.author.book.cards import cards_part
from game.author.book.front import TITLE, contents_part, title_part
from game.author.book.indexes import pageless_part, pages_part, persons_part, places_part
from game.author.book.items import Shelf
from game.author.book.making import desk_for
from game.author.book.scenarios import scenarios_part
from game.author.book.tables import directives_part, figures_part, rules_part


def book_of(shelf: Shelf) -> Book:
    """Everything, in the order in which a reviewer turns the pages."""
    desk = desk_for(shelf)
    body: list[Part] = [scenarios_part(desk), cards_part(desk), archive_part(desk)]
    tables = {"directive": directives_part, "figure": figures_part, "rule": rules_part}
    body += [write(desk) for sort, write in tables.items() if shelf.of(sort)]  # type: ignore[arg-type]
    body += [pages_part(shelf), persons_part(shelf), places_part(shelf), pageless_part(shelf)]
    first = shelf.rules.packs[0].manifest
    about = shelf.scenario.title if shelf.scenario else first.title
    return Book(f"{about}: {TITLE.lower()}", first.language, (title_part(shelf), contents_part(body), *body))
