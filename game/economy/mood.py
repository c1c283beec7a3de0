"""Trust and fear with their memory, and the price of land that follows from fear."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.base.changed import replace
from game.base.exact import Array, cell_sum, ratio
from game.base.seasons import Quarter
from game.economy.causes import Chain, chain
from game.economy.cooperatives import ALWAYS
from game.economy.labour import BARRED
from game.economy.turn import Turn


def remember(turn: Turn) -> Turn:
    """Move trust and fear by what the season brought; their causes are kept."""
    trust, moved_trust = _moved(turn, turn.before.trust, trust_shifts(turn))
    fear, moved_fear = _moved(turn, turn.before.fear, fear_shifts(turn))
    moved = replace(
        turn.villages, trust=trust, fear=fear, land_price_jin_per_mou=land_price(turn, fear),
        animal_price_jin=animal_price(turn, fear), sects=_sects(turn, fear),
    )
    return replace(turn, villages=moved, chains={**turn.chains, "trust": moved_trust, "fear": moved_fear})


def _sects(turn: Turn, fear: Array) -> Array:
    """Households that turn to old gods and sects: where fear is high, and want; campaigns drive it under. (V,)."""
    v, params = turn.villages, turn.params.mood
    drawn = params.sects_fear * np.maximum(fear - params.sects_from, 0.0) + params.sects_hunger * _want(turn)
    hidden = turn.here(1.0 - params.sects_hidden * turn.orders.campaign_force)
    return np.asarray(v.sects + params.sects_speed * (np.minimum(drawn, 1.0) * hidden - v.sects))


def _want(turn: Turn) -> Array:
    """Want, the mean over a village's people. Shapes: (V,)."""
    v = turn.villages
    return ratio(cell_sum(turn.want * v.people), v.persons)


def _moved(turn: Turn, mood: Array, shifts: Mapping[str, Array | None]) -> tuple[Array, Chain]:
    """A mood after its shifts, one after the other and never beyond 0 and 1, and the chain of what moved it.

    The county's mood is the mean over homes; a cause that is not there hands the level on.
    """
    before, homes = turn.before.homes, turn.villages.homes
    level = mood * before
    steps = chain(level, before)
    for cause, shift in shifts.items():
        if shift is not None:
            mood = np.clip(mood + shift, 0.0, 1.0)
            level = mood * before
        steps = steps.then(cause, level)
    return mood, steps.then("households", mood * homes, homes)


def trust_shifts(turn: Turn) -> dict[str, Array | None]:
    """What moves trust this season, by cause, nothing where it is not there. Shapes: each (V,)."""
    v, orders, params = turn.villages, turn.orders, turn.params.mood
    people = v.persons
    members = v.members_of_homes
    given = ratio(cell_sum(turn.allotted.relief_jin), people * 100.0)
    return {
        "time": params.memory * (params.trust_home - turn.before.trust),
        "hunger": -params.hunger * _want(turn),
        "relief": params.relief * np.minimum(given, 0.5),
        "tax-and-harvest": _harvest_shift(turn),
        "force": -params.force * turn.here(np.maximum(orders.campaign_force - 0.3, 0.0)),
        "disturbed-sowing": -params.sowing * turn.sowing_lost,
        "drafted-labour": -params.drafted * turn.here(orders.labour_drafted),
        "barred-sidelines": -params.barred * turn.here((orders.sideline_work == BARRED).astype(np.float64)),
        "sects": -params.sects * v.sects if v.sects.any() else None,
        "held-members": -params.held * members * turn.here(1.0 - orders.exit_allowed),
        "seized-animals": -params.plundered * turn.plundered,
        **_levelling_shifts(turn),
        "events": turn.here(orders.trust_shift),
    }


def _levelling_shifts(turn: Turn) -> dict[str, Array | None]:
    """What the years of the purchase and the communes bring, as far as it is there. Shapes: each (V,)."""
    v, orders, params = turn.villages, turn.orders, turn.params.mood
    bought = turn.quarter is Quarter.WINTER and v.burden.any()
    ordered = orders.close_planting.any() or orders.deep_ploughing.any()
    return {
        "purchase": -params.purchase * np.maximum(v.burden - 0.05, 0.0) if bought else None,
        "searches": -params.searched * turn.here(orders.grain_searches) if orders.grain_searches.any() else None,
        "higher-form": -params.form * turn.rising if turn.rising.any() else None,
        "ordered-methods": (
            -params.methods * turn.here(orders.close_planting + orders.deep_ploughing) if ordered else None
        ),
    }


def _harvest_shift(turn: Turn) -> Array:
    """After the autumn harvest: a better year than the last raises trust, a heavy tax lowers it. Shapes: (V,)."""
    v, params = turn.villages, turn.params.mood
    if turn.quarter is not Quarter.AUTUMN:
        return np.zeros(v.count)
    better = ratio(v.last_harvest_jin, turn.before.last_harvest_jin, 1.0) - 1.0
    tax = turn.orders.tax_jin_per_mou * v.registered_mou
    burden = np.minimum(ratio(tax, v.last_harvest_jin, 1.0), 1.0)
    return params.harvest * np.clip(better, -0.5, 0.5) - params.tax * np.maximum(burden - 0.2, 0.0)


def fear_shifts(turn: Turn) -> dict[str, Array | None]:
    """What moves fear this season, by cause, nothing where it is not there. Shapes: each (V,)."""
    orders, params = turn.orders, turn.params.mood
    outside = 1.0 - turn.before.members_of_homes
    return {
        "time": params.memory * (params.fear_home - turn.before.fear),
        "trials": params.trial * turn.allotted.near_trial * outside * outside,
        "pooling": params.pooling * _still_to_be_pooled(turn) if (orders.pool_livestock == ALWAYS).any() else None,
        "seized-animals": params.plundered * turn.plundered if turn.plundered.any() else None,
        "higher-form": params.form * turn.rising if turn.rising.any() else None,
        "searches": turn.here(0.5 * params.searched * orders.grain_searches) if orders.grain_searches.any() else None,
        "men-taken": _men_taken(turn),
        "force": turn.here(0.5 * params.force * np.maximum(orders.campaign_force - 0.3, 0.0)),
        "events": turn.here(orders.fear_shift),
    }


def _still_to_be_pooled(turn: Turn) -> Array:
    """Share of a village's animals that are private still, where a district has seen all of them pooled. (V,)."""
    v = turn.before
    private = ratio(cell_sum(v.oxen), cell_sum(v.oxen) + v.pooled_oxen)
    rule = turn.here((turn.orders.pool_livestock == ALWAYS).astype(np.float64))
    return np.asarray(rule * turn.allotted.near_coops * private)


def _men_taken(turn: Turn) -> Array | None:
    """Recruits are dreaded where land is worth staying for, and less where it is worth nothing (p. 56, 167). (V,)."""
    params = turn.params.mood
    away = np.maximum(turn.orders.men_away - turn.params.labour.men_away_usual, 0.0)
    if not away.any():
        return None
    worth = turn.villages.soil * turn.prefecture.land_price_jin_per_mou
    return np.asarray(turn.here(params.away * away) * ratio(turn.before.land_price_jin_per_mou, worth))


def land_price(turn: Turn, fear: Array) -> Array:
    """What a mou sells for: by soil, pushed down by fear until nobody buys (p. 167). Shapes: (V,). Units: jin a mou."""
    params = turn.params.mood
    above = np.maximum(fear - params.fear_home, 0.0)
    held_back = params.price_fear * above * above
    return np.asarray(
        turn.prefecture.land_price_jin_per_mou * turn.villages.soil * np.maximum(1.0 - held_back, 0.0)
    )


def animal_price(turn: Turn, fear: Array) -> Array:
    """What a draught animal sells for: pushed down by the fear that it will be taken (p. 162, 166). (V,). Jin."""
    params = turn.params.draught
    held_back = params.price_fear * np.maximum(fear - turn.params.mood.fear_home, 0.0)
    return np.asarray(params.price_jin * np.maximum(1.0 - held_back, params.price_lowest))
