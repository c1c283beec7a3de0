"""Births, deaths and flight; excess deaths are those above the year's normal rate, and never negative."""

from __future__ import annotations

import numpy as np

from game.base.changed import replace
from game.base.exact import Array, cell_sum, drawn_whole, ratio, split_whole
from game.base.seasons import Quarter
from game.economy.causes import Chain, chain
from game.economy.prefecture import by_year
from game.economy.turn import Turn
from game.economy.villages import Villages


def live_and_die(turn: Turn) -> Turn:
    """One season of births, deaths and flight, and in winter the dividing of households."""
    v, params, draws = turn.villages, turn.params.people, turn.allotted.draws
    year = turn.season.year
    normal = drawn_whole(v.people * (by_year(turn.prefecture.normal_death_rate, year) / 4.0), draws["deaths"])
    normal = np.minimum(normal, v.people)
    dying = dying_of_want(turn)
    excess = np.minimum(drawn_whole(v.people * dying, draws["excess-deaths"]), v.people - normal)
    stay = 1.0 - params.controlled * turn.orders.movement_control
    leaving = v.people * (turn.want * turn.want) * turn.here(params.flight * stay)
    fled = np.minimum(drawn_whole(leaving, draws["flight"]), v.people - normal - excess)
    nourished = v.nourished + params.memory * (1.0 - turn.want - v.nourished)
    fertile = np.maximum(1.0 - params.hunger_births * (1.0 - nourished), 0.0) + _caught_up(turn)
    births = drawn_whole(v.people * fertile * (by_year(turn.prefecture.birth_rate, year) / 4.0), draws["births"])
    saved = _saved_by_health(turn, normal)
    people = v.people + births - normal - excess + saved - fled
    figures = turn.noted(
        births=cell_sum(births), deaths=cell_sum(normal + excess - saved), excess_deaths=cell_sum(excess),
        fled=cell_sum(fled),
    )
    grown = replace(_with_people(v, people), nourished=nourished, in_town=_in_town(turn))
    chains = {**turn.chains, "population": _explain(v, births, normal - saved, excess, fled)}
    return _divide(replace(turn, villages=grown, figures=figures, chains=chains))


def _in_town(turn: Turn) -> Array:
    """Men who have gone to work in a town: where land is worth little and they are not held (p. 167). Shapes: (V,)."""
    v, params = turn.villages, turn.params.people
    worth = ratio(v.land_price_jin_per_mou, v.soil * turn.prefecture.land_price_jin_per_mou)
    free = turn.here(params.to_town * (1.0 - params.controlled * turn.orders.movement_control))
    return np.asarray(v.in_town + params.to_town_speed * (free * np.maximum(1.0 - worth, 0.0) - v.in_town))


def dying_of_want(turn: Turn) -> Array:
    """Share of people who die this season above the normal rate: by what they lack now, of hunger and of the illness
    that comes with it, the more the longer they have lacked it; and where public health is dropped. Shapes: (S, V)."""
    v, params = turn.villages, turn.params.people
    weak = 1.0 + params.weakened * np.maximum(1.0 - v.nourished, 0.0)
    hungry: Array = turn.want * (turn.want + params.illness) * weak * params.hunger_deaths
    dropped = np.maximum(0.5 - turn.orders.public_health, 0.0)
    if not dropped.any():
        return hungry
    usual = by_year(turn.prefecture.normal_death_rate, turn.season.year) / 4.0
    return np.asarray(hungry + turn.here(dropped * (2.0 * params.health * usual)))


def _saved_by_health(turn: Turn, normal: Array) -> Array:
    """Deaths that more public health work than usual prevents, whole. Shapes: (S, V)."""
    more = np.maximum(turn.orders.public_health - 0.5, 0.0)
    if not more.any():
        return np.zeros_like(normal)
    return np.asarray(np.floor(normal * turn.here(2.0 * turn.params.people.health * more)))


def _caught_up(turn: Turn) -> Array:
    """Births beyond the usual once people eat again after hunger. Shapes: (S, V)."""
    v = turn.villages
    caught_up = turn.params.people.caught_up * np.maximum(1.0 - v.nourished, 0.0)
    return np.asarray(caught_up * (turn.want == 0.0))


def _explain(v: Villages, births: Array, normal: Array, excess: Array, fled: Array) -> Chain:
    """Carry last season's people to this season's."""
    people = v.persons
    steps = chain(people)
    for cause, change in (
        ("births", cell_sum(births)), ("normal-deaths", -cell_sum(normal)), ("hunger-deaths", -cell_sum(excess)),
        ("flight", -cell_sum(fled)),
    ):
        people = people + change
        steps = steps.then(cause, people)
    return steps


def _with_people(v: Villages, people: Array) -> Villages:
    """The villages with that many people, hands in proportion."""
    kept = ratio(people, v.people, 1.0)
    return replace(v, people=people, men=v.men * kept, women=v.women * kept)


def _divide(turn: Turn) -> Turn:
    """In winter some households divide, as families grow."""
    if turn.quarter is not Quarter.WINTER:
        return turn
    v = turn.villages
    new = drawn_whole(v.households * turn.params.people.divided_a_year, turn.allotted.draws["division"])
    members = np.floor(new * v.member_share)
    grown = replace(
        v, households=v.households + new, coop_households=v.coop_households + members,
        joined_for=v.joined_for + split_whole(cell_sum(members), v.joined_for),
    )
    return replace(turn, villages=grown)
