"""What the verbs share: exit status, options, the rules that are played with, how a result is printed."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from game import installed
from game.ruleset import Ruleset, load, with_base

DONE, WRONG, BAD_CALL = 0, 1, 2
"""Exit status: done, the thing checked is wrong, the call is wrong."""

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document instead.")]
Packs = Annotated[
    list[Path] | None,
    typer.Option("--pack", help="A pack to put on the base, a folder or a zip; can be given again."),
]


def rules(packs: Sequence[Path] | None = None) -> Ruleset:
    """The shipped content, and other packs on top of it; or a pack alone that is whole in itself.

    Raises: BrokenPackError if one cannot be used; CallError if there is none at a path.
    """
    return load(with_base(packs or (), installed.content()))


def console(error: bool = False) -> Console:
    """Where tables and progress are drawn: stdout, or stderr; wide in a pipe."""
    return Console(stderr=error, width=None if sys.stdout.isatty() else 200)


def print_json(document: Any) -> None:
    """Print a result as one JSON document."""
    typer.echo(json.dumps(document, ensure_ascii=False, indent=1))
