"""The coefficients of the economic core: each with its unit, and its source or why it was assumed.

Pages are of Hou unless another source is named. Numbers that belong to a place (soil, land, rates of tax) stand in
content/rules, not here. Tuples by quarter run spring, summer, autumn, winter; tuples by stratum as STRATA, by
staple as STAPLES.
"""

from __future__ import annotations

from dataclasses import dataclass, field

ByQuarter = tuple[float, float, float, float]
ByStratum = tuple[float, float, float, float, float]
ByReason = tuple[float, float, float, float]
ByStaple = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class StrataParams:
    """How households differ within a village when the villages are founded; multiples of the village's mean."""

    share: ByStratum = (0.22, 0.08, 0.38, 0.20, 0.12)
    """Share of households. Assumed: about half only just feed themselves, one in fifteen cannot (p. 70)."""
    persons: ByStratum = (1.12, 0.88, 0.98, 1.10, 0.78)
    """Persons a household. Assumed: many hands go with many mouths (p. 59 n. 30 on divided families)."""
    land_a_head: ByStratum = (0.93, 0.82, 0.99, 1.06, 1.22)
    """Land a head. Between poor (3.3) and middle peasants (3.5) it was nearly equal (p. 15); the rest assumed."""
    hands_a_head: ByStratum = (1.16, 0.86, 1.00, 1.00, 0.76)
    """Labourers a head. Assumed, from what the strata are called."""
    oxen: ByStratum = (0.70, 0.10, 0.95, 1.90, 0.85)
    """Draught animals a household. Assumed: the poor own next to none, a well-found household one in two or more."""
    store: ByStratum = (0.82, 0.55, 0.93, 1.36, 1.42)
    """Grain in store a head. Assumed, to spread stores as widely as Wuxiang's six villages show (p. 70)."""
    middle: ByStratum = (0.80, 0.55, 0.92, 0.97, 0.88)
    """Share labelled middle or upper-middle peasant; the mean is 86 % (Wuxiang 1948, p. 60)."""
    activists: ByStratum = (0.10, 0.07, 0.10, 0.09, 0.07)
    """Share with a Party or Youth League member. Assumed: 22 members in one village (p. 57), some households two."""


@dataclass(frozen=True, slots=True)
class FoundingParams:
    """How villages differ from each other."""

    size_spread: float = 0.28
    """Deviation of a village's households from the mean, as a share. Assumed: hamlets and market villages."""
    soil_spread: float = 0.10
    """Deviation of soil within a county, as a share of yield. Assumed."""
    trust_spread: float = 0.06
    """Deviation of trust and fear within a county. Assumed."""
    villages_a_district: float = 45.0
    """Villages in a district. Assumed: about eight districts a county."""
    men_a_head: float = 0.29
    """Full male labourers a head: 1.2 a household. Yaoshanggou counts 28 labourers in one cooperative (p. 99)."""
    women_a_head: float = 0.27
    """Women able to work in the fields, a head. Assumed."""
    supply_share: float = 0.15
    """Households with a share in a supply-and-marketing cooperative. Assumed."""
    cash_yuan_a_head: float = 9000.0
    """Money in a household, old yuan a head. Assumed: about ten jin of grain."""


@dataclass(frozen=True, slots=True)
class WeatherParams:
    """Weather around the documented factor."""

    county_spread: float = 0.030
    """Deviation of a county's factor in a season that counts fully. Assumed: dry-farmed loess plateau."""
    village_spread: float = 0.055
    """Deviation of a village's factor: hail, frost and floods strike narrowly. Assumed."""
    weight: ByQuarter = (0.7, 1.0, 0.6, 0.0)
    """How much of that spread a quarter has: summer rain decides; winter has none here. Assumed."""
    lowest: float = 0.25
    """Floor of a factor: something always comes up. Assumed."""
    highest: float = 1.35
    """Ceiling of a factor. Assumed."""


@dataclass(frozen=True, slots=True)
class LabourParams:
    """Labour-days: in surplus most of the year, short while the fields are sown and reaped."""

    days: ByQuarter = (75.0, 78.0, 78.0, 62.0)
    """Working days a labourer has in a quarter. Assumed: festivals and foul weather taken off."""
    need_days_per_mou: ByQuarter = (2.2, 2.4, 2.6, 0.4)
    """Field days a mou. Sums to 7.6: ten labourers are enough for 367 mou (p. 99), some 280 days each."""
    peak_days: ByQuarter = (24.0, 40.0, 25.0, 62.0)
    """Days within which the pressing work must be done: sowing, the wheat, the autumn harvest. Assumed."""
    peak_need_days_per_mou: ByQuarter = (1.45, 1.2, 1.5, 0.2)
    """Pressing work, days a mou. Assumed; makes households with few hands short."""
    peak_loss: ByQuarter = (0.40, 0.15, 0.35, 0.0)
    """Share of the yield lost if none of the pressing work is done in time. Assumed."""
    men_away_usual: float = 0.03
    """Fraction of men away whom the count of hands leaves out already. Assumed: soldiers, cadres, town work."""
    women_pay_usual: float = 0.45
    """Pay, of a man's, at which women give the field days that are asked: below one half (p. 124)."""
    nurseries: float = 0.15
    """Field days that women gain in the common field where kitchens and nurseries take work off them (Facts and
    Details, Library of Congress on the communes: released for projects). Assumed size."""
    women_pay_weight: float = 0.5
    """How their field days rise and fall with pay in the common field. Assumed size."""
    sideline_share: float = 0.32
    """Share of spare days for which a household farming alone finds side work. Assumed: towns bought little."""
    sideline_need: float = 2.0
    """How much more of it those with little land a head look for. Assumed: side work was one of two secrets of
    survival (p. 54-55)."""
    sideline_supply: float = 0.15
    """Part of the side work that a closed market ends which supply-and-marketing cooperatives keep up, where all hold a
    share: in practice they were shops (p. 55). Assumed."""
    sect_days: float = 0.05
    """Days lost to prayer and meetings by households that have turned to sects. Assumed."""
    coop_sideline_share: float = 0.5
    """The same in a cooperative: half of the surplus labourers found work (p. 101)."""
    sideline_yuan_per_day: float = 1800.0
    """What a day of side work brings, old yuan. Assumed: about two jin of grain."""
    sowing_campaign_lost: float = 0.20
    """Share of sowing labour that meetings and campaigns take at middling force. Assumed."""
    deep_ploughing_days_per_mou: float = 6.0
    """Spring labour-days that digging a mou deep takes besides. Assumed: by hand, a foot down."""
    drafted_strongest: float = 2.2
    """Hands that the pressing work loses for each that is drafted: the strongest are taken, in the weeks that count
    (Facts and Details, Account of the Great Leap Forward: women, elders and boys were left with the harvest). Assumed
    size."""
    weakness: float = 0.7
    """Labour lost for each unit by which people have been underfed of late. Assumed; people sleep at the field's
    edge (Wong, section 10)."""
    sideline_trade_closed: float = 0.55
    """Side work found where the market is closed, over that found where it is free. Assumed; carts and smithies stood
    idle in 1953 (p. 167), and household crafts lost their buyers (Wong, section 5)."""
    sideline_trade_licensed: float = 0.8
    """The same on licensed market days. Assumed."""
    lateness_loss: float = 0.55
    """Yield lost for the share of sowing labour taken away: failure at sowing dooms the year (p. 93). Assumed size."""


@dataclass(frozen=True, slots=True)
class EffortParams:
    """Work done per labour-day; see labour.effort."""

    share_weight: float = 2.0
    """Weight of the share of the return that comes back to the household. Assumed."""
    trust_weight: float = 1.2
    """Weight of trust. Assumed."""
    fear_weight: float = 1.6
    """Weight of the fear that it will be taken (p. 98, 165-166). Assumed size."""
    threshold: float = 0.954
    """Assumed, so that a household in quiet times works at about three quarters of what it could."""
    normal: float = 0.765
    """Effort at which a field gives its normal yield. Follows from the four above in quiet times."""
    yield_weight: float = 0.20
    """Part of effort that shows in the yield. Assumed: most of what is sown grows by itself."""
    crowd_households: float = 2000.0
    """Households managed as one at which one's own part of a common return halves; it falls with the square root of
    the number. Assumed; slack work in common, p. 38, 158."""
    pay_weight: float = 0.55
    """Part of the common return that is felt as one's own only if it is paid by work. Assumed; pay without regard to
    work, Facts and Details on the communes, Mazur section 3 on Dazhai's pay."""
    levelled: float = 0.3
    """Part of one's own return that is felt to be lost where a commune levels all differences between its villages.
    Assumed."""
    zeal: float = 0.9
    """Added where all members joined from ambition: the founders did their best to make it pay (p. 104)."""


@dataclass(frozen=True, slots=True)
class DraughtParams:
    """Draught animals: oxen and donkeys, counted in head."""

    mou_per_head: float = 42.0
    """Land that one animal ploughs in time. Assumed: under two mou a day for a month, lent around."""
    hand_dug_loss: float = 0.20
    """Yield lost where no animal ploughs. Assumed."""
    feed_jin_per_season: ByQuarter = (50.0, 10.0, 35.0, 45.0)
    """Grain an ox is fed in a season, jin; it grazes in summer. Assumed: poor north-China practice, 100-300 jin a
    year."""
    straw_jin_per_season: float = 30.0
    """Straw and stalks besides, as jin of grain they would buy. Assumed; not part of the grain account."""
    work_days_per_season: float = 22.0
    """Days an ox works in a season. Assumed: some ninety a year."""
    pay_jin_per_day: float = 3.0
    """What a labourer's day is paid, jin. Assumed: twice what a man eats on a working day."""
    births_per_year: float = 0.105
    """Calves a head and year, counted in spring. Assumed: herds were growing again after the war."""
    deaths_per_season: float = 0.016
    """Animals lost to age and illness, a head and season. Assumed."""
    starved_deaths: float = 0.10
    """Further deaths a season if not fed at all. Assumed; thin animals died in common stalls (p. 155)."""
    neglect_deaths: float = 0.05
    """Further deaths a season of pooled animals for which nobody cares (p. 155). Assumed size."""
    fear_sold_from: float = 0.25
    """Fear above which owners begin to sell (p. 162, 166). Assumed."""
    fear_sold_per_season: float = 0.22
    """Share sold or eaten a season for fear beyond that. Assumed."""
    pooled_when_asked: float = 0.15
    """Share of founding members' animals bought into common property when members may choose. Assumed: hire was the
    rule in 1951, the accounts list hire of animals (p. 100-101)."""
    price_jin: float = 1500.0
    """What an ox sells for in quiet times, jin of grain. Assumed."""
    price_fear: float = 1.3
    """How far fear above its home pushes that price down; owners ate, gave away or sold theirs (p. 162, 166). Assumed
    size."""
    price_lowest: float = 0.15
    """What is left of the price at the least: hide and meat. Assumed."""
    pooled_by_zeal_from: float = 0.305
    """Cadres' zeal from which a new cooperative pools every animal though members may choose (p. 153: 76 % did).
    Assumed."""
    unpaid_sold: float = 0.06
    """Share of the animals in teams and cooperatives that owners sell or eat in a season if nothing at all is paid for
    their work, so much less as it covers their fodder (p. 162). Assumed size."""
    feared_pooling: float = 0.25
    """Share of a herd sold or eaten in a season for each unit by which it is to be pooled below its price, where a
    whole county is still to come in, is pressed to, and may not leave again (p. 166). Assumed size."""
    underpaid_from: float = 0.7
    """Compensation below which owners feel plundered. Assumed (p. 154)."""


@dataclass(frozen=True, slots=True)
class StapleParams:
    """The three staples: winter wheat, millet, maize with the other coarse grains. Shares of land stand with counties.

    No document gives a size for any of them here; millet is the grain in which everything is told.
    """

    seed_jin_per_mou: ByStaple = (8.0, 4.4, 8.0)
    """Seed, jin a mou; wheat is sown in autumn, the others in spring. Assumed: sown thick, and sown again where a dry
    spring killed it."""
    yields: ByStaple = (0.80, 1.0, 1.14)
    """Grain of a mou over millet's. Assumed: dry wheat gives less, maize more, together what the normal yield says."""
    summer_usual: float = 0.168
    """Wheat's part of the year's grain where it nearly feeds the summer. Follows from the land and the yields."""
    seasons_without_wheat: float = 4.3
    """Seasons longer that spring's store must last for each unit by which wheat is less of the year's grain than usual.
    Follows from what a year gives over what it takes."""
    price: ByStaple = (1.25, 1.0, 0.90)
    """What a jin is worth over millet's. Assumed: wheat is sold, coarse grain is eaten."""
    speed: float = 0.25
    """Part of the way that a village's sowing moves in a year towards what it would rather grow. Assumed."""
    lean_to_maize: float = 0.6
    """Share of the land added to maize for each unit by which people have been underfed: it fills more bowls a mou.
    Assumed."""
    wheat_for_market: float = 0.15
    """Part of the wheat that is grown to be sold, and left out as the market closes. Assumed."""


@dataclass(frozen=True, slots=True)
class CropParams:
    """Manure, implements, scale, cash crops."""

    manure_weight: float = 0.13
    """Share of the yield that hangs on manure. Assumed (night soil left uncollected, p. 165)."""
    manure_fear: float = 0.9
    """How fear keeps manure off the land (p. 98, 166). Assumed size."""
    manure_careless: float = 0.4
    """Part of the manure that is carried however little anyone cares. Assumed."""
    manure_oxen_per_mou: float = 0.028
    """Animals a mou at which manure is normal. Assumed: the mean of 1950."""
    credit_gain: float = 0.11
    """Yield gained by buying manure, seed and tools without limit. Assumed."""
    credit_half_yuan_per_mou: float = 32000.0
    """Credit a mou that brings half of that gain, old yuan. Assumed."""
    plough_mou: float = 60.0
    """Land that one new plough turns in a season. Assumed."""
    plough_gain: float = 0.08
    """Yield gained on that land by ploughing deeper. Assumed; peasants doubted it (p. 59-60)."""
    strips_gain: float = 0.065
    """Yield gained by joining strips at the manageable size (p. 101: land consolidated, extra acreage). Assumed."""
    manageable_households: float = 20.0
    """Members that can still be managed (p. 158)."""
    unmanageable_households: float = 100.0
    """Members that practically cannot be (p. 158)."""
    unmanageable_loss: float = 0.10
    """Yield lost at that size. Assumed."""
    cash_obedience: float = 0.6
    """Part of an ordered change of cash crops that is carried out at full force. Hill farmers plant grain first
    (p. 62). Assumed size."""
    cash_habit: float = 0.065
    """Cash crops that households plant by themselves: 590 of 9,080 thousand mou (p. 110, early 1953)."""
    coop_cash_share: float = 0.125
    """Cash crops that a cooperative plants (p. 99)."""
    cash_yuan_per_mou: float = 150000.0
    """What a mou of cotton or tobacco brings, old yuan. Assumed: a quarter more than grain."""
    close_planting_loss: float = 0.20
    """Yield lost on land sown several times as thick. Assumed: plants choke; the documents tell of the order and of
    lost crops, not of a size (Facts and Details, Mao Goes Nutty)."""
    close_planting_seed: float = 2.0
    """Seed that it takes besides, over the usual. Assumed."""
    deep_ploughing_gain: float = 0.02
    """Yield gained on land dug deep, where hands are left for it. Assumed: raw soil comes up."""
    plots_gain: float = 0.45
    """Yield gained on what land a member keeps, when nearly all else is pooled: garden care, all the night soil.
    Assumed (plots that families ate from, Wong section 8)."""
    mended_a_year: float = 0.28
    """Share of war damage that a year mends. Assumed; by 1949 two thirds of the villages had passed their pre-war
    output (p. 53)."""
    improved_a_year: float = 0.020
    """Yield gained in a year in peace by selected seed, compost and wells beside the waterworks, share of the normal
    yield. Assumed."""
    improved_most: float = 0.18
    """Most that such improvement comes to. Assumed."""
    watered_gain: float = 0.25
    """Yield gained on watered land. Assumed."""
    watered_most: float = 0.22
    """Share of the land that can be watered at all on the plateau. Assumed."""
    works_days_per_mou: float = 70.0
    """Labour-days that it takes to water a mou. Assumed."""
    works_hurry: float = 12.0
    """How much of the work is wasted as more labour is drafted at once: half at one twelfth of it. Assumed; canals
    without surveys (Facts and Details, Mao Goes Nutty; Mazur section 4: 69 dams washed away in Jimo)."""
    works_decay_a_year: float = 0.08
    """Share of it that silts up in a year. Assumed."""
    spoiled_per_season: float = 0.006
    """Grain lost to mice and damp, share of store a season. Assumed."""


@dataclass(frozen=True, slots=True)
class CoopParams:
    """Producers' cooperatives: who joins, and how the harvest is shared out."""

    reasons: ByReason = (45.0, 15.0, 13.0, 14.0)
    """Founding households by reason, of 87: ambition, not to lag, ties, gain (p. 97-98; the last by subtraction)."""
    inputs_share: float = 0.20
    """Seed, fodder, fertiliser and hire of animals, as a share of land output (p. 95; 106 of 501 dan, p. 100)."""
    bargained_fund_low: float = 0.02
    """Fund where the yield equals the village's mean (p. 100 n. 17)."""
    bargained_fund_quarter: float = 0.05
    """Fund where the yield is a quarter above it (p. 100 n. 17)."""
    bargained_fund_half: float = 0.125
    """Fund where the yield is half above it: 10-15 % (p. 100 n. 17)."""
    bargained_land_high: float = 0.42
    """Land's share at the lowest fund (p. 100: 37-42 %)."""
    bargained_land_low: float = 0.37
    """Land's share at a fund of 15 % (p. 100); what is left to labour is then 56 to 48 %, as documented."""
    bargained_fund_most: float = 0.15
    """The highest fund of those accounts (p. 100)."""
    repaid_first_year: float = 0.10
    """Share of state loans that a cooperative pays back after its first harvest (p. 101, 108)."""
    repaid_most_of_output: float = 0.12
    """Repayment stops at this share of output. Assumed: 70 of 693 dan were paid (p. 101)."""
    leave_a_year: float = 0.02
    """Members who leave in a winter though all is well, where leaving is allowed. Assumed."""
    leave_underpaid: float = 0.5
    """Further share for each unit by which members' income falls short of their neighbours'. Assumed."""
    waits_most_share: float = 0.6
    """Share of a village's middle-peasant households that may be entered at a founding. Assumed ceiling."""
    grows_a_season: float = 0.5
    """Part of the way to the size asked that cooperatives grow in a season. Assumed (Guo Yu'en: 18 to 46, p. 148)."""
    pressed_from: float = 0.3
    """Campaign force above which households are pressed to join. Assumed: the quiet value."""
    pressed_full: float = 0.85
    """Campaign force at which all are, where cadres are eager. Assumed."""
    pressed_with_exit: float = 0.35
    """What is left of the pressure where members may leave. Assumed."""
    joined_for_purchase: float = 1.5
    """Further share pressed to join for each unit of harvest that the state bought, above a tenth: middle peasants came
    in for fear of losing their grain (p. 200). Assumed size."""
    unfit_gap: float = 0.041
    """How far the common effort may lie under the village's own before a cooperative would fail an honest test.
    Assumed; the five standards of 1953 (p. 175-177) ask whether members gain."""


@dataclass(frozen=True, slots=True)
class CadreParams:
    """Village cadres, between villagers and superiors."""

    zeal_home: float = 0.15
    """Zeal of a middling village's cadres where nothing is pressed. Assumed."""
    zeal_force: float = 0.55
    """Zeal added by full campaign force above the quiet 0.3, where the county's office is as eager. Assumed."""
    zeal_county: float = 0.3
    """Zeal added by an eager county office, lost by a slow one. Assumed (Licheng against Wuxiang, p. 146-147)."""
    zeal_temper: float = 0.07
    """Zeal by a deviation of temper. Assumed."""
    zeal_hunger: float = 0.8
    """Zeal lost where the cadres' own village goes hungry: they look away (Wong, sections 11-12). Assumed size."""
    speed: float = 0.4
    """Part of the way that zeal moves in a season. Assumed."""


@dataclass(frozen=True, slots=True)
class HidingParams:
    """Grain that is kept from the state's sight at three levels (Wong, section 12), and found again."""

    household_share: float = 0.5
    """Share of its new grain that a household hides for each unit of burden above the usual. Assumed."""
    household_most: float = 0.12
    """Most of it that can be hidden. Assumed: pits, walls, relatives."""
    company_share: float = 0.3
    """Share of the common harvest that the harvest company keeps back, by burden as above. Assumed."""
    brigade_share: float = 0.4
    """Share that the brigade keeps back, where its cadres are not eager. Assumed."""
    searched: float = 0.6
    """How far searches at full force keep people from hiding. Assumed."""
    found: float = 0.35
    """Hidden grain that a season of searches at full force finds, where cadres are eager. Assumed."""
    handed_out: float = 0.5
    """Part of what a collective hides that reaches its members' hands in a season (bigger loaves, Wong section 12).
    Assumed."""
    smoke: float = 0.5
    """Part of hidden grain that cannot be cooked where all eat in canteens and chimneys are watched (Wong, section 11).
    Assumed."""


@dataclass(frozen=True, slots=True)
class PurchaseParams:
    """The state's purchase of grain."""

    progressive_least: float = 0.75
    """Rate over the standing one on the smallest surplus, if it is progressive. Assumed."""
    progressive_gain: float = 1.25
    """Further rate for each unit of the surplus over the harvest. Assumed."""
    progressive_most: float = 1.30
    """Highest rate over the standing one. Assumed."""
    norm_memory: float = 0.3
    """How far a filed harvest above the true one raises the surveyed norm. Assumed: norms were read off past claims."""
    floor_jin: float = 165.0
    """Grain, jin a head and year, that collectors never reach into. Assumed, under the half jin a day of a North China
    village in the famine (Wong, section 9)."""
    reach: float = 1.0
    """Part of the grain beyond that floor, seed and feed which collectors can take in a season at full force. Assumed;
    at lesser force so much less."""
    supplied_jin: float = 300.0
    """Grain, jin a head and year, up to which the state counts a village as short and supplies it. Assumed, below the
    ration norm: the purchase was a purchase and supply."""
    deficit_supplied: float = 0.6
    """Part of what short villages lack, by the harvest that was filed for them, that the province sends. Assumed."""
    remitted_below: float = 0.9
    """Share of the normal harvest below which tax laid by norms is remitted, by the harvest that was filed. Assumed."""
    remitted: float = 1.5
    """Tax remitted for each unit by which the filed harvest lies below that. Assumed."""
    in_autumn: float = 0.8
    """Part of the quota that is due at the autumn harvest; the rest in winter. Assumed."""
    state_price: float = 0.8
    """What the state pays, over the market's price. Assumed; bought low (Wong, section 4)."""


@dataclass(frozen=True, slots=True)
class TeamParams:
    """Mutual-aid teams: usefulness makes teams, pressure makes lists."""

    useful_base: float = 0.164
    """Share of households in working teams where hands and animals are evenly spread: kin and custom. Assumed."""
    useful_gain: float = 0.75
    """Added for the share of pressing work that sharing would relieve. Assumed."""
    useful_trust: float = 0.25
    """Added for trust. Assumed."""
    season: ByQuarter = (1.08, 1.00, 0.90, 0.94)
    """Formed in spring, loosened in summer, gone in autumn (p. 124). Assumed sizes."""
    speed: float = 0.35
    """Part of the way to its aim that a share moves in a season. Assumed."""
    useful_pressure: float = 0.59
    """Added to working teams for pressure beyond the usual 0.35: some that were ordered did work. Assumed."""
    pressed_onto_lists: float = 0.50
    """Share of unorganised households that full pressure puts on a list. Assumed: 15 % to nearly none were real
    under full pressure (p. 36, 118)."""
    credit_half_yuan: float = 60000.0
    """Team credit a household that would put half of the rest on a list (p. 119: teams for loans). Assumed."""
    credit_lists: float = 0.16
    """Most that credit adds to lists. Assumed."""
    households_a_team: float = 10.0
    """Households in a team, to count those that stand on a list only. Assumed, between six to eight (Baum, The Mutual
    Aid Stage) and the twenty-five of Jincheng (p. 160)."""
    shared: float = 0.75
    """Part of hands and animals that a working team shares at the peak. Assumed."""


@dataclass(frozen=True, slots=True)
class GrainParams:
    """Tax in kind, the market, and the kitchen."""

    summer_tax: float = 0.15
    """Share of the year's tax taken after the wheat harvest. Assumed: about wheat's share of grain."""
    seasons_to_feed: ByQuarter = (1.22, 1.02, 3.18, 2.18)
    """Seasons that the store must last at the time of eating, with a few days over; wheat nearly feeds the summer.
    Follows from the crops."""
    meals: ByQuarter = (0.98, 1.02, 1.03, 0.97)
    """How much is eaten against the year's mean: thin in spring, better after harvest. Assumed."""
    eaten_most_jin: float = 455.0
    """Grain a person eats in a year when there is plenty, jin. The nation's mean reached 440 in 1952 (p. 60-61)."""
    eaten_least_jin: float = 235.0
    """Grain below which nobody goes while there is any, jin a year. Assumed."""
    eaten_enough_jin: float = 360.0
    """What people try to reach by buying, jin a year. Assumed, below the Party's 400 (p. 55)."""
    kept_jin: float = 432.0
    """What a household lays by before it calls grain surplus, jin a head and year. Assumed."""
    canteen_most_jin: float = 480.0
    """Grain a person eats in a year while the common kitchen sets no limit, jin. Assumed (eat your fill, Facts and
    Details on the communes' first months)."""
    canteen_trust: float = 0.30
    """Zeal-weighted belief with which a new kitchen feeds without a limit, 0-1. Assumed."""
    canteen_wasted: float = 0.05
    """Grain wasted by a common kitchen, share of its meals. Assumed."""
    canteen_alarm_jin: float = 330.0
    """Grain left to last, jin a head and year, under which a kitchen begins to ration. Assumed."""
    rationing_learned: float = 0.85
    """How much of the way to rationing a kitchen goes in a season of alarm. Assumed."""
    rationing_forgotten: float = 0.08
    """How much of it a season without alarm undoes. Assumed."""
    supply_cheaper: float = 0.05
    """How much less salt, cloth and oil cost members of a supply-and-marketing cooperative. Assumed; in practice they
    were ordinary shops (p. 55)."""
    supply_speed: float = 0.12
    """Part of the way to what is asked that membership moves in a season. Assumed."""
    trade_licensed: float = 0.4
    """Part of the market's trade that goes on on licensed days. Assumed."""
    stolen: float = 0.25
    """Share of a common fund that is stolen in a season for each unit of hunger (Wong, sections 11-12). Assumed."""
    ladle: ByStratum = (0.97, 0.86, 1.00, 1.08, 0.99)
    """What a person is served from a common pot, over an even part: those at the ladle favour their own (Facts and
    Details, Great Leap Forward Devolution Into the Great Famine). Assumed sizes."""
    begged_for: float = 0.25
    """Part of what is lacking to the line of relief that people go out to beg for. Assumed; in four villages of Tunliu
    17 begged where 55 fled (p. 170)."""
    given_to_beggars: float = 0.02
    """Part of what a household has beyond its own bare table that it gives at the door in a season. Assumed."""
    beggars_held: float = 0.9
    """Begging that full registration and militia prevent (Wong, sections 10-11). Assumed size."""
    no_market: float = 0.5
    """Begging that ends with the town markets, to which it was tied (Wong, section 11). Assumed size."""
    no_stoves: float = 0.9
    """Begging that canteens end, since nobody cooks at home and smoke gives it away (Wong, section 11). Assumed
    size."""
    kin_keep_jin: float = 290.0
    """Grain to last, jin a head and year, beyond which a household gives to kin who have nothing. Assumed."""
    given_to_kin: float = 0.32
    """Share of its surplus that a household gives to neighbours who have nothing. Assumed."""
    enough_jin: float = 210.0
    """Below this eaten, jin a year, more die than in ordinary times. Assumed: what lean years always cost is in the
    normal death rate."""
    hard_labour: float = 0.35
    """How much more is enough for each unit of labour drafted to works and furnaces. Assumed; half a jin a day barely
    kept people alive at rest (Wong, section 9)."""
    relief_line_jin: float = 320.0
    """Relief fills up to this, jin a year. Assumed: enough to work on, below the Party's minimum."""
    hungry_line_jin: float = 350.0
    """Below this, jin a year, a household cannot meet its needs. Assumed, so that about as many people fall below it
    as households did in six villages of Wuxiang: 6.5 % (p. 70)."""
    party_minimum_jin: float = 400.0
    """The Party's minimum a year (p. 55); the aid agencies said 600, the peasants 700 (p. 54)."""
    sold_of_surplus: ByQuarter = (0.20, 0.25, 0.38, 0.32)
    """Share of the surplus sold, at trust one half and no fear. Assumed, so that about half as much as before the war
    comes to market (p. 60, 203)."""
    sold_trust: float = 0.8
    """How trust moves that share. Assumed."""
    sold_fear: float = 0.6
    """How fear moves that share: hold on to what one has. Assumed."""
    purse_yuan_a_head: float = 15000.0
    """Money a person keeps by before spending on better clothes and tools, old yuan. Assumed."""
    spent_beyond: float = 0.35
    """Share of what is beyond that purse spent in a season. Assumed."""
    needs_yuan_a_head: float = 8000.0
    """Money a person needs in a season for salt, cloth and oil, old yuan. Assumed: about ten jin."""
    sold_for_need_most: float = 0.05
    """Most of its grain that a household sells for want of money in a season. Assumed."""
    bought_dearer: float = 1.15
    """Price paid by those who buy, against the price at which others sell. Assumed."""


@dataclass(frozen=True, slots=True)
class CreditParams:
    """State loans."""

    interest_per_year: float = 0.12
    """Interest, a year. Assumed."""
    repaid_per_year: float = 0.5
    """Share of household debt that falls due after the harvest. Assumed."""
    remitted_half: float = 0.10
    """Debt over a year's common harvest at which half of what may be struck off is (p. 182: the more was owed, the more
    was let off). Assumed size."""
    cash_for_debt: float = 0.3
    """Most of its money that a household gives for debt in a season. Assumed."""


@dataclass(frozen=True, slots=True)
class DealingsParams:
    """Lending and sale of land among neighbours."""

    blamed: float = 0.4
    """Part of such dealings that goes on where they are called capitalist but not forbidden (p. 128, 131). Assumed
    size."""
    fear: float = 2.5
    """How fear keeps people from lending and buying: nobody wants to be called a usurer (p. 11, 59). Assumed size."""
    lent_of_surplus: float = 0.3
    """Part of its surplus that a household lends in a season where it may. Assumed."""
    interest_per_year: float = 0.30
    """Interest, a year. Assumed: the usual two to three per cent a month; no rate is documented here."""
    lapsing_a_year: float = 0.3
    """Part of private debts that is struck off in a year where lending is barred. Assumed."""
    pressing: float = 0.5
    """Part of what is owed that a lender presses for in winter. Assumed."""
    sold_most: float = 0.25
    """Most of its own land that a household in need sells in a winter. Assumed; a few sold all (p. 61, 71)."""
    sold_at_once: float = 0.22
    """Part of its land that a seller parts with, to count sellers. Assumed."""
    sold_for_luck: float = 0.03
    """Land offered in a winter by those whom misfortune or a better trade moves to sell, share (p. 61: in five villages
    35 households were selling and four had sold out). Assumed size."""
    into_land: float = 0.8
    """Part of the money beyond its purse that a household would put into land in a winter. Assumed."""


@dataclass(frozen=True, slots=True)
class StandingParams:
    """Households that come down in the world and that go up."""

    bad_luck: float = 0.012
    """Households that fall a rung in a year by death of a worker or an animal, a failed side business, more mouths: 19
    of some 290 in under two years (p. 61), want included."""
    pinched: float = 0.06
    """Further share for each unit by which the store falls short of what people try to eat. Assumed."""
    good_luck: tuple[float, float] = (0.08, 0.016)
    """Households that rise in a year by work and growing children, of those short of both and of the middling. Assumed:
    in even times as many as fall."""
    plenty: float = 0.15
    """Further share for each unit by which the store exceeds what people try to eat. Assumed."""
    helped: float = 0.4
    """How far working teams keep households from falling: slower and less where people help each other (p. 71). Assumed
    size."""
    carried_down: float = 0.75
    """What a falling household has of animals, grain, money and land, over its neighbours' mean. Assumed."""
    carried_up: float = 1.15
    """The same of one that rises. Assumed."""


@dataclass(frozen=True, slots=True)
class PeopleParams:
    """Births, deaths, flight."""

    hunger_deaths: float = 0.13
    """Excess deaths a season, share of people, for want times want and illness; see people.dying_of_want. Assumed."""
    illness: float = 0.13
    """Want at which illness among the weakest, infants and the old takes as many as hunger itself. Assumed."""
    hunger_births: float = 1.6
    """How strongly lasting want keeps births away. Assumed."""
    memory: float = 0.4
    """Weight of this season in lasting nourishment. Assumed: most of it within a year."""
    flight: float = 0.25
    """Share who leave in a season if nothing were eaten; grows with the square of the want. Assumed."""
    weakened: float = 1.5
    """How much more deadly want is to those who have long been underfed. Assumed."""
    controlled: float = 0.85
    """Flight that full registration and militia prevent. Assumed (Wong, sections 9-10)."""
    health: float = 0.16
    """Deaths more or fewer for each unit by which public health work differs from the usual half. Assumed."""
    caught_up: float = 0.5
    """Births more than usual, when want has ended, for each unit by which people were underfed. Assumed."""
    to_town: float = 0.02
    """Share of men who would go where land is worth nothing and nobody is held: any trade is better than tilling (p.
    167). Assumed size."""
    to_town_speed: float = 0.25
    """Part of the way that their number moves in a season. Assumed."""
    sent_home_yuan: float = 60000.0
    """Money that a man in town sends home in a season, old yuan. Assumed: about seventy jin of grain, a small part of a
    wage of which half a month was worth an autumn harvest (p. 167)."""
    divided_a_year: float = 0.016
    """Households that divide in a winter, share. Assumed: as people grow in number."""


@dataclass(frozen=True, slots=True)
class MoodParams:
    """Trust in the Party's word, and the fear that what one has will be taken; both 0-1, both with memory."""

    trust_home: float = 0.62
    """Trust to which an untroubled village returns. Assumed: land and peace after the war."""
    fear_home: float = 0.13
    """Fear to which it returns: the levelling of 1946-48 is remembered (p. 59). Assumed size."""
    memory: float = 0.10
    """Part of the way home in a season. Assumed: what is done is remembered some two years."""
    hunger: float = 0.9
    """Trust lost for each unit of want. Assumed."""
    relief: float = 0.25
    """Trust gained for relief, by share of a season's food. Assumed."""
    tax: float = 0.10
    """Trust lost after a harvest for each unit by which tax exceeds a fifth of it. Assumed."""
    harvest: float = 0.10
    """Trust gained for each unit by which a harvest beats the last one. Assumed."""
    force: float = 0.035
    """Trust lost, and half as much fear gained, for full campaign force above a quiet 0.3. Assumed."""
    sowing: float = 0.05
    """Trust lost when sowing is disturbed wholly. Assumed."""
    drafted: float = 0.15
    """Trust lost for each unit of labour drafted. Assumed."""
    barred: float = 0.02
    """Trust lost in a season in which side work is barred. Assumed."""
    held: float = 0.010
    """Trust lost by members who may not leave. Assumed."""
    plundered: float = 0.25
    """Trust lost and fear gained where animals are taken below their price. Assumed."""
    trial: float = 0.055
    """Fear gained in a village with a new cooperative, a third of it in its district (p. 98), while cooperatives are
    new there. Assumed size."""
    pooling: float = 0.05
    """Fear gained a season in a district with cooperatives where animals are always pooled, while all are still
    private. Assumed."""
    purchase: float = 0.12
    """Trust lost for each unit of the year's harvest that the state buys, beyond a twentieth. Assumed."""
    searched: float = 0.025
    """Trust lost, and half as much fear gained, in a season of searches at full force. Assumed."""
    form: float = 0.04
    """Trust lost and fear gained where a village's land passes to a higher form. Assumed."""
    methods: float = 0.004
    """Trust lost in a season in which all land is planted or dug as ordered. Assumed."""
    away: float = 0.08
    """Fear in a season for each unit of men taken away beyond the usual, where land is worth staying for (p. 56, 167).
    Assumed."""
    sects: float = 0.02
    """Trust lost in a season where all have turned to sects. Assumed."""
    sects_from: float = 0.22
    """Fear above which people begin to pray to old gods again (1953, p. 168): none in the quiet years. Assumed size."""
    sects_fear: float = 1.5
    """Share of households that turn to them for each unit of fear above that. Assumed."""
    sects_hunger: float = 0.8
    """The same for each unit of want. Assumed."""
    sects_hidden: float = 0.5
    """How far full campaign force keeps them from it, or from showing it. Assumed."""
    sects_speed: float = 0.3
    """Part of the way that their share moves in a season. Assumed."""
    price_fear: float = 210.0
    """How the square of the fear above its home pushes the price of land down: a little fear hardly, some eight
    hundredths until nobody buys (1953, p. 167). Assumed size."""


@dataclass(frozen=True, slots=True)
class Params:
    """All coefficients of the core."""

    strata: StrataParams = field(default_factory=StrataParams)
    founding: FoundingParams = field(default_factory=FoundingParams)
    weather: WeatherParams = field(default_factory=WeatherParams)
    labour: LabourParams = field(default_factory=LabourParams)
    effort: EffortParams = field(default_factory=EffortParams)
    draught: DraughtParams = field(default_factory=DraughtParams)
    staples: StapleParams = field(default_factory=StapleParams)
    crops: CropParams = field(default_factory=CropParams)
    coops: CoopParams = field(default_factory=CoopParams)
    cadres: CadreParams = field(default_factory=CadreParams)
    hiding: HidingParams = field(default_factory=HidingParams)
    purchase: PurchaseParams = field(default_factory=PurchaseParams)
    teams: TeamParams = field(default_factory=TeamParams)
    grain: GrainParams = field(default_factory=GrainParams)
    credit: CreditParams = field(default_factory=CreditParams)
    dealings: DealingsParams = field(default_factory=DealingsParams)
    standing: StandingParams = field(default_factory=StandingParams)
    people: PeopleParams = field(default_factory=PeopleParams)
    mood: MoodParams = field(default_factory=MoodParams)
