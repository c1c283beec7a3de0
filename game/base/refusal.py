"""Orders that cannot be carried out come back as a refusal with a code; the words stand in content/text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an order was not carried out: a text id ``refusal.<code>`` and what to fill into it."""

    code: str
    details: dict[str, Any] = field(default_factory=dict)


class InvariantError(AssertionError):
    """A rule that must never break is broken: a fault in the program, never in what a user did."""
