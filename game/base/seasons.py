"""Seasons: a turn is a quarter of a year, and a winter bears the year in which it begins."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Quarter(IntEnum):
    """The quarters in the order of a calendar year; winter (December to February) comes last."""

    SPRING = 0
    SUMMER = 1
    AUTUMN = 2
    WINTER = 3


@dataclass(frozen=True, slots=True, order=True)
class Season:
    """One season, written ``1951-spring``."""

    year: int
    quarter: Quarter

    @classmethod
    def parse(cls, text: str) -> Season:
        """Read ``YYYY-spring|summer|autumn|winter``.

        Raises: ValueError if the text is no season.
        """
        year, _, name = text.partition("-")
        if not (year.isascii() and year.isdigit() and len(year) == 4 and name.upper() in Quarter.__members__):
            raise ValueError(f"'{text}' is no season; write it as 1951-spring")
        if name != name.lower():
            raise ValueError(f"'{text}' is no season; write the name in lower case, as 1951-spring")
        return cls(int(year), Quarter[name.upper()])

    def shift(self, seasons: int) -> Season:
        """The season so many seasons later (earlier if negative)."""
        index = self.index + seasons
        return Season(index // 4, Quarter(index % 4))

    @property
    def next(self) -> Season:
        """The season after this one."""
        return self.shift(1)

    @property
    def index(self) -> int:
        """Seasons since spring of the year 0; differences of it count turns."""
        return self.year * 4 + self.quarter

    @property
    def name(self) -> str:
        """``spring``, ``summer``, ``autumn`` or ``winter``."""
        return self.quarter.name.lower()

    def __str__(self) -> str:
        return f"{self.year}-{self.name}"


def seasons_between(first: Season, last: Season) -> tuple[Season, ...]:
    """Every season from the first to the last, both included."""
    return tuple(first.shift(n) for n in range(last.index - first.index + 1))
