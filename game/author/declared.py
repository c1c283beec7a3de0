"""Tables of the dataclasses that files are read into: fields, kinds, and what their docstrings say."""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Iterator
from typing import Any, Final, get_args

from game.politics.people import Person, Traits
from game.ruleset import authoring, content
from game.ruleset.shapes.derived import fields_of
from game.ruleset.shapes.told import docstrings

FILES: Final[dict[str, tuple[type[Any], ...]]] = {
    "An entry of the archive": (content.ArchiveEntry, content.Voice),
    "A person": (Person, Traits),
    "A scenario": (
        content.Scenario, content.FiledBefore, content.Shock, content.Rumour, content.GuideStep, content.Prompt,
        content.DocumentedPoint, content.DocumentedLadder, content.DocumentedRung, content.Questions, content.Family,
    ),
    "A background": (content.Background,),
    "The directives": (content.Directives, content.Directive),
    "A documented figure": (content.DocumentedFigure,),
    "The manifest": (content.Manifest, content.Work),
    "A translation": (authoring.Translation, authoring.TranslatedText),
    "A deck test": (authoring.DeckTest, authoring.Expectation),
}  # fmt: skip
"""What each kind of file holds, the outermost first."""

WORDS: Final = {
    "str": "text", "float": "number", "int": "whole number", "bool": "true or false", "Season": "season",
    "Value": "number, text, true or false", "Mark": "a mark", "DrawLimits": "see cards", "Source": "a source",
    "ArchiveKind": ", ".join(get_args(content.ArchiveKind)),
}  # fmt: skip

Row = tuple[str, str, str, str]


def rows(plain: type[Any]) -> Iterator[Row]:
    """Name, whether it is needed, kind and meaning of each field."""
    told = docstrings(plain)
    written = {field.name: str(field.type) for field in dataclasses.fields(plain)}
    for field in fields_of(plain):
        needed = "yes" if field.required else ""
        yield f"`{field.in_file}`", needed, _kind(written[field.name]), told.get(field.name, "")


def about(plain: type[Any]) -> str:
    """What the class itself says."""
    return inspect.cleandoc(plain.__doc__ or "").replace("\n", " ")


def _kind(written: str) -> str:
    """A type as the source writes it, in words."""
    text = written.removesuffix(" | None")
    if text != written:
        return f"{_kind(text)}, or null"
    if text.startswith("tuple["):
        return f"list: {_kind(text.removeprefix('tuple[').removesuffix(', ...]'))}"
    if text.startswith("Mapping["):
        key, _, value = text.removeprefix("Mapping[").removesuffix("]").partition(", ")
        return f"{_kind(value)} by {_kind(key)}"
    if text.startswith("Literal["):
        return text.removeprefix("Literal[").removesuffix("]").replace("'", "").replace('"', "")
    return WORDS.get(text, f"see {text}")
