"""What is shown once a card is answered: what was told, what is documented, where sources disagree."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from game.campaign.pages import CardPage, CountyRow, DeskPage
from game.events.cards import Choice
from game.text.words import county_name
from game.ui.palette import UMBER
from game.ui.scenes.archive_index import cited_with_mark, with_links
from game.ui.scenes.card_paper import OnTerm, spanned
from game.ui.scenes.desk_ledger import line_word
from game.ui.scenes.measures import Measure, indicator_lower
from game.ui.session import Session
from game.ui.theme import DOCUMENT, LABEL, SECONDARY, SUBHEADING
from game.ui.transition import Transition
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Flow
from game.ui.widgets.button import Button
from game.ui.widgets.text import Heading, Paragraph

MOST_LEARNED: Final = 4


def after(session: Session, page: CardPage, learned: list[str], on_term: OnTerm) -> list[Widget]:
    """Everything that may be said of a card once it is answered."""
    texts, card = session.texts, page.card
    taken = next((choice for choice in card.choices if choice.taken), None)
    chosen = card.choice(page.answered or card.default)
    return [
        *_learned(session, learned),
        Heading(texts("card.after.title"), texts("card.after.han"), texts(f"mark.{card.mark}.name")),
        Paragraph(with_links(card.documented, session.rules.archive), DOCUMENT, on_term=on_term),
        _part(session, "chose"),
        Paragraph(_chose(session, chosen, taken), SECONDARY),
        *_disagree(session, page, on_term),
        _part(session, "stands"),
        *(Paragraph(line, LABEL, UMBER) for line in _stands(session, page)),
    ]


def _part(session: Session, name: str) -> Heading:
    return Heading(session.texts(f"card.after.{name}"), style=SUBHEADING, rule=False)


def _learned(session: Session, learned: list[str]) -> list[Widget]:
    if not learned:
        return []
    return [_part(session, "learned"), *(Paragraph(line, SECONDARY) for line in learned)]


def _chose(session: Session, chosen: Choice, taken: Choice | None) -> str:
    texts = session.texts
    if taken is None:
        return texts("card.after.chose-unknown", choice=chosen.text)
    if taken is chosen:
        return texts("card.after.chose-same", choice=chosen.text)
    return texts("card.after.chose-other", choice=chosen.text, taken=taken.text)


def _disagree(session: Session, page: CardPage, on_term: OnTerm) -> list[Widget]:
    if not page.card.disagree:
        return []
    text = Paragraph(with_links(page.card.disagree, session.rules.archive), SECONDARY, on_term=on_term)
    return [_part(session, "disagree"), text]


def _stands(session: Session, page: CardPage) -> list[str]:
    works, texts = session.rules.sources, session.texts
    return list(dict.fromkeys(spanned(cited_with_mark(source, works, texts)) for source in page.card.sources))


def buttons(
    session: Session, on_back: Callable[[], Transition], on_undo: Callable[[], Transition] | None
) -> Flow:
    """The way back to the desk, and back to the choices while the answer can be taken back."""
    texts = session.texts
    found = [Button(texts("card.after.undo"), on_undo, key="undo")] if on_undo is not None else []
    return Flow(
        [*found, Button(texts("card.after.back"), on_back, "primary", key="back")], gap=12, align_right=True
    )


# ---- what an answer told


def learned_between(session: Session, before: DeskPage, now: DeskPage) -> list[str]:
    """What is known now and was not before: bands that grew narrower, and where an office stands."""
    texts = session.texts
    offices = [
        texts(
            "card.after.learned-office",
            office=texts(f"office.{office.id}.name"),
            line=line_word(texts, office),
        )
        for old, office in zip(before.offices, now.offices, strict=True)
        if old.heard_line != office.heard_line
    ]
    counties = [
        line
        for old, new in zip(before.counties, now.counties, strict=True)
        for line in _narrower(session, old, new)
    ]
    return (offices + counties)[:MOST_LEARNED]


def _narrower(session: Session, before: CountyRow, now: CountyRow) -> Iterator[str]:
    texts = session.texts
    for indicator, band in now.known.items():
        old, measure = before.known.get(indicator), Measure(indicator)
        if old is not None and band.high - band.low < 0.95 * (old.high - old.low):
            where, what = county_name(texts, now.id), indicator_lower(texts, indicator)
            bands = {"now": measure.band(band), "before": measure.band(old)}
            yield texts("card.after.learned-band", county=where, indicator=what, **bands)
