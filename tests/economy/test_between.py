"""Begging, and what a commune levels: grain that passes between villages, to the jin."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.base.exact import split_among
from game.economy.orders import Orders
from game.economy.villages import COMMUNE, Villages
from tests.economy.samples import any_orders, any_villages, quiet, season_after

SEASONS = st.sampled_from(["1951-spring", "1951-summer", "1951-autumn", "1951-winter"])


def half_starving(villages: Villages) -> Villages:
    """Every second village has eaten all it had; the others have stores for two years."""
    full = np.arange(villages.count) % 2 == 1
    plenty = np.floor(villages.people * 900.0)
    return replace(villages, grain_jin=plenty * full, hidden_jin=villages.hidden_jin * full)


def communes(villages: Villages) -> Villages:
    """All villages wholly in communes, their funds unequal."""
    none = villages.homes * 0.0
    return replace(
        villages, form=none + COMMUNE, cooperatives=none + 1.0, coop_households=villages.households,
        joined_for=np.stack([villages.homes, none, none, none]), team_real=villages.team_real * 0.0,
        team_nominal=villages.team_nominal * 0.0, coop_land_mou=villages.land_mou,
        fund_jin=np.floor(villages.persons * (np.arange(len(none)) % 5) * 20.0),
    )


@settings(max_examples=50, deadline=None)
@given(before=any_villages(), orders=any_orders(), season=SEASONS)
def test_what_beggars_have_others_have_given(before: Villages, orders: Orders, season: str):
    after = season_after(before, orders, season)
    for came, went in (("alms-had", "alms-given"), ("commune-gave", "commune-took")):
        assert after.account.of(came, before.soil).sum() == after.account.of(went, before.soil).sum()


def test_the_starving_beg_in_the_villages_of_their_county_that_have_plenty(villages: Villages):
    before = half_starving(villages)
    after = season_after(before, quiet())
    assert after.table.begging.sum() > 0.0 and after.table.alms.sum() > 0.0
    had, given_ = (after.account.of(cause, before.soil) for cause in ("alms-had", "alms-given"))
    assert not had[1::2].any() and not given_[::2].any()
    for county in range(16):
        here = before.county == county
        assert had[here].sum() == given_[here].sum()


@pytest.mark.parametrize("held", [{"movement_control": 1.0}, {"grain_trade": 0.0}, {"relief": 1.0, "reserve_jin": 1e9}])
def test_fewer_beg_where_roads_are_watched_the_market_is_closed_or_relief_comes(
    villages: Villages, held: dict[str, float]
):
    before = half_starving(villages)
    free, kept = (season_after(before, quiet(relief=0.0) if not how else quiet(**{"relief": 0.0, **how}))
                  for how in ({}, held))
    assert kept.table.begging.sum() < 0.6 * free.table.begging.sum()


def test_there_is_nothing_to_beg_for_where_all_eat_in_canteens(villages: Villages):
    before = half_starving(communes(villages))
    open_, shut = (season_after(before, quiet(canteens=canteens)).table.alms.sum() for canteens in (0.0, 1.0))
    assert shut < 0.2 * open_


def test_a_commune_that_levels_brings_its_funds_nearer_to_each_other(villages: Villages):
    before = communes(villages)
    asked = {"exit_allowed": 0.0}
    level, left = (
        season_after(before, quiet(commune_levelling=part, **asked), "1951-winter") for part in (1.0, 0.0)
    )
    assert level.table.levelled.sum() > 0.0 == left.table.levelled.sum()
    assert spread(level.villages) < 0.7 * spread(left.villages)


def spread(villages: Villages) -> float:
    """How unequal funds a head are."""
    return float((villages.fund_jin / villages.persons).std())


def test_nothing_is_levelled_where_there_is_no_commune(villages: Villages):
    funded = replace(villages, fund_jin=np.floor(villages.persons * 10.0))
    assert season_after(funded, quiet(commune_levelling=1.0), "1951-winter").table.levelled.sum() == 0.0


def test_a_levelling_commune_loses_effort(villages: Villages):
    before = communes(villages)
    efforts = [season_after(before, quiet(commune_levelling=part)).table.effort.mean() for part in (1.0, 0.0)]
    assert efforts[0] < efforts[1] - 0.01


@given(
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 10_000)), min_size=1, max_size=60),
    st.lists(st.floats(0.0, 1.0), min_size=6, max_size=6),
)
def test_parts_shared_out_add_up_by_group_and_never_exceed_their_weights(
    villages: list[tuple[int, int]], parts: list[float]
):
    group = np.array([g for g, _ in villages], dtype=np.intp)
    weights = np.array([float(w) for _, w in villages])
    sums = np.bincount(group, weights=weights, minlength=6)
    amount = np.floor(sums * np.array(parts))
    shared = split_among(amount, weights, group)
    assert (np.bincount(group, weights=shared, minlength=6) == amount).all()
    assert (shared >= 0.0).all() and (shared <= weights).all() and (shared == np.rint(shared)).all()
