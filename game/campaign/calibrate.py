"""Each documented figure beside the simulated one, under the policy ``historical``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from game.base.problems import CallError
from game.base.seasons import Season, seasons_between
from game.campaign.citations import cite
from game.campaign.figures import NOT_MODELLED, measured
from game.campaign.game import Game
from game.campaign.policies import play_out, policy_named
from game.ruleset.content import DocumentedFigure, Ruleset, Scenario
from game.state import Setup

Status = Literal["met", "missed", "unmet"]
Values = tuple[float | None, ...]
"""What one campaign gives, figure by figure; none where the model has no measure."""
POLICY: Final = "historical"
SEEDS: Final = 5
"""Campaigns that a calibration runs; an odd number, so that there is a middle one."""
ROUNDING: Final = 1e-9
"""So that a figure at the very edge of its tolerance is not missed by a rounding."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One documented figure and what the model makes of it."""

    figure: DocumentedFigure
    simulated: float | None
    """The middle one of the seeds; none if the model has no measure for the figure."""
    span: tuple[float, ...]
    """The least and the greatest of the seeds."""
    status: Status
    page: str

    def as_json(self) -> dict[str, Any]:
        """The keys of docs/interfaces."""
        figure = self.figure
        documented: float | list[float] = figure.low if figure.low == figure.high else [figure.low, figure.high]
        return {
            "id": figure.id, "title": figure.title, "place": figure.place, "rung": figure.rung,
            "season": str(figure.season), "documented": documented, "simulated": self.simulated,
            "span": list(self.span),
            "tolerance": figure.tolerance, "unit": figure.unit, "page": self.page, "status": self.status,
            "reason": figure.unmet or figure.reason,
        }  # fmt: skip


def calibrate(
    rules: Ruleset, seed: int, villages: int | None = None, figures: Iterable[DocumentedFigure] | None = None
) -> list[Compared]:
    """Run the documented course on some seeds and compare the middle of what they give for every figure.

    One seed is one weather and one lot of papers; the documents are compared with neither. Without ``figures``, those
    of the content are taken; those whose seasons no scenario plays are left out.

    Raises: CallError if no scenario plays any of them.
    """
    scenario, chosen = comparable(rules, figures)
    courses = [course_values(rules, seed + more, villages, scenario, chosen) for more in range(SEEDS)]
    return compare(rules, chosen, courses)


def comparable(
    rules: Ruleset, figures: Iterable[DocumentedFigure] | None = None
) -> tuple[Scenario, list[DocumentedFigure]]:
    """The scenario that plays most of the figures, the longest of those, and the figures that it plays.

    Raises: CallError if no scenario plays any of them.
    """
    wanted = list(rules.calibration.values() if figures is None else figures)
    played = {name: [f for f in wanted if _is_played(f, scenario)] for name, scenario in rules.scenarios.items()}
    best = max(rules.scenarios.values(), key=lambda s: (len(played[s.id]), len(s.seasons)), default=None)
    if best is None or not played[best.id]:
        raise CallError("there is no scenario in which a figure of rules/calibration.yaml can be measured")
    return best, played[best.id]


def _is_played(figure: DocumentedFigure, scenario: Scenario) -> bool:
    """Whether a scenario has every season that the figure speaks of; for true figures its years before count, too."""
    lived = seasons_between(scenario.run_up_from or scenario.first, scenario.last)
    there = set(lived if figure.rung == "true" else scenario.seasons)
    return figure.measure == NOT_MODELLED or seasons_of(figure) <= there


def seasons_of(figure: DocumentedFigure) -> set[Season]:
    """Every season that a figure names."""
    named = (figure.season, figure.against, figure.since, figure.over, figure.per_in)
    return {season for season in named if season is not None}


def course_values(
    rules: Ruleset, seed: int, villages: int | None, scenario: Scenario, figures: Sequence[DocumentedFigure]
) -> Values:
    """What the documented course gives for each figure on one seed."""
    policy, _ = policy_named(POLICY, rules, scenario)
    setup = Setup(scenario.id, seed, villages or scenario.villages, min(rules.backgrounds))
    game: Game = play_out(Game.begin(rules, setup), policy)
    return tuple(measured(figure, game) for figure in figures)


def compare(rules: Ruleset, figures: Sequence[DocumentedFigure], courses: Sequence[Values]) -> list[Compared]:
    """The middle of the courses beside each figure."""
    by_figure = zip(figures, zip(*courses, strict=True), strict=True)
    return [_compared(figure, values, rules) for figure, values in by_figure]


def _compared(figure: DocumentedFigure, values: Values, rules: Ruleset) -> Compared:
    pages = "; ".join(cite(source, rules) for source in figure.sources)
    found = sorted(value for value in values if value is not None)
    if not found:
        return Compared(figure, None, (), "unmet" if figure.unmet else "missed", pages)
    simulated = found[len(found) // 2]
    room = figure.tolerance * max(abs(figure.low), abs(figure.high)) + ROUNDING
    within = figure.low - room <= simulated <= figure.high + room
    status: Status = "met" if within else "unmet" if figure.unmet else "missed"
    return Compared(figure, simulated, (found[0], found[-1]), status, pages)
