"""No number, season or name of the rules can be one that a campaign could not live with; each is refused at its place.

The mark « in a changed text stands where the problem must be found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.base.problems import Problem
from game.ruleset import check
from tests.ruleset.samples import PACK, SCENARIO, write_pack
from tests.ruleset.test_problems import CONTENT, YEAR, found

COVERS = "language: en\ncovers_from: 1949-winter\ncovers_to: 1961-winter\n"

DIRECTIVES = """\
opens:
  land_share: 1951-spring
directives:
  - id: leave-is-free
    season: 1951-spring
    office: bureau
    title: Members may leave
    settings: {exit_allowed: true, relief: 0.5, weather: drawn}
    counties: [wuxiang]
    mark: recorded
    sources: [{source: hou, page: 93, mark: recorded}]
    note: None.
"""

FIGURES = """\
figures:
  - id: yield-1951
    title: Yield
    place: prefecture
    measured_in: prefecture
    season: 1951-autumn
    rung: "true"
    measure: yield_true
    low: 140.0
    high: 160.0
    tolerance: 0.05
    unit: jin
    reason: None.
    sources: [{source: hou, page: 93, mark: recorded}]
"""

PREFECTURE, DIRECTIVE, FIGURE = "rules/prefecture.yaml", "rules/directives.yaml", "rules/calibration.yaml"
BAD = [
    # file; what stands there; what stands there instead; code; part of the message or hint
    (PREFECTURE, "land_mou_per_head: 3.25", "land_mou_per_head: «-3.25", "out-of-range", "at least 0.1"),
    (PREFECTURE, "land_mou_per_head: 3.25", "land_mou_per_head: «.nan", "wrong-kind", "a number, found '.nan'"),
    (PREFECTURE, "land_mou_per_head: 3.25", "land_mou_per_head: «-.inf", "wrong-kind", "expected a number"),
    (PREFECTURE, "land_mou_per_head: 3.25", "land_mou_per_head: «1e999", "out-of-range", "finite"),
    (PREFECTURE, "villages_share: 0.078", "villages_share: «0", "out-of-range", "at least 0.0001"),
    (PREFECTURE, "villages_share: 0.078", "villages_share: «1.1", "out-of-range", "at most 1"),
    (PREFECTURE, "soil: 1.12", "soil: «0.01", "out-of-range", "at least 0.2"),
    (PREFECTURE, "persons_per_household: 4.2", "persons_per_household: «0", "out-of-range", "at least 1"),
    (PREFECTURE, "exposure: 0.80", "exposure: «-1", "out-of-range", "at least 0"),
    (PREFECTURE, "oxen_per_100_households: 44.0", "oxen_per_100_households: «-44", "out-of-range", "at least 0"),
    (PREFECTURE, "organised_real: 0.37", "organised_real: «1.2", "out-of-range", "at most 1"),
    (PREFECTURE, "organised_nominal: 0.11", "organised_nominal: «0.7", "out-of-range", "more than all"),
    (PREFECTURE, "trust: 0.64", "trust: «64", "out-of-range", "at most 1"),
    (PREFECTURE, "fear: 0.13", "fear: «-0.13", "out-of-range", "at least 0"),
    (PREFECTURE, "villages: 6000", "villages: «-6000", "out-of-range", "at least 1"),
    (PREFECTURE, "villages: 6000", "villages: «10000000", "out-of-range", "at most 1,000,000"),
    (PREFECTURE, "households_per_village: 92.0", "households_per_village: «0.0", "out-of-range", "at least 1"),
    (PREFECTURE, "normal_yield_jin_per_mou: 171.0", "normal_yield_jin_per_mou: «-171", "out-of-range", ""),
    (PREFECTURE, "hidden_land_share: 0.08", "hidden_land_share: «8", "out-of-range", "at most 1"),
    (PREFECTURE, "ploughs_per_village: 0.02", "ploughs_per_village: «-1", "out-of-range", ""),
    (PREFECTURE, "{spring: 165.0,", "{spring: «-165.0,", "out-of-range", "at least 0"),
    (PREFECTURE, "jin_per_head: {spring: 165.0, ", "jin_per_head: «{", "missing-field", "'spring' is missing"),
    (PREFECTURE, "{spring: 165.0,", "{spring: 165.0, «autum: 3.0,", "unknown-quarter", "did you mean 'autumn'?"),
    (PREFECTURE, "grain_price_yuan_per_jin: 800.0", "grain_price_yuan_per_jin: «0", "out-of-range", ""),
    (PREFECTURE, "1949: 27.0", "1949: «-27.0", "out-of-range", "at least 0"),
    (PREFECTURE, "1949: 27.0", "nineteen: «27.0", "bad-form", ""),
    (PREFECTURE, "{1949: 0.0220,", "{1949: «22.0,", "out-of-range", "at most 0.5"),
    (PREFECTURE, "{1949: 0.0370,", "{1949: «-0.0370,", "out-of-range", "at least 0"),
    (PREFECTURE, "war_damage: {1947: 0.37,", "war_damage: {1947: «1.37,", "out-of-range", "at most 0.9"),
    (PREFECTURE, "herds_left: {1947: 0.80,", "herds_left: {1947: «-0.80,", "out-of-range", "at least 0"),
    (PREFECTURE, "survey: 1952-autumn", "survey: «1952-fall", "bad-season", "write it as 1951-spring"),
    (PREFECTURE, "tax_by_norm_from: 1953", "tax_by_norm_from: «19530", "out-of-range", "at most 9,999"),
    (PREFECTURE, "1951-spring: {all: 1.01}", "1951-spring: {all: «-1.01}", "out-of-range", "at least 0"),
    (PREFECTURE, "1951-spring: {all: 1.01}", "1951-spring: {all: «101}", "out-of-range", "at most 2"),
    (PREFECTURE, "1951-spring: {all: 1.01}", "1951-spring: {wuxian: «1.01}", "unknown-county", "'wuxiang'"),
    (PREFECTURE, "1959-spring: {all: 0.92}", "1959-spring: {all: «9.2}", "out-of-range", "at most 2"),
    (PREFECTURE, "1959-spring: {all: 0.92}", "1959-spring: {wuxian: «0.92}", "unknown-county", "'wuxiang'"),
    (PREFECTURE, "1959-spring: {all: 0.92}", "1959-sprung: «{all: 0.92}", "bad-season", "1951-spring"),
    (PREFECTURE, "two-droughts:", "«normal:", "duplicate-id", "of the program's own"),
    (PREFECTURE, "two-droughts:", "«Two droughts:", "bad-form", "small letters"),
    (YEAR, "reserve_jin: 1000", "reserve_jin: «-1000", "out-of-range", "at least 0"),
    (YEAR, "reserve_jin: 1000", "reserve_jin: «.inf", "wrong-kind", "expected a number"),
    (YEAR, "{spring: 18,", "{spring: «-18,", "out-of-range", "at least 0"),
    (YEAR, "{spring: 18, ", "«{", "missing-field", "'spring' is missing"),
    (YEAR, "villages: 600", "villages: «0", "out-of-range", "at least 1"),
    (YEAR, "villages: 600", "villages: «15", "out-of-range", "too few for 16 counties"),
    (YEAR, "minutes: 20", "minutes: «0", "out-of-range", "at least 1"),
    (YEAR, "to: 1951-winter", "to: «1962-spring", "season-outside", "1949-winter to 1961-winter"),
    (YEAR, "from: 1951-spring", "from: «1949-autumn", "season-outside", "1949-winter to 1961-winter"),
    (YEAR, "from: 1951-spring", "run_up_from: «1951-summer\nfrom: 1951-spring", "window-reversed", "comes after"),
    (YEAR, "{exit_allowed: true}", "{relief: «1.5}", "bad-value", "0 to 1"),
    (YEAR, "{exit_allowed: true}", "{relief: «.nan}", "bad-value", "0 to 1"),
    (YEAR, "{exit_allowed: true}", "{weather: «two-drouhts}", "bad-value", "did you mean 'two-droughts'?"),
    (YEAR, "reserve_jin: 1000", "families: [{id: li, name: Li, county: «wuxian, village: v, stratum: middling,"
     " mark: invented}]\nreserve_jin: 1000", "unknown-county", "did you mean 'wuxiang'?"),
    (DIRECTIVE, "season: 1951-spring", "season: «1948-spring", "season-outside", "1949-winter to 1961-winter"),
    (DIRECTIVE, "land_share: 1951-spring", "land_share: «1962-spring", "season-outside", ""),
    (DIRECTIVE, "counties: [wuxiang]", "counties: [«wuxian]", "unknown-county", "did you mean 'wuxiang'?"),
    (DIRECTIVE, "relief: 0.5", "relief: «-0.5", "bad-value", "0 to 1"),
    (DIRECTIVE, "relief: 0.5", "«releif: 0.5", "unknown-setting", "did you mean 'relief'?"),
    (FIGURE, "low: 140.0", "low: «170.0", "out-of-range", "exchange the two"),
    (FIGURE, "low: 140.0", "low: «-.inf", "wrong-kind", "expected a number"),
    (FIGURE, "tolerance: 0.05", "tolerance: «-0.05", "out-of-range", "at least 0"),
    (FIGURE, "season: 1951-autumn", "season: «1951-fall", "bad-season", ""),
    ("people/secretaries.people.yaml", "honesty: 0.", "honesty: «9.", "out-of-range", "at most 1"),
    ("rules/politics.yaml", "secretaries_regard: ", "secretaries_regard: «7", "out-of-range", "at most 1"),
]  # fmt: skip


@pytest.fixture(scope="module")
def playable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small pack with the shipped rules, in which nothing is wrong."""
    folder = tmp_path_factory.mktemp("playable")
    found(folder, {**PACK, YEAR: SCENARIO, "pack.yaml": PACK["pack.yaml"].replace("language: en\n", COVERS)})
    write_pack(folder, {DIRECTIVE: DIRECTIVES, FIGURE: FIGURES})
    assert check([folder]) == []
    return folder


def problems_with(folder: Path, file: str, text: str) -> list[Problem]:
    """What is wrong when one file has another text; the file is as before afterwards."""
    path = folder / file
    before = path.read_bytes()
    path.write_text(text, encoding="utf-8")
    try:
        return check([folder])
    finally:
        path.write_bytes(before)


@pytest.mark.parametrize(("file", "old", "new", "code", "words"), BAD)
def test_what_cannot_be_is_refused_at_its_place(
    playable: Path, file: str, old: str, new: str, code: str, words: str
) -> None:
    sound = (playable / file).read_text(encoding="utf-8")
    assert old in sound
    marked = sound.replace(old, new, 1)
    before, _, _ = marked.partition("«")
    problems = problems_with(playable, file, marked.replace("«", ""))
    assert problems, "nothing was found"
    here = [problem for problem in problems if problem.code == code]
    assert here, [str(problem) for problem in problems]
    assert (here[0].line, here[0].column) == (before.count("\n") + 1, len(before) - before.rfind("\n"))
    assert here[0].file == str(playable / file) and words in str(here[0])


def numbers_in(text: str) -> Iterator[re.Match[str]]:
    """Numbers that stand alone as values."""
    return re.finditer(r"(?<=[:\[,] )-?\d+(\.\d+)?(?=\s*[,}\]\n])", text)


@pytest.mark.parametrize("bad", [".nan", ".inf", "-.Inf", "1e999"])
@pytest.mark.parametrize("path", sorted((CONTENT / "rules").glob("*.yaml")), ids=lambda path: path.name)
def test_no_number_of_the_rules_can_be_without_a_value_or_without_an_end(
    playable: Path, path: Path, bad: str
) -> None:
    """Every number of a file is replaced at once, and every one of them is found."""
    text = "\n".join(line.split(" #")[0] for line in path.read_text(encoding="utf-8").split("\n")) + "\n"
    places = [number.start() for number in numbers_in(text) if not within_quotes(text, number.start())]
    for start in reversed(places):
        text = text[:start] + bad + text[start:].lstrip("-0123456789.")
    refused = {(problem.line, problem.column) for problem in problems_with(playable, f"rules/{path.name}", text)}
    wanted = {place for place in places_of(text, bad) if not is_a_text_or_page(text, place)}
    assert wanted and wanted <= refused


def within_quotes(text: str, start: int) -> bool:
    """Whether a place lies inside a quoted text of its line."""
    return text[text.rfind("\n", 0, start) + 1 : start].count('"') % 2 == 1


def places_of(text: str, word: str) -> set[tuple[int, int]]:
    """Lines and columns of a word that stands alone as a value."""
    found_at = re.finditer(rf"(?<=[:\[,] ){re.escape(word)}(?=\s*[,}}\]\n])", text)
    return {(text.count("\n", 0, m.start()) + 1, m.start() - text.rfind("\n", 0, m.start())) for m in found_at}


def is_a_text_or_page(text: str, place: tuple[int, int]) -> bool:
    """Whether the number stands where a page or a text is meant."""
    line = text.split("\n")[place[0] - 1]
    return bool(re.search(r"(page|source|note|reason|title|text|unit|unmet): [^,}]*$", line[: place[1] - 1]))
