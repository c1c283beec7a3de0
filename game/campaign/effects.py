"""Carry out what a card's answer does. Each effect has one small function; none looks at the true ledger."""

from __future__ import annotations

from functools import singledispatch
from typing import Final

from game.base.changed import replace
from game.base.deck import flag_name
from game.base.exact import Array
from game.events import effects as do
from game.events.effects import Effect
from game.politics.dossier import DossierEntry, Tone
from game.politics.offices import unit
from game.reporting.indicators import Indicator
from game.reporting.sight import inspect
from game.ruleset.content import Ruleset
from game.state import State

LINE_WORDS: Final = "dossier.card"


def apply_effects(state: State, effects: tuple[Effect, ...], rules: Ruleset) -> State:
    """The state after every effect, in order."""
    for effect in effects:
        state = apply(effect, state, rules)
    return state


@singledispatch
def apply(effect: Effect, state: State, rules: Ruleset) -> State:
    """The state after one effect."""
    raise TypeError(f"no rule for {type(effect).__name__}")


def places(counties: tuple[str, ...], rules: Ruleset) -> list[int]:
    """Indices of the named counties; of all of them if none is named."""
    ids = rules.prefecture.county_ids
    return [ids.index(county) for county in counties] if counties else list(range(len(ids)))


def _shock(name: str, amount: float, counties: tuple[str, ...], state: State, rules: Ruleset) -> State:
    where = places(counties, rules)
    return replace(state, shocks=state.shocks.add(name, amount, where, state.counties))


def spread_whole(amount: int, count: int) -> list[int]:
    """So many things over so many places, whole, the first places having one more where it does not divide."""
    each, more = divmod(abs(amount), count)
    sign = 1 if amount >= 0 else -1
    return [sign * (each + (place < more)) for place in range(count)]


def _shared(name: str, amount: float, counties: tuple[str, ...], state: State, rules: Ruleset) -> State:
    """An amount in all, shared over the counties in whole parts."""
    where = places(counties, rules)
    shocks = state.shocks
    for place, part in zip(where, spread_whole(round(amount), len(where)), strict=True):
        shocks = shocks.add(name, float(part), [place], state.counties)
    return replace(state, shocks=shocks)


@apply.register
def _(effect: do.StandingShift, state: State, rules: Ruleset) -> State:
    if effect.office == "counties":
        return _regard(state, effect.by, list(range(state.counties)))
    return replace(state, offices=state.offices.shift(effect.office, standing=effect.by))


@apply.register
def _(effect: do.SuspicionShift, state: State, rules: Ruleset) -> State:
    return replace(state, offices=state.offices.shift(effect.office, suspicion=effect.by))


@apply.register
def _(effect: do.TrustShift, state: State, rules: Ruleset) -> State:
    return _shock("trust_shift", effect.by, effect.counties, state, rules)


@apply.register
def _(effect: do.FearShift, state: State, rules: Ruleset) -> State:
    return _shock("fear_shift", effect.by, effect.counties, state, rules)


@apply.register
def _(effect: do.RegardShift, state: State, rules: Ruleset) -> State:
    return _regard(state, effect.by, places(effect.counties, rules))


def _regard(state: State, by: float, where: list[int]) -> State:
    regard: Array = state.secretaries.regard.copy()
    for place in where:
        regard[place] = unit(float(regard[place]) + by)
    return replace(state, secretaries=replace(state.secretaries, regard=regard))


@apply.register
def _(effect: do.DossierLine, state: State, rules: Ruleset) -> State:
    entry = DossierEntry(state.season, LINE_WORDS, Tone(effect.tone), {"entry": effect.entry}, tuple(effect.tags))
    return replace(state, dossier=state.dossier.with_entry(entry))


@apply.register
def _(effect: do.Decide, state: State, rules: Ruleset) -> State:
    return replace(state, desk=state.desk.with_value(effect.setting, effect.value, effect.counties))


@apply.register
def _(effect: do.ReserveShift, state: State, rules: Ruleset) -> State:
    return replace(state, reserve_jin=max(state.reserve_jin + effect.jin, 0.0))


@apply.register
def _(effect: do.Relief, state: State, rules: Ruleset) -> State:
    return _shared("relief_jin", effect.jin, effect.counties, state, rules)


@apply.register
def _(effect: do.Loans, state: State, rules: Ruleset) -> State:
    return _shared("extra_loans_yuan", effect.yuan, effect.counties, state, rules)


@apply.register
def _(effect: do.AnimalsGiven, state: State, rules: Ruleset) -> State:
    return _shared("animals_given", effect.head, effect.counties, state, rules)


@apply.register
def _(effect: do.AnimalsLost, state: State, rules: Ruleset) -> State:
    return _shock("animals_lost_share", effect.share, effect.counties, state, rules)


@apply.register
def _(effect: do.TeamsJoin, state: State, rules: Ruleset) -> State:
    return _shock("join_teams", effect.share, effect.counties, state, rules)


@apply.register
def _(effect: do.CoopExit, state: State, rules: Ruleset) -> State:
    return _shock("coop_exit_share", effect.share, effect.counties, state, rules)


@apply.register
def _(effect: do.Found, state: State, rules: Ruleset) -> State:
    return _shared("found_cooperatives", float(effect.cooperatives), effect.counties, state, rules)


@apply.register
def _(effect: do.SowingDisturbed, state: State, rules: Ruleset) -> State:
    return _shock("sowing_disturbed", effect.share, effect.counties, state, rules)


@apply.register
def _(effect: do.Bend, state: State, rules: Ruleset) -> State:
    line = Indicator(effect.indicator)
    row = list(state.bends.get(line, (0.0,) * state.counties))
    for place in places(effect.counties, rules):
        row[place] += effect.by
    return replace(state, bends={**state.bends, line: tuple(row)})


@apply.register
def _(effect: do.Look, state: State, rules: Ruleset) -> State:
    lines = [Indicator(line) for line in effect.at] or None
    sight = state.sight
    for place in places(effect.counties, rules):
        sight = inspect(sight, place, state.season, rules.reporting.sight, lines)
    return replace(state, sight=sight)


@apply.register
def _(effect: do.Heard, state: State, rules: Ruleset) -> State:
    office = state.offices[effect.office]
    return replace(state, offices=state.offices.with_office(replace(office, heard_line=office.line)))


@apply.register
def _(effect: do.TargetShift, state: State, rules: Ruleset) -> State:
    line = Indicator(effect.indicator)
    shift = state.target_shifts.get(line, 0.0) + effect.by
    return replace(state, target_shifts={**state.target_shifts, line: shift})


@apply.register
def _(effect: do.NextTeamTurns, state: State, rules: Ruleset) -> State:
    return replace(state, next_team_turns=state.next_team_turns + effect.by)


@apply.register
def _(effect: do.SetFlag, state: State, rules: Ruleset) -> State:
    return replace(state, deck=state.deck.with_flag(flag_name(effect.flag)))


@apply.register
def _(effect: do.ClearFlag, state: State, rules: Ruleset) -> State:
    return replace(state, deck=state.deck.without_flag(flag_name(effect.flag)))


@apply.register
def _(effect: do.FollowUp, state: State, rules: Ruleset) -> State:
    return replace(state, deck=state.deck.with_due(effect.card, state.season.shift(effect.after)))


