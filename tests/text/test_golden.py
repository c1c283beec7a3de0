"""Whole playthroughs as text, line by line."""

from game.campaign.game import Game
from game.text.play import play
from game.text.start import Given, choose

from .scripts import Played, holds, script

VILLAGES = 64


def campaign(rules, typed):
    """A game from the first question to the end, from a script."""
    played = Played(typed)
    chosen = choose(rules, played.ask, played.say, Given(villages=VILLAGES))
    play(Game.begin(rules, chosen.setup), lambda save: None, played.ask, played.say, chosen.reduced)
    return played.output


def test_a_file_of_empty_lines_plays_to_the_debriefing(rules):
    output = campaign(rules, "")
    assert rules.texts("play.over") in output
    holds("empty-lines", output)


def test_a_high_file_with_a_team_a_promise_and_some_words(rules):
    typed = "\n" * 6 + script("a-high-file")
    holds("a-high-file", campaign(rules, typed))
