"""The reporting ladder: where figures stand, what is said where there is none, and two ladders on one scale."""

import pytest
from sample_pages import drive, nameless, outside, rules, sample_session

from game.base.seasons import Season
from game.campaign.debrief import worst_ladder
from game.campaign.decisions import CloseSeason, File
from game.campaign.pages import Cause, Ladder, LadderRung
from game.events.cards import Source
from game.reporting.indicators import Indicator
from game.reporting.sight import Band
from game.ui.preferences import Preferences
from game.ui.scenes.debrief_ladder import LadderView
from game.ui.scenes.ladder import LadderScene, seen_ladder
from game.ui.scenes.ladder_chart import LadderChart
from game.ui.scenes.ladder_rungs import own_climb, shares_scale
from game.ui.theme import LABEL_BOLD

SEASON = Season.parse("1951-autumn")


def own(line=Indicator.COOP_YIELD, scale=1.0):
    """A figure that grew from 218 to 400, times a scale."""
    figures = {"village": 218, "district": 223, "county": 242, "prefecture": 390, "province": 390, "bureau": 390}
    figures["printed"] = 400
    reasons = {"county": (Cause("prize", 19.0 * scale),), "prefecture": (Cause("own", 148.0 * scale),)}
    rungs = tuple(
        LadderRung(rung, figure * scale, None, None, reasons.get(rung, ())) for rung, figure in figures.items()
    )
    return Ladder("", line, None, SEASON, rungs, 206.0 * scale, Band(196.0 * scale, 247.0 * scale))


def documented():
    """The documented ladder as a page gives it: 1.8 dan that became 2.6, in jin."""
    raw = scenario().documented_ladder
    rungs = tuple(
        LadderRung(
            rung.rung, rung.figure and rung.figure * 150, rung.low and rung.low * 150, rung.high and rung.high * 150,
            (), rung.text, rung.sources,
        )
        for rung in raw.rungs
    )  # fmt: skip
    return Ladder(raw.title, Indicator.COOP_YIELD, None, None, rungs, None, None)


def scenario():
    return rules().scenarios["ten-cooperatives"]


def view(ladder, beside=None):
    return LadderView(rules(), scenario(), ladder, beside)


def session_at(folder, scale=1.0):
    session = sample_session(folder, Preferences(text_scale=scale), playing=True)
    session.do(CloseSeason())
    return session


def chart_of(driver):
    chart = driver.get(role="chart")
    assert isinstance(chart, LadderChart)
    return chart


# ---- what it says


def test_the_sentence_gives_both_ladders_in_two_numbers_each():
    said = view(own(), documented()).sentence()
    for figure in ("1.8 dan", "2.6 dan", "242", "390"):
        assert f"<r><b>{figure}</b></r>" in said


def test_each_rung_of_ones_own_names_the_strongest_reason_with_its_size():
    climb = own_climb(own(), rules().texts)
    assert "prize" in climb.steps["county"].text
    assert "+19" in climb.steps["county"].text
    assert "+148 in your own office" in climb.steps["prefecture"].text
    assert "Passed on as it came" in climb.steps["province"].text


def test_documents_are_cited_rung_by_rung():
    documents = view(own(), documented()).climbs[0]
    assert "Hou p. 102" in documents.steps["prefecture"].text
    assert documents.note == "a dan is 150 jin"


def test_what_is_only_inferred_says_so():
    sources = (Source("hou", "102", mark="inferred"),)
    rung = LadderRung("province", 390.0, None, None, (), "ladder.documented-province", sources)
    rungs = (*documented().rungs[:4], rung, documented().rungs[5])
    ladder = Ladder("", Indicator.COOP_YIELD, None, None, rungs, None, None)
    assert view(own(), ladder).climbs[0].steps["province"].inferred


def test_a_rung_without_a_record_says_so_in_the_table():
    shown = view(own(), documented())
    table = shown.chart(said=True).as_table()
    district = next(row for row in table if row[0] == "district")
    assert district == ("district", "no figure", "223")


def test_a_rung_that_only_repeats_the_one_below_is_left_out():
    assert "Bureau" not in [rung.name for rung in view(own()).rungs]


# ---- scales


def test_harvest_lines_share_a_scale_and_others_stand_on_their_own():
    texts = rules().texts
    cooperatives, yields = own_climb(own(), texts), own_climb(own(Indicator.YIELD), texts)
    organised = own_climb(own(Indicator.ORGANISED, 0.001), texts)
    assert shares_scale(cooperatives, yields)
    assert not shares_scale(cooperatives, organised)


@pytest.mark.parametrize(("line", "scale"), [(Indicator.COOP_YIELD, 1.0), (Indicator.ORGANISED, 0.001)])
def test_every_figure_stands_inside_the_plot(tmp_path, line, scale):
    session = session_at(tmp_path)
    driver = drive(session, LadderScene(session, own(line, scale), documented()))
    chart = chart_of(driver)
    for mark in chart.children:
        assert chart.rect.contains(mark.rect)


def test_a_higher_figure_stands_further_to_the_right_and_a_higher_rung_further_up(tmp_path):
    session = session_at(tmp_path)
    driver = drive(session, LadderScene(session, own()))
    marks = {mark.rung: mark.rect for mark in chart_of(driver).children}
    assert marks["village"].x < marks["county"].x < marks["prefecture"].x
    assert marks["village"].y > marks["county"].y > marks["prefecture"].y > marks["printed"].y


# ---- keys and sizes


def test_arrows_lead_from_rung_to_rung_and_between_documents_and_ones_own(tmp_path):
    session = session_at(tmp_path)
    driver = drive(session, LadderScene(session, own(), documented()))
    chart = chart_of(driver)
    driver.window.stage.focus_on(chart.children[0])
    assert driver.focused.label == "village, in the documents"
    driver.press("UP")
    assert driver.focused.label == "district, in the documents"
    driver.press("RIGHT")
    assert driver.focused.label == "district, in your file"


def test_the_ladder_from_the_desk_hides_what_is_learned_at_the_end(tmp_path):
    session = session_at(tmp_path)
    ladder = seen_ladder(session.playing, session.playing.state.season.shift(-1))
    told = {rung.rung: rung.figure for rung in ladder.rungs}
    assert told["county"] is not None
    assert told["village"] is None
    assert told["printed"] is None
    assert ladder.true is None


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_the_ladder_fits_at_every_text_size(tmp_path, scale):
    session = session_at(tmp_path, scale)
    driver = drive(session, LadderScene(session, own(), documented()))
    for _ in range(8):
        assert not outside(driver)
        assert not nameless(driver)
        driver.press("PAGEDOWN")


@pytest.mark.parametrize("scale", [1.5, 2.0])
def test_by_how_much_a_step_changed_a_figure_stands_clear_of_the_figures(tmp_path, scale):
    session = session_at(tmp_path, scale)
    driver = drive(session, LadderScene(session, own(), documented()))
    chart, theme = chart_of(driver), driver.window.theme
    [climb] = chart.climbs
    assert climb.whose == "documents"
    placed = [chart._at(0, rung, step.value) for rung, step in chart._steps(climb) if step.value is not None]
    here, there = placed[0], placed[1]
    left, baseline = chart._change_place(climb, here, there)
    assert left > here[0] and baseline - theme.text_px(LABEL_BOLD.size) > there[1] + theme.text_px(7)


def test_a_harvest_line_pledged_in_spring_has_a_ladder_too(tmp_path):
    session = sample_session(tmp_path, playing=True)
    session.do(File(Indicator.YIELD.value, 900.0))
    session.do(CloseSeason())
    ladder = seen_ladder(session.playing, session.playing.state.season.shift(-1))
    assert ladder.indicator is Indicator.YIELD
    assert worst_ladder(session.playing).indicator is Indicator.YIELD
