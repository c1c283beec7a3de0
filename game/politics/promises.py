"""Promises made in winter: one up, one down, one private; the next winter shows them kept or broken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from game.base.seasons import Season

To = Literal["up", "down", "private"]


@dataclass(frozen=True, slots=True)
class Promise:
    """Something that can be promised; text id ``promise.<id>``."""

    id: str
    to: To
    """Whom: superiors, villages, or oneself."""
    measure: str
    """What is measured: a name that conditions may use (views.names)."""
    against: Literal["start", "nothing"]
    """Compared with the value when it was promised (as a factor), or taken as it is."""
    at_least: float | None
    at_most: float | None


@dataclass(frozen=True, slots=True)
class PromiseMade:
    """A promise, when it was made, and what was measured then."""

    promise: Promise
    season: Season
    start: float


def make(promise: Promise, season: Season, measures: Mapping[str, float]) -> PromiseMade:
    """Promise it now.

    Raises: KeyError if its measure is unknown.
    """
    return PromiseMade(promise, season, measures[promise.measure])


def kept(made: PromiseMade, measures: Mapping[str, float]) -> bool:
    """Whether it is kept by what is measured now."""
    value = measures[made.promise.measure]
    if made.promise.against == "start" and made.start != 0.0:
        value = value / made.start
    low, high = made.promise.at_least, made.promise.at_most
    return (low is None or value >= low) and (high is None or value <= high)


def due(made: PromiseMade, season: Season) -> bool:
    """Whether a year has gone by since it was made."""
    return season.index - made.season.index >= 4
