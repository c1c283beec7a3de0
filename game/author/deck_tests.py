"""Deck tests: campaigns played by a policy, and whether what an author expects of them came about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from game.base.problems import Problem, suggestion
from game.base.seasons import Season
from game.campaign.game import Game
from game.campaign.policies import BUILT_IN, Policy, play
from game.events.conditions import Condition
from game.ruleset.authoring import DeckTest, Expectation
from game.ruleset.content import Ruleset
from game.ruleset.loading import TestedPack, load_tests
from game.ruleset.parts import Item
from game.ruleset.policy import ALWAYS, PolicyFile, SettingEntry
from game.state import Setup
from game.views.values import condition_values

VILLAGES_A_COUNTY = 2
"""For a test that does not say how many: the fewest with which a county is more than one village."""


@dataclass(frozen=True, slots=True)
class Closed:
    """A season of a tested campaign: the cards that came, with their answers, and the values at its end."""

    season: Season
    cards: Mapping[str, str]
    values: Mapping[str, float]


Course = tuple[Closed, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What came of some tests."""

    tests: int
    failed: int
    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        tests = "1 test" if self.tests == 1 else f"{self.tests} tests"
        return f"{tests}: {self.tests - self.failed} passed, {self.failed} failed"


def run_tests(paths: Sequence[Path], base: Path | None = None) -> Result:
    """Play every deck test of the packs around these paths.

    Raises: BrokenPackError if a pack cannot be played; CallError if a path does not exist.
    """
    outcomes = [
        tuple(_failures(pack, item, test)) for pack in load_tests(paths, base) for item, test in pack.tests
        if _concerned(item, paths)
    ]  # fmt: skip
    found = tuple(problem for problems in outcomes for problem in problems)
    return Result(len(outcomes), sum(bool(problems) for problems in outcomes), found)


def _concerned(item: Item, paths: Sequence[Path]) -> bool:
    """Whether a path names the test's file, a folder around it, or its pack."""
    file = Path(item.document.file).resolve()
    return any(path.resolve() in (file, *file.parents) for path in paths)


def _failures(pack: TestedPack, item: Item, test: DeckTest) -> Iterator[Problem]:
    if test.policy not in BUILT_IN:
        hint = suggestion(test.policy, BUILT_IN)
        yield item.problem(("policy",), "unknown-policy", f"there is no policy '{test.policy}'", hint)
        return
    if test.background and test.background not in pack.rules.backgrounds:
        hint = suggestion(test.background, pack.rules.backgrounds)
        yield item.problem(("background",), "unknown-background", f"there is no background '{test.background}'", hint)
        return
    courses = {seed: play_test(pack.rules, test, seed) for seed in test.seeds}
    for number, expected in enumerate(test.expect):
        condition = pack.condition(expected.value) if expected.value else None
        held = {seed: holds(expected, course, condition) for seed, course in courses.items()}
        if not _enough(expected, list(held.values())):
            message = f"'{test.name}': {_wanted(expected)}"
            found = "; ".join(
                f"seed {seed}: {_what_came(expected, course, condition)}" for seed, course in courses.items()
            )
            yield item.problem(("expect", number), "test-failed", message, found)


def play_test(rules: Ruleset, test: DeckTest, seed: int) -> Course:
    """One campaign of a test, season by season."""
    villages = test.villages or VILLAGES_A_COUNTY * len(rules.prefecture.counties)
    background = test.background or min(rules.backgrounds)
    game = Game.begin(rules, Setup(test.scenario, seed, villages, background))
    return tuple(_closed(after) for after in play(game, _policy(test)))


def _closed(game: Game) -> Closed:
    record = game.state.records[-1]
    return Closed(record.season, dict(record.cards), condition_values(game.state, game.rules))


def _policy(test: DeckTest) -> Policy:
    settings = tuple(SettingEntry(ALWAYS, name, value) for name, value in test.settings.items())
    file = PolicyFile(test.name, test.policy, settings, test.answers)
    return Policy(test.policy, BUILT_IN[test.policy], file)


def holds(expected: Expectation, course: Course, condition: Condition | None) -> bool:
    """Whether what is expected came about in one campaign."""
    seasons = [closed for closed in course if _looked_at(expected, closed.season)]
    if condition is None:
        return any(_came(expected, closed) for closed in seasons)
    held = [condition.holds(closed.values) for closed in seasons]
    once = expected.by is not None
    return any(held) if once else bool(held) and all(held)


def _looked_at(expected: Expectation, season: Season) -> bool:
    if expected.at is not None:
        return season == expected.at
    return (expected.since is None or season >= expected.since) and (expected.by is None or season <= expected.by)


def _came(expected: Expectation, closed: Closed) -> bool:
    answer = closed.cards.get(expected.card)
    return answer is not None and expected.choice in ("", answer)


def _enough(expected: Expectation, held: Sequence[bool]) -> bool:
    return {"all": all(held), "some": any(held), "none": not any(held)}[expected.seeds]


def _wanted(expected: Expectation) -> str:
    """The expectation as a sentence has it."""
    what = f"'{expected.value}' was to hold" if expected.value else f"the card '{expected.card}' was to come"
    if expected.choice:
        what += f" and to be answered '{expected.choice}'"
    since = f" from {expected.since} on" if expected.since else ""
    when = f" in {expected.at}" if expected.at else f" by {expected.by}" if expected.by else ""
    return f"{what}{since}{when}, on {expected.seeds} of the seeds"


def _what_came(expected: Expectation, course: Course, condition: Condition | None) -> str:
    """What happened instead, or as expected, in one campaign."""
    if condition is None:
        came = [f"{one.season} ({one.cards[expected.card]})" for one in course if expected.card in one.cards]
        return came[0] if came else "never"
    seasons = [closed for closed in course if _looked_at(expected, closed.season)] or course[-1:]
    names = sorted({*condition.names, *condition.flags})
    shown = next((one for one in seasons if not condition.holds(one.values)), seasons[-1])
    told = ", ".join(f"{name} {shown.values.get(name, 0.0):.4g}" for name in names)
    return f"{told} in {shown.season}" if condition.holds(shown.values) else f"{told} in {shown.season}, not so"
