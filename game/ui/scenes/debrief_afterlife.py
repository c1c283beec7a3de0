"""The figure's afterlife: which figure is followed, who cited it, and both ledgers in the years that came after."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from pygame import Rect

from game.campaign.afterlife import Afterlife, Citation, afterlife, filed_figures
from game.campaign.game import Game
from game.campaign.run_on import OWN, Course, course
from game.reporting.indicators import Indicator
from game.text.afterlife import (
    COLUMNS,
    citation_sentence,
    differing_rows,
    in_the_villages,
    in_villages,
    introduction,
    lived_rows,
    use_words,
    years_unit,
)
from game.text.figures import millions, show
from game.text.words import season_lower
from game.ui import rects
from game.ui.palette import UMBER
from game.ui.scenes.measures import indicator_name
from game.ui.theme import DOCUMENT, LABEL, SECONDARY, Theme
from game.ui.transition import Transition
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column, Row
from game.ui.widgets.leaves import Pages
from game.ui.widgets.options import Option
from game.ui.widgets.table import Table, TableColumn, TableRow, filed_column, known_column
from game.ui.widgets.tabs import Segments
from game.ui.widgets.text import Heading, Paragraph

MakePages = Callable[[Sequence[Widget]], Pages]
Show = Callable[[str], Transition]
SHARES: Final = (1.3, 1.0)
"""Of the width: citations and years."""
WIDTHS: Final = (1.15, 0.8, 0.8, 0.7, 0.9, 0.8)
"""Of the columns of a year, in the order of ``COLUMNS``."""
FILED: Final = frozenset({"filed", "target"})
"""Columns of a year that stand on paper only."""
ROWS: Final = 5
"""Years in one table."""
QUICK: Final = 40_000
"""So many villages times seasons are run in well under a second."""


class AfterlifeView:
    """The fifth page of the debriefing. Nothing is run before the page is opened; what was run is kept."""

    def __init__(self, game: Game, show: Show) -> None:
        self.game, self.texts, self._show = game, game.rules.texts, show
        self.figures = filed_figures(game)
        self.line = self.figures[0].line if self.figures else Indicator.YIELD
        self.policy = game.rules.reporting.run_on.successor
        self._lived: dict[str, Course] = {}
        self._found: dict[tuple[Indicator, str], Afterlife] = {}

    @property
    def slow(self) -> bool:
        """Whether what is asked for has still to be run, and takes long enough to be noticed."""
        seasons = len(self.game.state.records) + 4 * self.game.rules.reporting.run_on.years
        there = not self.figures or (self.line, self.policy) in self._found
        return not there and seasons * self.game.state.setup.villages > QUICK

    def find(self) -> Afterlife | None:
        """The afterlife that is asked for; run if it has not been."""
        if not self.figures:
            return None
        asked = self.line, self.policy
        if asked not in self._found:
            found = afterlife(self.game, self.line, policy=self.policy, lived=self._course())
            assert found is not None, "the line has a figure"
            self._found[asked] = found
        return self._found[asked]

    def _course(self) -> Course:
        """The campaign run on as it was played; the same for every figure."""
        if self.policy not in self._lived:
            years = self.game.rules.reporting.run_on.years
            self._lived[self.policy] = course(self.game, years, self.policy)
        return self._lived[self.policy]

    # ---- going about

    def pick_line(self, line: str) -> Transition:
        """Follow the figure of another line."""
        self.line = Indicator(line)
        return self._show(f"figure:{line}")

    def pick_way(self, way: str) -> Transition:
        """Let another way of filing follow."""
        self.policy = way
        return self._show(f"way:{way}")

    # ---- the page

    def body(self, room: Rect, theme: Theme, pages: MakePages) -> list[Widget]:
        """Switches above; citations at the left and the years at the right, or with large text one after another.

        Citations stand in a table where it finds room, else as sentences on leaves.
        """
        life = self.find()
        if life is None:
            return [pages([Paragraph(self.texts("afterlife.none"), DOCUMENT)]).layout(room, theme)]
        switches, told = self._switches(), self._introduction(life)
        years = [*self._years(life), *self._differences(life)]
        sentences = [Paragraph(citation_sentence(found, self.texts), SECONDARY) for found in life.citations]
        uses = _under(self._cited(), sentences)
        if theme.large:
            which, way = switches  # apart, so that arrows lead along one switch and not across to the other
            return [pages([which, *told, way, *uses, *years]).layout(room, theme)]
        row = Row(switches, shares=SHARES, gap=32)
        top, rest = rects.split_top(room, row.height_for(room.w, theme), theme.px(10))
        left, right = rects.columns(rest, SHARES, theme.px(32))
        table = _under(self._cited(), [self._table(life.citations)])
        fits = Column([*told, *table], gap=10).height_for(left.w, theme) <= left.h
        cited = pages([*told, *(table if fits else uses)])
        return [row.layout(top, theme), cited.layout(left, theme), pages(years).layout(right, theme)]

    def _switches(self) -> list[Widget]:
        """Which figure is followed, and who files after."""
        texts, successor = self.texts, self.game.rules.reporting.run_on.successor
        lines = [Option(found.line.value, indicator_name(texts, found.line)) for found in self.figures]
        ways = [
            Option(successor, texts("afterlife.way-short.successor")), Option(OWN, texts("afterlife.way-short.own")),
        ]  # fmt: skip
        return [
            Segments(lines, self.line.value, self.pick_line, label=texts("afterlife.pick-line"), key="figure"),
            Segments(ways, self.policy, self.pick_way, label=texts("afterlife.pick-way"), key="way"),
        ]

    def _introduction(self, life: Afterlife) -> list[Widget]:
        told = Paragraph(" ".join(introduction(life, self.texts)), SECONDARY)
        return [told, Paragraph(self.texts("afterlife.mark"), LABEL, UMBER)]

    def _cited(self) -> Heading:
        return Heading(self.texts("afterlife.cited-head"), self.texts("afterlife.cited-zh"))

    def _table(self, citations: Sequence[Citation]) -> Table:
        """When, what for, the figure cited, what came of it, and the same with what was known on file."""
        texts = self.texts
        columns = [
            TableColumn(texts("afterlife.column.season"), 0.9, style=SECONDARY),
            TableColumn(texts("afterlife.column.use"), 1.9, style=SECONDARY),
            filed_column(texts("afterlife.column.cited"), 0.7),
            TableColumn(texts("afterlife.column.came"), 0.95, "right", style=SECONDARY),
            TableColumn(texts("afterlife.column.instead"), 0.95, "right", style=SECONDARY),
        ]
        rows = [
            TableRow(
                (
                    season_lower(texts, found.season), use_words(found, texts), show(found.line, found.figure),
                    self._cell(found, found.came), self._cell(found, found.instead),
                ),
                key=str(number),
            )
            for number, found in enumerate(citations)
        ]  # fmt: skip
        return Table(columns, rows, label=texts("afterlife.cited-head"), key="citations")

    def _cell(self, found: Citation, value: float | None) -> str:
        """A figure in its short unit and in the ink of its ledger."""
        if value is None:
            return ""
        if found.of is None:
            return self.texts("afterlife.million-jin", amount=millions(value))
        words = f"{show(found.of, value)} {self.texts(f'debrief.unit.{found.of.value}')}".strip()
        return words if in_villages(found) else f"<r>{words}</r>"

    def _years(self, life: Afterlife) -> list[Widget]:
        """A row for each year in both inks."""
        head = Heading(self.texts("afterlife.years-head"), self.texts("afterlife.years-zh"))
        unit = Paragraph(years_unit(life, self.texts), LABEL, UMBER)
        return [head, *self._of_years("years", life, lived_rows(life)), unit]

    def _of_years(self, key: str, life: Afterlife, rows: Sequence[tuple[str, ...]]) -> list[Widget]:
        """Tables of a few years each, so that one finds room on a leaf at any text size."""
        columns = [TableColumn(self.texts("afterlife.column.year"), 0.8, style=SECONDARY)]
        for name, share in zip(COLUMNS, WIDTHS, strict=True):
            column = filed_column if name in FILED else known_column
            head = in_the_villages(life, self.texts) if name == "true" else self.texts(f"afterlife.column.{name}")
            columns.append(column(head, share))
        label = self.texts("afterlife.years-head" if key == "years" else "afterlife.differs-head")
        return [
            Table(
                columns, [TableRow(row, key=row[0]) for row in rows[first : first + ROWS]], label=label,
                key=key if not first else f"{key}-{first}",
            )
            for first in range(0, len(rows), ROWS)
        ]  # fmt: skip

    def _differences(self, life: Afterlife) -> list[Widget]:
        """The same years with what was known on file: only what differs is written."""
        texts, rows = self.texts, differing_rows(life)
        head = Heading(texts("afterlife.differs-head"), texts("afterlife.differs-zh"))
        if not rows:
            return _under(head, [Paragraph(texts("afterlife.no-difference"), SECONDARY)])
        only = Paragraph(texts("afterlife.differs-only"), LABEL, UMBER)
        return [head, *self._of_years("differs", life, rows), only]


def _under(heading: Heading, parts: Sequence[Widget]) -> list[Widget]:
    """A heading kept with the first of what stands below it."""
    return [Column([heading, *parts[:1]], gap=6), *parts[1:]]
