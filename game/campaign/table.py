"""The campaign table: one row a season and county, and one for the prefecture, as CSV. Columns are an interface."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Final

from game.campaign.game import Game
from game.economy.measures import CountyTable
from game.politics.careers import career
from game.reporting.indicators import Indicator, prefecture_figure, weights
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
COLUMNS: Final = (
    "turn", "year", "season", "county", *TRUE_BEFORE, "grain_output_county_reported", "grain_output_filed",
    "yield_true", "yield_filed", *TRUE_AFTER, "career",
)  # fmt: skip
WHOLE: Final = frozenset({
    "villages", "households", "population", "cooperatives", "draught_animals", "draught_animals_pooled",
    "grain_output_true", "tax", "procurement", "relief", "grain_marketed", "stocks", "hidden_stocks", "births",
    "deaths", "excess_deaths", "fled",
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
    for place, county in enumerate(game.rules.prefecture.county_ids):
        reported = _of_county(page, record, place)
        yield [*head, county, *_cells(record.table, place, reported), post]
    yield [*head, "prefecture", *_cells(record.table.prefecture(), 0, _of_whole(page, record)), post]


def career_word(record: SeasonRecord, state: State, rules: Ruleset) -> str:
    """Where a career would stand if it were judged at the end of that season."""
    dossier = type(state.dossier)(state.dossier.entries[: record.dossier_entries])
    return career(record.offices, dossier, rules.politics.careers).post.value


def _of_county(page: LedgerSeason, record: SeasonRecord, place: int) -> tuple[float, float, float]:
    """Output reported by the county, its part of the output filed, the yield filed; 0 outside the harvest."""
    if not record.table.harvested:
        return 0.0, 0.0, 0.0
    return (
        float(page.county[Indicator.OUTPUT][place]),
        float(page.filed_by_county[Indicator.OUTPUT][place]),
        float(page.filed_by_county[Indicator.YIELD][place]),
    )


def _of_whole(page: LedgerSeason, record: SeasonRecord) -> tuple[float, float, float]:
    if not record.table.harvested:
        return 0.0, 0.0, 0.0
    by_weight = weights(record.table)
    reported = prefecture_figure(Indicator.OUTPUT, page.county[Indicator.OUTPUT], by_weight[Indicator.OUTPUT])
    return reported, page.filed[Indicator.OUTPUT], page.filed[Indicator.YIELD]


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

