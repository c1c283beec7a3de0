"""A prefecture without a drawn map: a schematic one, which can be read, picked and shaded like the other."""

from pathlib import Path

import pytest
from sample_pages import ASSETS, CONTENT, drive, nameless, outside, overlapping, sample_session

from game.campaign.decisions import CloseSeason
from game.ruleset import load, with_base
from game.state import Setup
from game.ui.atlas import ring_holds
from game.ui.scenes.county import CountyScene
from game.ui.scenes.debrief import DebriefScene
from game.ui.scenes.desk import DeskScene
from game.ui.scenes.new_game import NewGameScene
from game.ui.scenes.season import SeasonScene
from game.ui.schematic import Named, atlas_of, schematic_atlas

YUNLING = Path(__file__).parents[2] / "docs" / "authors" / "samples" / "yunling"
MAP = ASSETS / "map" / "wall_map.json"


def names(count):
    return [Named(f"county-{number}", f"County {number}", "县") for number in range(count)]


@pytest.fixture(scope="module")
def yunling():
    return load(with_base([YUNLING], CONTENT))


def session_of(rules, folder):
    session = sample_session(folder)
    session.rules, session.texts = rules, rules.texts
    session.begin(Setup("first-purchase", 3, 20, "ferryman"))
    return session


@pytest.mark.parametrize("count", [1, 2, 3, 5, 7, 12, 16, 30])
def test_every_county_has_land_of_its_own_with_its_villages_on_it(count):
    atlas = schematic_atlas(names(count))
    assert len(atlas.counties) == count
    for county in atlas.counties.values():
        assert all(county.holds(place) for place in (county.label, county.seat, *county.villages))
        others = [other for other in atlas.counties.values() if other is not county]
        assert not any(other.holds(county.label) for other in others)
        assert all(ring_holds(atlas.prefecture[0], village) for village in county.villages)


def test_the_drawn_map_is_kept_for_its_own_counties_and_no_others():
    drawn = atlas_of(MAP, [Named(one, "", "") for one in load([CONTENT]).prefecture.county_ids])
    assert drawn.rivers
    assert not atlas_of(MAP, [Named("wuxiang", "Wuxiang", "武乡")]).rivers


def test_the_new_scenario_stands_among_those_that_can_be_begun(yunling, tmp_path):
    session = session_of(yunling, tmp_path)
    driver = drive(session, NewGameScene(session, "", None))
    assert any("The first purchase" in widget.label for widget in driver.window.root.walk())


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_desk_stands_in_the_window_and_a_county_can_be_picked(yunling, tmp_path, scale):
    session = session_of(yunling, tmp_path)
    session.preferences.text_scale = scale
    driver = drive(session, DeskScene(session))
    assert (outside(driver), nameless(driver)) == ([], [])
    if scale == 1.0:
        assert {f"county:{one}" for one in yunling.prefecture.county_ids} <= {
            widget.key for widget in driver.window.root.walk()
        }


def test_every_page_of_another_prefecture_opens(yunling, tmp_path):
    session = session_of(yunling, tmp_path)
    driver = drive(session, CountyScene(session, "heilin"))
    assert overlapping(driver) == []
    while not session.playing.state.ended:
        season = session.playing.state.season
        assert session.do(CloseSeason()) is None
        driver = drive(session, SeasonScene(session, season))
        assert (outside(driver), nameless(driver)) == ([], [])
    driver = drive(session, DebriefScene(session))
    assert outside(driver) == []
