"""``check``: everything that is wrong with packs, a line each, with the place underlined; or as JSON."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal, TextIO

from game.author.annotations import as_annotations
from game.author.deck_tests import run_tests
from game.base.problems import Problem
from game.ruleset import check
from game.ruleset.packs import bytes_shown

SHOWN: Final = 110
"""Letters of a source line that are shown around the place."""

_WORD: Final = re.compile(r"[\w.-]+")


Form = Literal["text", "json", "github"]
"""How problems are printed: for a person, for a program, as annotations of a pull request."""


def run(
    paths: Sequence[Path], form: Form = "text", out: TextIO | None = None, *, base: Path | None = None,
    tests: bool = False,
) -> int:
    """Check packs and print what is wrong; 1 if anything but warnings and notes was found, else 0.

    ``base`` is read below a pack that asks for it; ``tests``: its deck tests are played, too, if nothing is wrong.
    Raises: CallError if a path does not exist.
    """
    problems, target = check(paths, base), out or sys.stdout
    wrong = _any_error(problems)
    result = run_tests(paths, base) if tests and not wrong else None
    problems = [*problems, *(result.problems if result else ())]
    lines = {"text": as_lines, "json": as_document, "github": as_annotations}[form]
    for line in lines(problems):
        print(line, file=target)
    if tests and form == "text":
        print(result or "the deck tests were not played: mend the pack first", file=target)
    return int(_any_error(problems))


def _any_error(problems: Sequence[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)


def as_document(problems: Sequence[Problem]) -> Iterator[str]:
    """One JSON list of {file, line, column, code, severity, message, hint}."""
    yield json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=1)


def as_lines(problems: Sequence[Problem]) -> Iterator[str]:
    """``file:line:column: code: message; hint``, and below it the line of the file with the place underlined."""
    for problem in problems:
        mark = "" if problem.severity == "error" else f" ({problem.severity})"
        yield f"{problem}{mark}"
        yield from underlined(problem)


def underlined(problem: Problem) -> Iterator[str]:
    """The line of the file and a row of carets; nothing if the line cannot be shown."""
    lines = _lines(problem.file)
    if problem.line > len(lines) or not lines[problem.line - 1].strip():
        return
    whole, at = lines[problem.line - 1], problem.column - 1
    begin = max(0, min(at - SHOWN // 3, len(whole) - SHOWN))
    line, at = whole[begin : begin + SHOWN], at - begin
    word = _WORD.match(line, at)
    width = _columns(word.group()) if word else 1
    yield f"{problem.line:>7} | {line}"
    yield f"{'':>7} | {' ' * _columns(line[:at])}{'^' * width}"


@lru_cache(maxsize=64)
def _lines(file: str) -> list[str]:
    """Lines of a file, made safe for a terminal; none if it cannot be read."""
    try:
        text = bytes_shown(file).decode("utf-8-sig", "replace")
    except OSError:
        return []
    return ["".join(letter if letter.isprintable() else " " for letter in line) for line in text.split("\n")]


def _columns(text: str) -> int:
    """Columns that a text takes on a terminal: Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
