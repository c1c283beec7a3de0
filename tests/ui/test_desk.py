"""The desk: what lies on it, where its keys lead, and what is asked before a season closes."""

import pytest
from sample_pages import SETUP, drive, nameless, outside, overlapping, rules, sample_session

from game.campaign.decisions import Answer, CloseSeason, Decide, SendTeam
from game.campaign.desk import desk_page
from game.reporting.indicators import Indicator
from game.state import Setup
from game.ui.preferences import Preferences
from game.ui.scenes.archive import ArchiveScene
from game.ui.scenes.card import CardScene
from game.ui.scenes.county import CountyScene
from game.ui.scenes.debrief import DebriefScene
from game.ui.scenes.desk import DeskScene
from game.ui.scenes.desk_map import MapView, class_edges, region, shade_value
from game.ui.scenes.dialog import ConfirmScene
from game.ui.scenes.folder_desk import FolderScene
from game.ui.scenes.help import HelpScene
from game.ui.scenes.measures import Measure
from game.ui.scenes.menu import MenuScene
from game.ui.scenes.reports import ReportsScene
from game.ui.scenes.season import SeasonScene
from game.ui.scenes.why import WhyScene
from game.ui.scenes.why_card import WhyCardScene
from game.ui.session import Routes

SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
PARTS = ("inbox", "map", "ledger", "above")


def open_desk(folder, scale=1.0, size=(1280, 720), guided=False):
    session = sample_session(folder, Preferences(text_scale=scale), playing=True)
    if guided:
        session.begin(Setup(SETUP.scenario, SETUP.seed, SETUP.villages, SETUP.background, guided=True))
    return session, drive(session, DeskScene(session), size)


def answer_all(session):
    for paper in desk_page(session.playing).papers:
        if paper.wants_answer:
            session.do(Answer(paper.card.id, paper.card.default))


@pytest.mark.parametrize("scale", SCALES)
def test_nothing_reaches_out_of_the_window_at_any_text_size(tmp_path, scale):
    _, driver = open_desk(tmp_path, scale)
    assert outside(driver) == []
    for part in PARTS if scale >= 1.5 else ():
        if driver.find(key=f"tabs:{part}"):
            driver.click(key=f"tabs:{part}")
            assert outside(driver) == [], part


@pytest.mark.parametrize("size", [(1280, 720), (1600, 800), (1920, 1080), (2560, 1440)])
def test_larger_windows_give_the_map_the_room(tmp_path, size):
    _, driver = open_desk(tmp_path, size=size)
    wall = driver.get(key="map")
    assert outside(driver) == []
    assert wall.rect.h > size[1] * 0.6


def test_whatever_can_have_the_focus_says_what_it_is(tmp_path):
    _, driver = open_desk(tmp_path)
    assert nameless(driver) == []


def test_every_paper_opens_with_its_number(tmp_path):
    session, driver = open_desk(tmp_path)
    for number, paper in enumerate(desk_page(session.playing).papers, 1):
        driver.press(str(number))
        assert isinstance(driver.scene, CardScene)
        assert driver.scene.card == paper.card.id
        driver.press("ESC")


def test_a_paper_opens_with_a_click(tmp_path):
    session, driver = open_desk(tmp_path)
    first = desk_page(session.playing).papers[0].card
    driver.click(key=f"paper:{first.id}")
    assert driver.scene.card == first.id


def test_an_answered_paper_says_so(tmp_path):
    session, _ = open_desk(tmp_path)
    answer_all(session)
    driver = drive(session, DeskScene(session))
    asked = next(paper.card for paper in desk_page(session.playing).papers if paper.wants_answer)
    assert "answered" in driver.get(key=f"paper:{asked.id}").description


@pytest.mark.parametrize(
    ("key", "scene"),
    [("A", ArchiveScene), ("ESC", MenuScene), ("F1", HelpScene), ("F2", FolderScene), ("F3", FolderScene),
     ("F4", FolderScene), ("F5", FolderScene), ("F6", ReportsScene)],
)  # fmt: skip
def test_a_key_leads_to_its_place(tmp_path, key, scene):
    _, driver = open_desk(tmp_path)
    driver.press(key)
    assert isinstance(driver.scene, scene)


def test_a_line_of_the_ledgers_answers_why_with_enter_and_with_the_question_mark(tmp_path):
    for key in ("ENTER", "?"):
        _, driver = open_desk(tmp_path)
        driver.window.stage.focus_on(driver.get(key="ledger:organised"))
        driver.press(key)
        assert isinstance(driver.scene, WhyCardScene)
        assert driver.scene.indicator is Indicator.ORGANISED


def test_the_card_that_says_why_leads_to_the_whole_page_or_is_put_away(tmp_path):
    _, driver = open_desk(tmp_path)
    driver.click(key="ledger:yield")
    driver.press("ESC")
    assert isinstance(driver.scene, DeskScene)
    driver.click(key="ledger:yield")
    driver.press("ENTER")
    assert isinstance(driver.scene, WhyScene)


def test_a_click_beside_the_card_puts_it_away(tmp_path):
    _, driver = open_desk(tmp_path)
    driver.click(key="ledger:yield")
    driver.click_at((20, 700))
    assert isinstance(driver.scene, DeskScene)


def test_a_county_opens_from_the_map(tmp_path):
    _, driver = open_desk(tmp_path)
    driver.window.stage.focus_on(driver.get(key="county:wuxiang"))
    driver.press("ENTER")
    assert isinstance(driver.scene, CountyScene)
    assert driver.scene.county == "wuxiang"


def test_the_map_shows_another_figure_once_it_is_chosen(tmp_path):
    _, driver = open_desk(tmp_path)
    before = driver.get(key="county:wuxiang").value
    driver.click(key="map-indicator")
    driver.click(key="choose:yield")
    assert isinstance(driver.scene, DeskScene)
    assert driver.scene.view.indicator is Indicator.YIELD
    assert driver.get(key="county:wuxiang").value != before


def test_shading_goes_from_known_to_filed_to_the_gap(tmp_path):
    _, driver = open_desk(tmp_path)
    for shading in ("filed", "gap", "known"):
        driver.click(key=f"shading:{shading}")
        assert driver.scene.view.shading == shading


def test_counties_say_both_figures_and_whether_a_team_was_there(tmp_path):
    session, _ = open_desk(tmp_path)
    session.do(SendTeam("licheng"))
    row = next(row for row in desk_page(session.playing).counties if row.id == "licheng")
    said = region(session.texts, row, MapView(), ())
    assert said.inspected
    assert "known" in said.spoken
    assert "filed" in said.spoken
    assert "seen by a team" in said.spoken


def test_the_gap_is_what_is_filed_above_the_middle_of_what_is_known(tmp_path):
    session, _ = open_desk(tmp_path)
    row = desk_page(session.playing).counties[0]
    gap = shade_value(row, MapView(Indicator.YIELD, "gap"))
    known, filed = row.known[Indicator.YIELD].middle, row.filed[Indicator.YIELD]
    assert gap == pytest.approx(filed - known)


def test_classes_have_round_edges_in_order():
    edges = class_edges([0.18, 0.33, 0.41, 0.52], Measure(Indicator.ORGANISED))
    assert list(edges) == sorted(edges)
    assert all(edge == round(edge) for edge in edges)


def test_counties_that_are_all_alike_have_no_classes():
    assert class_edges([0.0, 0.0], Measure(Indicator.COOPERATIVES)) == ()


def test_undo_says_what_it_would_take_back_and_takes_it_back(tmp_path):
    session, _ = open_desk(tmp_path)
    session.do(Decide("land_share", 0.4))
    driver = drive(session, DeskScene(session))
    assert "Paid to land" in driver.get(key="undo").description
    driver.press("CTRL+Z")
    assert session.playing.decisions == ()


def test_undo_is_struck_through_with_its_reason_once_something_was_revealed(tmp_path):
    session, _ = open_desk(tmp_path)
    session.do(SendTeam("wuxiang"))
    undo = drive(session, DeskScene(session)).get(key="undo")
    assert not undo.enabled
    assert "told you something" in undo.description


def test_closing_asks_once_while_papers_want_an_answer(tmp_path):
    session, driver = open_desk(tmp_path)
    driver.press("C")
    assert isinstance(driver.scene, ConfirmScene)
    driver.press("ENTER")
    assert isinstance(driver.scene, DeskScene), "the first answer is not to close"
    driver.press("C")
    driver.click(key="confirm")
    assert isinstance(driver.scene, SeasonScene)
    assert session.playing.state.season.name == "summer"


def test_closing_asks_nothing_when_all_is_answered(tmp_path):
    session, driver = open_desk(tmp_path)
    answer_all(session)
    driver.click(key="close")
    assert isinstance(driver.scene, SeasonScene)


def test_a_guided_game_also_asks_whether_the_reports_were_seen(tmp_path):
    session, driver = open_desk(tmp_path, guided=True)
    answer_all(session)
    driver.press("C")
    assert isinstance(driver.scene, ConfirmScene)
    driver.press("ESC", "F6", "ESC", "C")
    assert isinstance(driver.scene, SeasonScene)


def test_the_guides_hint_stands_beside_what_it_speaks_of_and_can_be_put_away(tmp_path):
    session, driver = open_desk(tmp_path, guided=True)
    slip = driver.get(key="guide")
    assert session.texts("guide.inbox") in [child.label for child in slip.walk()]
    driver.press("G")
    assert driver.find(key="guide") is None


def test_the_guides_hint_covers_no_paper_at_twice_the_text(tmp_path):
    session, _ = open_desk(tmp_path, guided=True)
    session.preferences.text_scale = 2.0
    driver = drive(session, DeskScene(session))
    assert driver.find(key="guide") is not None
    assert overlapping(driver) == [] and outside(driver) == []


def test_nobody_is_guided_who_did_not_ask(tmp_path):
    _, driver = open_desk(tmp_path)
    assert driver.find(key="guide") is None


def test_the_reports_folder_counts_the_figures_that_were_entered(tmp_path):
    _, driver = open_desk(tmp_path)
    driver.press("F6", "RIGHT", "ESC")
    assert driver.get(key="folder:reports").value.startswith("1 of 3")


def press_until(driver, key, scene, most=4):
    """Press a key until a scene is open, at most so often."""
    for _ in range(most):
        if isinstance(driver.scene, scene):
            return
        driver.press(key)
    assert isinstance(driver.scene, scene)


def test_a_game_that_is_over_leads_from_the_desk_to_the_file(tmp_path):
    session, _ = open_desk(tmp_path)
    while not session.playing.state.ended:
        session.do(CloseSeason())
    driver = drive(session, DeskScene(session))
    assert outside(driver) == []
    driver.press("C")
    assert isinstance(driver.scene, DebriefScene)


@pytest.mark.parametrize("way", ["1", "F2", "F5", "F6"])
def test_help_is_one_key_away_from_everything_on_the_desk(tmp_path, way):
    _, driver = open_desk(tmp_path)
    driver.press(way, "F1")
    assert isinstance(driver.scene, HelpScene)


def test_a_year_can_be_played_with_the_keyboard_alone(tmp_path):
    session, driver = open_desk(tmp_path)
    session.routes = Routes(session.routes.title, DeskScene)
    while not session.playing.state.ended:
        for number in range(1, len(desk_page(session.playing).papers) + 1):
            driver.press(str(number))
            press_until(driver, "ENTER", DeskScene)
        assert desk_page(session.playing).unanswered == 0
        driver.press("C")
        assert isinstance(driver.scene, SeasonScene)
        if not session.playing.state.ended:
            press_until(driver, "ENTER", DeskScene)
    assert len(session.playing.state.records) >= len(rules().scenarios[SETUP.scenario].seasons)
