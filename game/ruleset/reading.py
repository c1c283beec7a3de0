"""Reading YAML that strangers wrote.

The events of the parser are taken one by one, so that depth, size and aliases are refused before anything grows:
a bomb of a few hundred bytes is stopped in milliseconds. No tags, no anchors, no merge keys, one document a file.
"""

from __future__ import annotations

from typing import Any, Final, NoReturn

import yaml

from game.base.problems import Problem
from game.ruleset.guard import UnreadableError, decode, line_and_column
from game.ruleset.places import Document, Mark, Place
from game.ruleset.scalars import resolve

MAX_DEPTH: Final = 20
"""Mappings and lists inside one another."""
TOO_DEEP: Final = f"lists and mappings nest more than {MAX_DEPTH} deep"
MAX_NODES: Final = 120_000
"""Values in one file."""

Node = tuple[Any, Place | Mark]


def fastest_loader() -> type[Any]:
    """The C loader where the library was built with it, otherwise the Python one; both give the same."""
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(raw: bytes, file: str, loader: type[Any] | None = None) -> tuple[Document | None, list[Problem]]:
    """The document in a file, and what is wrong with it; no document if it cannot be used at all."""
    try:
        text = decode(raw, file)
        composer = _Composer(file, text, loader or fastest_loader())
        data, place = composer.document()
    except UnreadableError as error:
        return None, [error.problem]
    return Document(file, data, place, text), composer.problems


class _Composer:
    """Builds data and places from the parser's events. Written for speed: a pack has hundreds of thousands."""

    def __init__(self, file: str, text: str, loader: type[Any]) -> None:
        self._file, self._text = file, text
        self._event = loader(text).get_event
        self._nodes = 0
        self.problems: list[Problem] = []

    def document(self) -> tuple[Any, Place]:
        """The only document of the file, the library's errors turned into ours."""
        try:
            data, place = self._document()
        except yaml.MarkedYAMLError as error:
            raise UnreadableError(self._syntax_problem(error)) from None
        return data, place if isinstance(place, Place) else Place(place)

    def _document(self) -> Node:
        self._event()
        if isinstance(self._event(), yaml.StreamEndEvent):
            raise UnreadableError(Problem(self._file, 1, 1, "empty-file", "the file is empty"))
        node = self._node(self._event(), 0)
        self._event()
        after = self._event()
        if not isinstance(after, yaml.StreamEndEvent):
            self._fail(after, "yaml-syntax", "a second document begins here", "one file holds one document")
        return node

    def _node(self, event: Any, depth: int) -> Node:
        self._nodes += 1
        kind = type(event)
        if event.anchor is not None or kind is yaml.AliasEvent or event.tag is not None or self._nodes > MAX_NODES:
            self._refuse(event)
        if kind is yaml.ScalarEvent:
            plain = event.implicit[0] and not event.style
            return resolve(event.value) if plain else event.value, event.start_mark
        if depth >= MAX_DEPTH:
            self._fail(event, "too-deep", TOO_DEEP)
        if kind is yaml.MappingStartEvent:
            return self._mapping(event.start_mark, depth + 1)
        return self._sequence(event.start_mark, depth + 1)

    def _sequence(self, mark: Mark, depth: int) -> Node:
        items: list[Any] = []
        places: list[Place | Mark] = []
        event = self._event()
        while type(event) is not yaml.SequenceEndEvent:
            value, place = self._node(event, depth)
            items.append(value)
            places.append(place)
            event = self._event()
        return items, Place(mark, inside=places)

    def _mapping(self, mark: Mark, depth: int) -> Node:
        data: dict[str, Any] = {}
        inside: dict[str, Place | Mark] = {}
        keys: dict[str, Mark] = {}
        event = self._event()
        while type(event) is not yaml.MappingEndEvent:
            key = self._key(event)
            value, place = self._node(self._event(), depth)
            if key in keys:
                self._twice(event, key, keys[key])
            else:
                data[key], inside[key], keys[key] = value, place, event.start_mark
            event = self._event()
        return data, Place(mark, keys, inside)

    def _key(self, event: Any) -> str:
        """The word of a key, whatever it looks like: ``1951`` is a text here."""
        if event.anchor is not None or type(event) is yaml.AliasEvent or event.tag is not None:
            self._refuse(event)
        if type(event) is not yaml.ScalarEvent:
            self._fail(event, "yaml-key", "a key is a single word", "put quotes around a text in brackets")
        return str(event.value)

    def _twice(self, event: Any, key: str, first: Mark) -> None:
        """The first of two equal keys counts, the second is a problem."""
        mark, message = event.start_mark, f"'{key}' stands here twice, first in line {first.line + 1}"
        problem = Problem(self._file, mark.line + 1, mark.column + 1, "duplicate-key", message, "keep one")
        self.problems.append(problem)

    def _refuse(self, event: Any) -> NoReturn:
        """What a pack has no need of, refused before going into it."""
        if type(event) is yaml.AliasEvent or event.anchor is not None:
            hint = "write it out or quote it"
            self._fail(event, "yaml-alias", "anchors (&) and aliases (*) are not used", hint)
        if event.tag is not None:
            self._fail(event, "yaml-tag", f"the tag {event.tag!r} is not used here", "put quotes around the text")
        self._fail(event, "too-big", f"the file has more than {MAX_NODES:,} values", "split it into several files")

    def _fail(self, event: Any, code: str, message: str, hint: str = "") -> NoReturn:
        mark = event.start_mark
        raise UnreadableError(Problem(self._file, mark.line + 1, mark.column + 1, code, message, hint))

    def _syntax_problem(self, error: yaml.MarkedYAMLError) -> Problem:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        lines = self._text.split("\n")
        here = lines[line - 1] if line <= len(lines) else ""
        message = (error.problem or error.context or "this is no YAML").strip()
        if "nesting depth" in message:  # newer C loaders look far ahead and stop before the guard is asked
            line, column = line_and_column(self._text, _first_too_deep(self._text))
            return Problem(self._file, line, column, "too-deep", TOO_DEEP)
        if "\t" in here[: column + 1]:
            column = here.index("\t") + 1
            return Problem(self._file, line, column, "yaml-tab", "a tab stands here", "indent with spaces")
        hint = "put quotes around a text that has ': ' or ' #' in it" if ": " in here else "look at the line above, too"
        return Problem(self._file, line, column, "yaml-syntax", message, hint)


def _first_too_deep(text: str) -> int:
    """Where brackets first nest deeper than is allowed."""
    depth = 0
    for index, letter in enumerate(text):
        depth += (letter in "[{") - (letter in "]}")
        if depth > MAX_DEPTH:
            return index
    return 0
