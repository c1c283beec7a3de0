"""Problems as workflow commands: GitHub shows them beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from game.base.problems import Problem, Severity

LEVELS: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "note": "notice"}
"""What GitHub calls them."""


def as_annotations(problems: Sequence[Problem]) -> Iterator[str]:
    """``::error file=..,line=..,col=..,title=CODE::message; hint``, escaped as GitHub reads it."""
    for problem in problems:
        where = {
            "file": _from_here(problem.file), "line": str(problem.line), "col": str(problem.column),
            "title": problem.code,
        }  # fmt: skip
        properties = ",".join(f"{name}={_property(value)}" for name, value in where.items())
        tail = f"; {problem.hint}" if problem.hint else ""
        yield f"::{LEVELS[problem.severity]} {properties}::{_message(problem.message + tail)}"


def _from_here(file: str) -> str:
    """The path as GitHub knows it: from the folder of the checkout, in which the command runs, with ``/``."""
    path = Path(file).absolute()
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
