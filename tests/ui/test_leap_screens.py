"""The screens of 1960-61, when the form has the lines of the leap: each opens, fits, and says what it shows."""

import pytest
from sample_pages import drive, nameless, outside, rules, sample_session

from game.campaign.desk import desk_page
from game.campaign.game import Game
from game.campaign.policies import play, policy_named
from game.reporting.indicators import Indicator
from game.state import Setup
from game.ui.preferences import Preferences
from game.ui.scenes.county import CountyScene
from game.ui.scenes.debrief import CHAPTERS, DebriefScene
from game.ui.scenes.desk import DeskScene
from game.ui.scenes.desk_ledger import ledger_line
from game.ui.scenes.ladder import LadderScene, seen_ladder
from game.ui.scenes.reports import ReportsScene
from game.ui.scenes.season import SeasonScene
from game.ui.scenes.why import WhyScene

OF_THE_LEAP = (Indicator.STEEL, Indicator.CANTEENS, Indicator.WATERWORKS, Indicator.DEATHS)
SCALES = (1.0, 1.5, 2.0)


@pytest.fixture(scope="module")
def opened():
    """The whole file passed on as it came, by the season that opens; the last one is over."""
    begun = Game.begin(rules(), Setup("whole-file", 1951, 32, "teacher"))
    return {str(game.state.season): game for game in play(begun, policy_named("historical", rules())[0])}


def session_in(folder, game, scale=1.0):
    session = sample_session(folder, Preferences(text_scale=scale))
    session.game = game
    return session


def assert_fits(driver, what=""):
    assert outside(driver) == [], what
    assert nameless(driver) == [], what


@pytest.mark.parametrize("scale", SCALES)
def test_the_desk_and_the_reports_desk_of_1960_fit_the_window(tmp_path, opened, scale):
    for season in ("1960-summer", "1960-autumn", "1960-winter", "1961-spring"):
        session = session_in(tmp_path, opened[season], scale)
        assert_fits(drive(session, DeskScene(session)), season)
        assert_fits(drive(session, ReportsScene(session)), season)


@pytest.mark.parametrize("scale", SCALES)
def test_a_county_of_1960_charts_every_line_of_the_leap(tmp_path, opened, scale):
    session = session_in(tmp_path, opened["1960-winter"], scale)
    driver = drive(session, CountyScene(session, "wuxiang"))
    if driver.find(key="tabs:ledgers"):
        driver.click(key="tabs:ledgers")
    assert_fits(driver)


@pytest.mark.parametrize("line", OF_THE_LEAP)
@pytest.mark.parametrize("ink", ["known", "reported", "filed"])
def test_why_opens_for_every_line_of_the_leap(tmp_path, opened, line, ink):
    session = session_in(tmp_path, opened["1960-winter"])
    for county in (None, "wuxiang"):
        assert_fits(drive(session, WhyScene(session, line, county, ink)), county)


@pytest.mark.parametrize("season", ["1958-autumn", "1959-spring", "1960-summer", "1960-winter"])
def test_the_page_and_the_ladder_of_a_season_of_the_leap_can_be_read(tmp_path, opened, season):
    game = opened["1961-winter"]
    session = session_in(tmp_path, game)
    closed = next(record.season for record in game.state.records if str(record.season) == season)
    assert_fits(drive(session, SeasonScene(session, closed)))
    assert_fits(drive(session, LadderScene(session, seen_ladder(game, closed))))


def test_no_dead_is_a_figure_and_not_a_thing_that_has_yet_to_come(opened):
    row = next(row for row in desk_page(opened["1959-spring"]).ledger if row.indicator is Indicator.DEATHS)
    line = ledger_line(rules().texts, row, lambda _: None)
    assert row.known.high == 0.0
    assert (line.known, line.filed) == ("0", "0")


def test_the_debriefing_of_the_whole_file_can_be_read(tmp_path, opened):
    session = session_in(tmp_path, opened["1961-winter"])
    driver = drive(session, DebriefScene(session))
    for number in range(len(CHAPTERS)):
        driver.press(str(number + 1))
        assert_fits(driver, CHAPTERS[number])
