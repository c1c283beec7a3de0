"""Killing the game at any moment loses at most the card on the table."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.campaign.game import load
from game.campaign.slots import Slots

PLAYER = """
import sys
from pathlib import Path
from game.campaign.decisions import Decide
from game.campaign.game import Game
from game.campaign.slots import Slots
from game.ruleset import load
from game.state import Setup

slots = Slots(Path(sys.argv[1]))
game = Game.begin(load([Path(sys.argv[2])]), Setup("ten-cooperatives", 3, 48, "teacher"))
for step in range(1_000_000):
    game = game.do(Decide("team_pressure", (step % 100) / 100.0))
    slots.keep("autosave", game.save())
    print(len(game.decisions), flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a process is killed otherwise there")
@pytest.mark.parametrize("after_seconds", [0.0, 0.011, 0.037, 0.1])
def test_a_killed_game_goes_on_where_it_was_saved(rules, tmp_path, after_seconds):
    root = Path(__file__).parents[2]
    player = subprocess.Popen(
        [sys.executable, "-c", PLAYER, str(tmp_path), str(root / "content")],
        cwd=root, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    player.stdout.readline()
    time.sleep(after_seconds)
    player.send_signal(signal.SIGKILL)
    told = [int(line) for line in player.communicate()[0].split()]
    kept = Slots(tmp_path).look("autosave")
    assert kept.problem is None
    game = load(rules, kept.save, "autosave.json")
    assert len(game.decisions) >= max(told, default=1)
