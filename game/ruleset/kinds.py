"""Which file of a pack holds what, by its path, and the shape that it must have."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal

from pydantic import Field, create_model

from game.economy.start import Prefecture
from game.politics.people import Person
from game.politics.rules import PoliticsRules
from game.reporting.rules import ReportingRules
from game.ruleset.authoring import DeckTest, Translation
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
    "translation",
    "deck-test",
]

REPLACES: Final = "replaces"
"""The switch by which a thing of a later pack takes the place of one of the same id in an earlier pack."""


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of file. ``items``: the key of the only list in it, whose members have the shape; else the file has."""

    name: KindName
    path: str
    plain: type[object] | None
    items: str = ""
    replaces: bool = True
    """Whether it can take the place of what another pack has."""

    @property
    def shape(self) -> type[Shape]:
        """What the file, or each member of its list, must look like."""
        shape = CardShape if self.plain is None else shape_of(self.plain)
        return replaceable(shape) if self.replaces else shape


@cache
def replaceable(shape: type[Shape]) -> type[Shape]:
    """The shape, with the switch ``replaces``."""
    told = "true: takes the place of what has the same id in a pack before."
    switch: Any = (bool, Field(default=False, description=told))
    return create_model(shape.__name__, __base__=shape, __doc__=shape.__doc__, replaces=switch)


KINDS: Final = (
    FileKind("pack", r"pack\.yaml", Manifest, replaces=False),
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
    FileKind("translation", r"translation/.+\.translation\.yaml", Translation, "translations", replaces=False),
    FileKind("deck-test", r"tests/.+\.deck-test\.yaml", DeckTest, "tests", replaces=False),
)


ENDINGS: Final = {
    "decks": ".deck.yaml", "archive": ".archive.yaml", "people": ".people.yaml", "scenarios": ".scenario.yaml",
    "translation": ".translation.yaml", "tests": ".deck-test.yaml",
}  # fmt: skip
"""How the files of a folder end."""


def name_meant(inside: str) -> str:
    """The path that a file in no known place was probably meant to have, or nothing."""
    folder, _, name = inside.partition("/")
    ending = ENDINGS.get(folder, ".yaml")
    bare = re.sub(r"(\.[a-z-]+)?\.ya?ml$", "", name if name else folder)
    meant = f"{folder}/{bare}{ending}" if name else f"{bare}{ending}"
    return meant if meant != inside and kind_of(meant) is not None else ""


@cache
def kind_of(inside: str) -> FileKind | None:
    """The kind of a file by its path inside the pack; nothing for a file in no known place."""
    return next((kind for kind in KINDS if re.fullmatch(kind.path, inside)), None)
