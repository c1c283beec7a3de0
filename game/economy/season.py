"""One season of the villages: a list of stages that one can read aloud."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from game.base.chance import Chance
from game.base.exact import Groups
from game.base.seasons import Quarter, Season
from game.economy import (
    cadres,
    cooperatives,
    credit,
    crops,
    draught,
    food,
    harvest,
    hiding,
    institutions,
    labour,
    levy,
    market,
    mood,
    people,
    purchase,
)
from game.economy.account import Account
from game.economy.allot import allot
from game.economy.causes import Causes, explain
from game.economy.measures import CountyTable, measure
from game.economy.orders import Orders
from game.economy.params import Params
from game.economy.prefecture import Prefecture
from game.economy.turn import Turn
from game.economy.villages import Villages

STAGES: Final = (
    cadres.take_up,
    cooperatives.found,
    credit.lend,
    labour.allocate,
    draught.work,
    crops.sow,
    crops.grow,
    harvest.reap,
    levy.collect,
    hiding.search,
    purchase.buy,
    draught.feed_and_count,
    credit.repay,
    food.relieve,
    market.trade,
    hiding.hand_out,
    food.share_kitchen,
    food.open_funds,
    food.help_neighbours,
    food.spoil,
    food.eat,
    people.live_and_die,
    institutions.join_and_leave,
    mood.remember,
)
"""What happens in a season, in this order."""


@dataclass(frozen=True, slots=True)
class SeasonResult:
    """A season gone by."""

    villages: Villages
    account: Account
    """Grain flows by cause and village."""
    table: CountyTable
    """The true figures by county."""
    causes: Causes
    """What moved them."""


def advance(
    villages: Villages, season: Season, orders: Orders, prefecture: Prefecture, params: Params, chance: Chance
) -> SeasonResult:
    """Carry the villages through one season.

    Each stage sees what the stages before it left and enters its own flows and causes. Chance must be the season's.
    Raises: InvariantError if grain is not conserved to the jin.
    """
    turn = _begun(villages, season, orders, prefecture, params, chance)
    for stage in STAGES:
        turn = stage(turn)
    turn.account.assert_balanced(villages, turn.villages)
    groups = Groups.of(villages.county, len(prefecture.counties))
    return SeasonResult(turn.villages, turn.account, measure(turn, groups), explain(turn.chains, groups))


def look_ahead(
    villages: Villages, season: Season, orders: Orders, prefecture: Prefecture, params: Params, chance: Chance
) -> CountyTable:
    """The season as far as its harvest is reaped and its grain sold: what counties speak of while it still runs."""
    turn = _begun(villages, season, orders, prefecture, params, chance)
    for stage in STAGES[: 1 + STAGES.index(harvest.reap if season.quarter is Quarter.AUTUMN else market.trade)]:
        turn = stage(turn)
    return measure(turn, Groups.of(villages.county, len(prefecture.counties)))


def _begun(
    villages: Villages, season: Season, orders: Orders, prefecture: Prefecture, params: Params, chance: Chance
) -> Turn:
    none = np.zeros(villages.count)
    return Turn(
        season, orders, prefecture, params, allot(villages, season, orders, params, chance), villages, villages,
        founded=none, rising=none, searched_jin=none, plundered=none, want=np.zeros_like(villages.people),
    )
