from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from game.base.exact import FIXED
from game.economy.causes import EXPLAINED
from game.economy.measures import CountyTable
from game.economy.orders import Orders
from game.economy.season import SeasonResult
from game.economy.villages import Villages
from tests.economy.samples import any_orders, any_villages, quiet, season_after, trial_year, year_after

LEVEL = {
    "organised": "organised_share", "animals": "draught_animals", "grain_sold": "grain_marketed",
    "grain_per_head": "grain_available_per_head", "trust": "trust", "output": "harvest_year_output",
    "yield": "yield_true", "stored": "grain_stored", "fear": "fear", "population": "population",
}


def level(table: CountyTable, indicator: str) -> np.ndarray:
    return getattr(table, LEVEL[indicator])


def assert_adds_up(before: SeasonResult, after: SeasonResult, indicator: str) -> None:
    """Causes add up to the change, without a remainder, in every county and in the prefecture."""
    change = level(after.table, indicator) - level(before.table, indicator)
    causes = after.causes.by_indicator[indicator].values()
    assert (sum(causes, np.zeros(16)) == change).all()
    whole = level(after.table.prefecture(), indicator) - level(before.table.prefecture(), indicator)
    assert sum(after.causes.prefecture[indicator].values()) == whole[0]


@settings(max_examples=25, deadline=None)
@given(villages=any_villages(), first=any_orders(), second=any_orders())
def test_causes_add_up_exactly_season_after_season(villages: Villages, first: Orders, second: Orders):
    before = season_after(villages, first, "1951-spring")
    after = season_after(before.villages, second, "1951-summer")
    for indicator in ("organised", "animals", "grain_sold", "grain_per_head", "stored", "trust", "fear", "population"):
        assert_adds_up(before, after, indicator)


@settings(max_examples=10, deadline=None)
@given(villages=any_villages(), orders=any_orders())
def test_causes_of_yield_and_output_add_up_exactly_harvest_after_harvest(villages: Villages, orders: Orders):
    first = list(year_after(villages, orders, seasons=3))[-1]
    winter = season_after(first.villages, orders, "1951-winter")
    second = list(year_after(winter.villages, orders, first="1952-spring", seasons=3))[-1]
    assert_adds_up(first, second, "yield")
    assert_adds_up(first, second, "output")


def test_county_causes_of_counted_things_add_up_to_the_prefecture(villages: Villages):
    for result in trial_year(villages):
        for indicator in ("animals", "grain_sold", "output"):
            for cause, by_county in result.causes.by_indicator[indicator].items():
                assert by_county.sum() == result.causes.prefecture[indicator][cause], cause


def test_amounts_are_whole_fixed_point_steps(villages: Villages):
    for result in trial_year(villages):
        for indicator in EXPLAINED:
            for amounts in result.causes.by_indicator[indicator].values():
                assert (amounts * FIXED == np.rint(amounts * FIXED)).all()


def test_a_bad_season_is_named_as_the_cause_of_a_lower_yield(villages: Villages):
    dry = replace(quiet(weather_by_county=0.8), weather_normal=False)
    spring, summer, autumn = year_after(villages, dry, seasons=3)
    cause, amount = autumn.causes.of("yield")[0]
    assert cause == "weather" and amount < -30.0
    assert spring.causes.of("yield") == summer.causes.of("yield") == []


def test_disturbed_sowing_is_named_as_the_cause_of_a_lower_yield(villages: Villages):
    autumn = list(year_after(villages, quiet(sowing_campaigns=1.0), seasons=3))[-1]
    assert dict(autumn.causes.of("yield"))["sowing"] < -10.0


def test_founded_cooperatives_are_hardly_a_gain_where_members_came_from_teams(villages: Villages):
    spring = trial_year(villages)[0]
    households = spring.table.prefecture().households[0]
    gained = spring.causes.prefecture["organised"]["cooperatives-founded"] * households
    assert 0.0 < gained < 16 * 20


def test_more_homes_in_a_village_are_no_gain_in_the_share_that_is_organised(villages: Villages):
    winter = list(year_after(villages, quiet(), seasons=4))[-1]
    assert abs(winter.causes.prefecture["organised"]["households"]) < 0.001


def test_causes_come_largest_first_for_a_county_and_for_the_prefecture(villages: Villages):
    result = season_after(villages, quiet())
    for county in (None, 3):
        amounts = [abs(amount) for _, amount in result.causes.of("animals", county)]
        assert amounts == sorted(amounts, reverse=True)


def test_an_indicator_that_is_not_explained_is_an_error(villages: Villages):
    with pytest.raises(KeyError):
        season_after(villages, quiet()).causes.of("steel")


