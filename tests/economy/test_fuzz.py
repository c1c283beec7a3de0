"""Whole stretches 1949-1961 under random orders, shocks and weather, in a handful of tiny villages.

Twenty thousand seasons are played here. A million on demand:

    TWO_LEDGERS_FUZZ_SEASONS=1000000 python -m pytest tests/economy/test_fuzz.py

A failure names its stretch and season, and how many stretches failed; one stretch is played again with

    TWO_LEDGERS_FUZZ_STRETCH=1234 python -m pytest tests/economy/test_fuzz.py

Stretches are numbered from 0, so that a million begin with the twenty thousand. A season with its checks takes some
four milliseconds, so that a million take about an hour on one processor; they are shared between all there are.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context

import numpy as np
import pytest

from game.economy.season import SeasonResult
from game.economy.villages import Villages
from tests.economy.fuzz import SEASONS, Lived, StretchError, faults, play_stretch
from tests.economy.samples import quiet, season_after

WANTED = int(os.environ.get("TWO_LEDGERS_FUZZ_SEASONS", "20000"))
ONE = os.environ.get("TWO_LEDGERS_FUZZ_STRETCH", "")


def played(number: int) -> str:
    """What is wrong with a stretch; nothing if all is well."""
    try:
        play_stretch(number)
    except StretchError as wrong:
        return str(wrong)
    return ""


def all_played(stretches: range) -> Iterator[str]:
    """What is wrong with each of the stretches, played on all processors."""
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        yield from pool.map(played, stretches, chunksize=8)


def test_no_order_shock_or_weather_makes_a_number_that_cannot_be():
    if ONE:
        assert played(int(ONE)) == ""
        return
    stretches = range(-(-WANTED // len(SEASONS)))
    wrong = [words for words in all_played(stretches) if words]
    assert not wrong, f"{len(wrong)} of {len(stretches)} stretches failed, the first of them: " + "\n".join(wrong[:5])


def test_a_stretch_is_the_same_whenever_it_is_played():
    assert played(7) == played(7) == ""


@pytest.fixture(scope="module")
def two_seasons(villages: Villages) -> Lived:
    first = season_after(villages, quiet())
    return Lived(first.villages, season_after(first.villages, quiet(), "1951-summer"), first.table, None)


def spoilt(season: Lived, where: str, name: str, value: float) -> Lived:
    """The season with one number changed, in the villages or in the table."""
    part = getattr(season.result, where)
    values = np.array(getattr(part, name))
    values.flat[5] = value
    result: SeasonResult = replace(season.result, **{where: replace(part, **{name: values})})
    return replace(season, result=result)


def test_a_sound_season_has_no_fault(two_seasons: Lived):
    assert list(faults(two_seasons)) == []


@pytest.mark.parametrize(
    ("where", "name", "value", "words"),
    [
        ("villages", "grain_jin", np.nan, "grain_jin is not a finite number"),
        ("villages", "temper", np.inf, "temper is not a finite number"),
        ("villages", "oxen", -1.0, "oxen is negative"),
        ("villages", "people", 10.5, "people is not whole"),
        ("villages", "trust", 1.5, "trust is above 1"),
        ("villages", "coop_land_mou", 1e9, "coop_land_mou exceeds land_mou"),
        ("villages", "team_real", 0.9999, "more households stand in teams"),
        ("villages", "joined_for", 3.0, "members by reason"),
        ("table", "yield_true", np.nan, "yield_true is not a finite number"),
        ("table", "share_individual", 0.99, "the five forms"),
        ("table", "share_mutual_aid_nominal", 1.0, "more teams on paper"),
        ("table", "excess_deaths", 1e6, "more excess deaths"),
        ("table", "births", 1e6, "the people are not those"),
        ("table", "draught_animals", 1e6, "the causes of animals"),
    ],
)
def test_a_number_that_cannot_be_is_noticed(two_seasons: Lived, where: str, name: str, value: float, words: str):
    assert any(words in fault for fault in faults(spoilt(two_seasons, where, name, value)))
