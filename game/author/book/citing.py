"""Where claims stand: citations in words, and every single page that they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from game.events.cards import Mark, Source
from game.ruleset.content import Work

LONGEST_SPAN: Final = 1000
"""Pages that one span may mean; ``1-9999`` in a broken text is no citation."""

_SPAN: Final = re.compile(r"(\d+)(?:\s*-\s*(\d+))?")
_PAGES: Final = r"\d{1,4}(?:-\d{1,4})?(?:, ?\d{1,4}(?:-\d{1,4})?)*"


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """One place in a source: a page, a section by its name, or a note. ``page`` 0: it has none."""

    page: int
    name: str


def citation(source: Source, works: Mapping[str, Work]) -> str:
    """``Hou p. 95, 99-102``; ``Wong, section 6``; ``outside the five documents: later totals``."""
    work = works[source.source]
    if source.page:
        return f"{work.short} p. {source.page}"
    if source.section:
        return f"{work.short}, {section_name(source.section)}"
    return f"{work.short}: {source.note}"


def section_name(section: str) -> str:
    """``section 6``, or the heading itself in quotation marks."""
    return f"section {section}" if section.isdigit() else f"“{section}”"


def pages(text: str) -> tuple[int, ...]:
    """Every page that a text such as ``95, 99-102`` means, in order, each once.

    An end may be written short: ``165-6`` ends at 166.
    """
    found: set[int] = set()
    for first, last in _SPAN.findall(text):
        end = f"{first[: len(first) - len(last)]}{last}" if last and len(last) < len(first) else last or first
        found.update(range(int(first), min(int(end), int(first) + LONGEST_SPAN) + 1))
    return tuple(sorted(found))


def spots(source: Source) -> tuple[Spot, ...]:
    """Every place that a citation means."""
    if source.page:
        return tuple(Spot(page, str(page)) for page in pages(source.page))
    return (Spot(0, source.section or source.note),)


def has_place(source: Source) -> bool:
    """Whether a reader can open something there: a page or a section."""
    return bool(source.page or source.section)


def sources_in(text: str, works: Iterable[Work], mark: Mark) -> Iterator[Source]:
    """Citations that stand in a sentence: ``Hou p. 50-52, 64: sent to organise``, ``Baum, Mao Intervenes``.

    A bare ``p. 159`` is a page of the only source that is cited by page, if there is just one.
    """
    works = tuple(works)
    paged = [work for work in works if work.cite_by == "page"]
    for work in paged:
        before = rf"(?:\b{re.escape(work.short)},? )"
        bare = rf"(?:{before}|(?<=\()|(?<=, )|(?<=; ))" if len(paged) == 1 else before
        for found in re.finditer(rf"{bare}p\. ({_PAGES})", text):
            yield Source(work.id, found.group(1), mark=mark)
    for work in works:
        if work.cite_by == "section":
            yield from _sections_in(text, work, mark)


def _sections_in(text: str, work: Work, mark: Mark) -> Iterator[Source]:
    """A section by its number, or by its heading."""
    for found in re.finditer(rf"\b{re.escape(work.short)},? (?:section (\d+)|([A-Z][^;:,()]+))", text):
        name = found.group(1) or found.group(2).strip().rstrip(".")
        if not work.sections or name in work.sections:
            yield Source(work.id, section=name, mark=mark)
