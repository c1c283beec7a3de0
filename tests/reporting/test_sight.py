"""What is known, and how surely."""

from __future__ import annotations

import numpy as np
import pytest

from game.base.seasons import Quarter, Season
from game.reporting.indicators import Indicator, prefecture_figure
from game.reporting.sight import (
    Sight,
    bands,
    fade,
    held_share,
    in_order,
    inspect,
    prefecture_band,
    start_sight,
)

from .samples import COUNTIES, reporting_rules, row, true_1951, weights_1951

AUTUMN = Season(1951, Quarter.AUTUMN)
WINTER = Season(1951, Quarter.WINTER)
RULES = reporting_rules().sight
LINE = Indicator.YIELD


def blind(difficulty: str = "standard") -> Sight:
    return start_sight(RULES, difficulty, len(COUNTIES))


def width(sight: Sight, county: int = 0) -> float:
    known = bands(true_1951(), sight, 1, AUTUMN)
    return float(known.high[LINE][county] / known.low[LINE][county])


def test_bands_hold_the_truth_four_times_in_five():
    """Ten thousand draws: 16 counties in 625 campaigns."""
    held = [held_share(bands(true_1951(), blind(), seed, AUTUMN), true_1951(), [LINE]) for seed in range(625)]
    assert in_order(np.asarray(held)) / 625 == pytest.approx(0.8, abs=0.02)


def test_the_prefectures_band_holds_the_truth_four_times_in_five():
    weights = weights_1951()
    true = prefecture_figure(LINE, true_1951()[LINE], weights[LINE])
    held = [prefecture_band(LINE, true_1951(), weights, blind(), seed, AUTUMN).holds(true) for seed in range(2000)]
    assert held.count(True) / 2000 == pytest.approx(0.8, abs=0.03)


def test_the_whole_is_known_better_than_its_parts():
    whole = prefecture_band(LINE, true_1951(), weights_1951(), blind(), 1, AUTUMN)
    assert 1.0 < whole.high / whole.low < width(blind())


def test_an_inspection_halves_the_spread_of_that_county_alone():
    seen = inspect(blind(), 2, AUTUMN, RULES)
    assert seen.sigma[LINE][2] == blind().sigma[LINE][2] / 2
    assert seen.sigma[LINE][3] == blind().sigma[LINE][3]
    assert width(seen, 2) < width(blind(), 2)
    assert seen.was_inspected(WINTER).tolist() == [float(county == 2) for county in range(16)]


def test_a_team_sent_for_one_line_sees_one_line():
    seen = inspect(blind(), 0, AUTUMN, RULES, [LINE])
    assert seen.sigma[LINE][0] < blind().sigma[LINE][0]
    assert seen.sigma[Indicator.ANIMALS][0] == blind().sigma[Indicator.ANIMALS][0]


def test_inspecting_again_and_again_never_shows_everything():
    seen = blind()
    for _ in range(10):
        seen = inspect(seen, 0, AUTUMN, RULES)
    assert seen.sigma[LINE][0] == pytest.approx(RULES.floor * blind().sigma[LINE][0])


def test_what_was_seen_grows_old():
    seen = inspect(blind(), 0, AUTUMN, RULES)
    older = fade(seen, RULES)
    assert seen.sigma[LINE][0] < older.sigma[LINE][0] < blind().sigma[LINE][0]
    assert older.sigma[LINE][1] == blind().sigma[LINE][1]


def test_looking_twice_at_the_same_papers_tells_nothing_new():
    first, later = (bands(true_1951(), blind(), 1, season) for season in (AUTUMN, WINTER))
    assert np.array_equal(first.low[LINE], later.low[LINE])


def test_every_year_is_misjudged_in_its_own_way():
    first, later = (bands(true_1951(), blind(), 1, Season(year, Quarter.AUTUMN)) for year in (1951, 1952))
    assert not np.array_equal(first.low[LINE], later.low[LINE])


def test_the_width_of_a_band_betrays_nothing():
    known = bands(true_1951(), blind(), 1, AUTUMN)
    ratios = known.high[LINE] / known.low[LINE]
    assert np.allclose(ratios, ratios[0])


def test_a_county_that_was_struck_down_is_seen_a_quarter_less_clearly():
    vague = bands(true_1951(), blind(), 1, AUTUMN, row(1.0, 1.25))
    plain = bands(true_1951(), blind(), 1, AUTUMN)
    assert vague.high[LINE][0] / vague.low[LINE][0] > plain.high[LINE][0] / plain.low[LINE][0]
    assert vague.high[LINE][1] == plain.high[LINE][1]


def test_help_narrows_bands_and_nothing_else():
    assert width(blind("assisted")) < width(blind("standard"))


def test_cooperatives_are_known_by_name():
    known = bands(true_1951(), blind(), 1, AUTUMN)
    assert np.array_equal(known.low[Indicator.COOPERATIVES], true_1951()[Indicator.COOPERATIVES])
    assert np.array_equal(known.high[Indicator.COOPERATIVES], true_1951()[Indicator.COOPERATIVES])


def test_a_harvest_is_seen_alike_until_the_next_one() -> None:
    def seen(season: str) -> float:
        return float(bands(true_1951(), blind(), 7, Season.parse(season)).low[Indicator.YIELD][0])

    assert seen("1951-autumn") == seen("1951-winter") == seen("1952-spring") == seen("1952-summer")
    assert seen("1952-autumn") != seen("1952-summer")
