"""Papers of the time: a sheet with a head that says what kind it is, its carbon copy behind, a seal over the date."""

from typing import ClassVar, Final, Unpack

from pygame import Rect, Surface

from game.ui import lines, paper, rects
from game.ui.palette import INK, PAPER, SHEET, UMBER, VERMILION, Colour
from game.ui.paragraph import Setting, set_paragraph
from game.ui.theme import HAN_SECONDARY, LABEL, LETTERHEAD, PETITION, TITLE, Theme
from game.ui.type import TextStyle
from game.ui.widgets.base import Common, Widget
from game.ui.widgets.boxes import Box
from game.ui.widgets.inbox import PaperKind

NEWS_HEAD: Final = TextStyle("song-bold", 28, 38, track=10)
PETITION_HEAD: Final = TextStyle("kai", 28, 38, track=4)
SEAL: Final = 96
MARGIN: Final = 40


class Document(Box):
    """A paper to be read. `body` gets the room between head and foot.

    han is the letterhead; left and right the small line under its rule (from whom, when); title, han_title and pinyin
    name the paper; date_han stands at the foot with the seal over it.
    """

    role: ClassVar[str] = "document"

    def __init__(
        self,
        kind: PaperKind,
        title: str,
        body: Widget,
        *,
        han: str = "",
        left: str = "",
        right: str = "",
        han_title: str = "",
        pinyin: str = "",
        foot: Widget | None = None,
        date_han: str = "",
        seal: str = "",
        copy: bool = True,
        **common: Unpack[Common],
    ) -> None:
        super().__init__([body], label=title, **common)
        self.kind, self.han, self.left, self.right = kind, han, left, right
        self.han_title, self.pinyin, self.date_han, self.seal, self.copy = han_title, pinyin, date_han, seal, copy
        self.body, self.foot = body, foot
        if foot is not None:
            self.adopt(foot)

    # ---- measures

    def _margin(self, theme: Theme) -> int:
        return theme.px(MARGIN if not theme.large else 36)

    def _head_style(self) -> tuple[TextStyle, Colour]:
        styles = {"news": NEWS_HEAD, "petition": PETITION_HEAD}
        return styles.get(self.kind, LETTERHEAD), VERMILION if self.kind == "directive" else INK

    def _letterhead(self, width: int, theme: Theme) -> Setting | None:
        style, _ = self._head_style()
        return set_paragraph(self.han, width, style, theme.type) if self.han else None

    def _title_settings(self, width: int, theme: Theme) -> list[tuple[Setting, Colour]]:
        rows: list[tuple[str, TextStyle, Colour]] = [(self.label, TITLE, INK)]
        if self.han_title:
            rows.append((self.han_title, PETITION if self.kind == "petition" else HAN_SECONDARY, INK))
        if self.pinyin and not self._pinyin_beside(width, theme):
            rows.append((self.pinyin, LABEL, UMBER))
        return [(set_paragraph(text, width, style, theme.type), colour) for text, style, colour in rows if text]

    def _pinyin_beside(self, width: int, theme: Theme) -> bool:
        """Whether the sound of the Chinese title fits at its right."""
        style = PETITION if self.kind == "petition" else HAN_SECONDARY
        own = theme.type.width(self.han_title, style) + theme.px(16) + theme.type.width(self.pinyin, LABEL)
        return bool(self.han_title) and own <= width

    def _line_beside(self, width: int, theme: Theme) -> bool:
        return theme.type.width(self.left, LABEL) + theme.px(16) + theme.type.width(self.right, LABEL) <= width

    def _line_settings(self, width: int, theme: Theme) -> list[Setting]:
        texts = [text for text in (self.left, self.right) if text]
        return [set_paragraph(text, width, LABEL, theme.type) for text in texts]

    def head_height(self, width: int, theme: Theme) -> int:
        """The height of everything above the body, for the width inside the margins."""
        head = self._letterhead(width, theme)
        height = theme.px(20) + (head.height + theme.px(12) if head else 0)
        small = [setting.height for setting in self._line_settings(width, theme)]
        height += (max(small, default=0) if self._line_beside(width, theme) else sum(small)) + theme.px(6)
        return height + sum(setting.height for setting, _ in self._title_settings(width, theme)) + theme.px(14)

    def foot_height(self, width: int, theme: Theme) -> int:
        """The height of the foot with the date, pixels."""
        foot = self.foot.height_for(self._foot_width(width, theme), theme) if self.foot else 0
        seal = theme.mark_px(SEAL) if self.seal else theme.type.line_height(HAN_SECONDARY) if self.date_han else 0
        return max(foot, seal) + theme.px(8) if foot or seal else 0

    def _foot_width(self, width: int, theme: Theme) -> int:
        dated = theme.mark_px(SEAL * 1.8) if self.seal or self.date_han else 0
        return max(width - dated, width // 2)

    def height_for(self, width: int, theme: Theme) -> int:
        inside = width - 2 * self._margin(theme)
        body = self.body.height_for(inside, theme)
        return self.head_height(inside, theme) + body + self.foot_height(inside, theme) + theme.px(24)

    # ---- layout and drawing

    def arrange(self) -> None:
        theme = self.theme
        inside = rects.inset(self.rect, self._margin(theme), 0)
        _, rest = rects.split_top(inside, self.head_height(inside.w, theme))
        rest = Rect(rest.x, rest.y, rest.w, rest.h - theme.px(16))
        room, foot = rects.split_bottom(rest, self.foot_height(inside.w, theme))
        self.body.layout(room, theme)
        if self.foot is not None:
            self.foot.layout(Rect(foot.x, foot.y + theme.px(8), self._foot_width(foot.w, theme), foot.h), theme)

    def paint(self, surface: Surface) -> None:
        theme = self.theme
        if self.copy:
            paper.carbon_copy(surface, self.rect, theme)
        paper.sheet(surface, self.rect, theme, SHEET)
        inside = rects.inset(self.rect, self._margin(theme), 0)
        y = self._paint_letterhead(surface, inside)
        y = self._paint_line(surface, inside, y) + theme.px(6)
        for setting, colour in self._title_settings(inside.w, theme):
            setting.draw(surface, (inside.x, y), colour)
            y += setting.height
        if self.pinyin and self._pinyin_beside(inside.w, theme):
            baseline = y - theme.type.line_height(HAN_SECONDARY) + theme.type.baseline(HAN_SECONDARY)
            theme.type.draw(surface, self.pinyin, (inside.right, baseline), LABEL, UMBER, "right")

    def _paint_letterhead(self, surface: Surface, inside: Rect) -> int:
        theme = self.theme
        y = inside.y + theme.px(14)
        head = self._letterhead(inside.w, theme)
        if head is None:
            return y
        _, colour = self._head_style()
        head.draw(surface, (inside.x, y), colour, "centre", inside.w)
        y += head.height + theme.px(4)
        if self.kind in ("directive", "news"):
            lines.thick_thin(surface, inside.left, inside.right, y, colour, theme.scale)
        else:
            thickness = theme.stroke(2 if self.kind == "report" else 1)
            lines.horizontal(surface, inside.left, inside.right, y, INK, thickness)
        return y + theme.px(10)

    def _paint_line(self, surface: Surface, inside: Rect, y: int) -> int:
        theme = self.theme
        if self._line_beside(inside.w, theme):
            baseline = y + theme.type.baseline(LABEL)
            theme.type.draw(surface, self.left, (inside.left, baseline), LABEL, UMBER)
            theme.type.draw(surface, self.right, (inside.right, baseline), LABEL, UMBER, "right")
            return y + (theme.type.line_height(LABEL) if self.left or self.right else 0)
        for setting in self._line_settings(inside.w, theme):
            setting.draw(surface, (inside.x, y), UMBER)
            y += setting.height
        return y

    def draw(self, surface: Surface) -> None:
        super().draw(surface)
        self._paint_date(surface)

    def _paint_date(self, surface: Surface) -> None:
        """The date, and the seal stamped over it: last, because a seal lies on the ink."""
        theme = self.theme
        if not (self.date_han or self.seal):
            return
        inside = rects.inset(self.rect, self._margin(theme), 0)
        size = theme.mark_px(SEAL)
        centre_y = inside.bottom - theme.px(16) - (size // 2 if self.seal else theme.px(8))
        width = theme.type.width(self.date_han, HAN_SECONDARY)
        theme.type.draw(
            surface, self.date_han, (inside.right, centre_y + theme.text_px(5)), HAN_SECONDARY, INK, "right"
        )
        seal = theme.images.picture(self.seal, (size, size)) if self.seal else None
        if seal is not None:
            centre_x = inside.right - max(width, float(size)) / 2
            surface.blit(seal, (round(centre_x - size / 2), centre_y - size // 2))


class Sheet(Box):
    """A plain sheet with a margin: the slip of instructions, a page of the season's book."""

    role: ClassVar[str] = "region"

    def __init__(
        self,
        body: Widget,
        label: str = "",
        *,
        colour: Colour = PAPER,
        margin: float = 22,
        shadow: float = 4,
        **common: Unpack[Common],
    ) -> None:
        super().__init__([body], label=label, **common)
        self.colour, self.margin, self.shadow = colour, margin, shadow

    def height_for(self, width: int, theme: Theme) -> int:
        margin = theme.px(self.margin)
        return self.children[0].height_for(width - 2 * margin, theme) + 2 * margin

    def arrange(self) -> None:
        self.children[0].layout(rects.inset(self.rect, self.theme.px(self.margin)), self.theme)

    def paint(self, surface: Surface) -> None:
        paper.sheet(surface, self.rect, self.theme, self.colour, self.shadow)
