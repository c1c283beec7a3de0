"""``schema``: the JSON Schemas from which editors complete and check content files."""

from __future__ import annotations

from pathlib import Path

from game.ruleset.schema import schemas


def write(folder: Path) -> list[Path]:
    """Write every schema into a folder (made if need be); the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in schemas().items():
        path = folder / f"{name}.schema.json"
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return written
