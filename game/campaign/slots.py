"""The slots in which games are kept, and where: beside the program, in a checkout, or in the user's data folder."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from platformdirs import user_data_path

from game.campaign.savefile import Save, SaveError, read, write

AUTOSAVE: Final = "autosave"
SLOTS: Final = (AUTOSAVE, "slot-1", "slot-2", "slot-3", "slot-4", "slot-5", "slot-6")


@dataclass(frozen=True, slots=True)
class SlotInfo:
    """One slot as a menu shows it: a save, nothing, or a file that cannot be played on (and why)."""

    id: str
    path: Path
    save: Save | None = None
    written: datetime | None = None
    problem: SaveError | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing is kept there."""
        return self.save is None and self.problem is None


@dataclass(frozen=True, slots=True)
class Slots:
    """The folder of saved games."""

    folder: Path

    def path(self, slot: str) -> Path:
        """The file of a slot."""
        return self.folder / f"{slot}.json"

    def look(self, slot: str) -> SlotInfo:
        """What a slot holds; a damaged file is a slot with a problem, never an error."""
        path = self.path(slot)
        if not path.exists():
            return SlotInfo(slot, path)
        written = datetime.fromtimestamp(path.stat().st_mtime)
        try:
            return SlotInfo(slot, path, read(path), written)
        except SaveError as problem:
            return SlotInfo(slot, path, None, written, problem)

    def all(self) -> tuple[SlotInfo, ...]:
        """Every slot, the autosave first."""
        return tuple(self.look(slot) for slot in SLOTS)

    def newest(self) -> SlotInfo | None:
        """The slot written last, for ``Continue``; none if nothing can be played on."""
        playable = [info for info in self.all() if info.save is not None and info.written is not None]
        return max(playable, key=lambda info: info.written or datetime.min, default=None)

    def keep(self, slot: str, save: Save) -> None:
        """Write a save into a slot.

        Raises: SaveError if the folder cannot be written.
        """
        write(self.path(slot), save)


def default_folder(program: Path, portable: bool) -> Path:
    """Where games are kept: ``saves/`` in a checkout or beside a portable program, else the user's data folder.

    A folder named by the environment (TWO_LEDGERS_SAVES) goes before all of these.
    """
    if named := os.environ.get("TWO_LEDGERS_SAVES"):
        return Path(named)
    checkout = (program / "pyproject.toml").exists() and (program / "saves").is_dir()
    if portable or checkout:
        return program / "saves"
    return user_data_path("two-ledgers", appauthor=False) / "saves"
