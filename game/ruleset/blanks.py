"""What an author has begun from a template and is still to write."""

from __future__ import annotations

from collections.abc import Iterator

from game.base.problems import TO_WRITE, Problem
from game.ruleset.parts import Item, Parts


def check_blanks(parts: Parts) -> Iterator[Problem]:
    """Every text that is nothing but the template's ellipsis."""
    for kind in parts.items:
        for item in parts.of(kind):
            if TO_WRITE in item.document.text:
                yield from _blanks(item, item.raw, ())


def _blanks(item: Item, data: object, loc: tuple[str | int, ...]) -> Iterator[Problem]:
    if data == TO_WRITE:
        name = next((key for key in reversed(loc) if isinstance(key, str)), "this")
        yield item.problem(loc, "to-write", f"'{name}' is still to be written", "write it, or take the field away")
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _blanks(item, value, (*loc, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _blanks(item, value, (*loc, number))
