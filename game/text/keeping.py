"""This game, in plain text: keep it in a slot, choose the level of detail, see the debriefing so far, leave."""

from __future__ import annotations

from collections.abc import Callable

from game.campaign.slots import AUTOSAVE, SLOTS, SlotInfo
from game.text.debrief import show_debrief
from game.text.sitting import Leaving, Sitting


def show_game_menu(sitting: Sitting) -> None:
    """Keep the game, choose the level of detail, stop here, leave."""
    texts = sitting.texts
    detail = "play.game.full" if sitting.reduced else "play.game.reduced"
    acts: list[tuple[str, Callable[[], object]]] = [(detail, lambda: _switch_detail(sitting))]
    if sitting.slots is not None:
        acts.append(("play.game.keep", lambda: _keep(sitting)))
    if sitting.game.state.turn:
        acts.append(("play.game.debrief", lambda: show_debrief(sitting)))
    acts.append(("play.game.leave", _leave))
    sitting.talk.head("play.menu.game")
    number = sitting.talk.choose([texts(words) for words, _ in acts], default=0)
    if number:
        acts[number - 1][1]()


def _switch_detail(sitting: Sitting) -> None:
    sitting.reduced = not sitting.reduced
    sitting.talk.tell("play.paper.reduced" if sitting.reduced else "play.paper.full")


def _leave() -> None:
    raise Leaving


def _keep(sitting: Sitting) -> None:
    """Choose a slot and keep the game in it."""
    assert sitting.slots is not None
    slots = [slot for slot in SLOTS if slot != AUTOSAVE]
    sitting.talk.head("play.game.keep")
    lines = [_slot(sitting.slots.look(slot), number, sitting) for number, slot in enumerate(slots, 1)]
    number = sitting.talk.choose(lines, default=0)
    if number and sitting.keep_in(slots[number - 1]):
        sitting.talk.say(sitting.texts("play.kept-in", path=sitting.slots.path(slots[number - 1])))


def _slot(info: SlotInfo, number: int, sitting: Sitting) -> str:
    texts = sitting.texts
    if info.save is None:
        return texts("play.game.slot-empty" if info.empty else "play.game.slot-damaged", number=number)
    scenario = sitting.game.rules.scenarios.get(info.save.setup.scenario)
    title = scenario.title if scenario else info.save.setup.scenario
    return texts("play.game.slot", number=number, scenario=title, season=info.save.season)
