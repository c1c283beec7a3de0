"""Cards: the papers that reach the desk, the answers they allow, and what each answer does, as plain data.

Nothing here acts: the campaign applies effects, the ruleset reads cards from files.
Counties, persons, archive entries and settings are named by id; an empty tuple of counties means all of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from game.base.seasons import Season
from game.events.conditions import Condition
from game.events.effects import Effect

Kind = Literal["directive", "report", "petition", "news", "crisis", "visit", "campaign", "private"]
Mark = Literal["recorded", "elsewhere", "inferred", "invented", "modelled"]
ContentNote = Literal["hunger", "death", "violence", "humiliation", "suicide"]

LINK: Final = re.compile(r"\[\[([^\[\]|]+)(?:\|([^\[\]|]+))?\]\]")
"""``[[dan]]`` or ``[[community-fund|the common fund]]``: an archive id and, if wanted, the words shown for it."""


def plain(text: str) -> str:
    """The text with its archive links replaced by the words that are shown for them."""
    return LINK.sub(lambda link: link.group(2) or link.group(1), text)


def linked(text: str) -> tuple[str, ...]:
    """The archive ids that the text links to, in order."""
    return tuple(link.group(1) for link in LINK.finditer(text))


def count_words(text: str) -> int:
    """Words as a reader counts them, links shown as their words."""
    return len(plain(text).split())


@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim stands: a source id with pages (``99-102``) or a section, and how far it bears on this place."""

    source: str
    page: str = ""
    section: str = ""
    note: str = ""
    mark: Mark = "recorded"


@dataclass(frozen=True, slots=True)
class Paper:
    """The letterhead: whose paper it is, in the characters of the time and in English; its date; its seal."""

    head: str
    head_en: str
    date: str = ""
    seal: str = "none"


@dataclass(frozen=True, slots=True)
class Window:
    """The seasons in which a card can come, both ends included."""

    first: Season
    last: Season

    def holds(self, season: Season) -> bool:
        """Whether the season lies in the window."""
        return self.first <= season <= self.last


@dataclass(frozen=True, slots=True)
class Guess:
    """What a named person expects of a choice; it may be wrong."""

    by: str
    says: str


@dataclass(frozen=True, slots=True)
class Costs:
    """What a choice certainly costs. Units: team-turns (five cadres for ten days); jin of the prefecture's reserve."""

    team_turns: int = 0
    reserve_jin: float = 0.0


@dataclass(frozen=True, slots=True)
class Filed:
    """The figure that a choice files: ``value`` in the indicator's unit, or ``times`` the counties' figure."""

    indicator: str
    value: float | None = None
    times: float | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer. What is certain (costs, the figure filed) is shown before it is taken; the rest is not."""

    id: str
    text: str
    guess: Guess | None = None
    costs: Costs = Costs()
    files: Filed | None = None
    when: Condition | None = None
    locked: str = ""
    taken: bool = False
    does_nothing: str = ""
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """One paper on the desk. ``default`` is the answer given when none is."""

    id: str
    title: str
    kind: Kind
    window: Window
    text: str
    choices: tuple[Choice, ...]
    default: str
    documented: str
    mark: Mark
    sources: tuple[Source, ...]
    paper: Paper | None = None
    needed: bool = False
    only_follow_up: bool = False
    weight: float = 1.0
    when: Condition | None = None
    speaks: str = ""
    asks: bool = True
    content_note: ContentNote | None = None
    reduced_text: str = ""
    disagree: str = ""
    terms: tuple[str, ...] = ()

    @property
    def words(self) -> int:
        """Words of the text, as the season's limit counts them."""
        return count_words(self.text)

    def choice(self, choice_id: str) -> Choice:
        """The choice of that id.

        Raises: KeyError if the card has none.
        """
        for choice in self.choices:
            if choice.id == choice_id:
                return choice
        raise KeyError(choice_id)

    def told(self, reduced: bool) -> str:
        """The text at the level of detail asked for."""
        return self.reduced_text if reduced and self.reduced_text else self.text
