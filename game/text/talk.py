"""Saying lines and asking numbered questions: everything that text play puts out or takes in passes here.

Lines are short and plain (no colour, no columns), so that a screen reader can read them one after another.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from game.base.texts import Texts
from game.events.cards import plain

WIDTH: Final = 78
LONGEST_NUMBER: Final = 4
"""Digits of an answer's number; anything longer is no answer."""
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Option:
    """One numbered answer, and lines of detail that are read out below it."""

    words: str
    details: tuple[str, ...] = ()


@dataclass
class Talk:
    """One conversation. ``ask`` takes a prompt and gives a line, or raises EOFError; ``say`` takes a line."""

    texts: Texts
    ask: Callable[[str], str]
    say: Callable[[str], None]
    commands: dict[str, Callable[[], None]] = field(default_factory=dict)
    """What can be typed at any numbered question besides a number: letter -> what it opens."""

    # ---- saying

    def tell(self, text_id: str, **values: Any) -> None:
        """Say a text by its id."""
        self.line(self.texts(text_id, **values))

    def line(self, text: str, indent: int = 0) -> None:
        """Say a paragraph, broken into short lines; links of the archive are said as their words."""
        space = " " * indent
        for row in textwrap.wrap(
            plain(text), WIDTH, initial_indent=space, subsequent_indent=space,
            break_long_words=False, break_on_hyphens=False,
        ):
            self.say(row)

    def prose(self, text: str) -> None:
        """Say a longer text, its paragraphs apart by an empty line."""
        for paragraph in (part for part in text.split("\n") if part.strip()):
            self.line(paragraph)
            self.say("")

    def heading(self, text: str) -> None:
        """Say a heading: a line of its own after an empty one."""
        self.say("")
        self.line(text)

    def head(self, text_id: str, **values: Any) -> None:
        """Say a heading by its text id."""
        self.heading(self.texts(text_id, **values))

    # ---- asking

    def choose(self, options: Sequence[Option | str], default: int = 1, back: bool = True) -> int:
        """The number of the answer taken; 0 is the way back, where there is one."""
        answer = self._answer(options, default, back, lambda _: None)
        assert isinstance(answer, int)
        return answer

    def choose_or_type(
        self, options: Sequence[Option | str], typed: Callable[[str], V | None], default: int = 1, back: bool = True
    ) -> int | V:
        """The same, or what was typed instead of a number, if ``typed`` can read it."""
        return self._answer(options, default, back, typed)

    def agreed(self, yes: str, no: str, default: bool = True) -> bool:
        """Whether the first of two answers was taken; both are text ids."""
        return self.choose((self.texts(yes), self.texts(no)), 1 if default else 2, back=False) == 1

    def _answer(
        self, options: Sequence[Option | str], default: int, back: bool, typed: Callable[[str], V | None]
    ) -> int | V:
        self._list(options, back)
        while True:
            line = self.ask(self.texts("play.prompt", default=default)).strip()
            if not line:
                return default
            if line.lower() in self.commands:
                self.commands[line.lower()]()
                self._list(options, back)
                continue
            if (number := self._number(line, len(options), back)) is not None:
                return number
            if (other := typed(line)) is not None:
                return other
            self.tell("play.no-answer", first=0 if back else 1, last=len(options))

    def _list(self, options: Sequence[Option | str], back: bool) -> None:
        for number, option in enumerate(options, 1):
            words, details = (option, ()) if isinstance(option, str) else (option.words, option.details)
            self.line(self.texts("play.option", number=number, words=words))
            for detail in details:
                self.line(detail, indent=3)
        if back:
            self.line(self.texts("play.option", number=0, words=self.texts("play.back")))

    @staticmethod
    def _number(line: str, last: int, back: bool) -> int | None:
        if not line.isdecimal() or len(line) > LONGEST_NUMBER:
            return None
        number = int(line)
        return number if (0 if back else 1) <= number <= last else None


def after_equals(line: str) -> float | None:
    """The number in ``= 160``: figures are typed behind a sign, so that they are not taken for an answer's number."""
    if not line.startswith("="):
        return None
    try:
        number = float(line[1:].replace(",", "").strip())
    except ValueError:
        return None
    return number if abs(number) < float("inf") else None


def as_words(line: str) -> str | None:
    """Any words that are no number."""
    return None if line.isdecimal() else line
