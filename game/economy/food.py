"""Relief, stores and meals: what there is to eat until the next harvest, and what is eaten of it."""

from __future__ import annotations

import numpy as np

from game.base.changed import replace
from game.base.exact import Array, cell_sum, ratio, split_whole, whole
from game.economy.causes import Chain, chain
from game.economy.market import put_by, to_last, years_to_feed
from game.economy.staples import worth
from game.economy.turn import Turn, take


def relieve(turn: Turn) -> Turn:
    """Hand out the relief that was allotted; where the state alone buys and sells, who has money pays for it."""
    v, relief = turn.villages, turn.allotted.relief_jin
    fuller = replace(v, grain_jin=v.grain_jin + relief)
    helped = replace(turn, villages=fuller, account=turn.account.entered("relief", relief))
    return _resold(helped) if turn.orders.procurement_rate.any() and relief.any() else helped


def _resold(turn: Turn) -> Turn:
    """What of the relief is sold, as far as a household has more money than salt and cloth take.

    The state sells dearer than it buys: at the market's price (assumed).
    """
    v, params = turn.villages, turn.params.grain
    price = turn.prefecture.grain_price_yuan_per_jin * worth(v, turn.params.staples)
    purse = np.maximum(v.cash_yuan - v.people * params.needs_yuan_a_head, 0.0)
    monopoly = turn.here((turn.orders.procurement_rate > 0.0).astype(np.float64))
    sold = np.minimum(turn.allotted.relief_jin, np.floor(purse / price)) * monopoly
    poorer = replace(v, cash_yuan=np.maximum(v.cash_yuan - np.ceil(sold * price), 0.0))
    return replace(turn, villages=poorer, figures=turn.noted(resold=cell_sum(sold)))


def open_funds(turn: Turn) -> Turn:
    """Members who would go hungry are helped out of the common fund; and where people are weak it is stolen from.

    What is stolen is hidden (Wong, sections 11-12); what is given is eaten.
    """
    v, params = turn.villages, turn.params.grain
    if not (v.fund_jin.any() and v.coop_households.any()):
        return turn
    members = v.people * v.member_share
    weak = np.clip(1.0 - v.nourished, 0.0, 1.0)
    stolen = np.floor(v.fund_jin * cell_sum(weak * members) * params.stolen / np.maximum(cell_sum(members), 1.0))
    left = v.fund_jin - stolen
    need = np.ceil(np.maximum(members * (params.eaten_least_jin / 4.0) - v.grain_jin - v.hidden_jin, 0.0))
    given = np.minimum(left, cell_sum(need))
    helped = replace(
        v,
        fund_jin=left - given,
        grain_jin=v.grain_jin + split_whole(given, need),
        hidden_jin=v.hidden_jin + split_whole(stolen, weak * members),
    )
    return replace(turn, villages=helped)


def share_kitchen(turn: Turn) -> Turn:
    """Where canteens are open, members' open grain goes into one pot, with half of the fund; each is served from it."""
    v, orders = turn.villages, turn.orders
    if not (orders.canteens.any() and v.coop_households.any()):
        return turn
    part = in_canteens(turn)
    given = np.floor(v.grain_jin * part)
    eaters = ratio(cell_sum(v.people * part), cell_sum(v.people))
    fund = np.floor(v.fund_jin * (0.5 * eaters))
    pot = cell_sum(given) + fund
    served = v.people * part * np.array(turn.params.grain.ladle).reshape(-1, 1)
    shared = v.grain_jin - given + split_whole(pot, served)
    return replace(turn, villages=replace(v, grain_jin=shared, fund_jin=v.fund_jin - fund))


def in_canteens(turn: Turn) -> Array:
    """Share of each stratum's people that eat from a common kitchen: members, where it is ordered. Shapes: (S, V)."""
    v = turn.villages
    return np.asarray(v.member_share * turn.here(turn.orders.canteens))


def help_neighbours(turn: Turn) -> Turn:
    """Those who could not eat this season get a little from neighbours who have plenty; nothing leaves the village.

    The old ways of relief were broken and no new ones stood (p. 62), so kin give from a small part of their surplus.
    """
    v, params = turn.villages, turn.params.grain
    store = v.grain_jin + v.hidden_jin
    need = np.ceil(np.maximum(v.people * (params.eaten_least_jin / 4.0) - store, 0.0))
    if not need.any():
        return turn
    spare = np.clip(store - put_by(turn) - to_last(turn, params.kin_keep_jin), 0.0, v.grain_jin) * params.given_to_kin
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
    """Let each stratum eat at the pace at which its store lasts to the next harvest, within bounds.

    A new common kitchen feeds without a limit as long as plenty is believed in; when its store runs low it rations.
    """
    v, params = turn.villages, turn.params.grain
    part = in_canteens(turn) if turn.orders.canteens.any() else None
    hidden_food = v.hidden_jin if part is None else v.hidden_jin * (1.0 - turn.params.hiding.smoke * part)
    store = np.maximum(v.grain_jin + hidden_food - whole(put_by(turn)), 0.0)
    head_years = v.people * years_to_feed(turn)
    available = ratio(store, head_years)
    pace = np.clip(available, params.eaten_least_jin, params.eaten_most_jin)
    rationed = v.rationed
    if part is not None:
        pace, rationed = _canteen_pace(turn, part, pace, available)
    meals = np.floor(v.people * (pace * (params.meals[turn.quarter] / 4.0)))
    grain, eaten = take(v.grain_jin, meals)
    hidden, more = take(v.hidden_jin, np.minimum(meals - eaten, np.floor(hidden_food)))
    a_head = ratio((eaten + more) * 4.0 / params.meals[turn.quarter], v.people, 2.0 * params.enough_jin)
    fed = replace(
        v, grain_jin=grain, hidden_jin=hidden, rationed=rationed, food_jin=cell_sum(store),
        mouths=cell_sum(head_years),
    )
    done = replace(
        turn, villages=fed, account=turn.account.entered("eaten", eaten + more),
        want=np.clip(1.0 - a_head / enough(turn), 0.0, 1.0),
        figures=turn.noted(**_hungry(turn, available)),
    )
    if part is not None:
        done = _waste(done, eaten, part)
    return replace(done, chains={**done.chains, "grain_per_head": _explain(done)})


def enough(turn: Turn) -> Array:
    """Grain under which more die than in ordinary times, more where people are drafted to works. (V,). Jin a year."""
    params = turn.params.grain
    return params.enough_jin * turn.here(1.0 + params.hard_labour * turn.orders.labour_drafted)


def _canteen_pace(turn: Turn, part: Array, own: Array, available: Array) -> tuple[Array, Array]:
    """The pace at which each stratum eats, canteens and own kitchens together, and how far rationing is learned.

    Shapes: (S, V), (V,). Units: jin a head and year; 0-1.
    """
    v, params = turn.villages, turn.params.grain
    eaters = cell_sum(v.people * part)
    mean = ratio(cell_sum(available * v.people * part), eaters)
    free = params.canteen_trust * (0.5 + v.zeal) * (1.0 - v.rationed)
    limit = mean + np.maximum(params.canteen_most_jin - mean, 0.0) * np.clip(free, 0.0, 1.0)
    common = np.clip(limit, params.eaten_least_jin, params.canteen_most_jin)
    alarm = (mean < params.canteen_alarm_jin) * (eaters > 0.0)
    learned = v.rationed + alarm * params.rationing_learned * (1.0 - v.rationed)
    rationed = np.maximum(learned - params.rationing_forgotten * ~alarm, 0.0)
    return own + part * (common - own), rationed


def _waste(turn: Turn, eaten: Array, part: Array) -> Turn:
    """What a common kitchen spills. Booked as spoiled."""
    wasted = np.minimum(np.floor(eaten * part * turn.params.grain.canteen_wasted), turn.villages.grain_jin)
    v = replace(turn.villages, grain_jin=turn.villages.grain_jin - wasted)
    eaters = cell_sum(turn.villages.people * part)
    return replace(
        turn, villages=v, account=turn.account.entered("spoiled", wasted), figures=turn.noted(canteen_eaters=eaters)
    )


def _hungry(turn: Turn, available: Array) -> dict[str, Array]:
    """People at the season's meals, those who cannot meet their needs, and those under the Party's minimum. (V,)."""
    people, params = turn.villages.people, turn.params.grain
    return {
        "at_table": cell_sum(people),
        "hungry": cell_sum(people * (available < params.hungry_line_jin)),
        "short": cell_sum(people * (available < params.party_minimum_jin)),
    }


def _explain(turn: Turn) -> Chain:
    """Carry last season's grain to eat a head to this season's, by where it came from and went."""
    before, after, flows = turn.before, turn.villages, turn.account
    left = cell_sum(before.grain_jin + before.hidden_jin)
    people = ratio(after.mouths, after.persons) * before.persons
    steps = chain(before.food_jin, before.mouths).then("eaten-last-season", left)
    steps = steps.then("time-to-the-harvest", left, people)
    jin = left
    for cause, sign in (("harvest", 1.0), ("seed", -1.0), ("feed", -1.0), ("tax", -1.0), ("procurement", -1.0),
                        ("sold", -1.0), ("bought", 1.0), ("relief", 1.0), ("alms-had", 1.0), ("alms-given", -1.0),
                        ("spoiled", -1.0)):
        if cause in flows.flows:
            jin = jin + sign * flows.flows[cause]
        steps = steps.then(cause, jin)
    return steps.then("put-by", after.food_jin).then("people", after.food_jin, after.mouths)
