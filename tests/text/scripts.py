"""Playing from a script of typed lines, and holding the whole output against a golden file.

A script has one typed line a row. What stands behind two spaces and a ``#`` is a comment. A row that begins with
``...`` types empty lines until a line that was said contains the rest of the row. After the script come empty lines.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterator
from pathlib import Path

GOLDEN = Path(__file__).parents[1] / "golden"
UPDATE = "UPDATE_GOLDEN"
"""Set this variable to write golden files anew: ``UPDATE_GOLDEN=1 python -m pytest tests/text``."""
MOST_LINES = 2000
"""More typed lines than any game needs; a script that waits in vain ends here."""


class Played:
    """A terminal without a person: types a script, and keeps everything that was said."""

    def __init__(self, script: str = "", endless: bool = True) -> None:
        self.said: list[str] = []
        self._typed = self._lines(script, endless)

    def _lines(self, script: str, endless: bool) -> Iterator[str]:
        for row in script.splitlines():
            line = row.partition("  #")[0].strip()
            if line.startswith("#"):
                continue
            if line.startswith("..."):
                yield from self._until(line.removeprefix("...").strip())
            else:
                yield line
        while endless:
            yield ""

    def _until(self, words: str) -> Iterator[str]:
        start = len(self.said)
        while not any(words in line for line in self.said[start:]):
            yield ""

    def ask(self, prompt: str) -> str:
        if len(self.said) > 50 * MOST_LINES:
            raise AssertionError("the script waits for words that are never said")
        line = next(self._typed, None)
        if line is None:
            raise EOFError
        self.said.append(prompt + line)
        return line

    def say(self, line: str) -> None:
        self.said.append(line)

    @property
    def output(self) -> str:
        return "\n".join(self.said) + "\n"


def holds(name: str, output: str) -> None:
    """Compare with a golden file, or write it anew; a difference is shown as a diff that a historian can read."""
    path = GOLDEN / f"{name}.txt"
    if os.environ.get(UPDATE):
        path.write_text(output, encoding="utf-8", newline="\n")
        return
    expected = path.read_text(encoding="utf-8")
    if output != expected:
        rows = difflib.unified_diff(expected.splitlines(), output.splitlines(), f"{name}.txt", "now", lineterm="", n=2)
        raise AssertionError(f"The game reads otherwise; if that is meant, set {UPDATE}=1.\n" + "\n".join(rows))


def script(name: str) -> str:
    """A script that lies beside the golden files."""
    return (GOLDEN / f"{name}.script").read_text(encoding="utf-8")
