"""Inline marks in prose: <b> bold, <i> italic, <r> filed (vermilion), <m> muted, <g term-id> a glossary link."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from game.ui.type import is_han

TAG: Final = re.compile(r"<(/?)([birmg])(?:\s+([\w./:-]+))?>")
CLOSING: Final = "，。、；：？！）」』》〉”’%"
OPENING: Final = "（「『《〈“‘"


@dataclass(frozen=True, slots=True)
class Look:
    """How a stretch of text is set."""

    bold: bool = False
    italic: bool = False
    filed: bool = False
    muted: bool = False
    term: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """What is never broken unless it is wider than the column: pieces of text, each with its look."""

    pieces: tuple[tuple[str, Look], ...]
    space_before: bool


@lru_cache(maxsize=1024)
def parse(source: str) -> tuple[Word, ...]:
    """The words of a paragraph. Unknown tags stay as they are; an unclosed tag holds to the end."""
    maker = _Words()
    look = Look()
    position = 0
    for tag in TAG.finditer(source):
        maker.add(source[position : tag.start()], look)
        look = _turn(look, tag)
        position = tag.end()
    maker.add(source[position:], look)
    return tuple(maker.finish())


@lru_cache(maxsize=1024)
def plain_words(text: str) -> tuple[Word, ...]:
    """The words of a text without marks."""
    maker = _Words()
    maker.add(text, Look())
    return tuple(maker.finish())


def plain(source: str) -> str:
    """The text without its marks, for screen readers and labels."""
    return TAG.sub("", source)


def terms(source: str) -> list[str]:
    """The ids of the glossary links in a paragraph, in order."""
    return [tag[3] or "" for tag in TAG.finditer(source) if tag[2] == "g" and not tag[1]]


def _turn(look: Look, tag: re.Match[str]) -> Look:
    opens = not tag[1]
    match tag[2]:
        case "b":
            return replace(look, bold=opens)
        case "i":
            return replace(look, italic=opens)
        case "r":
            return replace(look, filed=opens)
        case "m":
            return replace(look, muted=opens)
        case _:
            return replace(look, term=(tag[3] or "") if opens else "")


class _Words:
    """Collects pieces into words, breaking at spaces and between Chinese characters."""

    def __init__(self) -> None:
        self._words: list[Word] = []
        self._pieces: list[tuple[str, Look]] = []
        self._space = False

    def add(self, text: str, look: Look) -> None:
        for character in text:
            if character in " \n\t":
                self._close()
                self._space = True
            else:
                self._add_character(character, look)

    def _add_character(self, character: str, look: Look) -> None:
        last = self._pieces[-1][0][-1] if self._pieces else ""
        if last and _may_break(last, character):
            self._close()
        if self._pieces and self._pieces[-1][1] == look:
            self._pieces[-1] = self._pieces[-1][0] + character, look
        else:
            self._pieces.append((character, look))

    def _close(self) -> None:
        if self._pieces:
            self._words.append(Word(tuple(self._pieces), self._space))
            self._pieces, self._space = [], False

    def finish(self) -> list[Word]:
        self._close()
        return self._words


def _may_break(before: str, after: str) -> bool:
    if not (is_han(before) or is_han(after)):
        return False
    return after not in CLOSING and before not in OPENING
