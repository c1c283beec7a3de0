"""What the pages of the archive are made of: an entry from head to links, and the voices of a dispute."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from game.ruleset.content import ArchiveEntry, Voice
from game.ui.palette import INK, UMBER
from game.ui.scenes.archive_index import cited, cited_with_mark, with_links
from game.ui.scenes.archive_parts import Aside, EntryHead
from game.ui.scenes.archive_voices import RowHead, VoiceTable
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
    "says": SECONDARY,
    "evidence": SECONDARY,
    "asks": SECONDARY_ITALIC,
    "stands": LABEL,
}


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
    words = texts(
        "archive.mark", kind=texts(f"archive.kind.{entry.kind}"), mark=texts(f"archive.marks.{entry.mark}")
    )
    return [EntryHead(entry.title, entry.zh, entry.pinyin, words)]


def _heading(session: Session, name: str) -> Heading:
    return Heading(
        session.texts(f"archive.{name}"), session.texts(f"archive.{name}-han"), style=SUBHEADING, rule=False
    )


def _doubt(session: Session, entry: ArchiveEntry) -> list[Widget]:
    if not entry.doubt:
        return []
    heading = _heading(session, "doubt")
    return [Space(2), Aside([heading, Paragraph(entry.doubt, SECONDARY)], heading.label)]


def _sources(session: Session, entry: ArchiveEntry) -> list[Widget]:
    works, texts = session.rules.sources, session.texts
    lines = [cited_with_mark(source, works, texts) for source in entry.sources] or [
        texts("archive.unsourced")
    ]
    cited_lines = Column([Paragraph(line, LABEL) for line in lines], gap=2)
    return [Space(2), Column([_heading(session, "sources"), cited_lines], gap=4)]


def _see(session: Session, entry: ArchiveEntry, on_open: OnOpen) -> list[Widget]:
    archive = session.rules.archive
    links = [f"<g {other}>{archive[other].title}</g>" for other in entry.see if other in archive]
    if not links:
        return []
    return [Space(2), Column([_heading(session, "see"), *_rows_of(links, on_open)], gap=4)]


def front_content(session: Session, on_open: OnOpen) -> list[Widget]:
    """What lies on the archive's desk before an entry is opened: where to begin."""
    texts, entries = session.texts, session.rules.archive.values()
    content: list[Widget] = [Heading(texts("archive.front"), texts("archive.han"), style=TITLE)]
    content += [
        Paragraph(texts("archive.front-text"), DOCUMENT),
        Paragraph(texts("archive.front-marks"), SECONDARY),
    ]
    for kind in ("dispute", "source"):
        links = [f"<g {entry.id}>{entry.title}</g>" for entry in entries if entry.kind == kind]
        heading = Heading(texts(f"archive.front-{kind}"), style=SUBHEADING, rule=False)
        content += [Space(2), Column([heading, *_rows_of(links, on_open)], gap=4)]
    return content


def _rows_of(links: Sequence[str], on_open: OnOpen) -> list[Widget]:
    return [Paragraph(" <m>·</m> ".join(links), SECONDARY, on_term=on_open)] if links else []


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
    rows: list[tuple[RowHead, list[Paragraph]]] = [
        (RowHead(texts("archive.who"), texts("archive.who-han")), who)
    ]
    for row in ROWS:
        colour = UMBER if row == "stands" else INK
        cells = [Paragraph(_said(session, voice, row), FACES[row], colour) for voice in entry.voices]
        rows.append((RowHead(texts(f"archive.{row}"), texts(f"archive.{row}-han")), cells))
    return VoiceTable(rows, entry.title)


def voice_leaves(session: Session, entry: ArchiveEntry, on_open: OnOpen) -> list[Widget]:
    """The same one below another, for leaves, where columns would be too narrow."""
    texts = session.texts
    content: list[Widget] = [
        Heading(entry.title, style=TITLE),
        Paragraph(entry.question, DOCUMENT),
        Paragraph(entry.text, SECONDARY, UMBER),
    ]
    for voice in entry.voices:
        says, *others = (Paragraph(_labelled(session, voice, row), FACES[row]) for row in ROWS)
        content += [Column([Heading(voice.who, style=HEADING), says], gap=6), *others]
    silent = Heading(texts("archive.silent"), texts("archive.silent-han"), style=HEADING)
    return [
        *content,
        Column([silent, Paragraph(entry.silent, DOCUMENT)], gap=6),
        *_see(session, entry, on_open),
    ]


def _labelled(session: Session, voice: Voice, row: str) -> str:
    return f"<m>{session.texts(f'archive.{row}').capitalize()}:</m> {_said(session, voice, row)}"
