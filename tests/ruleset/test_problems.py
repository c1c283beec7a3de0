"""Each way in which a pack can be wrong is found at its place, with a code, and nothing else is complained of.

The mark « in a changed text stands where the problem must be found; elsewhere line and column say so.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from game.base.problems import Problem
from game.ruleset import check
from tests.ruleset.samples import PACK, SCENARIO, broken, write_pack

CONTENT = Path(__file__).parents[2] / "content"
DECK = "decks/1951/year.deck.yaml"
ARCHIVE = "archive/all.archive.yaml"
YEAR = "scenarios/year.scenario.yaml"
TEXTS = "text/en/all.text.yaml"

BACKGROUNDS = """\
backgrounds:
  - id: teacher
    title: Teacher
    zh: 教
    text: count
    standing: {province: 0.1}
    knows: [wuxiang]
    team_turns: 0
    mark: invented
"""

LONG = " ".join(["word"] * 135)
TOO_LONG = " ".join(["word"] * 171)

AT_THE_MARK = [
    # file; what stands there; what stands there instead; code; part of the message or hint
    (DECK, "    title: Two numbers", "    «titel: Two numbers", "unknown-field", "did you mean 'title'?"),
    (DECK, "kind: report", "kind: «reprot", "not-allowed", "did you mean 'report'?"),
    (DECK, "taken: true", "taken: «yes", "wrong-kind", "expected true or false, found 'yes'; write true"),
    (DECK, "team_turns: 3}", "team_turns: «2.5}", "wrong-kind", "expected a whole number"),
    (DECK, "team_turns: 3}", "team_turns: «31}", "out-of-range", "at most 30"),
    (DECK, "title: Visitors", "title: «1951", "wrong-kind", "expected text, found the number 1951; put quotes"),
    (DECK, "title: Visitors", 'title: «""', "wrong-length", "at least 1"),
    (DECK, "id: two-numbers", "id: «Two_Numbers", "bad-form", "small letters, digits and hyphens"),
    (DECK, "by: 0.06", "by: «0.6", "out-of-range", "at most 0.15"),
    (DECK, "by: 0.06", "by: «.nan", "wrong-kind", "expected a number"),
    (DECK, "by: 0.06", "by: «1e400", "out-of-range", "finite"),
    (DECK, "value: false", "value: «[1]", "wrong-kind", "expected true or false or a number or text"),
    (DECK, "from: 1951-autumn", "from: «1951-fall", "bad-season", "write it as 1951-spring"),
    (DECK, "to: 1951-winter}\n    only", "to: 1951-winter}\n    «onyl", "unknown-field", "only_follow_up"),
    (DECK, "when: trust <", "when: «trsut <", "unknown-name", "did you mean 'trust'?"),
    (DECK, "cooperatives > 0", "cooperatives > «O", "unknown-name", ""),
    (DECK, "when: trust < 0.4", 'when: "trust «= 0.4"\n    #', "condition-syntax", "compare with =="),
    (DECK, "trust < 0.4 and", "«trust > 1 and", "never-true", "trust 0 to 1"),
    (DECK, "trust < 0.4 and cooperatives > 0", "«trust >= 0", "always-true", "leave it out"),
    (DECK, "trust < 0.4 and", "(" * 24 + "«" + "(" * 6 + "trust < 0.4 and", "condition-too-deep", ""),
    (DECK, "trust < 0.4 and", "«" + "trust < 0.4 and " * 30, "condition-too-long", "at most 400"),
    (DECK, "when: sent_two_point_six", "when: «sent_two_pont_six", "unknown-name", "sent_two_point_six"),
    (DECK, "speaks: du-wenbin", "speaks: «du-wenbing", "unknown-person", "did you mean 'du-wenbin'?"),
    (DECK, "{by: du-wenbin", "{by: «nobody", "unknown-person", "'nobody' is no person"),
    (DECK, "terms: [dan]", "terms: [«dna]", "unknown-entry", "did you mean 'dan'?"),
    (DECK, "[[dan]]", "«[[dna]]", "unknown-entry", "did you mean 'dan'?"),
    (DECK, "seal: none", "seal: «provinz", "unknown-seal", "did you mean 'province'?"),
    (DECK, "text: Have it weighed.", "text: «a b c d e f g h i j k l m n o", "too-long", "at most 14"),
    (DECK, "says: It will be printed.", f"says: «{' '.join(['so'] * 41)}", "too-long", "at most 40"),
    (DECK, "content_note: hunger", "content_note: «hunge", "not-allowed", "did you mean 'hunger'?"),
    (DECK, "id: have-it-weighed", "id: «send-it", "duplicate-id", "another choice"),
    (DECK, "id: visitors", "id: «two-numbers", "duplicate-id", "year.deck.yaml:2"),
    (DECK, "default: send-it", "default: «sendit", "unknown-choice", "did you mean 'send-it'?"),
    (DECK, "default: send-it", "default: «have-it-weighed", "default-locked", "take one without"),
    (DECK, "costs: {team_turns: 3}", "costs: {team_turns: 3}\n        does_nothing: «So", "does-something", ""),
    (DECK, "costs: {team_turns: 3}", "costs: {team_turns: 3}\n        taken: «true", "two-taken", ""),
    (DECK, "jin_a_mou: 390", "share: «0.4", "wrong-unit", "write jin_a_mou"),
    (DECK, "indicator: coop_yield", "indicator: «yeild", "not-allowed", "did you mean 'yield'?"),
    (DECK, "with: province", "with: «provinz", "not-allowed", "did you mean 'province'?"),
    (DECK, "- flag: sent", "- «flga: sent", "unknown-field", "did you mean 'flag'?"),
    (DECK, "- trust: {by: -0.01}", "- trust: {by: -0.01, in: [«wuxian]}", "unknown-county", "'wuxiang'"),
    (DECK, "- trust: {by: -0.01}", "- secretary: {of: «wuxian, regard: 0.1}", "unknown-county", "'wuxiang'"),
    (DECK, "- trust: {by: -0.01}", "- animals: «{in: [wuxiang]}", "one-of", "given, lost_share"),
    (DECK, "setting: exit_allowed", "setting: «exit_alowed", "unknown-setting", "did you mean 'exit_allowed'?"),
    (DECK, "value: false", "value: «0.5", "bad-value", "true or false"),
    (DECK, "card: visitors", "card: «visitor", "unknown-card", "did you mean 'visitors'?"),
    (DECK, "source: hou, page", "source: «huo, page", "unknown-source", "did you mean 'hou'?"),
    (DECK, "99-102", "«99-214", "page-out-of-range", "pages 1 to 213"),
    (DECK, "99-102", "«102-99", "bad-page", "ends before it begins"),
    (DECK, 'section: "1"', 'section: «"3"', "unknown-section", "it has: 1, 2"),
    (ARCHIVE, "see: [mou]", "see: [«muo]", "unknown-entry", "did you mean 'mou'?"),
    (ARCHIVE, "A measure of land.", f"«{TOO_LONG}", "too-long", "at most 140"),
    (ARCHIVE, "entries:", "«entires:", "unknown-field", "'entries:'"),
    (YEAR, 'decks: ["1951"]', 'decks: [«"1952"]', "unknown-deck", ""),
    (YEAR, "advisers: [du-wenbin]", "advisers: [«du]", "unknown-person", ""),
    (YEAR, "text: prompt.before", "text: «prompt.bfore", "unknown-text", "did you mean 'prompt.before'?"),
    (YEAR, "spring: organisation", "spring: «organization", "unknown-desk", "desks: production"),
    (YEAR, "{spring: 18,", "{«sprin: 18,", "unknown-quarter", "did you mean 'spring'?"),
    (YEAR, "exit_allowed: true", "exit_allowed: «3", "bad-value", "true or false"),
    (YEAR, "to: 1951-winter", "to: «1950-winter", "window-reversed", ""),
    (TEXTS, '"{count} papers"', '«"{count papers"', "bad-placeholder", "write {count}"),
    (TEXTS, '"{count} papers"', "«12", "wrong-kind", "expected text, found the number 12; put quotes"),
    ("pack.yaml", "cite_by: page,", "cite_by: «pages,", "not-allowed", "did you mean 'page'?"),
    (DECK, "cards:", "cards: «&all", "yaml-alias", ""),
    (DECK, "kind: report", "kind: «!!str report", "yaml-tag", ""),
    (DECK, "kind: report", "kind: report\n    «kind: visit", "duplicate-key", "first in line 4"),
    (DECK, "kind: report", "kind: report«: x", "yaml-syntax", "put quotes"),
    (DECK, "    kind: report", "«\tkind: report", "yaml-tab", "indent with spaces"),
    (DECK, "kind: report", "«[kind]: report", "yaml-key", ""),
    (DECK, "title: Visitors", "title: " + "[" * 17 + "«" + "[" * 20, "too-deep", ""),
]  # fmt: skip

ELSEWHERE = [
    (DECK, "    mark: recorded\n", "", "2:5", "missing-field", "'mark' is missing"),
    (DECK, "to: 1951-winter}", "to: 1951-spring}", "6:13", "window-reversed", "1951-spring comes before 1951-autumn"),
    (DECK, "[[dan]]", "[[dan]", "9:11", "bad-link", "[[id|words]]"),
    (DECK, "The report says 1.8", LONG, "9:11", "long", "60 to 120"),
    (DECK, "The report says 1.8", TOO_LONG, "9:11", "too-long", "at most 170"),
    (DECK, "reduced_text: The report says one thing and the summary another.", "", "11:19", "no-reduced-text", ""),
    (DECK, "    content_note: hunger\n", "", "11:19", "no-content-note", ""),
    (DECK, "        does_nothing: Silence is an answer here.\n", "", "48:9", "does-nothing", "add does_nothing"),
    (DECK, "        locked: No team is left.\n", "", "27:15", "no-locked-text", "add locked"),
    (DECK, "jin_a_mou: 390", "jin_a_mou: 390, times: 2", "18:16", "one-of", "jin_a_mou and times"),
    (DECK, "- flag: sent", "  flag: sent", "22:13", "one-of", "begin each effect with a new hyphen"),
    (DECK, "after: 1", "after: 2", "24:31", "follow-up-too-late", "1952-spring"),
    (DECK, "          - follow_up: {card: visitors, after: 1}\n", "", "38:21", "never-followed", ""),
    (DECK, "99-102", "about 99", "34:29", "bad-page", 'write 95, or "95, 99-102"'),
    (DECK, 'page: "95, 99-102", ', "", "34:9", "source-place", "a source needs a page"),
    (DECK, 'page: "95, 99-102"', 'note: "somewhere"', "34:9", "source-place", "cited by page"),
    (DECK, 'section: "1"', "page: 12", "54:9", "source-place", "cited by section"),
    (ARCHIVE, "note: general knowledge", "page: 3", "16:9", "source-place", "cited by a note"),
    (ARCHIVE, "kind: dispute", "kind: term", "21:15", "not-a-dispute", ""),
]  # fmt: skip


def found(folder: Path, files: dict[str, str]) -> list[Problem]:
    """The problems of a pack; scenarios have the shipped rules beside them."""
    write_pack(folder, files)
    if YEAR in files:
        shutil.copytree(CONTENT / "rules", folder / "rules", dirs_exist_ok=True)
        for name in ("calibration", "directives"):  # they cite sources that the small pack does not have
            (folder / "rules" / f"{name}.yaml").unlink()
        (folder / "rules" / "backgrounds.yaml").write_text(BACKGROUNDS, encoding="utf-8")
        secretaries = Path("people") / "secretaries.people.yaml"
        (folder / secretaries.parent).mkdir(exist_ok=True)
        shutil.copy(CONTENT / secretaries, folder / secretaries)
        write_pack(folder, {"text/en/promises.text.yaml": promise_texts()})
    return check([folder])


def promise_texts() -> str:
    """Words for every promise of the shipped rules."""
    politics = (CONTENT / "rules" / "politics.yaml").read_text(encoding="utf-8")
    ids = re.findall(r"^  - {id: ([a-z-]+), to: ", politics, flags=re.MULTILINE)
    return "promise:\n" + "".join(f"  {promise}: So.\n" for promise in ids)


def of_code(problems: list[Problem], code: str) -> Problem:
    """The problem with that code."""
    here = [problem for problem in problems if problem.code == code]
    assert here, f"no {code}; found {[str(problem) for problem in problems]}"
    return here[0]


@pytest.mark.parametrize("files", [PACK, {**PACK, YEAR: SCENARIO}])
def test_nothing_is_wrong_with_a_sound_pack(tmp_path: Path, files: dict[str, str]) -> None:
    assert found(tmp_path, files) == []


@pytest.mark.parametrize(("file", "old", "new", "code", "words"), AT_THE_MARK)
def test_a_problem_is_found_where_it_stands(
    tmp_path: Path, file: str, old: str, new: str, code: str, words: str
) -> None:
    files = broken(file, old, new)
    before, _, _ = files[file].partition("«")
    files[file] = files[file].replace("«", "")
    problem = of_code(found(tmp_path, files), code)
    assert Path(problem.file) == tmp_path / file
    assert (problem.line, problem.column) == (before.count("\n") + 1, len(before) - before.rfind("\n"))
    assert words in str(problem)


@pytest.mark.parametrize(("file", "old", "new", "at", "code", "words"), ELSEWHERE)
def test_a_problem_of_a_whole_is_found_at_its_beginning(
    tmp_path: Path, file: str, old: str, new: str, at: str, code: str, words: str
) -> None:
    problem = of_code(found(tmp_path, broken(file, old, new)), code)
    assert f"{problem.line}:{problem.column}" == at
    assert words in str(problem)


def test_a_card_cannot_file_a_line_before_the_form_has_it(tmp_path: Path) -> None:
    files = {**broken(DECK, "{indicator: coop_yield, jin_a_mou: 390}", "{indicator: steel, jin: 390}"), YEAR: SCENARIO}
    assert "1958-autumn" in str(of_code(found(tmp_path, files), "line-not-yet"))


def test_the_form_cannot_ask_for_a_line_that_it_has_not_yet(tmp_path: Path) -> None:
    found(tmp_path, {**PACK, YEAR: SCENARIO})
    rules = tmp_path / "rules" / "reporting.yaml"
    words = rules.read_text(encoding="utf-8")
    assert "{since: 1958-autumn, due:" in words
    rules.write_text(words.replace("{since: 1958-autumn, due:", "{since: 1958-summer, due:"), encoding="utf-8")
    assert not [problem for problem in check([tmp_path]) if problem.code == "line-not-yet"]
    rules.write_text(words.replace("autumn: [yield, output, coop_yield]", "autumn: [yield, output, steel]"), "utf-8")
    assert "1958-autumn" in str(of_code(check([tmp_path]), "line-not-yet"))


@pytest.mark.parametrize(("file", "old", "new", "code", "words"), AT_THE_MARK)
def test_one_mistake_is_not_complained_of_ten_times(
    tmp_path: Path, file: str, old: str, new: str, code: str, words: str
) -> None:
    """A broken card or file does not make everything that refers to it look wrong, too."""
    files = broken(file, old, new.replace("«", ""))
    assert len(found(tmp_path, files)) <= 3


def test_everything_is_found_at_once(tmp_path: Path) -> None:
    files = broken(DECK, "kind: report", "kind: reprot")
    files[DECK] = files[DECK].replace("terms: [dan]", "terms: [dan, dna]").replace("kind: visit", "kind: vist")
    files[ARCHIVE] = files[ARCHIVE].replace("see: [mou]", "see: [muo]")
    codes = sorted(problem.code for problem in found(tmp_path, files))
    assert codes == ["not-allowed", "not-allowed", "unknown-entry"]


def test_two_seasons_of_dated_cards_are_too_many(tmp_path: Path) -> None:
    one = PACK[DECK].partition("  - id: visitors")[0]
    dated = one.replace("to: 1951-winter", "to: 1951-autumn").replace(
        "    when: trust < 0.4 and cooperatives > 0\n", ""
    )
    dated = dated.replace("    kind: report", "    kind: report\n    needed: true")
    dated = dated.replace("          - follow_up: {card: visitors, after: 1}\n", "")
    cards = "".join(dated.removeprefix("cards:\n").replace("two-numbers", f"card-{n}") for n in range(4))
    problem = of_code(found(tmp_path, {**PACK, YEAR: SCENARIO, DECK: f"cards:\n{cards}"}), "crowded-season")
    assert "4 dated cards that ask" in problem.message
    assert problem.severity == "warning"


def test_a_card_outside_every_scenario_is_a_warning(tmp_path: Path) -> None:
    files = {**PACK, YEAR: SCENARIO.replace('decks: ["1951"]', 'decks: ["1951/year"]')}
    late = files[DECK].replace("1951-winter, to: 1951-winter", "1955-winter, to: 1955-winter")
    assert of_code(found(tmp_path, {**files, DECK: late}), "never-in-scenario").severity == "warning"
    other = {**files, "decks/1952/other.deck.yaml": late.replace("two-numbers", "other").replace("visitors", "guests")}
    assert of_code(found(tmp_path, other), "in-no-scenario").severity == "warning"


def test_a_dispute_lets_two_sides_speak_or_says_that_all_are_silent(tmp_path: Path) -> None:
    before, _, after = PACK[ARCHIVE].partition("      - who: The prefecture")
    one_voice = before + "    sources:" + after.partition("    sources:")[2].partition("    sources:")[2]
    assert of_code(found(tmp_path, {**PACK, ARCHIVE: one_voice}), "one-sided").hint == "add voices:, or silent:"


def test_a_scenario_without_rules_is_refused(tmp_path: Path) -> None:
    write_pack(tmp_path, {**PACK, YEAR: SCENARIO})
    missing = [problem.message for problem in check([tmp_path]) if problem.code == "missing-file"]
    assert "there is a scenario, but no rules/prefecture.yaml" in missing


def test_a_text_that_stands_twice_is_refused(tmp_path: Path) -> None:
    files = {**PACK, "text/en/again.text.yaml": "count: Papers\n"}
    assert of_code(found(tmp_path, files), "duplicate-id").message == "the text 'count' stands elsewhere, too"


def rules_changed(folder: Path, file: str, old: str, new: str) -> list[Problem]:
    """The problems when one place of the shipped rules is changed."""
    found(folder, {**PACK, YEAR: SCENARIO})
    path = folder / "rules" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return check([folder])


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("politics.yaml", "  wuxiang: [", "  wuxiang: [wuxian, ", "unknown-county"),
        ("politics.yaml", "measure: fear", "measure: faer", "unknown-name"),
        ("politics.yaml", "{id: nobody-forced", "{id: nobody-forcd", "unknown-text"),
        ("prefecture.yaml", "id: zhangzi", "id: changzhi", "duplicate-id"),
        ("prefecture.yaml", "1951-summer:", "1951-sumer:", "bad-season"),
    ],
)
def test_rules_name_what_there_is(tmp_path: Path, file: str, old: str, new: str, code: str) -> None:
    assert of_code(rules_changed(tmp_path, file, old, new), code).file == str(tmp_path / "rules" / file)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("    county: licheng\n", "    county: wuxiang\n", "two-secretaries"),
        ("    county: licheng\n    heads_county: true\n", "    county: licheng\n", "no-secretary"),
        ("    county: licheng\n", "    county: null\n", "secretary-incomplete"),
    ],
)
def test_a_county_has_exactly_one_secretary(tmp_path: Path, old: str, new: str, code: str) -> None:
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder)
    path = folder / "people" / "secretaries.people.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    assert code in {problem.code for problem in check([folder])}
