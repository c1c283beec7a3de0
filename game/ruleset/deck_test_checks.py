"""Deck tests: whether what a test names exists, before anything is played."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from game.base.problems import Problem, nearest
from game.base.seasons import Season
from game.ruleset.card_checks import condition
from game.ruleset.content import Scenario
from game.ruleset.known import Known
from game.ruleset.parts import Item, Parts
from game.ruleset.references import Way, named, setting_value
from game.ruleset.shapes.deck import CardShape


def check_deck_tests(parts: Parts, known: Known) -> Iterator[Problem]:
    """The tests of the last pack; those of a pack that others are laid over speak of it as it was before."""
    for item, test in parts.sound("deck-test"):
        if item.pack == len(parts.layers) - 1:
            yield from _test(item, test, known)


def _test(item: Item, test: Any, known: Known) -> Iterator[Problem]:
    scenarios = {scenario.id: scenario for scenario in known.scenarios}
    scenario = scenarios.get(test.scenario)
    if scenario is None and "scenario" not in known.uncertain:
        hint = nearest(test.scenario, scenarios) or f"known: {', '.join(sorted(scenarios))}"
        yield item.problem(("scenario",), "unknown-scenario", f"there is no scenario '{test.scenario}'", hint)
    if test.villages is not None and test.villages < len(known.ids["county"]):
        hint = f"at least {len(known.ids['county'])}, one a county"
        yield item.problem(("villages",), "out-of-range", f"{test.villages} villages are too few", hint)
    if not test.expect:
        yield item.problem(("expect",), "wrong-length", "nothing is expected", "say what must happen")
    for card, choice in (test.answers or {}).items():
        yield from _card(item, ("answers", card), card, known)
        yield from _choice(item, ("answers", card), card, choice, known)
    for setting, value in (test.settings or {}).items():
        yield from named(item, ("settings", setting), "setting", setting, known)
        yield from setting_value(item, ("settings", setting), setting, value, known)
    for number, expected in enumerate(test.expect):
        yield from _expectation(item, ("expect", number), expected, scenario, known)


def _expectation(item: Item, loc: Way, expected: Any, scenario: Scenario | None, known: Known) -> Iterator[Problem]:
    if bool(expected.card) == bool(expected.value):
        yield item.problem(loc, "one-of", "an expectation has exactly one of card, value", "write two of them")
    if expected.card:
        yield from _card(item, (*loc, "card"), expected.card, known)
    if expected.choice:
        yield from _choice(item, (*loc, "choice"), expected.card or "", expected.choice, known)
    yield from condition(item, (*loc, "value"), expected.value, known)
    if expected.at and (expected.by or expected.since):
        yield item.problem((*loc, "at"), "one-of", "'at' stands alone, without 'by' and 'since'", "keep one of them")
    for name in ("by", "since", "at"):
        season = getattr(expected, name)
        if season and scenario and not scenario.first <= Season.parse(season) <= scenario.last:
            message = f"{season} lies outside the scenario, {scenario.first} to {scenario.last}"
            yield item.problem((*loc, name), "season-outside", message)


def _card(item: Item, loc: Way, card: str, known: Known) -> Iterator[Problem]:
    yield from named(item, loc, "card", card, known)


def _choice(item: Item, loc: Way, card: str, choice: str, known: Known) -> Iterator[Problem]:
    found = known.cards.get(card)
    if found is None or not isinstance(found.shape, CardShape):
        return
    choices = [one.id for one in found.shape.choices]
    if choice not in choices:
        hint = nearest(choice, choices) or f"choices: {', '.join(choices)}"
        yield item.problem(loc, "unknown-choice", f"'{choice}' is no choice of '{card}'", hint)
