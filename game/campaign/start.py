"""The first season of a campaign: villages founded, the years before lived through, the file laid on the desk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from game.base.chance import Chance
from game.base.changed import replace
from game.base.deck import DeckMemory
from game.base.problems import CallError, suggestion
from game.base.seasons import Season
from game.campaign.directives import desk_by, handed_down, with_settings
from game.campaign.opening import (
    PARAMS,
    counties_report,
    lines_above,
    live_through,
    looked_ahead,
    open_season,
)
from game.campaign.orders import orders_for, scale_of
from game.economy.granary import kept_in_stations
from game.economy.season import SeasonResult, advance
from game.economy.start import found_villages
from game.politics.dossier import Dossier
from game.politics.offices import in_season
from game.politics.people import as_secretary
from game.politics.secretaries import Secretaries, gather, hide_honest
from game.reporting.chain import Climb
from game.reporting.filing import share_out
from game.reporting.indicators import Indicator, counted_so_far, stage_of, true_figures, weights
from game.reporting.ledgers import Ledgers, LedgerSeason
from game.reporting.memory import note_reports, start_memory
from game.reporting.sight import Sight, bands, inspect, start_sight
from game.reporting.upward import pass_upward
from game.ruleset.content import Ruleset, Scenario
from game.state import MOST_VILLAGES, Desk, Filing, Lived, Setup, Shocks, State
from game.views.known import filed_now, reported_now


def begin(rules: Ruleset, setup: Setup) -> State:
    """The state of the scenario's first season, opened.

    Raises: CallError if there is no such scenario, background or difficulty, or too few villages.
    """
    scenario = checked(rules, setup)
    state = _first_season(rules, scenario, setup)
    while state.season < scenario.first:
        state = _lived_before(state, scenario, rules)
    state = replace(state, desk=with_settings(state.desk, scenario))
    return open_season(_with_background(state, rules), rules)


def must_be_playable(scenario: str, rules: Ruleset) -> None:
    """Find a scenario that a person cannot play before anything is asked.

    Raises: CallError if there is no such scenario, or none with cards.
    """
    if scenario not in rules.scenarios:
        raise CallError(_unknown("scenario", scenario, rules.playable))
    if scenario not in rules.playable:
        raise CallError(f"the cards of '{scenario}' are not all written; run it with simulate, or play "
                        f"{', '.join(sorted(rules.playable))}")


def checked(rules: Ruleset, setup: Setup) -> Scenario:
    """The scenario of a setup that can be begun.

    Raises: CallError if there is no such scenario, background or difficulty, or too few or too many villages.
    """
    scenario = rules.scenarios.get(setup.scenario)
    if scenario is None:
        raise CallError(_unknown("scenario", setup.scenario, rules.scenarios))
    if setup.background not in rules.backgrounds:
        raise CallError(_unknown("background", setup.background, rules.backgrounds))
    if setup.difficulty not in rules.reporting.sight.difficulty:
        raise CallError(_unknown("difficulty", setup.difficulty, rules.reporting.sight.difficulty))
    if setup.villages > MOST_VILLAGES:
        raise CallError(f"{setup.villages:,} villages are too many; at most {MOST_VILLAGES:,} can be run")
    if setup.villages < len(rules.prefecture.counties):
        raise CallError(f"{setup.villages} villages are too few; there are {len(rules.prefecture.counties)} counties")
    return scenario


def _unknown(kind: str, given: str, known: Iterable[str]) -> str:
    return f"there is no {kind} '{given}'; {suggestion(given, sorted(known))}"


def _first_season(rules: Ruleset, scenario: Scenario, setup: Setup) -> State:
    """The state after the first of the years before, with which the campaign's memory begins."""
    season = scenario.run_up_from or scenario.first.shift(-4)
    desk = with_settings(desk_by(season, rules), scenario)
    lived = _first_lived(rules, scenario, setup, season, desk)
    figures = true_figures(lived.table)
    return State(
        setup=setup, season=season.next, turn=0, last=scenario.last, ended=False,
        villages=lived.villages, table=lived.table,
        lived=(Lived(season, lived.table, lived.causes),),
        desk=desk, shocks=Shocks(), next_shocks=Shocks(), filing=Filing(),
        team_turns=0.0, next_team_turns=0.0, teams=(), reserve_jin=scenario.reserve_jin,
        stations_jin=kept_in_stations(season, rules.prefecture), reflections=(),
        ahead=None, climb=Climb({}, {}, {}, {}, ()),
        sight=start_sight(rules.reporting.sight, setup.difficulty, len(rules.prefecture.counties)),
        memory=start_memory(figures, rules.reporting.memory),
        secretaries=_secretaries(rules, setup.seed), rivals=rules.reporting.rivals.rivals, hearsay=(),
        targets={}, target_shifts={}, ledgers=Ledgers(), bends={},
        offices=in_season(rules.politics.start_offices(), season, rules.politics.lines),
        dossier=Dossier(), promises=(), career=None,
        deck=DeckMemory(), on_desk=(), heard=(),
    )  # fmt: skip


def _first_lived(rules: Ruleset, scenario: Scenario, setup: Setup, season: Season, desk: Desk) -> SeasonResult:
    villages = found_villages(rules.prefecture, setup.villages, season, setup.seed, PARAMS)
    orders = orders_for(
        desk, Shocks(), season, scenario.reserve_jin, rules.prefecture, scale_of(setup.villages, rules.prefecture)
    )
    return advance(villages, season, orders, rules.prefecture, PARAMS, Chance(setup.seed, season.index))


def _secretaries(rules: Ruleset, seed: int) -> Secretaries:
    """The county secretaries among the people; one of them is more honest than anyone knows."""
    people = [person for person in rules.people.values() if person.heads_county]
    regard = rules.politics.secretaries_regard
    gathered = gather([as_secretary(person, regard) for person in people], rules.prefecture.county_ids)
    return hide_honest(gathered, rules.politics.secretaries, Chance(seed, 0))


def _lived_before(state: State, scenario: Scenario, rules: Ruleset) -> State:
    """One season of the years before: nobody plays it, but counties report and the file grows."""
    state = replace(handed_down(state, rules), offices=in_season(state.offices, state.season, rules.politics.lines))
    state = replace(state, ahead=looked_ahead(state, rules))
    state = replace(state, climb=counties_report(state, rules))
    lived = live_through(state, rules)
    page = _page_before(state, lived, scenario, rules)
    return replace(
        state,
        season=state.season.next,
        villages=lived.villages,
        table=lived.table,
        lived=(*state.lived, Lived(state.season, lived.table, lived.causes)),
        ledgers=state.ledgers.with_page(page),
        memory=note_reports(state.memory, page.true, page.county),
    )


def _page_before(state: State, lived: SeasonResult, scenario: Scenario, rules: Ruleset) -> LedgerSeason:
    """Both ledgers of a season before play: what is documented to have been filed, else the counties' figures."""
    before = state.ledgers.pages[-1].true if state.ledgers.pages else None
    true = true_figures(lived.table, before) | counted_so_far(state.season, lived.table, state.table, before)
    by_weight, county = weights(lived.table), reported_now(state)
    filed = {line: filed_now(state, line) for line in county}
    filed |= _documented(state.season, filed, scenario)
    known = bands({line: true[line] for line in county}, state.sight, state.setup.seed, state.season)
    above = pass_upward(filed, lines_above(state.offices), rules.reporting.upward)
    return LedgerSeason(
        season=state.season, stage=stage_of(state.season.quarter), true=true,
        village=state.climb.village, district=state.climb.district, county=county,
        known_low=known.low, known_high=known.high, filed=filed,
        filed_by_county={line: share_out(line, filed[line], county[line], by_weight[line]) for line in county},
        province=above.province, bureau=above.bureau, printed=above.printed, target={},
    )  # fmt: skip


def _documented(season: Season, filed: Mapping[Indicator, float], scenario: Scenario) -> dict[Indicator, float]:
    """Figures that the scenario says were on file; total output moves with the yield."""
    given = {Indicator(old.indicator): old.figure for old in scenario.filed_before if old.season == season}
    if Indicator.YIELD in given and filed[Indicator.YIELD] > 0.0:
        given[Indicator.OUTPUT] = filed[Indicator.OUTPUT] * given[Indicator.YIELD] / filed[Indicator.YIELD]
    return given


def _with_background(state: State, rules: Ruleset) -> State:
    """What the player's past brings: standings, counties known better, cadres who follow."""
    background = rules.backgrounds[state.setup.background]
    offices, secretaries = state.offices, state.secretaries
    for office, by in background.standing.items():
        if office == "counties":
            secretaries = replace(secretaries, regard=np.clip(secretaries.regard + by, 0.0, 1.0))
        else:
            offices = offices.shift(office, standing=by)
    return replace(
        state,
        offices=offices,
        secretaries=secretaries,
        sight=_known_better(state, background.knows, rules),
        next_team_turns=float(background.team_turns),
    )


def _known_better(state: State, counties: tuple[str, ...], rules: Ruleset) -> Sight:
    """Counties of one's own are known as if a team had just been there."""
    ids, sight = rules.prefecture.county_ids, state.sight
    for county in counties:
        sight = inspect(sight, ids.index(county), state.season.shift(-1), rules.reporting.sight)
    return sight
