"""What the pages of the archive are made of: an entry from head to links, and the voices of a dispute."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from game.ruleset.content import ArchiveEntry, Voice
from game.ui.palette import UMBER
from game.ui.scenes.archive_index import cited, cited_with_mark, with_links
from game.ui.scenes.archive_parts import Aside, EntryHead, RowHead, VoiceTable
from game.ui.session import Session
from game.ui.theme import (
    DOCUMENT,
    HEADING,
    LABEL,
    SECONDARY,
    SECONDARY_ITALIC,
    SUBHEADING,
    TITLE,
)
from game.ui.transition import Transition
from game.ui.type import TextStyle
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column
from game.ui.widgets.text import Heading, Paragraph, Space

OnOpen = Callable[[str], Transition]
ROWS: Final = ("says", "evidence", "asks", "stands")
"""What is shown of every voice, below who it is."""
FACES: Final[dict[str, TextStyle]] = {
    "says": SECONDARY, "evidence": SECONDARY, "asks": SECONDARY_ITALIC, "stands": LABEL,
}  # fmt: skip


def entry_content(session: Session, entry: ArchiveEntry, on_open: OnOpen) -> list[Widget]:
    """An entry: head, text, what is doubtful, where it stands, what to see."""
    return [
        *_head(session, entry),
        Paragraph(with_links(entry.text, session.rules.archive), DOCUMENT, on_term=on_open),
        *_doubt(session, entry),
        *_sources(session, entry),
        *_see(session, entry, on_open),
    ]


def _head(session: Session, entry: ArchiveEntry) -> list[Widget]:
    texts = session.texts
    words = texts("archive.mark", kind=texts(f"archive.kind.{entry.kind}"), mark=texts(f"archive.marks.{entry.mark}"))
    return [EntryHead(entry.title, entry.zh, entry.pinyin, words)]


def _heading(session: Session, name: str) -> Heading:
    return Heading(session.texts(f"archive.{name}"), session.texts(f"archive.{name}-han"), style=SUBHEADING, rule=False)


def _doubt(session: Session, entry: ArchiveEntry) -> list[Widget]:
    if not entry.doubt:
        return []
    heading = _heading(session, "doubt")
    return [Space(2), Aside([heading, Paragraph(entry.doubt, SECONDARY)], heading.label)]


def _sources(session: Session, entry: ArchiveEntry) -> list[Widget]:
    works, texts = session.rules.sources, session.texts
    lines = [cited_with_mark(source, works, texts) for source in entry.sources] or [texts("archive.unsourced")]
    cited_lines = Column([Paragraph(line, LABEL) for line in lines], gap=2)
    return [Space(2), Column([_heading(session, "sources"), cited_lines], gap=4)]


def _see(session: Session, entry: ArchiveEntry, on_open: OnOpen) -> list[Widget]:
    archive = session.rules.archive
    links = [f"<g {other}>{archive[other].title}</g>" for other in entry.see if other in archive]
    if not links:
        return []
    linked = Paragraph(" <m>·</m> ".join(links), SECONDARY, on_term=on_open)
    return [Space(2), Column([_heading(session, "see"), linked], gap=4)]


# ---- disputes


def _said(session: Session, voice: Voice, row: str) -> str:
    if row == "stands":
        works = session.rules.sources
        return "; ".join(cited(source, works, session.texts) for source in voice.sources)
    return str(getattr(voice, row))


def voice_table(session: Session, entry: ArchiveEntry) -> VoiceTable:
    """The voices of a dispute in columns."""
    texts = session.texts
    who = [Paragraph(voice.who, HEADING) for voice in entry.voices]
    rows: list[tuple[RowHead, list[Paragraph]]] = [(RowHead(texts("archive.who"), texts("archive.who-han")), who)]
    for row in ROWS:
        colour = {"colour": UMBER} if row == "stands" else {}
        cells = [Paragraph(_said(session, voice, row), FACES[row], **colour) for voice in entry.voices]
        rows.append((RowHead(texts(f"archive.{row}"), texts(f"archive.{row}-han")), cells))
    return VoiceTable(rows, entry.title)


def voice_leaves(session: Session, entry: ArchiveEntry, on_open: OnOpen) -> list[Widget]:
    """The same one below another, for leaves, where columns would be too narrow."""
    texts = session.texts
    content: list[Widget] = [
        Heading(entry.title, style=TITLE), Paragraph(entry.question, DOCUMENT), Paragraph(entry.text, SECONDARY, UMBER),
    ]  # fmt: skip
    for voice in entry.voices:
        content.append(Heading(voice.who, style=HEADING))
        for row in ROWS:
            words = f"<m>{texts(f'archive.{row}').capitalize()}:</m> {_said(session, voice, row)}"
            content.append(Paragraph(words, FACES[row]))
    silent = Heading(texts("archive.silent"), texts("archive.silent-han"), style=HEADING)
    return [*content, silent, Paragraph(entry.silent, DOCUMENT), *_see(session, entry, on_open)]
