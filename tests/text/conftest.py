"""What tests of text play start from: the shipped content, few villages, a terminal without a person."""

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
def game(rules: Ruleset) -> Game:
    """The ten cooperatives with few villages, guided, with the first papers on the desk."""
    return Game.begin(rules, Setup("ten-cooperatives", 1951, 64, "teacher", "standard", guided=True))
