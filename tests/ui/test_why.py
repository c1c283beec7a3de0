"""Why a figure is what it is: causes that add up as written, cards that open and close, every county."""

import pytest
from hypothesis import given
from hypothesis import strategies as some
from sample_pages import drive, nameless, outside, overlapping, sample_session

from game.campaign.decisions import CloseSeason, File
from game.campaign.desk import why_page
from game.reporting.indicators import Indicator
from game.ui.preferences import Preferences
from game.ui.scenes.archive import ArchiveScene
from game.ui.scenes.desk import DeskScene
from game.ui.scenes.measures import Measure
from game.ui.scenes.why import WhyScene
from game.ui.scenes.why_card import WhyCardScene
from game.ui.scenes.why_words import largest, made_parts, moved_parts, rounded_to_sum
from game.ui.widgets.text import TermLink

SCALES = (1.0, 1.25, 1.5, 2.0)
INKS = ("known", "reported", "filed")
OF_THE_LEAP = (Indicator.STEEL, Indicator.CANTEENS, Indicator.WATERWORKS, Indicator.DEATHS)
IN_1951 = [line for line in Indicator if line not in OF_THE_LEAP]


def playing(folder, seasons=2, scale=1.0):
    session = sample_session(folder, Preferences(text_scale=scale), playing=True)
    for _ in range(seasons):
        session.do(CloseSeason())
    return session


def open_why(folder, indicator=Indicator.ORGANISED, county="licheng", scale=1.0, ink="known"):
    session = playing(folder, scale=scale)
    return session, drive(session, WhyScene(session, indicator, county, ink))


def a_cause(driver):
    return next(widget for widget in driver.get(key="falls").children if widget.key.startswith("cause:"))


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("indicator", IN_1951)
def test_every_figure_can_be_read_at_every_text_size(tmp_path, indicator, scale):
    session = playing(tmp_path, scale=scale)
    for county in (None, "licheng"):
        driver = drive(session, WhyScene(session, indicator, county))
        assert outside(driver) == []
        assert overlapping(driver) == []
        assert nameless(driver) == []


@pytest.mark.parametrize("indicator", IN_1951)
@pytest.mark.parametrize("ink", INKS)
def test_causes_add_up_as_they_are_written(tmp_path, indicator, ink):
    page = why_page(playing(tmp_path).playing, indicator, None, ink)
    measure = Measure(indicator, page.now)
    if page.before is not None and page.moved:
        change = measure.shown(page.now) - measure.shown(page.before)
        assert sum(part.amount for part in moved_parts(page)) == pytest.approx(change, abs=1e-6)
    if page.made_of:
        assert sum(part.amount for part in made_parts(page)) == pytest.approx(measure.shown(page.now), abs=1e-6)


@given(some.lists(some.floats(-50, 50), min_size=1, max_size=12), some.sampled_from([0.1, 1.0]))
def test_rounding_never_loses_a_step(amounts, step):
    written = rounded_to_sum(amounts, sum(amounts), step)
    assert sum(written) == pytest.approx(round(sum(amounts) / step) * step, abs=1e-6)
    assert all(abs(one - other) <= 1.5 * step for one, other in zip(amounts, written, strict=True))


def test_the_rest_of_many_parts_is_one_part(tmp_path):
    parts = made_parts(why_page(playing(tmp_path).playing, Indicator.ANIMALS, None, "known"))
    short = largest(parts, 5)
    assert len(short) == 5
    assert sum(part.amount for part in short) == pytest.approx(sum(part.amount for part in parts))


def test_enter_on_a_cause_opens_a_card_about_it_and_left_closes_it(tmp_path):
    _, driver = open_why(tmp_path, Indicator.ANIMALS, None)
    driver.window.stage.focus_on(a_cause(driver))
    driver.press("ENTER")
    assert driver.find(key="cause-card") is not None
    driver.press("LEFT")
    assert driver.find(key="cause-card") is None
    assert driver.focused.key.startswith("cause:")


def test_a_dotted_word_opens_a_third_card_and_enter_its_page(tmp_path):
    _, driver = open_why(tmp_path)
    driver.window.apply(driver.scene.open_cause("pressure"))
    driver.window.frame()
    link = next(widget for widget in driver.get(key="cause-card").walk() if isinstance(widget, TermLink))
    driver.click(widget=link)
    assert driver.find(key="term-card") is not None
    driver.press("ENTER")
    assert isinstance(driver.scene, ArchiveScene)


def test_left_closes_one_card_after_the_other_and_esc_all(tmp_path):
    session = playing(tmp_path)
    driver = drive(session, DeskScene(session))
    driver.click(key="ledger:organised")
    driver.press("ENTER")
    scene = driver.scene
    driver.window.apply(scene.open_cause("pressure"))
    driver.window.apply(scene.open_term("commandism"))
    driver.press("LEFT")
    assert (scene.cause, scene.term) == ("pressure", "")
    driver.press("LEFT")
    assert scene.cause == ""
    driver.press("ESC")
    assert isinstance(driver.scene, DeskScene)


def test_every_cause_that_is_explained_has_a_name(tmp_path):
    texts = sample_session(tmp_path).texts
    about = [text.removeprefix("why.about.") for text in texts.entries if text.startswith("why.about.")]
    assert about
    for cause in about:
        assert texts.has(f"cause.{cause}") or texts.has(f"why.part.{cause}"), cause


def test_words_of_explanations_are_in_the_archive(tmp_path):
    session = sample_session(tmp_path)
    for text, words in session.texts.entries.items():
        if text.startswith("why.about."):
            for part in words.split("[[")[1:]:
                assert part.split("]]")[0].split("|")[0] in session.rules.archive, text


def test_another_ink_answers_for_another_ledger(tmp_path):
    _, driver = open_why(tmp_path, county=None)
    for ink in ("reported", "filed", "known"):
        driver.click(key=f"ink:{ink}")
        assert driver.scene.page.ink == ink


def test_a_county_of_the_list_is_asked_next(tmp_path):
    _, driver = open_why(tmp_path)
    driver.click(key="counties:tunliu")
    assert driver.scene.county == "tunliu"
    assert "Tunliu" in driver.scene.title


def test_the_counties_add_up_below_their_list(tmp_path):
    _, driver = open_why(tmp_path)
    assert driver.find(key="counties:together") is not None


def test_a_band_says_what_a_team_would_make_of_it(tmp_path):
    _, driver = open_why(tmp_path, Indicator.YIELD, "licheng")
    words = " ".join(f"{widget.label} {widget.value}" for widget in driver.window.root.walk())
    assert "with a team" in words
    assert "team-turns" in words


def test_the_card_on_the_desk_parts_the_counties_sum_from_ones_own_change(tmp_path):
    session = playing(tmp_path, seasons=0)
    session.do(File("yield", 190.0))
    driver = drive(session, WhyCardScene(session, Indicator.YIELD, lambda: None))
    said = " ".join(widget.value for widget in driver.window.root.walk())
    assert "what the counties report" in said
    assert "your own change" in said


@pytest.mark.parametrize("ink", INKS)
def test_a_card_without_a_link_leaves_the_focus_where_it_was(tmp_path, ink):
    _, driver = open_why(tmp_path, ink=ink, county="changzhi" if ink != "filed" else None)
    falls = driver.find(key="falls")
    causes = [widget.key for widget in falls.children if widget.key.startswith("cause:")] if falls else []
    for cause in causes:
        driver.window.stage.focus_on(driver.get(key=cause))
        driver.press("ENTER")
        assert driver.focused is not None
        driver.press("LEFT")
        assert driver.focused.key == cause
