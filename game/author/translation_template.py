"""A file for translators: every text of some cards (or all) of a pack, each with the short hash it is known by.

``python -m game.author.translation_template content which-ten the-best-farmer > mine.translation.yaml``; the texts in
it are the originals, to be written over.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Iterator
from pathlib import Path

from game.base.problems import CallError, nearest
from game.ruleset.loading import read_over
from game.ruleset.translation import KIND_OF, at, short_hash, texts_of


def template(pack: Path, wanted: Collection[str] = ()) -> str:
    """The text of the file; without names every card, entry, person, scenario and background.

    Raises: CallError if there is nothing of a name.
    """
    parts = read_over([pack])
    things = [(of, item) for of, kind in KIND_OF.items() for item in parts.of(kind) if item.shape is not None]
    ids = {item.id for _, item in things}
    for name in wanted:
        if name not in ids:
            raise CallError(f"there is nothing called '{name}' in {pack}; {nearest(name, ids) or 'look into it'}")
    chosen = [(of, item.id, item.raw) for of, item in things if not wanted or item.id in wanted]
    return "\n".join(["translations:", *(line for one in chosen for line in _thing(*one))]) + "\n"


def _thing(of: str, name: str, data: object) -> Iterator[str]:
    yield f"  - of: {of}"
    yield f"    id: {name}"
    yield "    texts:"
    for field, way in texts_of(of, data).items():
        text = at(data, way)
        yield f"      {field}:"
        yield f"        original: '{short_hash(text)}'"
        yield from _written(text.strip())


def _written(text: str) -> Iterator[str]:
    """One line in quotes, or paragraphs under a sign that keeps their lines."""
    if len(text) <= 100 and "\n" not in text:
        yield f"        text: {json.dumps(text, ensure_ascii=False)}"
        return
    yield "        text: |-"
    yield from (f"          {line}".rstrip() for line in text.split("\n"))


def main() -> int:
    """Print the template, or say in a line what is wrong with the call."""
    try:
        print(template(Path(sys.argv[1] if len(sys.argv) > 1 else "content"), sys.argv[2:]), end="")
    except CallError as fault:
        print(fault, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
