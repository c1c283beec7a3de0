"""What stands on the main card of the page that says why: a sentence, the causes, where it comes from, how sure."""

from __future__ import annotations

from collections.abc import Sequence

from game.campaign.desk import why_page
from game.campaign.pages import WhyPage
from game.text.words import season_lower
from game.ui.palette import UMBER
from game.ui.scenes.measures import Measure, indicator_lower
from game.ui.scenes.why_parts import CauseFalls, OnCause, SureBars
from game.ui.scenes.why_words import (
    cause_words,
    figure_text,
    filled,
    moved_parts,
    narrower,
    origins,
    season_before,
)
from game.ui.session import Session
from game.ui.theme import HEADING_PLAIN, LABEL, SECONDARY, SUBHEADING
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column
from game.ui.widgets.text import Heading, Paragraph
from game.ui.widgets.waterfall import Fall


def main_content(session: Session, page: WhyPage, on_cause: OnCause) -> list[Widget]:
    """Everything on the card, from the sentence down."""
    texts = session.texts
    return [
        Paragraph(_sentence(session, page), HEADING_PLAIN),
        _moved(session, page, on_cause),
        Heading(texts("why.where"), texts("why.where-han"), style=SUBHEADING, rule=False),
        *(Paragraph(line, SECONDARY) for line in origins(texts, page)),
        Heading(texts("why.sure"), texts("why.sure-han"), style=SUBHEADING, rule=False),
        *_sure(session, page),
    ]


def _sentence(session: Session, page: WhyPage) -> str:
    """How the figure moved, and what stands in the other ledger."""
    measure, now = Measure(page.indicator, page.now), figure_text(page)
    change = 0.0 if page.before is None else measure.shown(page.now) - measure.shown(page.before)
    way = "first" if page.before is None else "up" if change > 0 else "down" if change < 0 else "same"
    what, by = indicator_lower(session.texts, page.indicator), measure.write(abs(change))
    said = session.texts(f"why.sentence.{page.ink}-{way}", what=what, now=now, change=by)
    return f"{said} {_beside(session, page)}".strip()


def _beside(session: Session, page: WhyPage) -> str:
    """The figure of the other ledger."""
    if page.ink == "true":
        return ""
    known = page.ink == "known"
    other = why_page(session.playing, page.indicator, page.county, "reported" if known else "known")
    return session.texts(f"why.sentence.beside-{'known' if known else 'filed'}", figure=figure_text(other))


def _moved(session: Session, page: WhyPage, on_cause: OnCause) -> Widget:
    """The waterfall under a line that says what it shows; or that nothing moved the figure."""
    texts = session.texts
    if page.before is None or not moved_parts(page):
        return Paragraph(texts("why.nothing-moved"), SECONDARY, UMBER)
    before = season_lower(texts, page.since or season_before(session.playing))
    unit = texts(f"indicator.{page.indicator.value}.unit_long")
    title = texts("why.moved", season=before, unit=unit)
    falls = CauseFalls(
        title,
        _falls(session, page, before),
        on_cause,
        scale_note=lambda low: texts("why.scale", low=low),
        key="falls",
    )
    return Column([Paragraph(f"<b>{title}</b> <m>{texts('why.key')}</m>", LABEL), falls], gap=4)


def _falls(session: Session, page: WhyPage, before: str) -> Sequence[tuple[Fall, str]]:
    """The rows of the waterfall, each with its cause if it has one."""
    texts, measure = session.texts, Measure(page.indicator, page.now)
    ink, now = texts(f"why.inks-short.{page.ink}"), season_lower(texts, session.playing.state.season)
    band = (page.band.low * measure.times, page.band.high * measure.times) if page.band else None
    first = Fall(texts("why.total", season=before, ink=ink), measure.shown(page.before or 0.0), "total")
    last = Fall(texts("why.total", season=now, ink=ink), measure.shown(page.now), "total", band)
    causes = [(Fall(cause_words(texts, part.id), part.amount), part.id) for part in moved_parts(page)]
    return [(first, ""), *causes, (last, ""), *_reported(session, page, measure)]


def _reported(session: Session, page: WhyPage, measure: Measure) -> list[tuple[Fall, str]]:
    """Below what is known, what is reported."""
    if page.ink != "known":
        return []
    reported = why_page(session.playing, page.indicator, page.county, "reported")
    return [(Fall(session.texts("why.inks.reported"), measure.shown(reported.now), "filed"), "")]


def _sure(session: Session, page: WhyPage) -> list[Widget]:
    """How sure the figure is, and what a team would change about that."""
    texts = session.texts
    said = Paragraph(filled(texts, page, page.sure), SECONDARY)
    if page.band is None or page.county is None or page.band.high <= page.band.low:
        return [said]
    sight = session.rules.reporting.sight
    with_team = narrower(page.band, sight.inspection_factor)
    bars = [(texts("why.now"), page.band), (texts("why.with-team"), with_team)]
    cost = Paragraph(texts("why.team", turns=sight.inspection_turns), SECONDARY)
    return [SureBars(texts("why.sure"), Measure(page.indicator), bars), said, cost]
