"""The free grain market: sold from surplus or for want of money, bought by those who run short (Hou p. 60-61)."""

from __future__ import annotations

import numpy as np

from game.base.changed import replace
from game.base.exact import Array, cell_sum, ratio
from game.base.seasons import Quarter
from game.economy.causes import Chain, chain
from game.economy.staples import spring_seed, worth, years_to_last
from game.economy.turn import Turn, all_mou
from game.economy.villages import Villages


def trade(turn: Turn) -> Turn:
    """Let households sell what they can spare, buy what they lack, and spend on salt and cloth."""
    v, params = turn.villages, turn.params.grain
    price = turn.prefecture.grain_price_yuan_per_jin * worth(v, turn.params.staples)
    surplus = spare_grain(turn)
    open_share = market_open(turn)
    willing = readiness(turn) * open_share
    ready = np.floor(surplus * willing)
    lacking = np.floor(lacking_grain(turn) * open_share)
    joined = _joined(turn)
    needs = v.people * (params.needs_yuan_a_head * (1.0 - params.supply_cheaper * joined))
    short = needs - v.cash_yuan - ready * price
    for_money = _sold_for_money(v, short, lacking, price, open_share * params.sold_for_need_most)
    sold = np.minimum(ready + for_money, v.grain_jin)
    money = v.cash_yuan + sold * price + v.men * (v.in_town * turn.params.people.sent_home_yuan)
    dear = price * params.bought_dearer
    bought = np.minimum(lacking, np.floor(money / dear))
    money = np.maximum(money - np.ceil(bought * dear), 0.0)
    left = np.maximum(money - needs, 0.0)
    left = left - params.spent_beyond * np.maximum(left - v.people * params.purse_yuan_a_head, 0.0)
    traded = replace(
        v,
        grain_jin=v.grain_jin - sold + bought,
        cash_yuan=np.floor(left),
        supply_share=joined,
        sold_jin=cell_sum(sold),
        sales=np.stack([cell_sum(surplus), ratio(cell_sum(ready), cell_sum(surplus)), cell_sum(for_money)]),
    )
    account = turn.account.entered("sold", sold).entered("bought", bought)
    chains = {**turn.chains, "grain_sold": _explain(v, traded, cell_sum(sold))}
    return replace(turn, villages=traded, account=account, chains=chains)


def _joined(turn: Turn) -> Array:
    """Households with a share in a supply-and-marketing cooperative: as is asked, and as far as it is trusted. (V,)."""
    v, params = turn.villages, turn.params.grain
    trusted = np.minimum(0.5 + 0.5 * v.trust / turn.params.mood.trust_home, 1.0)
    return np.asarray(
        v.supply_share + params.supply_speed * (turn.here(turn.orders.supply_coops) * trusted - v.supply_share)
    )


def market_open(turn: Turn) -> Array:
    """Part of the market's trade that goes on: all of it, that of licensed days, or none. Shapes: (V,)."""
    parts = np.array([0.0, turn.params.grain.trade_licensed, 1.0])
    return turn.here(parts[turn.orders.grain_trade.astype(np.intp)])


def put_by(turn: Turn) -> Array:
    """Grain put by for the spring's sowing and for the animals until then. Shapes: (S, V). Units: jin."""
    v = turn.villages
    if turn.quarter in (Quarter.SPRING, Quarter.SUMMER):
        return np.zeros_like(v.grain_jin)
    spring, _, _, winter = turn.params.draught.feed_jin_per_season
    feed = spring + (winter if turn.quarter is Quarter.AUTUMN else 0.0)
    seed = spring_seed(v, turn.params.staples)
    of = (v.land_mou, v.hidden_mou, v.oxen, v.staple_share)
    return v.reckoned(f"put_by in {turn.quarter.name}", of, lambda: all_mou(v) * seed + v.oxen * feed)


def to_last(turn: Turn, jin_a_year: float) -> Array:
    """Grain needed until the next harvest at that much a head and year. Shapes: (S, V). Units: jin."""
    return np.asarray(turn.villages.people * (years_to_feed(turn) * jin_a_year))


def years_to_feed(turn: Turn) -> Array:
    """Part of a year that stores must last until the next harvest. Shapes: (V,)."""
    params = turn.params
    return years_to_last(turn.villages, turn.quarter, params.grain.seasons_to_feed, params.staples)


def spare_grain(turn: Turn) -> Array:
    """Grain beyond seed and the family's own table until the next harvest, in the open store. Shapes: (S, V)."""
    v = turn.villages
    over = v.grain_jin + v.hidden_jin - put_by(turn) - to_last(turn, turn.params.grain.kept_jin)
    return np.floor(np.clip(over, 0.0, v.grain_jin))


def readiness(turn: Turn) -> Array:
    """Share of the surplus that is sold: more with trust, less with fear (p. 60). Shapes: (V,)."""
    v, params = turn.villages, turn.params.grain
    mood = 1.0 + params.sold_trust * (v.trust - 0.5) - params.sold_fear * v.fear
    return np.clip(params.sold_of_surplus[turn.quarter] * mood, 0.0, 1.0)


def lacking_grain(turn: Turn) -> Array:
    """What is missing for this season's meals, whole jin; nobody buys for longer. Shapes: (S, V)."""
    v, params = turn.villages, turn.params.grain
    missing = put_by(turn) + to_last(turn, params.eaten_enough_jin) - v.grain_jin - v.hidden_jin
    return np.floor(np.clip(missing, 0.0, v.people * (params.eaten_enough_jin / 4.0)))


def _sold_for_money(v: Villages, short_yuan: Array, lacking: Array, price: Array, most: Array) -> Array:
    """Grain sold because salt and cloth must be paid, by those who do not themselves buy. Shapes: (S, V)."""
    wanted = np.floor(np.maximum(short_yuan, 0.0) / price)
    return np.asarray(np.minimum(wanted, np.floor(v.grain_jin * most)) * (lacking == 0.0))


def _explain(before: Villages, after: Villages, sold: Array) -> Chain:
    """Carry last season's sales to this season's: the surplus there was, the will to sell it, the want of money."""
    _, willing, for_money = before.sales
    new_surplus, new_willing, new_for_money = after.sales
    return (
        chain(before.sold_jin)
        .then("surplus", new_surplus * willing + for_money)
        .then("will-to-sell", new_surplus * new_willing + for_money)
        .then("want-of-money", new_surplus * new_willing + new_for_money)
        .then("want-of-money", sold)
    )
