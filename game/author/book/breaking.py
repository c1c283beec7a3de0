"""Words broken into lines: ragged right, no line longer than its measure, Chinese broken between characters.

Places, widths and heights are in points; ``x`` counts from the left of the column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from game.author.book.blocks import Words
from game.author.book.faces import Face, Faces
from game.author.book.looks import Ink, Type, face_of, ink_of

_HAN: Final = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_TOKENS: Final = re.compile(rf"[ \t\n]+|[{_HAN}]|[^ \t\n{_HAN}]+")
_HAN_LETTER: Final = re.compile(f"[{_HAN}]")
_NEVER_FIRST: Final = "、。，．：；？！）》」』】〕〉”’,.;:?!)]"


@dataclass(frozen=True, slots=True)
class Bit:
    """Letters of one font at their place in a line; ``to``: the anchor that they lead to."""

    x: float
    text: str
    face: Face
    size: float
    ink: Ink
    width: float
    to: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line, ``rise`` above the baseline; or with a height a box standing on it."""

    x: float
    width: float
    rise: float = 0.0
    height: float = 0.0
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line: how high it is, where its baseline lies below its top, what stands in it."""

    height: float
    baseline: float
    bits: tuple[Bit, ...] = ()
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class _Piece:
    """Letters set alike; ``space``: free room before them, ``may``: whether a line may begin with them."""

    text: str
    face: Face
    ink: Ink
    to: str
    width: float
    space: float
    may: bool


_Box = tuple[_Piece, ...]
"""Pieces that stay together: a word with its comma, though the comma is in another face."""


def lines_of(words: Words, kind: Type, measure: float, faces: Faces) -> tuple[Line, ...]:
    """A paragraph's lines; what only pages have has become plain words by now. Units: points."""
    lines: list[list[_Piece]] = [[]]
    used, room = 0.0, measure - kind.left + (0.0 if kind.dash else kind.hang)
    for box in _boxes(words, kind, measure - kind.left, faces):
        gap = box[0].space if lines[-1] else 0.0
        width = _width(box)
        if lines[-1] and used + gap + width > room:
            lines.append([])
            used, room, gap = 0.0, measure - kind.left, 0.0
        lines[-1] += box if gap == box[0].space else (replace(box[0], space=gap), *box[1:])
        used += gap + width
    first = kind.left if kind.dash else kind.left - kind.hang
    found = [_line(line, kind, kind.left if number else first, faces) for number, line in enumerate(lines)]
    if kind.dash:
        dash = Bit(kind.left - kind.hang, "–", kind.face, kind.size, kind.ink, 0.6 * kind.size)
        found[0] = replace(found[0], bits=(dash, *found[0].bits))
    return tuple(found)


def _width(box: _Box) -> float:
    return sum(piece.width for piece in box) + sum(piece.space for piece in box[1:])


def _boxes(words: Words, kind: Type, measure: float, faces: Faces) -> Iterator[_Box]:
    """What a line can be broken between; nothing in it is wider than a line."""
    box: list[_Piece] = []
    for piece in _pieces(words, kind, faces):
        if piece.may and box:
            yield from _narrow(tuple(box), kind, measure, faces)
            box = []
        box.append(piece)
    if box:
        yield from _narrow(tuple(box), kind, measure, faces)


def _pieces(words: Words, kind: Type, faces: Faces) -> Iterator[_Piece]:
    space, last = 0.0, ""
    for span in words:
        face, ink = face_of(kind.face, span.style), ink_of(kind.ink, span.style)
        for text in _TOKENS.findall(span.text):
            if text.isspace():
                space += faces.width(" ", kind.face) * kind.size * len(text)
                continue
            han = _HAN_LETTER.match(text) or _HAN_LETTER.match(last)
            may = space > 0 or (bool(han) and text[0] not in _NEVER_FIRST)
            yield _Piece(text, face, ink, span.to, faces.width(text, face) * kind.size, space, may)
            space, last = 0.0, text[-1]


def _narrow(box: _Box, kind: Type, measure: float, faces: Faces) -> Iterator[_Box]:
    """A box that is wider than a line is broken after hyphens and slashes, and if need be anywhere."""
    if _width(box) <= measure:
        yield box
        return
    for piece in box:
        space = piece.space
        for part in re.findall(r"[^-/]*[-/]|[^-/]+", piece.text):
            fits = faces.width(part, piece.face) * kind.size <= measure
            for text in [part] if fits else list(part):
                width = faces.width(text, piece.face) * kind.size
                yield (replace(piece, text=text, width=width, space=space),)
                space = 0.0


def _line(pieces: list[_Piece], kind: Type, left: float, faces: Faces) -> Line:
    """Pieces at their places; those that are set alike and follow each other are joined with the space between."""
    bits: list[Bit] = []
    x, size = left, kind.size
    for piece in pieces:
        gap = piece.space
        for run in faces.runs(piece.text, piece.face):
            last = bits[-1] if bits else None
            alike = last is not None and (last.face, last.ink, last.to) == (run.face, piece.ink, piece.to)
            spaces = _spaces(gap, run.face, size, faces) if alike else None
            begin, x, gap = x + gap, x + gap + run.width * size, 0.0
            if last is not None and spaces is not None:
                bits[-1] = replace(last, text=f"{last.text}{spaces}{run.text}", width=x - last.x)
            else:
                bits.append(Bit(begin, run.text, run.face, size, piece.ink, x - begin, piece.to))
    return Line(kind.leading, 0.5 * (kind.leading + 0.72 * size), tuple(bits))


def _spaces(gap: float, face: Face, size: float, faces: Faces) -> str | None:
    """The spaces of a font that take just so much room; nothing if none do."""
    one = faces.width(" ", face) * size
    count = round(gap / one)
    return " " * count if abs(gap - count * one) < 1e-6 else None
