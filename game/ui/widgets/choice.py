"""Choices of a card: a number, what you would do, what you are told of it, and what is certain."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, Literal, Unpack

import pygame
from pygame import Rect, Surface

from game.ui import lines, marks, paper
from game.ui.keys import Key
from game.ui.markup import plain
from game.ui.palette import INK, PAPER, RULE, SHEET, UMBER, VERMILION, Colour, mix
from game.ui.paragraph import Setting, set_paragraph
from game.ui.theme import DOCUMENT_BOLD, FIGURE_LARGE, LABEL, LABEL_BOLD, SECONDARY, Theme
from game.ui.transition import STAY, Action, Transition
from game.ui.widgets.base import Common, Widget
from game.ui.widgets.boxes import Column

FactKind = Literal["plain", "filed", "up", "down", "same"]
NUMBER_COLUMN: Final = 34


@dataclass(frozen=True, slots=True)
class Fact:
    """Something certain about a choice: a label and a value, or triangles up or down, or a dash for no change."""

    label: str
    value: str = ""
    kind: FactKind = "plain"
    count: int = 1

    def spoken(self) -> str:
        """The fact in words and signs."""
        sign = {"up": "+" * self.count, "down": "-" * self.count, "same": "0"}.get(self.kind, self.value)
        return f"{self.label} {self.value or sign}"


class Choice(Widget):
    """One choice. The digit brings the focus to it (and calls `on_consider`); Enter or a click decides.

    `told` is what somebody says of it, with inline marks; `facts` are certain.
    """

    role: ClassVar[str] = "option"

    def __init__(
        self,
        number: int,
        title: str,
        told: str = "",
        facts: Sequence[Fact] = (),
        on_choose: Action | None = None,
        *,
        on_consider: Action | None = None,
        refusal: str = "",
        **common: Unpack[Common],
    ) -> None:
        common.setdefault("accelerator", str(number))
        common.setdefault("key", f"choice:{number}")
        common.setdefault("enabled", not refusal)
        super().__init__(title, str(number), focusable=True, **common)
        self.number, self.told, self.facts, self.refusal = number, told, tuple(facts), refusal
        self.on_choose, self.on_consider = on_choose, on_consider
        words = [plain(told), refusal, *(fact.spoken() for fact in self.facts)]
        self.description = self.description or "; ".join(word for word in words if word)

    # ---- what it does

    def activate(self) -> Transition | None:
        return (self.on_choose() or STAY) if self.on_choose and self.enabled else STAY

    def on_accelerator(self) -> Transition | None:
        return STAY

    def on_focus(self) -> Transition | None:
        return self.on_consider() if self.on_consider else None

    # ---- measures

    def _text_left(self, theme: Theme) -> int:
        return self._number_width(theme) + theme.px(14)

    def _number_width(self, theme: Theme) -> int:
        return max(theme.px(NUMBER_COLUMN), theme.text_px(28))

    def _room(self, width: int, theme: Theme) -> int:
        return max(1, width - self._text_left(theme) - theme.px(14))

    def _settings(self, width: int, theme: Theme) -> list[Setting]:
        room = self._room(width, theme)
        parts = [set_paragraph(self.label, room, DOCUMENT_BOLD, theme.type)]
        told = self.refusal or self.told
        if told:
            parts.append(set_paragraph(told, room, SECONDARY, theme.type))
        return parts

    def _facts_height(self, width: int, theme: Theme) -> int:
        if not self.facts:
            return 0
        rows = fact_places(self.facts, self._room(width, theme), theme)
        return theme.px(14) + (rows[-1][0] + 1) * theme.type.line_height(LABEL)

    def height_for(self, width: int, theme: Theme) -> int:
        text = sum(setting.height for setting in self._settings(width, theme))
        return max(theme.px(56), text + self._facts_height(width, theme) + theme.px(16))

    # ---- drawing

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        chosen = self.focused and self.enabled
        ground = SHEET if chosen or (self.hovered and self.enabled) else mix(PAPER, SHEET, 0.35)
        paper.fill(surface, rect, theme, ground)
        ink = INK if self.enabled else UMBER
        pygame.draw.rect(surface, ink, rect, theme.stroke())
        self._paint_number(surface, chosen, ink)
        y: float = rect.y + theme.px(8)
        for setting in self._settings(rect.w, theme):
            setting.draw(surface, (rect.x + self._text_left(theme), y), ink)
            y += setting.height
        if self.facts:
            self._paint_facts(surface)

    def _paint_number(self, surface: Surface, chosen: bool, ink: Colour) -> None:
        theme = self.theme
        column = Rect(self.rect.x, self.rect.y, self._number_width(theme), self.rect.h)
        if chosen:
            pygame.draw.rect(surface, INK, column)
        else:
            lines.vertical(surface, column.right - 1, column.top, column.bottom, ink, theme.stroke())
        baseline = self.rect.y + theme.px(8) + theme.type.baseline(DOCUMENT_BOLD)
        colour = SHEET if chosen else ink
        theme.type.draw(surface, str(self.number), (column.centerx, baseline), FIGURE_LARGE, colour, "centre")

    def _paint_facts(self, surface: Surface) -> None:
        theme, left = self.theme, self.rect.x + self._text_left(self.theme)
        rows = fact_places(self.facts, self._room(self.rect.w, theme), theme)
        line = theme.type.line_height(LABEL)
        top = self.rect.bottom - theme.px(8) - (rows[-1][0] + 1) * line
        rule_y = top - theme.px(6)
        lines.horizontal(surface, left, self.rect.right - theme.px(14), rule_y, RULE, theme.stroke())
        for fact, (row, x) in zip(self.facts, rows, strict=True):
            draw_fact(surface, fact, left + x, top + row * line + theme.type.baseline(LABEL), theme)


def fact_width(fact: Fact, theme: Theme) -> float:
    """Width of a fact's label and value, pixels."""
    return theme.type.width(fact.label, LABEL) + theme.text_px(6) + _value_width(fact, theme)


def _value_width(fact: Fact, theme: Theme) -> float:
    if fact.kind in ("up", "down"):
        return theme.text_px(9) * fact.count
    return theme.text_px(10) if fact.kind == "same" else theme.type.width(fact.value, LABEL_BOLD)


def fact_places(facts: Sequence[Fact], width: float, theme: Theme) -> list[tuple[int, float]]:
    """Row and x of each fact, set side by side and going on in the next row."""
    places: list[tuple[int, float]] = []
    row, x = 0, 0.0
    for fact in facts:
        own = fact_width(fact, theme)
        if x and x + own > width:
            row, x = row + 1, 0.0
        places.append((row, x))
        x += own + theme.text_px(18)
    return places


def draw_fact(surface: Surface, fact: Fact, x: float, baseline: float, theme: Theme) -> None:
    """A fact with its label's baseline at a place."""
    x += theme.type.draw(surface, fact.label, (x, baseline), LABEL, UMBER) + theme.text_px(6)
    if fact.kind in ("up", "down"):
        radius = theme.text_px(4.5)
        for number in range(fact.count):
            middle = x + theme.text_px(4 + 9 * number), baseline - theme.text_px(5)
            marks.triangle(surface, *middle, radius, INK, fact.kind)
    elif fact.kind == "same":
        lines.horizontal(surface, x, x + theme.text_px(9), baseline - theme.text_px(5), INK, theme.text_px(2))
    else:
        colour = VERMILION if fact.kind == "filed" else INK
        theme.type.draw(surface, fact.value, (x, baseline), LABEL_BOLD, colour)


class ChoiceList(Column):
    """Choices one below another; arrows move, digits jump, Enter decides."""

    role: ClassVar[str] = "listbox"

    def __init__(self, choices: Sequence[Choice], gap: float = 15, label: str = "", **common: Unpack[Common]) -> None:
        super().__init__(choices, gap, label=label, part=True, **common)

    def neighbour(self, current: Widget, key: Key) -> Widget | None:
        stops = self.stops()
        step = {"UP": -1, "DOWN": 1}.get(key.name, 0)
        place = stops.index(current) + step
        return stops[place] if step and 0 <= place < len(stops) else None
