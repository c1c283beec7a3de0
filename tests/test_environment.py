"""The campaign as a Gymnasium environment: what is seen, what can be done, and that it is the same campaign."""

import builtins
import importlib.util
import sys
import warnings
from dataclasses import replace
from pathlib import Path

import gymnasium
import numpy as np
import pytest
from gymnasium.error import InvalidAction, ResetNeeded
from gymnasium.utils.env_checker import check_env

import game.environment
from game.base.problems import CallError
from game.campaign.desk import FOLDERS
from game.campaign.game import replay
from game.campaign.policies import play_out, policy_named
from game.campaign.table import COLUMNS
from game.economy.settings import SETTINGS
from game.environment import TwoLedgers, bend_of, factor_of, favour, within_known
from game.environment.levers import desk_settings, steps_of
from game.environment.observation import eyes_of
from game.reporting.indicators import Indicator

ROOT = Path(__file__).parents[1]
SCENARIO = "ten-cooperatives"
SMALL = {"scenario": SCENARIO, "villages": 48}


@pytest.fixture(scope="module")
def env() -> TwoLedgers:
    """A small campaign; every test begins with a reset of its own."""
    made = gymnasium.make("TwoLedgers-v0", **SMALL).unwrapped
    assert isinstance(made, TwoLedgers)
    return made


def playing(env, seed, actions):
    """Hashes, observations and infos of a campaign by these actions."""
    seen = [env.reset(seed=seed)]
    for action in actions:
        observation, _, _, _, info = env.step(action)
        seen.append((observation, info))
    return seen


def drawn(env, seed, count=4):
    env.action_space.seed(seed)
    return [env.action_space.sample() for _ in range(count)]


def same(one, other):
    return all(np.array_equal(one[key], other[key]) for key in one) and one.keys() == other.keys()


def test_it_passes_the_checker_without_a_warning():
    env = gymnasium.make("TwoLedgers-v0", **SMALL)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        check_env(env.unwrapped)


def test_the_same_seed_and_actions_give_the_same_campaign(env):
    actions = drawn(env, 3)
    first, second = playing(env, 5, actions), playing(env, 5, actions)
    assert [info["hash"] for _, info in first] == [info["hash"] for _, info in second]
    assert all(same(one, other) for (one, _), (other, _) in zip(first, second, strict=True))


def test_another_seed_gives_another_campaign(env):
    idle = [env.idle_action()] * 4
    assert playing(env, 5, idle)[-1][1]["hash"] != playing(env, 6, idle)[-1][1]["hash"]


def test_the_idle_action_is_the_idle_policy(env):
    ended = playing(env, 7, [env.idle_action()] * 4)[-1][1]
    env.reset(seed=7)
    simulated = play_out(env.game, policy_named("idle", env.rules)[0])
    assert ended["hash"] == simulated.state.records[-1].hash


def test_an_unbent_line_files_the_middle_of_what_is_known(env):
    env.reset(seed=7)
    known = {line.value: band for line, band in zip(env.eyes.lines, env.eyes.see(env.game)["known"], strict=True)}
    action = env.idle_action() | {"enter": np.ones(len(env.eyes.lines), np.int8)}
    _, _, _, _, info = env.step(action)
    assert info["filed"]["yield"] == pytest.approx(known["yield"].mean())


@pytest.mark.parametrize("factor", [0.0, 0.5, 1.0, 1.25, 3.0])
def test_a_bend_and_its_factor_are_each_others_way_back(factor):
    assert factor_of(bend_of(factor)) == factor


def test_a_factor_that_cannot_be_filed_is_refused():
    with pytest.raises(ValueError, match="lies between 0 and 3"):
        bend_of(3.5)


def test_whatever_is_drawn_can_be_played_to_the_end_and_is_seen_in_finite_numbers(env):
    for seed in range(3):
        for number, (observation, _) in enumerate(playing(env, seed, drawn(env, seed))):
            assert env.observation_space.contains(observation), number
            assert all(np.isfinite(value).all() for value in observation.values())
        assert env.game.state.ended


def test_what_an_agent_played_replays_like_any_game(env):
    playing(env, 4, drawn(env, 9))
    again = replay(env.rules, env.game.state.setup, env.game.decisions)
    assert again.state.records[-1].hash == env.game.state.records[-1].hash


def test_every_desk_setting_can_be_set_to_each_of_its_steps():
    assert {setting.id for setting in desk_settings()} == {s.id for s in SETTINGS.values() if s.desk in FOLDERS}
    for setting in desk_settings():
        steps = steps_of(setting)
        assert len(steps) >= 2, setting.id
        assert all(setting.accepts(step) for step in steps), setting.id


def test_a_setting_of_the_action_lies_on_the_desk_afterwards(env):
    names = [setting.id for setting in desk_settings()]
    env.reset(seed=1)
    action = env.idle_action()
    at, steps = names.index("relief"), steps_of(SETTINGS["relief"])
    action["settings"][at] = len(steps)
    observation = env.step(action)[0]
    assert observation["settings"][at] == steps[-1]


def test_a_team_sent_to_a_county_narrows_what_is_known_of_it(env):
    idle = env.idle_action()
    sent = env.idle_action()
    sent["teams"][0] = 1
    env.reset(seed=2)
    stayed, looked = env.step(idle)[0], (env.reset(seed=2), env.step(sent)[0])[1]
    at = env.eyes.lines.index(Indicator.ANIMALS)
    assert looked["county_inspected"][0] and not stayed["county_inspected"][0]
    assert np.ptp(looked["county_known"][0, at]) < np.ptp(stayed["county_known"][0, at])


def test_a_paper_is_answered_by_the_number_of_its_choice(env):
    observation, info = env.reset(seed=1)
    slot = 0
    number = int(np.flatnonzero(observation["choices_open"][slot])[-1]) + 1
    card, choices = info["papers"][slot]
    action = env.idle_action()
    action["papers"][slot] = number
    env.step(action)
    assert (card, choices[number - 1]) in env.game.state.records[-1].cards


def test_a_choice_that_is_not_there_falls_back_to_the_default(env):
    action = env.idle_action()
    action["papers"][:] = env.levers.choices
    env.reset(seed=1)
    short = [page.id for page in env.rules.cards.values() if len(page.choices) < env.levers.choices]
    env.step(action)
    answered = dict(env.game.state.records[-1].cards)
    card = next(card for card in answered if card in short)
    assert answered[card] == env.rules.cards[card].default


def test_the_observation_does_not_look_into_the_villages_or_the_years_lived(env):
    env.reset(seed=3)
    env.step(env.idle_action())
    blind = replace(env.game, state=replace(env.game.state, villages=None))
    assert same(env.eyes.see(blind), env.eyes.see(env.game))


def test_the_observation_holds_no_figure_of_the_true_ledger(env):
    """Shares and small counts may meet by chance, so figures above a thousand are looked for; those that stand in
    both ledgers by right (what counties reported, what was filed) are left out."""
    for observation, info in playing(env, 8, [env.idle_action()] * 4):
        seen = np.concatenate([np.ravel(value).astype(float) for value in observation.values()])
        assert len(info["true"]) in (0, 17)
        for row in info["true"].values():
            figures = {name: v for name, v in row.items() if isinstance(v, float) and v > 1000.0}
            told = {name for name in figures if name == "year" or name.endswith(("_reported", "_filed"))}
            found = [name for name in figures.keys() - told if figures[name] in seen]
            assert not found


def test_equal_knowledge_of_unequal_villages_is_seen_alike(env):
    """What the counties report and what is known fix the observation: the season's true table is free to differ."""
    env.reset(seed=3)
    state = env.game.state
    worse = replace(state.table, trust=state.table.trust * 0.5, deaths=state.table.deaths + 100.0)
    other = replace(env.game, state=replace(state, table=worse))
    assert same(env.eyes.see(other), env.eyes.see(env.game))


def test_info_holds_the_rows_of_the_campaign_table(env):
    info = playing(env, 1, [env.idle_action()])[-1][1]
    assert tuple(info["true"]["prefecture"]) == COLUMNS
    assert info["true"]["prefecture"]["turn"] == 1.0
    assert info["closed"] == "1951-spring"
    assert set(info["true"]) == {*env.rules.prefecture.county_ids, "prefecture"}


def test_there_is_no_reward_unless_one_is_named(env):
    env.reset(seed=1)
    assert [env.step(env.idle_action())[1] for _ in range(4)] == [0.0] * 4


@pytest.mark.parametrize("reward", [within_known, favour])
def test_a_named_reward_is_paid(reward):
    env = gymnasium.make("TwoLedgers-v0", **SMALL, reward=reward).unwrapped
    env.reset(seed=1)
    paid = []
    for _ in range(4):
        high = env.idle_action() | {"enter": np.ones(7, np.int8), "bend": np.full(7, bend_of(1.6))}
        paid.append(env.step(high)[1])
    assert any(paid)


def test_filing_what_is_known_lies_within_what_is_known():
    info = {"filed": {"yield": 150.0, "animals": 0.0}, "known": {"yield": (140.0, 160.0), "animals": (0.0, 0.0)}}
    assert within_known({}, info) == 0.0
    assert within_known({}, info | {"filed": {"yield": 176.0, "animals": 0.0}}) == pytest.approx(-0.1)


def test_a_scenario_that_is_not_there_is_named_with_those_that_are():
    with pytest.raises(CallError, match="there is no scenario 'ten-coperatives'; did you mean 'ten-cooperatives'"):
        gymnasium.make("TwoLedgers-v0", scenario="ten-coperatives")
    with pytest.raises(CallError, match=r"there is no scenario ''; there are: .*ten-cooperatives"):
        gymnasium.make("TwoLedgers-v0")


def test_an_option_that_is_not_there_is_refused_and_one_that_is_changes_the_campaign(env):
    with pytest.raises(CallError, match="no option 'vilages' for reset; did you mean 'villages'"):
        env.reset(seed=1, options={"vilages": 20})
    env.reset(seed=1, options={"villages": 20})
    assert env.game.state.setup.villages == 20


def test_a_step_needs_a_campaign_and_an_action_of_the_space(env):
    playing(env, 1, [env.idle_action()] * 4)
    with pytest.raises(ResetNeeded):
        env.step(env.idle_action())
    env.reset(seed=1)
    with pytest.raises(InvalidAction, match="idle_action"):
        env.step({"settings": 1})


def test_the_season_can_be_read_as_text():
    env = gymnasium.make("TwoLedgers-v0", **SMALL, render_mode="ansi")
    env.reset(seed=1)
    assert "spring" in env.render().lower()
    env.step(env.unwrapped.idle_action())
    assert "summer" in env.render().lower()


def test_without_gymnasium_the_import_says_what_to_install(monkeypatch):
    real = builtins.__import__

    def without(name, *rest):
        if name.split(".")[0] == "gymnasium":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    spec = importlib.util.spec_from_file_location("fresh", game.environment.__file__)
    with pytest.raises(ImportError, match=r"needs the package gymnasium.*pip install"):
        spec.loader.exec_module(importlib.util.module_from_spec(spec))


def test_the_example_plays_and_prints_a_table(capsys):
    path = ROOT / "docs" / "environment" / "agent.py"
    spec = importlib.util.spec_from_file_location("example_agent", path)
    agent = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = agent
    spec.loader.exec_module(agent)
    agent.main(["--campaigns", "2", "--villages", "16", "--seed", "1"])
    told = capsys.readouterr().out
    assert "favour" in told and "1.0" in told


def test_eyes_and_levers_have_the_same_shape_in_every_season(env):
    env.reset(seed=1)
    before = eyes_of(env.game)
    env.step(env.idle_action())
    assert eyes_of(env.game) == before
