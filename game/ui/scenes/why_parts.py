"""Parts of the page that says why: the waterfall whose causes open, and the bars that say how sure a figure is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Final

from pygame import Rect, Surface

from game.reporting.sight import Band
from game.ui import lines, marks, paper
from game.ui.keys import Key
from game.ui.palette import INK
from game.ui.scenes.measures import Measure
from game.ui.theme import LABEL, SECONDARY, SUBHEADING, Theme
from game.ui.transition import STAY, Transition
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Box, Column, Flow
from game.ui.widgets.button import KeyHint
from game.ui.widgets.chart import Mark, Scale
from game.ui.widgets.text import OnTerm, Paragraph, Rule
from game.ui.widgets.waterfall import Fall, Waterfall

OnCause = Callable[[str], Transition | None]
LABELS: Final = 118
END: Final = 64
"""Room for a figure at either end of a bar, design pixels."""


class CauseMark(Mark):
    """A row of the waterfall; a press says more about its cause."""

    def __init__(self, label: str, value: str, cause: str, on_cause: OnCause) -> None:
        super().__init__(label, value)
        self.key = f"cause:{cause}"
        self._cause, self._on_cause = cause, on_cause

    def activate(self) -> Transition | None:
        return self._on_cause(self._cause) or STAY


class CauseFalls(Waterfall):
    """A waterfall whose causes can be asked about: Enter or the right arrow opens one."""

    def __init__(
        self, label: str, rows: Sequence[tuple[Fall, str]], on_cause: OnCause, *,
        scale_note: Callable[[str], str] | None = None, key: str = "",
    ) -> None:  # fmt: skip
        super().__init__(label, [fall for fall, _ in rows], scale_note=scale_note, key=key)
        spoken = [(child.label, child.value) for child in self.children]
        self.children.clear()
        for (_, cause), (name, value) in zip(rows, spoken, strict=True):
            self.adopt(CauseMark(name, value, cause, on_cause) if cause else Mark(name, value))

    def on_key(self, key: Key) -> Transition | None:
        if key.name in ("RIGHT", "?"):
            asked = next(
                (child for child in self.children if child.focused and isinstance(child, CauseMark)), None
            )
            return asked.activate() if asked is not None else None
        return super().on_key(key)


class SureBars(Widget):
    """Bands one below another on a common scale, each with its ends written out: what is known now, and with a team."""

    role: ClassVar[str] = "figure"

    def __init__(self, label: str, measure: Measure, bars: Sequence[tuple[str, Band]]) -> None:
        super().__init__(label, "; ".join(f"{name} {measure.band(band)}" for name, band in bars))
        self._measure, self._bars = measure, tuple(bars)

    def _line(self, theme: Theme) -> int:
        return theme.type.line_height(SECONDARY) + theme.px(2)

    def height_for(self, width: int, theme: Theme) -> int:
        return len(self._bars) * self._line(theme)

    def paint(self, surface: Surface) -> None:
        theme, rect, measure = self.theme, self.rect, self._measure
        names = max(theme.type.width(name, SECONDARY) for name, _ in self._bars)
        left = rect.x + max(theme.px(LABELS), round(names) + theme.px(12)) + theme.text_px(END)
        low, high = min(band.low for _, band in self._bars), max(band.high for _, band in self._bars)
        along = Scale(low, high, left, max(left + theme.px(40), rect.right - theme.text_px(END)))
        for number, (name, band) in enumerate(self._bars):
            y = rect.y + number * self._line(theme)
            baseline, middle = y + theme.type.baseline(SECONDARY), y + self._line(theme) // 2
            theme.type.draw(surface, name, (rect.x, baseline), SECONDARY, INK)
            ends = along.at(band.low), along.at(band.high)
            marks.known_bar(surface, *ends, middle, theme, half_height=7, inspected=number > 0)
            gap = theme.px(6)
            theme.type.draw(surface, measure.text(band.low), (ends[0] - gap, baseline), LABEL, INK, "right")
            theme.type.draw(surface, measure.text(band.high), (ends[1] + gap, baseline), LABEL, INK)


class NoteCard(Box):
    """A small card: a title with its figure, a line below, a text whose words may open others, key hints.

    A line with an arrowhead ties it to what it speaks of, where that lies beside it. The card itself can have the
    focus, so that Enter means what its hint says; the arrows lead to the words.
    """

    role: ClassVar[str] = "tooltip"

    def __init__(
        self, title: str, text: str, hints: Sequence[KeyHint] = (), *, han: str = "", figure: str = "", below: str = "",
        on_term: OnTerm | None = None, key: str = "",
    ) -> None:  # fmt: skip
        words: list[Widget] = [Paragraph(f"{title} {han}".strip(), SUBHEADING)]
        if below or figure:
            words.append(Paragraph(f"<b>{figure}</b> <m>{below}</m>" if figure else f"<m>{below}</m>", LABEL))
        words.append(Rule(INK, space=3))
        words.append(Paragraph(text, SECONDARY, on_term=on_term))
        if hints:
            words.append(Flow(hints, gap=10))
        super().__init__([Column(words, gap=3)], label=title, part=True, key=key)
        self.value = ", ".join(part for part in (figure, below) if part)
        self.focusable = True
        self.points_at: Rect | None = None

    def _sides(self, theme: Theme) -> tuple[int, int]:
        return theme.px(16), theme.px(10)

    def height_for(self, width: int, theme: Theme) -> int:
        side, end = self._sides(theme)
        return self.children[0].height_for(width - 2 * side, theme) + 2 * end

    def arrange(self) -> None:
        side, end = self._sides(self.theme)
        self.children[0].layout(self.rect.inflate(-2 * side, -2 * end), self.theme)

    def entry(self) -> Widget | None:
        return self

    def ink_rect(self) -> Rect:
        around = super().ink_rect()
        return around.union(self.points_at) if self.points_at else around

    def paint(self, surface: Surface) -> None:
        if self.points_at is not None:
            self._paint_arrow(surface, self.points_at)
        paper.card(surface, self.rect, self.theme)

    def _paint_arrow(self, surface: Surface, target: Rect) -> None:
        theme, head = self.theme, self.theme.px(8)
        y = max(self.rect.top + theme.px(12), min(self.rect.bottom - theme.px(12), target.centery))
        if target.right <= self.rect.left:
            tip, back = target.right, target.right + head
            lines.horizontal(surface, back, self.rect.left, y - 1, INK, theme.stroke(2))
        elif target.left >= self.rect.right:
            tip, back = target.left, target.left - head
            lines.horizontal(surface, self.rect.right, back, y - 1, INK, theme.stroke(2))
        else:
            return
        lines.polygon(surface, [(back, y - head * 0.75), (tip, y), (back, y + head * 0.75)], INK)


class Pinned(Box):
    """The card in front: paper with a strong edge."""

    role: ClassVar[str] = "region"

    def arrange(self) -> None:
        """The scene lays out what lies on it."""

    def paint(self, surface: Surface) -> None:
        paper.card(surface, self.rect, self.theme)


def inside(rect: Rect, theme: Theme) -> Rect:
    """The room on a pinned card."""
    return rect.inflate(-2 * theme.px(16), -2 * theme.px(12))
