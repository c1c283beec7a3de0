"""How many array operations a piece of the core makes, and how large they are: the yardstick of one operation's cost.

The core is run once with arrays that count. Gathering by county and a few copies go uncounted, so that the cost of one
operation comes out a little too high, never too low.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from typing import Any, ClassVar

import numpy as np

from game.economy.villages import FIELDS, Villages

COUNTED = ("game.economy.", "game.base.exact")


class CountingArray(np.ndarray[Any, Any]):
    """An array that notes each operation on it by the number of elements, and makes arrays of its own kind."""

    noted: ClassVar[Counter[int]] = Counter()

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, out: Any = None, **options: Any) -> Any:
        plain = [_plain(given) for given in inputs]
        if out is not None:
            options["out"] = tuple(_plain(given) for given in out)
        options = {name: _plain(given) for name, given in options.items()}
        found = getattr(ufunc, method)(*plain, **options)
        CountingArray.noted[max(np.size(given) for given in (*plain, found))] += 1
        return found.view(CountingArray) if isinstance(found, np.ndarray) else found


def _plain(given: Any) -> Any:
    return given.view(np.ndarray) if isinstance(given, CountingArray) else given


class _KeepingNumpy:
    """Numpy, except that ``asarray`` leaves an array of the counting kind as it is."""

    def __getattr__(self, name: str) -> Any:
        return getattr(np, name)

    @staticmethod
    def asarray(given: Any, dtype: Any = None) -> Any:
        if isinstance(given, CountingArray) and dtype is None:
            return given
        return np.asarray(given) if dtype is None else np.asarray(given, dtype=dtype)


@contextmanager
def _counting_core() -> Iterator[None]:
    """The core's modules with numpy as above, for as long as the count takes."""
    names = [name for name in sys.modules if name.startswith(COUNTED) and hasattr(sys.modules[name], "np")]
    keeping = _KeepingNumpy()
    try:
        for name in names:
            setattr(sys.modules[name], "np", keeping)  # noqa: B010 - the checker knows no such attribute of a module
        yield
    finally:
        for name in names:
            setattr(sys.modules[name], "np", np)  # noqa: B010 - as above


def counted_operations(villages: Villages, season: Callable[[Villages], object]) -> Counter[int]:
    """Operations of one season by the number of their elements."""
    floats = {name: getattr(villages, name) for name in FIELDS if getattr(villages, name).dtype.kind == "f"}
    given = {field.name: getattr(villages, field.name) for field in fields(Villages) if field.init}
    counting = Villages(**{**given, **{name: rows.view(CountingArray) for name, rows in floats.items()}})
    CountingArray.noted = Counter()
    with _counting_core():
        season(counting)
    return CountingArray.noted
