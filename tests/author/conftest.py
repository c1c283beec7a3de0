"""What tests of the verbs for authors start from: the shipped rules, read once."""

from pathlib import Path

import pytest

from game.ruleset import Ruleset, load

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture(scope="session")
def rules() -> Ruleset:
    """The shipped content."""
    return load([CONTENT])
