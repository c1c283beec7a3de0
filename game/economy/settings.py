"""The standing decisions: what a desk, a card or a policy can set, for the whole prefecture or for some counties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Value = float | bool | str
Desk = Literal["production", "organisation", "grain", "cadres", "world"]


@dataclass(frozen=True, slots=True)
class Setting:
    """One standing decision: its desk, unit, allowed values and meaning (for authors and docs/policies.md)."""

    id: str
    desk: Desk
    default: Value
    unit: str
    meaning: str
    low: float = 0.0
    high: float = 1.0
    choices: tuple[str, ...] = ()
    open_to: str = ""
    """What else a choice may name: things that the rules define."""

    @property
    def kind(self) -> Literal["number", "switch", "choice"]:
        """A number in a range, a switch, or one of some words."""
        if self.choices:
            return "choice"
        return "switch" if isinstance(self.default, bool) else "number"

    def accepts(self, value: object) -> bool:
        """Whether the value is of the right kind and in range."""
        if self.kind == "switch":
            return isinstance(value, bool)
        if self.kind == "choice":
            return isinstance(value, str) and value in self.choices
        number = isinstance(value, int | float) and not isinstance(value, bool)
        return number and self.low <= float(value) <= self.high  # type: ignore[arg-type]


SETTINGS: Final[dict[str, Setting]] = {
    setting.id: setting
    for setting in (
        Setting("cash_crop_share", "production", 0.065, "share of sown area",
                "What households are told to put under cotton, tobacco and other crops for sale.", 0.0, 0.4),
        Setting("new_ploughs", "production", 60.0, "ploughs a county a year",
                "New-style ploughs sold on credit through the trade cooperatives.", 0.0, 800.0),
        Setting("sideline_work", "production", "free", "", "Carrying, brewing, pigs, wage work: when it is allowed.",
                choices=("free", "winter", "barred")),
        Setting("labour_drafted", "production", 0.0, "fraction of labour",
                "Labour taken from the villages for works of the prefecture, in every season.", 0.0, 0.5),
        Setting("waterworks_share", "production", 1.0, "share of drafted labour",
                "Drafted labour that digs canals and reservoirs; the rest is at furnaces and on roads.", 0.0, 1.0),
        Setting("close_planting", "production", 0.0, "share of grain land",
                "Land on which seed is ordered to be sown several times as thick.", 0.0, 1.0),
        Setting("deep_ploughing", "production", 0.0, "share of grain land",
                "Land that is ordered to be dug deep by hand.", 0.0, 1.0),
        Setting("women_in_fields", "production", 0.35, "of a man's field days",
                "Field days that a woman able to work is expected to give.", 0.0, 1.0),
        Setting("men_away", "production", 0.03, "fraction of men",
                "Men in the army, in towns, or sent elsewhere as cadres.", 0.0, 0.3),
        Setting("team_pressure", "organisation", 0.3, "0-1",
                "How hard counties press households into mutual-aid teams.", 0.0, 1.0),
        Setting("coop_households", "organisation", 20.0, "households",
                "Size asked of a producers' cooperative; of a higher one or a commune, the size managed as one.",
                5.0, 6000.0),
        Setting("dissolve_unfit", "organisation", 0.0, "share of unfit cooperatives",
                "Cooperatives whose members would do better alone that are dissolved in the season.", 0.0, 1.0),
        Setting("forms_may_fall", "organisation", False, "",
                "Whether a village whose form is above the target goes back to the one that is asked."),
        Setting("commune_levelling", "organisation", 0.0, "share of the difference",
                "What a commune takes from richer villages' funds for its poorer ones each winter.", 0.0, 1.0),
        Setting("coop_target", "organisation", 0.0, "share of households",
                "Households that counties are told to bring into cooperatives.", 0.0, 1.0),
        Setting("higher_coop_target", "organisation", 0.0, "share of villages",
                "Villages whose cooperatives are told to become higher ones: nothing is paid for land.", 0.0, 1.0),
        Setting("commune_target", "organisation", 0.0, "share of villages",
                "Villages that are told to be part of a commune.", 0.0, 1.0),
        Setting("land_share", "organisation", 0.30, "share of land output after the fund",
                "What is paid to land brought in; labour has the rest.", 0.0, 0.6),
        Setting("community_fund_rate", "organisation", 0.20, "share of output",
                "What is set aside as common fund before the share-out.", 0.0, 0.3),
        Setting("inputs_repaid", "organisation", False, "",
                "Whether the cooperative repays owners for seed, fodder and fertiliser."),
        Setting("members_bargain", "organisation", True, "",
                "Whether members may rewrite the shares before the share-out."),
        Setting("pool_livestock", "organisation", "when-asked", "",
                "Whether draught animals pass into common property.", choices=("never", "when-asked", "always")),
        Setting("livestock_compensation", "organisation", 0.8, "fraction of market value",
                "What owners are paid for pooled animals.", 0.0, 1.2),
        Setting("ox_labourers", "organisation", 1.5, "labourers",
                "Labourers that an ox lent to a team or a cooperative is counted as, when work is paid.", 0.0, 2.5),
        Setting("exit_allowed", "organisation", True, "", "Whether members of a cooperative may leave."),
        Setting("leavers_land", "organisation", "after-harvest", "",
                "When those who leave have their land back.", choices=("at-once", "after-harvest", "kept")),
        Setting("private_plots", "organisation", 0.22, "share of members' land",
                "Land that members keep outside the cooperative.", 0.0, 0.5),
        Setting("women_pay", "organisation", 0.45, "of a man's pay",
                "What a woman is credited for a day in the common field.", 0.0, 1.2),
        Setting("pay_by_work", "organisation", 1.0, "share of what is paid to labour",
                "Paid by work points; the rest is given by heads, whoever worked.", 0.0, 1.0),
        Setting("coop_loan_yuan", "grain", 6_800_000.0, "old yuan a cooperative a year",
                "State loan to each producers' cooperative.", 0.0, 15_000_000.0),
        Setting("team_loan_yuan", "grain", 20_000.0, "old yuan a household in teams a year",
                "State credit to households in mutual-aid teams.", 0.0, 200_000.0),
        Setting("household_loan_yuan", "grain", 5_000.0, "old yuan a household a year",
                "State credit to households farming alone.", 0.0, 200_000.0),
        Setting("debt_relief", "grain", 0.0, "share of the debt",
                "State debts of cooperatives that are struck off after the harvest, more for those who owe more.",
                0.0, 1.0),
        Setting("supply_coops", "grain", 0.25, "share of households",
                "Households that are to hold a share in a supply-and-marketing cooperative.", 0.0, 1.0),
        Setting("relief", "grain", 0.5, "fraction of the shortfall",
                "How much of what hungry households lack is given from the reserve, while it lasts.", 0.0, 1.0),
        Setting("procurement_rate", "grain", 0.0, "share of the surplus",
                "Part of the assessed surplus that is to be sold to the state.", 0.0, 1.0),
        Setting("procurement_basis", "grain", "reported", "",
                "Which harvest the surplus is assessed on: the one that was filed, or the true one.",
                choices=("reported", "actual")),
        Setting("procurement_progressive", "grain", True, "",
                "Whether a larger surplus is charged at a higher rate; otherwise at one flat rate."),
        Setting("delivery_force", "grain", 0.3, "0-1",
                "How far into a household's own food collectors go to fill the quota.", 0.0, 1.0),
        Setting("ration_norm", "grain", 360.0, "jin a head and year",
                "Grain that is reckoned as needed before a surplus begins.", 200.0, 600.0),
        Setting("resale_share", "grain", 0.35, "share of the purchase",
                "Part of the state's purchase that stays in the prefecture to be sold back.", 0.0, 1.0),
        Setting("grain_trade", "grain", "free", "",
                "The grain market: free, only on licensed days, or closed.", choices=("free", "licensed", "closed")),
        Setting("private_dealings", "grain", "free", "",
                "Lending at interest and sale of land among households: free, called capitalist, or forbidden.",
                choices=("free", "blamed", "barred")),
        Setting("grain_searches", "grain", 0.0, "0-1",
                "How hard hidden grain is searched for.", 0.0, 1.0),
        Setting("canteens", "grain", False, "",
                "Whether members of collectives eat from one kitchen."),
        Setting("sowing_campaigns", "cadres", False, "",
                "Whether meetings and campaigns go on while the fields are sown."),
        Setting("campaign_force", "cadres", 0.3, "0-1",
                "How hard campaigns are pressed in the villages.", 0.0, 1.0),
        Setting("movement_control", "cadres", 0.0, "0-1",
                "Registration and militia that keep people from leaving.", 0.0, 1.0),
        Setting("public_health", "cadres", 0.5, "0-1",
                "Midwives, inoculation, clean wells: a half is what the normal death rate of the year reckons with.",
                0.0, 1.0),
        Setting("weather", "world", "drawn", "",
                "The weather: drawn by seed around the documented years, factor 1 everywhere, or a named series.",
                choices=("drawn", "normal"), open_to="weather-series"),
    )
}
