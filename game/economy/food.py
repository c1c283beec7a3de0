"""Relief, stores and meals: what there is to eat until the next harvest, and what is eaten of it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.base.exact import Array, cell_sum, ratio, split_whole, whole
from game.economy.causes import Chain, chain
from game.economy.market import put_by, to_last
from game.economy.turn import Turn, take


def relieve(turn: Turn) -> Turn:
    """Hand out the relief that was allotted."""
    v = turn.villages
    fuller = replace(v, grain_jin=v.grain_jin + turn.allotted.relief_jin)
    return replace(turn, villages=fuller, account=turn.account.entered("relief", turn.allotted.relief_jin))


def help_neighbours(turn: Turn) -> Turn:
    """Those who could not eat this season get a little from neighbours who have plenty; nothing leaves the village.

    The old ways of relief were broken and no new ones stood (p. 62), so kin give from a small part of their surplus.
    """
    v, params = turn.villages, turn.params.grain
    store = v.grain_jin + v.hidden_jin
    need = np.ceil(np.maximum(v.people * (params.eaten_least_jin / 4.0) - store, 0.0))
    if not need.any():
        return turn
    spare = np.clip(store - put_by(turn) - to_last(turn, params.kept_jin), 0.0, v.grain_jin) * params.given_to_kin
    part = np.minimum(ratio(cell_sum(need), cell_sum(spare)), 1.0)
    given = np.floor(spare * part)
    shared = v.grain_jin - given + split_whole(cell_sum(given), need)
    return replace(turn, villages=replace(v, grain_jin=shared))


def spoil(turn: Turn) -> Turn:
    """Mice and damp take their part of every store."""
    v, rate = turn.villages, turn.params.crops.spoiled_per_season
    open_loss, hidden_loss, fund_loss = (whole(store * rate) for store in (v.grain_jin, v.hidden_jin, v.fund_jin))
    left = replace(
        v, grain_jin=v.grain_jin - open_loss, hidden_jin=v.hidden_jin - hidden_loss, fund_jin=v.fund_jin - fund_loss
    )
    account = turn.account.entered("spoiled", open_loss + hidden_loss).entered("spoiled", fund_loss)
    return replace(turn, villages=left, account=account)


def eat(turn: Turn) -> Turn:
    """Let each stratum eat at the pace at which its store lasts to the next harvest, within bounds."""
    v, params = turn.villages, turn.params.grain
    store = np.maximum(v.grain_jin + v.hidden_jin - whole(put_by(turn)), 0.0)
    head_years = v.people * (params.seasons_to_feed[turn.quarter] / 4.0)
    available = ratio(store, head_years)
    pace = np.clip(available, params.eaten_least_jin, params.eaten_most_jin) * params.meals[turn.quarter] / 4.0
    meals = np.floor(v.people * pace)
    grain, eaten = take(v.grain_jin, meals)
    hidden, more = take(v.hidden_jin, meals - eaten)
    a_head = ratio((eaten + more) * 4.0 / params.meals[turn.quarter], v.people, params.enough_jin)
    fed = replace(
        v, grain_jin=grain, hidden_jin=hidden, food_jin=cell_sum(store), mouths=cell_sum(head_years),
    )
    done = replace(
        turn, villages=fed, account=turn.account.entered("eaten", eaten + more),
        want=np.clip(1.0 - a_head / params.enough_jin, 0.0, 1.0),
        figures=turn.noted(**_hungry(turn, available)),
    )
    return replace(done, chains={**done.chains, "grain_per_head": _explain(done)})


def _hungry(turn: Turn, available: Array) -> dict[str, Array]:
    """People who cannot meet their needs, and people under the Party's minimum. Shapes: (V,)."""
    people, params = turn.villages.people, turn.params.grain
    return {
        "hungry": cell_sum(people * (available < params.hungry_line_jin)),
        "short": cell_sum(people * (available < params.party_minimum_jin)),
    }


def _explain(turn: Turn) -> Chain:
    """Carry last season's grain to eat a head to this season's, by where it came from and went."""
    before, after, flows = turn.before, turn.villages, turn.account
    left = cell_sum(before.grain_jin + before.hidden_jin)
    people = ratio(after.mouths, cell_sum(after.people)) * cell_sum(before.people)
    steps = chain(before.food_jin, before.mouths).then("eaten-last-season", left)
    steps = steps.then("time-to-the-harvest", left, people)
    jin = left
    for cause, sign in (("harvest", 1.0), ("seed", -1.0), ("feed", -1.0), ("tax", -1.0), ("procurement", -1.0),
                        ("sold", -1.0), ("bought", 1.0), ("relief", 1.0), ("spoiled", -1.0)):
        if cause in flows.flows:
            jin = jin + sign * flows.flows[cause]
            steps = steps.then(cause, jin)
    return steps.then("put-by", after.food_jin).then("people", after.food_jin, after.mouths)
