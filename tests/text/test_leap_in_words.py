"""The lines of the leap in plain text: said with their units from the season in which the form has them."""

from pathlib import Path

from game.campaign.game import Game
from game.campaign.policies import play as seasons_of
from game.campaign.policies import policy_named
from game.state import Setup
from game.text.play import play

from .scripts import Played


def test_a_sitting_of_1960_reads_out_reports_and_a_county_without_a_fault(rules):
    begun = Game.begin(rules, Setup("whole-file", 1951, 32, "teacher"))
    opened = seasons_of(begun, policy_named("historical", rules)[0])
    game = next(game for game in opened if str(game.state.season) == "1960-winter")
    played = Played("", endless=True)
    assert play(game, lambda _: None, played.ask, played.say) == 0
    said = "\n".join(played.said)
    assert "Deaths above the ordinary" in said
    assert "per cent of people" in said
    assert " people" in said


def test_the_golden_files_of_1951_know_nothing_of_the_leap():
    golden = Path(__file__).parents[1] / "golden"
    for file in golden.glob("*.txt"):
        words = file.read_text(encoding="utf-8")
        assert not [name for name in ("Metal smelted", "In canteens", "Land watered", "Deaths above") if name in words]
