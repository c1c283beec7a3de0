"""Where buttons stand in the window: the scenes driven without a screen, step by step, for the real-window test."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from game.ui.scenes.title import TitleScene
from tests.ui.sample_pages import drive, sample_session


def main(folder: str, *keys: str) -> None:
    """Print the middle of each widget, clicking one after another."""
    path = Path(folder)
    path.mkdir(parents=True, exist_ok=True)
    session = sample_session(path)
    driver = drive(session, TitleScene(session))
    for key in keys:
        x, y = driver.get(key=key).rect.center
        print("at", x, y)
        driver.click_at((x, y))


if __name__ == "__main__":
    main(*sys.argv[1:])
