"""``check --fix``: what is obvious is mended, everything else stays byte for byte."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.author.fixing import fix
from game.author.schemas import write
from game.base.problems import CallError, Exchange, edits, nearest
from game.cli import main
from game.ruleset import check
from game.ruleset.layout import plain_words, read_otherwise
from tests.ruleset.samples import DECK as SOUND
from tests.ruleset.samples import PACK, write_pack

DECK = "decks/1951/year.deck.yaml"


def mended(folder: Path, text: str) -> str:
    """The deck after a fix."""
    pack = write_pack(folder, PACK)
    (pack / DECK).write_bytes(text.encode())
    fix([pack])
    return (pack / DECK).read_bytes().decode()


SPELLINGS = [
    ("    weight: 2\n", "    wieght: 2\n"),
    ("speaks: du-wenbin\n", "speaks: du-wenbing\n"),
    ("kind: report", "kind: reprot"),
    ("terms: [dan]", "terms: [dna]"),
    ("1.8 [[dan]]", "1.8 [[dna]]"),
    ("trust < 0.4 and", "trsut < 0.4 and"),
    ("default: send-it\n", "default: sendit\n"),
    ("setting: exit_allowed", "setting: exit_alowed"),
    ("card: visitors", "card: visitor"),
    ('source: "hou"', 'source: "huo"'),
    ("with: province", "with: provinz"),
    ('title: "1951"', "title: 1951"),
    ("taken: true", "taken: yes"),
    ("only_follow_up: true", 'only_follow_up: "Yes"'),
    ('date: "1951-10-23"', "date: 1951-10-23"),
    ("title: \"no\"", "title: no"),
    ("says: It will be printed.", "syas: It will be printed."),
]
"""Right, and wrong in the way in which it is mended."""


def sound_with(right: str) -> str:
    """The sound deck, with words that it does not have of itself."""
    sound = SOUND
    if "weight" in right:
        sound = SOUND.replace("    default: send-it\n", "    weight: 2\n    default: send-it\n")
    if right.startswith("title"):
        sound = SOUND.replace("title: Visitors", right)
    if right.startswith("source"):
        sound = SOUND.replace("source: hou", right)
    assert right in sound
    return sound


@pytest.mark.parametrize(("right", "wrong"), SPELLINGS)
def test_a_slip_is_mended_and_nothing_else(tmp_path: Path, right: str, wrong: str) -> None:
    sound = sound_with(right).replace("    kind: visit", "    kind: visit   # who are they?  Nobody knows")
    assert mended(tmp_path, sound.replace(right, wrong, 1)) == sound


@pytest.mark.parametrize(("right", "wrong"), SPELLINGS)
def test_a_second_fix_changes_nothing(tmp_path: Path, right: str, wrong: str) -> None:
    once = mended(tmp_path, sound_with(right).replace(right, wrong, 1))
    assert fix([tmp_path]) == []
    assert (tmp_path / DECK).read_bytes().decode() == once


def test_a_word_that_may_mean_two_things_is_left(tmp_path: Path) -> None:
    """``daq`` is one slip from ``dan``, and as near to ``dao``."""
    text = SOUND.replace("terms: [dan]", "terms: [daq]")
    archive = PACK["archive/all.archive.yaml"].replace("entries:\n", "entries:\n" + DAO, 1)
    write_pack(tmp_path, {**PACK, DECK: text, "archive/all.archive.yaml": archive})
    assert fix([tmp_path]) == []
    assert (tmp_path / DECK).read_text(encoding="utf-8") == text


DAO = """\
  - id: dao
    title: Dao
    kind: term
    mark: recorded
    text: A way.
    sources: [{source: hou, page: 15, mark: recorded}]
"""


def test_the_first_of_two_recorded_choices_keeps_its_mark(tmp_path: Path) -> None:
    text = SOUND.replace("costs: {team_turns: 3}", "costs: {team_turns: 3}\n        taken: true # so it was")
    assert mended(tmp_path, text) == text.replace("taken: true # so", "taken: false # so")


def test_windows_line_ends_and_loose_spaces_go(tmp_path: Path) -> None:
    loose = SOUND.replace("kind: report", "kind: report  ").replace("title: Visitors", "title: Visitors\t")
    assert mended(tmp_path, loose.replace("\n", "\r\n")) == SOUND


def test_spaces_that_belong_to_a_text_stay(tmp_path: Path) -> None:
    literal = "text: |\n      They have come.  \n      So they say. "
    text = SOUND.replace("text: They have come to see the field.", literal)
    text = text.replace("kind: visit", "kind: visit ")
    assert mended(tmp_path, text) == text.replace("kind: visit ", "kind: visit")


@pytest.mark.parametrize("tabs", ["\t\tkind: report", "  \tkind: report", "\tkind: report"])
def test_tabs_become_spaces(tmp_path: Path, tabs: str) -> None:
    assert mended(tmp_path, SOUND.replace("    kind: report", tabs)) == SOUND


def test_a_missing_first_line_is_written_where_the_pack_has_schemas(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, PACK)
    assert fix([pack]) == []
    write(pack / "schemas", [pack])
    fix([pack])
    first, _, rest = (pack / DECK).read_text(encoding="utf-8").partition("\n")
    assert first == "# yaml-language-server: $schema=../../schemas/deck.schema.json"
    assert rest == SOUND
    assert fix([pack]) == []


def test_a_mark_of_the_encoding_stays(tmp_path: Path) -> None:
    assert mended(tmp_path, "\ufeff" + SOUND.replace("kind: report", "kind: reprot")) == "\ufeff" + SOUND


def test_a_field_is_not_given_the_name_of_one_that_is_there(tmp_path: Path) -> None:
    text = SOUND.replace("    kind: report", "    kind: report\n    knd: visit")
    assert mended(tmp_path, text) == text


def test_what_a_mended_card_has_wrong_besides_is_mended_too(tmp_path: Path) -> None:
    """References are looked at once the card can be read."""
    wrong = SOUND.replace("kind: report", "kind: reprot").replace("terms: [dan]", "terms: [dna]")
    assert mended(tmp_path, wrong) == SOUND


def test_only_the_file_that_was_named_is_touched(tmp_path: Path) -> None:
    wrong = {**PACK, DECK: SOUND.replace("kind: report", "kind: reprot"),
             "text/en/all.text.yaml": PACK["text/en/all.text.yaml"].replace("\n", "\r\n")}
    pack = write_pack(tmp_path, wrong)
    before = (pack / "text/en/all.text.yaml").read_bytes()
    assert len(fix([pack / DECK])) == 1
    assert (pack / "text/en/all.text.yaml").read_bytes() == before


def test_nothing_is_left_beside_the_files(tmp_path: Path) -> None:
    mended(tmp_path, SOUND.replace("kind: report", "kind: reprot"))
    files = (path for path in tmp_path.rglob("*") if path.is_file())
    assert sorted(path.relative_to(tmp_path).as_posix() for path in files) == sorted(PACK)


def test_a_file_that_cannot_be_read_at_all_is_left(tmp_path: Path) -> None:
    for bad in ("cards: [", "cards: &all []\n", "\x00"):
        assert mended(tmp_path, bad) == bad


def test_the_shipped_content_needs_no_mending(tmp_path: Path) -> None:
    copy = tmp_path / "content"
    shutil.copytree(Path(__file__).parents[2] / "content", copy)
    assert fix([copy]) == []
    assert check([copy]) == []


def test_the_verb_says_what_it_mended_and_then_checks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = write_pack(tmp_path, {**PACK, DECK: SOUND.replace("kind: report", "kind: reprot")})
    assert main(["check", "--fix", str(pack)]) == 0
    assert capsys.readouterr().out == f"{pack / DECK}:4:11: mended: not-allowed: reprot is now report\n"


def test_a_path_that_does_not_exist_is_a_wrong_call(tmp_path: Path) -> None:
    with pytest.raises(CallError):
        fix([tmp_path / "nowhere"])


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [("dan", "dan", 0), ("dna", "dan", 1), ("dn", "dan", 1), ("", "dan", 3), ("mou", "dan", 3)],
)
def test_slips_are_counted(one: str, other: str, count: int) -> None:
    assert edits(one, other) == edits(other, one) == count


def test_a_hint_is_sure_only_if_one_word_comes_nearest() -> None:
    sure, unsure = nearest("wieght", ["weight", "when"]), nearest("plan-c", ["plan-a", "plan-b"])
    assert isinstance(sure, Exchange) and isinstance(unsure, Exchange)
    assert (sure.sure, sure.new, unsure.sure) == (True, "weight", False)


def test_words_that_older_programs_read_otherwise_are_found() -> None:
    text = "a: no\nb: 1951-10-23\nc: 12:30\nd: [on, off, maybe]\nno: x\ne: 'yes'\nf: 012\ng: yes it is\n"
    assert [text[start:end] for start, end in read_otherwise(text)] == ["no", "1951-10-23", "12:30", "on", "off"]
    assert "x" in [text[start:end] for start, end in plain_words(text)]


@pytest.mark.parametrize(
    "hostile",
    [
        b"a: &a [x]\nb: [*a, *a, *a, *a, *a]\n" * 30, b"[" * 100_000, b"cards: " + b"x" * 1_100_000, b"\xff\xfec\x00",
        b"cards:\n" + b"\t- id: no \n" * 5000, b"cards: [" + b"no, " * 20_000 + b"no]\n",
    ],
)  # fmt: skip
def test_a_hostile_file_is_left_or_mended_in_little_time(tmp_path: Path, hostile: bytes) -> None:
    pack = write_pack(tmp_path, PACK)
    (pack / DECK).write_bytes(hostile)
    fix([pack])
    assert check([pack]) != []


def test_a_link_is_neither_followed_nor_mended(tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text(SOUND.replace("kind: report", "kind: reprot"), encoding="utf-8")
    pack = write_pack(tmp_path / "pack", {name: text for name, text in PACK.items() if name != DECK})
    (pack / DECK).parent.mkdir(parents=True)
    (pack / DECK).symlink_to(outside)
    before = outside.read_bytes()
    fix([pack])
    assert outside.read_bytes() == before
    assert (pack / DECK).is_symlink()


def test_ids_of_the_pack_that_another_requires_are_no_slips(tmp_path: Path) -> None:
    """Alone the pack knows one person only, whose id is a slip away from the one it cites of the base."""
    deck = SOUND.replace("seal: none", "seal: wuxiang").replace("[[dan]]", "[[dan]] and")
    people = PACK["people/office.people.yaml"].replace("id: du-wenbin", "id: du-wenbim")
    manifest = "id: mine\ntitle: Mine\nversion: 0.1.0\nlanguage: en\nlicence: CC BY 4.0\nauthors: [A historian]\n"
    pack = write_pack(
        tmp_path,
        {"pack.yaml": manifest + 'requires: {two-ledgers: ">=0.1"}\n', DECK: deck, "people/mine.people.yaml": people},
    )
    assert main(["check", "--fix", str(pack)]) == 0
    assert (pack / DECK).read_text(encoding="utf-8") == deck


def test_a_slip_in_a_pack_is_mended_with_ids_of_the_pack_that_it_requires(tmp_path: Path) -> None:
    manifest = "id: mine\ntitle: Mine\nversion: 0.1.0\nlanguage: en\nlicence: CC BY 4.0\nauthors: [A historian]\n"
    deck = SOUND.replace("speaks: du-wenbin", "speaks: du-wenbing")
    pack = write_pack(tmp_path, {"pack.yaml": manifest + 'requires: {two-ledgers: ">=0.1"}\n', DECK: deck})
    assert main(["check", "--fix", str(pack)]) == 0
    assert (pack / DECK).read_text(encoding="utf-8") == SOUND


def test_a_zip_is_read_and_left_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import zipfile

    packed = tmp_path / "small.zip"
    with zipfile.ZipFile(packed, "w") as out:
        for name, text in {**PACK, DECK: SOUND.replace("kind: report", "kind: reprot")}.items():
            out.writestr(name, text)
    before = packed.read_bytes()
    assert main(["check", "--fix", str(packed)]) == 1
    assert "is a zip and stays as it is" in capsys.readouterr().err
    assert packed.read_bytes() == before
