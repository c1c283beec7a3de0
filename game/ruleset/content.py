"""What packs hold, as plain data: the archive, scenarios, backgrounds, sources, and all of it together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from game.base.bounds import within
from game.base.seasons import Season, seasons_between
from game.base.texts import Texts
from game.economy.settings import Value
from game.economy.start import Prefecture
from game.events.cards import Card, Mark, Source
from game.events.draw import DrawLimits
from game.politics.people import Person
from game.politics.rules import PoliticsRules
from game.reporting.rules import ReportingRules


def refers_to(kind: str) -> dict[str, object]:
    """Marks a field whose words (or whose keys, in a mapping) name something that must exist."""
    return {"refers": kind}


ArchiveKind = Literal["term", "person", "place", "office", "directive", "event", "source", "dispute", "figure"]


@dataclass(frozen=True, slots=True)
class Work:
    """A source that content may cite."""

    id: str
    title: str
    author: str
    short: str
    """How a citation names it: ``Hou p. 95``."""
    cite_by: Literal["page", "section", "note"]
    year: int | None = None
    pages: int | None = field(metadata=within(1, 100_000), default=None)
    """Number of its last page; pages outside 1 to this are refused."""
    sections: tuple[str, ...] = ()
    """Its sections; empty: any."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """A pack's own description, ``pack.yaml``."""

    id: str
    title: str
    version: str
    language: str
    licence: str
    covers_from: Season | None = None
    """The first and the last season that policies may speak of; none: any."""
    covers_to: Season | None = None
    sources: tuple[Work, ...] = ()
    authors: tuple[str, ...] = ()
    requires: Mapping[str, str] = field(default_factory=dict)
    """Packs that must be there, and in which version: ``{two-ledgers: ">=0.1"}``. They are read before this one."""
    after: tuple[str, ...] = ()
    """Packs that are read before this one where they are there, so that this one has the last word."""
    remove: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Ids of what is taken out of the packs before, by kind: cards, entries, people, scenarios, backgrounds,
    figures, texts; ``[all]`` for everything of the kind."""
    replace: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Ids of what this pack has in place of what stands in the packs before, by kind as in ``remove``, and rules
    by the name of their file; the same as ``replaces: true`` there."""
    translates: str = ""
    """The pack whose words this one gives in its own language; such a pack holds nothing but words."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack that was loaded: its manifest, and the SHA-256 of everything in it but its tests."""

    manifest: Manifest
    digest: str
    folder: str


@dataclass(frozen=True, slots=True)
class Voice:
    """One side of a disputed question, with a question that challenges it as hard as the others."""

    who: str
    says: str
    evidence: str
    """What it rests on."""
    asks: str
    """A question that challenges this voice."""
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class ArchiveEntry:
    """One page of the archive. ``question``, ``voices`` and ``silent`` belong to disputes."""

    id: str
    title: str
    kind: ArchiveKind
    mark: Mark
    text: str
    sources: tuple[Source, ...]
    zh: str = ""
    """In simplified characters."""
    pinyin: str = ""
    """With tone marks."""
    doubt: str = ""
    """Why a figure or claim is doubtful."""
    see: tuple[str, ...] = field(metadata=refers_to("archive"), default=())
    """Related entries."""
    question: str = ""
    voices: tuple[Voice, ...] = ()
    silent: str = ""
    """What none of the sources says."""


@dataclass(frozen=True, slots=True)
class Background:
    """Where the player comes from. ``standing`` by office is added at the start; ``knows``: counties known better."""

    id: str
    title: str
    zh: str
    text: str = field(metadata=refers_to("text"))
    standing: Mapping[str, float] = field(metadata=refers_to("office") | within(-1.0, 1.0))
    knows: tuple[str, ...] = field(metadata=refers_to("county"))
    team_turns: int = field(metadata=within(-100, 100))
    mark: Mark


@dataclass(frozen=True, slots=True)
class FiledBefore:
    """A figure that lies in the file from before the scenario, in the indicator's unit."""

    season: Season
    indicator: str = field(metadata=refers_to("indicator"))
    figure: float = field(metadata=within(0.0, 1e12))
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Shock:
    """A misfortune announced a season ahead; ``weather``: yield factor by county."""

    announced: Season
    season: Season
    text: str = field(metadata=refers_to("text"))
    weather: Mapping[str, float] = field(metadata=refers_to("county") | within(0.0, 2.0))
    mark: Mark


@dataclass(frozen=True, slots=True)
class Rumour:
    """Something said; ``right``: how often it comes true, 0-1."""

    season: Season
    text: str = field(metadata=refers_to("text"))
    right: float = field(metadata=within(0.0, 1.0))
    mark: Mark


@dataclass(frozen=True, slots=True)
class ScenarioEvents:
    """What each year brings beside the cards."""

    shock: Shock | None = None
    rumour: Rumour | None = None


@dataclass(frozen=True, slots=True)
class GuideStep:
    """A line of the guided first season, and where it is shown."""

    at: str
    text: str = field(metadata=refers_to("text"))


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question to the student at a chosen moment."""

    season: Season
    at: Literal["before-filing", "after-filing", "season", "end"]
    text: str = field(metadata=refers_to("text"))


@dataclass(frozen=True, slots=True)
class DocumentedPoint:
    """One thing that the documents say, for the debriefing; ``text`` is a text id."""

    text: str = field(metadata=refers_to("text"))
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class DocumentedRung:
    """What one rung said of a documented figure: a figure, a span, or nothing."""

    rung: str
    text: str = field(metadata=refers_to("text"))
    sources: tuple[Source, ...]
    figure: float | None = field(metadata=within(-1e12, 1e12), default=None)
    low: float | None = field(metadata=within(-1e12, 1e12), default=None)
    high: float | None = field(metadata=within(-1e12, 1e12), default=None)


@dataclass(frozen=True, slots=True)
class DocumentedLadder:
    """One documented figure on its way up. ``unit`` is the one of the documents."""

    indicator: str = field(metadata=refers_to("indicator"))
    unit: str
    title: str = field(metadata=refers_to("text"))
    rungs: tuple[DocumentedRung, ...]


@dataclass(frozen=True, slots=True)
class Questions:
    """A group of questions of the debriefing; heading and items are text ids."""

    heading: str = field(metadata=refers_to("text"))
    items: tuple[str, ...] = field(metadata=refers_to("text"))


@dataclass(frozen=True, slots=True)
class Family:
    """A family whose entries are drawn from the state of its village."""

    id: str
    name: str
    county: str = field(metadata=refers_to("county"))
    village: str
    stratum: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Scenario:
    """A scenario: dates, start, decks, goals, and what frames them. Texts of one line each are text ids."""

    id: str
    title: str
    first: Season = field(metadata={"file": "from"})
    last: Season = field(metadata={"file": "to"})
    minutes: int = field(metadata=within(1, 100_000))
    """How long it takes to play."""
    villages: int = field(metadata=within(1, 1_000_000))
    """Villages of the whole prefecture; about 6,000 in fact."""
    decks: tuple[str, ...] = field(metadata=refers_to("deck"))
    """Folders or files under decks/, without ``.deck.yaml``: ``1951`` or ``1951/autumn``."""
    mark: Mark
    summary: str
    opening: tuple[str, ...]
    """Paragraphs shown before the first season."""
    goals: tuple[str, ...]
    """What the player is told to do."""
    sources: tuple[Source, ...]
    team_turns: Mapping[str, int] = field(metadata=refers_to("quarter") | within(0, 1000))
    """By season name."""
    reserve_jin: float = field(metadata=within(0.0, 1e12))
    """Grain of the prefecture at the start, jin."""
    run_up_from: Season | None = None
    """The model runs from here to the first season, so that the start is one of its own states."""
    played: bool = True
    """Whether there are cards enough to play it; otherwise it only runs without a person."""
    zh: str = ""
    pinyin: str = ""
    cards: DrawLimits = field(default_factory=DrawLimits)
    """ask_at_most, words_at_most, news_at_most: what a desk can bear in a season."""
    settings: Mapping[str, Value] = field(metadata=refers_to("setting"), default_factory=dict)
    """Standing decisions that differ from their defaults at the start."""
    filed_before: tuple[FiledBefore, ...] = ()
    advisers: tuple[str, ...] = field(metadata=refers_to("person"), default=())
    """Persons whom the player can ask."""
    flagged_desk: Mapping[str, str] = field(metadata=refers_to("quarter"), default_factory=dict)
    """By season name: the desk that matters."""
    events: ScenarioEvents = field(default_factory=ScenarioEvents)
    guide: tuple[GuideStep, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    documents: tuple[DocumentedPoint, ...] = ()
    documented_ladder: DocumentedLadder | None = None
    questions: tuple[Questions, ...] = ()
    families: tuple[Family, ...] = ()

    @property
    def seasons(self) -> tuple[Season, ...]:
        """Every season that is played."""
        return seasons_between(self.first, self.last)


@dataclass(frozen=True, slots=True)
class Directive:
    """What a superior office asks of every prefecture from a season on, as standing decisions.

    It changes the desk when its season opens; what the desk then does with it is the player's affair. It holds until
    another directive speaks of the same setting.
    """

    id: str
    season: Season
    """The season in which it reaches the prefecture."""
    office: str = field(metadata=refers_to("office"))
    title: str
    settings: Mapping[str, Value] = field(metadata=refers_to("setting"))
    mark: Mark
    sources: tuple[Source, ...]
    note: str
    """Why these settings, and what is assumed in their sizes."""
    counties: tuple[str, ...] = field(metadata=refers_to("county"), default=())
    """Where it holds; none named: everywhere."""


@dataclass(frozen=True, slots=True)
class Directives:
    """The dated directives, ``rules/directives.yaml``."""

    opens: Mapping[str, Season] = field(metadata=refers_to("setting-name"), default_factory=dict)
    """The season from which a desk shows a setting; before it nobody had thought of it."""
    directives: tuple[Directive, ...] = ()

    def of(self, season: Season) -> tuple[Directive, ...]:
        """Those that come in a season, in the file's order."""
        return tuple(directive for directive in self.directives if directive.season == season)

    def until(self, season: Season) -> tuple[Directive, ...]:
        """Those that have come by a season, oldest first."""
        come = [directive for directive in self.directives if directive.season <= season]
        return tuple(sorted(come, key=lambda directive: directive.season))


@dataclass(frozen=True, slots=True)
class DocumentedFigure:
    """A figure of the documents that the model is held against; ``low`` and ``high`` are equal for a single number."""

    id: str
    title: str
    place: str
    """A county id, ``prefecture``, or in words another place that the figure is borrowed from."""
    measured_in: str
    """The county id, or ``prefecture``, in which the model is measured; ``highest`` or ``lowest`` for the county
    with the greatest or the least figure."""
    season: Season
    rung: Literal["true", "known", "reported", "filed"]
    measure: str
    """A measure of campaign.figures: a column of the true ledger or one made of columns; on the other rungs an
    indicator, or ``over_true.INDICATOR`` for its ratio to the truth; ``not-modelled`` if there is none."""
    low: float = field(metadata=within(-1e12, 1e12))
    high: float = field(metadata=within(-1e12, 1e12))
    tolerance: float = field(metadata=within(0.0, 10.0))
    """Relative: how far outside the simulated figure may lie and still count as met."""
    unit: str
    reason: str
    """Why this tolerance, and what the comparison rests on."""
    sources: tuple[Source, ...]
    unmet: str = ""
    """If the model is known not to reproduce it: why."""
    against: Season | None = None
    """The figure is the ratio of the measure in ``season`` to the measure in this season."""
    since: Season | None = None
    """The figure is by how much the measure grew from the end of this season to the end of ``season``."""
    over: Season | None = None
    """The measure is a flow, added up from this season to ``season``."""
    per: str = ""
    """A true measure by which the figure is divided, in ``per_in`` or else in the same season."""
    per_in: Season | None = None
    """The season in which ``per`` is taken."""


@dataclass(frozen=True, slots=True)
class Ruleset:
    """Everything that packs say, checked and linked; nothing in it changes during a campaign."""

    packs: tuple[Pack, ...]
    cards: Mapping[str, Card]
    decks: Mapping[str, tuple[str, ...]]
    """Card ids by deck: the path under decks/ without ``.deck.yaml``."""
    archive: Mapping[str, ArchiveEntry]
    people: Mapping[str, Person]
    scenarios: Mapping[str, Scenario]
    backgrounds: Mapping[str, Background]
    sources: Mapping[str, Work]
    prefecture: Prefecture
    reporting: ReportingRules
    politics: PoliticsRules
    directives: Directives
    calibration: Mapping[str, DocumentedFigure]
    texts: Texts

    @property
    def covers(self) -> tuple[Season | None, Season | None]:
        """The first and the last season that policies may speak of, by the last pack that says it; nothing: any."""
        return covered([pack.manifest for pack in self.packs])

    @property
    def playable(self) -> dict[str, Scenario]:
        """Scenarios that a person can play; the others only run without one."""
        return {name: scenario for name, scenario in self.scenarios.items() if scenario.played}

    def deck(self, scenario: Scenario) -> tuple[Card, ...]:
        """The cards that can come in a scenario."""
        chosen = [ids for deck, ids in self.decks.items() if in_decks(deck, scenario.decks)]
        return tuple(self.cards[card] for ids in chosen for card in ids)


def covered(manifests: Sequence[Manifest]) -> tuple[Season | None, Season | None]:
    """The first and the last season that packs speak of, each by the last that says it; nothing: any."""
    firsts = [one.covers_from for one in manifests if one.covers_from is not None]
    lasts = [one.covers_to for one in manifests if one.covers_to is not None]
    return firsts[-1] if firsts else None, lasts[-1] if lasts else None


def in_decks(deck: str, wanted: tuple[str, ...]) -> bool:
    """Whether a deck (``1951/autumn``) is one of those wanted, or lies in a folder of theirs."""
    return any(deck == name or deck.startswith(f"{name}/") for name in wanted)
