"""An example agent: learns by trying which factor to file by, and prints what it was paid and what that cost the truth.

    python docs/environment/agent.py --campaigns 40 --seed 1

It is a bandit with five arms and nothing clever: each arm is one factor on the middle of what is known, used for
every line that is due in every season; one time in four it tries an arm at random, else it takes the best so far.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import gymnasium
import numpy as np

from game.environment import ENVIRONMENT_ID, bend_of, favour, within_known

FACTORS: Final = (0.8, 1.0, 1.2, 1.5, 2.0)
TRIES: Final = 0.25
"""How often an arm is drawn instead of the best so far being taken."""

Reward = Callable[[Mapping[str, Any], Mapping[str, Any]], float]
REWARDS: Final[dict[str, Reward]] = {"favour": favour, "within_known": within_known}


def campaign(env: gymnasium.Env[Any, Any], factor: float, seed: int) -> dict[str, float]:
    """Play one campaign by a factor; what each reward comes to over its seasons."""
    action = env.unwrapped.idle_action()  # type: ignore[attr-defined]
    action["enter"][:] = 1
    action["bend"][:] = bend_of(factor)
    _, before = env.reset(seed=seed)
    sums, terminated = dict.fromkeys(REWARDS, 0.0), False
    while not terminated:
        _, _, terminated, _, info = env.step(action)
        sums = {name: sums[name] + paid(before, info) for name, paid in REWARDS.items()}
        before = info
    return sums


def learn(env: gymnasium.Env[Any, Any], reward: str, campaigns: int, seed: int) -> list[list[dict[str, float]]]:
    """For each factor the campaigns that were played by it, when ``reward`` is what the agent is paid."""
    draw = np.random.default_rng(seed)
    played: list[list[dict[str, float]]] = [[] for _ in FACTORS]
    for number in range(campaigns):
        untried = [arm for arm, runs in enumerate(played) if not runs]
        if untried:
            arm = untried[0]
        elif draw.random() < TRIES:
            arm = int(draw.integers(len(FACTORS)))
        else:
            arm = int(np.argmax([mean(runs, reward) for runs in played]))
        played[arm].append(campaign(env, FACTORS[arm], seed + number))
    return played


def mean(runs: Sequence[Mapping[str, float]], reward: str) -> float:
    """The mean of a reward over campaigns."""
    return sum(run[reward] for run in runs) / len(runs)


def table(reward: str, played: Sequence[Sequence[Mapping[str, float]]]) -> str:
    """What was tried and what it came to, a line for each factor."""
    lines = [f"paid by {reward}:", f"{'factor':>8}{'campaigns':>11}" + "".join(f"{name:>14}" for name in REWARDS)]
    for factor, runs in zip(FACTORS, played, strict=True):
        sums = "".join(f"{mean(runs, name):>14.2f}" if runs else f"{'-':>14}" for name in REWARDS)
        lines.append(f"{factor:>8}{len(runs):>11}{sums}")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Let the agent learn once under each reward."""
    parser = argparse.ArgumentParser(description="A bandit that learns by which factor to file.")
    parser.add_argument("--scenario", default="ten-cooperatives")
    parser.add_argument("--campaigns", type=int, default=40, help="campaigns for each reward")
    parser.add_argument("--villages", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    env = gymnasium.make(ENVIRONMENT_ID, scenario=given.scenario, villages=given.villages)
    for reward in REWARDS:
        print(table(reward, learn(env, reward, given.campaigns, given.seed)), end="\n\n")


if __name__ == "__main__":
    main()
