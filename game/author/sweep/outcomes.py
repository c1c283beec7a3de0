"""What is measured of a campaign: figures of the true ledger, of the filed one, and of the career."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from game.base.exact import total
from game.campaign.game import Game
from game.campaign.table import career_after
from game.economy.measures import CountyTable
from game.reporting.indicators import Indicator

Better = Literal["more", "less", ""]
Outcomes = Mapping[str, float]
"""By the id of an outcome, in its unit."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One figure. ``better`` says which way villages, or the cadre, are better off; nothing if neither way."""

    id: str
    title: str
    unit: str
    better: Better
    measure: Callable[[Game], float]
    whole: bool = False
    """Whether it counts things, and so is written without decimals."""


def _last(column: str) -> Callable[[Game], float]:
    """A figure of the prefecture at the end of the last season."""

    def measure(game: Game) -> float:
        return float(getattr(_whole(game), column)[0])

    return measure


def _whole(game: Game) -> CountyTable:
    return game.state.records[-1].table.prefecture()


def _summed(column: str) -> Callable[[Game], float]:
    """A flow, added up over the counties and over all seasons that were played."""

    def measure(game: Game) -> float:
        return sum(total(getattr(record.table, column)) for record in game.state.records)

    return measure


def _output_true(game: Game) -> float:
    return sum(total(record.table.harvest_year_output) for record in game.state.records if record.table.harvested)


def _output_filed(game: Game) -> float:
    pages = [game.state.ledgers.page(record.season) for record in game.state.records if record.table.harvested]
    return sum(page.filed[Indicator.OUTPUT] for page in pages if page is not None)


def _standing(office: str) -> Callable[[Game], float]:
    def measure(game: Game) -> float:
        return game.state.records[-1].offices[office].standing

    return measure


def _score(game: Game) -> float:
    """That of the career, as it would be judged at the end of the last season."""
    return career_after(game.state.records[-1], game.state, game.rules).score


OUTCOMES: Final = (
    Outcome("grain_a_head", "Grain to eat a head", "jin a year", "more", _last("grain_available_per_head")),
    Outcome("draught_animals", "Draught animals", "head", "more", _last("draught_animals"), True),
    Outcome("trust", "Trust", "0-1", "more", _last("trust")),
    Outcome("fear", "Fear", "0-1", "less", _last("fear")),
    Outcome("excess_deaths", "Deaths above the normal rate", "people", "less", _summed("excess_deaths"), True),
    Outcome("fled", "People who fled", "people", "less", _summed("fled"), True),
    Outcome("output_true", "Grain output, true", "jin", "more", _output_true, True),
    Outcome("output_filed", "Grain output, filed", "jin", "", _output_filed, True),
    Outcome("organised", "Households organised", "share", "", _last("organised_share")),
    Outcome("hidden_stocks", "Grain hidden", "jin", "", _last("hidden_stocks"), True),
    Outcome("standing_province", "Standing with the province", "0-1", "more", _standing("province")),
    Outcome("standing_bureau", "Standing with the Bureau", "0-1", "more", _standing("bureau")),
    Outcome("career_score", "Score of the career", "0-1", "more", _score),
)
"""In the order of the columns. A flow is added up over the seasons played; a stock or share stands at the end."""

BY_ID: Final = {outcome.id: outcome for outcome in OUTCOMES}


def measured(game: Game) -> dict[str, float]:
    """Every outcome of a campaign that has closed at least one season."""
    return {outcome.id: outcome.measure(game) for outcome in OUTCOMES}
