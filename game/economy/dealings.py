"""Dealings among neighbours: grain lent at interest, land sold in need and bought by those who have money (p. 61, 71).

All of it stays within the village: what one household owes another is owed, what one sells another buys.
"""

from __future__ import annotations

import numpy as np

from game.base.changed import replace
from game.base.exact import Array, cell_sum, ratio, split_whole, whole
from game.base.seasons import Quarter
from game.economy.market import lacking_grain, put_by, spare_grain, to_last
from game.economy.staples import spring_seed, worth
from game.economy.turn import Turn, all_mou
from game.economy.villages import Villages

BARRED, BLAMED, FREE = 0.0, 1.0, 2.0
"""Codes of ``private_dealings``."""


def allowed(turn: Turn) -> Array:
    """How far neighbours dare to lend and to trade in land: by the rule, and less where people fear a label. (V,)."""
    params = turn.params.dealings
    rule = np.array([0.0, params.blamed, 1.0])[turn.orders.private_dealings.astype(np.intp)]
    afraid = params.fear * np.maximum(turn.villages.fear - turn.params.mood.fear_home, 0.0)
    return np.asarray(turn.here(rule) * np.maximum(1.0 - afraid, 0.0))


def lend(turn: Turn) -> Turn:
    """Those who have neither grain to eat and to sow nor money for it borrow from neighbours who have it to spare.

    What is owed is written down in money, at the price of the day.
    """
    v, params = turn.villages, turn.params.dealings
    if turn.quarter is Quarter.AUTUMN or not turn.orders.private_dealings.any():
        return turn
    price = turn.prefecture.grain_price_yuan_per_jin * worth(v, turn.params.staples)
    grain = turn.params.grain
    seed = all_mou(v) * spring_seed(v, turn.params.staples) if turn.quarter is Quarter.SPRING else put_by(turn)
    store = v.grain_jin + v.hidden_jin - seed
    lacking = np.maximum(to_last(turn, grain.eaten_enough_jin) - store, 0.0)
    this_season = v.people * (grain.eaten_enough_jin / 4.0) + seed
    need = np.floor(np.maximum(np.minimum(lacking, this_season) - v.cash_yuan / price, 0.0))
    if not need.any():
        return turn
    beyond = np.clip(store - to_last(turn, grain.kept_jin), 0.0, v.grain_jin)
    spare = beyond * (allowed(turn) * params.lent_of_surplus)
    part = np.minimum(ratio(cell_sum(need), cell_sum(spare)), 1.0)
    given = np.floor(spare * part)
    taken = split_whole(cell_sum(given), need)
    owing = whole(taken * price)
    lent = replace(
        v, grain_jin=v.grain_jin - given + taken, owed_yuan=v.owed_yuan + owing,
        lent_yuan=v.lent_yuan + split_whole(cell_sum(owing), given),
    )
    return replace(turn, villages=lent)


def settle(turn: Turn) -> Turn:
    """After the autumn harvest: interest, and what debtors can spare in grain; where lending is barred debts lapse."""
    v, params = turn.villages, turn.params.dealings
    if turn.quarter is not Quarter.AUTUMN or not v.owed_yuan.any():
        return turn
    barred = turn.here((turn.orders.private_dealings == BARRED).astype(np.float64))
    interest = whole(v.owed_yuan * (params.interest_per_year * (1.0 - barred)))
    dearer = replace(
        v, owed_yuan=v.owed_yuan + interest, lent_yuan=v.lent_yuan + split_whole(cell_sum(interest), v.lent_yuan)
    )
    lapsed = _cleared(dearer, np.floor(dearer.owed_yuan * (params.lapsing_a_year * barred)))
    return replace(turn, villages=_repaid_in_grain(replace(turn, villages=lapsed)))


def _cleared(v: Villages, yuan: Array) -> Villages:
    """The villages without this part of their debts, and of the claims on them. Shapes: (S, V), whole yuan."""
    return replace(
        v, owed_yuan=v.owed_yuan - yuan, lent_yuan=v.lent_yuan - split_whole(cell_sum(yuan), v.lent_yuan)
    )


def _repaid_in_grain(turn: Turn) -> Villages:
    """Debts paid back in grain out of what a debtor has beyond his own table, to those who lent it."""
    v = turn.villages
    price = turn.prefecture.grain_price_yuan_per_jin * worth(v, turn.params.staples)
    paid = np.minimum(spare_grain(turn), np.floor(v.owed_yuan / price))
    if not paid.any():
        return v
    had_back = split_whole(cell_sum(paid), v.lent_yuan)
    return _cleared(
        replace(v, grain_jin=v.grain_jin - paid + had_back), np.minimum(whole(paid * price), v.owed_yuan)
    )


def sell_land(turn: Turn) -> Turn:
    """In winter, households that owe more than they have, or lack grain, sell land to neighbours with money.

    Nobody buys where land has no price (1953, p. 167), and land that is farmed in common is not for sale.
    """
    v, params = turn.villages, turn.params.dealings
    if turn.quarter is not Quarter.WINTER or not turn.orders.private_dealings.any():
        return turn
    open_ = allowed(turn)
    price = v.land_price_jin_per_mou * turn.prefecture.grain_price_yuan_per_jin
    own = v.land_mou - v.coop_land_mou
    lacking = lacking_grain(turn) * turn.prefecture.grain_price_yuan_per_jin
    distress = np.maximum(v.owed_yuan * params.pressing + lacking - v.cash_yuan, 0.0)
    priced = np.broadcast_to(price, own.shape)
    in_need = np.minimum(ratio(distress, priced), own * params.sold_most)
    offered = np.maximum(in_need, own * params.sold_for_luck) * (open_ * (price > 0.0))
    purse = np.maximum(v.cash_yuan - v.people * turn.params.grain.needs_yuan_a_head, 0.0) * params.into_land
    wanted = ratio(purse, priced) * open_
    part = np.minimum(ratio(cell_sum(wanted), cell_sum(offered)), 1.0)
    sold = offered * part
    if not sold.any():
        return turn
    return _passed_on(turn, sold, wanted, price)


def _passed_on(turn: Turn, sold: Array, wanted: Array, price: Array) -> Turn:
    """Land and money change hands; what is had for it goes to the lender first. Shapes: (S, V), (V,)."""
    v, params = turn.villages, turn.params.dealings
    had = np.floor(sold * price)
    cost = split_whole(cell_sum(had), wanted)
    bought = ratio(wanted, cell_sum(wanted)) * cell_sum(sold)
    repaid = np.minimum(had, v.owed_yuan)
    moved = _cleared(
        replace(
            v, land_mou=v.land_mou - sold + bought,
            cash_yuan=v.cash_yuan + had - cost - repaid + split_whole(cell_sum(repaid), v.lent_yuan),
        ),
        repaid,
    )
    a_household = ratio(v.land_mou, v.households)
    sellers = np.minimum(ratio(sold, a_household * params.sold_at_once), v.households)
    return replace(
        turn, villages=moved,
        figures=turn.noted(land_sold_mou=cell_sum(sold), land_sellers=cell_sum(sellers)),
    )
