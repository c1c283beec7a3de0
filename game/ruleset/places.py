"""Where each value of a file stands, kept beside the data: problems are found in data and shown in files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.base.problems import Problem, Severity

Loc = Sequence[str | int]
"""A way into the data of a file: keys and positions, as ``("cards", 3, "choices", 0, "text")``."""


@dataclass(slots=True)
class Place:
    """Where a value begins; lines and columns count from 1. ``keys`` and ``inside`` lead on into a mapping or list."""

    line: int
    column: int
    keys: dict[str, tuple[int, int]] | None = None
    inside: dict[str, Place] | list[Place] | None = None

    def step(self, key: str | int) -> Place | None:
        """The place of one part, if there is such a part."""
        if isinstance(self.inside, dict):
            return self.inside.get(str(key))
        if isinstance(self.inside, list) and isinstance(key, int) and 0 <= key < len(self.inside):
            return self.inside[key]
        return None


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was read: its data, and where everything in it stands."""

    file: str
    data: object
    place: Place
    text: str

    def find(self, loc: Loc) -> Place:
        """The place of a value, or of the nearest thing around it that exists."""
        place = self.place
        for key in loc:
            inner = place.step(key)
            if inner is None:
                break
            place = inner
        return place

    def find_key(self, loc: Loc) -> tuple[int, int]:
        """Line and column of the key itself, for a value that should not be there."""
        around = self.find(loc[:-1])
        return (around.keys or {}).get(str(loc[-1]), (around.line, around.column))

    def problem(
        self, loc: Loc, code: str, message: str, hint: str = "", *, severity: Severity = "error", column: int = 0
    ) -> Problem:
        """A problem with a value; ``column`` counts on from the value's first letter."""
        place = self.find(loc)
        return Problem(self.file, place.line, place.column + column, code, message, hint, severity)

    def key_problem(
        self, loc: Loc, code: str, message: str, hint: str = "", *, severity: Severity = "error"
    ) -> Problem:
        """A problem with a key."""
        line, column = self.find_key(loc)
        return Problem(self.file, line, column, code, message, hint, severity)

    def inner_column(self, loc: Loc, value: str, offset: int) -> int:
        """Columns from a value's first letter in the file to a letter inside it; 0 if the value spans lines."""
        place = self.find(loc)
        lines = self.text.splitlines()
        line = lines[place.line - 1] if place.line <= len(lines) else ""
        start = line.find(value, place.column - 1)
        return start - (place.column - 1) + offset if 0 <= start <= place.column else 0
