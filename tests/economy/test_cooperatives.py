from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.base.chance import Chance
from game.base.seasons import Season
from game.economy.allot import allot
from game.economy.cooperatives import bargained_fund, bargained_land, found, paid_to_members, share_out
from game.economy.params import Params
from game.economy.turn import Turn
from game.economy.villages import Villages
from tests.economy.samples import SPRING, founded, prefecture_of_the_rules, quiet, season_after, trial_year

PARAMS = Params()


def founded_turn(villages: Villages, **changes: float) -> Turn:
    """A spring in which each county has just founded a cooperative."""
    season, orders = Season.parse(SPRING), quiet(found_cooperatives=1.0, **changes)
    allotted = allot(villages, season, orders, PARAMS, Chance(1, season.index))
    return found(Turn(season, orders, prefecture_of_the_rules(), PARAMS, allotted, villages, villages))


def test_each_county_founds_what_it_was_told_in_its_best_villages():
    """Hou p. 92: good soil, near the offices."""
    villages = founded(320, Season.parse(SPRING), 1)
    chosen = founded_turn(villages).villages.cooperatives > 0
    assert np.bincount(villages.county[chosen], minlength=16).tolist() == [1] * 16
    assert villages.soil[chosen].mean() > villages.soil.mean() + 0.05
    assert villages.near_seat[chosen].mean() > villages.near_seat.mean() + 0.1


def test_members_come_for_the_four_reasons_of_the_first_year(villages: Villages):
    """Hou p. 97-98: 45 from ambition, 15 not to lag, 13 by ties, 14 by sums, of 87."""
    members = founded_turn(villages).villages.joined_for.sum(axis=1)
    assert members / members.sum() == pytest.approx(np.array([45.0, 15.0, 13.0, 14.0]) / 87.0, abs=0.03)


def test_only_households_labelled_middle_peasants_come_in(villages: Villages):
    """Hou p. 96."""
    poor = replace(villages, middle_share=np.zeros_like(villages.middle_share))
    assert founded_turn(poor).villages.coop_households.sum() == 0.0
    assert founded_turn(poor).villages.cooperatives.sum() == 0.0


def test_about_twenty_households_pool_four_fifths_of_their_land(villages: Villages):
    """Hou p. 94, 96: some twenty households, 77.9 % of the land."""
    after = founded_turn(villages).villages
    assert (after.coop_households.sum(axis=0)[after.cooperatives > 0] == 20.0).all()
    a_household = after.land_mou / after.households
    pooled = after.coop_land_mou.sum() / (after.coop_households * a_household).sum()
    assert pooled == pytest.approx(0.78, abs=0.001)


def test_families_with_many_hands_on_little_land_join_more_often(villages: Villages):
    after = founded_turn(villages).villages
    joined = after.coop_households.sum(axis=1) / (after.households * after.middle_share).sum(axis=1)
    assert joined[0] > joined[4]


@given(output=st.integers(0, 200_000), against=st.floats(0.0, 3.0), bargain=st.booleans(), repaid=st.booleans(),
       fund=st.floats(0.0, 0.3), land=st.floats(0.0, 0.6))
def test_a_distribution_adds_up_to_the_output(output, against, bargain, repaid, fund, land):
    turn = founded_turn(
        _few(), members_bargain=bargain, inputs_repaid=repaid, community_fund_rate=fund, land_share=land
    )
    count = turn.villages.count
    shared = share_out(turn, np.full(count, float(output)), np.full(count, against))
    parts = [shared.inputs_jin, shared.fund_jin, shared.land_jin, shared.labour_jin]
    assert all((part >= 0.0).all() for part in parts)
    assert (sum(parts) == output).all()


def test_members_receive_all_that_is_not_put_into_the_fund():
    turn = founded_turn(_few())
    output = np.where(turn.villages.cooperatives > 0, 40_001.0, 0.0)
    shared = share_out(turn, output, np.ones_like(output))
    assert (paid_to_members(turn, shared).sum(axis=0) == output - shared.fund_jin).all()


def test_bargained_shares_keep_to_the_documented_ranges():
    """Hou p. 100 and note 17: fund 2-15 %, land 37-42 %, labour 48-56 %."""
    fund = bargained_fund(np.array([0.8, 1.0, 1.25, 1.5, 3.0]), PARAMS.coops)
    land = bargained_land(fund, PARAMS.coops)
    assert fund == pytest.approx([0.02, 0.02, 0.05, 0.125, 0.15])
    assert land.min() >= 0.37 - 1e-9 and land.max() <= 0.42 + 1e-9
    labour = 1.0 - fund - land
    assert labour.min() >= 0.48 - 1e-9 and labour.max() <= 0.56 + 1e-9


def test_the_standing_formula_leaves_land_a_quarter_before_tax(villages: Villages):
    """Hou p. 94: a fund of 20 %, then 30 % to land: 24 % of the output."""
    autumn = trial_year(villages, members_bargain=0.0)[2].table.prefecture()
    assert autumn.coop_fund_rate_paid[0] == pytest.approx(0.20, abs=0.001)
    assert autumn.coop_land_share_paid[0] == pytest.approx(0.24, abs=0.001)


def test_cooperatives_plant_twice_the_cash_crops_and_most_of_their_hands_are_spare(villages: Villages):
    """Hou p. 99: an eighth of the sown area; 18 of 28 labourers with no field work."""
    spring = trial_year(villages)[0].table.prefecture()
    assert spring.coop_cash_crop_share[0] == pytest.approx(0.125, abs=0.001)
    assert 0.5 < spring.coop_surplus_labour_share[0] < 0.8


def test_chosen_cooperatives_on_good_soil_harvest_more_than_the_rest(villages: Villages):
    autumn = trial_year(villages)[2].table.prefecture()
    assert autumn.coop_yield_jin_per_mou[0] > 1.1 * autumn.yield_true[0]


def test_a_tenth_of_the_loans_is_paid_back_in_the_first_year(villages: Villages):
    """Hou p. 101, 108."""
    year = trial_year(villages)
    lent = year[0].table.prefecture().coop_loans_outstanding[0]
    owed = year[2].table.prefecture().coop_loans_outstanding[0]
    interest = 1.0 + PARAMS.credit.interest_per_year
    assert 1.0 - owed / (lent * interest) == pytest.approx(0.10, abs=0.03)


def test_neighbours_of_a_trial_are_afraid(villages: Villages):
    """Hou p. 98."""
    calm = season_after(villages, quiet()).villages.fear
    watched = season_after(villages, quiet(found_cooperatives=1.0)).villages
    assert (watched.fear[watched.cooperatives > 0] > calm[watched.cooperatives > 0] + 0.04).all()
    assert (watched.fear[watched.cooperatives == 0] >= calm[watched.cooperatives == 0]).all()


def test_members_who_may_leave_take_their_land_and_their_part_of_the_fund(villages: Villages):
    year = trial_year(villages)
    last = season_after(year[2].villages, quiet(coop_exit_share=1.0), "1951-winter")
    assert last.villages.coop_households.sum() == last.villages.coop_land_mou.sum() == 0.0
    assert last.villages.fund_jin.sum() == last.villages.cooperatives.sum() == 0.0


def test_nobody_leaves_where_leaving_is_not_allowed(villages: Villages):
    year = trial_year(villages)
    held = season_after(year[2].villages, quiet(coop_exit_share=1.0, exit_allowed=0.0), "1951-winter")
    assert (held.villages.coop_households == year[2].villages.coop_households).all()
    assert held.causes.prefecture["trust"]["held-members"] < 0.0


def test_land_stays_in_common_when_leavers_are_not_given_it_back(villages: Villages):
    """Hou p. 98-99: persons out, their land kept for the year."""
    spring = trial_year(villages)[0].villages
    for rule, when_back in ((0.0, "never"), (1.0, "autumn"), (2.0, "summer")):
        summer = season_after(spring, quiet(coop_exit_share=0.5, leavers_land=rule), "1951-summer").villages
        autumn = season_after(summer, quiet(leavers_land=rule), "1951-autumn").villages
        common = [round(v.coop_land_mou.sum() / spring.coop_land_mou.sum(), 1) for v in (summer, autumn)]
        assert common == {"never": [1.0, 1.0], "autumn": [1.0, 0.5], "summer": [0.5, 0.5]}[when_back]


def test_animals_taken_below_their_price_cost_trust(villages: Villages):
    year = season_after(villages, quiet(found_cooperatives=1.0, pool_livestock=2.0, livestock_compensation=0.2))
    assert year.table.prefecture().draught_animals_pooled[0] > 0.0
    assert year.causes.prefecture["trust"]["seized-animals"] < 0.0


def _few() -> Villages:
    return founded(16, Season.parse(SPRING), 1)
