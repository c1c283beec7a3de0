"""What counties remember of how their last reports were taken, and what it teaches them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from game.base.chance import Chance
from game.base.exact import Array, ratio
from game.reporting.indicators import Figures, Indicator


@dataclass(frozen=True, slots=True)
class MemoryRules:
    """How reports are learned from."""

    struck_seasons: int
    """Seasons for which a county whose figure was struck down reports vaguely."""
    struck_band: float
    """How much wider its band is meanwhile, as a factor."""
    taught_low: float
    """Least that a figure passed on untouched adds to the next one, fraction."""
    taught_high: float
    """Most that it adds."""
    taught_kept: float
    """Share of what was learned earlier that lasts to the next report, 0-1."""
    struck_forgets: float
    """Share of it that lasts when the figure is struck down, 0-1."""
    start_ratio: Mapping[Indicator, float]
    """Reported over true in the year before play, by indicator."""


@dataclass(frozen=True, slots=True)
class CountyMemory:
    """What each county keeps in mind. Shapes: (C,) throughout."""

    vague_left: Array
    """Seasons left in which the county reports vaguely."""
    praised: Array
    """1 where the county was praised last season, else 0."""
    taught: Figures
    """What passing has taught it to add, fraction, by indicator."""
    reported: Figures
    """Its last report, by indicator, in the indicator's unit."""
    inflation: Figures
    """Its last report over the truth, minus one, by indicator: among colleagues the going rate is known."""


def start_memory(true: Figures, rules: MemoryRules) -> CountyMemory:
    """Memory at the beginning of play: reports of the year before, nothing taught, nobody praised."""
    none = np.zeros_like(true[Indicator.ANIMALS])
    start = {line: rules.start_ratio.get(line, 1.0) for line in true}
    return CountyMemory(
        vague_left=none,
        praised=none,
        taught=dict.fromkeys(true, none),
        reported={line: true[line] * start[line] for line in true},
        inflation={line: np.full_like(none, start[line] - 1.0) for line in true},
    )


def vagueness(memory: CountyMemory, rules: MemoryRules) -> Array:
    """How much wider each county's band is because it was struck down. Shapes: (C,); 1 = as usual."""
    return np.asarray(1.0 + (rules.struck_band - 1.0) * (memory.vague_left > 0.0))


def note_reports(memory: CountyMemory, true: Figures, county: Figures) -> CountyMemory:
    """What was just reported becomes 'last time'; only the lines that were reported change."""
    inflation = {line: ratio(county[line] - true[line], true[line]) for line in county}
    return replace(
        memory,
        reported={**memory.reported, **county},
        inflation={**memory.inflation, **inflation},
    )


def learn(
    memory: CountyMemory, struck: Figures, untouched: Figures, praised: Array, rules: MemoryRules, chance: Chance
) -> CountyMemory:
    """What the season's filing teaches: masks (C,) of 0 and 1 by line say whose figure was struck or passed on.

    A figure struck down makes the county vague and modest; one passed on untouched makes it bolder next time.
    """
    taught = {
        line: _taught(
            memory.taught[line], struck[line], untouched[line], rules, chance.uniform(f"taught.{line}", len(praised))
        )
        for line in untouched
    }
    any_struck = np.zeros_like(praised)
    for mask in struck.values():
        any_struck = np.maximum(any_struck, mask)
    left = np.maximum(memory.vague_left - 1.0, any_struck * rules.struck_seasons)
    return replace(memory, vague_left=np.maximum(left, 0.0), praised=praised, taught={**memory.taught, **taught})


def _taught(old: Array, struck: Array, untouched: Array, rules: MemoryRules, draw: Array) -> Array:
    """The new lesson of one line: kept in part, added to where passed on, mostly forgotten where struck."""
    kept = old * rules.taught_kept * (1.0 - struck * (1.0 - rules.struck_forgets))
    added = rules.taught_low + (rules.taught_high - rules.taught_low) * draw
    return np.asarray(kept + added * untouched * (1.0 - struck))
