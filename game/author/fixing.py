"""``check --fix``: what is obvious is mended, and nothing else is touched: comments and layout stay byte for byte.

A spelling is mended where the problem names one known word and nothing else can be meant. Every change is tried on the
text first: it must still be read, and what was wrong must be gone; otherwise the file stays as it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.author.layout_fixes import LAYOUT, TO_BE_READ, Mend, Text
from game.base.files import write_whole
from game.base.problems import QUOTE, CallError, Exchange, Problem
from game.ruleset import check
from game.ruleset.kinds import kind_of
from game.ruleset.layout import plain_words
from game.ruleset.loading import folders_of
from game.ruleset.packs import gather
from game.ruleset.reading import read

ROUNDS: Final = 6
"""How often the packs are looked at again: a card that could not be read may have more that is obvious."""


Place = tuple[str, int, int, str]
"""File, line, column and code of a problem."""


def place_of(problem: Problem) -> Place:
    """By which a problem is known again."""
    return problem.file, problem.line, problem.column, problem.code


@dataclass(frozen=True, slots=True)
class Mended:
    """One thing that was put right."""

    file: str
    line: int
    column: int
    message: str
    code: str = ""

    @property
    def place(self) -> Place:
        """Of the problem."""
        return self.file, self.line, self.column, self.code

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: mended: {self.message}"


def fix(paths: Sequence[Path], base: Path | None = None) -> list[Mended]:
    """Mend what is obvious in the files at these paths; what was done, in order. ``base``: as for ``check``.

    Raises: CallError if a path does not exist, or a file cannot be written.
    """
    done = _in_layout(paths, TO_BE_READ)
    given_up: set[Place] = set()
    for _ in range(ROUNDS):
        in_vain = len(given_up)
        mended = _round(paths, base, given_up)
        done += mended
        if not mended and in_vain == len(given_up):
            break
    return done + _in_layout(paths, LAYOUT)


def _files(paths: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """Files of known kinds at or below the paths, with their way inside the pack."""
    wanted = [path.absolute() for path in paths]
    for folder in folders_of(paths):
        for inside in gather(folder).files if folder.is_dir() else ():
            file = folder / inside
            whole = file.absolute()
            if kind_of(inside) is not None and any(path == whole or path in whole.parents for path in wanted):
                yield file, inside


# ---- layout: what the data do not show


def _in_layout(paths: Sequence[Path], mends: Sequence[Mend]) -> list[Mended]:
    """Mend the layout of files; their data stay what they are, or become readable."""
    done: list[Mended] = []
    for file, inside in _files(paths):
        before = now = _read(file)
        if before is None or now is None:
            continue
        for mend in mends:
            now, told = mend(now, file, inside)
            done += [Mended(str(file), line, 1, message) for line, message in told]
        if now != before:
            _write(file, now)
    return done


# ---- what `check` finds


def _round(paths: Sequence[Path], base: Path | None, given_up: set[Place]) -> list[Mended]:
    """Mend what one look finds. Of what the next look still finds the file is put back, and it is not tried again."""
    obvious = (problem for problem in check(paths, base) if _obvious(problem) and _ours(problem, paths))
    before = [problem for problem in obvious if place_of(problem) not in given_up]
    written: dict[str, tuple[Text, list[Mended]]] = {}
    for file in sorted({problem.file for problem in before}):
        problems = [problem for problem in before if problem.file == file]
        text = _read(Path(file))
        if text is None:
            continue
        now, done = _mended(text, problems)
        if done:
            _write(Path(file), now)
            written[file] = text, done
    still = {place_of(problem) for problem in check(paths, base)} if written else set()
    return [mended for file, (text, done) in written.items() for mended in _kept(file, text, done, still, given_up)]


def _ours(problem: Problem, paths: Sequence[Path]) -> bool:
    """Whether a problem lies at or below the paths: what breaks in a pack below is not mended there."""
    whole = Path(problem.file).absolute()
    return any(path.absolute() in (whole, *whole.parents) for path in paths) and whole.is_file()


def _obvious(problem: Problem) -> bool:
    """Whether there is something that can be tried; files that are refused unread are left unread here, too."""
    hint = problem.hint
    return problem.code == "two-taken" or hint == QUOTE or (isinstance(hint, Exchange) and hint.sure)


def _kept(file: str, text: Text, done: list[Mended], still: set[Place], given_up: set[Place]) -> list[Mended]:
    """What was done to a file, unless something of it did not help."""
    vain = {mended.place for mended in done} & still
    if vain:
        _write(Path(file), text)
        given_up |= vain
        return []
    return done


def _mended(text: Text, problems: Sequence[Problem]) -> tuple[Text, list[Mended]]:
    """The text with every obvious problem mended, from the end to the beginning so that places stay true."""
    done: list[Mended] = []
    for problem in sorted(problems, key=lambda problem: (problem.line, problem.column), reverse=True):
        for find in (_exchange, _quotes, _second_taken):
            change = find(text, problem)
            if change is not None and _is_read((now := text.exchanged(*change)), problem.file):
                start, end, new = change
                message = f"{problem.code}: {text.words[start:end]} is now {new}"
                text = now
                done.append(Mended(problem.file, problem.line, problem.column, message, problem.code))
                break
    return text, done[::-1]


Change = tuple[int, int, str]
"""Where words begin and end, and what is to stand there."""


def _exchange(text: Text, problem: Problem) -> Change | None:
    """A word for the one that was meant."""
    hint = problem.hint
    if not isinstance(hint, Exchange) or not hint.sure:
        return None
    start = text.index(problem.line, problem.column)
    for lead in ("", '"', "'", "[["):
        at = start + len(lead)
        if text.words.startswith(lead + hint.old, start) and not _goes_on(text.words, at + len(hint.old)):
            quoted = lead in ('"', "'") and problem.code == "wrong-kind"
            return at - quoted, at + len(hint.old) + quoted, hint.new
    return None


def _goes_on(words: str, at: int) -> bool:
    """Whether a word goes on at a place."""
    return at < len(words) and (words[at].isalnum() or words[at] in "_-.")


def _quotes(text: Text, problem: Problem) -> Change | None:
    """Quotes round a number or switch that is meant as a text."""
    if problem.hint != QUOTE:
        return None
    start = text.index(problem.line, problem.column)
    end = next((end for begin, end in plain_words(text.words) if begin == start), None)
    return None if end is None else (start, end, f'"{text.words[start:end]}"')


def _second_taken(text: Text, problem: Problem) -> Change | None:
    """The first of two choices marked as the recorded one keeps its mark."""
    start = text.index(problem.line, problem.column)
    taken = problem.code == "two-taken" and text.words.startswith("true", start)
    return (start, start + len("true"), "false") if taken else None


def _is_read(text: Text, file: str) -> bool:
    """Whether a text can be read, and no key stands twice in it."""
    document, problems = read(text.words.encode(), file)
    return document is not None and not problems


# ---- files


def _read(file: Path) -> Text | None:
    """The text of a file; nothing if it is none."""
    try:
        return Text.of(file.read_bytes().decode("utf-8"))
    except (OSError, UnicodeDecodeError):
        return None


def _write(file: Path, text: Text) -> None:
    """Write the text in the place of the file's.

    Raises: CallError if the folder cannot be written.
    """
    try:
        write_whole(file, text.whole.encode("utf-8"))
    except OSError as fault:
        raise CallError(f"{file} cannot be mended: {fault.strerror}") from fault
