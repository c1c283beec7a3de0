"""The archive: every term, person, place, directive, event and source, cross-linked and searchable."""

from __future__ import annotations

from functools import partial
from typing import Final

from pygame import Rect

from game.ruleset.content import ArchiveEntry
from game.ui import rects
from game.ui.keys import Key
from game.ui.palette import SHEET, UMBER
from game.ui.scene import Refresh, Transition
from game.ui.scenes.archive_index import KINDS, counts, find
from game.ui.scenes.archive_pages import entry_content, front_content, voice_leaves, voice_table
from game.ui.scenes.archive_parts import EntryLine
from game.ui.scenes.archive_voices import Band
from game.ui.scenes.page import PageScene
from game.ui.session import Session
from game.ui.theme import DOCUMENT, LABEL, SECONDARY_ITALIC, Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column
from game.ui.widgets.button import KeyHint
from game.ui.widgets.document import Sheet
from game.ui.widgets.field import TextField
from game.ui.widgets.options import Option
from game.ui.widgets.page import PageHead
from game.ui.widgets.paged import PagedList
from game.ui.widgets.tabs import Segments
from game.ui.widgets.text import Label, Paragraph

LIST_WIDTH: Final = 372
ALL: Final = "all"


class ArchiveScene(PageScene):
    """The archive, opened at its list or at an entry. A dispute, and large text, take the whole page."""

    def __init__(self, session: Session, entry: str = "") -> None:
        super().__init__(session)
        self.title = self.texts("archive.title")
        self.archive = session.rules.archive
        self.query, self.kind = "", ALL
        self.current = entry if entry in self.archive else ""
        self.history: list[str] = []
        self.first_focus = f"entry:{self.current}" if self.current else "search"
        self._opened_at_entry = bool(self.current)
        self._counts = counts(self.archive.values())

    # ---- what is open

    @property
    def entry(self) -> ArchiveEntry | None:
        """The entry that is open."""
        return self.archive.get(self.current)

    @property
    def alone(self) -> bool:
        """Whether the open entry has the page to itself."""
        entry = self.entry
        return entry is not None and (entry.kind == "dispute" or self.session.preferences.text_scale >= 1.5)

    @property
    def found(self) -> list[ArchiveEntry]:
        """The entries in the list."""
        return find(self.archive.values(), self.query, "" if self.kind == ALL else self.kind)

    @property
    def disputes(self) -> list[ArchiveEntry]:
        """Every disputed question, in the order of the files."""
        return [entry for entry in self.archive.values() if entry.kind == "dispute"]

    # ---- going about

    def open(self, entry_id: str) -> Transition:
        """Open an entry; where one came from is remembered."""
        if entry_id not in self.archive:
            return Refresh()
        if self.current and self.current != entry_id:
            self.history.append(self.current)
        self.current = entry_id
        return Refresh(f"entry:{entry_id}")

    def back(self) -> Transition:
        """Back to the entry before, or from an entry that fills the page to the list."""
        left, self.current = self.current, self.history.pop() if self.history else ""
        return Refresh(f"entry:{self.current or left}")

    def leave(self) -> Transition | None:
        if self.alone and not self._opened_at_entry:
            left, self.current = self.current, ""
            return Refresh(f"entry:{left}")
        return super().leave()

    def _turn_dispute(self, step: int) -> Transition:
        there = [entry.id for entry in self.disputes]
        self.current = there[(there.index(self.current) + step) % len(there)]
        return Refresh()

    def _search(self, text: str) -> Transition:
        self.query = text
        return Refresh("search")

    def _open_first(self, _: str) -> Transition:
        return self.open(self.found[0].id) if self.found else Refresh()

    def _pick_kind(self, kind: str) -> Transition:
        self.kind = kind
        return Refresh(f"kind:{kind}")

    def _find(self) -> Transition:
        """To the list and its search field."""
        if self.alone:
            self.current = ""
        return Refresh("search")

    # ---- head and foot

    def head(self) -> PageHead:
        texts, entry = self.texts, self.entry
        if entry is not None and entry.kind == "dispute":
            number = [each.id for each in self.disputes].index(entry.id) + 1
            right = texts("archive.question-of", number=number, total=len(self.disputes))
            large = self.session.preferences.text_scale >= 1.5
            title = (
                texts("archive.kind.dispute").capitalize()
                if large
                else texts("archive.disputed", title=entry.title)
            )
            return PageHead(
                title, han=texts("archive.dispute-han"), pinyin=texts("archive.dispute-pinyin"), right=right
            )
        total = len(self.archive)
        return PageHead(
            self.title,
            han=texts("archive.han"),
            pinyin=texts("archive.pinyin"),
            right=texts("archive.count", count=total),
        )

    def hints(self) -> list[KeyHint]:
        texts = self.texts
        hints = [*super().hints(), KeyHint("Ctrl F", texts("archive.search-key"), self._find, accelerator="")]
        if self.history:
            before = self.archive[self.history[-1]].title
            hints.append(KeyHint("B", texts("archive.back", title=before), self.back))
        if self.entry is not None and self.entry.kind == "dispute":
            hints.append(KeyHint("[", texts("archive.other-before"), partial(self._turn_dispute, -1)))
            hints.append(KeyHint("]", texts("archive.other"), partial(self._turn_dispute, 1)))
        return hints

    def remark(self) -> str:
        disputed = self.entry is not None and self.entry.kind == "dispute"
        return self.texts("archive.nobody-right") if disputed else ""

    def on_key(self, key: Key) -> Transition | None:
        if key.ctrl and key.name == "F":
            return self._find()
        if key.alt and key.name == "LEFT" and self.history:
            return self.back()
        return super().on_key(key)

    # ---- layout

    def body(self, room: Rect, theme: Theme) -> list[Widget]:
        entry = self.entry
        if entry is not None and entry.kind == "dispute":
            return self._dispute(entry, room, theme)
        if self.alone or theme.large:
            return [self._page(room, theme)] if entry else [self._list().layout(room, theme)]
        left, right = rects.split_left(room, theme.px(LIST_WIDTH), theme.px(20))
        return [self._list().layout(left, theme), self._page(right, theme)]

    def _list(self) -> Widget:
        return ListColumn(self._search_field(), self._kinds(), self._lines(), self._none())

    def _search_field(self) -> TextField:
        texts = self.texts
        return TextField(
            texts("archive.search"),
            self.query,
            placeholder=texts("archive.search-hint"),
            limit=40,
            on_change=self._search,
            on_submit=self._open_first,
            key="search",
        )

    def _kinds(self) -> Segments:
        words = {ALL: self.texts("archive.all")}
        words |= {kind: self.texts(f"archive.plural.{kind}") for kind in KINDS if self._counts[kind]}
        options = [Option(kind, label) for kind, label in words.items()]
        return Segments(options, self.kind, self._pick_kind, label=self.texts("archive.kinds"), key="kind")

    def _lines(self) -> PagedList:
        rows = [
            EntryLine(
                entry.title,
                entry.zh,
                partial(self.open, entry.id),
                picked=entry.id == self.current,
                key=f"entry:{entry.id}",
                description=self.texts(f"archive.kind.{entry.kind}"),
            )
            for entry in self.found
        ]
        return PagedList(rows, 0, page_label=self._list_label, label=self.texts("archive.entries"))

    def _list_label(self, page: int, pages: int) -> str:
        return self.texts("archive.leaf", page=page, pages=pages)

    def _none(self) -> str:
        return "" if self.found else self.texts("archive.none")

    def _page(self, room: Rect, theme: Theme) -> Widget:
        entry = self.entry
        session = self.session
        content = entry_content(session, entry, self.open) if entry else front_content(session, self.open)
        return Sheet(self.leaves(content), entry.title if entry else "", colour=SHEET, margin=32).layout(
            room, theme
        )

    # ---- disputes

    def _dispute(self, entry: ArchiveEntry, room: Rect, theme: Theme) -> list[Widget]:
        """The voices side by side where they fit, otherwise on leaves."""
        intro = Column(
            [Paragraph(entry.question, DOCUMENT), Paragraph(entry.text, SECONDARY_ITALIC, UMBER)], gap=2
        )
        table = voice_table(self.session, entry)
        texts = self.texts
        band = Band(texts("archive.silent-han"), texts("archive.silent"), entry.silent)
        gap, width = theme.px(10), room.w
        high = sum(part.height_for(width, theme) for part in (intro, table, band)) + 2 * gap
        if theme.large or high > room.h:
            leaves = self.leaves(voice_leaves(self.session, entry, self.open))
            return [Sheet(leaves, entry.title, colour=SHEET, margin=24).layout(room, theme)]
        top, rest = rects.split_top(room, intro.height_for(width, theme), gap)
        middle, bottom = rects.split_bottom(rest, band.height_for(width, theme), gap)
        return [intro.layout(top, theme), table.layout(middle, theme), band.layout(bottom, theme)]


class ListColumn(Column):
    """The search field and the kinds above, the entries below them in the room that is left."""

    def __init__(self, field: TextField, kinds: Segments, entries: PagedList, none: str) -> None:
        self._none = Label(none, LABEL, UMBER, visible=bool(none))
        super().__init__([field, kinds, self._none, entries], gap=12)
        self._entries = entries

    def arrange(self) -> None:
        super().arrange()
        top = self._entries.rect.y
        self._entries.layout(Rect(self.rect.x, top, self.rect.w, self.rect.bottom - top), self.theme)
        self._turn_to_picked()

    def _turn_to_picked(self) -> None:
        picked = (line for line in self._entries.children if isinstance(line, EntryLine) and line.picked)
        line = next(picked, None)
        if line is not None:
            self._entries.show(line)
