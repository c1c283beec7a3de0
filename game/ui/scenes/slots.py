"""Saved games: opening one, or keeping the game that is being played."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Literal

from pygame import Rect

from game.campaign.savefile import KEPT, Save, SaveError, earlier, read
from game.campaign.slots import AUTOSAVE, SlotInfo
from game.ui.scene import Refresh, Restart, Transition
from game.ui.scenes.names import moment, saved_scenario, saved_season, sentence
from game.ui.scenes.notice import asked, told, why
from game.ui.scenes.page import PageScene
from game.ui.scenes.slot_row import SlotRow
from game.ui.session import Session
from game.ui.theme import Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.button import KeyHint
from game.ui.widgets.page import PageHead
from game.ui.widgets.paged import PagedList

Mode = Literal["load", "save"]


class SlotsScene(PageScene):
    """The slots, to load from or to save into; a damaged one says why, and offers its earlier copy."""

    def __init__(self, session: Session, mode: Mode = "load") -> None:
        super().__init__(session)
        self.mode = mode
        self.title = self.texts(f"slots.{mode}-title")

    def head(self) -> PageHead:
        mode = f"slots.{self.mode}"
        return PageHead(self.title, han=self.texts(f"{mode}-han"), pinyin=self.texts(f"{mode}-pinyin"))

    def hints(self) -> list[KeyHint]:
        return [*super().hints(), KeyHint("Enter", self.title.lower())]

    def remark(self) -> str:
        return self.texts("slots.three-copies")

    def body(self, room: Rect, theme: Theme) -> list[Widget]:
        infos = [info for info in self.session.slots.all() if self.mode == "load" or info.id != AUTOSAVE]
        rows = [self._row(info) for info in infos]
        return [PagedList(rows, 10, page_label=self.page_label, label=self.title).layout(room, theme)]

    # ---- rows

    def name(self, slot: str) -> str:
        """What a slot is called."""
        if slot == AUTOSAVE:
            return self.texts("slots.autosave")
        return self.texts("slots.slot", number=slot.rpartition("-")[2])

    def _row(self, info: SlotInfo) -> SlotRow:
        if info.save is not None:
            return self._full(info, info.save)
        if info.problem is not None:
            return self._damaged(info, info.problem)
        action = partial(self._keep, info.id) if self.mode == "save" else None
        return SlotRow(self.name(info.id), self.texts("slots.empty"), [], "", action, key=info.id)

    def _full(self, info: SlotInfo, save: Save) -> SlotRow:
        notes = [self._who(save)]
        if info.id == AUTOSAVE:
            notes.append(self.texts("slots.autosave-note"))
        action = (
            partial(self._ask_over, info) if self.mode == "save" else partial(self._open, save, info.path)
        )
        return SlotRow(
            self.name(info.id),
            self._line(save),
            ["; ".join(notes)],
            self._when(info.written),
            action,
            seal=save.season.partition("-")[2],
            key=info.id,
        )

    def _damaged(self, info: SlotInfo, problem: SaveError) -> SlotRow:
        """A slot that cannot be played: why, and the newest earlier copy if one can be."""
        texts, copy = self.texts, newest_copy(info.path)
        notes = [why(self.session, problem)] + ([] if copy else [texts("slots.no-earlier")])
        offer, seal, action = "", "", None
        if self.mode == "save":
            action = partial(self._ask_over, info)
        elif copy is not None:
            path, save = copy
            written = self._when(datetime.fromtimestamp(path.stat().st_mtime))
            offer = texts("slots.earlier", line=self._line(save), written=written)
            seal, action = save.season.partition("-")[2], partial(self._open, save, path)
        return SlotRow(
            self.name(info.id),
            texts("slots.not-here"),
            notes,
            self._when(info.written),
            action,
            seal=seal,
            key=info.id,
            offer=offer,
        )

    def _line(self, save: Save) -> str:
        scenario = saved_scenario(self.session.rules, save)
        return self.texts("slots.line", scenario=scenario, season=saved_season(self.texts, save))

    def _who(self, save: Save) -> str:
        setup, backgrounds = save.setup, self.session.rules.backgrounds
        background = (
            backgrounds[setup.background].title if setup.background in backgrounds else setup.background
        )
        level = f"new-game.difficulties.{setup.difficulty}"
        difficulty = self.texts(level).lower() if self.texts.has(level) else setup.difficulty
        return self.texts(
            "slots.who", background=sentence(background), difficulty=difficulty, seed=setup.seed
        )

    def _when(self, written: datetime | None) -> str:
        return moment(self.texts, written) if written else ""

    # ---- what the player does

    def _open(self, save: Save, path: Path) -> Transition:
        try:
            self.session.resume(save, path.name)
        except SaveError as problem:
            return told(self.session, "slots.failed-title", why(self.session, problem))
        return Restart(self.session.routes.desk(self.session))

    def _ask_over(self, info: SlotInfo) -> Transition:
        """Ask before a slot that holds something is written over."""
        name, texts = self.name(info.id), self.texts
        if info.save is None:
            words = texts("slots.over-damaged", slot=name)
        else:
            words = texts(
                "slots.over",
                slot=name,
                scenario=saved_scenario(self.session.rules, info.save),
                season=saved_season(texts, info.save),
                written=self._when(info.written),
            )
        return asked(self.session, "slots.over", words, partial(self._keep, info.id), slot=name)

    def _keep(self, slot: str) -> Transition:
        try:
            self.session.keep(slot)
        except SaveError as problem:
            return told(self.session, "slots.unkept-title", why(self.session, problem))
        return Refresh(slot)


def newest_copy(path: Path) -> tuple[Path, Save] | None:
    """The newest earlier copy of a slot that can be read."""
    for steps in range(1, KEPT):
        copy = earlier(path, steps)
        if copy.exists():
            try:
                return copy, read(copy)
            except SaveError:
                continue
    return None
