"""Households that rise and fall: from middling to short of both and back, by luck, work, want and debt (p. 61, 71).

A household takes what it has with it, and its label stays as it was. Labels were given once; means went on changing.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from game.base.changed import replace
from game.base.exact import Array, cell_sum, drawn_whole, ratio, whole
from game.base.seasons import Quarter
from game.economy.institutions import organised
from game.economy.market import put_by, years_to_feed
from game.economy.params import StandingParams
from game.economy.turn import Turn, pooled_part
from game.economy.villages import STRATA, Villages

MIDDLING: Final = STRATA.index("middling")
LOWER_RUNGS, UPPER_RUNGS = slice(MIDDLING - 1, MIDDLING + 1), slice(MIDDLING, MIDDLING + 2)
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
    v, draw = turn.villages, turn.allotted.draws["standing"]
    falling, rising = rates(turn)
    fell = np.minimum(drawn_whole(v.households[UPPER_RUNGS] * falling, draw), v.households[UPPER_RUNGS])
    rose = np.minimum(drawn_whole(v.households[LOWER_RUNGS] * rising, draw), v.households[LOWER_RUNGS])
    # Of the middling, who go both ways, one stays, so that a rung is only ever left empty by one way.
    rose[1] = np.minimum(rose[1], np.maximum(v.households[MIDDLING] - fell[0] - (fell[0] > 0.0), 0.0))
    moved = _moved(v, fell, rose, turn.params.standing)
    return replace(
        turn, villages=moved,
        figures=turn.noted(
            fell=cell_sum(fell), fell_back=fell[0], rose=cell_sum(rose),
            moved_organised=organised(moved) - organised(v),
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


def _moved(v: Villages, fell: Array, rose: Array, params: StandingParams) -> Villages:
    """The villages once so many households have fallen and risen, with what is theirs. Shapes: (2, V) each."""
    down, up = ratio(fell, v.households[UPPER_RUNGS]), ratio(rose, v.households[LOWER_RUNGS])
    lucky_down, lucky_up = _of_all(down, params.carried_down), _of_all(up, params.carried_up)
    changed: dict[str, Any] = {}
    for names, going_down, going_up, in_whole in (
        (WITH_THE_FAMILY, down, up, True), (WITH_ITS_LUCK, lucky_down, lucky_up, True), (HANDS, down, up, False),
        (LAND, lucky_down, lucky_up, False),
    ):  # fmt: skip
        changed |= {name: _shifted(getattr(v, name), going_down, going_up, in_whole) for name in names}
    changed["households"] = _passed(v.households, fell, rose)
    changed["coop_households"] = _members(v, fell, rose, down, up)
    changed |= {name: _mixed(getattr(v, name), v.households, fell, rose) for name in MEANS}
    return replace(v, **changed)


def _of_all(part: Array, carried: float) -> Array:
    """What goes with that part of the households which have so much of the mean: all of it where all go. (2, V)."""
    return part * (carried + (1.0 - carried) * part)


def _shifted(rows: Array, down: Array, up: Array, in_whole: bool) -> Array:
    """The strata's rows once these parts have gone down and up, never more than there is. Shapes: (S, V), (2, V)."""
    falling, rising = rows[UPPER_RUNGS] * down, rows[LOWER_RUNGS] * up
    if in_whole:
        falling, rising = whole(falling), whole(rising)
    rising[1] = np.minimum(rising[1], rows[MIDDLING] - falling[0])
    return _passed(rows, falling, rising)


def _passed(rows: Array, falling: Array, rising: Array) -> Array:
    """The rows with this taken down from the upper rungs, and that up from the lower. Shapes: (S, V), (2, V)."""
    after = rows.copy()
    after[UPPER_RUNGS] -= falling
    after[LOWER_RUNGS] -= rising
    after[LOWER_RUNGS] += falling
    after[UPPER_RUNGS] += rising
    return after


def _members(v: Villages, fell: Array, rose: Array, down: Array, up: Array) -> Array:
    """Member households by stratum, no more of them than households on either side of a move. Shapes: (S, V)."""
    members, staying = v.coop_households, v.households.copy()
    staying[UPPER_RUNGS] -= fell
    there = members[UPPER_RUNGS]
    falling = np.clip(whole(there * down), np.maximum(there - staying[UPPER_RUNGS], 0.0), np.minimum(fell, there))
    staying[LOWER_RUNGS] -= rose
    there = members[LOWER_RUNGS].copy()
    rising = whole(there * up)
    there[1] -= falling[0]
    rising = np.clip(rising, np.maximum(there - staying[LOWER_RUNGS], 0.0), np.minimum(rose, there))
    return _passed(members, falling, rising)


def _mixed(means: Array, homes: Array, fell: Array, rose: Array) -> Array:
    """Means of the strata once households with another mean have come in. Shapes: (S, V), (2, V)."""
    new = means.copy()
    for rung, come, out in (
        (MIDDLING - 1, [(fell[0], MIDDLING)], rose[0]),
        (MIDDLING, [(fell[1], MIDDLING + 1), (rose[0], MIDDLING - 1)], fell[0] + rose[1]),
        (MIDDLING + 1, [(rose[1], MIDDLING)], fell[1]),
    ):
        arrived = sum((number for number, _ in come), np.zeros(homes.shape[1]))
        brought = sum((number * means[source] for number, source in come), means[rung] * (homes[rung] - out))
        mean = np.minimum(ratio(brought, homes[rung] - out + arrived), 1.0)
        new[rung] = np.where(arrived > 0.0, mean, means[rung])
    return new
