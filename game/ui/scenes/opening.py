"""Before the first season: where you are, and what is asked of you."""

from __future__ import annotations

from typing import Final

from pygame import Rect

from game.ui import rects
from game.ui.palette import SHEET
from game.ui.scene import Restart, Transition
from game.ui.scenes.names import season_name, sentence
from game.ui.scenes.page import PageScene
from game.ui.session import Session
from game.ui.theme import DOCUMENT, SUBHEADING, Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.button import Button
from game.ui.widgets.document import Sheet
from game.ui.widgets.page import PageHead
from game.ui.widgets.picture import Image
from game.ui.widgets.text import Heading, Paragraph

VIGNETTE: Final = (388, 191)
"""Size of the picture, design pixels."""


class OpeningScene(PageScene):
    """The scenario's opening on a sheet; then the desk."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.scenario = session.rules.scenarios[session.playing.state.setup.scenario]
        self.title = self.scenario.title
        self.first_focus = "to-desk"

    def head(self) -> PageHead:
        season = sentence(season_name(self.texts, self.scenario.first))
        return PageHead(self.title, han=self.scenario.zh, pinyin=self.scenario.pinyin, right=season)

    def body(self, room: Rect, theme: Theme) -> list[Widget]:
        sheet = Sheet(self.leaves(self._paragraphs(theme.large), gap=16), self.title, colour=SHEET, margin=40)
        if theme.large:
            return [sheet.layout(room, theme)]
        aside = self._aside()
        words, beside = rects.split_right(room, theme.px(VIGNETTE[0] + 44), theme.px(24))
        height = min(room.h, max(sheet.height_for(words.w, theme), aside.height_for(beside.w, theme)))
        words.h = beside.h = height
        return [sheet.layout(words, theme), aside.layout(beside, theme)]

    def primary(self) -> Button | None:
        return Button(self.texts("opening.to-desk"), self._to_desk, "primary", key="to-desk")

    def _paragraphs(self, with_goals: bool) -> list[Widget]:
        paragraphs: list[Widget] = [Paragraph(text, DOCUMENT) for text in self.scenario.opening]
        return paragraphs + (self._goals() if with_goals else [])

    def _goals(self) -> list[Widget]:
        heading = Heading(self.texts("opening.goals"), style=SUBHEADING)
        return [heading, *(Paragraph(f"– {goal}", DOCUMENT) for goal in self.scenario.goals)]

    def _aside(self) -> Sheet:
        picture = Image("field-and-plough", VIGNETTE, frame=True)
        return Sheet(self.leaves([picture, *self._goals()]), self.texts("opening.goals"))

    def _to_desk(self) -> Transition:
        return Restart(self.session.routes.desk(self.session))

    def leave(self) -> Transition | None:
        return Restart(self.session.routes.title(self.session))
