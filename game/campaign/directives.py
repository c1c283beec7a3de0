"""Directives: what superiors ask, dated, as standing decisions. They change the desk; the desk may be changed again."""

from __future__ import annotations

from collections.abc import Iterable

from game.base.changed import replace
from game.base.seasons import Season
from game.ruleset.content import Directive, Ruleset, Scenario
from game.state import Desk, State


def handed_down(state: State, rules: Ruleset) -> State:
    """The state when the season's directives have reached the desk."""
    return replace(state, desk=_with(state.desk, rules.directives.of(state.season)))


def desk_by(season: Season, rules: Ruleset) -> Desk:
    """The desk of one who has done as he was told until the season opened, and nothing else."""
    return _with(Desk.default({}), rules.directives.until(season))


def desk_asked(scenario: Scenario, season: Season, rules: Ruleset) -> Desk:
    """The desk that superiors and the scenario would have: earlier directives, the scenario's settings, its own
    directives until the season."""
    before = desk_by(scenario.first.shift(-1), rules)
    since = [directive for directive in rules.directives.until(season) if directive.season >= scenario.first]
    return _with(with_settings(before, scenario), since)


def with_settings(desk: Desk, scenario: Scenario) -> Desk:
    """A desk with what the scenario sets."""
    for setting, value in scenario.settings.items():
        desk = desk.with_value(setting, value)
    return desk


def _with(desk: Desk, directives: Iterable[Directive]) -> Desk:
    for directive in directives:
        for setting, value in directive.settings.items():
            desk = desk.with_value(setting, value, directive.counties)
    return desk
