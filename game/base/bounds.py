"""What a number in a file may be, declared beside the field that holds it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

KEY: Final = "bounds"
"""Under this key a field's metadata hold its bounds."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the most of a number, or of every number in a mapping or list; ``some``: there must be one."""

    least: float
    most: float
    some: bool = False


def within(least: float, most: float, *, some: bool = False) -> dict[str, object]:
    """Metadata of a field whose numbers lie within these bounds, both ends included; ``some``: it may not be empty."""
    return {KEY: Bounds(least, most, some)}


def filled() -> dict[str, object]:
    """Metadata of a list or mapping that may not be empty."""
    return within(-math.inf, math.inf, some=True)


def bounds_of(metadata: Mapping[str, object]) -> Bounds | None:
    """The bounds that a field's metadata declare, if any."""
    found = metadata.get(KEY)
    return found if isinstance(found, Bounds) else None
