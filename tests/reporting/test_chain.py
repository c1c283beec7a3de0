"""How figures climb."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.base.chance import Chance
from game.reporting.chain import RUNGS, Climb, Rung, climb, highest_praised
from game.reporting.indicators import Indicator, Stage, prefecture_figure

from .samples import (
    COUNTIES,
    chain_rules,
    climbed,
    memory,
    mood,
    row,
    secretaries,
    true_1951,
    weights_1951,
    year_passed_on,
)


def over_true(climbed_up: Climb, line: Indicator) -> float:
    """The counties' sum over what there is, minus one."""
    weight = weights_1951()[line]
    return (
        prefecture_figure(line, climbed_up.county[line], weight) / prefecture_figure(line, true_1951()[line], weight)
        - 1
    )


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(list(Stage)), st.integers(0, 2**31), st.floats(-1, 1))
def test_what_a_rung_changed_is_the_sum_of_its_reasons_to_the_last_bit(stage, seed, line):
    up = climb(
        true_1951(), weights_1951(), secretaries(), mood(stage, line), {Indicator.YIELD: row(0.03)}, memory(),
        chain_rules(), Chance(seed, 2),
    )  # fmt: skip
    below = up.true
    for rung in RUNGS:
        for indicator in up.true:
            amounts = sum(reason.amount for reason in up.why(indicator, rung))
            assert np.array_equal(below[indicator] + amounts, up.rung(rung)[indicator])
        below = up.rung(rung)


def test_counties_report_more_grain_than_there_is_but_not_absurdly_more():
    for seed in range(5):
        assert 0.06 <= over_true(year_passed_on(seed)[Stage.RESULT], Indicator.YIELD) <= 0.15


def test_pledges_stretch_further_than_results():
    pledged, reaped = climbed(Stage.PLEDGE), climbed(Stage.RESULT)
    for line in (Indicator.YIELD, Indicator.ORGANISED, Indicator.COOP_YIELD):
        assert over_true(pledged, line) > over_true(reaped, line)


def test_teams_on_a_list_are_counted_as_teams():
    """Hou p. 36: 416 of 417 false; about half of all households were written down in 1951."""
    up = year_passed_on()[Stage.STOCK]
    assert 1.3 <= 1 + over_true(up, Indicator.ORGANISED) <= 1.8
    listed = [reason for reason in up.reasons if reason.reason == "listing"]
    assert {reason.rung for reason in listed} == {Rung.VILLAGE, Rung.DISTRICT}


def test_without_teams_on_paper_nothing_is_listed():
    up = climb(
        true_1951(), weights_1951(), secretaries(), replace(mood(Stage.STOCK), on_paper=row(0.0)), {}, memory(),
        chain_rules(), Chance(1, 1),
    )  # fmt: skip
    assert all(not reason.amount.any() for reason in up.reasons if reason.reason == "listing")


def test_animals_are_written_as_last_time():
    assert 0.03 <= over_true(year_passed_on()[Stage.STOCK], Indicator.ANIMALS) <= 0.08


def test_villages_own_to_less_grain_sold_and_counties_to_more():
    up = year_passed_on()[Stage.STOCK]
    assert (up.village[Indicator.GRAIN_SOLD] < up.true[Indicator.GRAIN_SOLD]).all()
    assert 0.10 <= over_true(up, Indicator.GRAIN_SOLD) <= 0.25


def test_the_watched_cooperatives_are_reported_a_quarter_better_than_they_are():
    wuxiang = year_passed_on()[Stage.RESULT].county[Indicator.COOP_YIELD][0] / true_1951()[Indicator.COOP_YIELD][0] - 1
    assert 0.20 <= wuxiang <= 0.30


def test_where_there_is_no_cooperative_none_is_reported():
    up = climbed(Stage.RESULT)
    none = true_1951()[Indicator.COOPERATIVES] == 0
    assert not up.county[Indicator.COOP_YIELD][none].any()
    assert np.array_equal(up.county[Indicator.COOPERATIVES], true_1951()[Indicator.COOPERATIVES])


def test_total_grain_moves_with_the_yield():
    up = climbed(Stage.RESULT)
    added = up.county[Indicator.OUTPUT] - up.true[Indicator.OUTPUT]
    by_yield = (up.county[Indicator.YIELD] - up.true[Indicator.YIELD]) * weights_1951()[Indicator.YIELD]
    assert added == pytest.approx(by_yield, abs=1_000_000)


def test_a_correction_ordered_from_above_is_a_reason_of_its_own():
    plain = climbed(Stage.ESTIMATE)
    told = climb(
        true_1951(), weights_1951(), secretaries(), mood(Stage.ESTIMATE), {Indicator.YIELD: row(0.10)}, memory(),
        chain_rules(), Chance(1, 3),
    )  # fmt: skip
    assert (told.county[Indicator.YIELD] > plain.county[Indicator.YIELD]).all()
    assert any(reason.reason == "correction" for reason in told.why(Indicator.YIELD, Rung.COUNTY))


def test_an_honest_and_careful_secretary_reports_nearer_to_the_truth():
    saint = replace(secretaries(), honesty=row(1.0), ambition=row(0.0), skill=row(1.0), fear=row(0.0))
    climber = replace(secretaries(), honesty=row(0.0), ambition=row(1.0), skill=row(1.0), fear=row(1.0))
    figures = [
        climb(true_1951(), weights_1951(), men, mood(Stage.RESULT), {}, memory(), chain_rules(), Chance(1, 3))
        for men in (saint, climber)
    ]
    assert abs(over_true(figures[0], Indicator.YIELD)) < 0.05 < over_true(figures[1], Indicator.YIELD)


def test_a_cautious_line_makes_reports_plainer():
    bold, plain = (
        climb(
            true_1951(), weights_1951(), secretaries(), mood(Stage.RESULT, line), {}, memory(), chain_rules(),
            Chance(1, 3),
        )
        for line in (0.8, -0.8)
    )  # fmt: skip
    assert over_true(plain, Indicator.YIELD) < over_true(bold, Indicator.YIELD)


def test_a_neighbours_praise_is_copied():
    """Hou p. 146-147: Licheng would not stand behind Wuxiang."""
    licheng = COUNTIES.index("licheng")
    going = {**memory().inflation, Indicator.YIELD: row(0.05, 0.40)}
    praised = replace(memory(), praised=row(0.0, 1.0), inflation=going)
    envious, calm = climbed(Stage.RESULT, kept=praised), climbed(Stage.RESULT)
    gain = envious.county[Indicator.YIELD] - calm.county[Indicator.YIELD]
    assert gain[licheng] > 5.0
    assert gain[COUNTIES.index("qinshui")] == 0.0


def test_only_praised_neighbours_set_the_going_rate():
    kept = replace(memory(), praised=row(0.0, 1.0), inflation={Indicator.YIELD: row(0.5, 0.2)})
    near = ((), (0,), (2, 3), *((),) * (len(COUNTIES) - 3))
    rate = highest_praised(kept, Indicator.YIELD, near)
    assert rate[:3].tolist() == [0.0, 0.2, 0.0]


def test_no_share_is_reported_above_one():
    everyone = {**true_1951(), Indicator.ORGANISED: row(0.97)}
    up = climb(
        everyone, weights_1951(), secretaries(), mood(Stage.PLEDGE), {}, memory(everyone), chain_rules(), Chance(1, 0)
    )
    assert (up.county[Indicator.ORGANISED] <= 1.0).all()


def test_the_same_seed_gives_the_same_report():
    first, again = climbed(Stage.RESULT, seed=7), climbed(Stage.RESULT, seed=7)
    assert all(np.array_equal(first.county[line], again.county[line]) for line in first.county)
