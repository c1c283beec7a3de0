"""What a player (or a policy) can do, as plain data: the journal of a campaign is a list of these."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, ClassVar

from game.economy.settings import Value


@dataclass(frozen=True, slots=True)
class Answer:
    """Answer a card on the desk."""

    do: ClassVar[str] = "answer"
    card: str
    choice: str


@dataclass(frozen=True, slots=True)
class Decide:
    """Set a standing decision for the prefecture, or for the named counties only."""

    do: ClassVar[str] = "decide"
    setting: str
    value: Value
    counties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SendTeam:
    """Send a work team to a county. What it finds is known at once, so this cannot be undone."""

    do: ClassVar[str] = "send-team"
    county: str


@dataclass(frozen=True, slots=True)
class File:
    """Enter a figure to send up, in the indicator's unit; nothing means: pass the counties' figure on."""

    do: ClassVar[str] = "file"
    indicator: str
    value: float | None


@dataclass(frozen=True, slots=True)
class CoveringNote:
    """What the covering note says that peasants want."""

    do: ClassVar[str] = "note"
    note: str


@dataclass(frozen=True, slots=True)
class MakePromise:
    """One of the three promises of winter: up, down or private."""

    do: ClassVar[str] = "promise"
    kind: str
    promise: str


@dataclass(frozen=True, slots=True)
class Reflect:
    """An answer, in the player's own words, to a question that the scenario asks at a chosen moment."""

    do: ClassVar[str] = "reflect"
    prompt: str
    words: str


@dataclass(frozen=True, slots=True)
class CloseSeason:
    """Seal what is due and close the season. Nothing before it can be taken back."""

    do: ClassVar[str] = "close"


Decision = Answer | Decide | SendTeam | File | CoveringNote | MakePromise | Reflect | CloseSeason

KINDS: dict[str, type[Decision]] = {
    kind.do: kind for kind in (Answer, Decide, SendTeam, File, CoveringNote, MakePromise, Reflect, CloseSeason)
}

_TYPES: dict[str, tuple[type, ...]] = {
    "str": (str,),
    "Value": (bool, int, float, str),
    "float | None": (int, float, type(None)),
    "tuple[str, ...]": (list, tuple),
}


def to_json(decision: Decision) -> dict[str, Any]:
    """A decision as JSON data, its kind under ``do``."""
    return {"do": decision.do, **asdict(decision)}


def from_json(data: object) -> Decision:
    """A decision from JSON data that anyone may have written.

    Raises: ValueError naming what is wrong; nothing but the known kinds and fields is taken.
    """
    if not isinstance(data, Mapping):
        raise ValueError("a decision is not a mapping")
    kind = KINDS.get(str(data.get("do")))
    if kind is None:
        raise ValueError(f"'{data.get('do')}' is no decision")
    known = {field.name: str(field.type) for field in fields(kind)}
    given = {key: value for key, value in data.items() if key != "do"}
    if unknown := given.keys() - known.keys():
        raise ValueError(f"a decision '{kind.do}' has no '{min(unknown)}'")
    return kind(**{key: _checked(kind.do, key, known[key], value) for key, value in given.items()})


def _checked(do: str, key: str, annotation: str, value: Any) -> Any:
    allowed = _TYPES[annotation]
    if not isinstance(value, allowed) or (isinstance(value, bool) and bool not in allowed):
        raise ValueError(f"a decision '{do}' has a '{key}' of the wrong kind")
    if isinstance(value, list):
        if not all(isinstance(item, str) for item in value):
            raise ValueError(f"a decision '{do}' has a '{key}' that is no list of names")
        return tuple(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError(f"a decision '{do}' has a '{key}' that is no number")
    return value
