"""The lines of the leap in a campaign: on every page from the season in which the form has them, on none before."""

from __future__ import annotations

from itertools import pairwise

import pytest

from game.base.refusal import Refusal
from game.base.seasons import Season
from game.campaign.debrief import debrief_page, ladder_of
from game.campaign.decisions import File
from game.campaign.desk import county_rows, county_series, desk_page, reports_page, season_page, why_page
from game.campaign.game import Game
from game.campaign.policies import play, policy_named
from game.reporting.indicators import Indicator
from game.ruleset import Ruleset
from game.state import Setup

OF_THE_LEAP = (Indicator.STEEL, Indicator.CANTEENS, Indicator.WATERWORKS, Indicator.DEATHS)


@pytest.fixture(scope="module")
def played(rules: Ruleset) -> dict[str, Game]:
    """The whole file passed on as it came, as it stands when some seasons open."""
    begun = Game.begin(rules, Setup("whole-file", seed=1951, villages=32, background="teacher"))
    opened = {str(game.state.season): game for game in play(begun, policy_named("historical", rules)[0])}
    wanted = ("1957-winter", "1959-winter", "1960-autumn", "1961-spring", "1961-winter")
    return {"end" if season == "1961-winter" else season: opened[season] for season in wanted}


def lines_of(game: Game) -> set[Indicator]:
    """Every line that some page of the game shows."""
    desk, row = desk_page(game), county_rows(game)[0]
    shown = {line.indicator for line in desk.ledger} | set(row.known) | set(row.reported) | set(row.filed)
    shown |= {line.indicator for line in reports_page(game).lines} | set(desk.due)
    shown |= {series.indicator for series in county_series(game, row.id)}
    last = game.state.records[-1].season if game.state.records else None
    return shown | ({r.indicator for r in season_page(game, last).rows} if last is not None else set())


def test_before_the_leap_no_page_has_a_line_of_it(game: Game, played: dict[str, Game]) -> None:
    assert not set(OF_THE_LEAP) & lines_of(game)
    assert not set(OF_THE_LEAP) & lines_of(played["1957-winter"])


def test_in_1959_the_desk_the_counties_and_the_reports_have_all_four(played: dict[str, Game]) -> None:
    assert set(OF_THE_LEAP) <= lines_of(played["1959-winter"])


def test_a_line_that_is_not_on_the_form_cannot_be_filed(game: Game) -> None:
    refused = game.do(File("steel", 1.0))
    assert isinstance(refused, Refusal)
    assert refused.code == "no-such-line"


def test_a_debriefing_of_1951_is_silent_on_the_leap_and_that_of_the_whole_file_is_not(
    game: Game, played: dict[str, Game]
) -> None:
    ended = next(iter(play(game, policy_named("idle", game.rules)[0])))
    assert not set(OF_THE_LEAP) & {row.indicator for row in debrief_page(ended).rows}
    assert set(OF_THE_LEAP) <= {row.indicator for row in debrief_page(played["end"]).rows}


@pytest.mark.parametrize("season", ["1959-winter", "1960-autumn", "1961-spring"])
@pytest.mark.parametrize("line", OF_THE_LEAP)
@pytest.mark.parametrize("ink", ["known", "reported", "filed", "true"])
@pytest.mark.parametrize("county", [None, "wuxiang"])
def test_every_figure_of_the_leap_says_why(played, season, line, ink, county) -> None:
    page = why_page(played[season], line, county, ink)
    if page.before is not None and page.moved:
        moved = sum(cause.amount for cause in page.moved)
        assert page.before + moved == pytest.approx(page.now, abs=1e-6 * max(page.now, 1.0))


@pytest.mark.parametrize(
    ("season", "line"), [("1958-autumn", Indicator.STEEL), ("1960-spring", Indicator.WATERWORKS)]
)
def test_claims_climb_from_what_there_is_to_what_is_printed(played, season, line) -> None:
    game = played["end"]
    page = game.state.ledgers.page(Season.parse(season))
    true = float(page.true[line].sum())
    rungs = {rung.rung: rung.figure for rung in ladder_of(game, page, line, true).rungs}
    assert true < rungs["village"] < rungs["district"] < rungs["county"]
    assert 1.3 * true < rungs["county"] < 3.0 * true


def test_what_is_filed_of_the_dead_is_less_than_there_were_and_none_of_it_is_printed(played) -> None:
    game = played["end"]
    page = game.state.ledgers.page(Season.parse("1960-winter"))
    true = float(page.true[Indicator.DEATHS].sum())
    assert true > 0.0
    assert page.filed[Indicator.DEATHS] < 0.7 * true
    assert page.printed[Indicator.DEATHS] == 0.0


def test_the_years_dead_are_those_of_its_seasons_from_winter_to_autumn(played) -> None:
    game = played["end"]
    seasons = [Season.parse(s) for s in ("1959-winter", "1960-spring", "1960-summer", "1960-autumn")]
    lived = sum(r.table.excess_deaths.sum() for r in game.state.records if r.season in seasons)
    assert game.state.ledgers.page(Season.parse("1960-winter")).true[Indicator.DEATHS].sum() == pytest.approx(lived)


def test_the_states_grain_adds_up_from_season_to_season_and_never_turns_into_less_than_nothing(
    played: dict[str, Game]
) -> None:
    """What a card gives or takes of the reserve comes between two seasons; here nobody asks for any."""
    records = played["end"].state.records
    for before, after in pairwise(records):
        had, grain = before.grain, after.grain
        assert had.reserve + had.stations + grain.came_in == grain.went_out + grain.reserve + grain.stations
        assert min(grain.reserve, grain.stations, grain.sent_up, grain.exported) >= 0.0


def test_the_state_sells_grain_back_only_once_it_alone_buys(played: dict[str, Game]) -> None:
    sold_in = [record.season for record in played["end"].state.records if record.grain.resold]
    assert sold_in
    assert min(sold_in) >= Season.parse("1953-winter")


def test_the_last_page_says_where_all_of_the_states_grain_went(played: dict[str, Game]) -> None:
    game = played["end"]
    told = {use.id: use.jin for use in debrief_page(game).state_grain}
    came = sum(record.grain.came_in for record in game.state.records)
    first = game.state.records[0].grain
    began = first.reserve + first.stations + first.went_out - first.came_in
    assert sum(told.values()) == pytest.approx(came + began)
    assert told["state.towns"] > 0.0 < told["state.exported"]
