"""Where everything on a reporting ladder stands: rungs, scales, figures; and what the arrow keys reach."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from pygame import Rect

from game.ui import rects
from game.ui.keys import Key
from game.ui.lines import Point
from game.ui.markup import parse, plain
from game.ui.paragraph import Setting, set_words
from game.ui.scenes.ladder_rungs import Climb, Step, Whose, shares_scale
from game.ui.theme import HAN_SECONDARY, LABEL, LABEL_BOLD, LABEL_ITALIC, Theme
from game.ui.type import TextStyle
from game.ui.widgets.base import Widget
from game.ui.widgets.chart import Chart, Mark, Scale, TableRows, round_step

NAMES: Final = 98
"""Width of the column of rungs, design pixels at 100 %."""
HEAD: Final = 30
LEAST_ROW: Final = 44
CLOSE_ROW: Final = 24
"""With large text a rung is one line: characters and name beside each other."""
SAID: Final = TextStyle("roman", 14, 18)
PLACE: Final[dict[Whose, float]] = {"documents": 0.34, "yours": 0.68}
"""Where in a rung's row the figure stands, from its top; alone it stands in the middle."""


@dataclass(frozen=True, slots=True)
class RungName:
    """A rung: its id, its name and its characters."""

    id: str
    name: str
    zh: str


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


class RungMark(Mark):
    """What one ladder says on one rung."""

    def __init__(self, rung: RungName, climb: Climb, step: Step | None, nothing: str) -> None:
        said = plain(step.text) if step is not None else nothing
        super().__init__(f"{rung.name}, {climb.head}", said)
        self.rung, self.whose = rung.id, climb.whose


class LadderPlaces(Chart):
    """One or two climbs over the same rungs. With `said` their sentences stand beside them in columns.

    Two climbs whose lines have no unit in common stand side by side, each over a scale of its own. `beside` names
    climbs on another leaf, so that both leaves have one scale; `height` is what a leaf has room for, pixels.
    """

    role: ClassVar[str] = "chart"

    def __init__(
        self, label: str, rungs: Sequence[RungName], climbs: Sequence[Climb], *, said: bool, words: LadderWords,
        beside: Sequence[Climb] = (), height: int = 0,
    ) -> None:  # fmt: skip
        super().__init__(label, key=f"ladder:{len(climbs)}:{climbs[0].whose}")
        self.rungs, self.climbs, self.said, self.words = tuple(rungs), tuple(climbs), said, words
        self.beside, self.wanted_height = tuple(beside), height
        self.adopt(*(
            RungMark(rung, climb, climb.steps.get(rung.id), words.no_record) for rung in rungs for climb in climbs
        ))  # fmt: skip

    def as_table(self) -> TableRows:
        rows: TableRows = [(self.label, *(climb.head for climb in self.climbs))]
        for rung in self.rungs:
            steps = [climb.steps.get(rung.id) for climb in self.climbs]
            rows.append((rung.name, *((step.written if step else "") or self.words.no_record for step in steps)))
        return rows

    # ---- measures

    @property
    def shared(self) -> bool:
        """Whether all climbs stand on one scale."""
        return len(self.climbs) < 2 or shares_scale(self.climbs[0], self.climbs[1])

    def _close(self, theme: Theme) -> bool:
        """Whether rungs are one line high."""
        return theme.large and not self.said

    def _names_width(self, theme: Theme) -> int:
        widest = max(theme.type.width(rung.name, LABEL) for rung in self.rungs)
        if self._close(theme):
            widest += max(theme.type.width(rung.zh, HAN_SECONDARY) for rung in self.rungs)
        if len(self.climbs) == 1 and not self.said:
            widest = max(widest, theme.type.width(self.climbs[0].head, LABEL_BOLD))
        return max(theme.px(NAMES), round(widest) + theme.text_px(18))

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
        if self._close(theme):
            return theme.text_px(CLOSE_ROW)
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
        rows = len(self.rungs) * self._least_row(width, theme)
        return max(self._head_height(theme) + rows + self._foot_height(theme) + theme.px(4), self.wanted_height)

    def _foot_height(self, theme: Theme) -> int:
        """Room below the village's rung for what was so."""
        return theme.text_px(22) if any(climb.true is not None for climb in self.climbs) else 0

    # ---- places

    def _rows(self) -> list[Rect]:
        """The row of each rung, the village's at the foot."""
        body = rects.split_top(self.rect, self._head_height(self.theme))[1]
        body = rects.split_bottom(body, self._foot_height(self.theme))[0]
        return list(reversed(rects.rows(body, [1] * len(self.rungs))))

    def _plots(self) -> list[Rect]:
        """The field of each climb: the same one where they share a scale."""
        plot = self._columns(self.rect, self.theme)[1]
        plot = rects.inset(plot, self.theme.px(12), 0)
        count = len(self.climbs)
        return [plot] * count if self.shared else rects.columns(plot, [1] * count, self.theme.px(28))

    def scale(self, number: int) -> Scale:
        """The scale of a climb, along the plot, with room at both ends for figures written beside it."""
        plot = self._plots()[number]
        climbs = self.climbs if self.shared else (self.climbs[number],)
        climbs += tuple(other for other in self.beside if shares_scale(other, climbs[0]))
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

    def _steps(self, climb: Climb) -> list[tuple[int, Step]]:
        found = [(number, climb.steps.get(rung.id)) for number, rung in enumerate(self.rungs)]
        return [(number, step) for number, step in found if step is not None]

    def _change_place(self, climb: Climb, here: Point, there: Point) -> Point:
        """Where it is written by how much a step changed the figure: left end (right end left of a line), baseline.

        Where documents stand alone their figures are left of their line; the change is right of the lower one.
        """
        theme = self.theme
        x, baseline = (here[0] + there[0]) / 2, (here[1] + there[1]) / 2 + theme.text_px(5)
        if climb.whose != "documents":
            return x + theme.px(10), baseline
        if len(self.climbs) > 1:
            return x - theme.px(10), baseline - theme.text_px(8)
        return max(x + theme.px(10), here[0] + theme.mark_px(14)), here[1] + theme.text_px(5)

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
