"""``schema``: the JSON Schemas from which editors complete and check content files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.base.problems import CallError, suggestion
from game.ruleset.ids import ids_of
from game.ruleset.kinds import KINDS
from game.ruleset.schema import IDS, bundled, ids_schema, schemas


def write(folder: Path, packs: Sequence[Path]) -> list[Path]:
    """Write every schema into a folder (made if need be), with the ids of the packs; the files written.

    Raises: CallError if a pack does not exist or the folder cannot be written.
    """
    ids = ids_schema(ids_of(packs))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [_written(folder, name, text) for name, text in {**schemas(), IDS: ids}.items()]
    except OSError as fault:
        raise CallError(f"the schemas cannot be written to {folder}: {fault.strerror}") from fault


def one(name: str, packs: Sequence[Path]) -> str:
    """One schema that needs no other beside it, with the ids of the packs.

    Raises: CallError if there is no such kind of file, or no such pack.
    """
    kind = next((kind for kind in KINDS if kind.name == name), None)
    if kind is None:
        names = [kind.name for kind in KINDS]
        raise CallError(f"there is no schema '{name}'; {suggestion(name, names)}")
    return bundled(kind, ids_of(packs))


def _written(folder: Path, name: str, text: str) -> Path:
    path = folder / f"{name}.schema.json"
    path.write_text(text, encoding="utf-8", newline="\n")
    return path
