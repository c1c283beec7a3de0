"""Reading YAML that strangers wrote.

The events of the parser are taken one by one, so that depth, size and aliases are refused before anything grows:
a bomb of a few hundred bytes is stopped in milliseconds. No tags, no anchors, no merge keys, one document a file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import yaml

from game.base.problems import Problem
from game.ruleset.guard import UnreadableError, decode
from game.ruleset.places import Document, Place
from game.ruleset.scalars import Scalar, resolve

MAX_DEPTH: Final = 20
"""Mappings and lists inside one another."""
MAX_NODES: Final = 120_000
"""Values in one file."""

Node = tuple[Any, Place]


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
    """Builds data and places from the parser's events."""

    def __init__(self, file: str, text: str, loader: type[Any]) -> None:
        self._file, self._text = file, text
        self._events: Iterator[Any] = yaml.parse(text, Loader=loader)
        self._nodes = 0
        self.problems: list[Problem] = []

    def document(self) -> Node:
        """The only document of the file."""
        self._next()
        if isinstance(self._next(), yaml.StreamEndEvent):
            raise UnreadableError(Problem(self._file, 1, 1, "empty-file", "the file is empty"))
        node = self._node(self._next(), 0)
        self._next()
        after = self._next()
        if not isinstance(after, yaml.StreamEndEvent):
            self._fail(after, "yaml-syntax", "a second document begins here", "one file holds one document")
        return node

    def _next(self) -> Any:
        """The next event, the library's errors turned into ours."""
        try:
            return next(self._events)
        except yaml.MarkedYAMLError as error:
            raise UnreadableError(self._syntax_problem(error)) from None
        except yaml.reader.ReaderError as error:
            problem = Problem(self._file, 1, 1, "encoding", f"the file is no text: {error.reason}")
            raise UnreadableError(problem) from None

    def _syntax_problem(self, error: yaml.MarkedYAMLError) -> Problem:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        lines = self._text.split("\n")
        here = lines[line - 1] if line <= len(lines) else ""
        message = (error.problem or error.context or "this is no YAML").strip()
        if "\t" in here[: column + 1]:
            column = here.index("\t") + 1
            return Problem(self._file, line, column, "yaml-tab", "a tab stands here", "indent with spaces")
        hint = "put quotes around a text that has ': ' or ' #' in it" if ": " in here else "look at the line above, too"
        return Problem(self._file, line, column, "yaml-syntax", message, hint)

    def _fail(self, event: Any, code: str, message: str, hint: str = "") -> None:
        mark = event.start_mark
        raise UnreadableError(Problem(self._file, mark.line + 1, mark.column + 1, code, message, hint))

    def _node(self, event: Any, depth: int) -> Node:
        self._guard(event, depth)
        kind = type(event)
        if kind is yaml.ScalarEvent:
            mark = event.start_mark
            return _scalar(event), Place(mark.line + 1, mark.column + 1)
        if kind is yaml.MappingStartEvent:
            return self._mapping(event, depth + 1)
        return self._sequence(event, depth + 1)

    def _guard(self, event: Any, depth: int) -> None:
        """Refuse what a pack has no need of, before going into it."""
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._fail(event, "too-big", f"the file has more than {MAX_NODES:,} values", "split it into several files")
        if depth > MAX_DEPTH:
            self._fail(event, "too-deep", f"lists and mappings nest more than {MAX_DEPTH} deep")
        if type(event) is yaml.AliasEvent or event.anchor is not None:
            self._fail(event, "yaml-alias", "anchors (&) and aliases (*) are not used", "write it out or quote it")
        if event.tag is not None:
            self._fail(event, "yaml-tag", f"the tag {event.tag!r} is not used here", "put quotes around the text")

    def _sequence(self, event: Any, depth: int) -> Node:
        items: list[Any] = []
        places: list[Place] = []
        mark = event.start_mark
        while not isinstance(inner := self._next(), yaml.SequenceEndEvent):
            value, place = self._node(inner, depth)
            items.append(value)
            places.append(place)
        return items, Place(mark.line + 1, mark.column + 1, inside=places)

    def _mapping(self, event: Any, depth: int) -> Node:
        data: dict[str, Any] = {}
        inside: dict[str, Place] = {}
        keys: dict[str, tuple[int, int]] = {}
        while not isinstance(key_event := self._next(), yaml.MappingEndEvent):
            key = self._key(key_event, depth, keys)
            value, place = self._node(self._next(), depth)
            if key not in data:
                data[key], inside[key] = value, place
        mark = event.start_mark
        return data, Place(mark.line + 1, mark.column + 1, keys, inside)

    def _key(self, event: Any, depth: int, keys: dict[str, tuple[int, int]]) -> str:
        """A key, noted with its place; the first of two equal ones counts and the second is a problem."""
        self._guard(event, depth)
        if not isinstance(event, yaml.ScalarEvent):
            self._fail(event, "yaml-key", "a key is a single word", "put quotes around a text in brackets")
        key, mark = str(event.value), event.start_mark
        if key in keys:
            message = f"'{key}' stands here twice, first in line {keys[key][0]}"
            again = Problem(self._file, mark.line + 1, mark.column + 1, "duplicate-key", message, "keep one")
            self.problems.append(again)
        else:
            keys[key] = (mark.line + 1, mark.column + 1)
        return key


def _scalar(event: Any) -> Scalar:
    """Quoted and block texts are texts; a plain word is resolved."""
    return resolve(event.value) if event.implicit[0] and not event.style else str(event.value)
