"""The benchmark's own arithmetic. What it measures is never a test's business."""

from __future__ import annotations

import numpy as np

from game.base.seasons import Season
from game.campaign.bench import Measured, size_mb
from game.campaign.counting import counted_operations
from game.economy import labour
from tests.economy.samples import founded, quiet, season_after


def test_operations_are_counted_by_size_and_numpy_is_put_back():
    villages = founded(40, Season.parse("1951-spring"), 1)
    counted = counted_operations(villages, lambda counting: season_after(counting, quiet()))
    assert counted[40] > 100
    assert counted[5 * 40] > 100
    assert labour.np is np


def test_counting_changes_nothing():
    villages = founded(40, Season.parse("1951-spring"), 1)
    digests = [season_after(villages, quiet()).villages.digest()]
    counted_operations(villages, lambda counting: digests.append(season_after(counting, quiet()).villages.digest()))
    assert digests[0] == digests[1]


def test_a_budget_is_kept_by_the_ratio_where_there_is_one_and_else_by_the_figure():
    assert Measured("a", 16, 20.0, budget=15.0).met is False
    assert Measured("a", 16, 20.0, "ms", "b", 1.2, 1.5).met is True
    assert Measured("a", 16, 20.0).met is None


def test_programs_find_milliseconds_only_where_there_are_any():
    assert Measured("a", 16, 20.0).as_json()["milliseconds"] == 20.0
    assert Measured("a", 16, 20.0, "MB").as_json()["milliseconds"] is None


def test_the_size_of_the_state_counts_every_array():
    villages = founded(40, Season.parse("1951-spring"), 1)
    assert size_mb(villages) > 100 * 40 * 8 / 1e6
