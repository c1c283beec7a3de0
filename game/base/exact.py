"""Arithmetic that gives the same bits on every machine and with every numpy.

Only + - x /, square roots, comparisons, clipping, rounding and integer sums are used here and in the core:
``exp``, ``log``, powers and float sums differ in the last bit between processors (measured; see
docs/decisions/0002-exact-arithmetic.md), and a campaign must replay for years.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Indices = NDArray[np.intp]
Steps = NDArray[np.int64]
"""Sums in whole fixed-point steps: those of parts of the villages add up to those of all, in any order."""

FIXED: Final = 65536.0
"""Steps in a unit when figures are added up as whole numbers."""


def logistic(x: Array) -> Array:
    """An S-shaped curve from 0 to 1 through 1/2 at zero, of square roots alone. Shapes: any."""
    z = -x
    return 0.5 - 0.5 * z / np.sqrt(4.0 + z * z)


def saturation(x: Array, half: float | Array) -> Array:
    """x / (x + half): 0 at nothing, one half at ``half``, towards 1. Shapes: any. Units: those of ``half``."""
    return x / (x + half)


def whole(x: Array) -> Array:
    """Rounded to whole units (jin, households, head), halves to even."""
    return np.rint(x)


def by_county(values: Array, county: Indices, counties: int) -> Array:
    """Add villages up into counties, exactly and in any order.

    Shapes: values (villages,) or (strata, villages), county (villages,), result (counties,).
    """
    per_village = values if values.ndim == 1 else values.sum(axis=0)
    steps = np.rint(per_village * FIXED)
    return np.bincount(county, weights=steps, minlength=counties) / FIXED


@dataclass(frozen=True, slots=True)
class Groups:
    """Villages sorted by county, so that many figures can be added up quickly, exactly and in any order."""

    count: int
    """Counties."""
    present: Indices
    """Counties that have villages."""
    first: Indices
    """Where each of them begins among the sorted villages."""
    order: Indices | None
    """The sorted villages, if they do not stand in order already."""

    @classmethod
    def of(cls, county: Indices, counties: int) -> Groups:
        """Groups of villages by the index of their county. Shapes: county (villages,)."""
        unsorted = bool((county[1:] < county[:-1]).any())
        order = np.argsort(county, kind="stable") if unsorted else None
        present, first = np.unique(county if order is None else county[order], return_index=True)
        return cls(counties, present, first, order)

    def steps(self, values: Array) -> Array:
        """Sums of the counties that are present, in whole steps. Shapes: values (villages,) or (rows, villages)."""
        steps = values * FIXED
        np.rint(steps, out=steps)
        ordered = steps if self.order is None else steps[..., self.order]
        return np.asarray(np.add.reduceat(ordered, self.first, axis=-1))

    def sums(self, values: Array) -> Array:
        """Add villages up into counties. Shapes: values (villages,), result (counties,)."""
        result = np.zeros(self.count)
        result[self.present] = self.steps(values) / FIXED
        return result

    def counts(self, rows: Sequence[Array]) -> Steps:
        """Add villages up into counties, in whole steps. Shapes: rows (villages,) each, result (rows, counties)."""
        result = np.zeros((len(rows), self.count), dtype=np.int64)
        at_once = max(1, AT_ONCE // len(rows[0])) if rows else 1
        for first in range(0, len(rows), at_once):
            block = rows[first : first + at_once]
            steps = self.steps(np.stack(block) if at_once > 1 else block[0])
            result[first : first + len(block), self.present] = steps
        return result


AT_ONCE: Final = 8_192
"""Figures that are added up at once: with few villages numpy's own costs a row count, with many its way to memory."""


def sums_and_whole(counts: Steps) -> Array:
    """Sums of counties out of whole steps, and last of them the prefecture's.

    Shapes: counts (rows, counties), result (rows, counties + 1).
    """
    return np.concatenate([counts, counts.sum(axis=1, keepdims=True)], axis=1) / FIXED


def total(values: Array) -> float:
    """The sum over all elements, exact in any order. Shapes: any."""
    return float(np.rint(values * FIXED).astype(np.int64).sum()) / FIXED


def ratio(part: Array, of: Array, otherwise: float = 0.0) -> Array:
    """part / of, and ``otherwise`` where there is nothing to divide by. Shapes: equal, or broadcast."""
    some = of != 0.0
    if some.all():
        return np.asarray(part / of)
    if not some.any():
        return np.full(np.broadcast(part, of).shape, otherwise)
    with np.errstate(divide="ignore", invalid="ignore"):
        found = np.asarray(part / of)
    if found.shape == of.shape:
        found[~some] = otherwise  # dividing everywhere and mending is twice as fast as numpy's own ``where``
    else:
        np.copyto(found, otherwise, where=~some)
    return found


def stepped(x: Array) -> Array:
    """Rounded to whole fixed-point steps (1/65536), so that differences add up exactly. Shapes: any."""
    return np.rint(x * FIXED) / FIXED


def cell_sum(parts: Array) -> Array:
    """Add the rows of (rows, villages). Shapes: result (villages,)."""
    return np.asarray(np.add.reduce(parts, axis=0))


def running(parts: Array) -> Array:
    """Sums of the first rows, the first two, and so on. Shapes: (rows, villages). Six times as fast as ``cumsum``."""
    sums = parts.copy()
    for row in range(1, len(sums)):
        sums[row] += sums[row - 1]
    return sums


def differences(sums: Array) -> Array:
    """What ``running`` was made of: each row less the one before it. Shapes: (rows, villages)."""
    parts = sums.copy()
    parts[1:] -= sums[:-1]
    return parts


def drawn_whole(expected: Array, draw: Array) -> Array:
    """Whole numbers whose expectation is ``expected`` and whose sum over rows is within one of its sum.

    Shapes: expected (rows, villages) or (villages,), draw (villages,) in [0, 1). Units: those of ``expected``.
    """
    if not expected.any():
        return np.zeros_like(expected)
    if expected.ndim == 1:
        return np.floor(expected + draw)
    sums = running(expected)
    sums += draw
    return differences(np.floor(sums, out=sums))


def split_whole(amount: Array, weights: Array) -> Array:
    """Share whole amounts out by weights, in whole parts that add up to them exactly.

    Shapes: amount (villages,), weights (rows, villages), all >= 0; with no weight at all, row 0 gets everything.
    """
    if not amount.any():
        return np.zeros_like(weights)
    so_far = running(weights)
    empty = so_far[-1] == 0.0
    if empty.any():
        so_far += empty
    parts = so_far / so_far[-1]
    parts *= amount
    return differences(np.rint(parts, out=parts))


def split_among(amount: Array, weights: Array, group: Indices) -> Array:
    """Share each group's whole amount out among its villages, in whole parts that add up to it exactly.

    No part exceeds its weight if weights are whole and the amount is no more than they add up to.
    Shapes: amount (groups,), weights and group (villages,), weights whole and >= 0. A group without any weight gets
    nothing.
    """
    unsorted = bool((group[1:] < group[:-1]).any())
    order = np.argsort(group, kind="stable") if unsorted else np.arange(len(group))
    sorted_group, sorted_weights = group[order], weights[order]
    so_far = np.cumsum(sorted_weights)
    of_group = np.asarray(np.bincount(group, weights=weights, minlength=len(amount)), dtype=np.float64)
    before = (np.cumsum(of_group) - of_group)[sorted_group]
    share = ratio(so_far - before, of_group[sorted_group])
    reached = np.rint(share * amount[sorted_group])
    parts = reached.copy()
    parts[1:] -= np.where(sorted_group[1:] == sorted_group[:-1], reached[:-1], 0.0)
    result = np.empty_like(parts)
    result[order] = parts
    return result


def fill_up(amount: Array, room: Array) -> Array:
    """Pour whole amounts into rows in turn until each is full; what finds no room is left out.

    Shapes: amount (villages,), room (rows, villages), whole and >= 0.
    """
    taken_before = running(room) - room
    return np.clip(amount - taken_before, 0.0, room)
