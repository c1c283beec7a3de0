"""What each page of the game shows, as plain data: the window and the text play draw these and nothing else.

Pages hold ids and numbers; words come from content/text by id (given in the docstrings), names of people, counties,
cards and archive entries from the ruleset. Numbers are in the units of docs/interfaces: jin, mou, old yuan, 0-1.
``known`` is always a band or nothing; the true ledger stands on the pages of the debriefing only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from game.base.seasons import Season
from game.economy.settings import Setting, Value
from game.events.cards import Card, Choice, Source
from game.reporting.indicators import Indicator
from game.reporting.sight import Band


@dataclass(frozen=True, slots=True)
class PaperOnDesk:
    """A card in the inbox. Its head, title and kind stand on the card."""

    card: Card
    answered: str | None
    """The choice taken, if it was answered this season."""
    wants_answer: bool


@dataclass(frozen=True, slots=True)
class ChoicePage:
    """One answer to a card."""

    choice: Choice
    number: int
    open: bool
    """Whether it can be taken now; if not, ``choice.locked`` says why."""
    guess_by: str
    """Person id of whoever guesses, or nothing."""
    files: tuple[Indicator, float] | None
    """The figure that it certainly files, in the indicator's unit."""
    reveals: bool
    """Whether it tells something new, so that it cannot be undone."""


@dataclass(frozen=True, slots=True)
class CardPage:
    """A card laid open."""

    card: Card
    text: str
    """The text at the chosen level of detail, with ``[[archive-id|words]]`` links; paragraphs apart by a blank line."""
    choices: tuple[ChoicePage, ...]
    default: str
    answered: str | None
    """Once answered, ``card.documented`` and ``card.disagree`` may be shown."""


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """A superior: text ids ``office.<id>`` and ``standing.<word>`` (cold, cool, even, warm, close)."""

    id: str
    heard_line: float | None
    """-1 caution to 1 advance, as far as it has been heard."""
    standing: str
    suspicion: str
    """Text id ``suspicion.<word>``: none, some, strong."""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One line of the two ledgers. Text ids ``indicator.<id>``, ``indicator.<id>.unit``, ``indicator.<id>.zh``."""

    indicator: Indicator
    known: Band
    filed: float | None
    """The figure last filed (this season's if it is entered)."""
    reported: float
    """The sum of the counties' reports this season."""
    low: float
    """Scale of the strip."""
    high: float


@dataclass(frozen=True, slots=True)
class CountyRow:
    """A county on the map and in tables. Name: text ids ``county.<id>``, ``county.<id>.zh``, ``.pinyin``."""

    id: str
    secretary: str
    """Person id."""
    known: Mapping[Indicator, Band]
    reported: Mapping[Indicator, float]
    filed: Mapping[Indicator, float]
    """The county's part of what was last filed."""
    inspected: Season | None
    cooperatives: int
    exceptions: tuple[str, ...]
    """Settings decided otherwise here."""


@dataclass(frozen=True, slots=True)
class Folder:
    """One of the five desks: ``production``, ``organisation``, ``grain``, ``cadres``, ``reports``."""

    id: str
    flagged: bool
    changed: int
    """Settings that differ from what the scenario began with."""
    exceptions: int
    """Counties for which something is decided otherwise."""


@dataclass(frozen=True, slots=True)
class DeskPage:
    """The desk: the whole season at a glance."""

    season: Season
    turn: int
    """1 for the first season."""
    seasons: int
    team_turns: float
    team_turns_full: float
    inspection_cost: float
    reserve_jin: float
    papers: tuple[PaperOnDesk, ...]
    heard: tuple[str, ...]
    """Text ids of announcements and rumours."""
    offices: tuple[OfficeRow, ...]
    ledger: tuple[LedgerRow, ...]
    counties: tuple[CountyRow, ...]
    folders: tuple[Folder, ...]
    due: tuple[Indicator, ...]
    """The three lines that go up this season."""
    unanswered: int
    """Papers that ask for an answer and have none; closing takes their default."""
    undo: str | None
    """Text id of what would be taken back (``undo.answer``, ...), or nothing to undo."""
    undo_values: Mapping[str, str]
    guide: str | None
    """Text id of the guide's next hint, if the season is guided."""


@dataclass(frozen=True, slots=True)
class SettingRow:
    """A standing decision on a desk. Text ids ``setting.<id>``, ``.help``, ``.unit``, ``setting.<id>.<word>``."""

    setting: Setting
    value: Value
    began: Value
    """What it was when the scenario began."""
    exceptions: Mapping[str, Value]
    steps: tuple[Value, ...]
    """Values that a stepper offers; any other in range can be typed."""


@dataclass(frozen=True, slots=True)
class SettingsPage:
    """One of the desks laid open."""

    folder: str
    rows: tuple[SettingRow, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """What a rival prefecture is said to file. Text id ``rival.<id>``."""

    rival: str
    figure: float


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One line of the reports desk."""

    indicator: Indicator
    due: bool
    stage: str
    """Text id ``stage.<stage>``: pledge, estimate, result, stock."""
    counties: float
    known: Band
    inspected: tuple[tuple[str, Band], ...]
    """Counties that teams have seen this year, with what they saw."""
    last_filed: float | None
    target: float | None
    asked_below: tuple[tuple[str, float], ...]
    """The target on its way down: (level, figure) from the province to the district, each with its margin."""
    rivals: tuple[Heard, ...]
    filed: float
    touched: bool
    """Whether the player entered it; if not, the counties' figure is passed on."""
    fixed_by_card: bool
    """Whether a card's answer entered it."""
    honour_from: float | None
    """From here up it is among the highest said to be filed, if rivals are heard of."""
    low: float
    high: float
    """Ends of the slide rule."""
    step: float


@dataclass(frozen=True, slots=True)
class ReportsPage:
    """The reports desk."""

    season: Season
    lines: tuple[ReportLine, ...]
    notes: tuple[str, ...]
    """Covering notes that can be chosen; text ids ``note.<id>``."""
    note: str
    promises: tuple[tuple[str, tuple[str, ...], str], ...]
    """In winter: (kind, promise ids, chosen) for ``up``, ``down``, ``private``; text ids ``promise.<id>``."""
    prompt: str | None
    """Text id of a question to think about before filing, if the scenario asks one."""


@dataclass(frozen=True, slots=True)
class Cause:
    """What moved a figure: text id ``cause.<id>`` or ``reason.<id>``; amount in the figure's unit."""

    id: str
    amount: float


@dataclass(frozen=True, slots=True)
class WhyPage:
    """Why a figure is what it is. Amounts of ``moved`` add up exactly to ``now - before``."""

    indicator: Indicator
    county: str | None
    ink: Literal["known", "reported", "filed", "true"]
    now: float
    before: float | None
    band: Band | None
    moved: tuple[Cause, ...]
    made_of: tuple[Cause, ...]
    """Parts that add up to ``now`` (counties, or the counties' sum and the player's own change)."""
    origins: tuple[tuple[str, Mapping[str, str]], ...]
    """Where it comes from: text ids ``origin.<id>`` with values."""
    sure: tuple[str, Mapping[str, str]]
    """How sure it is: text id ``sure.<id>`` with values."""
    since: Season | None = None
    """The season of ``before``: the last one, or for harvest lines in the true ledger the last harvest."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the season's page: text id with values; ``ink`` of its key number."""

    text: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SeasonRow:
    """A figure on the season's page, with the sentences that say what moved it."""

    indicator: Indicator
    known: Band
    filed: float
    before: Band | None
    filed_before: float | None
    moved: tuple[Cause, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One season in a chart; nothing where there is no figure (never bridged)."""

    season: Season
    known: Band | None
    filed: float | None
    true: float | None = None
    """In the debriefing only."""


@dataclass(frozen=True, slots=True)
class Series:
    """The course of one indicator in both ledgers."""

    indicator: Indicator
    county: str | None
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class ConsequenceRow:
    """What an office did. Text ids ``consequence.<code>``, ``because.<reason>``."""

    code: str
    office: str
    reason: str
    indicator: Indicator | None
    amount: float
    unit: str


@dataclass(frozen=True, slots=True)
class FamilyEntry:
    """A family's entry: text id ``family.<mood>`` with values; an invented family in a documented village."""

    family: str
    name: str
    village: str
    county: str
    text: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SeasonPage:
    """What a closed season brought, true only where the player knows it."""

    season: Season
    headline: str
    """Text id ``headline.<id>``."""
    rows: tuple[SeasonRow, ...]
    offices: tuple[tuple[str, int, int], ...]
    """(office, change of standing -2..2, change of suspicion -2..2)."""
    consequences: tuple[ConsequenceRow, ...]
    audit: tuple[Sentence, ...]
    struck: tuple[str, ...]
    """Counties whose figure was struck down."""
    series: tuple[Series, ...]
    map_before: Mapping[str, float]
    map_now: Mapping[str, float]
    """Middle of what is known of homes organised, by county, a season ago and now."""
    family: FamilyEntry | None
    announced: tuple[str, ...]
    """Text ids: the shock announced for next season, what became of the rumour."""
    prompt: str | None
    last: bool


@dataclass(frozen=True, slots=True)
class LadderRung:
    """One rung of the reporting ladder. Text ids ``rung.<id>``; reasons ``reason.<id>``."""

    rung: str
    figure: float | None
    low: float | None
    high: float | None
    reasons: tuple[Cause, ...]
    text: str = ""
    """Text id (documented ladder only)."""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Ladder:
    """One figure climbing: the documented one, or the player's own."""

    title: str
    """Text id."""
    indicator: Indicator
    county: str | None
    season: Season | None
    rungs: tuple[LadderRung, ...]
    """From village to printed."""
    true: float | None
    known: Band | None


@dataclass(frozen=True, slots=True)
class LastRow:
    """One line of the last page: what the file says, what happened in the villages."""

    text: str
    """Text id ``last.<id>``."""
    file_figure: str
    """Text id of the figure's form, ``figure.<unit>``."""
    filed: float | None
    true: float | None
    indicator: Indicator | None


@dataclass(frozen=True, slots=True)
class Moment:
    """A choice on the time line."""

    season: Season
    card: str
    choice: str
    documented: bool
    """Whether it is the one on record."""
    filed: bool
    """Whether it put a figure in the file."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The same prefecture, seed and weather under another policy."""

    policy: str
    """Text id ``policy.<id>``."""
    rows: tuple[tuple[str, float, float], ...]
    """(text id ``compare.<id>``, here, there)."""
    series: Series


@dataclass(frozen=True, slots=True)
class Family:
    """What a family kept, and where the grain went."""

    name: str
    village: str
    county: str
    entries: tuple[FamilyEntry, ...]


@dataclass(frozen=True, slots=True)
class GrainUse:
    """Where the year's grain went: text id ``grain.<id>``, jin; the parts add up to what there was."""

    id: str
    jin: float


@dataclass(frozen=True, slots=True)
class DebriefPage:
    """The end: both ledgers, the ladder, the choices, another policy, the documents, questions."""

    career: str
    """Text id ``career.<post>``."""
    complete: bool
    """Whether the scenario was played to its end."""
    rows: tuple[LastRow, ...]
    families: tuple[Family, ...]
    grain: tuple[GrainUse, ...]
    state_grain: tuple[GrainUse, ...]
    """Where that went which the state had; the parts are all of it."""
    ladder: Ladder
    documented_ladder: Ladder | None
    moments: tuple[Moment, ...]
    series: tuple[Series, ...]
    comparison: Comparison
    bands_held: float
    """How often the player's bands held the truth, 0-1."""
    bands_count: int
    passed_on: int
    """Figures passed on untouched, of how many."""
    filed_count: int
    why: Mapping[Indicator, WhyPage]
    dossier: tuple[tuple[str, str, str], ...]
    """(season, the sentence, how it reads today: ``praise``, ``blame``, ``neither``)."""
    promises: tuple[tuple[str, str], ...]
    documents: tuple[tuple[str, tuple[Source, ...]], ...]
    """(text id, sources)."""
    disputes: tuple[str, ...]
    """Archive ids."""
    questions: tuple[tuple[str, tuple[str, ...]], ...]
    """(heading text id, text ids)."""
    reflections: tuple[tuple[str, str, str], ...]
    """(season, prompt text id, the player's words)."""
