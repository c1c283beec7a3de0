"""Chunks become pages: columns flow on by themselves, headings stay with what they head, rows of tables stay whole.

Places, widths and heights are in points, from the top left of a page (A4).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from game.author.book.blocks import Block, Book, Columns, Heading, Part, Piece, Row, Sheet, Table, said
from game.author.book.breaking import Line, Rule, lines_of
from game.author.book.looks import LOOKS
from game.author.book.setting import Chunk, Setter, groups, height_of

WIDTH: Final = 595.28
HEIGHT: Final = 841.89
LEFT: Final = 58.0
TOP: Final = 68.0
BOTTOM: Final = HEIGHT - 54.0
MEASURE: Final = WIDTH - LEFT - 48.0
MARGIN: Final = 164.0
"""Width of the apparatus beside cards and entries."""
GUTTER: Final = 20.0
INDEX_GUTTER: Final = 18.0
CELL_GUTTER: Final = 7.0
LINES_LEFT_OUT: Final = 2
"""Empty lines of a review sheet that can be done without."""
ROOM_BELOW_HEADING: Final = 90.0
"""A heading with less than this below it goes to the next page."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A line at its place on a page."""

    x: float
    y: float
    line: Line


@dataclass
class Page:
    """One page: its part, the items on it in order, what stands on it."""

    part: str
    front: bool = False
    running: list[str] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)
    margin: list[tuple[float, float]] = field(default_factory=list)
    """From where to where the thin line beside the apparatus runs."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A heading for the outline."""

    level: int
    title: str
    page: int
    y: float


@dataclass
class Layout:
    """A book laid out; pages count from 1."""

    setter: Setter
    pages: list[Page] = field(default_factory=list)
    anchors: dict[str, tuple[int, float]] = field(default_factory=dict)
    outline: list[Mark] = field(default_factory=list)
    _y: float = TOP
    _waiting: list[Heading] = field(default_factory=list)
    """Headings that go on the page of what follows."""

    def lay(self, book: Book) -> None:
        """Every part, each on pages of its own."""
        for part in book.parts:
            self._new_page(part)
            for piece in part.pieces:
                self._piece(piece)
            self._heads(0.0)

    # ---- pages and places

    def _new_page(self, like: Part | Page) -> None:
        part = like.part if isinstance(like, Page) else like.title
        self.pages.append(Page(part, like.front))
        self._y = TOP

    def _next_page(self) -> None:
        self._new_page(self.pages[-1])

    def _put(self, chunk: Chunk, page: int, x: float, y: float) -> float:
        """Set a chunk down; the place below it."""
        if chunk.anchor:
            self.anchors.setdefault(chunk.anchor, (page, y))
        if chunk.title:
            self.outline.append(Mark(chunk.level, chunk.title, page, y))
        for line in chunk.lines:
            self.pages[page - 1].placed.append(Placed(x, y, line))
            y += line.height
        return y

    def _flow(self, chunks: list[Chunk], x: float, page: int, y: float) -> tuple[int, float]:
        """Set chunks down one below another, over as many pages as it takes; where they end."""
        for group in groups(chunks):
            at_top = y <= TOP
            if not at_top and y + height_of(group, top=False) > BOTTOM:
                page, y, at_top = page + 1, TOP, True
            for number, chunk in enumerate(group):
                y += 0.0 if at_top and not number else chunk.before
                if y + chunk.height > BOTTOM and y > TOP:
                    page, y = page + 1, TOP
                while page > len(self.pages):
                    self._next_page()
                y = self._put(chunk, page, x, y)
        return page, y

    def _left(self) -> float:
        return BOTTOM - self._y

    def _heads(self, needed: float) -> None:
        """Set the waiting headings down, on a page with room for what follows them."""
        chunks = self.setter.set(self._waiting, MEASURE)
        self._waiting = []
        height = height_of(chunks, top=self._y <= TOP)
        if self._y > TOP and height + min(needed, BOTTOM - TOP - height) > self._left():
            self._next_page()
        for number, chunk in enumerate(chunks):
            self._y += 0.0 if self._y <= TOP and not number else chunk.before
            self._y = self._put(chunk, len(self.pages), LEFT, self._y)

    # ---- pieces

    def _piece(self, piece: Piece) -> None:
        match piece:
            case Heading():
                self._waiting.append(piece)
            case Row(layout="sheet"):
                self._sheet(piece)
            case Row():
                self._entry(piece)
            case Table():
                self._table(piece)
            case Columns():
                self._columns(piece)
            case _:
                chunks = self.setter.set([piece], MEASURE)
                self._heads(height_of(groups(chunks)[0], top=False))
                _, self._y = self._flow(chunks, LEFT, len(self.pages), self._y)

    def _sheet(self, row: Row) -> None:
        """A card on a page of its own; only headings may stand above it."""
        if self.pages[-1].placed:
            self._next_page()
        self._heads(0.0)
        self._beside(row)

    def _entry(self, row: Row) -> None:
        """An entry, whole on one page if it can be."""
        main, side = self._set(row)
        after = self.setter.set(row.after, MEASURE)
        height = max(height_of(main, top=True), height_of(side, top=True)) + height_of(after, top=False)
        whole = height + 14.0
        if self._y > TOP and not self._waiting:
            self._y += 14.0
            if whole > self._left() and whole <= BOTTOM - TOP:
                self._next_page()
        self._heads(whole)
        self._beside(row)

    def _set(self, row: Row) -> tuple[list[Chunk], list[Chunk]]:
        main, side = row.columns
        return self.setter.set(main, MEASURE - MARGIN - GUTTER), self.setter.set(side, MARGIN - 10.0)

    def _beside(self, row: Row) -> None:
        """Two columns from here on, then what stands below both."""
        first, top = len(self.pages), self._y
        if row.anchor:
            self.anchors.setdefault(row.anchor, (first, top))
        main, side = self._set(row)
        ends = [self._flow(_level(main), LEFT, first, top),
                self._flow(_level(side), LEFT + MEASURE - MARGIN + 10.0, first, top)]  # fmt: skip
        for page, start, end in _spans(first, top, ends[1]):
            self.pages[page - 1].margin.append((start, end))
        page, self._y = max(ends)
        page, self._y = self._flow(self._below(row.after), LEFT, page, self._y)
        self._ran(row.running, first, page)

    def _below(self, after: tuple[Block, ...]) -> list[Chunk]:
        """What stands below both columns; a review sheet has fewer empty lines where it fits the page with these."""
        for fewer in range(LINES_LEFT_OUT + 1):
            shorter = [replace(block, lines=max(1, block.lines - fewer)) if isinstance(block, Sheet) and block.lines
                       else block for block in after]  # fmt: skip
            chunks = self.setter.set(shorter, MEASURE)
            if height_of(chunks, top=False) <= self._left():
                return chunks
        return self.setter.set(after, MEASURE)

    def _ran(self, running: str, first: int, last: int) -> None:
        for page in range(first, last + 1):
            if running:
                self.pages[page - 1].running.append(running)

    def _table(self, table: Table) -> None:
        widths = [MEASURE * share / 100 for share in table.shares]
        heads = self._table_heads(table, widths)
        for number, row in enumerate(table.rows):
            cells = [self.setter.set(cell, width - CELL_GUTTER, narrow=True)
                     for cell, width in zip(row.columns, widths, strict=True)]  # fmt: skip
            height = max(height_of(cell, top=True) for cell in cells) + 5.0
            if not number:
                self._heads(heads.height + height)
                self._y = self._put(heads, len(self.pages), LEFT, self._y)
            elif height > self._left() and self._y > TOP:
                self._next_page()
                self._y = self._put(heads, len(self.pages), LEFT, self._y)
            self._table_row(row, cells, widths)

    def _table_row(self, row: Row, cells: list[list[Chunk]], widths: list[float]) -> None:
        first = len(self.pages)
        self.anchors.setdefault(row.anchor, (first, self._y))
        x, ends = LEFT, []
        for cell, width in zip(cells, widths, strict=True):
            ends.append(self._flow(cell, x, first, self._y))
            x += width
        page, y = max(ends)
        self.pages[page - 1].placed.append(Placed(LEFT, y, Line(5.0, 1.5, rules=(Rule(0, MEASURE),))))
        self._y = y + 5.0
        self._ran(row.running, first, page)

    def _table_heads(self, table: Table, widths: list[float]) -> Chunk:
        kind, x = LOOKS["label"], 0.0
        rows: list[list[Line]] = []
        for head, width in zip(table.heads, widths, strict=True):
            for number, line in enumerate(lines_of(said(head), kind, width - CELL_GUTTER, self.setter.faces)):
                if number == len(rows):
                    rows.append([])
                rows[number].append(_moved(line, x))
            x += width
        lines = [Line(row[0].height, row[0].baseline, tuple(bit for line in row for bit in line.bits)) for row in rows]
        return Chunk((*lines, Line(6.0, 2.0, rules=(Rule(0, MEASURE),))))

    def _columns(self, columns: Columns) -> None:
        """Two columns a page; those of the last page are made even."""
        width = (MEASURE - INDEX_GUTTER) / 2
        left = groups(self.setter.set(columns.blocks, width))
        if not left:
            self._heads(0.0)
            return
        self._heads(ROOM_BELOW_HEADING)
        while left:
            room = self._left()
            counts = _fill(left, room)
            if sum(counts) == len(left):
                counts = _evened(left, room)
            if not sum(counts):
                self._next_page()
                continue
            bottoms = [self._y]
            for number, count in enumerate(counts):
                y, x = self._y, LEFT + number * (width + INDEX_GUTTER)
                for chunk in (chunk for group in left[:count] for chunk in group):
                    y = self._put(chunk, len(self.pages), x, y)
                left = left[count:]
                bottoms.append(y)
            self._y = max(bottoms)
            if left:
                self._next_page()


def _level(chunks: list[Chunk]) -> list[Chunk]:
    """Columns that begin side by side begin at one height."""
    return [replace(chunk, before=0.0) if not number else chunk for number, chunk in enumerate(chunks)]


def _moved(line: Line, x: float) -> Line:
    return replace(line, bits=tuple(replace(bit, x=bit.x + x) for bit in line.bits))


def _spans(first: int, top: float, end: tuple[int, float]) -> Iterator[tuple[int, float, float]]:
    """From where to where something runs on each of its pages."""
    last, bottom = end
    for page in range(first, last + 1):
        yield page, top if page == first else TOP, bottom if page == last else BOTTOM


def _fill(left: list[tuple[Chunk, ...]], room: float) -> list[int]:
    """How many groups go into each of two columns of this height."""
    counts, at = [], 0
    for _ in range(2):
        used, count = 0.0, 0
        while at + count < len(left) and used + height_of(left[at + count], top=True) <= room:
            used += height_of(left[at + count], top=True)
            count += 1
        if not count and at < len(left) and room >= BOTTOM - TOP:
            count = 1
        counts.append(count)
        at += count
    return counts


def _evened(left: list[tuple[Chunk, ...]], room: float) -> list[int]:
    """The least height at which two columns hold everything."""
    height = sum(height_of(group, top=True) for group in left) / 2
    while height < room:
        counts = _fill(left, height)
        if sum(counts) == len(left):
            return counts
        height += 4.0
    return _fill(left, room)
