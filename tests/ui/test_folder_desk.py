"""Folders: standing decisions for the prefecture and for counties, and work teams."""

import pytest
from sample_pages import drive, nameless, outside, overlapping, sample_session

from game.campaign.decisions import Decide, SendTeam
from game.campaign.desk import FOLDERS, settings_page
from game.economy.settings import SETTINGS
from game.ui.preferences import Preferences
from game.ui.scenes.dialog import ConfirmScene
from game.ui.scenes.folder_counties import CountiesScene
from game.ui.scenes.folder_desk import SETTLED, FolderScene
from game.ui.scenes.folder_values import from_shown, shown, value_words
from game.ui.scenes.folder_widgets import StepChooser

SCALES = (1.0, 1.25, 1.5, 2.0)


def open_folder(folder, name="organisation", scale=1.0, county=None):
    session = sample_session(folder, Preferences(text_scale=scale), playing=True)
    return session, drive(session, FolderScene(session, name, county))


def row(session, setting):
    return next(
        each for each in settings_page(session.playing, SETTINGS[setting].desk).rows if each.setting.id == setting
    )


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("name", SETTLED)
def test_every_folder_can_be_read_at_every_text_size(tmp_path, name, scale):
    _, driver = open_folder(tmp_path, name, scale)
    for _ in range(6):
        assert outside(driver) == []
        assert overlapping(driver) == []
        assert nameless(driver) == []
        driver.press("PAGEDOWN")


@pytest.mark.parametrize("name", SETTLED)
def test_every_decision_of_a_folder_has_its_control(tmp_path, name):
    session, driver = open_folder(tmp_path, name)
    for each in settings_page(session.playing, name).rows:
        assert driver.find(key=f"setting:{each.setting.id}") is not None


def test_the_arrows_go_through_the_usual_steps(tmp_path):
    session, driver = open_folder(tmp_path)
    driver.window.stage.focus_on(driver.get(key="setting:coop_households"))
    before = row(session, "coop_households").value
    driver.press("RIGHT")
    assert row(session, "coop_households").value > before
    assert driver.focused.key == "setting:coop_households"
    driver.press("LEFT")
    assert row(session, "coop_households").value == before


def test_any_value_in_range_can_be_typed(tmp_path):
    session, driver = open_folder(tmp_path)
    driver.window.stage.focus_on(driver.get(key="setting:coop_households"))
    driver.type("17")
    assert row(session, "coop_households").value != 17, "it waits for Enter"
    driver.press("ENTER")
    assert row(session, "coop_households").value == 17


def test_the_mouse_alone_steps_and_switches(tmp_path):
    session, driver = open_folder(tmp_path)
    chooser = driver.get(key="setting:coop_households")
    _, _, plus = chooser._boxes()
    before = row(session, "coop_households").value
    driver.click_at(plus.center)
    assert row(session, "coop_households").value > before
    driver.click(key="setting:exit_allowed:False")
    assert row(session, "exit_allowed").value is False


def test_what_was_decided_at_the_start_stays_beside_a_changed_value(tmp_path):
    session, _ = open_folder(tmp_path)
    session.do(Decide("land_share", 0.4))
    driver = drive(session, FolderScene(session, "organisation"))
    began = value_words(session.texts, SETTINGS["land_share"], row(session, "land_share").began)
    labels = [widget.label for widget in driver.window.root.walk()]
    assert f"{began} at the start" in labels


def test_deciding_for_all_leaves_exceptions_as_they_are(tmp_path):
    session, _ = open_folder(tmp_path)
    session.do(Decide("land_share", 0.4, ("wuxiang",)))
    driver = drive(session, FolderScene(session, "organisation"))
    driver.window.stage.focus_on(driver.get(key="setting:land_share"))
    driver.press("LEFT")
    assert row(session, "land_share").exceptions == {"wuxiang": 0.4}


def test_counties_are_picked_from_a_list_and_given_a_value_of_their_own(tmp_path):
    session, driver = open_folder(tmp_path)
    driver.click(key="way:land_share")
    assert isinstance(driver.scene, CountiesScene)
    driver.press("RIGHT")
    driver.click(key="county:wuxiang")
    driver.click(key="county:licheng")
    driver.click(key="set")
    assert isinstance(driver.scene, FolderScene)
    apart = row(session, "land_share").exceptions
    assert set(apart) == {"wuxiang", "licheng"}
    assert len(set(apart.values())) == 1


def test_exceptions_can_be_ended(tmp_path):
    session, _ = open_folder(tmp_path)
    session.do(Decide("land_share", 0.4, ("wuxiang", "licheng")))
    driver = drive(session, CountiesScene(session, "organisation", "land_share"))
    driver.click(key="county:licheng")
    driver.click(key="set")
    assert set(row(session, "land_share").exceptions) == {"wuxiang"}
    driver = drive(session, CountiesScene(session, "organisation", "land_share"))
    driver.click(key="clear")
    assert row(session, "land_share").exceptions == {}


def test_one_county_can_be_decided_for_alone_and_made_as_the_others_again(tmp_path):
    session, driver = open_folder(tmp_path, county="wuxiang")
    driver.window.stage.focus_on(driver.get(key="setting:land_share"))
    driver.press("RIGHT")
    assert set(row(session, "land_share").exceptions) == {"wuxiang"}
    driver.click(key="way:land_share")
    assert row(session, "land_share").exceptions == {}


def test_f_keys_turn_from_folder_to_folder(tmp_path):
    _, driver = open_folder(tmp_path)
    driver.press("F4")
    assert driver.scene.folder == FOLDERS[2]


# ---- work teams


def test_sending_a_team_is_asked_about_and_then_tells_what_it_found(tmp_path):
    session, driver = open_folder(tmp_path, "cadres")
    driver.window.stage.focus_on(driver.get(key="teams:wuxiang"))
    driver.press("ENTER")
    assert isinstance(driver.scene, ConfirmScene)
    driver.click(key="confirm")
    assert session.playing.decisions == (SendTeam("wuxiang"),)
    told = " ".join(widget.label for widget in driver.window.root.walk())
    assert "it was" in told
    assert driver.focused.key == "teams:wuxiang"


def test_a_team_is_not_sent_by_pressing_enter_twice(tmp_path):
    session, driver = open_folder(tmp_path, "cadres")
    driver.window.stage.focus_on(driver.get(key="teams:wuxiang"))
    driver.press("ENTER", "ENTER")
    assert session.playing.decisions == ()


def test_without_team_turns_it_is_said_that_none_are_left(tmp_path):
    session, _ = open_folder(tmp_path, "cadres")
    for county in session.rules.prefecture.county_ids[:6]:
        session.do(SendTeam(county))
    driver = drive(session, FolderScene(session, "cadres"))
    driver.window.apply(driver.scene.teams._ask("qinshui"))
    driver.click(key="confirm")
    assert "team-turns" in " ".join(widget.label for widget in driver.window.root.walk())
    assert len(session.playing.decisions) == 6


# ---- values


@pytest.mark.parametrize("setting", [each for each in SETTINGS.values() if each.kind == "number"])
def test_a_shown_value_comes_back_as_it_was(setting):
    assert from_shown(setting, shown(setting, setting.default)) == pytest.approx(float(setting.default), rel=1e-3)


def test_a_typed_value_outside_the_range_is_brought_inside():
    setting = SETTINGS["land_share"]
    assert from_shown(setting, 95.0) == setting.high


def test_a_step_chooser_stays_between_its_ends():
    chooser = StepChooser("x", 20, [10, 20, 30], (10, 30), lambda _: None)
    for _ in range(5):
        chooser.go(1)
    assert chooser.number == 30


def test_each_way_to_the_counties_says_of_which_decision_it_speaks(tmp_path):
    _, driver = open_folder(tmp_path)
    spoken = [node.spoken() for node in driver.tree().walk() if node.role == "link"]
    assert len(spoken) == len(set(spoken))
