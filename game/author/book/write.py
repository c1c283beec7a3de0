"""``deck-book``: the folder with the book as HTML, the fonts beside it, and the PDF if its library is there."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.author.book.blocks import Book
from game.author.book.book import book_of
from game.author.book.html import as_html
from game.author.book.items import shelve
from game.base.problems import CallError
from game.ruleset import load

HTML: Final = "deck-book.html"
PDF: Final = "deck-book.pdf"
HTML_FONTS: Final = (
    "ShangdangRoman-Regular.ttf", "ShangdangRoman-Italic.ttf", "ShangdangRoman-Bold.ttf", "ShangdangSans-Regular.ttf",
    "ShangdangSans-Italic.ttf", "ShangdangSans-Bold.ttf", "ShangdangSong-Regular.otf", "OFL.txt",
)  # fmt: skip
"""What the page shows itself in, with the licence that goes with it."""
WITHOUT_PDF: Final = (
    'the PDF needs fpdf2, which is not installed: python -m pip install -e ".[book]" (or: pip install fpdf2); '
    "the HTML is written all the same"
)


@dataclass(frozen=True, slots=True)
class Written:
    """What came of it; ``lacks`` says why there is no PDF, if there is none."""

    files: tuple[Path, ...]
    lacks: str = ""


def write(packs: Sequence[Path], out: Path, fonts: Path, scenario: str | None = None) -> Written:
    """Write the book of some packs, the first the base, into a folder.

    Raises: BrokenPackError with everything that is wrong with a pack; CallError if there is no such scenario, or the
    folder cannot be written.
    """
    if out.exists() and not out.is_dir():
        raise CallError(f"{out} is a file; --out names a folder for the book")
    book = book_of(shelve(load(packs), scenario))
    pdf = _pdf(book, fonts)
    try:
        files = list(_written(book, pdf, out, fonts))
    except OSError as fault:
        raise CallError(f"{fault.filename or out} cannot be written: {fault.strerror}") from fault
    return Written(tuple(files), "" if pdf else WITHOUT_PDF)


def _written(book: Book, pdf: bytes | None, out: Path, fonts: Path) -> list[Path]:
    """A PDF from an earlier time is taken away if there is none now: it would be of other content."""
    beside = out / "fonts"
    beside.mkdir(parents=True, exist_ok=True)
    for name in HTML_FONTS:
        shutil.copyfile(fonts / name, beside / name)
    page, printed = out / HTML, out / PDF
    page.write_text(as_html(book), encoding="utf-8", newline="")
    if pdf is None:
        printed.unlink(missing_ok=True)
        return [page]
    printed.write_bytes(pdf)
    return [page, printed]


def _pdf(book: Book, fonts: Path) -> bytes | None:
    """The PDF, or nothing if the library that makes it is not installed."""
    try:
        from game.author.book.pdf import as_pdf  # noqa: PLC0415 - its library is an extra
    except ModuleNotFoundError as fault:
        if fault.name is None or fault.name.partition(".")[0] not in ("fpdf", "fontTools", "PIL", "defusedxml"):
            raise
        return None
    return as_pdf(book, fonts)
