"""The season's page: what changed, in words, small charts and the map; true only where the player knows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pygame import Rect

from game.base.seasons import Season
from game.campaign.decisions import Reflect
from game.campaign.desk import season_page
from game.ui import rects
from game.ui.scene import Push, Refresh, Replace, Restart, Scene, Transition
from game.ui.scenes.debrief import DebriefScene
from game.ui.scenes.desk_words import season_han, season_lower, season_name
from game.ui.scenes.ladder import LadderScene, seen_ladder
from game.ui.scenes.season_head import LedgersTitle, SeasonTitle
from game.ui.scenes.season_leaves import (
    ChartGrid,
    FamilyPart,
    Spread,
    charts,
    family,
    maps,
    review_rows,
    right_fits,
    right_leaf,
)
from game.ui.scenes.season_rows import CLOSE_SENTENCE, Book, ReviewRow
from game.ui.scenes.season_why import SeasonWhyScene
from game.ui.session import Session
from game.ui.theme import HEADING_ITALIC, SECONDARY, Theme
from game.ui.transition import Action
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column, Flow, Ground
from game.ui.widgets.button import Button
from game.ui.widgets.field import TextField
from game.ui.widgets.leaves import Pages
from game.ui.widgets.ledger import Legend
from game.ui.widgets.options import Option
from game.ui.widgets.tabs import Tabs
from game.ui.widgets.text import Paragraph

OUTER: Final = (24, 16)
MARGIN: Final = 32
FOLD: Final = 40
"""Paper between a leaf's text and the fold, design pixels."""
MOST_SPREAD: Final = 22
"""Rows stand at most so far apart, however much room there is."""
NOTE_LIMIT: Final = 2000


class SeasonScene(Scene):
    """The book of a closed season, open at its page. Enter goes on, to the desk or to the debriefing."""

    first_focus = "on"

    def __init__(self, session: Session, season: Season, *, sounded: bool = False) -> None:
        """`sounded`: the gong has just been struck; captions say so."""
        self.session, self.texts, self.season = session, session.texts, season
        self.page = season_page(session.playing, season)
        self.scenario = session.rules.scenarios[session.playing.state.setup.scenario]
        self.title = season_name(self.texts, season)
        self.open_part = "changed"
        gong = sounded and session.preferences.captions
        self._closed = "season-page.closed-caption" if gong else "season-page.closed"
        self._root: Widget | None = None
        self.note = dict(session.playing.state.reflections).get(self.page.prompt or "", "")

    # ---- layout

    def layout(self, theme: Theme, size: tuple[int, int]) -> Widget:
        sheet = rects.inset(Rect((0, 0), size), theme.px(OUTER[0]), theme.px(OUTER[1]))
        inside = rects.inset(sheet, theme.px(MARGIN), theme.px(12))
        room, foot = rects.split_bottom(inside, self._foot_height(inside.w, theme), theme.px(10))
        folded = self._has_two_leaves(room, theme)
        content = self._two_leaves(room, theme) if folded else self._one_part(room, theme)
        book = Book(self.title, [*content, *self._foot(foot, theme)], folded=folded)
        self._root = Ground([book.layout(sheet, theme)], label=self.title).layout(Rect((0, 0), size), theme)
        return self._root

    def _has_two_leaves(self, room: Rect, theme: Theme) -> bool:
        """Whether everything can be read side by side; otherwise there is one part at a time."""
        right = self._leaves(room, theme)[1]
        rest = rects.split_top(right, self._ledgers_head().height_for(right.w, theme), theme.px(4))[1]
        return not theme.large and right_fits(*self._ledgers_and_places(), rest, theme)

    def _leaves(self, room: Rect, theme: Theme) -> tuple[Rect, Rect]:
        half = room.w // 2 - theme.px(FOLD)
        return Rect(room.x, room.y, half, room.h), Rect(room.right - half, room.y, half, room.h)

    def _two_leaves(self, room: Rect, theme: Theme) -> list[Widget]:
        left, right = self._leaves(room, theme)
        return [*self._left(left, theme), *self._right(right, theme)]

    def _left(self, room: Rect, theme: Theme) -> list[Widget]:
        head = self._head()
        top, rest = rects.split_top(room, head.height_for(room.w, theme))
        return [head.layout(top, theme), *self._changes(rest, theme)]

    def _head(self) -> SeasonTitle:
        return SeasonTitle(self.title, season_han(self.texts, self.season), self.texts(self._closed))

    def _changes(self, room: Rect, theme: Theme) -> list[Widget]:
        """The headline, the rows, and room for a note where the scenario asks for one."""
        said = Paragraph(self.texts(self.page.headline), HEADING_ITALIC, key="headline")
        top, rest = rects.split_top(room, said.height_for(room.w, theme), theme.px(4))
        placed: list[Widget] = [said.layout(top, theme)]
        note = self._note()
        if note is not None:
            rest, below = rects.split_bottom(rest, note.height_for(room.w, theme), theme.px(8))
            placed.append(note.layout(below, theme))
        placed.insert(1, self._rows(rest, theme).layout(rest, theme))
        return placed

    def _rows(self, room: Rect, theme: Theme) -> Pages:
        texts, rows = self.texts, review_rows(self.page, self.texts, self._whys())
        if self._spare(rows, room, theme) < 0:
            rows = review_rows(self.page, texts, self._whys(), CLOSE_SENTENCE)
        gap = max(0.0, min(self._spare(rows, room, theme) / len(rows) / theme.scale, MOST_SPREAD))
        return Pages(
            rows, page_label=lambda page, pages: texts("page.leaf", page=page, pages=pages),
            back=texts("page.leaf-back"), forward=texts("page.leaf-forward"), gap=gap,
            label=texts("season-page.changed"),
        )  # fmt: skip

    def _spare(self, rows: Sequence[ReviewRow], room: Rect, theme: Theme) -> int:
        return room.h - sum(row.height_for(room.w, theme) for row in rows)

    def _note(self) -> Column | None:
        """The question that the scenario asks after filing, with room for an answer in one's own words."""
        if self.page.prompt is None:
            return None
        question = self.texts(self.page.prompt)
        field = TextField(
            question, self.note, placeholder=self.texts("season-page.prompt-placeholder"), limit=NOTE_LIMIT, rows=2,
            on_change=self._write, key="note",
        )  # fmt: skip
        return Column([Paragraph(question, SECONDARY), field], gap=4)

    def _right(self, room: Rect, theme: Theme) -> list[Widget]:
        head = self._ledgers_head()
        top, rest = rects.split_top(room, head.height_for(room.w, theme), theme.px(4))
        return [head.layout(top, theme), *right_leaf(*self._ledgers_and_places(), rest, theme)]

    def _ledgers_head(self) -> LedgersTitle:
        texts = self.texts
        legend = Legend(texts("season-page.known"), texts("season-page.filed"))
        return LedgersTitle(texts("season-page.ledgers"), texts("season-page.ledgers-zh"), legend)

    def _ledgers_and_places(self) -> tuple[ChartGrid, Spread]:
        spread = Spread([maps(self.page, self.texts), *self._family()])
        return charts(self.page, self.scenario.last, self.texts), spread

    def _family(self) -> list[FamilyPart]:
        entry = self.page.family
        return [] if entry is None else [family(entry, self.season, self.texts)]

    # ---- large text: one part at a time

    def _one_part(self, room: Rect, theme: Theme) -> list[Widget]:
        head, tabs = self._head(), self._tabs()
        top, rest = rects.split_top(room, head.height_for(room.w, theme), theme.px(4))
        strip, rest = rects.split_top(rest, tabs.height_for(room.w, theme), theme.px(8))
        return [head.layout(top, theme), tabs.layout(strip, theme), *self._part(rest, theme)]

    def _tabs(self) -> Tabs:
        parts = ["changed", "ledgers", "map", *(["family"] if self.page.family else [])]
        names = {"map": "map-tab"}
        options = [Option(part, self.texts(f"season-page.{names.get(part, part)}")) for part in parts]
        return Tabs(options, self.open_part, self._open, label=self.title)

    def _open(self, part: str) -> Transition:
        self.open_part = part
        return Refresh()

    def _part(self, room: Rect, theme: Theme) -> list[Widget]:
        match self.open_part:
            case "ledgers":
                return [charts(self.page, self.scenario.last, self.texts).layout(room, theme)]
            case "map":
                return [maps(self.page, self.texts).layout(room, theme)]
            case "family":
                return [part.layout(room, theme) for part in self._family()]
        return self._changes(room, theme)

    # ---- the foot

    def _asks(self, theme: Theme) -> Flow:
        texts = self.texts
        ladder = texts("season-page.ladder-short" if theme.large else "season-page.ladder")
        return Flow(
            [
                Button(texts("season-page.why"), self._why_first, keycap="?", key="why"),
                Button(ladder, self._ladder, keycap="L", key="ladder"),
            ],
            gap=8,
        )

    def _on_button(self) -> Button:
        if self.page.last:
            words = self.texts("season-page.to-debriefing")
        else:
            words = self.texts("season-page.on", season=season_lower(self.texts, self.season.next))
        return Button(words, self.go_on, "primary", keycap="Enter", key="on")

    def _foot_height(self, width: int, theme: Theme) -> int:
        on = self._on_button()
        own = on.width_for(theme)
        return max(on.height_for(own, theme), self._asks(theme).height_for(width - own - theme.px(16), theme))

    def _foot(self, room: Rect, theme: Theme) -> list[Widget]:
        on = self._on_button()
        left, right = rects.split_right(room, on.width_for(theme), theme.px(16))
        height = on.height_for(right.w, theme)
        on.layout(Rect(right.x, right.bottom - height, right.w, height), theme)
        return [self._asks(theme).layout(left, theme), on]

    # ---- what the player does

    def _whys(self) -> dict[str, Action]:
        return {row.indicator.value: self._why_of(number) for number, row in enumerate(self.page.rows)}

    def _why_of(self, number: int) -> Action:
        return lambda: Push(SeasonWhyScene(self.session, self.page.rows, number, self.season, self._place))

    def _place(self, line: str) -> Rect | None:
        """Where a line's row stands, if it is on the leaf that lies open."""
        row = self._root.find(key=f"row:{line}") if self._root is not None else None
        return row.rect if row is not None else None

    def _why_first(self) -> Transition | None:
        return self._why_of(0)()

    def _ladder(self) -> Transition:
        return Push(LadderScene(self.session, seen_ladder(self.session.playing, self.season)))

    def _write(self, words: str) -> None:
        self.note = words

    def _keep_note(self) -> None:
        """Keep what was written; a game that takes no more notes refuses it, and nothing is lost but the note."""
        if self.page.prompt is not None and self.note.strip():
            self.session.do(Reflect(self.page.prompt, self.note.strip()))

    def go_on(self) -> Transition:
        """To the next season's desk; after the last season to the debriefing."""
        self._keep_note()
        if self.page.last:
            return Replace(DebriefScene(self.session))
        return Restart(self.session.routes.desk(self.session))
