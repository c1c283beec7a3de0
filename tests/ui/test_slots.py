"""Saved games: kept, opened, damaged, written over."""

import pytest
from sample_pages import StandInDesk, drive, nameless, outside, overlapping, sample_session

from game.campaign.decisions import CloseSeason
from game.ui.preferences import Preferences
from game.ui.scenes.slots import SlotsScene
from game.ui.scenes.title import TitleScene


@pytest.fixture
def session(tmp_path):
    """A game with two seasons kept in slot 1, and one in slot 2."""
    session = sample_session(tmp_path, playing=True)
    session.keep("slot-1")
    session.keep("slot-2")
    session.do(CloseSeason())
    session.keep("slot-1")
    return session


def damage(session, slot):
    path = session.slots.path(slot)
    path.write_bytes(path.read_bytes()[:200])


def test_slots_say_scenario_season_person_and_date(session):
    driver = drive(session, SlotsScene(session))
    row = driver.get(key="slot-2")
    assert row.label == "The ten cooperatives, spring 1951"
    assert "Village schoolteacher, standard; number 7" in row.description
    assert "20" in row.when


def test_opening_a_slot_plays_its_game_on(session):
    driver = drive(session, SlotsScene(session))
    driver.click(key="slot-2")
    assert isinstance(driver.scene, StandInDesk)
    assert str(session.playing.state.season) == "1951-spring"


def test_an_empty_slot_cannot_be_opened(session):
    driver = drive(session, SlotsScene(session))
    assert not driver.get(key="slot-5").enabled
    driver.click(key="slot-5")
    assert isinstance(driver.scene, SlotsScene)


def test_a_damaged_slot_says_why_and_offers_the_earlier_copy(session):
    damage(session, "slot-1")
    driver = drive(session, SlotsScene(session))
    row = driver.get(key="slot-1")
    assert "cut short" in row.description
    assert "Open the earlier copy: The ten cooperatives, spring 1951" in row.description
    driver.click(key="slot-1")
    assert isinstance(driver.scene, StandInDesk)
    assert str(session.playing.state.season) == "1951-spring"


def test_a_damaged_slot_without_a_copy_says_so(session):
    damage(session, "slot-2")
    row = drive(session, SlotsScene(session)).get(key="slot-2")
    assert "No earlier copy" in row.description
    assert not row.enabled


def test_a_game_of_other_content_says_so_when_it_is_opened(session, tmp_path):
    other = (tmp_path / "slot-2.json").read_bytes()
    from game.campaign.savefile import dump, parse

    save = parse(other, "slot-2")
    strange = type(save)(save.setup, (), save.decisions, save.season, save.state_hash)
    (tmp_path / "slot-2.json").write_bytes(dump(strange))
    driver = drive(session, SlotsScene(session))
    driver.click(key="slot-2")
    assert driver.scene.title == "This game cannot be opened"
    assert any("other content" in widget.label for widget in driver.window.root.walk())


def test_keeping_in_an_empty_slot_asks_nothing(session):
    driver = drive(session, SlotsScene(session, "save"))
    driver.click(key="slot-4")
    assert isinstance(driver.scene, SlotsScene)
    assert driver.get(key="slot-4").label == "The ten cooperatives, summer 1951"


def test_writing_over_a_slot_is_asked_first(session):
    driver = drive(session, SlotsScene(session, "save"))
    driver.click(key="slot-2")
    assert driver.scene.title == "Write over Slot 2?"
    driver.press("ESC")
    assert session.slots.look("slot-2").save.season == "1951-spring"
    driver.click(key="slot-2")
    driver.click(key="confirm")
    assert session.slots.look("slot-2").save.season == "1951-summer"


def test_the_autosave_is_no_slot_to_keep_in(session):
    assert drive(session, SlotsScene(session, "save")).find(key="autosave") is None


def test_a_folder_that_cannot_be_written_is_said_and_playing_goes_on(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    session = sample_session(blocked / "saves", playing=True)
    driver = drive(session, SlotsScene(session, "save"))
    driver.click(key="slot-1")
    assert driver.scene.title == "The game could not be kept"
    assert session.do(CloseSeason()) is None
    assert session.autosave_problem is not None


def test_every_decision_is_kept_by_itself_and_a_refused_one_is_not(tmp_path):
    session = sample_session(tmp_path, playing=True)
    assert session.undo() is not None
    assert session.slots.look("autosave").empty
    session.do(CloseSeason())
    assert session.slots.look("autosave").save.season == "1951-summer"


def test_esc_leads_back(session):
    driver = drive(session, TitleScene(session))
    driver.click(label="Load")
    driver.press("ESC")
    assert isinstance(driver.scene, TitleScene)


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_nothing_is_cut_or_laid_over_anything_else(session, scale):
    damage(session, "slot-1")
    session.preferences = Preferences(text_scale=scale)
    driver = drive(session, SlotsScene(session))
    for _ in range(4):
        assert outside(driver) == []
        assert overlapping(driver) == []
        assert nameless(driver) == []
        driver.press("PAGEDOWN")
