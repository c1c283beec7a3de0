"""Where things come from: marks that a source bears out, and credits for who wrote and drew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from game.base.problems import Problem
from game.ruleset.kinds import KindName
from game.ruleset.packs import CREDITS
from game.ruleset.parts import Item, Parts
from game.ruleset.shapes.base import SourceShape

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
        if not manifest.authors:
            hint = 'add authors: ["Name"]'
            yield item.warning(("licence",), "no-credits", "the manifest names no authors", hint)
    for pack in parts.packs:
        for name in pack.others:
            file = PurePosixPath(name)
            if file.suffix.lower() in CREDITED and file.name not in pack.credits:
                message = f"{CREDITS} of the pack does not name this file"
                hint = "say there who made it, and its licence"
                yield Problem(pack.shown(name), 1, 1, "no-credits", message, hint, "warning")


def check_marks(parts: Parts) -> Iterator[Problem]:
    """The marks of cards and of entries."""
    kinds: tuple[KindName, ...] = ("deck", "archive")
    for kind in kinds:
        for item, shape in parts.sound(kind):
            yield from check_mark(item, shape.mark, shape.sources)
