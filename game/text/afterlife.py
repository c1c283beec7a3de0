"""The figure's afterlife in words: who cited a filed figure, what for, and what it would have been otherwise.

Sentences carry the inline marks of documents (``<r>`` filed, ``<b>`` true); plain text leaves them out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from game.base.texts import Texts
from game.campaign.afterlife import Afterlife, Citation, FiledFigure, YearOn, afterlife, filed_figures
from game.campaign.run_on import OWN
from game.politics.reaction import Consequence
from game.reporting.indicators import Indicator
from game.text.figures import millions, percent, show, whole
from game.text.sitting import Sitting
from game.text.words import amount, between, line_name, season_lower, sentence, unit

YUAN: Final = 1e6
INKED: Final = re.compile(r"</?[rb]>")


def introduction(life: Afterlife, texts: Texts) -> list[str]:
    """Which figure is followed, how far the model runs on, and what stands beside each use."""
    figure = life.figure
    ways = f"afterlife.way.{life.policy}"
    way = texts(ways if texts.has(ways) else "afterlife.way.other")
    on = any(year.after for year in life.years)
    return [
        texts(
            "afterlife.intro", season=season_lower(texts, figure.season), line=line_name(texts, figure.line),
            figure=_filed(shortly(texts, figure.line, figure.figure)),
            known=_true(between(texts, as_yield(figure.line), figure.known)),
        ),
        texts(
            "afterlife.run-on" if on else "afterlife.not-run-on", last=season_lower(texts, life.last), way=way
        ),
        texts("afterlife.beside", middle=_true(shortly(texts, figure.line, figure.known.middle))),
    ]  # fmt: skip


def as_yield(line: Indicator) -> Indicator:
    """The line in whose unit a figure is written once its name has been said: one yield is written as another."""
    return Indicator.YIELD if line is Indicator.COOP_YIELD else line


def shortly(texts: Texts, line: Indicator, value: float) -> str:
    """A figure with its unit, without saying again on which land."""
    return amount(texts, as_yield(line), value)


def _filed(words: str) -> str:
    return f"<r>{words}</r>"


def _true(words: str) -> str:
    return f"<b>{words}</b>"


# ---- citations


def citation_sentence(found: Citation, texts: Texts) -> str:
    """One use in a whole sentence, and what it would have been otherwise."""
    told = texts(
        f"afterlife.told.{_kind(found)}", season=sentence(season_lower(texts, found.season)), by=cited_by(found, texts),
        came=_inked(found, came(found, texts)), figure=_filed(shortly(texts, found.line, found.figure)),
        filed=season_lower(texts, found.filed), answer=_answer(found.answer, texts) if found.answer else "",
        line=texts(f"indicator.{found.of.value}.lower") if found.of else "",
    )  # fmt: skip
    return f"{told} {otherwise(found, texts)}".strip()


def _kind(found: Citation) -> str:
    """The first target of a line that stands on another is told otherwise than the next one of its own."""
    return "target-first" if found.kind == "target" and found.of is not found.line else found.kind


def use_words(found: Citation, texts: Texts) -> str:
    """One use in a few words, for a table."""
    if found.answer is not None:
        return _answer(found.answer, texts)
    line = texts(f"indicator.{found.of.value}.lower") if found.of else ""
    return sentence(texts(f"afterlife.use.{_kind(found)}", by=_by(found, texts), line=line))


def cited_by(found: Citation, texts: Texts) -> str:
    """Who cited it, at the beginning of a sentence."""
    return sentence(_by(found, texts))


def _by(found: Citation, texts: Texts) -> str:
    return texts(f"rival.{found.by}.name" if found.kind == "rival" else f"office.{found.by}.long")


def came(found: Citation, texts: Texts) -> str:
    """What came of it with its unit; nothing where that is no figure."""
    return "" if found.came is None else measured(found, found.came, texts)


def measured(found: Citation, value: float, texts: Texts) -> str:
    """A figure in the unit of what came of the citation."""
    if found.of is not None:
        return shortly(texts, found.of, value)
    return texts("afterlife.million-jin", amount=millions(value))


BY_OTHERS: Final = frozenset({"purchase", "audit"})
"""Uses whose outcome is counted in the villages, and so is written in the ink of what is true."""


def in_villages(found: Citation) -> bool:
    """Whether what came of the citation was taken or found in the villages, and not only written."""
    return found.kind in BY_OTHERS


def _inked(found: Citation, words: str) -> str:
    return _true(words) if in_villages(found) else _filed(words)


def otherwise(found: Citation, texts: Texts) -> str:
    """What would have come of it with what was known on file."""
    if found.came is None or found.instead is None:
        return ""
    here, there = came(found, texts), measured(found, found.instead, texts)
    if here == there:
        return texts("afterlife.instead-same")
    if found.of is None and found.came > found.instead:
        more = texts("afterlife.million-jin", amount=millions(found.came - found.instead))
        return texts("afterlife.instead-more", instead=_inked(found, there), more=more)
    return texts("afterlife.instead", instead=_inked(found, there))


def _answer(done: Consequence, texts: Texts) -> str:
    """What an office did, as on the page of the season."""
    scale = YUAN if done.unit == "old-yuan" else 1.0
    shown = percent(done.amount) if done.unit == "share" else whole(done.amount / scale)
    return texts(
        f"consequence.{done.code}", office=sentence(texts(f"office.{done.office}.long")), amount=shown,
        county=texts("play.season.best-county"),
        indicator="" if done.indicator is None else texts(f"indicator.{done.indicator.value}.lower"),
    )  # fmt: skip


# ---- the years

COLUMNS: Final = ("true", "filed", "target", "tax", "purchase", "food")
"""What is told of a year, after the year itself; names as text ids ``afterlife.column.<name>``."""
OF_LINE: Final = ("true", "filed", "target")
"""Those that are in the unit of the line followed."""


def year_cells(line: Indicator, year: YearOn) -> tuple[str, ...]:
    """A year's row as it is written: the year, and a figure for each of ``COLUMNS``."""
    return (
        str(year.year), show(line, year.true), show(line, year.filed),
        "–" if year.target is None else show(line, year.target),
        _millions(year.tax_jin), _millions(year.purchase_jin), whole(year.food_jin),
    )  # fmt: skip


def _millions(jin: float) -> str:
    return millions(jin) if jin else "0"


def lived_rows(life: Afterlife) -> list[tuple[str, ...]]:
    """The years as they were lived, as they are written."""
    return [year_cells(life.figure.line, year) for year in life.years]


def differing_rows(life: Afterlife) -> list[tuple[str, ...]]:
    """The years with what was known on file, as they are written, where they differ: other cells are empty."""
    rows = []
    for own, instead in zip(lived_rows(life), life.instead, strict=True):
        year, *cells = year_cells(life.figure.line, instead)
        differing = [cell if cell != lived else "" for cell, lived in zip(cells, own[1:], strict=True)]
        if any(differing):
            rows.append((year, *differing))
    return rows


def in_the_villages(life: Afterlife, texts: Texts) -> str:
    """What the figure counts as there was, at the head of a column: threshed, alive."""
    return sentence(texts(f"debrief.in-villages.{life.figure.line.value}"))


def years_unit(life: Afterlife, texts: Texts) -> str:
    """In which units the years are written."""
    line = life.figure.line
    named = line_name(texts, line)
    return texts("afterlife.years-unit", line=named, unit=texts(f"indicator.{as_yield(line).value}.unit_long"))


# ---- plain text


def say_afterlife(sitting: Sitting) -> None:
    """The afterlife of the most inflated figure, and then of any other that is asked for."""
    game, texts = sitting.game, sitting.texts
    figures = filed_figures(game)
    if not figures:
        sitting.talk.tell("afterlife.none")
        return
    figure, policy = figures[0], game.rules.reporting.run_on.successor
    while True:
        _say_life(figure, policy, sitting)
        sitting.talk.head("afterlife.other")
        others = [_named(found, texts) for found in figures]
        ways = [texts("afterlife.way-short.successor"), texts("afterlife.way-short.own")]
        number = sitting.talk.choose([*others, *ways], default=0)
        if not number:
            return
        if number <= len(figures):
            figure = figures[number - 1]
        else:
            policy = OWN if number == len(figures) + 2 else game.rules.reporting.run_on.successor


def _named(found: FiledFigure, texts: Texts) -> str:
    return texts("afterlife.as-filed", line=line_name(texts, found.line), season=season_lower(texts, found.season))


def _say_life(figure: FiledFigure, policy: str, sitting: Sitting) -> None:
    life = afterlife(sitting.game, figure.line, figure.season, policy=policy)
    assert life is not None, "there is a figure to follow"
    for words in _told(life, sitting.texts):
        sitting.talk.line(INKED.sub("", words))
    sitting.talk.head("afterlife.years-head")
    sitting.talk.line(years_unit(life, sitting.texts))
    for row in lived_rows(life):
        _say_year(row, life, sitting)
    sitting.talk.head("afterlife.differs-head")
    differing = differing_rows(life)
    sitting.talk.tell("afterlife.differs-only" if differing else "afterlife.no-difference")
    for row in differing:
        _say_year(row, life, sitting)


def _told(life: Afterlife, texts: Texts) -> Iterator[str]:
    yield from introduction(life, texts)
    yield texts("afterlife.mark")
    for found in life.citations:
        yield citation_sentence(found, texts)


def _say_year(row: tuple[str, ...], life: Afterlife, sitting: Sitting) -> None:
    """A year of both ledgers, a figure a line, every one with its unit; empty ones are left out."""
    talk, texts = sitting.talk, sitting.texts
    year, *cells = row
    talk.line(texts("afterlife.year", year=year))
    for name, cell in zip(COLUMNS, cells, strict=True):
        if cell:
            in_unit = unit(texts, as_yield(life.figure.line), cell) if name in OF_LINE else cell
            what = in_the_villages(life, texts) if name == "true" else ""
            talk.line(texts(f"afterlife.year-of.{name}", what=what, amount=in_unit), indent=3)
