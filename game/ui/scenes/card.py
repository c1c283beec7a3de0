"""A paper laid open: the document, the slip of instructions, and once it is answered what is documented."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pygame import Rect

from game.campaign.decisions import Answer
from game.campaign.desk import card_page, desk_page
from game.campaign.pages import CardPage, ChoicePage
from game.ui import rects
from game.ui.keys import Key
from game.ui.palette import PAPER, SHEET, UMBER
from game.ui.scene import STAY, Pop, Push, Refresh, Scene, Transition
from game.ui.scenes.archive import ArchiveScene
from game.ui.scenes.card_after import after, buttons, learned_between
from game.ui.scenes.card_leaves import LeafHead, LeafSheet
from game.ui.scenes.card_paper import document, foot, sources_line, text_of
from game.ui.scenes.card_slip import SlipChoice, choices
from game.ui.scenes.card_strip import FigureStrip
from game.ui.scenes.desk_parts import Framed
from game.ui.scenes.desk_words import refused
from game.ui.scenes.help import HelpScene
from game.ui.session import Session
from game.ui.theme import DOCUMENT, LABEL, LABEL_ITALIC, Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Flow, Veil
from game.ui.widgets.button import Button, KeyHint
from game.ui.widgets.choice import ChoiceList
from game.ui.widgets.leaves import Pages
from game.ui.widgets.text import Heading, Paragraph

WIDTHS: Final = ((704, 440), (664, 500), (624, 560), (560, 640))
"""Widths of paper and slip; the slip grows where there is more to choose from."""
TOP: Final = 24
SLIP_DROP: Final = 16
LEAST_PAPER: Final = 600
LEAST_SLIP: Final = 420


class CardScene(Scene):
    """One card. Arrows and digits go through the choices, Enter decides, Esc puts the paper back."""

    overlay = True

    def __init__(self, session: Session, card: str) -> None:
        self.session, self.texts, self.card = session, session.texts, card
        self.title = session.rules.cards[card].title
        self.leaf = 0
        self.learned: list[str] = []
        self.stamped = False
        self.detail: str | None = None
        self.considered = 1
        self._strip: FigureStrip | None = None
        self._pages: Pages | None = None
        page = self.page
        first = next((choice.number for choice in page.choices if choice.open), 1)
        self.first_focus = "back" if page.answered else "read" if self.gated else f"choice:{first}"
        self.considered = first

    @property
    def page(self) -> CardPage:
        """The card as it is to be shown."""
        reduced = self.session.reduced if self.detail is None else self.detail == "reduced"
        return card_page(self.session.playing, self.card, reduced)

    @property
    def gated(self) -> bool:
        """Whether a content note still stands before the text."""
        return self.session.rules.cards[self.card].content_note is not None and self.detail is None

    # ---- layout

    def layout(self, theme: Theme, size: tuple[int, int]) -> Widget:
        window, page = Rect((0, 0), size), self.page
        self._pages = self._strip = None
        placed = None if theme.large else self._beside(page, window, theme)
        return (placed or self._on_leaves(page, window, theme)).layout(window, theme)

    def _beside(self, page: CardPage, window: Rect, theme: Theme) -> Widget | None:
        """Paper and slip side by side, at the first widths at which neither is too long; nothing if there are none."""
        below = foot(self.session, page.card, self._open_archive, answered=page.answered is not None)
        paper, slip = document(self.session, page, self._body(page), below), self._slip(page)
        room = window.h - 2 * theme.px(TOP)
        for widths in WIDTHS:
            paper_width, slip_width = (theme.px(width) for width in widths)
            heights = paper.height_for(paper_width, theme), slip.height_for(slip_width, theme)
            if heights[0] <= room and heights[1] <= room - theme.px(SLIP_DROP):
                self._place(paper, slip, (paper_width, slip_width), window, theme)
                return Veil([paper, slip], label=self.title)
        return None

    def _place(
        self, paper: Widget, slip: Widget, widths: tuple[int, int], window: Rect, theme: Theme
    ) -> None:
        """The paper in the middle of the window's height, the slip a little lower."""
        room, gap = window.h - 2 * theme.px(TOP), theme.px(24)
        left = (window.w - sum(widths) - gap) // 2
        height = min(room, max(paper.height_for(widths[0], theme), theme.px(LEAST_PAPER)))
        paper.layout(Rect(left, (window.h - height) // 2 - theme.px(2), widths[0], height), theme)
        slip_height = max(slip.height_for(widths[1], theme), min(room, theme.px(LEAST_SLIP)))
        top = min(paper.rect.y + theme.px(SLIP_DROP), window.h - theme.px(TOP) - slip_height)
        slip.layout(Rect(paper.rect.right + gap, top, widths[1], slip_height), theme)

    def _body(self, page: CardPage) -> list[Widget]:
        if self.gated:
            return self._gate(page)
        return [*text_of(self.session, page.text, self.open_entry), *self._switch(page), *self._figure(page)]

    def _figure(self, page: CardPage) -> list[Widget]:
        """The strip of the figure that some choice files."""
        filing = [choice.files for choice in page.choices if choice.files is not None]
        rows = {row.indicator: row for row in desk_page(self.session.playing).ledger}
        if not filing or filing[0][0] not in rows:
            return []
        indicator = filing[0][0]
        figures = [value for line, value in filing if line is indicator]
        self._strip = FigureStrip(self.session, rows[indicator], figures)
        self._show_considered(page)
        return [self._strip]

    def _show_considered(self, page: CardPage) -> None:
        for choice in page.choices if page.answered is None else ():
            if self._strip is not None and choice.number == self.considered:
                self._strip.consider(choice.number, choice.files[1] if choice.files else None)

    # ---- the content note

    def _gate(self, page: CardPage) -> list[Widget]:
        """What stands before a text that speaks of hard things."""
        texts, card = self.texts, page.card
        note = Paragraph(texts(f"content-note.{card.content_note}"), DOCUMENT)
        first, second = ("reduced", "full") if self.session.reduced else ("full", "reduced")
        if not card.reduced_text:
            return [
                note,
                Flow([Button(texts("card.note.read"), lambda: self._read("full"), "primary", key="read")]),
            ]
        ways = [
            Button(texts(f"card.note.{first}"), lambda: self._read(first), "primary", key="read"),
            Button(texts(f"card.note.{second}"), lambda: self._read(second), key="read-other"),
        ]
        return [note, Flow(ways, gap=12, part=True)]

    def _switch(self, page: CardPage) -> list[Widget]:
        """Below a text with a content note: how it is shown, and the other way."""
        if page.card.content_note is None or not page.card.reduced_text:
            return []
        now, other = ("reduced", "full") if self.detail == "reduced" else ("full", "reduced")
        shown = Paragraph(self.texts(f"card.note.shown-{now}"), LABEL, UMBER)
        return [
            shown,
            Flow([Button(self.texts(f"card.note.to-{other}"), lambda: self._read(other), key="detail")]),
        ]

    def _read(self, detail: str) -> Transition:
        self.detail = detail
        return Refresh(f"choice:{self.considered}")

    # ---- the slip

    def _slip(self, page: CardPage) -> Framed:
        texts = self.texts
        if page.answered is not None:
            told = self._leaves([*after(self.session, page, self.learned, self.open_entry), *self._caption()])
            return Framed(texts("card.after.title"), told, None, self._buttons(page), margin=(22, 18), gap=10)
        listed = ChoiceList(self._choices(page), gap=12, label=texts("card.slip.title"), key="choices")
        head = self._slip_head()
        return Framed(texts("card.slip.title"), listed, head, self._hints(), margin=(22, 16), gap=12)

    def _caption(self) -> list[Widget]:
        """The sound of the seal in words, for those who want that."""
        if not (self.stamped and self.session.preferences.captions):
            return []
        return [Paragraph(self.texts("card.after.caption"), LABEL_ITALIC, UMBER)]

    def _slip_head(self) -> Heading:
        texts = self.texts
        return Heading(texts("card.slip.title"), texts("card.slip.han"), texts("card.slip.undoable"))

    def _hints(self) -> Flow:
        texts = self.texts
        return Flow(
            [
                KeyHint("↑ ↓", texts("card.slip.choose")),
                KeyHint("Enter", texts("card.slip.decide")),
                KeyHint("Esc", texts("card.slip.put-back"), Pop, accelerator=""),
            ]
        )

    def _choices(self, page: CardPage) -> list[SlipChoice]:
        return choices(self.session, page, self.decide, self._consider)

    def _consider(self, choice: ChoicePage) -> Transition | None:
        self.considered = choice.number
        if self._strip is not None:
            self._strip.consider(choice.number, choice.files[1] if choice.files else None)
        return None

    def _buttons(self, page: CardPage) -> Flow:
        last = self.session.playing.undoable
        undoable = isinstance(last, Answer) and last.card == self.card
        return buttons(self.session, Pop, self._undo if undoable else None)

    # ---- leaves, where text is large or long

    def _on_leaves(self, page: CardPage, window: Rect, theme: Theme) -> Widget:
        head = LeafHead(self.session, page.card)
        sources = Paragraph(
            f"<b>{self.texts('card.sources')}</b> {sources_line(self.session, page.card)}", LABEL
        )
        if page.answered is not None:
            content: list[Widget] = [
                *after(self.session, page, self.learned, self.open_entry),
                self._buttons(page),
            ]
            last: list[Widget] = []
        else:
            content = [head, *self._body(page), sources]
            last = [] if self.gated else [self._slip_head(), *self._choices(page)]
        pages = self._leaves(content, last, [self._hints()] if last else [])
        pages.page, self._pages = self.leaf, pages
        place = rects.inset(window, theme.px(24), theme.px(16))
        sheet = LeafSheet(pages, self.title, SHEET if page.answered is None else PAPER)
        sheet.layout(Rect(place.x, place.y, place.w - theme.px(12), place.h - theme.px(8)), theme)
        return Veil([sheet], label=self.title)

    def _leaves(
        self, content: Sequence[Widget], last: Sequence[Widget] = (), hints: Sequence[Widget] = ()
    ) -> Pages:
        texts = self.texts
        return Pages(
            content, last=last, hints=hints, page_label=lambda page, pages: texts("page.leaf", page=page, pages=pages),
            back=texts("page.leaf-back"), forward=texts("page.leaf-forward"), gap=10, on_turn=self._turned,
        )  # fmt: skip

    def _turned(self, leaf: int) -> Transition:
        self.leaf = leaf
        return STAY

    def _show_choice(self, number: int) -> Transition | None:
        """Turn to the leaf on which a choice stands, and go to it."""
        for leaf, widgets in enumerate(self._pages.leaves if self._pages else []):
            if any(isinstance(widget, SlipChoice) and widget.number == number for widget in widgets):
                self.leaf = leaf
                return Refresh(f"choice:{number}")
        return None

    # ---- what the player does

    def decide(self, choice: ChoicePage) -> Transition:
        """Answer the card."""
        before = desk_page(self.session.playing)
        refusal = self.session.do(Answer(self.card, choice.choice.id))
        if refusal is not None:
            return refused(self.session, refusal)
        self.session.play("stamp")
        self.stamped = True
        self.learned = (
            learned_between(self.session, before, desk_page(self.session.playing)) if choice.reveals else []
        )
        self.leaf, self.first_focus = 0, "back"
        return Refresh("back")

    def _undo(self) -> Transition:
        refusal = self.session.undo()
        self.leaf, self.learned, self.first_focus = 0, [], f"choice:{self.considered}"
        return Refresh(f"choice:{self.considered}") if refusal is None else refused(self.session, refusal)

    def open_entry(self, entry: str) -> Transition:
        """Open the archive at a term."""
        return Push(ArchiveScene(self.session, entry))

    def _open_archive(self) -> Transition:
        terms = [
            term for term in self.session.rules.cards[self.card].terms if term in self.session.rules.archive
        ]
        return Push(ArchiveScene(self.session, terms[0] if terms else ""))

    def on_key(self, key: Key) -> Transition | None:
        if key.name == "F1":
            return Push(HelpScene(self.session))
        if key.digit and self._pages is not None:
            return self._show_choice(key.digit)
        if key.name == "A" and key.plain:
            return self._open_archive()
        return Pop() if key.name == "ESC" else None
