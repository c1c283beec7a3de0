"""The menu over a game that is being played: keep it, open another, settings, help, leave."""

from __future__ import annotations

from typing import Final

from pygame import Rect

from game.ui.keys import Key
from game.ui.scene import Pop, Push, Restart, Scene, Transition
from game.ui.scenes.archive import ArchiveScene
from game.ui.scenes.help import HelpScene
from game.ui.scenes.settings import SettingsScene
from game.ui.scenes.slots import SlotsScene
from game.ui.session import MakeScene, Session
from game.ui.theme import SECONDARY, Theme
from game.ui.transition import Action
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column, Panel, Veil
from game.ui.widgets.button import MenuLine
from game.ui.widgets.text import Heading, Paragraph

WIDTH: Final = 400
PLACES: Final[dict[str, MakeScene]] = {
    "save": lambda session: SlotsScene(session, "save"),
    "load": SlotsScene,
    "archive": ArchiveScene,
    "settings": SettingsScene,
    "help": HelpScene,
}


class MenuScene(Scene):
    """Opened over the desk with Esc, and closed with it. Leaving loses nothing: every decision is kept at once."""

    overlay = True

    def __init__(self, session: Session) -> None:
        self.session, self.texts = session, session.texts
        self.title = self.texts("title.menu")
        self.first_focus = "menu:on"

    def layout(self, theme: Theme, size: tuple[int, int]) -> Widget:
        lines = [self._line("on", Pop), *(self._line(name, self._opener(name)) for name in PLACES)]
        lines.append(self._line("title", self._leave))
        menu = Column(lines, gap=0, label=self.title, part=True)
        note = Paragraph(
            self.texts("menu.kept" if self.session.autosave_problem is None else "menu.unkept"), SECONDARY
        )
        panel = Panel(
            [Heading(self.texts("menu.head"), self.texts("menu.head-han")), menu, note], margin=24, gap=10
        )
        width = min(theme.text_px(WIDTH), size[0] - theme.px(48))
        height = min(panel.height_for(width, theme), size[1] - theme.px(16))
        panel.layout(Rect((size[0] - width) // 2, (size[1] - height) // 2, width, height), theme)
        root = Veil([panel], label=self.title)
        return root.layout(panel.rect.inflate(theme.px(16), theme.px(16)), theme)

    def _line(self, name: str, action: Action) -> MenuLine:
        return MenuLine(
            self.texts(f"menu.{name}"), action, han=self.texts(f"menu.{name}-han"), key=f"menu:{name}"
        )

    def _opener(self, name: str) -> Action:
        return lambda: Push(PLACES[name](self.session))

    def _leave(self) -> Transition:
        return Restart(self.session.routes.title(self.session))

    def on_key(self, key: Key) -> Transition | None:
        return Pop() if key.name == "ESC" else None
