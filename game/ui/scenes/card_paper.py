"""The paper of a card: its head, who speaks, the text with its links, the figure it is about, where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from pygame import Rect

from game.campaign.pages import CardPage
from game.events.cards import Card
from game.politics.people import Person
from game.ui import rects
from game.ui.palette import UMBER
from game.ui.scenes.archive_index import cited, with_links
from game.ui.scenes.desk_words import (
    paper_date,
    paper_date_han,
    paper_head,
    paper_kind,
    paper_seal,
    paragraphs,
)
from game.ui.session import Session
from game.ui.theme import DOCUMENT, LABEL, LABEL_ITALIC, Theme
from game.ui.transition import Transition
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Box, Column
from game.ui.widgets.button import KeyHint
from game.ui.widgets.document import Document
from game.ui.widgets.picture import Image
from game.ui.widgets.text import Label, Paragraph

OnTerm = Callable[[str], Transition]
PORTRAIT: Final = (120, 150)
PORTRAIT_GAP: Final = 28
BETWEEN_PAGES: Final = re.compile(r"(?<=\d)-(?=\d)")


class Portrayed(Box):
    """A portrait with its words at the left, a text at the right."""

    def __init__(self, portrait: Widget, text: Widget) -> None:
        super().__init__([portrait, text])
        self._portrait, self._text = portrait, text

    def _split(self, rect: Rect, theme: Theme) -> tuple[Rect, Rect]:
        return rects.split_left(rect, theme.px(PORTRAIT[0] + 2), theme.px(PORTRAIT_GAP))

    def height_for(self, width: int, theme: Theme) -> int:
        left, right = self._split(Rect(0, 0, width, 0), theme)
        return max(self._portrait.height_for(left.w, theme), self._text.height_for(right.w, theme))

    def arrange(self) -> None:
        left, right = self._split(self.rect, self.theme)
        self._portrait.layout(left, self.theme)
        self._text.layout(right, self.theme)


def speaker_words(session: Session, person: Person) -> tuple[str, str, str]:
    """Name and characters, post, and whether the person is invented."""
    mark = session.texts(f"card.{person.mark}-person")
    return f"<b>{person.name} {person.zh}</b>", person.post, mark


def portrait(session: Session, person: Person) -> Widget:
    """The picture of who speaks, with name and post below."""
    name, post, mark = speaker_words(session, person)
    words: list[Widget] = [
        Paragraph(name, LABEL), Paragraph(post, LABEL, UMBER), Paragraph(mark, LABEL_ITALIC, UMBER),
    ]  # fmt: skip
    if person.portrait is None:
        return Column(words, gap=0)
    return Column([Image(person.portrait, PORTRAIT, frame=True), Column(words, gap=0)], gap=6)


def text_of(session: Session, text: str, on_term: OnTerm) -> list[Paragraph]:
    """The paragraphs of a paper, with links to the archive."""
    archive = session.rules.archive
    return [Paragraph(with_links(part, archive), DOCUMENT, on_term=on_term) for part in paragraphs(text)]


def sources_line(session: Session, card: Card) -> str:
    """``Hou p. 95, 99-102; p. 180``."""
    named = [cited(source, session.rules.sources, session.texts) for source in card.sources]
    return spanned("; ".join(dict.fromkeys(named)))


def spanned(text: str) -> str:
    """Pages from one to another with the dash that they deserve."""
    return BETWEEN_PAGES.sub("–", text)


def head_line(session: Session, card: Card) -> tuple[str, str]:
    """What stands below the letterhead: from whom, and when."""
    _, head = paper_head(session, card)
    date = paper_date(session.texts, card.paper.date, with_year=True) if card.paper is not None else ""
    return head, date


def document(session: Session, page: CardPage, body: Sequence[Widget], foot: Widget) -> Document:
    """The paper as one sheet."""
    card = page.card
    person = session.rules.people.get(card.speaks)
    text: Widget = Column(list(body), gap=10)
    head, date = head_line(session, card)
    han, _ = paper_head(session, card)
    return Document(
        paper_kind(card), card.title, Portrayed(portrait(session, person), text) if person else text,
        han=han, left=head, right=date, foot=foot,
        date_han=paper_date_han(session.texts, card.paper.date) if card.paper is not None else "",
        seal=paper_seal(card), key="paper",
    )  # fmt: skip


def foot(session: Session, card: Card, on_archive: Callable[[], Transition], *, answered: bool) -> Column:
    """Where the paper's claims stand, and the way to the archive."""
    texts = session.texts
    sources = Paragraph(f"<b>{texts('card.sources')}</b>  {sources_line(session, card)}", LABEL)
    later = [] if answered else [Label(texts("card.later"), LABEL, UMBER)]
    return Column([sources, *later, KeyHint("A", texts("card.archive"), on_archive, UMBER)], gap=4)
