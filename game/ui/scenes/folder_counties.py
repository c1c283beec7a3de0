"""Deciding otherwise in some counties: a value, the counties, and an end to it."""

from __future__ import annotations

from typing import Final

from pygame import Rect

from game.campaign.decisions import Decide
from game.campaign.desk import settings_page
from game.campaign.pages import SettingRow
from game.economy.settings import Value
from game.text.words import county_name
from game.ui.palette import SHEET, UMBER
from game.ui.scene import STAY, Pop, Refresh, Transition
from game.ui.scenes.desk_parts import keep_leaf
from game.ui.scenes.desk_words import refused
from game.ui.scenes.folder_lines import value_control
from game.ui.scenes.folder_values import value_words
from game.ui.scenes.page import PageScene
from game.ui.session import Session
from game.ui.theme import DOCUMENT, LABEL, SUBHEADING, Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column, Flow, Row
from game.ui.widgets.button import Button
from game.ui.widgets.document import Sheet
from game.ui.widgets.page import PageHead
from game.ui.widgets.text import Heading, Paragraph
from game.ui.widgets.toggle import Toggle

ACROSS: Final = 4


class CountiesScene(PageScene):
    """Pick counties and a value; they keep it until it is ended, or the whole prefecture has it too."""

    def __init__(self, session: Session, folder: str, setting: str) -> None:
        super().__init__(session)
        self._folder, self._setting = folder, setting
        row = self.row
        self.title = self.texts("folders.counties.title", setting=self.texts(f"setting.{setting}.name"))
        self.value: Value = next(iter(row.exceptions.values()), row.value)
        self.chosen: set[str] = set(row.exceptions)
        self.first_focus = f"setting:{setting}"
        self._leaf: dict[str, int] = {}

    @property
    def row(self) -> SettingRow:
        """The decision that is spoken of."""
        rows = settings_page(self.session.playing, self._folder).rows
        return next(row for row in rows if row.setting.id == self._setting)

    def head(self) -> PageHead:
        return PageHead(self.title, han=self.texts(f"setting.{self._setting}.zh"))

    # ---- body

    def body(self, room: Rect, theme: Theme) -> list[Widget]:
        texts, row = self.texts, self.row
        control = value_control(texts, row.setting, self.value, row.steps, self._set_value)
        content: list[Widget] = [
            Paragraph(texts(f"setting.{self._setting}.help"), DOCUMENT),
            Paragraph(
                texts("folders.prefecture", value=value_words(texts, row.setting, row.value)), LABEL, UMBER
            ),
            Column([Heading(texts("folders.counties.value"), style=SUBHEADING, rule=False), control], gap=4),
            Heading(texts("folders.counties.which"), style=SUBHEADING, rule=False),
            *self._toggles(row, theme),
            self._buttons(row),
        ]
        pages = keep_leaf(self.leaves(content, 8, form=True), self._leaf, "counties")
        return [Sheet(pages, self.title, colour=SHEET, margin=28).layout(room, theme)]

    def _toggles(self, row: SettingRow, theme: Theme) -> list[Widget]:
        counties = self.session.rules.prefecture.county_ids
        across = 2 if theme.large else ACROSS
        toggles = [self._toggle(row, county) for county in counties]
        return [Row(toggles[first : first + across], gap=12) for first in range(0, len(toggles), across)]

    def _toggle(self, row: SettingRow, county: str) -> Toggle:
        words = county_name(self.texts, county)
        if county in row.exceptions:
            words += f" <m>{value_words(self.texts, row.setting, row.exceptions[county])}</m>"
        return Toggle(
            words, county in self.chosen, lambda on: self._choose(county, on), key=f"county:{county}"
        )

    def _buttons(self, row: SettingRow) -> Flow:
        texts = self.texts
        clear = Button(texts("folders.counties.clear"), self.clear, enabled=bool(row.exceptions), key="clear")
        return Flow([clear, Button(texts("folders.counties.set"), self.set, "primary", key="set")], gap=12)

    # ---- what the player does

    def _set_value(self, value: Value) -> Transition:
        self.value = value
        return Refresh()

    def _choose(self, county: str, on: bool) -> Transition:
        (self.chosen.add if on else self.chosen.discard)(county)
        return STAY

    def set(self) -> Transition:
        """The chosen counties have the value; those no longer chosen are as the prefecture."""
        row = self.row
        ended = tuple(county for county in row.exceptions if county not in self.chosen)
        chosen = tuple(county for county in self.session.rules.prefecture.county_ids if county in self.chosen)
        return self._decide((ended, row.value), (chosen, self.value)) or Pop()

    def clear(self) -> Transition:
        """Every county is as the prefecture again."""
        row = self.row
        return self._decide((tuple(row.exceptions), row.value)) or Pop()

    def _decide(self, *groups: tuple[tuple[str, ...], Value]) -> Transition | None:
        for counties, value in groups:
            refusal = self.session.do(Decide(self._setting, value, counties)) if counties else None
            if refusal is not None:
                return refused(self.session, refusal)
        return None
