"""The words that a player reads, looked up by id. They stand in content/text, never in the program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts of one language, flat: ``desk.close`` -> ``Close the season``; placeholders as ``{count}``."""

    entries: Mapping[str, str]

    def __call__(self, text_id: str, **values: Any) -> str:
        """The text with its placeholders filled in.

        Raises: KeyError if there is no such text (a test finds every id that the program uses).
        """
        text = self.entries[text_id]
        return text.format(**values) if values else text

    def has(self, text_id: str) -> bool:
        """Whether there is such a text."""
        return text_id in self.entries
