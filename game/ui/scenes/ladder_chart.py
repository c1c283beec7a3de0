"""The reporting ladder drawn: documents round and heavy, one's own square and thin, what was so as a dashed line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, Literal

import pygame
from pygame import Rect, Surface

from game.ui import lines, marks, paper
from game.ui.lines import Point
from game.ui.palette import INK, PAPER, RULE, SHEET, UMBER, VERMILION
from game.ui.scenes.ladder_places import LadderPlaces, RungMark, RungName
from game.ui.scenes.ladder_rungs import Climb, Step
from game.ui.theme import HAN_HEADING, HAN_SECONDARY, LABEL, LABEL_BOLD, LABEL_ITALIC
from game.ui.type import TextStyle
from game.ui.widgets.chart import number_text, round_step

DOCUMENTED: Final = TextStyle("sans-bold", 20, 26)
OWN: Final = TextStyle("sans", 16, 22)
TOLD_CHANGE: Final = 0.15
"""A step that changes the figure by at least this share has the change written beside it. Ours."""


class LadderChart(LadderPlaces):
    """The ladder with its ink."""

    def paint(self, surface: Surface) -> None:
        self._paint_table(surface)
        for number in range(1 if self.shared else len(self.climbs)):
            self._paint_axis(surface, number)
        for number, climb in enumerate(self.climbs):
            self._paint_truth(surface, number, climb)
        for number, climb in enumerate(self.climbs):
            self._paint_climb(surface, number, climb)

    def _paint_table(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        columns, rows = self._columns(rect, theme), self._rows()
        top = rect.y + self._head_height(theme)
        lines.horizontal(surface, rect.left, rect.right, top - theme.stroke(2), INK, theme.stroke(2))
        for rung, row in zip(self.rungs, rows, strict=True):
            lines.horizontal(surface, rect.left, rect.right, row.bottom, RULE, theme.stroke())
            self._paint_name(surface, rung, row)
        lines.horizontal(surface, rect.left, rect.right, rect.bottom - theme.stroke(2), INK, theme.stroke(2))
        for column in columns[1:]:
            for shift in (-3, 0):
                lines.vertical(surface, column.x + theme.px(shift), top, rect.bottom, RULE, theme.stroke())
        if self.said:
            self._paint_said(surface, columns[2:], rows)
        elif len(self.climbs) == 1:
            theme.type.draw(surface, self.climbs[0].head, (rect.x, rect.y + theme.text_px(18)), LABEL_BOLD, INK)

    def _paint_name(self, surface: Surface, rung: RungName, row: Rect) -> None:
        theme = self.theme
        if self._close(theme):
            baseline = row.centery + theme.text_px(5)
            width = theme.type.draw(surface, rung.zh, (row.x, baseline), HAN_SECONDARY, INK)
            theme.type.draw(surface, rung.name, (row.x + width + theme.text_px(6), baseline), LABEL, UMBER)
            return
        baseline = row.y + theme.px(2) + theme.type.baseline(HAN_HEADING)
        theme.type.draw(surface, rung.zh, (row.x, baseline), HAN_HEADING, INK)
        under = baseline + theme.text_px(17)
        if under <= row.bottom:
            theme.type.draw(surface, rung.name, (row.x, under), LABEL, UMBER)

    def _paint_said(self, surface: Surface, columns: Sequence[Rect], rows: Sequence[Rect]) -> None:
        theme = self.theme
        for climb, column in zip(self.climbs, columns, strict=True):
            self._paint_key(surface, climb, column)
            for rung, row in zip(self.rungs, rows, strict=True):
                setting = self._said_setting(climb.steps.get(rung.id), column.w, theme)
                setting.draw(surface, (column.x + theme.px(12), row.y + theme.px(4)), INK)

    def _paint_key(self, surface: Surface, climb: Climb, column: Rect) -> None:
        theme = self.theme
        baseline = column.y + theme.text_px(18)
        x, y = float(column.x + theme.px(12)), baseline - theme.text_px(4)
        width = theme.text_px(24)
        thickness = theme.scale * (3 if climb.whose == "documents" else 1.6)
        lines.line(surface, [(x, y), (x + width, y)], VERMILION, thickness)
        self._paint_dot(surface, climb, (x + width / 2, y), inferred=False)
        x += width + theme.text_px(10)
        x += theme.type.draw(surface, climb.head, (x, baseline), LABEL_BOLD, INK) + theme.text_px(8)
        if x + theme.type.width(climb.note, LABEL) <= column.right:
            theme.type.draw(surface, climb.note, (x, baseline), LABEL, UMBER)

    def _paint_axis(self, surface: Surface, number: int) -> None:
        theme, scale = self.theme, self.scale(number)
        top, baseline = self.rect.y + self._head_height(theme), self.rect.y + theme.text_px(18)
        plot = self._plots()[number]
        step = round_step(max(scale.high - scale.low, 1e-6), 4)
        unit = self.climbs[number].unit
        free_from = plot.x + theme.type.draw(surface, unit, (plot.x, baseline), LABEL, UMBER) + theme.text_px(8)
        for index in range(round((scale.high - scale.low) / step) + 1):
            value = scale.low + index * step
            x, half = scale.at(value), theme.type.width(number_text(value), LABEL) / 2
            lines.vertical(surface, x, top, self.rect.bottom - theme.stroke(2), RULE, theme.stroke())
            if x - half >= free_from and x + half <= plot.right:
                theme.type.draw(surface, number_text(value), (x, baseline), LABEL, UMBER, "centre")
                free_from = x + half + theme.text_px(8)

    def _paint_truth(self, surface: Surface, number: int, climb: Climb) -> None:
        """What was so: a dashed line through all rungs; what was known: a bar on the prefecture's rung."""
        theme, rows, scale = self.theme, self._rows(), self.scale(number)
        if climb.true is not None:
            x = scale.at(climb.true)
            top = self.rect.y + self._head_height(theme)
            for offset in range(theme.stroke(2)):
                lines.dashed_vertical(surface, x + offset, top, rows[0].bottom + theme.px(4), INK, theme.px(4))
            foot = rows[0].bottom + self._foot_height(theme) // 2
            lines.disc(surface, (x, foot), theme.px(5.5), INK)
            self._paint_true_words(surface, climb, x, foot)
        ids = [rung.id for rung in self.rungs]
        if climb.known is not None and "prefecture" in ids:
            row = rows[ids.index("prefecture")]
            left, right = (scale.at(end) for end in climb.known)
            y = row.bottom - theme.px(11)
            marks.known_bar(surface, left, right, y, theme, half_height=6)
            self._paint_beside(surface, self.words.knew(climb.known_text), left, right, y, number)

    def _paint_beside(self, surface: Surface, words: str, left: float, right: float, y: float, number: int) -> None:
        """Words left of a bar where there is room, else right of it."""
        theme, plot = self.theme, self._plots()[number]
        room = left - plot.left >= theme.type.width(words, LABEL) + theme.px(8)
        at = (left - theme.px(8) if room else right + theme.px(8)), y + theme.text_px(5)
        theme.type.draw(surface, words, at, LABEL, INK, "right" if room else "left", halo=PAPER)

    def _paint_true_words(self, surface: Surface, climb: Climb, x: float, y: float) -> None:
        theme, plot = self.theme, self._plots()[self.climbs.index(climb)]
        baseline = y + theme.text_px(5)
        figure, note = climb.true_text, self.words.true_note
        left = x - theme.px(11) - theme.type.width(figure, LABEL_BOLD)
        if left >= plot.left:
            theme.type.draw(surface, figure, (x - theme.px(11), baseline), LABEL_BOLD, INK, "right", halo=PAPER)
            theme.type.draw(surface, note, (x + theme.px(11), baseline), LABEL, INK, halo=PAPER)
        else:
            width = theme.type.draw(surface, figure, (x + theme.px(11), baseline), LABEL_BOLD, INK, halo=PAPER)
            theme.type.draw(surface, note, (x + theme.px(17) + width, baseline), LABEL, INK, halo=PAPER)

    # ---- a climb

    def _paint_climb(self, surface: Surface, number: int, climb: Climb) -> None:
        theme, steps = self.theme, self._steps(climb)
        heavy = climb.whose == "documents"
        placed = [(rung, step, self._at(number, rung, step.value)) for rung, step in steps if step.value is not None]
        for (_, _, here), (_, step, there) in pairwise(placed):
            self._paint_stretch(surface, here, there, heavy=heavy, dashed=step.inferred)
        for rung, step in steps:
            if step.span is not None:
                self._paint_span(surface, number, rung, step)
            elif step.value is None:
                self._paint_nothing(surface, number, rung, climb)
        for (_, first, here), (_, second, there) in pairwise(placed):
            self._paint_change(surface, climb, (first, here), (second, there))
        for _, step, at in placed:
            self._paint_dot(surface, climb, at, inferred=step.inferred)
            self._paint_figure(surface, climb, step, at)
        focused = [child for child in self.children if child.hovered and isinstance(child, RungMark)]
        for child in focused:
            pygame.draw.rect(surface, INK, child.rect, theme.stroke())

    def _paint_stretch(self, surface: Surface, here: Point, there: Point, *, heavy: bool, dashed: bool) -> None:
        width = self.theme.scale * (3.4 if heavy else 1.6)
        if not dashed:
            lines.line(surface, [here, there], VERMILION, width)
            return
        dash = self.theme.scale * 7
        for start, end in lines.dash_dot([here, there], (dash, dash * 0.7)):
            lines.line(surface, [start, end], VERMILION, width)

    def _paint_dot(self, surface: Surface, climb: Climb, at: Point, *, inferred: bool) -> None:
        theme = self.theme
        if climb.whose == "documents":
            fill = PAPER if inferred else VERMILION
            lines.disc(surface, at, theme.mark_px(7.5), fill, VERMILION, theme.stroke(2.4))
            return
        half = theme.mark_px(5)
        box = Rect(round(at[0]) - half, round(at[1]) - half, 2 * half + 1, 2 * half + 1)
        paper.fill(surface, box, theme, SHEET)
        pygame.draw.rect(surface, VERMILION, box, theme.stroke(2))

    def _paint_figure(self, surface: Surface, climb: Climb, step: Step, at: Point) -> None:
        theme = self.theme
        if climb.whose == "documents":
            place = at[0] - theme.mark_px(14), at[1] + theme.text_px(7)
            theme.type.draw(surface, step.written, place, DOCUMENTED, VERMILION, "right", halo=PAPER)
            if step.inferred:
                beside = at[0] + theme.mark_px(14), at[1] + theme.text_px(5)
                theme.type.draw(surface, self.words.inferred, beside, LABEL_ITALIC, VERMILION, halo=PAPER)
            return
        place = at[0] + theme.mark_px(12), at[1] + theme.text_px(6)
        theme.type.draw(surface, step.written, place, OWN, VERMILION, halo=PAPER)

    def _paint_span(self, surface: Surface, number: int, rung: int, step: Step) -> None:
        assert step.span is not None
        theme, scale = self.theme, self.scale(number)
        left, right = (scale.at(end) for end in step.span)
        y = self._at(number, rung, step.span[0])[1]
        marks.known_bar(surface, left, right, y, theme, half_height=9)
        place = right + theme.px(9), y + theme.text_px(5)
        theme.type.draw(surface, step.written, place, LABEL_BOLD, INK, halo=PAPER)

    def _paint_nothing(self, surface: Surface, number: int, rung: int, climb: Climb) -> None:
        """Where there is no record it is written, beside where the line would pass, and never bridged."""
        box = self._nothing(number, rung)
        words, baseline = self._nothing_words(climb), box.y + self.theme.type.baseline(LABEL)
        self.theme.type.draw(surface, words, (box.x, baseline), LABEL_ITALIC, UMBER, halo=PAPER)

    def _paint_change(
        self, surface: Surface, climb: Climb, below: tuple[Step, Point], above: tuple[Step, Point]
    ) -> None:
        """By how much a large step changed the figure: left of the documents' line, right of one's own."""
        (first, here), (second, there) = below, above
        if not first.value or second.value is None:
            return
        share = second.value / first.value - 1.0
        if abs(share) < TOLD_CHANGE:
            return
        left = climb.whose == "documents" and len(self.climbs) > 1
        align: Literal["left", "right"] = "right" if left else "left"
        place = self._change_place(climb, here, there)
        self.theme.type.draw(surface, self.words.change(share), place, LABEL_BOLD, VERMILION, align, halo=PAPER)
