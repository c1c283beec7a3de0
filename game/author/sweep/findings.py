"""What the results come to: for each card, each answer, each policy. Sums run in one order, whoever did the work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Final, TypeVar

from game.author.sweep.outcomes import OUTCOMES, Outcomes
from game.author.sweep.plan import PairUnit, RunUnit, Settings
from game.author.sweep.results import CONDITION, FOLLOW, ROOM, PairResult, RunResult
from game.author.sweep.waiting import condition_parts
from game.base.seasons import Season
from game.events.cards import Card
from game.ruleset.content import Ruleset

FEWEST_PAIRS: Final = 3
"""From so many pairs on it is said that one answer is better than another."""
QUANTILES: Final = (0.0, 0.05, 0.25, 0.5, 0.75, 0.95, 1.0)

T = TypeVar("T")

Runs = Mapping[RunUnit, RunResult]
Pairs = Mapping[PairUnit, PairResult]


@dataclass(frozen=True, slots=True)
class Waiting:
    """The seasons of a card's window in which it did not come, added up over campaigns."""

    seasons: int
    by_reason: Mapping[str, int]
    failed: Mapping[int, int]
    """By part of the condition: in how many of them it did not hold."""
    alone: Mapping[int, int]
    """By part: in how many it was the only one that did not hold."""


@dataclass(frozen=True, slots=True)
class CardFinding:
    """What became of a card under one policy."""

    card: Card
    policy: str
    runs: int
    seasons: Mapping[str, int]
    """By season: in how many campaigns it came then."""
    choices: Mapping[str, int]
    waiting: Mapping[str, Waiting]
    """By season of its window."""
    pairs: tuple[PairResult, ...]

    @property
    def came(self) -> int:
        """In how many campaigns it came."""
        return sum(self.seasons.values())

    @property
    def waited(self) -> Waiting:
        """All seasons together."""
        return together(self.waiting.values())

    @property
    def changed(self) -> dict[str, float]:
        """By how much outcomes lie higher with the card than without it, mean over the pairs; nothing without pairs."""
        return mean_change([(pair.given, pair.without) for pair in self.pairs])

    @property
    def changed_something(self) -> int:
        """In how many pairs any outcome differs."""
        return sum(pair.given != pair.without for pair in self.pairs)


@dataclass(frozen=True, slots=True)
class ChoiceFinding:
    """What became of one answer, all policies together."""

    card: Card
    choice: str
    given: int
    pairs: int
    changed: Mapping[str, float]
    """Against the same campaigns without the card, mean over the pairs."""
    better_than: tuple[str, ...]
    """Sisters that it beats on the mean of every outcome that has a better and a worse."""
    always_better_than: tuple[str, ...]
    """Those of them that are not better on any outcome in any pair."""


def together(some: Iterable[Waiting]) -> Waiting:
    """Several seasons added up."""
    seasons, reasons = 0, Counter[str]()
    failed, alone = Counter[int](), Counter[int]()
    for waiting in some:
        seasons += waiting.seasons
        reasons.update(waiting.by_reason)
        failed.update(waiting.failed)
        alone.update(waiting.alone)
    return Waiting(seasons, reasons, failed, alone)


def mean_change(pairs: Sequence[tuple[Outcomes, Outcomes]]) -> dict[str, float]:
    """The mean of the first less the second, by outcome; nothing without pairs."""
    if not pairs:
        return {}
    return {o.id: fsum(one[o.id] - other[o.id] for one, other in pairs) / len(pairs) for o in OUTCOMES}


def deck_of(settings: Settings, rules: Ruleset) -> list[Card]:
    """The scenario's cards, by window."""
    cards = rules.deck(rules.scenarios[settings.scenario])
    return sorted(cards, key=lambda card: (card.window.first, card.window.last, card.id))


def card_findings(settings: Settings, rules: Ruleset, runs: Runs, pairs: Pairs) -> list[CardFinding]:
    """Every card under every policy, also those that never came."""
    by_card: dict[tuple[str, str], list[PairResult]] = {}
    for unit in sorted(pairs):
        by_card.setdefault((unit.card, unit.policy), []).append(pairs[unit])
    tallies = {spec.name: _Tally(settings, spec.name, runs) for spec in settings.policies}
    return [
        tallies[spec.name].finding(card, tuple(by_card.get((card.id, spec.name), ())))
        for card in deck_of(settings, rules) for spec in settings.policies
    ]  # fmt: skip


class _Tally:
    """The campaigns of one policy, counted in one go."""

    def __init__(self, settings: Settings, policy: str, runs: Runs) -> None:
        self._policy, self._runs = policy, settings.runs
        self._seasons: dict[str, Counter[str]] = {}
        self._choices: dict[str, Counter[str]] = {}
        self._waiting: dict[str, dict[str, list[tuple[str, tuple[int, ...]]]]] = {}
        for seed in settings.seeds:
            result = runs[RunUnit(seed, policy)]
            for card, season, choice in result.came:
                self._seasons.setdefault(card, Counter())[season] += 1
                self._choices.setdefault(card, Counter())[choice] += 1
            for card, season, reason, failed in result.waited:
                self._waiting.setdefault(card, {}).setdefault(season, []).append((reason, failed))

    def finding(self, card: Card, pairs: tuple[PairResult, ...]) -> CardFinding:
        """What became of a card."""
        waiting = {season: _waiting(some) for season, some in self._waiting.get(card.id, {}).items()}
        return CardFinding(
            card, self._policy, self._runs, in_order(self._seasons.get(card.id, {})), self._choices.get(card.id, {}),
            in_order(waiting), pairs,
        )  # fmt: skip


def _waiting(some: Sequence[tuple[str, tuple[int, ...]]]) -> Waiting:
    return Waiting(
        len(some),
        Counter(reason for reason, _ in some),
        Counter(part for _, failed in some for part in failed),
        Counter(failed[0] for _, failed in some if len(failed) == 1),
    )


def in_order(by_season: Mapping[str, T]) -> dict[str, T]:
    """A mapping by season, the earliest first."""
    return {season: by_season[season] for season in sorted(by_season, key=Season.parse)}


def choice_findings(settings: Settings, rules: Ruleset, runs: Runs, pairs: Pairs) -> list[ChoiceFinding]:
    """Every answer of every card that came."""
    given = Counter((card, choice) for unit in sorted(runs) for card, _, choice in runs[unit].came)
    tried: dict[str, list[PairResult]] = {}
    for unit in sorted(pairs):
        if unit.others:
            tried.setdefault(unit.card, []).append(pairs[unit])
    return [
        _choice(card, choice.id, given[card.id, choice.id], tried.get(card.id, []))
        for card in deck_of(settings, rules) for choice in card.choices
    ]  # fmt: skip


def _choice(card: Card, choice: str, given: int, tried: Sequence[PairResult]) -> ChoiceFinding:
    answers = [{pair.choice: pair.given, **pair.others} for pair in tried]
    own = [(found[choice], pair.without) for found, pair in zip(answers, tried, strict=True) if choice in found]
    better, always = [], []
    for sister in card.choices:
        both = [(found[choice], found[sister.id]) for found in answers if choice in found and sister.id in found]
        if sister.id != choice and beats(both):
            better.append(sister.id)
            if all(no_worse(one, other) for one, other in both):
                always.append(sister.id)
    return ChoiceFinding(card, choice, given, len(own), mean_change(own), tuple(better), tuple(always))


def beats(both: Sequence[tuple[Outcomes, Outcomes]]) -> bool:
    """Whether the first is better on the mean of every outcome, or as good; better on one at least; and on pairs
    enough to say so."""
    if len(both) < FEWEST_PAIRS:
        return False
    change = mean_change(both)
    signs = [SIGN[outcome.better] * change[outcome.id] for outcome in OUTCOMES if outcome.better]
    return min(signs) >= 0.0 and max(signs) > 0.0


def no_worse(one: Outcomes, other: Outcomes) -> bool:
    """Whether no outcome of the first is worse."""
    return all(SIGN[o.better] * (one[o.id] - other[o.id]) >= 0.0 for o in OUTCOMES if o.better)


SIGN: Final = {"more": 1.0, "less": -1.0}


def why_not(finding: CardFinding) -> str:
    """In one line, what most often kept a card from coming in the seasons of its window."""
    waited = finding.waited
    if not waited.seasons:
        return "" if finding.came else "no season of the scenario lies in its window"
    reason = max((CONDITION, FOLLOW, ROOM), key=lambda reason: waited.by_reason.get(reason, 0))
    times = f"in {waited.by_reason[reason]} of {waited.seasons} seasons"
    if reason == CONDITION:
        return f"{fails_most(finding)[0]} did not hold {times}"
    return f"{WORDS[reason]} {times}"


WORDS: Final = {FOLLOW: "no answer had led to it", ROOM: "it could have come, and others were drawn,"}


def fails_most(finding: CardFinding) -> tuple[str, int]:
    """The part of the condition that failed most often, and how often; of equals the first."""
    failed = finding.waited.failed
    if not failed or finding.card.when is None:
        return "", 0
    part = max(sorted(failed), key=lambda number: failed[number])
    return condition_parts(finding.card.when)[part].text, failed[part]


def spread(values: Iterable[float]) -> tuple[float, ...]:
    """The quantiles, in between linear."""
    ordered = sorted(values)
    found = []
    for share in QUANTILES:
        place = share * (len(ordered) - 1)
        below = min(int(place), len(ordered) - 1)
        above = min(below + 1, len(ordered) - 1)
        found.append(ordered[below] + (ordered[above] - ordered[below]) * (place - below))
    return tuple(found)
