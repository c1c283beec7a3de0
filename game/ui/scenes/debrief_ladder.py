"""The first page of the debriefing: the documented figure climbing, and beside it the player's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pygame import Rect

from game.base.texts import Texts
from game.campaign.pages import Ladder
from game.ruleset.content import Ruleset, Scenario
from game.ui import rects
from game.ui.scenes.desk_words import season_lower
from game.ui.scenes.ladder_chart import LadderChart
from game.ui.scenes.ladder_places import LadderWords, RungName
from game.ui.scenes.ladder_rungs import RUNGS, Climb, Step, documented_climb, own_climb
from game.ui.theme import DOCUMENT, HEADING_PLAIN, LABEL, Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column
from game.ui.widgets.leaves import Pages
from game.ui.widgets.text import Heading, Paragraph

MakePages = Callable[[Sequence[Widget]], Pages]
"""How a scene makes leaves, with its words at their foot."""


class LadderView:
    """One or two ladders as a page shows them: the sentence above, the chart, and its sentences."""

    def __init__(self, rules: Ruleset, scenario: Scenario, own: Ladder, documented: Ladder | None) -> None:
        self.texts, self.own = rules.texts, own
        self.climbs: list[Climb] = []
        if documented is not None and scenario.documented_ladder is not None:
            self.climbs.append(documented_climb(documented, rules, scenario.documented_ladder))
        if own.rungs:
            self.climbs.append(own_climb(own, self.texts))
        texts = self.texts
        self.rungs = [RungName(rung, texts(f"rung.{rung}.name"), texts(f"rung.{rung}.zh")) for rung in self._shown()]

    def _shown(self) -> list[str]:
        """The rungs that any ladder speaks of; a rung that only repeats the one below is left to it."""
        told = {rung for climb in self.climbs for rung in climb.steps}
        if self._repeats("bureau", "province"):
            told.discard("bureau")
        return [rung for rung in RUNGS if rung in told]

    def _repeats(self, rung: str, below: str) -> bool:
        for climb in self.climbs:
            step, lower = climb.steps.get(rung), climb.steps.get(below)
            if step is not None and (lower is None or step.value != lower.value):
                return False
        return True

    # ---- words

    def sentence(self) -> str:
        """Both ladders in a sentence each, their two numbers in red."""
        return " ".join(told for told in (self._sentence(climb) for climb in self.climbs) if told)

    def _sentence(self, climb: Climb) -> str:
        first, last = climb.steps.get("county"), climb.steps.get("prefecture")
        if first is None or last is None or not first.written or not last.written:
            return ""
        unit = "" if climb.whose == "documents" else f" {climb.unit}"
        return self.texts(
            f"ladder-page.{climb.whose}-sentence", low=f"<r><b>{first.written}</b></r>",
            high=f"<r><b>{last.written}</b></r>", unit=unit,
        )  # fmt: skip

    def right(self) -> str:
        """Whose figure is meant."""
        return own_title(self.own, self.texts)

    def words(self) -> LadderWords:
        """Short words in the plot."""
        texts = self.texts
        return LadderWords(
            texts("ladder-page.no-record"), texts("ladder-page.not-seen-short"), texts("ladder-page.inferred"),
            texts("ladder-page.had"), texts("ladder-page.knew"),
        )  # fmt: skip

    # ---- layout

    def chart(self, *, said: bool) -> LadderChart:
        """The chart, with its sentences beside it or without."""
        return LadderChart(self.texts("ladder-page.title"), self.rungs, self.climbs, said=said, words=self.words())

    def _leaves_of(self, theme: Theme) -> list[list[Climb]]:
        """Which climbs share a leaf: with large text each has its own."""
        return [[climb] for climb in self.climbs] if theme.large else [self.climbs]

    def _on_leaf(self, climbs: Sequence[Climb], high: int) -> LadderChart:
        """Climbs on a leaf that they fill, on the scale of all."""
        others = [other for other in self.climbs if other not in climbs]
        title = self.texts("ladder-page.title")
        return LadderChart(title, self.rungs, climbs, said=False, words=self.words(), beside=others, height=high)

    def body(self, room: Rect, theme: Theme, pages: MakePages) -> list[Widget]:
        """What stands on the page: at ordinary size one chart, with large text its sentences on leaves of their own."""
        if not self.climbs:
            return [Paragraph(self.texts("ladder-page.nothing"), DOCUMENT).layout(room, theme)]
        said = Paragraph(self.sentence(), HEADING_PLAIN, key="sentence")
        if theme.large or self.chart(said=True).height_for(room.w, theme) + said.height_for(room.w, theme) > room.h:
            high = room.h - theme.type.line_height(LABEL) - theme.px(24)
            charts = [self._on_leaf(climbs, high) for climbs in self._leaves_of(theme)]
            return [pages([*charts, said, *self._told()]).layout(room, theme)]
        top, rest = rects.split_top(room, said.height_for(room.w, theme), theme.px(2))
        return [said.layout(top, theme), self.chart(said=True).layout(rest, theme)]

    def _told(self) -> list[Widget]:
        """Every rung's sentences below its name, from the village up."""
        told: list[Widget] = []
        for rung in self.rungs:
            steps = [(climb, climb.steps.get(rung.id)) for climb in self.climbs]
            lines = [Paragraph(self._line(climb, step), DOCUMENT) for climb, step in steps if step is not None]
            heading = Heading(rung.name, rung.zh, style=HEADING_PLAIN, rule=False)
            told += [Column([heading, *lines[:1]], gap=4), *lines[1:]]
        return told

    def _line(self, climb: Climb, step: Step) -> str:
        return self.texts("ladder-page.line", whose=climb.head, told=step.text)


def own_title(own: Ladder, texts: Texts) -> str:
    """``your own: homes organised, winter 1951``."""
    if own.season is None:
        return ""
    line = texts(f"indicator.{own.indicator.value}.lower")
    return texts("ladder-page.beside", indicator=line, season=season_lower(texts, own.season))
