"""Settings: they change what they say, at once, and are kept from one sitting to the next."""

import json

import pytest
from sample_pages import drive, nameless, outside, overlapping, reachable, sample_session

from game.ui import kept
from game.ui.kept import Kept
from game.ui.preferences import Preferences
from game.ui.scenes.settings import SettingsScene


def open_settings(folder, scale=1.0, voice=True):
    session = sample_session(folder, Preferences(text_scale=scale))
    return drive(session, SettingsScene(session, lambda: voice or None))


def test_the_size_of_text_is_picked_and_the_focus_stays_on_it(tmp_path):
    driver = open_settings(tmp_path)
    driver.click(label="150 %")
    assert driver.window.theme.text_scale == 1.5
    assert driver.focused.label == "150 %"


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("sound", "sound"),
        ("captions", "captions"),
        ("reduced-motion", "reduced_motion"),
        ("speech", "speech"),
    ],
)
def test_a_switch_changes_its_preference_by_keys(tmp_path, key, field):
    driver = open_settings(tmp_path)
    before = getattr(driver.window.preferences, field)
    driver.window.stage.focus_on(driver.get(key=key))
    driver.press("SPACE")
    assert getattr(driver.window.preferences, field) is not before
    assert json.loads((tmp_path / "preferences.json").read_text())[field] is not before


def test_hard_subjects_are_reduced_until_the_player_asks_for_them(tmp_path):
    driver = open_settings(tmp_path)
    session = driver.scene.session
    assert session.reduced
    driver.click(label="Full", role="radio")
    assert not session.reduced
    assert kept.read(tmp_path / "preferences.json").content_detail == "full"


def test_reading_aloud_says_when_there_is_no_voice(tmp_path):
    driver = open_settings(tmp_path, voice=False)
    assert not driver.get(key="speech").enabled
    assert "No voice" in driver.get(key="speech").description


def test_tab_and_arrows_reach_everything(tmp_path):
    assert {"detail:full", "speech", "sound", "captions", "full-screen"} <= reachable(open_settings(tmp_path))


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_nothing_is_cut_or_laid_over_anything_else(tmp_path, scale):
    driver = open_settings(tmp_path, scale)
    assert outside(driver) == []
    assert overlapping(driver) == []
    assert nameless(driver) == []


@pytest.mark.parametrize("text", ["", "{", "[1, 2]", "null", '{"text_scale": "big", "sound": 3}', "[" * 5000])
def test_a_damaged_file_of_preferences_means_defaults(tmp_path, text):
    path = tmp_path / "preferences.json"
    path.write_text(text)
    assert kept.read(path) == Kept()


def test_preferences_come_back_as_they_were_kept(tmp_path):
    path = tmp_path / "new" / "preferences.json"
    once = Kept(Preferences(text_scale=1.75, sound=False, speech=True), "full")
    kept.write(path, once)
    assert kept.read(path) == once


def test_what_is_good_in_a_half_damaged_file_is_used(tmp_path):
    path = tmp_path / "preferences.json"
    path.write_text('{"text_scale": 7, "captions": false, "other": 1}')
    assert kept.read(path).preferences == Preferences(captions=False)


def test_a_folder_that_cannot_be_written_is_no_reason_to_stop(tmp_path):
    (tmp_path / "file").write_text("")
    kept.write(tmp_path / "file" / "preferences.json", Kept())
