"""What authors write beside their cards: translations of what others wrote, and tests of what must happen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from game.base.bounds import within
from game.base.seasons import Season
from game.economy.settings import Value


@dataclass(frozen=True, slots=True)
class TranslatedText:
    """One text in the pack's language."""

    text: str
    original: str = ""
    """The short hash of the text that was translated: when that has changed since, ``check`` says so."""


@dataclass(frozen=True, slots=True)
class Translation:
    """The texts of one card, entry, person, scenario or background; or words of the screens, by their ids."""

    of: Literal["card", "entry", "person", "scenario", "background", "words"]
    texts: Mapping[str, TranslatedText]
    """By field: ``title``, ``choices.file-it.text``, ``voices.2.says``; of words by id."""
    id: str = ""
    """Which one; words have none."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """One thing that must be so: a card that comes (and its answer), or a condition that holds."""

    card: str = ""
    choice: str = ""
    """The answer that it gets."""
    value: str = ""
    """A condition, as a card's ``when``, read when a season has closed."""
    by: Season | None = None
    """In this season or one before it."""
    since: Season | None = None
    """Not before this season."""
    at: Season | None = None
    """In this season."""
    seeds: Literal["all", "some", "none"] = field(metadata={"file": "in"}, default="all")
    """In how many of the campaigns."""


@dataclass(frozen=True, slots=True)
class DeckTest:
    """What must happen when a scenario is played by a policy, on some seeds."""

    name: str
    scenario: str
    policy: str
    """A built-in policy."""
    expect: tuple[Expectation, ...]
    seeds: tuple[int, ...] = field(metadata=within(0, 1_000_000_000), default=(1, 2, 3))
    villages: int = field(metadata=within(1, 6000), default=0)
    """As many as these; without it two a county."""
    answers: Mapping[str, str] = field(default_factory=dict)
    """Answers by card, whatever the policy would say."""
    settings: Mapping[str, Value] = field(default_factory=dict)
    """Standing decisions that hold from the start, whatever the policy would decide."""
    background: str = ""
    """Where the player comes from; without it the first by id."""
