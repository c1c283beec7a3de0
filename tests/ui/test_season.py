"""The season's page: what it says, where its keys lead, and that it can be read at every text size."""

import pytest
from sample_pages import StandInDesk, drive, nameless, outside, overlapping, rules, sample_session

from game.base.seasons import Season
from game.campaign.decisions import CloseSeason
from game.campaign.desk import season_page
from game.campaign.pages import Cause, SeasonRow
from game.reporting.indicators import Indicator
from game.reporting.sight import Band
from game.ui.preferences import Preferences
from game.ui.scenes.debrief import DebriefScene
from game.ui.scenes.ladder import LadderScene
from game.ui.scenes.season import SeasonScene
from game.ui.scenes.season_figures import written_change
from game.ui.scenes.season_rows import ReviewRow
from game.ui.scenes.season_sentences import filed_sentence, moved_sentence, reckoned
from game.ui.scenes.season_why import SeasonWhyScene

AUTUMN = Season.parse("1951-autumn")


def closed(folder, seasons, scale=1.0):
    """A session in which so many seasons were closed, and the last of them."""
    session = sample_session(folder, Preferences(text_scale=scale), playing=True)
    for _ in range(seasons):
        season = session.playing.state.season
        session.do(CloseSeason())
    return session, season


def open_page(folder, seasons=3, scale=1.0):
    session, season = closed(folder, seasons, scale)
    return session, drive(session, SeasonScene(session, season))


def row_of(known, before, *moved):
    return SeasonRow(
        Indicator.YIELD, Band(*known), 150.0, None if before is None else Band(*before), None,
        tuple(Cause(*cause) for cause in moved),
    )  # fmt: skip


# ---- what it says


def test_each_line_that_was_due_stands_with_both_its_figures(tmp_path):
    session, driver = open_page(tmp_path)
    for row in season_page(session.playing, AUTUMN).rows:
        widget = driver.get(key=f"row:{row.indicator.value}")
        assert "known" in widget.value
        assert "filed" in widget.value


def test_a_sentence_says_what_moved_a_figure_by_cause():
    row = row_of((104, 122), (96, 114), ("weather", 6.2), ("draught", -1.1), ("not-known", 2.9))
    said = moved_sentence(row, AUTUMN, rules().texts)
    assert said.startswith("Up 8 jin, as far as you know: weather <b>+6</b>")
    assert "not accounted for <b>+3</b>" in said


def test_written_causes_add_up_to_the_written_change():
    row = row_of((100, 110), (96.4, 107), ("weather", 1.4), ("manure", 1.4), ("draught", 0.4), ("not-known", 0.1))
    change = written_change(row)
    named, rest = reckoned(row, change)
    assert sum(amount for _, amount in named) + rest == change


def test_a_harvest_line_outside_autumn_says_that_no_harvest_was_settled():
    spring = Season.parse("1951-spring")
    assert "No harvest was settled" in moved_sentence(row_of((100, 110), (100, 110)), spring, rules().texts)


@pytest.mark.parametrize(("filed", "words"), [(140, "30 above"), (90, "10 below"), (105, "within")])
def test_a_sentence_says_where_the_filed_figure_stands_against_what_is_known(filed, words):
    row = SeasonRow(Indicator.YIELD, Band(100, 110), float(filed), None, None, ())
    assert words in filed_sentence(row, AUTUMN, rules().texts)


def test_what_those_above_felt_has_words_beside_its_triangles(tmp_path):
    session, driver = open_page(tmp_path)
    if driver.find(key="row:above") is None:  # a long season's lines take two leaves
        driver.press("PAGEDOWN")
    row = driver.get(key="row:above")
    page = season_page(session.playing, AUTUMN)
    assert isinstance(row, ReviewRow)
    assert [mood.triangles for mood in row.moods] == [change for _, change, _ in page.offices if change]
    assert "Warmer" in row.description or "Cooler" in row.description or "Nothing was said" in row.description


def test_charts_and_maps_say_their_figures_one_by_one(tmp_path):
    _, driver = open_page(tmp_path)
    chart = driver.get(role="chart", label="Homes organised")
    assert any("autumn 1951" in row[0] for row in chart.as_table())
    county = driver.get(role="mark", label="Wuxiang")
    assert "% of homes" in county.value


def test_a_family_is_said_to_be_invented(tmp_path):
    _, driver = open_page(tmp_path)
    assert driver.find(role="paragraph", label="An invented family") is not None


# ---- keys


def test_enter_goes_on_to_the_desk(tmp_path):
    _, driver = open_page(tmp_path, seasons=1)
    driver.press("ENTER")
    assert isinstance(driver.scene, StandInDesk)


def test_enter_after_the_last_season_leads_to_the_debriefing(tmp_path):
    _, driver = open_page(tmp_path, seasons=4)
    driver.press("ENTER")
    assert isinstance(driver.scene, DebriefScene)


def test_enter_goes_on_from_a_row_too(tmp_path):
    _, driver = open_page(tmp_path, seasons=1)
    driver.window.stage.focus_on(driver.get(key="row:yield"))
    driver.press("ENTER")
    assert isinstance(driver.scene, StandInDesk)


def test_the_question_mark_answers_why_line_by_line(tmp_path):
    _, driver = open_page(tmp_path)
    driver.press("?")
    assert isinstance(driver.scene, SeasonWhyScene)
    first = driver.scene.title
    driver.press("DOWN")
    assert driver.scene.title != first
    driver.press("ESC")
    assert isinstance(driver.scene, SeasonScene)


def test_a_click_on_a_row_asks_why_of_that_row(tmp_path):
    _, driver = open_page(tmp_path)
    driver.click(key="row:animals")
    assert driver.scene.title == "Draught animals"


def test_causes_on_the_card_add_up_to_what_the_row_says(tmp_path):
    session, driver = open_page(tmp_path)
    driver.click(key="row:animals")
    rows = season_page(session.playing, AUTUMN).rows
    row = next(row for row in rows if row.indicator is Indicator.ANIMALS)
    card = driver.get(key="season-why")
    amounts = [part for part in card.children[0].value.split("; ") if part]
    told = sum(float(part.split()[-1].replace("−", "-")) for part in amounts)
    assert told == pytest.approx(written_change(row), abs=0.001)


def test_the_ladder_of_a_closed_season_shows_nothing_that_the_desk_cannot_see(tmp_path):
    _, driver = open_page(tmp_path)
    driver.press("L")
    assert isinstance(driver.scene, LadderScene)
    (climb,) = driver.scene.view.climbs
    assert climb.true is None
    assert {rung for rung, step in climb.steps.items() if step.values} == {"county", "prefecture"}
    driver.press("ESC")
    assert isinstance(driver.scene, SeasonScene)


def test_what_is_typed_goes_into_the_note_and_not_to_the_keys(tmp_path):
    session, driver = open_page(tmp_path, seasons=4)
    driver.click(key="note")
    driver.type("Little, I think?")
    assert isinstance(driver.scene, SeasonScene)
    assert driver.scene.note == "Little, I think?"
    driver.press("ENTER")
    assert isinstance(driver.scene, DebriefScene)
    assert "Little, I think?" in dict(session.playing.state.reflections).values()
    assert "Little, I think?" in [words for _, _, words in driver.scene.page.reflections]


# ---- reading it


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75, 2.0])
@pytest.mark.parametrize("seasons", [1, 3, 4])
def test_nothing_reaches_out_of_the_window_or_lies_over_something_else(tmp_path, scale, seasons):
    _, driver = open_page(tmp_path, seasons, scale)
    for part in ("changed", "ledgers", "map", "family"):
        tab = driver.find(role="tab", key=f"tabs:{part}")
        if tab is not None:
            driver.click(widget=tab)
        assert not outside(driver)
        assert not nameless(driver)
        assert not [pair for pair in overlapping(driver) if not marks_only(driver, pair)]


def marks_only(driver, pair):
    """Marks of a chart or a map may touch: they are places for the focus, not things to read."""
    marks = {widget.label for widget in driver.window.root.walk() if widget.role == "mark"}
    return pair[0] in marks or pair[1] in marks


def test_every_leaf_of_the_page_can_be_turned_to_with_large_text(tmp_path):
    _, driver = open_page(tmp_path, scale=2.0)
    seen = set()
    for _ in range(12):
        seen |= {widget.key for widget in driver.window.root.walk() if widget.role == "row"}
        driver.press("PAGEDOWN")
    assert {"row:yield", "row:animals", "row:above"} <= seen
