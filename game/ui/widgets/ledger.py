"""The two ledgers side by side: a strip on which known and filed meet, and the desk's table of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, Unpack

import pygame
from pygame import Rect, Surface

from game.ui import lines, marks, paper
from game.ui.palette import AXIS, INK, PAPER, RULE, UMBER, VERMILION
from game.ui.paragraph import Setting, set_paragraph
from game.ui.theme import FIGURE, LABEL, LABEL_BOLD, SECONDARY, SHEET, Theme
from game.ui.transition import STAY, Action, Transition
from game.ui.type import TextStyle
from game.ui.widgets.base import Common, Widget
from game.ui.widgets.paged import PagedList
from game.ui.widgets.table import OnRow

STRIP_WIDTH: Final = 80
HEAD_HAN: Final = TextStyle("song-bold", 15, 20)


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of a figure (a band, or both ends equal) and what is filed, on a scale; None: nothing."""

    known: tuple[float, float] | None
    filed: float | None
    scale: tuple[float, float]
    considered: float | None = None

    def share(self, value: float) -> float:
        """Where a value lies on the scale, 0 at its left end, 1 at its right; never outside."""
        low, high = self.scale
        return max(0.0, min(1.0, (value - low) / (high - low))) if high > low else 0.0


def draw_reading(surface: Surface, rect: Rect, reading: Reading, theme: Theme) -> None:
    """A thin axis with the known bar and the filed stamp on it, in the middle of a rectangle."""
    y = rect.centery
    margin = theme.px(6)
    left, width = rect.x + margin, rect.w - 2 * margin
    lines.horizontal(surface, rect.x, rect.right, y, AXIS, theme.stroke())
    if reading.known is not None:
        low, high = (left + reading.share(end) * width for end in reading.known)
        marks.known_bar(surface, low, high, y, theme)
    if reading.filed is not None:
        marks.filed_stamp(surface, left + reading.share(reading.filed) * width, y, theme)
    if reading.considered is not None:
        marks.considered_stamp(surface, left + reading.share(reading.considered) * width, y, theme)


class RangeStrip(Widget):
    """A strip with what is known and what is filed; `value` says both in words."""

    role: ClassVar[str] = "figure"

    def __init__(self, label: str, value: str, reading: Reading, **common: Unpack[Common]) -> None:
        super().__init__(label, value, **common)
        self.reading = reading

    def height_for(self, width: int, theme: Theme) -> int:
        return theme.mark_px(20)

    def width_for(self, theme: Theme) -> int:
        return theme.text_px(STRIP_WIDTH)

    def paint(self, surface: Surface) -> None:
        draw_reading(surface, self.rect, self.reading, self.theme)


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """A line of the two ledgers: name, Chinese and unit, both figures as written, and their reading."""

    key: str
    name: str
    unit: str
    known: str
    filed: str
    reading: Reading
    why: Action | None = None


class LedgerRow(Widget):
    """A row, 46 high; where text is large its strip and figures move below its name."""

    role: ClassVar[str] = "row"

    def __init__(self, line: LedgerLine, table: "LedgerTable") -> None:
        value = f"{table.known_head} {line.known}, {table.filed_head} {line.filed}"
        super().__init__(
            line.name, value, description=line.unit, focusable=True, key=f"{table.key}:{line.key}", why=line.why
        )
        self.line, self.table = line, table

    def activate(self) -> Transition | None:
        if self.table.on_row is not None:
            return self.table.on_row(self.line.key) or STAY
        return (self.why() or STAY) if self.why else None

    def _names(self, width: int, theme: Theme) -> list[Setting]:
        room = width if self.table.stacked(width, theme) else self.table.columns(Rect(0, 0, width, 0), theme)[0].w
        texts = ((self.line.name, SECONDARY), (self.line.unit, LABEL))
        return [set_paragraph(text, room, style, theme.type) for text, style in texts if text]

    def height_for(self, width: int, theme: Theme) -> int:
        names = sum(setting.height for setting in self._names(width, theme))
        figures = theme.type.line_height(FIGURE) if self.table.stacked(width, theme) else 0
        return max(theme.px(44), names + figures + theme.px(6))

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        if self.hovered:
            paper.fill(surface, rect, theme, SHEET)
        stacked = self.table.stacked(rect.w, theme)
        names = self._names(rect.w, theme)
        height = sum(setting.height for setting in names)
        y = rect.y + (theme.px(3) if stacked else (rect.h - height) / 2)
        for setting, colour in zip(names, (INK, UMBER), strict=False):
            setting.draw(surface, (rect.x, y), colour)
            y += setting.height
        _, strip, known, filed = self.table.columns(rect, theme)
        line = theme.type.line_height(FIGURE)
        top = rect.bottom - theme.px(3) - line if stacked else rect.centery - line / 2
        self._paint_figures(surface, known, filed, top)
        draw_reading(surface, Rect(strip.x, round(top), strip.w, line), self.line.reading, theme)
        lines.horizontal(surface, rect.left, rect.right, rect.bottom - 1, RULE, theme.stroke())

    def _paint_figures(self, surface: Surface, known: Rect, filed: Rect, top: float) -> None:
        theme = self.theme
        baseline = top + theme.type.baseline(FIGURE)
        theme.type.draw(surface, self.line.known, (known.right, baseline), FIGURE, INK, "right")
        theme.type.draw(surface, self.line.filed, (filed.right, baseline), FIGURE, VERMILION, "right")

    def paint_focus(self, surface: Surface) -> None:
        reach = self.theme.px(6)
        pygame.draw.rect(surface, INK, self.rect.inflate(2 * reach, 2), self.theme.stroke(2))


class LedgerTable(PagedList):
    """The desk's table: name, strip, known, filed. Heads and their characters are the scene's words."""

    role: ClassVar[str] = "table"

    def __init__(
        self,
        rows: Sequence[LedgerLine],
        known_head: str,
        filed_head: str,
        *,
        known_han: str = "",
        filed_han: str = "",
        on_row: OnRow | None = None,
        label: str = "",
        **common: Unpack[Common],
    ) -> None:
        common.setdefault("key", "ledger")
        self.known_head, self.filed_head = known_head, filed_head
        self.known_han, self.filed_han, self.on_row = known_han, filed_han, on_row
        super().__init__((), 0, label=label, **common)
        self.adopt(*(LedgerRow(row, self) for row in rows))

    def _lines(self) -> list[LedgerLine]:
        return [child.line for child in self.children if isinstance(child, LedgerRow)]

    def _figure_widths(self, theme: Theme) -> tuple[int, int]:
        known = max((theme.type.width(line.known, FIGURE) for line in self._lines()), default=0)
        filed = max((theme.type.width(line.filed, FIGURE) for line in self._lines()), default=0)
        heads = (
            theme.type.width(f"{head} {han}", LABEL_BOLD)
            for head, han in ((self.known_head, self.known_han), (self.filed_head, self.filed_han))
        )
        first, second = heads
        return round(max(known, first)) + theme.px(2), round(max(filed, second)) + theme.px(2)

    def stacked(self, width: int, theme: Theme) -> bool:
        """Whether figures stand below the names, because side by side there is no room."""
        known, filed = self._figure_widths(theme)
        names = max((theme.type.width(line.name, SECONDARY) for line in self._lines()), default=0)
        return names + theme.text_px(STRIP_WIDTH) + theme.px(36) + known + filed > width

    def columns(self, rect: Rect, theme: Theme) -> tuple[Rect, Rect, Rect, Rect]:
        """Where names, strips, known and filed figures stand."""
        known_width, filed_width = self._figure_widths(theme)
        gap = theme.px(14)
        filed = Rect(rect.right - filed_width, rect.y, filed_width, rect.h)
        known = Rect(filed.x - gap - known_width, rect.y, known_width, rect.h)
        strip_width = theme.text_px(STRIP_WIDTH)
        if self.stacked(rect.w, theme):
            strip_width = min(theme.text_px(STRIP_WIDTH), known.x - gap - rect.x)
            return rect, Rect(rect.x, rect.y, strip_width, rect.h), known, filed
        strip = Rect(known.x - gap - strip_width, rect.y, strip_width, rect.h)
        return Rect(rect.x, rect.y, strip.x - rect.x - theme.px(4), rect.h), strip, known, filed

    def _head_height(self, width: int, theme: Theme) -> int:
        return theme.type.line_height(LABEL) + theme.px(8)

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        head = self._head_height(rect.w, theme)
        baseline = rect.y + theme.type.baseline(LABEL) + theme.px(1)
        _, _, known, filed = self.columns(rect, theme)
        heads = ((known, self.known_head, self.known_han, INK), (filed, self.filed_head, self.filed_han, VERMILION))
        for column, words, han, colour in heads:
            width = theme.type.draw(surface, han, (column.right, baseline), HEAD_HAN, colour, "right")
            at = column.right - width - (theme.text_px(4) if han else 0), baseline
            theme.type.draw(surface, words, at, LABEL_BOLD, colour, "right")
        lines.horizontal(surface, rect.left, rect.right, rect.y + head - 1, INK, theme.stroke())
        super().paint(surface)


class Legend(Widget):
    """What a grey bar and a hollow stamp mean."""

    role: ClassVar[str] = "note"

    def __init__(self, known: str, filed: str, **common: Unpack[Common]) -> None:
        super().__init__(f"{known}, {filed}", **common)
        self.known, self.filed = known, filed

    def width_for(self, theme: Theme) -> int:
        words = theme.type.width(self.known, LABEL) + theme.type.width(self.filed, LABEL)
        return round(words) + theme.px(18 + 6 + 16 + 7) + theme.mark_px(11)

    def height_for(self, width: int, theme: Theme) -> int:
        return theme.type.line_height(LABEL) * (1 if width >= self.width_for(theme) else 2)

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        line = theme.type.line_height(LABEL)
        y, x = rect.y, rect.x
        middle = y + line // 2
        marks.known_bar(surface, x, x + theme.px(18), middle, theme)
        baseline = y + theme.type.baseline(LABEL)
        x += theme.px(24)
        x += round(theme.type.draw(surface, self.known, (x, baseline), LABEL, INK)) + theme.px(16)
        if rect.w < self.width_for(theme):
            x, middle, baseline = rect.x, middle + line, baseline + line
        marks.filed_stamp(surface, x + theme.mark_px(5), middle, theme, ground=PAPER)
        theme.type.draw(surface, self.filed, (x + theme.mark_px(11) + theme.px(7), baseline), LABEL, INK)
