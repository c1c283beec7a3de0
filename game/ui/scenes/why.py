"""Why a figure is what it is: what moved it, cause by cause, where it comes from, how sure it is."""

from __future__ import annotations

from typing import Final

from pygame import Rect

from game.campaign.desk import county_rows, why_page
from game.campaign.explain import Ink
from game.campaign.pages import WhyPage
from game.reporting.indicators import Indicator
from game.text.words import season_lower
from game.ui import rects
from game.ui.keys import Key
from game.ui.scene import Pop, Push, Refresh, Transition
from game.ui.scenes.archive import ArchiveScene
from game.ui.scenes.desk_parts import keep_leaf, reveal
from game.ui.scenes.desk_words import season_han
from game.ui.scenes.help import HelpScene
from game.ui.scenes.measures import Measure, indicator_name, unit
from game.ui.scenes.page import PageScene
from game.ui.scenes.why_cards import cause_card, place_cards, term_card
from game.ui.scenes.why_content import main_content
from game.ui.scenes.why_parts import NoteCard, Pinned, inside
from game.ui.scenes.why_words import (
    figure_text,
    where,
)
from game.ui.session import Session
from game.ui.theme import Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.button import KeyHint
from game.ui.widgets.leaves import Pages
from game.ui.widgets.options import Option
from game.ui.widgets.page import PageHead
from game.ui.widgets.table import Table, TableColumn, TableRow, filed_column, known_column
from game.ui.widgets.tabs import Segments, Tabs

LIST_WIDTH: Final = 312
CARDS_WIDTH: Final = 316
CONTENT_WIDTH: Final = 560
INKS: Final[tuple[Ink, ...]] = ("known", "reported", "filed")
ALL: Final = "together"
LARGE: Final = 1.75
"""From this text size on the head keeps to the question."""


class WhyScene(PageScene):
    """A figure's page. Enter on a cause opens a card about it, a dotted word a second; Left closes one, Esc all."""

    def __init__(
        self, session: Session, indicator: Indicator, county: str | None = None, ink: Ink = "known"
    ) -> None:
        super().__init__(session)
        self.indicator, self.county, self.ink = indicator, county, ink
        self.cause, self.term = "", ""
        self._leaf: dict[str, int] = {}
        self.first_focus = "falls"
        self.open_part = "figure"

    @property
    def page(self) -> WhyPage:
        """What is asked."""
        return why_page(self.session.playing, self.indicator, self.county, self.ink)

    @property
    def title(self) -> str:  # type: ignore[override]
        """The question."""
        return self.texts(
            "why.title",
            indicator=indicator_name(self.texts, self.indicator),
            place=where(self.texts, self.page),
        )

    def layout(self, theme: Theme, size: tuple[int, int]) -> Widget:
        ground = super().layout(theme, size)
        reveal(ground, f"counties:{self.county or ALL}")
        return ground

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
            content, cards_room = rects.split_left(
                content, max(theme.px(CONTENT_WIDTH), content.w - theme.px(CARDS_WIDTH)), theme.px(8)
            )
            cards_room.w = main.right + theme.px(12) - cards_room.x - theme.px(20)
        column = self._content(self.page).layout(content, theme)
        card.adopt(column)
        card.layout(main, theme)
        column.layout(content, theme)
        cards = place_cards(self._cards(column), cards_room, theme)
        return [self._counties().layout(left, theme), card, *cards]

    def _large(self, room: Rect, theme: Theme) -> list[Widget]:
        """One part at a time: the card in front, or the table of counties."""
        texts = self.texts
        parts = [Option("figure", texts("why.moved-short")), Option("counties", texts("why.counties.title"))]
        tabs = Tabs(parts, self.open_part, self._open, label=self.title)
        above, below = rects.split_top(room, tabs.height_for(room.w, theme))
        if self.open_part == "counties":
            return [tabs.layout(above, theme), self._counties().layout(below, theme)]
        front = place_cards(self._cards(None), below, theme)
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
        inks = [self._inks()] if page.ink in INKS else []
        content = [*inks, *main_content(self.session, page, self.open_cause)]
        return keep_leaf(self.leaves(content, 6, form=True), self._leaf, f"{self.county}:{self.ink}")

    def _inks(self) -> Segments:
        options = [Option(ink, self.texts(f"why.inks.{ink}")) for ink in INKS]
        return Segments(options, self.ink, self._pick_ink, label=self.texts("why.inks.title"), key="ink")

    def _pick_ink(self, ink: str) -> Transition:
        self.ink = next(each for each in INKS if each == ink)
        self.cause = self.term = ""
        return Refresh(f"ink:{ink}")

    # ---- the cards on top

    def _cards(self, column: Widget | None) -> list[NoteCard]:
        """The cards about a cause and about a word."""
        cards = []
        if self.cause:
            card = cause_card(self.session, self.page, self.cause, self._close_one, self.open_term)
            row = column.find(key=f"cause:{self.cause}") if column is not None else None
            card.points_at = row.rect if row is not None else None
            cards.append(card)
        if self.term in self.session.rules.archive:
            cards.append(term_card(self.session, self.term, self._open_archive, self.open_term))
        return cards

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
            TableColumn(texts("why.counties.county-in", unit=unit(texts, line)), 1.5),
            filed_column(texts("why.counties.reported")), known_column(texts("why.counties.known"), 1.2),
        )  # fmt: skip
        rows = [
            TableRow(
                (f"{texts(f'county.{row.id}.zh')} {texts(f'county.{row.id}.name')}",
                 measure.text(row.reported.get(line)), measure.band(row.known[line])), row.id,
            )
            for row in county_rows(self.session.playing)
        ]  # fmt: skip
        sums = [why_page(self.session.playing, line, None, ink) for ink in ("reported", "known")]
        rows.append(
            TableRow(
                (texts("why.counties.together"), *(figure_text(each) for each in sums)), ALL, strong=True
            )
        )
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
        if key.name == "F1":
            return Push(HelpScene(self.session))
        if key.name == "LEFT" and (self.cause or self.term):
            return self._close_one()
        if key.name == "ENTER" and self.term:
            return self._open_archive()
        return Pop() if key.name == "ESC" else None
