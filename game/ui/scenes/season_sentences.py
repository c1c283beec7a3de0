"""What the season's page says in sentences: what moved a figure, what was filed, what those above did."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.base.seasons import Season
from game.base.texts import Texts
from game.campaign.pages import ConsequenceRow, SeasonPage, SeasonRow, Sentence
from game.reporting.indicators import Indicator, stage_of
from game.text.figures import NOUGHT_COUNTS, percent, show, whole
from game.ui.scenes.measures import Measure
from game.ui.scenes.names import joined, sentence
from game.ui.scenes.season_figures import HARVESTED, amount, in_unit, signed, written_change
from game.ui.scenes.why_words import written

MOST_CAUSES: Final = 3
"""Causes named in a sentence; the smaller ones stand on the page that says why."""
NOT_KNOWN: Final = "not-known"


def row_sentence(row: SeasonRow, season: Season, texts: Texts) -> str:
    """What moved a line as far as is known, and where what was filed stands against it."""
    if row.indicator is Indicator.OUTPUT:
        return texts("season-page.follows", line=texts(f"indicator.{Indicator.YIELD.value}.lower"))
    return f"{moved_sentence(row, season, texts)} {filed_sentence(row, season, texts)}"


def moved_sentence(row: SeasonRow, season: Season, texts: Texts) -> str:
    """``Up 8 jin, as far as you know: weather +6, oxen −1; 3 not accounted for.``"""
    line = row.indicator
    if line in HARVESTED and season.name != "autumn":
        return texts("season-page.no-harvest")
    if row.before is None or (row.before.high <= 0.0 and line not in NOUGHT_COUNTS):
        return texts("season-page.first-time")
    change = written_change(row)
    named, rest = reckoned(row, change)
    words = {"amount": amount(line, change), "unit": texts(f"season-page.unit.{line.value}")}
    moved = texts(f"season-page.{'up' if change > 0 else 'down' if change < 0 else 'same'}", **words).strip()
    if not named:
        return texts("season-page.plain", moved=moved)
    if rest:
        named.append((NOT_KNOWN, rest))
    return texts("season-page.moved", moved=moved, causes=joined_causes(line, named, texts))


def reckoned(row: SeasonRow, change: float) -> tuple[list[tuple[str, float]], float]:
    """The largest causes in the page's unit, and what they leave over: written figures add up to the written change."""
    parts = written(row.moved, change, Measure(row.indicator))
    known = [(part.id, part.amount) for part in parts if part.id != NOT_KNOWN]
    largest = sorted(known, key=lambda pair: -abs(pair[1]))[:MOST_CAUSES]
    return largest, round(change - sum(part for _, part in largest), 3)


def joined_causes(line: Indicator, named: list[tuple[str, float]], texts: Texts) -> str:
    """``weather +6, oxen −1``."""
    return ", ".join(
        texts("season-page.cause", cause=texts(f"cause.{cause}"), amount=signed(line, part)) for cause, part in named
    )


def filed_sentence(row: SeasonRow, season: Season, texts: Texts) -> str:
    """Whether the figure filed lies above, within or below what is known."""
    line, stage = row.indicator, stage_of(season.quarter).value
    values = {"stage": texts(f"season-page.filed-as.{stage}")}
    above = in_unit(line, row.filed) - in_unit(line, row.known.high)
    below = in_unit(line, row.known.low) - in_unit(line, row.filed)
    if above > 0:
        return texts("season-page.filed-above", amount=amount(line, above), **values)
    if below > 0:
        return texts("season-page.filed-below", amount=amount(line, below), **values)
    return texts("season-page.filed-within", **values)


# ---- above you


def office_sentences(page: SeasonPage, texts: Texts) -> list[str]:
    """Whose mood changed which way, and what they did."""
    standings = {office: standing for office, standing, _ in page.offices}
    doubts = {office: suspicion for office, _, suspicion in page.offices}
    told = [
        texts(f"season-page.mood.{word}", offices=joined(texts, [texts(f"office.{office}.name") for office in offices]))
        for word, offices in (
            ("warmer", [office for office, change in standings.items() if change > 0]),
            ("cooler", [office for office, change in standings.items() if change < 0]),
            ("doubts", [office for office, change in doubts.items() if change > 0]),
            ("believes", [office for office, change in doubts.items() if change < 0]),
        )
        if offices
    ]
    told += consequences(page.consequences, texts)
    return told or [texts("season-page.nothing-above")]


def consequences(rows: tuple[ConsequenceRow, ...], texts: Texts) -> list[str]:
    """What the offices did, and why; a reason that several share is said once, after the last of them."""
    told = []
    for number, row in enumerate(rows):
        told.append(_done(row, texts))
        if (row.reason, row.indicator) not in {(later.reason, later.indicator) for later in rows[number + 1 :]}:
            told.append(_because(row, texts))
    return told


def _because(row: ConsequenceRow, texts: Texts) -> str:
    """Why: of a place among the others also in which line."""
    named = f"season-page.because.{row.reason}"
    if row.indicator is None or not texts.has(named):
        return texts(f"because.{row.reason}")
    return texts(named, indicator=texts(f"indicator.{row.indicator.value}.lower"))


def _done(row: ConsequenceRow, texts: Texts) -> str:
    values: dict[str, object] = {
        "office": sentence(texts(f"office.{row.office}.long")),
        "amount": _amount(row),
        "county": texts("season-page.best-county"),
        "indicator": texts(f"indicator.{row.indicator.value}.lower") if row.indicator else texts("season-page.figures"),
    }
    return texts(f"consequence.{row.code}", **values)


def _amount(row: ConsequenceRow) -> str:
    if row.unit == "old-yuan":
        return whole(row.amount / 1e6)
    return percent(row.amount) if row.unit == "share" else whole(row.amount)


def audit_sentence(said: Sentence, texts: Texts) -> str:
    """A sentence of an audit; its figures come as exact values and are written here."""
    if "indicator" not in said.values:
        return texts(said.text, **_capital(said.values))
    line = Indicator(said.values["indicator"])
    figures = {name: show(line, float(said.values[name])) for name in ("filed", "found")}
    words = {**said.values, **figures, "indicator": texts(f"indicator.{line.value}.lower")}
    return texts(said.text, **_capital(words))


def _capital(values: Mapping[str, str]) -> dict[str, str]:
    return {name: sentence(value) if name == "office" else value for name, value in values.items()}


def struck_sentences(page: SeasonPage, texts: Texts) -> list[str]:
    """Which counties were told that their figure is struck, in one sentence."""
    if not page.struck:
        return []
    names = joined(texts, [texts(f"county.{county}.name") for county in page.struck])
    return [texts("season-page.struck" if len(page.struck) > 1 else "audit.struck", county=names)]
