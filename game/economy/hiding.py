"""Grain kept from the state's sight, at three levels, and searches that find a part of it (Wong, sections 12-13)."""

from __future__ import annotations

import numpy as np

from game.base.changed import replace
from game.base.exact import Array, cell_sum, split_whole, whole
from game.economy.turn import Turn

USUAL_BURDEN = 0.05
"""Share of the harvest that the state may buy before people begin to hide what they have. Assumed: the market took
as much."""


def threatened(turn: Turn) -> Array:
    """How much there is to hide from: the last purchase beyond the usual, less where searches frighten. (V,)."""
    v, orders = turn.villages, turn.orders
    if not v.burden.any():
        return np.zeros(v.count)
    afraid = 1.0 - turn.params.hiding.searched * orders.grain_searches
    return np.maximum(v.burden - USUAL_BURDEN, 0.0) * turn.here(afraid)


def hiding_share(turn: Turn) -> Array:
    """Share of new grain that households put away. Shapes: (V,)."""
    params = turn.params.hiding
    return np.minimum(threatened(turn) * params.household_share, params.household_most)


def kept_back_by_collectives(turn: Turn, common: Array) -> Array:
    """What the harvest company and the brigade keep back of the common harvest, whole jin; eager cadres keep nothing.

    Shapes: (V,) to (2, V).
    """
    if not common.any():
        return np.zeros_like(turn.villages.collective_hidden_jin)
    params = turn.params.hiding
    shield = threatened(turn) * (1.0 - turn.villages.zeal)
    return np.stack([whole(common * shield * params.company_share), whole(common * shield * params.brigade_share)])


def search(turn: Turn) -> Turn:
    """Search houses and threshing floors; what is found lies open from then on, where collectors see it."""
    v, orders, params = turn.villages, turn.orders, turn.params.hiding
    if not orders.grain_searches.any():
        return turn
    part = turn.here(orders.grain_searches * params.found) * v.zeal
    found = np.floor(v.hidden_jin * part)
    collective = np.floor(v.collective_hidden_jin * part)
    opened = replace(
        v,
        hidden_jin=v.hidden_jin - found,
        collective_hidden_jin=v.collective_hidden_jin - collective,
        grain_jin=v.grain_jin + found,
        fund_jin=v.fund_jin + cell_sum(collective),
    )
    return replace(turn, villages=opened, searched_jin=cell_sum(found) + cell_sum(collective))


def hand_out(turn: Turn) -> Turn:
    """Let a part of what a collective keeps back reach its members' hands (bigger loaves, Wong section 12)."""
    v = turn.villages
    if not v.collective_hidden_jin.any():
        return turn
    given = np.floor(v.collective_hidden_jin * turn.params.hiding.handed_out)
    members = v.people * v.member_share
    left = replace(
        v,
        collective_hidden_jin=v.collective_hidden_jin - given,
        hidden_jin=v.hidden_jin + split_whole(cell_sum(given), members),
    )
    return replace(turn, villages=left)
