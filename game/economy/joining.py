"""Slices of villages put together again; what a season leaves as it was is shared with the villages before it."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.base.changed import replace
from game.economy.account import Account
from game.economy.villages import FIELDS, Villages


class Joined:
    """The villages after a season, filled slice by slice."""

    def __init__(self, before: Villages) -> None:
        self._before = before
        self._whole: Villages | None = None
        self._changed: dict[str, Any] = {}

    def put(self, rows: slice, before: Villages, after: Villages) -> None:
        """Enter a slice; ``before`` is the slice as the season began."""
        if rows == slice(0, self._before.count):
            self._whole = replace(after, kept={})
            return
        for name in FIELDS:
            values = getattr(after, name)
            if name not in self._changed and values is not getattr(before, name):
                self._changed[name] = np.array(getattr(self._before, name), dtype=values.dtype)
            if name in self._changed:
                self._changed[name][..., rows] = values

    def villages(self) -> Villages:
        """The villages, all slices entered."""
        return replace(self._before, **self._changed) if self._whole is None else self._whole


class Flows:
    """The account of a season, filled slice by slice."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._flows: dict[str, Any] = {}

    def put(self, rows: slice, account: Account) -> None:
        """Enter a slice. A cause without an entry moved nothing there."""
        if rows == slice(0, self._count):
            self._flows.update(account.flows)
            return
        for cause, jin in account.flows.items():
            self._flows.setdefault(cause, np.zeros(self._count))[rows] = jin

    def account(self) -> Account:
        """The account, all slices entered."""
        return Account(self._flows)
