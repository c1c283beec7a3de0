"""The worked example of docs/authors/first-card.md is what it says: sound, seen and played."""

from __future__ import annotations

import re
import shlex
from functools import lru_cache
from pathlib import Path

import pytest

from game import installed
from game.author.staging import Wanted, stage
from game.campaign.decisions import Answer, CloseSeason
from game.campaign.game import Game
from game.cli import main
from game.ruleset import check, load
from game.ruleset.content import Ruleset

PAGE = (Path(__file__).parents[2] / "docs" / "authors" / "first-card.md").read_text(encoding="utf-8")
FILES = ("pack.yaml", "decks/1951/dry-well.deck.yaml")
"""What the page's pieces of YAML stand in, in their order."""
COMMANDS = re.findall(r"^python main\.py (.+)$", PAGE, re.MULTILINE)


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pack as the page makes it: begun by the command, then written."""
    folder = tmp_path_factory.mktemp("author") / "dry-well"
    assert main([*in_place(COMMANDS[0], folder)]) == 0
    pieces = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    for name, text in zip(FILES, pieces, strict=True):
        assert (folder / name).is_file(), "the page speaks of a file that the command does not make"
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "archive" / "dry-well.archive.yaml").unlink()
    return folder


def in_place(command: str, folder: Path) -> list[str]:
    """The words of a command of the page, the pack where the test has it."""
    words = shlex.split(command)
    picture = str(folder.with_suffix(".png"))
    named = {"dry-well": str(folder), "a-dry-well.png": picture}
    return [named.get(word, word) if words[at - 1] != "--id" else word for at, word in enumerate(words)]


@lru_cache
def rules(pack: Path) -> Ruleset:
    return load([installed.content(), pack])


def test_the_page_has_a_command_for_each_step() -> None:
    assert [command.split()[0] for command in COMMANDS] == ["new", "check", "check", *["preview"] * 4]


def test_the_pack_is_sound(pack: Path) -> None:
    assert check([pack], installed.content()) == []


@pytest.mark.parametrize("command", [each for each in COMMANDS[1:] if "--window" not in each])
def test_every_command_of_the_page_works(pack: Path, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(in_place(command, pack)) == 0
    assert capsys.readouterr().err == ""


def test_without_teams_the_first_choice_is_closed(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (command,) = (each for each in COMMANDS if "--set" in each)
    assert main(in_place(command, pack)) == 0
    assert "Closed: Nobody is left to be sent." in capsys.readouterr().out


def test_the_card_is_played_and_its_follow_up_comes_in_summer(pack: Path) -> None:
    game = stage(rules(pack), rules(pack).cards["a-dry-well"], Wanted())
    answered = game.do(Answer("a-dry-well", "send-two"))
    assert isinstance(answered, Game)
    assert answered.state.team_turns == game.state.team_turns - 2
    summer = answered.do(CloseSeason())
    assert isinstance(summer, Game)
    assert (str(summer.state.season), "water-at-forty-feet" in summer.state.on_desk) == ("1951-summer", True)
    autumn = summer.do(CloseSeason())
    assert isinstance(autumn, Game)
    entries = [entry.values.get("entry", "") for entry in autumn.state.dossier.tagged("care")]
    assert any("dig a well" in str(entry) for entry in entries)


def test_without_the_digging_nothing_is_found(pack: Path) -> None:
    game = stage(rules(pack), rules(pack).cards["a-dry-well"], Wanted())
    later = game.do(CloseSeason())
    assert isinstance(later, Game)
    assert "water-at-forty-feet" not in later.state.on_desk


def test_the_card_can_come_in_the_scenario_that_the_page_names(pack: Path) -> None:
    deck = rules(pack).deck(rules(pack).scenarios["ten-cooperatives"])
    assert {"a-dry-well", "water-at-forty-feet"} <= {card.id for card in deck}
