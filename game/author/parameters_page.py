"""``docs/parameters.md``, made from the code: every coefficient of the economic core with unit and paper."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final

import game.economy
from game.author.declared import about
from game.base.seasons import Quarter
from game.economy.params import Params
from game.economy.villages import STRATA
from game.ruleset.shapes.told import docstrings

OPENING: Final = f"""\
# Parameters of the economic core

*This page is made from the code: `python -m game.author.refresh`.*

Every coefficient of `game/economy/params.py`, then the few that stand beside the stage that uses them. What they do is
told in [model.md](model.md). Pages are of Hou unless another source is named; *assumed* means that no document gives
the size. Five values in a row run by stratum: {", ".join(STRATA)}.
An empty unit means a bare number: a weight, a factor, a multiple. What belongs to the place (soil, land, tax, weather,
rates of birth and death) stands, with its sources, in `content/rules/prefecture.yaml`. Grain is in jin (0.5 kg) of
unhusked grain, land in mou (1/15 ha), money in old yuan.
"""
HEAD: Final = "| name | value | unit | paper |\n| --- | --- | --- | --- |\n"
REASONS: Final = ("ambition", "not to lag", "ties", "gain")

UNITS: Final = (
    ("_yuan_per_day", "old yuan a day"), ("_yuan_per_mou", "old yuan a mou"), ("_yuan_a_head", "old yuan a head"),
    ("_yuan", "old yuan"), ("_jin_per_season", "jin a season"), ("_jin_per_day", "jin a day"),
    ("_jin_per_mou", "jin a mou"), ("_days_per_mou", "days a mou"), ("oxen_per_mou", "head a mou"), ("_jin", "jin"),
    ("mou_per_head", "mou a head"), ("_days", "days"), ("plough_mou", "mou a plough"), ("_households", "households"),
    ("days_per_season", "days a season"), ("_per_season", "share a season"), ("_per_year", "share a year"),
    ("_a_year", "share a year"), ("_a_season", "share a season"), ("_a_district", "villages"),
    ("_a_team", "households"), ("days", "days"),
)  # fmt: skip
"""Units by the end of a name; the first that fits."""
SHARES: Final = (
    "Share", "Part", "Most", "Fraction", "Further share", "Hidden grain", "Yield", "Grain lost", "Cash crops",
)  # fmt: skip
"""How the papers of shares and fractions begin."""


def page() -> str:
    """The whole page."""
    groups = "".join(_group(field.name, getattr(Params(), field.name)) for field in dataclasses.fields(Params))
    beside = "".join(_row(f"{module}.{name}", value, paper) for module, name, value, paper in constants())
    return f"{OPENING}{groups}\n## Beside the stages\n\n{HEAD}{beside}"


def _group(name: str, group: Any) -> str:
    kinds = {field.name: str(field.type) for field in dataclasses.fields(group)}
    told = docstrings(type(group))
    rows = "".join(_row(field, getattr(group, field), told[field], kinds[field]) for field in kinds)
    return f"\n## {name}\n\n{about(type(group))}\n\n{HEAD}{rows}"


def _row(name: str, value: object, paper: str, kind: str = "float") -> str:
    plain = paper.replace("``", "`").replace("|", "\\|")
    return f"| `{name}` | {_values(value, kind)} | {unit(name, paper)} | {plain} |\n"


def _values(value: object, kind: str) -> str:
    """Numbers in words; by quarter and reason with their names, by stratum in the order of STRATA."""
    if not isinstance(value, tuple):
        return _number(value)
    named = {"ByQuarter": [quarter.name.lower() for quarter in Quarter], "ByReason": REASONS}.get(kind)
    if named is None:
        return " / ".join(map(_number, value))
    return ", ".join(f"{name} {_number(part)}" for name, part in zip(named, value, strict=True))


def _number(value: object) -> str:
    return f"{value:,.6g}" if isinstance(value, float) and abs(value) < 1000.0 else f"{value:,.0f}"


def unit(name: str, paper: str) -> str:
    """A unit as the name or the paper tells it; nothing for weights and factors, whose paper says what they weigh."""
    for end, words in UNITS:
        if name.endswith(end):
            a_year = words == "jin" and ("a year" in paper or "a head and year" in paper)
            return "jin a head and year" if a_year else words
    return "share" if paper.startswith(SHARES) else ""


def constants() -> Iterator[tuple[str, str, float, str]]:
    """Module, name, value and paper of each number that stands beside a stage with words below it."""
    for found in pkgutil.iter_modules(game.economy.__path__):
        source = inspect.getsource(importlib.import_module(f"game.economy.{found.name}"))
        for line, below in pairwise(ast.parse(source).body):
            if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
                for name, value in _assigned(line):
                    yield found.name, name, value, " ".join(str(below.value.value).split())


def _assigned(line: ast.stmt) -> Iterator[tuple[str, float]]:
    """The name and number of ``NAME = 0.5``; nothing of other lines."""
    if isinstance(line, ast.Assign | ast.AnnAssign) and isinstance(line.value, ast.Constant):
        target = line.targets[0] if isinstance(line, ast.Assign) else line.target
        if isinstance(target, ast.Name) and isinstance(line.value.value, float):
            yield target.id, line.value.value


if __name__ == "__main__":
    print(page(), end="")
