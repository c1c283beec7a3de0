"""Where work teams go: every county with what is known of it, and what a team has found."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from game.base.refusal import Refusal
from game.campaign.decisions import SendTeam
from game.campaign.desk import county_rows
from game.campaign.pages import CountyRow
from game.reporting.indicators import Indicator
from game.text.figures import whole
from game.text.words import county_name, season_lower
from game.ui.palette import UMBER
from game.ui.scene import Push, Refresh, Transition
from game.ui.scenes.desk_parts import Framed
from game.ui.scenes.desk_words import refused
from game.ui.scenes.dialog import ConfirmScene
from game.ui.scenes.measures import Measure, indicator_lower, indicator_name, unit
from game.ui.session import Session
from game.ui.theme import LABEL, SECONDARY
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column
from game.ui.widgets.table import Table, TableColumn, TableRow, known_column, text_column
from game.ui.widgets.text import Heading, Paragraph

SendThen = Callable[[list[str]], Transition]
"""What follows once a team has been sent, with what it found."""
SHOWN: Final = (Indicator.ORGANISED, Indicator.YIELD, Indicator.ANIMALS)


def send_team(session: Session, county: str) -> list[str] | Refusal:
    """Send a team; what it narrowed, line by line, with what was known before."""
    before = _row(session, county)
    refusal = session.do(SendTeam(county))
    if refusal is not None:
        return refusal
    now, texts = _row(session, county), session.texts
    return [
        texts(
            "folders.teams.found", indicator=indicator_lower(texts, line), now=Measure(line).band(now.known[line]),
            before=Measure(line).band(before.known[line]),
        )
        for line in SHOWN
        if now.known[line].high > 0.0
    ]  # fmt: skip


def _row(session: Session, county: str) -> CountyRow:
    return next(row for row in county_rows(session.playing) if row.id == county)


def ask_to_send(session: Session, county: str, then: SendThen) -> Transition:
    """Ask before a team is sent, since what it finds cannot be untold."""
    texts, state = session.texts, session.playing.state
    cost = session.rules.reporting.sight.inspection_turns
    name = county_name(texts, county)
    words = texts("folders.teams.ask", cost=cost, left=whole(state.team_turns))

    def sent() -> Transition:
        found = send_team(session, county)
        return refused(session, found) if isinstance(found, Refusal) else then(found)

    return Push(
        ConfirmScene(
            texts("folders.teams.ask-title", county=name), (words, texts("folders.teams.warning")),
            texts("folders.teams.send"), texts("folders.teams.keep"), sent, han=texts("folders.teams.han"),
        )
    )  # fmt: skip


class TeamsView:
    """The table of counties from which teams are sent, and what the last one found."""

    def __init__(self, session: Session) -> None:
        self.session, self.texts = session, session.texts
        self.county, self.found = "", list[str]()

    def panel(self) -> Framed:
        """The sheet with the table; above it what a team costs and does, and what the last one found."""
        texts, cost = self.texts, self.session.rules.reporting.sight.inspection_turns
        units = " · ".join(unit(texts, line) for line in SHOWN)
        title = Heading(texts("folders.teams.title"), texts("folders.teams.han"), units)
        about = Paragraph(texts("folders.teams.about", cost=cost), LABEL, UMBER)
        head = Column([title, *(self._news() or [about])], gap=4)
        return Framed(texts("folders.teams.title"), self._table(), head, margin=(18, 14))

    def _news(self) -> list[Widget]:
        if not self.found:
            return []
        name = county_name(self.texts, self.county)
        return [Paragraph(f"<b>{name}:</b> {'; '.join(self.found)}.", SECONDARY)]

    def _table(self) -> Table:
        texts = self.texts
        columns = [TableColumn(texts("folders.teams.county"), 1.3)]
        columns += [known_column(indicator_name(texts, line), 1.15) for line in SHOWN]
        columns.append(text_column(texts("folders.teams.seen"), 1.1, muted=True))
        rows = [self._county(row) for row in county_rows(self.session.playing)]
        return Table(
            columns, rows, on_pick=self._ask, picked=self.county, label=texts("folders.teams.title"), key="teams",
            page_label=lambda page, pages: texts("page.leaf", page=page, pages=pages),
        )  # fmt: skip

    def _county(self, row: CountyRow) -> TableRow:
        texts = self.texts
        seen = texts("folders.teams.never") if row.inspected is None else season_lower(texts, row.inspected)
        if row.id in self.session.playing.state.teams:
            seen = texts("folders.teams.now")
        bands = (Measure(line).band(row.known[line]) for line in SHOWN)
        return TableRow((county_name(texts, row.id), *bands, seen), row.id)

    def _ask(self, county: str) -> Transition:
        return ask_to_send(self.session, county, lambda found: self._sent(county, found))

    def _sent(self, county: str, found: list[str]) -> Transition:
        self.county, self.found = county, found
        return Refresh(f"teams:{county}")
