"""A season closes: defaults are answered, the villages live through it, the file goes up, superiors react."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from game.base.changed import replace
from game.base.exact import Array, total
from game.base.seasons import Quarter, Season
from game.campaign.consequences import bring_about
from game.campaign.deciding import closed, decide
from game.campaign.decisions import Answer
from game.campaign.opening import PARAMS, chance_of, lines_above, live_through, open_season
from game.campaign.orders import scale_of
from game.economy.granary import StateGrain, books, taken
from game.economy.measures import CountyTable
from game.economy.season import SeasonResult
from game.politics.audits import AuditOutcome, Finding, audit, auditor
from game.politics.careers import career
from game.politics.reaction import Consequence, CoveringNote, react
from game.politics.secretaries import after_season
from game.reporting.chain import highest_praised
from game.reporting.filing import share_out, treatment
from game.reporting.indicators import (
    WRITTEN_SMALL,
    Figures,
    Indicator,
    counted_so_far,
    prefecture_figures,
    stage_of,
    true_figures,
    weights,
)
from game.reporting.ledgers import LedgerSeason
from game.reporting.memory import learn, note_reports, vagueness
from game.reporting.rivals import next_year, placing
from game.reporting.sight import Band, bands, fade, prefecture_band
from game.reporting.upward import pass_upward
from game.ruleset.content import Ruleset
from game.state import Lived, SeasonRecord, State
from game.views.known import filed_now, reported_now

INSPECTED_FROM = 0.25
"""A line counts as inspected in the whole prefecture when teams saw this share of the counties in the year. Assumed."""


def close_season(state: State, rules: Ruleset) -> State:
    """The season after this one, on whose desk everything lies ready; or the end of the scenario."""
    state = _with_defaults(state, rules)
    result = live_through(state, rules)
    page = _ledger_page(state, result.table, rules)
    judged = _judge(state, page, result.table, rules)
    state = _kept(state, result, page, judged, rules)
    return _ended(state, rules) if state.season == state.last else _next(state, rules)


def _with_defaults(state: State, rules: Ruleset) -> State:
    """Papers that were not answered take their default answer, or the first that can be taken."""
    for card_id in state.on_desk:
        if state.deck.answer_to(card_id) is None:
            card = rules.cards[card_id]
            ordered = sorted(card.choices, key=lambda choice: choice.id != card.default)
            chosen = next(choice for choice in ordered if closed(choice, state, rules) is None)
            answered = decide(state, Answer(card_id, chosen.id), rules)
            assert isinstance(answered, State)
            state = answered
    return state


def _ledger_page(state: State, table: CountyTable, rules: Ruleset) -> LedgerSeason:
    """Both ledgers of the season, as they stand when it is over."""
    before = state.ledgers.pages[-1].true if state.ledgers.pages else None
    true = true_figures(table, before) | counted_so_far(state.season, table, state.table, before)
    by_weight, county = weights(table), reported_now(state)
    filed = {line: filed_now(state, line) for line in county}
    there = {line: true[line] for line in county}
    known = bands(there, state.sight, state.setup.seed, state.season, vagueness(state.memory, rules.reporting.memory))
    above = pass_upward(filed, lines_above(state.offices), rules.reporting.upward)
    return LedgerSeason(
        season=state.season,
        stage=stage_of(state.season.quarter),
        true=true,
        village=state.climb.village,
        district=state.climb.district,
        county=county,
        known_low=known.low,
        known_high=known.high,
        filed=filed,
        filed_by_county={line: share_out(line, filed[line], county[line], by_weight[line]) for line in county},
        province=above.province,
        bureau=above.bureau,
        printed=above.printed,
        target=dict(state.targets),
    )


@dataclass(frozen=True, slots=True)
class Judged:
    """What the season's file brought about among superiors."""

    state: State
    consequences: tuple[Consequence, ...]
    audit: AuditOutcome | None
    struck: Figures


def _judge(state: State, page: LedgerSeason, table: CountyTable, rules: Ruleset) -> Judged:
    """Superiors read what was due; auditors may come."""
    due = rules.reporting.form.due_in(state.season)
    filed = {line: page.filed[line] for line in due if page.filed[line] > 0.0}
    last = {line: value for line in due if (value := state.ledgers.last_filed(line)) is not None}
    seen = _inspected_bands(state, page, table, rules)
    growth = _growth(state, filed)
    offices, consequences = react(
        state.offices, filed, state.targets, last, seen, placing(growth, state.rivals), _note(state, rules),
        rules.politics.reaction,
    )
    all_due = {line: page.filed[line] for line in due}
    outcome = _audited(replace(state, offices=offices), page, table, all_due, rules)
    if outcome is not None:
        offices = outcome.offices
        state = replace(state, dossier=state.dossier.with_entry(*outcome.entries))
    return Judged(replace(state, offices=offices), consequences, outcome, _struck(outcome, page, table))


def _note(state: State, rules: Ruleset) -> CoveringNote | None:
    return next((note for note in rules.politics.covering_notes if note.text_id == state.filing.note), None)


def _growth(state: State, filed: Mapping[Indicator, float]) -> dict[Indicator, float]:
    """What is filed against a year before (or the last time), for the lines that have one; 1 = as much."""
    before = {
        line: state.ledgers.filed_a_year_before(line, state.season) or state.ledgers.last_filed(line) for line in filed
    }
    return {line: filed[line] / past for line, past in before.items() if past}


def _known_band(state: State, line: Indicator, page: LedgerSeason, table: CountyTable, rules: Ruleset) -> Band:
    wide = vagueness(state.memory, rules.reporting.memory)
    return prefecture_band(line, page.true, weights(table), state.sight, state.setup.seed, state.season, wide)


def _inspected_bands(
    state: State, page: LedgerSeason, table: CountyTable, rules: Ruleset
) -> dict[Indicator, Band]:
    """Bands that are on file: those of lines that teams have looked at in enough counties this year."""
    seen = state.sight.was_inspected(state.season)
    if total(seen) < INSPECTED_FROM * len(seen):
        return {}
    return {line: _known_band(state, line, page, table, rules) for line in page.filed}


def _audited(
    state: State, page: LedgerSeason, table: CountyTable, filed: Mapping[Indicator, float], rules: Ruleset
) -> AuditOutcome | None:
    chance = chance_of(state)
    by = auditor(state.offices, state.season, rules.politics.audits, chance)
    if by is None:
        return None
    seen = total(state.sight.was_inspected(state.season)) >= INSPECTED_FROM * state.counties
    return audit(
        state.offices, by, state.season, filed, prefecture_figures(page.true, weights(table)),
        {line: _known_band(state, line, page, table, rules) for line in page.filed},
        dict.fromkeys(page.filed, seen), rules.politics.audits, chance,
    )


def _struck(outcome: AuditOutcome | None, page: LedgerSeason, table: CountyTable) -> Figures:
    """Counties whose figure an audit strikes down: those that reported furthest from the truth. Masks (C,)."""
    if outcome is None:
        return {}
    masks: dict[Indicator, Array] = {}
    for finding in outcome.findings:
        line = finding.indicator
        masks[line] = np.asarray(struck_by(finding, page) * 1.0)
    return masks


def struck_by(finding: Finding, page: LedgerSeason) -> Array:
    """Which counties' figures a finding strikes: those further off than the file as a whole. Shapes: (C,), bool."""
    line = finding.indicator
    if line in WRITTEN_SMALL:
        return np.asarray(page.county[line] < page.true[line] * (1.0 - finding.excess))
    return np.asarray(page.county[line] > page.true[line] * (1.0 + finding.excess))


def _kept(state: State, result: SeasonResult, page: LedgerSeason, judged: Judged, rules: Ruleset) -> State:
    """The state with everything that the season changed, and its record."""
    before, state = state, judged.state
    grain = _books(state, result.table, rules)
    state = _taught(state, page, result.table, judged, rules)
    state = replace(
        state,
        villages=result.villages,
        ahead=None,
        table=result.table,
        lived=(*state.lived, Lived(state.season, result.table, result.causes)),
        turn=state.turn + 1,
        ledgers=state.ledgers.with_page(page),
        reserve_jin=grain.reserve,
        stations_jin=grain.stations,
    )
    state = bring_about(state, judged.consequences, page)
    return replace(state, records=(*state.records, _record(before, state, judged, grain)))


def _books(state: State, table: CountyTable, rules: Ruleset) -> StateGrain:
    """Where the state's grain of the season went."""
    share = np.asarray([float(state.desk.value("resale_share", county)) for county in rules.prefecture.county_ids])
    took = taken(table, share, scale_of(state.setup.villages, rules.prefecture), PARAMS.purchase)
    standing = rules.scenarios[state.setup.scenario].reserve_jin
    return books(state.reserve_jin, state.stations_jin, took, standing, state.season, rules.prefecture)


def _taught(state: State, page: LedgerSeason, table: CountyTable, judged: Judged, rules: Ruleset) -> State:
    """What counties and rivals learn from how their figures were treated."""
    reporting, by_weight = rules.reporting, weights(table)
    known = bands(page.true, state.sight, state.setup.seed, state.season)
    due = reporting.form.due_in(state.season)
    treated = {
        line: treatment(line, page.filed[line], page.county[line], by_weight[line], known, reporting.filing)
        for line in due
    }
    nothing = np.zeros(state.counties)
    struck: Figures = {
        line: np.asarray(np.maximum(found.struck, judged.struck.get(line, nothing))) for line, found in treated.items()
    }
    untouched = {line: t.untouched for line, t in treated.items()}
    praised = _praised(state, page, judged)
    envy = highest_praised(state.memory, Indicator.YIELD, rules.politics.neighbour_indices(rules.prefecture.county_ids))
    memory = note_reports(state.memory, page.true, page.county)
    any_struck = np.max(np.stack([nothing, *struck.values()]), axis=0)
    return replace(
        state,
        memory=learn(memory, struck, untouched, praised, reporting.memory, chance_of(state)),
        secretaries=after_season(state.secretaries, praised, any_struck, envy, rules.politics.secretaries),
    )


def _praised(state: State, page: LedgerSeason, judged: Judged) -> Array:
    """1 for the county that the season's prize or article names: the one that reported most above its last report."""
    if not any(found.code in PRAISES for found in judged.consequences):
        return np.zeros(state.counties)
    line = Indicator.COOP_YIELD if total(page.county[Indicator.COOP_YIELD]) > 0.0 else Indicator.YIELD
    rise = page.county[line] - state.memory.reported[line]
    return np.asarray((np.arange(state.counties) == int(np.argmax(rise))) * 1.0)


PRAISES = frozenset({"prize", "plough_loan", "coop_loan", "visitors", "named_in_paper"})
"""Consequences that single out a county."""


def _record(before: State, after: State, judged: Judged, grain: StateGrain) -> SeasonRecord:
    answers = tuple((given.card, given.choice) for given in after.deck.answers if given.season == before.season)
    return SeasonRecord(
        season=before.season,
        table=after.table,
        desk=before.desk,
        cards=answers,
        filing=before.filing,
        consequences=judged.consequences,
        audit=judged.audit,
        offices=after.offices,
        teams=before.teams,
        reserve_jin=after.reserve_jin,
        grain=grain,
        climb=before.climb,
        sight=before.sight,
        dossier_entries=len(after.dossier),
        heard=before.heard,
        reflections=before.reflections,
        hash=season_hash(before, after),
    )


def fingerprint(state: State) -> str:
    """SHA-256 over the villages, what was filed, and standings: equal for equal campaigns on any machine."""
    return _hashed(state.villages.digest(), state)


def season_hash(before: State, after: State) -> str:
    """The fingerprint when a year ends and when the campaign does; in between the true table stands for the villages.

    Hashing all of them takes longer than any stage of the season, and what went wrong shows in the table as well.
    """
    whole = before.season.quarter is Quarter.WINTER or before.season == before.last
    return fingerprint(after) if whole else _hashed(after.table.digest(), after)


def _hashed(villages: str, state: State) -> str:
    digest = hashlib.sha256(villages.encode())
    for page in state.ledgers.pages:
        digest.update(page.filed_text.encode())
    for office in state.offices:
        digest.update(f"{office.id}{office.standing.hex()}{office.suspicion.hex()}".encode())
    return digest.hexdigest()


def _next(state: State, rules: Ruleset) -> State:
    """The next season, opened. Each winter what was seen grows old and rivals catch up."""
    if state.season.quarter is Quarter.WINTER:
        ratio = _own_ratio(state)
        state = replace(
            state,
            sight=fade(state.sight, rules.reporting.sight),
            rivals=next_year(state.rivals, ratio, rules.reporting.rivals),
        )
    return open_season(replace(state, season=state.season.next), rules)


def _own_ratio(state: State) -> dict[Indicator, float]:
    """What was filed over what there was, for the year's harvest lines."""
    page = state.ledgers.harvest(state.season.year)
    if page is None:
        return {}
    true = prefecture_figures(page.true, weights(state.table))
    return {line: page.filed[line] / true[line] for line in page.filed if true[line] > 0.0}


def _ended(state: State, rules: Ruleset) -> State:
    judged = career(state.offices, state.dossier, rules.politics.careers)
    return replace(state, ended=True, career=judged, on_desk=(), reflections=())


def reopen(state: State, rules: Ruleset, last: Season) -> State:
    """A campaign that had ended goes on: the season after its last one, opened, with another last season."""
    return _next(replace(state, last=last, ended=False, career=None), rules)
