"""A paper on leaves, where text is large: the head with the portrait in it, and the sheet that leaves lie on."""

from __future__ import annotations

from typing import ClassVar, Final

from pygame import Rect, Surface

from game.events.cards import Card
from game.ui import lines, paper, rects
from game.ui.markup import parse
from game.ui.palette import INK, SHEET, UMBER, VERMILION, Colour
from game.ui.paragraph import Setting, set_words
from game.ui.scenes.card_paper import PORTRAIT, head_line, speaker_words
from game.ui.scenes.desk_words import paper_head, paper_kind
from game.ui.session import Session
from game.ui.theme import LABEL, LETTERHEAD, TITLE, Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Box
from game.ui.widgets.picture import Image

PICTURE: Final = (PORTRAIT[0] * 1.15, PORTRAIT[1] * 1.15)
LEAF_MARGIN: Final = 36


class LeafHead(Widget):
    """Letterhead and rule, title, who speaks and when; the portrait stands at the right."""

    role: ClassVar[str] = "heading"

    def __init__(self, session: Session, card: Card) -> None:
        super().__init__(card.title)
        self.kind = paper_kind(card)
        self.han, _ = paper_head(session, card)
        head, date = head_line(session, card)
        person = session.rules.people.get(card.speaks)
        rows = [", ".join(part for part in (head, date) if part)]
        if person is not None:
            rows.append(", ".join(speaker_words(session, person)))
        self._rows = [row for row in rows if row]
        self.value = ", ".join(self._rows)
        self._picture: Image | None = None
        if person is not None and person.portrait is not None:
            self._picture = Image(person.portrait, PICTURE, frame=True, alt=person.name)
            self.adopt(self._picture)

    # ---- measures

    def _room(self, width: int, theme: Theme) -> int:
        return width - (theme.px(PICTURE[0] + 28) if self._picture is not None else 0)

    def _settings(self, width: int, theme: Theme) -> tuple[Setting, list[tuple[Setting, Colour]]]:
        room = self._room(width, theme)
        letterhead = set_words(parse(self.han), room, LETTERHEAD, theme.type)
        below = [(set_words(parse(self.label), room, TITLE, theme.type), INK)]
        below += [(set_words(parse(row), room, LABEL, theme.type), UMBER) for row in self._rows]
        return letterhead, below

    def height_for(self, width: int, theme: Theme) -> int:
        letterhead, below = self._settings(width, theme)
        words = letterhead.height + theme.px(16) + sum(setting.height for setting, _ in below)
        return max(words, theme.px(PICTURE[1]) if self._picture is not None else 0) + theme.px(4)

    def arrange(self) -> None:
        if self._picture is not None:
            size = self._picture.pixels(self.theme)
            self._picture.layout(Rect((self.rect.right - size[0], self.rect.y), size), self.theme)

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        letterhead, below = self._settings(rect.w, theme)
        colour = VERMILION if self.kind == "directive" else INK
        letterhead.draw(surface, rect.topleft, colour)
        y = rect.y + letterhead.height + theme.px(3)
        lines.thick_thin(surface, rect.x, rect.x + self._room(rect.w, theme), y, colour, theme.scale)
        y += theme.px(12)
        for setting, ink in below:
            setting.draw(surface, (rect.x, y), ink)
            y += setting.height


class LeafSheet(Box):
    """The sheet, with its copy behind."""

    role: ClassVar[str] = "document"

    def __init__(self, pages: Widget, label: str, colour: Colour = SHEET) -> None:
        super().__init__([pages], label=label)
        self.colour = colour

    def arrange(self) -> None:
        self.children[0].layout(
            rects.inset(self.rect, self.theme.px(LEAF_MARGIN), self.theme.px(16)), self.theme
        )

    def paint(self, surface: Surface) -> None:
        paper.carbon_copy(surface, self.rect, self.theme)
        paper.sheet(surface, self.rect, self.theme, self.colour)
