"""Both ledgers over time: filed above, thin, open dots; known below, heavy; the gap ruled; choices numbered on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal, Unpack

import pygame
from pygame import Rect, Surface

from game.ui import lines, marks, rects
from game.ui.lines import Point
from game.ui.palette import BAND, HAIR, INK, PAPER, SHEET, UMBER, VERMILION, mix
from game.ui.paragraph import Setting, set_paragraph
from game.ui.theme import LABEL, LABEL_BOLD, SUBHEADING, Theme
from game.ui.widgets.base import Common
from game.ui.widgets.chart import Chart, Mark, Scale, TableRows, axis_height, number_text, season_axis
from game.ui.widgets.small_multiple import SeasonPoint, band_text, high_of, low_of, point_box, runs_of

NOTE_WIDTH: Final = 190


@dataclass(frozen=True, slots=True)
class Moment:
    """A choice on the time line: at which point (fractions lie between), its number, and what was done.

    Round and vermilion if something was written, square and black if something was done.
    """

    at: float
    number: int
    text: str
    kind: Literal["written", "done"] = "written"


class LedgerLines(Chart):
    """The time line of the last page. `known` bands with equal ends are drawn as one heavy line."""

    def __init__(
        self,
        label: str,
        unit: str,
        points: Sequence[SeasonPoint],
        scale: tuple[float, float],
        *,
        known_head: str,
        filed_head: str,
        gridlines: Sequence[float] = (),
        years: Mapping[int, str] | None = None,
        moments: Sequence[Moment] = (),
        plot_height: float = 220,
        **common: Unpack[Common],
    ) -> None:
        super().__init__(label, unit, **common)
        self.unit, self.points, self.scale, self.gridlines = unit, tuple(points), scale, tuple(gridlines)
        self.heads, self.years, self.moments = (known_head, filed_head), dict(years or {}), tuple(moments)
        self.plot_height = plot_height
        self.adopt(*(Mark(point.label, self._spoken(point)) for point in points))
        self.adopt(*(Mark(str(moment.number), moment.text) for moment in moments))

    def _spoken(self, point: SeasonPoint) -> str:
        known = f"{self.heads[0]} {band_text(point.known)}" if point.known else ""
        filed = f"{self.heads[1]} {number_text(point.filed)}" if point.filed is not None else ""
        return ", ".join(part for part in (known, filed) if part)

    def as_table(self) -> TableRows:
        rows: TableRows = [(f"{self.label}, {self.unit}", *self.heads)]
        for point in self.points:
            filed = number_text(point.filed) if point.filed is not None else ""
            rows.append((point.label, band_text(point.known) if point.known else "", filed))
        return rows

    # ---- measures

    def _notes(self, theme: Theme) -> list[Setting]:
        room = theme.text_px(NOTE_WIDTH)
        return [set_paragraph(moment.text, room, LABEL, theme.type) for moment in self.moments]

    def _spans(self, width: int, theme: Theme) -> list[tuple[float, float]]:
        """Left and right of each note, from the plot's left edge: it hangs from its leader, to the side with room."""
        step = width / max(1, len(self.points))
        spans = []
        for moment, note in zip(self.moments, self._notes(theme), strict=True):
            x = (moment.at + 0.5) * step
            own = note.width + theme.px(6)
            spans.append((x, x + own) if x + own <= width else (max(0.0, x - own), x))
        return spans

    def _lanes(self, width: int, theme: Theme, kind: str) -> tuple[list[int], list[int]]:
        """Which moments are of a kind, and the lane of each."""
        spans, step = self._spans(width, theme), width / max(1, len(self.points))
        chosen = [number for number, moment in enumerate(self.moments) if moment.kind == kind]
        leaders = [(self.moments[number].at + 0.5) * step for number in chosen]
        return chosen, rects.hung_lanes([spans[number] for number in chosen], leaders, theme.px(10))

    def _lanes_height(self, width: int, theme: Theme, kind: str) -> int:
        _, found = self._lanes(width, theme, kind)
        return (max(found) + 1) * self._lane(theme) + theme.px(4) if found else 0

    def _lane(self, theme: Theme) -> int:
        return max((note.height for note in self._notes(theme)), default=0) + theme.px(3)

    def _left(self, theme: Theme) -> int:
        widest = max((theme.type.width(number_text(value), LABEL) for value in self.gridlines), default=0)
        return round(widest) + theme.px(8)

    def height_for(self, width: int, theme: Theme) -> int:
        room = width - self._left(theme)
        notes = self._lanes_height(room, theme, "written") + self._lanes_height(room, theme, "done")
        head = theme.type.line_height(LABEL) + theme.px(4)
        return head + notes + theme.px(self.plot_height) + axis_height(theme)

    def _plot(self) -> Rect:
        theme, left = self.theme, self._left(self.theme)
        room = self.rect.w - left
        top = self.rect.y + theme.type.line_height(LABEL) + theme.px(4) + self._lanes_height(room, theme, "written")
        bottom = self.rect.bottom - axis_height(theme) - self._lanes_height(room, theme, "done")
        return Rect(self.rect.x + left, top, room, max(theme.px(40), bottom - top))

    def arrange(self) -> None:
        plot = self._plot()
        step = plot.w / max(1, len(self.points))
        up = self._up(plot)
        for number, child in enumerate(self.children[: len(self.points)]):
            child.layout(point_box(self.points[number], plot.x + (number + 0.5) * step, up, self.theme), self.theme)
        side = self.theme.text_px(22)
        for moment, child in zip(self.moments, self.children[len(self.points) :], strict=True):
            x, y = self._moment_place(moment, plot)
            child.layout(Rect(round(x) - side // 2, round(y) - side // 2, side, side), self.theme)

    def _up(self, plot: Rect) -> Scale:
        return Scale(*self.scale, plot.bottom, plot.top)

    def _moment_place(self, moment: Moment, plot: Rect) -> Point:
        step = plot.w / max(1, len(self.points))
        up = self._up(plot)
        series = self._filed(plot) if moment.kind == "written" else self._known(plot, up)
        x = plot.x + (moment.at + 0.5) * step
        return x, height_at(series, x, plot.centery)

    def _filed(self, plot: Rect) -> list[Point]:
        step, up = plot.w / max(1, len(self.points)), self._up(plot)
        filed = [(number, point.filed) for number, point in enumerate(self.points)]
        return [(plot.x + (number + 0.5) * step, up.at(value)) for number, value in filed if value is not None]

    def _known(self, plot: Rect, up: Scale) -> list[Point]:
        step = plot.w / max(1, len(self.points))
        known = [(number, point) for number, point in enumerate(self.points) if point.known]
        return [(plot.x + (n + 0.5) * step, up.at((low_of(point) + high_of(point)) / 2)) for n, point in known]

    # ---- drawing

    def paint(self, surface: Surface) -> None:
        theme, plot = self.theme, self._plot()
        up = self._up(plot)
        words = f"{self.label}, {self.unit}" if self.unit else self.label
        theme.type.draw(surface, words, (self.rect.x, self.rect.y + theme.type.baseline(LABEL)), LABEL, UMBER)
        self._paint_grid(surface, plot, up)
        season_axis(surface, plot, len(self.points), self.years, theme)
        filed, known = self._filed(plot), self._known(plot, up)
        if [x for x, _ in filed] == [x for x, _ in known]:
            marks.gap_ruling(surface, filed, known, theme.px(4), mix(PAPER, VERMILION, 0.42))
        self._paint_known(surface, plot, up)
        lines.line(surface, filed, VERMILION, 2.2 * theme.scale)
        for centre in filed:
            lines.disc(surface, centre, theme.px(3.6), PAPER, VERMILION, theme.stroke(1.6))
        self._paint_names(surface, plot, filed, known)
        for kind in ("written", "done"):
            self._paint_notes(surface, plot, kind)

    def _paint_grid(self, surface: Surface, plot: Rect, up: Scale) -> None:
        theme = self.theme
        for value in self.gridlines:
            y = up.at(value)
            lines.horizontal(surface, plot.left, plot.right, y, HAIR, theme.stroke())
            at = plot.left - theme.px(6), y + theme.text_px(5)
            theme.type.draw(surface, number_text(value), at, LABEL, UMBER, "right")

    def _paint_known(self, surface: Surface, plot: Rect, up: Scale) -> None:
        step = plot.w / max(1, len(self.points))
        for run in runs_of([point.known is not None for point in self.points]):
            upper = [(plot.x + (n + 0.5) * step, up.at(high_of(self.points[n]))) for n in run]
            lower = [(plot.x + (n + 0.5) * step, up.at(low_of(self.points[n]))) for n in run]
            if upper == lower:
                lines.line(surface, upper, INK, 3 * self.theme.scale)
            elif len(run) > 1:
                lines.polygon(surface, [*upper, *reversed(lower)], BAND)
                lines.line(surface, upper, INK, 1.8 * self.theme.scale)
                lines.line(surface, lower, INK, 1.8 * self.theme.scale)
            else:
                half = self.theme.px(3)
                box = Rect(
                    round(upper[0][0]) - half, round(upper[0][1]), 2 * half, max(2, round(lower[0][1] - upper[0][1]))
                )
                pygame.draw.rect(surface, INK, box)

    def _paint_names(self, surface: Surface, plot: Rect, filed: list[Point], known: list[Point]) -> None:
        """The two words beside their lines: filed above, known below, at the end where there is room."""
        theme = self.theme
        if filed:
            right = min(filed[-1][0] + theme.px(8), plot.right)
            width = theme.type.width(self.heads[1], SUBHEADING)
            top = min(y for x, y in ends_between(filed, right - width, right)) - theme.px(10)
            at = right, max(plot.top + theme.text_px(12), top)
            theme.type.draw(surface, self.heads[1], at, SUBHEADING, VERMILION, "right", halo=PAPER)
        if known:
            right = min(known[-1][0] + theme.px(8), plot.right)
            width = theme.type.width(self.heads[0], SUBHEADING)
            low = max(y for x, y in ends_between(known, right - width, right)) + theme.text_px(22)
            at = right, min(plot.bottom - theme.px(4), low)
            theme.type.draw(surface, self.heads[0], at, SUBHEADING, INK, "right", halo=PAPER)

    def _paint_notes(self, surface: Surface, plot: Rect, kind: str) -> None:
        theme = self.theme
        spans, notes = self._spans(plot.w, theme), self._notes(theme)
        chosen, found = self._lanes(plot.w, theme, kind)
        for number, lane in zip(chosen, found, strict=True):
            moment, note = self.moments[number], notes[number]
            x, y = self._moment_place(moment, plot)
            top = self._note_top(plot, kind, lane, note)
            colour = VERMILION if kind == "written" else INK
            ends = (top + note.height, y) if kind == "written" else (y, top + theme.px(4))
            lines.vertical(surface, x, ends[0], ends[1], colour, theme.stroke())
            left = plot.x + spans[number][0] + (theme.px(5) if spans[number][0] + plot.x >= x - 1 else 0)
            note.draw(surface, (left, top), colour)
        for number in chosen:
            self._paint_badge(surface, self.moments[number], self._moment_place(self.moments[number], plot))

    def _note_top(self, plot: Rect, kind: str, lane: int, note: Setting) -> int:
        theme = self.theme
        if kind == "written":
            return plot.top - theme.px(6) - lane * self._lane(theme) - note.height
        return plot.bottom + axis_height(theme) + lane * self._lane(theme)

    def _paint_badge(self, surface: Surface, moment: Moment, at: Point) -> None:
        theme = self.theme
        radius = theme.text_px(10)
        if moment.kind == "written":
            lines.disc(surface, at, radius, SHEET, VERMILION, theme.stroke(2))
        else:
            box = Rect(round(at[0]) - radius + 1, round(at[1]) - radius + 1, 2 * radius - 2, 2 * radius - 2)
            pygame.draw.rect(surface, SHEET, box)
            pygame.draw.rect(surface, INK, box, theme.stroke(2))
        colour = VERMILION if moment.kind == "written" else INK
        theme.type.draw(surface, str(moment.number), (at[0], at[1] + theme.text_px(5)), LABEL_BOLD, colour, "centre")


def ends_between(series: Sequence[Point], left: float, right: float) -> list[Point]:
    """The points of a line between two places, and where it passes those places."""
    edges = [(x, height_at(series, x, 0.0)) for x in (left, right)]
    return [*edges, *((x, y) for x, y in series if left <= x <= right)]


def height_at(series: Sequence[Point], x: float, otherwise: float) -> float:
    """The height of a line at a place between its points; outside them that of the nearer end."""
    if not series:
        return otherwise
    for (x0, y0), (x1, y1) in pairwise(series):
        if x0 <= x <= x1:
            return y0 + (y1 - y0) * ((x - x0) / (x1 - x0) if x1 > x0 else 0.0)
    return series[0][1] if x < series[0][0] else series[-1][1]
