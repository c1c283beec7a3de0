"""The journal of a sweep: a line for each finished piece of work, with a checksum. What is not whole is not there.

Only the process that was called writes it, a whole line at a time, so that a kill loses what was running and no more.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Final

from game.author.sweep.plan import Settings, Unit
from game.author.sweep.results import Result, from_json, to_json
from game.base.files import write_whole
from game.base.problems import CallError

SETTINGS, JOURNAL, LOCK = "sweep.json", "journal.jsonl", "journal.lock"
LONGEST_LINE: Final = 20_000_000
"""Bytes; a longer line was not written by this program."""
SYNC_SECONDS: Final = 1.0
"""How often lines are forced to the disk, for a failure of the power; a kill loses nothing in between."""

Key = tuple[str, ...]


class Journal:
    """The results in a folder, which it holds locked while it is open.

    Raises: CallError if the folder cannot be written, is being written, or belongs to a sweep with other settings.
    """

    def __init__(self, folder: Path, settings: Settings) -> None:
        self.folder, self._settings = folder, settings
        self.results: dict[Key, Result] = {}
        self.damaged = 0
        """Lines that were found damaged and dropped."""
        self._synced = time.monotonic()

    def __enter__(self) -> Journal:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._lock = (self.folder / LOCK).open("ab")
        except OSError as fault:
            raise _unwritable(self.folder, fault) from fault
        try:
            _hold(self._lock, self.folder)
            self._open()
        except BaseException:
            self._lock.close()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self._file.close()
        self._lock.close()

    def _open(self) -> None:
        try:
            _must_agree(self.folder, self._settings)
            whole = self._read()
            if self.damaged:
                write_whole(self.folder / JOURNAL, whole)
            self._file = (self.folder / JOURNAL).open("ab")
        except OSError as fault:
            raise _unwritable(self.folder, fault) from fault

    def _read(self) -> bytes:
        """Take in every line that is whole; what of the file is to be kept."""
        path, kept = self.folder / JOURNAL, []
        if not path.exists():
            return b""
        with path.open("rb") as file:
            while line := file.readline(LONGEST_LINE):
                if self._taken(line):
                    kept.append(line)
                else:
                    self.damaged += 1
        return b"".join(kept)

    def _taken(self, line: bytes) -> bool:
        """Whether a line is whole, of this sweep, and new; then its result is known."""
        checksum, _, body = line.rstrip(b"\n").partition(b" ")
        if not line.endswith(b"\n") or checksum != _checksum(body):
            return False
        try:
            record = json.loads(body)
            key = tuple(map(str, record["unit"]))
            if record["settings"] != self._settings.digest or key in self.results:
                return False
            self.results[key] = from_json(key[0], record["result"])
        except (ValueError, TypeError, KeyError, IndexError, RecursionError):
            return False
        return True

    def keep(self, unit: Unit, result: Result) -> None:
        """Add a finished piece of work.

        Raises: CallError if it cannot be written.
        """
        if unit.key in self.results:
            return
        try:
            self._file.write(line_of(unit, result, self._settings.digest))
            self._file.flush()
            if time.monotonic() - self._synced > SYNC_SECONDS:
                os.fsync(self._file.fileno())
                self._synced = time.monotonic()
        except OSError as fault:
            raise _unwritable(self.folder, fault) from fault
        self.results[unit.key] = result


def line_of(unit: Unit, result: Result, digest: str) -> bytes:
    """A line of the journal: checksum and JSON."""
    record = {"unit": unit.key, "settings": digest, "result": to_json(result)}
    body = json.dumps(record, ensure_ascii=True, separators=(",", ":")).encode()
    return _checksum(body) + b" " + body + b"\n"


def _checksum(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest()[:32].encode()


def _must_agree(folder: Path, settings: Settings) -> None:
    """Write the settings where there are none; refuse a folder that holds another sweep."""
    path, wanted = folder / SETTINGS, settings.as_json()
    if path.exists():
        found = _found(path)
        differing = [name for name in wanted if found.get(name) != wanted[name]]
        if differing:
            raise CallError(f"{folder} holds {_other(differing)}; name another folder with --out")
    elif (folder / JOURNAL).exists():
        raise CallError(f"{folder} holds a journal without {SETTINGS}; name another folder with --out")
    else:
        write_whole(path, (json.dumps(wanted, ensure_ascii=False, indent=1) + "\n").encode())


def _other(differing: Sequence[str]) -> str:
    """What is there instead of what was asked for."""
    if set(differing) <= {"program", "packs"}:
        return "a sweep that another version of the game or of its content began"
    return f"a sweep with other settings ({', '.join(differing)}), as {SETTINGS} in it says"


def _found(path: Path) -> Mapping[str, Any]:
    try:
        found = json.loads(path.read_bytes()[:LONGEST_LINE])
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise CallError(f"{path} is damaged, so nobody knows what its folder holds; name another folder with --out")
    return found


def _unwritable(folder: Path, fault: OSError) -> CallError:
    return CallError(f"{folder} cannot be written: {fault.strerror or fault}; name another folder with --out")


def _hold(file: IO[bytes], folder: Path) -> None:
    """Lock the folder for this process; the system lets go of it when the process ends, however it ends.

    Raises: CallError if another sweep holds it.
    """
    try:
        try:
            import fcntl  # noqa: PLC0415 - not on Windows
        except ImportError:
            import msvcrt  # noqa: PLC0415 - on Windows only

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as fault:
        raise CallError(f"another sweep is writing to {folder}; wait for it, or name another folder") from fault
