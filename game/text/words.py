"""How text play says seasons, names, figures and where a claim stands: in words, every number with its unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from game.base.refusal import Refusal
from game.base.seasons import Season
from game.base.texts import Texts
from game.events.cards import Source
from game.reporting.indicators import Indicator
from game.reporting.sight import Band
from game.ruleset.content import Work
from game.text.figures import grouped, show, whole

INKS: Final = ("known", "reported", "filed", "true")


def season_name(texts: Texts, season: Season) -> str:
    """``Spring 1951``."""
    return texts("season.of", season=texts(f"season.{season.name}.name"), year=season.year)


def season_lower(texts: Texts, season: Season) -> str:
    """``spring 1951``, inside a sentence."""
    return texts("season.of", season=texts(f"season.{season.name}.lower"), year=season.year)


def season_said(texts: Texts, written: str) -> str:
    """``spring 1951`` from ``1951-spring``."""
    return season_lower(texts, Season.parse(written))


def county_name(texts: Texts, county: str) -> str:
    """A county's name."""
    return texts(f"county.{county}.name")


def listed(texts: Texts, names: Sequence[str]) -> str:
    """``one, two and three``."""
    if len(names) < 2:
        return "".join(names)
    return texts("play.and", some=", ".join(names[:-1]), last=names[-1])


def counted(texts: Texts, text_id: str, count: float, **values: Any) -> str:
    """A text that depends on a number: ``<id>.none``, ``<id>.one`` or ``<id>.many``."""
    form = {0: "none", 1: "one"}.get(round(count), "many") if abs(count - round(count)) < 0.05 else "many"
    chosen = f"{text_id}.{form}" if texts.has(f"{text_id}.{form}") else f"{text_id}.many"
    return texts(chosen, count=grouped(count, 0 if float(count).is_integer() else 1), **values)


def sentence(text: str) -> str:
    """With a capital at the beginning."""
    return text[:1].upper() + text[1:]


# ---- figures


def amount(texts: Texts, line: Indicator, value: float) -> str:
    """``160 jin a mou``; that there is nothing yet to measure, before the first cooperative has reaped."""
    if line is Indicator.COOP_YIELD and value == 0.0:
        return texts("play.nothing")
    return unit(texts, line, show(line, value))


def unit(texts: Texts, line: Indicator, shown: str) -> str:
    """A written number with the unit of its line; ``1`` takes the singular where there is one."""
    single = f"play.unit-one.{line.value}"
    words = texts(single) if shown == "1" and texts.has(single) else texts(f"indicator.{line.value}.unit_long")
    return f"{shown} {words}"


def between(texts: Texts, line: Indicator, band: Band) -> str:
    """``between 141 and 165 jin a mou``, or one figure where both ends are written alike."""
    low, high = show(line, band.low), show(line, band.high)
    if low == high:
        return amount(texts, line, band.low)
    return texts("play.between", low=low, amount=unit(texts, line, high))


def said(texts: Texts, ink: str, words: str) -> str:
    """A figure with the word for its ledger before it: ``filed: 160 jin a mou``."""
    return texts(f"play.ink.{ink}", amount=words)


def known(texts: Texts, line: Indicator, band: Band) -> str:
    """``known: between 141 and 165 jin a mou``."""
    return said(texts, "known", between(texts, line, band))


def figure(texts: Texts, ink: str, line: Indicator, value: float | None) -> str:
    """``filed: 160 jin a mou``; that there is none, if there is none."""
    return said(texts, ink, texts("play.nothing") if value is None else amount(texts, line, value))


def up_or_down(texts: Texts, shown: str, words: str) -> str:
    """A change in words: ``up by 6 jin a mou``; ``shown`` is the bare number with its sign, ``words`` without."""
    if not shown.strip("−+0.,"):
        return texts("play.change.same")
    return texts("play.change.down" if shown.startswith("−") else "play.change.up", amount=words)


def change(texts: Texts, line: Indicator, value: float) -> str:
    """How a figure changed, in its unit: ``down by 4 jin a mou``."""
    shown = show(line, value)
    return up_or_down(texts, shown, unit(texts, line, shown.lstrip("−")))


# ---- other words


def line_name(texts: Texts, line: Indicator) -> str:
    """``Homes organised``."""
    return texts(f"indicator.{line.value}.name")


def cause_name(texts: Texts, cause: str) -> str:
    """A cause, a reason, a county or a part of a figure, in words."""
    for text_id in (f"play.part.{cause}", f"{cause}.name", f"cause.{cause}", f"reason.{cause}"):
        if texts.has(text_id):
            return texts(text_id)
    raise KeyError(cause)


def refusal_words(texts: Texts, refusal: Refusal) -> str:
    """Why something cannot be done."""
    details = {name: whole(value) if isinstance(value, int) else value for name, value in refusal.details.items()}
    return texts(f"refusal.{refusal.code}", **details)


def cited(source: Source, works: Mapping[str, Work], texts: Texts) -> str:
    """``Hou p. 99-102``; ``Wong, section 11``; what stands outside the documents with its note."""
    work = works.get(source.source)
    short = work.short if work else source.source
    if source.page:
        return texts("play.cite.page", short=short, page=source.page)
    if source.section:
        return texts("play.cite.section", short=short, section=source.section)
    return texts("play.cite.note", short=short, note=source.note)


def cited_all(sources: Sequence[Source], works: Mapping[str, Work], texts: Texts) -> str:
    """Every source of a claim, one after another."""
    return "; ".join(cited(source, works, texts) for source in sources)


def date_words(texts: Texts, date: str) -> str:
    """``30 March 1951`` from ``1951-03-30``; as it is written if it is no date."""
    parts = date.split("-")
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return date
    month = texts("play.months").split()[int(parts[1]) - 1]
    return texts("play.date", day=int(parts[2]), month=month, year=parts[0])
