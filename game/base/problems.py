"""A problem in a file: what is wrong, where, what was expected, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final, Literal

Severity = Literal["error", "warning", "note"]
"""An error stops a game; a warning should be looked at; a note only tells."""

TO_WRITE: Final = "…"
"""What stands in a template where the author is to write."""
QUOTE: Final = "put quotes around it"
"""The hint at a number or switch where a text belongs."""
LOOKED_AT: Final = 8
"""Known words that are looked at closely when a spelling is wrong."""
SHORT: Final = 4
"""Letters of a word in which two slips make another word."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong with one file; line and column count from 1."""

    file: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        tail = f"; {self.hint}" if self.hint else ""
        return f"{self.file}:{self.line}:{self.column}: {self.code}: {self.message}{tail}"


class Exchange(str):
    """A hint that a program can carry out, too: at the problem's place ``old`` is to become ``new``.

    ``sure``: no other known word comes as near, and this one is but a slip or two away.
    """

    __slots__ = ("new", "old", "sure")

    old: str
    new: str
    sure: bool

    def __new__(cls, words: str, old: str, new: str, sure: bool = True) -> Exchange:
        """The hint in words, and what it stands for."""
        hint = super().__new__(cls, words)
        hint.old, hint.new, hint.sure = old, new, sure
        return hint

    def __getnewargs__(self) -> tuple[str, str, str, bool]:  # type: ignore[override]
        return str(self), self.old, self.new, self.sure


def nearest(word: str, known: Iterable[str]) -> str:
    """``did you mean 'x'?`` for the known word spelt most like this one, or nothing."""
    matches = get_close_matches(word, list(known), n=LOOKED_AT, cutoff=0.6)
    if not matches:
        return ""
    slips = {match: edits(word, match) for match in matches}
    fewest = min(slips.values())
    meant = [match for match in matches if slips[match] == fewest]
    sure = fewest <= (1 if len(word) <= SHORT else 2) and meant == matches[:1]
    return Exchange(f"did you mean '{matches[0]}'?", word, matches[0], sure)


def suggestion(word: str, known: Iterable[str]) -> str:
    """What may have been meant; if no known word is near, all that there are."""
    words = list(known)
    return nearest(word, words) or f"there are: {', '.join(words)}"


def edits(one: str, other: str) -> int:
    """How many letters must be put in, taken out, exchanged or swapped with the next to make one word of the other."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, opposite in enumerate(other, 1):
            cost = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != opposite))
            if before and column > 1 and letter == other[column - 2] and one[row - 2] == opposite:
                cost = min(cost, before[column - 2] + 1)
            now.append(cost)
        before, last = last, now
    return last[-1]


class CallError(Exception):
    """The call is wrong (no such scenario, a file that is no save): one plain sentence, exit status 2."""
