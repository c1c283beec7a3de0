"""Households that rise and fall: from middling to short of both and back, by luck, work, want and debt (p. 61, 71).

A household takes what it has with it, and its label stays as it was. Labels were given once; means went on changing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import numpy as np

from game.base.changed import replace
from game.base.exact import Array, cell_sum, drawn_whole, ratio, whole
from game.base.seasons import Quarter
from game.economy.institutions import organised
from game.economy.market import put_by, years_to_feed
from game.economy.turn import Turn, pooled_part
from game.economy.villages import Villages

LOWER_RUNGS, UPPER_RUNGS = slice(1, 3), slice(2, 4)
"""Short of both and middling; middling and well-found: who can rise, and who can fall."""

WITH_THE_FAMILY: Final = ("people", "debt_yuan", "owed_yuan", "lent_yuan")
"""What goes with a household in proportion, whole."""
WITH_ITS_LUCK: Final = ("oxen", "grain_jin", "hidden_jin", "cash_yuan")
"""What one that falls has less of than its neighbours, and one that rises more; whole."""
HANDS: Final = ("men", "women")
LAND: Final = ("land_mou", "hidden_mou", "coop_land_mou", "leavers_mou")
MEANS: Final = ("middle_share", "activist_share", "nourished", "team_real", "team_nominal")
"""Means of a stratum, which newcomers shift."""


def rise_and_fall(turn: Turn) -> Turn:
    """In winter some households come down a rung and some go up one; where all is held in common nobody does."""
    if turn.quarter is not Quarter.WINTER:
        return turn
    falling, rising = rates(turn)
    before = organised(turn.villages)
    draw, params = turn.allotted.draws["standing"], turn.params.standing
    v, fell = _moved(turn.villages, UPPER_RUNGS, LOWER_RUNGS, falling, draw, params.carried_down)
    v, rose = _moved(v, LOWER_RUNGS, UPPER_RUNGS, rising, draw, params.carried_up)
    return replace(
        turn, villages=v,
        figures=turn.noted(
            fell=cell_sum(fell), fell_back=fell[0], rose=cell_sum(rose), moved_organised=organised(v) - before
        ),
    )


def rates(turn: Turn) -> tuple[Array, Array]:
    """Share of households that fall, of the two upper rungs, and that rise, of the two lower. Shapes: (2, V) each."""
    v, params = turn.villages, turn.params.standing
    store = np.maximum(v.grain_jin + v.hidden_jin - put_by(turn), 0.0)
    a_head = ratio(store, v.people * years_to_feed(turn))
    over = a_head * (1.0 / turn.params.grain.eaten_enough_jin) - 1.0
    pinched, plenty = np.maximum(-over, 0.0), np.clip(over, 0.0, 1.0)
    own = 1.0 - pooled_part(v)
    helped = 1.0 - params.helped * v.team_real
    falling = (params.bad_luck + params.pinched * pinched) * own * helped
    rising = (np.array(params.good_luck)[:, np.newaxis] + params.plenty * plenty[LOWER_RUNGS]) * own[LOWER_RUNGS]
    return falling[UPPER_RUNGS], np.minimum(rising, 1.0)


def _moved(
    v: Villages, at: slice, to: slice, rate: Array, draw: Array, carried: float
) -> tuple[Villages, Array]:
    """The villages once some households have gone from these rungs to those, and how many went. Shapes: (2, V)."""
    homes = v.households[at]
    going = np.minimum(drawn_whole(homes * rate, draw), homes)
    if not going.any():
        return v, going
    part = ratio(going, homes)
    luck = part * (carried + (1.0 - carried) * part)  # all of it where all go
    changed: dict[str, Any] = {"households": _shifted(v.households, at, to, going)}
    for names, share, round_ in ((WITH_THE_FAMILY, part, whole), (WITH_ITS_LUCK, luck, whole), (HANDS, part, as_it_is),
                                 (LAND, luck, as_it_is)):
        for name in names:
            rows = getattr(v, name)
            changed[name] = _shifted(rows, at, to, round_(rows[at] * share))
    members = v.coop_households[at]
    with_them = np.clip(whole(members * part), np.maximum(members - (homes - going), 0.0), np.minimum(going, members))
    changed["coop_households"] = _shifted(v.coop_households, at, to, with_them)
    mixed = _mixer(v.households, changed["households"], at, to, going)
    changed |= {name: mixed(getattr(v, name)) for name in MEANS}
    return replace(v, **changed), going


def as_it_is(x: Array) -> Array:
    """Not rounded: hands and land are counted in parts."""
    return x


def _shifted(rows: Array, at: slice, to: slice, moved: Array) -> Array:
    """The rows with this taken from some and put to others. Shapes: rows (S, V), moved (2, V)."""
    after = rows.copy()
    after[at] -= moved
    after[to] += moved
    return after


def _mixer(homes: Array, after: Array, at: slice, to: slice, going: Array) -> Callable[[Array], Array]:
    """Means of the strata once households with another mean have come in. Shapes: (S, V)."""

    def mixed(means: Array) -> Array:
        there = after[to]
        brought = means[at] * going
        stayed = means[to] * (there - going)
        new = means.copy()
        new[to] = np.where(going > 0.0, np.minimum(ratio(brought + stayed, there), 1.0), means[to])
        return new

    return mixed
