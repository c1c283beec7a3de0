"""Why a figure is what it is, as a card beside it: made of, since last season, how sure, from where."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from pygame import Rect

from game.campaign.desk import why_page
from game.campaign.explain import Ink
from game.campaign.pages import WhyPage
from game.reporting.indicators import Indicator
from game.text.words import season_lower
from game.ui.keys import Key
from game.ui.scene import Pop, Push, Scene, Transition
from game.ui.scenes.desk_parts import Around
from game.ui.scenes.measures import Measure, indicator_name
from game.ui.scenes.why import WhyScene
from game.ui.scenes.why_words import Part as WrittenPart
from game.ui.scenes.why_words import (
    cause_words,
    change_text,
    filled,
    largest,
    made_parts,
    moved_parts,
    origins,
    season_before,
    where,
)
from game.ui.session import Session
from game.ui.theme import Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.button import KeyHint
from game.ui.widgets.tooltip import Part, Section, Tooltip, beside

MOST_PARTS: Final = 5


class WhyCardScene(Scene):
    """A card over the desk, tied to the line it speaks of. Enter opens the whole page, Esc puts it away."""

    overlay = True
    dim = False

    def __init__(
        self,
        session: Session,
        indicator: Indicator,
        place: Callable[[], Rect | None],
        county: str | None = None,
    ) -> None:
        self.session, self.texts = session, session.texts
        self.indicator, self.county, self._place = indicator, county, place
        self.title = indicator_name(self.texts, indicator)
        self.first_focus = "why-card"

    def page(self, ink: Ink = "known") -> WhyPage:
        """What is asked."""
        return why_page(self.session.playing, self.indicator, self.county, ink)

    # ---- layout

    def layout(self, theme: Theme, size: tuple[int, int]) -> Widget:
        window = Rect((0, 0), size)
        at = self._place()
        card = self._card(at)
        width = min(card.width_for(theme), window.w - theme.px(32))
        height = min(card.height_for(width, theme), window.h - theme.px(32))
        target = at or Rect(window.centerx, window.centery, 0, 0)
        card.layout(beside(target, (width, height), window, theme.px(16)), theme)
        return Around(self.title, card, Pop).layout(window, theme)

    def _card(self, at: Rect | None) -> Tooltip:
        page, filed = self.page(), self.page("filed")
        measure, texts = Measure(self.indicator), self.texts
        subtitle = texts(
            "why.card-of", unit=texts(f"indicator.{self.indicator.value}.unit_long"), place=where(texts, page)
        )
        return Tooltip(
            self.title, known=measure.band(page.band) if page.band else measure.text(page.now),
            filed=measure.text(filed.now) if self.county is None else "", subtitle=subtitle,
            sections=[section for section in self._sections(page, filed) if section.parts or section.text],
            hints=[KeyHint("Enter", texts("why.whole"), self.whole), KeyHint("Esc", texts("why.put-away"), Pop)],
            points_at=at, key="why-card",
        )  # fmt: skip

    def _sections(self, page: WhyPage, filed: WhyPage) -> list[Section]:
        texts, measure = self.texts, Measure(self.indicator)
        made = [
            self._part(part, measure.write(part.amount)) for part in largest(made_parts(page), MOST_PARTS)
        ]
        file = [self._filed_part(part) for part in made_parts(filed)] if self.county is None else []
        moved = [
            self._part(part, change_text(measure, part.amount))
            for part in largest(moved_parts(page), MOST_PARTS)
        ]
        since = texts(
            "why.since", season=season_lower(texts, page.since or season_before(self.session.playing))
        )
        return [
            Section(texts("why.made-of"), tuple(made)),
            Section(texts("why.on-file"), tuple(file)),
            Section(since, tuple(moved)),
            Section(texts("why.how-sure"), text=filled(texts, page, page.sure)),
            Section(texts("why.from"), text=" ".join(origins(texts, page))),
        ]

    def _part(self, part: WrittenPart, figure: str) -> Part:
        return Part(cause_words(self.texts, part.id), figure)

    def _filed_part(self, part: WrittenPart) -> Part:
        """What the file is made of: the counties' sum, and what the office added or struck off."""
        measure = Measure(self.indicator)
        figure = change_text(measure, part.amount) if part.id == "own" else measure.write(part.amount)
        return Part(cause_words(self.texts, part.id), figure, "filed")

    # ---- keys

    def whole(self) -> Transition:
        """The whole page instead of the card."""
        return Pop(Push(WhyScene(self.session, self.indicator, self.county)))

    def on_key(self, key: Key) -> Transition | None:
        if key.name in ("ENTER", "?"):
            return self.whole()
        return Pop() if key.name in ("LEFT", "ESC") else None
