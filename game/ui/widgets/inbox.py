"""Papers in the inbox: each kind is known by its head."""

from typing import ClassVar, Final, Literal, Unpack

from pygame import Rect, Surface

from game.ui import lines, paper
from game.ui.palette import INK, LOESS, PAPER, SHEET, UMBER, VERMILION, Colour, mix
from game.ui.paragraph import Setting, set_paragraph
from game.ui.theme import LABEL, SECONDARY_BOLD, Theme
from game.ui.transition import Action
from game.ui.type import TextStyle
from game.ui.widgets.base import Common
from game.ui.widgets.button import Pressable

PaperKind = Literal["directive", "news", "report", "petition", "letter"]
HAN_HEAD: Final = TextStyle("song-bold", 17, 24, track=1)
HAN_NEWS: Final = TextStyle("song-bold", 18, 24, track=1)
HAN_PETITION: Final = TextStyle("kai", 19, 24, track=1)


def head_style(kind: PaperKind) -> tuple[TextStyle, Colour]:
    """How the sender's characters are set on a kind of paper."""
    if kind == "directive":
        return HAN_HEAD, VERMILION
    if kind == "news":
        return HAN_NEWS, INK
    return (HAN_PETITION if kind == "petition" else HAN_HEAD), INK


def head_rule(surface: Surface, kind: PaperKind, span: tuple[float, float], y: float, theme: Theme) -> None:
    """The rule under the head: directive vermilion 2, newspaper thick and thin, report black 1, petition loess."""
    left, right = span
    if kind == "news":
        lines.horizontal(surface, left, right, y - theme.px(1), INK, theme.stroke(2))
        lines.horizontal(surface, left, right, y + theme.px(2), INK, theme.stroke())
        return
    colour = {"directive": VERMILION, "petition": LOESS}.get(kind, INK)
    lines.horizontal(surface, left, right, y, colour, theme.stroke(2 if kind == "directive" else 1))


class InboxItem(Pressable):
    """A paper in the inbox. `foot` names its kind, `wanted` says that an answer is wanted; a read one bears a mark."""

    role: ClassVar[str] = "listitem"

    def __init__(
        self,
        kind: PaperKind,
        title: str,
        action: Action | None = None,
        *,
        han: str = "",
        sender: str = "",
        foot: str = "",
        wanted: str = "",
        number: int | None = None,
        seal: str = "",
        read: bool = False,
        **common: Unpack[Common],
    ) -> None:
        if number is not None and number < 10:
            common.setdefault("accelerator", str(number))
        super().__init__(title, action, value=wanted, **common)
        self.kind, self.han, self.sender, self.foot, self.wanted = kind, han, sender, foot, wanted
        self.number, self.seal, self.read = number, seal, read
        self.description = self.description or ", ".join(part for part in (foot, sender) if part)

    # ---- measures

    def _margin(self, theme: Theme) -> int:
        return theme.px(15)

    def _head_beside(self, width: int, theme: Theme) -> bool:
        """Whether the characters and the sender's line fit side by side."""
        style, _ = head_style(self.kind)
        room = width - 2 * self._margin(theme)
        return theme.type.width(self.han, style) + theme.px(8) + theme.type.width(self.sender, LABEL) <= room

    def _head_height(self, width: int, theme: Theme) -> int:
        height = theme.type.line_height(head_style(self.kind)[0]) + theme.px(5)
        return height if self._head_beside(width, theme) else height + self._sender(width, theme).height

    def _sender(self, width: int, theme: Theme) -> Setting:
        return set_paragraph(self.sender, width - 2 * self._margin(theme), LABEL, theme.type)

    def _seal_size(self, theme: Theme) -> int:
        return theme.mark_px(62) if self.seal else theme.mark_px(34) if self.read else 0

    def _title(self, width: int, theme: Theme) -> Setting:
        aside = self._seal_size(theme)
        room = width - 2 * self._margin(theme) - (aside + theme.px(10) if aside else 0)
        return set_paragraph(self.label, room, SECONDARY_BOLD, theme.type)

    def _foot_line(self, width: int, theme: Theme) -> Setting:
        words = f"<m>{self.foot}</m>" + (f" <m>·</m> <b>{self.wanted}</b>" if self.wanted else "")
        room = width - 2 * self._margin(theme) - self._seal_aside(theme)
        return set_paragraph(words, room, LABEL, theme.type)

    def _seal_aside(self, theme: Theme) -> int:
        """What a number, a seal or the mark of a read paper takes of the last line."""
        number = theme.text_px(20) if self.number is not None else 0
        return number + self._seal_size(theme)

    def height_for(self, width: int, theme: Theme) -> int:
        text = self._title(width, theme).height + self._foot_line(width, theme).height
        return max(theme.px(84), self._head_height(width, theme) + text + theme.px(16))

    # ---- drawing

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        paper.sheet(surface, rect, theme, SHEET if not self.hovered else mix(SHEET, PAPER, 0.45), shadow=3)
        left, right = rect.x + self._margin(theme), rect.right - self._margin(theme)
        top = rect.y + self._head_height(rect.w, theme)
        self._paint_head(surface, left, right)
        head_rule(surface, self.kind, (left, right), top, theme)
        self._paint_seal(surface, right)
        title = self._title(rect.w, theme)
        title.draw(surface, (left, top + theme.px(7)), INK)
        foot = self._foot_line(rect.w, theme)
        foot_top = rect.bottom - theme.px(6) - foot.height
        foot.draw(surface, (left, foot_top), INK)
        if self.number is not None:
            baseline = foot_top + theme.type.baseline(LABEL)
            theme.type.draw(surface, str(self.number), (right, baseline), LABEL, UMBER, "right")

    def _paint_head(self, surface: Surface, left: int, right: int) -> None:
        theme, rect = self.theme, self.rect
        style, colour = head_style(self.kind)
        baseline = rect.y + theme.px(3) + theme.type.baseline(style)
        theme.type.draw(surface, self.han, (left, baseline), style, colour)
        if self._head_beside(rect.w, theme):
            theme.type.draw(surface, self.sender, (right, baseline), LABEL, UMBER, "right")
        else:
            self._sender(rect.w, theme).draw(
                surface, (left, rect.y + theme.px(3) + theme.type.line_height(style)), UMBER
            )

    def _paint_seal(self, surface: Surface, right: int) -> None:
        size = self._seal_size(self.theme)
        name = self.seal or "seals/read"
        picture = self.theme.images.picture(name, (size, size)) if size else None
        if picture is not None:
            drop = self.theme.px(4)
            number = self.theme.text_px(14) if self.seal and self.number is not None else 0
            head = self._head_height(self.rect.w, self.theme)
            y = self.rect.y + head + (self.rect.h - head - size) // 2 - (0 if self.seal else drop)
            surface.blit(picture, Rect(right - size - number, y, size, size))
