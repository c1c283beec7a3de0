"""State loans: lent in spring to households, teams and cooperatives, paid back after the harvest with interest."""

from __future__ import annotations

import numpy as np

from game.base.changed import replace
from game.base.exact import Array, cell_sum, ratio, whole
from game.base.seasons import Quarter
from game.economy.turn import Turn, stack


def lend(turn: Turn) -> Turn:
    """Lend what the year's orders say; it is spent on manure, seed and tools for this crop."""
    v, orders = turn.villages, turn.orders
    extra = turn.allotted.extra_loan_yuan
    if turn.quarter is not Quarter.SPRING:
        return replace(turn, villages=replace(v, coop_debt_yuan=v.coop_debt_yuan + extra))
    outside = v.households - v.coop_households
    in_teams = np.minimum((v.team_real + v.team_nominal) * v.households, outside)
    alone = outside - in_teams
    own = whole(in_teams * turn.here(orders.team_loan_yuan) + alone * turn.here(orders.household_loan_yuan))
    common = whole(v.cooperatives * turn.here(orders.coop_loan_yuan)) + extra
    owing = replace(v, debt_yuan=v.debt_yuan + own, coop_debt_yuan=v.coop_debt_yuan + common)
    return replace(turn, villages=owing, credit_yuan=stack(own, common))


def repay(turn: Turn) -> Turn:
    """After the autumn harvest: interest and the part that falls due, as far as there is money."""
    if turn.quarter is not Quarter.AUTUMN:
        return turn
    v, params, coops = turn.villages, turn.params.credit, turn.params.coops
    owed = whole(v.debt_yuan * (1.0 + params.interest_per_year))
    due = whole(owed * params.repaid_per_year)
    paid = np.minimum(due, np.floor(v.cash_yuan * params.cash_for_debt))
    price = turn.prefecture.grain_price_yuan_per_jin
    common_owed = whole(v.coop_debt_yuan * (1.0 + params.interest_per_year))
    if turn.orders.debt_relief.any():
        common_owed = _let_off(turn, common_owed, price)
    most = np.floor(v.coop_harvest_jin * (coops.repaid_most_of_output * price)) + turn.coop_earned_yuan
    common_paid = np.minimum(whole(common_owed * coops.repaid_first_year), most)
    lighter = replace(
        v, cash_yuan=v.cash_yuan - paid, debt_yuan=owed - paid, coop_debt_yuan=common_owed - common_paid
    )
    return replace(turn, villages=lighter, figures=turn.noted(repaid_yuan=cell_sum(paid) + common_paid))


def _let_off(turn: Turn, owed: Array, price: float) -> Array:
    """Cooperatives' debts once a part is struck off, the more the more they owe for their harvest (p. 182). (V,)."""
    half = turn.villages.coop_harvest_jin * (price * turn.params.credit.remitted_half)
    depth = ratio(owed, owed + half)
    return owed - np.floor(owed * depth * turn.here(turn.orders.debt_relief))
