"""The action: one season's decisions as a space of arrays, and the policy that such an action amounts to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from gymnasium import spaces
from gymnasium.error import InvalidAction

from game.campaign import decisions as made
from game.campaign.desk import FOLDERS, STEPS, ledger_lines
from game.campaign.game import Game
from game.campaign.pages import CardPage, ChoicePage, ReportLine
from game.campaign.policies.builtin import Habits, default_answer, pass_on
from game.campaign.policies.player import Policy
from game.economy.settings import SETTINGS, Setting, Value
from game.environment.papers import most_choices, papers_in_slots, slots_of
from game.reporting.indicators import Indicator
from game.ruleset.content import Ruleset, Scenario

Action = Mapping[str, Any]

HIGHEST_FACTOR: Final = 3.0
"""Most that can be filed, as a factor on the middle of what is known. Assumed: room for any exaggeration of a
whole prefecture; much more would be sent back as a slip of the pen."""


def factor_of(bend: float) -> float:
    """The factor on the middle of what is known: 0 at -1, 1 (what is known) at 0, ``HIGHEST_FACTOR`` at 1."""
    return 1.0 + bend * ((HIGHEST_FACTOR - 1.0) if bend > 0.0 else 1.0)


def bend_of(factor: float) -> float:
    """The bend that files by a factor.

    Raises: ValueError for a factor below 0 or above ``HIGHEST_FACTOR``.
    """
    if not 0.0 <= factor <= HIGHEST_FACTOR:
        raise ValueError(f"a factor of {factor:g} cannot be filed; it lies between 0 and {HIGHEST_FACTOR:g}")
    return (factor - 1.0) / ((HIGHEST_FACTOR - 1.0) if factor > 1.0 else 1.0)


def desk_settings() -> tuple[Setting, ...]:
    """Every standing decision that lies on a desk, in the order of ``SETTINGS``; not those of the world."""
    return tuple(setting for setting in SETTINGS.values() if setting.desk in FOLDERS)


def steps_of(setting: Setting) -> tuple[Value, ...]:
    """The values that an action can set: a switch's two, a choice's words, or the steps that the desk offers."""
    if setting.kind == "switch":
        return (False, True)
    if setting.kind == "choice":
        return setting.choices
    offered = STEPS.get(setting.id, (setting.low, setting.default, setting.high))
    return tuple(sorted({float(step) for step in offered if setting.accepts(step)}))


@dataclass(frozen=True, slots=True)
class Levers:
    """What can be done in a season of a scenario. Counts and order are the same in every season."""

    lines: tuple[Indicator, ...]
    """Every line that the form has by the scenario's last season; those that are not there yet let an entry pass."""
    settings: tuple[tuple[Setting, tuple[Value, ...]], ...]
    counties: tuple[str, ...]
    notes: tuple[str, ...]
    promises: tuple[tuple[str, tuple[str, ...]], ...]
    """For each kind of promise (up, down, private) the promises there are."""
    slots: int
    choices: int
    """The most answers that any paper has."""

    def space(self) -> spaces.Dict:
        """The action space. 0 always means: leave it as it is, to its default, or (a bend) at what is known."""
        lines = len(self.lines)
        return spaces.Dict({
            "settings": spaces.MultiDiscrete([len(steps) + 1 for _, steps in self.settings]),
            "papers": spaces.MultiDiscrete([self.choices + 1] * self.slots),
            "teams": spaces.MultiBinary(len(self.counties)),
            "enter": spaces.MultiBinary(lines),
            "bend": spaces.Box(-1.0, 1.0, (lines,), np.float64),
            "note": spaces.Discrete(len(self.notes) + 1),
            "promises": spaces.MultiDiscrete([len(ids) + 1 for _, ids in self.promises]),
        })  # fmt: skip

    def idle(self) -> dict[str, Any]:
        """The action that changes nothing: as the built-in policy ``idle`` decides."""
        lines = len(self.lines)
        return {
            "settings": np.zeros(len(self.settings), np.int64),
            "papers": np.zeros(self.slots, np.int64),
            "teams": np.zeros(len(self.counties), np.int8),
            "enter": np.zeros(lines, np.int8),
            "bend": np.zeros(lines, np.float64),
            "note": np.int64(0),
            "promises": np.zeros(len(self.promises), np.int64),
        }

    def policy(self, action: Action, game: Game) -> Policy:
        """The action as a cadre's way of deciding this one season.

        Raises: InvalidAction if it does not lie in the space.
        """
        if not self.space().contains(dict(action)):
            raise InvalidAction("the action does not lie in env.action_space; start from env.unwrapped.idle_action()")
        numbers = [int(number) for number in action["papers"]]
        wanted = {page.card.id: number for page, number in zip(papers_in_slots(game), numbers, strict=False)}

        def answer(page: CardPage, game: Game) -> ChoicePage:
            number = wanted.get(page.card.id, 0)
            if 0 < number <= len(page.choices) and page.choices[number - 1].open:
                return page.choices[number - 1]
            return default_answer(page, game)

        def figure(line: ReportLine, game: Game) -> float | None:
            return entered(line, self.lines.index(line.indicator), action, game)

        def desks(game: Game) -> list[made.Decision]:
            return list(self._desks(action))

        return Policy("action", Habits("action", "One season's action.", answer, figure, desks))

    def _desks(self, action: Action) -> Iterator[made.Decision]:
        """Everything but papers and figures. What cannot be carried out is let pass, as a clerk would."""
        for (setting, steps), number in zip(self.settings, action["settings"], strict=True):
            if number:
                yield made.Decide(setting.id, steps[int(number) - 1])
        for county, sent in zip(self.counties, action["teams"], strict=True):
            if sent:
                yield made.SendTeam(county)
        if action["note"]:
            yield made.CoveringNote(self.notes[int(action["note"]) - 1])
        for (kind, ids), number in zip(self.promises, action["promises"], strict=True):
            if number:
                yield made.MakePromise(kind, ids[int(number) - 1])


def entered(line: ReportLine, place: int, action: Action, game: Game) -> float | None:
    """The figure to file for a line, or nothing where the counties' (or a paper's) is to stand. Shares stop at one."""
    if not action["enter"][place]:
        return pass_on(line, game)
    value = line.known.middle * factor_of(float(action["bend"][place]))
    ceiling = game.rules.reporting.form.spec(line.indicator).ceiling
    return value if ceiling is None else min(value, ceiling)


def levers_of(rules: Ruleset, scenario: Scenario) -> Levers:
    """The levers of a scenario."""
    promises: dict[str, list[str]] = {}
    for promise in rules.politics.promises:
        promises.setdefault(promise.to, []).append(promise.id)
    return Levers(
        lines=ledger_lines(rules.reporting.form, scenario.last),
        settings=tuple((setting, steps_of(setting)) for setting in desk_settings()),
        counties=rules.prefecture.county_ids,
        notes=tuple(note.text_id for note in rules.politics.covering_notes),
        promises=tuple((kind, tuple(ids)) for kind, ids in promises.items()),
        slots=slots_of(scenario),
        choices=most_choices(rules),
    )
