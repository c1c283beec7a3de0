"""Where each value of a file stands, kept beside the data: problems are found in data and shown in files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from game.base.problems import Problem, Severity

LINES_OF_A_TEXT: Final = 40
"""How far words are looked for below the beginning of their text."""

Loc = Sequence[str | int]
"""A way into the data of a file: keys and positions, as ``("cards", 3, "choices", 0, "text")``."""


class Mark(Protocol):
    """A place as the YAML library gives it, counting from 0."""

    @property
    def line(self) -> int:
        """Lines above it."""

    @property
    def column(self) -> int:
        """Letters before it."""


@dataclass(slots=True)
class Place:
    """Where a value begins; ``keys`` and ``inside`` lead on into a mapping or list.

    Marks of single values are kept as they come, since few of hundreds of thousands are ever looked at.
    """

    mark: Mark
    keys: dict[str, Mark] | None = None
    inside: dict[str, Place | Mark] | list[Place | Mark] | None = None

    @property
    def line(self) -> int:
        """Line, from 1."""
        return self.mark.line + 1

    @property
    def column(self) -> int:
        """Column in letters, from 1."""
        return self.mark.column + 1

    def step(self, key: str | int) -> Place | None:
        """The place of one part, if there is such a part."""
        found: Place | Mark | None = None
        if isinstance(self.inside, dict):
            found = self.inside.get(str(key))
        elif isinstance(self.inside, list) and isinstance(key, int) and 0 <= key < len(self.inside):
            found = self.inside[key]
        return found if found is None or isinstance(found, Place) else Place(found)


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
        mark = (around.keys or {}).get(str(loc[-1]), around.mark)
        return mark.line + 1, mark.column + 1

    def problem(
        self,
        loc: Loc,
        code: str,
        message: str,
        hint: str = "",
        *,
        severity: Severity = "error",
        at: str = "",
        on: int = 0,
    ) -> Problem:
        """A problem with a value; ``at``: the words inside it that are wrong, ``on``: how many letters into them."""
        line, column = self._inside(self.find(loc), at, on)
        return Problem(self.file, line, column, code, message, hint, severity)

    def key_problem(self, loc: Loc, code: str, message: str, hint: str = "") -> Problem:
        """A problem with a key."""
        line, column = self.find_key(loc)
        return Problem(self.file, line, column, code, message, hint)

    def _inside(self, place: Place, words: str, on: int) -> tuple[int, int]:
        """Line and column of words that stand in a value; of the value itself, if they are folded over lines."""
        if not words:
            return place.line, place.column
        lines = self.text.split("\n")[place.line - 1 : place.line - 1 + LINES_OF_A_TEXT]
        for number, line in enumerate(lines):
            column = line.find(words, place.column - 1 if number == 0 else 0)
            if column >= 0:
                return place.line + number, column + 1 + on
        return place.line, place.column
