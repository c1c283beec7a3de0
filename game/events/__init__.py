"""Cards, their conditions and effects, the draw. No YAML here: the ruleset reads the files."""

from game.events.cards import Card, Choice, Costs, Filed, Guess, Paper, Source, Window, count_words, linked, plain
from game.events.conditions import Condition, parse
from game.events.draw import DrawLimits, draw
from game.events.effects import Effect, reveals
from game.events.syntax import ConditionError

__all__ = [
    "Card",
    "Choice",
    "Condition",
    "ConditionError",
    "Costs",
    "DrawLimits",
    "Effect",
    "Filed",
    "Guess",
    "Paper",
    "Source",
    "Window",
    "count_words",
    "draw",
    "linked",
    "parse",
    "plain",
    "reveals",
]
