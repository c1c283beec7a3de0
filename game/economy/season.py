"""One season of the villages: a list of stages that one can read aloud."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Final

import numpy as np

from game.base.chance import Chance
from game.base.changed import replace
from game.base.exact import Groups
from game.base.seasons import Quarter, Season
from game.economy import (
    cadres,
    cooperatives,
    credit,
    crops,
    dealings,
    draught,
    food,
    harvest,
    hiding,
    institutions,
    labour,
    levy,
    market,
    mood,
    passing,
    people,
    purchase,
    standing,
    stores,
)
from game.economy.account import Account
from game.economy.allot import allot
from game.economy.causes import Causes, ChainSums, explain
from game.economy.joining import Flows, Joined
from game.economy.measures import CountyTable, TableSums, add_up, add_up_harvest, measure
from game.economy.orders import Orders
from game.economy.params import Params
from game.economy.prefecture import Prefecture
from game.economy.turn import Turn
from game.economy.villages import Villages

STAGES: Final = (
    passing.pass_on,
    cadres.take_up,
    cooperatives.found,
    credit.lend,
    dealings.lend,
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
    dealings.settle,
    food.relieve,
    market.trade,
    hiding.hand_out,
    food.share_kitchen,
    food.open_funds,
    food.help_neighbours,
    food.spoil,
    food.eat,
    dealings.sell_land,
    people.live_and_die,
    standing.rise_and_fall,
    institutions.join_and_leave,
    mood.remember,
    stores.account_for,
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


SLICE: Final = 8_192
"""Villages that live through a season together: so many that numpy's own costs do not count, so few that what a stage
hands to the next is still in the processor's cache. What comes out is the same for any number."""


@dataclass(frozen=True, slots=True, eq=False)
class LookedAhead:
    """A season lived through as far as its harvest is reaped and its grain sold."""

    villages: Villages
    """As the season begins."""
    chance: Chance
    stages: int
    """How many of STAGES are done."""
    turn: Turn | None
    """Where they have led, if the villages are few enough to have gone through them together."""
    table: CountyTable
    """What counties speak of: figures of the harvest, of grain sold and of metal smelted; the others are nought."""

    def leads_to(
        self, villages: Villages, orders: Orders, prefecture: Prefecture, params: Params, chance: Chance
    ) -> bool:
        """Whether the season, with these orders, goes on from here."""
        turn = self.turn
        if turn is None or self.villages is not villages or self.chance != chance:
            return False
        late = {"claimed_over_true"} if turn.quarter is Quarter.AUTUMN and not orders.survey else set()
        same = turn.prefecture is prefecture and turn.params is params
        return same and turn.orders.same_as(orders, late)


def advance(
    villages: Villages, season: Season, orders: Orders, prefecture: Prefecture, params: Params, chance: Chance,
    slice_size: int = SLICE, ahead: LookedAhead | None = None,
) -> SeasonResult:
    """Carry the villages through one season.

    Each stage sees what the stages before it left and enters its own flows and causes. Chance must be the season's;
    where somebody has looked ahead with it, and the orders have stayed as they were, the season goes on from there.
    Raises: InvariantError if grain is not conserved to the jin.
    """
    begun: Iterable[tuple[slice, Turn]]
    if ahead is not None and ahead.turn is not None and ahead.leads_to(villages, orders, prefecture, params, chance):
        begun, stages = [(slice(0, villages.count), replace(ahead.turn, orders=orders))], STAGES[ahead.stages:]
    else:
        begun, stages = _begun(villages, season, orders, prefecture, params, chance, slice_size), STAGES
    after, flows = Joined(villages), Flows(villages.count)
    figures: list[TableSums] = []
    chains: list[Mapping[str, ChainSums]] = []
    for rows, turn in begun:
        done = _through(turn, stages)
        done.account.assert_balanced(done.before, done.villages)
        groups = Groups.of(done.villages.county, len(prefecture.counties))
        figures.append(add_up(done, groups))
        chains.append({indicator: steps.added_up(groups) for indicator, steps in done.chains.items()})
        after.put(rows, done.before, done.villages)
        flows.put(rows, done.account)
    causes = {name: reduce(ChainSums.plus, [part[name] for part in chains]) for name in chains[0]}
    table = measure(reduce(TableSums.plus, figures), season.quarter)
    return SeasonResult(after.villages(), flows.account(), table, explain(causes))


def look_ahead(
    villages: Villages, season: Season, orders: Orders, prefecture: Prefecture, params: Params, chance: Chance,
    slice_size: int = SLICE,
) -> LookedAhead:
    """The season as far as its harvest is reaped and its grain sold: what counties speak of while it still runs."""
    stages = 1 + STAGES.index(harvest.reap if season.quarter is Quarter.AUTUMN else market.trade)
    figures: list[TableSums] = []
    turn: Turn | None = None
    for _, begun in _begun(villages, season, orders, prefecture, params, chance, slice_size):
        turn = _through(begun, STAGES[:stages])
        figures.append(add_up_harvest(turn, Groups.of(turn.villages.county, len(prefecture.counties))))
    table = measure(reduce(TableSums.plus, figures), season.quarter)
    return LookedAhead(villages, chance, stages, turn if len(figures) == 1 else None, table)


def _through(turn: Turn, stages: Sequence[Callable[[Turn], Turn]]) -> Turn:
    """The turn after these stages."""
    for stage in stages:
        turn = stage(turn)
    return turn


def _begun(
    villages: Villages, season: Season, orders: Orders, prefecture: Prefecture, params: Params, chance: Chance,
    slice_size: int,
) -> Iterator[tuple[slice, Turn]]:
    """The season as it begins, slice by slice: what needs the whole prefecture in sight is settled for all at once."""
    villages = replace(villages, kept={})  # what is reckoned on the way is not to stay with the state
    allotted = allot(villages, season, orders, params, chance)
    for first in range(0, villages.count, slice_size):
        rows = slice(first, min(first + slice_size, villages.count))
        whole = slice_size >= villages.count
        here = villages if whole else villages.part(rows)
        none = np.zeros(here.count)
        yield rows, Turn(
            season, orders, prefecture, params, allotted if whole else allotted.part(rows), here, here,
            founded=none, rising=none, searched_jin=none, plundered=none, want=np.zeros_like(here.people),
        )
