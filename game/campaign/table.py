"""The campaign table: one row a season and county, and one for the prefecture, as CSV. Columns are an interface."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Final

from game.base.exact import Array, ratio, total
from game.campaign.game import Game
from game.campaign.orders import scale_of
from game.campaign.review import record_of
from game.economy.granary import FLOWS
from game.economy.measures import CountyTable
from game.politics.careers import Career, career
from game.reporting.indicators import Indicator
from game.reporting.ledgers import LedgerSeason
from game.ruleset.content import Ruleset
from game.state import SeasonRecord, State

TRUE_BEFORE: Final = (
    "villages", "households", "population", "share_individual", "share_mutual_aid", "share_mutual_aid_nominal",
    "share_lower_coop", "share_higher_coop", "share_commune", "cooperatives", "mean_coop_households",
    "draught_animals", "draught_animals_pooled", "sown_mou", "cash_crop_share", "grain_output_true",
)  # fmt: skip
TRUE_AFTER: Final = (
    "tax", "procurement", "relief", "loans_outstanding", "grain_marketed", "stocks", "hidden_stocks",
    "grain_available_per_head", "births", "deaths", "excess_deaths", "fled", "trust", "fear", "effort", "land_price",
    "weather",
)  # fmt: skip
FURTHER: Final = (
    "grain_wheat", "grain_millet", "grain_maize", "resold", "begging", "private_debt", "land_sold_mou",
    "households_fallen", "households_risen", "supply_coop_share", "sects_share", "men_in_towns",
)  # fmt: skip
"""True figures beyond those that are fixed."""
STATE_GRAIN: Final = (*(f"state_{flow}" for flow in FLOWS), "state_reserve", "state_stations")
"""Where the state's grain went, in the prefecture's row only, jin in proportion to the villages in play."""
COLUMNS: Final = (
    "turn", "year", "season", "county", *TRUE_BEFORE, "grain_output_county_reported", "grain_output_filed",
    "yield_true", "yield_filed", *TRUE_AFTER, "career", *FURTHER, *STATE_GRAIN,
)  # fmt: skip
WHOLE: Final = frozenset({
    "villages", "households", "population", "cooperatives", "draught_animals", "draught_animals_pooled",
    "grain_output_true", "tax", "procurement", "relief", "grain_marketed", "stocks", "hidden_stocks", "births",
    "deaths", "excess_deaths", "fled", "grain_wheat", "grain_millet", "grain_maize", "resold", "private_debt",
    "households_fallen", "households_risen", *STATE_GRAIN,
})  # fmt: skip
"""Columns that count things; written without decimals."""


def rows(game: Game) -> Iterator[list[str]]:
    """The rows of every closed season, counties in order, the prefecture last."""
    for turn, record in enumerate(game.state.records, 1):
        page = game.state.ledgers.page(record.season)
        assert page is not None
        yield from _season(turn, record, page, game)


def _season(turn: int, record: SeasonRecord, page: LedgerSeason, game: Game) -> Iterator[list[str]]:
    head = [str(turn), str(record.season.year), record.season.name]
    post = career_word(record, game.state, game.rules)
    reported, filed = _of_harvest(page, record, game.state)
    yields = page.filed_by_county[Indicator.YIELD]
    for place, county in enumerate(game.rules.prefecture.county_ids):
        cells = (float(reported[place]), float(filed[place]), float(yields[place]))
        elsewhere = [""] * len(STATE_GRAIN)
        yield [*head, county, *_cells(record.table, place, cells), post, *_further(record.table, place), *elsewhere]
    whole = (total(reported), total(filed), page.filed[Indicator.YIELD])
    prefecture = record.table.prefecture()
    further = (*_further(prefecture, 0), *_state_grain(record, game))
    yield [*head, "prefecture", *_cells(prefecture, 0, whole), post, *further]


def career_word(record: SeasonRecord, state: State, rules: Ruleset) -> str:
    """Where a career would stand if it were judged at the end of that season."""
    return career_after(record, state, rules).post.value


def career_after(record: SeasonRecord, state: State, rules: Ruleset) -> Career:
    """The career as it would be judged at the end of that season."""
    dossier = type(state.dossier)(state.dossier.entries[: record.dossier_entries])
    return career(record.offices, dossier, rules.politics.careers)


def _of_harvest(page: LedgerSeason, record: SeasonRecord, state: State) -> tuple[Array, Array]:
    """The season's own part of the year's harvest, as counties reported it and as it was filed. Shapes: (C,), jin.

    A year's figure is written for the whole harvest, in autumn; wheat was reaped in summer. So each season has as much
    of the figure as of the harvest. A summer whose autumn is not there has the estimate over the last harvest.
    """
    year = state.ledgers.harvest(record.season.year)
    settled = record_of(state, year.season) if year is not None else None
    reaped = record.table.grain_output_true
    if year is None or settled is None:
        year, harvest = page, page.true[Indicator.OUTPUT]
    else:
        harvest = settled.table.harvest_year_output
    part = ratio(reaped, harvest)
    return year.county[Indicator.OUTPUT] * part, year.filed_by_county[Indicator.OUTPUT] * part


def _cells(table: CountyTable, place: int, reported: tuple[float, float, float]) -> list[str]:
    def true(name: str) -> str:
        return decimal(name, float(getattr(table, name)[place]))

    output_reported, output_filed, yield_filed = reported
    yields = [decimal("yield", v) if table.harvested else "" for v in (float(table.yield_true[place]), yield_filed)]
    return [
        *(true(name) for name in TRUE_BEFORE),
        decimal("grain_output_true", output_reported), decimal("grain_output_true", output_filed), *yields,
        *(true(name) for name in TRUE_AFTER),
    ]  # fmt: skip


def _further(table: CountyTable, place: int) -> list[str]:
    return [decimal(name, float(getattr(table, name)[place])) for name in FURTHER]


def _state_grain(record: SeasonRecord, game: Game) -> list[str]:
    scale = scale_of(game.state.setup.villages, game.rules.prefecture)
    return [decimal(name, getattr(record.grain, name.removeprefix("state_")) * scale) for name in STATE_GRAIN]


def decimal(name: str, value: float) -> str:
    """A plain decimal: counts without, everything else with up to six decimals, no exponent, no minus zero."""
    if name in WHOLE:
        return str(round(value))
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def as_csv(game: Game) -> str:
    """The whole table with its header."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows(game))
    return out.getvalue()

