"""``python -m game.author.refresh``: schemas and reference made anew, in a checkout, after a shape has changed."""

from __future__ import annotations

from pathlib import Path

from game.author.reference import updated
from game.author.schemas import write


def refresh(root: Path) -> None:
    """Write content/schemas and the generated part of docs/authors/format.md below a folder."""
    write(root / "content" / "schemas")
    document = root / "docs" / "authors" / "format.md"
    document.write_text(updated(document.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    refresh(Path(__file__).parents[2])
