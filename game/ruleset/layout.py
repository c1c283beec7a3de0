"""What is written in a file besides its data: words that older YAML reads otherwise, spaces that nobody sees."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import yaml

from game.ruleset.reading import fastest_loader
from game.ruleset.scalars import resolve

Span = tuple[int, int]
"""Where a word begins and ends in a text, in letters from 0."""

_OLDER: Final[Any] = yaml.SafeLoader.yaml_implicit_resolvers
"""First letter -> [(tag, pattern)]: what YAML 1.1 makes of unquoted words."""


def read_otherwise(text: str) -> Iterator[Span]:
    """Unquoted words that are texts to us, and a date, a time or a switch to a program that reads YAML 1.1.

    The text must be one that can be read. Keys are left alone: they are words to both.
    """
    for start, end in plain_words(text):
        word = text[start:end]
        if isinstance(resolve(word), str) and _older(word):
            yield start, end


def plain_words(text: str) -> Iterator[Span]:
    """Every unquoted word or text that is a value."""
    is_key: list[bool | None] = [False]
    events: Iterator[Any] = yaml.parse(text, fastest_loader())
    for event in events:
        kind = type(event)
        if kind in (yaml.MappingStartEvent, yaml.SequenceStartEvent):
            _next(is_key)
            is_key.append(kind is yaml.MappingStartEvent)
        elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
            is_key.pop()
        elif kind is yaml.ScalarEvent:
            key = is_key[-1] is True
            _next(is_key)
            if not key and event.implicit[0] and not event.style and event.start_mark.line == event.end_mark.line:
                yield event.start_mark.index, event.end_mark.index


def _next(is_key: list[bool | None]) -> None:
    """In a mapping a value follows a key, and a key a value; ``None`` says that a value is due."""
    if is_key[-1] is not False:
        is_key[-1] = None if is_key[-1] is True else True


def _older(word: str) -> bool:
    """Whether YAML 1.1 reads something else than a text; the merge key and ``=`` are never values here."""
    patterns = [*_OLDER.get(word[:1], []), *_OLDER.get(None, [])]
    return any(pattern.match(word) for _, pattern in patterns)
