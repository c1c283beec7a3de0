"""JSON Schemas of the content files, made from the shapes that check them."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel, ConfigDict, create_model

from game.ruleset.kinds import KINDS, REPLACES, FileKind

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, str]:
    """The text of every schema by the name of the kind of file."""
    return {kind.name: _text(kind) for kind in KINDS}


def _text(kind: FileKind) -> str:
    schema = _words() if kind.name == "text" else _tidy(_model(kind).model_json_schema(by_alias=True))
    return json.dumps({"$schema": DIALECT, **schema}, ensure_ascii=False, indent=1) + "\n"


def _model(kind: FileKind) -> type[BaseModel]:
    """The shape of the whole file."""
    if not kind.items:
        return kind.shape
    fields: dict[str, Any] = {kind.items: (list[kind.shape], ...)}  # type: ignore[name-defined]
    return create_model(f"{kind.name.replace('-', '_')}_file", __config__=ConfigDict(extra="forbid"), **fields)


def _words() -> dict[str, Any]:
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
