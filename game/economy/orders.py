"""What the prefecture asks of its villages in one season, as arrays by county. Plain data, no rules."""

from __future__ import annotations

from dataclasses import dataclass

from game.base.exact import Array


@dataclass(frozen=True, slots=True)
class Orders:
    """One season's orders and shocks. Shapes: all (C,), C counties; settings mean what SETTINGS says.

    Switches are 0 or 1; ``sideline_work`` 0 barred, 1 winter, 2 free; ``pool_livestock`` 0 never, 1 when asked,
    2 always; ``leavers_land`` 0 kept, 1 after harvest, 2 at once.
    """

    cash_crop_share: Array
    new_ploughs: Array
    sideline_work: Array
    labour_drafted: Array
    team_pressure: Array
    coop_households: Array
    land_share: Array
    community_fund_rate: Array
    inputs_repaid: Array
    members_bargain: Array
    pool_livestock: Array
    livestock_compensation: Array
    exit_allowed: Array
    leavers_land: Array
    private_plots: Array
    coop_loan_yuan: Array
    team_loan_yuan: Array
    household_loan_yuan: Array
    relief: Array
    sowing_campaigns: Array
    campaign_force: Array

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

    tax_jin_per_mou: float
    """Tax of the harvest year on registered land, jin a mou. Source: the scenario."""
    weather_by_county: Array
    """Documented yield factor of the season by county, 1 = normal; chance is added around it."""
    weather_normal: bool
    """Factor exactly 1 in every village, whatever is documented."""
    reserve_jin: float
    """Grain that the prefecture can give as relief this season, jin."""
