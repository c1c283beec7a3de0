"""Tax in kind: by registered mou, or the same total laid on surveyed yields; never by what was
harvested or filed (Hou p. 104-105)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.economy.turn import Turn, take


def collect(turn: Turn) -> Turn:
    """Take the season's part of the tax: by registered mou (p. 104-105), or the same total laid on surveyed yields.

    Whatever was harvested or filed; what a household cannot pay is remitted (assumed).
    """
    summer = turn.params.grain.summer_tax
    part = (0.0, summer, 1.0 - summer, 0.0)[turn.quarter]
    if part == 0.0:
        return turn
    due = np.floor(turn.villages.land_mou * (turn.allotted.norm * (turn.orders.tax_jin_per_mou * part)))
    grain, paid = take(turn.villages.grain_jin, due)
    return replace(
        turn, villages=replace(turn.villages, grain_jin=grain), account=turn.account.entered("tax", paid)
    )
