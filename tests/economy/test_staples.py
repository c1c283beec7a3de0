"""Wheat, millet and maize: each its own seed, harvest, price; and the sowing that follows the table and the market."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.base.seasons import Quarter
from game.economy.params import Params
from game.economy.staples import spring_seed, wheat_seed, worth, years_to_last
from game.economy.villages import MAIZE, WHEAT, Villages
from tests.economy.samples import quiet, season_after, year_after

PARAMS = Params()
STAPLES, FEED = PARAMS.staples, PARAMS.grain.seasons_to_feed


def under(villages: Villages, wheat: float, millet: float, maize: float) -> Villages:
    """The villages with their grain land divided like this."""
    rows = np.array([wheat, millet, maize])[:, np.newaxis] + np.zeros(villages.count)
    return replace(villages, staple_share=rows)


def test_what_is_reaped_by_staple_is_all_that_is_reaped(villages: Villages):
    year = list(year_after(villages, quiet()))
    for result in year:
        table = result.table
        assert (table.grain_wheat + table.grain_millet + table.grain_maize == table.grain_output_true).all()
    assert year[1].table.grain_wheat.all() and not year[1].table.grain_millet.any()
    assert year[2].table.grain_maize.all() and not year[2].table.grain_wheat.any()


def test_land_is_always_under_one_of_the_three(villages: Villages):
    for result in year_after(villages, quiet(grain_trade=0.0), seasons=8):
        assert np.allclose(result.villages.staple_share.sum(axis=0), 1.0, rtol=0.0, atol=1e-12)
        assert (result.villages.staple_share >= 0.0).all()


def test_a_village_of_maize_reaps_more_grain_and_of_wheat_less(villages: Villages):
    def a_mou(wheat: float, millet: float, maize: float) -> float:
        planted = replace(under(villages, wheat, millet, maize), nourished=np.ones_like(villages.nourished))
        frozen = replace(PARAMS, staples=replace(STAPLES, speed=0.0))
        return float(list(year_after(planted, quiet(), params=frozen))[2].table.yield_true.mean())

    assert a_mou(0.1, 0.2, 0.7) > a_mou(0.1, 0.8, 0.1) > a_mou(0.5, 0.4, 0.1)


def test_seed_is_taken_by_what_is_sown(villages: Villages):
    millet, maize = under(villages, 0.2, 0.7, 0.1), under(villages, 0.2, 0.1, 0.7)
    assert (spring_seed(maize, STAPLES) > spring_seed(millet, STAPLES)).all()
    assert (wheat_seed(maize, STAPLES) == 0.2 * STAPLES.seed_jin_per_mou[WHEAT]).all()


def test_wheat_is_dear_and_coarse_grain_cheap(villages: Villages):
    assert (worth(under(villages, 0.6, 0.4, 0.0), STAPLES) > 1.0).all()
    assert (worth(under(villages, 0.0, 0.4, 0.6), STAPLES) < 1.0).all()
    assert (worth(under(villages, 0.0, 1.0, 0.0), STAPLES) == 1.0).all()


def test_where_little_wheat_comes_the_stores_of_spring_must_last_longer(villages: Villages):
    little, much = under(villages, 0.05, 0.6, 0.35), under(villages, 0.35, 0.4, 0.25)
    spring = [years_to_last(v, Quarter.SPRING, FEED, STAPLES) for v in (little, much)]
    summer = [years_to_last(v, Quarter.SUMMER, FEED, STAPLES) for v in (little, much)]
    assert (spring[0] > spring[1]).all() and (summer[0] == summer[1]).all()


def test_hungry_villages_turn_to_maize_and_go_back_when_fed(villages: Villages):
    hungry = replace(villages, nourished=villages.nourished * 0.6)
    turned = season_after(hungry, quiet()).villages.staple_share[MAIZE]
    assert (turned > season_after(villages, quiet()).villages.staple_share[MAIZE]).all()


def test_less_wheat_is_sown_where_none_may_be_sold(villages: Villages):
    open_, closed = (season_after(villages, quiet(grain_trade=trade), "1951-autumn").villages for trade in (2.0, 0.0))
    assert (closed.staple_share[WHEAT] < open_.staple_share[WHEAT]).all()
