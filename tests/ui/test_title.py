"""The title: what it offers, where it leads, and how it stands at every size of text."""

import pytest
from sample_pages import StandInDesk, drive, nameless, outside, overlapping, sample_session

from game.ui.preferences import Preferences
from game.ui.scene import Push
from game.ui.scenes.archive import ArchiveScene
from game.ui.scenes.help import HelpScene
from game.ui.scenes.menu import MenuScene
from game.ui.scenes.new_game import NewGameScene
from game.ui.scenes.settings import SettingsScene
from game.ui.scenes.slots import SlotsScene
from game.ui.scenes.title import TitleScene


def open_title(folder, scale=1.0, size=(1280, 720), kept=False):
    session = sample_session(folder, Preferences(text_scale=scale), playing=kept)
    if kept:
        session.keep("autosave")
    return drive(session, TitleScene(session), size)


def lines(driver):
    return [widget.label for widget in driver.window.root.walk() if widget.key.startswith("menu:")]


def test_nothing_is_offered_that_cannot_be_done(tmp_path):
    assert lines(open_title(tmp_path)) == ["New game", "Archive", "Settings", "Help", "Leave"]


def test_a_kept_game_can_be_continued_and_others_loaded(tmp_path):
    driver = open_title(tmp_path, kept=True)
    assert lines(driver)[:3] == ["Continue", "New game", "Load"]
    assert driver.focused.key == "menu:continue"
    assert driver.focused.description == "The ten cooperatives, spring 1951"


def test_a_damaged_file_alone_still_leads_to_loading_which_says_why(tmp_path):
    (tmp_path / "slot-1.json").write_text("{}")
    assert "Load" in lines(open_title(tmp_path))


def test_continue_leads_to_the_desk_of_the_kept_game(tmp_path):
    driver = open_title(tmp_path, kept=True)
    driver.press("ENTER")
    assert isinstance(driver.scene, StandInDesk)
    assert driver.scene.session.playing.state.setup.background == "teacher"


@pytest.mark.parametrize(
    ("label", "scene"),
    [("New game", NewGameScene), ("Load", SlotsScene), ("Archive", ArchiveScene), ("Settings", SettingsScene),
     ("Help", HelpScene)],
)  # fmt: skip
def test_every_line_opens_its_page_by_mouse_and_by_keys(tmp_path, label, scene):
    driver = open_title(tmp_path, kept=True)
    driver.click(label=label, role="button")
    assert isinstance(driver.scene, scene)
    driver.press("ESC")
    assert isinstance(driver.scene, TitleScene)
    while driver.focused.label != label:
        driver.press("DOWN")
    driver.press("ENTER")
    assert isinstance(driver.scene, scene)


def test_leave_closes_the_window(tmp_path):
    driver = open_title(tmp_path)
    driver.click(label="Leave")
    assert not driver.window.running


def test_plus_and_minus_change_the_size_of_text(tmp_path):
    driver = open_title(tmp_path)
    driver.press("+")
    assert driver.get(label="text 125 %")
    driver.click_at(driver.get(role="button", key="smaller").rect.center)
    assert driver.get(label="text 100 %")


@pytest.mark.parametrize("size", [(1280, 720), (1440, 900), (1920, 1080)])
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_nothing_is_cut_or_laid_over_anything_else(tmp_path, scale, size):
    driver = open_title(tmp_path, scale, size, kept=True)
    assert outside(driver) == []
    assert overlapping(driver) == []
    assert nameless(driver) == []


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_menu_over_a_game_keeps_within_the_window_and_leaves_to_the_title(tmp_path, scale):
    session = sample_session(tmp_path, Preferences(text_scale=scale), playing=True)
    driver = drive(session, StandInDesk(session))
    driver.window.apply(Push(MenuScene(session)))
    assert outside(driver) == []
    driver.click(key="menu:title")
    assert isinstance(driver.scene, TitleScene)
