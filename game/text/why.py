"""Why a figure is what it is, in plain text; what is written adds up, cause by cause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from game.base.texts import Texts
from game.campaign.desk import desk_page, why_page
from game.campaign.explain import Ink
from game.campaign.pages import Cause, LedgerRow, WhyPage
from game.reporting.indicators import Indicator
from game.text.figures import as_shown, shares_of, show_like
from game.text.sitting import Sitting
from game.text.words import (
    amount,
    cause_name,
    county_name,
    figure,
    known,
    line_name,
    season_said,
    sentence,
    unit,
    up_or_down,
)

LEDGERS: Final[tuple[Ink, ...]] = ("known", "reported", "filed")
FIGURES: Final = ("low", "high", "amount", "filed", "found")
"""Values of a sentence that are figures in the unit of the line."""


def show_ledgers(sitting: Sitting) -> None:
    """The two ledgers of the prefecture, line by line; every line can be asked why."""
    rows = desk_page(sitting.game).ledger
    sitting.talk.head("play.ledgers.title")
    for row in rows:
        _read_row(row, sitting)
    while True:
        sitting.talk.head("play.why.which")
        number = sitting.talk.choose([line_name(sitting.texts, row.indicator) for row in rows], default=0)
        if not number:
            return
        explain(rows[number - 1].indicator, None, sitting)


def _read_row(row: LedgerRow, sitting: Sitting) -> None:
    talk, texts, line = sitting.talk, sitting.texts, row.indicator
    talk.heading(line_name(texts, line))
    talk.line(known(texts, line, row.known))
    talk.line(figure(texts, "reported", line, row.reported))
    talk.line(figure(texts, "filed", line, row.filed))


def explain(line: Indicator, county: str | None, sitting: Sitting) -> None:
    """Ask which ledger is meant, and say why its figure stands so."""
    inks = LEDGERS if county is None else LEDGERS[:2]
    sitting.talk.head("play.why.ink")
    number = sitting.talk.choose([sitting.texts(f"play.why.inks.{ink}") for ink in inks], default=1)
    if number:
        say_why(why_page(sitting.game, line, county, inks[number - 1]), sitting)


def say_why(page: WhyPage, sitting: Sitting) -> None:
    """A figure, what moved it, what it is made of, where it comes from, how sure it is."""
    talk, texts = sitting.talk, sitting.texts
    name = line_name(texts, page.indicator)
    place = texts("county.all") if page.county is None else county_name(texts, page.county)
    talk.head("play.why.title", indicator=name, place=place)
    talk.line(_figure(page, sitting))
    _say_moved(page, sitting)
    _say_parts(page, sitting)
    for text_id, values in page.origins:
        talk.line(filled(text_id, values, page.indicator, sitting))
    talk.line(filled(*page.sure, page.indicator, sitting))


def _figure(page: WhyPage, sitting: Sitting) -> str:
    if page.band is not None:
        return known(sitting.texts, page.indicator, page.band)
    return figure(sitting.texts, page.ink, page.indicator, page.now)


def _say_moved(page: WhyPage, sitting: Sitting) -> None:
    """What moved it since last time; the written parts add up to the written change."""
    talk, texts, line = sitting.talk, sitting.texts, page.indicator
    if page.before is None:
        talk.tell("play.why.first")
        return
    middle = ".middle" if page.band is not None else ".point"
    talk.tell(f"play.why.from{middle}", before=amount(texts, line, page.before), now=amount(texts, line, page.now))
    total = as_shown(line, page.now) - as_shown(line, page.before)
    for words in moved_words(line, page.moved, total, page.now, sitting):
        talk.line(words, indent=3)
    if total and not page.moved:
        talk.tell("play.why.unknown")


def moved_words(
    line: Indicator, causes: Sequence[Cause], total: float, like: float, sitting: Sitting
) -> list[str]:
    """``weather: up by 6 jin a mou``, one a line; causes that cannot be seen in the unit are left out."""
    texts = sitting.texts
    written = shares_of(line, total, [cause.amount for cause in causes], like)
    told = []
    for cause, shown in zip(causes, written, strict=True):
        if shown.strip("−0.,"):
            how = up_or_down(texts, shown, unit(texts, line, shown.lstrip("−")))
            told.append(texts("play.why.cause", cause=sentence(cause_name(texts, cause.id)), change=how))
    return told


def _say_parts(page: WhyPage, sitting: Sitting) -> None:
    """What it is made of; what rounding or forgetting leaves over is said too."""
    if not page.made_of:
        return
    texts, line = sitting.texts, page.indicator
    sitting.talk.tell("play.why.made-of")
    total = as_shown(line, page.now)
    written = shares_of(line, total, [part.amount for part in page.made_of], page.now)
    for part, shown in zip(page.made_of, written, strict=True):
        words = unit(texts, line, shown)
        sitting.talk.line(texts("play.why.part", part=sentence(cause_name(texts, part.id)), amount=words), indent=3)
    sitting.talk.line(texts("play.why.sum", amount=unit(texts, line, show_like(line, total, page.now))), indent=3)


def filled(text_id: str, values: Mapping[str, str], line: Indicator, sitting: Sitting) -> str:
    """A sentence of a page with its values in words: figures with their unit, seasons by name."""
    texts = sitting.texts
    shown = {name: value for name, value in values.items() if name not in ("base", "of")}
    if "indicator" in values:
        line = Indicator(values["indicator"])
        shown["indicator"] = texts(f"indicator.{line.value}.lower")
    for name in FIGURES:
        if name in values:
            shown[name] = amount(texts, line, float(values[name]))
    if "season" in values:
        shown["season"] = season_said(texts, values["season"])
    return texts(text_id, **shown, **based_on(texts, values))


def based_on(texts: Texts, values: Mapping[str, str]) -> dict[str, str]:
    """The figure that another was reckoned from, in the unit of its own line, and that line's name."""
    if "base" not in values:
        return {}
    base = Indicator(values["of"])
    named = texts(f"indicator.{base.value}.lower")
    return {"base": amount(texts, base, float(values["base"])), "of": named}
