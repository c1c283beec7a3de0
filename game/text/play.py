"""The whole game as plain text: seasons one after another, then the debriefing. Input and output are passed in."""

from __future__ import annotations

from collections.abc import Callable

from game.campaign.game import Game
from game.campaign.savefile import Save
from game.campaign.slots import Slots
from game.text.archive import show_archive
from game.text.debrief import show_debrief
from game.text.season import play_season
from game.text.sitting import Leaving, Sitting
from game.text.talk import Talk


def play(
    game: Game,
    keep: Callable[[Save], None],
    ask: Callable[[str], str],
    say: Callable[[str], None],
    reduced: bool = True,
    slots: Slots | None = None,
) -> int:
    """Play to the end of the scenario and its debriefing, or until the player leaves, stops it or the input ends.

    ``keep`` writes the autosave (and may raise SaveError, which is said); ``ask`` may raise EOFError at the end of
    input; with ``slots`` the player can keep the game in a slot, and is told where it lies. Returns 0.
    """
    talk = Talk(game.rules.texts, ask, say)
    sitting = Sitting(talk, game, keep, reduced, slots)
    talk.commands[game.rules.texts("play.key.archive")] = lambda: show_archive(sitting)
    try:
        _play(sitting)
    except (EOFError, KeyboardInterrupt, Leaving):
        talk.say("")
        if sitting.autosave():
            sitting.say_where()
    return 0


def _play(sitting: Sitting) -> None:
    if not sitting.game.decisions:
        _say_opening(sitting)
    while not sitting.game.state.ended:
        play_season(sitting)
    show_debrief(sitting)
    sitting.autosave()
    sitting.talk.tell("play.over")


def _say_opening(sitting: Sitting) -> None:
    talk, scenario = sitting.talk, sitting.scenario
    talk.heading(scenario.title)
    talk.say("")
    for paragraph in scenario.opening:
        talk.prose(paragraph)
    talk.tell("play.goals")
    for goal in scenario.goals:
        talk.line(goal, indent=3)
    talk.say("")
    for text_id in ("play.how.numbers", "play.how.ledgers", "play.how.keys"):
        talk.tell(text_id)
