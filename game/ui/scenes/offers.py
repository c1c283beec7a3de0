"""What forms are made of: answers and switches with a line that says what they mean, a field for a number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from pygame import Surface

from game.ui.markup import parse
from game.ui.palette import INK, UMBER
from game.ui.paragraph import Setting, set_words
from game.ui.theme import HAN_SECONDARY, LABEL, Theme
from game.ui.transition import STAY, Transition
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column
from game.ui.widgets.field import TextField
from game.ui.widgets.options import OnPick, Option
from game.ui.widgets.text import Paragraph
from game.ui.widgets.toggle import Radio, RadioGroup, Toggle

LEAD = 22
"""Where words begin beside a small mark, design pixels."""


class Offer(Radio):
    """An answer, its characters, and what it means in small type."""

    def _meaning(self, width: int, theme: Theme) -> Setting:
        room = max(width - self._lead(theme), theme.text_px(40))
        return set_words(parse(self.description), room, LABEL, theme.type)

    def height_for(self, width: int, theme: Theme) -> int:
        meaning = self._meaning(width, theme).height if self.description else 0
        return super().height_for(width, theme) + meaning + theme.px(4)

    def paint(self, surface: Surface) -> None:
        super().paint(surface)
        theme, x = self.theme, self.rect.x + self._lead(self.theme)
        if self.option.han:
            self._paint_han(surface)
        if self.description:
            top = self.rect.y + super().height_for(self.rect.w, theme) - theme.px(2)
            self._meaning(self.rect.w, theme).draw(surface, (x, top), UMBER)

    def _paint_han(self, surface: Surface) -> None:
        """The characters at the right end of the first line, where there is room."""
        theme = self.theme
        width = theme.type.width(self.option.han, HAN_SECONDARY)
        if self.width_for(theme) + theme.text_px(10) + width > self.rect.w:
            return
        at = self.rect.right, self.rect.y + theme.px(2) + theme.type.baseline(self.style)
        theme.type.draw(surface, self.option.han, at, HAN_SECONDARY, INK if self.picked else UMBER, "right")


class Offers(RadioGroup):
    """One answer out of several, each explained."""

    def __init__(
        self, options: Sequence[Option], picked: str, on_pick: OnPick | None = None, *, label: str, key: str
    ) -> None:
        super().__init__((), picked, on_pick, label=label, key=key)
        self.adopt(*(Offer(option, self) for option in options))
        self._name_value()


class Indented(Widget):
    """Small type that begins where the words beside a mark begin."""

    role: ClassVar[str] = "paragraph"

    def __init__(self, words: str) -> None:
        self._paragraph = Paragraph(words, LABEL, UMBER)
        super().__init__(self._paragraph.label, children=[self._paragraph])
        self._paragraph.label = ""

    def height_for(self, width: int, theme: Theme) -> int:
        return self._paragraph.height_for(width - theme.text_px(LEAD), theme)

    def arrange(self) -> None:
        lead = self.theme.text_px(LEAD)
        room = self.rect.move(lead, 0)
        room.w -= lead
        self._paragraph.layout(room, self.theme)


def explained(toggle: Toggle, words: str) -> Column:
    """A switch with a line below that says what it does."""
    toggle.description = toggle.description or words
    return Column([toggle, Indented(words)], gap=0)


class SeedField(TextField):
    """A field for a number: nothing but digits goes in."""

    def on_text(self, text: str) -> Transition | None:
        digits = "".join(character for character in text if character in "0123456789")
        return super().on_text(digits) if digits else STAY

    def width_for(self, theme: Theme) -> int:
        return theme.text_px(116)
