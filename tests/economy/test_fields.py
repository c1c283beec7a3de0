from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.economy import crops, labour
from game.economy.draught import ox_fodder, ox_income
from game.economy.params import Params
from game.economy.villages import Villages
from tests.economy.samples import quiet, season_after, year_after

PARAMS = Params()


def yield_under(villages: Villages, **changes: float) -> float:
    """The year's yield, jin a mou, in normal weather."""
    autumn = list(year_after(villages, quiet(**changes), seasons=3))[-1]
    return float(autumn.table.prefecture().yield_true[0])


def test_campaigns_carried_into_sowing_cost_the_harvest(villages: Villages):
    """Hou p. 93: failure in spring sowing dooms the year."""
    assert yield_under(villages, sowing_campaigns=1.0) < 0.93 * yield_under(villages)


def test_campaigns_outside_sowing_leave_the_crop_alone(villages: Villages):
    def summer_yield(campaigns: float) -> float:
        spring = season_after(villages, quiet()).villages
        summer = season_after(spring, quiet(sowing_campaigns=campaigns), "1951-summer").villages
        return float(season_after(summer, quiet(), "1951-autumn").table.prefecture().yield_true[0])

    assert summer_yield(1.0) == summer_yield(0.0)


def test_drafting_a_tenth_of_the_hands_costs_little_and_half_costs_much(villages: Villages):
    """Most hands have no field work most of the year (p. 63, 99)."""
    base = yield_under(villages)
    assert yield_under(villages, labour_drafted=0.1) > 0.97 * base
    assert yield_under(villages, labour_drafted=0.5) < 0.93 * base


def test_fear_keeps_manure_and_work_off_the_land(villages: Villages):
    """Hou p. 98: some held back their investments at once."""
    afraid = replace(villages, fear=villages.fear + 0.2)
    assert yield_under(afraid) < 0.97 * yield_under(villages)


def test_effort_rises_with_the_own_share_and_falls_with_fear():
    def one(share: float, trust: float, fear: float) -> float:
        arrays = (np.array([value]) for value in (share, trust, fear))
        return float(labour.effort(*arrays, PARAMS.effort)[0])

    assert one(0.9, 0.6, 0.1) > one(0.5, 0.6, 0.1)
    assert one(0.8, 0.8, 0.1) > one(0.8, 0.4, 0.1)
    assert one(0.8, 0.6, 0.1) > one(0.8, 0.6, 0.6)


def test_an_ox_counted_at_half_a_labourer_is_worth_less_than_its_fodder():
    """Hou p. 162: at the lowered count the owner loses by keeping it."""
    assert ox_income(0.5, PARAMS.draught) < ox_fodder(PARAMS.draught) < ox_income(1.5, PARAMS.draught)


def test_villages_without_animals_harvest_less(villages: Villages):
    bare = replace(villages, oxen=np.zeros_like(villages.oxen))
    assert yield_under(bare) < 0.9 * yield_under(villages)


def test_owners_sell_their_animals_when_they_fear_for_them(villages: Villages):
    afraid = replace(villages, fear=np.full(64, 0.6))
    calm, lost = (season_after(v, quiet()).table.prefecture().draught_animals[0] for v in (villages, afraid))
    assert lost < 0.95 * calm


def test_sharing_among_neighbours_covers_more_of_the_pressing_work():
    have, need = np.array([[2.0], [0.0], [0.0]]), np.array([[1.0], [1.0], [0.0]])
    alone, gain = labour.evened(have, need, np.zeros((2, 1)))
    together, _ = labour.evened(have, need, np.ones((2, 1)))
    assert gain[0] == pytest.approx(0.5)
    assert alone[:2, 0].tolist() == [1.0, 0.0]
    assert together[:2, 0].tolist() == [1.0, 1.0]


def test_joined_strips_help_to_twenty_households_and_a_hundred_cannot_be_managed():
    """Hou p. 101, 158."""
    at = crops.scale(np.array([1.0, 10.0, 20.0, 50.0, 100.0]), PARAMS.crops)
    assert at[0] < at[1] < at[2] > at[3] > at[4]
    assert at[4] < 1.0


def test_hill_farmers_follow_only_part_of_an_order_to_plant_cash_crops(villages: Villages):
    """Hou p. 62: grain first."""
    ordered = season_after(villages, quiet(cash_crop_share=0.2)).table.prefecture().cash_crop_share[0]
    assert 0.065 < ordered < 0.2


def test_ten_labourers_are_enough_for_the_land_that_the_documents_name():
    """Hou p. 99: 367 mou, 10 labourers."""
    days = sum(PARAMS.labour.need_days_per_mou) * 367.0
    assert days / sum(PARAMS.labour.days) == pytest.approx(10.0, abs=0.7)
