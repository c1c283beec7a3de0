"""Which file of a pack holds what, by its path, and the shape that it must have."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from game.economy.start import Prefecture
from game.politics.people import Person
from game.politics.rules import PoliticsRules
from game.reporting.rules import ReportingRules
from game.ruleset.content import ArchiveEntry, Background, Directives, DocumentedFigure, Manifest, Scenario
from game.ruleset.shapes.base import Shape
from game.ruleset.shapes.deck import CardShape
from game.ruleset.shapes.derived import shape_of

KindName = Literal[
    "pack",
    "deck",
    "archive",
    "people",
    "scenario",
    "text",
    "prefecture",
    "reporting",
    "politics",
    "directives",
    "backgrounds",
    "calibration",
]


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of file. ``items``: the key of the only list in it, whose members have the shape; else the file has."""

    name: KindName
    path: str
    plain: type[object] | None
    items: str = ""

    @property
    def shape(self) -> type[Shape]:
        """What the file, or each member of its list, must look like."""
        if self.plain is None:
            return CardShape
        return shape_of(self.plain)


KINDS: Final = (
    FileKind("pack", r"pack\.yaml", Manifest),
    FileKind("deck", r"decks/.+\.deck\.yaml", None, "cards"),
    FileKind("archive", r"archive/.+\.archive\.yaml", ArchiveEntry, "entries"),
    FileKind("people", r"people/.+\.people\.yaml", Person, "people"),
    FileKind("scenario", r"scenarios/.+\.scenario\.yaml", Scenario),
    FileKind("text", r"text/[a-z-]+/.+\.yaml", None),
    FileKind("prefecture", r"rules/prefecture\.yaml", Prefecture),
    FileKind("reporting", r"rules/reporting\.yaml", ReportingRules),
    FileKind("politics", r"rules/politics\.yaml", PoliticsRules),
    FileKind("directives", r"rules/directives\.yaml", Directives),
    FileKind("backgrounds", r"rules/backgrounds\.yaml", Background, "backgrounds"),
    FileKind("calibration", r"rules/calibration\.yaml", DocumentedFigure, "figures"),
)


ENDINGS: Final = {
    "decks": ".deck.yaml", "archive": ".archive.yaml", "people": ".people.yaml", "scenarios": ".scenario.yaml",
}  # fmt: skip
"""How the files of a folder end."""


def name_meant(inside: str) -> str:
    """The path that a file in no known place was probably meant to have, or nothing."""
    folder, _, name = inside.partition("/")
    ending = ENDINGS.get(folder, ".yaml")
    bare = re.sub(r"(\.[a-z]+)?\.ya?ml$", "", name if name else folder)
    meant = f"{folder}/{bare}{ending}" if name else f"{bare}{ending}"
    return meant if meant != inside and kind_of(meant) is not None else ""


@cache
def kind_of(inside: str) -> FileKind | None:
    """The kind of a file by its path inside the pack; nothing for a file in no known place."""
    return next((kind for kind in KINDS if re.fullmatch(kind.path, inside)), None)
