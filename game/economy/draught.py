"""Draught animals: fed, worked, born, worn out, sold when owners fear for them, given as prizes (Hou p. 153-166)."""

from __future__ import annotations

import numpy as np

from game.base.changed import replace
from game.base.exact import Array, cell_sum, drawn_whole, ratio, split_whole, whole
from game.base.seasons import Quarter
from game.economy.causes import chain
from game.economy.cooperatives import ALWAYS, pressed
from game.economy.labour import evened
from game.economy.params import DraughtParams
from game.economy.turn import Turn, pooled_part, stack, take
from game.economy.villages import Villages


def work(turn: Turn) -> Turn:
    """Put the animals to the fields, as strong as they were fed of late."""
    cover, gain = ploughing(turn.villages, turn.land, turn.params.draught, turn.params.teams.shared)
    return replace(turn, draught_cover=cover, sharing_gain=turn.sharing_gain + gain)


def feed_and_count(turn: Turn) -> Turn:
    """Feed the animals, then count births, deaths, sales and prizes."""
    fed_turn, fed = _feed(turn)
    return _count(fed_turn, fed)


def ox_income(credit: float, params: DraughtParams) -> float:
    """What an ox earns its owner in a season at that many labourers, jin (p. 162)."""
    return credit * params.work_days_per_season * params.pay_jin_per_day


def ox_fodder(params: DraughtParams) -> float:
    """What an ox eats in a mean season, grain and straw, jin."""
    spring, summer, autumn, winter = params.feed_jin_per_season
    return (spring + summer + autumn + winter) / 4.0 + params.straw_jin_per_season


def ploughing(v: Villages, land: Array, params: DraughtParams, shared: float) -> tuple[Array, Array]:
    """Share of each field ploughed with animals, and what full sharing would add. Shapes: (S + 1, V), (V,).

    Members' own animals follow their land into the common field, hired or lent.
    """
    strong = v.oxen * v.ox_condition[:-1]
    lent = strong * pooled_part(v)
    animals = stack(strong - lent, cell_sum(lent) + v.pooled_oxen * v.ox_condition[-1])
    return evened(animals * params.mou_per_head, land, v.team_real * shared)


def _feed(turn: Turn) -> tuple[Turn, Array]:
    """Give the animals their grain, pooled ones from members' stores, and tell how far it sufficed: (S + 1, V)."""
    v, ration = turn.villages, turn.params.draught.feed_jin_per_season[turn.quarter]
    own = whole(v.oxen * ration)
    common = split_whole(whole(v.pooled_oxen * ration), v.coop_households)
    wanted = own + common
    grain, given = take(v.grain_jin, wanted)
    fed = ratio(given, wanted, 1.0)
    fed_common = ratio(cell_sum(fed * common), cell_sum(common), 1.0)
    both = stack(fed, fed_common)
    condition = v.ox_condition + 0.5 * (both - v.ox_condition)
    fuller = replace(v, grain_jin=grain, ox_condition=condition)
    return replace(turn, villages=fuller, account=turn.account.entered("feed", given)), both


def _count(turn: Turn, fed: Array) -> Turn:
    """Births and deaths, then sales, losses and prizes; herds are carried from old to new for the causes."""
    v, draws, params = turn.villages, turn.allotted.draws, turn.params.draught
    herd = stack(v.oxen, v.pooled_oxen)
    steps = chain(cell_sum(herd))
    if turn.quarter is Quarter.SPRING:
        herd = herd + drawn_whole(herd * params.births_per_year, draws["calves"])
    steps = steps.then("calves", cell_sum(herd))
    herd = herd - np.minimum(drawn_whole(herd * params.deaths_per_season, draws["animal-deaths"]), herd)
    steps = steps.then("age-and-illness", cell_sum(herd))
    herd = herd - np.minimum(drawn_whole(herd * _ill_kept(turn, fed), draws["animal-deaths"]), herd)
    steps = steps.then("ill-kept", cell_sum(herd))
    sold = np.minimum(drawn_whole(herd[:-1] * _sold_share(turn), draws["animal-sales"]), herd[:-1])
    herd[:-1] -= sold
    steps = steps.then("sold-for-fear", cell_sum(herd))
    ill_paid = _ill_paid_share(turn)
    if ill_paid is not None:
        let_go = np.minimum(drawn_whole(herd[:-1] * ill_paid, draws["animal-sales"]), herd[:-1])
        herd[:-1] -= let_go
        sold = sold + let_go
        steps = steps.then("ill-paid", cell_sum(herd))
    else:
        steps = steps.then("ill-paid", steps.parts[-1])
    if turn.orders.animals_lost_share.any():
        herd = herd - np.floor(herd * turn.here(np.clip(turn.orders.animals_lost_share, 0.0, 1.0)))
    steps = steps.then("lost-in-events", cell_sum(herd))
    given = split_whole(turn.allotted.animals, v.households)
    own = herd[:-1] + given
    steps = steps.then("prizes", cell_sum(own) + herd[-1])
    price = v.animal_price_jin * (0.5 * turn.prefecture.grain_price_yuan_per_jin)
    counted = replace(v, oxen=own, pooled_oxen=herd[-1], cash_yuan=v.cash_yuan + whole(sold * price))
    return replace(turn, villages=counted, chains={**turn.chains, "animals": steps})


def _ill_kept(turn: Turn, fed: Array) -> Array:
    """Further deaths of animals that are not fed, and of common ones for which nobody cares (p. 155). (S + 1, V)."""
    params = turn.params.draught
    unfed = (1.0 - fed) * params.starved_deaths
    unfed[-1] += params.neglect_deaths * (1.0 - turn.effort[-1])
    return unfed


def _ill_paid_share(turn: Turn) -> Array | None:
    """Share that owners sell or eat because its work in teams and cooperatives does not pay for its fodder (p. 162).

    None where an ox counts for enough. Shapes: (S, V).
    """
    params = turn.params.draught
    fodder = ox_fodder(params)
    short = np.maximum(1.0 - turn.orders.ox_labourers * (ox_income(1.0, params) / fodder), 0.0)
    if not short.any():
        return None
    v = turn.villages
    lent = np.minimum(v.team_real * turn.params.teams.shared + pooled_part(v), 1.0)
    return np.asarray(lent * turn.here(short * params.unpaid_sold))


def _sold_share(turn: Turn) -> Array:
    """Share that owners sell or eat because they fear for it (p. 162, 166); common animals are not sold. (V,)."""
    params, orders = turn.params.draught, turn.orders
    afraid = (turn.villages.fear - params.fear_sold_from) * params.fear_sold_per_season
    if orders.coop_target.any() and (orders.pool_livestock == ALWAYS).any():
        unpaid = np.maximum(params.underpaid_from - orders.livestock_compensation, 0.0)
        unpaid = unpaid * (orders.pool_livestock == ALWAYS) * (1.0 - orders.exit_allowed) * params.feared_pooling
        v = turn.villages
        members = v.members_of_homes
        outside = np.maximum(turn.here(orders.coop_target) - members, 0.0) * pressed(turn)
        afraid = np.maximum(afraid, 0.0) + turn.here(unpaid) * outside
    return np.clip(afraid, 0.0, 0.5)
