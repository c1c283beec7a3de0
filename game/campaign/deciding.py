"""One decision at a time: a state in, a state or a refusal out. Refusals are text ids ``refusal.<code>``."""

from __future__ import annotations

from functools import singledispatch

from game.base.changed import replace
from game.base.refusal import Refusal
from game.campaign import decisions as made
from game.campaign.effects import apply_effects
from game.economy.settings import SETTINGS
from game.events.cards import Card, Choice, Filed
from game.events.effects import reveals
from game.politics import promises
from game.reporting.indicators import Indicator
from game.reporting.sight import inspect
from game.ruleset.content import Ruleset
from game.state import Filing, State
from game.views.known import county_sum
from game.views.values import condition_values, values_of


def decide(state: State, decision: made.Decision, rules: Ruleset) -> State | Refusal:
    """The state after a decision that is not the closing of the season, or why it cannot be carried out."""
    if state.ended and not isinstance(decision, made.Reflect):
        return Refusal("ended")
    return carry_out(decision, state, rules)


@singledispatch
def carry_out(decision: made.Decision, state: State, rules: Ruleset) -> State | Refusal:
    """The state after one decision."""
    raise TypeError(f"no rule for {type(decision).__name__}")


@carry_out.register
def _(decision: made.Answer, state: State, rules: Ruleset) -> State | Refusal:
    card = rules.cards.get(decision.card)
    if card is None or decision.card not in state.on_desk:
        return Refusal("no-such-card", {"card": decision.card})
    if state.deck.answer_to(card.id) is not None:
        return Refusal("answered", {"card": card.title})
    if decision.choice not in {choice.id for choice in card.choices}:
        return Refusal("no-such-choice", {"choice": decision.choice})
    choice = card.choice(decision.choice)
    if refusal := closed(choice, state, rules):
        return refusal
    return _answered(state, card, choice, rules)


def closed(choice: Choice, state: State, rules: Ruleset) -> Refusal | None:
    """Why a choice cannot be taken now, if it cannot."""
    if choice.costs.team_turns > state.team_turns:
        return Refusal("no-team-turns", {"needed": choice.costs.team_turns, "left": round(state.team_turns)})
    if choice.costs.reserve_jin > state.reserve_jin:
        return Refusal("no-reserve", {"needed": round(choice.costs.reserve_jin)})
    if choice.when is None:
        return None
    values = condition_values(state, rules)
    return None if choice.when.holds(values) else Refusal("choice-locked", {"why": choice.locked})


def _answered(state: State, card: Card, choice: Choice, rules: Ruleset) -> State:
    state = replace(
        state,
        team_turns=state.team_turns - choice.costs.team_turns,
        reserve_jin=state.reserve_jin - choice.costs.reserve_jin,
        deck=state.deck.with_answer(card.id, choice.id, state.season),
    )
    if choice.files is not None:
        line, figure = figure_of(choice.files, state)
        state = replace(state, filing=state.filing.with_figure(line, figure))
    return apply_effects(state, choice.effects, rules)


def figure_of(files: Filed, state: State) -> tuple[Indicator, float]:
    """The figure that a choice files, in the indicator's unit."""
    line = Indicator(files.indicator)
    if files.value is not None:
        return line, files.value
    return line, county_sum(state, line) * (files.times or 1.0)


@carry_out.register
def _(decision: made.Decide, state: State, rules: Ruleset) -> State | Refusal:
    setting = SETTINGS.get(decision.setting)
    if setting is None or setting.desk == "world":
        return Refusal("no-such-setting", {"setting": decision.setting})
    if not setting.accepts(decision.value):
        return Refusal("setting-range", {"setting": setting.id, "low": setting.low, "high": setting.high})
    if unknown := set(decision.counties) - set(rules.prefecture.county_ids):
        return Refusal("no-such-county", {"county": min(unknown)})
    return replace(state, desk=state.desk.with_value(setting.id, decision.value, decision.counties))


@carry_out.register
def _(decision: made.SendTeam, state: State, rules: Ruleset) -> State | Refusal:
    ids = rules.prefecture.county_ids
    if decision.county not in ids:
        return Refusal("no-such-county", {"county": decision.county})
    cost = rules.reporting.sight.inspection_turns
    if cost > state.team_turns:
        return Refusal("no-team-turns", {"needed": cost, "left": round(state.team_turns)})
    if decision.county in state.teams:
        return Refusal("team-there", {"county": decision.county})
    place = ids.index(decision.county)
    return replace(
        state,
        team_turns=state.team_turns - cost,
        teams=(*state.teams, decision.county),
        sight=inspect(state.sight, place, state.season, rules.reporting.sight),
        shocks=state.shocks.add("fear_shift", TEAM_FRIGHTENS, [place], state.counties),
    )


TEAM_FRIGHTENS = 0.004
"""Added to fear where a team eats at village tables and asks. Assumed: felt, soon over."""


@carry_out.register
def _(decision: made.File, state: State, rules: Ruleset) -> State | Refusal:
    try:
        line = Indicator(decision.indicator)
    except ValueError:
        return Refusal("no-such-line", {"indicator": decision.indicator})
    if line not in state.climb.county:
        return Refusal("no-such-line", {"indicator": decision.indicator})
    if decision.value is None:
        return replace(state, filing=_untied(state, line))
    spec = rules.reporting.form.spec(line)
    if decision.value < 0.0 or (spec.ceiling is not None and decision.value > spec.ceiling):
        return Refusal("figure-range", {"indicator": line.value})
    if decision.value > MOST_TIMES * max(county_sum(state, line), FEWEST):
        return Refusal("figure-absurd", {"indicator": line.value})
    return replace(state, filing=_tied(state, line, decision.value))


MOST_TIMES = 20.0
"""A figure above so many times the counties' is taken for a slip of the pen."""
FEWEST = 100.0


def _tied(state: State, line: Indicator, value: float) -> Filing:
    """Yield and total output move together: they are one harvest."""
    filing = state.filing.with_figure(line, value)
    other = {Indicator.YIELD: Indicator.OUTPUT, Indicator.OUTPUT: Indicator.YIELD}.get(line)
    reported = county_sum(state, line)
    if other is None or reported <= 0.0:
        return filing
    return filing.with_figure(other, county_sum(state, other) * (value / reported))


def _untied(state: State, line: Indicator) -> Filing:
    both = {Indicator.YIELD, Indicator.OUTPUT}
    filing = state.filing
    for other in both if line in both else {line}:
        filing = filing.without(other)
    return filing


@carry_out.register
def _(decision: made.CoveringNote, state: State, rules: Ruleset) -> State | Refusal:
    if decision.note not in {note.text_id for note in rules.politics.covering_notes}:
        return Refusal("no-such-note", {"note": decision.note})
    return replace(state, filing=replace(state.filing, note=decision.note))


@carry_out.register
def _(decision: made.MakePromise, state: State, rules: Ruleset) -> State | Refusal:
    if state.season.name != "winter":
        return Refusal("promises-in-winter")
    for promise in rules.politics.promises:
        if promise.id == decision.promise and promise.to == decision.kind:
            now = promises.make(promise, state.season, values_of(state, rules))
            others = tuple(old for old in state.promises if _other(old, now))
            return replace(state, promises=(*others, now))
    return Refusal("no-such-promise", {"promise": decision.promise})


def _other(old: promises.PromiseMade, new: promises.PromiseMade) -> bool:
    """Whether an earlier promise stands beside a new one: one of each kind a winter."""
    return old.season != new.season or old.promise.to != new.promise.to


@carry_out.register
def _(decision: made.Reflect, state: State, rules: Ruleset) -> State | Refusal:
    kept = tuple(pair for pair in state.reflections if pair[0] != decision.prompt)
    return replace(state, reflections=(*kept, (decision.prompt, decision.words[:LONGEST_REFLECTION])))


LONGEST_REFLECTION = 2000
"""Characters of an answer in the player's own words."""


def reveals_something(decision: made.Decision, rules: Ruleset) -> bool:
    """Whether a decision told the player something new, so that it cannot be taken back."""
    if isinstance(decision, made.SendTeam):
        return True
    if not isinstance(decision, made.Answer):
        return False
    choice = rules.cards[decision.card].choice(decision.choice)
    return any(reveals(effect) for effect in choice.effects)
