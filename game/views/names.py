"""The names that a card's condition can use, with unit, range and meaning (docs/authors lists them from here)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class ConditionName:
    """One value of the state that conditions may read. ``per_county``: also as NAME_in_COUNTY."""

    id: str
    unit: str
    low: float
    high: float
    meaning: str
    per_county: bool = False


_LARGE: Final = 1e12

CONDITION_NAMES: Final[dict[str, ConditionName]] = {
    name.id: name
    for name in (
        ConditionName("trust", "0-1", 0, 1, "Trust in the Party's word.", True),
        ConditionName("fear", "0-1", 0, 1, "Fear that what one has will be taken.", True),
        ConditionName("hungry_share", "share of people", 0, 1, "People with under 350 jin a year to eat.", True),
        ConditionName("short_share", "share of people", 0, 1, "People with under 400 jin a year to eat.", True),
        ConditionName("organised", "share of households", 0, 1, "Households in working teams or cooperatives.", True),
        ConditionName("organised_filed", "share of households", 0, 1, "The share last filed."),
        ConditionName("nominal_share", "share of households", 0, 1, "Households in teams on a list only.", True),
        ConditionName("cooperatives", "number", 0, 1e6, "Producers' cooperatives.", True),
        ConditionName("coop_households", "households", 0, _LARGE, "Households in cooperatives.", True),
        ConditionName("coop_exits", "households", 0, _LARGE, "Households that left cooperatives last season."),
        ConditionName("animals_change", "share", -1, 10, "Change of draught animals since last season.", True),
        ConditionName("yield_jin", "jin a mou", 0, 2000, "True yield of the last harvest.", True),
        ConditionName("yield_filed", "jin a mou", 0, 20000, "The yield last filed."),
        ConditionName("filed_over_known", "ratio", 0, 100, "Last filed yield over the middle of what was known."),
        ConditionName("cash_crop_share", "share of area", 0, 1, "Cash crops in the sown area.", True),
        ConditionName("weather", "factor", 0, 2, "The season's yield factor, 1 = normal.", True),
        ConditionName("land_price", "jin a mou", 0, 20000, "What a mou of land sells for.", True),
        ConditionName("grain_a_head", "jin a year", 0, 20000, "Grain to eat, at a yearly rate.", True),
        ConditionName("loans_yuan", "old yuan", 0, 1e15, "State loans given this harvest year."),
        ConditionName("debt_yuan", "old yuan", 0, 1e15, "State loans outstanding.", True),
        ConditionName("reserve_jin", "jin", 0, _LARGE, "Grain reserve of the prefecture."),
        ConditionName("team_turns", "team-turns", 0, 100, "Team-turns left this season."),
        ConditionName("standing_province", "0-1", 0, 1, "Standing with the province."),
        ConditionName("standing_bureau", "0-1", 0, 1, "Standing with the Bureau."),
        ConditionName("standing_centre", "0-1", 0, 1, "Standing with the Centre."),
        ConditionName("standing_counties", "0-1", 0, 1, "Standing with the county secretaries."),
        ConditionName("suspicion_province", "0-1", 0, 1, "How far the province doubts the figures."),
        ConditionName("suspicion_bureau", "0-1", 0, 1, "How far the Bureau doubts the figures."),
        ConditionName("suspicion_centre", "0-1", 0, 1, "How far the Centre doubts the figures."),
        ConditionName("line_province", "-1..1", -1, 1, "The province's line: caution -1, advance 1."),
        ConditionName("line_bureau", "-1..1", -1, 1, "The Bureau's line."),
        ConditionName("line_centre", "-1..1", -1, 1, "The Centre's line."),
        ConditionName("regard", "0-1", 0, 1, "How county secretaries regard the player.", True),
        ConditionName("community_fund_rate", "share of output", 0, 0.3, "The fund rate as set for the prefecture."),
        ConditionName("land_share", "share", 0, 0.6, "The land share as set for the prefecture."),
        ConditionName("team_pressure", "0-1", 0, 1, "Pressure to join teams, as set for the prefecture."),
        ConditionName("exit_allowed", "0 or 1", 0, 1, "Whether members may leave, as set for the prefecture."),
        ConditionName("members_bargain", "0 or 1", 0, 1, "Whether members may rewrite the shares, as set."),
        ConditionName("inputs_repaid", "0 or 1", 0, 1, "Whether cooperatives repay inputs, as set."),
        ConditionName("coop_loan_yuan", "old yuan", 0, 15e6, "Loan to each cooperative, as set."),
        ConditionName("dossier_entries", "number", 0, 1000, "Entries in the dossier."),
        ConditionName("inflation_entries", "number", 0, 1000, "Entries about raised figures."),
        ConditionName("haste_entries", "number", 0, 1000, "Entries about haste."),
        ConditionName("caution_entries", "number", 0, 1000, "Entries about caution."),
        ConditionName("seasons_played", "seasons", 0, 60, "Seasons closed so far."),
    )
}


def background_name(background: str) -> str:
    """The name, 0 or 1, by which a condition asks where the player comes from: ``background_land_reform``."""
    return f"background_{background.replace('-', '_')}"
