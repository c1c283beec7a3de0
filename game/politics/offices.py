"""Superior offices: the line each holds, the line it is heard to hold, and how it stands to the player."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from game.base.bounds import within
from game.base.seasons import Season


@dataclass(frozen=True, slots=True)
class Office:
    """One superior office as it is this season."""

    id: str
    line: float
    """-1 caution (respect the small producer) to +1 advance."""
    heard_line: float | None
    """The line that the prefecture has heard of; nothing if it has heard none."""
    standing: float
    """How it regards the player, 0-1."""
    suspicion: float
    """How far it doubts the player's figures, 0-1."""
    prints: bool = False
    """Whether it is the paper that prints figures."""


@dataclass(frozen=True, slots=True)
class LineEntry:
    """From this season on an office holds this line; the prefecture hears of it from another season on."""

    season: Season
    office: str
    line: float = field(metadata=within(-1.0, 1.0))
    heard_from: Season | None
    """When it is heard of; never, if it is overtaken before it is known."""
    source: str
    """Page, or what is assumed and why."""


@dataclass(frozen=True, slots=True)
class Line:
    """An office's line in one season."""

    line: float
    heard: float | None


@dataclass(frozen=True, slots=True)
class Offices:
    """The superior offices. Immutable."""

    offices: tuple[Office, ...]

    def __iter__(self) -> Iterator[Office]:
        return iter(self.offices)

    def __getitem__(self, office_id: str) -> Office:
        for office in self.offices:
            if office.id == office_id:
                return office
        raise KeyError(office_id)

    @property
    def paper(self) -> Office | None:
        """The paper that prints figures, where there is one."""
        return next((office for office in self.offices if office.prints), None)

    def with_office(self, changed: Office) -> Offices:
        """The same offices with one of them changed."""
        return Offices(tuple(changed if office.id == changed.id else office for office in self.offices))

    def shift(self, office_id: str, standing: float = 0.0, suspicion: float = 0.0) -> Offices:
        """One office thinks better or worse of the player; both stay within 0 and 1."""
        office = self[office_id]
        return self.with_office(
            replace(
                office,
                standing=unit(office.standing + standing),
                suspicion=unit(office.suspicion + suspicion),
            )
        )


def unit(value: float) -> float:
    """The value held within 0 and 1."""
    return min(max(value, 0.0), 1.0)


def lines_in(season: Season, entries: tuple[LineEntry, ...]) -> dict[str, Line]:
    """Every office's line in a season: the latest entry that holds, and the latest that has been heard of."""
    held: dict[str, float] = {}
    heard: dict[str, float] = {}
    for entry in sorted(entries, key=lambda found: found.season):
        if entry.season <= season:
            held[entry.office] = entry.line
            if entry.heard_from is not None and entry.heard_from <= season:
                heard[entry.office] = entry.line
    return {office: Line(line, heard.get(office)) for office, line in held.items()}


def in_season(offices: Offices, season: Season, entries: tuple[LineEntry, ...]) -> Offices:
    """The offices with the lines of that season; an office without an entry keeps its own."""
    lines = lines_in(season, entries)
    return Offices(
        tuple(
            replace(office, line=lines[office.id].line, heard_line=lines[office.id].heard)
            if office.id in lines
            else office
            for office in offices
        )
    )
