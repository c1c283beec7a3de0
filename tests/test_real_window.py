"""One run in a real window, on a virtual screen, with a real mouse and a real keyboard, and a look at the picture.

Needs Xvfb and xdotool; without them it is skipped, except where TWO_LEDGERS_REAL_WINDOW asks for it.
"""

import os
import shutil
import struct
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).parents[1]
SIZE = (1280, 720)
TOOLS = all(shutil.which(tool) for tool in ("Xvfb", "xdotool"))
WANTED = os.environ.get("TWO_LEDGERS_REAL_WINDOW")

pytestmark = pytest.mark.skipif(not TOOLS and not WANTED, reason="needs Xvfb and xdotool")


def picture(folder: Path) -> np.ndarray:
    """What the virtual screen shows, (height, width, 3), from its memory in the X window dump format."""
    data = (folder / "Xvfb_screen0").read_bytes()
    header = struct.unpack(">25I", data[:100])
    start, width, height, row, colours = header[0], header[4], header[5], header[12], header[19]
    pixels = np.frombuffer(data, np.uint8, row * height, start + colours * 12).reshape(height, row)
    return pixels[:, : width * 4].reshape(height, width, 4)[:, :, 2::-1].astype(int)


class Hand:
    """A player's hand on the virtual screen."""

    def __init__(self, display: str, folder: Path) -> None:
        self.display, self.folder = display, folder

    def do(self, *words: str) -> None:
        """One xdotool command, then a moment for the game."""
        subprocess.run(["xdotool", *words], env={**os.environ, "DISPLAY": self.display}, check=True)
        time.sleep(0.4)

    def click(self, at: tuple[int, int]) -> None:
        """Move the mouse and click."""
        self.do("mousemove", str(at[0]), str(at[1]))
        self.do("click", "1")

    def press(self, *keys: str) -> None:
        """Press keys one after another."""
        for key in keys:
            self.do("key", key)

    def sees_change(self, before: np.ndarray, seconds: float = 20.0) -> np.ndarray:
        """Wait until the picture differs and stands still; then give it."""
        until, last = time.monotonic() + seconds, before
        while time.monotonic() < until:
            time.sleep(0.3)
            now = picture(self.folder)
            if np.array_equal(now, last) and not np.array_equal(now, before):
                return now
            last = now
        raise AssertionError("the picture did not change")


@pytest.fixture
def hand(tmp_path):
    """The game in a window on a screen of its own; everything started here is ended here."""
    assert TOOLS, "TWO_LEDGERS_REAL_WINDOW is set, but Xvfb or xdotool is missing"
    reading, writing = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-fbdir", str(tmp_path)],
        pass_fds=[writing], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    with os.fdopen(reading) as told:
        display = f":{told.readline().strip()}"
    environment = {key: value for key, value in os.environ.items() if not key.startswith("SDL_")}
    environment |= {"DISPLAY": display, "SDL_AUDIODRIVER": "dummy", "TWO_LEDGERS_SAVES": str(tmp_path / "saves")}
    game = subprocess.Popen(
        [sys.executable, "main.py"], cwd=ROOT, env=environment,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        yield Hand(display, tmp_path), game
    finally:
        for process in (game, screen):
            process.kill()
            process.wait()


def not_blank(seen: np.ndarray) -> bool:
    """Whether the whole window is drawn: ink and paper, and something in each quarter of it."""
    height, width, _ = seen.shape
    quarters = [seen[y : y + height // 2, x : x + width // 2] for y in (0, height // 2) for x in (0, width // 2)]
    return all(quarter.std() > 8 for quarter in quarters) and seen.min() < 60 and seen.max() > 230


def places(tmp_path, steps: list[str]) -> list[tuple[int, int]]:
    """Where to click for a row of labels, from the same scenes driven without a screen."""
    script = ROOT / "tests" / "ui" / "where_to_click.py"
    found = subprocess.run(
        [sys.executable, str(script), str(tmp_path / "elsewhere"), *steps], cwd=ROOT, capture_output=True, text=True,
        env={**os.environ, "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}, check=True,
    )  # fmt: skip
    rows = [line.split() for line in found.stdout.splitlines() if line.startswith("at ")]
    return [(int(x), int(y)) for _, x, y in rows]


def test_a_season_is_begun_with_the_mouse_and_closed_with_the_keyboard(hand, tmp_path):
    player, game = hand
    blank = np.zeros((SIZE[1], SIZE[0], 3), int)
    seen = player.sees_change(blank)
    while not not_blank(seen):
        seen = player.sees_change(seen)
    for at in places(tmp_path, ["menu:new", "begin", "to-desk"]):
        player.click(at)
        seen = player.sees_change(seen)
        assert not_blank(seen)
    desk = seen
    player.press("1")
    seen = player.sees_change(desk)
    player.press("Return")
    seen = player.sees_change(seen)
    player.press("Escape")
    seen = player.sees_change(seen)
    assert not_blank(seen)
    assert b'"do": "answer"' in (tmp_path / "saves" / "autosave.json").read_bytes()
    player.press("c")
    seen = player.sees_change(seen)
    player.press("Tab", "Return")
    assert not_blank(player.sees_change(seen))
    assert b'"do": "close"' in (tmp_path / "saves" / "autosave.json").read_bytes()
    assert game.poll() is None, game.stderr.read()
