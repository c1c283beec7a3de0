"""The slide rule: the control for a filed figure, from which thresholds are seen before they are crossed."""

from collections.abc import Mapping
from typing import ClassVar, Final, Unpack

import pygame
from pygame import Rect, Surface

from game.ui import lines, marks
from game.ui.palette import SHEET, VERMILION
from game.ui.paragraph import Setting, set_paragraph
from game.ui.theme import LABEL, Theme
from game.ui.transition import STAY, Transition
from game.ui.type import TextStyle
from game.ui.widgets.base import Common, Mouse, Widget
from game.ui.widgets.chart import Scale
from game.ui.widgets.number import Format, NumberInput, OnChange, grouped
from game.ui.widgets.rule_content import DerivedScale, KnownBand, RuleContent, RuleMark, Zone, ZoneRow
from game.ui.widgets.rule_rows import Bands, Derived, Reported, Ruler, RuleRow, Zones

__all__ = ["DerivedScale", "KnownBand", "RuleContent", "RuleMark", "SlideRule", "Zone", "ZoneRow"]

HANGING: Final = TextStyle("roman-bold", 30, 36)
LABEL_COLUMN: Final = 156


class RuleNote(Widget):
    """A mark or a zone of the rule as a screen reader is told of it; the rule draws it."""

    role: ClassVar[str] = "mark"


class SlideRule(NumberInput):
    """The figure hangs over the scale; above it what others report, below it what is known and what it sets off.

    Keys: left and right by a step, Shift by ten, digits type; presets such as {"HOME": 147, "L": 149, "C": 168}.
    Mouse: drag the figure, click the scale, wheel.
    """

    role: ClassVar[str] = "slider"

    def __init__(
        self,
        label: str,
        number: float,
        minimum: float,
        maximum: float,
        content: RuleContent,
        *,
        step: float = 1.0,
        presets: Mapping[str, float] | None = None,
        on_change: OnChange | None = None,
        write: Format = grouped,
        unit: str = "",
        **common: Unpack[Common],
    ) -> None:
        super().__init__(
            label, number, minimum, maximum,
            step=step, presets=presets, on_change=on_change, write=write, unit=unit, **common,
        )  # fmt: skip
        self.content = content
        self._rows = self._make_rows(content)
        self.adopt(*self._notes(content))

    def _make_rows(self, content: RuleContent) -> list[RuleRow]:
        ruler = Ruler(self.format, self.step)
        rows: list[RuleRow] = [Reported(content), ruler]
        if content.known is not None:
            rows.append(Bands(content.known_label, (content.known,), content.beyond))
        if content.inspected:
            rows.append(Bands(content.inspected_label, content.inspected))
        rows += [Derived(derived, ruler.major) for derived in content.derived]
        rows += [Zones(row) for row in content.zones]
        return rows

    def _notes(self, content: RuleContent) -> list[RuleNote]:
        notes = [RuleNote(mark.label, self.format(mark.value)) for mark in content.marks]
        if content.known is not None:
            notes.append(RuleNote(content.known_label, content.known.text))
        notes += [RuleNote(content.inspected_label, band.text) for band in content.inspected]
        for row in content.zones:
            notes += [RuleNote(row.label, zone.text) for zone in row.zones]
        return notes

    # ---- measures

    def _stacked(self, theme: Theme) -> bool:
        """Whether the rows' labels stand above them."""
        return theme.large

    def _scale(self, left: int, width: int, theme: Theme) -> Scale:
        margin = theme.px(8)
        start = left + margin + (0 if self._stacked(theme) else theme.px(LABEL_COLUMN))
        return Scale(self.minimum, self.maximum, start, left + width - margin)

    def _label(self, row: RuleRow, width: int, theme: Theme) -> Setting:
        room = width if self._stacked(theme) else theme.px(LABEL_COLUMN - 10)
        return set_paragraph(row.label, room, LABEL, theme.type)

    def _hanging_height(self, theme: Theme) -> int:
        return theme.type.line_height(HANGING)

    def _row_height(self, row: RuleRow, width: int, theme: Theme) -> int:
        own = row.height(self._scale(0, width, theme), theme)
        if isinstance(row, Reported) and self._stacked(theme):
            return own
        label = self._label(row, width, theme).height if row.label else 0
        return own + label if self._stacked(theme) else max(own, label)

    def _gap(self, theme: Theme) -> int:
        return theme.px(6)

    def height_for(self, width: int, theme: Theme) -> int:
        heights = [self._row_height(row, width, theme) for row in self._rows]
        return self._hanging_height(theme) + sum(heights) + self._gap(theme) * max(0, len(heights) - 2)

    def arrange(self) -> None:
        for child in self.children:
            child.layout(self.rect, self.theme)

    # ---- drawing

    def _places(self) -> list[Rect]:
        """The room of each row, its label included."""
        y, found = self.rect.y + self._hanging_height(self.theme), []
        for number, row in enumerate(self._rows):
            height = self._row_height(row, self.rect.w, self.theme)
            found.append(Rect(self.rect.x, y, self.rect.w, height))
            y += height + (self._gap(self.theme) if number else 0)
        return found

    def paint(self, surface: Surface) -> None:
        theme = self.theme
        scale = self._scale(self.rect.x, self.rect.w, theme)
        places = self._places()
        self._paint_stem(surface, scale, places[1].top)
        for row, place in zip(self._rows, places, strict=True):
            room = self._paint_label(surface, row, place, scale)
            row.paint(surface, room, scale, theme, self.number)
        self._paint_figure(surface, scale)

    def _paint_label(self, surface: Surface, row: RuleRow, place: Rect, scale: Scale) -> Rect:
        """The row's label at its left or above it; returns the room that is left for the row."""
        label = self._label(row, self.rect.w, self.theme)
        if not self._stacked(self.theme):
            drop = place.h - label.height - self.theme.px(6) if isinstance(row, Reported) else self.theme.px(2)
            label.draw(surface, (place.x, place.y + drop), row.ink)
            return place
        if isinstance(row, Reported):
            self._paint_reported_label(surface, label, scale)
            return place
        label.draw(surface, place.topleft, row.ink)
        drop = label.height if row.label else 0
        return Rect(place.x, place.y + drop, place.w, place.h - drop)

    def _paint_reported_label(self, surface: Surface, label: Setting, scale: Scale) -> None:
        """Beside the hanging figure, on the side where it is not."""
        width = round(label.width)
        hidden = self._figure_box(scale).left < self.rect.x + width + self.theme.px(12)
        x = self.rect.right - width if hidden else self.rect.x
        label.draw(surface, (x, self.rect.y + (self._hanging_height(self.theme) - label.height) / 2), VERMILION)

    def _figure_box(self, scale: Scale) -> Rect:
        theme = self.theme
        width = max(theme.text_px(64), round(theme.type.width(self.shown, HANGING)) + theme.text_px(14))
        x = round(scale.at(self.number)) - width // 2
        x = max(self.rect.left, min(self.rect.right - width, x))
        return Rect(x, self.rect.y, width, self._hanging_height(theme))

    def _paint_stem(self, surface: Surface, scale: Scale, bottom: int) -> None:
        theme = self.theme
        x, box = scale.at(self.number), self._figure_box(scale)
        head = theme.px(14)
        lines.vertical(surface, x - 1, box.bottom, bottom - head, VERMILION, theme.stroke(2))
        half = theme.px(9)
        lines.polygon(surface, [(x - half, bottom - head), (x + half, bottom - head), (x, bottom - 1)], VERMILION)

    def _paint_figure(self, surface: Surface, scale: Scale) -> None:
        theme, box = self.theme, self._figure_box(scale)
        pygame.draw.rect(surface, SHEET, box)
        pygame.draw.rect(surface, VERMILION, box, theme.stroke(2))
        baseline = box.y + theme.type.baseline(HANGING)
        theme.type.draw(surface, self.shown, (box.centerx, baseline), HANGING, VERMILION, "centre")

    def paint_focus(self, surface: Surface) -> None:
        scale = self._scale(self.rect.x, self.rect.w, self.theme)
        marks.focus_ring(surface, self._figure_box(scale), self.theme)

    # ---- mouse

    def on_mouse(self, mouse: Mouse) -> Transition | None:
        if mouse.kind == "wheel":
            return self.set_number(self.number + mouse.wheel * self.step)
        if mouse.kind in ("press", "drag"):
            scale = self._scale(self.rect.x, self.rect.w, self.theme)
            if mouse.kind == "press" and mouse.at[0] < scale.at(self.minimum) - self.theme.px(8):
                return STAY
            return self.set_number(scale.value(mouse.at[0]))
        return STAY if mouse.kind == "release" else None
