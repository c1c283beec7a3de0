"""One figure climbing from the village to the printed page: on a page of its own, opened from the season's book."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from pygame import Rect

from game.base.seasons import Season
from game.campaign.debrief import ladder_of
from game.campaign.game import Game
from game.campaign.pages import Ladder
from game.campaign.review import band_on, record_of
from game.reporting.indicators import Indicator
from game.ui.scenes.debrief_ladder import LadderView
from game.ui.scenes.page import PageScene
from game.ui.session import Session
from game.ui.theme import Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.button import KeyHint
from game.ui.widgets.page import PageHead

SEEN_FROM_THE_DESK: Final = frozenset({"county", "prefecture"})
"""What the villages said, and what became of the figure above, is learned at the end."""


class LadderScene(PageScene):
    """A ladder, with the documented one beside it where that may be known already."""

    def __init__(self, session: Session, ladder: Ladder, documented: Ladder | None = None) -> None:
        super().__init__(session)
        self.title = self.texts("ladder-page.title")
        scenario = session.rules.scenarios[session.playing.state.setup.scenario]
        self.view = LadderView(session.rules, scenario, ladder, documented)

    def head(self) -> PageHead:
        texts = self.texts
        return PageHead(
            self.title, han=texts("ladder-page.zh"), pinyin=texts("ladder-page.pinyin"), right=self.view.right()
        )

    def hints(self) -> list[KeyHint]:
        return [*super().hints(), KeyHint("↑ ↓", self.texts("ladder-page.key-rung"))]

    def remark(self) -> str:
        return self.texts("ladder-page.from-the-desk")

    def body(self, room: Rect, theme: Theme) -> list[Widget]:
        return self.view.body(room, theme, self.leaves)


def seen_ladder(game: Game, season: Season) -> Ladder:
    """The figure of a closed season that stands furthest from what was known, as far as it is seen from the desk.

    Raises: KeyError if the season has not been closed.
    """
    page, record = game.state.ledgers.page(season), record_of(game.state, season)
    if page is None or record is None:
        raise KeyError(str(season))

    def apart(line: Indicator) -> float:
        known = band_on(game, page, record, line).middle
        return abs(page.filed[line] / known - 1.0) if known else 0.0

    due = game.rules.reporting.form.due_in(season)
    whole = ladder_of(game, page, max(due, key=apart), true=0.0)
    rungs = tuple(
        rung if rung.rung in SEEN_FROM_THE_DESK else replace(rung, figure=None, reasons=()) for rung in whole.rungs
    )
    rungs = tuple(replace(rung, reasons=()) if rung.rung == "county" else rung for rung in rungs)
    return replace(whole, rungs=rungs, true=None)
