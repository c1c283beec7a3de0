"""Rewards. The game has no score, so there is none unless one is asked for by name; two are given to be compared.

Both are made of what the cadre's office could see. Neither says who played well. Deaths stand in the true ledger of
``info`` for study; paying an agent for them, in either sign, teaches it to move a number and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Info = Mapping[str, Any]
Reward = Callable[[Info, Info], float]
"""From the info before the season and the one after it to a number."""


def nothing(previous: Info, info: Info) -> float:
    """Always 0: the default."""
    return 0.0


def within_known(previous: Info, info: Info) -> float:
    """How far the filed figures lay outside what was known, as a share, negative; 0 when all lay inside.

    The mean over the lines that were due and of which anything was known.
    """
    filed, known = info["filed"], info["known"]
    away = [_outside(filed[line], *known[line]) for line in filed if known[line][1] > 0.0]
    return -sum(away) / len(away) if away else 0.0


def _outside(figure: float, low: float, high: float) -> float:
    """By which share of the nearer end a figure lies outside a band."""
    if figure > high:
        return figure / high - 1.0
    return 1.0 - figure / low if figure < low else 0.0


def favour(previous: Info, info: Info) -> float:
    """How superiors are felt to have warmed: steps of standing less steps of suspicion, over all offices.

    This is what the apparatus itself paid for. It is here so that one can watch what an agent learns from it.
    """
    return float(sum(standing - suspicion for standing, suspicion in info["felt"].values()))
