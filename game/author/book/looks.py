"""The type of each kind of paragraph: face, size, leading, what is left free around it. In points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from game.author.book.blocks import Look, Style
from game.author.book.faces import Face

Ink = Literal["black", "grey", "vermilion"]

INKS: Final[dict[Ink, tuple[int, int, int]]] = {
    "black": (28, 26, 23), "grey": (93, 89, 82), "vermilion": (184, 50, 31),
}  # fmt: skip
HAIRLINE: Final = (185, 178, 166)
"""Tint of the thin rules."""


@dataclass(frozen=True, slots=True)
class Type:
    """How a paragraph is set. ``left``: its indent; ``hang``: by how much its first line begins further left."""

    face: Face
    size: float
    leading: float
    before: float = 0.0
    after: float = 0.0
    left: float = 0.0
    hang: float = 0.0
    dash: bool = False
    """Begins with a dash in the hanging part."""
    ink: Ink = "black"
    stays: bool = False
    """Kept on one page with what follows."""


LOOKS: Final[dict[Look, Type]] = {
    "document": Type("roman", 9.9, 13.2, after=4.0),
    "answer": Type("roman", 9.6, 12.4, before=5.0, after=1.0, left=13, hang=13, stays=True),
    "tag": Type("sans-italic", 7.4, 9.8, after=1.0, left=13, stays=True),
    "guess": Type("roman-italic", 9.0, 11.6, after=1.4, left=13),
    "note": Type("sans", 7.7, 10.2, after=2.0),
    "label": Type("sans-bold", 7.2, 9.6, before=6.5, after=2.0, stays=True),
    "consequence": Type("sans", 7.4, 9.5, after=0.6, left=21, hang=8, dash=True),
    "cite": Type("sans", 7.4, 9.8, after=6.0, left=13),
    "apparatus": Type("sans", 7.5, 9.9, after=2.0),
    "index": Type("sans", 7.3, 9.8, after=2.0, left=9, hang=9),
    "index-head": Type("sans-bold", 8.2, 10.6, before=4.0, after=0.6, stays=True),
    "kicker": Type("sans", 7.6, 10.0, after=1.5, ink="grey", stays=True),
    "contents-part": Type("roman-bold", 10.2, 14.0, before=9.0, after=1.0, stays=True),
    "contents-section": Type("roman", 10.0, 13.6, left=12),
    "contents-item": Type("sans", 8.2, 11.4, left=24),
}
TABLE_CONSEQUENCE: Final = Type("sans", 7.4, 9.6, after=1.0, left=7, hang=7, dash=True)
"""In the narrow columns of a table nothing is set in so far."""

HEADINGS: Final[dict[int, Type]] = {
    1: Type("roman", 22.0, 26.0, after=10.0, stays=True),
    2: Type("roman", 14.5, 18.0, before=16.0, after=8.0, stays=True),
    3: Type("roman", 13.2, 17.0, after=3.5, stays=True),
}

STYLED: Final[dict[tuple[Face, Style], Face]] = {
    ("roman", "strong"): "roman-bold", ("roman", "emphasis"): "roman-italic",
    ("roman-italic", "strong"): "roman-bold", ("roman-italic", "emphasis"): "roman",
    ("sans", "strong"): "sans-bold", ("sans", "emphasis"): "sans-italic",
}  # fmt: skip


def face_of(base: Face, style: Style) -> Face:
    """The face of words that are set otherwise than their paragraph."""
    return STYLED.get((base, style), base)


def ink_of(base: Ink, style: Style) -> Ink:
    """Vermilion for what is filed or reported, and for nothing else."""
    return "vermilion" if style == "filed" else base
