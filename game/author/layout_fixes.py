"""What `check --fix` mends in a file's layout: line ends, tabs, loose spaces, words to be quoted, the first line.

Each mend takes a text and gives one with the same data; or, for tabs, one that can be read at all.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from game.ruleset.kinds import kind_of
from game.ruleset.layout import read_otherwise
from game.ruleset.reading import read

BOM: Final = "\ufeff"
MODELINE: Final = "# yaml-language-server: $schema="
MOST: Final = 200
"""Lines that are tried one by one in one file; each is read again to see that its data stay what they are."""
STEP: Final = "  "


@dataclass(frozen=True, slots=True)
class Text:
    """The words of a file, and the mark of its encoding before them, if it has one."""

    words: str
    mark: str = ""

    @classmethod
    def of(cls, whole: str) -> Text:
        """A file's text as it was read."""
        return cls(whole.removeprefix(BOM), BOM if whole.startswith(BOM) else "")

    @property
    def whole(self) -> str:
        """Everything, as it is written."""
        return self.mark + self.words

    def index(self, line: int, column: int) -> int:
        """Where a place (from 1) stands in the words."""
        before = self.words.split("\n")[: line - 1]
        return sum(len(each) + 1 for each in before) + column - 1

    def exchanged(self, start: int, end: int, new: str) -> Text:
        """The same with other words in one place."""
        return replace(self, words=self.words[:start] + new + self.words[end:])


Told = list[tuple[int, str]]
"""What was mended, with its line."""
Mend = Callable[[Text, Path, str], tuple[Text, Told]]


def line_ends(text: Text, file: Path, inside: str) -> tuple[Text, Told]:
    """Windows line ends become plain ones, so that a file is the same everywhere."""
    count = text.words.count("\r\n")
    now = replace(text, words=text.words.replace("\r\n", "\n"))
    return (now, [(1, f"{count} Windows line ends are now plain ones")]) if count and _same(text, now) else (text, [])


def tabs(text: Text, file: Path, inside: str) -> tuple[Text, Told]:
    """Tabs before a line become spaces, as long as that is what keeps the file from being read."""
    told: Told = []
    for _ in range(MOST):
        _, problems = read(text.words.encode(), str(file))
        if not problems or problems[0].code != "yaml-tab":
            break
        line = problems[0].line
        now = next((each for each in _indented(text, line) if _gets_further(each, line)), None)
        if now is None:
            break
        text = now
        told.append((line, "tabs are now spaces"))
    return text, told


def _indented(text: Text, line: int) -> Iterator[Text]:
    """The text with a line's tabs as spaces: two each, or as far in as the line before leads one to expect."""
    lines = text.words.split("\n")
    here = lines[line - 1]
    lead = here[: len(here) - len(here.lstrip(" \t"))]
    if "\t" not in lead:
        return
    above = next((each for each in reversed(lines[: line - 1]) if each.strip()), "")
    level = above[: len(above) - len(above.lstrip(" "))]
    for indent in (lead.replace("\t", STEP), level + STEP * above.rstrip().endswith(":"), level + STEP):
        mended = [*lines[: line - 1], indent + here.lstrip(" \t"), *lines[line:]]
        yield replace(text, words="\n".join(mended))


def _gets_further(text: Text, line: int) -> bool:
    """Whether a text can be read beyond a line."""
    _, problems = read(text.words.encode(), "")
    return not problems or problems[0].line > line


def spaces(text: Text, file: Path, inside: str) -> tuple[Text, Told]:
    """Spaces at the ends of lines go, but for those that belong to a text."""
    lines = text.words.split("\n")
    loose = [number for number, line in enumerate(lines) if line != line.rstrip(" \t")]
    if not loose:
        return text, []
    all_gone = _without(text, lines, loose)
    if _same(text, all_gone):
        return all_gone, [(loose[0] + 1, f"spaces at the ends of {len(loose)} lines are gone")]
    told: Told = []
    for number in loose[:MOST]:
        now = _without(text, text.words.split("\n"), [number])
        if _same(text, now):
            text = now
            told.append((number + 1, "spaces at the end of the line are gone"))
    return text, told


def _without(text: Text, lines: list[str], loose: list[int]) -> Text:
    gone = set(loose)
    kept = [line.rstrip(" \t") if number in gone else line for number, line in enumerate(lines)]
    return replace(text, words="\n".join(kept))


def quotes(text: Text, file: Path, inside: str) -> tuple[Text, Told]:
    """Quotes round words that other programs take for a date, a time or a switch."""
    document, _ = read(text.words.encode(), str(file))
    spans = list(read_otherwise(text.words)) if document is not None else []
    now, told = text, []
    for start, end in reversed(spans):
        word = text.words[start:end]
        now = now.exchanged(start, end, f'"{word}"')
        line = text.words.count("\n", 0, start) + 1
        told.append((line, f'{word} is now "{word}": older YAML reads it otherwise'))
    return (now, told[::-1]) if _same(text, now) else (text, [])


def first_line(text: Text, file: Path, inside: str) -> tuple[Text, Told]:
    """The line that leads an editor to the schema, where the pack has schemas."""
    schema = schema_for(file.parents[len(Path(inside).parts) - 1], inside)
    if re.search(r"^# *yaml-language-server:", text.words, re.MULTILINE) or not schema.is_file():
        return text, []
    end = "\r\n" if "\r\n" in text.words else "\n"
    now = replace(text, words=f"{modeline(schema, file)}{end}{text.words}")
    return (now, [(1, "the first line leads editors to the schema")]) if _same(text, now) else (text, [])


def schema_for(pack: Path, inside: str) -> Path:
    """Where a pack keeps the schema of a file in it, if it has schemas."""
    kind = kind_of(inside)
    return pack / "schemas" / f"{kind.name if kind else ''}.schema.json"


def modeline(schema: Path, file: Path) -> str:
    """The line that leads an editor from a file to its schema, by the way between them."""
    return MODELINE + Path(os.path.relpath(schema, file.parent)).as_posix()


TO_BE_READ: Final[tuple[Mend, ...]] = (line_ends, tabs)
"""Before anything else."""
LAYOUT: Final[tuple[Mend, ...]] = (spaces, quotes, first_line)
"""After all else, so that every line that was told keeps its number until then."""


def _same(one: Text, other: Text) -> bool:
    """Whether two texts hold the same data, or neither can be read and they differ in line ends alone."""
    (first, wrong), (second, still) = (read(each.words.encode(), "") for each in (one, other))
    if first is None or second is None:
        return first is second and [problem.code for problem in wrong] == [problem.code for problem in still]
    return first.data == second.data and len(wrong) == len(still)
