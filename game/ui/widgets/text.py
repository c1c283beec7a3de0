"""Words on paper: labels of one line, paragraphs with inline marks and glossary links, headings with their rule."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar, Unpack

from pygame import Surface

from game.ui import lines
from game.ui.markup import Word, parse, plain
from game.ui.palette import INK, UMBER, Colour
from game.ui.paragraph import Link, Setting, set_marked, set_paragraph, set_plain
from game.ui.theme import DOCUMENT, HAN_HEADING, HAN_SUBHEADING, HEADING, LABEL, Theme
from game.ui.transition import STAY, Transition
from game.ui.type import Align, TextStyle
from game.ui.widgets.base import Common, Node, Widget

OnTerm = Callable[[str], Transition | None]
"""Called with a glossary term's id when its link is activated."""


class Label(Widget):
    """A line of plain text; where it does not fit the width it is broken into lines, never cut."""

    role: ClassVar[str] = "text"

    def __init__(
        self,
        text: str,
        style: TextStyle = LABEL,
        colour: Colour = INK,
        *,
        align: Align = "left",
        **common: Unpack[Common],
    ) -> None:
        super().__init__(text, **common)
        self.style, self.colour, self.align = style, colour, align

    @property
    def text(self) -> str:
        """What it says."""
        return self.label

    @text.setter
    def text(self, text: str) -> None:
        self.label = text
        self.invalidate()

    def _setting(self, width: int, theme: Theme) -> Setting:
        return set_plain(self.label, width, self.style, theme.type)

    def height_for(self, width: int, theme: Theme) -> int:
        return self._setting(width, theme).height

    def width_for(self, theme: Theme) -> int:
        return round(theme.type.width(self.label, self.style)) + 1

    def paint(self, surface: Surface) -> None:
        self._setting(self.rect.w, self.theme).draw(surface, self.rect.topleft, self.colour, self.align, self.rect.w)


class TermLink(Widget):
    """A glossary link inside a paragraph; broken over two lines it has two boxes."""

    role: ClassVar[str] = "link"

    def __init__(self, link: Link, on_term: OnTerm) -> None:
        super().__init__(link.text, link.term, focusable=True, key=f"term:{link.term}")
        self._on_term = on_term
        self._link = link

    def tree(self) -> Node:
        """The words alone: the term's id is not for a reader."""
        return replace(super().tree(), value="")

    def place(self, link: Link, origin: tuple[int, int], theme: Theme) -> None:
        """Take the boxes that the paragraph's lines give it."""
        self._boxes = [box.move(origin) for box in link.boxes]
        self.layout(self._boxes[0], theme)

    def covers(self, at: tuple[int, int]) -> bool:
        return any(box.collidepoint(at) for box in self._boxes)

    def activate(self) -> Transition | None:
        return self._on_term(self.value) or STAY

    def paint(self, surface: Surface) -> None:
        if self.hovered:
            for box in self._boxes:
                lines.horizontal(surface, box.left, box.right, box.bottom - 2, INK, self.theme.stroke(2))


class Paragraph(Widget):
    """Prose with inline marks, broken into lines that fit. With `on_term` its glossary links can be opened."""

    role: ClassVar[str] = "paragraph"

    def __init__(
        self,
        source: str,
        style: TextStyle = DOCUMENT,
        colour: Colour = INK,
        *,
        align: Align = "left",
        on_term: OnTerm | None = None,
        **common: Unpack[Common],
    ) -> None:
        super().__init__(plain(source), **common)
        self.style, self.colour, self.align, self.on_term = style, colour, align, on_term
        self.part = on_term is not None
        self._words = parse(source)

    def setting(self, width: int, theme: Theme) -> Setting:
        """The paragraph broken for a width."""
        return set_marked(self._words, width, self.style, theme.type)

    def height_for(self, width: int, theme: Theme) -> int:
        return self.setting(width, theme).height

    def width_for(self, theme: Theme) -> int:
        return round(self.setting(1_000_000, theme).width) + 1

    def links(self, width: int, theme: Theme) -> list[Link]:
        """Its glossary links and their boxes at a width."""
        return self.setting(width, theme).links()

    def arrange(self) -> None:
        if self.on_term is None:
            return
        links = self.links(self.rect.w, self.theme)
        if len(links) != len(self.children):
            self.children.clear()
            self.adopt(*(TermLink(link, self.on_term) for link in links))
        for child, link in zip(self.children, links, strict=True):
            if isinstance(child, TermLink):
                child.place(link, self.rect.topleft, self.theme)

    def paint(self, surface: Surface) -> None:
        setting = self.setting(self.rect.w, self.theme)
        setting.draw(surface, self.rect.topleft, self.colour, self.align, self.rect.w)

    def broken(self, width: int, height: int, theme: Theme) -> "tuple[Paragraph, Paragraph] | None":
        """The paragraph as one that fits a height and one that goes on with the rest; None if not even a line fits."""
        setting = self.setting(width, theme)
        fitting = sum(theme.type.block_height(self.style, number + 1) <= height for number in range(len(setting.lines)))
        if fitting == 0 or fitting == len(setting.lines):
            return None
        cut = sum(setting.words_in_lines[:fitting])
        return self._part(self._words[:cut]), self._part(self._words[cut:])

    def _part(self, words: tuple[Word, ...]) -> "Paragraph":
        part = Paragraph("", self.style, self.colour, align=self.align, on_term=self.on_term)
        part._words = words
        part.label = "".join((" " if word.space_before else "") + _text(word) for word in words).strip()
        return part


def _text(word: Word) -> str:
    return "".join(text for text, _ in word.pieces)


class Heading(Widget):
    """A heading, its Chinese characters, a note at the right, and the thick-thin rule below."""

    role: ClassVar[str] = "heading"

    def __init__(
        self,
        text: str,
        han: str = "",
        note: str = "",
        *,
        style: TextStyle = HEADING,
        rule: bool = True,
        colour: Colour = INK,
        **common: Unpack[Common],
    ) -> None:
        super().__init__(text, note, **common)
        self.han, self.note, self.style, self.rule, self.colour = han, note, style, rule, colour
        self.han_style = HAN_HEADING if style.size >= 20 else HAN_SUBHEADING

    def _rule_height(self, theme: Theme) -> int:
        return theme.px(12) if self.rule else 0

    def _head(self, width: int, theme: Theme) -> Setting:
        marked = f"<b>{self.label}</b>" if self.style.face == "roman" else self.label
        return set_paragraph(marked, width, self.style, theme.type)

    def _extras_beside(self, head: Setting, width: int, theme: Theme) -> tuple[bool, bool]:
        """Whether the Chinese fits beside the last line, and the note too."""
        gap = theme.text_px(10)
        han = head.width + (gap + theme.type.width(self.han, self.han_style) if self.han else 0)
        note = han + (2 * gap + theme.type.width(self.note, LABEL) if self.note else 0)
        return len(head.lines) <= 1 and han <= width, len(head.lines) <= 1 and note <= width

    def height_for(self, width: int, theme: Theme) -> int:
        head = self._head(width, theme)
        han_beside, note_beside = self._extras_beside(head, width, theme)
        height = head.height + self._rule_height(theme)
        if self.han and not han_beside:
            height += theme.type.line_height(self.han_style)
        if self.note and not note_beside:
            height += set_paragraph(self.note, width, LABEL, theme.type).height
        return height

    def width_for(self, theme: Theme) -> int:
        gap = theme.text_px(10)
        extra = sum(gap + theme.type.width(text, style) for text, style in self._extras())
        return round(theme.type.width(self.label, self.style) + extra) + 1

    def _extras(self) -> list[tuple[str, TextStyle]]:
        return [(text, style) for text, style in ((self.han, self.han_style), (self.note, LABEL)) if text]

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        head = self._head(rect.w, theme)
        head.draw(surface, rect.topleft, self.colour)
        han_beside, note_beside = self._extras_beside(head, rect.w, theme)
        baseline, y = rect.y + theme.type.baseline(self.style), rect.y + head.height
        if self.han and han_beside:
            theme.type.draw(
                surface, self.han, (rect.x + head.width + theme.text_px(10), baseline), self.han_style, self.colour
            )
        elif self.han:
            theme.type.draw(
                surface, self.han, (rect.x, y + theme.type.baseline(self.han_style)), self.han_style, self.colour
            )
            y += theme.type.line_height(self.han_style)
        if self.note and note_beside:
            theme.type.draw(surface, self.note, (rect.right, baseline), LABEL, UMBER, "right")
        elif self.note:
            note = set_paragraph(self.note, rect.w, LABEL, theme.type)
            note.draw(surface, (rect.x, y), UMBER)
            y += note.height
        if self.rule:
            lines.thick_thin(surface, rect.x, rect.right, y + theme.px(4), self.colour, theme.scale)


class Rule(Widget):
    """A hair rule between parts of a page."""

    role: ClassVar[str] = "separator"

    def __init__(self, colour: Colour, thickness: float = 1, space: float = 8, **common: Unpack[Common]) -> None:
        super().__init__(**common)
        self.colour, self.thickness, self.space = colour, thickness, space

    def height_for(self, width: int, theme: Theme) -> int:
        return theme.stroke(self.thickness) + 2 * theme.px(self.space)

    def paint(self, surface: Surface) -> None:
        y = self.rect.y + self.theme.px(self.space)
        lines.horizontal(surface, self.rect.left, self.rect.right, y, self.colour, self.theme.stroke(self.thickness))


class Space(Widget):
    """Empty paper of some height, design pixels."""

    role: ClassVar[str] = "separator"

    def __init__(self, height: float) -> None:
        super().__init__()
        self._height = height

    def height_for(self, width: int, theme: Theme) -> int:
        return theme.px(self._height)
