"""The columns of the reports desk's table: which there is room for, and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from game.base.texts import Texts
from game.ui.scenes.reports_lines import LineView
from game.ui.theme import FIGURE, HAN_HEADING, LABEL, LABEL_ITALIC, SECONDARY, Theme
from game.ui.type import TextStyle

SEND: Final = TextStyle("sans-bold", 20, 26)
STRIP_LEAST: Final = 150
CELL: Final = 12
"""Empty room at both sides of a cell, design pixels."""
NAMES: Final[tuple[str, ...]] = ("item", "counties", "known", "last", "rival", "strip", "send", "change")
DROPPED: Final = ("", "change", "rival", "last")
"""Columns that go, one after another, where text is larger."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A column: its name and its place from the table's left edge, pixels."""

    name: str
    left: int
    width: int

    @property
    def right(self) -> int:
        """Its right edge."""
        return self.left + self.width


def place_columns(texts: Texts, views: Sequence[LineView], width: int, theme: Theme) -> list[Cell]:
    """The columns that there is room for; the strip, or else the name, has the room that is left."""
    needs = _needs(texts, views, theme)
    names = _chosen(needs, width)
    spare = width - sum(needs[name] for name in names)
    units = max((theme.type.width(view.unit, LABEL) for view in views), default=0) + theme.text_px(14)
    item = min(spare, round(units)) if "strip" in names else spare
    needs["item"] += item
    needs["strip"] += spare - item
    found, x = [], 0
    for name in names:
        found.append(Cell(name, x, needs[name]))
        x += needs[name]
    return found


def _needs(texts: Texts, views: Sequence[LineView], theme: Theme) -> dict[str, int]:
    """The width that each column needs, pixels."""
    setter, gap = theme.type, 2 * theme.px(CELL)
    heads = {name: setter.width(texts(f"reports.head.{name}"), LABEL) for name in NAMES if name != "strip"}
    needs = {name: round(width) + gap for name, width in heads.items()}
    for view in views:
        cells = _widths(view, theme)
        needs = {name: max(need, round(cells[name]) + gap) for name, need in needs.items()}
    return {**needs, "strip": theme.text_px(STRIP_LEAST)}


def _widths(view: LineView, theme: Theme) -> dict[str, float]:
    """The width of each figure of a line, pixels."""
    setter = theme.type
    name = setter.width(view.han, HAN_HEADING) + theme.text_px(8) + setter.width(view.name, SECONDARY)
    return {
        "item": name + theme.px(16),
        "counties": setter.width(view.counties, FIGURE),
        "known": setter.width(view.known, FIGURE),
        "last": setter.width(view.last, FIGURE),
        "rival": setter.width(view.rival, LABEL_ITALIC),
        "send": setter.width(view.send, SEND),
        "change": setter.width(view.change, LABEL) + theme.text_px(10),
    }


def _chosen(needs: dict[str, int], width: int) -> tuple[str, ...]:
    """The columns that fit a width."""
    names = NAMES
    for dropped in DROPPED:
        names = tuple(name for name in names if name != dropped)
        if sum(needs[name] for name in names) <= width:
            return names
    return tuple(name for name in names if name != "strip")
