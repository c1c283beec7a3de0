"""The state's grain: what comes in is what goes out and what stays, to the jin."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.base.seasons import Season
from game.economy.granary import StateGrain, Taken, books, kept_in_stations
from tests.economy.samples import prefecture_of_the_rules

PREFECTURE = prefecture_of_the_rules()
JIN = st.integers(0, 3 * 10**8).map(float)
SEASONS = st.sampled_from(["1950-summer", "1951-autumn", "1953-winter", "1956-spring", "1959-autumn", "1960-summer"])


@st.composite
def any_season(draw: st.DrawFn) -> Taken:
    bought, given_ = draw(JIN), draw(JIN)
    return Taken(
        tax=draw(JIN), procurement=bought, for_resale=float(int(bought * draw(st.floats(0.0, 1.0)))), given=given_,
        resold=float(int(given_ * draw(st.floats(0.0, 1.0)))), supplied=draw(JIN),
    )  # fmt: skip


def balanced(reserve: float, stations: float, grain: StateGrain) -> bool:
    return reserve + stations + grain.came_in == grain.went_out + grain.reserve + grain.stations


@given(took=any_season(), reserve=JIN, stations=JIN, standing=JIN, season=SEASONS)
def test_no_jin_of_the_state_is_made_or_lost(
    took: Taken, reserve: float, stations: float, standing: float, season: str
):
    grain = books(reserve, stations, took, standing, Season.parse(season), PREFECTURE)
    assert balanced(reserve, stations, grain)
    assert all(getattr(grain, name) >= 0.0 for name in grain.__slots__)


def autumn(year: int = 1955, **changes: float) -> StateGrain:
    """An autumn of two hundred million jin of tax and a hundred of purchase."""
    took = Taken(tax=2e8, procurement=1e8, for_resale=3e7, given=0.0, resold=0.0, supplied=0.0)
    return books(4e6, 0.0, replace(took, **changes), 4e6, Season.parse(f"{year}-autumn"), PREFECTURE)


def test_stations_keep_what_towns_and_garrisons_eat_until_autumn_and_send_the_rest_away():
    grain = autumn()
    assert grain.stations == kept_in_stations(Season.parse("1955-autumn"), PREFECTURE)
    assert grain.stations == 3.0 * (grain.towns + grain.army)
    assert grain.sent_up > 0.0 < grain.exported
    assert grain.sent_up + grain.exported == 3e8 - 3e7 - 4.0 * (grain.towns + grain.army)


def test_what_towns_lack_the_province_sends():
    grain = autumn(tax=1e7, procurement=0.0, for_resale=0.0)
    assert grain.from_the_province > 0.0 == grain.sent_up
    assert grain.towns == autumn().towns


def test_towns_buy_on_the_market_until_the_state_alone_sells():
    assert autumn(1952).towns == 0.0 < autumn(1954).towns


def test_relief_beyond_the_reserve_comes_from_elsewhere():
    took = Taken(tax=0.0, procurement=0.0, for_resale=0.0, given=9e6, resold=2e6, supplied=0.0)
    grain = books(4e6, 0.0, took, 4e6, Season.parse("1955-spring"), PREFECTURE)
    assert (grain.relief, grain.resold, grain.reserve) == (7e6, 2e6, 0.0)
    assert grain.from_the_province >= 5e6


@pytest.mark.parametrize("reserve", [0.0, 1e6, 9e7])
def test_each_autumn_brings_the_reserve_to_its_standing_size(reserve: float):
    took = Taken(tax=2e8, procurement=0.0, for_resale=0.0, given=0.0, resold=0.0, supplied=0.0)
    assert books(reserve, 0.0, took, 4e6, Season.parse("1955-autumn"), PREFECTURE).reserve == 4e6
