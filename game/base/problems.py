"""A problem in a file: what is wrong, where, what was expected, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

Severity = Literal["error", "warning", "note"]
"""An error stops a game; a warning should be looked at; a note only tells."""


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


def nearest(word: str, known: Iterable[str]) -> str:
    """``did you mean 'x'?`` for the known word spelt most like this one, or nothing."""
    matches = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"did you mean '{matches[0]}'?" if matches else ""


class CallError(Exception):
    """The call is wrong (no such scenario, a file that is no save): one plain sentence, exit status 2."""
