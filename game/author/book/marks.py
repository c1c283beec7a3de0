"""How far a claim bears on this place: each mark by a word and by a sign, so that it is told without colour."""

from __future__ import annotations

from typing import Final

from game.events.cards import Mark

SIGNS: Final[dict[Mark, str]] = {
    "recorded": "■", "elsewhere": "□", "inferred": "◇", "invented": "☆", "modelled": "△",
}  # fmt: skip
NAMES: Final[dict[Mark, str]] = {
    "recorded": "recorded here", "elsewhere": "recorded elsewhere", "inferred": "inferred", "invented": "invented",
    "modelled": "modelled",
}  # fmt: skip
MEANINGS: Final[dict[Mark, str]] = {
    "recorded": "A source says it of this place. The page must hold it.",
    "elsewhere": "A source says it of another place, or of the country. The page must hold it, and the text must not "
    "move it here.",
    "inferred": "No source says it; the authors concluded it from what the pages named say.",
    "invented": "Made up for the game. It must not contradict the sources, and must not pass for one.",
    "modelled": "The program reckons it.",
}  # fmt: skip


def marked(mark: Mark) -> str:
    """``■ recorded here``."""
    return f"{SIGNS[mark]}\u00a0{NAMES[mark]}"
