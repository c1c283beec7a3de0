"""A season opens: the counties' figures come in, cards are drawn, the week's rumours are heard."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.base.chance import Chance
from game.base.changed import replace
from game.base.exact import Array
from game.base.seasons import Quarter
from game.campaign.directives import handed_down
from game.campaign.orders import orders_of
from game.economy.params import Params
from game.economy.season import LookedAhead, SeasonResult, advance, look_ahead
from game.events.draw import draw
from game.politics.offices import Offices, in_season
from game.reporting.chain import Climb, Mood, climb, near_prize
from game.reporting.indicators import Indicator, counted_so_far, stage_of, true_figures, weights
from game.reporting.rivals import said_to_file
from game.reporting.targets import TargetRules, descend, set_targets
from game.ruleset.content import Ruleset, Scenario
from game.state import Filing, Shocks, State
from game.views.values import values_of

PARAMS = Params()


def chance_of(state: State) -> Chance:
    """The chance of the state's own season: streams are told apart by the season's number since the year 0."""
    return Chance(state.setup.seed, state.season.index)


def lines_above(offices: Offices) -> dict[str, float]:
    """The lines of those who pass a figure on; the printed page follows the paper, or else the province."""
    printed = offices.paper or offices["province"]
    return {"province": offices["province"].line, "bureau": offices["bureau"].line, "printed": printed.line}


def open_season(state: State, rules: Ruleset) -> State:
    """Everything that lies on the desk when the season begins."""
    scenario = rules.scenarios[state.setup.scenario]
    state = replace(
        handed_down(state, rules),
        offices=in_season(state.offices, state.season, rules.politics.lines),
        filing=Filing(),
        teams=(),
        reflections=(),
        shocks=_announced_shock(state, scenario, rules, state.next_shocks),
        next_shocks=Shocks(),
        team_turns=float(scenario.team_turns[state.season.name]) + state.next_team_turns,
        next_team_turns=_background_turns(state, rules),
    )
    state = replace(state, targets=_targets(state, rules), target_shifts={})
    state = replace(state, ahead=looked_ahead(state, rules))
    state = replace(
        state,
        climb=counties_report(state, rules),
        bends={},
        hearsay=said_to_file(state.rivals, rules.reporting.rivals, chance_of(state)),
        heard=_heard(state, scenario),
    )
    return _with_cards(state, scenario, rules)


def _background_turns(state: State, rules: Ruleset) -> float:
    """Team-turns that the player's background brings every season."""
    return float(rules.backgrounds[state.setup.background].team_turns)


def looked_ahead(state: State, rules: Ruleset) -> LookedAhead | None:
    """The season lived through as far as counties speak of it when it opens; nothing of a spring or summer."""
    if state.season.quarter in (Quarter.SPRING, Quarter.SUMMER):
        return None
    orders = orders_of(state, rules)
    return look_ahead(state.villages, state.season, orders, rules.prefecture, PARAMS, chance_of(state))


def live_through(state: State, rules: Ruleset) -> SeasonResult:
    """The season, from its beginning or from as far as somebody has looked ahead."""
    orders = orders_of(state, rules)
    chance = chance_of(state)
    return advance(
        state.villages, state.season, orders, rules.prefecture, PARAMS, chance, ahead=state.ahead
    )


def counties_report(state: State, rules: Ruleset) -> Climb:
    """Let the figures of the season climb to the prefecture's desk, as far as they can be had now.

    In autumn the crop stands ripe: the harvest that counties speak of is the one that the season's close will reap.
    In winter grain is sold week by week, and the report is made up to the season's end. Metal is weighed to the end of
    an autumn or winter; in spring and summer what was weighed before stands.
    """
    true = _figures_to_report(state, rules)
    counties = rules.prefecture.county_ids
    chain = rules.reporting.chain(state.season, rules.politics.neighbour_indices(counties))
    bends = {line: np.asarray(row) for line, row in state.bends.items()}
    mood = _mood(state, counties, rules.reporting.targets)
    return climb(true, weights(state.table), state.secretaries, mood, bends, state.memory, chain, chance_of(state))


def _figures_to_report(state: State, rules: Ruleset) -> dict[Indicator, Array]:
    before = state.ledgers.pages[-1].true if state.ledgers.pages else None
    now = dict(before) if before is not None else true_figures(state.table)
    if state.season.quarter in (Quarter.SPRING, Quarter.SUMMER):
        weighed = 0.0 if state.season.quarter is Quarter.SPRING else 1.0
        counted = counted_so_far(state.season, state.table, state.table, before)
        return {**now, **counted, Indicator.STEEL: now[Indicator.STEEL] * weighed}
    assert state.ahead is not None
    ripe = state.ahead.table
    flows = true_figures(ripe, before) | counted_so_far(state.season, ripe, state.table, before)
    return {**flows, **{line: now[line] for line in STOCKS}}


STOCKS = (Indicator.ORGANISED, Indicator.ANIMALS, Indicator.COOPERATIVES)
"""Lines that are counted as they stood when the season began."""


def _mood(state: State, counties: tuple[str, ...], targets: TargetRules) -> Mood:
    """What the season does to those who report: what the desk decides, and what is asked of them from above."""
    decided = np.asarray([float(state.desk.value("team_pressure", county)) for county in counties])
    pressed = np.clip(decided + asked_in_vain(state, targets), 0.0, 1.0)
    heard = state.offices["province"].heard_line or 0.0
    on_paper = state.table.share_mutual_aid_nominal
    prize = near_prize(state.table.cooperatives, state.memory.praised)
    force = np.asarray([float(state.desk.value("campaign_force", county)) for county in counties])
    storm = np.clip((force - STORM_FROM) / (1.0 - STORM_FROM), 0.0, 1.0)
    return Mood(stage_of(state.season.quarter), prize, pressed, on_paper, heard, storm)


STORM_FROM = 0.85
"""Force of a campaign from which counties outbid each other. Assumed: beyond that of 1952, when figures were bent by a
fifth (Hou p. 180)."""


def asked_in_vain(state: State, rules: TargetRules) -> float:
    """How far what reaches the villages as a target for organising lies above what was last filed, as a share.

    Every level on the way down has added its margin by then.
    """
    line = Indicator.ORGANISED
    filed = state.ledgers.last_filed(line)
    if not filed or line not in state.targets:
        return 0.0
    descent = descend(line, state.targets[line], state.offices["province"].heard_line or 0.0, rules)
    return max(descent.asked_of_villages / filed - 1.0, 0.0)


def _targets(state: State, rules: Ruleset) -> Mapping[Indicator, float]:
    """What the province asks for: last filed and something on top, with what this season's quarrels added."""
    pages = {line: state.ledgers.page_asked_from(line, rules.reporting.form) for line in Indicator}
    filed = {line: page.filed[line] for line, page in pages.items() if page is not None and page.filed[line] > 0.0}
    asked = set_targets(filed, state.offices["province"].line, rules.reporting.targets)
    ceilings = rules.reporting.targets.ceilings
    raised = {line: value * (1.0 + state.target_shifts.get(line, 0.0)) for line, value in asked.items()}
    return {line: min(value, ceilings.get(line, value)) for line, value in raised.items()}


def _announced_shock(state: State, scenario: Scenario, rules: Ruleset, shocks: Shocks) -> Shocks:
    shock = scenario.events.shock
    if shock is None or shock.season != state.season or state.desk.value("weather") == "normal":
        return shocks
    for place, county in enumerate(rules.prefecture.county_ids):
        shocks = shocks.add("weather_loss", 1.0 - shock.weather.get(county, 1.0), [place], state.counties)
    return shocks


def _heard(state: State, scenario: Scenario) -> tuple[str, ...]:
    """Text ids of what is announced and what is rumoured."""
    shock, rumour = scenario.events.shock, scenario.events.rumour
    heard = []
    if shock is not None and shock.announced == state.season:
        heard.append(f"{shock.text}-announced")
    if rumour is not None and rumour.season == state.season:
        heard.append(rumour.text)
    return tuple(heard)


def _with_cards(state: State, scenario: Scenario, rules: Ruleset) -> State:
    drawn = draw(
        rules.deck(scenario), state.deck, values_of(state, rules), state.season, chance_of(state), scenario.cards
    )
    return replace(state, on_desk=drawn, deck=state.deck.with_came(drawn, state.season))
