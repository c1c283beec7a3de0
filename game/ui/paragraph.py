"""Paragraphs: words with inline marks broken into lines that fit a width, never cut and never overlapping."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pygame import Rect, Surface

from game.ui import lines
from game.ui.markup import Look, Word, parse, plain_words
from game.ui.palette import INK, UMBER, VERMILION, Colour
from game.ui.type import BOLD, ITALIC, Align, TextStyle, Typesetter

KEPT: Final = 1500
"""Broken paragraphs kept."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line with one look, at its place from the line's left edge, pixels."""

    x: float
    text: str
    width: float
    look: Look


@dataclass(frozen=True, slots=True)
class Link:
    """A glossary link: its term and the boxes it fills, relative to the paragraph's top left, pixels."""

    term: str
    text: str
    boxes: tuple[Rect, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """A paragraph broken into lines for one width."""

    style: TextStyle
    type: Typesetter
    lines: tuple[tuple[Run, ...], ...]
    words_in_lines: tuple[int, ...]

    @property
    def height(self) -> int:
        """Height of the whole, pixels."""
        return self.type.block_height(self.style, len(self.lines))

    @property
    def width(self) -> float:
        """Width of the longest line, pixels."""
        return max((line[-1].x + line[-1].width for line in self.lines if line), default=0.0)

    def links(self) -> list[Link]:
        """The glossary links with their boxes; one broken over two lines has two boxes."""
        found: list[Link] = []
        fresh = True
        for number, line in enumerate(self.lines):
            for run in line:
                if not run.look.term:
                    fresh = True
                    continue
                box = self._box(number, run)
                if not fresh and found and found[-1].term == run.look.term:
                    last = found[-1]
                    found[-1] = Link(last.term, f"{last.text} {run.text}", (*last.boxes, box))
                else:
                    found.append(Link(run.look.term, run.text, (box,)))
                fresh = False
        return found

    def _box(self, number: int, run: Run) -> Rect:
        top = number * self.type.leading(self.style)
        return Rect(round(run.x), top, round(run.width), self.type.line_height(self.style))

    def draw(
        self, surface: Surface, at: tuple[float, float], colour: Colour = INK, align: Align = "left", width: float = 0
    ) -> None:
        """Draw with the top left corner at `at`; `width` is that of the column, for centred and right-set lines."""
        baseline = at[1] + self.type.baseline(self.style)
        for line in self.lines:
            indent = _indent(line, align, width)
            for run in line:
                self._draw_run(surface, run, at[0] + indent + run.x, baseline, colour)
            baseline += self.type.leading(self.style)

    def _draw_run(self, surface: Surface, run: Run, x: float, baseline: float, colour: Colour) -> None:
        ink = VERMILION if run.look.filed else UMBER if run.look.muted else colour
        self.type.draw(surface, run.text, (x, baseline), styled(self.style, run.look), ink)
        if run.look.term:
            drop = round(self.style.size * self.type.scale * 0.2) + 1
            lines.dotted(surface, x, x + run.width, baseline + drop, ink, self.type.scale)


def styled(style: TextStyle, look: Look) -> TextStyle:
    """The style in the face that a look asks for."""
    if look.bold:
        return style.with_face(BOLD.get(style.face, style.face))
    if look.italic:
        return style.with_face(ITALIC.get(style.face, style.face))
    return style


def set_paragraph(source: str, width: float, style: TextStyle, setter: Typesetter) -> Setting:
    """Break a paragraph with inline marks into lines no wider than `width` pixels; the same again is free."""
    return set_marked(parse(source), width, style, setter)


def set_plain(text: str, width: float, style: TextStyle, setter: Typesetter) -> Setting:
    """Break a text that has no marks: what looks like one stays as it is."""
    return set_marked(plain_words(text), width, style, setter)


def set_marked(words: tuple[Word, ...], width: float, style: TextStyle, setter: Typesetter) -> Setting:
    """Break words with their looks; the same again is free."""
    kept, key = setter.fonts.settings, (words, width, style, setter.scale)
    setting = kept.get(key)
    if setting is None:
        setting = kept[key] = set_words(words, width, style, setter)
        if len(kept) > KEPT:
            kept.popitem(last=False)
    return setting


def set_words(words: Sequence[Word], width: float, style: TextStyle, setter: Typesetter) -> Setting:
    """Break words into lines no wider than `width` pixels; a word too wide for a line is broken inside."""
    space = setter.width(" ", style)
    set_lines: list[tuple[Run, ...]] = []
    counts: list[int] = []
    line: list[Word] = []
    reach = 0.0
    for word in _fitting(words, width, style, setter):
        own = _word_width(word, style, setter)
        gap = space if word.space_before and line else 0.0
        if line and reach + gap + own > width + 0.5:
            set_lines.append(_join(line, style, setter))
            counts.append(len(line))
            line, reach, gap = [], 0.0, 0.0
        line.append(word)
        reach += gap + own
    if line:
        set_lines.append(_join(line, style, setter))
        counts.append(len(line))
    return Setting(style, setter, tuple(set_lines), tuple(counts))


def _indent(line: tuple[Run, ...], align: Align, width: float) -> float:
    if align == "left" or not line:
        return 0.0
    spare = width - line[-1].x - line[-1].width
    return spare / 2 if align == "centre" else spare


def _word_width(word: Word, style: TextStyle, setter: Typesetter) -> float:
    return sum(setter.width(text, styled(style, look)) for text, look in word.pieces)


def _fitting(words: Sequence[Word], width: float, style: TextStyle, setter: Typesetter) -> Iterator[Word]:
    for word in words:
        if _word_width(word, style, setter) <= width + 0.5:
            yield word
        else:
            yield from _broken(word, width, style, setter)


def _broken(word: Word, width: float, style: TextStyle, setter: Typesetter) -> Iterator[Word]:
    """A word wider than the column, in parts that fit it."""
    part: list[tuple[str, Look]] = []
    reach, space = 0.0, word.space_before
    for text, look in word.pieces:
        for character in text:
            own = setter.width(character, styled(style, look))
            if part and reach + own > width - 0.5:
                yield Word(tuple(part), space)
                part, reach, space = [], 0.0, False
            part.append((character, look))
            reach += own
    if part:
        yield Word(tuple(part), space)


def _join(words: list[Word], style: TextStyle, setter: Typesetter) -> tuple[Run, ...]:
    """The words of a line as runs of one look each; a space inside a look belongs to its run."""
    pieces: list[tuple[str, Look]] = []
    for number, word in enumerate(words):
        gap = " " if word.space_before and number else ""
        for text, look in word.pieces:
            if pieces and pieces[-1][1] == look:
                pieces[-1] = pieces[-1][0] + gap + text, look
            elif gap:
                pieces.append((gap + text, look)) if not look.term else pieces.extend(((gap, Look()), (text, look)))
            else:
                pieces.append((text, look))
            gap = ""
    return tuple(_place(pieces, style, setter))


def _place(pieces: list[tuple[str, Look]], style: TextStyle, setter: Typesetter) -> Iterator[Run]:
    x = 0.0
    for text, look in pieces:
        width = setter.width(text, styled(style, look))
        yield Run(x, text, width, look)
        x += width
