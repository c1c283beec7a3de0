"""Every file of every pack, read and checked one by one; what refers to what comes after (see known, checks)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter
from typing import Any

from pydantic import ValidationError

from game.base.problems import QUOTE, Problem
from game.ruleset.kinds import REPLACES, FileKind, KindName, kind_of, name_meant
from game.ruleset.order import Layer, in_order, layer_of
from game.ruleset.packs import PackFiles
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
    pack: int = 0
    """Number of its pack in the order in which packs are read."""

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


@dataclass(frozen=True, slots=True)
class WrittenText:
    """One text where it stands; without words if it is broken."""

    document: Document
    loc: tuple[str, ...]
    pack: int
    replaces: bool
    words: str | None

    @property
    def id(self) -> str:
        """Its way through the file, with dots."""
        return ".".join(self.loc)

    def problem(self, code: str, message: str, hint: str) -> Problem:
        """A problem with it."""
        return self.document.problem(self.loc, code, message, hint)


@dataclass
class Parts:
    """All that was read, by kind, with the problems so far."""

    layers: list[Layer] = field(default_factory=list)
    """The packs, in the order in which they are read."""
    written: list[WrittenText] = field(default_factory=list)
    removed: dict[tuple[str, str], str] = field(default_factory=dict)
    """By kind, as a manifest calls it, and id: the pack that took it out."""
    items: dict[KindName, list[Item]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    text_ids: set[str] = field(default_factory=set)
    """Those of broken texts, too."""
    unread: set[KindName] = field(default_factory=set)
    """Kinds of which a file could not be read, so that nobody can say what is not defined."""
    problems: list[Problem] = field(default_factory=list)

    @property
    def packs(self) -> list[PackFiles]:
        """The files of the packs."""
        return [layer.files for layer in self.layers]

    def of(self, kind: KindName) -> list[Item]:
        """Items of a kind."""
        return self.items.get(kind, [])

    def sound(self, kind: KindName) -> Iterator[tuple[Item, Any]]:
        """Items of a kind that nothing is wrong with, and their shapes."""
        return ((item, item.shape) for item in self.of(kind) if item.shape is not None)


def collect(paths: list[Path]) -> Parts:
    """Read packs, each with all its files; what one changes of another is not yet settled (see layers)."""
    layers, problems = in_order([layer_of(path) for path in paths])
    parts = Parts(layers, problems=problems)
    for number, layer in enumerate(layers):
        parts.problems.extend(layer.files.problems)
        for inside, raw in layer.files.files.items():
            _take(parts, number, inside, raw)
    parts.texts = {text.id: text.words for text in parts.written if text.words is not None}
    return parts


def _take(parts: Parts, number: int, inside: str, raw: bytes) -> None:
    """Read one file of a pack into the parts."""
    kind, pack = kind_of(inside), parts.layers[number].files
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
        _take_texts(parts, document, number)
    else:
        _take_items(parts, document, inside, kind, number)


def _take_items(parts: Parts, document: Document, inside: str, kind: FileKind, number: int) -> None:
    """The items of a file; broken ones without a shape."""
    rows = list(_raw_items(document, kind, parts.problems))
    if not rows:
        parts.unread.add(kind.name)
    for loc, data in rows:
        shape, wrong = _checked(document, loc, data, kind)
        parts.problems.extend(wrong)
        parts.items.setdefault(kind.name, []).append(Item(document, loc, inside, shape, number))
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


def _take_texts(parts: Parts, document: Document, number: int) -> None:
    """Words by id: nested keys are joined by dots. The switch ``replaces`` at the top speaks of the whole file."""
    data = document.data
    replaces = isinstance(data, dict) and data.get(REPLACES) is True
    for loc, value in _leaves(data, ()):
        if replaces and loc == (REPLACES,):
            continue
        problem = _wrong_with(document, loc, value)
        parts.written.append(WrittenText(document, loc, number, replaces, None if problem else str(value)))
        parts.problems.extend(problem)


def _wrong_with(document: Document, loc: tuple[str, ...], value: object) -> list[Problem]:
    if not isinstance(value, str):
        message = f"expected text, found {found_word(value)}"
        hint = QUOTE if isinstance(value, bool | int | float) else ""
        return [document.problem(loc, "wrong-kind", message, hint)]
    if placeholders(value) is None:
        hint = "write {count}, and {{ for a brace"
        return [document.problem(loc, "bad-placeholder", "a placeholder in braces is not closed", hint)]
    return []


def _leaves(data: object, loc: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], object]]:
    """Every text of a file, and its way."""
    if not isinstance(data, dict):
        yield loc, data
        return
    for key, value in data.items():
        yield from _leaves(value, (*loc, key))


def placeholders(text: str) -> set[str] | None:
    """The names in braces; nothing if a brace is not closed, or holds no name."""
    try:
        names = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return None
    return names if all(name.isidentifier() for name in names) else None
