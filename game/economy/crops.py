"""The crop from sowing to harvest: what each thing does to the yield, one factor a cause."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.base.changed import replace
from game.base.exact import Array, cell_sum, ratio, saturation, whole
from game.base.seasons import Quarter
from game.economy.labour import managed
from game.economy.params import CropParams
from game.economy.staples import chosen_in_spring, mix, spring_seed, summer_part
from game.economy.turn import Turn, pooled_part, stack, take, under_grain
from game.economy.villages import FACTORS, Villages


def sow(turn: Turn) -> Turn:
    """In spring: choose crops and staples, put new ploughs to work, sow, and begin the year's factors anew."""
    if turn.quarter is not Quarter.SPRING:
        return turn
    v, params = turn.villages, turn.params.crops
    fresh = replace(
        chosen_in_spring(v, turn.here(turn.prefecture.maize_habit), turn.params.staples),
        cash_share=cash_crops(turn),
        coop_cash_share=np.maximum(cash_crops(turn), params.coop_cash_share),
        ploughs=v.ploughs + turn.allotted.ploughs,
        stand=np.ones_like(v.stand),
        factors=np.ones_like(v.factors),
        harvest_jin=np.zeros(v.count),
        coop_harvest_jin=np.zeros(v.count),
    )
    area = under_grain(turn.land, fresh)
    begun = replace(turn, villages=replace(fresh, grain_area_mou=cell_sum(area)), grain_land=area)
    return _seed(begun, area)


def cash_crops(turn: Turn) -> Array:
    """Share of households' land under cash crops: their habit, moved towards what is ordered (p. 62). Shapes: (V,)."""
    params = turn.params.crops
    obeyed = params.cash_obedience * (0.5 + 0.5 * turn.orders.campaign_force)
    share = params.cash_habit + (turn.orders.cash_crop_share - params.cash_habit) * obeyed
    return turn.here(np.clip(share, 0.0, 0.6))


def _seed(turn: Turn, area: Array) -> Turn:
    """Take the seed of the spring crops from the stores; land without seed stays bare."""
    v, params = turn.villages, turn.params.crops
    thick = 1.0 + params.close_planting_seed * turn.here(turn.orders.close_planting) * v.zeal
    rate = thick * spring_seed(v, turn.params.staples)
    common = v.coop_land_mou * (1.0 - v.coop_cash_share)
    wanted = whole((area[:-1] + common) * rate)
    grain, given = take(v.grain_jin, wanted)
    hidden, more = take(v.hidden_jin, wanted - given)
    sown = ratio(given + more, wanted, 1.0)
    bare_common = ratio(cell_sum(sown * common), cell_sum(common), 1.0)
    wheat = summer_part(v, turn.params.staples)
    share = wheat + (1.0 - wheat) * stack(sown, bare_common)
    seeded = replace(v, grain_jin=grain, hidden_jin=hidden)
    done = replace(turn, villages=seeded, account=turn.account.entered("seed", given + more))
    return _grown(done, {"staples": np.broadcast_to(mix(v, turn.params.staples), share.shape), "sowing": share})


def grow(turn: Turn) -> Turn:
    """Let the season work on the crop."""
    if turn.quarter is Quarter.WINTER:
        return turn
    return _grown(turn, season_factors(turn))


def season_factors(turn: Turn) -> Mapping[str, Array]:
    """What this season does to the yield, by cause. Shapes: each (S + 1, V), broadcast."""
    params = turn.params
    work = turn.effort / params.effort.normal
    third = params.effort.yield_weight * _growing_part(turn.quarter)
    factors = {
        "labour": 1.0 - params.labour.peak_loss[turn.quarter] * (1.0 - turn.labour_cover),
        "effort": 1.0 + third * (work - 1.0),
        "weather": np.broadcast_to(turn.allotted.weather, turn.effort.shape),
    }
    if turn.quarter is Quarter.SPRING:
        factors |= spring_factors(turn)
    return factors


def _growing_part(quarter: Quarter) -> float:
    """Part of the year's field work that falls in a season."""
    return (0.4, 0.35, 0.25, 0.0)[quarter]


def spring_factors(turn: Turn) -> dict[str, Array]:
    """What only spring decides: timely sowing, ploughing, manure, bought inputs, implements, scale."""
    v, params = turn.villages, turn.params
    land = turn.land
    late = 1.0 - params.labour.lateness_loss * turn.sowing_lost
    at_home = 1.0 - turn.orders.labour_drafted
    return {
        "sowing": np.broadcast_to(late, land.shape),
        "draught": 1.0 - params.draught.hand_dug_loss * (1.0 - turn.draught_cover),
        "manure": manure(v, turn.effort * (turn.here(at_home) / params.effort.normal), params.crops),
        "inputs": 1.0 + params.crops.credit_gain * saturation(
            ratio(turn.credit_yuan, land), params.crops.credit_half_yuan_per_mou
        ),
        "ploughs": np.broadcast_to(1.0 + params.crops.plough_gain * np.minimum(
            ratio(v.ploughs * params.crops.plough_mou, cell_sum(land), 0.0), 1.0
        ), land.shape),
    } | common_factors(turn) | standing_factors(turn)


def common_factors(turn: Turn) -> dict[str, Array]:
    """What only a village with common land has: joined strips, and plots that are cared for like a garden.

    Shapes: each (S + 1, V).
    """
    v, params = turn.villages, turn.params.crops
    garden = 1.0 + params.plots_gain * pooled_part(v) * pooled_part(v)
    return {
        "scale": stack(np.ones_like(v.people), scale(managed(turn), params)),
        "plots": stack(garden, np.ones(v.count)),
    }


def standing_factors(turn: Turn) -> dict[str, Array]:
    """What a village's land has as a whole: war damage left, ordered methods, water. Shapes: each (S + 1, V)."""
    v, params, orders = turn.villages, turn.params.crops, turn.orders
    shape = turn.land.shape
    factors = {"repair": np.broadcast_to(1.0 - v.damage, shape)}
    if orders.close_planting.any() or orders.deep_ploughing.any():
        close = params.close_planting_loss * orders.close_planting
        deep = params.deep_ploughing_gain * orders.deep_ploughing
        factors["methods"] = np.broadcast_to(1.0 - turn.here(close - deep) * v.zeal, shape)
    if v.irrigated.any():
        factors["waterworks"] = np.broadcast_to(1.0 + params.watered_gain * v.irrigated, shape)
    return factors


def manure(v: Villages, work: Array, params: CropParams) -> Array:
    """Yield by manure: from animals and night soil, carried if people care to and do not fear for the land (p. 98,
    165-166). Shapes: (S + 1, V); ``work`` is effort against normal."""
    animals = (cell_sum(v.oxen) + v.pooled_oxen) / np.maximum(v.registered_mou, 1.0)
    heap = 0.65 + 0.35 * np.minimum(animals / params.manure_oxen_per_mou, 1.5)
    feared = 1.0 - params.manure_fear * np.maximum(v.fear - 0.13, 0.0)
    carried = params.manure_careless + (1.0 - params.manure_careless) * work
    return 1.0 + params.manure_weight * (np.clip(heap * feared, 0.0, 1.5) * carried - 1.0)


def scale(members: Array, params: CropParams) -> Array:
    """Yield by size of the common field: joined strips help to some twenty households, beyond that it cannot be
    managed (p. 101, 158). Shapes: any; ``members`` in households."""
    gain = params.strips_gain * np.minimum(members / params.manageable_households, 1.0)
    span = params.unmanageable_households - params.manageable_households
    too_many = np.clip((members - params.manageable_households) / span, 0.0, 1.0)
    return 1.0 + gain - params.unmanageable_loss * too_many


def _grown(turn: Turn, factors: Mapping[str, Array]) -> Turn:
    """The crop after these factors; in autumn they touch only what is not yet reaped."""
    v = turn.villages
    open_share = 1.0 - summer_part(v, turn.params.staples) if turn.quarter is Quarter.AUTUMN else 1.0
    weight = turn.grain_land * v.stand
    stand, year = v.stand.copy(), v.factors.copy()
    heavy = cell_sum(weight)
    for cause in factors:
        stand *= factors[cause]
        weight *= factors[cause]
        grown = cell_sum(weight)
        at = FACTORS.index(cause)
        year[at] = year[at] * (1.0 + open_share * (ratio(grown, heavy, 1.0) - 1.0))
        heavy = grown
    return replace(turn, villages=replace(v, stand=stand, factors=year))
