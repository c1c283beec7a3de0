"""The time line: both ledgers of a line, with the choices on it; round what was written, square what was done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Final

import pygame
from pygame import Rect, Surface

from game.base.seasons import Season
from game.campaign.pages import DebriefPage, Moment, Series
from game.reporting.indicators import Indicator
from game.ruleset.content import Ruleset, Scenario
from game.ui import lines, rects
from game.ui.lines import Point
from game.ui.markup import parse, plain
from game.ui.palette import INK, PAPER, SHEET, UMBER, VERMILION
from game.ui.paragraph import Setting, set_words
from game.ui.scenes.desk_words import season_name
from game.ui.scenes.measures import indicator_name, unit
from game.ui.scenes.season_figures import axis_labels, charted_seasons, scale_of, season_points
from game.ui.theme import LABEL, LABEL_BOLD, SECONDARY_BOLD, SUBHEADING, Theme
from game.ui.transition import Transition
from game.ui.type import TextStyle
from game.ui.widgets.base import Widget
from game.ui.widgets.leaves import Pages
from game.ui.widgets.ledger_lines import LedgerLines
from game.ui.widgets.ledger_lines import Moment as OnLine
from game.ui.widgets.options import Option
from game.ui.widgets.small_multiple import SeasonPoint
from game.ui.widgets.tabs import Segments
from game.ui.widgets.text import Label

LINES: Final = (
    Indicator.ORGANISED, Indicator.ANIMALS, Indicator.GRAIN_SOLD, Indicator.YIELD, Indicator.STEEL,
    Indicator.WATERWORKS, Indicator.CANTEENS, Indicator.DEATHS,
)  # fmt: skip
"""Lines that can be laid on the time line."""
TOLD: Final = TextStyle("roman", 14, 18)
LEAST_PLOT: Final = 110
SPREAD: Final = 0.22
"""How far apart the choices of one season stand, in seasons."""
SEASONS_BEFORE: Final = 2
"""Seasons shown from before the scenario, so that the last harvest is among them."""
MakePages = Callable[[Sequence[Widget]], Pages]


class Choice(Widget):
    """A choice in the list below the time line: its badge, the paper, what was answered; `above` begins a season."""

    role: ClassVar[str] = "listitem"

    def __init__(self, number: int, moment: Moment, rules: Ruleset, above: str = "") -> None:
        card = rules.cards[moment.card]
        end = "" if card.title.endswith("?") else "."
        text = f"<b>{card.title}{end}</b> {card.choice(moment.choice).text}"
        if off_record(moment, rules):
            text += f" <m>{rules.texts('debrief.off-record')}</m>"
        super().__init__(f"{number}. {card.title}", plain(text))
        self.number, self.written, self.text, self.above = number, moment.filed, text, above

    def _setting(self, width: int, theme: Theme) -> Setting:
        return set_words(parse(self.text), width - theme.text_px(30), TOLD, theme.type)

    def _above_height(self, theme: Theme) -> int:
        return theme.type.line_height(SECONDARY_BOLD) + theme.px(4) if self.above else 0

    def height_for(self, width: int, theme: Theme) -> int:
        own = max(self._setting(width, theme).height, theme.text_px(20))
        return self._above_height(theme) + own + theme.px(4)

    def paint(self, surface: Surface) -> None:
        theme, radius = self.theme, self.theme.text_px(10)
        baseline = self.rect.y + theme.type.baseline(SECONDARY_BOLD)
        theme.type.draw(surface, self.above, (self.rect.x, baseline), SECONDARY_BOLD, INK)
        top = self.rect.y + self._above_height(theme)
        centre = self.rect.x + radius, top + theme.px(1) + radius
        paint_badge(surface, self.number, centre, radius, theme, written=self.written)
        self._setting(self.rect.w, theme).draw(surface, (self.rect.x + theme.text_px(30), top), INK)


def paint_badge(surface: Surface, number: int, at: Point, radius: int, theme: Theme, *, written: bool) -> None:
    """A number, round and vermilion or square and black."""
    colour = VERMILION if written else INK
    if written:
        lines.disc(surface, at, radius, SHEET, VERMILION, theme.stroke(2))
    else:
        box = Rect(round(at[0]) - radius + 1, round(at[1]) - radius + 1, 2 * radius - 2, 2 * radius - 2)
        pygame.draw.rect(surface, SHEET, box)
        pygame.draw.rect(surface, INK, box, theme.stroke(2))
    theme.type.draw(surface, str(number), (at[0], at[1] + theme.text_px(5)), LABEL_BOLD, colour, "centre")


def off_record(moment: Moment, rules: Ruleset) -> bool:
    """Whether an answer is on record for the paper, and another was given."""
    return not moment.documented and any(choice.taken for choice in rules.cards[moment.card].choices)


class NumberedLines(LedgerLines):
    """The time line with its choices as numbers only: their words stand in the list below it."""

    def _lanes_height(self, width: int, theme: Theme, kind: str) -> int:
        return 0

    def _paint_names(self, surface: Surface, plot: Rect, filed: list[Point], known: list[Point]) -> None:
        """The names of both lines where they begin: the choices stand where they end."""
        theme = self.theme
        for ends, name, colour, drop in (
            (filed, self.heads[1], VERMILION, -theme.px(9)),
            (known, self.heads[0], INK, theme.text_px(19)),
        ):
            if ends:
                at = ends[0][0], ends[0][1] + drop
                theme.type.draw(surface, name, at, SUBHEADING, colour, halo=PAPER)

    def _paint_notes(self, surface: Surface, plot: Rect, kind: str) -> None:
        for moment in self.moments:
            if moment.kind == kind:
                self._paint_badge(surface, moment, self._moment_place(moment, plot))


class Columns(Widget):
    """Items in columns of equal width, filled one after another."""

    role: ClassVar[str] = "list"

    def __init__(self, label: str, items: Sequence[Widget], across: int) -> None:
        super().__init__(label, children=items)
        self.across = across

    def _split(self, width: int, theme: Theme) -> list[list[Widget]]:
        """Items by column, so that the highest column is as low as can be."""
        heights = [child.height_for(width, theme) for child in self.children]
        limit = -(-sum(heights) // self.across)
        while True:
            columns = _fill(self.children, heights, limit)
            if len(columns) <= self.across:
                return columns
            limit += theme.px(8)

    def _width(self, width: int, theme: Theme) -> int:
        return (width - theme.px(24) * (self.across - 1)) // self.across

    def height_for(self, width: int, theme: Theme) -> int:
        own = self._width(width, theme)
        columns = self._split(own, theme)
        return max((sum(item.height_for(own, theme) for item in column) for column in columns), default=0)

    def arrange(self) -> None:
        theme = self.theme
        own = self._width(self.rect.w, theme)
        for number, column in enumerate(self._split(own, theme)):
            y = self.rect.y
            for item in column:
                height = item.height_for(own, theme)
                item.layout(Rect(self.rect.x + number * (own + theme.px(24)), y, own, height), theme)
                y += height


def _fill(items: Sequence[Widget], heights: Sequence[int], limit: int) -> list[list[Widget]]:
    columns: list[list[Widget]] = [[]]
    reach = 0
    for item, height in zip(items, heights, strict=True):
        if columns[-1] and reach + height > limit:
            columns.append([])
            reach = 0
        columns[-1].append(item)
        reach += height
    return columns


def _room_below(points: Sequence[SeasonPoint]) -> float:
    """A value below all others, so that numbers on the lower line do not touch the axis."""
    values = [value for point in points for value in (*(point.known or ()), point.filed) if value is not None]
    return max(0.0, min(values) - 0.5 * (max(values) - min(values))) if values else 0.0


class Timeline:
    """The third page of the debriefing: a chart of the line that is picked, and the list of choices."""

    def __init__(
        self, page: DebriefPage, rules: Ruleset, scenario: Scenario, refresh: Callable[[], Transition]
    ) -> None:
        self.page, self.rules, self.texts, self.refresh = page, rules, rules.texts, refresh
        self.first, self.last = scenario.first.shift(-SEASONS_BEFORE), scenario.last
        self.shown = next(line for line in LINES if any(s.indicator is line for s in page.series))

    def pick(self, line: str) -> Transition:
        """Lay another line on the time line."""
        self.shown = Indicator(line)
        return self.refresh()

    def body(self, room: Rect, theme: Theme, pages: MakePages) -> list[Widget]:
        """The choice of lines, the chart, and the choices in columns or, with large text, on leaves."""
        switch, chart = self._switch(theme), self._chart(LEAST_PLOT)
        key = Label(self.texts("debrief.key"), LABEL, UMBER)
        choices = self._choices()
        if theme.large:
            high = room.h - sum(each.height_for(room.w, theme) for each in (switch, key)) - theme.text_px(80)
            chart = self._chart(max(120, high / theme.scale))
            return [pages([switch, chart, key, *choices]).layout(room, theme)]
        columns = Columns(self.texts("debrief.choices"), choices, 3)
        top, rest = rects.split_top(room, switch.height_for(room.w, theme), theme.px(10))
        needed = columns.height_for(rest.w, theme)
        if needed > rest.h - chart.height_for(rest.w, theme) - key.height_for(rest.w, theme):
            return [switch.layout(top, theme), pages([chart, key, *choices]).layout(rest, theme)]
        above, below = rects.split_bottom(rest, needed, theme.px(8))
        above, line = rects.split_bottom(above, key.height_for(rest.w, theme), theme.px(4))
        return [
            switch.layout(top, theme),
            chart.layout(above, theme),
            key.layout(line, theme),
            columns.layout(below, theme),
        ]

    def _switch(self, theme: Theme) -> Segments:
        there = {series.indicator for series in self.page.series}
        options = [Option(line.value, indicator_name(self.texts, line)) for line in LINES if line in there]
        return Segments(options, self.shown.value, self.pick, label=self.texts("debrief.pick-line"), key="line")

    def _series(self) -> Series:
        return next(series for series in self.page.series if series.indicator is self.shown)

    def _chart(self, plot_height: float) -> LedgerLines:
        series, texts = self._series(), self.texts
        seasons = [season for season in charted_seasons([series], self.last) if season >= self.first]
        points = season_points(series, seasons, texts)
        scale, gridlines = scale_of([*points, SeasonPoint("", filed=_room_below(points))], 4)
        return NumberedLines(
            indicator_name(texts, self.shown), unit(texts, self.shown), points, scale,
            known_head=texts("debrief.so"), filed_head=texts("season-page.filed"), gridlines=gridlines,
            years=axis_labels(seasons, texts), moments=self._on_line(seasons), plot_height=plot_height, key="timeline",
        )  # fmt: skip

    def _on_line(self, seasons: Sequence[Season]) -> list[OnLine]:
        """The choices of each season one after another before its figures; their words stand in the list."""
        found = []
        for number, moment in enumerate(self.page.moments, 1):
            same = [each for each in self.page.moments if each.season == moment.season]
            shift = (same.index(moment) + 1 - len(same)) * SPREAD
            at = seasons.index(moment.season) + shift
            found.append(OnLine(at, number, "", "written" if moment.filed else "done"))
        return found

    def _choices(self) -> list[Widget]:
        """Every choice under the season in which it was made."""
        listed: list[Widget] = []
        season: Season | None = None
        for number, moment in enumerate(self.page.moments, 1):
            above = "" if moment.season == season else season_name(self.texts, moment.season)
            season = moment.season
            listed.append(Choice(number, moment, self.rules, above))
        return listed
