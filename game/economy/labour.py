"""Labour-days by field: in surplus by day, short while the fields are sown and reaped; and the effort put into them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.base.exact import Array, cell_sum, logistic, ratio, whole
from game.base.seasons import Quarter
from game.economy.params import EffortParams
from game.economy.turn import Turn, pooled_part, stack
from game.economy.villages import Villages

BARRED, WINTER_ONLY, FREE = 0.0, 1.0, 2.0
"""Codes of ``sideline_work``."""


def allocate(turn: Turn) -> Turn:
    """Put hands to fields, settle how much pressing work is done in time, and what spare days earn."""
    v, params = turn.villages, turn.params.labour
    hands = field_hands(turn)
    land = turn.land
    lost = sowing_lost(turn)
    need = land * params.peak_need_days_per_mou[turn.quarter]
    have = hands * (params.peak_days[turn.quarter] * (1.0 - lost))
    cover, gain = evened(have, need, v.team_real * turn.params.teams.shared)
    effort = field_effort(turn)
    worked = replace(
        turn, hands=hands, effort=effort, labour_cover=cover, sharing_gain=gain, sowing_lost=lost,
        figures=turn.noted(effort_hands=cell_sum(effort * hands), hands=cell_sum(hands)),
    )
    return work_on_the_side(worked, land)


def field_hands(turn: Turn) -> Array:
    """Labourers by field, women by their field days, after those drafted. Shapes: (S + 1, V)."""
    v = turn.villages
    left = 1.0 - turn.here(turn.orders.labour_drafted)
    hands = (v.men + v.women * turn.params.labour.women_field_days) * left
    common = hands * pooled_part(v)
    return stack(hands - common, cell_sum(common))


def sowing_lost(turn: Turn) -> Array:
    """Share of spring labour that meetings and campaigns take from sowing (p. 93). Shapes: (V,)."""
    if turn.quarter is not Quarter.SPRING:
        return np.zeros(turn.villages.count)
    orders = turn.orders
    standing = turn.params.labour.sowing_campaign_lost * orders.sowing_campaigns * (0.5 + orders.campaign_force)
    return turn.here(np.clip(standing + orders.sowing_disturbed, 0.0, 0.9))


def evened(have: Array, need: Array, sharing: Array) -> tuple[Array, Array]:
    """How far needs are covered when part of a village's households share, and what full sharing would still add.

    The last row is the common field, which shares with nobody.
    Shapes: have and need (S + 1, V), sharing (S, V); results (S + 1, V) in 0-1, (V,) share of the village's need.
    """
    own_have, own_need = have[:-1], need[:-1]
    pool = ratio(cell_sum(sharing * own_have), cell_sum(sharing * own_need))
    shared = own_have * (1.0 - sharing) + own_need * (sharing * pool)
    cover = np.minimum(ratio(stack(shared, have[-1]), need, 1.0), 1.0)
    all_need = cell_sum(own_need)
    alone = cell_sum(np.minimum(own_have, own_need))
    together = np.minimum(cell_sum(own_have), all_need)
    return cover, ratio(together - alone, all_need)


def looking_for_work(v: Villages, need: float) -> Array:
    """How much side work households look for, 1 where they have the village's land a head. Shapes: (S, V)."""
    mean = ratio(cell_sum(v.land_mou), cell_sum(v.people))
    behind = np.maximum(1.0 - ratio(v.land_mou, v.people * mean, 1.0), 0.0)
    return 1.0 + need * behind


def effort(own_share: Array, trust: Array, fear: Array, params: EffortParams) -> Array:
    """Work done per labour-day, as a fraction of what the household could do.

    Rises with the part of the return that comes back to the household and with trust; falls with the fear that it
    will be taken (p. 98, 165-166: manure left uncollected, land unsown where pooling was expected).

    Shapes: all alike. Units: fractions 0-1.
    """
    pull = own_share * params.share_weight + trust * params.trust_weight
    push = fear * params.fear_weight
    return logistic(pull - push - params.threshold)


def field_effort(turn: Turn) -> Array:
    """Effort by field: strata of a village alike, the common field by its own rules. Shapes: (S + 1, V)."""
    v, orders, params = turn.villages, turn.orders, turn.params.effort
    normal = turn.prefecture.normal_yield_jin_per_mou * v.soil
    kept = np.maximum(1.0 - orders.tax_jin_per_mou / normal, 0.0)
    alone = effort(kept, v.trust, v.fear, params)
    fund = turn.here(orders.community_fund_rate * (1.0 - orders.members_bargain))
    crowd = params.crowd_households / (params.crowd_households + mean_members(v))
    zeal = params.zeal * ratio(v.joined_for[0], cell_sum(v.joined_for))
    common = effort(np.maximum(kept - fund, 0.0) * crowd + zeal / params.share_weight, v.trust, v.fear, params)
    return stack(np.broadcast_to(alone, v.people.shape), common)


def mean_members(v: Villages) -> Array:
    """Households in a cooperative of the village, on average. Shapes: (V,)."""
    return ratio(cell_sum(v.coop_households), v.cooperatives)


def work_on_the_side(turn: Turn, land: Array) -> Turn:
    """What spare days earn by carrying, pigs, vinegar and wage work (p. 99-104), where it is allowed."""
    v, params = turn.villages, turn.params.labour
    total_days = turn.hands * params.days[turn.quarter]
    spare = np.maximum(total_days - land * params.need_days_per_mou[turn.quarter], 0.0)
    rule = turn.orders.sideline_work
    allowed = turn.here(np.maximum(rule == FREE, (rule == WINTER_ONLY) * float(turn.quarter is Quarter.WINTER)))
    earned = spare * allowed * params.sideline_yuan_per_day
    own = whole(earned[:-1] * params.sideline_share * looking_for_work(v, params.sideline_need))
    common = whole(earned[-1] * params.coop_sideline_share)
    figures = turn.noted(
        coop_spare_days=spare[-1], coop_days=total_days[-1], sideline_yuan=cell_sum(own) + common
    )
    cash = v.cash_yuan + own
    if common.any():
        cash += np.floor(common * ratio(v.coop_households, cell_sum(v.coop_households)))
    return replace(turn, villages=replace(v, cash_yuan=cash), figures=figures, coop_earned_yuan=common)
