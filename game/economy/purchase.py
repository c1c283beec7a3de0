"""The state's purchase of grain: a quota on the surplus that is assessed, and how far collectors reach to fill it."""

from __future__ import annotations

import numpy as np

from game.base.changed import replace
from game.base.exact import Array, cell_sum, ratio, split_whole, whole
from game.base.seasons import Quarter
from game.economy.levy import believed
from game.economy.market import put_by, to_last
from game.economy.staples import spring_seed, wheat_seed, worth
from game.economy.turn import Turn
from game.economy.villages import Villages


def buy(turn: Turn) -> Turn:
    """Buy grain for the state: the quota is reckoned on the harvest, delivered in autumn, and chased until spring.

    Nothing is bought while the rate is nil and no quota is open. Short villages are counted once the state keeps books.
    """
    v = turn.villages
    if turn.quarter is Quarter.SUMMER:
        return replace(turn, villages=_forgiven(turn)) if v.quota_left_jin.any() else turn
    if turn.orders.procurement_rate.any():
        turn = _assessed(turn)
    if turn.orders.tax_by_norm and turn.quarter is Quarter.AUTUMN:
        turn = replace(turn, figures=turn.noted(deficit=deficit(turn)))
    return _delivered(turn) if turn.villages.quota_left_jin.any() else _unburdened(turn)


def _forgiven(turn: Turn) -> Villages:
    """A new harvest ripens: what was not delivered of the last quota is written off (assumed)."""
    return replace(turn.villages, quota_left_jin=np.zeros(turn.villages.count))


def _assessed(turn: Turn) -> Turn:
    """Reckon each village's quota, after the harvest or when the purchase is first ordered after it."""
    v = turn.villages
    new = (turn.quarter is Quarter.AUTUMN) | ((v.quota_jin == 0.0) * (turn.quarter is Quarter.WINTER))
    surplus = assessed_surplus(turn)
    quota = np.where(new, whole(surplus * rate(turn, surplus)), v.quota_jin)
    left = np.where(new, quota, v.quota_left_jin)
    return replace(turn, villages=replace(v, quota_jin=quota, quota_left_jin=left))


def deficit(turn: Turn) -> Array:
    """What short villages lack, by the harvest that was filed for them. Shapes: (V,). Units: whole jin."""
    line = np.full(turn.orders.counties, turn.params.purchase.supplied_jin)
    return whole(np.maximum(needs(turn, line) - claimed_harvest(turn), 0.0))


def claimed_harvest(turn: Turn) -> Array:
    """The harvest that the state reckons with: the true one, or what was filed of it. Shapes: (V,). Units: jin."""
    return turn.villages.last_harvest_jin * turn.here(believed(turn))


def assessed_surplus(turn: Turn) -> Array:
    """What the state takes to be beyond tax, seed, feed and the ration norm. Shapes: (V,). Units: jin."""
    return np.maximum(claimed_harvest(turn) - needs(turn, turn.orders.ration_norm), 0.0)


def needs(turn: Turn, ration_jin: Array) -> Array:
    """Tax, seed, feed and rations at so many jin a head and year. Shapes: ration (C,), result (V,). Units: jin."""
    v, staples = turn.villages, turn.params.staples
    rations = v.persons * turn.here(ration_jin)
    mou = v.registered_mou
    seed = mou * (spring_seed(v, staples) + wheat_seed(v, staples))
    spring, summer, autumn, winter = turn.params.draught.feed_jin_per_season
    feed = (cell_sum(v.oxen) + v.pooled_oxen) * (spring + summer + autumn + winter)
    tax = mou * turn.allotted.norm * turn.orders.tax_jin_per_mou
    return np.asarray(rations + seed + feed + tax)


def rate(turn: Turn, surplus: Array) -> Array:
    """Share of the assessed surplus to be sold: flat, or more the larger it is against the harvest. Shapes: (V,)."""
    orders, params = turn.orders, turn.params.purchase
    share = ratio(surplus, claimed_harvest(turn))
    steep = np.minimum(params.progressive_least + params.progressive_gain * share, params.progressive_most)
    progressive = turn.here(orders.procurement_progressive)
    standing = turn.here(orders.procurement_rate)
    return np.minimum(standing * (1.0 + progressive * (steep - 1.0)), 1.0)


def _delivered(turn: Turn) -> Turn:
    """Collect what is due, as far as collectors reach; what is paid for it goes to the households."""
    v, params = turn.villages, turn.params.purchase
    part = params.in_autumn if turn.quarter is Quarter.AUTUMN else 1.0
    due = np.floor(v.quota_left_jin * part)
    from_fund = np.minimum(v.fund_jin, np.floor(due * _fund_part(turn)))
    within = within_reach(turn)
    taken = np.minimum(due - from_fund, cell_sum(within))
    by_stratum = np.minimum(split_whole(taken, within), within)
    bought = cell_sum(by_stratum) + from_fund
    pay = worth(v, turn.params.staples) * (turn.prefecture.grain_price_yuan_per_jin * params.state_price)
    sold = replace(
        v,
        grain_jin=v.grain_jin - by_stratum,
        fund_jin=v.fund_jin - from_fund,
        cash_yuan=v.cash_yuan + np.floor(by_stratum * pay),
        quota_left_jin=v.quota_left_jin - bought,
        burden=_burden(turn, bought),
    )
    return replace(turn, villages=sold, account=turn.account.entered("procurement", bought))


def _fund_part(turn: Turn) -> Array:
    """Share of a quota that comes out of the common fund: that of the members. Shapes: (V,)."""
    v = turn.villages
    return 0.5 * v.members_of_homes


def within_reach(turn: Turn) -> Array:
    """Open grain that collectors can take: the harder they press, the more of what lies beyond seed, feed and the
    barest meals. Shapes: (S, V). Units: whole jin."""
    params = turn.params.purchase
    beyond = turn.villages.grain_jin - put_by(turn) - to_last(turn, params.floor_jin)
    part = turn.here(np.minimum(params.reach * turn.orders.delivery_force, 1.0))
    return np.floor(np.clip(beyond * part, 0.0, turn.villages.grain_jin))


def _burden(turn: Turn, bought: Array) -> Array:
    """Share of the last harvest that the state bought: anew each autumn, added to until the next. Shapes: (V,)."""
    before = 0.0 if turn.quarter is Quarter.AUTUMN else 1.0
    return np.minimum(turn.villages.burden * before + ratio(bought, turn.villages.last_harvest_jin), 1.0)


def _unburdened(turn: Turn) -> Turn:
    """An autumn in which nothing is bought ends the burden of the last."""
    v = turn.villages
    if turn.quarter is Quarter.AUTUMN and v.burden.any():
        return replace(turn, villages=replace(v, burden=np.zeros(v.count), quota_jin=np.zeros(v.count)))
    return turn
