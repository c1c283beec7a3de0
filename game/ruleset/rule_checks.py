"""Rules, scenarios and documented figures: numbers that must go together, and seasons that the packs cover."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from game.base.problems import Problem, nearest
from game.base.seasons import Season
from game.economy.settings import SETTINGS
from game.ruleset.known import QUARTERS, Known
from game.ruleset.parts import Item
from game.ruleset.references import Way, named
from game.ruleset.shapes.base import KEBAB, SEASON

WRITTEN: Final = "write it as 1951-spring"


def check_prefecture(item: Item, prefecture: Any, known: Known) -> Iterator[Problem]:
    """Counties differ and can be; weather is told of seasons and counties that there are; every quarter has stores."""
    ids = [county.id for county in prefecture.counties]
    for number, county in enumerate(prefecture.counties):
        if county.id in ids[:number]:
            message = f"'{county.id}' is the id of another county, too"
            yield item.problem(("counties", number, "id"), "duplicate-id", message)
        if county.organised_real + county.organised_nominal > 1.0:
            message = f"{county.organised_real:g} and {county.organised_nominal:g} of the households are more than all"
            yield item.problem(("counties", number, "organised_nominal"), "out-of-range", message, "lower one of them")
    yield from _weather(item, ("weather",), prefecture.weather, known)
    for name, series in (prefecture.weather_series or {}).items():
        yield from _series_name(item, name)
        yield from _weather(item, ("weather_series", name), series, known)
    yield from _every_quarter(item, "store_jin_per_head", prefecture.store_jin_per_head)
    if prefecture.survey and not re.fullmatch(SEASON, prefecture.survey):
        yield item.problem(("survey",), "bad-season", f"'{prefecture.survey}' is no season", WRITTEN)


def _series_name(item: Item, name: str) -> Iterator[Problem]:
    """A series has a name that a policy can write, and that does not mean something else already."""
    if name in SETTINGS["weather"].choices:
        message = f"'{name}' is a weather of the program's own"
        yield item.document.key_problem(("weather_series", name), "duplicate-id", message, "take another name")
    elif not re.fullmatch(KEBAB, name):
        message = f"'{name}' is not written as it must be"
        hint = "small letters, digits and hyphens"
        yield item.document.key_problem(("weather_series", name), "bad-form", message, hint)


def _weather(item: Item, at: Way, series: Mapping[str, Mapping[str, float]], known: Known) -> Iterator[Problem]:
    for season, by_county in series.items():
        for county in by_county.keys() - {"all"}:
            yield from named(item, (*at, season, county), "county", county, known)
        if not re.fullmatch(SEASON, season):
            yield item.problem((*at, season), "bad-season", f"'{season}' is no season", WRITTEN)


def _every_quarter(item: Item, field: str, figures: Mapping[str, float]) -> Iterator[Problem]:
    """A figure for each season of the year, and for nothing else."""
    for quarter in QUARTERS:
        if quarter not in figures:
            yield item.problem((field,), "missing-field", f"'{quarter}' is missing", f"add {quarter}:")
    for key in figures.keys() - set(QUARTERS):
        hint = nearest(key, QUARTERS) or f"known: {', '.join(QUARTERS)}"
        yield item.document.key_problem((field, key), "unknown-quarter", f"'{key}' is no season of the year", hint)


def check_span(item: Item, scenario: Any, known: Known) -> Iterator[Problem]:
    """A scenario lies in the years that the packs cover, has teams in every season and a village for each county."""
    for field, season in (("from", scenario.first), ("to", scenario.last)):
        yield from _covered(item, (field,), season, known)
    if scenario.run_up_from and Season.parse(scenario.run_up_from) > Season.parse(scenario.first):
        message = f"{scenario.run_up_from} comes after {scenario.first}"
        yield item.problem(("run_up_from",), "window-reversed", message, "the model runs up to the first season")
    for quarter in QUARTERS:
        if quarter not in scenario.team_turns:
            yield item.problem(("team_turns",), "missing-field", f"'{quarter}' is missing", f"add {quarter}:")
    counties = len(known.ids["county"])
    if scenario.villages < counties:
        message = f"{scenario.villages} villages are too few for {counties} counties"
        yield item.problem(("villages",), "out-of-range", message, f"at least {counties} are needed, one a county")


def check_directives(item: Item, directives: Any, known: Known) -> Iterator[Problem]:
    """Each directive has an id of its own, and comes in the years that the packs cover."""
    ids = [directive.id for directive in directives.directives or ()]
    for number, directive in enumerate(directives.directives or ()):
        if directive.id in ids[:number]:
            message = f"'{directive.id}' is the id of another directive, too"
            yield item.problem(("directives", number, "id"), "duplicate-id", message, "give one of them another id")
        yield from _covered(item, ("directives", number, "season"), directive.season, known)
    for setting, season in (directives.opens or {}).items():
        yield from _covered(item, ("opens", setting), season, known)


def check_span_of_figure(item: Item, low: float | None, high: float | None, at: Way = ()) -> Iterator[Problem]:
    """The lower end of a span comes first."""
    if low is not None and high is not None and low > high:
        message = f"low is {low:g} and high is {high:g}"
        yield item.problem((*at, "low"), "out-of-range", message, "exchange the two")


def check_ladder(item: Item, scenario: Any) -> Iterator[Problem]:
    """Spans on the rungs of a documented ladder."""
    for number, rung in enumerate(scenario.documented_ladder.rungs if scenario.documented_ladder else ()):
        yield from check_span_of_figure(item, rung.low, rung.high, ("documented_ladder", "rungs", number))


def _covered(item: Item, at: Way, season: str, known: Known) -> Iterator[Problem]:
    first, last = known.covers
    when = Season.parse(season)
    if (first is not None and when < first) or (last is not None and when > last):
        message = f"{season} lies outside {first} to {last}, the seasons that the pack covers"
        yield item.problem(at, "season-outside", message, "mind the year, or change covers_from and covers_to")
