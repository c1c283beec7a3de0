from __future__ import annotations

import inspect
from dataclasses import fields, replace

import numpy as np

from game.economy import levy
from game.economy.orders import Orders
from game.economy.villages import Villages
from tests.economy.samples import quiet, season_after, year_after


def test_tax_does_not_depend_on_anything_filed():
    """Hou p. 105: however high a yield was claimed, nobody paid more than the fixed amount a mou."""
    filed = ("filed", "reported", "report")
    assert not any(word in field.name for field in fields(Orders) for word in filed)
    assert not any(word in field.name for field in fields(Villages) for word in filed)
    assert "harvest_jin" not in inspect.getsource(levy)


def test_tax_does_not_depend_on_the_harvest(villages: Villages):
    good = list(year_after(villages, replace(quiet(), weather_normal=False), seasons=3))[-1]
    bad = list(year_after(villages, replace(quiet(weather_by_county=0.95), weather_normal=False), seasons=3))[-1]
    assert good.table.prefecture().grain_output_true > bad.table.prefecture().grain_output_true
    assert good.account.of("tax", villages.soil).sum() == bad.account.of("tax", villages.soil).sum()


def test_tax_is_the_rate_times_registered_land(villages: Villages):
    year = [result.table.prefecture().tax[0] for result in year_after(villages, quiet(tax_jin_per_mou=20.0))]
    registered = villages.land_mou.sum()
    assert year[0] == year[3] == 0.0
    assert 0.999 < (year[1] + year[2]) / (registered * 20.0) <= 1.0


def test_hidden_land_pays_no_tax(villages: Villages):
    autumn = list(year_after(villages, quiet(), seasons=2))[-1].villages
    hiding = replace(autumn, hidden_mou=autumn.hidden_mou * 3.0)
    paid = [season_after(v, quiet(), "1951-autumn").account.of("tax", v.soil) for v in (autumn, hiding)]
    assert np.array_equal(*paid)


def test_a_household_without_grain_pays_what_it_has(villages: Villages):
    autumn = list(year_after(villages, quiet(), seasons=2))[-1].villages
    crushed = season_after(autumn, quiet(tax_jin_per_mou=1000.0), "1951-autumn")
    assert (crushed.villages.grain_jin >= 0.0).all()
