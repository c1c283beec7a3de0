"""A game that goes on with other content than it began with, for an author who changes cards while playing."""

from __future__ import annotations

from game.base.changed import replace
from game.base.texts import Texts
from game.campaign.game import Game
from game.ruleset.content import Ruleset


def adopted(rules: Ruleset, before: Ruleset) -> Ruleset:
    """New content, with what it lacks and something open may still show: cards, entries, persons, sources, texts."""
    return replace(
        rules,
        cards={**before.cards, **rules.cards},
        archive={**before.archive, **rules.archive},
        people={**before.people, **rules.people},
        sources={**before.sources, **rules.sources},
        texts=Texts({**before.texts.entries, **rules.texts.entries}),
    )


def goes_on(game: Game, rules: Ruleset) -> Game | None:
    """The game with new content from now on, what was decided this season no longer to be taken back.

    Nothing if it cannot go on: another prefecture, or its scenario, background or a secretary is gone.
    """
    setup = game.state.setup
    same = (
        rules.prefecture.county_ids == game.rules.prefecture.county_ids
        and setup.scenario in rules.scenarios
        and rules.scenarios[setup.scenario].seasons == game.rules.scenarios[setup.scenario].seasons
        and setup.background in rules.backgrounds
        and {office.id for office in rules.politics.offices} == {office.id for office in game.rules.politics.offices}
    )
    if not same:
        return None
    return replace(game, rules=adopted(rules, game.rules), opened=game.state, opened_at=len(game.decisions))
