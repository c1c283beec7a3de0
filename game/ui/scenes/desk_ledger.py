"""The right of the desk: the offices above, and the two ledgers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.campaign.pages import DeskPage, LedgerRow, OfficeRow
from game.reporting.indicators import Indicator
from game.text.figures import NOUGHT_COUNTS
from game.text.words import listed
from game.ui.palette import UMBER
from game.ui.scenes.desk_parts import Framed, ScaleHead
from game.ui.scenes.measures import Measure, indicator_name, unit
from game.ui.theme import LABEL
from game.ui.transition import Transition
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column, Flow, Row
from game.ui.widgets.button import KeyHint
from game.ui.widgets.desk import SuperiorLine
from game.ui.widgets.ledger import LedgerLine, LedgerTable, Legend, Reading
from game.ui.widgets.text import Heading, Paragraph

if TYPE_CHECKING:
    from game.base.texts import Texts

OnLine = Callable[[Indicator], Transition]
NOT_HEARD = (0.04, 0.96)
"""Where the mark of an office stands of which nothing was heard: all over the scale."""
UNDECIDED = 0.2


def above_you(texts: Texts, page: DeskPage, *, headed: bool = True) -> Framed:
    """Where each superior stands between caution and advance, as far as it is heard, and what it thinks of you."""
    lines: list[Widget] = [_office(texts, office) for office in page.offices]
    doubting = [texts(f"office.{office.id}.long") for office in page.offices if office.suspicion == "strong"]
    if doubting:
        words = texts("desk.above.doubts", offices=listed(texts, doubting))
        lines.append(Paragraph(words[:1].upper() + words[1:], LABEL, UMBER))
    head = Heading(texts("desk.above.title"), texts("desk.above.han"))
    scale = ScaleHead(texts("desk.above.caution"), texts("desk.above.advance"), texts("desk.above.standing"))
    return Framed(
        texts("desk.above.title"),
        Column([scale, *lines], gap=0),
        head if headed else None,
        gap=0,
        margin=(14, 9),
    )


def _office(texts: Texts, office: OfficeRow) -> SuperiorLine:
    line = NOT_HEARD if office.heard_line is None else (office.heard_line + 1.0) / 2.0
    words = texts(
        "desk.above.line", line=line_word(texts, office), standing=texts(f"standing.{office.standing}"),
        suspicion=texts(f"suspicion.{office.suspicion}"),
    )  # fmt: skip
    return SuperiorLine(
        texts(f"office.{office.id}.name"), texts(f"standing.{office.standing}"), han=texts(f"office.{office.id}.zh"),
        line=line, description=words, key=f"office:{office.id}",
    )  # fmt: skip


def line_word(texts: Texts, office: OfficeRow) -> str:
    """The line of an office in a word."""
    if office.heard_line is None:
        return texts("office.line-unknown")
    if abs(office.heard_line) < UNDECIDED:
        return texts("office.line-undecided")
    return texts("office.line-advance" if office.heard_line > 0 else "office.line-caution")


def two_ledgers(texts: Texts, page: DeskPage, on_line: OnLine, *, headed: bool = True) -> Framed:
    """Each line of a report in both inks."""
    rows = [ledger_line(texts, row, on_line) for row in page.ledger]
    table = LedgerTable(
        rows, texts("desk.ledger.known"), texts("desk.ledger.filed"),
        known_han=texts("desk.ledger.known-han"), filed_han=texts("desk.ledger.filed-han"),
        on_row=lambda key: on_line(Indicator(key)), label=texts("desk.ledger.title"), key="ledger",
    )  # fmt: skip
    table.page_label = lambda number, pages: texts("desk.page", page=number, pages=pages)
    legend = Legend(texts("desk.ledger.legend-known"), texts("desk.ledger.legend-filed"))
    foot = Row([legend, Flow([KeyHint("?", texts("desk.ledger.why"))], align_right=True)], (3, 1), gap=4)
    head = Heading(texts("desk.ledger.title"), texts("desk.ledger.han"), texts("desk.ledger.note"))
    return Framed(texts("desk.ledger.title"), table, head if headed else None, foot, gap=2, margin=(14, 9))


def ledger_line(texts: Texts, row: LedgerRow, on_line: OnLine) -> LedgerLine:
    """One line as the table shows it: both figures, and where they lie on the strip."""
    measure = Measure(row.indicator)
    key = row.indicator.value
    nothing = row.known.high <= 0.0 and not row.filed and row.indicator not in NOUGHT_COUNTS
    low, high = measure.scale(row.low, row.high)
    known = measure.shown(row.known.low), measure.shown(row.known.high)
    filed = None if row.filed is None else measure.shown(row.filed)
    reading = Reading(None if nothing else known, None if nothing else filed, (low, high))
    return LedgerLine(
        key, indicator_name(texts, row.indicator),
        f"{texts(f'indicator.{key}.zh')} · {unit(texts, row.indicator)}",
        texts("desk.ledger.none-yet") if nothing else measure.band(row.known),
        "–" if nothing else measure.text(row.filed), reading, lambda: on_line(row.indicator),
    )  # fmt: skip
