"""Producers' cooperatives: who joins, what is pooled, and how the harvest is shared out (Hou p. 91-105)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.base.changed import replace
from game.base.exact import Array, cell_sum, fill_up, ratio, split_whole, whole
from game.base.seasons import Quarter
from game.economy.params import CoopParams
from game.economy.turn import Turn, farmed_mou, pooled_part, under_grain
from game.economy.villages import LOWER, Villages

NEVER, WHEN_ASKED, ALWAYS = 0.0, 1.0, 2.0
"""Codes of ``pool_livestock``."""


def found(turn: Turn) -> Turn:
    """Found and enlarge the season's cooperatives: members come in, land and some animals are pooled, forms rise.

    A trial takes only households labelled middle peasants (p. 96); pressure reaches the others.
    """
    if turn.allotted.entering.any():
        turn = _enter_members(turn)
    if turn.allotted.form.any() or (turn.orders.forms_may_fall.any() and turn.villages.form.any()):
        turn = _change_form(turn)
    if turn.villages.coop_land_mou.any() and turn.quarter in (Quarter.WINTER, Quarter.SPRING):
        turn = replace(turn, villages=_plots(turn))
    pooled = pool_animals(turn)
    land = farmed_mou(pooled.villages)
    return replace(pooled, land=land, grain_land=under_grain(land, pooled.villages))


def _enter_members(turn: Turn) -> Turn:
    """Bring new members and their land in."""
    v = turn.villages
    founding = turn.allotted.founding
    reasons = reasons_to_join(turn)
    members = choose_members(v, turn.allotted.entering, reasons, turn.params.coops, pressed(turn))
    came = cell_sum(members)
    a_household = ratio(v.land_mou, v.households)
    brought = members * a_household * (1.0 - turn.here(turn.orders.private_plots))
    pooled = np.minimum(brought, v.land_mou - v.coop_land_mou)  # those who left may have land in common still
    new = np.maximum(founding, v.cooperatives == 0.0) * (came > 0.0)
    grown = replace(
        v,
        cooperatives=np.where(v.form > LOWER, np.maximum(v.cooperatives, new > 0.0), v.cooperatives + new),
        coop_households=v.coop_households + members,
        joined_for=v.joined_for + split_whole(came, reasons),
        coop_land_mou=v.coop_land_mou + pooled,
        team_real=_leave_teams(v.team_real, v, members),
        team_nominal=_leave_teams(v.team_nominal, v, members),
    )
    return replace(turn, villages=grown, founded=new * (came > 0.0))


def pressed(turn: Turn) -> Array:
    """How far households are pressed to join, whatever their label or their sums: 0 in quiet times, 1 all of them.

    By the campaign and the cadres' zeal; less where members may leave; and the state's purchase presses too (p. 200).
    Shapes: (V,).
    """
    v, params, orders = turn.villages, turn.params.coops, turn.orders
    span = params.pressed_full - params.pressed_from
    force = np.clip((orders.campaign_force - params.pressed_from) / span, 0.0, 1.0)
    force = force * (1.0 - (1.0 - params.pressed_with_exit) * orders.exit_allowed)
    taken = params.joined_for_purchase * np.maximum(v.burden - 0.1, 0.0)
    return np.clip(turn.here(force) * (0.7 + 0.6 * v.zeal) + taken, 0.0, 1.0)


def _change_form(turn: Turn) -> Turn:
    """Let cooperatives pass into the form that is asked, and back where that may be; those of a village become one."""
    v = turn.villages
    least = v.form * turn.here(1.0 - turn.orders.forms_may_fall)
    form = np.where(v.cooperatives > 0.0, np.maximum(least, turn.allotted.form), v.form)
    rising = form > v.form
    if (form == v.form).all():
        return turn
    one = np.where(rising, np.minimum(v.cooperatives, 1.0), v.cooperatives)
    return replace(turn, villages=replace(v, form=form, cooperatives=one), rising=rising.astype(np.float64))


def _plots(turn: Turn) -> Villages:
    """Members' land moved between the common field and their own plots, as the standing share has it."""
    v = turn.villages
    share = 1.0 - turn.here(turn.orders.private_plots)
    theirs = np.minimum(v.member_share, 1.0) * v.land_mou * share
    return replace(v, coop_land_mou=np.minimum(theirs + v.leavers_mou, v.land_mou))


def _leave_teams(share: Array, v: Villages, members: Array) -> Array:
    """Team shares once new members have gone over to a cooperative, whose households count there only."""
    outside = v.households - v.coop_households
    return share * ratio(outside - members, outside)


def reasons_to_join(turn: Turn) -> Array:
    """Weights of the four reasons in each village: ambition, not to lag, ties, gain. Shapes: (4, V).

    In a middling village under the rules of 1951 they stand as 45 : 15 : 13 : 14 (p. 97-98). Ambition lasts as far as
    there are activists, and pressure makes people come in so as not to lag.
    """
    v, orders = turn.villages, turn.orders
    ambition, lag, ties, gain = turn.params.coops.reasons
    to_labour = (1.0 - orders.community_fund_rate) * (1.0 - orders.land_share)
    sums = np.clip(1.0 + 3.0 * (to_labour - 0.56) + (orders.coop_loan_yuan / 6.8e6 - 1.0) * 0.5, 0.2, 2.0)
    active = cell_sum(v.households * v.activist_share)
    return np.stack([
        ambition * np.minimum(ratio(active * 3.0, turn.allotted.entering, 1.0), 1.0),
        lag * (turn.here(0.7 + orders.team_pressure) + 6.0 * pressed(turn)),
        ties * v.trust / 0.62,
        gain * turn.here(sums),
    ])


def choose_members(v: Villages, wanted: Array, reasons: Array, params: CoopParams, push: Array) -> Array:
    """Households that come in, by stratum, never more than are fit and willing, or pressed. Shapes: (S, V).

    Members and activists come from ambition and not to lag, kin and friends from anywhere, calculators from
    households with many hands on little land.
    """
    fit = v.households * (v.middle_share + push * (1.0 - v.middle_share))
    active = fit * v.activist_share
    hands_per_mou = ratio(v.men, v.land_mou)
    usual = ratio(cell_sum(v.men), v.registered_mou)
    rich_in_hands = fit * np.maximum(ratio(hands_per_mou, usual) - 0.8, 0.0)
    part = [_shares(active), _shares(active), _shares(fit), _shares(rich_in_hands)]
    weights = sum((reason * share for reason, share in zip(reasons, part, strict=True)), np.zeros_like(fit))
    willing = params.waits_most_share + push * (1.0 - params.waits_most_share)
    room = np.maximum(np.floor(fit * willing) - v.coop_households, 0.0)
    asked = np.minimum(split_whole(wanted, weights), room)
    return asked + fill_up(wanted - cell_sum(asked), room - asked)


def _shares(weights: Array) -> Array:
    """Weights made to add up to one in each village. Shapes: (S, V)."""
    return ratio(weights, cell_sum(weights))


def pool_animals(turn: Turn) -> Turn:
    """Bring members' animals into common property as the rule says, and pay their owners what it says.

    Where members may choose, eager cadres choose for them: the whole herd of a new cooperative (p. 153).
    """
    v, orders, params = turn.villages, turn.orders, turn.params.draught
    rule, new = orders.pool_livestock, turn.founded > 0.0
    eager = new * (v.zeal >= params.pooled_by_zeal_from)
    asked = np.maximum(params.pooled_when_asked * new, eager)
    share = turn.here(rule == WHEN_ASKED) * asked + turn.here(rule == ALWAYS)
    turn = replace(turn, figures=turn.noted(founded=turn.founded, pooled_all=turn.founded * (share >= 1.0)))
    if not (share.any() and v.coop_households.any()):
        return replace(turn, plundered=np.zeros(v.count))
    taken = _to_be_pooled(v, share)
    price = v.animal_price_jin * turn.prefecture.grain_price_yuan_per_jin
    paid = turn.here(orders.livestock_compensation)
    pooled = cell_sum(taken)
    unpaid = np.maximum(params.underpaid_from - paid, 0.0)
    plundered = unpaid * ratio(pooled, cell_sum(v.oxen))
    grown = replace(
        v,
        oxen=v.oxen - taken,
        pooled_oxen=v.pooled_oxen + pooled,
        cash_yuan=v.cash_yuan + whole(taken * price * paid),
        coop_debt_yuan=v.coop_debt_yuan + whole(pooled * price * paid),
    )
    return replace(turn, villages=grown, plundered=plundered)


def _to_be_pooled(v: Villages, share: Array) -> Array:
    """Animals still to be brought in so that ``share`` of the members' herd is common. Shapes: (V,) to (S, V)."""
    herd = cell_sum(v.oxen) + v.pooled_oxen
    of_members = herd * v.members_of_homes
    missing = np.floor(np.maximum(of_members * share - v.pooled_oxen, 0.0))
    owners = v.oxen * v.member_share
    return np.minimum(split_whole(missing, owners), v.oxen)


@dataclass(frozen=True, slots=True)
class Distribution:
    """A cooperative harvest shared out, whole jin; the four parts add up to the output. Shapes: (V,)."""

    output_jin: Array
    inputs_jin: Array
    """Repaid for seed, fodder, fertiliser and hired animals."""
    fund_jin: Array
    land_jin: Array
    labour_jin: Array

    @property
    def shared_jin(self) -> Array:
        """What is left of the output when inputs are repaid: rates and shares are reckoned on it."""
        return self.output_jin - self.inputs_jin


def share_out(turn: Turn, output_jin: Array, yield_against_village: Array) -> Distribution:
    """Share a cooperative harvest out by the members' own formula where they may bargain, else by the standing one.

    Shapes: (V,). ``yield_against_village``: the cooperative's yield over the village's mean, 1 = equal.
    """
    orders, params = turn.orders, turn.params.coops
    paid_for_land = (turn.villages.form == LOWER).astype(np.float64)
    bargain = turn.here(orders.members_bargain) * paid_for_land
    repaid = np.maximum(bargain, turn.here(orders.inputs_repaid))
    inputs = whole(output_jin * params.inputs_share * repaid)
    left = output_jin - inputs
    own_fund = bargained_fund(yield_against_village, params)
    fund_rate = bargain * own_fund + (1.0 - bargain) * turn.here(orders.community_fund_rate)
    fund = whole(left * fund_rate)
    own_land = whole(left * bargained_land(own_fund, params))
    standing_land = whole((left - fund) * turn.here(orders.land_share) * paid_for_land)
    land = np.minimum(bargain * own_land + (1.0 - bargain) * standing_land, left - fund)
    return Distribution(output_jin, inputs, fund, land, left - fund - land)


def bargained_fund(yield_against_village: Array, params: CoopParams) -> Array:
    """Fund rate that members settle on: 2 % at the village's yield, 5 % a quarter above, 10-15 % half above (p. 100).

    Shapes: any. Units: fractions of what is shared.
    """
    above = np.maximum(yield_against_village - 1.0, 0.0)
    low, quarter, half = params.bargained_fund_low, params.bargained_fund_quarter, params.bargained_fund_half
    first = low + np.minimum(above, 0.25) * (4.0 * (quarter - low))
    beyond = np.maximum(above - 0.25, 0.0) * (4.0 * (half - quarter))
    return np.minimum(first + beyond, params.bargained_fund_most)


def bargained_land(fund: Array, params: CoopParams) -> Array:
    """Land's share beside that fund: 42 % down to 37 %, which leaves labour 56 down to 48 % (p. 100). Shapes: any."""
    span = params.bargained_fund_most - params.bargained_fund_low
    given_up = (params.bargained_land_high - params.bargained_land_low) * (fund - params.bargained_fund_low) / span
    return params.bargained_land_high - given_up


def paid_to_members(turn: Turn, shared: Distribution) -> Array:
    """What the strata receive, whole jin: land and inputs by land brought in, labour by work and, in part, by heads.

    Shapes: (S, V).
    """
    v = turn.villages
    by_land = split_whole(shared.land_jin + shared.inputs_jin, v.coop_land_mou)
    for_work = whole(shared.labour_jin * turn.here(turn.orders.pay_by_work))
    paid = by_land + split_whole(for_work, work_points(turn))
    for_all = shared.labour_jin - for_work
    return paid + split_whole(for_all, v.people * v.member_share) if for_all.any() else paid


def work_points(turn: Turn) -> Array:
    """What the strata are credited with in the common field: men's days, women's at their pay, and those of their oxen
    at so many labourers as an ox counts for. Shapes: (S, V). Units: labourers."""
    v, orders, params = turn.villages, turn.orders, turn.params
    women = turn.here(orders.women_in_fields * orders.women_pay) / params.labour.women_pay_usual
    ox_days = params.draught.work_days_per_season / params.labour.days[turn.quarter]
    return np.asarray((v.men + v.women * women + v.oxen * turn.here(orders.ox_labourers * ox_days)) * pooled_part(v))
