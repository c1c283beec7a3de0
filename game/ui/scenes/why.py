"""Why a figure is what it is: what moved it, cause by cause, where it comes from, how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pygame import Rect

from game.campaign.desk import county_rows, why_page
from game.campaign.explain import Ink
from game.campaign.pages import WhyPage
from game.reporting.indicators import Indicator
from game.text.words import season_lower, sentence
from game.ui import rects
from game.ui.keys import Key
from game.ui.palette import UMBER
from game.ui.scene import Pop, Push, Refresh, Transition
from game.ui.scenes.archive import ArchiveScene
from game.ui.scenes.archive_index import with_links
from game.ui.scenes.desk_words import season_han
from game.ui.scenes.measures import Measure, indicator_lower, indicator_name
from game.ui.scenes.page import PageScene
from game.ui.scenes.why_parts import CauseFalls, NoteCard, Pinned, SureBars, inside
from game.ui.scenes.why_words import (
    cause_words,
    change_text,
    figure_text,
    filled,
    moved_parts,
    narrower,
    origins,
    season_before,
    where,
)
from game.ui.session import Session
from game.ui.theme import DOCUMENT, HEADING_PLAIN, LABEL, SECONDARY, SUBHEADING, Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column
from game.ui.widgets.button import KeyHint
from game.ui.widgets.leaves import Pages
from game.ui.widgets.options import Option
from game.ui.widgets.page import PageHead
from game.ui.widgets.table import Table, TableColumn, TableRow, filed_column, known_column
from game.ui.widgets.tabs import Segments, Tabs
from game.ui.widgets.text import Heading, Paragraph
from game.ui.widgets.waterfall import Fall

LIST_WIDTH: Final = 312
CARDS_WIDTH: Final = 316
CONTENT_WIDTH: Final = 560
INKS: Final[tuple[Ink, ...]] = ("known", "reported", "filed")
ALL: Final = "together"
LARGE: Final = 1.75
"""From this text size on the head keeps to the question."""


class WhyScene(PageScene):
    """A figure's page. Enter on a cause opens a card about it, a dotted word a second; Left closes one, Esc all."""

    def __init__(self, session: Session, indicator: Indicator, county: str | None = None, ink: Ink = "known") -> None:
        super().__init__(session)
        self.indicator, self.county, self.ink = indicator, county, ink
        self.cause, self.term = "", ""
        self.first_focus = "falls"
        self.open_part = "figure"

    @property
    def page(self) -> WhyPage:
        """What is asked."""
        return why_page(self.session.playing, self.indicator, self.county, self.ink)

    @property
    def title(self) -> str:  # type: ignore[override]
        """The question."""
        return self.texts("why.title", indicator=indicator_name(self.texts, self.indicator), place=where(self.texts, self.page))

    # ---- head and foot

    def head(self) -> PageHead:
        season = self.session.playing.state.season
        right = f"{season_han(self.texts, season)} {season_lower(self.texts, season)}"
        cards = self.texts("why.open", count=1 + bool(self.cause) + bool(self.term))
        han, pinyin = self.texts("why.han"), self.texts("why.pinyin")
        if self.session.preferences.text_scale >= LARGE:
            return PageHead(self.title, han=han)
        return PageHead(self.title, han=han, pinyin=pinyin, right=right, right_below=cards)

    def hints(self) -> list[KeyHint]:
        texts = self.texts
        back = [KeyHint("←", texts("why.hint.back"), self._close_one)] if self.cause or self.term else []
        return [KeyHint("Enter", texts("why.hint.open")), *back, KeyHint("Esc", texts("why.hint.close"), Pop)]

    # ---- body

    def body(self, room: Rect, theme: Theme) -> list[Widget]:
        if theme.large:
            return self._large(room, theme)
        left, main = rects.split_left(room, theme.px(LIST_WIDTH), theme.px(32))
        card = Pinned(label=self.title)
        content = inside(main, theme)
        cards_room = Rect(0, 0, 0, 0)
        if self.cause or self.term:
            content, cards_room = rects.split_left(content, max(theme.px(CONTENT_WIDTH), content.w - theme.px(CARDS_WIDTH)), theme.px(8))
            cards_room.w = main.right + theme.px(12) - cards_room.x - theme.px(20)
        column = self._content(self.page).layout(content, theme)
        card.adopt(column)
        card.layout(main, theme)
        column.layout(content, theme)
        cards = self._cards(column, cards_room, theme) if cards_room.w else []
        return [self._counties().layout(left, theme), card, *cards]

    def _large(self, room: Rect, theme: Theme) -> list[Widget]:
        """One part at a time: the card in front, or the table of counties."""
        texts = self.texts
        parts = [Option("figure", texts("why.moved-short")), Option("counties", texts("why.counties.title"))]
        tabs = Tabs(parts, self.open_part, self._open, label=self.title)
        above, below = rects.split_top(room, tabs.height_for(room.w, theme))
        if self.open_part == "counties":
            return [tabs.layout(above, theme), self._counties().layout(below, theme)]
        front = self._cards(None, below, theme)
        if front:
            return [tabs.layout(above, theme), front[-1]]
        card = Pinned(label=self.title)
        column = self._content(self.page)
        card.adopt(column)
        card.layout(below, theme)
        column.layout(inside(below, theme), theme)
        return [tabs.layout(above, theme), card]

    # ---- the main card

    def _content(self, page: WhyPage) -> Pages:
        texts = self.texts
        content: list[Widget] = [
            *([self._inks()] if page.ink in INKS else []),
            Paragraph(self._sentence(page), HEADING_PLAIN),
            *self._moved(page),
            Heading(texts("why.where"), texts("why.where-han"), style=SUBHEADING, rule=False),
            *(Paragraph(line, SECONDARY) for line in origins(texts, page)),
            Heading(texts("why.sure"), texts("why.sure-han"), style=SUBHEADING, rule=False),
            *self._sure(page),
        ]
        return self.leaves(content, 6, form=True)

    def _inks(self) -> Segments:
        options = [Option(ink, self.texts(f"why.inks.{ink}")) for ink in INKS]
        return Segments(options, self.ink, self._pick_ink, label=self.texts("why.inks.title"), key="ink")

    def _pick_ink(self, ink: str) -> Transition:
        self.ink = next(each for each in INKS if each == ink)
        self.cause = self.term = ""
        return Refresh(f"ink:{ink}")

    def _sentence(self, page: WhyPage) -> str:
        texts, measure = self.texts, Measure(page.indicator, page.now)
        what = indicator_lower(texts, page.indicator)
        change = 0.0 if page.before is None else measure.shown(page.now) - measure.shown(page.before)
        way = "first" if page.before is None else "up" if change > 0 else "down" if change < 0 else "same"
        said = texts(f"why.sentence.{page.ink}-{way}", what=what, now=figure_text(page), change=measure.write(abs(change)))
        return f"{said} {self._beside(page)}".strip()

    def _beside(self, page: WhyPage) -> str:
        """The figure of the other ledger."""
        if page.ink == "true":
            return ""
        other = why_page(self.session.playing, page.indicator, page.county, "reported" if page.ink == "known" else "known")
        return self.texts(f"why.sentence.beside-{'known' if page.ink == 'known' else 'filed'}", figure=figure_text(other))

    def _moved(self, page: WhyPage) -> list[Widget]:
        texts, parts = self.texts, moved_parts(page)
        if page.before is None or not parts:
            return [Paragraph(texts("why.nothing-moved"), SECONDARY, UMBER)]
        before = season_lower(texts, season_before(self.session.playing))
        unit = texts(f"indicator.{page.indicator.value}.unit_long")
        head = Paragraph(f"<b>{texts('why.moved', season=before, unit=unit)}</b> <m>{texts('why.key')}</m>", LABEL)
        falls = CauseFalls(
            texts("why.moved", season=before, unit=unit), self._falls(page, before), self.open_cause,
            scale_note=lambda low: texts("why.scale", low=low), key="falls",
        )  # fmt: skip
        return [Column([head, falls], gap=4)]

    def _falls(self, page: WhyPage, before: str) -> Sequence[tuple[Fall, str]]:
        texts, measure = self.texts, Measure(page.indicator, page.now)
        ink, kind = texts(f"why.inks-short.{page.ink}"), "total"
        now = season_lower(texts, self.session.playing.state.season)
        band = (page.band.low * measure.times, page.band.high * measure.times) if page.band else None
        first = Fall(texts("why.total", season=before, ink=ink), measure.shown(page.before or 0.0), kind)
        last = Fall(texts("why.total", season=now, ink=ink), measure.shown(page.now), kind, band)
        causes = [(Fall(cause_words(texts, part.id), part.amount), part.id) for part in moved_parts(page)]
        return [(first, ""), *causes, (last, ""), *self._other_ledger(page, measure)]

    def _other_ledger(self, page: WhyPage, measure: Measure) -> list[tuple[Fall, str]]:
        """Below what is known, what the counties report."""
        if page.ink != "known":
            return []
        reported = why_page(self.session.playing, page.indicator, page.county, "reported")
        name = self.texts("why.inks.reported")
        return [(Fall(name, measure.shown(reported.now), "filed"), "")]

    def _sure(self, page: WhyPage) -> list[Widget]:
        texts, found = self.texts, [Paragraph(filled(self.texts, page, page.sure), SECONDARY)]
        if page.band is None or page.county is None or page.band.high <= page.band.low:
            return list(found)
        sight = self.session.rules.reporting.sight
        bars = [(texts("why.now"), page.band), (texts("why.with-team"), narrower(page.band, sight.inspection_factor))]
        cost = Paragraph(texts("why.team", turns=sight.inspection_turns), SECONDARY)
        return [SureBars(texts("why.sure"), Measure(page.indicator), bars), *found, cost]

    # ---- the cards on top

    def _cards(self, column: Widget | None, room: Rect, theme: Theme) -> list[Widget]:
        """The cards about a cause and about a word, one below the other; only the last if both do not fit."""
        cards = [card for card in (self._cause_card(column), self._term_card()) if card is not None]
        heights = [card.height_for(room.w, theme) for card in cards]
        gap = theme.px(36)
        if sum(heights) + gap * (len(cards) - 1) > room.h:
            cards, heights = cards[-1:], heights[-1:]
        y = room.y + theme.px(20)
        placed: list[Widget] = []
        for card, height in zip(cards, heights, strict=True):
            y = max(room.y, min(y, room.bottom - height))
            placed.append(card.layout(Rect(room.x, y, room.w, height), theme))
            y += height + gap
        return placed

    def _cause_card(self, column: Widget | None) -> NoteCard | None:
        if not self.cause:
            return None
        texts, measure = self.texts, Measure(self.indicator, self.page.now)
        about = f"why.about.{self.cause}"
        words = with_links(texts(about), self.session.rules.archive) if texts.has(about) else ""
        amount = next((part.amount for part in moved_parts(self.page) if part.id == self.cause), 0.0)
        row = column.find(key=f"cause:{self.cause}") if column is not None else None
        name = cause_words(texts, self.cause)
        card = NoteCard(
            sentence(name), words, [KeyHint("←", texts("why.hint.back"), self._close_one)],
            figure=change_text(measure, amount), below=texts(f"indicator.{self.indicator.value}.unit_long"),
            on_term=self.open_term, key="cause-card",
        )  # fmt: skip
        card.points_at = row.rect if row is not None else None
        return card

    def _term_card(self) -> NoteCard | None:
        entry = self.session.rules.archive.get(self.term)
        if entry is None:
            return None
        words = with_links(entry.text, self.session.rules.archive)
        page = KeyHint("Enter", self.texts("why.archive-page"), self._open_archive)
        return NoteCard(
            entry.title, words, [page], han=entry.zh, below=entry.pinyin, on_term=self.open_term, key="term-card"
        )

    def open_cause(self, cause: str) -> Transition:
        """Lay a card about a cause on top."""
        self.cause, self.term = cause, ""
        return Refresh("cause-card")

    def open_term(self, term: str) -> Transition:
        """Lay a card about a word on top."""
        self.term = term
        return Refresh("term-card")

    def _open_archive(self) -> Transition:
        return Push(ArchiveScene(self.session, self.term))

    def _close_one(self) -> Transition:
        """Put the last card away, or the page."""
        if self.term:
            self.term = ""
            return Refresh("cause-card" if self.cause else "falls")
        if self.cause:
            cause, self.cause = self.cause, ""
            return Refresh(f"cause:{cause}")
        return Pop()

    # ---- the counties

    def _counties(self) -> Table:
        texts, measure, line = self.texts, Measure(self.indicator), self.indicator
        columns = (
            TableColumn(texts("why.counties.county"), 1.5), filed_column(texts("why.counties.reported")),
            known_column(texts("why.counties.known"), 1.2),
        )  # fmt: skip
        rows = [
            TableRow(
                (f"{texts(f'county.{row.id}.zh')} {texts(f'county.{row.id}.name')}",
                 measure.text(row.reported.get(line)), measure.band(row.known[line])), row.id,
            )
            for row in county_rows(self.session.playing)
        ]  # fmt: skip
        sums = [why_page(self.session.playing, line, None, ink) for ink in ("reported", "known")]
        rows.append(TableRow((texts("why.counties.together"), *(figure_text(each) for each in sums)), ALL, strong=True))
        return Table(
            columns, rows, on_pick=self._pick_county, picked=self.county or ALL,
            page_label=lambda page, pages: texts("page.leaf", page=page, pages=pages),
            label=texts("why.counties.title"), key="counties",
        )  # fmt: skip

    def _pick_county(self, county: str) -> Transition:
        self.county = None if county == ALL else county
        self.cause = self.term = ""
        if self.ink == "filed" and self.county is not None:
            self.ink = "reported"
        self.open_part = "figure"
        return Refresh(f"counties:{county}")

    # ---- keys

    def _open(self, part: str) -> Transition:
        self.open_part = part
        return Refresh(f"tabs:{part}")

    def on_key(self, key: Key) -> Transition | None:
        if key.name == "LEFT" and (self.cause or self.term):
            return self._close_one()
        if key.name == "ENTER" and self.term:
            return self._open_archive()
        return Pop() if key.name == "ESC" else None
