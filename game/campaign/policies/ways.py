"""How the built-in kinds of cadre carry out what is asked: for each standing decision, what is made of the order.

A way turns what superiors ask into what is done. Where it says nothing, the order stands as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from game.campaign import decisions as made
from game.campaign.directives import desk_asked
from game.campaign.game import Game
from game.economy.settings import SETTINGS, Value
from game.state import Desk

Way = Callable[[Value], Value]
Ways = Mapping[str, Way]


def times(factor: float) -> Way:
    """So much of what is asked."""
    return lambda asked: float(asked) * factor


def at_most(limit: float) -> Way:
    """What is asked, up to a limit."""
    return lambda asked: min(float(asked), limit)


def at_least(limit: float) -> Way:
    """What is asked, and no less than a limit."""
    return lambda asked: max(float(asked), limit)


def and_more(step: float) -> Way:
    """What is asked and a step beyond it; nothing where nothing is asked."""
    return lambda asked: float(asked) + step if float(asked) > 0.0 else 0.0


def always(value: Value) -> Way:
    """The same, whatever is asked."""
    return lambda asked: value


def no_more_than_asked_for(asked: Value) -> Value:
    """Animals are pooled at most where their owners ask."""
    return "when-asked" if asked == "always" else asked


CAUTIOUS: Final[Ways] = {
    "exit_allowed": always(True), "members_bargain": always(True), "sowing_campaigns": always(False),
    "inputs_repaid": always(True), "pool_livestock": no_more_than_asked_for, "livestock_compensation": at_least(0.9),
    "campaign_force": at_most(0.35), "team_pressure": at_most(0.35), "community_fund_rate": at_most(0.10),
    "coop_target": times(0.6), "higher_coop_target": times(0.6), "coop_households": at_most(400.0),
    "private_plots": at_least(0.08), "labour_drafted": times(0.5), "close_planting": times(0.3),
    "deep_ploughing": times(0.3), "grain_searches": times(0.3), "delivery_force": times(0.8),
    "private_dealings": always("free"), "ox_labourers": at_least(1.2), "commune_levelling": always(0.0),
}  # fmt: skip
"""The small producer first, as the directives of March 1953 have it (Hou p. 172-175); sizes assumed."""

PROTECTOR: Final[Ways] = {
    **CAUTIOUS,
    "coop_target": times(0.4), "higher_coop_target": times(0.3), "commune_target": times(0.5),
    "canteens": always(False), "private_plots": at_least(0.12), "labour_drafted": times(0.2),
    "close_planting": always(0.0), "deep_ploughing": always(0.0), "grain_searches": always(0.0),
    "delivery_force": times(0.4), "relief": always(1.0), "movement_control": times(0.3), "public_health": at_least(0.6),
    "livestock_compensation": at_least(1.0),
}  # fmt: skip
"""Villages shielded within the rules and beyond them; sizes assumed."""

ZEALOT: Final[Ways] = {
    "campaign_force": and_more(0.1), "team_pressure": and_more(0.3), "coop_target": times(1.5),
    "higher_coop_target": times(1.3), "commune_target": times(1.3), "exit_allowed": always(False),
    "pool_livestock": always("always"), "livestock_compensation": times(0.6), "community_fund_rate": times(1.5),
    "private_plots": times(0.5), "labour_drafted": times(1.1), "close_planting": times(1.4),
    "deep_ploughing": times(1.4), "grain_searches": and_more(0.1), "delivery_force": and_more(0.05),
    "cash_crop_share": times(1.2), "movement_control": times(1.3), "private_dealings": always("barred"),
    "ox_labourers": at_most(0.5), "commune_levelling": times(1.5),
}  # fmt: skip
"""Every target over-filled; sizes assumed."""


def in_this_way(ways: Ways) -> Callable[[Game], list[made.Decision]]:
    """A habit of the desk: what superiors ask, done in this way; only what differs from the desk is decided."""

    def decide(game: Game) -> list[made.Decision]:
        scenario = game.rules.scenarios[game.state.setup.scenario]
        wanted = done(desk_asked(scenario, game.state.season, game.rules), ways)
        return [decision for setting in ways for decision in _changes(setting, wanted, game.state.desk)]

    return decide


def done(asked: Desk, ways: Ways) -> Desk:
    """The desk that these ways make of what is asked."""
    desk = asked
    for setting, way in ways.items():
        exceptions = asked.exceptions.get(setting, {})
        desk = desk.with_value(setting, within(setting, way(asked.common[setting])))
        for county, value in exceptions.items():
            desk = desk.with_value(setting, within(setting, way(value)), (county,))
    return desk


def within(setting: str, value: Value) -> Value:
    """The value held within the setting's range."""
    known = SETTINGS[setting]
    return min(max(float(value), known.low), known.high) if known.kind == "number" else value


def _changes(setting: str, wanted: Desk, now: Desk) -> list[made.Decision]:
    """What must be decided so that the desk stands as wanted."""
    common, exceptions = wanted.common[setting], wanted.exceptions.get(setting, {})
    if now.common[setting] == common and now.exceptions.get(setting, {}) == exceptions:
        return []
    own = [made.Decide(setting, value, (county,)) for county, value in exceptions.items()]
    return [made.Decide(setting, common), *own]
