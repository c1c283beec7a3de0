"""What stands on a slide rule: marks of others, bands that are known, zones that a figure sets off."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

MarkKind = Literal["circle", "bar", "diamond"]


@dataclass(frozen=True, slots=True)
class RuleMark:
    """What somebody else reports, above the scale; hearsay is set in italics."""

    value: float
    label: str
    kind: MarkKind = "circle"
    hearsay: bool = False


@dataclass(frozen=True, slots=True)
class KnownBand:
    """What is known, below the scale; `text` says both ends. Inspected bands are darker."""

    low: float
    high: float
    text: str
    inspected: bool = False


@dataclass(frozen=True, slots=True)
class DerivedScale:
    """Another figure that follows from the filed one, on the same scale (a tax, a ration)."""

    label: str
    convert: Callable[[float], float]
    write: Callable[[float], str]


@dataclass(frozen=True, slots=True)
class Zone:
    """Where a figure sets something off: from `low` to `high`, None for the end of the scale."""

    text: str
    low: float | None = None
    high: float | None = None

    def holds(self, value: float) -> bool:
        """Whether a figure lies inside."""
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


@dataclass(frozen=True, slots=True)
class ZoneRow:
    """A row of zones: blame, suspicion, praise."""

    label: str
    zones: tuple[Zone, ...]


@dataclass(frozen=True, slots=True)
class RuleContent:
    """Everything on a slide rule but the figure itself. Labels are the scene's words.

    beyond gives the distance in words for a figure outside the known band ("8 jin beyond"), or nothing inside.
    """

    reported_label: str = ""
    marks: tuple[RuleMark, ...] = ()
    known_label: str = ""
    known: KnownBand | None = None
    inspected_label: str = ""
    inspected: tuple[KnownBand, ...] = ()
    derived: tuple[DerivedScale, ...] = ()
    zones: tuple[ZoneRow, ...] = ()
    beyond: Callable[[float], str] = field(default=lambda _: "")
