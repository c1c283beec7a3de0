"""Save files: JSON documents that hold seed, packs, decisions and a checksum. Replayed, never trusted.

A save is written whole beside the old one, synced, then renamed over it; each slot keeps its last three.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import json
import os
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Final

from game.base.problems import CallError
from game.campaign.decisions import Decision, from_json, to_json
from game.state import MOST_VILLAGES, Setup

FORMAT: Final = "two-ledgers-save"
VERSION: Final = 1
LARGEST_BYTES: Final = 4_000_000
PACKED_FROM_BYTES: Final = 100_000
KEPT: Final = 3


class SaveError(CallError):
    """A file that cannot be played on; ``code`` names a text ``save.<code>`` that says so to a player."""

    def __init__(self, code: str, sentence: str, **details: Any) -> None:
        super().__init__(sentence)
        self.code = code
        self.details = details


@dataclass(frozen=True, slots=True)
class PackStamp:
    """Which content a campaign was played with."""

    id: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Save:
    """What a save file holds."""

    setup: Setup
    packs: tuple[PackStamp, ...]
    decisions: tuple[Decision, ...]
    season: str
    state_hash: str


def dump(save: Save) -> bytes:
    """The document as bytes, with its checksum; the same save always gives the same bytes."""
    body: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "setup": asdict(save.setup),
        "packs": [asdict(pack) for pack in save.packs],
        "decisions": [to_json(decision) for decision in save.decisions],
        "season": save.season,
        "state_hash": save.state_hash,
    }
    body["checksum"] = _checksum(body)
    plain = (json.dumps(body, ensure_ascii=False, indent=1) + "\n").encode()
    return plain if len(plain) < PACKED_FROM_BYTES else gzip.compress(plain, mtime=0)


def _checksum(body: Mapping[str, Any]) -> str:
    without = {key: value for key, value in body.items() if key != "checksum"}
    canonical = json.dumps(without, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def parse(data: bytes, name: str) -> Save:
    """Read a document that anyone may have written.

    Raises: SaveError with one plain sentence for a truncated, edited, foreign, newer or enormous file.
    """
    body = _json(_unpacked(data, name), name)
    if body.get("format") != FORMAT:
        raise SaveError("foreign", f"{name} is not a saved game of Two Ledgers; choose another file.", name=name)
    version = body.get("version")
    if not isinstance(version, int) or version > VERSION:
        raise SaveError("newer", f"{name} was saved by a newer version of the game; install that version.", name=name)
    if body.get("checksum") != _checksum(body):
        raise SaveError(
            "edited", f"{name} has been changed or damaged since it was saved; an earlier copy may be beside it.",
            name=name,
        )
    with _as_damage(name):
        return Save(
            setup=_setup(body["setup"]),
            packs=tuple(PackStamp(**pack) for pack in body["packs"]),
            decisions=tuple(from_json(item) for item in body["decisions"]),
            season=str(body["season"]),
            state_hash=str(body["state_hash"]),
        )


def _setup(data: Mapping[str, Any]) -> Setup:
    """A setup whose every part is of the right kind, and small enough to be played.

    Raises: ValueError, TypeError or KeyError if it is not.
    """
    setup = Setup(**data)
    for part in fields(Setup):
        kind = {"str": str, "int": int, "bool": bool, "Difficulty": str}[str(part.type)]
        if type(getattr(setup, part.name)) is not kind:
            raise ValueError(f"'{part.name}' is of the wrong kind")
    if not (0 <= setup.seed < 2**63 and 1 <= setup.villages <= MOST_VILLAGES):
        raise ValueError("the seed or the number of villages is out of range")
    return setup


@contextlib.contextmanager
def _as_damage(name: str) -> Iterator[None]:
    try:
        yield
    except (KeyError, TypeError, ValueError) as fault:
        raise SaveError("damaged", f"{name} cannot be read as a saved game ({fault}).", name=name) from fault


def _unpacked(data: bytes, name: str) -> bytes:
    """The document itself where it was packed with gzip, never more than the largest size of it."""
    if not data.startswith(b"\x1f\x8b"):
        return data
    reader = zlib.decompressobj(wbits=31)
    try:
        plain = reader.decompress(data, LARGEST_BYTES + 1)
    except zlib.error as fault:
        raise SaveError("truncated", f"{name} is cut short or damaged; an earlier copy may be beside it.",
                        name=name) from fault
    if len(plain) > LARGEST_BYTES:
        raise SaveError("enormous", f"{name} is far larger than a saved game can be.", name=name)
    if not reader.eof:
        raise SaveError("truncated", f"{name} is cut short; an earlier copy may be beside it.", name=name)
    return plain


def _json(data: bytes, name: str) -> dict[str, Any]:
    try:
        body = json.loads(data.decode("utf-8"))
    except RecursionError as fault:
        raise SaveError("foreign", f"{name} is not a saved game of Two Ledgers; choose another file.",
                        name=name) from fault
    except ValueError as fault:
        ours = FORMAT.encode() in data[:200]
        code, words = ("truncated", "is cut short; an earlier copy may be beside it") if ours else (
            "foreign", "is not a saved game of Two Ledgers; choose another file")
        raise SaveError(code, f"{name} {words}.", name=name) from fault
    if not isinstance(body, dict):
        raise SaveError("foreign", f"{name} is not a saved game of Two Ledgers; choose another file.", name=name)
    return body


def read(path: Path) -> Save:
    """Read a save file.

    Raises: SaveError if there is none, if it is enormous, or as ``parse``.
    """
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise SaveError("enormous", f"{path.name} is far larger than a saved game can be.", name=path.name)
        data = path.read_bytes()
    except OSError as fault:
        raise SaveError("unreadable", f"{path} cannot be read: {fault.strerror}.", name=str(path)) from fault
    return parse(data, path.name)


def write(path: Path, save: Save) -> None:
    """Write a save whole beside the old one, sync, and rename; the two before it are kept as ``.1`` and ``.2``.

    Raises: SaveError if the folder cannot be written.
    """
    data = dump(save)
    fresh = path.with_name(path.name + ".tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _keep_earlier(path)
        fresh.replace(path)
    except OSError as fault:
        raise SaveError("unwritable", f"{path} cannot be written: {fault.strerror}.", name=str(path)) from fault


def earlier(path: Path, steps: int) -> Path:
    """Where the save of so many writes ago is kept."""
    return path.with_name(f"{path.stem}.{steps}{path.suffix}")


def _keep_earlier(path: Path) -> None:
    """Move the copies one step back. The newest stays in place until it is renamed over."""
    for steps in range(KEPT - 1, 1, -1):
        if earlier(path, steps - 1).exists():
            earlier(path, steps - 1).replace(earlier(path, steps))
    if path.exists():
        copy = path.with_name(path.name + ".copy.tmp")
        copy.write_bytes(path.read_bytes())
        copy.replace(earlier(path, 1))

