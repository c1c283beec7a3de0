"""A zip that a stranger sent, read by hand and never unpacked to disk.

The library forgives a good deal that a pack has no need of: two files of one name, sizes that are not true, names that
leave the folder, entries that share their bytes. Here a zip is what a careful program would have written, or it is
refused: every size, name and place is judged before anything is unpacked, and what is unpacked is held to it.
"""

from __future__ import annotations

import re
import stat
import struct
import unicodedata
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

MAX_ZIP_BYTES: Final = 20_000_000
"""Size of the zip itself."""
MAX_RATIO: Final = 100
"""How many times larger than its packed bytes a file may be; text comes to some ten."""
ALWAYS_FINE_BYTES: Final = 20_000
"""Files up to this size may be packed as tightly as they will."""

_END: Final = struct.Struct("<4s4H2LH")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_LONGEST_COMMENT: Final = 0xFFFF
_ENCRYPTED: Final = 0x1 | 0x40 | 0x2000
_SIZES_FOLLOW: Final = 0x8
_STORED, _DEFLATED = 0, 8
_ARCHIVES: Final = (
    b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd",
)  # fmt: skip
_ARCHIVE_NAMES: Final = (".zip", ".jar", ".7z", ".rar", ".gz", ".tgz", ".tar", ".bz2", ".xz", ".zst")
_DRIVE: Final = re.compile(r"[A-Za-z]:")


class BadZipError(Exception):
    """A zip that is refused; code, sentence and hint say why."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a zip, as its table of contents describes it. Sizes in bytes."""

    name: str
    raw_name: bytes
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    header: int
    """Where its own header begins."""


def contents(raw: bytes, most_files: int, most_bytes: int) -> dict[str, Entry]:
    """The files of a zip by name; folders are left out.

    Raises: BadZipError for anything that a pack has no need of.
    """
    if len(raw) > MAX_ZIP_BYTES:
        raise BadZipError("too-big", f"the zip has {len(raw):,} bytes; {MAX_ZIP_BYTES:,} are allowed", "split the pack")
    entries: dict[str, Entry] = {}
    begin, count = _table(raw, most_files)
    for entry, mode in _entries(raw, begin, count):
        check_name(entry.name)
        _judge(entry, mode)
        if entry.name in entries:
            raise BadZipError("duplicate-name", f"'{entry.name}' stands in the zip twice", "keep one")
        if not entry.name.endswith("/"):
            entries[entry.name] = entry
    for one, other in clashes(entries):
        raise BadZipError("case-clash", f"'{one}' and '{other}' are one name on many systems", "rename one")
    if (total := sum(entry.size for entry in entries.values())) > most_bytes:
        message = f"unpacked it would have {total:,} bytes; {most_bytes:,} are allowed"
        raise BadZipError("zip-bomb", message, "a pack holds text; leave out what is large")
    _apart(list(entries.values()), begin)
    return entries


def check_name(name: str) -> None:
    """A name that means one place inside the pack, the same on every system.

    Raises: BadZipError.
    """
    if any(ord(letter) < 32 or ord(letter) == 127 for letter in name):
        raise BadZipError("bad-name", f"the name {name!r} holds a control character", "rename the file")
    if "\\" in name:
        raise BadZipError("leaves-pack", f"the name '{name}' holds a backslash", "folders are parted by /")
    if name.startswith("/") or _DRIVE.match(name):
        raise BadZipError("leaves-pack", f"the name '{name}' leads out of the pack", "names begin inside the pack")
    parts = name.removesuffix("/").split("/")
    if any(part in ("", ".", "..") for part in parts):
        raise BadZipError("leaves-pack", f"the name '{name}' leads out of the pack, or in circles", "write it plainly")


def clashes(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of files or folders that are one to systems that tell no capitals apart."""
    seen: dict[str, str] = {}
    for name in names:
        for end in (*(place for place, letter in enumerate(name) if letter == "/"), len(name)):
            part = name[:end]
            other = seen.setdefault(unicodedata.normalize("NFC", part).casefold(), part)
            if other != part:
                yield part, other
                break


def unpack(raw: bytes, entry: Entry, begin_only: int | None = None) -> bytes:
    """The bytes of a file, held to what the table of contents says of them; or the first few, unchecked.

    Raises: BadZipError if they are others.
    """
    start = _data_start(raw, entry)
    packed = raw[start : start + entry.packed]
    wanted = entry.size if begin_only is None else min(entry.size, begin_only)
    data, whole = _inflated(entry, packed, wanted) if entry.method == _DEFLATED else (packed[: wanted + 1], True)
    if begin_only is not None:
        return data[:wanted]
    if not whole or len(data) != entry.size or len(packed) != entry.packed or zlib.crc32(data) != entry.crc:
        message = f"'{entry.name}' is not what the zip says of it: {entry.size:,} bytes are declared, others are there"
        raise BadZipError("zip-lies", message, "pack it again")
    return data


def is_archive(name: str, begin: bytes) -> bool:
    """Whether a file is an archive itself, by its name or its first bytes."""
    return name.lower().endswith(_ARCHIVE_NAMES) or begin.startswith(_ARCHIVES)


def _inflated(entry: Entry, packed: bytes, wanted: int) -> tuple[bytes, bool]:
    """At most one byte more than wanted, and whether the packed bytes end there."""
    reader = zlib.decompressobj(-15)
    try:
        data = reader.decompress(packed, wanted + 1)
    except zlib.error as fault:
        raise BadZipError("zip-damaged", f"'{entry.name}' is damaged", "pack it again") from fault
    return data, reader.eof and not reader.unused_data


def _table(raw: bytes, most_files: int) -> tuple[int, int]:
    """Where the table of contents begins, and how many entries it has."""
    at = raw.rfind(b"PK\x05\x06", max(0, len(raw) - _LONGEST_COMMENT - _END.size))
    if at < 0 or at + _END.size > len(raw):
        raise BadZipError("zip-damaged", "this is no zip, or it is cut short", "pack it again")
    _, disk, first, here, count, size, offset, comment = _END.unpack_from(raw, at)
    if disk or first or here != count or 0xFFFF in (count, here) or 0xFFFFFFFF in (size, offset):
        raise BadZipError("zip-kind", "zips in parts, or of the large kind (zip64), are not read", "pack it plainly")
    if at + _END.size + comment != len(raw) or offset + size != at:
        raise BadZipError("zip-damaged", "something stands before, between or after its parts", "pack it again")
    if count > most_files:
        message = f"the zip holds {count:,} files; {most_files:,} are allowed"
        raise BadZipError("too-many-files", message, "split the pack")
    return offset, count


def _entries(raw: bytes, begin: int, count: int) -> list[tuple[Entry, int]]:
    """The entries, and the mode that each file had; the table ends where it says."""
    found, at = [], begin
    for _ in range(count):
        if raw[at : at + 4] != b"PK\x01\x02" or at + _CENTRAL.size > len(raw):
            raise BadZipError("zip-damaged", "the table of contents is damaged", "pack it again")
        (_, _, _, flags, method, _, _, crc, packed, size, name_length, extra, comment, _, _, mode, header) = (
            _CENTRAL.unpack_from(raw, at)
        )
        name = raw[at + _CENTRAL.size : at + _CENTRAL.size + name_length]
        found.append((Entry(_decoded(name), name, flags, method, crc, packed, size, header), mode >> 16))
        at += _CENTRAL.size + name_length + extra + comment
    if raw[at : at + 4] != b"PK\x05\x06":
        raise BadZipError("zip-lies", "the table of contents holds more than it says", "pack it again")
    return found


def _decoded(name: bytes) -> str:
    """UTF-8, whether or not the zip says so: some systems forget to."""
    try:
        return name.decode("utf-8")
    except UnicodeDecodeError:
        shown = name.decode("ascii", "replace")
        message = f"the name '{shown}' is not UTF-8"
        raise BadZipError("zip-encoding", message, "use plain letters in names of files") from None


def _judge(entry: Entry, mode: int) -> None:
    """Kind, packing and size of one entry."""
    name = entry.name
    if entry.flags & _ENCRYPTED:
        raise BadZipError("zip-encrypted", f"'{name}' is encrypted", "pack it without a password")
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise BadZipError("link", f"'{name}' is a link or a device; a pack holds its files itself", "pack the file")
    if entry.method not in (_STORED, _DEFLATED):
        raise BadZipError("zip-kind", f"'{name}' is packed in a way that is not read", "pack it plainly (deflate)")
    if entry.size > max(ALWAYS_FINE_BYTES, MAX_RATIO * entry.packed):
        message = f"'{name}' would unpack from {entry.packed:,} to {entry.size:,} bytes"
        raise BadZipError("zip-bomb", message, f"no text grows more than {MAX_RATIO} times")
    if entry.method == _STORED and entry.size != entry.packed:
        raise BadZipError("zip-lies", f"'{name}' is not packed, and yet has two sizes", "pack it again")


def _apart(entries: list[Entry], table: int) -> None:
    """No two files share their bytes: that is how small zips become very large."""
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header):
        if entry.header < end or entry.header + _LOCAL.size + entry.packed > table:
            raise BadZipError("zip-bomb", f"'{entry.name}' shares its bytes with another file", "pack it again")
        end = entry.header + _LOCAL.size + len(entry.raw_name) + entry.packed


def _data_start(raw: bytes, entry: Entry) -> int:
    """Where the bytes of a file begin; its own header says the same of it as the table of contents."""
    if raw[entry.header : entry.header + 4] != b"PK\x03\x04" or entry.header + _LOCAL.size > len(raw):
        raise BadZipError("zip-damaged", f"'{entry.name}' is not where the zip says", "pack it again")
    (_, _, flags, method, _, _, crc, packed, size, name_length, extra) = _LOCAL.unpack_from(raw, entry.header)
    start = entry.header + _LOCAL.size
    same = raw[start : start + name_length] == entry.raw_name and method == entry.method and not flags & _ENCRYPTED
    if not flags & _SIZES_FOLLOW:
        same = same and (crc, packed, size) == (entry.crc, entry.packed, entry.size)
    if not same:
        raise BadZipError("zip-lies", f"the zip says two different things of '{entry.name}'", "pack it again")
    return start + int(name_length) + int(extra)
