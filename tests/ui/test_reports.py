"""The reports desk: the figure that goes up can be moved, set, typed and passed on, and always says how it lies."""

from dataclasses import replace

import pytest
from sample_pages import drive, nameless, outside, sample_session

from game.campaign.decisions import CloseSeason, CoveringNote, File, MakePromise, Reflect, SendTeam
from game.campaign.desk import reports_page
from game.reporting.indicators import Indicator
from game.ui.preferences import Preferences
from game.ui.scenes.desk import DeskScene
from game.ui.scenes.reports import ReportsScene
from game.ui.scenes.reports_draft import Draft
from game.ui.scenes.reports_lines import beyond_words, change_words, scale_of
from game.ui.scenes.why import WhyScene

SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)


def open_reports(folder, scale=1.0, seasons=0, size=(1280, 720)):
    """The reports desk over the desk, after so many closed seasons."""
    session = sample_session(folder, Preferences(text_scale=scale), playing=True)
    for _ in range(seasons):
        session.do(CloseSeason())
    driver = drive(session, DeskScene(session), size)
    driver.press("F6")
    return session, driver


def line_of(session, indicator):
    return next(line for line in reports_page(session.playing).lines if line.indicator is indicator)


def first_due(session):
    return reports_page(session.playing).lines[0]


@pytest.mark.parametrize("seasons", [0, 2, 3])
@pytest.mark.parametrize("scale", SCALES)
def test_nothing_reaches_out_of_the_window(tmp_path, scale, seasons):
    _, driver = open_reports(tmp_path, scale, seasons)
    for key in ("", "tabs:figure", "tabs:told", "tabs:note", "tabs:promises", "side:note", "side:promises"):
        if key and driver.find(key=key):
            driver.click(key=key)
        assert outside(driver) == [], key
        assert nameless(driver) == [], key


def test_the_three_due_lines_come_first_and_the_others_are_folded(tmp_path):
    session, driver = open_reports(tmp_path)
    due = [line.indicator.value for line in reports_page(session.playing).lines if line.due]
    rows = [widget.key for widget in driver.window.root.walk() if widget.role == "row"]
    assert rows == [f"line:{name}" for name in due]
    driver.click(key="fold")
    assert driver.find(key="line:animals") or driver.get(key="lines").pages > 1


def test_every_line_says_all_its_figures(tmp_path):
    session, driver = open_reports(tmp_path)
    said = driver.get(key=f"line:{first_due(session).indicator.value}").value
    for words in ("counties report", "you know", "filed last", "you send up"):
        assert words in said


def test_the_arrows_move_the_figure_and_nothing_is_decided_before_one_turns_away(tmp_path):
    session, driver = open_reports(tmp_path)
    indicator = first_due(session).indicator
    driver.press("RIGHT", "RIGHT")
    assert session.playing.decisions == ()
    driver.press("DOWN")
    assert [type(each) for each in session.playing.decisions] == [File]
    assert session.playing.decisions[0].indicator == indicator.value


def test_moving_a_figure_many_times_is_one_decision(tmp_path):
    session, driver = open_reports(tmp_path)
    driver.press(*["RIGHT"] * 9, "ESC")
    assert len(session.playing.decisions) == 1


def test_shift_moves_it_by_ten(tmp_path):
    _, driver = open_reports(tmp_path)
    rule = driver.get(key="rule")
    before = rule.number
    driver.press("SHIFT+RIGHT")
    assert rule.number == pytest.approx(before + 10)


def test_a_figure_can_be_typed(tmp_path):
    session, driver = open_reports(tmp_path)
    driver.type("55")
    driver.press("CTRL+ENTER")
    assert isinstance(driver.scene, DeskScene)
    assert first_due(session).filed == pytest.approx(0.55)


def test_home_l_and_c_set_it_to_what_is_known_what_was_filed_and_what_is_reported(tmp_path):
    session, driver = open_reports(tmp_path)
    line, rule = first_due(session), driver.get(key="rule")
    driver.press("HOME")
    assert rule.number == pytest.approx(100 * line.known.middle, abs=0.6)
    driver.press("L")
    assert rule.number == pytest.approx(100 * line.last_filed, abs=0.6)
    driver.press("C")
    assert driver.get(key="rule").number == pytest.approx(100 * line.counties, abs=0.6)


def test_passing_on_what_came_leaves_the_line_untouched(tmp_path):
    session, driver = open_reports(tmp_path)
    driver.press("RIGHT", "DOWN", "UP", "C", "ESC")
    assert not first_due(session).touched


def test_the_mouse_alone_files_a_figure(tmp_path):
    session, driver = open_reports(tmp_path)
    driver.click(key="step:10")
    driver.click(key="seal")
    assert isinstance(driver.scene, DeskScene)
    assert first_due(session).touched


def test_the_figure_can_be_dragged_along_the_rule(tmp_path):
    session, driver = open_reports(tmp_path)
    rule = driver.get(key="rule")
    start, end = rule.rect.center, (rule.rect.right - 40, rule.rect.centery)
    driver.drag(start, end)
    assert rule.number == pytest.approx(rule.maximum, rel=0.2)
    assert session.playing.decisions == ()


def test_everything_on_the_page_follows_the_figure_while_it_moves(tmp_path):
    _, driver = open_reports(tmp_path)
    row = driver.get(role="row")
    before, told = row.value, [widget.label for widget in driver.window.root.walk()]
    driver.press("SHIFT+RIGHT")
    assert row.value != before
    assert [widget.label for widget in driver.window.root.walk()] != told
    assert "entered by you" in row.value


def test_past_its_end_the_rule_grows_longer(tmp_path):
    _, driver = open_reports(tmp_path, seasons=2)
    rule = driver.get(key="rule")
    end = rule.maximum
    rule.set_number(end)
    driver.press("RIGHT")
    assert driver.get(key="rule").maximum > end


def test_a_share_never_goes_above_all_homes(tmp_path):
    session, _ = open_reports(tmp_path)
    assert scale_of(line_of(session, Indicator.ORGANISED), stretch=9.0)[1] == 100.0


def test_yield_and_total_grain_move_together(tmp_path):
    session, driver = open_reports(tmp_path, seasons=2)
    before = line_of(session, Indicator.OUTPUT).filed
    driver.window.apply(driver.scene._pick("yield"))
    driver.press("SHIFT+RIGHT", "ESC")
    assert line_of(session, Indicator.OUTPUT).filed > before


def test_the_distance_from_what_is_known_is_written_out(tmp_path):
    session, _ = open_reports(tmp_path)
    line = first_due(session)
    high, low = round(100 * line.known.high), round(100 * line.known.low)
    assert beyond_words(session.texts, line, high + 8) == "8 above what you know"
    assert beyond_words(session.texts, line, low - 3) == "3 below what you know"
    assert beyond_words(session.texts, line, (high + low) // 2) == ""


def test_change_is_told_in_points_for_shares_and_per_cent_for_the_rest(tmp_path):
    session, _ = open_reports(tmp_path)
    share = replace(line_of(session, Indicator.ORGANISED), last_filed=0.50, filed=0.57)
    grain = replace(line_of(session, Indicator.YIELD), last_filed=150.0, filed=165.0)
    assert change_words(session.texts, share) == "+7 points"
    assert change_words(session.texts, grain) == "+10 %"
    assert change_words(session.texts, replace(grain, filed=150.0)) == "no change"


def test_people_tell_facts_of_a_figure_and_no_payoffs(tmp_path):
    _, driver = open_reports(tmp_path)
    said = [widget.label for widget in driver.window.root.walk() if widget.label.startswith("“")]
    assert len(said) >= 3
    words = " ".join(said).lower()
    assert not any(word in words for word in ("standing", "praise", "audit", "prize", "suspicion"))


def test_inspected_counties_stand_on_the_rule(tmp_path):
    session, _ = open_reports(tmp_path)
    session.do(SendTeam("wuxiang"))
    driver = drive(session, ReportsScene(session))
    assert any(widget.value.startswith("Wuxiang") for widget in driver.window.root.walk())


def test_the_covering_note_is_one_of_several(tmp_path):
    session, driver = open_reports(tmp_path)
    driver.click(key="side:note")
    note = reports_page(session.playing).notes[1]
    driver.click(key=f"note:{note}")
    assert session.playing.decisions == (CoveringNote(note),)
    assert driver.get(key="note").value == session.texts(note)


def test_in_winter_three_promises_are_made(tmp_path):
    session, driver = open_reports(tmp_path, seasons=3)
    driver.click(key="side:promises")
    for kind, promises, _ in reports_page(session.playing).promises:
        pages = 0
        while driver.find(key=f"promise-{kind}:{promises[0]}") is None and pages < 4:
            driver.press("PAGEDOWN")
            pages += 1
        driver.click(key=f"promise-{kind}:{promises[0]}")
    assert [type(each) for each in session.playing.decisions[-3:]] == [MakePromise] * 3


def test_in_other_seasons_nothing_is_promised(tmp_path):
    _, driver = open_reports(tmp_path)
    assert driver.find(key="side:promises") is None


def test_a_question_before_filing_may_be_answered(tmp_path):
    session, driver = open_reports(tmp_path, seasons=2)
    driver.click(key="side:thought")
    driver.click(key="thought")
    driver.type("A scale.")
    driver.press("ESC")
    assert Reflect("prompt.before-filing", "A scale.") in session.playing.decisions


def test_a_question_may_be_left_alone(tmp_path):
    session, driver = open_reports(tmp_path, seasons=2)
    driver.click(key="side:thought")
    driver.press("ESC")
    assert not any(isinstance(each, Reflect) for each in session.playing.decisions)


def test_the_question_mark_asks_why(tmp_path):
    _, driver = open_reports(tmp_path)
    driver.press("?")
    assert isinstance(driver.scene, WhyScene)


def test_a_draft_that_changes_nothing_decides_nothing(tmp_path):
    session, _ = open_reports(tmp_path)
    draft = Draft(session)
    draft.enter(Indicator.YIELD, None)
    assert draft.commit() is None
    assert session.playing.decisions == ()


def test_leaving_the_game_keeps_the_draft(tmp_path):
    session, driver = open_reports(tmp_path)
    driver.press("RIGHT")
    driver.window.close()
    assert first_due(session).touched
