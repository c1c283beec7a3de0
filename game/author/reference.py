"""The generated part of docs/authors/format.md: fields, effects, names of conditions, settings."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from game.author.declared import FILES, about, rows
from game.economy.settings import SETTINGS, Setting
from game.ruleset.shapes.base import Shape, SourceShape
from game.ruleset.shapes.deck import CardShape, ChoiceShape, CostsShape, FiledShape, GuessShape, PaperShape, WindowShape
from game.ruleset.shapes.effects import EffectShape
from game.views.names import CONDITION_NAMES, ConditionName

BEGIN: Final = "<!-- generated from the program: do not edit below -->"
END: Final = "<!-- end of the generated part -->"

PARTS: Final[dict[str, type[Shape]]] = {
    "A card": CardShape, "paper": PaperShape, "window": WindowShape, "A choice": ChoiceShape, "guess": GuessShape,
    "costs": CostsShape, "files": FiledShape, "A source": SourceShape,
}  # fmt: skip
PLAIN: Final = {str: "text", float: "number", int: "whole number", bool: "true or false", type(None): ""}


def updated(document: str) -> str:
    """A document with its generated part made anew.

    Raises: ValueError if the marks of the generated part are missing.
    """
    before, _, rest = document.partition(BEGIN)
    _, mark, after = rest.partition(END)
    if not mark:
        raise ValueError(f"the document lacks {BEGIN!r} or {END!r}")
    return f"{before}{BEGIN}\n\n{reference()}\n{END}{after}"


def reference() -> str:
    """The reference as Markdown."""
    lines = [*_fields(), *_effects(), *_names(), *_settings(), *_other_files()]
    return "\n".join(lines)


def _fields() -> Iterator[str]:
    yield "## Fields\n"
    for title, shape in PARTS.items():
        yield from _table(f"### {title}", ("field", "needed", "value", "meaning"), _rows(shape))


def _rows(shape: type[Shape]) -> Iterator[tuple[str, ...]]:
    for name, field in shape.model_fields.items():
        needed = "yes" if field.is_required() else ""
        yield f"`{field.alias or name}`", needed, _value(field), field.description or ""


def _effects() -> Iterator[str]:
    found = []
    for name, field in EffectShape.model_fields.items():
        part = _shape_in(field.annotation)
        form = _form(part) if part else "a flag's name"
        meaning = (part.__doc__ or "").split("\n")[0] if part else field.description or ""
        found.append((f"`{field.alias or name}`", form, meaning))
    yield from _table("## Effects", ("effect", "form", "meaning"), found)


def _form(part: type[Shape]) -> str:
    """``with: province, bureau ..; by: number -0.15 to 0.15``."""
    return "; ".join(
        f"`{field.alias or name}`: {_value(field)}{'' if field.is_required() else ' (optional)'}"
        for name, field in part.model_fields.items()
    )


def _names() -> Iterator[str]:
    columns = ("name", "unit", "range", "by county", "meaning")
    yield from _table("## Names that conditions can use", columns, map(_name_row, CONDITION_NAMES.values()))
    yield "By county: also as `trust_in_wuxiang`. Flags stand beside these, with underscores for hyphens; and"
    yield "`background_land_reform` (0 or 1) for each background: whether the player comes from there.\n"


def _name_row(name: ConditionName) -> tuple[str, ...]:
    span = f"{name.low:,.15g} to {name.high:,.15g}"
    return f"`{name.id}`", name.unit, span, "yes" if name.per_county else "", name.meaning


def _settings() -> Iterator[str]:
    found = [(f"`{setting.id}`", _allowed(setting), setting.unit, setting.meaning) for setting in SETTINGS.values()]
    yield from _table("## Settings that `set` can change", ("setting", "values", "unit", "meaning"), found)


def _other_files() -> Iterator[str]:
    yield "## Other files\n"
    for title, classes in FILES.items():
        yield f"### {title}\n"
        for plain in classes:
            yield f"{plain.__name__}: {about(plain)}\n"
            yield from _table("", ("field", "needed", "value", "meaning"), rows(plain))


def _allowed(setting: Setting) -> str:
    if setting.kind == "number":
        return f"{setting.low:,.15g} to {setting.high:,.15g}"
    return ", ".join(setting.choices) or "true, false"


def _table(title: str, columns: tuple[str, ...], found: Iterable[tuple[str, ...]]) -> Iterator[str]:
    if title:
        yield f"{title}\n"
    yield f"| {' | '.join(columns)} |"
    yield f"|{' --- |' * len(columns)}"
    for row in found:
        yield f"| {' | '.join(row)} |"
    yield ""


def _value(field: FieldInfo) -> str:
    """What a field can hold: kind, allowed words, range."""
    return f"{_kind(field.annotation)}{_span(field.metadata)}".strip()


def _span(metadata: Iterable[Any]) -> str:
    """The range that the library's annotations give."""
    found = {name: getattr(part, name) for part in metadata for name in ("ge", "gt", "le", "lt") if hasattr(part, name)}
    low, high = found.get("ge", found.get("gt")), found.get("le", found.get("lt"))
    return f" {low:,.15g} to {high:,.15g}" if low is not None and high is not None else ""


def _kind(annotation: Any) -> str:
    if annotation in PLAIN:
        return PLAIN[annotation]
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        inner = [part for wrap in parts[1:] if isinstance(wrap, FieldInfo) for part in wrap.metadata]
        return f"{_kind(parts[0])}{_span(inner)}"
    if origin is Literal:
        return ", ".join(str(part) for part in parts)
    if origin is list:
        return f"list: {_kind(parts[0])}"
    if origin in (Union, types.UnionType):
        return " or ".join(kind for kind in map(_kind, parts) if kind)
    return f"see {_title(annotation)}"


def _title(shape: Any) -> str:
    named = {part: title for title, part in PARTS.items()}
    return named.get(shape, "effects")


def _shape_in(annotation: Any) -> type[Shape] | None:
    shapes = (part for part in get_args(annotation) if isinstance(part, type) and issubclass(part, Shape))
    return next(shapes, None)
