"""A small sweep, and the ways in which tests call it."""

import csv
import io
from pathlib import Path

from rich.console import Console

from game.author.sweep.verb import Request, Swept, sweep
from game.ruleset import Ruleset

POLICIES = ("idle", "zealot")
QUICK = {"policies": POLICIES, "runs": 3, "villages": 16, "pairs": 0, "workers": 1, "page": False}
TABLES = ("runs.csv", "cards.csv", "choices.csv", "conditions.csv", "spread.csv")


def swept(rules: Ruleset, out: Path, notes: list[str] | None = None, console: Console | None = None, **more) -> Swept:
    """The ten cooperatives with few villages; without comparisons, unless they are asked for."""
    request = Request("ten-cooperatives", out=out, **(QUICK | more))
    quiet = Console(file=io.StringIO())
    return sweep(request, rules, (notes if notes is not None else []).append, console or quiet)


def rows(table: Path) -> list[dict[str, str]]:
    """The rows of a CSV table."""
    with table.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def tables(folder: Path) -> dict[str, bytes]:
    """The bytes of every table."""
    return {name: (folder / name).read_bytes() for name in TABLES}
