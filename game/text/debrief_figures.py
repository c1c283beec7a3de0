"""The figures of the debriefing in plain text: both ledgers at the end, season by season, and under another policy."""

from __future__ import annotations

from typing import Final

from game.campaign.pages import DebriefPage, Family, LastRow, Point, Series
from game.reporting.indicators import Indicator
from game.text.figures import grouped, millions, percent
from game.text.sitting import Sitting
from game.text.words import county_name, figure, known, line_name, season_lower, season_said, sentence

LINES: Final = {
    "yield_true": Indicator.YIELD, "yield_filed": Indicator.YIELD, "coop_yield_filed": Indicator.COOP_YIELD,
    "organised_true": Indicator.ORGANISED, "organised_filed": Indicator.ORGANISED, "animals": Indicator.ANIMALS,
}  # fmt: skip
"""Rows of the comparison that are figures of a report's line."""
MONEY: Final = "debt"
"""The row in old yuan; all others that are no line are shares."""


def say_columns(page: DebriefPage, sitting: Sitting) -> None:
    """Three columns, one after another: the file, the villages, the families."""
    talk = sitting.talk
    talk.head("play.debrief.file-says")
    for row in page.rows:
        _say_last(row, "filed", row.filed, sitting)
    talk.head("play.debrief.villages-had")
    for row in page.rows:
        _say_last(row, "true", row.true, sitting)
    talk.head("play.debrief.families")
    for family in page.families:
        _say_family(family, sitting)


def _say_last(row: LastRow, ink: str, value: float | None, sitting: Sitting) -> None:
    """One line of one column. ``file_figure`` of a row is the season that it is of."""
    texts, talk = sitting.texts, sitting.talk
    if row.indicator is None:
        return
    season = season_said(texts, row.file_figure)
    talk.tell("play.debrief.of", indicator=line_name(texts, row.indicator), season=season)
    talk.line(figure(texts, ink, row.indicator, value), indent=3)


def _say_family(family: Family, sitting: Sitting) -> None:
    """What a family had, season by season. Ids of families are their names in letters."""
    if not family.entries:
        return
    talk, texts = sitting.talk, sitting.texts
    name = sentence(family.entries[0].family)
    county = county_name(texts, family.county)
    talk.tell("play.debrief.family", name=name, village=texts(f"village.{family.village}"), county=county)
    seasons = [record.season for record in sitting.game.state.records]
    for season, entry in zip(seasons, family.entries, strict=False):
        words = {"season": sentence(season_lower(texts, season)), "jin": entry.values["jin"]}
        talk.line(texts("play.debrief.family-had", **words), indent=3)


def say_grain(page: DebriefPage, sitting: Sitting) -> None:
    """Where the grain of the played seasons went, and where that which the state had."""
    talk, texts = sitting.talk, sitting.texts
    for head, uses in (("", page.grain), ("play.debrief.state-grain", page.state_grain)):
        if head:
            talk.tell(head)
        for use in uses:
            talk.tell("play.debrief.grain", use=sentence(texts(f"grain.{use.id}")), jin=millions(use.jin))


def say_both_ledgers(page: DebriefPage, sitting: Sitting) -> None:
    """Every line season by season: what there was, what was known, what was filed."""
    for series in page.series:
        _say_series(series, sitting)


def _say_series(series: Series, sitting: Sitting) -> None:
    sitting.talk.heading(line_name(sitting.texts, series.indicator))
    played = {record.season for record in sitting.game.state.records}
    for point in series.points:
        if point.season in played:
            _say_point(series.indicator, point, sitting)


def _say_point(line: Indicator, point: Point, sitting: Sitting) -> None:
    texts, talk = sitting.texts, sitting.talk
    talk.line(texts("play.debrief.season", season=sentence(season_lower(texts, point.season))))
    if point.true is not None:
        talk.line(figure(texts, "true", line, point.true), indent=3)
    if point.known is not None:
        talk.line(known(texts, line, point.known), indent=3)
    talk.line(figure(texts, "filed", line, point.filed), indent=3)


def say_comparison(page: DebriefPage, sitting: Sitting) -> None:
    """The same prefecture, seed and weather under another policy."""
    talk, texts = sitting.talk, sitting.texts
    talk.tell(page.comparison.policy + ".name")
    talk.tell(page.comparison.policy + ".text")
    for text_id, here, there in page.comparison.rows:
        talk.line(texts("play.debrief.season", season=texts(text_id)))
        name = text_id.rpartition(".")[2]
        talk.line(texts("play.debrief.here", amount=_measure(name, here, sitting)), indent=3)
        talk.line(texts("play.debrief.there", amount=_measure(name, there, sitting)), indent=3)
    talk.tell("play.debrief.model")


def _measure(name: str, value: float, sitting: Sitting) -> str:
    """A row of the comparison with its unit: a line of the report, old yuan in millions, or a share."""
    texts = sitting.texts
    if name in LINES:
        line = LINES[name]
        return figure(texts, "bare", line, value)
    if name == MONEY:
        return texts("play.debrief.money", amount=grouped(value / 1e6))
    return texts("play.debrief.share", amount=percent(value))
