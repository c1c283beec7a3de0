"""The archive, people, scenarios and rules: what their shapes alone cannot see."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from game.base.problems import Problem
from game.base.seasons import Season
from game.ruleset.card_checks import links
from game.ruleset.content import ArchiveEntry, Background, Directives, DocumentedFigure, Scenario
from game.ruleset.kinds import KindName
from game.ruleset.known import DESKS, Known
from game.ruleset.lengths import check_entry_lengths, check_person_lengths, check_scenario_lengths
from game.ruleset.parts import Item, Parts
from game.ruleset.references import named, references
from game.ruleset.rule_checks import (
    check_directives,
    check_ladder,
    check_prefecture,
    check_span,
    check_span_of_figure,
)
from game.views.names import CONDITION_NAMES

UNIQUE: Final[tuple[KindName, ...]] = ("deck", "archive", "people", "scenario", "backgrounds", "calibration")
RULES: Final[tuple[KindName, ...]] = ("prefecture", "reporting", "politics", "backgrounds")


def check_ids(parts: Parts) -> Iterator[Problem]:
    """No two things of a kind have the same id."""
    for kind in UNIQUE:
        first: dict[str, Item] = {}
        for item in parts.of(kind):
            if item.id and item.id in first:
                other = first[item.id]
                place = other.document.find((*other.loc, "id"))
                message = f"'{item.id}' stands elsewhere, too: {other.document.file}:{place.line}"
                yield item.problem(("id",), "duplicate-id", message, "give one of them another id")
            first.setdefault(item.id, item)


def check_library(parts: Parts, known: Known) -> Iterator[Problem]:
    """Everything but cards."""
    for item, entry in parts.sound("archive"):
        yield from references(item, ArchiveEntry, known)
        yield from _entry(item, entry, known)
    for item, person in parts.sound("people"):
        yield from check_person_lengths(item, person)
        if person.county is not None:
            yield from named(item, ("county",), "county", person.county, known)
    for item, _ in parts.sound("backgrounds"):
        yield from references(item, Background, known)
    for item, figure in parts.sound("calibration"):
        yield from references(item, DocumentedFigure, known)
        yield from _figure(item, figure, known)
    for item, scenario in parts.sound("scenario"):
        yield from references(item, Scenario, known)
        yield from _scenario(item, scenario)
        yield from check_scenario_lengths(item, scenario)
        yield from check_span(item, scenario, known)
        yield from check_ladder(item, scenario)
        yield from _rule_files(item, parts)
    for item, prefecture in parts.sound("prefecture"):
        yield from check_prefecture(item, prefecture, known)
        yield from _secretaries(item, prefecture, parts)
    for item, reporting in parts.sound("reporting"):
        yield from _form(item, reporting.form, known)
    for item, politics in parts.sound("politics"):
        yield from _politics(item, politics, known)
    for item, directives in parts.sound("directives"):
        yield from references(item, Directives, known)
        yield from check_directives(item, directives, known)


def _entry(item: Item, entry: Any, known: Known) -> Iterator[Problem]:
    yield from links(item, ("text",), entry.text, known)
    yield from check_entry_lengths(item, entry)
    if entry.kind == "dispute":
        yield from _dispute(item, entry)
        return
    for field in ("question", "voices", "silent"):
        if field in entry.model_fields_set:
            message = f"'{field}' belongs to a dispute; this is a {entry.kind}"
            yield item.problem((field,), "not-a-dispute", message, "kind: dispute, or take it out")


def _dispute(item: Item, entry: Any) -> Iterator[Problem]:
    """A dispute lets at least two speak, or says that nobody does."""
    voices = entry.voices or []
    if not entry.silent and len(voices) < 2:
        message = "a dispute has two voices or more, or says what the sources are silent about"
        yield item.problem(("kind",), "one-sided", message, "add voices:, or silent:")


def _scenario(item: Item, scenario: Any) -> Iterator[Problem]:
    from_, to = (getattr(scenario, name) for name in ("first", "last"))
    if _index(to) < _index(from_):
        yield item.problem(("to",), "window-reversed", f"{to} comes before {from_}", "exchange the two")
    for quarter, desk in (scenario.flagged_desk or {}).items():
        if desk not in DESKS:
            hint = f"desks: {', '.join(DESKS)}"
            yield item.problem(("flagged_desk", quarter), "unknown-desk", f"'{desk}' is no desk", hint)


def _figure(item: Item, figure: Any, known: Known) -> Iterator[Problem]:
    """It is measured somewhere, on dates that go together; what is not modelled says why."""
    if figure.measured_in not in ANYWHERE:
        yield from named(item, ("measured_in",), "county", figure.measured_in, known)
    dates = [name for name in BEFORE if getattr(figure, name) is not None]
    if len(dates) > 1:
        message = f"'{dates[0]}' and '{dates[1]}' cannot both be meant"
        yield item.problem((dates[1],), "figure-dates", message, "keep the one that the document speaks of")
    for name in dates:
        if _index(getattr(figure, name)) > _index(figure.season):
            message = f"{getattr(figure, name)} comes after {figure.season}"
            yield item.problem((name,), "window-reversed", message, "exchange the two")
    yield from check_span_of_figure(item, figure.low, figure.high)
    if figure.measure == "not-modelled" and not figure.unmet:
        yield item.problem(("measure",), "figure-unmet", "the model has no such figure", "add unmet: and say why")


ANYWHERE: Final = ("prefecture", "highest", "lowest")
"""Where a figure can be measured besides a county."""
BEFORE: Final = ("against", "since", "over")
"""The earlier dates of a figure, of which it can have one."""


def _index(season: str) -> int:
    year, _, name = season.partition("-")
    return int(year) * 4 + ("spring", "summer", "autumn", "winter").index(name)


def _rule_files(item: Item, parts: Parts) -> Iterator[Problem]:
    """What can be played needs rules."""
    for kind in RULES:
        if not parts.of(kind):
            message = f"there is a scenario, but no rules/{kind}.yaml"
            yield item.problem((), "missing-file", message, "copy the one of the base pack")


def _secretaries(item: Item, prefecture: Any, parts: Parts) -> Iterator[Problem]:
    """Every county has one secretary, of whom it is known what he is like."""
    heads: dict[str, str] = {}
    for found, person in parts.sound("people"):
        if not person.heads_county:
            continue
        if person.county is None or person.traits is None:
            yield found.problem(("id",), "secretary-incomplete", "a county's secretary has a county and traits")
        elif person.county in heads:
            message = f"{person.county} has a secretary already: '{heads[person.county]}'"
            yield found.problem(("county",), "two-secretaries", message, "a county has exactly one")
        else:
            heads[person.county] = found.id
    for number, county in enumerate(prefecture.counties):
        if county.id not in heads:
            message = f"no person heads the county '{county.id}'"
            yield item.problem(("counties", number), "no-secretary", message, "add one with heads_county: true")


def _form(item: Item, form: Any, known: Known) -> Iterator[Problem]:
    """Every line that is asked for stands on the form by then; what changes is written in order."""
    changes = [Season.parse(changed.since) for changed in form.due_from or ()]
    for number, since in enumerate(changes):
        if number and since <= changes[number - 1]:
            message = f"{since} does not come after {changes[number - 1]}"
            yield item.problem(("form", "due_from", number, "since"), "not-in-order", message, "earliest first")
    yield from _asked_for(item, ("form", "due"), None, form.due, known)
    for number, since in enumerate(changes):
        yield from _asked_for(item, ("form", "due_from", number, "due"), since, form.due_from[number].due, known)


def _asked_for(
    item: Item, loc: tuple[str | int, ...], since: Season | None, due: Any, known: Known
) -> Iterator[Problem]:
    """Lines that are asked for from a season on (from the first one, if none is named) are on the form by then."""
    for quarter, lines in due.items():
        for number, line in enumerate(lines):
            there = known.lines_since.get(line)
            if there is not None and (since is None or _next_named(since, quarter) < there):
                message = f"'{line}' is asked for before it stands on the form, in {there}"
                yield item.problem((*loc, quarter, number), "line-not-yet", message, "ask for it from then on")


def _next_named(since: Season, quarter: str) -> Season:
    """The first season of that name from another one on."""
    season = since
    while season.name != quarter:
        season = season.next
    return season


def _politics(item: Item, politics: Any, known: Known) -> Iterator[Problem]:
    for number, line in enumerate(politics.lines):
        yield from named(item, ("lines", number, "office"), "office", line.office, known)
    for county, near in politics.neighbours.items():
        yield from named(item, ("neighbours", county), "county", county, known)
        for number, other in enumerate(near):
            yield from named(item, ("neighbours", county, number), "county", other, known)
    for number, promise in enumerate(politics.promises):
        if promise.measure not in CONDITION_NAMES:
            message = f"'{promise.measure}' is no value that a promise can be measured by"
            yield item.problem(("promises", number, "measure"), "unknown-name", message)
        yield from named(item, ("promises", number, "id"), "text", f"promise.{promise.id}", known)
