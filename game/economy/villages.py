"""The villages as a struct of arrays: (strata, villages), or (villages,) for what a village has in common."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from operator import is_
from typing import Any, Final

import numpy as np

from game.base.exact import Array, Indices, cell_sum, ratio

STRATA: Final = ("many-hands", "short-of-both", "middling", "well-found", "short-handed")
"""Households by hands and land: much labour on little land; little of both; the middle; land, hands, an ox;
much land and few hands. The class label is kept apart (``middle_share``): all 87 founding households of four
trial cooperatives were middle peasants (Hou p. 96), so labels alone do not tell who joins."""

STAPLES: Final = ("wheat", "millet", "maize")
"""Winter wheat, sown in autumn and reaped in summer; millet; maize and the other coarse grains. The last two are sown
in spring and reaped in autumn."""
WHEAT, MILLET, MAIZE = range(3)

FACTORS: Final = (
    "staples", "repair", "sowing", "labour", "draught", "effort", "manure", "inputs", "ploughs", "methods", "scale",
    "plots", "waterworks", "weather",
)
"""What makes a year's yield differ from the normal, in the order in which causes are told; weather comes last."""

LOWER, HIGHER, COMMUNE = 0.0, 1.0, 2.0
"""Codes of ``form``: land is paid for; land is not paid for; part of a commune of many villages."""


Kept = dict[str, tuple[tuple[Array, ...], Array]]


@dataclass(frozen=True)
class Villages:
    """Every village of the prefecture at the end of a season. Grain, households and animals are whole.

    Shapes: S strata, V villages. Units in the names; shares and factors are fractions.
    """

    county: Indices
    """(V,) index of the county."""
    soil: Array
    """(V,) yield of the village's soil against the prefecture's mean, 1 = mean."""
    exposure: Array
    """(V,) how strongly bad weather strikes here, 1 = mean."""
    district: Indices
    """(V,) index of the district, counted through the prefecture: how far a rumour runs."""
    near_seat: Array
    """(V,) 1 at the county seat, 0 at the county's far end."""
    temper: Array
    """(V,) how eager the village's cadres are by themselves, near-normal around 0."""
    zeal: Array
    """(V,) how eagerly the village's cadres carry out what is asked, 0-1."""

    households: Array
    """(S, V) households."""
    people: Array
    """(S, V) persons."""
    men: Array
    """(S, V) full labourers among men."""
    women: Array
    """(S, V) women able to work in the fields."""
    middle_share: Array
    """(S, V) share of households labelled middle or upper-middle peasant."""
    activist_share: Array
    """(S, V) share of households with a Party or Youth League member."""

    land_mou: Array
    """(S, V) farmed land, mou, as registered."""
    hidden_mou: Array
    """(S, V) farmed land on no register, mou."""
    staple_share: Array
    """(3, V) share of the grain land under each of STAPLES; wheat's is that of the crop now in the ground."""
    cash_share: Array
    """(V,) share of households' sown area under cash crops this year."""
    coop_cash_share: Array
    """(V,) the same on cooperative land."""
    coop_land_mou: Array
    """(S, V) registered land that is farmed in common, mou; part of ``land_mou``."""
    leavers_mou: Array
    """(S, V) land of members who have left that is still farmed in common, mou; part of ``coop_land_mou``."""
    damage: Array
    """(V,) share of the yield still lost to what the war left behind."""
    irrigated: Array
    """(V,) share of the land that waterworks in good order water."""
    norm_jin_per_mou: Array
    """(V,) surveyed normal yield, jin a mou; 0 before a survey."""
    stand: Array
    """(S + 1, V) what this year's crop has come to so far, 1 = a normal stand; set anew each spring.

    The last row is cooperative land; see ``fields``."""
    factors: Array
    """(F, V) this year's yield factors by cause (FACTORS), area-weighted over strata."""
    last_factors: Array
    """(F, V) the same for the last completed harvest year."""
    grain_area_mou: Array
    """(V,) this harvest year's grain area, hidden land included, mou."""
    last_grain_area_mou: Array
    """(V,) the same for the last completed harvest year."""
    harvest_jin: Array
    """(V,) grain reaped so far in this harvest year, jin."""
    last_harvest_jin: Array
    """(V,) grain of the last completed harvest year, jin."""
    coop_harvest_jin: Array
    """(V,) grain reaped so far this harvest year on cooperative land, jin."""
    yield_jin_per_mou: Array
    """(V,) grain over grain area of the last completed harvest, jin a mou."""

    oxen: Array
    """(S, V) draught animals owned by households, head."""
    pooled_oxen: Array
    """(V,) draught animals held by cooperatives, head."""
    ox_condition: Array
    """(S + 1, V) how well the animals have been fed of late, 1 = well; the last row is the common herd."""
    animal_price_jin: Array
    """(V,) what a draught animal sells for, jin of grain."""
    ploughs: Array
    """(V,) new-style ploughs."""

    grain_jin: Array
    """(S, V) grain in store, jin of unhusked grain."""
    hidden_jin: Array
    """(S, V) grain in store that no one is told of, jin."""
    collective_hidden_jin: Array
    """(2, V) grain that a collective keeps back: its harvest company, its brigade (Wong, section 12), jin."""
    fund_jin: Array
    """(V,) community funds of teams and cooperatives, jin."""
    quota_jin: Array
    """(V,) grain to be sold to the state out of the last harvest, jin."""
    quota_left_jin: Array
    """(V,) what of it has not been delivered, jin."""
    burden: Array
    """(V,) share of the last harvest that the state bought and did not sell back."""
    cash_yuan: Array
    """(S, V) money, old yuan."""
    debt_yuan: Array
    """(S, V) owed to the state by households, old yuan."""
    owed_yuan: Array
    """(S, V) owed to neighbours, old yuan; in each village as much as is lent."""
    lent_yuan: Array
    """(S, V) lent to neighbours, old yuan."""
    coop_debt_yuan: Array
    """(V,) owed to the state by cooperatives, old yuan."""
    sales: Array
    """(3, V) last season's market: surplus (jin), share of it sold, jin sold for want of money (market.SALES)."""
    sold_jin: Array
    """(V,) grain sold on the market last season, jin."""
    food_jin: Array
    """(V,) grain there was to eat last season, jin."""
    mouths: Array
    """(V,) head-years that grain had to feed until the next harvest."""
    nourished: Array
    """(S, V) what has been eaten of late against what is enough, 1 = enough; with memory."""

    supply_share: Array
    """(V,) share of households with a share in a supply-and-marketing cooperative."""
    sects: Array
    """(V,) share of households that have turned to old gods and sects."""
    in_town: Array
    """(V,) share of men who have left for work in a town, beside those whom the orders send away."""
    rationed: Array
    """(V,) how far the common kitchen has learned to ration, 0-1."""
    team_real: Array
    """(S, V) share of households in mutual-aid teams that work."""
    team_nominal: Array
    """(S, V) share of households in teams that exist on a list only."""
    form: Array
    """(V,) form of the village's cooperatives: LOWER, HIGHER or COMMUNE."""
    cooperatives: Array
    """(V,) producers' cooperatives; of a higher one or a commune the village's part counts as one."""
    coop_households: Array
    """(S, V) households in producers' cooperatives."""
    joined_for: Array
    """(4, V) member households by reason: ambition, not to lag, ties, gain (Hou p. 97-98)."""

    work_day_jin: Array
    """(V,) what a day's work points were worth at the last share-out, jin."""
    trust: Array
    """(V,) trust in the Party's word, 0-1."""
    fear: Array
    """(V,) fear that what one has will be taken, 0-1."""
    land_price_jin_per_mou: Array
    """(V,) what a mou sells for, jin."""

    kept: Kept = field(default_factory=dict, init=False, repr=False, compare=False)
    """What was reckoned from some of the arrays, with these: good as long as they are the very same."""

    def reckoned(self, name: str, of: tuple[Array, ...], reckon: Callable[[], Array]) -> Array:
        """What is reckoned from these arrays, once in a season if they stay as they are. Not to be changed in place."""
        known = self.kept.get(name)
        if known is not None and all(map(is_, known[0], of)):
            return known[1]
        found = reckon()
        found.flags.writeable = False
        self.kept[name] = (of, found)
        return found

    def _summed(self, name: str) -> Array:
        rows = getattr(self, name)
        return self.reckoned(name, (rows,), lambda: cell_sum(rows))

    @property
    def homes(self) -> Array:
        """(V,) households."""
        return self._summed("households")

    @property
    def persons(self) -> Array:
        """(V,) people."""
        return self._summed("people")

    @property
    def members(self) -> Array:
        """(V,) households in producers' cooperatives."""
        return self._summed("coop_households")

    @property
    def registered_mou(self) -> Array:
        """(V,) registered land, mou."""
        return self._summed("land_mou")

    @property
    def common_mou(self) -> Array:
        """(V,) land that is farmed in common, mou."""
        return self._summed("coop_land_mou")

    @property
    def member_share(self) -> Array:
        """(S, V) share of the stratum's households that are in cooperatives."""
        of = (self.coop_households, self.households)
        return self.reckoned("member_share", of, lambda: ratio(*of))

    @property
    def members_of_homes(self) -> Array:
        """(V,) share of the village's households that are in cooperatives."""
        of = (self.members, self.homes)
        return self.reckoned("members_of_homes", of, lambda: ratio(*of))

    @property
    def count(self) -> int:
        """Number of villages."""
        return int(self.county.shape[0])

    def only(self, chosen: Indices) -> Villages:
        """These villages alone, in this order. Shapes: chosen (any,) of village indices."""
        return Villages(**{name: getattr(self, name)[..., chosen] for name in FIELDS})

    def part(self, rows: slice) -> Villages:
        """A run of villages, sharing memory with these."""
        return Villages(**{name: getattr(self, name)[..., rows] for name in FIELDS})

    def digest(self) -> str:
        """A hash of everything, the same on every machine."""
        found = hashlib.sha256()
        for name in FIELDS:
            values = getattr(self, name)
            kind = "<i8" if values.dtype.kind == "i" else "<f8"
            found.update(name.encode() + np.ascontiguousarray(values, dtype=kind).tobytes())
        return found.hexdigest()


FIELDS: Final = tuple(each.name for each in fields(Villages) if each.name != "kept")
"""Names of the arrays, in order."""

ROWS: Final[Mapping[str, int]] = dict.fromkeys(
    ("households", "people", "men", "women", "middle_share", "activist_share", "land_mou", "hidden_mou",
     "coop_land_mou", "leavers_mou", "oxen", "grain_jin", "hidden_jin", "cash_yuan", "debt_yuan", "owed_yuan",
     "lent_yuan", "nourished", "team_real", "team_nominal", "coop_households"), len(STRATA),
) | dict.fromkeys(("stand", "ox_condition"), len(STRATA) + 1) | dict.fromkeys(
    ("factors", "last_factors"), len(FACTORS)
) | {"sales": 3, "joined_for": 4, "staple_share": len(STAPLES), "collective_hidden_jin": 2}
"""Rows of the arrays that have any; the others are (V,)."""


def empty_villages(count: int) -> Villages:
    """Villages in which there is nothing yet. Shapes: as Villages says."""
    arrays: dict[str, Any] = {
        name: np.zeros((ROWS[name], count) if name in ROWS else count) for name in FIELDS
    }
    arrays["county"] = arrays["district"] = np.zeros(count, dtype=np.intp)
    return Villages(**arrays)
