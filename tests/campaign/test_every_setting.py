"""Every standing decision can be set by a policy file: with each of its values, from any season, anywhere."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from game.base.seasons import Season, seasons_between
from game.campaign.game import Game
from game.campaign.policies import Policy, play_out, policy_named
from game.economy.measures import COLUMNS
from game.economy.settings import SETTINGS, Value
from game.ruleset import Ruleset
from game.state import Setup

NAMED = (
    "procurement_basis", "procurement_progressive", "exit_allowed", "private_plots", "pool_livestock",
    "livestock_compensation", "labour_drafted", "canteens", "weather", "relief", "sowing_campaigns",
    "community_fund_rate",
)
"""Settings that people outside rely on (docs: what the outside world may rely on)."""
SEASONS = seasons_between(Season.parse("1949-winter"), Season.parse("1961-winter"))
SOME = ("licheng", "wuxiang")


def values_of(name: str, rules: Ruleset) -> tuple[Value, ...]:
    """Every word, both switches, or both ends and the middle of a range."""
    setting = SETTINGS[name]
    if setting.kind == "switch":
        return (True, False)
    if setting.kind == "choice":
        return (*setting.choices, *(rules.prefecture.weather_series if setting.open_to else ()))
    return (setting.low, (setting.low + setting.high) / 2.0, setting.high)


def written(value: Value) -> str:
    """A value as YAML has it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def policy_of(folder: Path, rules: Ruleset, entries: list[str], base: str = "idle") -> Policy:
    """A policy from the lines of a file; any complaint is an error here."""
    file = folder / "policy.yaml"
    file.write_text("\n".join(["policy: tried", f"base: {base}", "settings:", *entries, ""]), encoding="utf-8")
    policy, problems = policy_named(str(file), rules, rules.scenarios["whole-file"])
    assert problems == []
    return policy


def entry(season: Season, name: str, value: Value, counties: tuple[str, ...] = ()) -> list[str]:
    """One entry of the file."""
    where = [f"    counties: [{', '.join(counties)}]"] if counties else []
    return [f"  - from: {season}", *where, f"    {name}: {written(value)}"]


def test_the_settings_that_people_rely_on_are_there():
    assert set(NAMED) <= SETTINGS.keys()


@pytest.mark.parametrize("name", SETTINGS)
def test_a_setting_is_accepted_with_each_value_in_every_season_for_all_counties_or_some(
    tmp_path: Path, rules: Ruleset, name: str
):
    values = values_of(name, rules)
    lines = [line for season in SEASONS for value in values for counties in ((), SOME)
             for line in entry(season, name, value, counties)]
    policy = policy_of(tmp_path, rules, lines)
    assert policy.file is not None
    assert len(policy.file.settings) == len(SEASONS) * len(values) * 2
    assert {taken.value for taken in policy.file.settings} == set(values)


def changing_everything(folder: Path, rules: Ruleset) -> Policy:
    """Every setting changed every season: everywhere, then in two counties to another of its values."""
    lines = []
    for turn, season in enumerate(SEASONS):
        for place, name in enumerate(SETTINGS):
            values = values_of(name, rules)
            lines += entry(season, name, values[(turn + place) % len(values)])
            if name != "weather":
                lines += entry(season, name, values[(turn + place + 1) % len(values)], SOME)
    return policy_of(folder, rules, lines, base="random")


@pytest.mark.parametrize(("villages", "seed", "seasons"), [(16, 1, 49), (17, 2, 49), (100, 3, 20), (1000, 4, 5)])
def test_a_campaign_in_which_everything_changes_every_season_is_played_with_just_these_settings(
    tmp_path: Path, rules: Ruleset, villages: int, seed: int, seasons: int
):
    policy = changing_everything(tmp_path, rules)
    game = play_out(Game.begin(rules, Setup("whole-file", seed, villages, "teacher")), policy, seasons)
    assert len(game.state.records) == seasons
    for turn, record in enumerate(game.state.records):
        for place, name in enumerate(SETTINGS):
            values = values_of(name, rules)
            assert record.desk.value(name, "tunliu") == values[(turn + place) % len(values)], name
            there = values[(turn + place + (name != "weather")) % len(values)]
            assert record.desk.value(name, "wuxiang") == there, name
        assert record.table.villages.sum() == villages
        assert all(np.isfinite(getattr(record.table, column)).all() for column in COLUMNS)


def test_a_named_weather_strikes_as_the_rules_say_and_leaves_other_seasons_at_exactly_one(
    tmp_path: Path, rules: Ruleset
):
    policy = policy_of(tmp_path, rules, entry(SEASONS[0], "weather", "two-droughts"))
    game = play_out(Game.begin(rules, Setup("whole-file", 1, 16, "teacher")), policy, 40)
    weather = {str(record.season): record.table.weather for record in game.state.records}
    told = rules.prefecture.weather_named("two-droughts", Season.parse("1959-summer"))
    assert (told < 1.0).all()
    assert weather["1959-summer"] == pytest.approx(told, abs=1e-4)
    assert set(weather["1955-summer"].tolist()) == {1.0}
