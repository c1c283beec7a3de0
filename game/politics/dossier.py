"""The personal file: entries have two edges, and the line of the day decides which one cuts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from game.base.seasons import Season


class Tone(StrEnum):
    """How an entry was meant when it was made, and how it may read later."""

    PRAISE = "praise"
    BLAME = "blame"
    NEUTRAL = "neutral"


TAG_LEANS: Final[Mapping[str, float]] = {
    "haste": 1.0,
    "force": 1.0,
    "inflation": 1.0,
    "loans": 0.5,
    "obedience": 0.0,
    "disobedience": 0.0,
    "honesty": 0.0,
    "audit": 0.0,
    "deceit": 0.0,
    "bureaucratism": 0.0,
    "care": -0.5,
    "leniency": -1.0,
    "caution": -1.0,
    "private-economy": -1.0,
}
"""Which line an entry's subject belongs to: +1 advance, -1 caution, 0 neither (it reads as it was entered).

Source: what was praised in 1952 was condemned by the directives of spring 1953 and defended that autumn
(Hou p. 176-179, 195-196). How far loans and care lean is assumed.
"""

UNDECIDED: Final = 0.2
"""Below this strength a line is undecided and turns no entry. Assumed: a hint is no line."""


@dataclass(frozen=True, slots=True)
class DossierEntry:
    """One sheet in the file; the words are the text ``text_id`` with ``values`` filled in."""

    season: Season
    text_id: str
    tone: Tone
    values: Mapping[str, str | float] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    weight: float = 1.0
    """How much it counts, 1 = an ordinary sheet."""

    @property
    def lean(self) -> float:
        """Which line its subject belongs to, from its tags: above 0 advance, below 0 caution."""
        lean = 0.0
        for tag in self.tags:
            lean += TAG_LEANS.get(tag, 0.0)
        return lean


@dataclass(frozen=True, slots=True)
class Dossier:
    """The file, oldest sheet first. Immutable."""

    entries: tuple[DossierEntry, ...] = ()

    def __iter__(self) -> Iterator[DossierEntry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def with_entry(self, *entries: DossierEntry) -> Dossier:
        """The file with more sheets at its end."""
        return Dossier(self.entries + entries)

    def tagged(self, tag: str) -> tuple[DossierEntry, ...]:
        """Every sheet with that tag."""
        return tuple(entry for entry in self.entries if tag in entry.tags)


def reading(entry: DossierEntry, line: float) -> Tone:
    """How a sheet reads at a line between -1 (caution) and +1 (advance).

    A sheet that belongs to one of the two lines is praise under that line and blame under the other. Any other sheet,
    and every sheet while the line is undecided, reads as it was entered.
    """
    if entry.lean == 0.0 or abs(line) < UNDECIDED:
        return entry.tone
    return Tone.PRAISE if (entry.lean > 0.0) == (line > 0.0) else Tone.BLAME


def balance(dossier: Dossier, line: float) -> float:
    """Praise less blame over the whole file at a line, by weight."""
    sign = {Tone.PRAISE: 1.0, Tone.BLAME: -1.0, Tone.NEUTRAL: 0.0}
    result = 0.0
    for entry in dossier:
        result += sign[reading(entry, line)] * entry.weight
    return result
