"""Every part of the kit on a few pages, for tests and for those who draw. Its words come from outside like all words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

import pygame
from pygame import Rect, Surface

from game.ui import rects
from game.ui.keys import Key
from game.ui.palette import DESK, INK, LOESS, PAPER, SHEET, UMBER, VERMILION, WALL, Colour
from game.ui.scene import Scene, Texts
from game.ui.theme import (
    DOCUMENT,
    FIGURE,
    HAN_DISPLAY,
    HEADING,
    LABEL,
    PETITION,
    SEASON,
    SECONDARY,
    SUBHEADING,
    TITLE,
    Theme,
)
from game.ui.transition import STAY, Refresh, Transition
from game.ui.type import TextStyle
from game.ui.widgets.bars import Bar, Bars
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column, Flow, Ground, Row
from game.ui.widgets.button import Button, KeyHint, MenuLine
from game.ui.widgets.choice import Choice, ChoiceList, Fact
from game.ui.widgets.desk import ProgressStrip, SuperiorLine, Tally
from game.ui.widgets.document import Document
from game.ui.widgets.field import TextField
from game.ui.widgets.folder import Folder
from game.ui.widgets.inbox import InboxItem, PaperKind
from game.ui.widgets.ledger import LedgerLine, LedgerTable, Legend, RangeStrip, Reading
from game.ui.widgets.ledger_lines import LedgerLines, Moment
from game.ui.widgets.number import Stepper
from game.ui.widgets.options import Option
from game.ui.widgets.page import PageFoot, PageHead
from game.ui.widgets.picture import Image
from game.ui.widgets.slide_rule import DerivedScale, KnownBand, RuleContent, RuleMark, SlideRule, Zone, ZoneRow
from game.ui.widgets.small_multiple import SeasonPoint, SmallMultiple
from game.ui.widgets.table import Table, TableColumn, TableRow, filed_column, known_column
from game.ui.widgets.tabs import Segments, Tabs
from game.ui.widgets.text import Heading, Label, Paragraph
from game.ui.widgets.toggle import RadioGroup, Toggle
from game.ui.widgets.tooltip import Part, Section, Tooltip
from game.ui.widgets.waterfall import Fall, Waterfall

TYPES: tuple[tuple[str, TextStyle], ...] = (
    ("han", HAN_DISPLAY), ("season", SEASON), ("title", TITLE), ("heading", HEADING), ("document", DOCUMENT),
    ("secondary", SECONDARY), ("figure", FIGURE), ("label", LABEL), ("petition", PETITION),
)  # fmt: skip
SWATCHES: tuple[tuple[str, Colour], ...] = (
    ("paper", PAPER), ("sheet", SHEET), ("wall", WALL), ("ink", INK), ("vermilion", VERMILION), ("umber", UMBER),
    ("loess", LOESS), ("desk", DESK),
)  # fmt: skip
READINGS: tuple[tuple[str, Reading], ...] = (
    ("apart", Reading((26, 43), 52, (0, 80))),
    ("agree", Reading((40, 46), 43, (0, 80))),
    ("exact", Reading((33, 33), 52, (0, 80))),
    ("considered", Reading(None, None, (0, 80), considered=55)),
)


class Swatch(Label):
    """A colour with its name."""

    role: ClassVar[str] = "text"

    def __init__(self, text: str, swatch: Colour) -> None:
        super().__init__(text)
        self._swatch = swatch

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        box = Rect(rect.x, rect.y, theme.px(34), rect.h - theme.px(2))
        pygame.draw.rect(surface, self._swatch, box)
        pygame.draw.rect(surface, UMBER, box, theme.stroke())
        at = rect.x + theme.px(44), rect.y + theme.type.baseline(LABEL)
        theme.type.draw(surface, self.label, at, LABEL, INK)


@dataclass(frozen=True, slots=True)
class Group:
    """Sections that share pages, in so many columns at 100 %."""

    columns: int
    sections: tuple[Callable[[], Widget], ...]


class Gallery(Scene):
    """All components. Page Up and Page Down turn its pages."""

    def __init__(self, texts: Texts, page: int = 0) -> None:
        self.texts, self.page, self.pages = texts, page, 1
        self.pressed: list[str] = []

    # ---- pages

    def layout(self, theme: Theme, size: tuple[int, int]) -> Widget:
        margin = theme.px(40)
        room = rects.inset(Rect((0, 0), size), margin, theme.px(24))
        found = [page for group in self._groups() for page in flow_columns(group, room, theme)]
        self.pages = len(found)
        self.page = max(0, min(self.page, self.pages - 1))
        placed = found[self.page]
        ground = Ground([widget for widget, _ in placed], label=self.texts("gallery.title"), colour=PAPER)
        for widget, place in placed:
            widget.layout(place, theme)
        ground.layout(Rect((0, 0), size), theme)
        return ground

    def on_key(self, key: Key) -> Transition | None:
        step = {"PAGEUP": -1, "PAGEDOWN": 1}.get(key.name, 0)
        if not step or not 0 <= self.page + step < self.pages:
            return None
        self.page += step
        return Refresh()

    def _groups(self) -> tuple[Group, ...]:
        return (
            Group(4, (self._types, self._colours, self._buttons, self._inks, self._papers, self._choices, self._table)),
            Group(3, (self._controls, self._desk, self._ledger, self._tooltip, self._menu)),
            Group(1, (self._slide_rule, self._foot)),
            Group(2, (self._multiples, self._bars, self._waterfall)),
            Group(1, (self._time_line,)),
            Group(2, (self._document, self._seals)),
        )

    def _press(self, name: str) -> Callable[[], Transition]:
        def note() -> Transition:
            self.pressed.append(name)
            return STAY

        return note

    def _section(self, name: str, parts: Sequence[Widget], gap: float = 8) -> Widget:
        head = Heading(self.texts(f"gallery.{name}"), self.texts(f"gallery.{name}.han"), style=SUBHEADING)
        return Column([head, *parts], gap=gap)

    # ---- sections

    def _types(self) -> Widget:
        return self._section("types", [Label(self.texts(f"gallery.type.{name}"), style) for name, style in TYPES], 0)

    def _colours(self) -> Widget:
        return self._section("colours", [Swatch(self.texts(f"gallery.colour.{name}"), ink) for name, ink in SWATCHES])

    def _buttons(self) -> Widget:
        words = self.texts
        parts = [
            Row(
                [
                    Button(words("gallery.decide"), self._press("decide")),
                    Button(words("gallery.file"), self._press("file"), "filing"),
                ]
            ),
            Row(
                [
                    Button(words("gallery.cannot"), enabled=False),
                    Button(words("gallery.filed"), kind="filing", enabled=False),
                ]
            ),
            Button(words("gallery.inspect"), self._press("inspect"), "primary", keycap="I"),
            Button(
                words("gallery.close"), self._press("close"), "filing", note=words("gallery.close.note"), han="上报"
            ),
        ]
        return self._section("buttons", parts, 16)

    def _inks(self) -> Widget:
        def strip(name: str, reading: Reading) -> Widget:
            words = self.texts(f"gallery.ink.{name}")
            return Row([Label(words), RangeStrip(words, words, reading)])

        parts = [strip(name, reading) for name, reading in READINGS]
        legend = Legend(self.texts("gallery.known"), self.texts("gallery.filed"))
        return self._section("inks", [*parts, legend])

    def _papers(self) -> Widget:
        kinds: tuple[tuple[PaperKind, str, str], ...] = (
            ("directive", "华北局", ""), ("news", "山西日报", ""), ("report", "武鄉縣委", "seals/wuxiang"), ("petition", "请算一笔账", ""),
        )  # fmt: skip
        items = [
            InboxItem(
                kind, self.texts(f"gallery.paper.{kind}"), self._press(kind), han=han, seal=seal,
                sender=self.texts("gallery.paper.sender"), foot=self.texts("gallery.paper.foot"),
                wanted=self.texts("gallery.paper.wanted") if kind == "report" else "", read=kind == "news",
            )
            for kind, han, seal in kinds
        ]  # fmt: skip
        return self._section("papers", items, 12)

    def _choices(self) -> Widget:
        words = self.texts
        facts = (Fact(words("gallery.fact.file"), "1.8", "filed"), Fact(words("gallery.fact.turns"), "3"))
        rest = (Fact(words("gallery.fact.file"), "2.6", "filed"), Fact(words("gallery.fact.trust"), kind="down"))
        choices = [
            Choice(1, words("gallery.choice.1"), words("gallery.choice.told"), facts, self._press("choice 1")),
            Choice(2, words("gallery.choice.2"), words("gallery.choice.told"), rest, self._press("choice 2")),
        ]
        return self._section("choice", [ChoiceList(choices, label=words("gallery.choice"))])

    def _table(self) -> Widget:
        columns = (
            TableColumn("", 1.5),
            known_column(self.texts("gallery.known")),
            filed_column(self.texts("gallery.filed")),
        )
        rows = [
            TableRow((self.texts(f"gallery.county.{key}"), known, filed), key)
            for key, known, filed in (("a", "41–49", "71"), ("b", "30–48", "66"), ("c", "38–52", "63"))
        ]
        return self._section(
            "table", [Table(columns, rows, on_pick=lambda key: self._press(key)(), label=self.texts("gallery.table"))]
        )

    def _controls(self) -> Widget:
        words = self.texts
        options = [Option(key, words(f"gallery.option.{key}")) for key in ("a", "b", "c")]
        parts = [
            Toggle(words("gallery.toggle"), True),
            RadioGroup(options, "b", label=words("gallery.radio")),
            Segments(options, "a", label=words("gallery.segments"), key="segments"),
            Tabs(options, "a", label=words("gallery.tabs")),
            TextField(words("gallery.field"), placeholder=words("gallery.field.hint")),
            Stepper(words("gallery.stepper"), 164, 100, 250),
        ]
        return self._section("controls", parts, 14)

    def _desk(self) -> Widget:
        words = self.texts
        parts = [
            Tally(words("gallery.tally"), 14, 20, han="工作组"),
            ProgressStrip(words("gallery.progress"), words("gallery.progress.value"), 2, 4),
            SuperiorLine(words("gallery.superior.a"), words("gallery.unknown"), han="中央", line=(0.3, 0.75)),
            SuperiorLine(words("gallery.superior.b"), words("gallery.cool"), han="华北局", line=0.2),
            Folder(words("gallery.folder"), self._press("folder"), han="报", status=words("gallery.folder.status"), keycap="R", flagged=True, filing=True),
        ]  # fmt: skip
        return self._section("desk", parts, 12)

    def _ledger(self) -> Widget:
        words = self.texts
        lines = [
            LedgerLine("homes", words("gallery.line.homes"), words("gallery.line.homes.unit"), "26–43", "52", Reading((26, 43), 52, (0, 80)), self._press("why")),
            LedgerLine("grain", words("gallery.line.grain"), words("gallery.line.grain.unit"), "390–430", "480", Reading((390, 430), 480, (350, 560))),
            LedgerLine("loans", words("gallery.line.loans"), words("gallery.line.loans.unit"), "92", "92", Reading((92, 92), 92, (0, 120))),
        ]  # fmt: skip
        table = LedgerTable(
            lines,
            words("gallery.known"),
            words("gallery.filed"),
            known_han="实",
            filed_han="报",
            label=words("gallery.ledger"),
        )
        return self._section("ledger", [table], 4)

    def _tooltip(self) -> Widget:
        words = self.texts
        sections = (
            Section(
                words("gallery.why.made"),
                (Part(words("gallery.why.teams"), "10–18"), Part(words("gallery.why.paper"), "9–26", "filed")),
            ),
            Section(words("gallery.why.sure"), text=words("gallery.why.sure.text")),
        )
        card = Tooltip(
            words("gallery.line.homes"),
            known="26–43",
            filed="52",
            subtitle=words("gallery.line.homes.unit"),
            sections=sections,
            on_term=lambda term: self._press(term)(),
        )
        return self._section("tooltip", [card], 10)

    def _menu(self) -> Widget:
        words = self.texts
        parts = [
            MenuLine(
                words("gallery.menu.continue"), self._press("continue"), note=words("gallery.menu.note"), primary=True
            ),
            MenuLine(words("gallery.menu.archive"), self._press("archive"), han="档案"),
            Flow(
                [
                    KeyHint("A", words("gallery.menu.archive"), self._press("key")),
                    KeyHint("Esc", words("gallery.menu.back")),
                ]
            ),
        ]
        return self._section("menu", parts, 6)

    def _slide_rule(self) -> Widget:
        words = self.texts
        content = RuleContent(
            reported_label=words("gallery.rule.reported"),
            marks=(
                RuleMark(149, words("gallery.rule.last")),
                RuleMark(168, words("gallery.rule.counties"), "bar"),
                RuleMark(176, words("gallery.rule.rival"), "diamond", hearsay=True),
            ),
            known_label=words("gallery.rule.known"),
            known=KnownBand(138, 156, "138–156"),
            inspected_label=words("gallery.rule.inspected"),
            inspected=(
                KnownBand(127, 133, words("gallery.rule.inspected.a"), inspected=True),
                KnownBand(144, 150, words("gallery.rule.inspected.b"), inspected=True),
            ),
            derived=(DerivedScale(words("gallery.rule.tax"), lambda value: value * 0.15, lambda value: f"{value:.1f}"),),
            zones=(
                ZoneRow(words("gallery.rule.blame"), (Zone(words("gallery.rule.behind"), None, 149), Zone(words("gallery.rule.above"), 156, 168), Zone(words("gallery.rule.over"), 168, None))),
                ZoneRow(words("gallery.rule.praise"), (Zone(words("gallery.rule.honour"), 164, None),)),
            ),
            beyond=lambda value: words("gallery.rule.beyond", count=round(value - 156)) if value > 156 else "",
        )  # fmt: skip
        rule = SlideRule(
            words("gallery.rule"),
            164,
            126,
            184,
            content,
            presets={"HOME": 147, "L": 149, "C": 168},
            unit=words("gallery.rule.unit"),
            key="rule",
        )
        head = PageHead(
            words("gallery.rule"),
            han="报表",
            pinyin="bàobiǎo",
            right=words("gallery.rule.when"),
            right_below=words("gallery.rule.where"),
        )
        return Column([head, Paragraph(words("gallery.rule.sentence")), rule], gap=14)

    def _foot(self) -> Widget:
        hints = [KeyHint(key, self.texts(f"gallery.hint.{name}")) for key, name in (("Tab", "part"), ("?", "why"))]
        return PageFoot(hints, self.texts("gallery.hint.note"))

    def _multiples(self) -> Widget:
        words = self.texts
        low, high = (24, 24, 25, 26, 26, 26, 27, 29), (40, 40, 40, 41, 42, 43, 44, 46)
        filed = (45, 46, 48, 50, 51, 52, 55, 58)
        seasons = [words("gallery.season", number=number + 1) for number in range(8)]
        band = [SeasonPoint(season, (a, b), c) for season, a, b, c in zip(seasons, low, high, filed, strict=True)]
        harvest = {3: ((96, 112), 121), 7: ((104, 121), 152)}
        bars = [SeasonPoint(season, *harvest.get(number, (None, None))) for number, season in enumerate(seasons)]
        heads = {
            "known_head": words("gallery.known"),
            "filed_head": words("gallery.filed"),
            "years": {1: "1950", 5: "1951"},
        }
        charts = [
            SmallMultiple(words("gallery.line.grain"), words("gallery.jin"), bars, (60, 180), gridlines=(60, 120, 180), known_text="104–121", filed_text="152", bars=True, **heads),
            SmallMultiple(words("gallery.line.homes"), words("gallery.line.homes.unit"), band, (0, 80), gridlines=(0, 40, 80), known_text="29–46", filed_text="58", **heads),
        ]  # fmt: skip
        return self._section("multiples", [Row(charts, gap=24, stack_when_large=True)])

    def _bars(self) -> Widget:
        words = self.texts
        bars = (
            Bar(words("gallery.bar.custom"), 1.5, "1.5"),
            Bar(words("gallery.bar.later"), 0.5, "0.5", note=words("gallery.bar.note")),
        )
        return self._section("bars", [Bars(words("gallery.bar"), bars, words("gallery.bar.unit"))])

    def _waterfall(self) -> Widget:
        words = self.texts
        rows = (
            Fall(words("gallery.fall.then"), 16600, "total", (16200, 17000)),
            Fall(words("gallery.fall.born"), 240, doubt=(210, 270)),
            Fall(words("gallery.fall.sold"), -760, doubt=(600, 900)),
            Fall(words("gallery.fall.slaughtered"), -1380, doubt=(1200, 1600)),
            Fall(words("gallery.fall.now"), 14700, "total", (14100, 15400)),
            Fall(words("gallery.fall.filed"), 16900, "filed"),
        )
        return self._section(
            "waterfall",
            [Waterfall(words("gallery.fall"), rows, scale_note=lambda low: words("gallery.fall.scale", low=low))],
        )

    def _time_line(self) -> Widget:
        words = self.texts
        known = (1010, 1075, 1120, 1085, 1190, 1250, 1330, 1210, 1420, 1180, 1060, 1120)
        filed = (1040, 1128, 1250, 1170, 1290, 1420, 1610, 1560, 3060, 2240, 1390, 1150)
        points = [
            SeasonPoint(str(1950 + number), (a, a), b) for number, (a, b) in enumerate(zip(known, filed, strict=True))
        ]
        moments = (
            Moment(1, 1, words("gallery.moment.1")), Moment(2, 2, words("gallery.moment.2")),
            Moment(5.3, 3, words("gallery.moment.3"), "done"), Moment(8, 4, words("gallery.moment.4")),
            Moment(9.4, 5, words("gallery.moment.5"), "done"),
        )  # fmt: skip
        years = {number: str(1950 + number) for number in range(12)}
        chart = LedgerLines(
            words("gallery.line.grain"), words("gallery.jin"), points, (0, 3200), known_head=words("gallery.known"),
            filed_head=words("gallery.filed"), gridlines=(0, 1000, 2000, 3000), years=years, moments=moments,
        )  # fmt: skip
        return self._section("time", [chart])

    def _document(self) -> Widget:
        words = self.texts
        body = Column([Paragraph(words("gallery.document.text"), on_term=lambda term: self._press(term)())])
        return Document(
            "report", words("gallery.document.title"), body, han="中共武鄉縣委員會", left=words("gallery.document.from"),
            right=words("gallery.document.when"), han_title="窑上沟农业生产合作社总结", pinyin="Yáoshànggōu",
            date_han="一九五一年十月二十三日", seal="seals/wuxiang", foot=Paragraph(words("gallery.document.sources"), LABEL),
        )  # fmt: skip

    def _seals(self) -> Widget:
        names = (("seals/wuxiang", 96), ("seals/administration", 72), ("seals/read", 30), ("seals/cooperative", 17))
        return self._section("seals", [Flow([Image(name, (size, size), alt=name) for name, size in names])])


def flow_columns(group: Group, room: Rect, theme: Theme) -> list[list[tuple[Widget, Rect]]]:
    """Sections down one column after another, and on further pages; larger text means fewer columns."""
    across = max(1, int(group.columns / theme.text_scale))
    columns = rects.columns(room, [1] * across, theme.px(32))
    pages: list[list[tuple[Widget, Rect]]] = [[]]
    column, y = 0, room.y
    for make in group.sections:
        widget = make()
        height = widget.height_for(columns[column].w, theme)
        if y > room.y and y + height > room.bottom:
            column, y = column + 1, room.y
            if column == across:
                pages.append([])
                column = 0
        pages[-1].append((widget, Rect(columns[column].x, y, columns[column].w, height)))
        y += height + theme.px(24)
    return pages
