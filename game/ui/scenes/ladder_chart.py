"""The reporting ladder: figures climb from the village to the printed page, documents round and heavy, yours square."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar, Final

import pygame
from pygame import Rect, Surface

from game.ui import lines, marks, paper, rects
from game.ui.keys import Key
from game.ui.lines import Point
from game.ui.markup import parse, plain
from game.ui.palette import INK, PAPER, RULE, SHEET, UMBER, VERMILION
from game.ui.paragraph import Setting, set_words
from game.ui.scenes.ladder_rungs import Climb, Step, Whose, shares_scale
from game.ui.theme import HAN_HEADING, LABEL, LABEL_BOLD, LABEL_ITALIC, Theme
from game.ui.type import TextStyle
from game.ui.widgets.base import Widget
from game.ui.widgets.chart import Chart, Mark, Scale, TableRows, number_text, round_step

NAMES: Final = 98
"""Width of the column of rungs, design pixels at 100 %."""
HEAD: Final = 30
LEAST_ROW: Final = 44
SAID: Final = TextStyle("roman", 14, 18)
DOCUMENTED: Final = TextStyle("sans-bold", 20, 26)
OWN: Final = TextStyle("sans", 16, 22)
PLACE: Final[dict[Whose, float]] = {"documents": 0.34, "yours": 0.68}
"""Where in a rung's row the figure stands, from its top; alone it stands in the middle."""
TOLD_CHANGE: Final = 0.15
"""A step that changes the figure by at least this share has the change written beside it. Ours."""


@dataclass(frozen=True, slots=True)
class RungName:
    """A rung: its id, its name and its characters."""

    id: str
    name: str
    zh: str


class RungMark(Mark):
    """What one ladder says on one rung."""

    def __init__(self, rung: RungName, climb: Climb, step: Step | None, nothing: str) -> None:
        said = plain(step.text) if step is not None else nothing
        super().__init__(f"{rung.name}, {climb.head}", said)
        self.rung, self.whose = rung.id, climb.whose


class LadderChart(Chart):
    """One or two climbs over the same rungs. With `said` their sentences stand beside them in columns.

    Two climbs whose lines have no unit in common stand side by side, each over a scale of its own.
    """

    role: ClassVar[str] = "chart"

    def __init__(
        self, label: str, rungs: Sequence[RungName], climbs: Sequence[Climb], *, said: bool, words: "LadderWords"
    ) -> None:
        super().__init__(label, key="ladder")
        self.rungs, self.climbs, self.said, self.words = tuple(rungs), tuple(climbs), said, words
        self.adopt(*(
            RungMark(rung, climb, climb.steps.get(rung.id), words.no_record) for rung in rungs for climb in climbs
        ))  # fmt: skip

    def as_table(self) -> TableRows:
        rows: TableRows = [(self.label, *(climb.head for climb in self.climbs))]
        for rung in self.rungs:
            steps = [climb.steps.get(rung.id) for climb in self.climbs]
            rows.append((rung.name, *(step.written if step and step.written else self.words.no_record for step in steps)))
        return rows

    # ---- measures

    @property
    def shared(self) -> bool:
        """Whether all climbs stand on one scale."""
        return len(self.climbs) < 2 or shares_scale(self.climbs[0], self.climbs[1])

    def _names_width(self, theme: Theme) -> int:
        widest = max(theme.type.width(rung.name, LABEL) for rung in self.rungs)
        return max(theme.px(NAMES), round(widest) + theme.text_px(12))

    def _columns(self, rect: Rect, theme: Theme) -> list[Rect]:
        """Names, the plot, and a column of sentences for each climb."""
        names, rest = rects.split_left(rect, self._names_width(theme))
        if not self.said:
            return [names, rest]
        shares = [1.5, *(1.0 for _ in self.climbs)] if len(self.climbs) > 1 else [1.2, 1.0]
        return [names, *rects.columns(rest, shares)]

    def _said_setting(self, step: Step | None, width: int, theme: Theme) -> Setting:
        words = step.text if step is not None else f"<m>{self.words.no_record}</m>"
        return set_words(parse(words), width - theme.px(20), SAID, theme.type)

    def _least_row(self, width: int, theme: Theme) -> int:
        columns = self._columns(Rect(0, 0, width, 0), theme)
        heights = [theme.text_px(LEAST_ROW)]
        if self.said:
            heights += [
                self._said_setting(climb.steps.get(rung.id), column.w, theme).height + theme.px(8)
                for rung in self.rungs
                for climb, column in zip(self.climbs, columns[2:], strict=True)
            ]
        return max(heights)

    def _head_height(self, theme: Theme) -> int:
        return theme.text_px(HEAD)

    def height_for(self, width: int, theme: Theme) -> int:
        return self._head_height(theme) + len(self.rungs) * self._least_row(width, theme) + theme.px(4)

    # ---- places

    def _rows(self) -> list[Rect]:
        """The row of each rung, the village's at the foot."""
        body = rects.split_top(self.rect, self._head_height(self.theme))[1]
        return list(reversed(rects.rows(body, [1] * len(self.rungs))))

    def _plots(self) -> list[Rect]:
        """The field of each climb: the same one where they share a scale."""
        plot = self._columns(self.rect, self.theme)[1]
        plot = rects.inset(plot, self.theme.px(12), 0)
        return [plot] * len(self.climbs) if self.shared else rects.columns(plot, [1] * len(self.climbs), self.theme.px(28))

    def scale(self, number: int) -> Scale:
        """The scale of a climb, along the plot, with room at both ends for figures written beside it."""
        plot = self._plots()[number]
        climbs = self.climbs if self.shared else (self.climbs[number],)
        values = [value for climb in climbs for value in climb.values()]
        low, high = (min(values), max(values)) if values else (0.0, 1.0)
        step = round_step(max(high - low, 0.04 * abs(high), 1e-6), 4)
        low, high = max(0.0, math.floor(low / step) * step), math.ceil(high / step) * step
        room = min(self.theme.text_px(52), plot.w // 6)
        return Scale(low, max(high, low + step), plot.left + room, plot.right - room)

    def _at(self, number: int, rung: int, value: float) -> Point:
        """Where a climb's figure stands on a rung."""
        row = self._rows()[rung]
        alone = len(self.climbs) == 1 or not self.shared
        share = 0.5 if alone else PLACE[self.climbs[number].whose]
        return self.scale(number).at(value), row.y + row.h * share

    def arrange(self) -> None:
        half = self.theme.px(11)
        for number, child in enumerate(self.children):
            rung, climb = divmod(number, len(self.climbs))
            step = self.climbs[climb].steps.get(self.rungs[rung].id)
            if step is not None and step.values:
                x, y = self._at(climb, rung, step.values[-1])
                child.layout(Rect(round(x) - half, round(y) - half, 2 * half, 2 * half), self.theme)
            else:
                child.layout(self._nothing(climb, rung), self.theme)

    def neighbour(self, current: Widget, key: Key) -> Widget | None:
        """Up and down from rung to rung, left and right between the documents and one's own."""
        place, across = self.children.index(current), len(self.climbs)
        step = {"UP": across, "DOWN": -across, "LEFT": -1, "RIGHT": 1}[key.name]
        if abs(step) == 1 and (place % across) + step not in range(across):
            return None
        return self.children[place + step] if 0 <= place + step < len(self.children) else None

    # ---- drawing

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
            if row.y > top:
                lines.horizontal(surface, rect.left, rect.right, row.y, RULE, theme.stroke())
            self._paint_name(surface, rung, row)
        lines.horizontal(surface, rect.left, rect.right, rect.bottom - theme.stroke(2), INK, theme.stroke(2))
        for column in columns[1:]:
            for shift in (-3, 0):
                lines.vertical(surface, column.x + theme.px(shift), top, rect.bottom, RULE, theme.stroke())
        if self.said:
            self._paint_said(surface, columns[2:], rows)

    def _paint_name(self, surface: Surface, rung: RungName, row: Rect) -> None:
        theme = self.theme
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
        x, y = column.x + theme.px(12), baseline - theme.text_px(4)
        width = theme.text_px(24)
        lines.line(surface, [(x, y), (x + width, y)], VERMILION, theme.scale * (3 if climb.whose == "documents" else 1.6))
        self._paint_dot(surface, climb, (x + width / 2, y), inferred=False)
        theme.type.draw(surface, climb.head, (x + width + theme.text_px(10), baseline), LABEL_BOLD, INK)

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
                lines.dashed_vertical(surface, x + offset, top, rows[0].bottom - theme.px(8), INK, theme.px(4))
            foot = rows[0].bottom - theme.px(9)
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

    def _steps(self, climb: Climb) -> list[tuple[int, Step]]:
        found = [(number, climb.steps.get(rung.id)) for number, rung in enumerate(self.rungs)]
        return [(number, step) for number, step in found if step is not None]

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
            self._paint_change(surface, first, second, here, there)
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

    def _nothing_words(self, climb: Climb) -> str:
        return self.words.no_record if climb.whose == "documents" else self.words.not_seen

    def _nothing(self, number: int, rung: int) -> Rect:
        """Where it is written that there is nothing: beside the nearest figure of the climb."""
        theme, climb, plot = self.theme, self.climbs[number], self._plots()[number]
        width = math.ceil(theme.type.width(self._nothing_words(climb), LABEL_ITALIC))
        told = [(abs(other - rung), step.values[-1]) for other, step in self._steps(climb) if step.values]
        x = self.scale(number).at(min(told)[1]) if told else plot.centerx
        height = theme.type.line_height(LABEL)
        left = max(plot.left, min(round(x), plot.right - width))
        return Rect(left, round(self._at(number, rung, 0.0)[1]) - height // 2, width, height)

    def _paint_change(self, surface: Surface, first: Step, second: Step, here: Point, there: Point) -> None:
        if not first.value or second.value is None:
            return
        share = second.value / first.value - 1.0
        if abs(share) < TOLD_CHANGE:
            return
        theme = self.theme
        text = self.words.change(share)
        middle = (here[0] + there[0]) / 2, (here[1] + there[1]) / 2 + theme.text_px(5)
        theme.type.draw(surface, text, (middle[0] + theme.px(10), middle[1]), LABEL_BOLD, VERMILION, halo=PAPER)


@dataclass(frozen=True, slots=True)
class LadderWords:
    """Short words that stand in the plot."""

    no_record: str
    not_seen: str
    inferred: str
    true_note: str
    knew_note: str
    """With ``{band}``."""

    def knew(self, band: str) -> str:
        """``you knew 194–244``."""
        return self.knew_note.format(band=band)

    def change(self, share: float) -> str:
        """``+44 %``."""
        return f"{'+' if share > 0 else '−'}{abs(share):.0%}".replace("%", " %")
