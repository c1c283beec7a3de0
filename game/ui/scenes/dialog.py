"""A message, or a question with two answers, over the dimmed scene below."""

from game.ui.scene import Scene
from game.ui.theme import DOCUMENT, Theme
from game.ui.transition import Action, Pop, Transition
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Veil
from game.ui.widgets.button import Button, Kind
from game.ui.widgets.dialog import Dialog
from game.ui.widgets.text import Paragraph


class MessageScene(Scene):
    """Words and one button; Enter or Esc closes. All words are the caller's."""

    overlay = True

    def __init__(self, title: str, paragraphs: tuple[str, ...], close: str, *, han: str = "") -> None:
        self.title, self._paragraphs, self._close, self._han = title, paragraphs, close, han

    def buttons(self) -> list[Widget]:
        """The buttons at the foot."""
        return [Button(self._close, Pop, "primary", key="close")]

    def layout(self, theme: Theme, size: tuple[int, int]) -> Widget:
        words = [Paragraph(text, DOCUMENT) for text in self._paragraphs]
        dialog = Dialog(self.title, words, self.buttons(), han=self._han).centred(size, theme)
        root = Veil([dialog], label=self.title)
        root.layout(dialog.rect.inflate(theme.px(16), theme.px(16)), theme)
        return root


class ConfirmScene(MessageScene):
    """A question: the first button does it, the second (which has the focus at first) does not."""

    first_focus = "keep"

    def __init__(
        self,
        title: str,
        paragraphs: tuple[str, ...],
        confirm: str,
        keep: str,
        on_confirm: Action,
        *,
        kind: Kind = "primary",
        han: str = "",
    ) -> None:
        super().__init__(title, paragraphs, keep, han=han)
        self._confirm, self._on_confirm, self._kind = confirm, on_confirm, kind

    def buttons(self) -> list[Widget]:
        return [
            Button(self._close, Pop, key="keep"),
            Button(self._confirm, self._do, self._kind, key="confirm"),
        ]

    def _do(self) -> Transition:
        return Pop(self._on_confirm())
