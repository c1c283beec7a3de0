"""The grain account of a season: every jin that comes in or goes out, by cause and village."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from game.base.exact import Array, cell_sum
from game.base.refusal import InvariantError
from game.economy.villages import Villages

IN: Final = ("harvest", "relief", "bought", "alms-had", "commune-gave")
"""Ways by which grain comes into a village."""

OUT: Final = ("seed", "feed", "tax", "procurement", "sold", "eaten", "spoiled", "alms-given", "commune-took")
"""Ways by which grain leaves a village's stores."""


def stored(villages: Villages) -> Array:
    """All grain in a village: households' stores, hidden stores, common funds. Shapes: (V,). Units: jin."""
    return cell_sum(villages.grain_jin) + all_hidden(villages) + villages.fund_jin


def all_hidden(villages: Villages) -> Array:
    """Grain that no one is told of, households' and collectives'. Shapes: (V,). Units: jin."""
    return cell_sum(villages.hidden_jin) + cell_sum(villages.collective_hidden_jin)


@dataclass(frozen=True, slots=True)
class Account:
    """Grain flows by cause, whole jin. Shapes: each (V,)."""

    flows: Mapping[str, Array] = field(default_factory=dict)

    def entered(self, cause: str, jin: Array) -> Account:
        """The account with one more entry. Shapes: jin (V,) or (rows, V), never negative."""
        amount = jin if jin.ndim == 1 else cell_sum(jin)
        return Account({**self.flows, cause: self.flows[cause] + amount if cause in self.flows else amount})

    def of(self, cause: str, like: Array) -> Array:
        """What came or went by a cause, zeros if nothing did. Shapes: (V,), as ``like``."""
        return self.flows.get(cause, np.zeros_like(like))

    def assert_balanced(self, before: Villages, after: Villages) -> None:
        """Check each village to the jin.

        Raises: InvariantError if grain was made or lost, or a cause is unknown.
        """
        unknown = set(self.flows) - set(IN) - set(OUT)
        if unknown:
            raise InvariantError(f"grain flows without a place in the account: {sorted(unknown)}")
        left = stored(before)
        for cause, jin in self.flows.items():
            left = left + jin if cause in IN else left - jin
        gap = np.abs(left - stored(after)).max()
        if gap != 0.0:
            raise InvariantError(f"grain is not conserved: off by {gap} jin in one village")
