"""Chance: one random stream for every decision, so that a new event never shifts the weather.

A stream is named by what it decides and by the turn. It is made from the raw output of PCG64 with the few
transforms below, because library distributions may change between numpy versions.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np

from game.base.exact import Array

NORMAL_SPREAD: Final = 37837.22723720648
"""Standard deviation of the sum of four independent 16-bit fields: sqrt(4 * (65536**2 - 1) / 12)."""

NORMAL_P90: Final = 1.3049639266950968
"""Nine in ten of ``normal`` lie below this (Irwin-Hall of four terms): plus or minus this holds four times in five."""


@lru_cache(maxsize=1024)
def _number_of(stream: str) -> int:
    """The number that stands for a stream's name."""
    return int.from_bytes(hashlib.sha256(stream.encode()).digest()[:8], "big")


@dataclass(frozen=True, slots=True)
class Chance:
    """The chance of one campaign in one turn.

    Same seed, stream name and turn: same numbers, whatever else is drawn and in whatever order.
    """

    seed: int
    turn: int

    def raw(self, stream: str, count: int) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
        """``count`` raw 64-bit numbers of a named stream. Shapes: (count,)."""
        return np.random.PCG64([self.seed, _number_of(stream), self.turn]).random_raw(count)

    def uniform(self, stream: str, count: int) -> Array:
        """Numbers in [0, 1). Shapes: (count,)."""
        raw = self.raw(stream, count)
        raw >>= np.uint64(11)
        return raw.astype(np.float64) / 9007199254740992.0

    def normal(self, stream: str, count: int) -> Array:
        """Near-normal numbers, mean 0, deviation 1, never beyond 3.47. Shapes: (count,)."""
        raw = self.raw(stream, count)
        field = np.uint64(0xFFFF)
        fields = raw & field
        for _ in range(3):
            raw >>= np.uint64(16)
            fields += raw & field
        return (fields.astype(np.float64) - 131070.0) / NORMAL_SPREAD

    def one(self, stream: str) -> float:
        """A single number in [0, 1)."""
        return float(self.uniform(stream, 1)[0])
