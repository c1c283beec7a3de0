"""The strip of a report's line: above it what is reported, below it what is known."""

from __future__ import annotations

import pygame
from pygame import Rect, Surface

from game.ui import lines, marks
from game.ui.palette import AXIS, BAND, INK, VERMILION
from game.ui.scenes.reports_lines import LineView, scale_of
from game.ui.theme import Theme
from game.ui.widgets.chart import Scale


def paint_mark(surface: Surface, kind: str, x: float, y: float, theme: Theme) -> None:
    """One of the marks of a strip: a triangle, a bar, a ring, a diamond, a grey band with inked ends."""
    if kind == "yours":
        marks.triangle(surface, x, y, theme.mark_px(5.5), VERMILION, "down")
    elif kind == "counties":
        lines.vertical(
            surface, x - 1, y - theme.mark_px(5), y + theme.mark_px(6), VERMILION, theme.stroke(2.4)
        )
    elif kind == "last":
        lines.disc(surface, (x, y), theme.mark_px(3.6), None, VERMILION, theme.stroke(1.4))
    elif kind == "rival":
        marks.diamond(surface, x, y, theme.mark_px(4.6), VERMILION, None)
    else:
        half = theme.mark_px(6)
        box = Rect(round(x - half), round(y) - theme.mark_px(3), round(2 * half), 2 * theme.mark_px(3))
        _band(surface, box, theme)


def _band(surface: Surface, box: Rect, theme: Theme) -> None:
    end = theme.stroke(1.6)
    pygame.draw.rect(surface, BAND, box)
    for x in (box.left, box.right - end):
        pygame.draw.rect(surface, INK, (x, box.y, end, box.h))


def paint_strip(surface: Surface, room: Rect, view: LineView, theme: Theme) -> None:
    """A line with what is reported above it and what is known below it."""
    line, times = view.line, view.measure.times
    low, high = scale_of(line)
    inset = theme.px(8)
    along = Scale(low, high, room.x + inset, room.right - inset)
    y = room.centery + theme.px(2)
    lines.horizontal(surface, room.left, room.right, y, AXIS, theme.stroke())
    if not view.nothing_known:
        ends = round(along.at(line.known.low * times)), round(along.at(line.known.high * times))
        _band(
            surface, Rect(ends[0], y + theme.px(3), max(theme.px(4), ends[1] - ends[0]), theme.px(7)), theme
        )
    above = y - theme.mark_px(7)
    for rival in line.rivals:
        paint_mark(surface, "rival", along.at(rival.figure * times), above, theme)
    if line.last_filed is not None:
        paint_mark(surface, "last", along.at(line.last_filed * times), above, theme)
    paint_mark(surface, "counties", along.at(line.counties * times), above, theme)
    paint_mark(surface, "yours", along.at(line.filed * times), above - theme.mark_px(4), theme)
