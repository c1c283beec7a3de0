"""The rows of the slide rule: what others report above the scale, what is known and set off below it."""

from collections.abc import Callable, Sequence

import pygame
from pygame import Rect, Surface

from game.ui import lines, marks, rects
from game.ui.palette import BAND, BAND_INSPECTED, INK, PAPER, RULE, SHEET, UMBER, VERMILION, Colour
from game.ui.paragraph import Setting, set_paragraph
from game.ui.theme import CONTROL_BOLD, LABEL, LABEL_BOLD, LABEL_ITALIC, Theme
from game.ui.type import Align, TextStyle
from game.ui.widgets.chart import Scale, round_step
from game.ui.widgets.rule_content import DerivedScale, KnownBand, RuleContent, RuleMark, Zone, ZoneRow


def label_lanes(spans: Sequence[tuple[float, float]], theme: Theme) -> list[int]:
    """Lanes in which labels do not touch."""
    return rects.lanes(spans, theme.px(10))


def clamp_span(left: float, width: float, scale: Scale) -> float:
    """The left edge at which something of a width stays on the rule."""
    return max(scale.start, min(left, scale.end - width))


class Reported:
    """Marks above the scale with their labels, in as many lanes as they need; the figure's stem passes behind them."""

    ink: Colour = VERMILION

    def __init__(self, content: RuleContent) -> None:
        self.label, self.marks = content.reported_label, content.marks

    def _spans(self, scale: Scale, theme: Theme) -> list[tuple[float, float]]:
        spans = []
        for mark in self.marks:
            width = theme.type.width(mark.label, LABEL)
            x = scale.at(mark.value)
            left = x + theme.mark_px(10)
            left = left if left + width <= scale.end + theme.px(8) else x - theme.mark_px(10) - width
            spans.append((left, left + width))
        return spans

    def _lanes(self, scale: Scale, theme: Theme) -> list[int]:
        """Lanes in which no label touches another or covers a stem."""
        places = [scale.at(mark.value) for mark in self.marks]
        spans = [
            (min(left, x - theme.mark_px(7)), max(right, x + theme.mark_px(7)))
            for x, (left, right) in zip(places, self._spans(scale, theme), strict=True)
        ]
        return rects.hung_lanes(spans, places, theme.px(8))

    def height(self, scale: Scale, theme: Theme) -> int:
        lanes = max(self._lanes(scale, theme), default=0) + 1
        return lanes * theme.type.line_height(LABEL) + theme.px(6)

    def paint(self, surface: Surface, rect: Rect, scale: Scale, theme: Theme, number: float) -> None:
        line = theme.type.line_height(LABEL)
        lanes = self._lanes(scale, theme)
        for mark, span, lane in zip(self.marks, self._spans(scale, theme), lanes, strict=True):
            x, top = scale.at(mark.value), rect.bottom - theme.px(6) - (lane + 1) * line
            y = top + line / 2
            lines.vertical(surface, x, y, rect.bottom, VERMILION, theme.stroke())
            self._paint_sign(surface, mark, x, y, theme)
            style = LABEL_ITALIC if mark.hearsay else LABEL
            theme.type.draw(
                surface, mark.label, (span[0], top + theme.type.baseline(LABEL)), style, VERMILION, halo=PAPER
            )

    def _paint_sign(self, surface: Surface, mark: RuleMark, x: float, y: float, theme: Theme) -> None:
        if mark.kind == "circle":
            lines.disc(surface, (x, y), theme.mark_px(5), PAPER, VERMILION, theme.stroke(1.6))
        elif mark.kind == "diamond":
            marks.diamond(surface, x, y, theme.mark_px(6), VERMILION, PAPER)
        else:
            half = theme.px(11)
            pygame.draw.rect(surface, VERMILION, (round(x) - theme.px(1), round(y) - half, theme.stroke(3), 2 * half))


class Ruler:
    """The scale itself: a box with ticks and their figures."""

    label = ""
    ink: Colour = INK

    def __init__(self, write: Callable[[float], str], step: float) -> None:
        self.write, self.step = write, step

    def height(self, scale: Scale, theme: Theme) -> int:
        return theme.type.line_height(LABEL) + theme.px(11)

    def paint(self, surface: Surface, rect: Rect, scale: Scale, theme: Theme, number: float) -> None:
        margin = theme.px(8)
        box = Rect(round(scale.start) - margin, rect.y, round(scale.end - scale.start) + 2 * margin, rect.h)
        pygame.draw.rect(surface, SHEET, box)
        pygame.draw.rect(surface, INK, box, theme.stroke())
        major = self.major(scale, theme)
        minor = self._minor(scale, major)
        first = -(-scale.low // minor)
        for index in range(round((scale.high - first * minor) / minor) + 1):
            value = (first + index) * minor
            if value > scale.high + 1e-9:
                break
            self._paint_tick(surface, value, major, rect, scale, theme)

    def _paint_tick(self, surface: Surface, value: float, major: float, rect: Rect, scale: Scale, theme: Theme) -> None:
        x = scale.at(value)
        whole, half = _divides(value, major), _divides(value, major / 2)
        lines.vertical(surface, x, rect.y, rect.y + theme.px(11 if whole else 8 if half else 5), INK, theme.stroke())
        if whole:
            at = x, rect.y + theme.px(8) + theme.type.baseline(LABEL)
            theme.type.draw(surface, self.write(value), at, LABEL, INK, "centre")

    def major(self, scale: Scale, theme: Theme) -> float:
        """From figure to figure on the scale, so that they do not touch."""
        widest = max(theme.type.width(self.write(end), LABEL) for end in (scale.low, scale.high)) + theme.px(26)
        return max(self.step, round_step(scale.high - scale.low, int((scale.end - scale.start) // widest)))

    def _minor(self, scale: Scale, major: float) -> float:
        per_unit = (scale.end - scale.start) / (scale.high - scale.low)
        return next(
            (part for part in (major / 10, major / 5, major / 2) if part >= self.step - 1e-9 and part * per_unit >= 4),
            major,
        )


def _divides(value: float, step: float) -> bool:
    return abs(value / step - round(value / step)) < 1e-6


class Bands:
    """What is known: one band with its ends written in it, or several inspected ones with words beside them."""

    ink: Colour = INK

    def __init__(self, label: str, bands: Sequence[KnownBand], beyond: Callable[[float], str] | None = None) -> None:
        self.label, self.bands, self.beyond = label, tuple(bands), beyond

    def _spans(self, scale: Scale, theme: Theme) -> list[tuple[float, float]]:
        """Where each band's words stand: inside it if they fit, else to its right, else to its left."""
        spans = []
        for band in self.bands:
            width = theme.type.width(band.text, self._style(band))
            low, high = scale.at(band.low), scale.at(band.high)
            if not band.inspected and width + theme.px(12) <= high - low:
                left = (low + high - width) / 2
            else:
                left = high + theme.px(8)
                left = left if left + width <= scale.end + theme.px(8) else low - theme.px(8) - width
            spans.append((max(left, scale.start - theme.px(8)), left + width))
        return spans

    def _style(self, band: KnownBand) -> TextStyle:
        return LABEL if band.inspected else CONTROL_BOLD

    def _lanes(self, scale: Scale, theme: Theme) -> list[int]:
        spans = self._spans(scale, theme)
        reach = [
            (min(left, scale.at(band.low)), max(right, scale.at(band.high)))
            for band, (left, right) in zip(self.bands, spans, strict=True)
        ]
        return label_lanes(reach, theme)

    def height(self, scale: Scale, theme: Theme) -> int:
        lanes = max(self._lanes(scale, theme), default=0) + 1
        return lanes * self._line(theme)

    def _line(self, theme: Theme) -> int:
        return theme.type.line_height(LABEL if all(band.inspected for band in self.bands) else CONTROL_BOLD) + theme.px(
            4
        )

    def paint(self, surface: Surface, rect: Rect, scale: Scale, theme: Theme, number: float) -> None:
        line = self._line(theme)
        for band, span, lane in zip(self.bands, self._spans(scale, theme), self._lanes(scale, theme), strict=True):
            top = rect.y + lane * line
            self._paint_band(surface, band, Rect(rect.x, top, rect.w, line), scale, theme)
            style = self._style(band)
            baseline = top + theme.px(1) + theme.type.baseline(style)
            theme.type.draw(surface, band.text, (span[0], baseline), style, INK)
        if self.beyond is not None and self.bands:
            self._paint_beyond(surface, rect, scale, theme, number)

    def _paint_band(self, surface: Surface, band: KnownBand, row: Rect, scale: Scale, theme: Theme) -> None:
        low, high = round(scale.at(band.low)), round(scale.at(band.high))
        height = theme.px(10) if band.inspected else row.h - theme.px(4)
        top, end = row.y + (row.h - theme.px(2) - height) // 2, theme.stroke(2)
        if high - low <= 2 * end + 1:
            pygame.draw.rect(surface, INK, (low - 1, top, theme.stroke(3), height))
            return
        pygame.draw.rect(surface, BAND_INSPECTED if band.inspected else BAND, (low, top, high - low, height))
        for x in (low, high - end):
            pygame.draw.rect(surface, INK, (x, top, end, height))

    def _paint_beyond(self, surface: Surface, rect: Rect, scale: Scale, theme: Theme, number: float) -> None:
        """The distance from the band to the figure, in words and as a ruled line."""
        words = self.beyond(number) if self.beyond else ""
        if not words:
            return
        band, x = self.bands[0], scale.at(number)
        edge = scale.at(band.high if number > band.high else band.low)
        y = rect.bottom - theme.px(5)
        lines.horizontal(surface, min(edge, x), max(edge, x), y, VERMILION, theme.stroke())
        lines.vertical(surface, x - 1, y - theme.px(3), rect.bottom, VERMILION, theme.stroke())
        at, align = self._beyond_place(words, rect, scale, theme, number)
        theme.type.draw(surface, words, at, LABEL, VERMILION, align, halo=PAPER)

    def _beyond_place(
        self, words: str, rect: Rect, scale: Scale, theme: Theme, number: float
    ) -> tuple[tuple[float, float], Align]:
        """Beside the band; where text is large, at the end of the label's line above it."""
        line = theme.type.line_height(LABEL)
        if theme.large:
            return (scale.end, rect.y - line + theme.type.baseline(LABEL)), "right"
        band, gap, width = self.bands[0], theme.px(6), theme.type.width(words, LABEL)
        left = scale.at(band.high) + gap if number > band.high else scale.at(band.low) - gap - width
        left = max(scale.start, min(left, scale.end + theme.px(8) - width))
        return (left, rect.bottom - theme.px(7) - line + theme.type.baseline(LABEL)), "left"


class Derived:
    """Another figure on the same scale, with its value under the filed one."""

    ink: Colour = UMBER

    def __init__(self, derived: DerivedScale, major: Callable[[Scale, Theme], float]) -> None:
        self.label, self._derived, self._major = derived.label, derived, major

    def height(self, scale: Scale, theme: Theme) -> int:
        return theme.px(7) + theme.type.line_height(CONTROL_BOLD)

    def paint(self, surface: Surface, rect: Rect, scale: Scale, theme: Theme, number: float) -> None:
        lines.horizontal(surface, scale.start - theme.px(8), scale.end + theme.px(8), rect.y, RULE, theme.stroke())
        here = self._text(number)
        x, baseline = scale.at(number), rect.y + theme.px(5) + theme.type.baseline(CONTROL_BOLD)
        half = theme.type.width(here, CONTROL_BOLD) / 2
        major = self._major(scale, theme)
        value = -(-scale.low // major) * major
        while value <= scale.high + 1e-9:
            tick, text = scale.at(value), self._text(value)
            lines.vertical(surface, tick, rect.y, rect.y + theme.px(5), UMBER, theme.stroke())
            if abs(tick - x) > half + theme.type.width(text, LABEL) / 2 + theme.px(6):
                theme.type.draw(surface, text, (tick, baseline), LABEL, UMBER, "centre")
            value += major
        lines.vertical(surface, x - 1, rect.y, rect.y + theme.px(7), INK, theme.stroke(2))
        centre = max(scale.start + half, min(scale.end - half, x))
        theme.type.draw(surface, here, (centre, baseline), CONTROL_BOLD, INK, "centre")

    def _text(self, number: float) -> str:
        return self._derived.write(self._derived.convert(number))


class Zones:
    """Stretches of the scale that set something off, ruled, with their words below; the one hit is marked and bold."""

    ink: Colour = UMBER

    def __init__(self, row: ZoneRow) -> None:
        self.label, self.zones = row.label, row.zones

    def _ends(self, zone: Zone, scale: Scale, theme: Theme) -> tuple[float, float]:
        low = scale.start - theme.px(8) if zone.low is None else scale.at(zone.low)
        return low, scale.end + theme.px(8) if zone.high is None else scale.at(zone.high)

    def _settings(self, scale: Scale, theme: Theme) -> list[tuple[float, Setting]]:
        room = scale.end - scale.start
        found = []
        for zone in self.zones:
            setting = set_paragraph(f"<b>{zone.text}</b>", room, LABEL, theme.type)
            left = self._ends(zone, scale, theme)[0] + theme.px(4)
            found.append((clamp_span(left, setting.width, scale), setting))
        return found

    def _lanes(self, scale: Scale, theme: Theme) -> list[int]:
        return label_lanes([(left, left + each.width) for left, each in self._settings(scale, theme)], theme)

    def _line(self, scale: Scale, theme: Theme) -> int:
        return max((setting.height for _, setting in self._settings(scale, theme)), default=0)

    def height(self, scale: Scale, theme: Theme) -> int:
        lanes = max(self._lanes(scale, theme), default=0) + 1
        return theme.px(12) + lanes * self._line(scale, theme)

    def paint(self, surface: Surface, rect: Rect, scale: Scale, theme: Theme, number: float) -> None:
        y = rect.y + theme.px(7)
        settings, lanes, line = self._settings(scale, theme), self._lanes(scale, theme), self._line(scale, theme)
        for zone, (left, _), lane in zip(self.zones, settings, lanes, strict=True):
            self._paint_line(surface, zone, y, scale, theme)
            inside = zone.holds(number)
            style = LABEL_BOLD if inside else LABEL
            words = f"<b>{zone.text}</b>" if inside else zone.text
            setting = set_paragraph(words, scale.end - scale.start, LABEL, theme.type)
            setting.draw(surface, (left, y + theme.px(4) + lane * line), INK if style is LABEL_BOLD else UMBER)
        if any(zone.holds(number) for zone in self.zones):
            marks.triangle(surface, scale.at(number), y - theme.px(4), theme.mark_px(4), VERMILION, "down")

    def _paint_line(self, surface: Surface, zone: Zone, y: int, scale: Scale, theme: Theme) -> None:
        low, high = self._ends(zone, scale, theme)
        thick = theme.stroke(2)
        lines.horizontal(surface, low, high, y, INK, thick)
        for end, there in ((low, zone.low is not None), (high - thick, zone.high is not None)):
            if there:
                lines.vertical(surface, end, y - theme.px(4), y + theme.px(6), INK, thick)


RuleRow = Reported | Ruler | Bands | Derived | Zones
