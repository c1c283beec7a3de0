"""The campaign as a Gymnasium environment: importing this makes ``gymnasium.make("TwoLedgers-v0", scenario=...)`` work.

What it observes, does and returns: docs/environment/README.md.
"""

from __future__ import annotations

from typing import Final

try:
    import gymnasium
except ImportError as fault:
    raise ImportError(
        "game.environment needs the package gymnasium, which the game itself does without; install it with: "
        'python -m pip install -e ".[environment]"'
    ) from fault

from game.environment.campaign import TwoLedgers
from game.environment.levers import bend_of, factor_of
from game.environment.rewards import Reward, favour, within_known

ENVIRONMENT_ID: Final = "TwoLedgers-v0"

gymnasium.register(id=ENVIRONMENT_ID, entry_point="game.environment.campaign:TwoLedgers")

__all__ = ["ENVIRONMENT_ID", "Reward", "TwoLedgers", "bend_of", "factor_of", "favour", "within_known"]
