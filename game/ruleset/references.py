"""Whether what a file names exists: sources and their pages, texts, persons, counties, archive entries."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, cast, get_args

from game.base.problems import Problem, nearest
from game.economy.settings import SETTINGS
from game.ruleset.content import Work
from game.ruleset.known import Known
from game.ruleset.parts import Item
from game.ruleset.shapes.base import Shape, SourceShape
from game.ruleset.shapes.derived import fields_of

Way = tuple[str | int, ...]

WORDS: Final = {
    "archive": "entry of the archive", "background": "background", "card": "card", "county": "county", "deck": "deck",
    "indicator": "indicator", "office": "office", "person": "person", "quarter": "season of the year",
    "setting": "setting", "setting-name": "setting", "source": "source", "text": "text id",
}  # fmt: skip
CODES: Final = {"archive": "unknown-entry"}

_PAGES: Final = re.compile(r"\d{1,4}(-\d{1,4})?(, ?\d{1,4}(-\d{1,4})?)*")


def named(item: Item, loc: Way, kind: str, word: str, known: Known, at: str = "") -> Iterator[Problem]:
    """A problem if there is nothing of that kind and name; ``at``: the words of a longer text that name it."""
    if word not in known.ids[kind] and kind not in known.uncertain:
        code = CODES.get(kind, f"unknown-{kind}")
        yield item.problem(loc, code, f"'{word}' is no {WORDS[kind]}", known.hint(kind, word), at=at)


def references(item: Item, plain: type[Any], known: Known) -> Iterator[Problem]:
    """Follow every reference that the dataclass behind a shape declares (content.refers_to), and every source."""
    for loc, kind, value in _declared(plain, item.shape, ()):
        if kind == "source" and isinstance(value, SourceShape):
            yield from cited(item, loc, value, known)
        else:
            yield from _each(item, loc, kind, value, known)


def cited(item: Item, loc: Way, source: SourceShape, known: Known) -> Iterator[Problem]:
    """A source exists, and what is cited of it."""
    work = known.sources.get(source.source)
    if work is None:
        yield from named(item, (*loc, "source"), "source", source.source, known)
    elif work.cite_by == "page":
        yield from _pages(item, loc, source, work)
    elif work.cite_by == "section":
        yield from _section(item, loc, source, work)
    elif source.note is None:
        yield item.problem(loc, "source-place", f"'{work.id}' is cited by a note", "add note: and say what it is")


def setting_value(item: Item, loc: Way, setting: str, value: object, known: Known) -> Iterator[Problem]:
    """The value is one that the standing decision can have, or a thing of the rules that it may name."""
    found = SETTINGS.get(setting)
    if found is None or found.accepts(value):
        return
    others = tuple(sorted(known.ids[found.open_to])) if found.open_to else ()
    if isinstance(value, str) and (value in others or (found.open_to and found.open_to in known.uncertain)):
        return
    words = (*found.choices, *others)
    allowed = ", ".join(words) if words else f"{found.low:g} to {found.high:g}"
    hint = "true or false" if found.kind == "switch" else allowed
    message = f"'{setting}' cannot be {str(value).lower()}"
    yield item.problem(loc, "bad-value", message, nearest(str(value), words) or f"allowed: {hint}")


def _each(item: Item, loc: Way, kind: str, value: object, known: Known) -> Iterator[Problem]:
    """One word, a list of words, or the keys of a mapping."""
    if isinstance(value, str):
        yield from named(item, loc, kind, value, known)
    elif isinstance(value, list):
        for number, word in enumerate(value):
            yield from named(item, (*loc, number), kind, word, known)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from at_key(item, (*loc, key), named(item, (*loc, key), kind, key, known))
            if kind == "setting":
                yield from setting_value(item, (*loc, key), key, inner, known)


def at_key(item: Item, loc: Way, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The same problems, shown at the key and not at what stands behind it."""
    line, column = item.document.find_key((*item.loc, *loc))
    return (dataclasses.replace(problem, line=line, column=column) for problem in problems)


def _declared(plain: type[Any], shape: Shape | None, loc: Way) -> Iterator[tuple[Way, str, Any]]:
    """Every reference in a shape: its way, its kind, its value."""
    for field in fields_of(plain):
        value = getattr(shape, field.in_shape, None)
        if field.refers and value is not None:
            yield (*loc, field.in_file), field.refers, value
        elif isinstance(value, Shape | list):
            yield from _inside(field.hint, value, (*loc, field.in_file))


def _inside(hint: Any, value: Any, loc: Way) -> Iterator[tuple[Way, str, Any]]:
    if isinstance(value, SourceShape):
        yield loc, "source", value
    elif isinstance(value, Shape):
        yield from _declared(_dataclass(hint), value, loc)
    elif isinstance(value, list) and value and isinstance(value[0], Shape):
        for number, part in enumerate(value):
            yield from _inside(get_args(hint)[0], part, (*loc, number))


def _dataclass(hint: Any) -> type[Any]:
    """The dataclass in ``X`` or ``X | None``."""
    return next(cast("type[Any]", part) for part in (hint, *get_args(hint)) if dataclasses.is_dataclass(part))


def _pages(item: Item, loc: Way, source: SourceShape, work: Work) -> Iterator[Problem]:
    if source.page is None:
        yield item.problem(loc, "source-place", f"'{work.id}' is cited by page", 'add page: "95, 99-102"')
        return
    text = str(source.page).strip()
    if not _PAGES.fullmatch(text):
        yield item.problem((*loc, "page"), "bad-page", f"'{text}' is no page", 'write 95, or "95, 99-102"')
        return
    for span in text.replace(" ", "").split(","):
        first, _, last = span.partition("-")
        if last and int(last) < int(first):
            yield item.problem((*loc, "page"), "bad-page", f"{span} ends before it begins", at=span)
        elif not 1 <= int(first) <= int(last or first) <= (work.pages or 10_000):
            hint = f"it has pages 1 to {work.pages}"
            yield item.problem((*loc, "page"), "page-out-of-range", f"{work.short} has no page {span}", hint, at=span)


def _section(item: Item, loc: Way, source: SourceShape, work: Work) -> Iterator[Problem]:
    if source.section is None:
        yield item.problem(loc, "source-place", f"'{work.id}' is cited by section", 'add section: "4"')
    elif work.sections and source.section not in work.sections:
        hint = f"it has: {', '.join(work.sections)}"
        message = f"{work.short} has no section '{source.section}'"
        yield item.problem((*loc, "section"), "unknown-section", message, hint)
