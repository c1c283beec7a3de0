"""The book as one HTML file that needs nothing but the fonts beside it; it prints as well as it reads."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from importlib.resources import files
from typing import Final

from game.author.book.blocks import (
    YES_NO_PARTLY,
    Block,
    Book,
    Columns,
    Heading,
    Part,
    Piece,
    Prose,
    Row,
    Sheet,
    Span,
    Table,
    Words,
)

TAGS: Final = {"strong": "strong", "emphasis": "em"}


def as_html(book: Book) -> str:
    """The whole document."""
    css = files("game.author.book").joinpath("book.css").read_text(encoding="utf-8")
    parts = "\n".join(_part(part) for part in book.parts)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(book.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escape(book.title)}</title>\n'
        f"<style>\n{css}</style>\n</head>\n<body>\n{parts}\n</body>\n</html>\n"
    )


def _part(part: Part) -> str:
    kind = "front" if part.front else "part"
    inner = "\n".join(_piece(piece) for piece in part.pieces)
    return f'<section class="{kind}">\n{inner}\n</section>'


def _piece(piece: Piece) -> str:
    match piece:
        case Row():
            return _row(piece)
        case Table():
            return _table(piece)
        case Columns(blocks):
            return f'<div class="columns">\n{_blocks(blocks)}\n</div>'
    return _block(piece)


def _row(row: Row) -> str:
    """An article with its margin."""
    main, side = row.columns
    after = f"\n{_blocks(row.after)}" if row.after else ""
    return (
        f'<article class="{row.layout}">\n<div class="main">\n{_blocks(main)}\n</div>\n'
        f'<aside>\n{_blocks(side)}\n</aside>{after}\n</article>'
    )  # fmt: skip


def _table(table: Table) -> str:
    widths = "".join(f'<col style="width: {share}%">' for share in table.shares)
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in table.heads)
    rows = "\n".join(
        f'<tr id="{escape(row.anchor)}">{"".join(f"<td>{_blocks(cell)}</td>" for cell in row.columns)}</tr>'
        for row in table.rows
    )
    top = f"<colgroup>{widths}</colgroup>\n<thead><tr>{heads}</tr></thead>"
    return f"<table>\n{top}\n<tbody>\n{rows}\n</tbody>\n</table>"


def _blocks(blocks: tuple[Block, ...]) -> str:
    return "\n".join(map(_block, blocks))


def _block(block: Block) -> str:
    match block:
        case Heading(words, level, anchor):
            return f'<h{level} id="{escape(anchor)}">{_words(words)}</h{level}>'
        case Prose(words, look, anchor):
            place = f' id="{escape(anchor)}"' if anchor else ""
            return f'<p class="{look}"{place}>{_words(words)}</p>'
        case Sheet():
            return "\n".join(_sheet(block))
    raise TypeError(f"no way to write {block!r}")


def _words(words: Words) -> str:
    return "".join(map(_span, words))


def _span(span: Span) -> str:
    """Words with their tag and link; what only pages have is left out."""
    if span.style == "page":
        return ""
    inner = escape(span.text, quote=False)
    if span.style == "filed":
        inner = f'<span class="filed">{inner}</span>'
    elif span.style in TAGS:
        inner = f"<{TAGS[span.style]}>{inner}</{TAGS[span.style]}>"
    return f'<a href="#{escape(span.to)}">{inner}</a>' if span.to else inner


def _sheet(sheet: Sheet) -> Iterator[str]:
    """Boxes that can be ticked on the screen or on paper, and lines to write on."""
    yield f'<div class="{"review" if sheet.lines else "review short"}">'
    yield '<p class="label">Review: does the page hold the claim?</p>'
    for claim in sheet.claims:
        boxes = "".join(f'<label><input type="checkbox"> {word}</label>' for word in YES_NO_PARTLY)
        yield f'<p class="claim"><span>{_words(claim)}</span><span class="boxes">{boxes}</span></p>'
    if sheet.lines:
        yield '<p class="label">Remarks</p>'
        yield from ['<div class="line"></div>'] * sheet.lines
        yield '<p class="signed"><span>Reviewer</span><span>Date</span></p>'
    yield "</div>"
