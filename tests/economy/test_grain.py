from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.base.refusal import InvariantError
from game.base.seasons import Season
from game.economy.account import IN, OUT, Account, stored
from game.economy.orders import Orders
from game.economy.villages import FIELDS, Villages
from tests.economy.samples import SPRING, any_orders, any_villages, quiet, season_after, year_after

SEASONS = st.sampled_from(["1951-spring", "1951-summer", "1951-autumn", "1951-winter"])
WHOLE = ("households", "people", "oxen", "pooled_oxen", "grain_jin", "hidden_jin", "fund_jin", "cooperatives",
         "coop_households", "joined_for", "ploughs", "collective_hidden_jin", "quota_jin", "quota_left_jin")
SIGNED = {"temper", "damage"}
"""Cadres are more or less eager than the mean; land without war damage is slowly improved."""


@settings(max_examples=40, deadline=None)
@given(before=any_villages(), orders=any_orders(), season=SEASONS)
def test_a_season_neither_makes_nor_loses_grain(before: Villages, orders: Orders, season: str):
    """What was stored, reaped and received is what is stored, eaten, sown, fed, paid and spoilt, to the jin."""
    after = season_after(before, orders, season)
    came = sum(after.account.of(cause, before.soil) for cause in IN)
    went = sum(after.account.of(cause, before.soil) for cause in OUT)
    assert (stored(before) + came == stored(after.villages) + went).all()


@settings(max_examples=40, deadline=None)
@given(before=any_villages(), first=any_orders(), second=any_orders(), season=SEASONS)
def test_nothing_is_ever_negative_or_undefined(before: Villages, first: Orders, second: Orders, season: str):
    middle = season_after(before, first, season).villages
    after = season_after(middle, second, str(Season.parse(season).next))
    for name in FIELDS:
        values = getattr(after.villages, name)
        assert np.isfinite(values).all(), name
        assert name in SIGNED or (values >= 0.0).all(), name
    for name in after.table.__slots__:
        assert name in {"harvested", "whole"} or np.isfinite(getattr(after.table, name)).all(), name


@settings(max_examples=25, deadline=None)
@given(before=any_villages(), orders=any_orders(), season=SEASONS)
def test_grain_households_people_and_animals_are_whole(before: Villages, orders: Orders, season: str):
    after = season_after(before, orders, season).villages
    for name in WHOLE:
        assert (getattr(after, name) == np.rint(getattr(after, name))).all(), name


def test_the_account_refuses_a_season_that_lost_a_jin(villages: Villages):
    after = season_after(villages, quiet())
    short = replace(after.villages, grain_jin=after.villages.grain_jin - (np.arange(64) == 5))
    with pytest.raises(InvariantError, match="not conserved"):
        after.account.assert_balanced(villages, short)


def test_the_account_refuses_a_flow_that_it_does_not_know(villages: Villages):
    with pytest.raises(InvariantError, match="without a place"):
        Account().entered("vanished", villages.soil).assert_balanced(villages, villages)


def test_wheat_is_reaped_in_summer_and_the_rest_in_autumn(villages: Villages):
    spring, summer, autumn, winter = (result.table.prefecture() for result in year_after(villages, quiet()))
    assert spring.grain_output_true[0] == winter.grain_output_true[0] == 0.0
    year = summer.grain_output_true[0] + autumn.grain_output_true[0]
    assert 0.14 < summer.grain_output_true[0] / year < 0.20
    assert autumn.harvest_year_output[0] == year


def test_what_is_eaten_is_least_before_the_harvest(villages: Villages):
    spring, _, autumn, _ = (result.table.prefecture() for result in year_after(villages, quiet()))
    assert spring.grain_eaten[0] / spring.population[0] < autumn.grain_eaten[0] / autumn.population[0]


def test_grain_sold_rises_with_trust_and_falls_with_fear(villages: Villages):
    autumn = list(year_after(villages, quiet(), seasons=2))[-1].villages
    trusting = season_after(replace(autumn, trust=autumn.trust + 0.3), quiet(), "1951-autumn")
    afraid = season_after(replace(autumn, fear=autumn.fear + 0.3), quiet(), "1951-autumn")
    usual = season_after(autumn, quiet(), "1951-autumn")
    assert trusting.table.prefecture().grain_marketed > usual.table.prefecture().grain_marketed
    assert afraid.table.prefecture().grain_marketed < usual.table.prefecture().grain_marketed


def test_relief_reaches_the_hungry_only_while_the_reserve_lasts(villages: Villages):
    poor = replace(villages, grain_jin=np.floor(villages.grain_jin * 0.2))
    given_out = [
        season_after(poor, quiet(relief=1.0, reserve_jin=reserve), SPRING).table.prefecture().relief[0]
        for reserve in (0.0, 10_000.0, 1e9)
    ]
    assert given_out[0] == 0.0
    assert 0.0 < given_out[1] <= 10_000.0 < given_out[2]
