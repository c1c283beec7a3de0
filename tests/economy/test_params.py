from __future__ import annotations

import ast
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from game.economy import params
from game.economy.params import Params
from tests.economy.samples import RULES

SOURCE = Path(params.__file__).read_text(encoding="utf-8")


def coefficients() -> list[tuple[str, str]]:
    """Every coefficient with the text under it."""
    found = []
    for group in ast.parse(SOURCE).body:
        if not isinstance(group, ast.ClassDef) or group.name == "Params":
            continue
        for line, below in zip(group.body, [*group.body[1:], ast.Pass()], strict=True):
            if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name):
                written = isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant)
                paper = str(below.value.value) if written else ""
                found.append((f"{group.name}.{line.target.id}", paper))
    return found


@pytest.mark.parametrize(("name", "paper"), coefficients(), ids=[name for name, _ in coefficients()])
def test_every_coefficient_carries_its_page_or_why_it_was_assumed(name: str, paper: str):
    assert "p. " in paper or "ssumed" in paper or "Follows" in paper, name


def test_every_line_of_the_prefecture_says_where_it_comes_from():
    """Each block of content/rules/prefecture.yaml has a source or an assumption in its comments."""
    text = RULES.read_text(encoding="utf-8")
    blocks = [block for block in text.split("\n\n") if any(line[:1].isalpha() for line in block.splitlines())]
    assert all("source" in block or "assumed" in block for block in blocks)


def test_coefficients_cannot_be_changed_by_mistake():
    with pytest.raises(FrozenInstanceError):
        Params().crops.coop_cash_share = 0.5  # type: ignore[misc]
