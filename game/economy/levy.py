"""Tax in kind: by registered mou whatever was filed (Hou p. 104-105); later the same total laid on surveyed yields, and
remitted where the harvest that was filed falls far below them."""

from __future__ import annotations

import numpy as np

from game.base.changed import replace
from game.base.exact import Array
from game.base.seasons import Quarter
from game.economy.turn import Turn, take

REPORTED, ACTUAL = 0.0, 1.0
"""Codes of ``procurement_basis``."""


def collect(turn: Turn) -> Turn:
    """Take the season's part of the tax: by registered mou (p. 104-105), or the same total laid on surveyed yields.

    By the mou whatever was harvested or filed; what a household cannot pay is remitted (assumed).
    """
    summer = turn.params.grain.summer_tax
    part = (0.0, summer, 1.0 - summer, 0.0)[turn.quarter]
    if part == 0.0:
        return turn
    laid = turn.allotted.norm * (turn.orders.tax_jin_per_mou * part)
    if turn.orders.tax_by_norm and turn.quarter is Quarter.AUTUMN:
        laid = laid * (1.0 - remitted(turn))
    due = np.floor(turn.villages.land_mou * laid)
    grain, paid = take(turn.villages.grain_jin, due)
    return replace(
        turn, villages=replace(turn.villages, grain_jin=grain), account=turn.account.entered("tax", paid)
    )


def remitted(turn: Turn) -> Array:
    """Share of a tax by norms that is remitted where the harvest, as it was filed, falls far below normal. (V,)."""
    params = turn.params.purchase
    normal = turn.villages.soil * turn.prefecture.normal_yield_jin_per_mou
    reached = turn.villages.yield_jin_per_mou * turn.here(believed(turn)) / normal
    return np.clip((params.remitted_below - reached) * params.remitted, 0.0, 1.0)


def believed(turn: Turn) -> Array:
    """What the state takes a county's harvest to be, over the true one: what was filed of it, or the truth. (C,)."""
    basis = turn.orders.procurement_basis
    return np.asarray(np.maximum(basis, turn.orders.claimed_over_true * (basis == REPORTED)))
