"""The harvests: wheat in summer, the rest in autumn; what each field gives and to whom it goes."""

from __future__ import annotations

import numpy as np

from game.base.changed import replace
from game.base.exact import Array, cell_sum, ratio, split_whole, whole
from game.base.seasons import Quarter
from game.economy.causes import Chain, chain
from game.economy.cooperatives import paid_to_members, share_out, work_points
from game.economy.hiding import hiding_share, kept_back_by_collectives
from game.economy.market import market_open
from game.economy.params import CropParams
from game.economy.staples import chosen_in_autumn, summer_part, wheat_seed
from game.economy.turn import Turn, take
from game.economy.villages import FACTORS, MILLET, Villages


def reap(turn: Turn) -> Turn:
    """Bring in what is ripe: to the household that sowed it, and from common land by the share-out."""
    if turn.quarter not in (Quarter.SUMMER, Quarter.AUTUMN):
        return turn
    v = turn.villages
    normal = turn.prefecture.normal_yield_jin_per_mou * ripe_part(turn)
    crop = whole(turn.grain_land * v.stand * (v.soil * normal))
    own, common = crop[:-1], crop[-1]
    hidden = whole(own * ratio(v.hidden_mou, turn.land[:-1]))
    shown, kept_back = own - hidden, kept_back_by_collectives(turn, common)
    shared = share_out(turn, common - cell_sum(kept_back), _against_village(turn.grain_land, crop))
    grain = cell_sum(own) + common
    income = shown + paid_to_members(turn, shared)
    put_away = whole(income * hiding_share(turn))
    barn = replace(
        v,
        grain_jin=v.grain_jin + income - put_away,
        hidden_jin=v.hidden_jin + hidden + put_away,
        collective_hidden_jin=v.collective_hidden_jin + kept_back,
        fund_jin=v.fund_jin + shared.fund_jin,
        harvest_jin=v.harvest_jin + grain,
        coop_harvest_jin=v.coop_harvest_jin + common,
        work_day_jin=_work_day(turn, shared.labour_jin),
    )
    reaped = replace(
        turn, villages=barn, account=turn.account.entered("harvest", grain),
        figures=turn.noted(
            **by_staple(turn, grain),
            coop_shared=shared.shared_jin, coop_fund=shared.fund_jin, coop_land_paid=shared.land_jin,
            coop_labour_paid=shared.labour_jin,
        ),
    )
    return settle_year(reaped) if turn.quarter is Quarter.AUTUMN else reaped


def _work_day(turn: Turn, labour_jin: Array) -> Array:
    """What a day's work points are worth, known only now; as it was where nothing is shared out. Shapes: (V,)."""
    if not labour_jin.any():
        return turn.villages.work_day_jin
    days = cell_sum(work_points(turn)) * turn.params.labour.days[turn.quarter]
    return np.where(labour_jin > 0.0, ratio(labour_jin, days), turn.villages.work_day_jin)


def ripe_part(turn: Turn) -> Array:
    """Part of the year's grain that is reaped this season: the wheat, or all the rest. Shapes: (V,)."""
    wheat = summer_part(turn.villages, turn.params.staples)
    return wheat if turn.quarter is Quarter.SUMMER else 1.0 - wheat


def by_staple(turn: Turn, jin: Array) -> dict[str, Array]:
    """The season's grain by staple, whole jin that add up to it. Shapes: each (V,)."""
    if turn.quarter is Quarter.SUMMER:
        return {"wheat_jin": jin}
    weights = turn.villages.staple_share * np.array(turn.params.staples.yields)[:, np.newaxis]
    millet, maize = split_whole(jin, weights[MILLET:])
    return {"millet_jin": millet, "maize_jin": maize}


def _against_village(area: Array, crop: Array) -> Array:
    """The cooperative's yield over the village's mean, 1 where there is none. Shapes: (V,)."""
    mean = ratio(cell_sum(crop), cell_sum(area))
    return ratio(ratio(crop[-1], area[-1]), mean * (crop[-1] > 0), 1.0)


def settle_year(turn: Turn) -> Turn:
    """After the main harvest: sell cash crops, explain the year against the last, sow next year's wheat."""
    v = turn.villages
    output = explain_output(v)
    settled = replace(
        v,
        cash_yuan=v.cash_yuan + _cash_crops(turn),
        last_factors=v.factors,
        last_grain_area_mou=v.grain_area_mou,
        last_harvest_jin=v.harvest_jin,
        yield_jin_per_mou=ratio(v.harvest_jin, v.grain_area_mou),
        norm_jin_per_mou=_surveyed(turn),
        damage=_mended(v.damage, turn.params.crops),
        stand=np.ones_like(v.stand),
    )
    chains = {**turn.chains, "output": output, "yield": explain_yield(v, output)}
    return _sow_wheat(replace(turn, villages=settled, chains=chains))


def _surveyed(turn: Turn) -> Array:
    """The normal yield that a survey writes down: the soil's, and a part of what was filed above the truth. (V,)."""
    v = turn.villages
    if not turn.orders.survey:
        return v.norm_jin_per_mou
    claimed = 1.0 + turn.params.purchase.norm_memory * (turn.orders.claimed_over_true - 1.0)
    return v.soil * turn.here(np.maximum(claimed, 0.5)) * turn.prefecture.normal_yield_jin_per_mou


def _mended(damage: Array, params: CropParams) -> Array:
    """War damage a year later; once it is mended, land is slowly improved, within bounds. Shapes: any."""
    return np.maximum(damage * (1.0 - params.mended_a_year) - params.improved_a_year, -params.improved_most)


def explain_output(v: Villages) -> Chain:
    """Carry the year's grain from the last harvest's to this one's, one factor after the other."""
    jin = v.last_harvest_jin
    steps = chain(jin)
    jin = jin * ratio(v.grain_area_mou, v.last_grain_area_mou, 1.0)
    steps = steps.then("grain-area", jin)
    for at, cause in enumerate(FACTORS[:-1]):
        jin = jin * ratio(v.factors[at], v.last_factors[at], 1.0)
        steps = steps.then(cause, jin)
    return steps.then("weather", v.harvest_jin)


def explain_yield(v: Villages, output: Chain) -> Chain:
    """The same steps a mou; the area changes with the first of them."""
    under = (0, *(1 for _ in output.causes))
    return Chain(output.causes, output.parts, (v.last_grain_area_mou, v.grain_area_mou), under)


def _cash_crops(turn: Turn) -> Array:
    """What cotton, tobacco and the like bring, old yuan; the cooperative's to its members by land. Shapes: (S, V)."""
    v = turn.villages
    mou = (turn.land - turn.grain_land) * v.stand
    worth = turn.params.crops.cash_yuan_per_mou
    by_land = ratio(v.coop_land_mou, v.common_mou)
    return whole((mou[:-1] + mou[-1] * by_land) * worth)


def _sow_wheat(turn: Turn) -> Turn:
    """Put next year's wheat into the ground."""
    habit = turn.here(turn.prefecture.wheat_habit)
    v = chosen_in_autumn(turn.villages, habit, market_open(turn), turn.params.staples)
    common = v.coop_land_mou * (1.0 - v.coop_cash_share)
    wanted = whole((turn.grain_land[:-1] + common) * wheat_seed(v, turn.params.staples))
    grain, given = take(v.grain_jin, wanted)
    return replace(turn, villages=replace(v, grain_jin=grain), account=turn.account.entered("seed", given))
