"""The figure's afterlife: running on plays as a longer scenario would, and every citation is of what was filed."""

from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from game.base.problems import CallError
from game.base.seasons import Season
from game.campaign.afterlife import afterlife, filed_figures, run_on
from game.campaign.cited import NORM, citations, norm
from game.campaign.closing import fingerprint
from game.campaign.decisions import CloseSeason, File
from game.campaign.explain import why_page
from game.campaign.game import Game
from game.campaign.policies import BUILT_IN, play_out, policy_named
from game.campaign.run_on import Otherwise, course, habit
from game.economy.measures import CountyTable
from game.reporting.indicators import Indicator
from game.reporting.rules import RunOnRules
from game.ruleset.content import Ruleset
from game.views.known import county_sum

HARVEST = Season.parse("1951-autumn")


@pytest.fixture(scope="module")
def ended(game: Game, rules: Ruleset) -> Game:
    """The scenario played out by one who files whatever pays."""
    return play_out(game, policy_named("careerist", rules)[0])


def with_run_on(rules: Ruleset, **changes: object) -> Ruleset:
    return replace(rules, reporting=replace(rules.reporting, run_on=replace(rules.reporting.run_on, **changes)))


def longer(rules: Ruleset, scenario: str, years: int) -> Ruleset:
    """The same content with a scenario that lasts some years more."""
    old = rules.scenarios[scenario]
    return replace(rules, scenarios={**rules.scenarios, scenario: replace(old, last=old.last.shift(4 * years))})


def filing(game: Game, line: Indicator, season: str, times: float) -> Game:
    """The scenario closed season by season, with one figure at so many times the counties'."""
    while not game.state.ended:
        if str(game.state.season) == season:
            game = game.do(File(line.value, county_sum(game.state, line) * times))
        game = game.do(CloseSeason())
    return game




# ---- running on


def test_running_on_is_the_same_every_time(ended: Game) -> None:
    once, again = run_on(ended, 2), run_on(ended, 2)
    assert fingerprint(once.state) == fingerprint(again.state)


@pytest.mark.parametrize("name", ["historical", "idle", "honest"])
def test_running_on_equals_a_longer_scenario_played_by_the_same_policy(game: Game, rules: Ruleset, name: str) -> None:
    policy = policy_named(name, rules)[0]
    short = run_on(play_out(game, policy), 2, name)
    long = play_out(Game.begin(longer(rules, game.state.setup.scenario, 2), game.state.setup), policy)
    assert short.state.season == long.state.season
    assert fingerprint(short.state) == fingerprint(long.state)


def test_running_on_ends_where_it_should_and_leaves_the_game_as_it_was(ended: Game) -> None:
    later = run_on(ended, 3)
    assert later.state.ended
    assert later.state.season == ended.state.season.shift(12)
    assert ended.state.season == ended.state.last


def test_nothing_is_run_on_past_the_last_season_of_the_sources(game: Game, rules: Ruleset) -> None:
    soon = replace(game, rules=with_run_on(rules, until=Season.parse("1952-summer")))
    ended = play_out(soon, policy_named("idle", rules)[0])
    assert str(run_on(ended, 3).state.season) == "1952-summer"
    assert run_on(replace(ended, rules=with_run_on(rules, until=ended.state.season)), 3).state is ended.state


def test_a_scenario_that_was_broken_off_is_run_on_from_its_last_closed_season(game: Game) -> None:
    begun = game.do(CloseSeason()).do(File("yield", 300.0))
    later = run_on(begun, 1)
    assert str(later.state.season) == "1952-spring"
    page = later.state.ledgers.page(begun.state.season)
    assert page is not None
    assert page.filed[Indicator.YIELD] != 300.0


def test_the_successor_of_the_rules_is_a_policy(rules: Ruleset) -> None:
    assert isinstance(rules.reporting.run_on, RunOnRules)
    assert rules.reporting.run_on.successor in BUILT_IN


def test_a_policy_that_is_not_there_is_named_in_the_refusal(ended: Game) -> None:
    with pytest.raises(CallError, match="nobody"):
        run_on(ended, 1, "nobody")


def test_the_players_own_way_files_as_far_from_what_is_known_as_the_player_did(ended: Game) -> None:
    ratio = habit(ended)[Indicator.YIELD]
    assert ratio > 1.05
    assert habit(run_on(ended, 2, "own"))[Indicator.YIELD] == pytest.approx(ratio, rel=0.03)


def test_in_the_players_own_way_nothing_is_decided_but_figures(ended: Game) -> None:
    later = run_on(ended, 1, "own").decisions[len(ended.decisions) :]
    assert {type(decision) for decision in later} == {File, CloseSeason}


# ---- citations


@pytest.mark.parametrize("policy", [None, "own"])
@pytest.mark.parametrize("line", [Indicator.COOP_YIELD, Indicator.YIELD, Indicator.ORGANISED])
def test_every_citation_is_of_a_figure_that_was_filed(ended: Game, line: Indicator, policy: str | None) -> None:
    life = afterlife(ended, line, policy=policy)
    assert life is not None
    ledgers = course(ended, 3, policy).game.state.ledgers
    assert life.citations
    for found in life.citations:
        page = ledgers.page(found.filed)
        assert page is not None
        assert page.filed[found.line] == found.figure
        assert found.filed <= found.season


def test_the_most_inflated_figure_is_followed_if_none_is_named(ended: Game) -> None:
    life = afterlife(ended)
    assert life is not None
    assert life.figure == filed_figures(ended)[0]
    assert all(life.figure.inflation >= other.inflation for other in life.others)


def test_a_target_and_a_print_and_the_next_report_cite_the_harvest(ended: Game) -> None:
    life = afterlife(ended, Indicator.YIELD, HARVEST)
    assert life is not None
    kinds = [found.kind for found in life.citations]
    assert {"printed", "target", "rival", "report"} <= set(kinds)
    assert [found.season for found in life.citations] == sorted(found.season for found in life.citations)


def test_rivals_take_the_highest_for_their_measure_and_file_more_for_it(ended: Game) -> None:
    life = afterlife(ended, Indicator.YIELD, HARVEST)
    assert life is not None
    rivals = [found for found in life.citations if found.kind == "rival"]
    assert {found.by for found in rivals} == {rival.id for rival in ended.rules.reporting.rivals.rivals}
    assert all(found.came > found.instead for found in rivals)


def test_the_same_figure_filed_again_changes_nothing(ended: Game) -> None:
    page = ended.state.ledgers.page(HARVEST)
    assert page is not None
    again = course(ended, 1, None, Otherwise(Indicator.COOP_YIELD, HARVEST, page.filed[Indicator.COOP_YIELD]))
    assert fingerprint(again.game.state) == fingerprint(run_on(ended, 1).state)


def test_the_other_course_has_the_middle_of_what_was_known_on_file(ended: Game) -> None:
    life = afterlife(ended, Indicator.YIELD, HARVEST)
    assert life is not None
    assert life.instead[0].filed == pytest.approx(life.figure.known.middle)
    assert life.instead[0].filed < life.years[0].filed


def test_the_years_are_those_from_the_figure_to_the_end(ended: Game) -> None:
    life = afterlife(ended, Indicator.YIELD)
    assert life is not None
    assert [year.year for year in life.years] == [1951, 1952, 1953, 1954]
    assert [year.after for year in life.years] == [False, True, True, True]
    assert life.years[0].filed == ended.state.ledgers.page(HARVEST).filed[Indicator.YIELD]
    assert all(year.tax_jin > 0.0 for year in life.years)


def test_nothing_is_told_where_nothing_was_filed(game: Game) -> None:
    assert afterlife(game) is None


def test_a_figure_that_was_not_due_has_no_afterlife(ended: Game) -> None:
    with pytest.raises(KeyError, match="not due"):
        afterlife(ended, Indicator.GRAIN_SOLD, Season.parse("1951-spring"))


@given(some.floats(0.9, 1.6), some.floats(1.0, 1.4))
@settings(max_examples=5, deadline=None)
def test_a_higher_filed_figure_never_lowers_the_target_cited_from_it(game: Game, low: float, more: float) -> None:
    targets = []
    for times in (low, low * more):
        played = filing(game, Indicator.YIELD, "1951-autumn", times)
        life = afterlife(played, Indicator.YIELD, HARVEST, years=1)
        assert life is not None
        targets.append(next(found.came for found in life.citations if found.kind == "target"))
    assert targets[1] >= targets[0]


# ---- norms and purchases, as soon as the core has them


class WithNorm:
    """A county table that has the column of the survey."""

    def __init__(self, table: CountyTable, value: float) -> None:
        for field in fields(CountyTable):
            setattr(self, field.name, getattr(table, field.name))
        setattr(self, NORM, np.full_like(table.sown_mou, value))

    def prefecture(self) -> CountyTable:
        return self.whole


def surveyed(campaign, season: str, value: float, bought: float):
    """A course in which a survey fixed the norm from a season on, and the state bought grain of every harvest."""
    first = Season.parse(season)
    records = tuple(
        replace(record, table=WithNorm(_with_purchase(record.table, bought), value * (record.season >= first)))
        for record in campaign.game.state.records
    )
    return replace(campaign, game=replace(campaign.game, state=replace(campaign.game.state, records=records)))


def _with_purchase(table: CountyTable, jin: float) -> CountyTable:
    whole = table.prefecture()
    return replace(table, whole=replace(whole, procurement=whole.procurement * 0.0 + jin * table.harvested))


def test_before_the_survey_there_is_no_norm(ended: Game) -> None:
    assert norm(ended.state.table) == 0.0


def test_norms_and_purchases_are_cited_with_the_harvest_they_were_reckoned_on(ended: Game) -> None:
    life = afterlife(ended, Indicator.YIELD, HARVEST)
    assert life is not None
    figure = life.figure
    lived = surveyed(course(ended, 1, None), "1952-summer", 150.0, 2.0e6)
    other = Otherwise(figure.line, HARVEST, figure.known.middle)
    plain = surveyed(course(ended, 1, None, other), "1952-summer", 140.0, 1.5e6)
    cited = {found.kind: found for found in citations(figure, lived, plain)}
    assert cited["norm"].figure == figure.figure
    assert (cited["norm"].came, cited["norm"].instead) == pytest.approx((150.0, 140.0))
    ledgers = lived.game.state.ledgers
    assert cited["purchase"].figure == ledgers.page(cited["purchase"].filed).filed[Indicator.OUTPUT]
    assert (cited["purchase"].came, cited["purchase"].instead) == (2.0e6, 1.5e6)


# ---- why


def test_why_of_a_filed_figure_names_what_its_target_was_reckoned_from(game: Game) -> None:
    origins = dict(why_page(game, Indicator.YIELD, None, "filed").origins)
    page = game.state.ledgers.page_asked_from(Indicator.YIELD, game.rules.reporting.form)
    assert page is not None
    assert float(origins["origin.target"]["base"]) == page.filed[Indicator.YIELD]
    assert origins["origin.target"]["season"] == str(page.season)
    assert float(origins["origin.target"]["amount"]) == game.state.targets[Indicator.YIELD]


def test_a_first_target_names_the_line_that_it_stands_on(game: Game) -> None:
    origins = dict(why_page(game, Indicator.COOP_YIELD, None, "filed").origins)
    assert origins["origin.first-target"]["of"] == Indicator.YIELD.value
