"""A new game: what is chosen here is what the campaign starts from."""

import pytest
from sample_pages import StandInDesk, drive, nameless, outside, overlapping, reachable, sample_session

from game.base.problems import CallError
from game.campaign.decisions import CloseSeason
from game.ui.preferences import Preferences
from game.ui.scenes.new_game import NewGameScene
from game.ui.scenes.opening import OpeningScene
from game.ui.scenes.title import TitleScene


def open_page(folder, scale=1.0, size=(1280, 720), **chosen):
    session = sample_session(folder, Preferences(text_scale=scale))
    return drive(session, NewGameScene(session, clock=lambda: 1_699_999_123_456_789_000, **chosen), size)


def few_villages(driver):
    """The scenario's villages are many; a test needs few."""
    scene = driver.scene
    whole = scene.setup
    scene.setup = lambda: type(whole())(**{**vars_of(whole()), "villages": 160})


def vars_of(setup):
    return {name: getattr(setup, name) for name in type(setup).__dataclass_fields__}


def test_enter_begins_with_sound_defaults(tmp_path):
    driver = open_page(tmp_path)
    setup = driver.scene.setup()
    assert (setup.scenario, setup.difficulty, setup.guided, setup.villages) == (
        "ten-cooperatives",
        "standard",
        True,
        6000,
    )
    few_villages(driver)
    driver.press("ENTER")
    assert isinstance(driver.scene, OpeningScene)
    driver.press("ENTER")
    assert isinstance(driver.scene, StandInDesk)


def test_everything_can_be_chosen_with_the_mouse(tmp_path):
    driver = open_page(tmp_path)
    driver.click(label="Village schoolteacher")
    driver.click(label="Alone")
    driver.click(key="guided")
    driver.click(label="Full", role="radio")
    setup = driver.scene.setup()
    assert (setup.background, setup.difficulty, setup.guided) == ("teacher", "alone", False)
    assert driver.scene.session.content_detail == "full"


def test_everything_can_be_reached_with_the_keyboard(tmp_path):
    wanted = {"begin", "seed", "redraw", "guided", "person:teacher", "difficulty:alone", "detail:full"}
    assert wanted <= reachable(open_page(tmp_path))


def test_a_background_says_what_it_brings(tmp_path):
    driver = open_page(tmp_path)
    driver.click(label="Sacrifice League student")
    said = [widget.label for widget in driver.window.root.walk()]
    assert "Knows better: Qin county and Qinyuan county." in said or any("Qinyuan" in words for words in said)
    assert any("Two more team-turns" in words for words in said)


def test_the_first_number_comes_from_the_clock_and_another_can_be_had(tmp_path):
    driver = open_page(tmp_path)
    first = driver.scene.seed
    assert first.isdigit()
    driver.scene._clock = lambda: 1_699_999_555_111_333_000
    driver.click(key="redraw")
    assert driver.get(key="seed").value == driver.scene.seed != first


def test_only_digits_go_into_the_number(tmp_path):
    driver = open_page(tmp_path, seed=5)
    driver.click(key="seed")
    driver.type("a1 2x")
    assert driver.scene.seed == "512"


def test_without_a_number_the_game_says_what_is_missing(tmp_path):
    driver = open_page(tmp_path, seed=5)
    driver.click(key="seed")
    driver.press("BACKSPACE")
    driver.press("ENTER")
    assert driver.scene.title == "The game cannot begin"
    driver.press("ESC")
    assert isinstance(driver.scene, NewGameScene)


def test_a_game_kept_by_itself_is_not_written_over_unasked(tmp_path):
    earlier = sample_session(tmp_path, playing=True)
    earlier.do(CloseSeason())
    driver = open_page(tmp_path)
    few_villages(driver)
    driver.press("ENTER")
    assert driver.scene.title == "Begin a new game?"
    assert any("summer 1951" in widget.label for widget in driver.window.root.walk())
    driver.press("ENTER")
    assert isinstance(driver.scene, NewGameScene), "the focus is first on going back"
    driver.press("ENTER")
    driver.click(key="confirm")
    assert isinstance(driver.scene, OpeningScene)


def test_a_scenario_that_is_not_there_is_an_error_of_the_call(tmp_path):
    with pytest.raises(CallError, match="ten-cooperatives"):
        NewGameScene(sample_session(tmp_path), "ten-coops")


def test_esc_leads_to_the_title(tmp_path):
    driver = open_page(tmp_path)
    driver.press("ESC")
    assert isinstance(driver.scene, TitleScene)


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_nothing_is_cut_or_laid_over_anything_else(tmp_path, scale, size):
    driver = open_page(tmp_path, scale, size)
    for _ in range(3):
        assert outside(driver) == []
        assert overlapping(driver) == []
        assert nameless(driver) == []
        driver.press("PAGEDOWN")


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_opening_is_whole_at_every_size_of_text(tmp_path, scale):
    session = sample_session(tmp_path, Preferences(text_scale=scale), playing=True)
    driver = drive(session, OpeningScene(session))
    read = set()
    for _ in range(6):
        read |= {widget.label for widget in driver.window.root.walk()}
        assert outside(driver) == []
        assert overlapping(driver) == []
        driver.press("PAGEDOWN")
    goals = session.rules.scenarios["ten-cooperatives"].goals
    assert all(any(goal in words for words in read) for goal in goals)
