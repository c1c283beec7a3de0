"""The villages as a struct of arrays: (strata, villages), or (villages,) for what a village has in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from game.base.exact import Array, Indices

STRATA: Final = ("many-hands", "short-of-both", "middling", "well-found", "short-handed")
"""Households by hands and land: much labour on little land; little of both; the middle; land, hands, an ox;
much land and few hands. The class label is kept apart (``middle_share``): all 87 founding households of four
trial cooperatives were middle peasants (Hou p. 96), so labels alone do not tell who joins."""


@dataclass(frozen=True, slots=True)
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
    cash_share: Array
    """(V,) share of this year's sown area under cash crops."""
    stand: Array
    """(S, V) what this year's crop has come to so far, 1 = a normal stand; set anew each spring."""
    factors: Array
    """(F, V) this year's yield factors by cause (see harvest.FACTORS), area-weighted over strata."""
    last_factors: Array
    """(F, V) the same for the last harvest year."""
    yield_jin_per_mou: Array
    """(V,) grain over grain area of the last completed harvest, jin a mou."""

    oxen: Array
    """(S, V) draught animals owned by households, head."""
    pooled_oxen: Array
    """(V,) draught animals held by cooperatives, head."""
    ploughs: Array
    """(V,) new-style ploughs."""

    grain_jin: Array
    """(S, V) grain in store, jin of unhusked grain."""
    hidden_jin: Array
    """(S, V) grain in store that no one is told of, jin."""
    fund_jin: Array
    """(V,) community funds of teams and cooperatives, jin."""
    cash_yuan: Array
    """(S, V) money, old yuan."""
    debt_yuan: Array
    """(S, V) owed to the state, old yuan."""

    team_real: Array
    """(S, V) share of households in mutual-aid teams that work."""
    team_nominal: Array
    """(S, V) share of households in teams that exist on a list only."""
    cooperatives: Array
    """(V,) producers' cooperatives."""
    coop_households: Array
    """(S, V) households in producers' cooperatives."""
    joined_for: Array
    """(4, V) member households by reason: ambition, not to lag, ties, gain (Hou p. 97-98)."""

    trust: Array
    """(V,) trust in the Party's word, 0-1."""
    fear: Array
    """(V,) fear that what one has will be taken, 0-1."""
    land_price_jin_per_mou: Array
    """(V,) what a mou sells for, jin."""

    @property
    def count(self) -> int:
        """Number of villages."""
        return int(self.county.shape[0])
