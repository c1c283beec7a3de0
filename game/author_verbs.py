"""The verbs of authors: schema, preview, new. Thin: what they do stands in game/author, pictures in game/ui."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from game import installed
from game.author import schemas
from game.base.problems import CallError
from game.ruleset.packs import MANIFEST, enclosing

Packs = Annotated[list[Path] | None, typer.Option("--pack", help="A pack beside the shipped one; may be repeated.")]


def register(app: typer.Typer) -> None:
    """Add the verbs to the command."""
    app.command()(schema)


def with_shipped(packs: list[Path] | None, near: Path | None = None) -> list[Path]:
    """The shipped pack, the packs that are named, and the one around a place, each once.

    A copy of the shipped pack stands for it.
    """
    named = [*(packs or []), *([enclosing(near)] if near is not None and _in_a_pack(near) else [])]
    return list(dict.fromkeys([installed.content(), *(pack for pack in named if not _same(pack))]))


def _in_a_pack(place: Path) -> bool:
    return (enclosing(place) / MANIFEST).is_file()


def _same(pack: Path) -> bool:
    return pack.resolve() == installed.content().resolve()


def schema(
    kind: Annotated[str | None, typer.Argument(help="Print the schema of one kind: deck, archive, people ..")] = None,
    out: Annotated[Path | None, typer.Option(help="A folder: write the schemas of every kind into it.")] = None,
    pack: Packs = None,
) -> None:
    """Write the JSON Schemas from which an editor completes. Example: schema --out my-pack/schemas."""
    if (kind is None) == (out is None):
        raise CallError("name a kind of file to print its schema, or a folder with --out to write all of them")
    if kind is not None:
        typer.echo(schemas.one(kind, with_shipped(pack)), nl=False)
    elif out is not None:
        written = schemas.write(out, with_shipped(pack, out.parent))
        typer.echo(f"{out}: {len(written)} schemas written")
