"""What the prefecture asks of its villages in one season, as arrays by county. Plain data, no rules."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields
from typing import Final

import numpy as np

from game.base.exact import Array
from game.economy.settings import SETTINGS, Setting, Value


@dataclass(frozen=True)
class Orders:
    """One season's orders and shocks. Shapes: all (C,), C counties; settings mean what SETTINGS says.

    Switches are 0 or 1; ``sideline_work`` 0 barred, 1 winter, 2 free; ``pool_livestock`` 0 never, 1 when asked,
    2 always; ``leavers_land`` 0 kept, 1 after harvest, 2 at once; ``procurement_basis`` 0 reported, 1 actual;
    ``grain_trade`` 0 closed, 1 licensed, 2 free; ``private_dealings`` 0 barred, 1 blamed, 2 free.
    """

    cash_crop_share: Array
    new_ploughs: Array
    sideline_work: Array
    labour_drafted: Array
    waterworks_share: Array
    close_planting: Array
    deep_ploughing: Array
    women_in_fields: Array
    men_away: Array
    team_pressure: Array
    coop_households: Array
    dissolve_unfit: Array
    forms_may_fall: Array
    commune_levelling: Array
    coop_target: Array
    higher_coop_target: Array
    commune_target: Array
    land_share: Array
    community_fund_rate: Array
    inputs_repaid: Array
    members_bargain: Array
    pool_livestock: Array
    livestock_compensation: Array
    ox_labourers: Array
    exit_allowed: Array
    leavers_land: Array
    private_plots: Array
    women_pay: Array
    pay_by_work: Array
    coop_loan_yuan: Array
    team_loan_yuan: Array
    household_loan_yuan: Array
    debt_relief: Array
    supply_coops: Array
    relief: Array
    procurement_rate: Array
    procurement_basis: Array
    procurement_progressive: Array
    delivery_force: Array
    ration_norm: Array
    resale_share: Array
    grain_trade: Array
    private_dealings: Array
    grain_searches: Array
    canteens: Array
    sowing_campaigns: Array
    campaign_force: Array
    movement_control: Array
    public_health: Array

    found_cooperatives: Array
    """Cooperatives to be founded this season in the county."""
    sowing_disturbed: Array
    """Share of sowing labour lost to meetings and campaigns this spring, 0-1 (beside ``sowing_campaigns``)."""
    trust_shift: Array
    """Added to trust by what was said and done this season."""
    fear_shift: Array
    """Added to fear likewise."""
    join_teams: Array
    """Share of households entered in teams by this season's events (on paper unless they work)."""
    animals_given: Array
    """Head given as prizes."""
    animals_lost_share: Array
    """Share of head sold or eaten because of this season's events."""
    relief_jin: Array
    """Grain given beyond the standing relief, jin."""
    extra_loans_yuan: Array
    """Loans to cooperatives beyond the standing rule, old yuan."""
    coop_exit_share: Array
    """Share of members who leave because of this season's events, where leaving is allowed."""

    claimed_over_true: Array
    """The harvest that was filed for the county over the one that stands ripe, 1 = as it is."""
    county_zeal: Array
    """How eagerly the county's office carries out what is asked, 0-1: its secretary, and a praised neighbour."""

    tax_jin_per_mou: float
    """Tax of the harvest year on registered land, jin a mou. Source: the scenario."""
    tax_by_norm: bool
    """Whether the same total is laid on each village by its surveyed normal yield, not by the mou."""
    survey: bool
    """Whether this season's officials fix the normal yield of the land."""
    weather_by_county: Array
    """Documented yield factor of the season by county, 1 = normal; chance is added around it."""
    weather_normal: bool
    """Factor exactly 1 in every village, whatever is documented."""
    weather_without_chance: bool
    """The county's factor as it stands, the same in all its villages."""
    reserve_jin: float
    """Grain that the prefecture can give as relief this season, jin."""

    def same_as(self, other: Orders, but_for: Collection[str] = ()) -> bool:
        """Whether all of this is ordered there, too, but for some of it."""
        return all(
            np.array_equal(getattr(self, name), getattr(other, name)) for name in NAMES if name not in but_for
        )

    @property
    def counties(self) -> int:
        """Number of counties that the orders speak of."""
        return int(self.new_ploughs.shape[0])


NAMES: Final = tuple(field.name for field in fields(Orders))
"""What an order can say, in order."""

EVENTS: Final = (
    "found_cooperatives", "sowing_disturbed", "trust_shift", "fear_shift", "join_teams", "animals_given",
    "animals_lost_share", "relief_jin", "extra_loans_yuan", "coop_exit_share",
)
"""What cards and occasions bring, beside the standing settings: zero in a quiet season."""


def setting_code(setting: Setting, value: Value) -> float:
    """A setting's value as the number that ``Orders`` holds: a switch as 0 or 1, a word as its place in the choices.

    ``sideline_work`` and ``leavers_land`` count from the hardest to the mildest, as Orders says.
    """
    if setting.kind != "choice":
        return float(value)
    place = setting.choices.index(str(value))
    mildest_first = setting.id in {"sideline_work", "leavers_land", "grain_trade", "private_dealings"}
    return float(len(setting.choices) - 1 - place if mildest_first else place)


def neutral_orders(counties: int, tax_jin_per_mou: float = 26.0, reserve_jin: float = 0.0) -> Orders:
    """Orders of a quiet season: every setting at its default, no event, documented weather 1.

    Units: tax in jin a mou of registered land, reserve in jin for the whole prefecture.
    """
    settings = {
        setting.id: np.full(counties, setting_code(setting, setting.default))
        for setting in SETTINGS.values()
        if setting.desk != "world"
    }
    events = {name: np.zeros(counties) for name in EVENTS}
    return Orders(
        **settings, **events, claimed_over_true=np.ones(counties), county_zeal=np.full(counties, 0.5),
        tax_jin_per_mou=tax_jin_per_mou, tax_by_norm=False, survey=False, weather_by_county=np.ones(counties),
        weather_normal=False, weather_without_chance=False, reserve_jin=reserve_jin,
    )
