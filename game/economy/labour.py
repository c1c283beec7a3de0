"""Labour-days by field: in surplus by day, short while the fields are sown and reaped; and the effort put into them."""

from __future__ import annotations

import numpy as np

from game.base.changed import replace
from game.base.exact import Array, cell_sum, logistic, ratio, whole
from game.base.seasons import Quarter
from game.economy.params import EffortParams
from game.economy.turn import Turn, pooled_part, stack
from game.economy.villages import COMMUNE, LOWER, Villages

BARRED, WINTER_ONLY, FREE = 0.0, 1.0, 2.0
"""Codes of ``sideline_work``."""


def allocate(turn: Turn) -> Turn:
    """Put hands to fields, settle how much pressing work is done in time, and what spare days earn."""
    v, params = turn.villages, turn.params.labour
    hands = field_hands(turn)
    land = turn.land
    lost = sowing_lost(turn)
    need = land * params.peak_need_days_per_mou[turn.quarter]
    if turn.quarter is Quarter.SPRING and turn.orders.deep_ploughing.any():
        need = need + land * (turn.here(turn.orders.deep_ploughing) * v.zeal * params.deep_ploughing_days_per_mou)
    have = hands * (params.peak_days[turn.quarter] * (1.0 - lost) * turn.here(_left_at_the_peak(turn)))
    cover, gain = evened(have, need, v.team_real * turn.params.teams.shared)
    effort = field_effort(turn)
    worked = replace(
        turn, hands=hands, effort=effort, labour_cover=cover, sharing_gain=gain, sowing_lost=lost,
        figures=turn.noted(effort_hands=cell_sum(effort * hands), hands=cell_sum(hands)),
    )
    return work_on_the_side(build_and_smelt(worked), land)


def field_hands(turn: Turn) -> Array:
    """Labourers by field, women by their field days, after those away and drafted. Shapes: (S + 1, V).

    Who has long been underfed does less. In the common field women give more or fewer days as they are paid, and more
    where kitchens and nurseries take work off them.
    """
    v, orders, params = turn.villages, turn.orders, turn.params.labour
    strength = 1.0 - params.weakness * np.maximum(1.0 - v.nourished, 0.0)
    if v.sects.any():
        strength = strength * (1.0 - params.sect_days * v.sects)
    here = (1.0 - v.in_town) * turn.here(at_home(turn) * (1.0 - orders.labour_drafted))
    men = v.men * (strength * here)
    women = v.women * (strength * turn.here(orders.women_in_fields * (1.0 - orders.labour_drafted)))
    part = pooled_part(v)
    if not part.any():
        return stack(men + women, np.zeros(v.count))
    keen = np.clip(1.0 + params.women_pay_weight * (orders.women_pay - params.women_pay_usual), 0.5, 1.2)
    keen = turn.here(keen * (1.0 + params.nurseries * orders.canteens))
    return stack((men + women) * (1.0 - part), cell_sum((men + women * keen) * part))


def _left_at_the_peak(turn: Turn) -> Array:
    """Pressing work that those who stay can do, over that of as many of all hands: the strongest go first. (C,)."""
    drafted = turn.orders.labour_drafted
    more = np.maximum(turn.params.labour.drafted_strongest - 1.0, 0.0)
    return np.asarray(np.maximum(1.0 - more * drafted / np.maximum(1.0 - drafted, 0.5), 0.0))


def at_home(turn: Turn) -> Array:
    """Men who are not away, over those whom the count of hands holds already. Shapes: (C,)."""
    return np.asarray((1.0 - turn.orders.men_away) / (1.0 - turn.params.labour.men_away_usual))


def build_and_smelt(turn: Turn) -> Turn:
    """Put the drafted to waterworks and furnaces. Works that are hurried hold less water; all silt up with time."""
    v, params, orders = turn.villages, turn.params.crops, turn.orders
    kept = v.irrigated * (1.0 - params.works_decay_a_year / 4.0)
    if not orders.labour_drafted.any():
        return replace(turn, villages=replace(v, irrigated=kept))
    men = cell_sum(v.men) * (1.0 - v.in_town) * turn.here(at_home(turn))
    women = cell_sum(v.women) * turn.here(orders.women_in_fields)
    days = (men + women) * turn.params.labour.days[turn.quarter] * turn.here(orders.labour_drafted)
    dug = days * turn.here(orders.waterworks_share / (1.0 + params.works_hurry * orders.labour_drafted))
    mou = dug / params.works_days_per_mou
    most = np.maximum(params.watered_most - kept, 0.0)
    watered = np.minimum(ratio(mou, cell_sum(turn.land)) * ratio(most, np.full(v.count, params.watered_most)), most)
    smelted = whole(days * turn.here(1.0 - orders.waterworks_share) * STEEL_JIN_PER_DAY)
    return replace(turn, villages=replace(v, irrigated=kept + watered), figures=turn.noted(steel_jin=smelted))


STEEL_JIN_PER_DAY = 2.0
"""Metal that a day at a small furnace brings, jin, most of it useless. Assumed (Facts and Details, Great Leap Forward
Charade: homemade furnaces could not make steel)."""


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
    mean = ratio(v.registered_mou, v.persons)
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
    kept = np.maximum(1.0 - orders.tax_jin_per_mou / normal - v.burden, 0.0)
    alone = effort(kept, v.trust, v.fear, params)
    fund = turn.here(orders.community_fund_rate * (1.0 - orders.members_bargain))
    own = np.maximum(kept - fund, 0.0) * crowd(managed(turn), params)
    own = own * turn.here(1.0 - params.pay_weight * (1.0 - orders.pay_by_work))
    if orders.commune_levelling.any():
        own = own * (1.0 - turn.here(params.levelled * orders.commune_levelling) * (v.form == COMMUNE))
    zeal = params.zeal * ratio(v.joined_for[0], cell_sum(v.joined_for))
    common = effort(own + zeal / params.share_weight, v.trust, v.fear, params)
    return stack(np.broadcast_to(alone, v.people.shape), common)


def crowd(households: Array, params: EffortParams) -> Array:
    """How far a common return is felt as one's own, by the households that share it: 1 for one's own field, one half
    at ``crowd_households`` (p. 38, 158). Shapes: any."""
    return 1.0 / (1.0 + np.sqrt(households / params.crowd_households))


def managed(turn: Turn) -> Array:
    """Households that are managed as one: the members of a cooperative; in higher forms the size that is asked, which
    can be many villages. Shapes: (V,)."""
    v = turn.villages
    members = mean_members(v)
    if not v.form.any():
        return members
    asked = turn.here(turn.orders.coop_households)
    return np.where(v.form > LOWER, np.minimum(np.maximum(asked, 5.0), MOST_MANAGED), members)


MOST_MANAGED = 6000.0
"""Households of the largest communes. Assumed; the mean was 5,000 (Facts and Details, Library of Congress)."""


def mean_members(v: Villages) -> Array:
    """Households in a cooperative of the village, on average. Shapes: (V,)."""
    return ratio(v.members, v.cooperatives)


def work_on_the_side(turn: Turn, land: Array) -> Turn:
    """What spare days earn by carrying, pigs, vinegar and wage work (p. 99-104), where it is allowed."""
    v, params = turn.villages, turn.params.labour
    total_days = turn.hands * params.days[turn.quarter]
    spare = np.maximum(total_days - land * params.need_days_per_mou[turn.quarter], 0.0)
    rule = turn.orders.sideline_work
    allowed = turn.here(np.maximum(rule == FREE, (rule == WINTER_ONLY) * float(turn.quarter is Quarter.WINTER)))
    market = np.array([params.sideline_trade_closed, params.sideline_trade_licensed, 1.0])
    demand = turn.here(market[turn.orders.grain_trade.astype(np.intp)])
    demand = demand + (1.0 - demand) * (params.sideline_supply * v.supply_share)
    earned = spare * (allowed * demand * params.sideline_yuan_per_day)
    own = whole(earned[:-1] * params.sideline_share * looking_for_work(v, params.sideline_need))
    common = whole(earned[-1] * params.coop_sideline_share)
    figures = turn.noted(
        coop_spare_days=spare[-1], coop_days=total_days[-1], sideline_yuan=cell_sum(own) + common
    )
    cash = v.cash_yuan + own
    if common.any():
        cash += np.floor(common * ratio(v.coop_households, v.members))
    return replace(turn, villages=replace(v, cash_yuan=cash), figures=figures, coop_earned_yuan=common)
