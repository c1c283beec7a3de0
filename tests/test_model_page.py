"""The equations that docs/model.md tells carry the coefficients of today."""

from pathlib import Path

import pytest

from game.economy.params import Params
from game.economy.villages import STRATA

MODEL = " ".join((Path(__file__).parents[1] / "docs" / "model.md").read_text(encoding="utf-8").split())
P = Params()
CADRES, CROPS, COOPS, DRAUGHT, EFFORT, GRAIN = P.cadres, P.crops, P.coops, P.draught, P.effort, P.grain
DEALINGS, STANDING, STAPLES, CREDIT = P.dealings, P.standing, P.staples, P.credit
HIDING, LABOUR, MOOD, PEOPLE, PURCHASE, TEAMS, WEATHER = (
    P.hiding, P.labour, P.mood, P.people, P.purchase, P.teams, P.weather,
)  # fmt: skip


def two(value: float) -> str:
    """At least two decimals, more where there are more: 0.30, 0.055."""
    return f"{value:.2f}" if round(value, 2) == value else f"{value:g}"


QUOTED = {
    "weather": f"w ({WEATHER.county_spread:.3f} n_county + {WEATHER.village_spread:.3f} n_village)",
    "zeal": (
        f"aim = {CADRES.zeal_home:g} + {CADRES.zeal_force:g} f (0.5 + county_zeal) + {CADRES.zeal_county:g}"
        f" (county_zeal - 0.5) + {CADRES.zeal_temper:g} temper - {CADRES.zeal_hunger:g} hunger"
    ),
    "pressed": f"force (0.7 + 0.6 zeal) + {COOPS.joined_for_purchase:g} (burden - 0.1)+",
    "who may be entered": f"up to `{COOPS.waits_most_share:g} + {1 - COOPS.waits_most_share:g} pressed` of them",
    "animals pooled": (
        f"pools {DRAUGHT.pooled_when_asked:g} of its members' herd, all of it where cadres' zeal is"
        f" {DRAUGHT.pooled_by_zeal_from:g} or more"
    ),
    "plundered": f"plundered = ({DRAUGHT.underpaid_from:g} - livestock_compensation)+",
    "hands": f"(1 - labour_drafted) (1 - {LABOUR.weakness:g} (1 - nourished)+)",
    "hands left at the peak": f"left = (1 - {LABOUR.drafted_strongest - 1:.3g} d / max(1 - d, 0.5))+",
    "sowing lost": f"sowing_lost = {two(LABOUR.sowing_campaign_lost)} (0.5 + campaign_force)",
    "works": f"dug = days waterworks_share / (1 + {CROPS.works_hurry:g} labour_drafted)",
    "side work": f"finds work for {LABOUR.sideline_share:g} of it",
    "side work without a market": (
        f"{LABOUR.sideline_trade_closed:g} of it where the market is closed, {LABOUR.sideline_trade_licensed:g} where"
    ),
    "effort": (
        f"effort = logistic({EFFORT.share_weight:.1f} own + {EFFORT.trust_weight:.1f} trust - {EFFORT.fear_weight:.1f}"
        f" fear - {EFFORT.threshold:g})"
    ),
    "common effort": (
        f"crowd (1 - {EFFORT.pay_weight:g} (1 - pay_by_work)) + {EFFORT.zeal / EFFORT.share_weight:.3g}` (share of"
    ),
    "crowd": f"crowd = 1 / (1 + sqrt(managed / {EFFORT.crowd_households:.0f}))",
    "animals sold": (
        f"{DRAUGHT.fear_sold_per_season:g} (fear - {DRAUGHT.fear_sold_from:g})+ + {DRAUGHT.feared_pooling:g}"
        f" ({DRAUGHT.underpaid_from:g} - livestock_compensation)+"
    ),
    "ill-paid animals": f"{DRAUGHT.unpaid_sold:g} (1 - income / fodder)+",
    "animal price": (
        f"animal_price = {DRAUGHT.price_jin:.0f} max(1 - {DRAUGHT.price_fear:g} (fear - {MOOD.fear_home:g})+,"
        f" {DRAUGHT.price_lowest:g})"
    ),
    "repair": (
        f"max({1 - CROPS.mended_a_year:g} damage - {CROPS.improved_a_year:.3f}, -{CROPS.improved_most:g})"
    ),
    "late sowing": f"(1 - {LABOUR.lateness_loss:g} sowing_lost)",
    "peak loss": "loss {:.2f}, {:.2f}, {:.2f} by quarter".format(*LABOUR.peak_loss[:3]),
    "hand-dug": f"1 - {DRAUGHT.hand_dug_loss:.2f} (1 - ploughed)",
    "effort in the yield": f"1 + {EFFORT.yield_weight:.2f} part (effort / {EFFORT.normal:g} - 1)",
    "manure": (
        f"1 + {CROPS.manure_weight:g} (heap (1 - {CROPS.manure_fear:g} (fear - 0.13)+) ({CROPS.manure_careless:g} +"
        f" {1 - CROPS.manure_careless:g} work) - 1)"
    ),
    "inputs": f"1 + {CROPS.credit_gain:g} saturation(credit a mou, {CROPS.credit_half_yuan_per_mou:,.0f} yuan)",
    "ploughs": f"1 + {CROPS.plough_gain:g} (share of land under new ploughs)`, {CROPS.plough_mou:g} mou each",
    "methods": (
        f"1 - ({two(CROPS.close_planting_loss)} close_planting - {two(CROPS.deep_ploughing_gain)} deep_ploughing) zeal"
    ),
    "scale": f"1 + {CROPS.strips_gain:g} min(n / 20, 1) - {two(CROPS.unmanageable_loss)} clip((n - 20) / 80; 0, 1)",
    "plots": f"1 + {CROPS.plots_gain:g} pooled^2",
    "waterworks": f"1 + {CROPS.watered_gain:g} irrigated",
    "households hide": f"min({HIDING.household_share:g} threatened, {HIDING.household_most:g})",
    "collectives hide": (
        f"{HIDING.company_share:g} threatened (1 - zeal)` of the common harvest and the brigade"
        f" `{HIDING.brigade_share:g} threatened (1 - zeal)"
    ),
    "searches": f"A search finds `{HIDING.found:g} grain_searches zeal`",
    "norm": f"max(1 + {PURCHASE.norm_memory:g} (claimed_over_true - 1), 0.5)",
    "remission": f"clip({PURCHASE.remitted:g} ({PURCHASE.remitted_below:g} - filed yield / normal yield); 0, 1)",
    "rate": (
        f"min({PURCHASE.progressive_least:g} + {PURCHASE.progressive_gain:g} surplus / claimed,"
        f" {PURCHASE.progressive_most:.2f})"
    ),
    "reach": f"a floor of {PURCHASE.floor_jin:g} jin a year to the next harvest",
    "state's price": f"paid at {PURCHASE.state_price:g} of the market's price",
    "supply": (
        f"villages below `needs({PURCHASE.supplied_jin:g})` by the filed harvest count as short;"
        f" {PURCHASE.deficit_supplied:g} of that"
    ),
    "relief": f"lack to {GRAIN.eaten_least_jin:g} jin a year the share `relief` is given first",
    "line of relief": f"then of the lack to {GRAIN.relief_line_jin:g}.",
    "surplus": f"beyond seed, feed and {GRAIN.kept_jin:g} jin a year",
    "ladle": f"a *ladle* of {min(GRAIN.ladle):g} (short of both) to {max(GRAIN.ladle):g} (well-found)",
    "kitchen": f"clip(mean + ({GRAIN.canteen_most_jin:g} - mean)+ x free; {GRAIN.eaten_least_jin:g}, 480)",
    "belief": f"free = {two(GRAIN.canteen_trust)} (0.5 + zeal) (1 - rationed)",
    "alarm": (
        f"under {GRAIN.canteen_alarm_jin:g} jin a year, `rationed` goes {GRAIN.rationing_learned:g} of the way to 1"
    ),
    "meals": f"between {GRAIN.eaten_least_jin:g} and {GRAIN.eaten_most_jin:g} jin",
    "kin": f"Kin give {GRAIN.given_to_kin:g} of what they have beyond {GRAIN.kin_keep_jin:g} jin a year",
    "enough": f"enough = {GRAIN.enough_jin:g} (1 + {GRAIN.hard_labour:g} labour_drafted)",
    "hungry": f"{GRAIN.party_minimum_jin:g} and below {GRAIN.hungry_line_jin:g} are in the table",
    "deaths": (
        f"people x {two(PEOPLE.hunger_deaths)} want (want + {PEOPLE.illness:g})"
        f" (1 + {PEOPLE.weakened:g} (1 - nourished)+)"
    ),
    "public health": f"2 x {PEOPLE.health:g} (0.5 - public_health)",
    "flight": f"{PEOPLE.flight:g} want^2 (1 - {PEOPLE.controlled:g} movement_control)",
    "births": f"(1 - {PEOPLE.hunger_births:g} (1 - nourished))+ + {PEOPLE.caught_up:g} (1 - nourished)+ [no want]",
    "seed": "({:g}, {:g}, {:g} jin a mou of wheat, millet, maize)".format(*STAPLES.seed_jin_per_mou),
    "grain by staple": "grain ({:g}, {:g}, {:g} of millet's)".format(*STAPLES.yields),
    "price by staple": "price ({:g}, {:g}, {:g})".format(*STAPLES.price),
    "lasting": f"{STAPLES.seasons_without_wheat:g} seasons longer for each unit by which wheat is less than",
    "maize": f"habit + {STAPLES.lean_to_maize:g} (1 - nourished)",
    "wheat": f"habit (1 - {STAPLES.wheat_for_market:g} (1 - market))",
    "levelling": f"1 - {EFFORT.levelled:g} commune_levelling",
    "unfit": f"common effort {COOPS.unfit_gap:g} under",
    "struck off": f"debt_relief d / (d + {CREDIT.remitted_half:g})",
    "dealings": f"{DEALINGS.blamed:g} where called capitalist, 0 barred",
    "usurers": f"(1 - {DEALINGS.fear:g} (fear - {MOOD.fear_home:g})+)+",
    "lending": (
        f"{DEALINGS.lent_of_surplus:g} of what neighbours have beyond {GRAIN.kept_jin:g} jin. It is owed in money at"
        f" the day's price, at {DEALINGS.interest_per_year:.0%}"
    ).replace("30%", "30 %"),
    "lapsing": f"barred {DEALINGS.lapsing_a_year:g} of all debts lapse",
    "land offered": f"the greater of {DEALINGS.sold_for_luck:g} of its own land",
    "land wanted": f"neighbours bid {DEALINGS.into_land:g} of their money",
    "sellers": f"parted with {DEALINGS.sold_at_once:g} of his land",
    "falling": f"({STANDING.bad_luck:g} + {STANDING.pinched:g} pinched) (1 - {STANDING.helped:g} team_real) own",
    "rising": (
        f"(luck + {STANDING.plenty:g} plenty) own` of those short of both (luck {STANDING.good_luck[0]:g}) and the"
        f" middling ({STANDING.good_luck[1]:g})"
    ),
    "carried": (
        f"{STANDING.carried_down:g} of the mean of animals, grain, money and land, who rises {STANDING.carried_up:g}"
    ),
    "nurseries": f"{LABOUR.nurseries:g} more where canteens and nurseries",
    "days of prayer": f"{LABOUR.sect_days:g} of the days of those who have turned to sects",
    "begging": f"1 - {GRAIN.beggars_held:g} movement_control",
    "alms": f"up to {GRAIN.given_to_beggars:g} of what they have beyond {GRAIN.kin_keep_jin:g} jin",
    "trade cooperatives": f"pay {GRAIN.supply_cheaper:g} less for salt and cloth",
    "men in town": f"`{PEOPLE.to_town:g} (1 - land price",
    "sects": (
        f"min({MOOD.sects_fear:g} (fear - {MOOD.sects_from:g})+ + {MOOD.sects_hunger:g} want, 1)"
        f" (1 - {MOOD.sects_hidden:g} campaign_force)"
    ),
    "teams": (
        f"({TEAMS.useful_base:g} + {TEAMS.useful_gain:g} sharing_gain + {TEAMS.useful_trust:g} trust +"
        f" {TEAMS.useful_pressure:g} (team_pressure - 0.35)+)"
    ),
    "land price": f"land price = 975 soil (1 - {MOOD.price_fear:g} (fear - {MOOD.fear_home:g})+^2)+",
    "trust": f"falls by {MOOD.hunger:g} a unit of want, {MOOD.drafted:g} of labour drafted, {MOOD.plundered:g} of",
}  # fmt: skip
"""What model.md must say, word for word, by what it is about."""


@pytest.mark.parametrize("about", QUOTED)
def test_the_model_quotes_coefficients_as_they_are(about: str):
    """When a coefficient has changed, docs/model.md is to say what stands here."""
    assert QUOTED[about] in MODEL


def test_the_model_names_the_strata_that_the_ladle_serves_least_and_best():
    least, most = GRAIN.ladle.index(min(GRAIN.ladle)), GRAIN.ladle.index(max(GRAIN.ladle))
    assert (STRATA[least], STRATA[most]) == ("short-of-both", "well-found")
