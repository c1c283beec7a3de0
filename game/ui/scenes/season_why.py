"""Why, line by line: a card beside each row of the season's page, with every cause of the season that was closed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from pygame import Rect

from game.base.seasons import Season
from game.campaign.pages import SeasonRow
from game.ui.keys import Key
from game.ui.scene import Pop, Push, Refresh, Scene, Transition
from game.ui.scenes.desk_parts import Around
from game.ui.scenes.desk_words import season_lower
from game.ui.scenes.measures import Measure, indicator_name
from game.ui.scenes.season_figures import HARVESTED, written_change
from game.ui.scenes.why import WhyScene
from game.ui.scenes.why_words import cause_words, change_text, largest, written
from game.ui.session import Session
from game.ui.theme import Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.button import KeyHint
from game.ui.widgets.tooltip import Part, Section, Tooltip, beside

MOST_PARTS: Final = 7
Place = Callable[[str], Rect | None]
"""Where the row of a line stands in the window, by indicator id."""


class SeasonWhyScene(Scene):
    """A card tied to a row. Up and down go to the next line, Enter opens the figure as it stands today."""

    overlay = True
    dim = False
    first_focus = "season-why"

    def __init__(self, session: Session, rows: Sequence[SeasonRow], number: int, season: Season, place: Place) -> None:
        self.session, self.texts = session, session.texts
        self.rows, self.number, self.season, self._place = tuple(rows), number, season, place

    @property
    def row(self) -> SeasonRow:
        """The line that is asked about."""
        return self.rows[self.number]

    @property
    def title(self) -> str:  # type: ignore[override]
        """The line's name."""
        return indicator_name(self.texts, self.row.indicator)

    # ---- layout

    def layout(self, theme: Theme, size: tuple[int, int]) -> Widget:
        window, at = Rect((0, 0), size), self._place(self.row.indicator.value)
        card = self._card(at)
        width = min(card.width_for(theme), window.w - theme.px(32))
        height = min(card.height_for(width, theme), window.h - theme.px(32))
        target = at or Rect(window.centerx, window.centery, 0, 0)
        card.layout(beside(target, (width, height), window, theme.px(16)), theme)
        return Around(self.title, card, Pop).layout(window, theme)

    def _card(self, at: Rect | None) -> Tooltip:
        measure, texts = Measure(self.row.indicator), self.texts
        unit = texts(f"indicator.{self.row.indicator.value}.unit_long")
        return Tooltip(
            self.title, known=measure.band(self.row.known), filed=measure.text(self.row.filed),
            subtitle=f"{unit}, {season_lower(texts, self.season)}", sections=self._sections(measure),
            hints=[
                KeyHint("↑ ↓", texts("season-page.why-lines"), accelerator=""),
                KeyHint("Enter", texts("season-page.why-today"), self.today),
                KeyHint("Esc", texts("season-page.why-close"), Pop),
            ],
            points_at=at, key="season-why",
        )  # fmt: skip

    def _sections(self, measure: Measure) -> list[Section]:
        texts, row = self.texts, self.row
        since = texts("season-page.why-since", season=season_lower(texts, self.season.shift(-1)))
        if row.indicator in HARVESTED:
            since = texts("season-page.why-since-harvest")
        parts = tuple(Part(cause_words(texts, cause), amount) for cause, amount in self.moved(measure))
        moved = Section(since, parts) if parts else Section(since, text=texts("season-page.why-nothing"))
        sure = texts("season-page.sure", low=measure.text(row.known.low), high=measure.text(row.known.high))
        return [moved, *self._on_file(measure), Section(texts("season-page.why-sure"), text=sure)]

    def moved(self, measure: Measure) -> list[tuple[str, str]]:
        """Every cause with its amount as written; together they are the written change."""
        row = self.row
        if row.before is None or not row.moved:
            return []
        parts = largest(written(row.moved, written_change(row), measure), MOST_PARTS)
        return [(part.id, change_text(measure, part.amount)) for part in parts]

    def _on_file(self, measure: Measure) -> list[Section]:
        """What was filed, and what had been filed the time before."""
        texts, row = self.texts, self.row
        parts = [Part(season_lower(texts, self.season), measure.text(row.filed), "filed")]
        if row.filed_before is not None:
            before = season_lower(texts, self.season.shift(-1))
            parts.insert(0, Part(before, measure.text(row.filed_before), "filed"))
        return [Section(texts("season-page.why-file"), tuple(parts))]

    # ---- keys

    def today(self) -> Transition:
        """The figure as it stands on the desk today, with all its counties."""
        return Pop(Push(WhyScene(self.session, self.row.indicator)))

    def on_key(self, key: Key) -> Transition | None:
        step = {"UP": -1, "DOWN": 1}.get(key.name, 0)
        if step and 0 <= self.number + step < len(self.rows):
            self.number += step
            return Refresh()
        if key.name in ("ENTER", "?"):
            return self.today()
        return Pop() if key.name in ("LEFT", "ESC") else None
