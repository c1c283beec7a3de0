"""The built-in kinds of cadre. Each is a few habits: how papers are answered, what is filed, what else is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from game.base.chance import Chance
from game.campaign import decisions as made
from game.campaign.desk import reports_page, settings_page
from game.campaign.game import Game
from game.campaign.pages import CardPage, ChoicePage, ReportLine
from game.campaign.policies.ways import CAUTIOUS, PROTECTOR, ZEALOT, in_this_way
from game.events.effects import (
    AnimalsLost,
    DossierLine,
    FearShift,
    Relief,
    SowingDisturbed,
    StandingShift,
    TrustShift,
)
from game.state import State

Answers = Callable[[CardPage, Game], ChoicePage]
Figures = Callable[[ReportLine, Game], float | None]
Desks = Callable[[Game], list[made.Decision]]


@dataclass(frozen=True, slots=True)
class Habits:
    """A built-in policy. ``meaning`` is for docs/policies.md."""

    name: str
    meaning: str
    answer: Answers
    figure: Figures
    desks: Desks


def chance_of(state: State) -> Chance:
    """The chance of the policy itself, apart from every stream of the world."""
    return Chance(state.setup.seed, state.season.index)


def default_answer(page: CardPage, game: Game) -> ChoicePage:
    """The default if it can be taken, else the first that can."""
    ordered = sorted(page.choices, key=lambda choice: choice.choice.id != page.default)
    return next(choice for choice in ordered if choice.open)


def documented_answer(page: CardPage, game: Game) -> ChoicePage:
    """The choice on record, where there is one and it can be taken."""
    taken = [choice for choice in page.choices if choice.choice.taken and choice.open]
    return taken[0] if taken else default_answer(page, game)


def pleasing_answer(page: CardPage, game: Game) -> ChoicePage:
    """The choice that superiors are likeliest to like, by the lines they are heard to hold."""
    open_choices = [choice for choice in page.choices if choice.open]
    return max(open_choices, key=lambda choice: (pleases(choice, game), -choice.number))


WEIGHT: Final[Mapping[str, float]] = {"province": 1.0, "centre": 0.8, "bureau": 0.5}
"""How much each office's liking counts for one who wants to rise. Assumed: nearest first."""


def pleases(choice: ChoicePage, game: Game) -> float:
    """How much superiors may like a choice, as one who reads them well expects."""
    liked = 0.0
    for effect in choice.choice.effects:
        if isinstance(effect, StandingShift):
            liked += WEIGHT.get(effect.office, 0.0) * effect.by
        elif isinstance(effect, DossierLine):
            liked += {"praise": 0.01, "blame": -0.02, "neutral": 0.0}[effect.tone]
    return liked


def sparing_answer(page: CardPage, game: Game) -> ChoicePage:
    """The choice that weighs least on villages, by what it says of trust, fear, sowing and animals."""
    open_choices = [choice for choice in page.choices if choice.open]
    return max(open_choices, key=lambda choice: (spares(choice), -choice.number))


def spares(choice: ChoicePage) -> float:
    """How far a choice spares the villages, as one who asks for them expects."""
    spared = 0.0
    for effect in choice.choice.effects:
        match effect:
            case TrustShift():
                spared += effect.by
            case FearShift():
                spared -= effect.by
            case SowingDisturbed() | AnimalsLost():
                spared -= effect.share
            case Relief():
                spared += 0.01
    return spared


def random_answer(page: CardPage, game: Game) -> ChoicePage:
    """Any choice that can be taken."""
    open_choices = [choice for choice in page.choices if choice.open]
    roll = chance_of(game.state).one(f"policy.answer.{page.card.id}")
    return open_choices[int(roll * len(open_choices))]


def pass_on(line: ReportLine, game: Game) -> float | None:
    """Leave the counties' figure, or what a paper's answer entered, as it is."""
    return line.filed if line.fixed_by_card else None


def as_known(line: ReportLine, game: Game) -> float | None:
    """The middle of what is known."""
    return line.known.middle


def what_pays(line: ReportLine, game: Game) -> float | None:
    """As high as the counties, the target and the best rival, but not absurdly above what is known."""
    wished = max([line.filed, line.counties, line.target or 0.0, *(rival.figure for rival in line.rivals)])
    return min(wished, max(line.counties, line.known.high * HIGHEST_OVER_KNOWN, line.filed))


HIGHEST_OVER_KNOWN: Final = 1.5
"""One who rises by figures files no more than this over the top of what is known. Assumed: half as much again."""


def no_higher(line: ReportLine, game: Game) -> float | None:
    """The middle of what is known, and never above what counties report."""
    return min(line.known.middle, line.counties) if line.counties > 0.0 else line.known.middle


def as_low_as_may_be(line: ReportLine, game: Game) -> float | None:
    """The lower end of what is known: a low figure asks for little."""
    return min(line.known.low, line.counties) if line.counties > 0.0 else line.known.low


def over_the_target(line: ReportLine, game: Game) -> float | None:
    """What pays, and a tenth above the target at that."""
    pays = what_pays(line, game) or 0.0
    return max(pays, min(OVER_TARGET * (line.target or 0.0), line.known.high * BEYOND_BELIEF), line.counties)


OVER_TARGET: Final = 1.1
"""One who over-fills every target files so much above it. Assumed."""

BEYOND_BELIEF: Final = 2.0
"""And yet no more than this over the top of what is known. Assumed."""


def anything(line: ReportLine, game: Game) -> float | None:
    """Between four fifths and seven fifths of what is known."""
    roll = chance_of(game.state).one(f"policy.figure.{line.indicator}")
    return line.known.middle * (0.8 + 0.6 * roll)


def nothing_else(game: Game) -> list[made.Decision]:
    """No standing decision is touched."""
    return []


def some_setting(game: Game) -> list[made.Decision]:
    """One standing decision a season, drawn, set to a drawn step; a team to a drawn county."""
    chance = chance_of(game.state)
    folders = ("production", "organisation", "grain", "cadres")
    rows = [row for folder in folders for row in settings_page(game, folder).rows]
    row = rows[int(chance.one("policy.setting") * len(rows))]
    value = row.steps[int(chance.one("policy.value") * len(row.steps))]
    counties = game.rules.prefecture.county_ids
    county = counties[int(chance.one("policy.team") * len(counties))]
    return [made.Decide(row.setting.id, value), made.SendTeam(county)]


BUILT_IN: Final[dict[str, Habits]] = {
    habits.name: habits
    for habits in (
        Habits(
            "historical", "Takes the answers on record and files what the documents say was filed; passes the rest on.",
            documented_answer, pass_on, nothing_else,
        ),
        Habits(
            "honest", "Answers as `careerist` does, and files the middle of what it knows.",
            pleasing_answer, as_known, nothing_else,
        ),
        Habits(
            "careerist", "Answers as superiors like it; files what pays: the highest of counties, target and rivals.",
            pleasing_answer, what_pays, nothing_else,
        ),
        Habits(
            "cautious", "Spares the small producer: smaller targets, leaving allowed, stock paid for, no campaign at "
            "sowing. Files the middle of what it knows, never above the counties.",
            sparing_answer, no_higher, in_this_way(CAUTIOUS),
        ),
        Habits(
            "zealot", "Over-fills every target: more, sooner, harder than asked. Files a tenth above the target.",
            pleasing_answer, over_the_target, in_this_way(ZEALOT),
        ),
        Habits(
            "protector", "Shields villages within the rules and beyond them, and files as low as it can.",
            sparing_answer, as_low_as_may_be, in_this_way(PROTECTOR),
        ),
        Habits(
            "idle", "Changes no standing decision, gives the default answers, passes county figures on.",
            default_answer, pass_on, nothing_else,
        ),
        Habits(
            "random", "Answers, sets and files by a draw from the seed.",
            random_answer, anything, some_setting,
        ),
    )
}  # fmt: skip


def filed_by(habits: Habits, game: Game) -> list[made.Decision]:
    """The figures that a policy enters this season, for the lines that are due."""
    entered: list[made.Decision] = []
    for line in reports_page(game).lines:
        if line.due and (line.counties > 0.0 or line.known.high > 0.0):
            value = habits.figure(line, game)
            if value is not None:
                entered.append(made.File(line.indicator.value, value))
    return entered
