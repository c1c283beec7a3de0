"""The type of the printed book: how wide words are, in which font each of their letters is found."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from fontTools.ttLib import TTFont

if TYPE_CHECKING:
    from collections.abc import Iterator

Face = Literal["roman", "roman-italic", "roman-bold", "sans", "sans-italic", "sans-bold", "song", "kai", "song-bold"]

FILES: Final[dict[Face, str]] = {
    "roman": "ShangdangRoman-Regular.ttf", "roman-italic": "ShangdangRoman-Italic.ttf",
    "roman-bold": "ShangdangRoman-Bold.ttf", "sans": "ShangdangSans-Regular.ttf",
    "sans-italic": "ShangdangSans-Italic.ttf", "sans-bold": "ShangdangSans-Bold.ttf",
    "song": "ShangdangSong-Regular.otf", "kai": "ShangdangKai-Regular.ttf", "song-bold": "ShangdangSong-Bold.otf",
}  # fmt: skip
FALLBACKS: Final[tuple[Face, ...]] = ("song", "kai", "song-bold")
"""Where a letter is looked for that the wanted face lacks: Chinese characters and signs."""
MISSING: Final = "◆"
"""Stands for a letter that no font has."""


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one face; ``width`` at a size of one point."""

    text: str
    face: Face
    width: float


class Faces:
    """The fonts of a folder, as measured."""

    def __init__(self, folder: Path) -> None:
        self._widths: dict[Face, dict[str, float]] = {}
        for face, file in FILES.items():
            with TTFont(folder / file, lazy=True) as font:
                em, advances = font["head"].unitsPerEm, font["hmtx"]
                self._widths[face] = {chr(code): advances[name][0] / em for code, name in font.getBestCmap().items()}
        self._known: dict[tuple[str, Face], tuple[Run, ...]] = {}

    def runs(self, text: str, face: Face) -> tuple[Run, ...]:
        """A word as runs of letters that one font has."""
        key = (text, face)
        if key not in self._known:
            self._known[key] = tuple(self._split(text, face))
        return self._known[key]

    def width(self, text: str, face: Face) -> float:
        """How wide a word is, at a size of one point."""
        return sum(run.width for run in self.runs(text, face))

    def _split(self, text: str, face: Face) -> Iterator[Run]:
        letters, current, width = "", face, 0.0
        for letter in text:
            found, shown = self._find(letter, face)
            if letters and found != current:
                yield Run(letters, current, width)
                letters, width = "", 0.0
            letters, current, width = letters + shown, found, width + self._widths[found][shown]
        if letters:
            yield Run(letters, current, width)

    def _find(self, letter: str, face: Face) -> tuple[Face, str]:
        """The face that has a letter, and the letter or the sign for a missing one."""
        order = ("song-bold", *FALLBACKS) if face.endswith("bold") else FALLBACKS
        for candidate in (face, *order):
            if letter in self._widths[candidate]:
                return candidate, letter
        return "song", MISSING
