"""JSON Schemas of the content files, made from the shapes that check them.

One file a kind, which tells the form, and one file more with the ids that there are: only that changes with content.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Mapping
from typing import Any, Final, get_args

from pydantic import BaseModel, ConfigDict, create_model

from game.economy.settings import SETTINGS, Setting
from game.ruleset.ids import Ids, about_setting
from game.ruleset.kinds import KINDS, REPLACES, FileKind
from game.ruleset.shapes.base import REFERS
from game.ruleset.shapes.derived import fields_of
from game.ruleset.shapes.told import docstrings

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
IDS: Final = "ids"
"""Name of the schema that holds the ids."""
CLOSED: Final = frozenset({"setting", "quarter", "indicator"})
"""What only the program defines; of all else a file may name what an editor has not heard of yet."""
SAME: Final = {"setting-name": "setting"}
UNLISTED: Final = frozenset({"text"})
"""Thousands, of which few are meant for a file that names one."""

Node = dict[str, Any]


def schemas() -> dict[str, str]:
    """The text of every schema by the name of the kind of file; they lead to ``ids.schema.json`` beside them."""
    return {kind.name: _written(schema_of(kind, f"{IDS}.schema.json#/$defs/")) for kind in KINDS}


def ids_schema(ids: Ids) -> str:
    """The text of the schema of ids, one id a line."""
    return _written({"title": IDS, "$defs": _listed(ids)})


def bundled(kind: FileKind, ids: Ids) -> str:
    """The text of one schema that needs no other beside it."""
    schema = schema_of(kind, "#/$defs/ids-")
    own = {f"ids-{name}": words for name, words in _listed(ids).items() if f"#/$defs/ids-{name}" in json.dumps(schema)}
    return _written({**schema, "$defs": {**schema.get("$defs", {}), **own}})


def schema_of(kind: FileKind, where: str) -> Node:
    """One schema; ``where`` is what stands before the name of a kind of id in a reference."""
    if kind.name == "text":
        return _words()
    schema = _model(kind).model_json_schema(by_alias=True)
    if kind.plain is not None:
        _describe(schema, kind.plain)
    named: Node = _named(_tidy(schema), where)
    for part in (named, *named.get("$defs", {}).values()):
        for field in part.get("properties", {}).values():
            _borrow(field, named.get("$defs", {}))
    return named


def _written(schema: Node) -> str:
    return json.dumps({"$schema": DIALECT, **schema}, ensure_ascii=False, indent=1) + "\n"


def _model(kind: FileKind) -> type[BaseModel]:
    """The shape of the whole file."""
    if not kind.items:
        return kind.shape
    fields: dict[str, Any] = {kind.items: (list[kind.shape], ...)}  # type: ignore[name-defined]
    return create_model(f"{kind.name.replace('-', '_')}_file", __config__=ConfigDict(extra="forbid"), **fields)


def _words() -> Node:
    """Texts: mappings inside mappings, with texts at the ends."""
    inner = {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/texts"}]}
    texts = {"type": "object", "additionalProperties": inner}
    told = "true: the texts of this file take the place of those that a pack before has."
    switch = {REPLACES: {"anyOf": [{"type": "boolean"}, inner], "description": told}}
    return {"title": "texts", "properties": switch, **texts, "$defs": {"texts": texts}}


def _tidy(schema: Any) -> Any:
    """Without the library's titles of fields, and without defaults that say nothing."""
    if isinstance(schema, list):
        return [_tidy(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: _tidy(value) for key, value in schema.items() if (key, value) != ("default", None)}
    properties = kept.get("properties")
    if isinstance(properties, dict):
        kept["properties"] = {name: _untitled(part) for name, part in properties.items()}
    return kept


def _untitled(field: Any) -> Any:
    return {key: value for key, value in field.items() if key != "title"} if isinstance(field, dict) else field


# ---- what a field means, from the source


def _describe(schema: Node, plain: type[Any]) -> None:
    """Write the texts below a dataclass's fields beside the fields of its schema."""
    parts = {schema.get("title", ""): schema, **schema.get("$defs", {})}
    for each in _classes(plain, set()):
        told, fields = docstrings(each), parts.get(each.__name__, {}).get("properties", {})
        for field in fields_of(each):
            if field.name in told and field.in_file in fields:
                fields[field.in_file]["description"] = told[field.name]


def _borrow(field: Node, defs: Node) -> None:
    """A field that says nothing of itself has the words of the part that it leads to."""
    refs = [part.get("$ref", "") for part in (field, *field.get("anyOf", []))]
    told = (defs.get(ref.removeprefix("#/$defs/"), {}).get("description") for ref in refs)
    if "description" not in field and (words := next(filter(None, told), "")):
        field["description"] = words


def _classes(plain: Any, seen: set[type[Any]]) -> Iterator[type[Any]]:
    """A dataclass and those inside it."""
    if isinstance(plain, type) and dataclasses.is_dataclass(plain) and plain not in seen:
        seen.add(plain)
        yield plain
        for field in fields_of(plain):
            yield from _classes(field.hint, seen)
    for part in get_args(plain):
        yield from _classes(part, seen)


# ---- ids


def _listed(ids: Ids) -> Node:
    return {kind: _choices(words) for kind, words in ids.items()}


def _choices(words: Mapping[str, str]) -> Node:
    """Words to choose from; a kind of which there are none yet says only that they are words."""
    if not words:
        return {"type": "string"}
    return {"enum": list(words), "enumDescriptions": list(words.values())}


def _named(node: Any, where: str) -> Any:
    """Every field that names something led to the ids of its kind."""
    if isinstance(node, list):
        return [_named(part, where) for part in node]
    if not isinstance(node, dict):
        return node
    inner = {key: _named(value, where) for key, value in node.items() if key != REFERS or not isinstance(value, str)}
    kind = node.get(REFERS)
    return _leading(inner, kind, where) if isinstance(kind, str) and kind not in UNLISTED else inner


def _leading(node: Node, kind: str, where: str) -> Node:
    """A field of one word, of a list of words, or with words for keys."""
    if node.get("type") == "array":
        return {**node, "items": _leading(node["items"], kind, where)}
    if node.get("type") == "object":
        if kind == "setting":
            return {**node, "properties": dict(map(_setting, SETTINGS.values())), "additionalProperties": False}
        return {**node, "propertyNames": _leading({"type": "string"}, kind, where)}
    ref = {"$ref": f"{where}{SAME.get(kind, kind)}"}
    told: Node = {key: node[key] for key in ("description", "default") if key in node}
    if SAME.get(kind, kind) in CLOSED:
        return {**told, **ref}
    rest = {key: value for key, value in node.items() if key not in told}
    return {**told, "anyOf": [ref, *rest.pop("anyOf", [rest])]}


def _setting(setting: Setting) -> tuple[str, Node]:
    """The values that a standing decision can have."""
    kinds: dict[str, Node] = {
        "switch": {"type": "boolean"},
        "number": {"type": "number", "minimum": setting.low, "maximum": setting.high},
        "choice": {"type": "string"} if setting.open_to else {"enum": list(setting.choices)},
    }
    return setting.id, {"description": about_setting(setting), **kinds[setting.kind]}
