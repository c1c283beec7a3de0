"""Figures of the review as charts and sentences need them: in the unit that a page writes, rounded as it is written."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Final

from game.base.seasons import Season, seasons_between
from game.base.texts import Texts
from game.campaign.pages import Point, SeasonRow, Series
from game.reporting.indicators import Indicator
from game.ui.scenes.measures import Measure, indicator_name, unit
from game.ui.widgets.chart import round_step
from game.ui.widgets.small_multiple import SeasonPoint, SmallMultiple

HARVESTED: Final = frozenset({Indicator.YIELD, Indicator.COOP_YIELD, Indicator.OUTPUT})
"""Lines that have a new figure in autumn only."""
Scale = tuple[float, float]


def in_unit(line: Indicator, value: float) -> float:
    """A value of the ledgers in the unit that a page writes (per cent, millions, thousands), rounded as written."""
    return Measure(line).shown(value)


def amount(line: Indicator, shown: float) -> str:
    """How large a change in the page's unit is: ``6``, ``1.5``."""
    digits = 0 if Measure(line).step >= 1.0 else 1
    return f"{abs(shown):,.{digits}f}".removesuffix(".0")


def written_change(row: SeasonRow) -> float:
    """By how much the middle of what is known moved, in the page's unit; nothing without a season before."""
    if row.before is None:
        return 0.0
    return round(in_unit(row.indicator, row.known.middle) - in_unit(row.indicator, row.before.middle), 3)


def signed(line: Indicator, shown: float) -> str:
    """A change in the page's unit with its sign: ``+6``, ``−1``."""
    return f"{'+' if shown > 0 else '−'}{amount(line, shown)}"


# ---- charts


def small_multiple(
    series: Series, seasons: Sequence[Season], texts: Texts, plot_height: float, now: Season
) -> SmallMultiple:
    """Both ledgers of one line over a scenario's seasons; seasons without a record stay empty."""
    line = series.indicator
    points = season_points(series, seasons, texts)
    scale, gridlines = scale_of(points)
    known, filed = last_texts(series)
    return SmallMultiple(
        indicator_name(texts, line), _unit_then(series, texts, now), points, scale, gridlines=gridlines,
        known_text=known or texts("season-page.none-yet"), filed_text=filed, known_head=texts("season-page.known"),
        filed_head=texts("season-page.filed"), years=axis_labels(seasons, texts), bars=line in HARVESTED,
        plot_height=plot_height, no_record=texts("season-page.map-none"), key=f"chart:{line.value}",
    )  # fmt: skip


def _unit_then(series: Series, texts: Texts, now: Season) -> str:
    """The unit, with the year of the last figure if that is not this year's."""
    years = [point.season.year for point in series.points if not _empty(series.indicator, point)]
    words = unit(texts, series.indicator)
    if not years or years[-1] == now.year:
        return words
    return texts("season-page.unit-then", unit=words, year=years[-1])


def last_texts(series: Series) -> tuple[str, str]:
    """The last figures of a series as written: what is known, what is filed."""
    measure = Measure(series.indicator)
    known = next((point.known for point in reversed(series.points) if point.known is not None), None)
    filed = next((point.filed for point in reversed(series.points) if point.filed is not None), None)
    return measure.band(known) if known else "", measure.text(filed) if filed is not None else ""


def season_points(series: Series, seasons: Sequence[Season], texts: Texts) -> list[SeasonPoint]:
    """A point for every season of a scenario; seasons without a record stay empty and are never bridged."""
    there = {point.season: point for point in series.points if not _empty(series.indicator, point)}
    return [_season_point(series.indicator, season, there.get(season), texts) for season in seasons]


def _empty(line: Indicator, point: Point) -> bool:
    """Whether there was nothing yet that could have been harvested."""
    return line in HARVESTED and not point.filed and (point.known is None or point.known.high <= 0.0)


def charted_seasons(series: Sequence[Series], last: Season) -> tuple[Season, ...]:
    """The seasons of an axis that several charts share: from the first on record to the scenario's last."""
    first = min((point.season for each in series for point in each.points), default=last)
    return seasons_between(first, last)


def _season_point(line: Indicator, season: Season, point: Point | None, texts: Texts) -> SeasonPoint:
    """A point in the page's unit; where the true figure is told it takes the place of the band."""
    label = texts(f"menu.season.{season.name}", year=season.year)
    if point is None:
        return SeasonPoint(label)
    ends = (point.known.low, point.known.high) if point.known is not None else None
    ends = (point.true, point.true) if point.true is not None else ends
    known = (in_unit(line, ends[0]), in_unit(line, ends[1])) if ends else None
    return SeasonPoint(label, known, None if point.filed is None else in_unit(line, point.filed))


def axis_labels(seasons: Sequence[Season], texts: Texts) -> dict[int, str]:
    """Where a label stands on the axis: the seasons of a single year by name, otherwise each year at its first."""
    if len({season.year for season in seasons}) == 1:
        return {number: texts(f"season.{season.name}.lower") for number, season in enumerate(seasons)}
    firsts = {season.year: number for number, season in reversed(list(enumerate(seasons)))}
    return {number: str(year) for year, number in firsts.items()}


def scale_of(points: Iterable[SeasonPoint], steps: int = 3) -> tuple[Scale, tuple[float, ...]]:
    """Round ends for everything on a chart, and its gridlines; it starts at zero where that wastes little room."""
    values = [value for point in points for value in (*(point.known or ()), point.filed) if value is not None]
    if not any(values):
        return (0.0, 1.0), (0.0, 1.0)
    low, high = min(values), max(values)
    low = 0.0 if low <= 0.5 * high else low
    step = round_step(max(high - low, 0.02 * abs(high), 1e-6) * 1.1, steps)
    start = math.floor(low / step + 1e-9) * step
    end = max(math.ceil(high / step - 1e-9) * step, start + step)
    count = round((end - start) / step)
    return (start, end), tuple(start + number * step for number in range(count + 1))
