"""The debriefing, chapter by chapter: the ladder first, the questions last. Every figure here may be the true one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from pygame import Rect

from game.campaign.debrief import debrief_page
from game.reporting.indicators import Indicator
from game.ui import rects
from game.ui.keys import Key
from game.ui.palette import PAPER
from game.ui.scene import Pop, Push, Refresh, Restart, Transition
from game.ui.scenes.archive import ArchiveScene
from game.ui.scenes.debrief_afterlife import AfterlifeView
from game.ui.scenes.debrief_compare import Compared
from game.ui.scenes.debrief_contents import Contents, Entry
from game.ui.scenes.debrief_documents import documents_page, questions_page
from game.ui.scenes.debrief_file import file_page
from game.ui.scenes.debrief_ladder import LadderView
from game.ui.scenes.debrief_last import last_page
from game.ui.scenes.debrief_timeline import Timeline
from game.ui.scenes.loading import LoadingScene
from game.ui.scenes.names import span_name
from game.ui.scenes.page import MARGIN, TOP, PageScene
from game.ui.scenes.why import WhyScene
from game.ui.session import Session
from game.ui.theme import Theme
from game.ui.transition import Action
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Ground
from game.ui.widgets.button import Button, KeyHint
from game.ui.widgets.leaves import Pages
from game.ui.widgets.page import PageFoot, PageHead

CHAPTERS: Final = ("ladder", "last", "timeline", "compare", "afterlife", "file", "documents", "questions")
MODELLED: Final = frozenset({"ladder", "last", "timeline", "compare", "afterlife"})
"""Chapters that show the villages as the model has them."""
GAPS: Final = {"file": 5.0}
"""Paper between the parts of a leaf where there is much to tell, design pixels."""
LARGE_FROM: Final = 1.5
Body = Callable[[Rect, Theme], list[Widget]]


class DebriefScene(PageScene):
    """Eight chapters with a strip of contents. Enter and Page Down go on, Page Up goes back, a digit opens one."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        game = session.playing
        self.scenario = session.rules.scenarios[game.state.setup.scenario]
        self.page = debrief_page(game)
        self.opened = 1
        self.leaf = 0
        rules, last = session.rules, self.scenario.last
        self.ladder = LadderView(rules, self.scenario, self.page.ladder, self.page.documented_ladder)
        self.timeline = Timeline(self.page, rules, self.scenario, Refresh)
        self.compared = Compared(self.page, rules, last)
        self.afterlife = AfterlifeView(game, self._show_afterlife)
        self._pages: list[Pages] = []

    @property
    def chapter(self) -> str:
        """The chapter that is open."""
        return CHAPTERS[self.opened - 1]

    @property
    def title(self) -> str:  # type: ignore[override]
        """The open chapter's title."""
        return self.texts(f"debrief.title.{self.chapter}")

    @property
    def first_focus(self) -> str:  # type: ignore[override]
        """The button that leads on."""
        return "on"

    # ---- head and foot

    def head(self) -> PageHead:
        texts, name = self.texts, self.chapter
        han = texts(f"debrief.zh.{name}")
        if self.large:
            return PageHead(self.title, han=han)
        right, below = self._right()
        return PageHead(self.title, han=han, pinyin=texts(f"debrief.pinyin.{name}"), right=right, right_below=below)

    def _right(self) -> tuple[str, str]:
        if self.chapter == "ladder":
            title = self.page.documented_ladder.title if self.page.documented_ladder else ""
            return (self.texts(title) if title else ""), self.ladder.right()
        played = self.texts("debrief.played" if self.page.complete else "debrief.broken-off")
        if self.chapter in MODELLED:
            played = self.texts("debrief.modelled", played=played)
        return f"{self.scenario.title}, {span_name(self.texts, self.scenario)}", played

    @property
    def large(self) -> bool:
        """Whether text is so large that head and foot keep to what is needed."""
        return self.session.preferences.text_scale >= LARGE_FROM

    def hints(self) -> list[KeyHint]:
        texts = self.texts
        hints = [] if self.large else [
            KeyHint("PgUp", texts("debrief.back"), self.back),
            KeyHint("PgDn", texts("debrief.forward"), self.forward),
            KeyHint(f"1–{len(CHAPTERS)}", texts("debrief.chapters"), accelerator=""),
        ]
        hints.append(KeyHint("A", texts("debrief.archive"), lambda: Push(ArchiveScene(self.session))))
        if self.chapter == "last":
            hints.append(KeyHint("?", texts("debrief.why")))
        if self.opened == len(CHAPTERS):
            hints.append(KeyHint("L", texts("debrief.look-again"), self.look_again))
        return [*hints, KeyHint("Esc", texts("debrief.to-title"), self.leave)]

    def primary(self) -> Button:
        if self.opened < len(CHAPTERS):
            following = self.texts(f"debrief.chapter.{CHAPTERS[self.opened]}")
            return Button(following, self.next_chapter, "primary", keycap="Enter", key="on")
        return Button(self.texts("debrief.end"), self.leave, "primary", keycap="Enter", key="on")

    # ---- layout

    def layout(self, theme: Theme, size: tuple[int, int]) -> Widget:
        inside = rects.inset(Rect((0, 0), size), theme.px(MARGIN), theme.px(TOP))
        head, button = self.head(), self.primary()
        top, rest = rects.split_top(inside, head.height_for(inside.w, theme), theme.px(8))
        width = button.width_for(theme)
        foot, hints_width = PageFoot(self.hints()), inside.w - width - theme.px(24)
        own = button.height_for(width, theme)
        height = max(foot.height_for(hints_width, theme), own + theme.px(6))
        room, bottom = rects.split_bottom(rest, height, theme.px(6))
        foot.layout(Rect(bottom.x, bottom.y, hints_width, bottom.h), theme)
        button.layout(Rect(bottom.right - width, bottom.bottom - own, width, own), theme)
        children = [head.layout(top, theme), *self.body(room, theme), foot, button]
        return Ground(children, label=self.title, colour=PAPER).layout(Rect((0, 0), size), theme)

    def body(self, room: Rect, theme: Theme) -> list[Widget]:
        strip = self._contents()
        top, rest = rects.split_top(room, strip.height_for(room.w, theme), theme.px(8))
        self._pages = []
        return [strip.layout(top, theme), *self._bodies()[self.chapter](rest, theme)]

    def _contents(self) -> Contents:
        entries = [Entry(number, self.texts(f"debrief.chapter.{name}")) for number, name in enumerate(CHAPTERS, 1)]
        return Contents(
            entries, self.opened, self.open, label=self.texts("debrief.contents"), open_words=self.texts("debrief.open")
        )

    def _bodies(self) -> dict[str, Body]:
        page, texts, rules = self.page, self.texts, self.session.rules
        return {
            "ladder": lambda room, theme: self.ladder.body(room, theme, self.make_leaves),
            "last": self._last,
            "timeline": lambda room, theme: self.timeline.body(room, theme, self.make_leaves),
            "compare": lambda room, theme: self.compared.body(room, theme, self.make_leaves),
            "afterlife": lambda room, theme: self.afterlife.body(room, theme, self.make_leaves),
            "file": lambda room, theme: file_page(page, texts, room, theme, self.make_leaves),
            "documents": lambda room, theme: documents_page(
                page, rules, self._open_entry, room, theme, self.make_leaves
            ),
            "questions": lambda room, theme: questions_page(page, texts, room, theme, self.make_leaves),
        }

    def _last(self, room: Rect, theme: Theme) -> list[Widget]:
        seasons = [record.season for record in self.session.playing.state.records]
        return last_page(self.page, seasons, self.texts, self._why, room, theme, self.make_leaves)

    def make_leaves(self, content: Sequence[Widget]) -> Pages:
        """Leaves of the open chapter; those of its first part keep their place when it is laid out anew."""
        pages = self.leaves(content, gap=GAPS.get(self.chapter, 10))
        if not self._pages:
            pages.page = self.leaf
            pages.on_turn = self._turned
        self._pages.append(pages)
        return pages

    def _turned(self, leaf: int) -> None:
        self.leaf = leaf
        self.session.play("paper")

    # ---- going about

    def open(self, number: int) -> Transition:
        """Open a chapter at its first leaf."""
        self.opened, self.leaf = number, 0
        self.session.play("paper")
        return self._show_afterlife("on") if self.chapter == "afterlife" else Refresh("on")

    def _show_afterlife(self, focus: str) -> Transition:
        """The afterlife as it is asked for; under the loading page where running on takes its time."""
        if not self.afterlife.slow:
            return Refresh(focus)

        def load() -> Transition:
            self.afterlife.find()
            return Pop(then=Refresh(focus))

        return Push(LoadingScene(self.title, load))

    def next_chapter(self) -> Transition:
        """The chapter after this one."""
        return self.open(min(self.opened + 1, len(CHAPTERS)))

    def look_again(self) -> Transition:
        """From the end to the first chapter."""
        return self.open(1)

    def forward(self) -> Transition | None:
        """The next leaf, or the next chapter after the last leaf."""
        for pages in self._pages:
            turned = pages.turn(1)
            if turned is not None:
                return turned
        return self.next_chapter() if self.opened < len(CHAPTERS) else None

    def back(self) -> Transition | None:
        """The leaf before, or the chapter before."""
        for pages in self._pages:
            turned = pages.turn(-1)
            if turned is not None:
                return turned
        return self.open(self.opened - 1) if self.opened > 1 else None

    def on_key(self, key: Key) -> Transition | None:
        if key.name == "PAGEDOWN":
            return self.forward()
        return self.back() if key.name == "PAGEUP" else super().on_key(key)

    def leave(self) -> Transition:
        """To the title; the game stays in its slot and can be looked at again."""
        return Restart(self.session.routes.title(self.session))

    def _open_entry(self, entry: str) -> Transition:
        return Push(ArchiveScene(self.session, entry))

    def _why(self, line: Indicator) -> Action:
        return lambda: Push(WhyScene(self.session, line, None, "true"))
