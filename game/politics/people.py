"""People of the deck: the office, the county secretaries, villagers. Invented persons in real posts say so."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from game.base.bounds import within
from game.base.chance import Chance
from game.politics.secretaries import Secretary


@dataclass(frozen=True, slots=True)
class Traits:
    """What a person is like, 0-1; inferred by the player from deeds, never shown."""

    ambition: float = field(metadata=within(0.0, 1.0))
    honesty: float = field(metadata=within(0.0, 1.0))
    skill: float = field(metadata=within(0.0, 1.0))
    fear: float = field(metadata=within(0.0, 1.0))


@dataclass(frozen=True, slots=True)
class Person:
    """One person of content/people."""

    id: str
    name: str
    zh: str
    pinyin: str
    post: str
    county: str | None
    mark: Literal["invented", "recorded"]
    portrait: str | None
    """Name of a picture among the assets' portraits, or none."""
    line: str
    """One plain sentence."""
    traits: Traits | None
    heads_county: bool = False
    """Whether this is the secretary of the county; a county has exactly one."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What a named person takes a value to be; it may be wrong, and a card says so."""

    person: str
    value: float


GUESS_SPREAD = 0.3
"""Relative spread of the guess of someone with no skill at all. Assumed: one in five is off by 40 %."""


def guess(person: Person, value: float, stream: str, chance: Chance) -> Guess:
    """A person's guess of a value: the less skilled, the wider; the ambitious lean high, the fearful low."""
    traits = person.traits or Traits(0.5, 0.5, 0.5, 0.5)
    error = float(chance.normal(f"guess.{person.id}.{stream}", 1)[0]) * GUESS_SPREAD * (1.0 - traits.skill)
    lean = 0.1 * (traits.ambition - traits.fear) * (1.0 - traits.honesty)
    return Guess(person.id, value * (1.0 + error + lean))


def as_secretary(person: Person, regard: float) -> Secretary:
    """A county secretary from his entry among the people.

    Raises: ValueError if the person has no county or no traits.
    """
    if person.county is None or person.traits is None:
        raise ValueError(f"{person.id} is no county secretary: county and traits are needed")
    traits = person.traits
    return Secretary(
        person.id, person.id, person.county, traits.ambition, traits.honesty, traits.skill, traits.fear, regard
    )
