"""``dataclasses.replace`` for the large records that a season copies dozens of times.

The library's own looks at every field of the class on every call: 30 microseconds for the villages' seventy. A record
without slots keeps its fields in a dictionary, which is copied as a whole in one or two.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

__all__ = ["replace"]

if TYPE_CHECKING:
    # The type checker knows the library's function by name, and checks the fields' names and types through it.
    from dataclasses import replace
else:

    def replace(record: Any, /, **changes: Any) -> Any:
        """The record with some fields changed; records with slots go through the library's own.

        Raises: TypeError for a field that the record does not have.
        """
        values = getattr(record, "__dict__", None)
        if values is None:
            return dataclasses.replace(record, **changes)
        changed = {**values, **changes}
        if len(changed) != len(values):
            raise TypeError(f"{type(record).__name__} has no field '{min(changes.keys() - values.keys())}'")
        fresh = object.__new__(type(record))
        object.__setattr__(fresh, "__dict__", changed)
        return fresh
