"""The personal file: entries have two edges, and the line of the day decides which one cuts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from game.base.seasons import Season


class Tone(StrEnum):
    """Which way an entry leans."""

    ADVANCE = "advance"
    """Praise while the line advances, blame in rectification."""
    CAUTION = "caution"
    """The other way round."""
    DECEIT = "deceit"
    """A false figure: blame whenever it is read."""
    DUTY = "duty"
    """Work done as it should be: praise whenever it is read."""
    PLAIN = "plain"
    """Neither."""


class Reading(StrEnum):
    """How an entry reads under the line of the day."""

    PRAISE = "praise"
    BLAME = "blame"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class DossierEntry:
    """One sheet in the file; the words are ``text_id`` with ``values`` filled in."""

    season: Season
    text_id: str
    tone: Tone
    values: Mapping[str, str | float] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    weight: float = 1.0
    """How much it counts, 1 = an ordinary entry; what was on file and passed over counts 2, ignorance one half."""


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


NEUTRAL_LINE = 0.2
"""Below this strength a line is undecided and turns no entry either way. Assumed: a hint is no line."""


def reading(entry: DossierEntry, line: float) -> Reading:
    """How a sheet reads at a line between -1 (caution) and +1 (advance)."""
    if entry.tone is Tone.DECEIT:
        return Reading.BLAME
    if entry.tone is Tone.DUTY:
        return Reading.PRAISE
    if entry.tone is Tone.PLAIN or abs(line) < NEUTRAL_LINE:
        return Reading.NEITHER
    with_the_line = (entry.tone is Tone.ADVANCE) == (line > 0.0)
    return Reading.PRAISE if with_the_line else Reading.BLAME


def balance(dossier: Dossier, line: float) -> float:
    """Praise less blame over the whole file at a line, by weight."""
    sign = {Reading.PRAISE: 1.0, Reading.BLAME: -1.0, Reading.NEITHER: 0.0}
    result = 0.0
    for entry in dossier:
        result += sign[reading(entry, line)] * entry.weight
    return result
