"""The first and the unhappy screens: papers are being laid out, the content is broken, the game has stopped."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import ClassVar, Final

from pygame import Rect, Surface

from game.base.problems import Problem
from game.ui import rects
from game.ui.palette import INK, PAPER, SHEET, UMBER
from game.ui.scene import Quit, Scene, Transition
from game.ui.theme import CONTROL, DISPLAY, DOCUMENT, LABEL, TITLE, Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Flow, Ground
from game.ui.widgets.button import Button
from game.ui.widgets.document import Sheet
from game.ui.widgets.leaves import Pages
from game.ui.widgets.text import Heading, Label, Paragraph

WIDTH: Final = 960


class Splash(Widget):
    """The name in the middle of the window."""

    role: ClassVar[str] = "heading"

    def paint(self, surface: Surface) -> None:
        self.theme.type.draw(surface, self.label, self.rect.center, DISPLAY, INK, "centre")


class LoadingScene(Scene):
    """Shows the name while `load` works, then goes where it says. The window is seen before work begins."""

    animated = True

    def __init__(self, name: str, load: Callable[[], Transition]) -> None:
        self.title = name
        self._load = load

    def layout(self, theme: Theme, size: tuple[int, int]) -> Widget:
        window = Rect((0, 0), size)
        return Ground([Splash(self.title).layout(window, theme)], label=self.title, colour=PAPER).layout(
            window, theme
        )

    def update(self, seconds: float) -> Transition | None:
        return self._load()


class TroubleScene(Scene):
    """A sheet that says what is wrong, on leaves if it is much, and a button to leave."""

    first_focus = "leave"

    def __init__(self, title: str, leave: str) -> None:
        self.title, self._leave = title, leave

    def content(self) -> list[Widget]:
        """What is said below the title."""
        return []

    def layout(self, theme: Theme, size: tuple[int, int]) -> Widget:
        window = Rect((0, 0), size)
        inside = rects.inset(window, max(theme.px(24), (size[0] - theme.px(WIDTH)) // 2), theme.px(32))
        button = Flow([Button(self._leave, Quit, "primary", key="leave")], align_right=True)
        above, below = rects.split_bottom(inside, button.height_for(inside.w, theme), theme.px(20))
        pages = Pages([Heading(self.title, style=TITLE), *self.content()])
        sheet = Sheet(pages, self.title, colour=SHEET, margin=32).layout(above, theme)
        return Ground([sheet, button.layout(below, theme)], label=self.title).layout(window, theme)


class BrokenPackScene(TroubleScene):
    """Everything wrong with the content, in the same words as `check`. `words` has the texts ``broken.*``."""

    def __init__(self, problems: Sequence[Problem], words: Mapping[str, str]) -> None:
        super().__init__(words["broken.title"], words["broken.leave"])
        self.problems, self._words = tuple(problems), words

    def content(self) -> list[Widget]:
        count = len(self.problems)
        about = self._words["broken.one" if count == 1 else "broken.text"].format(count=count)
        return [Paragraph(about, DOCUMENT), *(Label(str(problem), CONTROL) for problem in self.problems)]


class CrashScene(TroubleScene):
    """The game stopped by a fault of its own, and where that is written down."""

    def __init__(self, log: Path | None, words: Mapping[str, str]) -> None:
        super().__init__(words["crash.title"], words["crash.leave"])
        self._log, self._words = log, words

    def content(self) -> list[Widget]:
        place = [Label(str(self._log), LABEL, UMBER)] if self._log else []
        return [Paragraph(self._words["crash.text" if self._log else "crash.unwritten"], DOCUMENT), *place]
