"""A text game from the command to its end: go on with a saved game or begin a new one, then play."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from game.base.seasons import Season
from game.campaign.decisions import CloseSeason
from game.campaign.game import Game, load
from game.campaign.savefile import Save, read
from game.campaign.slots import AUTOSAVE, Slots
from game.ruleset.content import Ruleset
from game.text.play import play
from game.text.start import Given, checked, choose
from game.text.talk import Talk
from game.text.words import season_lower


def run_text(
    rules: Ruleset,
    slots: Slots,
    load_file: Path | None,
    scenario: str | None,
    seed: int | None,
    ask: Callable[[str], str],
    say: Callable[[str], None],
    given: Given | None = None,
) -> int:
    """Play as plain text; returns 0. ``given`` settles more than the command names, so that it is not asked.

    Raises: CallError if there is no such scenario; SaveError if the file cannot be played on.
    """
    if load_file is not None:
        return _play(load(rules, read(load_file), load_file.name), True, slots, ask, say)
    given = given or Given(scenario=scenario, seed=seed)
    checked(rules, given)
    if given == Given() and (save := _unfinished(slots, rules)) is not None and _goes_on(save, rules, ask, say):
        return _play(load(rules, save, AUTOSAVE), True, slots, ask, say)
    chosen = choose(rules, ask, say, given)
    return _play(Game.begin(rules, chosen.setup), chosen.reduced, slots, ask, say)


def _play(
    game: Game, reduced: bool, slots: Slots, ask: Callable[[str], str], say: Callable[[str], None]
) -> int:
    return play(game, lambda save: slots.keep(AUTOSAVE, save), ask, say, reduced, slots)


def _unfinished(slots: Slots, rules: Ruleset) -> Save | None:
    """The autosave, if it holds a game that is not over."""
    save = slots.look(AUTOSAVE).save
    scenario = rules.scenarios.get(save.setup.scenario) if save is not None else None
    if save is None or scenario is None:
        return None
    closed = sum(isinstance(decision, CloseSeason) for decision in save.decisions)
    return save if closed < len(scenario.seasons) else None


def _goes_on(save: Save, rules: Ruleset, ask: Callable[[str], str], say: Callable[[str], None]) -> bool:
    """Whether the player goes on with the game in the autosave."""
    talk, texts = Talk(rules.texts, ask, say), rules.texts
    scenario, season = rules.scenarios[save.setup.scenario], season_lower(texts, Season.parse(save.season))
    talk.head("play.start.which")
    go_on = texts("play.start.go-on", scenario=scenario.title, season=season)
    try:
        return talk.choose((go_on, texts("play.start.new")), back=False) == 1
    except EOFError:
        return True
