"""Both ledgers, season by season: what there was, what each rung said, what was filed and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from game.base.exact import Array
from game.base.seasons import Quarter, Season
from game.reporting.indicators import YEARLY, Indicator, ReportForm, Stage


@dataclass(frozen=True)
class LedgerSeason:
    """One season's page. Arrays are (C,) in the indicator's unit; single numbers are the prefecture's."""

    season: Season
    stage: Stage
    true: dict[Indicator, Array]
    village: dict[Indicator, Array]
    district: dict[Indicator, Array]
    county: dict[Indicator, Array]
    known_low: dict[Indicator, Array]
    known_high: dict[Indicator, Array]
    filed: dict[Indicator, float]
    """What the player filed."""
    filed_by_county: dict[Indicator, Array]
    """The same, shared out over the counties as they reported."""
    province: dict[Indicator, float]
    bureau: dict[Indicator, float]
    printed: dict[Indicator, float]
    target: dict[Indicator, float]
    """What was asked of the prefecture that season."""

    @cached_property
    def filed_text(self) -> str:
        """What was filed, to the last bit, for hashes: made once, since every later season's hash goes over it."""
        return "".join(f"{self.season}{line}{self.filed[line].hex()}" for line in sorted(self.filed))


@dataclass(frozen=True, slots=True)
class Ledgers:
    """Every page so far, oldest first. Immutable: adding a page gives new ledgers."""

    pages: tuple[LedgerSeason, ...] = ()

    def with_page(self, page: LedgerSeason) -> Ledgers:
        """The ledgers with one more page.

        Raises: ValueError if the page is no later than the last one.
        """
        if self.pages and page.season <= self.pages[-1].season:
            raise ValueError(f"the page of {page.season} comes after that of {self.pages[-1].season}")
        return replace(self, pages=(*self.pages, page))

    def page(self, season: Season) -> LedgerSeason | None:
        """The page of a season, if there is one."""
        return next((page for page in self.pages if page.season == season), None)

    def last(self, indicator: Indicator) -> LedgerSeason | None:
        """The latest page on which the counties reported the line."""
        return self._latest(lambda page: indicator in page.county)

    def last_filed(self, indicator: Indicator, before: Season | None = None) -> float | None:
        """The figure filed last (before a season, if one is given), or nothing if none ever was."""
        page = self._latest(lambda found: indicator in found.filed and (before is None or found.season < before))
        return None if page is None else page.filed[indicator]

    def page_asked_from(self, line: Indicator, form: ReportForm) -> LedgerSeason | None:
        """The page whose filed figure the next target stands on, or nothing if none was ever filed.

        It is the last one; for what adds up over a year the last one on which the line was due, since a count that has
        begun anew says nothing of a year.
        """
        yearly = line in YEARLY
        return self._latest(lambda found: line in found.filed and (not yearly or line in form.due_in(found.season)))

    def filed_a_year_before(self, indicator: Indicator, season: Season) -> float | None:
        """What was filed for the same quarter a year earlier."""
        page = self.page(season.shift(-4))
        return None if page is None else page.filed.get(indicator)

    def year(self, year: int) -> tuple[LedgerSeason, ...]:
        """The pages of one harvest year, spring to winter."""
        return tuple(page for page in self.pages if page.season.year == year)

    def harvest(self, year: int) -> LedgerSeason | None:
        """The page of a year's autumn, where results stand."""
        return self.page(Season(year, Quarter.AUTUMN))

    def _latest(self, wanted: Callable[[LedgerSeason], bool]) -> LedgerSeason | None:
        return next((page for page in reversed(self.pages) if wanted(page)), None)
