"""The results of pieces of work, as data that goes between processes and into the journal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from math import isfinite
from typing import Any, Final

from game.author.sweep.outcomes import BY_ID, Outcomes

CONDITION, FOLLOW, ROOM = "condition", "follow", "room"
REASONS: Final = (CONDITION, FOLLOW, ROOM)
"""Why a card did not come in a season of its window: its condition did not hold; no answer had led to it; it could
have come, and others were drawn or the desk was full."""

Came = tuple[str, str, str]
"""Card, season, choice (empty if the campaign ended before an answer)."""
Waited = tuple[str, str, str, tuple[int, ...]]
"""Card, season, reason, and the numbers of the parts of its condition that failed."""


@dataclass(frozen=True, slots=True)
class RunResult:
    """What one campaign came to."""

    outcomes: Outcomes
    career: str
    hash: str
    came: tuple[Came, ...]
    waited: tuple[Waited, ...]


@dataclass(frozen=True, slots=True)
class PairResult:
    """One campaign from the season on in which a card came, at the same horizon each time."""

    season: str
    choice: str
    """The answer that the policy gave."""
    given: Outcomes
    without: Outcomes
    others: Mapping[str, Outcomes]
    """By the other answers that could be taken."""

    @property
    def campaigns(self) -> int:
        """How many courses were played for it."""
        return 2 + len(self.others)


Result = RunResult | PairResult


def to_json(result: Result) -> dict[str, Any]:
    """The result as JSON data."""
    return {field.name: getattr(result, field.name) for field in fields(result)}


def from_json(kind: str, data: Any) -> Result:
    """The result of a unit of that kind, from data that anyone may have written.

    Raises: ValueError, TypeError or KeyError if it is none.
    """
    if kind == "run":
        return RunResult(
            _outcomes(data["outcomes"]), _word(data["career"]), _word(data["hash"]),
            tuple(_three(item) for item in _list(data["came"])),
            tuple(_waited(item) for item in _list(data["waited"])),
        )  # fmt: skip
    others = {_word(choice): _outcomes(found) for choice, found in dict(data["others"]).items()}
    return PairResult(
        _word(data["season"]), _word(data["choice"]), _outcomes(data["given"]), _outcomes(data["without"]), others
    )


def _outcomes(data: Any) -> dict[str, float]:
    if set(data) != set(BY_ID) or not all(isinstance(data[name], float) and isfinite(data[name]) for name in BY_ID):
        raise ValueError("these are not the outcomes of a campaign")
    return {name: data[name] for name in BY_ID}


def _word(data: Any) -> str:
    if not isinstance(data, str):
        raise TypeError("a text is expected")
    return data


def _list(data: Any) -> list[Any]:
    if not isinstance(data, list):
        raise TypeError("a list is expected")
    return data


def _three(data: Any) -> Came:
    card, season, choice = map(_word, _list(data))
    return card, season, choice


def _waited(data: Any) -> Waited:
    card, season, reason, failed = _list(data)
    if reason not in REASONS or not all(type(part) is int and part >= 0 for part in _list(failed)):
        raise ValueError("this is no reason for a card to wait")
    return _word(card), _word(season), reason, tuple(failed)
