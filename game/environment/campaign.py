"""The environment itself: a campaign in which a step is a season."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, Final

import gymnasium
from gymnasium.error import ResetNeeded

from game import installed
from game.base.problems import CallError, suggestion
from game.campaign.game import Game
from game.campaign.policies.player import play_season
from game.environment.info import info_of
from game.environment.levers import Action, levers_of
from game.environment.observation import Observation, eyes_of
from game.environment.rewards import Reward, nothing
from game.ruleset import Ruleset, load, with_base
from game.state import Difficulty, Setup
from game.text.season import season_in_words

SEEDS: Final = 2**31
"""A campaign without a seed of its own draws one below this."""
OPTIONS: Final = ("villages", "difficulty", "background")
"""What ``reset(options=...)`` can change for one campaign; the spaces do not depend on it."""


class TwoLedgers(gymnasium.Env[Observation, Action]):
    """A campaign as the cadre lives it: observes what is known, decides a season, sees what is known after it.

    The reward is 0.0 unless ``reward`` is given: the game has no score, and whoever wants one must say what it is
    (see ``game.environment.rewards``). ``terminated`` comes with the scenario's last season, ``truncated`` never.
    """

    metadata: dict[str, Any] = {"render_modes": ["ansi"], "render_fps": 1}  # noqa: RUF012 - declared so by the base

    def __init__(
        self,
        scenario: str = "",
        villages: int | None = None,
        difficulty: Difficulty = "standard",
        background: str | None = None,
        packs: Sequence[str | Path] = (),
        reward: Reward | None = None,
        render_mode: str | None = None,
    ) -> None:
        """A scenario by its id; by default its own number of villages, and the background that ``simulate`` takes.

        ``packs`` are folders or zips of content on top of the shipped one. Raises: CallError for anything that is not
        there, naming what is; BrokenPackError for a pack with mistakes; ValueError for another render mode.
        """
        if render_mode not in (None, *self.metadata["render_modes"]):
            raise ValueError(f"there is no render mode '{render_mode}'; there is: ansi")
        self.render_mode = render_mode
        self.rules = load(with_base([Path(pack) for pack in packs], installed.content()))
        self.setup = _setup(self.rules, scenario, villages, difficulty, background)
        sample = Game.begin(self.rules, self.setup)
        self.levers = levers_of(self.rules, self.rules.scenarios[scenario])
        self.eyes = eyes_of(sample)
        self.action_space = self.levers.space()
        self.observation_space = self.eyes.space()
        self.reward = reward or nothing
        self.game: Game | None = None
        self._info: dict[str, Any] = {}

    def reset(
        self, *, seed: int | None = None, options: Mapping[str, Any] | None = None
    ) -> tuple[Observation, dict[str, Any]]:
        """A new campaign. ``seed`` is the campaign's own seed, as for ``simulate``; without one it is drawn.

        Raises: CallError for an option that there is not, or a value that the campaign cannot begin with.
        """
        super().reset(seed=seed)
        drawn = int(self.np_random.integers(SEEDS)) if seed is None else seed
        self.game = Game.begin(self.rules, replace(self.setup, seed=drawn, **_known(options or {})))
        self._info = info_of(self.game)
        return self.eyes.see(self.game), deepcopy(self._info)

    def step(self, action: Action) -> tuple[Observation, float, bool, bool, dict[str, Any]]:
        """One season: desks, teams, papers, figures, and the closing of the season.

        What cannot be carried out (a team without turns left, a promise out of winter) is let pass.
        Raises: ResetNeeded before the first campaign and after a campaign's end; InvalidAction outside the space.
        """
        if self.game is None or self.game.state.ended:
            raise ResetNeeded("there is no season to play; call reset() for a new campaign")
        self.game = play_season(self.game, self.levers.policy(action, self.game))
        before, self._info = self._info, info_of(self.game)
        paid = float(self.reward(before, self._info))
        return self.eyes.see(self.game), paid, self.game.state.ended, False, deepcopy(self._info)

    def idle_action(self) -> dict[str, Any]:
        """The action that changes nothing: as the built-in policy ``idle`` decides."""
        return self.levers.idle()

    def render(self) -> str | None:
        """With render mode ``ansi`` the season in words, as text play tells it; else nothing."""
        if self.render_mode != "ansi" or self.game is None:
            return None
        return season_in_words(self.game)


def _setup(
    rules: Ruleset, scenario: str, villages: int | None, difficulty: Difficulty, background: str | None
) -> Setup:
    found = rules.scenarios.get(scenario)
    own = found.villages if found is not None else len(rules.prefecture.counties)
    return Setup(scenario, 0, own if villages is None else villages, background or min(rules.backgrounds), difficulty)


def _known(options: Mapping[str, Any]) -> dict[str, Any]:
    """The options, if there are such."""
    assert set(OPTIONS) <= {field.name for field in fields(Setup)}
    for name in options:
        if name not in OPTIONS:
            hint = suggestion(str(name), OPTIONS)
            raise CallError(f"there is no option '{name}' for reset; {hint}")
    return dict(options)
