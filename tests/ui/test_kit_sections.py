"""The catalogue of components that the gallery shows, each with words and figures of the mock-ups."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, ClassVar

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame
from pygame import Rect, Surface

from game.ui.driver import Driver
from game.ui.keys import Key
from game.ui.palette import DESK, INK, LOESS, PAPER, SHEET, UMBER, VERMILION, WALL, Colour
from game.ui.preferences import Preferences
from game.ui.scene import Scene
from game.ui.scenes.gallery import Gallery, Group, Section
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
from game.ui.transition import STAY, Transition
from game.ui.widgets import tooltip
from game.ui.widgets.bars import Bar, Bars
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Flow, Ground, Row
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
from game.ui.widgets.waterfall import Fall, Waterfall
from game.ui.window import Window

ASSETS = Path(__file__).parents[2] / "assets"
SCALES = (1.0, 1.5, 2.0)
PRESSED: list[str] = []
"""What the components of the catalogue were asked to do, in order."""


def pressing(name: str) -> Callable[[], Transition]:
    def note() -> Transition:
        PRESSED.append(name)
        return STAY

    return note


def section(title: str, han: str, parts: Sequence[Widget], gap: float = 8) -> Section:
    return Section((Heading(title, han, style=SUBHEADING), *parts), gap)


class Swatch(Label):
    role: ClassVar[str] = "text"

    def __init__(self, text: str, swatch: Colour) -> None:
        super().__init__(text)
        self._swatch = swatch

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        box = Rect(rect.x, rect.y, theme.px(34), rect.h - theme.px(2))
        pygame.draw.rect(surface, self._swatch, box)
        pygame.draw.rect(surface, UMBER, box, theme.stroke())
        theme.type.draw(surface, self.label, (rect.x + theme.px(44), rect.y + theme.type.baseline(LABEL)), LABEL, INK)


def type_scale() -> Section:
    lines = (
        ("武乡", HAN_DISPLAY), ("Spring", SEASON), ("Final report", TITLE), ("Two ledgers", HEADING),
        ("It comes to 1.37.", DOCUMENT), ("Grain a mou", SECONDARY), ("26–43", FIGURE), ("per 100 homes", LABEL),
        ("请算一笔账", PETITION),
    )  # fmt: skip
    return section("Type", "字", [Label(text, style) for text, style in lines], 0)


def colours() -> Section:
    swatches = (
        ("paper 236 226 203", PAPER), ("sheet 246 240 225", SHEET), ("wall 216 204 179", WALL), ("ink 34 28 26", INK),
        ("vermilion 158 36 30", VERMILION), ("umber 98 72 50", UMBER), ("loess 168 124 84", LOESS),
        ("desk 53 45 40", DESK),
    )  # fmt: skip
    return section("Colours", "色", [Swatch(name, colour) for name, colour in swatches])


def buttons() -> Section:
    parts = [
        Row([Button("Decide", pressing("decide")), Button("File", pressing("file"), "filing")]),
        Row([Button("Decide", enabled=False, key="cannot"), Button("filed", kind="filing", enabled=False)]),
        Button("Inspect, 6 team-turns", pressing("inspect"), "primary", keycap="I"),
        Button("Close the season", pressing("close"), "filing", note="six figures go up to Taiyuan", han="上报"),
    ]
    return section("Buttons", "按钮", parts, 16)


def inks() -> Section:
    readings = (
        ("known, then filed", Reading((26, 43), 52, (0, 80))),
        ("both agree", Reading((40, 46), 43, (0, 80))),
        ("exactly known", Reading((33, 33), 52, (0, 80))),
        ("only if you choose it", Reading(None, None, (0, 80), considered=55)),
    )
    strips = [Row([Label(name), RangeStrip(name, name, reading)]) for name, reading in readings]
    return section("Two inks", "黑红两色", [*strips, Legend("known", "filed")])


def papers() -> Section:
    def item(kind: PaperKind, title: str, han: str, sender: str, **more: Any) -> InboxItem:
        return InboxItem(kind, title, pressing(kind), han=han, sender=sender, foot=kind, **more)

    parts = [
        item("directive", "Directive: vermilion head", "华北局", "30 March"),
        item("news", "Newspaper: thick and thin", "山西日报", "2 April", read=True),
        item(
            "report", "Report: one black rule", "武鄉縣委", "20 April",
            wanted="answer wanted", seal="seals/wuxiang", number=3,
        ),
        item("petition", "Petition: a hand, loess rule", "请算一笔账", "Jianzhang"),
    ]  # fmt: skip
    return section("Papers", "文", parts, 12)


def choices() -> Section:
    first = (Fact("You file", "1.8", "filed"), Fact("Team-turns", "3"))
    second = (Fact("You file", "2.6", "filed"), Fact("Grain", kind="down"))
    parts = [
        Choice(1, "Send 1.8, as the county gives it.", "“Your ten will look ordinary.”", first, pressing("choice 1")),
        Choice(2, "Send 2.6.", "“People will come to look.”", second, pressing("choice 2")),
    ]
    return section("Choice", "选", [ChoiceList(parts, label="Your instruction")])


def table() -> Section:
    columns = (TableColumn("", 1.5), known_column("known"), filed_column("filed"))
    rows = [
        TableRow(cells, cells[0].lower())
        for cells in (("Wuxiang", "41–49", "71"), ("Licheng", "30–48", "66"), ("Pingshun", "38–52", "63"))
    ]
    return section("Table", "表", [Table(columns, rows, on_pick=lambda key: pressing(key)(), label="Counties")])


def controls() -> Section:
    options = [Option("known", "Known"), Option("filed", "Filed"), Option("gap", "Gap")]
    parts = [
        Toggle("Sound", True),
        RadioGroup(options, "filed", label="Shown"),
        Segments(options, "known", label="On the map", key="segments"),
        Tabs(options, "known", label="Panels"),
        TextField("Your name", placeholder="a nickname will do"),
        Stepper("Yield", 164, 100, 250, unit="jin"),
    ]
    return section("Controls", "控件", parts, 14)


def desk() -> Section:
    parts = [
        Tally("Team-turns left", 14, 20, han="工作组"),
        ProgressStrip("The year", "season 2 of 4", 2, 4),
        SuperiorLine("Centre", "unknown", han="中央", line=(0.3, 0.75)),
        SuperiorLine("Bureau", "cool", han="华北局", line=0.2),
        Folder("Reports", pressing("folder"), han="报", status="6 due at close", keycap="R", flagged=True, filing=True),
    ]
    return section("On the desk", "桌", parts, 12)


def ledger() -> Section:
    homes, head, loans = (
        Reading((26, 43), 52, (0, 80)),
        Reading((390, 430), 480, (350, 560)),
        Reading((92, 92), 92, (0, 120)),
    )
    lines = [
        LedgerLine("homes", "Homes organised", "组织起来 · % of homes", "26–43", "52", homes, pressing("why")),
        LedgerLine("head", "Grain a head", "人均 · jin a year", "390–430", "480", head),
        LedgerLine("loans", "State loans", "农贷 · million yuan", "92", "92", loans),
    ]
    shown = LedgerTable(lines, "known", "filed", known_han="实", filed_han="报", label="Ledgers")
    return section("Two ledgers", "两本账", [shown], 4)


def why_card() -> Section:
    parts = (tooltip.Part("in season teams", "10–18"), tooltip.Part("on paper only", "9–26", "filed"))
    sure = "Six counties are not inspected. A team in <g wuxiang>Wuxiang</g> narrows the band by about 2."
    card = tooltip.Tooltip(
        "Homes organised", known="26–43", filed="52", subtitle="of 100 homes in the prefecture, spring 1951",
        sections=(tooltip.Section("Made of", parts), tooltip.Section("How sure", text=sure)),
        on_term=lambda term: pressing(term)(),
    )  # fmt: skip
    return section("Why", "缘由", [card], 10)


def menu() -> Section:
    hints = Flow([KeyHint("A", "Archive", pressing("key")), KeyHint("Esc", "put back")])
    parts = [
        MenuLine("Continue", pressing("continue"), note="The ten cooperatives, spring 1951", primary=True),
        MenuLine("Archive", pressing("archive"), han="档案"),
        hints,
    ]
    return section("Menu", "目", parts, 6)


def rule_content() -> RuleContent:
    blame = (
        Zone("below last year: “lagging behind”", None, 149),
        Zone("above all you saw", 156, 168),
        Zone("above the counties", 168),
    )
    return RuleContent(
        reported_label="as reported",
        marks=(
            RuleMark(149, "1950: 149"),
            RuleMark(168, "counties 168", "bar"),
            RuleMark(176, "Linfen 176", "diamond", hearsay=True),
        ),
        known_label="known, prefecture",
        known=KnownBand(138, 156, "138–156"),
        inspected_label="known, inspected",
        inspected=(
            KnownBand(127, 133, "Licheng 127–133", inspected=True),
            KnownBand(144, 150, "Tunliu 144–150", inspected=True),
        ),
        derived=(DerivedScale("grain filed, million jin", lambda value: value * 8.5, lambda value: f"{value:,.0f}"),),
        zones=(
            ZoneRow("blame, suspicion", blame),
            ZoneRow("praise", (Zone("honour list: 10 % over last year", 164),)),
        ),
        beyond=lambda value: f"{value - 156:.0f} jin beyond" if value > 156 else "",
    )  # fmt: skip


def slide_rule() -> Section:
    rule = SlideRule(
        "Yield", 164, 126, 184, rule_content(), presets={"HOME": 147, "L": 149, "C": 168}, unit="jin a mou", key="rule"
    )
    head = PageHead(
        "The reports desk", han="报表", pinyin="bàobiǎo", right="一九五一年秋   autumn 1951", right_below="長治專區"
    )
    sentence = "The counties add up to <r>168</r> jin a mou. What you have seen supports <b>138 to 156</b>."
    return Section((head, Paragraph(sentence), rule), 14)


def page_foot() -> Section:
    hints = [KeyHint("Tab", "next part"), KeyHint("?", "why, on any dotted figure")]
    return Section((PageFoot(hints, "team-turns left: 14"),))


def multiples() -> Section:
    bands = [(24, 40), (24, 40), (25, 40), (26, 41), (26, 42), (26, 43), (27, 44), (29, 46)]
    filed = (45, 46, 48, 50, 51, 52, 55, 58)
    band = [
        SeasonPoint(f"season {n}", known, figure) for n, (known, figure) in enumerate(zip(bands, filed, strict=True), 1)
    ]
    harvest = {3: ((96, 112), 121), 7: ((104, 121), 152)}
    reaped = [SeasonPoint(f"season {number + 1}", *harvest.get(number, (None, None))) for number in range(8)]
    years = {1: "1950", 5: "1951"}
    charts = [
        SmallMultiple(
            "Grain a mou", "jin", reaped, (60, 180), gridlines=(60, 120, 180), known_text="104–121", filed_text="152",
            known_head="known", filed_head="filed", years=years, bars=True,
        ),
        SmallMultiple(
            "Homes organised", "% of homes", band, (0, 80), gridlines=(0, 40, 80), known_text="29–46", filed_text="58",
            known_head="known", filed_head="filed", years=years,
        ),
    ]  # fmt: skip
    return section("Small multiples", "小图", [Row(charts, gap=24, stack_when_large=True)])


def bars() -> Section:
    shown = (
        Bar("by custom", 1.5, "1.5"),
        Bar("in 1952", 0.5, "0.5", note="below its fodder"),
        Bar("filed", 1.0, "1.0", "filed"),
    )
    return section("Bars", "条", [Bars("An ox in the accounts", shown, "labourers")])


def waterfall() -> Section:
    rows = (
        Fall("summer 1951, known", 16600, "total", (16200, 17000)),
        Fall("born and raised", 240, doubt=(210, 270)),
        Fall("sold out of the county", -760, doubt=(600, 900)),
        Fall("slaughtered before pooling", -1380, doubt=(1200, 1600)),
        Fall("autumn 1951, known", 14700, "total", (14100, 15400)),
        Fall("the county’s return", 16900, "filed"),
    )
    chart = Waterfall("Draught animals, head", rows, scale_note=lambda low: f"scale from {low}")
    return section("What moved it", "缘由", [chart])


def time_line() -> Section:
    known = (1010, 1075, 1120, 1085, 1190, 1250, 1330, 1210, 1420, 1180, 1060, 1120)
    filed = (1040, 1128, 1250, 1170, 1290, 1420, 1610, 1560, 3060, 2240, 1390, 1150)
    points = [SeasonPoint(str(year), (a, a), b) for year, (a, b) in enumerate(zip(known, filed, strict=True), 1950)]
    moments = (
        Moment(1, 1, "sent 1.8 for Yaoshanggou, and a page on study"),
        Moment(2, 2, "filed 164 jin a mou; knew 138 to 156"),
        Moment(5.3, 3, "filled the plan by New Year", "done"), Moment(8, 4, "filed 340 jin a mou"),
        Moment(9.4, 5, "searched three counties for hidden grain", "done"),
    )  # fmt: skip
    chart = LedgerLines(
        "Grain harvest", "million jin", points, (0, 3200), known_head="known", filed_head="filed",
        gridlines=(0, 1000, 2000, 3000), years={n: str(1950 + n) for n in range(12)}, moments=moments,
    )  # fmt: skip
    return section("Both ledgers", "两本账", [chart])


def document() -> Section:
    text = (
        "Wuxiang has sent its final report. It puts the yield of Wang Jinyun’s cooperative at Yaoshanggou at 1.8 "
        "<g dan>dan</g> a <g mou>mou</g>, against 1.47 last year. The members have rewritten the shares: more to the "
        "land, less to the <g community-funds>community funds</g>."
    )
    body = Paragraph(text, on_term=lambda term: pressing(term)())
    paper = Document(
        "report", "Final report on Yaoshanggou", body, han="中共武鄉縣委員會",
        left="Wuxiang County Committee to the prefecture", right="23 October 1951",
        han_title="窑上沟农业生产合作社总结",
        pinyin="Yáoshànggōu", date_han="一九五一年十月二十三日", seal="seals/wuxiang",
        foot=Paragraph("<b>Sources</b> Hou p. 95, 99–102", LABEL),
    )  # fmt: skip
    return Section((paper,))


def seals() -> Section:
    names = (("seals/wuxiang", 96), ("seals/administration", 72), ("seals/read", 30), ("seals/cooperative", 17))
    return section("Seals", "印", [Flow([Image(name, (size, size), alt=name) for name, size in names])])


GROUPS = (
    Group(4, (type_scale, colours, buttons, inks, papers, choices, table)),
    Group(3, (controls, desk, ledger, why_card, menu)),
    Group(1, (slide_rule, page_foot)),
    Group(2, (multiples, bars, waterfall)),
    Group(1, (time_line,)),
    Group(2, (document, seals)),
)


def driver(scene: Scene, text_scale: float = 1.0, size: tuple[int, int] = (1280, 720)) -> Driver:
    """A window with a scene in it and a driver at its keyboard."""
    PRESSED.clear()
    return Driver(Window(ASSETS, "Two Ledgers", Preferences(text_scale=text_scale), size), scene)


class Single(Scene):
    """A scene of one widget, so many design pixels wide."""

    title = "single"

    def __init__(self, widget: Widget, width: int = 600, **options: object) -> None:
        self.widget, self.width = widget, width
        self.overlay = bool(options.get("overlay", False))
        self.keys: list[str] = []

    def layout(self, theme: Theme, size: tuple[int, int]) -> Widget:
        width = min(theme.px(self.width), size[0] - 2 * theme.px(24))
        place = Rect(theme.px(24), theme.px(24), width, self.widget.height_for(width, theme))
        self.widget.layout(place, theme)
        return Ground([self.widget], label=self.title).layout(Rect((0, 0), size), theme)

    def on_key(self, key: Key) -> Transition | None:
        self.keys.append(key.name)
        return None


def gallery(page: int = 0) -> Gallery:
    """The gallery of everything above."""
    return Gallery("All components", GROUPS, page)


def test_the_catalogue_can_be_made_twice_because_widgets_are_made_anew():
    assert GROUPS[0].sections[0]().parts[0] is not GROUPS[0].sections[0]().parts[0]
