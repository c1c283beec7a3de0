"""Every file of every pack, read and checked one by one; what refers to what comes after (see known, checks)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from string import Formatter
from typing import Any

from pydantic import ValidationError

from game.base.problems import QUOTE, Problem
from game.ruleset.kinds import FileKind, KindName, kind_of, name_meant
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
    def raw(self) -> Any:
        """Its data as written."""
        data: Any = self.document.data
        for key in self.loc:
            data = data[key]
        return data

    @property
    def id(self) -> str:
        """Its id as written, so that a broken card is still known to exist."""
        return str(self.raw.get("id", "")) if isinstance(self.raw, dict) else ""

    def effects(self) -> Iterator[dict[str, Any]]:
        """The effects of every choice of a card as written, in broken cards, too."""
        for choice in _listed(self.raw, "choices"):
            yield from (effect for effect in _listed(choice, "effects") if isinstance(effect, dict))

    def problem(self, loc: Loc, code: str, message: str, hint: str = "", **details: Any) -> Problem:
        """A problem with something inside it."""
        return self.document.problem((*self.loc, *loc), code, message, hint, **details)

    def warning(self, loc: Loc, code: str, message: str, hint: str = "") -> Problem:
        """The same, as a warning."""
        return self.document.problem((*self.loc, *loc), code, message, hint, severity="warning")


def _listed(data: object, key: str) -> list[Any]:
    """A list under a key, whatever else the data may be."""
    value = data.get(key) if isinstance(data, dict) else None
    return value if isinstance(value, list) else []


@dataclass
class Parts:
    """All that was read, by kind, with the problems so far."""

    packs: list[PackFiles] = field(default_factory=list)
    items: dict[KindName, list[Item]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    text_ids: set[str] = field(default_factory=set)
    """Those of broken texts, too."""
    unread: set[KindName] = field(default_factory=set)
    """Kinds of which a file could not be read, so that nobody can say what is not defined."""
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
        meant = name_meant(inside)
        hint = f"name it {meant}" if meant else "see docs/authors/format.md for where files go"
        parts.problems.append(Problem(pack.shown(inside), 1, 1, "unknown-file", message, hint, "warning"))
        return
    document, problems = read(raw, pack.shown(inside))
    parts.problems.extend(problems)
    if document is None:
        parts.unread.add(kind.name)
    elif kind.name == "text":
        _take_texts(parts, document)
    else:
        _take_items(parts, document, inside, kind)


def _take_items(parts: Parts, document: Document, inside: str, kind: FileKind) -> None:
    """The items of a file; broken ones without a shape."""
    rows = list(_raw_items(document, kind, parts.problems))
    if not rows:
        parts.unread.add(kind.name)
    for loc, data in rows:
        shape, wrong = _checked(document, loc, data, kind)
        parts.problems.extend(wrong)
        parts.items.setdefault(kind.name, []).append(Item(document, loc, inside, shape))
        if shape is None and not kind.items:
            parts.unread.add(kind.name)


def _raw_items(
    document: Document, kind: FileKind, problems: list[Problem]
) -> Iterator[tuple[tuple[str | int, ...], object]]:
    """Where items stand in a file, and their data."""
    if not kind.items:
        yield (), document.data
        return
    data = document.data if isinstance(document.data, dict) else {}
    strange = sorted(data.keys() - {kind.items})
    for key in strange:
        hint = f"the file has one key, '{kind.items}:'"
        problems.append(document.key_problem((key,), "unknown-field", f"'{key}' is no field here", hint))
    rows = data.get(kind.items)
    if not isinstance(rows, list) or not rows:
        if not strange:
            message = f"expected '{kind.items}:' and a list, found {found_word(rows if data else document.data)}"
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
        again = text_id in parts.text_ids
        parts.text_ids.add(text_id)
        if not isinstance(value, str):
            message = f"expected text, found {found_word(value)}"
            hint = QUOTE if isinstance(value, bool | int | float) else ""
            parts.problems.append(document.problem(loc, "wrong-kind", message, hint))
        elif again:
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
