from __future__ import annotations

import pytest

from game.base.seasons import Season
from game.economy.params import Params
from game.economy.start import Prefecture, found_villages
from game.economy.villages import Villages
from tests.economy.samples import SPRING, prefecture_of_the_rules


@pytest.fixture(scope="session")
def prefecture() -> Prefecture:
    return prefecture_of_the_rules()


@pytest.fixture(scope="session")
def params() -> Params:
    return Params()


@pytest.fixture(scope="session")
def villages(prefecture: Prefecture, params: Params) -> Villages:
    """Sixty-four villages in spring 1951."""
    return found_villages(prefecture, 64, Season.parse(SPRING), seed=7, params=params)
