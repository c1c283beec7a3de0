"""What the draw needs to know of the past; the state of a campaign holds it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from game.base.seasons import Season
from game.events.effects import flag_name


class DeckMemory(Protocol):
    """Which cards came, which follow-ups are due and from when, which flags stand."""

    @property
    def came(self) -> Collection[str]:
        """Ids of the cards that lay on the desk; none of them comes again."""

    @property
    def flags(self) -> Collection[str]:
        """Flags that stand, as cards write them."""

    @property
    def due(self) -> Collection[tuple[str, Season]]:
        """Follow-ups: the card and the season from which it comes."""


def flag_values(memory: DeckMemory) -> dict[str, float]:
    """Flags as conditions read them; one that does not stand counts as 0 there."""
    return {flag_name(flag): 1.0 for flag in sorted(memory.flags)}


def due_cards(memory: DeckMemory, season: Season) -> frozenset[str]:
    """Follow-ups whose time has come."""
    return frozenset(card for card, since in memory.due if since <= season)
