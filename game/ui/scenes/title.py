"""The title: the name, the print of terraces, and a menu of what can be done."""

from __future__ import annotations

from typing import Final

from pygame import Rect

from game.campaign.savefile import SaveError
from game.campaign.slots import SlotInfo
from game.ui import rects
from game.ui.keys import Key
from game.ui.palette import PAPER, UMBER
from game.ui.scene import Push, Quit, Refresh, Restart, Scene, Transition
from game.ui.scenes.archive import ArchiveScene
from game.ui.scenes.help import HelpScene
from game.ui.scenes.names import saved_scenario, saved_season
from game.ui.scenes.new_game import NewGameScene
from game.ui.scenes.notice import told, why
from game.ui.scenes.settings import SettingsScene
from game.ui.scenes.slots import SlotsScene
from game.ui.scenes.title_print import BareKey, Masthead, Print
from game.ui.session import MakeScene, Session
from game.ui.theme import DOCUMENT, LABEL, SECONDARY_ITALIC, Theme
from game.ui.transition import Action
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column, Flow, Ground
from game.ui.widgets.button import MenuLine
from game.ui.widgets.text import Label, Paragraph, Space

PLACES: Final[dict[str, MakeScene]] = {
    "new": NewGameScene,
    "load": SlotsScene,
    "archive": ArchiveScene,
    "settings": SettingsScene,
    "help": HelpScene,
}
"""What the menu leads to, by text id."""
COLUMN: Final = 328
LEFT: Final = 40
TOP: Final = 40
LEAST_PICTURE: Final = 300


class TitleScene(Scene):
    """Where the game begins and where it is left."""

    def __init__(self, session: Session) -> None:
        self.session, self.texts = session, session.texts
        self.title = self.texts("title.name")
        self.first_focus = "menu:continue"

    # ---- layout

    def layout(self, theme: Theme, size: tuple[int, int]) -> Widget:
        window = Rect((0, 0), size)
        foot = self._foot_height(window, theme)
        room = Rect(
            theme.px(LEFT), theme.px(TOP), size[0] - theme.px(LEFT + 24), size[1] - theme.px(TOP + 16) - foot
        )
        head, menu = self._head(), self._menu()
        rest = self._lay_out_words(head, menu, room, theme)
        widgets: list[Widget] = [head, menu]
        if rest.w >= theme.px(LEAST_PICTURE):
            picture = Print(self.texts("title.han"), self.texts("title.picture-alt"))
            widgets.append(picture.layout(rest, theme))
        widgets += self._foot(Rect(room.x, room.bottom, room.w, foot), rest, theme)
        return Ground(widgets, label=self.title, colour=PAPER).layout(window, theme)

    def _lay_out_words(self, head: Widget, menu: Widget, room: Rect, theme: Theme) -> Rect:
        """Name and menu below each other, or side by side where they are too high; returns the room that is left."""
        gap, width = theme.px(40), max(theme.px(COLUMN), theme.text_px(272))
        high = head.height_for(width, theme) + theme.px(20) + menu.height_for(width, theme)
        if high <= room.h:
            column, rest = rects.split_left(room, width, gap)
            above, below = rects.split_top(column, head.height_for(width, theme), theme.px(20))
            head.layout(above, theme)
            menu.layout(below, theme)
            return rest
        words, rest = rects.split_left(room, 2 * width + gap, gap)
        if rest.w < theme.px(LEAST_PICTURE):
            words, rest = room, Rect(room.right, room.y, 0, room.h)
        left, right = rects.columns(words, [1, 1], gap)
        head.layout(left, theme)
        menu.layout(right, theme)
        return rest

    def _head(self) -> Widget:
        masthead = Masthead(self.texts("title.name"), self.texts("title.pinyin"))
        return Column([masthead, Paragraph(self.texts("title.about"), DOCUMENT)], gap=8)

    # ---- the foot

    def _foot_height(self, window: Rect, theme: Theme) -> int:
        return theme.type.line_height(LABEL) + theme.px(14)

    def _foot(self, room: Rect, picture: Rect, theme: Theme) -> list[Widget]:
        """A remark below the menu, the print's caption, and the size of text with its two keys."""
        y = room.y + theme.px(12)
        sizes = self._sizes()
        sizes_width = sizes.width_for(theme)
        height = sizes.height_for(sizes_width, theme)
        placed: list[Widget] = [sizes.layout(Rect(room.right - sizes_width, y, sizes_width, height), theme)]
        words = [(room.x, Label(self.texts("title.invented"), LABEL, UMBER))]
        if picture.w:
            words.append((picture.x, Label(self.texts("title.picture"), SECONDARY_ITALIC, UMBER)))
        edges = [*(x for x, _ in words[1:]), room.right - sizes_width]
        for (x, label), edge in zip(words, edges, strict=True):
            if x + label.width_for(theme) <= edge - theme.px(8):
                placed.append(label.layout(Rect(x, y + theme.px(1), edge - x, height), theme))
        return placed

    def _sizes(self) -> Flow:
        percent = round(self.session.preferences.text_scale * 100)
        return Flow(
            [
                Label(self.texts("title.text-size", percent=percent), LABEL),
                BareKey(
                    "–", self.texts("title.smaller"), lambda: self._grow(-1), accelerator="-", key="smaller"
                ),
                BareKey(
                    "+", self.texts("title.larger"), lambda: self._grow(1), accelerator="+", key="larger"
                ),
            ],
            gap=8,
        )

    def _grow(self, steps: int) -> Transition:
        self.session.preferences.grow_text(steps)
        return Refresh()

    # ---- the menu

    def _menu(self) -> Column:
        newest = self.session.slots.newest()
        rows: list[Widget] = [self._continue(newest), Space(8)] if newest else []
        rows += [
            self._line(name, self._opener(name))
            for name in PLACES
            if name != "load" or self._something_kept()
        ]
        rows.append(self._line("leave", Quit))
        return Column(rows, gap=0, label=self.texts("title.menu"), part=True)

    def _something_kept(self) -> bool:
        return any(not info.empty for info in self.session.slots.all())

    def _opener(self, name: str) -> Action:
        return lambda: Push(PLACES[name](self.session))

    def _line(self, name: str, action: Action) -> MenuLine:
        return MenuLine(
            self.texts(f"title.{name}"), action, han=self.texts(f"title.{name}-han"), key=f"menu:{name}"
        )

    def _continue(self, newest: SlotInfo) -> MenuLine:
        assert newest.save is not None
        scenario = saved_scenario(self.session.rules, newest.save)
        note = self.texts(
            "title.continue-note", scenario=scenario, season=saved_season(self.texts, newest.save)
        )
        seal = newest.save.season.partition("-")[2]
        return MenuLine(
            self.texts("title.continue"),
            lambda: self._resume(newest),
            note=note,
            primary=True,
            seal=seal,
            key="menu:continue",
        )

    def _resume(self, newest: SlotInfo) -> Transition:
        assert newest.save is not None
        try:
            self.session.resume(newest.save, newest.path.name)
        except SaveError as problem:
            return told(self.session, "slots.failed-title", why(self.session, problem))
        return Restart(self.session.routes.desk(self.session))

    def on_key(self, key: Key) -> Transition | None:
        return Push(HelpScene(self.session)) if key.name == "F1" else None
