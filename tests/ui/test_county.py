"""A county's page: both its ledgers, its secretary, what was found, and what is decided there alone."""

import pytest
from sample_pages import drive, nameless, outside, sample_session

from game.campaign.decisions import CloseSeason, Decide, SendTeam
from game.campaign.desk import county_rows, county_series
from game.ui.preferences import Preferences
from game.ui.scenes.county import CountyScene
from game.ui.scenes.dialog import ConfirmScene
from game.ui.scenes.folder_desk import FolderScene
from game.ui.scenes.why import WhyScene

SCALES = (1.0, 1.25, 1.5, 2.0)


def open_county(folder, county="wuxiang", scale=1.0, seasons=1, size=(1280, 720)):
    session = sample_session(folder, Preferences(text_scale=scale), playing=True)
    for _ in range(seasons):
        session.do(CloseSeason())
    return session, drive(session, CountyScene(session, county), size)


def words_of(driver):
    return " ".join(widget.label for widget in driver.window.root.walk())


@pytest.mark.parametrize("scale", SCALES)
def test_every_county_fits_the_window(tmp_path, scale):
    session, driver = open_county(tmp_path, scale=scale)
    for county in session.rules.prefecture.county_ids:
        driver.window.apply(driver.scene._turn_to(county))
        driver.window.frame()
        for part in ("ledgers", "person", "here") if scale >= 1.5 else ("",):
            if part:
                driver.click(key=f"tabs:{part}")
            assert outside(driver) == [], (county, part)
            assert nameless(driver) == [], (county, part)


def test_every_county_has_its_tab(tmp_path):
    session, driver = open_county(tmp_path)
    for county in session.rules.prefecture.county_ids:
        driver.click(key=f"counties:{county}")
        assert driver.scene.county == county


def test_n_and_p_turn_to_the_next_county_and_the_one_before(tmp_path):
    session, driver = open_county(tmp_path)
    there = session.rules.prefecture.county_ids
    driver.press("N")
    assert driver.scene.county == there[there.index("wuxiang") + 1]
    driver.press("P")
    assert driver.scene.county == "wuxiang"


def test_each_line_is_charted_and_answers_why(tmp_path):
    session, driver = open_county(tmp_path)
    for series in county_series(session.playing, "wuxiang"):
        chart = driver.get(key=f"chart:{series.indicator.value}")
        assert chart.as_table()[1:]
    chart = driver.get(key="chart:organised")
    driver.window.stage.focus_on(chart.entry())
    driver.press("?")
    assert isinstance(driver.scene, WhyScene)
    assert driver.scene.county == "wuxiang"


def test_the_secretary_is_named_and_said_to_be_invented(tmp_path):
    session, driver = open_county(tmp_path)
    secretary = next(row.secretary for row in county_rows(session.playing) if row.id == "wuxiang")
    person = session.rules.people[secretary]
    words = words_of(driver)
    assert person.name in words
    assert person.line in words
    assert "invented person, real post" in words


def test_no_trait_is_shown(tmp_path):
    _, driver = open_county(tmp_path)
    assert not any(word in words_of(driver).lower() for word in ("ambition", "honesty", "skill"))


def test_a_county_that_was_never_checked_says_so(tmp_path):
    session, _ = open_county(tmp_path)
    never = next(row.id for row in county_rows(session.playing) if row.inspected is None)
    _, driver = open_county(tmp_path, never)
    assert "No team has been here" in words_of(driver)


def test_i_sends_a_team_after_asking_and_tells_what_it_found(tmp_path):
    session, driver = open_county(tmp_path)
    driver.press("I")
    assert isinstance(driver.scene, ConfirmScene)
    driver.click(key="confirm")
    assert session.playing.decisions[-1] == SendTeam("wuxiang")
    assert "What the team found" in words_of(driver)


def test_a_team_is_not_sent_twice_in_a_season(tmp_path):
    session, _ = open_county(tmp_path)
    session.do(SendTeam("wuxiang"))
    driver = drive(session, CountyScene(session, "wuxiang"))
    assert not driver.get(key="inspect").enabled


def test_what_was_found_stands_beside_what_is_reported(tmp_path):
    session, _ = open_county(tmp_path)
    session.do(SendTeam("wuxiang"))
    driver = drive(session, CountyScene(session, "wuxiang"))
    rows = [widget for widget in driver.get(key="checked").walk() if widget.role == "row"]
    assert rows
    assert all("found" in row.value and "reported" in row.value for row in rows)


def test_d_decides_for_the_county_alone(tmp_path):
    _, driver = open_county(tmp_path)
    driver.press("D")
    assert isinstance(driver.scene, FolderScene)
    assert driver.scene.county == "wuxiang"


def test_exceptions_are_listed_beside_the_prefectures_values(tmp_path):
    session, _ = open_county(tmp_path)
    session.do(Decide("land_share", 0.4, ("wuxiang",)))
    driver = drive(session, CountyScene(session, "wuxiang"))
    row = driver.get(role="row", label="Paid to land")
    assert "40 %" in row.value


def test_esc_goes_back(tmp_path):
    _, driver = open_county(tmp_path)
    driver.press("D", "ESC")
    assert isinstance(driver.scene, CountyScene)
