"""Shapes made from the plain dataclasses of other rooms, field for field.

Rules, scenarios and people are read straight into the dataclasses that use them: what a room declares is what its
file may hold. A field's name in the file can differ (``from`` is no name in Python): ``metadata={"file": "from"}``.
"""

from __future__ import annotations

import dataclasses
import types
from collections import abc
from collections.abc import Callable, Hashable
from enum import Enum
from functools import cache
from typing import Annotated, Any, Final, Literal, Union, cast, get_args, get_origin, get_type_hints

import numpy as np
from pydantic import Field, create_model

from game.base.bounds import Bounds, bounds_of
from game.base.seasons import Season
from game.events.cards import Source
from game.ruleset.shapes.base import SeasonText, Shape, SourceShape, refers

ID: Final = r"^[a-z0-9]+([-_.][a-z0-9]+)*$"
YEAR: Final = r"^[0-9]{1,4}$"


@dataclasses.dataclass(frozen=True, slots=True)
class PlainField:
    """One field of a dataclass: in Python, in its shape, in a file; and the kind of thing its words name, if any."""

    name: str
    in_shape: str
    in_file: str
    hint: Any
    required: bool
    refers: str
    bounds: Bounds | None = None


@cache
def _fields_of(plain: Any) -> tuple[PlainField, ...]:
    """Looked up once: resolving the types of a dataclass is slow."""
    hints = get_type_hints(plain)
    return tuple(
        PlainField(
            name=field.name,
            in_shape=f"{field.name}_" if hasattr(Shape, field.name) else field.name,
            in_file=str(field.metadata.get("file", field.name)),
            hint=hints[field.name],
            required=field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING,
            refers=str(field.metadata.get("refers", "")),
            bounds=bounds_of(field.metadata),
        )
        for field in dataclasses.fields(plain)
    )


def fields_of(plain: type[Any]) -> tuple[PlainField, ...]:
    """The fields of a dataclass, as a shape and a file have them."""
    return _fields_of(cast("Hashable", plain))


def shape_of(plain: type[Any]) -> type[Shape]:
    """The shape of a file (or a part of one) that becomes this dataclass."""
    return _made(cast("Hashable", plain))


@cache
def _made(plain: Any) -> type[Shape]:
    """Made once: making one takes a millisecond. A default is never read from a shape, so that any stands for it."""
    fields: dict[str, Any] = {}
    for field in fields_of(plain):
        annotation = _Id if field.name == "id" and field.hint is str else _annotation(field.hint, field.bounds)
        default = ... if field.required else None
        named = refers(field.refers) if field.refers else None
        fields[field.in_shape] = (annotation, Field(default=default, alias=field.in_file, json_schema_extra=named))
    return create_model(plain.__name__, __base__=Shape, __doc__=_first_line(plain), **fields)


def build(plain: type[Any], shape: Shape) -> Any:
    """The dataclass from its checked shape."""
    values = {
        field.name: _plain(field.hint, getattr(shape, field.in_shape))
        for field in fields_of(plain)
        if field.in_shape in shape.model_fields_set
    }
    return plain(**values)


_Id = Annotated[str, Field(pattern=ID, max_length=60)]


def _first_line(plain: type[Any]) -> str:
    return (plain.__doc__ or "").strip().splitlines()[0]


def _annotation(hint: Any, bounds: Bounds | None = None) -> Any:
    """What the library is to check for one field's type; bounds hold for every number in it."""
    known = {Season: SeasonText, Source: SourceShape}.get(hint)
    if known is not None:
        return known
    if dataclasses.is_dataclass(hint):
        return shape_of(cast("type[Any]", hint))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return Literal[tuple(member.value for member in hint)]
    if bounds is not None and hint in (int, float):
        return Annotated[hint, Field(ge=bounds.least, le=bounds.most)]
    made = _compound(hint, get_origin(hint), get_args(hint), bounds)
    some = bounds is not None and bounds.some
    return Annotated[made, Field(min_length=1)] if some else made


def _tuple(parts: tuple[Any, ...], bounds: Bounds | None) -> Any:
    if len(parts) == 2 and parts[1] is ...:
        return list[_annotation(parts[0], bounds)]  # type: ignore[misc]
    length = len(parts)
    return Annotated[list[_annotation(parts[0], bounds)], Field(min_length=length, max_length=length)]  # type: ignore[misc]


def _compound(hint: Any, origin: Any, parts: tuple[Any, ...], bounds: Bounds | None) -> Any:
    """Lists, mappings and alternatives."""
    if origin is tuple:
        return _tuple(parts, bounds)
    if origin is np.ndarray:
        return list[float]
    if origin in (dict, abc.Mapping):
        inner = bounds and Bounds(bounds.least, bounds.most)
        return dict[_key(parts[0]), _annotation(parts[1], inner)]  # type: ignore[misc]
    if origin in (Union, types.UnionType):
        return Union[tuple(_annotation(part, bounds) for part in parts)]  # noqa: UP007 - made at run time
    return hint


def _key(hint: Any) -> Any:
    """Keys are texts in a file, whatever they mean."""
    return Annotated[str, Field(pattern=YEAR)] if hint is int else _annotation(hint)


def _plain(hint: Any, value: Any) -> Any:
    """A checked value as the dataclass wants it."""
    if value is None:
        return None
    origin, parts = get_origin(hint), get_args(hint)
    if isinstance(value, SourceShape):
        return value.plain()
    if isinstance(value, Shape):
        return build(_dataclass_in(hint), value)
    if isinstance(value, list):
        return _sequence(origin, parts, value)
    if isinstance(value, dict):
        key, inner = get_args(_without_none(hint))
        return {_plain(key, name): _plain(inner, part) for name, part in value.items()}
    return _scalar(_without_none(hint), value)


def _sequence(origin: Any, parts: tuple[Any, ...], value: list[Any]) -> Any:
    if origin is np.ndarray:
        return np.asarray(value, dtype=np.float64)
    inner = parts if len(parts) == len(value) and parts[-1] is not ... else parts[:1] * len(value)
    return tuple(_plain(hint, part) for hint, part in zip(inner, value, strict=True))


def _scalar(hint: Any, value: Any) -> Any:
    """Seasons, enumerations, and whole numbers where fractions are meant."""
    if hint is Season:
        return Season.parse(value)
    if hint is float and isinstance(value, int):
        return float(value)
    if isinstance(hint, type) and (issubclass(hint, Enum) or hint is int):
        make = cast("Callable[[Any], Any]", hint)
        return make(value)
    return value


def _without_none(hint: Any) -> Any:
    """``X`` of ``X | None``."""
    if get_origin(hint) in (Union, types.UnionType):
        parts = [part for part in get_args(hint) if part is not type(None)]
        return parts[0] if len(parts) == 1 else hint
    return hint


def _dataclass_in(hint: Any) -> type[Any]:
    return cast("type[Any]", _without_none(hint))
