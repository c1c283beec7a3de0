"""What the documents say, each with its pages; the disputes; and the questions to discuss, with the player's notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Final

from pygame import Rect, Surface

from game.base.seasons import Season
from game.base.texts import Texts
from game.campaign.pages import DebriefPage
from game.events.cards import Source
from game.ruleset.content import Ruleset
from game.ui import rects
from game.ui.markup import parse
from game.ui.palette import INK, UMBER
from game.ui.paragraph import Setting, set_words
from game.ui.scenes.archive_index import cited
from game.ui.scenes.desk_words import season_name
from game.ui.theme import DOCUMENT, DOCUMENT_BOLD, LABEL, SECONDARY, SECONDARY_ITALIC, SUBHEADING, Theme
from game.ui.transition import Transition
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column
from game.ui.widgets.leaves import Pages
from game.ui.widgets.text import Heading, Paragraph, Space

MakePages = Callable[[Sequence[Widget]], Pages]
OnOpen = Callable[[str], Transition]
INDENT: Final = 26


def documents(page: DebriefPage, rules: Ruleset) -> list[Widget]:
    """What is recorded, a paragraph for each matter, with the pages it stands on."""
    texts = rules.texts
    heading = Heading(texts("debrief.documents"), texts("debrief.documents-zh"))
    return [heading, *(Paragraph(_with_pages(text, rules, sources), DOCUMENT) for text, sources in page.documents)]


def _with_pages(text_id: str, rules: Ruleset, sources: Sequence[Source]) -> str:
    stands = "; ".join(cited(source, rules.sources, rules.texts) for source in sources)
    return f"{rules.texts(text_id)} <m>{stands}</m>" if stands else rules.texts(text_id)


def disputes(page: DebriefPage, rules: Ruleset, on_open: OnOpen) -> list[Widget]:
    """Questions on which the sources differ; each opens its page of the archive."""
    texts, archive = rules.texts, rules.archive
    entries = [archive[entry] for entry in page.disputes if entry in archive]
    links = [
        Paragraph(f"<g {entry.id}>{entry.question or entry.title}</g>", SECONDARY, on_term=on_open) for entry in entries
    ]
    head = [
        Heading(texts("debrief.disputes"), texts("debrief.disputes-zh")),
        Paragraph(texts("debrief.disputes-text"), LABEL, UMBER),
    ]
    return [Column([*head, *links[:1]], gap=8), *links[1:]]


def documents_page(
    page: DebriefPage, rules: Ruleset, on_open: OnOpen, room: Rect, theme: Theme, pages: MakePages
) -> list[Widget]:
    """The record at the left, the disputes at the right; with large text one after the other."""
    record, disputed = documents(page, rules), disputes(page, rules, on_open)
    if theme.large:
        return [pages([*record, *disputed]).layout(room, theme)]
    left, right = rects.columns(room, [1.75, 1.0], theme.px(40))
    return [pages(record).layout(left, theme), pages(disputed).layout(right, theme)]


# ---- questions


class Question(Widget):
    """A numbered question, its lines set in from the number."""

    role: ClassVar[str] = "listitem"

    def __init__(self, number: int, text: str) -> None:
        super().__init__(f"{number}. {text}")
        self.number, self.text = number, text

    def _setting(self, width: int, theme: Theme) -> Setting:
        return set_words(parse(self.text), width - theme.text_px(INDENT), DOCUMENT, theme.type)

    def height_for(self, width: int, theme: Theme) -> int:
        return self._setting(width, theme).height

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        baseline = rect.y + theme.type.baseline(DOCUMENT)
        theme.type.draw(surface, str(self.number), (rect.x, baseline), DOCUMENT_BOLD, INK)
        self._setting(rect.w, theme).draw(surface, (rect.x + theme.text_px(INDENT), rect.y), INK)


def questions(page: DebriefPage, texts: Texts) -> list[Widget]:
    """The questions in their order: what you felt, what happened, why, is the model fair, what the sources say."""
    groups: list[Widget] = []
    number = 0
    for heading, items in page.questions:
        asked: list[Widget] = []
        for item in items:
            number += 1
            asked.append(Question(number, texts(item)))
        groups.append(Column([Heading(texts(heading), style=SUBHEADING, rule=False), *asked], gap=3))
    return groups


def reflections(page: DebriefPage, texts: Texts) -> list[Widget]:
    """What the player wrote on the way, under the question that asked for it."""
    heading = Heading(texts("debrief.reflections"), texts("debrief.reflections-zh"))
    if not page.reflections:
        return [Column([heading, Paragraph(texts("debrief.no-reflections"), SECONDARY)], gap=8)]
    notes: list[list[Widget]] = []
    for season, prompt, words in page.reflections:
        when = texts("debrief.reflection", season=season_name(texts, Season.parse(season)), prompt=texts(prompt))
        notes.append([Paragraph(when, LABEL, UMBER), Paragraph(words, SECONDARY_ITALIC)])
    first, *others = notes
    told: list[Widget] = [Column([heading, first[0]], gap=8), first[1]]
    return told + [part for note in others for part in (Space(2), *note)]


def _under(heading: Heading, parts: list[Widget]) -> list[Widget]:
    """Parts under a heading that never stands alone at the foot of a leaf."""
    return [Column([heading, *parts[:1]], gap=10), *parts[1:]]


def questions_page(page: DebriefPage, texts: Texts, room: Rect, theme: Theme, pages: MakePages) -> list[Widget]:
    """Questions at the left, one's own notes at the right; with large text one after the other."""
    asked = _under(Heading(texts("debrief.questions"), texts("debrief.questions-zh")), questions(page, texts))
    own = reflections(page, texts)
    if theme.large:
        return [pages([*asked, *own]).layout(room, theme)]
    left, right = rects.columns(room, [1.75, 1.0], theme.px(40))
    return [pages(asked).layout(left, theme), pages(own).layout(right, theme)]
