"""Mutual-aid teams that work and teams on a list; members who leave a cooperative (Hou p. 63-72, 98-99, 118-124)."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from game.base.changed import replace
from game.base.exact import Array, cell_sum, drawn_whole, ratio, saturation, split_whole
from game.base.seasons import Quarter
from game.economy.causes import Chain, chain
from game.economy.turn import Turn
from game.economy.villages import Villages

USUAL_PRESSURE = 0.35
"""Pressure to form teams up to which only what is useful works. Assumed: that of 1951."""

KEPT, AFTER_HARVEST, AT_ONCE = 0.0, 1.0, 2.0
"""Codes of ``leavers_land``."""


def organised(v: Villages) -> Array:
    """Households in teams that work and in cooperatives; lists do not count. Shapes: (V,)."""
    return cell_sum(v.team_real * v.households + v.coop_households)


def join_and_leave(turn: Turn) -> Turn:
    """Let members leave where they may, and let teams form and fall apart; each step is a cause."""
    homes = turn.villages.homes
    grown = replace(turn.before, households=turn.villages.households)
    began = chain(organised(turn.before), turn.before.homes).then("households", _organised_among(grown, turn), homes)
    began = began.then("cooperatives-founded", organised(turn.villages))
    left = _leave(turn)
    steps = began.then("left-cooperatives", organised(left.villages))
    formed, steps = _teams(left, steps)
    return replace(formed, chains={**turn.chains, "organised": steps})


def _organised_among(grown: Villages, turn: Turn) -> Array:
    """Households organised once households have divided, risen and fallen. Shapes: (V,)."""
    moved = turn.figures.get("moved_organised")
    return organised(grown) if moved is None else organised(grown) + moved


def _leave(turn: Turn) -> Turn:
    """Members who leave, where leaving is allowed, and the land that leavers have back."""
    v = turn.villages
    if not v.coop_households.any():
        return turn
    leaving = drawn_whole(v.coop_households * leaving_share(turn), turn.allotted.draws["leaving"])
    gone = np.minimum(leaving, v.coop_households)
    if not (gone.any() or v.leavers_mou.any()):
        return turn
    smaller = _give_back_land(turn, gone)
    if gone.any():
        smaller = _without(smaller, gone)
    return replace(turn, villages=smaller, figures=turn.noted(left_coops=cell_sum(gone)))


def _without(v: Villages, gone: Array) -> Villages:
    """The villages once these households have left their cooperatives."""
    staying = v.coop_households - gone
    left = cell_sum(staying)
    smaller = replace(
        v,
        coop_households=staying,
        joined_for=_reasons_left(v.joined_for, gone, left),
        cooperatives=v.cooperatives * (left > 0.0),
        form=v.form * (left > 0.0),
        coop_land_mou=v.coop_land_mou * (left > 0.0),
        leavers_mou=v.leavers_mou * (left > 0.0),
    )
    return _share_of_leavers(smaller, gone, left)


def _reasons_left(joined_for: Array, gone: Array, left: Array) -> Array:
    """Members by the reason for which they joined, in proportion where some have left. Shapes: (4, V)."""
    return np.where(cell_sum(gone) > 0.0, split_whole(left, joined_for), joined_for)


def _share_of_leavers(v: Villages, gone: Array, left: Array) -> Villages:
    """Leavers take their part of the fund (p. 100); the last to go take animals and debts with them as well."""
    closed = (left == 0.0) * (cell_sum(gone) > 0.0)
    fund = np.floor(v.fund_jin * ratio(cell_sum(gone), cell_sum(gone) + left))
    animals, debt = v.pooled_oxen * closed, v.coop_debt_yuan * closed
    return replace(
        v,
        grain_jin=v.grain_jin + split_whole(fund, gone), fund_jin=v.fund_jin - fund,
        oxen=v.oxen + split_whole(animals, gone), pooled_oxen=v.pooled_oxen - animals,
        debt_yuan=v.debt_yuan + split_whole(debt, gone), coop_debt_yuan=v.coop_debt_yuan - debt,
    )


def leaving_share(turn: Turn) -> Array:
    """Share of members who leave this season: in winter by their own sums, at any time after events. Shapes: (V,)."""
    params, orders = turn.params.coops, turn.orders
    share = turn.here(orders.coop_exit_share)
    if turn.quarter is Quarter.WINTER:
        share = params.leave_a_year + params.leave_underpaid * _behind(turn.villages) + share
    leaving = np.clip(share * turn.here(orders.exit_allowed), 0.0, 1.0)
    return np.maximum(leaving, _dissolved(turn)) if orders.dissolve_unfit.any() else leaving


def _dissolved(turn: Turn) -> Array:
    """1 where an unfit cooperative is dissolved this season (p. 185-186), else 0. Shapes: (V,)."""
    chosen = turn.allotted.draws["dissolving"] < turn.here(turn.orders.dissolve_unfit)
    return np.asarray(chosen * (unfit(turn) > 0.0), dtype=np.float64)


def unfit(turn: Turn) -> Array:
    """Cooperatives in whose common field less is given than in the village's own fields: they serve nobody. (V,)."""
    gap = turn.params.coops.unfit_gap
    return np.asarray(turn.villages.cooperatives * (turn.effort[-1] < turn.effort[0] - gap))


def _behind(v: Villages) -> Array:
    """How far the common field's last harvest fell short of the village's, 0-1. Shapes: (V,)."""
    common = ratio(v.coop_harvest_jin, v.common_mou * (1.0 - v.coop_cash_share))
    return np.maximum(1.0 - ratio(common, v.yield_jin_per_mou, 1.0), 0.0)


def _give_back_land(turn: Turn, gone: Array) -> Villages:
    """Leavers' land: back at once, after the harvest, or not at all, as the rule says (p. 98-99)."""
    v, rule = turn.villages, turn.here(turn.orders.leavers_land)
    theirs = (v.coop_land_mou - v.leavers_mou) * ratio(gone, v.coop_households)
    waiting = v.leavers_mou + theirs
    harvested = turn.quarter in (Quarter.AUTUMN, Quarter.WINTER)
    back = np.maximum(rule == AT_ONCE, (rule == AFTER_HARVEST) * harvested)
    common = np.maximum(v.coop_land_mou - waiting * back, 0.0)
    return replace(v, coop_land_mou=common, leavers_mou=waiting * (1.0 - back))


def _teams(turn: Turn, steps: Chain) -> tuple[Turn, Chain]:
    """Usefulness makes teams, pressure and credit make lists; both follow the year. Only what works is a gain."""
    v, params = turn.villages, turn.params.teams
    outside = ratio(v.households - v.coop_households, v.households)
    rhythm = params.season[turn.quarter]
    useful = params.useful_base + params.useful_gain * turn.sharing_gain + params.useful_trust * v.trust
    if (turn.orders.team_pressure > USUAL_PRESSURE).any():
        ordered = np.maximum(turn.orders.team_pressure - USUAL_PRESSURE, 0.0)
        useful = useful + params.useful_pressure * turn.here(ordered)
    for cause, aim in (("usefulness", useful), ("season", useful * rhythm)):
        real = np.minimum(v.team_real + params.speed * (aim * outside - v.team_real), outside)
        steps = steps.then(cause, cell_sum(real * v.households + v.coop_households))
    free = outside - real
    listed = np.minimum(v.team_nominal, free)
    for grow in _list_aims(turn, free, rhythm):
        listed = np.minimum(np.maximum(grow(listed), 0.0), free)
    return replace(turn, villages=replace(v, team_real=real, team_nominal=listed)), steps


def _list_aims(turn: Turn, free: Array, rhythm: float) -> tuple[Callable[[Array], Array], ...]:
    """What makes teams on a list, one thing after another; ``free``: share still outside. Shapes: (S, V)."""
    params, orders = turn.params.teams, turn.orders
    pressed = params.pressed_onto_lists * rhythm * turn.here(orders.team_pressure) * free
    lent = saturation(orders.team_loan_yuan, params.credit_half_yuan)
    credited = params.credit_lists * turn.here(lent) * free
    entered = turn.here(orders.join_teams)
    return (
        lambda listed: listed + params.speed * (pressed - listed),
        lambda listed: listed + params.speed * credited,
        lambda listed: listed + entered,
    )
