"""Village cadres, between villagers and superiors: how eagerly they carry out what is asked."""

from __future__ import annotations

import numpy as np

from game.base.changed import replace
from game.base.exact import Array, cell_sum, ratio
from game.economy.turn import Turn


def take_up(turn: Turn) -> Turn:
    """Let village cadres take up the season's campaign, each at his own pace."""
    return replace(turn, villages=replace(turn.villages, zeal=zeal(turn)))


def zeal(turn: Turn) -> Array:
    """How eagerly village cadres carry out what is asked: by the campaign, their county's office, their own temper;
    less where their neighbours go hungry. Shapes: (V,). Units: 0-1."""
    v, orders, params = turn.villages, turn.orders, turn.params.cadres
    force = np.maximum(orders.campaign_force - 0.3, 0.0) / 0.7
    office = params.zeal_force * force * (0.5 + orders.county_zeal) + params.zeal_county * (orders.county_zeal - 0.5)
    hunger = ratio(cell_sum((1.0 - v.nourished) * v.people), v.persons)
    aim = params.zeal_home + turn.here(office) + params.zeal_temper * v.temper - params.zeal_hunger * hunger
    return np.clip(v.zeal + params.speed * (np.clip(aim, 0.0, 1.0) - v.zeal), 0.0, 1.0)
