"""Which campaigns are run again without a card: a choice by hash, so that it hangs on nothing but the results."""

from __future__ import annotations

import hashlib
from typing import Final

from game.author.sweep.findings import Runs
from game.author.sweep.plan import PairUnit, RunUnit, Settings

OTHERS: Final = 3
"""For each card, so many times the pairs of one policy are also played with the card's other answers."""


def pair_units(settings: Settings, runs: Runs) -> list[PairUnit]:
    """For each card and policy some campaigns in which it came; of those for each card some, of any policy, in which
    the other answers are tried. Policies meet a card on the same seeds where they can."""
    chosen: dict[str, list[RunUnit]] = {}
    for spec in settings.policies:
        taken: dict[str, list[RunUnit]] = {}
        for seed in sorted(settings.seeds, key=lambda seed: rank(str(seed))):
            unit = RunUnit(seed, spec.name)
            for card, _, _ in runs[unit].came:
                taken.setdefault(card, []).append(unit)
        for card, units in taken.items():
            chosen.setdefault(card, []).extend(units[: settings.pairs])
    return sorted(unit for card, units in chosen.items() for unit in _of(card, units, settings))


def _of(card: str, units: list[RunUnit], settings: Settings) -> list[PairUnit]:
    ranked = sorted(units, key=lambda unit: rank(card, unit.policy, str(unit.seed)))
    tried = set(ranked[: OTHERS * settings.pairs])
    return [PairUnit(unit.seed, unit.policy, card, unit in tried) for unit in units]


def rank(*words: str) -> bytes:
    """Where something stands in an order that is no order of anything else."""
    return hashlib.sha256("\0".join(words).encode()).digest()
