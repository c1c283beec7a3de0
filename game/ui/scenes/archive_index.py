"""Finding entries of the archive, and saying where a claim stands. Knows no window."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final, get_args

from game.base.texts import Texts
from game.events.cards import LINK, Source
from game.ruleset.content import ArchiveEntry, ArchiveKind, Work

KINDS: Final[tuple[ArchiveKind, ...]] = get_args(ArchiveKind)
IN_TIME: Final = ("event", "directive")
"""Kinds that are listed as the files have them: by date."""


@lru_cache(maxsize=2048)
def folded(text: str) -> str:
    """Small letters without tone marks and hyphens, so that ``dang'an`` finds 档案."""
    plain = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in plain if not unicodedata.combining(letter) and letter not in "'’-")


def rank(entry: ArchiveEntry, wanted: str) -> int | None:
    """How well an entry fits folded words, 0 best; None if it does not."""
    title = folded(entry.title)
    if title.startswith(wanted) or title.replace(" ", "").startswith(wanted):
        return 0
    names = (title, folded(entry.pinyin), folded(entry.pinyin).replace(" ", ""), entry.zh, folded(entry.id))
    if any(wanted in name for name in names):
        return 1
    return 2 if wanted in folded(entry.text) else None


def find(entries: Iterable[ArchiveEntry], query: str, kind: str) -> list[ArchiveEntry]:
    """Entries of a kind (or of all: an empty kind) that fit what was typed, the best first."""
    chosen = [entry for entry in entries if not kind or entry.kind == kind]
    wanted = folded(query.strip())
    if not wanted:
        return chosen if kind in IN_TIME else sorted(chosen, key=_place)
    ranked = [(rank(entry, wanted), _place(entry), entry) for entry in chosen]
    fitting = [(place, title, entry) for place, title, entry in ranked if place is not None]
    return [entry for _, _, entry in sorted(fitting, key=lambda found: found[:2])]


def _place(entry: ArchiveEntry) -> str:
    """What the alphabet goes by: the title without marks of quotation."""
    return folded(entry.title).strip('"“”')


def counts(entries: Iterable[ArchiveEntry]) -> Counter[str]:
    """How many entries there are of each kind."""
    return Counter(entry.kind for entry in entries)


def with_links(text: str, archive: Mapping[str, ArchiveEntry]) -> str:
    """A text whose ``[[id|words]]`` have become links that a paragraph can show."""

    def link(found: object) -> str:
        entry_id, words = found.group(1), found.group(2)  # type: ignore[attr-defined]
        shown = words or (archive[entry_id].title.lower() if entry_id in archive else entry_id)
        return f"<g {entry_id}>{shown}</g>" if entry_id in archive else str(shown)

    return LINK.sub(link, text)


def cited(source: Source, works: Mapping[str, Work], texts: Texts) -> str:
    """``Hou p. 95``, or the section of a lecture, or what stands outside the documents."""
    work = works.get(source.source)
    short = work.short if work else source.source
    if source.page:
        return texts("archive.page", short=short, page=source.page)
    if source.section:
        named = "" if source.section.replace(".", "").isdigit() else "-named"
        return texts(f"archive.section{named}", short=short, section=source.section)
    return texts("archive.outside", note=source.note)


def cited_with_mark(source: Source, works: Mapping[str, Work], texts: Texts) -> str:
    """The same, and how far the source bears on this place."""
    mark = texts(f"archive.marks.{source.mark}")
    return texts("archive.cited-mark", cited=cited(source, works, texts), mark=mark)
