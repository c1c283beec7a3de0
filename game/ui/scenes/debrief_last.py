"""The last page: what the file says, what happened in the villages, what families kept and where the grain went."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Final

import pygame
from pygame import Rect, Surface

from game.base.seasons import Season
from game.base.texts import Texts
from game.campaign.pages import DebriefPage, Family, GrainUse, LastRow
from game.reporting.indicators import Indicator
from game.text.figures import millions, percent
from game.ui import lines, paper, rects
from game.ui.markup import parse
from game.ui.palette import INK, PAPER, RULE, SHEET, UMBER, VERMILION, Colour, mix
from game.ui.paragraph import Setting, set_words
from game.ui.scenes.desk_words import season_lower
from game.ui.scenes.measures import Measure
from game.ui.theme import DOCUMENT, HAN_HEADING, LABEL, SECONDARY, SUBHEADING, Theme
from game.ui.transition import Action, Transition
from game.ui.type import TextStyle
from game.ui.widgets.bars import Bar, Bars
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Box, Column
from game.ui.widgets.leaves import Pages
from game.ui.widgets.table import Table, TableColumn, TableRow
from game.ui.widgets.text import Heading, Paragraph

FIGURE: Final = TextStyle("sans", 20, 26)
FILE_TINT: Final = mix(PAPER, VERMILION, 0.06)
MakePages = Callable[[Sequence[Widget]], Pages]
WhyTrue = Callable[[Indicator], Action]


class LastLine(Widget):
    """One line of the last page: the file's figure, what it is about, and the villages' figure. It answers why."""

    role: ClassVar[str] = "row"

    def __init__(self, row: LastRow, texts: Texts, why: Action | None) -> None:
        self.filed, self.true = figure(row.indicator, row.filed, texts), figure(row.indicator, row.true, texts)
        season = Season.parse(row.file_figure)
        self.of_file = season_lower(texts, season)
        self.of_villages = texts(f"debrief.in-villages.{row.indicator.value}") if row.indicator else ""
        topic = texts(row.text, year=season.year)
        told = texts("debrief.line-spoken", filed=self.filed, true=self.true)
        super().__init__(topic, told, focusable=True, why=why, key=f"last:{row.indicator}")

    def activate(self) -> Transition | None:
        return self.why() if self.why is not None else None

    # ---- measures

    def cells(self, width: int, theme: Theme) -> list[Rect]:
        """The file's cell, the topic's, the villages'; with large text the topic stands above both figures."""
        room = Rect(0, 0, width, 0)
        if theme.large:
            left, right = rects.columns(room, [1, 1], theme.px(16))
            return [left, room, right]
        return rects.columns(room, [1.0, 0.56, 1.0], theme.px(12))

    def _topic(self, width: int, theme: Theme) -> Setting:
        style = DOCUMENT if theme.large else SECONDARY
        return set_words(parse(self.label), self.cells(width, theme)[1].w - theme.px(8), style, theme.type)

    def _beside(self, words: str, shown: str, width: int, theme: Theme) -> bool:
        """Whether what a figure is fits beside it."""
        return theme.type.width(words, LABEL) + theme.type.width(shown, FIGURE) + theme.px(34) <= width

    def _both_beside(self, width: int, theme: Theme) -> bool:
        left, _, right = self.cells(width, theme)
        return self._beside(self.of_file, self.filed, left.w, theme) and self._beside(
            self.of_villages, self.true, right.w, theme
        )

    def _figures_height(self, width: int, theme: Theme) -> int:
        under = 0 if self._both_beside(width, theme) else theme.type.line_height(LABEL)
        return theme.type.line_height(FIGURE) + under + theme.px(8)

    def height_for(self, width: int, theme: Theme) -> int:
        topic, figures = self._topic(width, theme).height, self._figures_height(width, theme)
        return topic + figures + theme.px(6) if theme.large else max(topic + theme.px(8), figures)

    # ---- drawing

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        left, middle, right = (cell.move(rect.topleft) for cell in self.cells(rect.w, theme))
        topic = self._topic(rect.w, theme)
        top = rect.y
        if theme.large:
            topic.draw(surface, (rect.x, rect.y + theme.px(4)), INK)
            top += topic.height + theme.px(4)
        else:
            at = middle.x + theme.px(4), rect.y + (rect.h - topic.height) / 2
            topic.draw(surface, at, INK, "centre", middle.w - theme.px(8))
            lines.horizontal(surface, middle.left, middle.right, rect.bottom - 1, RULE, theme.stroke())
        height = rect.bottom - top
        self._paint_side(surface, Rect(left.x, top, left.w, height), filed=True)
        self._paint_side(surface, Rect(right.x, top, right.w, height), filed=False)

    def _paint_side(self, surface: Surface, cell: Rect, *, filed: bool) -> None:
        """A figure at the inner edge, what it is at the outer one, as two leaves of a book that face each other."""
        theme = self.theme
        if filed:
            pygame.draw.rect(surface, FILE_TINT, cell)
        else:
            paper.fill(surface, cell, theme, SHEET)
        if self.hovered:
            pygame.draw.rect(surface, INK, cell, theme.stroke())
        lines.horizontal(surface, cell.left, cell.right, cell.bottom - 1, RULE, theme.stroke())
        shown, words, colour = (self.filed, self.of_file, VERMILION) if filed else (self.true, self.of_villages, INK)
        inner, outer = (cell.right - theme.px(12), cell.left + theme.px(12)) if filed else (
            cell.left + theme.px(12), cell.right - theme.px(12))
        above = self._both_beside(self.rect.w, theme)
        baseline = cell.y + theme.px(3) + theme.type.baseline(FIGURE)
        width = theme.type.draw(surface, shown, (inner, baseline), FIGURE, colour, "right" if filed else "left")
        self._dot(surface, inner - width if filed else inner, baseline, width, colour)
        under = baseline if above else baseline + theme.type.line_height(LABEL)
        place = outer if above else inner
        align = "left" if filed == above else "right"
        theme.type.draw(surface, words, (place, under), LABEL, UMBER, "left" if align == "left" else "right")

    def _dot(self, surface: Surface, x: float, baseline: float, width: float, colour: Colour) -> None:
        """The dotted line of a figure that answers why."""
        if self.why is not None:
            lines.dotted(surface, x, x + width, baseline + self.theme.px(4), colour, self.theme.scale)


def figure(line: Indicator | None, value: float | None, texts: Texts) -> str:
    """A figure with its unit; that nobody asked where there is none."""
    if line is None or value is None:
        return texts("last.not-filed")
    return f"{Measure(line).text(value)} {texts(f'debrief.unit.{line.value}')}".strip()


class SideHeads(Widget):
    """The heads of both sides: characters and words, in the ink of each."""

    role: ClassVar[str] = "heading"

    def __init__(self, texts: Texts, line: LastLine) -> None:
        super().__init__(texts("debrief.file"), texts("debrief.villages"))
        self._line = line
        self._zh = texts("debrief.file-zh"), texts("debrief.villages-zh")

    def _stacked(self, width: int, theme: Theme) -> bool:
        cell = self._line.cells(width, theme)[0].w
        pairs = zip((self.label, self.value), self._zh, strict=True)
        widest = max(theme.type.width(words, SUBHEADING) + theme.type.width(han, HAN_HEADING) for words, han in pairs)
        return widest + theme.text_px(34) > cell

    def height_for(self, width: int, theme: Theme) -> int:
        han = theme.type.line_height(HAN_HEADING) if self._stacked(width, theme) else 0
        return theme.type.line_height(SUBHEADING) + han + theme.px(8)

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        left, _, right = (cell.move(rect.topleft) for cell in self._line.cells(rect.w, theme))
        for cell, words, han, colour, filed in (
            (left, self.label, self._zh[0], VERMILION, True),
            (right, self.value, self._zh[1], INK, False),
        ):
            box = Rect(cell.x, rect.y, cell.w, rect.h)
            if filed:
                pygame.draw.rect(surface, FILE_TINT, box)
            else:
                paper.fill(surface, box, theme, SHEET)
            lines.horizontal(surface, box.left, box.right, box.top, colour, theme.stroke(2))
            lines.horizontal(surface, box.left, box.right, box.bottom - 1, colour, theme.stroke())
            self._paint_words(surface, box, words, han, colour)

    def _paint_words(self, surface: Surface, box: Rect, words: str, han: str, colour: Colour) -> None:
        theme, x = self.theme, box.x + self.theme.px(12)
        baseline = box.y + theme.px(3) + theme.type.baseline(SUBHEADING)
        if self._stacked(self.rect.w, theme):
            theme.type.draw(surface, words, (x, baseline), SUBHEADING, colour)
            theme.type.draw(surface, han, (x, baseline + theme.type.line_height(HAN_HEADING)), HAN_HEADING, colour)
            return
        x += round(theme.type.draw(surface, han, (x, baseline), HAN_HEADING, colour)) + theme.text_px(10)
        theme.type.draw(surface, words, (x, baseline), SUBHEADING, colour)


class Lines(Box):
    """The lines of the last page under their heads, spread over the height there is."""

    role: ClassVar[str] = "table"

    def __init__(self, heads: SideHeads, rows: Sequence[LastLine], label: str) -> None:
        super().__init__([heads, *rows], label=label, part=True)
        self.heads, self.rows = heads, list(rows)

    def height_for(self, width: int, theme: Theme) -> int:
        return sum(child.height_for(width, theme) for child in self.children)

    def arrange(self) -> None:
        theme, width = self.theme, self.rect.w
        needed = [row.height_for(width, theme) for row in self.rows]
        top = self.heads.height_for(width, theme)
        spare = max(0, min((self.rect.h - top - sum(needed)) // max(1, len(needed)), theme.px(14)))
        self.heads.layout(Rect(self.rect.x, self.rect.y, width, top), theme)
        y = self.rect.y + top
        for row, own in zip(self.rows, needed, strict=True):
            row.layout(Rect(self.rect.x, y, width, own + spare), theme)
            y += own + spare


# ---- the third column


def families_table(families: Sequence[Family], seasons: Sequence[Season], texts: Texts) -> list[Widget]:
    """What each family had to eat a head, season by season."""
    if not families or not families[0].entries:
        return []
    columns = [
        TableColumn("", 1.6, "left", style=SECONDARY),
        *(TableColumn(texts(f"season.{season.name}.lower"), 0.7, "right", style=LABEL) for season in seasons),
    ]
    rows = [TableRow((_family_name(family, texts), *_jin(family, len(seasons)))) for family in families]
    head = [
        Heading(texts("debrief.families"), texts("debrief.families-zh")),
        Paragraph(texts("debrief.families-unit"), LABEL, UMBER),
    ]
    return [Column(head, gap=6), Table(columns, rows, label=texts("debrief.families"), key="families")]


def _family_name(family: Family, texts: Texts) -> str:
    return texts("debrief.family", name=family.name, village=texts(f"village.{family.village}"))


def _jin(family: Family, count: int) -> list[str]:
    shown = [entry.values.get("jin", "") for entry in family.entries]
    return shown + [""] * (count - len(shown))


def grain_bars(uses: Sequence[GrainUse], texts: Texts) -> list[Widget]:
    """Where the grain went, as bars that start at zero, with what share of the whole each is."""
    whole = sum(use.jin for use in uses) or 1.0
    written = [texts("debrief.grain", jin=millions(use.jin), share=percent(use.jin / whole)) for use in uses]
    bars = [Bar(texts(f"grain.{use.id}"), use.jin / 1e6, text) for use, text in zip(uses, written, strict=True)]
    chart = Bars(texts("debrief.grain-head"), bars, texts("debrief.grain-unit"), key="grain")
    return [Column([Heading(texts("debrief.grain-head"), texts("debrief.grain-zh")), chart], gap=6)]


def state_grain_words(uses: Sequence[GrainUse], texts: Texts) -> list[Widget]:
    """Where the state's grain went, as one sentence of shares."""
    whole = sum(use.jin for use in uses)
    shares = [texts("debrief.state-use", share=percent(use.jin / whole), use=texts(f"grain.{use.id}"))
              for use in uses if whole and use.jin / whole >= LEAST_TOLD]
    if not shares:
        return []
    told = texts("debrief.state-grain", jin=millions(whole), uses=texts("debrief.state-join").join(shares))
    return [Paragraph(told, LABEL, UMBER)]


LEAST_TOLD = 0.005
"""Shares under half a per cent are left out of a sentence."""


def career_words(page: DebriefPage, texts: Texts) -> str:
    """What becomes of the player."""
    return f"<b>{texts(f'{page.career}.name')}</b> {texts(f'{page.career}.text')}"


# ---- the page


def last_page(
    page: DebriefPage, seasons: Sequence[Season], texts: Texts, why: WhyTrue, room: Rect, theme: Theme, pages: MakePages
) -> list[Widget]:
    """Three columns; where they do not fit side by side, one after another on leaves."""
    rows = [LastLine(row, texts, why(row.indicator) if row.indicator else None) for row in page.rows]
    lines_of_file = Lines(SideHeads(texts, rows[0]), rows, texts("debrief.chapter.last"))
    career = Paragraph(career_words(page, texts), DOCUMENT)
    third = [*families_table(page.families, seasons, texts), *grain_bars(page.grain, texts)]
    third += state_grain_words(page.state_grain, texts)
    left, right = rects.columns(room, [1.95, 1.0], theme.px(28))
    high = lines_of_file.height_for(left.w, theme) + career.height_for(left.w, theme) + theme.px(16)
    column = Column(third, gap=6)
    if theme.large or max(high, column.height_for(right.w, theme)) > room.h:
        heads = lines_of_file.heads
        lines_of_file.children.clear()
        return [pages([heads, *rows, career, *third]).layout(room, theme)]
    above, below = rects.split_bottom(left, career.height_for(left.w, theme), theme.px(12))
    return [lines_of_file.layout(above, theme), career.layout(below, theme), column.layout(right, theme)]
