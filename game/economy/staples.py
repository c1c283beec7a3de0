"""The three staples: what each is sown on, takes in seed, gives and is worth; and how a village's sowing shifts."""

from __future__ import annotations

import numpy as np

from game.base.changed import replace
from game.base.exact import Array, cell_sum, ratio
from game.base.seasons import Quarter
from game.economy.params import ByQuarter, StapleParams
from game.economy.villages import MAIZE, WHEAT, Villages


def mix(v: Villages, params: StapleParams) -> Array:
    """Yield of the village's staples together over that of millet alone. Shapes: (V,)."""
    return v.reckoned("mix", (v.staple_share,), lambda: weighted(v.staple_share, params.yields))


def weighted(shares: Array, values: tuple[float, ...]) -> Array:
    """Sum of shares times values. Shapes: shares (3, V), values (3,), result (V,)."""
    return cell_sum(shares * np.array(values)[:, np.newaxis])


def summer_part(v: Villages, params: StapleParams) -> Array:
    """Part of the year's grain that is wheat, reaped in summer. Shapes: (V,)."""
    return v.reckoned(
        "summer_part", (v.staple_share,),
        lambda: v.staple_share[WHEAT] * params.yields[WHEAT] / mix(v, params),
    )


def spring_seed(v: Villages, params: StapleParams) -> Array:
    """Seed that spring's sowing takes for a mou of grain land. Shapes: (V,). Units: jin a mou."""
    rates = (0.0, *params.seed_jin_per_mou[1:])
    return v.reckoned("spring_seed", (v.staple_share,), lambda: weighted(v.staple_share, rates))


def wheat_seed(v: Villages, params: StapleParams) -> Array:
    """Seed that autumn's sowing takes for a mou of grain land. Shapes: (V,). Units: jin a mou."""
    return np.asarray(v.staple_share[WHEAT] * params.seed_jin_per_mou[WHEAT])


def years_to_last(v: Villages, quarter: Quarter, seasons: ByQuarter, params: StapleParams) -> Array:
    """Part of a year that a store must last until the next harvest: longer where that is wheat and there is little.

    Shapes: (V,). ``seasons``: how long it is where there is as much wheat as usual.
    """

    def reckoned() -> Array:
        if quarter is Quarter.SUMMER:
            return np.full(v.count, seasons[quarter] / 4.0)
        less = params.summer_usual - summer_part(v, params)
        return np.maximum(seasons[quarter] + params.seasons_without_wheat * less, 1.0) / 4.0

    return v.reckoned(f"years_to_last from {quarter.name}", (v.staple_share,), reckoned)


def worth(v: Villages, params: StapleParams) -> Array:
    """What a jin of the village's grain fetches over a jin of millet. Shapes: (V,)."""

    def mean_price() -> Array:
        by_mou = tuple(grain * price for grain, price in zip(params.yields, params.price, strict=True))
        return weighted(v.staple_share, by_mou) / mix(v, params)

    return v.reckoned("worth", (v.staple_share,), mean_price)


def chosen_in_spring(v: Villages, habit: Array, params: StapleParams) -> Villages:
    """Maize takes land from millet where people have long been underfed, and gives it back in better years.

    Shapes: habit (V,), the share of land under maize in ordinary years.
    """
    lean = np.maximum(1.0 - ratio(cell_sum(v.nourished * v.people), v.persons, 1.0), 0.0)
    wheat, maize = v.staple_share[WHEAT], v.staple_share[MAIZE]
    aim = habit + params.lean_to_maize * lean
    maize = np.minimum(maize + params.speed * (aim - maize), 1.0 - wheat)
    return replace(v, staple_share=np.stack([wheat, 1.0 - wheat - maize, maize]))


def chosen_in_autumn(v: Villages, habit: Array, market: Array, params: StapleParams) -> Villages:
    """Wheat is sown as far as it can be sold: less as the market closes, and millet has its land.

    Shapes: (V,); habit: the share of land under wheat where the market, 1 = open, is open.
    """
    wheat, maize = v.staple_share[WHEAT], v.staple_share[MAIZE]
    aim = habit * (1.0 - params.wheat_for_market * (1.0 - market))
    wheat = np.minimum(wheat + params.speed * (aim - wheat), 1.0 - maize)
    return replace(v, staple_share=np.stack([wheat, np.maximum(1.0 - wheat - maize, 0.0), maize]))
