"""Makes the README's pictures: ``python docs/pictures/make_pictures.py`` from the checkout, no screen needed."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))

from game.campaign.decisions import Answer, CloseSeason  # noqa: E402
from game.campaign.slots import Slots  # noqa: E402
from game.ruleset import load  # noqa: E402
from game.state import Setup  # noqa: E402
from game.ui.driver import Driver  # noqa: E402
from game.ui.preferences import Preferences  # noqa: E402
from game.ui.scenes.desk import DeskScene  # noqa: E402
from game.ui.scenes.title import TitleScene  # noqa: E402
from game.ui.session import Routes, Session  # noqa: E402
from game.ui.sound import Sound  # noqa: E402
from game.ui.window import Window  # noqa: E402

ASSETS = ROOT / "assets"
SIZE = (1280, 720)


def sitting(folder: Path) -> Session:
    """The documented prefecture, its whole number of villages, at the first desk."""
    rules = load([ROOT / "content"])
    routes = Routes(TitleScene, DeskScene)
    session = Session(rules, rules.texts, Preferences(), Slots(folder), Sound(ASSETS / "sounds"), routes)
    scenario = next(iter(rules.scenarios.values()))
    session.begin(Setup(scenario.id, 1951, scenario.villages, next(iter(rules.backgrounds))))
    return session


def play_season(session: Session) -> None:
    """Answer every paper as the documents have it, and close."""
    assert session.game is not None
    for card_id in session.game.state.on_desk:
        card = session.rules.cards[card_id]
        taken = [choice.id for choice in card.choices if choice.taken]
        session.do(Answer(card_id, (taken or [card.default])[0]))
    session.do(CloseSeason())


def main() -> None:
    """Take the pictures."""
    with tempfile.TemporaryDirectory() as folder:
        session = sitting(Path(folder))
        window = Window(ASSETS, "Two Ledgers", session.preferences, SIZE)
        Driver(window, DeskScene(session)).screenshot(HERE / "desk.png")
        play_season(session)
        play_season(session)
        driver = Driver(window, DeskScene(session))
        driver.press("F6")
        driver.screenshot(HERE / "reports.png")


if __name__ == "__main__":
    main()
