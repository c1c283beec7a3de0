"""The true ledger of a season: figures by county and for the prefecture, named as the campaign table names them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Final

import numpy as np

from game.base.exact import Array, Groups, cell_sum, ratio, stepped
from game.base.seasons import Quarter
from game.economy.account import IN, OUT, all_hidden
from game.economy.turn import Turn, farmed_mou, under_grain
from game.economy.villages import COMMUNE, HIGHER, Villages

Sums = Mapping[str, Array]


@dataclass(frozen=True, slots=True)
class CountyTable:
    """True figures of one season. Shapes: every array (C,), ``coop_members_by_reason`` (4, C).

    Flows are the season's own and 0 where there is none; stocks and shares stand at its end. ``yield_true`` and
    ``coop_yield_jin_per_mou`` are the harvest year's and stand in autumn only (``harvested``), else 0.
    """

    harvested: bool
    villages: Array
    households: Array
    population: Array
    share_individual: Array
    share_mutual_aid: Array
    share_mutual_aid_nominal: Array
    share_lower_coop: Array
    share_higher_coop: Array
    share_commune: Array
    cooperatives: Array
    mean_coop_households: Array
    draught_animals: Array
    draught_animals_pooled: Array
    sown_mou: Array
    cash_crop_share: Array
    grain_output_true: Array
    yield_true: Array
    tax: Array
    procurement: Array
    relief: Array
    loans_outstanding: Array
    grain_marketed: Array
    stocks: Array
    hidden_stocks: Array
    grain_available_per_head: Array
    births: Array
    deaths: Array
    excess_deaths: Array
    fled: Array
    trust: Array
    fear: Array
    effort: Array
    land_price: Array
    weather: Array

    organised_share: Array
    """Of households, in teams that work and in cooperatives: the level that the causes of ``organised`` explain."""
    harvest_year_output: Array
    """Grain of the last completed harvest year, jin: the level that the causes of ``output`` explain."""
    team_real: Array
    """Share of households in teams that work."""
    coop_yield_jin_per_mou: Array
    coop_members_by_reason: Array
    coop_fund_rate_paid: Array
    """Share of what was shared out (output less repaid inputs) that went into the fund; 0 without a harvest."""
    coop_land_share_paid: Array
    coop_labour_share_paid: Array
    coop_cash_crop_share: Array
    coop_surplus_labour_share: Array
    """Share of members' labour-days that the common field does not need."""
    coop_loans_outstanding: Array
    ploughs: Array
    unfit_cooperatives: Array
    """Cooperatives whose members work less in common than for themselves: they would fail an honest test of whether
    members gain (Hou p. 175-177)."""
    pooled_all_share: Array
    """Of the cooperatives founded this season, those that hold all members' animals in common."""
    nominal_teams: Array
    """Mutual-aid teams that exist on a list only, by the usual size."""
    animal_price: Array
    """What a draught animal sells for, jin."""
    zeal: Array
    """How eagerly village cadres carry out what is asked, 0-1."""
    eating_in_canteens: Array
    """Share of people who eat from a common kitchen."""
    irrigated_share: Array
    """Land that waterworks in good order water."""
    steel_jin: Array
    """Metal from small furnaces this season, jin, most of it useless."""
    collective_hidden: Array
    """Grain that harvest companies and brigades keep back, jin; part of ``hidden_stocks``."""
    quota: Array
    """Grain to be sold to the state out of the last harvest, jin."""
    quota_left: Array
    """What of it has not been delivered, jin."""
    searched_out: Array
    """Hidden grain that searches found this season, jin."""
    norm_jin_per_mou: Array
    """Surveyed normal yield of the land, jin a mou; 0 before a survey."""
    assessed_deficit: Array
    """What short villages lack by the harvest that was filed for them, jin, in the season in which it is assessed."""
    want: Array
    """How far what was eaten falls short of what keeps people alive, 0-1, mean over people."""
    hungry_share: Array
    """People with too little grain to meet their needs (params.grain.hungry_line_jin)."""
    short_share: Array
    """People with less than the Party's minimum, 400 jin a year."""
    tax_jin_per_head: Array
    marketed_share: Array
    """Grain sold this season over the last completed harvest."""
    grain_eaten: Array
    grain_bought: Array
    grain_seed: Array
    grain_feed: Array
    grain_spoiled: Array
    grain_stored: Array
    """Every store at the season's end: households', hidden, common funds."""
    whole: CountyTable | None = None

    def prefecture(self) -> CountyTable:
        """The same for the whole prefecture, arrays of one element: totals, or means weighted as the counties' are."""
        return self if self.whole is None else self.whole


COLUMNS: Final = tuple(column.name for column in fields(CountyTable) if column.name not in {"harvested", "whole"})
"""Names of the figures, in order."""


def measure(turn: Turn, groups: Groups) -> CountyTable:
    """The season's figures by county, with the prefecture's."""
    by_village = _village_sums(turn)
    sums = groups.sums_and_whole([*by_village.values(), *turn.villages.joined_for])
    nothing = dict.fromkeys((*IN, *OUT, *NOTED, *SOMETIMES), np.zeros(groups.count + 1))
    named = nothing | dict(zip(by_village, sums, strict=False))
    harvested = turn.quarter is Quarter.AUTUMN
    figures = _figures(named, harvested, sums[len(by_village):])
    whole: dict[str, Any] = {name: figure[..., -1:] for name, figure in figures.items()}
    counties: dict[str, Any] = {name: figure[..., :-1] for name, figure in figures.items()}
    return CountyTable(harvested=harvested, whole=CountyTable(harvested=harvested, **whole), **counties)


def _village_sums(turn: Turn) -> dict[str, Array]:
    """Everything that is added up over villages; flows and noted figures only where there are any. Shapes: (V,)."""
    v = turn.villages
    households, people = cell_sum(v.households), cell_sum(v.people)
    land = farmed_mou(v)
    grain = under_grain(land, v)
    cash = land - grain
    registered = cell_sum(v.land_mou)
    working = v.team_real * v.households
    noted = {name: turn.figures[name] for name in NOTED if name in turn.figures}
    return {**turn.account.flows, **noted} | {
        "villages": np.ones(v.count),
        "households": households,
        "people": people,
        "teams": cell_sum((v.team_real + v.team_nominal) * v.households),
        "real": cell_sum(working),
        "nominal": cell_sum(v.team_nominal * v.households),
        "nominal_teams": cell_sum(v.team_nominal * v.households) / turn.params.teams.households_a_team,
        "organised": cell_sum(working + v.coop_households),
        "coop_households": cell_sum(v.coop_households),
        **_higher_forms(v),
        "cooperatives": v.cooperatives,
        "oxen": cell_sum(v.oxen) + v.pooled_oxen,
        "pooled_oxen": v.pooled_oxen,
        "land": cell_sum(land),
        "cash_mou": cell_sum(cash),
        "registered": registered,
        "coop_land": land[-1],
        "coop_cash": cash[-1],
        "coop_grain": grain[-1],
        "last_harvest": v.last_harvest_jin,
        "last_area": v.last_grain_area_mou,
        "coop_harvest": v.coop_harvest_jin,
        "debt": cell_sum(v.debt_yuan) + v.coop_debt_yuan,
        "coop_debt": v.coop_debt_yuan,
        "grain": cell_sum(v.grain_jin) + v.fund_jin,
        "hidden": all_hidden(v),
        **_only_if_any(
            collective_hidden=cell_sum(v.collective_hidden_jin), quota=v.quota_jin, quota_left=v.quota_left_jin,
            searched=turn.searched_jin, irrigated=v.irrigated * cell_sum(land), unfit=_unfit(turn),
            wanting=cell_sum(turn.want * v.people), norm=v.norm_jin_per_mou * registered,
        ),
        "animal_price": v.animal_price_jin * households,
        "zeal": v.zeal * households,
        "food": v.food_jin,
        "mouths": v.mouths,
        "trust": v.trust * households,
        "fear": v.fear * households,
        "price": v.land_price_jin_per_mou * registered,
        "weather": turn.allotted.weather * registered,
        "ploughs": v.ploughs,
    }


def _higher_forms(v: Villages) -> dict[str, Array]:
    """Member households by form beyond the lower cooperative. Shapes: (V,)."""
    if not v.form.any():
        return {}
    members = cell_sum(v.coop_households)
    return {"higher": members * (v.form == HIGHER), "commune": members * (v.form == COMMUNE)}


def _unfit(turn: Turn) -> Array:
    """Cooperatives in whose common field less is given than in the village's own. Shapes: (V,)."""
    gap = turn.params.coops.unfit_gap
    return np.asarray(turn.villages.cooperatives * (turn.effort[-1] < turn.effort[0] - gap))


def _only_if_any(**sums: Array) -> dict[str, Array]:
    """Those of the figures that are not nought everywhere."""
    return {name: values for name, values in sums.items() if values.any()}


SOMETIMES: Final = (
    "higher", "commune", "collective_hidden", "quota", "quota_left", "searched", "irrigated", "unfit", "wanting",
    "norm",
)
"""Figures that are left out where they are nought."""

NOTED: Final = (
    "births", "deaths", "excess_deaths", "fled", "effort_hands", "hands", "hungry", "short", "coop_shared",
    "coop_fund", "coop_land_paid", "coop_labour_paid", "coop_spare_days", "coop_days", "founded", "pooled_all",
    "steel_jin", "canteen_eaters", "deficit", "at_table",
)
"""Figures that stages note for the table."""


def _figures(s: Sums, harvested: bool, reasons: Array) -> dict[str, Array]:
    """The table's columns from sums, for counties and for the whole alike. Shapes: (C + 1,), reasons (4, C + 1)."""
    in_autumn = 1.0 if harvested else 0.0
    homes, people = s["households"], s["people"]

    def part(name: str, of: Array) -> Array:
        return stepped(ratio(s[name], of))

    teams, higher, commune = part("teams", homes), part("higher", homes), part("commune", homes)
    lower = np.maximum(part("coop_households", homes) - higher - commune, 0.0)  # each is rounded for itself
    return {
        "villages": s["villages"],
        "households": homes,
        "population": people,
        "share_individual": np.maximum(1.0 - teams - lower - higher - commune, 0.0),
        "share_mutual_aid": teams,
        "share_mutual_aid_nominal": np.minimum(part("nominal", homes), teams),
        "share_lower_coop": lower,
        "share_higher_coop": higher,
        "share_commune": commune,
        "cooperatives": s["cooperatives"],
        "mean_coop_households": part("coop_households", s["cooperatives"]),
        "draught_animals": s["oxen"],
        "draught_animals_pooled": s["pooled_oxen"],
        "sown_mou": s["land"],
        "cash_crop_share": part("cash_mou", s["land"]),
        "grain_output_true": s["harvest"],
        "yield_true": part("last_harvest", s["last_area"]) * in_autumn,
        "tax": s["tax"],
        "procurement": s["procurement"],
        "relief": s["relief"],
        "loans_outstanding": s["debt"],
        "grain_marketed": s["sold"],
        "stocks": s["grain"],
        "hidden_stocks": s["hidden"],
        "grain_available_per_head": part("food", s["mouths"]),
        "births": s["births"],
        "deaths": s["deaths"],
        "excess_deaths": s["excess_deaths"],
        "fled": s["fled"],
        "trust": part("trust", homes),
        "fear": part("fear", homes),
        "effort": part("effort_hands", s["hands"]),
        "land_price": part("price", s["registered"]),
        "weather": part("weather", s["registered"]),
        "organised_share": part("organised", homes),
        "harvest_year_output": s["last_harvest"],
        "team_real": part("real", homes),
        "coop_yield_jin_per_mou": part("coop_harvest", s["coop_grain"]) * in_autumn,
        "coop_members_by_reason": reasons,
        "coop_fund_rate_paid": part("coop_fund", s["coop_shared"]),
        "coop_land_share_paid": part("coop_land_paid", s["coop_shared"]),
        "coop_labour_share_paid": part("coop_labour_paid", s["coop_shared"]),
        "coop_cash_crop_share": part("coop_cash", s["coop_land"]),
        "coop_surplus_labour_share": part("coop_spare_days", s["coop_days"]),
        "coop_loans_outstanding": s["coop_debt"],
        "ploughs": s["ploughs"],
        "unfit_cooperatives": s["unfit"],
        "pooled_all_share": part("pooled_all", s["founded"]),
        "nominal_teams": s["nominal_teams"],
        "animal_price": part("animal_price", homes),
        "zeal": part("zeal", homes),
        "eating_in_canteens": part("canteen_eaters", s["at_table"]),
        "irrigated_share": part("irrigated", s["land"]),
        "steel_jin": s["steel_jin"],
        "collective_hidden": s["collective_hidden"],
        "quota": s["quota"],
        "quota_left": s["quota_left"],
        "searched_out": s["searched"],
        "norm_jin_per_mou": part("norm", s["registered"]),
        "assessed_deficit": s["deficit"],
        "want": part("wanting", people),
        "hungry_share": part("hungry", s["at_table"]),
        "short_share": part("short", s["at_table"]),
        "tax_jin_per_head": part("tax", people),
        "marketed_share": part("sold", s["last_harvest"]),
        "grain_eaten": s["eaten"],
        "grain_bought": s["bought"],
        "grain_seed": s["seed"],
        "grain_feed": s["feed"],
        "grain_spoiled": s["spoiled"],
        "grain_stored": s["grain"] + s["hidden"],
    }
