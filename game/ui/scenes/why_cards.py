"""The cards on top of a figure's page: about a cause, and about a word in it."""

from __future__ import annotations

from collections.abc import Sequence

from pygame import Rect

from game.campaign.pages import WhyPage
from game.text.words import sentence
from game.ui.scenes.archive_index import with_links
from game.ui.scenes.measures import Measure
from game.ui.scenes.why_parts import NoteCard
from game.ui.scenes.why_words import cause_words, change_text, moved_parts
from game.ui.session import Session
from game.ui.theme import Theme
from game.ui.transition import Action
from game.ui.widgets.base import Widget
from game.ui.widgets.button import KeyHint
from game.ui.widgets.text import OnTerm


def cause_card(session: Session, page: WhyPage, cause: str, on_back: Action, on_term: OnTerm) -> NoteCard:
    """What a cause is, and how much it moved."""
    texts, measure, about = session.texts, Measure(page.indicator, page.now), f"why.about.{cause}"
    words = with_links(texts(about), session.rules.archive) if texts.has(about) else ""
    amount = next((part.amount for part in moved_parts(page) if part.id == cause), 0.0)
    return NoteCard(
        sentence(cause_words(texts, cause)), words, [KeyHint("←", texts("why.hint.back"), on_back)],
        figure=change_text(measure, amount), below=texts(f"indicator.{page.indicator.value}.unit_long"),
        on_term=on_term, key="cause-card",
    )  # fmt: skip


def term_card(session: Session, term: str, on_archive: Action, on_term: OnTerm) -> NoteCard:
    """A word of the archive. Raises: KeyError if the archive does not have it."""
    entry = session.rules.archive[term]
    words = with_links(entry.text, session.rules.archive)
    hints = [KeyHint("Enter", session.texts("why.archive-page"), on_archive)]
    return NoteCard(
        entry.title, words, hints, han=entry.zh, below=entry.pinyin, on_term=on_term, key="term-card"
    )


def place_cards(cards: Sequence[NoteCard], room: Rect, theme: Theme) -> list[Widget]:
    """One below the other; only the last if they do not all fit."""
    heights, gap = [card.height_for(room.w, theme) for card in cards], theme.px(36)
    if sum(heights) + gap * (len(cards) - 1) > room.h:
        cards, heights = cards[-1:], heights[-1:]
    placed: list[Widget] = []
    y = room.y + theme.px(20)
    for card, height in zip(cards, heights, strict=True):
        y = max(room.y, min(y, room.bottom - height))
        placed.append(card.layout(Rect(room.x, y, room.w, height), theme))
        y += height + gap
    return placed
