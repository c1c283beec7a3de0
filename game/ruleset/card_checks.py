"""What a well-formed card can still get wrong: lengths, names, choices that do nothing, conditions that never hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.base.problems import Problem, nearest
from game.base.seasons import Season
from game.events.cards import linked
from game.events.conditions import Condition
from game.events.intervals import can_fail, can_hold
from game.events.syntax import ConditionError
from game.ruleset.known import SEALS, Known, reachable
from game.ruleset.lengths import check_card_lengths
from game.ruleset.outcome_checks import check_outcomes
from game.ruleset.parts import Item
from game.ruleset.references import Way, cited, named, setting_value
from game.ruleset.shapes.deck import CardShape, ChoiceShape, FiledShape
from game.ruleset.shapes.effects import EffectShape, Local, Look

UNITS: Final = {
    "yield": "jin_a_mou", "coop_yield": "jin_a_mou", "organised": "share", "animals": "head", "output": "jin",
    "grain_sold": "jin", "cooperatives": "cooperatives",
    "steel": "jin", "canteens": "share", "waterworks": "mou", "deaths": "people",
}  # fmt: skip


def check_card(item: Item, card: CardShape, known: Known) -> Iterator[Problem]:
    """Everything that can be said of one card beside the others."""
    yield from check_card_lengths(item, card)
    yield from check_outcomes(item, card)
    yield from _content_note(item, card)
    yield from _names(item, card, known)
    yield from _window(item, card, known)
    yield from condition(item, ("when",), card.when, known)
    yield from _choices(item, card)
    for number, choice in enumerate(card.choices):
        yield from _choice(item, ("choices", number), choice, card, known)
        for place, effect in enumerate(choice.effects):
            yield from _effect(item, ("choices", number, "effects", place), card, effect, known)
    for number, source in enumerate(card.sources):
        yield from cited(item, ("sources", number), source, known)


def condition(item: Item, loc: Way, text: str | None, known: Known) -> Iterator[Problem]:
    """A condition can be read, can hold, and can fail to hold."""
    if text is None:
        return
    try:
        found = known.condition(text)
    except ConditionError as error:
        if error.code != "unknown-name" or "flag" not in known.uncertain:
            yield item.problem(loc, error.code, error.message, error.hint, at=text, on=error.column - 1)
        return
    yield from _sense(item, loc, found, known)


def links(item: Item, loc: Way, text: str, known: Known) -> Iterator[Problem]:
    """Every ``[[link]]`` leads to an entry of the archive; brackets are closed."""
    for word in linked(text):
        yield from named(item, loc, "archive", word, known, at=f"[[{word}")
    if text.count("[[") != len(linked(text)) or text.count("]]") != len(linked(text)):
        yield item.problem(loc, "bad-link", "a link is not written as [[id]] or [[id|words]]")


def _sense(item: Item, loc: Way, found: Condition, known: Known) -> Iterator[Problem]:
    if not can_hold(found, known.ranges):
        hint = f"ranges: {_ranges(found, known)}"
        yield item.problem(loc, "never-true", "this condition can never hold", hint)
    elif not can_fail(found, known.ranges):
        yield item.warning(loc, "always-true", "this condition always holds", "leave it out")


def _ranges(found: Condition, known: Known) -> str:
    shown = [f"{name} {known.ranges[name][0]:g} to {known.ranges[name][1]:g}" for name in sorted(found.names)]
    return ", ".join([*shown, *(f"{flag} 0 or 1" for flag in sorted(found.flags))]) or "no name is used"


def _content_note(item: Item, card: CardShape) -> Iterator[Problem]:
    if card.content_note and not card.reduced_text:
        message = f"a card with the content note '{card.content_note}' has no reduced_text"
        yield item.problem(("content_note",), "no-reduced-text", message, "tell it without the hard image")
    if card.reduced_text and not card.content_note:
        yield item.warning(("reduced_text",), "no-content-note", "a reduced text without a content note is not shown")


def _names(item: Item, card: CardShape, known: Known) -> Iterator[Problem]:
    if card.speaks:
        yield from named(item, ("speaks",), "person", card.speaks, known)
    for number, term in enumerate(card.terms):
        yield from named(item, ("terms", number), "archive", term, known)
    for field in ("text", "reduced_text", "documented", "disagree"):
        yield from links(item, (field,), getattr(card, field), known)
    if card.paper and card.paper.seal not in SEALS:
        seals = [*SEALS, *known.ids["county"]]
        if card.paper.seal not in seals:
            message = f"there is no seal '{card.paper.seal}'"
            hint = nearest(card.paper.seal, seals) or f"a county, or {', '.join(SEALS)}"
            yield item.problem(("paper", "seal"), "unknown-seal", message, hint)


def _window(item: Item, card: CardShape, known: Known) -> Iterator[Problem]:
    first, last = Season.parse(card.window.from_), Season.parse(card.window.to)
    if last < first:
        yield item.problem(("window",), "window-reversed", f"{last} comes before {first}", "exchange the two")
    elif not known.scenarios or "scenario" in known.uncertain:
        return
    elif not (scenarios := known.scenarios_with(card.id)):
        yield item.warning(("id",), "in-no-scenario", "no scenario uses the deck of this card")
    elif not reachable(first, last, scenarios):
        spans = ", ".join(f"{scenario.id} {scenario.first} to {scenario.last}" for scenario in scenarios)
        message = "no scenario that uses this deck has a season in this window"
        yield item.warning(("window",), "never-in-scenario", message, spans)


def _choices(item: Item, card: CardShape) -> Iterator[Problem]:
    ids = [choice.id for choice in card.choices]
    for number, choice in enumerate(ids):
        if choice in ids[:number]:
            message = f"'{choice}' is the id of another choice, too"
            yield item.problem(("choices", number, "id"), "duplicate-id", message)
    if card.default not in ids:
        hint = nearest(card.default, ids) or f"choices: {', '.join(ids)}"
        yield item.problem(("default",), "unknown-choice", f"'{card.default}' is no choice of this card", hint)
    elif card.choices[ids.index(card.default)].when:
        message = "the default choice has a condition, so that it may not be there to be taken"
        yield item.warning(("default",), "default-locked", message, "take one without 'when'")
    if card.asks and len(ids) < 2:
        hint = "give it a second choice, or asks: false"
        yield item.problem(("choices",), "choice-count", "a card that asks has two to four choices", hint)
    taken = [number for number, choice in enumerate(card.choices) if choice.taken]
    for number in taken[1:]:
        yield item.problem(("choices", number, "taken"), "two-taken", "only one choice can be the recorded one")


def _choice(item: Item, loc: Way, choice: ChoiceShape, card: CardShape, known: Known) -> Iterator[Problem]:
    yield from condition(item, (*loc, "when"), choice.when, known)
    if choice.when and not choice.locked:
        message = "a choice with a condition says why it is locked"
        yield item.warning((*loc, "when"), "no-locked-text", message, "add locked:")
    if choice.guess:
        yield from named(item, (*loc, "guess", "by"), "person", choice.guess.by, known)
    if choice.files:
        yield from _unit(item, (*loc, "files"), choice.files)
        yield from _on_the_form(item, (*loc, "files", "indicator"), choice.files, card, known)


def _on_the_form(item: Item, loc: Way, filed: FiledShape, card: CardShape, known: Known) -> Iterator[Problem]:
    """The line stands on the form in every season in which the card can come."""
    since = known.lines_since.get(filed.indicator)
    if since is not None and Season.parse(card.window.from_) < since:
        message = f"no form has '{filed.indicator}' before {since}"
        yield item.problem(loc, "line-not-yet", message, f"let the window begin in {since}")


def _unit(item: Item, loc: Way, filed: FiledShape) -> Iterator[Problem]:
    """A figure is filed in its indicator's unit."""
    (unit,) = filed.model_fields_set - {"indicator"}
    wanted = UNITS[filed.indicator]
    if unit not in (wanted, "times"):
        message = f"'{filed.indicator}' is not filed in {unit}"
        yield item.problem((*loc, unit), "wrong-unit", message, f"write {wanted}: or times:")


def _effect(item: Item, loc: Way, card: CardShape, effect: EffectShape, known: Known) -> Iterator[Problem]:
    part = getattr(effect, next(iter(effect.model_fields_set)))
    inside = (*loc, effect.kind)
    if isinstance(part, Local | Look):
        for number, county in enumerate(part.counties):
            yield from named(item, (*inside, "in", number), "county", county, known)
    if effect.set_:
        yield from named(item, (*inside, "setting"), "setting", effect.set_.setting, known)
        yield from setting_value(item, (*inside, "value"), effect.set_.setting, effect.set_.value, known)
    if effect.secretary and effect.secretary.of != "all":
        yield from named(item, (*inside, "of"), "county", effect.secretary.of, known)
    if effect.follow_up:
        yield from _follow_up(item, inside, card, effect, known)


def _follow_up(item: Item, loc: Way, card: CardShape, effect: EffectShape, known: Known) -> Iterator[Problem]:
    """The card exists, and its window is open when it is due."""
    if effect.follow_up is None:
        return
    target = known.cards.get(effect.follow_up.card)
    if target is None:
        yield from named(item, (*loc, "card"), "card", effect.follow_up.card, known)
    elif isinstance(target.shape, CardShape):
        due = Season.parse(card.window.from_).shift(effect.follow_up.after)
        if Season.parse(target.shape.window.to) < due:
            message = f"'{target.id}' would come in {due} at the earliest; its window ends in {target.shape.window.to}"
            yield item.problem((*loc, "card"), "follow-up-too-late", message, "widen its window, or shorten after:")
