"""The paper of a card: its head, who speaks, the text with its links, the figure it is about, where it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Final

from pygame import Rect, Surface

from game.campaign.pages import CardPage, LedgerRow
from game.events.cards import Card
from game.politics.people import Person
from game.ui import lines, marks, rects
from game.ui.palette import AXIS, INK, LOESS, UMBER, VERMILION, mix
from game.ui.scenes.archive_index import cited, with_links
from game.ui.scenes.desk_words import (
    paper_date,
    paper_date_han,
    paper_head,
    paper_kind,
    paper_seal,
    paragraphs,
)
from game.ui.scenes.measures import Measure, indicator_name, unit
from game.ui.session import Session
from game.ui.theme import DOCUMENT, LABEL, LABEL_BOLD, LABEL_ITALIC, SHEET, Theme
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
    return "; ".join(dict.fromkeys(named)).replace("-", "–")


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


class FigureStrip(Widget):
    """The figure that a paper is about: known, reported, and (dotted) what the choice at hand would file."""

    role: ClassVar[str] = "figure"

    def __init__(self, session: Session, row: LedgerRow, figures: Sequence[float]) -> None:
        texts, measure = session.texts, Measure(row.indicator)
        self._texts, self._measure, self._row = texts, measure, row
        super().__init__(indicator_name(texts, row.indicator), self._known_words())
        self._unit = unit(texts, row.indicator)
        ends = [row.known.low, row.known.high, row.reported, *figures]
        room = 0.15 * (max(ends) - min(ends))
        self._ends = measure.scale(max(0.0, min(ends) - room), max(ends) + room)
        self.considered: tuple[int, float] | None = None

    def _known_words(self) -> str:
        known, reported = self._measure.band(self._row.known), self._measure.text(self._row.reported)
        parts = [self._texts("card.strip.known", known=known)] if self._row.known.high > 0 else []
        return ", ".join([*parts, self._texts("card.strip.counties", reported=reported)])

    def consider(self, number: int, figure: float | None) -> None:
        """Show what a choice would file; nothing if it files nothing."""
        self.considered = None if figure is None else (number, figure)
        self.invalidate()

    # ---- measures and drawing

    def height_for(self, width: int, theme: Theme) -> int:
        return 3 * theme.type.line_height(LABEL) + theme.px(26)

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        rule = mix(SHEET, LOESS, 0.8)
        for y in (rect.top, rect.bottom - 1):
            lines.horizontal(surface, rect.left, rect.right, y, rule, theme.stroke())
        line, top = theme.type.line_height(LABEL), rect.y + theme.px(8)
        theme.type.draw(surface, self.label, (rect.x, top + theme.type.baseline(LABEL)), LABEL_BOLD, INK)
        theme.type.draw(surface, self._unit, (rect.x, top + line + theme.type.baseline(LABEL)), LABEL, UMBER)
        left = rect.x + max(theme.px(148), round(theme.type.width(self.label, LABEL_BOLD)) + theme.px(16))
        self._paint_scale(surface, Rect(left, top, rect.right - left - theme.px(8), rect.h), line)

    def _paint_scale(self, surface: Surface, box: Rect, line: int) -> None:
        theme, (low, high) = self.theme, self._ends
        y = box.y + 2 * line + theme.px(6)

        def at(shown: float) -> float:
            return box.x + (shown - low) / (high - low) * box.w

        lines.horizontal(surface, box.left, box.right, y, AXIS, theme.stroke())
        for number in range(5):
            shown = low + (high - low) * number / 4
            lines.vertical(surface, at(shown), y - theme.px(4), y + theme.px(5), UMBER, theme.stroke())
            baseline = y + theme.px(4) + theme.type.baseline(LABEL)
            theme.type.draw(
                surface, self._measure.write(shown), (at(shown), baseline), LABEL, UMBER, "centre"
            )
        self._paint_marks(surface, box, y, at, line)

    def _paint_marks(
        self, surface: Surface, box: Rect, y: int, at: Callable[[float], float], line: int
    ) -> None:
        theme, row, measure = self.theme, self._row, self._measure
        spans: list[tuple[float, str, bool]] = []
        if row.known.high > 0:
            ends = at(row.known.low * measure.times), at(row.known.high * measure.times)
            marks.known_bar(surface, *ends, y, theme, half_height=6)
            spans.append(
                (sum(ends) / 2, self._texts("card.strip.known", known=measure.band(row.known)), False)
            )
        reported = at(row.reported * measure.times)
        marks.filed_stamp(surface, reported, y, theme, ground=SHEET)
        spans.append(
            (reported, self._texts("card.strip.counties", reported=measure.text(row.reported)), True)
        )
        if self.considered is not None:
            number, figure = self.considered
            x = at(figure * measure.times)
            marks.considered_stamp(surface, x, y, theme)
            spans.append(
                (x, self._texts("card.strip.chosen", figure=measure.text(figure), number=number), True)
            )
        self._paint_words(surface, box, spans, line)

    def _paint_words(
        self, surface: Surface, box: Rect, spans: list[tuple[float, str, bool]], line: int
    ) -> None:
        """Words above their marks, in as many lanes as keep them apart."""
        theme = self.theme
        widths = [theme.type.width(words, LABEL_BOLD) for _, words, _ in spans]
        lefts = [
            max(box.left - theme.px(20), min(box.right + theme.px(8) - width, x - width / 2))
            for (x, _, _), width in zip(spans, widths, strict=True)
        ]
        lanes = rects.lanes(
            [(left, left + width) for left, width in zip(lefts, widths, strict=True)], theme.px(10)
        )
        for (_, words, filed), left, lane in zip(spans, lefts, lanes, strict=True):
            baseline = box.y + (1 - min(lane, 1)) * line + theme.type.baseline(LABEL)
            theme.type.draw(surface, words, (left, baseline), LABEL_BOLD, VERMILION if filed else INK)
