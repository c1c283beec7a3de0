"""What the library finds wrong with a shape, in plain words, with its place in the file and a way out."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Annotated, Any, Final, Union, get_args, get_origin

from pydantic import ValidationError

from game.base.problems import QUOTE, Exchange, Problem, nearest
from game.ruleset.places import Document, Loc
from game.ruleset.shapes.base import KEBAB, Shape

KINDS: Final = {
    "string_type": "text", "int_type": "a whole number", "int_from_float": "a whole number", "float_type": "a number",
    "bool_type": "true or false", "list_type": "a list", "dict_type": "a mapping", "model_type": "a mapping",
    "model_attributes_type": "a mapping",
}  # fmt: skip
BOUNDS: Final = {
    "greater_than_equal": ("at least", "ge"), "greater_than": ("more than", "gt"),
    "less_than_equal": ("at most", "le"), "less_than": ("less than", "lt"),
}  # fmt: skip
LENGTHS: Final = {
    "too_short": ("at least", "min_length"), "too_long": ("at most", "max_length"),
    "string_too_short": ("at least", "min_length"), "string_too_long": ("at most", "max_length"),
}  # fmt: skip

SWITCHES: Final = {"yes": "true", "on": "true", "no": "false", "off": "false"}
"""What older YAML read as a switch."""

Details = Any
"""One error of the library: type, loc, ctx, input."""


def problems_of(error: ValidationError, document: Document, at: Loc, shape: type[Shape]) -> list[Problem]:
    """The problems behind one failed validation of the value at a place."""
    errors = error.errors(include_url=False)
    found = [(_trimmed((*at, *details["loc"]), details, document), details) for details in errors]
    unknown = [loc for loc, details in found if details["type"] == "extra_forbidden"]
    misspelt = {(loc[:-1], _meant(loc, at, shape)) for loc in unknown}
    problems: dict[tuple[object, ...], Problem] = {}
    for loc, details in found:
        if details["type"] == "missing" and (loc[:-1], loc[-1]) in misspelt:
            continue
        hint = _near(loc, at, shape) if loc in unknown else ""
        problem = _problem(details, loc, document, hint)
        same = (problem.line, problem.column, problem.code, "" if details["type"] in KINDS else problem.message)
        problems[same] = _joined(problems[same], problem) if same in problems else problem
    return list(problems.values())


def found_word(value: object) -> str:
    """What stands in the file, as a person would say it."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"'{value[:40]}'"
    if isinstance(value, int | float):
        return f"the number {value}"
    return "a list" if isinstance(value, list) else "a mapping"


def _trimmed(loc: tuple[str | int, ...], details: Details, document: Document) -> tuple[str | int, ...]:
    """The way without the library's own tags at its end (``page.int``)."""
    if details["type"] in ("missing", "extra_forbidden"):
        return loc
    place, kept = document.place, 0
    for key in loc:
        inner = place.step(key)
        if inner is None:
            break
        place, kept = inner, kept + 1
    return loc[:kept]


def _problem(details: Details, loc: Loc, document: Document, near: str) -> Problem:
    kind, given = details["type"], details.get("input")
    context = details.get("ctx", {})
    if kind == "extra_forbidden":
        return document.key_problem(loc, "unknown-field", f"'{loc[-1]}' is no field here", near or "take it out")
    if kind == "missing":
        return document.problem(loc[:-1], "missing-field", f"'{loc[-1]}' is missing")
    if "message" in context:
        return document.problem(loc, kind, context["message"], context["hint"])
    if kind in KINDS:
        message = f"expected {KINDS[kind]}, found {found_word(given)}"
        return document.problem(loc, "wrong-kind", message, _quoting(kind, given))
    return document.problem(loc, *_value_message(kind, given, context))


def _value_message(kind: str, given: Any, context: dict[str, Any]) -> tuple[str, str, str]:
    """Code, message and hint for a value of the right kind that is not allowed."""
    if kind == "literal_error":
        allowed = [word for word in str(context["expected"]).replace(" or ", ", ").replace("'", "").split(", ") if word]
        hint = nearest(str(given), allowed) or f"allowed: {', '.join(allowed)}"
        return "not-allowed", f"{found_word(given)} is not allowed here", hint
    if kind in BOUNDS:
        words, key = BOUNDS[kind]
        return "out-of-range", f"{given} is out of range", f"{words} {context[key]:,.10g} is allowed"
    if kind in LENGTHS:
        words, key = LENGTHS[kind]
        return "wrong-length", f"this is too {kind.rpartition('_')[2]}", f"{words} {context[key]}"
    if kind == "string_pattern_mismatch":
        hint = "small letters, digits and hyphens" if context["pattern"] == KEBAB else f"pattern: {context['pattern']}"
        return "bad-form", f"{found_word(given)} is not written as it must be", hint
    if kind == "finite_number":
        return "out-of-range", "a number must be finite", ""
    return "not-allowed", f"{found_word(given)} is not allowed here ({kind})", ""


def _quoting(kind: str, given: object) -> str:
    if kind == "string_type" and isinstance(given, bool | int | float):
        return QUOTE
    if kind == "bool_type" and isinstance(given, str) and given.lower() in SWITCHES:
        return Exchange("write true or false", given, SWITCHES[given.lower()])
    return ""


def _joined(first: Problem, second: Problem) -> Problem:
    """Two complaints about the same value: ``expected a number, found ..`` and ``expected text, found ..``."""
    one, two = (problem.message.removeprefix("expected ").partition(", found ") for problem in (first, second))
    if first.code != "wrong-kind" or one[0] == two[0]:
        return first
    message = f"expected {one[0]} or {two[0]}, found {one[2]}"
    return Problem(first.file, first.line, first.column, first.code, message, first.hint, first.severity)


def _meant(loc: Loc, at: Loc, shape: type[Shape]) -> str:
    """The field that a wrong key was probably meant to be, or nothing."""
    hint = _near(loc, at, shape)
    return hint.new if isinstance(hint, Exchange) else ""


def _near(loc: Loc, at: Loc, shape: type[Shape]) -> str:
    """A hint at the field that a wrong key was probably meant to be, or nothing."""
    return nearest(str(loc[-1]), [name for name in field_names(shape, loc[len(at) : -1]) if name])


def field_names(shape: type[Shape], loc: Loc) -> list[str]:
    """The keys that a mapping may have at some way into a shape."""
    current: Any = shape
    for key in loc:
        current = next(_inside(current, key), None)
    return list(_fields(current)) if _is_shape(current) else []


def _is_shape(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Shape)


def _fields(shape: type[Shape]) -> dict[str, Any]:
    return {field.alias or name: field.annotation for name, field in shape.model_fields.items()}


def _inside(annotation: Any, key: str | int) -> Iterator[Any]:
    """What stands one step further in; nothing if there is no such step."""
    if _is_shape(annotation):
        inner = _fields(annotation).get(str(key))
        yield from _bare(inner)
        return
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin in (list, dict):
        yield from _bare(parts[-1])


def _bare(annotation: Any) -> Iterator[Any]:
    """A type without ``Annotated`` and without ``None``; the shape first, if it is one of several."""
    if get_origin(annotation) is Annotated:
        yield from _bare(get_args(annotation)[0])
    elif get_origin(annotation) in (Union, types.UnionType):
        parts = sorted(get_args(annotation), key=lambda part: not _is_shape(part))
        yield from (part for part in parts if part is not type(None))
    elif annotation is not None:
        yield annotation
