"""Where things come from: marks that a source bears out, and credits for who wrote and drew."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from game.base.problems import Problem
from game.ruleset.packs import MANIFEST, MAX_FILES
from game.ruleset.parts import Item, Parts
from game.ruleset.shapes.base import SourceShape

CREDITS: Final = "CREDITS.md"
CREDITED: Final = frozenset(
    {".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".ogg", ".wav", ".mp3", ".flac", ".ttf", ".otf", ".woff2"}
)
"""Endings of files that somebody drew, recorded or designed."""


def check_mark(item: Item, mark: str, sources: list[SourceShape]) -> Iterator[Problem]:
    """What is said to be recorded here is recorded here by one of its sources."""
    if mark == "recorded" and sources and not any(source.mark == "recorded" for source in sources):
        marks = ", ".join(dict.fromkeys(source.mark for source in sources))
        message = f"'recorded', but its sources are marked {marks}"
        yield item.warning(("mark",), "mark-unfounded", message, "mark it as the best of them is marked")


def check_credits(parts: Parts) -> Iterator[Problem]:
    """Each pack says who wrote it, and names every picture, sound and font in its credits."""
    for item, manifest in parts.sound("pack"):
        if item.inside == MANIFEST and not manifest.authors:
            hint = 'add authors: ["Name"]'
            yield item.warning(("licence",), "no-credits", "the manifest names no authors", hint)
    for pack in parts.packs:
        yield from _uncredited(pack.folder)


def _uncredited(folder: Path) -> Iterator[Problem]:
    files = sorted(_drawn(folder))
    told = _text(folder / CREDITS) if files else ""
    for file in files:
        if file.name not in told:
            message = f"{CREDITS} of the pack does not name this file"
            yield Problem(str(file), 1, 1, "no-credits", message, "say there who made it, and its licence", "warning")


def _drawn(folder: Path) -> Iterator[Path]:
    """Files to be credited, without following links or looking at more than a pack may hold."""
    seen = 0
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        seen += len(names)
        if seen > MAX_FILES:
            return
        yield from (Path(here, name) for name in names if Path(name).suffix.lower() in CREDITED)


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def check_marks(parts: Parts) -> Iterator[Problem]:
    """The marks of cards and of entries."""
    kinds: tuple[Any, ...] = ("deck", "archive")
    for kind in kinds:
        for item, shape in parts.sound(kind):
            yield from check_mark(item, shape.mark, shape.sources)
