"""Print what a campaign comes to, season by season: ``python tests/campaign/hashes.py [VILLAGES]``.

The same on every machine and with every numpy. It needs numpy, PyYAML and pydantic and nothing else, so that it runs
where only these are installed; ``.ci/run`` compares what it prints under the oldest and the newest numpy.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

from game.campaign.game import Game
from game.campaign.policies import play_out, policy_named
from game.ruleset import load
from game.state import Setup

COURSES = (("whole-file", "historical", 5), ("whole-file", "random", 6))


def main(villages: int) -> None:
    """Print a line for each season of each course."""
    print(f"numpy {np.__version__}", file=sys.stderr)
    rules = load([Path(__file__).parents[2] / "content"])
    for scenario, policy, seed in COURSES:
        game = Game.begin(rules, Setup(scenario, seed, villages, "teacher"))
        game = play_out(game, policy_named(policy, rules)[0])
        for record in game.state.records:
            print(scenario, policy, seed, record.season, record.hash)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 64)
