"""Content that changes while the window is open: a good change is in force, a mistake is told and changes nothing."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

from game import installed
from game.campaign.decisions import Answer, CloseSeason
from game.campaign.desk import desk_page
from game.campaign.slots import Slots
from game.cli import main
from game.events.cards import Card
from game.events.effects import FollowUp, SetFlag
from game.ruleset import Ruleset, load
from game.state import Setup
from game.ui.driver import Driver
from game.ui.preferences import Preferences
from game.ui.reload import EVERY, ChangedScene, Reloader, stamps
from game.ui.scenes.card import CardScene
from game.ui.scenes.desk import DeskScene
from game.ui.scenes.title import TitleScene
from game.ui.session import Routes, Session
from game.ui.sound import Sound
from game.ui.transition import Push
from game.ui.window import Window

SPRING = "decks/1951/spring.deck.yaml"
TITLE = "    title: Which ten"


@dataclass
class Sitting:
    """A window on a desk, and the pack that it plays with."""

    pack: Path
    session: Session
    driver: Driver

    def change(self, old: str, new: str, file: str = SPRING) -> None:
        """Save a file with a change, and let time pass until it is noticed."""
        path = self.pack / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        self.wait()

    def wait(self) -> None:
        for _ in range(3):
            self.driver.wait(EVERY)

    @property
    def words(self) -> str:
        return " ".join(widget.label for widget in self.driver.window.root.walk())


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    pack = tmp_path / "content"
    shutil.copytree(installed.content(), pack)
    rules = load([pack])
    session = Session(
        rules, rules.texts, Preferences(), Slots(tmp_path / "saves"), Sound(installed.assets() / "sounds"),
        Routes(TitleScene, DeskScene),
    )
    session.begin(Setup("ten-cooperatives", 7, 160, "teacher"))
    driver = Driver(Window(installed.assets(), "Two Ledgers", session.preferences), DeskScene(session))
    driver.window.between_frames = Reloader(driver.window, session, [pack])
    return Sitting(pack, session, driver)


def test_an_open_card_is_shown_anew_when_it_is_saved(sitting: Sitting) -> None:
    sitting.driver.window.apply(Push(CardScene(sitting.session, "which-ten")))
    sitting.change(TITLE, "    title: Which ten of them")
    assert isinstance(sitting.driver.scene, CardScene)
    assert "Which ten of them" in sitting.words


def test_a_change_is_in_force_on_the_next_card_that_is_opened(sitting: Sitting) -> None:
    sitting.change("text: Han's ten. Turn Li Shunda down.", "text: Take Han's ten.")
    sitting.driver.window.apply(Push(CardScene(sitting.session, "which-ten")))
    assert "Take Han's ten." in sitting.words


def test_a_mistake_is_told_with_its_place_and_the_last_good_deck_stays(sitting: Sitting) -> None:
    sitting.change(TITLE, "    titel: Which ten")
    assert isinstance(sitting.driver.scene, ChangedScene)
    assert "spring.deck.yaml:" in sitting.words and "did you mean 'title'?" in sitting.words
    assert sitting.session.rules.cards["which-ten"].title == "Which ten"
    sitting.driver.press("ENTER")
    assert isinstance(sitting.driver.scene, DeskScene)


def test_the_message_goes_when_the_mistake_is_mended(sitting: Sitting) -> None:
    sitting.change(TITLE, "    titel: Which ten")
    sitting.change("    titel: Which ten", "    title: Which ten now")
    assert isinstance(sitting.driver.scene, DeskScene)
    assert sitting.session.rules.cards["which-ten"].title == "Which ten now"


def test_a_second_mistake_takes_the_place_of_the_first(sitting: Sitting) -> None:
    sitting.change(TITLE, "    titel: Which ten")
    sitting.change("    kind: campaign", "    kind: campain")
    assert sum(isinstance(stage.scene, ChangedScene) for stage in sitting.driver.window.stages) == 1
    assert "did you mean 'campaign'?" in sitting.words


def test_of_many_mistakes_some_are_told_and_the_rest_is_counted(sitting: Sitting) -> None:
    path = sitting.pack / SPRING
    path.write_text(path.read_text(encoding="utf-8").replace("    title:", "    titel:"), encoding="utf-8")
    sitting.wait()
    assert " more" in sitting.words
    window = sitting.driver.window.surface.get_rect()
    assert all(window.contains(widget.rect) for widget in sitting.driver.window.root.walk())


def test_a_game_goes_on_after_a_change_and_closes_its_season(sitting: Sitting) -> None:
    answered = next(paper.card for paper in desk_page(sitting.session.playing).papers if paper.wants_answer)
    assert sitting.session.do(Answer(answered.id, answered.choices[0].id)) is None
    sitting.change(TITLE, "    title: Which ten of them")
    assert sitting.session.playing.undoable is None
    assert sitting.session.do(CloseSeason()) is None
    assert sitting.session.playing.state.turn == 1


def test_a_card_that_is_taken_out_while_it_is_open_can_still_be_read(sitting: Sitting) -> None:
    card = one_by_itself(sitting.session.rules)
    sitting.driver.window.apply(Push(CardScene(sitting.session, card.id)))
    deck = next(path for path in sitting.pack.rglob("*.deck.yaml") if f"  - id: {card.id}\n" in path.read_text("utf-8"))
    head, _, rest = deck.read_text(encoding="utf-8").partition(f"  - id: {card.id}\n")
    others = rest.partition("\n  - id: ")
    deck.write_text(head + others[1].lstrip("\n") + others[2], encoding="utf-8")
    sitting.wait()
    assert all(card.id not in ids for ids in sitting.session.rules.decks.values())
    assert isinstance(sitting.driver.scene, CardScene)
    assert card.title in sitting.words


def one_by_itself(rules: Ruleset) -> Card:
    """A card on which no other depends: it sets no flag, and no other leads to it."""
    cards = rules.cards.values()
    effects = [effect for card in cards for choice in card.choices for effect in choice.effects]
    followed = {effect.card for effect in effects if isinstance(effect, FollowUp)}
    return next(
        card for card in cards
        if card.id not in followed
        and not any(isinstance(effect, SetFlag | FollowUp) for choice in card.choices for effect in choice.effects)
    )  # fmt: skip


def test_a_scenario_that_is_gone_needs_a_new_game(sitting: Sitting) -> None:
    sitting.change("to: 1951-winter", "to: 1952-spring", "scenarios/ten-cooperatives.scenario.yaml")
    assert isinstance(sitting.driver.scene, ChangedScene)
    assert "Begin a new one" in sitting.words
    assert str(sitting.session.rules.scenarios["ten-cooperatives"].last) == "1951-winter"


def test_a_file_that_is_still_being_written_is_waited_for(sitting: Sitting) -> None:
    deck = sitting.pack / SPRING
    text = deck.read_text(encoding="utf-8")
    sitting.driver.wait(EVERY)
    deck.write_text(text[: len(text) // 2], encoding="utf-8")
    sitting.driver.wait(EVERY)
    assert isinstance(sitting.driver.scene, DeskScene)
    deck.write_text(text.replace(TITLE, "    title: Written"), encoding="utf-8")
    sitting.wait()
    assert sitting.session.rules.cards["which-ten"].title == "Written"


def test_nothing_is_read_while_nothing_changes(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(paths: object) -> None:
        raise AssertionError("nothing has changed")

    monkeypatch.setattr("game.ui.reload.load", refused)
    (sitting.pack / "notes.txt").write_text("nobody reads this", encoding="utf-8")
    sitting.wait()


def test_files_that_come_and_go_are_noticed(tmp_path: Path) -> None:
    before = stamps([tmp_path])
    (tmp_path / "a.yaml").write_text("a: 1\n", encoding="utf-8")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "b.yaml").write_text("b: 1\n", encoding="utf-8")
    assert (before, list(stamps([tmp_path]))) == ({}, [tmp_path / "a.yaml"])


def test_text_play_watches_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["play", "--text", "--watch"]) == 2
    assert "in the window only" in capsys.readouterr().err


def test_the_game_watches_when_it_is_asked_to(tmp_path: Path) -> None:
    from game.ui.app import App

    for watch in (False, True):
        app = App([installed.content()], installed.assets(), tmp_path)
        app.watch = watch
        app._open()
        app._load()
        assert app.window is not None
        assert isinstance(app.window.between_frames, Reloader) is watch
