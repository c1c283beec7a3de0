"""The book as a PDF: page numbers, running heads, links, an outline, and the fonts cut down to what is used."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from fpdf import FPDF

from game.author.book.blocks import Book
from game.author.book.faces import FILES, Face, Faces
from game.author.book.looks import HAIRLINE, INKS, Ink
from game.author.book.paging import BOTTOM, HEIGHT, LEFT, MARGIN, MEASURE, WIDTH, Layout, Page, Placed
from game.author.book.setting import Setter

MADE: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""The same in every book: the same content must give the same bytes."""
PASSES: Final = 6
"""Layouts after which the numbers of pages within the text have long stopped to move lines."""
HEAD_SIZE: Final = 7.4
DOT_SIZE: Final = 7.0
UNDERLINED: Final = ("roman", "roman-italic")
ENTRY: Final = "entry-"
"""A link is shown where a document's own text leads to the archive. In the apparatus every number is a link."""


def as_pdf(book: Book, fonts: Path) -> bytes:
    """The whole document. ``fonts`` is the folder of the font files."""
    pdf = FPDF(unit="pt", format="A4")
    pdf.set_auto_page_break(False)
    pdf.set_margin(0)
    pdf.c_margin = 0
    pdf.set_title(book.title)
    pdf.set_lang(book.language)
    pdf.set_creator("Two Ledgers, deck-book")
    pdf.set_creation_date(MADE)
    pdf.set_line_width(0.4)
    for face, file in FILES.items():
        pdf.add_font(face, "", fonts / file)
    faces = Faces(fonts)
    _Press(pdf, faces, _laid_out(book, faces)).print()
    return bytes(pdf.output())


def _laid_out(book: Book, faces: Faces) -> Layout:
    """Lay the book out until every number that names a page names the right one."""
    setter = Setter(faces)
    for _ in range(PASSES):
        layout = Layout(setter)
        layout.lay(book)
        found = {anchor: page for anchor, (page, _) in layout.anchors.items()}
        if found == setter.pages:
            break
        setter.pages = found
    return layout


class _Press:
    """Puts a layout on paper."""

    def __init__(self, pdf: FPDF, faces: Faces, layout: Layout) -> None:
        self._pdf, self._faces, self._layout = pdf, faces, layout
        self._links: dict[str, int] = {}

    def print(self) -> None:
        """Every page, then the outline's titles at their places."""
        depth = -1
        for number, page in enumerate(self._layout.pages, 1):
            self._pdf.add_page()
            for mark in (mark for mark in self._layout.outline if mark.page == number):
                depth = min(mark.level - 1, depth + 1)
                self._pdf.set_y(max(0.0, mark.y - 10))
                self._pdf.start_section(mark.title, depth)
            self._furniture(page, number)
            for placed in page.placed:
                self._line(placed)

    def _furniture(self, page: Page, number: int) -> None:
        """Running head and page number."""
        self._rules_of(page)
        if page.front:
            return
        head = page.running[0] if page.running else ""
        if page.running and page.running[-1] != head:
            head = f"{head} – {page.running[-1]}"
        self._words(LEFT, 42, page.part, "sans", HEAD_SIZE)
        room = MEASURE - self._faces.width(page.part, "sans") * HEAD_SIZE - 20
        self._right(LEFT + MEASURE, 42, self._cut(head, room), HEAD_SIZE)
        self._hairline(LEFT, 48, LEFT + MEASURE, 48)
        width = self._faces.width(str(number), "roman") * 9
        self._words((WIDTH - width) / 2, HEIGHT - 30, str(number), "roman", 9)

    def _rules_of(self, page: Page) -> None:
        for start, end in page.margin:
            if end > start:
                x = LEFT + MEASURE - MARGIN
                self._hairline(x, start + 2, x, min(end, BOTTOM))

    def _cut(self, text: str, room: float) -> str:
        """A running head that is too long ends in dots."""
        if self._faces.width(text, "sans") * HEAD_SIZE <= room:
            return text
        while text and self._faces.width(f"{text}…", "sans") * HEAD_SIZE > room:
            text = text[:-1]
        return f"{text.rstrip()}…"

    def _right(self, right: float, y: float, text: str, size: float) -> None:
        self._words(right - self._faces.width(text, "sans") * size, y, text, "sans", size)

    def _words(self, x: float, y: float, text: str, face: Face, size: float) -> None:
        for run in self._faces.runs(text, face):
            self._text(x, y, run.text, run.face, size, "grey")
            x += run.width * size

    def _text(self, x: float, y: float, text: str, face: Face, size: float, ink: Ink) -> None:
        self._pdf.set_font(face, size=size)
        self._pdf.set_text_color(*INKS[ink])
        self._pdf.text(x, y, text)

    def _line(self, placed: Placed) -> None:
        base = placed.y + placed.line.baseline
        for bit in placed.line.bits:
            x = placed.x + bit.x
            self._text(x, base, bit.text, bit.face, bit.size, bit.ink)
            if bit.to in self._layout.anchors:
                if bit.face in UNDERLINED and bit.to.startswith(ENTRY):
                    self._hairline(x, base + 1.8, x + bit.width, base + 1.8)
                self._pdf.link(x, base - 0.8 * bit.size, bit.width, 1.1 * bit.size, self._link(bit.to))
        for rule in placed.line.rules:
            x, y = placed.x + rule.x, base - rule.rise
            if rule.height:
                self._pdf.set_draw_color(*INKS["black"])
                self._pdf.rect(x, y - rule.height, rule.width, rule.height)
            elif rule.dotted:
                self._dots(x, base, rule.width)
            else:
                self._hairline(x, y, x + rule.width, y)

    def _dots(self, x: float, y: float, width: float) -> None:
        """A leader from a title to its number."""
        step = self._faces.width(". ", "sans") * DOT_SIZE
        if count := max(0, int(width // step)):
            self._text(x + width - step * count, y, ". " * count, "sans", DOT_SIZE, "grey")

    def _hairline(self, x: float, y: float, right: float, below: float) -> None:
        self._pdf.set_draw_color(*HAIRLINE)
        self._pdf.line(x, y, right, below)

    def _link(self, anchor: str) -> int:
        if anchor not in self._links:
            page, y = self._layout.anchors[anchor]
            self._links[anchor] = int(self._pdf.add_link(y=max(0.0, y - 12), page=page))
        return self._links[anchor]
