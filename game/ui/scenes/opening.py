"""Before the first season: where you are, and what is asked of you."""

from __future__ import annotations

from pygame import Rect

from game.ui import rects
from game.ui.palette import SHEET
from game.ui.scene import Restart, Transition
from game.ui.scenes.names import season_name, sentence
from game.ui.scenes.page import PageScene
from game.ui.session import Session
from game.ui.theme import DOCUMENT, SUBHEADING, Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Flow
from game.ui.widgets.button import Button
from game.ui.widgets.document import Sheet
from game.ui.widgets.page import PageHead
from game.ui.widgets.picture import Image
from game.ui.widgets.text import Heading, Paragraph

MEASURE = 640
"""Width of a column that reads well, design pixels."""
VIGNETTE = (388, 191)


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
        button = Flow([Button(self.texts("opening.to-desk"), self._to_desk, "primary", key="to-desk")], align_right=True)
        above, below = rects.split_bottom(room, button.height_for(room.w, theme) + theme.px(6), theme.px(14))
        words, aside = rects.split_left(above, max(theme.px(MEASURE), above.w - theme.px(460)), theme.px(24))
        placed: list[Widget] = []
        if theme.large:
            words = above
        else:
            placed.append(self._aside().layout(aside, theme))
        sheet = Sheet(self.leaves(self._paragraphs(theme.large)), self.title, colour=SHEET, margin=32)
        return [sheet.layout(words, theme), *placed, button.layout(below, theme)]

    def _paragraphs(self, with_goals: bool) -> list[Widget]:
        paragraphs: list[Widget] = [Paragraph(text, DOCUMENT) for text in self.scenario.opening]
        return paragraphs + (self._goals() if with_goals else [])

    def _goals(self) -> list[Widget]:
        heading = Heading(self.texts("opening.goals"), style=SUBHEADING)
        return [heading, *(Paragraph(f"– {goal}", DOCUMENT) for goal in self.scenario.goals)]

    def _aside(self) -> Sheet:
        picture = Image("plough", VIGNETTE, frame=True)
        return Sheet(self.leaves([picture, *self._goals()]), self.texts("opening.goals"))

    def _to_desk(self) -> Transition:
        return Restart(self.session.routes.desk(self.session))

    def leave(self) -> Transition | None:
        return Restart(self.session.routes.title(self.session))
