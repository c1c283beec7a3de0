from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.base.seasons import Season
from game.economy.start import Prefecture, found_villages
from game.economy.villages import FIELDS, ROWS, STRATA, Villages
from tests.economy.samples import SPRING, EvenChance, founded, quiet, season_after, year_after

SPRING_1951 = Season.parse(SPRING)
EVEN = EvenChance(1, 0)
STRATUM_ROWS = tuple(name for name, rows in ROWS.items() if rows == len(STRATA))


def test_the_same_seed_founds_the_same_villages(prefecture: Prefecture, params):
    again = found_villages(prefecture, 40, SPRING_1951, 3, params)
    assert again.digest() == founded(40, SPRING_1951, 3).digest()
    assert again.digest() != founded(40, SPRING_1951, 2).digest()


@pytest.mark.parametrize("count", [16, 17, 23, 100, 331])
def test_every_county_has_a_village_whatever_the_count(count: int):
    villages = founded(count, SPRING_1951, 0)
    assert villages.count == count
    assert set(villages.county) == set(range(16))


def test_fewer_villages_than_counties_are_refused(prefecture: Prefecture, params):
    with pytest.raises(ValueError, match="at least one"):
        found_villages(prefecture, 15, SPRING_1951, 0, params)


def test_counts_scale_and_the_size_of_a_village_does_not():
    few, many = founded(100, SPRING_1951, 0), founded(1000, SPRING_1951, 0)
    a_village = [v.households.sum() / v.count for v in (few, many)]
    assert a_village[0] == pytest.approx(a_village[1], rel=0.08)


def test_the_whole_prefecture_is_as_large_as_the_documents_need():
    """About 2.3 million people, 560,000 households, 8.5 million mou; reckoned from a tenth of it."""
    tenth = founded(600, SPRING_1951, 0)
    assert tenth.people.sum() * 10 == pytest.approx(2.3e6, rel=0.04)
    assert tenth.households.sum() * 10 == pytest.approx(560_000, rel=0.04)
    assert tenth.land_mou.sum() * 10 == pytest.approx(8.5e6, rel=0.05)


def test_a_season_is_the_same_however_the_villages_are_ordered(villages: Villages):
    mixed = np.random.default_rng(1).permutation(villages.count)
    orders = quiet(reserve_jin=1e6, team_pressure=0.7)
    straight = season_after(villages, orders, chance=EVEN)
    shuffled = season_after(villages.only(mixed), orders, chance=EVEN)
    assert shuffled.villages.digest() == straight.villages.only(mixed).digest()
    for name in ("population", "stocks", "trust", "draught_animals", "share_mutual_aid"):
        assert np.array_equal(getattr(shuffled.table, name), getattr(straight.table, name)), name


def test_a_village_lives_the_same_season_whoever_else_is_there(villages: Villages):
    """What is not shared out between villages does not depend on them; nobody is so short as to beg in another."""
    villages = replace(villages, grain_jin=np.floor(villages.people * 200.0))
    orders = quiet(new_ploughs=0.0, relief=0.0)
    chosen = np.arange(0, villages.count, 3)
    together = season_after(villages, orders, chance=EVEN).villages.only(chosen)
    apart = season_after(villages.only(chosen), orders, chance=EVEN).villages
    assert apart.digest() == together.digest()


def test_the_order_of_strata_does_not_matter(villages: Villages):
    """Stages read what households have, never which row they stand in; rounding may move a jin between rows."""
    turned = replace(villages, **{name: getattr(villages, name)[::-1] for name in STRATUM_ROWS})
    both = ("stand", "ox_condition")
    turned = replace(turned, **{
        name: np.concatenate([getattr(villages, name)[:-1][::-1], getattr(villages, name)[-1:]]) for name in both
    })
    for season in ("1951-spring", "1951-autumn"):
        straight = season_after(villages, quiet(), season, EVEN).table.prefecture()
        other = season_after(turned, quiet(), season, EVEN).table.prefecture()
        for name in ("stocks", "population", "draught_animals", "grain_output_true", "share_mutual_aid", "effort"):
            assert getattr(other, name)[0] == pytest.approx(getattr(straight, name)[0], rel=1e-5), name


def test_a_village_that_nobody_touches_does_not_starve_in_a_normal_year(villages: Villages):
    settled = list(year_after(villages, quiet()))[-1].villages
    for result in year_after(settled, quiet(), first="1952-spring", seasons=8):
        assert result.table.excess_deaths.sum() == 0.0
        assert result.table.fled.sum() == 0.0


def test_hunger_kills_and_keeps_births_away(villages: Villages):
    empty = replace(villages, grain_jin=villages.grain_jin * 0.0, hidden_jin=villages.hidden_jin * 0.0,
                    cash_yuan=villages.cash_yuan * 0.0)
    fed, starved = (season_after(v, quiet(sideline_work=0.0)).table.prefecture() for v in (villages, empty))
    assert starved.excess_deaths[0] > 0.0 == fed.excess_deaths[0]
    assert starved.births[0] < fed.births[0]
    assert starved.fled[0] > 0.0


def test_excess_deaths_are_a_part_of_deaths(villages: Villages):
    for result in year_after(replace(villages, grain_jin=np.floor(villages.grain_jin * 0.3)), quiet()):
        assert (result.table.excess_deaths <= result.table.deaths).all()


def test_animals_are_neither_made_nor_lost_without_a_cause(villages: Villages):
    orders = quiet(found_cooperatives=1.0, pool_livestock=2.0, animals_given=2.0)
    result = season_after(villages, orders)
    before = villages.oxen.sum() + villages.pooled_oxen.sum()
    after = result.villages.oxen.sum() + result.villages.pooled_oxen.sum()
    assert after - before == sum(result.causes.prefecture["animals"].values())
    assert result.causes.prefecture["animals"]["prizes"] == 32.0


def test_every_array_has_the_shape_that_villages_says(villages: Villages):
    after = season_after(villages, quiet()).villages
    for name in FIELDS:
        assert getattr(after, name).shape == ((ROWS[name], 64) if name in ROWS else (64,)), name
