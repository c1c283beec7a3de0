"""One figure on its way up, ready to be drawn: for every rung where it stands, how it is written, who and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from game.base.texts import Texts
from game.campaign.pages import Cause, Ladder, LadderRung
from game.reporting.indicators import Indicator
from game.reporting.sight import Band
from game.ruleset.content import DocumentedLadder, Ruleset
from game.ui.scenes.archive_index import cited
from game.ui.scenes.measures import Measure
from game.ui.scenes.names import sentence
from game.ui.scenes.season_figures import in_unit, signed

RUNGS: Final = ("village", "district", "county", "prefecture", "province", "bureau", "printed")
"""From below; a ladder that has no record of a rung still shows it."""
HARVESTS: Final = frozenset({Indicator.YIELD, Indicator.COOP_YIELD})
"""Lines that share one unit, so that two ladders of them can share one scale."""
MOST_REASONS: Final = 2
Whose = Literal["documents", "yours"]


@dataclass(frozen=True, slots=True)
class Step:
    """What one rung said: a figure or a span in the page's unit, as written, and the sentence about it."""

    rung: str
    value: float | None
    span: tuple[float, float] | None
    written: str
    text: str
    inferred: bool = False

    @property
    def values(self) -> tuple[float, ...]:
        """Everything that has a place on the scale."""
        return (*(() if self.value is None else (self.value,)), *(self.span or ()))


@dataclass(frozen=True, slots=True)
class Climb:
    """A ladder: its steps by rung, its unit; for one's own what was known and what was so, in the page's unit."""

    whose: Whose
    head: str
    unit: str
    line: Indicator
    steps: Mapping[str, Step]
    note: str = ""
    """What the documents count in, where that is another unit."""
    known: tuple[float, float] | None = None
    known_text: str = ""
    true: float | None = None
    true_text: str = ""

    def values(self) -> list[float]:
        """Everything that has a place on the scale."""
        found = [value for step in self.steps.values() for value in step.values]
        return [*found, *(self.known or ()), *(() if self.true is None else (self.true,))]


def shares_scale(first: Climb, second: Climb) -> bool:
    """Whether two ladders can stand on one scale."""
    return first.line is second.line or {first.line, second.line} <= HARVESTS


# ---- the documented ladder


def documented_climb(ladder: Ladder, rules: Ruleset, documented: DocumentedLadder) -> Climb:
    """The documented figure; written as the documents write it, placed in the unit of the line."""
    texts = rules.texts
    steps = {
        rung.rung: _documented_step(rung, raw.figure, raw.low, raw.high, ladder.indicator, documented.unit, rules)
        for rung, raw in zip(ladder.rungs, documented.rungs, strict=True)
    }
    unit = texts(f"indicator.{ladder.indicator.value}.unit")
    note = _unit_note(ladder, documented, texts)
    return Climb("documents", texts("ladder-page.documents"), unit, ladder.indicator, steps, note)


def _unit_note(ladder: Ladder, documented: DocumentedLadder, texts: Texts) -> str:
    """What the documents count in, in the unit of the line, where that is another one."""
    pairs = [(rung.figure, raw.figure) for rung, raw in zip(ladder.rungs, documented.rungs, strict=True)]
    ratio = next((placed / raw for placed, raw in pairs if placed and raw), 1.0)
    if abs(ratio - 1.0) < 1e-6:
        return ""
    return texts("ladder-page.a-dan", unit=documented.unit, jin=round(ratio))


def _documented_step(
    rung: LadderRung, figure: float | None, low: float | None, high: float | None, line: Indicator, unit: str,
    rules: Ruleset,
) -> Step:  # fmt: skip
    texts = rules.texts
    written = "" if figure is None else texts("ladder-page.written", figure=f"{figure:g}", unit=unit)
    if low is not None and high is not None:
        written = texts("ladder-page.span", low=f"{low:g}", high=f"{high:g}", unit=unit)
    sources = "; ".join(cited(source, rules.sources, texts) for source in rung.sources)
    words = texts(rung.text) + (f" <m>{sources}</m>" if sources else "")
    value = None if rung.figure is None else in_unit(line, rung.figure)
    band = Band(rung.low, rung.high) if rung.low is not None and rung.high is not None else None
    inferred = bool(rung.sources) and all(source.mark == "inferred" for source in rung.sources)
    return Step(rung.rung, value, _ends(band, line), written, words, inferred)


# ---- the player's own ladder


def own_climb(ladder: Ladder, texts: Texts) -> Climb:
    """The player's own figure, rung by rung, with the reasons that bent it."""
    line = ladder.indicator
    steps: dict[str, Step] = {}
    before: float | None = None
    for rung in ladder.rungs:
        steps[rung.rung] = _own_step(rung, before, ladder, texts)
        before = rung.figure
    measure = Measure(line)
    return Climb(
        "yours", texts("ladder-page.yours"), texts(f"indicator.{line.value}.unit"), line, steps,
        known=_ends(ladder.known, line), known_text=measure.band(ladder.known) if ladder.known else "",
        true=None if ladder.true is None else in_unit(line, ladder.true),
        true_text="" if ladder.true is None else measure.text(ladder.true),
    )  # fmt: skip


def _ends(band: Band | None, line: Indicator) -> tuple[float, float] | None:
    return None if band is None else (in_unit(line, band.low), in_unit(line, band.high))


def _own_step(rung: LadderRung, before: float | None, ladder: Ladder, texts: Texts) -> Step:
    line = ladder.indicator
    if rung.figure is None:
        return Step(rung.rung, None, None, "", texts("ladder-page.not-seen"))
    written = Measure(line).text(rung.figure)
    words = [texts(f"ladder-page.own.{rung.rung}", figure=f"<b>{written}</b>"), *_why(rung, before, ladder, texts)]
    return Step(rung.rung, in_unit(line, rung.figure), None, written, " ".join(words))


def _why(rung: LadderRung, before: float | None, ladder: Ladder, texts: Texts) -> list[str]:
    """What a rung knew or why it bent the figure: the two strongest reasons, each with its size."""
    line = ladder.indicator
    if rung.rung == "prefecture":
        knew = [texts("ladder-page.you-knew", band=Measure(line).band(ladder.known))] if ladder.known else []
        return [*knew, f"<m>{_own_change(rung, line, texts)}</m>"]
    if not rung.reasons and before is None:
        return []
    if not rung.reasons:
        same = before is not None and in_unit(line, before) == in_unit(line, rung.figure or 0.0)
        return [f"<m>{texts('ladder-page.passed-on' if same else 'ladder-page.changed')}</m>"]
    reasons = strongest(rung.reasons, line)
    if not reasons:
        return [f"<m>{texts('ladder-page.passed-on')}</m>"]
    amounts = [(texts(f"reason.{name}"), signed(line, shown)) for name, shown in reasons]
    said = "; ".join(texts("ladder-page.reason", reason=reason, amount=shown) for reason, shown in amounts)
    return [f"<m>{sentence(said)}.</m>"]


def _own_change(rung: LadderRung, line: Indicator, texts: Texts) -> str:
    own = in_unit(line, sum(cause.amount for cause in rung.reasons))
    if not own:
        return texts("ladder-page.untouched")
    return texts("ladder-page.own-change", amount=signed(line, own))


def strongest(reasons: tuple[Cause, ...], line: Indicator) -> list[tuple[str, float]]:
    """The reasons that can be written at all, strongest first, in the page's unit."""
    shown = [(reason.id, in_unit(line, reason.amount)) for reason in reasons]
    return sorted((pair for pair in shown if pair[1]), key=lambda pair: -abs(pair[1]))[:MOST_REASONS]
