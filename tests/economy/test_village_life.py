"""Old gods, towns, nurseries, shops, debts struck off, and forms that fall back."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.economy.villages import COMMUNE, HIGHER, LOWER, Villages
from tests.economy.samples import quiet, season_after, year_after
from tests.economy.test_between import communes


def afraid(villages: Villages, fear: float = 0.5) -> Villages:
    return replace(villages, fear=villages.fear * 0.0 + fear)


def test_people_turn_to_old_gods_where_fear_is_high_and_not_before(villages: Villages):
    assert not season_after(villages, quiet()).villages.sects.any()
    assert season_after(afraid(villages), quiet()).villages.sects.all()


def test_campaigns_keep_worship_out_of_sight(villages: Villages):
    loud, quiet_ = (
        season_after(afraid(villages), quiet(campaign_force=force)).table.sects_share.mean() for force in (1.0, 0.0)
    )
    assert loud < quiet_


def test_days_of_prayer_are_missing_in_the_fields(villages: Villages):
    praying = replace(villages, sects=villages.sects + 1.0)
    shares = [season_after(v, quiet()).table for v in (praying, villages)]
    assert shares[0].trust.mean() < shares[1].trust.mean()
    grown = [list(year_after(v, quiet()))[2].table.yield_true.mean() for v in (praying, villages)]
    assert grown[0] < grown[1]


def test_men_go_to_town_where_land_is_worth_nothing_unless_they_are_held(villages: Villages):
    worthless = replace(afraid(villages), land_price_jin_per_mou=villages.soil * 0.0)
    dear, cheap, held = (
        season_after(v, quiet(movement_control=control)).table.men_in_towns.sum()
        for v, control in ((villages, 0.0), (worthless, 0.0), (worthless, 1.0))
    )
    assert dear < held < cheap


def test_men_in_town_send_money_home_and_are_missed_in_the_fields(villages: Villages):
    gone = replace(villages, in_town=villages.in_town + 0.3)
    there, away = (season_after(v, quiet()) for v in (villages, gone))
    assert away.villages.cash_yuan.sum() > there.villages.cash_yuan.sum()
    grown = [list(year_after(v, quiet()))[2].table.yield_true.mean() for v in (gone, villages)]
    assert grown[0] < grown[1]


def test_kitchens_and_nurseries_bring_women_to_the_common_field(villages: Villages):
    before = communes(villages)
    hands = [
        season_after(before, quiet(canteens=canteens, women_in_fields=0.5)).table.coop_surplus_labour_share.mean()
        for canteens in (1.0, 0.0)
    ]
    assert hands[0] > hands[1]


def test_members_of_a_trade_cooperative_need_less_money(villages: Villages):
    poor = replace(villages, cash_yuan=villages.cash_yuan * 0.0)
    sold = [
        season_after(replace(poor, supply_share=poor.soil * 0.0 + share), quiet(supply_coops=share))
        .table.grain_marketed.sum()
        for share in (1.0, 0.0)
    ]
    assert sold[0] < sold[1]


def test_membership_of_trade_cooperatives_goes_where_it_is_asked(villages: Villages):
    years = list(year_after(villages, quiet(supply_coops=0.9), seasons=24))
    shares = [float(result.table.prefecture().supply_coop_share[0]) for result in years]
    assert shares == sorted(shares) and 0.7 < shares[-1] <= 0.9


def test_trade_cooperatives_keep_up_some_side_work_where_the_market_is_closed(villages: Villages):
    earned = [
        season_after(replace(villages, supply_share=villages.soil * 0.0 + share), quiet(grain_trade=0.0))
        .villages.cash_yuan.sum()
        for share in (1.0, 0.0)
    ]
    assert earned[0] > earned[1]


def test_debts_are_struck_off_the_more_the_more_is_owed(villages: Villages):
    owing = replace(communes(villages), form=villages.form * LOWER)
    deep = np.where(np.arange(villages.count) % 2 == 0, 4e7, 4e6)
    owing = replace(owing, coop_debt_yuan=deep, coop_harvest_jin=villages.soil * 0.0 + 20_000.0)
    kept, let_off = (
        season_after(owing, quiet(debt_relief=part), "1951-autumn").villages.coop_debt_yuan for part in (0.0, 0.5)
    )
    gone = 1.0 - let_off / kept
    assert (gone > 0.0).all() and gone[::2].mean() > gone[1::2].mean()


def unfit(villages: Villages) -> Villages:
    """Cooperatives that nobody joined from ambition, so large that nobody sees his own part."""
    none = villages.homes * 0.0
    members = np.floor(villages.households * 0.6)
    count = members.sum(axis=0)
    return replace(
        villages, cooperatives=none + 1.0, coop_households=members, joined_for=np.stack([none, none, none, count]),
        coop_land_mou=villages.land_mou * members / villages.households,
        team_real=villages.team_real * 0.2, team_nominal=villages.team_nominal * 0.0, pooled_oxen=none + 3.0,
    )


def test_unfit_cooperatives_can_be_dissolved_and_give_back_what_they_hold(villages: Villages):
    before = unfit(villages)
    asked = quiet(community_fund_rate=0.3, members_bargain=0.0, pay_by_work=0.0, dissolve_unfit=1.0, exit_allowed=0.0)
    left = season_after(before, replace(asked, dissolve_unfit=asked.dissolve_unfit * 0.0))
    assert left.table.cooperatives.sum() == 64
    after = season_after(before, asked).villages
    assert not after.cooperatives.any() and not after.coop_households.any()
    assert not after.coop_land_mou.any() and not after.pooled_oxen.any()


def test_a_fit_cooperative_is_left_alone(villages: Villages):
    eager = unfit(villages)
    eager = replace(eager, joined_for=eager.joined_for[::-1])
    assert season_after(eager, quiet(dissolve_unfit=1.0)).table.cooperatives.sum() > 0.9 * 64


def test_forms_fall_back_only_where_they_may(villages: Villages):
    before = communes(villages)
    for may, asked, form in ((0.0, 0.0, COMMUNE), (1.0, 1.0, HIGHER), (1.0, 0.0, LOWER)):
        orders = quiet(forms_may_fall=may, higher_coop_target=asked, exit_allowed=0.0)
        after = season_after(before, orders).villages
        assert (after.form == form).all(), (may, asked)
    assert season_after(before, quiet(exit_allowed=0.0)).table.share_commune.min() > 0.95
