"""Dataclasses of other rooms are read as they are declared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

import pytest
from pydantic import ValidationError

from game.base.seasons import Season
from game.events import Source
from game.ruleset.shapes.derived import build, shape_of


class Colour(StrEnum):
    BLACK = "black"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Inner:
    id: str
    share: float


@dataclass(frozen=True, slots=True)
class Outer:
    """A thing. With a second sentence."""

    id: str
    first: Season = field(metadata={"file": "from"})
    colour: Colour
    copy: bool
    parts: tuple[Inner, ...]
    span: tuple[float, float]
    by_year: Mapping[int, float]
    by_colour: Mapping[Colour, int]
    word: Literal["yes", "maybe"] = "maybe"
    inner: Inner | None = None
    until: Season | None = None
    sources: tuple[Source, ...] = ()


WRITTEN = {
    "id": "thing", "from": "1951-spring", "colour": "red", "copy": True, "parts": [{"id": "a", "share": 1}],
    "span": [1, 2.5], "by_year": {"1951": 3}, "by_colour": {"black": 2},
    "sources": [{"source": "hou", "page": 95, "mark": "recorded"}],
}  # fmt: skip


def test_a_dataclass_is_read_field_for_field() -> None:
    outer = build(Outer, shape_of(Outer).model_validate(WRITTEN))
    assert outer == Outer(
        id="thing",
        first=Season.parse("1951-spring"),
        colour=Colour.RED,
        copy=True,
        parts=(Inner("a", 1.0),),
        span=(1.0, 2.5),
        by_year={1951: 3.0},
        by_colour={Colour.BLACK: 2},
        sources=(Source("hou", "95"),),
    )
    assert isinstance(outer.parts[0].share, float)


@pytest.mark.parametrize(
    "change",
    [
        {"colour": "blue"}, {"from": "1951-fall"}, {"parts": [{"id": "a"}]}, {"parts": [{"id": "a", "share": "1"}]},
        {"span": [1]}, {"by_year": {"soon": 1}}, {"word": "no"}, {"more": 1}, {"copy": "yes"}, {"id": "Not An Id"},
        {"until": "later"}, {"sources": [{"source": "hou", "mark": "recorded"}]},
    ],
)  # fmt: skip
def test_what_the_dataclass_does_not_declare_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        shape_of(Outer).model_validate({**WRITTEN, **change})
