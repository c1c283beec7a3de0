"""The desk: the whole season at a glance. Everything that can be done begins here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from pygame import Rect

from game.campaign.desk import desk_page
from game.campaign.pages import DeskPage
from game.reporting.indicators import Indicator
from game.ui import rects
from game.ui.keys import Key
from game.ui.scene import Push, Refresh, Scene, Transition
from game.ui.scenes.archive import ArchiveScene
from game.ui.scenes.card import CardScene
from game.ui.scenes.county import CountyScene
from game.ui.scenes.debrief import DebriefScene
from game.ui.scenes.desk_choose import ChooseScene
from game.ui.scenes.desk_closing import close
from game.ui.scenes.desk_foot import close_button, folders, undo_button
from game.ui.scenes.desk_guide import GUIDE_WIDTH, guide_slip
from game.ui.scenes.desk_inbox import inbox, season_head, tally
from game.ui.scenes.desk_ledger import above_you, two_ledgers
from game.ui.scenes.desk_map import MapView, map_panel
from game.ui.scenes.desk_parts import DeskEdge, reveal
from game.ui.scenes.desk_words import refused
from game.ui.scenes.folder_desk import FolderScene
from game.ui.scenes.help import HelpScene
from game.ui.scenes.measures import indicator_name
from game.ui.scenes.menu import MenuScene
from game.ui.scenes.reports import ReportsScene
from game.ui.scenes.why import WhyScene
from game.ui.scenes.why_card import WhyCardScene
from game.ui.session import Session
from game.ui.theme import GUTTER, MARGIN, Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Ground
from game.ui.widgets.button import KeyHint
from game.ui.widgets.options import Option
from game.ui.widgets.tabs import Tabs

LEFT: Final = 320
RIGHT: Final = 412
TOP: Final = 16
FOOT: Final = 72
FOLDER_RISE: Final = 16
UNDO: Final = 132
CLOSE: Final = 240
PLAIN_FROM: Final = 1.75
"""From this text size on folders show their names only, and there is one panel at a time."""


class DeskScene(Scene):
    """Inbox, map and ledgers side by side, folders at the foot; where text is large, one panel behind tabs."""

    def __init__(self, session: Session) -> None:
        self.session, self.texts = session, session.texts
        self.title = self.texts("desk.title")
        self.first_focus = "inbox"
        self.view = MapView()
        self.open_part = "inbox"
        self.read: set[str] = set()
        self.dismissed: set[str] = set()
        self.looked_at_reports = False
        self._last_paper = ""
        self._aside: Rect | None = None
        self._caption = ""

    @property
    def page(self) -> DeskPage:
        """What lies on the desk now."""
        return desk_page(self.session.playing)

    # ---- layout

    def layout(self, theme: Theme, size: tuple[int, int]) -> Widget:
        window, page = Rect((0, 0), size), self.page
        self._aside = None
        widgets = self._large(page, window, theme) if theme.large else self._columns(page, window, theme)
        ground = Ground(widgets, label=self.title)
        ground.layout(window, theme)
        self._ground: Widget = ground
        reveal(ground, f"paper:{self._last_paper}")
        if page.guide is not None and self._advised(page):
            dismiss = partial(self._dismiss, page.guide)
            slip = guide_slip(self.texts, page.guide, ground, dismiss, theme, self._aside)
            if slip is not None:
                ground.adopt(slip)
        return ground

    def _advised(self, page: DeskPage) -> bool:
        """Whether a line of advice is still to be seen."""
        return page.guide is not None and page.guide not in self.dismissed

    def _columns(self, page: DeskPage, window: Rect, theme: Theme) -> list[Widget]:
        edge = window.bottom - theme.px(FOOT)
        margin, gap = theme.px(MARGIN), theme.px(GUTTER)
        room = Rect(window.x + margin, window.y + theme.px(TOP), window.w - 2 * margin, 0)
        room.h = edge - theme.px(FOLDER_RISE + 16) - room.y
        left, rest = rects.split_left(room, theme.px(LEFT), gap)
        middle, right = rects.split_right(rest, theme.px(RIGHT), gap)
        return [
            DeskEdge().layout(Rect(window.x, edge, window.w, window.bottom - edge), theme),
            *self._left(page, left, theme),
            self._map(page, theme).layout(middle, theme),
            *self._right(page, right, theme),
            *self._foot(
                page,
                Rect(room.x, edge - theme.px(FOLDER_RISE), room.w, window.bottom - edge + theme.px(8)),
                theme,
            ),
        ]

    def _left(self, page: DeskPage, room: Rect, theme: Theme) -> list[Widget]:
        head, strokes = season_head(self.session, page, self._hints(), self._caption), tally(self.texts, page)
        above, rest = rects.split_top(room, head.height_for(room.w, theme), theme.px(6))
        middle, below = rects.split_top(rest, strokes.height_for(rest.w, theme), theme.px(6))
        papers = inbox(self.session, page, self.read, self.open_paper)
        return [head.layout(above, theme), strokes.layout(middle, theme), papers.layout(below, theme)]

    def _right(self, page: DeskPage, room: Rect, theme: Theme) -> list[Widget]:
        offices, ledgers = above_you(self.texts, page), two_ledgers(self.texts, page, self.ask_why)
        above, below = rects.split_top(room, offices.height_for(room.w, theme), theme.px(GUTTER))
        return [offices.layout(above, theme), ledgers.layout(below, theme)]

    def _map(self, page: DeskPage, theme: Theme) -> Widget:
        return map_panel(
            self.texts, page, self.view, theme, on_county=self.open_county, on_view=self._show_on_map,
            on_choose=self._choose_indicator,
        )  # fmt: skip

    def _foot(self, page: DeskPage, room: Rect, theme: Theme) -> list[Widget]:
        closing = close_button(self.session, page, self.close)
        inset = theme.px(FOLDER_RISE + 2)
        rest, place = rects.split_right(
            room, max(theme.px(CLOSE), closing.width_for(theme)), theme.px(GUTTER)
        )
        rest, undo_place = rects.split_right(rest, max(theme.px(UNDO), theme.text_px(UNDO)), theme.px(14))
        for where in (place, undo_place):
            where.y, where.h = where.y + inset, where.h - inset
        undo = undo_button(self.session, page, self.undo, undo_place, theme)
        return [
            *self._folders(page, rest, theme), undo.layout(undo_place, theme), closing.layout(place, theme),
        ]  # fmt: skip

    def _folders(self, page: DeskPage, room: Rect, theme: Theme) -> list[Widget]:
        entered = sum(line in self.session.playing.state.filing.figures for line in page.due)
        plain = theme.text_scale >= PLAIN_FROM
        papers = folders(self.texts, page, entered, self.open_folder, plain=plain)
        places = rects.columns(room, [1] * len(papers), theme.px(7))
        return [paper.layout(place, theme) for paper, place in zip(papers, places, strict=True)]

    def _hints(self) -> list[KeyHint]:
        return [
            KeyHint("A", self.texts("desk.archive"), lambda: Push(ArchiveScene(self.session))),
            KeyHint("Esc", self.texts("desk.menu"), self.open_menu),
        ]

    # ---- large text

    def _large(self, page: DeskPage, window: Rect, theme: Theme) -> list[Widget]:
        margin, gap = theme.px(MARGIN), theme.px(GUTTER)
        head, strokes = season_head(self.session, page, self._hints(), self._caption), tally(self.texts, page)
        foot = self._large_foot_height(page, window.w - 2 * margin, theme)
        room = Rect(margin, theme.px(8), window.w - 2 * margin, window.h - foot - theme.px(8 + FOLDER_RISE))
        above, rest = rects.split_top(room, head.height_for(room.w // 2, theme), theme.px(6))
        left, right = rects.columns(above, [1, 1], theme.px(40))
        beside = theme.text_scale < PLAIN_FROM
        panel, wall = rects.columns(rest, [1, 1], gap) if beside else (rest, rest)
        if not beside and self._advised(page) and self.open_part == "inbox":
            panel, self._aside = rects.split_right(rest, theme.text_px(GUIDE_WIDTH), gap)
        edge = window.bottom - foot
        widgets = [
            DeskEdge().layout(Rect(window.x, edge, window.w, foot), theme),
            head.layout(left, theme), strokes.layout(right, theme), *self._tabbed(page, panel, theme, not beside),
        ]  # fmt: skip
        if beside:
            widgets.append(self._map(page, theme).layout(wall, theme))
        below = Rect(margin, edge - theme.px(FOLDER_RISE), room.w, foot + theme.px(FOLDER_RISE - 8))
        return [*widgets, *self._large_foot(page, below, theme)]

    def _tabbed(self, page: DeskPage, room: Rect, theme: Theme, with_map: bool) -> list[Widget]:
        names = ["inbox", *(["map"] if with_map else []), "ledger", "above"]
        shown = self.open_part if self.open_part in names else "inbox"
        options = [Option(name, self.texts(f"desk.parts.{name}")) for name in names]
        tabs = Tabs(options, shown, self._open, label=self.title)
        above, below = rects.split_top(room, tabs.height_for(room.w, theme), theme.px(6))
        panels: dict[str, Callable[[], Widget]] = {
            "inbox": lambda: inbox(self.session, page, self.read, self.open_paper, headed=False),
            "map": lambda: self._map(page, theme),
            "ledger": lambda: two_ledgers(self.texts, page, self.ask_why, headed=False),
            "above": lambda: above_you(self.texts, page, headed=False),
        }
        return [tabs.layout(above, theme), panels[shown]().layout(below, theme)]

    def _open(self, part: str) -> Transition:
        self.open_part = part
        return Refresh(f"tabs:{part}")

    def _large_foot_height(self, page: DeskPage, width: int, theme: Theme) -> int:
        papers = folders(self.texts, page, 0, self.open_folder, plain=theme.text_scale >= PLAIN_FROM)
        cell = rects.columns(Rect(0, 0, width, 0), [1] * len(papers), theme.px(7))[0].w
        tallest = max(paper.height_for(cell, theme) for paper in papers)
        return tallest - theme.px(FOLDER_RISE) + self._buttons_height(theme) + theme.px(16)

    def _buttons_height(self, theme: Theme) -> int:
        return theme.text_px(36)

    def _large_foot(self, page: DeskPage, room: Rect, theme: Theme) -> list[Widget]:
        above, below = rects.split_bottom(room, self._buttons_height(theme), theme.px(8))
        left, right = rects.columns(below, [1, 1], theme.px(GUTTER))
        closing = close_button(self.session, page, self.close, note=False)
        undo = undo_button(self.session, page, self.undo, left, theme)
        return [*self._folders(page, above, theme), undo.layout(left, theme), closing.layout(right, theme)]

    # ---- what the player does

    def open_paper(self, card: str) -> Transition:
        """Lay a paper open."""
        self.read.add(card)
        self._last_paper, self._caption = card, ""
        self.session.play("paper")
        return Push(CardScene(self.session, card))

    def open_folder(self, folder: str) -> Transition:
        """Open one of the five desks."""
        self._caption = ""
        if folder == "reports":
            self.looked_at_reports = True
            return Push(ReportsScene(self.session, self._sealed))
        return Push(FolderScene(self.session, folder))

    def _sealed(self) -> None:
        """The sound of the seal in words, for those who want that."""
        self._caption = self.texts("desk.inbox.sealed") if self.session.preferences.captions else ""

    def open_county(self, county: str) -> Transition:
        """Open a county's page."""
        return Push(CountyScene(self.session, county))

    def open_menu(self) -> Transition:
        """Open the menu."""
        return Push(MenuScene(self.session))

    def ask_why(self, indicator: Indicator) -> Transition:
        """Say why a line of the ledgers is what it is: on a card beside it, or on a page where text is very large."""
        if self.session.preferences.text_scale >= PLAIN_FROM:
            return Push(WhyScene(self.session, indicator))
        row = f"ledger:{indicator.value}"
        return Push(WhyCardScene(self.session, indicator, lambda: self._place_of(row)))

    def _place_of(self, key: str) -> Rect | None:
        """Where a widget of the desk stands now."""
        widget = self._ground.find(key=key)
        return widget.rect if widget is not None else None

    def _show_on_map(self, view: MapView) -> Transition:
        self.view = view
        return Refresh()

    def _choose_indicator(self) -> Transition:
        lines = [row.indicator for row in self.page.ledger]
        options = [Option(line.value, indicator_name(self.texts, line)) for line in lines]
        return Push(
            ChooseScene(
                self.texts("desk.map.choose"), options, self.view.indicator.value,
                lambda key: self._show_on_map(replace(self.view, indicator=Indicator(key))),
                lambda: self._place_of("map-indicator"),
            )
        )  # fmt: skip

    def _dismiss(self, hint: str | None) -> Transition:
        self.dismissed.add(hint or "")
        return Refresh()

    def undo(self) -> Transition:
        """Take the last decision back."""
        refusal = self.session.undo()
        return Refresh() if refusal is None else refused(self.session, refusal)

    def close(self) -> Transition:
        """Close the season; once all is over, open the file."""
        if self.session.playing.state.ended:
            return Push(DebriefScene(self.session))
        return close(self.session, self.page, self.looked_at_reports)

    # ---- keys

    def on_key(self, key: Key) -> Transition | None:
        if key.ctrl and key.name == "Z":
            return self.undo()
        if key.name == "ESC":
            return self.open_menu()
        if key.name == "F1":
            return Push(HelpScene(self.session))
        return self._paper_by_number(key.digit, self.page.papers) if key.digit else None

    def _paper_by_number(self, number: int, papers: Sequence[object]) -> Transition | None:
        page = self.page
        return self.open_paper(page.papers[number - 1].card.id) if 0 < number <= len(papers) else None
