"""The papers of a season as numbered slots: the same in what is observed and in what is answered."""

from __future__ import annotations

from game.campaign.desk import card_page, desk_page
from game.campaign.game import Game
from game.campaign.pages import CardPage
from game.ruleset.content import Ruleset, Scenario


def slots_of(scenario: Scenario) -> int:
    """How many papers a season can bring: those that ask for an answer, and news."""
    return scenario.cards.ask_at_most + scenario.cards.news_at_most


def most_choices(rules: Ruleset) -> int:
    """The most answers that any paper has."""
    return max(len(card.choices) for card in rules.cards.values())


def papers_in_slots(game: Game) -> list[CardPage]:
    """The papers that lie in a slot: first those that ask for an answer, by date, then news.

    A deck may oblige a season to bring more than its limits; papers without a slot take their default answer.
    """
    papers = sorted(desk_page(game).papers, key=lambda paper: not paper.wants_answer)
    scenario = game.rules.scenarios[game.state.setup.scenario]
    return [card_page(game, paper.card.id) for paper in papers[: slots_of(scenario)]]
