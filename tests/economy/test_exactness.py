"""The core gives the same bits on every machine: by what it may not use, and by what comes out."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from game.base.chance import Chance
from game.base.exact import Groups, by_county, drawn_whole, fill_up, ratio, split_whole, total
from game.base.seasons import Season
from game.economy.account import IN, OUT
from game.economy.measures import COLUMNS
from game.economy.params import Params
from game.economy.season import SeasonResult, advance, look_ahead
from game.economy.villages import FIELDS
from tests.economy.samples import founded, prefecture_of_the_rules, quiet

ROOT = Path(__file__).parents[2]
ECONOMY = ROOT / "game" / "economy"
FORBIDDEN = {"exp", "log", "log2", "log10", "power", "float_power", "tanh", "sinh", "cosh", "sin", "cos", "tan",
             "dot", "matmul", "einsum", "inner", "mean", "average", "std", "var", "random", "cbrt", "expm1", "log1p"}
SUMS = {"sum", "nansum", "prod"}
SORTS = {"sort", "argsort"}


def complaints(path: Path) -> list[str]:
    """Every use of an operation whose last bit differs between machines."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        where = f"{path.name}:{getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Pow | ast.MatMult):
            found.append(f"{where}: a power or matrix product")
        if isinstance(node, ast.Attribute) and node.attr in FORBIDDEN:
            found.append(f"{where}: .{node.attr}")
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            given = {keyword.arg for keyword in node.keywords}
            if node.func.attr in SUMS and "axis" not in given:
                found.append(f"{where}: .{node.func.attr} without an axis")
            if node.func.attr in SORTS and "kind" not in given:
                found.append(f"{where}: an unstable {node.func.attr}")
    return found


@pytest.mark.parametrize("path", sorted(ECONOMY.glob("*.py")), ids=lambda path: path.name)
def test_the_core_uses_exact_operations_only(path: Path):
    assert complaints(path) == []


def test_the_check_finds_what_it_is_meant_to_find(tmp_path: Path):
    bad = tmp_path / "bad.py"
    bad.write_text("import numpy as np\nx = np.exp(y) ** 2 + y.mean() + np.argsort(y)[0] + y.sum() + y @ y\n")
    assert len(complaints(bad)) == 6


HASHES = ROOT / "tests" / "campaign" / "hashes.py"


def campaigns(**environment: str) -> str:
    """The hashes of whole campaigns from 1949 to 1961, played in a process of its own."""
    run = subprocess.run(
        [sys.executable, str(HASHES), "16"], capture_output=True, text=True, check=True,
        env={**os.environ, **environment},
    )
    return run.stdout


def plain_processor() -> str:
    """Everything that this numpy would use if the processor has it, for NPY_DISABLE_CPU_FEATURES."""
    try:
        from numpy._core._multiarray_umath import __cpu_dispatch__
    except ImportError:  # before numpy 2
        from numpy.core._multiarray_umath import __cpu_dispatch__
    return " ".join(__cpu_dispatch__)


def test_all_years_come_out_the_same_whatever_the_hash_seed_and_the_processor_can_do():
    """Every stage of every form of farming is in them: teams, cooperatives, purchase, communes, canteens, hunger."""
    with ThreadPoolExecutor(2) as both:
        usual = both.submit(campaigns, PYTHONHASHSEED="0")
        plain = both.submit(campaigns, PYTHONHASHSEED="4711", NPY_DISABLE_CPU_FEATURES=plain_processor())
    assert usual.result() == plain.result()
    assert usual.result().count("\n") == 2 * 49


def everything(result: SeasonResult, count: int) -> dict[str, object]:
    """A season to the last bit, signs of zero included."""
    table, causes = result.table, result.causes
    return {
        **{name: getattr(result.villages, name).tobytes() for name in FIELDS},
        **{f"{name} by county": getattr(table, name).tobytes() for name in COLUMNS},
        **{f"{name} in all": getattr(table.prefecture(), name).tobytes() for name in COLUMNS},
        "causes": {what: list(by.items()) for what, by in causes.prefecture.items()},
        "causes by county": {
            (what, cause): amounts.tobytes()
            for what, by in causes.by_indicator.items() for cause, amounts in by.items()
        },
        **{f"{cause} flow": result.account.of(cause, np.zeros(count)).tobytes() for cause in (*IN, *OUT)},
    }


BUSY = quiet(
    found_cooperatives=1.0, coop_target=0.4, higher_coop_target=0.3, commune_target=0.2, canteens=1.0,
    procurement_rate=0.6, grain_searches=0.5, labour_drafted=0.2, waterworks_share=0.5, deep_ploughing=1.0,
    close_planting=1.0, pool_livestock=2.0, coop_exit_share=0.05, reserve_jin=1e5, relief_jin=500.0,
    team_pressure=0.6, campaign_force=0.9, animals_given=2.0, grain_trade=1.0, exit_allowed=0.0,
)
"""Nearly everything at once, but by shares, so that some villages have it and others have not."""


@pytest.mark.parametrize("slice_size", [1, 7, 64])
def test_slices_of_any_size_live_through_the_same_seasons(slice_size: int):
    villages = founded(100, Season.parse("1951-spring"), 5)
    season = Season.parse("1951-spring")
    settled = quiet(coop_target=0.3, coop_exit_share=0.004)
    for asked in (quiet(found_cooperatives=1.0), BUSY, BUSY, BUSY, *(settled,) * 6):
        orders = replace(asked, weather_normal=False, tax_by_norm=season.year > 1951, survey=season.year == 1951)
        given = (villages, season, orders, prefecture_of_the_rules(), Params(), Chance(5, season.index))
        whole, sliced = advance(*given), advance(*given, slice_size=slice_size)
        assert everything(sliced, 100) == everything(whole, 100)
        ahead = look_ahead(*given), look_ahead(*given, slice_size=slice_size)
        assert ahead[0].table.digest() == ahead[1].table.digest()
        assert everything(advance(*given, ahead=ahead[0]), 100) == everything(whole, 100)
        villages, season = whole.villages, season.next


@pytest.mark.parametrize("season", ["1951-autumn", "1952-winter"])
@pytest.mark.parametrize("changed", [
    {}, {"claimed_over_true": 1.7}, {"relief": 0.1}, {"grain_trade": 0.0}, {"exit_allowed": 0.0}, {"trust_shift": 0.2},
    {"survey": True, "claimed_over_true": 1.7}, {"procurement_rate": 0.5}, {"tax_by_norm": True},
])  # fmt: skip
def test_a_season_that_was_looked_into_goes_on_as_if_nobody_had(season: str, changed: dict[str, float]):
    """Whatever is ordered otherwise in the meantime, and whoever filed what."""
    when, villages = Season.parse(season), founded(60, Season.parse("1951-autumn"), 2)
    first = replace(BUSY, weather_normal=False)
    then = replace(first, **{
        name: value if isinstance(value, bool) else np.full(len(first.relief), value) for name, value in changed.items()
    })
    rest = (prefecture_of_the_rules(), Params(), Chance(5, when.index))
    ahead = look_ahead(villages, when, first, *rest)
    fresh = everything(advance(villages, when, then, *rest), 60)
    assert everything(advance(villages, when, then, *rest, ahead=ahead), 60) == fresh
    assert everything(advance(villages, when, then, *rest, ahead=ahead), 60) == fresh


def test_what_was_looked_into_is_of_no_use_to_another_chance_or_other_villages():
    when, villages = Season.parse("1951-autumn"), founded(60, Season.parse("1951-autumn"), 2)
    orders, rest = replace(BUSY, weather_normal=False), (prefecture_of_the_rules(), Params())
    ahead = look_ahead(villages, when, orders, *rest, Chance(5, when.index))
    for others, chance in ((villages, Chance(6, when.index)), (replace(villages), Chance(5, when.index))):
        assert not ahead.leads_to(others, orders, *rest, chance)
    assert ahead.leads_to(villages, orders, *rest, Chance(5, when.index))


def test_sums_by_county_are_the_same_in_any_order():
    draw = np.random.default_rng(2)
    values, county = draw.random(500) * 1e6, draw.integers(0, 16, 500)
    mixed = draw.permutation(500)
    assert np.array_equal(by_county(values, county, 16), by_county(values[mixed], county[mixed], 16))
    for order in (np.argsort(county, kind="stable"), mixed):
        sums = Groups.of(county[order], 16).sums(values[order])
        assert np.array_equal(sums, by_county(values, county, 16))
    assert total(values) == total(values[mixed])


def test_counties_without_villages_add_up_to_nothing():
    groups = Groups.of(np.array([2, 2, 5]), 7)
    assert groups.sums(np.array([1.0, 2.0, 4.0])).tolist() == [0.0, 0.0, 3.0, 0.0, 0.0, 4.0, 0.0]


def test_whole_amounts_are_shared_out_without_a_remainder():
    draw = np.random.default_rng(3)
    amount, weights = np.rint(draw.random(200) * 1000.0), draw.random((5, 200)) * (draw.random((5, 200)) > 0.4)
    parts = split_whole(amount, weights)
    assert (parts >= 0.0).all()
    assert (parts.sum(axis=0) == amount).all()
    assert (parts[:, weights.sum(axis=0) > 0][weights[:, weights.sum(axis=0) > 0] == 0.0] == 0.0).all()


def test_drawn_wholes_stay_within_one_of_what_is_expected():
    draw = np.random.default_rng(4)
    expected = draw.random((5, 300)) * 2.0
    drawn = drawn_whole(expected, draw.random(300))
    assert (drawn == np.rint(drawn)).all() and (drawn >= 0.0).all()
    assert (np.abs(drawn.sum(axis=0) - expected.sum(axis=0)) <= 1.0).all()
    assert (drawn_whole(np.zeros((5, 3)), np.full(3, 0.999)) == 0.0).all()


def test_rows_fill_up_one_after_the_other():
    assert fill_up(np.array([5.0]), np.array([[2.0], [0.0], [4.0]])).tolist() == [[2.0], [0.0], [3.0]]


def test_a_ratio_with_nothing_to_divide_by_is_what_one_says():
    assert ratio(np.array([1.0, 0.0]), np.array([2.0, 0.0]), 7.0).tolist() == [0.5, 7.0]
