"""A season under way: what the stages read and what they hand on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from game.base.exact import Array, ratio
from game.base.seasons import Quarter, Season
from game.economy.account import Account
from game.economy.allot import Allotment
from game.economy.causes import Chain
from game.economy.orders import Orders
from game.economy.params import Params
from game.economy.prefecture import Prefecture
from game.economy.villages import Villages


@dataclass(frozen=True)
class Turn:
    """A season under way. Shapes: S strata, V villages; "fields" are the S strata's own land and the common land."""

    season: Season
    orders: Orders
    prefecture: Prefecture
    params: Params
    allotted: Allotment
    before: Villages
    """The villages as the season began."""
    villages: Villages
    """The villages as the stages so far have left them."""
    account: Account = field(default_factory=Account)
    chains: Mapping[str, Chain] = field(default_factory=dict)
    figures: Mapping[str, Array] = field(default_factory=dict)
    """The season's figures by village for the county table, each (V,); see measures.FIGURES."""

    land: Array = field(default_factory=lambda: np.zeros((0, 0)))
    """(S + 1, V) land by field this season, mou."""
    grain_land: Array = field(default_factory=lambda: np.zeros((0, 0)))
    """(S + 1, V) of it under grain, mou."""
    hands: Array = field(default_factory=lambda: np.zeros((0, 0)))
    """(S + 1, V) labourers by field, women counted by their field days."""
    effort: Array = field(default_factory=lambda: np.zeros((0, 0)))
    """(S + 1, V) work done per labour-day, 0-1."""
    labour_cover: Array = field(default_factory=lambda: np.zeros((0, 0)))
    """(S + 1, V) pressing work done in time, 0-1."""
    draught_cover: Array = field(default_factory=lambda: np.zeros((0, 0)))
    """(S + 1, V) land ploughed with animals, 0-1."""
    sharing_gain: Array = field(default_factory=lambda: np.zeros(0))
    """(V,) share of pressing work and ploughing that full sharing among neighbours would still relieve."""
    sowing_lost: Array = field(default_factory=lambda: np.zeros(0))
    """(V,) share of sowing labour lost to meetings and campaigns."""
    credit_yuan: Array = field(default_factory=lambda: np.zeros((0, 0)))
    """(S + 1, V) credit spent on this year's crop, old yuan; lent in spring."""
    coop_earned_yuan: Array = field(default_factory=lambda: np.zeros(0))
    """(V,) what cooperatives earned by side work this season, old yuan."""
    founded: Array = field(default_factory=lambda: np.zeros(0))
    """(V,) cooperatives founded this season."""
    rising: Array = field(default_factory=lambda: np.zeros(0))
    """(V,) 1 where the cooperative passed into a higher form this season."""
    searched_jin: Array = field(default_factory=lambda: np.zeros(0))
    """(V,) hidden grain that searches found this season, jin."""
    plundered: Array = field(default_factory=lambda: np.zeros(0))
    """(V,) share of a village's animals taken below their price this season."""
    want: Array = field(default_factory=lambda: np.zeros((0, 0)))
    """(S, V) how far what was eaten falls short of enough, 0-1."""

    @property
    def quarter(self) -> Quarter:
        """The quarter of the year."""
        return self.season.quarter

    def here(self, by_county: Array) -> Array:
        """A county array seen from the villages. Shapes: (C,) to (V,)."""
        return np.asarray(by_county[self.villages.county])

    def noted(self, **figures: Array) -> Mapping[str, Array]:
        """The season's figures with some more."""
        return {**self.figures, **figures}


def stack(own: Array, common: Array) -> Array:
    """Strata's own fields and the common field as one array. Shapes: (S, V) and (V,) to (S + 1, V)."""
    return np.concatenate([own, common[np.newaxis]], axis=0)


def farmed_mou(v: Villages) -> Array:
    """Land by field: what households farm themselves, hidden land included, and the common land. Shapes: (S + 1, V)."""

    def by_field() -> Array:
        land = stack(all_mou(v), v.common_mou)
        land[:-1] -= v.coop_land_mou
        return land

    return v.reckoned("farmed_mou", (v.land_mou, v.hidden_mou, v.coop_land_mou), by_field)


def all_mou(v: Villages) -> Array:
    """Land, registered and hidden, mou. Shapes: (S, V)."""
    return v.reckoned("all_mou", (v.land_mou, v.hidden_mou), lambda: v.land_mou + v.hidden_mou)


def under_grain(land: Array, v: Villages) -> Array:
    """Grain area of that land by field, mou. Shapes: (S + 1, V)."""
    return v.reckoned(
        "under_grain", (land, v.cash_share, v.coop_cash_share),
        lambda: stack(land[:-1] * (1.0 - v.cash_share), land[-1] * (1.0 - v.coop_cash_share)),
    )


def pooled_part(v: Villages) -> Array:
    """Share of each stratum's land that is farmed in common; its hands and animals follow it. Shapes: (S, V)."""
    return v.reckoned(
        "pooled_part", (v.coop_land_mou, v.land_mou, v.hidden_mou), lambda: ratio(v.coop_land_mou, all_mou(v))
    )


def take(grain: Array, wanted: Array) -> tuple[Array, Array]:
    """What is left and what could be taken of a store. Shapes: equal. Units: whole jin."""
    taken = np.minimum(grain, wanted)
    return grain - taken, taken
