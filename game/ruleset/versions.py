"""Versions of packs (``0.1.2``) and what one pack asks of another (``>=0.1, <1``)."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from typing import Final

Version = tuple[int, ...]

VERSION: Final = re.compile(r"\d{1,6}(\.\d{1,6}){0,3}")
"""One to four numbers with points between them."""
_ASKED: Final = re.compile(r"(>=|<=|==|=|>|<)?\s*(\d{1,6}(?:\.\d{1,6}){0,3})")
_COMPARED: Final[Mapping[str, Callable[[Version, Version], bool]]] = {
    ">=": operator.ge, "<=": operator.le, "==": operator.eq, "=": operator.eq, ">": operator.gt, "<": operator.lt,
    "": operator.ge,
}  # fmt: skip
_PARTS: Final = 4


def version_of(text: str) -> Version:
    """The numbers of a version, filled up with zeros: 0.1 and 0.1.0 are the same.

    Raises: ValueError if it is none.
    """
    if not VERSION.fullmatch(text):
        raise ValueError(f"'{text}' is no version")
    numbers = tuple(int(part) for part in text.split("."))
    return (*numbers, *(0,) * (_PARTS - len(numbers)))


def fits(version: str, asked: str) -> bool:
    """Whether a version is one of those asked for; a bare number means that or a later one.

    Raises: ValueError if either cannot be read.
    """
    found = version_of(version)
    return all(_COMPARED[sign](found, wanted) for sign, wanted in _read(asked))


def _read(asked: str) -> list[tuple[str, Version]]:
    if asked.strip() in ("*", "any"):
        return []
    read = []
    for part in asked.split(","):
        found = _ASKED.fullmatch(part.strip())
        if found is None:
            raise ValueError(f"'{asked}' asks for no version")
        read.append((found.group(1) or "", version_of(found.group(2))))
    return read
