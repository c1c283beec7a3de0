"""A folder laid open: standing decisions for the prefecture or for one county, and where work teams go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pygame import Rect

from game.campaign.decisions import Decide
from game.campaign.desk import FOLDERS, settings_page
from game.campaign.pages import SettingRow
from game.economy.settings import Value
from game.text.figures import whole
from game.text.words import season_lower
from game.ui import rects
from game.ui.keys import Key
from game.ui.palette import PAPER
from game.ui.scene import Push, Refresh, Replace, Scene, Transition
from game.ui.scenes.archive import ArchiveScene
from game.ui.scenes.desk_parts import keep_leaf, reveal
from game.ui.scenes.desk_words import refused, season_han
from game.ui.scenes.folder_counties import CountiesScene
from game.ui.scenes.folder_lines import Way, county_line, prefecture_line
from game.ui.scenes.folder_teams import TeamsView
from game.ui.scenes.help import HelpScene
from game.ui.scenes.page import PageScene
from game.ui.session import Session
from game.ui.theme import Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.button import KeyHint
from game.ui.widgets.document import Sheet
from game.ui.widgets.options import Option
from game.ui.widgets.page import PageHead
from game.ui.widgets.tabs import Tabs

SETTLED: Final = tuple(folder for folder in FOLDERS if folder != "reports")
"""Folders that hold standing decisions."""
TEAMS: Final = "cadres"
FIRST_KEY: Final = 2
FEW_HINTS: Final = 1.75
"""From this text size on the foot names only the way back."""


class FolderScene(PageScene):
    """One folder. With a county everything in it is decided for that county only, and tabs lead to the others."""

    def __init__(self, session: Session, folder: str, county: str | None = None) -> None:
        super().__init__(session)
        self.folder, self.county = folder, county
        self.teams = TeamsView(session)
        self.open_part = "settings"
        self._leaf: dict[str, int] = {}

    @property
    def title(self) -> str:  # type: ignore[override]
        """What is laid open."""
        name = self.texts(f"folder.{self.folder}.name")
        if self.county is None:
            return name
        return self.texts("folders.for-county", folder=name, county=self.texts(f"county.{self.county}.name"))

    def rows(self) -> tuple[SettingRow, ...]:
        """The decisions in the folder."""
        return settings_page(self.session.playing, self.folder).rows

    def layout(self, theme: Theme, size: tuple[int, int]) -> Widget:
        ground = super().layout(theme, size)
        reveal(ground, f"teams:{self.teams.county}")
        return ground

    # ---- head and foot

    def head(self) -> PageHead:
        texts, season = self.texts, self.session.playing.state.season
        right = f"{season_han(texts, season)} {season_lower(texts, season)}"
        han = texts(f"folder.{self.folder}.long")
        return PageHead(self.title, han=han, right=right, right_below=texts("folders.lasting"))

    def hints(self) -> list[KeyHint]:
        texts = self.texts
        if self.session.preferences.text_scale >= FEW_HINTS:
            return [KeyHint("Esc", texts("folders.hint.back"), self.leave, accelerator="")]
        return [
            KeyHint("← →", texts("folders.hint.change")),
            KeyHint("0–9", texts("folders.hint.type")),
            KeyHint("Tab", texts("folders.hint.next")),
            KeyHint("A", texts("desk.archive"), lambda: Push(ArchiveScene(self.session))),
            KeyHint("Esc", texts("folders.hint.back"), self.leave, accelerator=""),
        ]

    def remark(self) -> str:
        return self.texts("reports.turns", left=whole(self.session.playing.state.team_turns))

    # ---- body

    def body(self, room: Rect, theme: Theme) -> list[Widget]:
        if self.county is not None:
            return self._for_county(room, theme)
        return (
            self._with_teams(room, theme)
            if self.folder == TEAMS
            else self._columns(self._lines(), room, theme)
        )

    def _with_teams(self, room: Rect, theme: Theme) -> list[Widget]:
        """Decisions and work teams side by side; where text is large, one of them behind a tab."""
        texts = self.texts
        settings = self._sheet("settings", self._lines())
        if not theme.large:
            left, right = rects.columns(room, [1, 1.25], theme.px(16))
            return [*placed([settings], [left], theme), self.teams.panel().layout(right, theme)]
        names = {"settings": "folders.standing", "teams": "folders.teams.title"}
        tabs = Tabs(
            [Option(name, texts(text)) for name, text in names.items()],
            self.open_part,
            self._show_part,
            label=self.title,
        )
        above, below = rects.split_top(room, tabs.height_for(room.w, theme))
        shown: Widget = self.teams.panel() if self.open_part == "teams" else settings
        return [tabs.layout(above, theme), shown.layout(below, theme)]

    def _for_county(self, room: Rect, theme: Theme) -> list[Widget]:
        options = [
            Option(folder, self.texts(f"folder.{folder}.name"), self.texts(f"folder.{folder}.zh"))
            for folder in SETTLED
        ]
        tabs = Tabs(options, self.folder, self._turn_to, label=self.title, key="folders")
        above, below = rects.split_top(room, tabs.height_for(room.w, theme))
        return [tabs.layout(above, theme), *self._columns(self._lines(), below, theme)]

    def _columns(self, lines: Sequence[Widget], room: Rect, theme: Theme) -> list[Widget]:
        """The lines on one sheet, or on two side by side where one would not hold them."""
        if theme.large or len(lines) < 3:
            return placed([self._sheet("all", lines)], [room], theme)
        half = (len(lines) + 1) // 2
        cells = rects.columns(room, [1, 1], theme.px(16))
        return placed([self._sheet("left", lines[:half]), self._sheet("right", lines[half:])], cells, theme)

    def _sheet(self, name: str, lines: Sequence[Widget]) -> Sheet:
        pages = keep_leaf(self.leaves(lines, 8, form=True), self._leaf, f"{self.folder}:{name}")
        return Sheet(pages, self.title, colour=PAPER)

    def _lines(self) -> list[Widget]:
        return [self._line(row) for row in self.rows()]

    def _line(self, row: SettingRow) -> Widget:
        texts, setting, county = self.texts, row.setting, self.county
        if county is not None:
            back = Way(texts("folders.as-all"), lambda: self._decide(setting.id, row.value, (county,)))
            return county_line(
                texts, row, county, lambda value: self._decide(setting.id, value, (county,)), back
            )
        apart = Way(
            texts("folders.by-county"), lambda: Push(CountiesScene(self.session, self.folder, setting.id))
        )
        return prefecture_line(texts, row, lambda value: self._decide(setting.id, value), apart)

    # ---- what the player does

    def _decide(self, setting: str, value: Value, counties: tuple[str, ...] = ()) -> Transition:
        """Set a decision. For the whole prefecture that ends exceptions, so they are set again."""
        kept = {} if counties else next(row.exceptions for row in self.rows() if row.setting.id == setting)
        refusal = self.session.do(Decide(setting, value, counties))
        for county, own in kept.items():
            refusal = refusal or self.session.do(Decide(setting, own, (county,)))
        return Refresh() if refusal is None else refused(self.session, refusal)

    def _show_part(self, part: str) -> Transition:
        self.open_part = part
        return Refresh(f"tabs:{part}")

    def _turn_to(self, folder: str) -> Transition:
        self.folder = folder
        return Refresh(f"folders:{folder}")

    def on_key(self, key: Key) -> Transition | None:
        if key.name == "F1":
            return Push(HelpScene(self.session))
        opened = self._folder_of(key)
        return opened or super().on_key(key)

    def _folder_of(self, key: Key) -> Transition | None:
        """F2 to F5 turn from one folder to another."""
        keys = {f"F{FIRST_KEY + FOLDERS.index(folder)}": folder for folder in SETTLED}
        if key.name not in keys or self.county is not None:
            return None
        scene: Scene = FolderScene(self.session, keys[key.name])
        return Replace(scene)


def placed(sheets: Sequence[Widget], cells: Sequence[Rect], theme: Theme) -> list[Widget]:
    """Sheets side by side, all as high as the one that needs most, and never higher than their room."""
    needed = max(sheet.height_for(cell.w, theme) for sheet, cell in zip(sheets, cells, strict=True))
    return [
        sheet.layout(Rect(cell.x, cell.y, cell.w, min(cell.h, needed)), theme)
        for sheet, cell in zip(sheets, cells, strict=True)
    ]
