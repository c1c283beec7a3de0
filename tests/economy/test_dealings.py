"""Lending, the sale of land, and households that rise and fall: all within the village, nothing made or lost."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from game.economy.orders import Orders
from game.economy.params import Params
from game.economy.villages import STRATA, Villages
from tests.economy.samples import any_orders, any_villages, quiet, season_after, year_after

SEASONS = st.sampled_from(["1951-spring", "1951-summer", "1951-autumn", "1951-winter"])
POOR, MIDDLING, WELL_OFF = (STRATA.index(name) for name in ("short-of-both", "middling", "well-found"))
BARRED, BLAMED, FREE = 0.0, 1.0, 2.0


def unequal(villages: Villages, more_jin: float = 400.0) -> Villages:
    """The poor have eaten their stores and have no money, the well-found have plenty of both."""
    grain, cash = villages.grain_jin.copy(), villages.cash_yuan.copy()
    hidden = villages.hidden_jin.copy()
    grain[POOR], hidden[POOR], cash[POOR] = 0.0, 0.0, 0.0
    grain[WELL_OFF] += villages.people[WELL_OFF] * more_jin
    cash[WELL_OFF] += villages.people[WELL_OFF] * 400_000.0
    none = np.zeros_like(cash)
    return replace(
        villages, grain_jin=grain, hidden_jin=hidden, cash_yuan=cash, owed_yuan=none, lent_yuan=none
    )


@settings(max_examples=40, deadline=None)
@given(before=any_villages(), first=any_orders(), second=any_orders(), season=SEASONS)
def test_what_is_owed_is_what_is_lent(before: Villages, first: Orders, second: Orders, season: str):
    v = season_after(before, first, season).villages
    after = season_after(v, second, "1951-winter").villages
    for each in (v, after):
        assert (each.owed_yuan.sum(axis=0) == each.lent_yuan.sum(axis=0)).all()


@settings(max_examples=25, deadline=None)
@given(before=any_villages(), orders=any_orders())
def test_land_that_is_sold_stays_in_the_village(before: Villages, orders: Orders):
    after = season_after(before, orders, "1951-winter").villages
    assert np.allclose(after.land_mou.sum(axis=0), before.land_mou.sum(axis=0), rtol=1e-12)
    assert np.allclose(after.hidden_mou.sum(axis=0), before.hidden_mou.sum(axis=0), rtol=1e-12)


def test_the_poor_borrow_in_spring_and_the_well_found_lend(villages: Villages):
    after = season_after(unequal(villages), quiet()).villages
    assert after.owed_yuan[POOR].sum() > 0.0
    assert after.lent_yuan[WELL_OFF].sum() > 0.9 * after.lent_yuan.sum()


def test_less_is_lent_where_it_is_blamed_and_nothing_where_it_is_barred(villages: Villages):
    owed = {
        rule: season_after(unequal(villages, 50.0), quiet(private_dealings=rule)).table.private_debt.sum()
        for rule in (BARRED, BLAMED, FREE)
    }
    assert owed[BARRED] == 0.0 < owed[BLAMED] < owed[FREE]


def test_who_fears_a_label_does_not_lend(villages: Villages):
    afraid = replace(unequal(villages), fear=villages.fear * 0.0 + 0.6)
    assert season_after(afraid, quiet()).table.private_debt.sum() == 0.0


def test_debts_bear_interest_and_lapse_where_lending_is_forbidden(villages: Villages):
    spring = season_after(unequal(villages), quiet()).villages
    spring = replace(spring, grain_jin=spring.grain_jin * 0.0, hidden_jin=spring.hidden_jin * 0.0)
    owed = spring.owed_yuan.sum()
    rates = Params().dealings
    free, barred = (
        season_after(replace(spring, stand=spring.stand * 0.0), quiet(private_dealings=rule), "1951-autumn")
        for rule in (FREE, BARRED)
    )
    assert abs(free.table.private_debt.sum() / owed - 1.0 - rates.interest_per_year) < 1e-3
    assert abs(barred.table.private_debt.sum() / owed - 1.0 + rates.lapsing_a_year) < 1e-3


def test_a_good_harvest_pays_debts_in_grain(villages: Villages):
    spring = season_after(unequal(villages), quiet()).villages
    rich = replace(spring, stand=spring.stand * 3.0)
    assert season_after(rich, quiet(), "1951-autumn").table.private_debt.sum() < 0.2 * spring.owed_yuan.sum()


def test_who_is_in_need_sells_land_to_who_has_money(villages: Villages):
    before = unequal(villages)
    result = season_after(before, quiet(), "1951-winter")
    kept = season_after(before, quiet(private_dealings=BARRED), "1951-winter")
    assert result.table.land_sold_mou.sum() > 0.0 and kept.table.land_sold_mou.sum() == 0.0
    assert result.villages.land_mou[POOR].sum() < kept.villages.land_mou[POOR].sum()
    assert result.villages.land_mou[WELL_OFF].sum() > kept.villages.land_mou[WELL_OFF].sum()


def test_nobody_buys_land_that_is_worth_nothing(villages: Villages):
    worthless = replace(unequal(villages), land_price_jin_per_mou=villages.soil * 0.0)
    assert season_after(worthless, quiet(), "1951-winter").table.land_sold_mou.sum() == 0.0


def test_more_fall_after_a_bad_year_and_more_rise_after_a_good_one(villages: Villages):
    poor = replace(villages, grain_jin=np.floor(villages.grain_jin * 0.5))
    rich = replace(villages, grain_jin=np.floor(villages.grain_jin * 4.0))
    bad, good = (season_after(v, quiet(), "1951-winter").table for v in (poor, rich))
    assert bad.households_fallen.sum() > 1.2 * good.households_fallen.sum()
    assert bad.households_risen.sum() < 0.8 * good.households_risen.sum()


def test_households_that_move_take_what_is_theirs(villages: Villages):
    after = season_after(villages, quiet(), "1951-winter")
    moved = after.villages.households - season_after(
        villages, quiet(), "1951-winter", params=still()
    ).villages.households
    assert moved.any() and not moved.sum(axis=0).any() and not moved[[0, 4]].any()
    assert after.table.households_risen.sum() > 0.0


def still() -> Params:
    """Coefficients under which nobody rises or falls."""
    params = Params()
    return replace(
        params, standing=replace(params.standing, bad_luck=0.0, pinched=0.0, good_luck=(0.0, 0.0), plenty=0.0)
    )


def test_where_all_is_held_in_common_nobody_rises_or_falls(villages: Villages):
    joined = replace(
        villages, coop_households=villages.households, coop_land_mou=villages.land_mou + villages.hidden_mou * 0.0,
        cooperatives=villages.soil * 0.0 + 1.0, hidden_mou=villages.hidden_mou * 0.0,
        joined_for=np.stack([villages.homes, *(villages.homes * 0.0,) * 3]),
        team_real=villages.team_real * 0.0, team_nominal=villages.team_nominal * 0.0,
    )
    table = season_after(joined, quiet(exit_allowed=0.0, private_plots=0.0), "1951-winter").table
    assert table.households_fallen.sum() == 0.0 == table.households_risen.sum()


def test_working_teams_keep_households_from_falling(villages: Villages):
    helped, alone = (
        replace(villages, team_real=villages.team_real * 0.0 + real, team_nominal=villages.team_nominal * 0.0)
        for real in (0.9, 0.0)
    )
    fallen = [season_after(v, quiet(), "1951-winter").table.households_fallen.sum() for v in (helped, alone)]
    assert fallen[0] < 0.8 * fallen[1]


def test_owners_let_animals_go_whose_work_does_not_pay_for_their_fodder(villages: Villages):
    in_teams = replace(villages, team_real=villages.team_real * 0.0 + 0.8, team_nominal=villages.team_nominal * 0.0)
    fair, half = (season_after(in_teams, quiet(ox_labourers=worth)) for worth in (1.5, 0.5))
    assert half.table.draught_animals.sum() < fair.table.draught_animals.sum()
    assert half.causes.prefecture["animals"]["ill-paid"] < 0.0
    assert "ill-paid" not in fair.causes.prefecture["animals"]
    alone = replace(in_teams, team_real=in_teams.team_real * 0.0)
    assert "ill-paid" not in {
        cause for cause, head in season_after(alone, quiet(ox_labourers=0.5)).causes.of("animals") if head
    }


def test_members_with_oxen_are_paid_for_them(villages: Villages):
    joined = replace(
        villages, coop_households=villages.households, coop_land_mou=villages.land_mou,
        cooperatives=villages.soil * 0.0 + 1.0, joined_for=np.stack([villages.homes, *(villages.homes * 0.0,) * 3]),
        team_real=villages.team_real * 0.0, team_nominal=villages.team_nominal * 0.0,
    )
    much, nothing = (
        season_after(joined, quiet(ox_labourers=worth), "1951-autumn").villages.grain_jin[WELL_OFF].sum()
        for worth in (2.0, 0.0)
    )
    assert much > nothing


def test_ten_years_of_free_dealings_leave_a_village_whole(villages: Villages):
    for result in year_after(villages, quiet(), seasons=40):
        v = result.villages
        assert (v.households >= 0.0).all() and (v.people >= 0.0).all() and (v.cash_yuan >= 0.0).all()
    assert 0.02 < float(result.table.prefecture().short_of_both_share[0]) < 0.4
