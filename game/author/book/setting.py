"""Blocks become chunks: lines that stay together on a page. Measures and heights are in points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from game.author.book.blocks import YES_NO_PARTLY, Block, Heading, Look, Prose, Sheet, Span, Words, bare, said
from game.author.book.breaking import Bit, Line, Rule, lines_of
from game.author.book.faces import Faces
from game.author.book.looks import HEADINGS, LOOKS, TABLE_CONSEQUENCE, Type

UNKNOWN_PAGE: Final = "000"
"""Stands for the number of a page before the pages are known."""
BOXES_WIDTH: Final = 128.0
BOX: Final = 7.0
SHEET_LEADING: Final = 12.2
REMARK_LEADING: Final = 18.0


@dataclass(frozen=True, slots=True)
class Chunk:
    """Lines that no page break parts. ``before``: room above, not at the top of a page; ``anchor``: what begins here.

    ``stays``: the next chunk must stand below it on the same page.
    """

    lines: tuple[Line, ...]
    before: float = 0.0
    anchor: str = ""
    stays: bool = False
    title: str = ""
    """For a heading: what the outline says, with its level."""
    level: int = 0

    @property
    def height(self) -> float:
        """Without the room above."""
        return sum(line.height for line in self.lines)


@dataclass
class Setter:
    """Sets blocks to a measure; ``pages`` says on which page each anchor was when the book was last laid out."""

    faces: Faces
    pages: Mapping[str, int] = field(default_factory=dict)
    _lines: dict[tuple[Words, Type, float], tuple[Line, ...]] = field(default_factory=dict)

    def set(self, blocks: Iterable[Block], measure: float, narrow: bool = False) -> list[Chunk]:
        """The chunks of some blocks, one after another; ``narrow``: in a column of a table. Units: points."""
        return [chunk for block in blocks for chunk in self._block(block, measure, narrow)]

    def _block(self, block: Block, measure: float, narrow: bool) -> Iterator[Chunk]:
        match block:
            case Heading(words, level, anchor, _, number):
                title = f"{number}  {bare(words)}" if number else bare(words)
                lines = self._broken(words, HEADINGS[level], measure)
                for chunk in _chunks(lines, HEADINGS[level]):
                    yield replace(chunk, anchor=anchor, stays=True, title=title, level=level)
                    anchor = title = ""
            case Prose(words, look, anchor):
                kind = TABLE_CONSEQUENCE if narrow and look == "consequence" else LOOKS[look]
                yield from self._prose(words, look, kind, anchor, measure)
            case Sheet():
                yield from self._sheet(block, measure)

    def _prose(self, words: Words, look: Look, kind: Type, anchor: str, measure: float) -> Iterator[Chunk]:
        if look.startswith("contents"):
            lines: tuple[Line, ...] = (self._contents(words, kind, measure),)
        else:
            lines = self._broken(self._numbered(words), kind, measure)
        for number, chunk in enumerate(_chunks(lines, kind)):
            yield replace(chunk, anchor=anchor if not number else "")

    def _broken(self, words: Words, kind: Type, measure: float) -> tuple[Line, ...]:
        key = (words, kind, measure)
        if key not in self._lines:
            self._lines[key] = lines_of(words, kind, measure, self.faces)
        return self._lines[key]

    def _numbered(self, words: Words) -> Words:
        """References to pages with their numbers."""
        if all(span.style != "page" for span in words):
            return words
        return tuple(self._with_page(span) if span.style == "page" else span for span in words)

    def _with_page(self, span: Span) -> Span:
        return Span(f"{span.text}{self.pages.get(span.to, UNKNOWN_PAGE)}", "plain", span.to)

    def _contents(self, words: Words, kind: Type, measure: float) -> Line:
        """A title, dots, and the number of its page at the right; a title that is too long is cut."""
        target = words[-1].to
        number = str(self.pages.get(target, UNKNOWN_PAGE))
        digits = self.faces.width(number, kind.face) * kind.size
        (line, *more) = lines_of(words[:-1], replace(kind, hang=0.0), measure - 40, self.faces)
        if more:
            dots = Bit(line.bits[-1].x + line.bits[-1].width, " …", kind.face, kind.size, kind.ink, kind.size, target)
            line = replace(line, bits=(*line.bits, dots))
        end = line.bits[-1].x + line.bits[-1].width + 5
        leader = Rule(end, max(0.0, measure - digits - 5 - end), dotted=True)
        last = Bit(measure - digits, number, kind.face, kind.size, kind.ink, digits, target)
        return replace(line, bits=(*line.bits, last), rules=(leader,))

    def _sheet(self, sheet: Sheet, measure: float) -> Iterator[Chunk]:
        """The review sheet: a line with boxes for each claim; then empty lines."""
        kind = replace(LOOKS["apparatus"], leading=SHEET_LEADING)
        lines: list[Line] = []
        if sheet.lines:
            lines.append(Line(7.0, 5.0, rules=(Rule(0, measure),)))
            lines += self._broken(said("Review: does the page hold the claim?"), LOOKS["label"], measure)
        else:
            lines.append(Line(3.0, 2.0))
        for claim in sheet.claims:
            first, *more = lines_of(claim, kind, measure - BOXES_WIDTH - 10, self.faces)
            lines += [self._boxed(first, kind, measure), *more]
        if sheet.lines:
            lines.append(Line(4.0, 3.0))
            lines += self._broken(said("Remarks"), LOOKS["label"], measure)
            lines += [Line(REMARK_LEADING, REMARK_LEADING - 3, rules=(Rule(0, measure),))] * sheet.lines
            lines += [Line(6.0, 3.0), self._signed(measure)]
        yield Chunk(tuple(lines), before=8.0 if sheet.lines else 2.0)

    def _boxed(self, line: Line, kind: Type, measure: float) -> Line:
        """A claim with its three boxes at the right."""
        bits, rules = list(line.bits), list(line.rules)
        x = measure - BOXES_WIDTH
        for word in YES_NO_PARTLY:
            rules.append(Rule(x, BOX, -0.8, BOX))
            width = self.faces.width(word, kind.face) * kind.size
            bits.append(Bit(x + BOX + 3, word, kind.face, kind.size, kind.ink, width))
            x += 46.0
        return replace(line, bits=tuple(bits), rules=tuple(rules))

    def _signed(self, measure: float) -> Line:
        kind, half = LOOKS["apparatus"], measure / 2
        found: list[Bit] = []
        rules: list[Rule] = []
        for x, word in ((0.0, "Reviewer"), (half, "Date")):
            width = self.faces.width(word, kind.face) * kind.size
            found.append(Bit(x, word, kind.face, kind.size, kind.ink, width))
            rules.append(Rule(x + width + 5, half - width - 5 - (12 if not x else 0), -1.0))
        return Line(16.0, 13.0, tuple(found), tuple(rules))


def _chunks(lines: tuple[Line, ...], kind: Type) -> Iterator[Chunk]:
    """No first or last line of a paragraph stands alone on a page; ``after`` goes to the last."""
    lines = (*lines[:-1], replace(lines[-1], height=lines[-1].height + kind.after))
    if len(lines) <= 3:
        yield Chunk(lines, kind.before, stays=kind.stays)
        return
    yield Chunk(lines[:2], kind.before)
    yield from (Chunk((line,)) for line in lines[2:-2])
    yield Chunk(lines[-2:], stays=kind.stays)


def groups(chunks: list[Chunk]) -> list[tuple[Chunk, ...]]:
    """Chunks with all that must stand below them."""
    found: list[tuple[Chunk, ...]] = []
    open_group: list[Chunk] = []
    for chunk in chunks:
        open_group.append(chunk)
        if not chunk.stays:
            found.append(tuple(open_group))
            open_group = []
    return [*found, tuple(open_group)] if open_group else found


def height_of(chunks: Iterable[Chunk], *, top: bool) -> float:
    """How high chunks are below each other; at the top of a page without the room above."""
    total = 0.0
    for number, chunk in enumerate(chunks):
        total += chunk.height + (0.0 if top and not number else chunk.before)
    return total
