"""Every file of every pack, read and checked one by one; what refers to what comes after (see known, checks)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from string import Formatter
from typing import Any

from pydantic import ValidationError

from game.base.problems import Problem
from game.ruleset.kinds import FileKind, KindName, kind_of
from game.ruleset.packs import PackFiles, digest, gather
from game.ruleset.places import Document, Loc
from game.ruleset.reading import read
from game.ruleset.shapes.base import Shape
from game.ruleset.wording import found_word, problems_of


@dataclass(frozen=True, slots=True)
class Item:
    """One card, entry, person, or whole file: where it stands and, if nothing is wrong with it, its shape."""

    document: Document
    loc: tuple[str | int, ...]
    inside: str
    """Path of its file inside the pack."""
    shape: Shape | None

    @property
    def id(self) -> str:
        """Its id as written, so that a broken card is still known to exist."""
        place: Any = self.document.data
        for key in self.loc:
            place = place[key]
        return str(place.get("id", "")) if isinstance(place, dict) else ""

    def problem(self, loc: Loc, code: str, message: str, hint: str = "", **details: Any) -> Problem:
        """A problem with something inside it."""
        return self.document.problem((*self.loc, *loc), code, message, hint, **details)

    def warning(self, loc: Loc, code: str, message: str, hint: str = "") -> Problem:
        """The same, as a warning."""
        return self.document.problem((*self.loc, *loc), code, message, hint, severity="warning")


@dataclass
class Parts:
    """All that was read, by kind, with the problems so far."""

    packs: list[PackFiles] = field(default_factory=list)
    items: dict[KindName, list[Item]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def of(self, kind: KindName) -> list[Item]:
        """Items of a kind."""
        return self.items.get(kind, [])

    def sound(self, kind: KindName) -> Iterator[tuple[Item, Any]]:
        """Items of a kind that nothing is wrong with, and their shapes."""
        return ((item, item.shape) for item in self.of(kind) if item.shape is not None)

    @cached_property
    def digests(self) -> dict[str, str]:
        """SHA-256 by pack folder."""
        return {str(pack.folder): digest(pack.files) for pack in self.packs}


def collect(folders: list[Path]) -> Parts:
    """Read packs."""
    parts = Parts()
    for folder in folders:
        pack = gather(folder)
        parts.packs.append(pack)
        parts.problems.extend(pack.problems)
        for inside, raw in pack.files.items():
            _take(parts, pack, inside, raw)
    return parts


def _take(parts: Parts, pack: PackFiles, inside: str, raw: bytes) -> None:
    """Read one file into the parts."""
    kind = kind_of(inside)
    if kind is None:
        message = "nothing reads a file of this name in this place"
        hint = "see docs/authors/format.md for where files go"
        parts.problems.append(Problem(pack.shown(inside), 1, 1, "unknown-file", message, hint, "warning"))
        return
    document, problems = read(raw, pack.shown(inside))
    parts.problems.extend(problems)
    if document is None:
        return
    if kind.name == "text":
        _take_texts(parts, document)
    else:
        items, wrong = _items(document, inside, kind)
        parts.items.setdefault(kind.name, []).extend(items)
        parts.problems.extend(wrong)


def _items(document: Document, inside: str, kind: FileKind) -> tuple[list[Item], list[Problem]]:
    """The items of a file; broken ones without a shape."""
    problems: list[Problem] = []
    items = []
    for loc, data in _raw_items(document, kind, problems):
        shape, wrong = _checked(document, loc, data, kind)
        problems.extend(wrong)
        items.append(Item(document, loc, inside, shape))
    return items, problems


def _raw_items(
    document: Document, kind: FileKind, problems: list[Problem]
) -> Iterator[tuple[tuple[str | int, ...], object]]:
    """Where items stand in a file, and their data."""
    if not kind.items:
        yield (), document.data
        return
    data = document.data if isinstance(document.data, dict) else {}
    for key in data.keys() - {kind.items}:
        hint = f"the file has one key, '{kind.items}:'"
        problems.append(document.key_problem((key,), "unknown-field", f"'{key}' is no field here", hint))
    rows = data.get(kind.items)
    if not isinstance(rows, list) or not rows:
        message = f"expected '{kind.items}:' and a list, found {found_word(document.data if not data else rows)}"
        problems.append(document.problem((kind.items,), "wrong-kind", message))
        return
    yield from (((kind.items, number), row) for number, row in enumerate(rows))


def _checked(
    document: Document, loc: tuple[str | int, ...], data: object, kind: FileKind
) -> tuple[Shape | None, list[Problem]]:
    try:
        return kind.shape.model_validate(data), []
    except ValidationError as error:
        return None, problems_of(error, document, loc, kind.shape)


def _take_texts(parts: Parts, document: Document) -> None:
    """Words by id: nested keys are joined by dots."""
    for loc, value in _leaves(document.data, ()):
        text_id = ".".join(loc)
        if not isinstance(value, str):
            message = f"expected text, found {found_word(value)}"
            hint = "put quotes around it" if isinstance(value, bool | int | float) else ""
            parts.problems.append(document.problem(loc, "wrong-kind", message, hint))
        elif text_id in parts.texts:
            parts.problems.append(document.problem(loc, "duplicate-id", f"the text '{text_id}' stands elsewhere, too"))
        elif not _placeholders_are_sound(value):
            hint = "write {count}, and {{ for a brace"
            message = "a placeholder in braces is not closed"
            parts.problems.append(document.problem(loc, "bad-placeholder", message, hint))
        else:
            parts.texts[text_id] = value


def _leaves(data: object, loc: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], object]]:
    """Every text of a file, and its way."""
    if not isinstance(data, dict):
        yield loc, data
        return
    for key, value in data.items():
        yield from _leaves(value, (*loc, key))


def _placeholders_are_sound(text: str) -> bool:
    try:
        names = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    except ValueError:
        return False
    return all(name.isidentifier() for name in names)
