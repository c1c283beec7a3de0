"""The true ledger of a season: figures by county and for the prefecture, named as the campaign table names them."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Final

import numpy as np

from game.base.exact import Array, Groups, Steps, cell_sum, ratio, stepped, sums_and_whole
from game.base.seasons import Quarter
from game.economy.account import IN, OUT, all_hidden
from game.economy.institutions import unfit
from game.economy.turn import Turn, farmed_mou, under_grain
from game.economy.villages import COMMUNE, HIGHER, STRATA, Villages

Sums = Mapping[str, Array]

SHORT_OF_BOTH, MIDDLING, WELL_FOUND = map(STRATA.index, ("short-of-both", "middling", "well-found"))


@dataclass(frozen=True, slots=True, eq=False)
class CountyTable:
    """True figures of one season. Shapes: every array (C,), ``coop_members_by_reason`` (4, C). Compared by identity.

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
    work_day_jin: Array
    """What a day's work points were worth at the last share-out, jin, mean over members; known only then."""
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
    resold: Array
    """Part of ``relief`` that was sold back, jin."""
    begging: Array
    """People who went out begging this season."""
    alms: Array
    """Grain that beggars were given, jin."""
    levelled: Array
    """Grain that communes moved between their villages, jin."""
    ox_labourers: Array
    """Labourers that a lent ox is counted as, mean over households."""
    sects_share: Array
    """Share of households that have turned to old gods and sects."""
    supply_coop_share: Array
    """Share of households with a share in a supply-and-marketing cooperative."""
    men_in_towns: Array
    """Men who have left for work in a town, beside those whom the orders send away."""
    private_debt: Array
    """What households owe to neighbours, old yuan."""
    land_sold_mou: Array
    """Land sold among households this season, mou."""
    households_selling_land: Array
    households_fallen: Array
    """Households that came down a rung this season: to middling, or to short of both."""
    households_fallen_back: Array
    """Of them those that came from middling to short of both."""
    households_risen: Array
    middling_households: Array
    short_of_both_share: Array
    """Share of households that have little land and few hands."""
    well_found_share: Array
    grain_wheat: Array
    """Wheat reaped this season, jin; of the autumn harvest the next two."""
    grain_millet: Array
    grain_maize: Array
    """Maize and the other coarse grains."""
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

    def digest(self) -> str:
        """A hash of the counties' figures, the same on every machine."""
        found = hashlib.sha256()
        for name in COLUMNS:
            found.update(name.encode() + np.ascontiguousarray(getattr(self, name), dtype="<f8").tobytes())
        return found.hexdigest()


COLUMNS: Final = tuple(column.name for column in fields(CountyTable) if column.name not in {"harvested", "whole"})
"""Names of the figures, in order."""


@dataclass(frozen=True, slots=True)
class TableSums:
    """What the table is reckoned from, added up over villages in whole steps."""

    figures: Mapping[str, Steps]
    """By name, each (C,); those that are nought everywhere can be left out."""
    reasons: Steps
    """(4, C) member households by reason."""
    harvest_only: bool = False
    """Whether only the harvest, the grain sold and the metal were added up, so that other figures are to be nought."""

    def plus(self, other: TableSums) -> TableSums:
        """The sums of these villages and of others."""
        both = dict(self.figures)
        for name, counts in other.figures.items():
            both[name] = both[name] + counts if name in both else counts
        return TableSums(both, self.reasons + other.reasons, self.harvest_only)


def add_up_harvest(turn: Turn, groups: Groups) -> TableSums:
    """What the figures of the harvest, of grain sold and of metal need, added up; all others are left nought."""
    v = turn.villages
    none = np.zeros(v.count)
    by_village = {
        "last_harvest": v.last_harvest_jin,
        "last_area": v.last_grain_area_mou,
        "coop_harvest": v.coop_harvest_jin,
        "coop_grain": turn.grain_land[-1],
        "sold": turn.account.of("sold", none),
        "procurement": turn.account.of("procurement", none),
    }
    if "steel_jin" in turn.figures:
        by_village["steel_jin"] = turn.figures["steel_jin"]
    counts = groups.counts(list(by_village.values()))
    no_reasons = np.zeros((len(v.joined_for), groups.count), dtype=np.int64)
    return TableSums(dict(zip(by_village, counts, strict=True)), no_reasons, harvest_only=True)


def add_up(turn: Turn, groups: Groups) -> TableSums:
    """Everything that the table needs, added up over the turn's villages."""
    by_village = _village_sums(turn)
    counts = groups.counts([*by_village.values(), *turn.villages.joined_for])
    return TableSums(dict(zip(by_village, counts, strict=False)), counts[len(by_village):])


def measure(added: TableSums, quarter: Quarter) -> CountyTable:
    """The season's figures by county, with the prefecture's."""
    sums = sums_and_whole(np.concatenate([np.stack(list(added.figures.values())), added.reasons]))
    none = np.zeros(sums.shape[1])
    named: Sums = dict.fromkeys((*IN, *OUT, *NOTED, *SOMETIMES), none) | dict(zip(added.figures, sums, strict=False))
    if added.harvest_only:
        named = defaultdict(lambda: none, named)
    harvested = quarter is Quarter.AUTUMN
    figures = _figures(named, harvested, sums[len(added.figures):])
    whole: dict[str, Any] = {name: figure[..., -1:] for name, figure in figures.items()}
    counties: dict[str, Any] = {name: figure[..., :-1] for name, figure in figures.items()}
    return CountyTable(harvested=harvested, whole=CountyTable(harvested=harvested, **whole), **counties)


def _village_sums(turn: Turn) -> dict[str, Array]:
    """Everything that is added up over villages; flows and noted figures only where there are any. Shapes: (V,)."""
    v = turn.villages
    households, people = v.homes, v.persons
    land = farmed_mou(v)
    grain = under_grain(land, v)
    cash = land - grain
    registered = v.registered_mou
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
        "coop_households": v.members,
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
        "short_of_both": v.households[SHORT_OF_BOTH],
        "middling": v.households[MIDDLING],
        "well_found": v.households[WELL_FOUND],
        "grain": cell_sum(v.grain_jin) + v.fund_jin,
        "hidden": all_hidden(v),
        **_only_if_any(
            collective_hidden=cell_sum(v.collective_hidden_jin), quota=v.quota_jin, quota_left=v.quota_left_jin,
            searched=turn.searched_jin, irrigated=v.irrigated * cell_sum(land), unfit=unfit(turn),
            wanting=cell_sum(turn.want * v.people), norm=v.norm_jin_per_mou * registered,
            work_day=v.work_day_jin * v.members, owed=cell_sum(v.owed_yuan),
            sects=v.sects * households, in_town=v.in_town * cell_sum(v.men),
        ),
        "ox_counted": turn.here(turn.orders.ox_labourers) * households,
        "supply": v.supply_share * households,
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
    members = v.members
    return {"higher": members * (v.form == HIGHER), "commune": members * (v.form == COMMUNE)}


def _only_if_any(**sums: Array) -> dict[str, Array]:
    """Those of the figures that are not nought everywhere."""
    return {name: values for name, values in sums.items() if values.any()}


SOMETIMES: Final = (
    "higher", "commune", "collective_hidden", "quota", "quota_left", "searched", "irrigated", "unfit", "wanting",
    "norm", "work_day", "owed", "sects", "in_town",
)
"""Figures that are left out where they are nought."""

NOTED: Final = (
    "births", "deaths", "excess_deaths", "fled", "effort_hands", "hands", "hungry", "short", "coop_shared",
    "coop_fund", "coop_land_paid", "coop_labour_paid", "coop_spare_days", "coop_days", "founded", "pooled_all",
    "wheat_jin", "millet_jin", "maize_jin", "steel_jin", "canteen_eaters", "deficit", "at_table",
    "land_sold_mou", "land_sellers", "fell", "fell_back", "rose", "begging", "resold",
)
"""Figures that stages note for the table."""


SUMS: Final[Mapping[str, str]] = {
    "villages": "villages", "households": "households", "population": "people", "cooperatives": "cooperatives",
    "draught_animals": "oxen", "draught_animals_pooled": "pooled_oxen", "sown_mou": "land",
    "grain_output_true": "harvest", "tax": "tax", "procurement": "procurement", "relief": "relief",
    "loans_outstanding": "debt", "grain_marketed": "sold", "stocks": "grain", "hidden_stocks": "hidden",
    "births": "births", "deaths": "deaths", "excess_deaths": "excess_deaths", "fled": "fled",
    "harvest_year_output": "last_harvest", "coop_loans_outstanding": "coop_debt", "ploughs": "ploughs",
    "unfit_cooperatives": "unfit", "nominal_teams": "nominal_teams", "steel_jin": "steel_jin",
    "collective_hidden": "collective_hidden", "quota": "quota", "quota_left": "quota_left",
    "searched_out": "searched", "assessed_deficit": "deficit", "resold": "resold", "begging": "begging",
    "alms": "alms-had", "levelled": "commune-gave",
    "private_debt": "owed", "men_in_towns": "in_town",
    "land_sold_mou": "land_sold_mou", "households_selling_land": "land_sellers",
    "households_fallen": "fell", "households_fallen_back": "fell_back",
    "middling_households": "middling",
    "households_risen": "rose", "grain_eaten": "eaten", "grain_bought": "bought",
    "grain_wheat": "wheat_jin", "grain_millet": "millet_jin", "grain_maize": "maize_jin",
    "grain_seed": "seed", "grain_feed": "feed", "grain_spoiled": "spoiled",
}
"""Columns that are sums, with the sum's name."""

SHARES: Final[Mapping[str, tuple[str, str]]] = {
    "share_higher_coop": ("higher", "households"), "share_commune": ("commune", "households"),
    "mean_coop_households": ("coop_households", "cooperatives"), "cash_crop_share": ("cash_mou", "land"),
    "grain_available_per_head": ("food", "mouths"), "trust": ("trust", "households"), "fear": ("fear", "households"),
    "effort": ("effort_hands", "hands"), "land_price": ("price", "registered"), "weather": ("weather", "registered"),
    "organised_share": ("organised", "households"), "team_real": ("real", "households"),
    "coop_fund_rate_paid": ("coop_fund", "coop_shared"), "coop_land_share_paid": ("coop_land_paid", "coop_shared"),
    "coop_labour_share_paid": ("coop_labour_paid", "coop_shared"),
    "coop_cash_crop_share": ("coop_cash", "coop_land"),
    "coop_surplus_labour_share": ("coop_spare_days", "coop_days"), "pooled_all_share": ("pooled_all", "founded"),
    "animal_price": ("animal_price", "households"), "zeal": ("zeal", "households"),
    "sects_share": ("sects", "households"), "ox_labourers": ("ox_counted", "households"),
    "supply_coop_share": ("supply", "households"),
    "eating_in_canteens": ("canteen_eaters", "at_table"), "irrigated_share": ("irrigated", "land"),
    "norm_jin_per_mou": ("norm", "registered"), "work_day_jin": ("work_day", "coop_households"),
    "short_of_both_share": ("short_of_both", "households"), "well_found_share": ("well_found", "households"),
    "want": ("wanting", "people"), "hungry_share": ("hungry", "at_table"),
    "short_share": ("short", "at_table"), "tax_jin_per_head": ("tax", "people"),
    "marketed_share": ("sold", "last_harvest"),
    "teams": ("teams", "households"), "coops": ("coop_households", "households"), "listed": ("nominal", "households"),
    "yield": ("last_harvest", "last_area"), "coop_yield": ("coop_harvest", "coop_grain"),
}
"""Columns, and what else is needed, that are one sum over another."""


def _figures(s: Sums, harvested: bool, reasons: Array) -> dict[str, Array]:
    """The table's columns from sums, for counties and for the whole alike. Shapes: (C + 1,), reasons (4, C + 1)."""
    in_autumn = 1.0 if harvested else 0.0
    parts, wholes = (np.stack([s[names[at]] for names in SHARES.values()]) for at in (0, 1))
    share = dict(zip(SHARES, stepped(ratio(parts, wholes)), strict=True))
    teams, higher, commune = share.pop("teams"), share["share_higher_coop"], share["share_commune"]
    lower = np.maximum(share.pop("coops") - higher - commune, 0.0)  # each is rounded for itself
    return {column: s[name] for column, name in SUMS.items()} | {
        "share_individual": np.maximum(1.0 - teams - lower - higher - commune, 0.0),
        "share_mutual_aid": teams,
        "share_mutual_aid_nominal": np.minimum(share.pop("listed"), teams),
        "share_lower_coop": lower,
        "yield_true": share.pop("yield") * in_autumn,
        "coop_yield_jin_per_mou": share.pop("coop_yield") * in_autumn,
        "coop_members_by_reason": reasons,
        "grain_stored": s["grain"] + s["hidden"],
    } | share
