"""The page of a closed season: what changed, as far as the player can know it."""

from __future__ import annotations

from typing import Final

from game.base.chance import Chance
from game.base.exact import Array
from game.base.seasons import Season
from game.campaign.closing import struck_by
from game.campaign.explain import blurred, causes_of_page
from game.campaign.game import Game
from game.campaign.opening import PARAMS
from game.campaign.pages import (
    Cause,
    ConsequenceRow,
    FamilyEntry,
    Point,
    SeasonPage,
    SeasonRow,
    Sentence,
    Series,
)
from game.politics.audits import AuditOutcome
from game.reporting.indicators import Indicator, prefecture_figure, weights
from game.reporting.ledgers import LedgerSeason
from game.reporting.memory import vagueness
from game.reporting.sight import Band, prefecture_band
from game.ruleset.content import Family, Scenario
from game.state import SeasonRecord, State

CHARTED: Final = (Indicator.YIELD, Indicator.ORGANISED, Indicator.ANIMALS, Indicator.GRAIN_SOLD)
HARVEST_LINES: Final = (Indicator.YIELD, Indicator.OUTPUT, Indicator.COOP_YIELD)
STEP: Final = 0.015
"""A change of standing smaller than this is not felt; twice and more is felt strongly."""
HUNGRY: Final = PARAMS.grain.hungry_line_jin
SHORT: Final = PARAMS.grain.party_minimum_jin
ENOUGH: Final = 600.0
"""Lines of subsistence, jin a head and year; the last one the aid agencies' (Hou p. 54-55)."""
APART: Final = 1.08
"""From this ratio of filed to known on, the two ledgers are said to stand apart. Assumed."""
HARD_SHARE: Final = 0.05
"""More of the people than this below the Party's minimum makes a hard season. Assumed."""


def season_page(game: Game, season: Season) -> SeasonPage:
    """What a closed season brought. Raises: KeyError if the season has not been closed."""
    record = record_of(game.state, season)
    page = game.state.ledgers.page(season)
    if record is None or page is None:
        raise KeyError(str(season))
    scenario = game.rules.scenarios[game.state.setup.scenario]
    return SeasonPage(
        season=season,
        headline=_headline(game, record, page),
        rows=tuple(_row(game, record, line) for line in _lines(game, season)),
        offices=_office_changes(game.state, record),
        consequences=tuple(
            ConsequenceRow(c.code, c.office, c.reason, c.indicator, c.amount, c.unit) for c in record.consequences
        ),
        audit=_audit(record.audit, game),
        struck=_struck(game, record, page),
        series=tuple(series_of(game, line, None) for line in CHARTED),
        map_before=_map(game, season.shift(-1)),
        map_now=_map(game, season),
        family=family_entry(game, record, _family_of(scenario, record, game)),
        announced=_announced(scenario, season, game),
        prompt=next((p.text for p in scenario.prompts if p.season == season and p.at == "after-filing"), None),
        last=season == game.state.last,
    )


def record_of(state: State, season: Season) -> SeasonRecord | None:
    """The record of a closed season."""
    return next((record for record in state.records if record.season == season), None)


def _lines(game: Game, season: Season) -> tuple[Indicator, ...]:
    """The lines that were due, and the draught animals, on which nobody asks but everything rests."""
    due = game.rules.reporting.form.due_in(season)
    return due if Indicator.ANIMALS in due else (*due, Indicator.ANIMALS)


def _row(game: Game, record: SeasonRecord, line: Indicator) -> SeasonRow:
    state, season = game.state, record.season
    page = state.ledgers.page(season)
    assert page is not None
    before = state.ledgers.page(season.shift(-1))
    known = band_on(game, page, record, line)
    known_before = band_on(game, before, record, line) if before is not None and line in before.filed else None
    moved: tuple[Cause, ...] = ()
    if known_before is not None:
        causes = _causes_in(state, record, line)
        moved = blurred(causes, known.middle - known_before.middle, state, line) if causes else ()
    filed_before = before.filed.get(line) if before is not None else None
    return SeasonRow(line, known, page.filed[line], known_before, filed_before, moved)


def _causes_in(state: State, record: SeasonRecord, line: Indicator) -> list[tuple[str, float]]:
    """The season's own causes; harvest lines move in autumn only."""
    if line in HARVEST_LINES and record.season.name != "autumn":
        return []
    page = state.ledgers.page(record.season)
    return [] if page is None else causes_of_page(state, page, line, None)


def band_on(game: Game, page: LedgerSeason, record: SeasonRecord, line: Indicator) -> Band:
    """What was known of the prefecture when the page was written."""
    wide, seed = vagueness(game.state.memory, game.rules.reporting.memory), game.state.setup.seed
    return prefecture_band(line, page.true, weights(record.table), record.sight, seed, page.season, wide)


def _headline(game: Game, record: SeasonRecord, page: LedgerSeason) -> str:
    """One of a few sentences, from how hard the season was and how far apart the ledgers stand."""
    hard = float(record.table.prefecture().hungry_share[0]) > HARD_SHARE and record.season.name == "spring"
    lines = [line for line in _lines(game, record.season) if line in page.filed]
    apart = any(band_on(game, page, record, line).passed_by(line, page.filed[line]) > APART - 1.0 for line in lines)
    if hard:
        return "headline.hard-and-fine" if apart else "headline.hard"
    return "headline.good-and-better" if apart else "headline.as-it-is"


def _office_changes(state: State, record: SeasonRecord) -> tuple[tuple[str, int, int], ...]:
    place = state.records.index(record)
    before = state.records[place - 1].offices if place else None
    changes = []
    for office in record.offices:
        old = before[office.id] if before is not None else None
        standing = office.standing - old.standing if old is not None else 0.0
        suspicion = office.suspicion - old.suspicion if old is not None else 0.0
        changes.append((office.id, _felt(standing), _felt(suspicion)))
    return tuple(changes)


def _felt(change: float) -> int:
    """-2 to 2: how strongly a change is felt."""
    strength = 0 if abs(change) < STEP else 1 if abs(change) < 3 * STEP else 2
    return strength if change > 0 else -strength


def _audit(outcome: AuditOutcome | None, game: Game) -> tuple[Sentence, ...]:
    """What an audit found, as sentences; figures are written by the page that shows them."""
    if outcome is None:
        return ()
    office = game.rules.texts(f"office.{outcome.office}.long")
    if not outcome.findings:
        return (Sentence("audit.clean", {"office": office}),)
    told: list[Sentence] = []
    for finding in outcome.findings:
        line = finding.indicator
        values = {"office": office, "indicator": line.value, "filed": repr(finding.filed), "found": repr(finding.found)}
        told.append(Sentence("audit.came", values))
        told.append(Sentence("audit.known" if finding.inspected else "audit.not-looked"))
    return tuple(told)


def _struck(game: Game, record: SeasonRecord, page: LedgerSeason) -> tuple[str, ...]:
    """Counties that an audit struck down."""
    if record.audit is None:
        return ()
    ids = game.rules.prefecture.county_ids
    struck: set[str] = set()
    for finding in record.audit.findings:
        struck |= {county for county, off in zip(ids, struck_by(finding, page), strict=True) if off}
    return tuple(county for county in ids if county in struck)


def series_of(game: Game, line: Indicator, county: str | None, with_true: bool = False) -> Series:
    """The course of a line in both ledgers; harvest lines have a point in autumn only."""
    state = game.state
    place = None if county is None else game.rules.prefecture.county_ids.index(county)
    points = tuple(
        point_on(game, page, line, place, with_true)
        for page in state.ledgers.pages
        if line in page.filed and (line not in HARVEST_LINES or page.season.name == "autumn")
    )
    return Series(line, county, points)


def point_on(
    game: Game, page: LedgerSeason, line: Indicator, place: int | None, with_true: bool = False
) -> Point:
    """One season's point of a line: what was known and filed then, and what was true if that is told."""
    state = game.state
    record = record_of(state, page.season)
    if place is not None:
        band = Band(float(page.known_low[line][place]), float(page.known_high[line][place]))
        true = float(page.true[line][place])
        return Point(page.season, band, float(page.filed_by_county[line][place]), true if with_true else None)
    by_weight = weights(record.table if record is not None else state.table)
    sight = record.sight if record is not None else state.sight
    latest = page is state.ledgers.pages[-1]
    wide = vagueness(state.memory, game.rules.reporting.memory) if latest else None
    band = prefecture_band(line, page.true, by_weight, sight, state.setup.seed, page.season, wide)
    return Point(page.season, band, page.filed.get(line), true_of(page, line, by_weight[line]) if with_true else None)


def true_of(page: LedgerSeason, line: Indicator, weight: Array) -> float:
    """The prefecture's true figure on a page."""
    return prefecture_figure(line, page.true[line], weight)


def _map(game: Game, season: Season) -> dict[str, float]:
    """The middle of what was known of homes organised, by county."""
    page = game.state.ledgers.page(season)
    if page is None:
        return {}
    line = Indicator.ORGANISED
    middle = 0.5 * (page.known_low[line] + page.known_high[line])
    return {county: float(value) for county, value in zip(game.rules.prefecture.county_ids, middle, strict=True)}


def _family_of(scenario: Scenario, record: SeasonRecord, game: Game) -> Family | None:
    """One of the scenario's families a season, in turn."""
    if not scenario.families:
        return None
    return scenario.families[game.state.records.index(record) % len(scenario.families)]


def family_entry(game: Game, record: SeasonRecord, family: Family | None) -> FamilyEntry | None:
    """A family's season, from the state of its county: what there was to eat, and whom they worked with."""
    if family is None:
        return None
    place = game.rules.prefecture.county_ids.index(family.county)
    jin = float(record.table.grain_available_per_head[place]) * STRATUM_PART[family.stratum]
    words = "hungry" if jin < HUNGRY else "short" if jin < SHORT else "enough" if jin < ENOUGH else "fed"
    texts = game.rules.texts
    values = {
        "name": family.name, "village": texts(f"village.{family.village}"),
        "jin": str(round(jin / 10.0) * 10),
        "other": texts("family.in-coop" if _in_cooperative(game, family) else "family.in-team"),
    }
    return FamilyEntry(family.id, family.name, family.village, family.county, f"family.{words}", values)


def _in_cooperative(game: Game, family: Family) -> bool:
    place = game.rules.prefecture.county_ids.index(family.county)
    return family.stratum == "many-hands" and float(game.state.table.cooperatives[place]) > 0.0


STRATUM_PART: Final = {
    "many-hands": 0.95, "short-of-both": 0.80, "middling": 1.0, "well-found": 1.25, "short-handed": 1.15,
}
"""What a stratum has to eat against its county's mean. Assumed: the spread of the six Wuxiang villages (Hou p. 70)."""


def _announced(scenario: Scenario, season: Season, game: Game) -> tuple[str, ...]:
    """What becomes of the season's rumour."""
    rumour = scenario.events.rumour
    if rumour is None or rumour.season != season:
        return ()
    draw = Chance(game.state.setup.seed, season.index).one("rumour")
    return ("rumour.right" if draw < rumour.right else "rumour.wrong",)
