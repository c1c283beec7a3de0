"""``python -m game.author.refresh``: schemas, reference and parameters made anew, in a checkout."""

from __future__ import annotations

from pathlib import Path

from game.author import parameters_page
from game.author.reference import updated
from game.author.schemas import write


def refresh(root: Path) -> None:
    """Write content/schemas, docs/parameters.md and the generated part of docs/authors/format.md below a folder."""
    write(root / "content" / "schemas", [root / "content"])
    document = root / "docs" / "authors" / "format.md"
    document.write_text(updated(document.read_text(encoding="utf-8")), encoding="utf-8")
    (root / "docs" / "parameters.md").write_text(parameters_page.page(), encoding="utf-8")


if __name__ == "__main__":
    refresh(Path(__file__).parents[2])
