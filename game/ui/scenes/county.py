"""A county: who reports for it, both its ledgers over the seasons, what was found, and what is decided otherwise."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from pygame import Rect

from game.base.seasons import Season
from game.campaign.desk import county_rows, county_series
from game.campaign.pages import CountyRow, Point, Series
from game.reporting.indicators import Indicator
from game.text.words import county_name
from game.ui import rects
from game.ui.keys import Key
from game.ui.palette import PAPER, WALL
from game.ui.scene import Pop, Push, Refresh, Transition
from game.ui.scenes.archive import ArchiveScene
from game.ui.scenes.county_parts import (
    CountyTabs,
    Limited,
    checked,
    cooperatives,
    name_of,
    otherwise,
    secretary,
)
from game.ui.scenes.desk_map import cooperative_places, map_painter
from game.ui.scenes.folder_desk import SETTLED, FolderScene
from game.ui.scenes.folder_teams import ask_to_send
from game.ui.scenes.help import HelpScene
from game.ui.scenes.page import PageScene
from game.ui.scenes.season_figures import HARVESTED, small_multiple
from game.ui.scenes.why import WhyScene
from game.ui.session import Session
from game.ui.small_map import CountyMap
from game.ui.theme import LABEL, SECONDARY, SUBHEADING, Theme
from game.ui.transition import Action
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column, Flow, Ground, Row
from game.ui.widgets.button import Button, KeyHint
from game.ui.widgets.document import Sheet
from game.ui.widgets.ledger import Legend
from game.ui.widgets.options import Option
from game.ui.widgets.page import PageHead
from game.ui.widgets.tabs import Tabs
from game.ui.widgets.text import Heading, Paragraph

LEFT: Final = 272
RIGHT: Final = 296
GAP: Final = 28
ACROSS: Final = 3
PLOT: Final = 118
LARGE_PLOT: Final = 110
"""Height of a chart's field, design pixels."""


class CountyScene(PageScene):
    """One county's page. N and P turn to the next and the one before; I sends a team, D decides for it alone."""

    def __init__(self, session: Session, county: str) -> None:
        super().__init__(session)
        self.county = county
        self.found: list[str] = []
        self.open_part = "ledgers"
        self.first_focus = f"counties:{county}"

    @property
    def title(self) -> str:  # type: ignore[override]
        """The county's name."""
        return county_name(self.texts, self.county)

    @property
    def row(self) -> CountyRow:
        """What is known and reported of it."""
        return next(row for row in county_rows(self.session.playing) if row.id == self.county)

    @property
    def counties(self) -> tuple[str, ...]:
        """Every county, in the order of the tabs."""
        return tuple(self.session.rules.prefecture.county_ids)

    # ---- layout

    def layout(self, theme: Theme, size: tuple[int, int]) -> Widget:
        if theme.large:
            return super().layout(theme, size)
        window = Rect((0, 0), size)
        inside = rects.inset(window, theme.px(18), theme.px(10))
        tabs = self._county_tabs()
        above, sheet_room = rects.split_top(inside, tabs.height_for(inside.w, theme))
        sheet = Sheet(Column(), self.title, colour=PAPER).layout(Rect(sheet_room), theme)
        room = rects.inset(sheet_room, theme.px(22), theme.px(18))
        ground = Ground(
            [tabs.layout(above, theme), sheet, *self._columns(room, theme)], label=self.title, colour=WALL
        )
        return ground.layout(window, theme)

    def _county_tabs(self) -> CountyTabs:
        texts = self.texts
        options = [
            Option(county, county_name(texts, county), texts(f"county.{county}.zh"))
            for county in self.counties
        ]
        return CountyTabs(
            options, self.county, self._turn_to, label=texts("county-page.tabs"), key="counties"
        )

    def _columns(self, room: Rect, theme: Theme) -> list[Widget]:
        gap = theme.px(GAP)
        left, rest = rects.split_left(room, theme.px(LEFT), gap)
        middle, right = rects.split_right(rest, theme.px(RIGHT), gap)
        buttons = self._buttons()
        above, below = rects.split_bottom(middle, buttons.height_for(middle.w, theme), theme.px(8))
        person = [name_of(self.session, self.county), *self._person()]
        parts = [person, self._ledgers(theme), self._here(theme)]
        return [
            *(self.leaves(part, 12, form=True).layout(where, theme)
              for part, where in zip(parts, (left, above, right), strict=True)),
            buttons.layout(below, theme),
        ]  # fmt: skip

    # ---- large text

    def head(self) -> PageHead:
        texts, county = self.texts, self.county
        return PageHead(self.title, han=texts(f"county.{county}.zh"), pinyin=texts(f"county.{county}.pinyin"))

    def hints(self) -> list[KeyHint]:
        texts = self.texts
        return [
            KeyHint("P", texts("county-page.before"), lambda: self._turn(-1)),
            KeyHint("N", texts("county-page.next"), lambda: self._turn(1)),
        ]

    def body(self, room: Rect, theme: Theme) -> list[Widget]:
        texts, buttons = self.texts, self._buttons()
        rest, bottom = rects.split_bottom(room, buttons.height_for(room.w, theme), theme.px(8))
        parts: dict[str, Callable[[], list[Widget]]] = {
            "ledgers": lambda: self._ledgers(theme),
            "person": self._person,
            "here": lambda: self._here(theme),
        }
        options = [Option(name, texts(f"county-page.parts.{name}")) for name in parts]
        tabs = Tabs(options, self.open_part, self._show_part, label=self.title)
        above, below = rects.split_top(rest, tabs.height_for(rest.w, theme), theme.px(8))
        shown = self.leaves(parts[self.open_part](), 12, form=True)
        return [tabs.layout(above, theme), shown.layout(below, theme), buttons.layout(bottom, theme)]

    # ---- parts

    def _person(self) -> list[Widget]:
        row, session = self.row, self.session
        return [cooperatives(session, row), secretary(session, row), checked(session, row)]

    def _ledgers(self, theme: Theme) -> list[Widget]:
        texts = self.texts
        head = Heading(texts("county-page.ledgers", county=self.title), texts("county-page.ledgers-han"))
        legend = Legend(texts("desk.ledger.legend-known"), texts("desk.ledger.legend-filed"))
        across = 2 if theme.large else ACROSS
        charts = self._charts(theme)
        rows = [charts[first : first + across] for first in range(0, len(charts), across)]
        return [head, *(Row([*row, *([Column()] * (across - len(row)))], gap=16) for row in rows), legend]

    def _charts(self, theme: Theme) -> list[Widget]:
        """Both ledgers of each line, season by season; the question why is answered on each."""
        charts: list[Widget] = []
        height = LARGE_PLOT if theme.large else PLOT
        row, now = self.row, self.session.playing.state.season
        series = [with_today(each, row, now) for each in county_series(self.session.playing, self.county)]
        seasons = _seasons([point.season for each in series for point in each.points], self.session)
        for each in series:
            chart = small_multiple(each, seasons, self.texts, height, now)
            chart.why = self._asker(each.indicator)
            charts.append(chart)
        return charts

    def _here(self, theme: Theme) -> list[Widget]:
        texts, row = self.texts, self.row
        painter = map_painter(theme.images.assets, texts, self.session.rules.prefecture.county_ids)
        seals = list(cooperative_places([row], painter.atlas))
        plan = CountyMap(painter, self.county, texts("county-page.map", county=self.title), seals=seals)
        return [Limited(plan, RIGHT), *self._news(), otherwise(self.session, row)]

    def _news(self) -> list[Widget]:
        if not self.found:
            return []
        head = Heading(self.texts("county-page.news"), style=SUBHEADING, rule=False)
        return [Column([head, *(Paragraph(line, SECONDARY) for line in self.found)], gap=3)]

    def _buttons(self) -> Flow:
        texts, cost = self.texts, self.session.rules.reporting.sight.inspection_turns
        state = self.session.playing.state
        able = state.team_turns >= cost and self.county not in state.teams
        send = texts("county-page.inspect", cost=cost)
        decide = texts("county-page.decide", county=self.title)
        return Flow(
            [
                Button(send, self.inspect, "primary", keycap="I", enabled=able, key="inspect", style=LABEL),
                Button(decide, self.decide, keycap="D", key="decide", style=LABEL),
                Button(texts("county-page.back"), Pop, keycap="Esc", accelerator="", key="back", style=LABEL),
            ],
            gap=8,
        )

    # ---- what the player does

    def inspect(self) -> Transition:
        """Send a team, after asking."""
        return ask_to_send(self.session, self.county, self._inspected)

    def _inspected(self, found: list[str]) -> Transition:
        self.found = found
        return Refresh()

    def decide(self) -> Transition:
        """Decide for this county alone."""
        return Push(FolderScene(self.session, SETTLED[0], self.county))

    def _asker(self, indicator: Indicator) -> Action:
        return lambda: Push(WhyScene(self.session, indicator, self.county))

    def _turn_to(self, county: str) -> Transition:
        self.county, self.found = county, []
        return Refresh(f"counties:{county}")

    def _turn(self, step: int) -> Transition:
        there = self.counties
        return self._turn_to(there[(there.index(self.county) + step) % len(there)])

    def _show_part(self, part: str) -> Transition:
        self.open_part = part
        return Refresh(f"tabs:{part}")

    def on_key(self, key: Key) -> Transition | None:
        if key.name == "F1":
            return Push(HelpScene(self.session))
        steps = {"N": 1, "P": -1}
        if key.name in steps and key.plain:
            return self._turn(steps[key.name])
        if key.name == "A" and key.plain:
            return Push(ArchiveScene(self.session, f"place-{self.county}"))
        return super().on_key(key)


def with_today(series: Series, row: CountyRow, now: Season) -> Series:
    """The series with what is known this season, as the desk has it; harvests are known when they are in."""
    points = series.points
    if series.indicator in HARVESTED or (points and points[-1].season >= now):
        return series
    return replace(series, points=(*points, Point(now, row.known[series.indicator], None)))


def _seasons(recorded: Sequence[Season], session: Session) -> list[Season]:
    """Every season from the first that is on record to the one that is being played."""
    now = session.playing.state.season
    first = min(recorded, default=now)
    return [first.shift(number) for number in range(now.index - first.index + 1)]
