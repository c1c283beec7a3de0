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
from game.ruleset.references import Way, at_key, named, setting_value
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
    if test.seeds == []:
        yield item.problem(("seeds",), "wrong-length", "without a seed nothing is played", "name some, or leave it out")
    if test.background:
        yield from named(item, ("background",), "background", test.background, known)
    for card, choice in (test.answers or {}).items():
        loc = ("answers", card)
        yield from at_key(item, loc, named(item, loc, "card", card, known))
        yield from _choice(item, loc, card, choice, known)
    for setting, value in (test.settings or {}).items():
        loc = ("settings", setting)
        yield from at_key(item, loc, named(item, loc, "setting", setting, known))
        yield from setting_value(item, loc, setting, value, known)
    for number, expected in enumerate(test.expect):
        yield from _expectation(item, ("expect", number), expected, scenario, known)


def _expectation(item: Item, loc: Way, expected: Any, scenario: Scenario | None, known: Known) -> Iterator[Problem]:
    if bool(expected.card) == bool(expected.value):
        hint = "make two expectations of it" if expected.card else "add card: or value:"
        yield item.problem(loc, "one-of", "an expectation has exactly one of card, value", hint)
    if expected.card:
        yield from named(item, (*loc, "card"), "card", expected.card, known)
    if expected.choice and expected.card:
        yield from _choice(item, (*loc, "choice"), expected.card, expected.choice, known)
    elif expected.choice and expected.value:
        message = "a value has no choice"
        yield item.document.key_problem((*item.loc, *loc, "choice"), "unknown-field", message, "take it out")
    yield from condition(item, (*loc, "value"), expected.value, known)
    if expected.at and (expected.by or expected.since):
        yield item.problem((*loc, "at"), "one-of", "'at' stands alone, without 'by' and 'since'", "keep one of them")
    for name in ("by", "since", "at"):
        season = getattr(expected, name)
        if season and scenario and not scenario.first <= Season.parse(season) <= scenario.last:
            message = f"{season} lies outside the scenario, {scenario.first} to {scenario.last}"
            yield item.problem((*loc, name), "season-outside", message)


def _choice(item: Item, loc: Way, card: str, choice: str, known: Known) -> Iterator[Problem]:
    found = known.cards.get(card)
    if found is None or not isinstance(found.shape, CardShape):
        return
    choices = [one.id for one in found.shape.choices]
    if choice not in choices:
        hint = nearest(choice, choices) or f"choices: {', '.join(choices)}"
        yield item.problem(loc, "unknown-choice", f"'{choice}' is no choice of '{card}'", hint)
