"""The whole state of a campaign at one moment: plain data, every part made by the room that owns it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from game.base.deck import DeckMemory
from game.base.seasons import Season
from game.economy.causes import Causes
from game.economy.granary import StateGrain
from game.economy.measures import CountyTable
from game.economy.season import LookedAhead
from game.economy.settings import SETTINGS, Value
from game.economy.villages import Villages
from game.politics.audits import AuditOutcome
from game.politics.careers import Career
from game.politics.dossier import Dossier
from game.politics.offices import Offices
from game.politics.promises import PromiseMade
from game.politics.reaction import Consequence
from game.politics.secretaries import Secretaries
from game.reporting.chain import Climb
from game.reporting.indicators import Indicator
from game.reporting.ledgers import Ledgers
from game.reporting.memory import CountyMemory
from game.reporting.rivals import Hearsay, Rival
from game.reporting.sight import Sight

Difficulty = Literal["assisted", "standard", "alone"]

MOST_VILLAGES: Final = 1_000_000
"""More villages than the whole country had; beyond it memory runs out."""


@dataclass(frozen=True, slots=True)
class Setup:
    """What a campaign starts from; with the packs and the decisions it determines everything after."""

    scenario: str
    seed: int
    villages: int
    background: str
    difficulty: Difficulty = "standard"
    guided: bool = False


@dataclass(frozen=True, slots=True)
class Desk:
    """The standing decisions: a value for the prefecture, and exceptions by county."""

    common: Mapping[str, Value]
    exceptions: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)

    @classmethod
    def default(cls, changes: Mapping[str, Value]) -> Desk:
        """Every setting at its default, except for what a scenario changes."""
        return cls({setting.id: changes.get(setting.id, setting.default) for setting in SETTINGS.values()})

    def value(self, setting: str, county: str | None = None) -> Value:
        """What is decided for a county (or for the prefecture at large)."""
        return self.exceptions.get(setting, {}).get(county or "", self.common[setting])

    def with_value(self, setting: str, value: Value, counties: Iterable[str] = ()) -> Desk:
        """A desk on which the setting has a new value: everywhere, ending exceptions, or in some counties."""
        named = tuple(counties)
        if not named:
            left = {key: kept for key, kept in self.exceptions.items() if key != setting}
            return Desk({**self.common, setting: value}, left)
        here = {**self.exceptions.get(setting, {}), **dict.fromkeys(named, value)}
        differing = {county: own for county, own in here.items() if own != self.common[setting]}
        return Desk(self.common, {**self.exceptions, setting: differing})


@dataclass(frozen=True, slots=True)
class Shocks:
    """What this season's papers add to the orders when it closes: name -> amount by county. Shapes: (C,)."""

    amounts: Mapping[str, tuple[float, ...]] = field(default_factory=dict)

    def add(self, name: str, amount: float, where: Iterable[int], counties: int) -> Shocks:
        """The same with an amount added in some counties (by index)."""
        row = list(self.amounts.get(name, (0.0,) * counties))
        for index in where:
            row[index] += amount
        return Shocks({**self.amounts, name: tuple(row)})

    def of(self, name: str, counties: int) -> tuple[float, ...]:
        """The amounts under a name, zero where nothing was added."""
        return self.amounts.get(name, (0.0,) * counties)


@dataclass(frozen=True, slots=True)
class Filing:
    """What is being filed this season; a line that is not here passes the counties' figure on."""

    figures: Mapping[Indicator, float] = field(default_factory=dict)
    note: str = ""

    def with_figure(self, indicator: Indicator, value: float) -> Filing:
        """The same with one figure entered."""
        return replace(self, figures={**self.figures, indicator: value})

    def without(self, indicator: Indicator) -> Filing:
        """The same with one figure taken back, so that the counties' is passed on."""
        return replace(self, figures={key: kept for key, kept in self.figures.items() if key != indicator})


@dataclass(frozen=True, slots=True)
class Lived:
    """What the villages came to in a season, played or not: the true ledger and what moved it."""

    season: Season
    table: CountyTable
    causes: Causes


@dataclass(frozen=True, slots=True)
class SeasonRecord:
    """What is kept of a closed season, for charts, why, and the debriefing."""

    season: Season
    table: CountyTable
    desk: Desk
    cards: tuple[tuple[str, str], ...]
    """(card id, choice id) in the order of answering."""
    filing: Filing
    consequences: tuple[Consequence, ...]
    audit: AuditOutcome | None
    offices: Offices
    teams: tuple[str, ...]
    """Counties that work teams went to."""
    reserve_jin: float
    grain: StateGrain
    """Where the state's grain went."""
    climb: Climb
    sight: Sight
    dossier_entries: int
    heard: tuple[str, ...]
    reflections: tuple[tuple[str, str], ...]
    hash: str
    """Of the villages (between winters: of the true table) and the files after closing."""


@dataclass(frozen=True)
class State:
    """One moment of a campaign. Only views read it for screens, conditions and policies."""

    setup: Setup
    season: Season
    turn: int
    """Turns closed so far; the first season is turn 0 until it closes."""
    last: Season
    """The scenario's last season."""
    ended: bool

    villages: Villages
    table: CountyTable
    """At the end of the last season."""
    lived: tuple[Lived, ...]
    """Every season so far, those before play included."""

    desk: Desk
    shocks: Shocks
    next_shocks: Shocks
    """Consequences that reach the villages next season (prizes, loans)."""
    filing: Filing
    team_turns: float
    next_team_turns: float
    teams: tuple[str, ...]
    reserve_jin: float
    """Grain of the prefecture out of which villages are helped, jin at full size."""
    stations_jin: float
    """Grain in the state's stations, for towns and garrisons, jin at full size."""
    reflections: tuple[tuple[str, str], ...]
    """(prompt, the player's own words) of this season."""

    ahead: LookedAhead | None
    """The season as far as counties speak of it when it opens; it goes on from there if nothing else is ordered."""
    climb: Climb
    """The counties' figures of this season, as they came in."""
    sight: Sight
    memory: CountyMemory
    secretaries: Secretaries
    rivals: tuple[Rival, ...]
    hearsay: tuple[Hearsay, ...]
    targets: Mapping[Indicator, float]
    target_shifts: Mapping[Indicator, float]
    """What this season's papers add to the next targets, as shares."""
    ledgers: Ledgers
    bends: Mapping[Indicator, tuple[float, ...]]
    """By how much the counties' next figures drift because of this season's papers, as shares. Shapes: (C,)."""

    offices: Offices
    dossier: Dossier
    promises: tuple[PromiseMade, ...]
    career: Career | None

    deck: DeckMemory
    on_desk: tuple[str, ...]
    """Cards of this season, in the order in which they lie there."""
    heard: tuple[str, ...]
    """Text ids of news that is no card: the announced shock, the rumour."""
    records: tuple[SeasonRecord, ...] = ()
    assumed: Mapping[str, float] = field(default_factory=dict)
    """Values of condition names that an author assumes for a preview; in a game there are none."""

    @property
    def counties(self) -> int:
        """Number of counties, C."""
        return len(self.table.villages)
