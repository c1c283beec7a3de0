"""The reports desk: what is reported, what is known, and the figure that goes up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from pygame import Rect

from game.campaign.desk import reports_page
from game.campaign.pages import ReportsPage
from game.reporting.indicators import Indicator
from game.text.figures import whole
from game.text.words import season_lower
from game.ui import rects
from game.ui.keys import Key
from game.ui.palette import LOESS, UMBER
from game.ui.scene import STAY, Pop, Push, Refresh, Transition
from game.ui.scenes.archive import ArchiveScene
from game.ui.scenes.desk_parts import Framed, Upright, keep_leaf, reveal
from game.ui.scenes.desk_words import refused, season_han
from game.ui.scenes.help import HelpScene
from game.ui.scenes.page import PageScene
from game.ui.scenes.reports_draft import Draft
from game.ui.scenes.reports_lines import LineView, views
from game.ui.scenes.reports_rule import FULLNESS, FilingRule, Fullness, preset_buttons, step_buttons
from game.ui.scenes.reports_side import ReportsSide
from game.ui.scenes.reports_table import ReportTable
from game.ui.scenes.why import WhyScene
from game.ui.session import Session
from game.ui.theme import DOCUMENT, LABEL, SUBHEADING, Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column, Flow, Row
from game.ui.widgets.button import Button, KeyHint
from game.ui.widgets.options import Option
from game.ui.widgets.page import PageHead
from game.ui.widgets.tabs import Tabs
from game.ui.widgets.text import Heading, Label, Paragraph

SIDE: Final = 384
GAP: Final = 16
STRETCH: Final = 1.5
LARGE_HEAD: Final = 1.75
TABS_FROM: Final = 1.25
"""From this text size on there is one part at a time."""


class ReportsScene(PageScene):
    """Lines above, the figure of the picked one below. Nothing is final before the season closes.

    A figure that is being moved is a draft; it becomes a decision when the player turns to something else.
    """

    def __init__(self, session: Session, on_seal: Callable[[], None] | None = None) -> None:
        super().__init__(session)
        self.title = self.texts("reports.title")
        self._on_seal = on_seal
        page = reports_page(session.playing)
        self.picked = page.lines[0].indicator
        self.folded = True
        self.draft = Draft(session)
        self.side = ReportsSide(session, lambda content: self.leaves(content, 8, form=True), self._commit)
        self.stretch: dict[Indicator, float] = {}
        self.first_focus = "lines"
        self.side_part = "told"
        self.open_part = "table"
        self._leaf: dict[str, int] = {}
        self._table: ReportTable | None = None
        self._rule: FilingRule | None = None
        self._state: Label | None = None

    def page(self) -> ReportsPage:
        """The reports desk with the draft on it."""
        return reports_page(self.draft.preview())

    def layout(self, theme: Theme, size: tuple[int, int]) -> Widget:
        ground = super().layout(theme, size)
        reveal(ground, f"line:{self.picked.value}")
        return ground

    # ---- head and foot

    def head(self) -> PageHead:
        texts, season = self.texts, self.session.playing.state.season
        if self.session.preferences.text_scale >= LARGE_HEAD:
            return PageHead(self.title, han=texts("reports.han"))
        right = f"{season_han(texts, season)} {season_lower(texts, season)}"
        below = texts("reports.due-at", prefecture=texts("prefecture.name"), han=texts("prefecture.zh"))
        return PageHead(
            self.title,
            han=texts("reports.han"),
            pinyin=texts("reports.pinyin"),
            right=right,
            right_below=below,
        )

    def hints(self) -> list[KeyHint]:
        texts = self.texts
        if self.session.preferences.text_scale >= LARGE_HEAD:
            return [KeyHint("Esc", texts("reports.hint.back"), self.leave, accelerator="")]
        return [
            KeyHint("← →", texts("reports.hint.by-one")),
            KeyHint("Shift", texts("reports.hint.by-ten")),
            KeyHint("0–9", texts("reports.hint.type")),
            KeyHint("?", texts("reports.hint.why")),
            KeyHint("Tab", texts("reports.hint.part")),
            KeyHint("Ctrl Enter", texts("reports.hint.seal"), self.seal, accelerator=""),
            KeyHint("Esc", texts("reports.hint.back"), self.leave, accelerator=""),
        ]

    def remark(self) -> str:
        return self.texts("reports.turns", left=whole(self.session.playing.state.team_turns))

    # ---- body

    def body(self, room: Rect, theme: Theme) -> list[Widget]:
        page = self.page()
        shown = views(self.texts, page)
        self._rule = self._table = self._state = None
        if theme.text_scale >= TABS_FROM:
            return self._large(page, shown, room, theme)
        sentence = self._sentence(shown[self.picked])
        above, rest = rects.split_top(room, sentence.height_for(room.w, theme), theme.px(6))
        table = self._make_table(page, shown)
        below = self._least_below(shown[self.picked], room.w - theme.px(SIDE + 2 * GAP), theme)
        height = min(table.height_for(rest.w, theme), max(rest.h - below, theme.text_px(190)))
        middle, under = rects.split_top(rest, height, theme.px(10))
        left, side = rects.split_right(under, theme.px(SIDE), theme.px(2 * GAP))
        line = Upright(LOESS).layout(
            Rect(left.right + theme.px(GAP), under.y, theme.stroke(), under.h), theme
        )
        return [
            sentence.layout(above, theme), table.layout(middle, theme), line,
            self._figure(shown[self.picked], left, theme), *self._side(page, shown[self.picked], side, theme),
        ]  # fmt: skip

    def _least_below(self, view: LineView, width: int, theme: Theme) -> int:
        """The height that the slide rule with its buttons would like."""
        return Column(self._figure_parts(view, FULLNESS[0]), gap=6).height_for(width, theme) + theme.px(10)

    def _large(
        self, page: ReportsPage, shown: dict[Indicator, LineView], room: Rect, theme: Theme
    ) -> list[Widget]:
        """One part at a time, with the seal always below."""
        names = ["table", "figure", *self.side.names(page)]
        open_part = self.open_part if self.open_part in names else "table"
        options = [Option(name, self.texts(f"reports.parts.{name}")) for name in names]
        tabs = Tabs(options, open_part, self._open, label=self.title)
        seal = self._seal_button(note=False)
        rest, bottom = rects.split_bottom(room, seal.height_for(room.w, theme), theme.px(8))
        above, below = rects.split_top(rest, tabs.height_for(rest.w, theme), theme.px(8))
        part = self._part(page, shown, open_part, below, theme)
        return [tabs.layout(above, theme), part.layout(below, theme), seal.layout(bottom, theme)]

    def _part(
        self, page: ReportsPage, shown: dict[Indicator, LineView], name: str, room: Rect, theme: Theme
    ) -> Widget:
        """One part of the page, for when it has the page to itself."""
        view = shown[self.picked]
        if name == "figure":
            return self._figure(view, room, theme)
        if name != "table":
            return self.side.part(page, view, name)
        table = self._make_table(page, shown)
        return Framed(self.title, table, self._sentence(view), sheet=False, gap=8)

    def _sentence(self, view: LineView) -> Paragraph:
        ways = "nothing" if view.nothing_known else view.line.stage
        values = {"what": view.lower, "counties": f"{view.counties} {view.unit}", "known": view.known}
        return Paragraph(self.texts(f"reports.sentence.{ways}", **values), DOCUMENT, key="sentence")

    def _make_table(self, page: ReportsPage, shown: dict[Indicator, LineView]) -> ReportTable:
        due = [line.indicator for line in page.lines if line.due]
        kept = [view for line, view in shown.items() if line in due or line is self.picked or not self.folded]
        self._table = ReportTable(
            self.texts, kept, self.picked.value, others=len(shown) - len(due), folded=self.folded,
            on_pick=self._pick, on_open=self._to_figure, on_figure_key=self._figure_key, on_fold=self._fold,
            why=lambda key: self._why(Indicator(key)),
        )  # fmt: skip
        return self._table

    # ---- the figure

    def _figure(self, view: LineView, room: Rect, theme: Theme) -> Widget:
        """As much on the rule as there is room for; where even the least is too much, the buttons on a second leaf."""
        for fullness in FULLNESS:
            parts = self._figure_parts(view, fullness)
            column = Column(parts, gap=6)
            if column.height_for(room.w, theme) <= room.h:
                return column.layout(room, theme)
        return keep_leaf(self.leaves(parts[1:], 6, form=True), self._leaf, "figure").layout(room, theme)

    def _figure_parts(self, view: LineView, fullness: Fullness) -> list[Widget]:
        texts = self.texts
        rule = FilingRule(
            texts, view, self.stretch.get(view.line.indicator, 1.0), fullness, on_change=self._change,
            on_pass=self._pass_on, on_stretch=self._lengthen,
        )  # fmt: skip
        self._rule = rule
        head = Heading(
            texts("reports.rule.title", what=view.lower, unit=texts(f"indicator.{view.key}.unit_long")), view.han,
            style=SUBHEADING, rule=False,
        )  # fmt: skip
        self._state = Label(view.state, LABEL, UMBER, align="right")
        buttons = [*step_buttons(rule, texts), *preset_buttons(rule, view, texts, self._pass_on)]
        return [Row([head, self._state], (4, 1), stack_when_large=True), rule, Flow(buttons, gap=5)]

    # ---- the side

    def _side(self, page: ReportsPage, view: LineView, room: Rect, theme: Theme) -> list[Widget]:
        names = self.side.names(page)
        shown = self.side_part if self.side_part in names else "told"
        tabs = Tabs(
            [Option(name, self.texts(f"reports.parts.{name}")) for name in names], shown, self._open_side,
            label=self.texts("reports.side"), key="side",
        )  # fmt: skip
        seal = self._seal_button()
        rest, bottom = rects.split_bottom(room, seal.height_for(room.w, theme), theme.px(8))
        above, below = rects.split_top(rest, tabs.height_for(rest.w, theme), theme.px(8))
        part = self.side.part(page, view, shown)
        return [tabs.layout(above, theme), part.layout(below, theme), seal.layout(bottom, theme)]

    def _seal_button(self, *, note: bool = True) -> Button:
        texts = self.texts
        return Button(
            texts("reports.seal.title"), self.seal, "filing", note=texts("reports.seal.note") if note else "",
            han=texts("reports.seal.han"), key="seal",
        )  # fmt: skip

    # ---- what the player does

    def _pick(self, key: str) -> Transition:
        refusal = self._commit()
        self.picked = Indicator(key)
        return refusal or Refresh(f"line:{key}")

    def _to_figure(self, key: str) -> Transition:
        self.picked, self.open_part = Indicator(key), "figure"
        return self._commit() or Refresh("rule")

    def _figure_key(self, key: Key) -> Transition | None:
        return self._rule.on_key(key) if self._rule is not None else None

    def _fold(self) -> Transition:
        self.folded = not self.folded
        if self.folded and not any(line.due and line.indicator is self.picked for line in self.page().lines):
            self.picked = self.page().lines[0].indicator
        return self._commit() or Refresh("fold")

    def _change(self, shown: float) -> Transition:
        """The figure moved: show it everywhere at once; nothing is decided yet."""
        self.draft.enter(self.picked, shown / self._view().measure.times)
        self._show()
        return STAY

    def _pass_on(self) -> Transition:
        """Pass the counties' figure on as it came."""
        self.draft.enter(self.picked, None)
        return self._commit() or Refresh()

    def _lengthen(self) -> Transition:
        """A longer scale, for a figure beyond its end."""
        self.stretch[self.picked] = self.stretch.get(self.picked, 1.0) * STRETCH
        return self._commit() or Refresh()

    def _view(self) -> LineView:
        return views(self.texts, self.page())[self.picked]

    def _show(self) -> None:
        shown = views(self.texts, self.page())
        if self._table is not None:
            self._table.show_figures(list(shown.values()))
        self.side.show(shown[self.picked])
        if self._state is not None:
            self._state.text = shown[self.picked].state

    def _commit(self) -> Transition | None:
        """Decide what was drafted; nothing, or what to say if that cannot be."""
        refusal = self.draft.commit()
        return None if refusal is None else refused(self.session, refusal)

    # ---- leaving

    def seal(self) -> Transition:
        """Seal what is due, and go back to the desk. It can be opened again until the season closes."""
        self.side.keep_thought()
        refusal = self._commit()
        self.session.play("stamp")
        if refusal is None and self._on_seal is not None:
            self._on_seal()
        return refusal or Pop()

    def leave(self) -> Transition | None:
        self.side.keep_thought()
        return self._commit() or Pop()

    def on_quit(self) -> None:
        self.side.keep_thought()
        self._commit()

    def _why(self, line: Indicator) -> Transition:
        return self._commit() or Push(WhyScene(self.session, line))

    def _open(self, part: str) -> Transition:
        self.open_part = part
        return self._commit() or Refresh(f"tabs:{part}")

    def _open_side(self, part: str) -> Transition:
        self.side_part = part
        return self._commit() or Refresh(f"side:{part}")

    def on_key(self, key: Key) -> Transition | None:
        if key.name == "F1":
            return self._commit() or Push(HelpScene(self.session))
        if key.ctrl and key.name == "ENTER":
            return self.seal()
        if key.name == "A" and key.plain:
            return self._commit() or Push(ArchiveScene(self.session, "estimate"))
        return self.leave() if key.name == "ESC" else None
