"""A game brought to where an author wants to see a card: its season, and the values that the author names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from game.base.changed import replace
from game.base.deck import flag_name
from game.base.problems import CallError, nearest, suggestion
from game.base.seasons import Season
from game.campaign.game import Game
from game.campaign.policies import play_out, policy_named
from game.economy.settings import SETTINGS, Value
from game.events.cards import Card
from game.events.effects import SetFlag
from game.ruleset.content import Ruleset, Scenario, in_decks
from game.ruleset.ids import about_setting
from game.state import Setup, State
from game.views.names import CONDITION_NAMES, ConditionName, background_name

VILLAGES: Final = 160
"""Enough for the figures of a preview; the seasons before it pass in a moment."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where the author wants to see the card; what is None is chosen to fit the card."""

    scenario: str | None = None
    season: str | None = None
    policy: str = "historical"
    """Who sat at the desk until then."""
    seed: int = 1
    values: Mapping[str, str] = field(default_factory=dict)
    """Names of conditions, flags and settings, with values as they were typed."""


def card_of(rules: Ruleset, card_id: str) -> Card:
    """A card by its id.

    Raises: CallError if there is none.
    """
    if card_id not in rules.cards:
        raise CallError(f"there is no card '{card_id}'; {nearest(card_id, rules.cards) or 'add its pack with --pack'}")
    return rules.cards[card_id]


def given(pairs: Iterable[str]) -> dict[str, str]:
    """``name=value`` pairs by name.

    Raises: CallError if one is written otherwise.
    """
    found = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        if not sign or not name.strip() or not value.strip():
            raise CallError(f"'{pair}' is no name and value; write it as hungry_share=0.1")
        found[name.strip()] = value.strip()
    return found


def stage(rules: Ruleset, card: Card, wanted: Wanted) -> Game:
    """A game in the season wanted, with the card on the desk and the values as the author has them.

    Raises: CallError if the scenario, season, policy or a name is not there, or a value cannot be.
    """
    scenario = _scenario(rules, card, wanted)
    season = _season(scenario, card, wanted)
    policy, _ = policy_named(wanted.policy, rules, scenario)
    villages = max(VILLAGES, len(rules.prefecture.counties))
    game = Game.begin(rules, Setup(scenario.id, wanted.seed, villages, min(rules.backgrounds)))
    game = play_out(game, policy, season.index - scenario.first.index) if season > scenario.first else game
    state = _with_values(_laid_open(game.state, card), wanted.values, rules)
    return replace(game, opened=state, opened_at=len(game.decisions), state=state)


def _scenario(rules: Ruleset, card: Card, wanted: Wanted) -> Scenario:
    """The scenario named; else one that holds the card and the season, before one that holds the season."""
    if wanted.scenario is not None:
        if wanted.scenario not in rules.scenarios:
            hint = suggestion(wanted.scenario, rules.scenarios)
            raise CallError(f"there is no scenario '{wanted.scenario}'; {hint}")
        return rules.scenarios[wanted.scenario]
    deck = next(deck for deck, cards in rules.decks.items() if card.id in cards)
    first = _parsed(wanted.season) if wanted.season is not None else card.window.first
    last = first if wanted.season is not None else card.window.last
    fitting = [each for each in rules.scenarios.values() if each.first <= last and first <= each.last]
    fitting.sort(key=lambda each: (not in_decks(deck, each.decks), len(each.seasons)))
    if not fitting:
        seasons = f"{first}" if first == last else f"{first} to {last}"
        raise CallError(f"no scenario has the season {seasons}; name another with --season")
    return fitting[0]


def _season(scenario: Scenario, card: Card, wanted: Wanted) -> Season:
    season = _parsed(wanted.season) if wanted.season is not None else max(card.window.first, scenario.first)
    if not scenario.first <= season <= scenario.last:
        span = f"{scenario.first} to {scenario.last}"
        raise CallError(f"{season} is no season of {scenario.id}, which runs {span}; name another with --season")
    return season


def _parsed(season: str) -> Season:
    try:
        return Season.parse(season)
    except ValueError as fault:
        raise CallError(f"{fault}; write it as 1952-spring") from None


def _laid_open(state: State, card: Card) -> State:
    """The card on the desk, unanswered, whatever happened before."""
    answers = tuple(answer for answer in state.deck.answers if answer.card != card.id)
    desk = (card.id, *(other for other in state.on_desk if other != card.id))
    came = state.deck if card.id in state.deck.all_come() else state.deck.with_came((card.id,), state.season)
    return replace(state, on_desk=desk, deck=replace(came, answers=answers))


# ---- values


def _with_values(state: State, values: Mapping[str, str], rules: Ruleset) -> State:
    names = _names(rules)
    flags = _flags(rules)
    for name, typed in values.items():
        if name in SETTINGS:
            state = replace(state, desk=state.desk.with_value(name, _setting(name, typed)))
        elif name in names:
            state = _with_number(state, name, _number(name, typed, names[name]))
        elif flag_name(name) in flags:
            deck = state.deck.with_flag(name) if _switch(name, typed) else state.deck.without_flag(name)
            state = replace(state, deck=deck)
        else:
            hint = nearest(name, [*names, *flags, *SETTINGS]) or "see the tables of docs/authors/format.md"
            raise CallError(f"'{name}' is no name of a condition, flag or setting; {hint}")
    return state


def _names(rules: Ruleset) -> dict[str, ConditionName]:
    local = [name for name in CONDITION_NAMES.values() if name.per_county]
    by_county = {f"{name.id}_in_{county}": name for name in local for county in rules.prefecture.county_ids}
    backgrounds = {background_name(each): BACKGROUND for each in rules.backgrounds}
    return {**CONDITION_NAMES, **by_county, **backgrounds}


BACKGROUND = ConditionName("background", "0 or 1", 0, 1, "Where the player came from.")


def _flags(rules: Ruleset) -> frozenset[str]:
    effects = (effect for card in rules.cards.values() for choice in card.choices for effect in choice.effects)
    return frozenset(flag_name(effect.flag) for effect in effects if isinstance(effect, SetFlag))


def _with_number(state: State, name: str, value: float) -> State:
    """What the player sees beside the card is changed in the state; of the rest, what conditions are told."""
    if name == "team_turns":
        return replace(state, team_turns=value)
    if name == "reserve_jin":
        return replace(state, reserve_jin=value)
    return replace(state, assumed={**state.assumed, name: value})


def _number(name: str, typed: str, spec: ConditionName) -> float:
    try:
        value = {"true": 1.0, "false": 0.0}[typed] if typed in ("true", "false") else float(typed)
    except ValueError:
        raise CallError(f"'{name}' is a number, and '{typed}' is none") from None
    if not spec.low <= value <= spec.high:
        raise CallError(f"'{name}' is from {spec.low:g} to {spec.high:g}, and {typed} is not")
    return value


def _setting(name: str, typed: str) -> Value:
    value: Value = typed
    if typed in ("true", "false"):
        value = typed == "true"
    elif SETTINGS[name].kind == "number":
        try:
            value = float(typed)
        except ValueError:
            value = typed
    if not SETTINGS[name].accepts(value):
        raise CallError(f"'{name}' cannot be {typed}; {about_setting(SETTINGS[name])}")
    return value


def _switch(name: str, typed: str) -> bool:
    if typed not in ("true", "false", "1", "0"):
        raise CallError(f"the flag '{name}' is true or false, and '{typed}' is neither")
    return typed in ("true", "1")
