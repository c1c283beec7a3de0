"""Problems as GitHub reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.author.annotations import as_annotations
from game.base.problems import Problem
from game.cli import main
from tests.ruleset.samples import PACK, write_pack


def test_a_problem_becomes_a_workflow_command() -> None:
    problem = Problem("/elsewhere/a.yaml", 3, 5, "unknown-field", "'wieght' is no field here", "did you mean 'weight'?")
    (line,) = as_annotations([problem])
    assert line == (
        "::error file=/elsewhere/a.yaml,line=3,col=5,title=unknown-field"
        "::'wieght' is no field here; did you mean 'weight'?"
    )


def test_signs_that_mean_something_to_github_are_escaped() -> None:
    (line,) = as_annotations([Problem("/x/50%,a:b.yaml", 1, 1, "long", "100 % of\r\n::it", "", "warning")])
    assert line == "::warning file=/x/50%25%2Ca%3Ab.yaml,line=1,col=1,title=long::100 %25 of%0D%0A::it"


def test_a_note_is_what_github_calls_a_notice() -> None:
    (line,) = as_annotations([Problem("a.yaml", 1, 1, "coverage", "12 of 99 cards", "", "note")])
    assert line == "::notice file=a.yaml,line=1,col=1,title=coverage::12 of 99 cards"


def test_paths_are_those_of_the_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    deck = "decks/1951/year.deck.yaml"
    pack = write_pack(tmp_path / "mine", {**PACK, deck: PACK[deck].replace("kind: report", "kind: reprot")})
    monkeypatch.chdir(tmp_path)
    assert main(["check", str(pack), "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith(f"::error file=mine/{deck},line=4,col=11,title=not-allowed::")


def test_a_format_that_there_is_not_is_a_wrong_call(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--format", "xml"]) == 2
    assert "github" in capsys.readouterr().err
