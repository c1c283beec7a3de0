"""What all shapes share: nothing unknown is let in, nothing is guessed, and a mistake has a code of ours."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal, cast

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue, model_validator
from pydantic_core import PydanticCustomError

from game.base.seasons import Season
from game.events.cards import ContentNote, Kind, Mark, Source

KEBAB: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"
REFERS: Final = "refers"
"""Under this key a field of a schema says what its words name, until the schema is finished."""
SEASON: Final = r"^[0-9]{4}-(spring|summer|autumn|winter)$"


class Shape(BaseModel):
    """A mapping in a file. Unknown keys are refused; a number is not a text and a text no number."""

    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)


def mistake(code: str, message: str, hint: str = "") -> PydanticCustomError:
    """An error that carries its own code, message and hint to the problem report."""
    # The library wants a literal template; the words go through as context.
    return PydanticCustomError(cast("Any", code), "{message}", {"message": message, "hint": hint})


def refers(kind: str) -> dict[str, JsonValue]:
    """Tells the schema that the words of a field name something of a kind (see ruleset.schema)."""
    return {REFERS: kind}


def _season(text: str) -> str:
    try:
        Season.parse(text)
    except ValueError as error:
        raise mistake("bad-season", str(error)) from None
    return text


Id = Annotated[str, Field(pattern=KEBAB, max_length=60, description="Small letters, digits and hyphens.")]
SeasonText = Annotated[
    str, AfterValidator(_season), Field(description="A season, as 1951-spring.", json_schema_extra={"pattern": SEASON})
]
Text = Annotated[str, Field(min_length=1)]
Indicator = Literal[
    "yield", "output", "organised", "cooperatives", "animals", "grain_sold", "coop_yield", "steel", "canteens",
    "waterworks", "deaths",
]  # fmt: skip
UpperOffice = Literal["province", "bureau", "centre"]
AnyOffice = Literal["province", "bureau", "centre", "counties"]
Share = Annotated[float, Field(ge=0.0, le=1.0)]

__all__ = [
    "AnyOffice", "ContentNote", "Id", "Indicator", "Kind", "Mark", "SeasonText", "Shape", "Share",
    "SourceShape", "Text", "UpperOffice", "mistake", "one_of", "refers",
]  # fmt: skip


def one_of(shape: Shape, names: tuple[str, ...], what: str) -> str:
    """The one field that is given.

    Raises: a mistake if none is, or more than one.
    """
    given = [name for name in names if getattr(shape, name) is not None]
    if len(given) != 1:
        listed = ", ".join(names)
        raise mistake("one-of", f"{what} has exactly one of {listed}; this has {' and '.join(given) or 'none'}")
    return given[0]


class SourceShape(Shape):
    """Where a claim stands: ``{source: hou, page: "99-102", mark: recorded}``."""

    source: Id = Field(description="A source of the pack's manifest.", json_schema_extra=refers("source"))
    page: int | str | None = Field(default=None, description='A page or pages, as 95 or "95, 99-102".')
    section: str | None = Field(default=None, description="A section, as the source counts or names it.")
    note: str | None = Field(default=None, description="For what is from outside the documents: what and whence.")
    mark: Mark = Field(description="How far the source bears on this place.")

    @model_validator(mode="after")
    def _located(self) -> SourceShape:
        if self.page is None and self.section is None and self.note is None:
            raise mistake("source-place", "a source needs a page, a section or a note")
        return self

    def plain(self) -> Source:
        """As the game uses it."""
        page = "" if self.page is None else str(self.page)
        return Source(self.source, page, self.section or "", self.note or "", self.mark)
