"""The same prefecture, seed and weather under the documented course, as the model has it: what differed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Final

import pygame
from pygame import Rect, Surface

from game.base.seasons import Season
from game.base.texts import Texts
from game.campaign.desk import STANDING_WORDS, word
from game.campaign.pages import Comparison, DebriefPage, Series
from game.reporting.indicators import Indicator
from game.ruleset.content import Ruleset
from game.text.figures import grouped, percent
from game.ui import lines, rects
from game.ui.markup import parse
from game.ui.palette import AXIS, INK, RULE, SHEET, TINT, UMBER, VERMILION
from game.ui.paragraph import Setting, set_words
from game.ui.scenes.debrief_timeline import off_record
from game.ui.scenes.measures import Measure, indicator_name, unit
from game.ui.scenes.season_figures import axis_labels, charted_seasons, last_texts, scale_of, season_points
from game.ui.scenes.season_leaves import ChartGrid
from game.ui.theme import FIGURE, HEADING_PLAIN, LABEL, LABEL_BOLD, SECONDARY, SUBHEADING, Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Box, Column
from game.ui.widgets.chart import Scale
from game.ui.widgets.leaves import Pages
from game.ui.widgets.small_multiple import SmallMultiple
from game.ui.widgets.text import Heading, Paragraph

MakePages = Callable[[Sequence[Widget]], Pages]
FIGURES: Final[dict[str, Indicator]] = {
    "yield_true": Indicator.YIELD, "yield_filed": Indicator.YIELD, "coop_yield_filed": Indicator.COOP_YIELD,
    "organised_true": Indicator.ORGANISED, "organised_filed": Indicator.ORGANISED, "animals": Indicator.ANIMALS,
}  # fmt: skip
"""Measures that are written as a line of the report is."""
STANDINGS: Final = ("standing_province", "standing_bureau")
SHARES: Final = ("hungry", "trust", "fear")
MONEY: Final = ("debt",)


def written(measure: str, value: float, texts: Texts) -> str:
    """A measure as it is written, with no more digits than it deserves."""
    if measure in FIGURES:
        return Measure(FIGURES[measure]).text(value)
    if measure in STANDINGS:
        return texts(f"standing.{word(value, STANDING_WORDS)}")
    return percent(value) if measure in SHARES else grouped(value / 1e6)


class CompareLine(Widget):
    """A measure under both courses: the two figures, and between them a strip with a mark for each.

    Each strip has a scale of its own, from zero; standings have words only.
    """

    role: ClassVar[str] = "row"

    def __init__(self, text_id: str, here: float, there: float, heads: tuple[str, str], texts: Texts) -> None:
        measure = text_id.partition(".")[2]
        self.filed = measure.endswith("_filed")
        self.here_text, self.there_text = written(measure, here, texts), written(measure, there, texts)
        super().__init__(
            texts(text_id), f"{heads[0]} {self.here_text}, {heads[1]} {self.there_text}", focusable=True, key=text_id
        )
        self.here, self.there, self.on_scale = here, there, measure not in STANDINGS
        unit_id = f"debrief.compare-unit.{measure}"
        self.unit = texts(unit_id) if texts.has(unit_id) else ""

    @property
    def differs(self) -> bool:
        """Whether the difference is large enough to be written."""
        return self.here_text != self.there_text

    def cells(self, width: int, theme: Theme) -> list[Rect]:
        """Name, yours, the strip, the other's; with large text the name stands above the others."""
        room = Rect(0, 0, width, 0)
        if theme.large:
            return [room, *rects.columns(room, [0.8, 1.6, 0.8], theme.px(12))]
        return rects.columns(room, [1.45, 0.5, 1.25, 0.85], theme.px(12))

    def _name(self, width: int, theme: Theme) -> Setting:
        words = f"{self.label} <m>{self.unit}</m>" if self.unit else self.label
        return set_words(parse(words), self.cells(width, theme)[0].w, SECONDARY, theme.type)

    def height_for(self, width: int, theme: Theme) -> int:
        name, figures = self._name(width, theme).height, theme.type.line_height(FIGURE)
        return (name + figures if theme.large else max(name, figures)) + theme.px(7)

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        if self.differs:
            pygame.draw.rect(surface, TINT, rect)
        lines.horizontal(surface, rect.left, rect.right, rect.bottom - 1, RULE, theme.stroke())
        name_cell, yours, strip, other = (cell.move(rect.topleft) for cell in self.cells(rect.w, theme))
        name = self._name(rect.w, theme)
        top = rect.y + theme.px(3)
        name.draw(surface, (name_cell.x + theme.px(6), top), INK)
        y = top + (name.height if theme.large else 0)
        colour = VERMILION if self.filed else INK
        baseline = y + theme.type.baseline(FIGURE)
        theme.type.draw(surface, self.here_text, (yours.right, baseline), FIGURE, colour, "right")
        theme.type.draw(surface, self.there_text, (other.x, baseline), FIGURE, colour, "left")
        if self.on_scale:
            self._paint_strip(surface, strip, y + theme.type.line_height(FIGURE) // 2)

    def _paint_strip(self, surface: Surface, strip: Rect, y: int) -> None:
        """Yours square and thin, the documented course round and heavy, tied by a line where they differ."""
        theme = self.theme
        reach = theme.mark_px(8)
        along = Scale(0.0, max(self.here, self.there, 1e-9) * 1.08, strip.left + reach, strip.right - reach)
        lines.horizontal(surface, strip.left, strip.right, y, AXIS, theme.stroke())
        lines.vertical(surface, strip.left, y - theme.px(4), y + theme.px(5), AXIS, theme.stroke())
        colour = VERMILION if self.filed else INK
        there = along.at(self.there)
        here = along.at(self.here) if self.differs else there
        lines.horizontal(surface, min(here, there), max(here, there), y - 1, colour, theme.stroke(3))
        apart = abs(here - there) > theme.mark_px(9)
        half = theme.mark_px(5 if apart else 8)
        box = Rect(round(here) - half, y - half, 2 * half + 1, 2 * half + 1)
        pygame.draw.rect(surface, SHEET, box)
        pygame.draw.rect(surface, colour, box, theme.stroke(2))
        lines.disc(surface, (there, y), theme.mark_px(6 if apart else 4), colour)


class CompareHeads(Widget):
    """The heads of both courses above their figures, with their marks."""

    role: ClassVar[str] = "heading"

    def __init__(self, heads: tuple[str, str], line: CompareLine) -> None:
        super().__init__(" / ".join(heads))
        self.heads, self._line = heads, line

    def height_for(self, width: int, theme: Theme) -> int:
        return theme.type.line_height(LABEL_BOLD) + theme.px(6)

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        _, yours, _, other = (cell.move(rect.topleft) for cell in self._line.cells(rect.w, theme))
        baseline = rect.y + theme.type.baseline(LABEL_BOLD)
        middle, half = baseline - theme.text_px(4), theme.mark_px(4)
        width = theme.type.draw(surface, self.heads[0], (yours.right, baseline), LABEL_BOLD, INK, "right")
        box = Rect(round(yours.right - width) - theme.mark_px(14), middle - half, 2 * half + 1, 2 * half + 1)
        pygame.draw.rect(surface, INK, box, theme.stroke(2))
        wide = theme.type.width(self.heads[1], LABEL_BOLD)
        x = min(float(other.x), rect.right - wide)
        theme.type.draw(surface, self.heads[1], (x, baseline), LABEL_BOLD, INK)
        lines.disc(surface, (x - theme.mark_px(10), middle), theme.mark_px(5), INK)
        lines.horizontal(surface, rect.left, rect.right, rect.bottom - theme.stroke(), INK, theme.stroke())


class Stack(Box):
    """Rows one below another, spread over the height there is."""

    role: ClassVar[str] = "table"

    def height_for(self, width: int, theme: Theme) -> int:
        return sum(child.height_for(width, theme) for child in self.children)

    def arrange(self) -> None:
        heights = [child.height_for(self.rect.w, self.theme) for child in self.children]
        spare = max(0, min((self.rect.h - sum(heights)) // max(1, len(heights)), self.theme.px(10)))
        y = self.rect.y
        for child, own in zip(self.children, heights, strict=True):
            child.layout(Rect(self.rect.x, y, self.rect.w, own + spare), self.theme)
            y += own + spare


class Compared:
    """The fourth page of the debriefing."""

    def __init__(self, page: DebriefPage, rules: Ruleset, last: Season) -> None:
        self.page, self.rules, self.texts, self.last = page, rules, rules.texts, last
        self.comparison: Comparison = page.comparison

    @property
    def heads(self) -> tuple[str, str]:
        """Yours, and the course that it is compared with."""
        return self.texts("debrief.yours"), self.texts(f"{self.comparison.policy}.name")

    def rows(self) -> list[CompareLine]:
        """Every measure under both courses."""
        return [CompareLine(text, here, there, self.heads, self.texts) for text, here, there in self.comparison.rows]

    def body(self, room: Rect, theme: Theme, pages: MakePages) -> list[Widget]:
        """The table at the left; what was done otherwise and the charts at the right."""
        rows = self.rows()
        said = Paragraph(self.texts("debrief.same"), HEADING_PLAIN)
        name = self.texts("debrief.chapter.compare")
        table = Stack([CompareHeads(self.heads, rows[0]), *rows], label=name, part=True)
        aside = self.aside(rows)
        top, rest = rects.split_top(room, said.height_for(room.w, theme), theme.px(8))
        left, right = rects.columns(rest, [1.5, 1.0], theme.px(32))
        if theme.large or table.height_for(left.w, theme) > left.h:
            heads = CompareHeads(self.heads, rows[0])
            return [pages([said, heads, *rows, *aside]).layout(room, theme)]
        return [said.layout(top, theme), table.layout(left, theme), pages(aside).layout(right, theme)]

    def aside(self, rows: Sequence[CompareLine]) -> list[Widget]:
        """What made the difference, how far it may be believed, and the harvest under both courses."""
        return [
            Heading(self.texts("debrief.otherwise"), self.texts("debrief.otherwise-zh")),
            *(Paragraph(text, SECONDARY) for text in self.otherwise()),
            Paragraph(self.differing(rows), SECONDARY),
            *self.charts(),
            Paragraph(self.texts(f"{self.comparison.policy}.text"), LABEL, UMBER),
        ]

    def otherwise(self) -> list[str]:
        """The answers that were not those on record."""
        texts = self.texts
        own = [moment for moment in self.page.moments if off_record(moment, self.rules)]
        if not own:
            return [texts("debrief.all-on-record")]
        given = [(self.rules.cards[moment.card], moment.choice) for moment in own]
        return [
            texts("debrief.otherwise-line", card=card.title, choice=card.choice(choice).text) for card, choice in given
        ]

    def differing(self, rows: Sequence[CompareLine]) -> str:
        """In how many measures the difference can be seen at all."""
        differing = sum(row.differs for row in rows)
        if not differing:
            return self.texts("debrief.no-difference")
        return self.texts("debrief.difference", count=differing, all=len(rows))

    def charts(self) -> list[Widget]:
        """The line of the comparison under both courses, on one scale."""
        other = self.comparison.series
        mine = next((series for series in self.page.series if series.indicator is other.indicator), None)
        if mine is None or not other.points:
            return []
        seasons = charted_seasons([mine, other], self.last)
        both = [season_points(series, seasons, self.texts) for series in (mine, other)]
        scale, gridlines = scale_of([point for points in both for point in points], 2)
        pair = [
            self._chart(head, series, seasons, scale, gridlines)
            for head, series in zip(self.heads, (mine, other), strict=True)
        ]
        name = indicator_name(self.texts, other.indicator)
        return [Column([Heading(name, style=SUBHEADING, rule=False), ChartGrid(pair, label=name)], gap=4)]

    def _chart(
        self, head: str, series: Series, seasons: Sequence[Season], scale: tuple[float, float], grid: tuple[float, ...]
    ) -> SmallMultiple:
        texts = self.texts
        points = season_points(series, seasons, texts)
        known, filed = next((point.known for point in reversed(points) if point.known), None), last_texts(series)[1]
        return SmallMultiple(
            head, unit(texts, series.indicator), points, scale, gridlines=grid,
            known_text=f"{known[0]:,.0f}" if known else "", filed_text=filed, known_head=texts("debrief.so"),
            filed_head=texts("season-page.filed"), years=axis_labels(seasons, texts), bars=True, plot_height=44,
            key=f"compare:{head}",
        )  # fmt: skip
