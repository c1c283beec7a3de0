"""Which packs go together, and in which order they are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.base.problems import Problem
from game.ruleset import check
from game.ruleset.loading import read_over, with_base
from game.ruleset.versions import fits
from tests.ruleset.samples import PACK, write_pack


def manifest(name: str, more: str = "", version: str = "0.1.0") -> dict[str, str]:
    head = f"id: {name}\ntitle: {name}\nversion: {version}\nlanguage: en\nlicence: CC BY 4.0\nauthors: [A historian]\n"
    return {"pack.yaml": head + more}


SEEN = """\
entries:
  - id: sheng
    title: Sheng
    kind: term
    mark: recorded
    text: A tenth of a [[dan]].
    sources:
      - {source: hou, page: 15, mark: recorded}
"""


def packs(folder: Path, **more: str) -> list[Path]:
    """Packs that hold a manifest only, in the order given."""
    return [write_pack(folder / name, manifest(name, text)) for name, text in more.items()]


def order(paths: list[Path]) -> list[str]:
    return [layer.id for layer in read_over(paths).layers]


def only(paths: list[Path]) -> Problem:
    (problem,) = check(paths)
    return problem


def test_packs_are_read_as_they_are_given(tmp_path: Path) -> None:
    assert order(packs(tmp_path, b="", a="", c="")) == ["b", "a", "c"]


def test_what_a_pack_requires_is_read_before_it(tmp_path: Path) -> None:
    assert order(packs(tmp_path, a="requires: {c: '>=0.1'}\n", b="", c="")) == ["b", "c", "a"]


def test_a_pack_can_ask_to_come_after_another_without_needing_it(tmp_path: Path) -> None:
    assert order(packs(tmp_path, a="after: [b, nobody]\n", b="")) == ["b", "a"]


def test_a_pack_that_is_missing_is_named_where_it_is_asked_for(tmp_path: Path) -> None:
    problem = only(packs(tmp_path, a="requires: {two-ledger: '>=0.1'}\n"))
    assert (problem.code, problem.line) == ("pack-missing", 7)
    assert "'two-ledger', which is not here" in problem.message


def test_a_pack_that_is_too_old_is_named_with_both_versions(tmp_path: Path) -> None:
    problem = only(packs(tmp_path, a="requires: {b: '>=0.2'}\n", b=""))
    assert problem.code == "pack-version"
    assert problem.message == "'a' needs b >=0.2, and this is 0.1.0"


def test_packs_that_wait_for_each_other_are_named_in_their_circle(tmp_path: Path) -> None:
    problem = only(packs(tmp_path, a="requires: {b: '*'}\n", b="after: [c]\n", c="requires: {a: '*'}\n"))
    assert problem.code == "pack-circle"
    assert "a -> b -> c -> a" in problem.message


@pytest.mark.parametrize("asked", ["new", ">=x", "0.1.0-beta", "> 0.1 <2"])
def test_what_asks_for_no_version_is_refused(asked: str, tmp_path: Path) -> None:
    assert only(packs(tmp_path, a=f"requires: {{b: '{asked}'}}\n", b="")).code == "bad-version"


@pytest.mark.parametrize(
    ("version", "asked", "does"),
    [
        ("0.1.0", ">=0.1", True), ("0.1", "==0.1.0", True), ("0.10", ">=0.9", True), ("1.0", ">=0.1, <1", False),
        ("0.2", "0.1", True), ("0.1", "> 0.1", False), ("3", "*", True), ("0.9.9", "<=0.9", False),
    ],
)  # fmt: skip
def test_versions_are_compared_number_by_number(version: str, asked: str, does: bool) -> None:
    assert fits(version, asked) is does


def test_the_base_goes_first_unless_a_pack_is_whole_in_itself(tmp_path: Path) -> None:
    base, mine = packs(tmp_path, base="", mine="")
    whole = write_pack(tmp_path / "whole", {**manifest("whole"), "rules/prefecture.yaml": "x: 1\n"})
    leaning = write_pack(
        tmp_path / "leaning", {**manifest("leaning", "requires: {base: '*'}\n"), "rules/prefecture.yaml": "x: 1\n"}
    )
    assert with_base([mine], base) == (base, mine)
    assert with_base([leaning], base) == (base, leaning)
    assert with_base([whole, mine], base) == (whole, mine)
    assert with_base([mine, base], base) == (mine, base)


def test_a_pack_is_checked_on_the_base_that_it_asks_for(tmp_path: Path) -> None:
    base = write_pack(tmp_path / "base", PACK)
    mine = write_pack(tmp_path / "mine", manifest("mine", "requires: {small: '>=0.1'}\n"))
    assert [problem.code for problem in check([mine])] == ["pack-missing"]
    assert check([mine], base) == []


def test_a_slip_in_a_manifest_does_not_make_everything_of_the_base_unknown(tmp_path: Path) -> None:
    base = write_pack(tmp_path / "base", PACK)
    files = {**manifest("mine", "requires: {small: '>=0.1'}\nlicens: x\n"), "archive/x.archive.yaml": SEEN}
    assert [problem.code for problem in check([write_pack(tmp_path / "mine", files)], base)] == ["unknown-field"]


def test_a_slip_in_what_is_asked_for_is_told_with_the_name_that_was_meant(tmp_path: Path) -> None:
    base = write_pack(tmp_path / "base", PACK)
    files = {**manifest("mine", "requires: {smal: '>=0.1'}\n"), "archive/x.archive.yaml": SEEN}
    (problem,) = check([write_pack(tmp_path / "mine", files)], base)
    assert (problem.code, problem.hint) == ("pack-missing", "did you mean 'small'?")


def test_what_is_odd_in_the_base_is_not_told_of_a_pack_on_it(tmp_path: Path) -> None:
    base = write_pack(tmp_path / "base", {**PACK, "decks/odd.yaml": "x: 1\n"})
    mine = write_pack(tmp_path / "mine", manifest("mine", "requires: {small: '>=0.1'}\n"))
    assert [problem.code for problem in check([base])] == ["unknown-file"]
    assert check([mine], base) == []
