"""The files of a pack, read with care: no links, nothing huge, nothing outside the folder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.base.problems import Problem
from game.ruleset.guard import MAX_BYTES

MANIFEST: Final = "pack.yaml"
MAX_FILES: Final = 3000
"""Files in one pack."""
MAX_TOTAL_BYTES: Final = 50_000_000
"""Size of all YAML files of a pack together."""


@dataclass(frozen=True, slots=True)
class PackFiles:
    """What lies in a pack's folder: YAML files by their path inside it (with ``/``), and what is wrong with it."""

    folder: Path
    files: dict[str, bytes]
    problems: tuple[Problem, ...]

    def shown(self, inside: str) -> str:
        """A file's path as it is shown to a person."""
        return str(self.folder / inside)


def gather(folder: Path) -> PackFiles:
    """Read every YAML file of a pack's folder; hidden files and other kinds of file are left alone."""
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for count, path in enumerate(_walk(folder)):
        if count >= MAX_FILES:
            problems.append(_problem(folder, "too-many-files", f"the folder holds more than {MAX_FILES:,} files"))
            break
        if path.is_symlink():
            problems.append(_problem(path, "link", "this is a link; a pack holds its files itself", "copy the file"))
        elif path.suffix in (".yaml", ".yml"):
            _take(path, folder, files, problems)
    if MANIFEST not in files:
        message = f"the pack has no {MANIFEST}"
        problems.append(_problem(folder / MANIFEST, "missing-file", message, "see docs/authors/format.md"))
    return PackFiles(folder, files, tuple(problems))


def enclosing(path: Path) -> Path:
    """The pack's folder around a file or folder; a folder in no pack is taken for a pack itself."""
    start = path if path.is_dir() else path.parent
    for folder in (start, *start.absolute().parents):
        if (folder / MANIFEST).is_file():
            return folder
    return start


def digest(files: dict[str, bytes]) -> str:
    """SHA-256 over paths and bytes in order; line ends count alike, as version control may change them."""
    total = hashlib.sha256()
    for name, raw in sorted(files.items()):
        plain = raw.replace(b"\r\n", b"\n")
        total.update(f"{name}\0{len(plain)}\0".encode())
        total.update(plain)
    return total.hexdigest()


def _walk(folder: Path) -> Iterator[Path]:
    """Files below a folder in a fixed order; links are shown and not followed."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        else:
            yield path


def _take(path: Path, folder: Path, files: dict[str, bytes], problems: list[Problem]) -> None:
    """Read one file, unless it is too big to look at."""
    if not path.is_file():
        problems.append(_problem(path, "link", "this is no plain file"))
    elif (size := path.stat().st_size) > MAX_BYTES:
        message = f"the file has {size:,} bytes; {MAX_BYTES:,} are allowed"
        problems.append(_problem(path, "too-big", message, "split it into several files"))
    elif size + sum(map(len, files.values())) > MAX_TOTAL_BYTES:
        message = f"with this file the pack has more than {MAX_TOTAL_BYTES:,} bytes"
        problems.append(_problem(path, "too-big", message, "split the pack"))
    else:
        files[path.relative_to(folder).as_posix()] = path.read_bytes()


def _problem(path: Path, code: str, message: str, hint: str = "") -> Problem:
    return Problem(str(path), 1, 1, code, message, hint)
