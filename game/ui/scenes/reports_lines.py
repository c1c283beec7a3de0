"""A line of the reports desk as it is shown: every figure written out, and how the one sent up differs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from game.base.texts import Texts
from game.campaign.pages import ReportLine, ReportsPage
from game.reporting.indicators import Indicator
from game.text.figures import NOUGHT_COUNTS
from game.ui.scenes.measures import Measure, indicator_lower, indicator_name, unit

POINTS: Final = frozenset({Indicator.ORGANISED, Indicator.CANTEENS})
"""Lines that are shares: their change is told in points."""
ROOM_ABOVE: Final = 1.12
"""A scale reaches so far above the highest figure that anybody has named."""


@dataclass(frozen=True, slots=True)
class LineView:
    """One line in words and figures. Figures ending in `_at` are in shown units, for the strip."""

    line: ReportLine
    name: str
    lower: str
    han: str
    unit: str
    counties: str
    known: str
    last: str
    rival: str
    send: str
    change: str
    state: str

    @property
    def key(self) -> str:
        """The line's id."""
        return self.line.indicator.value

    @property
    def measure(self) -> Measure:
        """How its figures are shown."""
        return Measure(self.line.indicator)

    @property
    def nothing_known(self) -> bool:
        """Whether there is nothing yet to know of (no cooperative has been founded)."""
        return nothing_yet(self.line)

    def spoken(self, texts: Texts) -> str:
        """The line as a screen reader says it."""
        return texts(
            "reports.spoken", counties=self.counties, known=self.known, last=self.last, send=self.send,
            change=self.change, state=self.state,
        )  # fmt: skip


def nothing_yet(line: ReportLine) -> bool:
    """Whether there is nothing yet that could be known."""
    return line.known.high <= 0.0 and line.indicator not in NOUGHT_COUNTS


def line_view(texts: Texts, line: ReportLine) -> LineView:
    """A line as the desk shows it."""
    measure = Measure(line.indicator)
    highest = max(line.rivals, key=lambda heard: heard.figure, default=None)
    return LineView(
        line, indicator_name(texts, line.indicator), indicator_lower(texts, line.indicator),
        texts(f"indicator.{line.indicator.value}.zh"), unit(texts, line.indicator), measure.text(line.counties),
        texts("reports.none") if nothing_yet(line) else measure.band(line.known), measure.text(line.last_filed),
        "–" if highest is None else measure.text(highest.figure), measure.text(line.filed), change_words(texts, line),
        state_words(texts, line),
    )  # fmt: skip


def views(texts: Texts, page: ReportsPage) -> dict[Indicator, LineView]:
    """Every line of the page, those that are due first."""
    return {line.indicator: line_view(texts, line) for line in page.lines}


def change_words(texts: Texts, line: ReportLine) -> str:
    """How the figure sent up differs from the one filed last."""
    measure = Measure(line.indicator)
    if not line.last_filed:
        return texts("reports.change.new") if line.filed else "–"
    change = measure.shown(line.filed) - measure.shown(line.last_filed)
    if abs(change) < measure.step / 2:
        return texts("reports.change.same")
    sign = "+" if change > 0 else "−"
    if line.indicator in POINTS:
        return texts("reports.change.points", change=f"{sign}{abs(change):.0f}")
    return texts(
        "reports.change.percent", change=f"{sign}{abs(100.0 * (line.filed / line.last_filed - 1.0)):.0f}"
    )


def state_words(texts: Texts, line: ReportLine) -> str:
    """Whose figure it is that goes up."""
    return texts(f"reports.state.{'card' if line.fixed_by_card else 'yours' if line.touched else 'passed'}")


def scale_of(line: ReportLine, stretch: float = 1.0) -> tuple[float, float]:
    """Ends of the slide rule in shown units; there is room above the highest figure that anybody has named."""
    measure = Measure(line.indicator)
    named = [line.counties, line.known.high, line.filed, *(rival.figure for rival in line.rivals)]
    named += [figure for figure in (line.last_filed, line.target) if figure is not None]
    low, high = measure.scale(line.low, max(line.high, ROOM_ABOVE * max(named)))
    high = low + (high - low) * stretch
    return low, min(high, 100.0) if line.indicator in POINTS else round(high)


def beyond_words(texts: Texts, line: ReportLine, shown: float) -> str:
    """How far a figure lies outside what is known, in words; nothing inside."""
    measure = Measure(line.indicator, line.filed)
    low, high = measure.shown(line.known.low), measure.shown(line.known.high)
    if line.known.high <= 0.0 or low <= shown <= high:
        return ""
    side = "above" if shown > high else "below"
    distance = measure.write(shown - high if shown > high else low - shown)
    return texts(f"reports.beyond.{side}", distance=distance)
