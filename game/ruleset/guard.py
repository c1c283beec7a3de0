"""From the bytes of a stranger's file to text: size, encoding and letters that YAML does not allow."""

from __future__ import annotations

import re
from typing import Final

from game.base.problems import Problem

MAX_BYTES: Final = 1_000_000
"""Size of a file in a pack."""

_UNPRINTABLE: Final = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_OTHER_ENCODINGS: Final = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16", b"\x00\x00\xfe\xff": "UTF-32"}


class UnreadableError(Exception):
    """A file that cannot be read at all; ``problem`` says why and where."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def decode(raw: bytes, file: str) -> str:
    """The text of a file.

    Raises: UnreadableError if it is too big, not UTF-8, or holds control characters.
    """
    if len(raw) > MAX_BYTES:
        raise UnreadableError(_too_big(file, len(raw)))
    for mark, name in _OTHER_ENCODINGS.items():
        if raw.startswith(mark):
            raise UnreadableError(Problem(file, 1, 1, "encoding", f"the file is {name}", "save it as UTF-8"))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError(_not_utf8(file, raw, error.start)) from None
    if odd := _UNPRINTABLE.search(text):
        line, column = line_and_column(text, odd.start())
        message = f"a control character (number {ord(odd.group())}) stands here"
        raise UnreadableError(Problem(file, line, column, "encoding", message, "delete it"))
    return text


def line_and_column(text: str, index: int) -> tuple[int, int]:
    """Line and column, from 1, of a position in a text."""
    before = text[:index]
    return before.count("\n") + 1, index - (before.rfind("\n") + 1) + 1


def _too_big(file: str, size: int) -> Problem:
    message = f"the file has {size:,} bytes; {MAX_BYTES:,} are allowed"
    return Problem(file, 1, 1, "too-big", message, "split it into several files")


def _not_utf8(file: str, raw: bytes, index: int) -> Problem:
    line, column = line_and_column(raw[:index].decode("utf-8", "replace"), index)
    before = raw[:index].decode("utf-8", "replace")
    line, column = line_and_column(before, len(before))
    return Problem(file, line, column, "encoding", f"byte {raw[index]} is not UTF-8", "save the file as UTF-8")
