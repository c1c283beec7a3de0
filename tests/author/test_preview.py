"""``preview``: a card as the player will see it, in the season and with the values that its author names."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

from game import installed
from game.author.preview import answered, as_text, notes
from game.author.staging import Wanted, given, stage
from game.base.problems import CallError
from game.base.seasons import Season
from game.campaign.desk import card_page
from game.campaign.game import Game
from game.cli import main
from game.events.cards import Card, Window
from game.ruleset import Ruleset, load
from game.views.values import values_of
from tests.ruleset.samples import PACK, write_pack


@lru_cache
def rules() -> Ruleset:
    return load([installed.content()])


def card_that(fits: object) -> Card:
    return next(card for card in rules().cards.values() if fits(card))  # type: ignore[operator]


def staged(card: Card, **wanted: object) -> Game:
    return stage(rules(), card, Wanted(**wanted))  # type: ignore[arg-type]


TWO_NUMBERS = "two-numbers-for-one-field"


def test_the_card_lies_on_the_desk_in_the_first_season_of_its_window() -> None:
    card = rules().cards[TWO_NUMBERS]
    game = staged(card)
    assert game.state.season == card.window.first
    assert game.state.on_desk[0] == card.id
    assert card_page(game, card.id).answered is None


def test_a_card_that_was_answered_on_the_way_lies_open_again() -> None:
    spring = Season.parse("1951-spring")
    card = card_that(lambda card: card.needed and card.window == Window(spring, spring))
    game = staged(card, season="1951-autumn")
    assert card_page(game, card.id).answered is None


def test_the_text_has_what_text_play_says() -> None:
    card = rules().cards[TWO_NUMBERS]
    said = "\n".join(as_text(staged(card), card, reduced=False))
    assert card.title in said
    assert "already typed. It says" in said.replace("\n", " ")
    assert all(f"{number}. {choice.text.split()[0]}" in said for number, choice in enumerate(card.choices, 1))
    assert card.documented.split(".")[0] not in said.replace("\n", " ")


def test_with_an_answer_what_is_documented_is_shown() -> None:
    card = rules().cards[TWO_NUMBERS]
    said = " ".join(as_text(staged(card), card, False, card.choices[0].id))
    assert card.documented.split(".")[0] in said


def test_the_state_that_the_author_names_closes_a_choice() -> None:
    card = rules().cards[TWO_NUMBERS]
    closed = card_page(staged(card, values={"team_turns": "1"}), card.id)
    assert [choice.open for choice in closed.choices] == [True, True, True, False]


def test_values_of_conditions_flags_and_settings_can_all_be_named() -> None:
    values = {"hungry_share": "0.25", "trust_in_wuxiang": "0.1", "sent-two-point-six": "true", "land_share": "0.5",
              "exit_allowed": "false", "sideline_work": "barred"}  # fmt: skip
    game = staged(rules().cards["which-ten"], values=values)
    found = values_of(game.state, rules())
    assert (found["hungry_share"], found["trust_in_wuxiang"], found["land_share"]) == (0.25, 0.1, 0.5)
    assert found["exit_allowed"] == 0.0
    assert "sent_two_point_six" in game.state.deck.flags
    assert game.state.desk.value("sideline_work") == "barred"


def test_a_game_assumes_nothing() -> None:
    assert staged(rules().cards["which-ten"]).state.assumed == {}


def test_the_notes_say_whether_conditions_hold_and_with_which_values() -> None:
    card = rules().cards[TWO_NUMBERS]
    told = "\n".join(notes(staged(card, values={"cooperatives_in_wuxiang": "0"}), card))
    assert "the card: cooperatives_in_wuxiang > 0 and not waited_for_autumn: does not hold" in told
    assert "cooperatives_in_wuxiang = 0, waited_for_autumn = 0" in told


def test_the_notes_say_when_the_season_is_outside_the_window() -> None:
    card = rules().cards[TWO_NUMBERS]
    assert any("it would not come in this season" in line for line in notes(staged(card, season="1951-spring"), card))


def test_hard_content_can_be_seen_in_its_reduced_form() -> None:
    card = card_that(lambda card: card.reduced_text)
    full, reduced = (" ".join(as_text(staged(card), card, reduced)) for reduced in (False, True))
    assert card.reduced_text.split("[[")[0].split(".")[0][:40] in reduced
    assert full != reduced


def test_an_answer_that_is_closed_is_refused_with_a_way_out() -> None:
    card = rules().cards[TWO_NUMBERS]
    game = staged(card, values={"team_turns": "0"})
    with pytest.raises(CallError, match="closed in this state; open it with --set"):
        answered(game, card, card.choices[3].id)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["which-tne"], "did you mean 'which-ten'?"),
        (["which-ten", "--season", "1951"], "write it as 1952-spring"),
        (["which-ten", "--season", "1999-spring"], "no scenario has the season"),
        (["which-ten", "--season", "1958-spring", "--scenario", "ten-cooperatives"], "runs 1951-spring to 1951-winter"),
        (["which-ten", "--scenario", "ten"], "there is no scenario 'ten'"),
        (["which-ten", "--policy", "nobody"], "no policy"),
        (["which-ten", "--set", "hungr_share=1"], "did you mean 'hungry_share'?"),
        (["which-ten", "--set", "hungry_share=2"], "is from 0 to 1"),
        (["which-ten", "--set", "hungry_share=much"], "is a number"),
        (["which-ten", "--set", "hungry_share"], "write it as hungry_share=0.1"),
        (["which-ten", "--set", "exit_allowed=3"], "true, false"),
        (["which-ten", "--set", "sent-two-point-six=3"], "is true or false"),
        (["which-ten", "--answer", "no"], "has no choice"),
        (["which-ten", "--png", "card.png", "--window"], "leave out --png or --window"),
        (["which-ten", "--pack", "nowhere"], "there is no file or folder"),
        (["which-ten", "--png", "no/such/folder/card.png"], "cannot be written"),
    ],
)
def test_a_wrong_call_is_answered_in_one_line(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["preview", *arguments]) == 2
    said = capsys.readouterr()
    assert words in said.err
    assert (said.out, len(said.err.splitlines())) == ("", 1)


def test_given_values_are_read() -> None:
    assert given(["trust = 0.2", "a=b=c"]) == {"trust": "0.2", "a": "b=c"}


def test_a_picture_is_drawn_by_the_scene_of_the_game(tmp_path: Path) -> None:
    import pygame

    png = tmp_path / "card.png"
    assert main(["preview", TWO_NUMBERS, "--png", str(png)]) == 0
    picture = pygame.image.load(png)
    assert picture.get_size() == (1280, 720)
    assert len({tuple(picture.get_at((x, 200))) for x in range(100, 1200)}) > 20


def test_a_picture_is_a_png_whatever_it_is_called(tmp_path: Path) -> None:
    drawn = tmp_path / "card.jpg"
    assert main(["preview", TWO_NUMBERS, "--png", str(drawn)]) == 0
    assert drawn.read_bytes().startswith(b"\x89PNG")


def test_a_picture_shows_the_values_that_were_named(tmp_path: Path) -> None:
    first, second = tmp_path / "1.png", tmp_path / "2.png"
    assert main(["preview", TWO_NUMBERS, "--png", str(first), "--set", "team_turns=18"]) == 0
    assert main(["preview", TWO_NUMBERS, "--png", str(second), "--set", "team_turns=1"]) == 0
    assert first.read_bytes() != second.read_bytes()


def test_the_window_opens_on_the_card_and_leads_to_the_desk(monkeypatch: pytest.MonkeyPatch) -> None:
    from game.ui import card_picture
    from game.ui.driver import Driver
    from game.ui.scenes.card import CardScene
    from game.ui.scenes.desk import DeskScene
    from game.ui.window import Window as RealWindow

    seen: list[object] = []

    def by_hand(window: RealWindow) -> None:
        driver = Driver(window)
        seen.append(driver.scene)
        driver.press("1", "ENTER")
        seen.append(driver.find(key="undo") is not None)
        driver.press("ESC")
        seen.append(driver.scene)
        window.close()

    monkeypatch.setattr(RealWindow, "run_on", by_hand)
    card_picture.show(staged(rules().cards[TWO_NUMBERS]), TWO_NUMBERS, installed.assets(), reduced=False)
    card, undone, desk = seen
    assert isinstance(card, CardScene) and isinstance(desk, DeskScene)
    assert undone


def test_a_card_of_another_pack_is_shown_beside_the_shipped_ones(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people = PACK["people/office.people.yaml"].replace("du-wenbin", "guo-one")
    archive = PACK["archive/all.archive.yaml"].replace("id: dan", "id: jar").replace("id: mou", "id: field")
    archive = archive.replace("[[mou]]", "[[field]]").replace("see: [mou]", "see: [field]")
    archive = archive.replace("id: who", "id: so-who")
    files = {**PACK, "people/office.people.yaml": people, "archive/all.archive.yaml": archive}
    files["text/en/all.text.yaml"] = "small: {count: Papers}\n"
    files["pack.yaml"] = PACK["pack.yaml"].replace("id: hou", "id: other").replace("id: wong", "id: another").replace(
        "id: outside", "id: beyond"
    )
    pack = write_pack(tmp_path, files)
    assert main(["preview", "two-numbers", "--pack", str(pack), "--season", "1951-autumn"]) == 0
    assert "Two numbers for one field" in capsys.readouterr().out
