"""The files of a pack, a folder or a zip, read with care: no links, nothing huge, nothing outside of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from game.base.problems import Problem
from game.ruleset.guard import MAX_BYTES
from game.ruleset.zips import MAX_ZIP_BYTES, BadZipError, Entry, clashes, contents, is_archive, unpack

MANIFEST: Final = "pack.yaml"
MAX_FILES: Final = 3000
"""Files in one pack."""
MAX_TOTAL_BYTES: Final = 50_000_000
"""Size of all YAML files of a pack together; of a zip, of everything in it."""
TESTS: Final = "tests/"
"""Where a pack keeps what must happen; it changes nothing in a game."""
YAML: Final = (".yaml", ".yml")
CREDITS: Final = "CREDITS.md"

Found = dict[str, bytes | None]
"""Files by their path inside a pack, and the bytes of those that are read."""


@dataclass(frozen=True, slots=True)
class PackFiles:
    """What lies in a pack: YAML files by their path inside it (with ``/``), and what is wrong with it.

    ``folder`` is the zip's own path where the pack is a zip.
    """

    folder: Path
    files: dict[str, bytes]
    problems: tuple[Problem, ...]
    others: tuple[str, ...] = ()
    """Paths of all other files."""
    credits: str = ""
    """What stands in CREDITS.md."""

    def shown(self, inside: str) -> str:
        """A file's path as it is shown to a person."""
        return str(self.folder / inside)


def gather(path: Path) -> PackFiles:
    """Read every YAML file of a pack, a folder or a zip; hidden files and other kinds of file are left alone."""
    found, problems = _from_zip(path) if path.is_file() else _from_folder(path)
    files = {name: raw for name, raw in found.items() if raw is not None and name.endswith(YAML)}
    refused = path.is_file() and problems
    if MANIFEST not in files and not refused:
        problems.append(_problem(path / MANIFEST, "missing-file", f"the pack has no {MANIFEST}", _deeper(files)))
    told = (found.get(CREDITS) or b"").decode("utf-8", "replace")
    return PackFiles(path, files, tuple(problems), tuple(name for name in found if not name.endswith(YAML)), told)


def _deeper(files: Iterable[str]) -> str:
    """Where the manifest lies, if it lies in a folder of the pack."""
    inner = next((name for name in files if name.endswith(f"/{MANIFEST}")), "")
    folder = inner.removesuffix(f"/{MANIFEST}")
    return f"it lies in {folder}/: that folder is the pack" if inner else "see docs/authors/format.md"


def _from_folder(folder: Path) -> tuple[Found, list[Problem]]:
    files: Found = {}
    problems: list[Problem] = []
    for count, path in enumerate(_walk(folder)):
        if count >= MAX_FILES:
            problems.append(_problem(folder, "too-many-files", f"the folder holds more than {MAX_FILES:,} files"))
            break
        if path.is_symlink():
            problems.append(_problem(path, "link", "this is a link; a pack holds its files itself", "copy the file"))
        elif path.suffix in YAML or path == folder / CREDITS:
            _take(path, folder, files, problems)
        else:
            files[path.relative_to(folder).as_posix()] = None
    for one, other in clashes(files):
        message = f"'{one}' and '{other}' are one name on many systems"
        problems.append(_problem(folder / one, "case-clash", message, "rename one"))
    return files, problems


def _from_zip(path: Path) -> tuple[Found, list[Problem]]:
    """A zip's files; none, and the reason, if anything in it is not as it must be."""
    try:
        return _read_zip(path), []
    except BadZipError as bad:
        return {}, [_problem(path, bad.code, bad.message, bad.hint)]
    except OSError as fault:
        return {}, [_problem(path, "zip-damaged", f"the file cannot be read: {fault.strerror}")]


def _read_zip(path: Path) -> Found:
    """The files of a zip; a single folder around everything, as systems make it, is looked into.

    Raises: BadZipError.
    """
    with path.open("rb") as file:
        raw = file.read(MAX_ZIP_BYTES + 1)
    entries = _seen(contents(raw, MAX_FILES, MAX_TOTAL_BYTES))
    around = _folder_around(entries)
    files: Found = {}
    for name, entry in entries.items():
        inside = name.removeprefix(around)
        if is_archive(name, unpack(raw, entry, 8)):
            raise BadZipError("zip-nested", f"'{name}' is an archive inside the zip", "pack its files themselves")
        files[inside] = None
        if inside.endswith(YAML) or inside == CREDITS:
            if entry.size > MAX_BYTES:
                message = f"'{name}' has {entry.size:,} bytes; {MAX_BYTES:,} are allowed"
                raise BadZipError("too-big", message, "split it into several files")
            files[inside] = unpack(raw, entry)
    return files


def _seen(entries: Mapping[str, Entry]) -> dict[str, Entry]:
    """Those that are not hidden, nor put in by a system of its own accord."""
    hidden = (".", "__MACOSX")
    return {name: entry for name, entry in entries.items() if not any(p.startswith(hidden) for p in name.split("/"))}


def _folder_around(entries: Mapping[str, Entry]) -> str:
    """``my-pack/`` if everything lies in that one folder."""
    first = {name.partition("/")[0] for name in entries}
    alone = f"{first.pop()}/" if len(first) == 1 else ""
    return alone if f"{alone}{MANIFEST}" in entries else ""


def bytes_shown(file: str) -> bytes:
    """The bytes of a file by the path that is shown for it, inside a zip or not; none of what is no text.

    Raises: OSError if it cannot be read.
    """
    path = Path(file)
    if is_zip(path):
        return b""
    around = next((parent for parent in path.parents if parent.is_file()), None)
    if around is None:
        raw = path.read_bytes()
        return b"" if b"\0" in raw else raw
    return _unpacked(around, around.stat().st_mtime_ns).get(path.relative_to(around).as_posix(), b"")


@lru_cache(maxsize=1)
def _unpacked(zip_file: Path, changed: int) -> Mapping[str, bytes]:
    """The YAML files of a zip that was changed at a time (nanoseconds), kept for all that is shown of it."""
    return gather(zip_file).files


def enclosing(path: Path) -> Path:
    """The pack around a file or folder; a folder in no pack is taken for a pack itself, and so is a zip."""
    if is_zip(path):
        return path
    start = path if path.is_dir() else path.parent
    for folder in (start, *start.absolute().parents):
        if (folder / MANIFEST).is_file():
            return folder
    return start


def is_zip(path: Path) -> bool:
    """Whether a path is a file that is, or is called, a zip."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return path.suffix.lower() == ".zip" or file.read(4) == b"PK\x03\x04"


def digest(files: Mapping[str, bytes]) -> str:
    """SHA-256 over paths and bytes in order; line ends count alike, as version control may change them.

    Tests are no part of it: they change nothing in a game.
    """
    total = hashlib.sha256()
    for name, raw in sorted(files.items()):
        if name.startswith(TESTS):
            continue
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


def _take(path: Path, folder: Path, files: Found, problems: list[Problem]) -> None:
    """Read one file, unless it is too big to look at."""
    if not path.is_file():
        problems.append(_problem(path, "link", "this is no plain file"))
    elif (size := path.stat().st_size) > MAX_BYTES:
        message = f"the file has {size:,} bytes; {MAX_BYTES:,} are allowed"
        problems.append(_problem(path, "too-big", message, "split it into several files"))
    elif size + sum(len(raw) for raw in files.values() if raw is not None) > MAX_TOTAL_BYTES:
        message = f"with this file the pack has more than {MAX_TOTAL_BYTES:,} bytes"
        problems.append(_problem(path, "too-big", message, "split the pack"))
    else:
        files[path.relative_to(folder).as_posix()] = path.read_bytes()


def _problem(path: Path, code: str, message: str, hint: str = "") -> Problem:
    return Problem(str(path), 1, 1, code, message, hint)
