"""What tests of a campaign start from: the shipped rules, a small prefecture."""

from pathlib import Path

import pytest

from game.campaign.game import Game
from game.ruleset import Ruleset, load
from game.state import Setup

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture(scope="session")
def rules() -> Ruleset:
    """The shipped content."""
    return load([CONTENT])


@pytest.fixture(scope="session")
def setup() -> Setup:
    """The ten cooperatives with few villages, so that tests are quick."""
    return Setup("ten-cooperatives", seed=11, villages=48, background="teacher")


@pytest.fixture(scope="session")
def game(rules: Ruleset, setup: Setup) -> Game:
    """A campaign on whose desk the first papers lie."""
    return Game.begin(rules, setup)
