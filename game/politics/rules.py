"""All rules of politics in one place, as content/rules/politics.yaml gives them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from game.base.bounds import within
from game.politics.audits import AuditRules
from game.politics.careers import CareerRules
from game.politics.offices import LineEntry, Office, Offices
from game.politics.promises import Promise
from game.politics.reaction import CoveringNote, ReactionRules
from game.politics.secretaries import SecretaryRules


@dataclass(frozen=True, slots=True)
class StartOffice:
    """An office at the beginning of play; its line comes from the entries."""

    id: str
    standing: float = field(metadata=within(0.0, 1.0))
    suspicion: float = field(metadata=within(0.0, 1.0))
    prints: bool = False
    """Whether it is the paper that prints figures; its line is that of the printed page."""


@dataclass(frozen=True, slots=True)
class PoliticsRules:
    """What the file content/rules/politics.yaml holds, section by section."""

    offices: tuple[StartOffice, ...]
    lines: tuple[LineEntry, ...]
    covering_notes: tuple[CoveringNote, ...]
    reaction: ReactionRules
    audits: AuditRules
    secretaries: SecretaryRules
    secretaries_regard: float = field(metadata=within(0.0, 1.0))
    """How county secretaries regard the player at the beginning, 0-1."""
    careers: CareerRules
    promises: tuple[Promise, ...]
    neighbours: Mapping[str, tuple[str, ...]]
    """Which counties border on which."""

    def start_offices(self) -> Offices:
        """The offices before the first season, with no line yet (see offices.in_season)."""
        return Offices(tuple(Office(o.id, 0.0, None, o.standing, o.suspicion, o.prints) for o in self.offices))

    def neighbour_indices(self, counties: Sequence[str]) -> tuple[tuple[int, ...], ...]:
        """For each county the places of its neighbours in the given order."""
        place = {county: index for index, county in enumerate(counties)}
        return tuple(
            tuple(place[near] for near in self.neighbours.get(county, ()) if near in place) for county in counties
        )
