"""Why a figure changed: by cause, in the figure's own unit, adding up exactly.

An indicator is carried from what it was to what it is in steps; each step replaces one thing by what it became and is
booked under that cause. Figures stand in whole fixed-point steps, so the differences add up without a remainder.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import repeat
from typing import Final

from game.base.exact import Array, Groups, Steps, ratio, stepped, sums_and_whole

EXPLAINED: Final = (
    "yield", "output", "organised", "animals", "grain_sold", "grain_per_head", "stored", "trust", "fear", "population",
)
"""Indicators whose changes are explained."""


@dataclass(frozen=True, slots=True)
class Chain:
    """An indicator carried from its old to its new value. Shapes: each array (V,).

    ``parts`` start with the old value; each later part bears the cause that was replaced. An indicator with ``per``
    is the ratio of the two (jin a mou, jin a head), the others are sums.
    """

    causes: tuple[str, ...] = ()
    parts: tuple[Array, ...] = ()
    per: tuple[Array, ...] = ()
    under: tuple[int, ...] = ()
    """Which of ``per`` each part is divided by: most steps leave it as it was."""

    def then(self, cause: str, part: Array, per: Array | None = None) -> Chain:
        """The chain one step on; ``per`` stays as it was if not given.

        Every village's chain has the same steps: where one has no meaning, hand on the array before it.
        """
        base = self.per if per is None else (*self.per, per)
        under = (*self.under, len(base) - 1) if base else ()
        return Chain((*self.causes, cause), (*self.parts, part), base, under)

    def added_up(self, groups: Groups) -> ChainSums:
        """The chain with its villages added up."""
        return ChainSums(self.causes, self._taken(), groups.counts(self.parts), groups.counts(self.per), self.under)

    def _taken(self) -> tuple[bool, ...]:
        """Whether anything was done at each step: one that hands on the very array before it stands for nothing."""
        steps = zip(self.parts, self.parts[1:], strict=False)
        bases = zip(self.under, self.under[1:], strict=False) if self.per else repeat((0, 0))
        return tuple(new is not old or at != was for (old, new), (was, at) in zip(steps, bases, strict=False))


@dataclass(frozen=True, slots=True)
class ChainSums:
    """A chain whose villages are added up in whole steps. Shapes: parts (K + 1, C), per (P, C)."""

    causes: tuple[str, ...]
    taken: tuple[bool, ...]
    """Which steps were taken in any village; the others are not told."""
    parts: Steps
    per: Steps
    under: tuple[int, ...]

    def plus(self, other: ChainSums) -> ChainSums:
        """The sums of these villages and of others whose chain has the same steps."""
        taken = tuple(here or there for here, there in zip(self.taken, other.taken, strict=True))
        return ChainSums(self.causes, taken, self.parts + other.parts, self.per + other.per, self.under)

    def levels(self) -> Array:
        """The indicator after each step, by county and last for the prefecture. Shapes: (K + 1, C + 1)."""
        sums = sums_and_whole(self.parts)
        if not self.under:
            return sums
        return stepped(ratio(sums, sums_and_whole(self.per)[list(self.under)]))


def chain(part: Array, per: Array | None = None) -> Chain:
    """A chain that begins at an old value. Shapes: (V,)."""
    return Chain((), (part,)) if per is None else Chain((), (part,), (per,), (0,))


@dataclass(frozen=True, slots=True)
class Causes:
    """What moved each explained indicator since last season (yield and output: since the last harvest).

    Shapes: every array of ``by_indicator`` (C,). Units: the indicator's own.
    """

    by_indicator: Mapping[str, Mapping[str, Array]]
    prefecture: Mapping[str, Mapping[str, float]]

    def of(self, indicator: str, county: int | None = None) -> list[tuple[str, float]]:
        """Causes and amounts for a county, or for the prefecture, largest first. Raises: KeyError if not explained."""
        if county is None:
            amounts = list(self.prefecture[indicator].items())
        else:
            amounts = [(cause, float(by[county])) for cause, by in self.by_indicator[indicator].items()]
        return sorted(amounts, key=lambda entry: (-abs(entry[1]), entry[0]))


def explain(chains: Mapping[str, ChainSums]) -> Causes:
    """Turn chains into causes by county. An indicator without a chain has not moved."""
    by_indicator: dict[str, dict[str, Array]] = {}
    prefecture: dict[str, dict[str, float]] = {}
    for indicator in EXPLAINED:
        found = _differences(chains[indicator]) if indicator in chains else ({}, {})
        by_indicator[indicator], prefecture[indicator] = found
    return Causes(by_indicator, prefecture)


def _differences(steps: ChainSums) -> tuple[dict[str, Array], dict[str, float]]:
    """Differences between successive levels, added up where a cause comes twice."""
    levels = steps.levels()
    differences = levels[1:] - levels[:-1] + 0.0  # no minus zero
    moved: dict[str, Array] = {}
    for cause, taken, step in zip(steps.causes, steps.taken, differences, strict=True):
        if taken:
            moved[cause] = moved[cause] + step if cause in moved else step
    by_county = {cause: step[:-1] for cause, step in moved.items()}
    return by_county, {cause: float(step[-1]) for cause, step in moved.items()}
