"""Zips: the same pack as the folder, or refused with a sentence before anything is unpacked."""

from __future__ import annotations

import io
import stat
import struct
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from game.author.check import underlined
from game.ruleset import check
from game.ruleset.packs import bytes_shown, digest, gather
from tests.ruleset.samples import PACK, broken, write_pack

Made = Callable[[zipfile.ZipFile], None]


def zipped(files: dict[str, str], more: Made | None = None, around: str = "") -> bytes:
    """A zip of some files, and whatever a test adds."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(around + name, text)
        if more is not None:
            more(archive)
    return raw.getvalue()


def written(folder: Path, raw: bytes) -> Path:
    path = folder / "pack.zip"
    path.write_bytes(raw)
    return path


def only(path: Path) -> tuple[str, str]:
    """Code and message of the only problem."""
    (problem,) = check([path])
    assert problem.file == str(path)
    return problem.code, problem.message


def adding(name: str, text: str | bytes = "x: 1\n") -> Made:
    return lambda archive: archive.writestr(name, text)


def test_a_zip_and_the_folder_it_was_made_of_are_one_pack(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "pack", PACK)
    zip_file = written(tmp_path, zipped(PACK))
    assert check([zip_file]) == []
    assert digest(gather(zip_file).files) == digest(gather(folder).files)


def test_pictures_of_a_zip_are_named_in_its_credits_as_those_of_a_folder_are(tmp_path: Path) -> None:
    files = {**PACK, "images/well.png": "x"}
    (problem,) = check([written(tmp_path, zipped(files, around="mine/"))])
    assert (problem.code, problem.file) == ("no-credits", str(tmp_path / "pack.zip" / "images" / "well.png"))
    assert check([written(tmp_path, zipped({**files, "CREDITS.md": "well.png: A historian"}, around="mine/"))]) == []


def test_a_zip_is_unpacked_once_for_all_that_is_shown_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    zip_file, taken = written(tmp_path, zipped(PACK)), list[Path]()
    monkeypatch.setattr("game.ruleset.packs.gather", lambda path: taken.append(path) or gather(path))
    assert bytes_shown(str(zip_file / "pack.yaml")) == PACK["pack.yaml"].encode()
    assert bytes_shown(str(zip_file / "rules" / "nothing.yaml")) == b""
    assert taken == [zip_file]


def test_a_pack_that_lies_deeper_is_found_for_its_author(tmp_path: Path) -> None:
    found = check([written(tmp_path, zipped({**PACK, "notes.txt": ""}, around="all/mine/"))])
    (problem,) = [problem for problem in found if problem.code == "missing-file"]
    assert problem.hint == "it lies in all/mine/: that folder is the pack"


def test_a_single_folder_around_everything_is_looked_into(tmp_path: Path) -> None:
    more = adding("__MACOSX/._pack.yaml", "rubbish: [")
    zip_file = written(tmp_path, zipped(PACK, more, around="my-pack/"))
    assert check([zip_file]) == []
    assert digest(gather(zip_file).files) == digest({name: text.encode() for name, text in PACK.items()})


def test_a_mistake_inside_a_zip_is_shown_with_its_line(tmp_path: Path) -> None:
    deck = "decks/1951/year.deck.yaml"
    zip_file = written(tmp_path, zipped({**PACK, deck: broken(deck, "kind: report", "kind: reprot")[deck]}))
    (problem,) = check([zip_file])
    assert (problem.file, problem.line, problem.code) == (str(zip_file / deck), 4, "not-allowed")
    assert next(iter(underlined(problem))).endswith("kind: reprot")


@pytest.mark.parametrize(
    "name", ["../evil.yaml", "/etc/evil.yaml", "C:evil.yaml", "a/../../evil.yaml", "./x.yaml", "a//b.yaml"]
)
def test_a_name_that_leaves_the_pack_is_refused(name: str, tmp_path: Path) -> None:
    assert only(written(tmp_path, zipped(PACK, adding(name))))[0] == "leaves-pack"


def test_a_backslash_is_no_way_into_a_folder(tmp_path: Path) -> None:
    raw = zipped(PACK, adding("decks+evil.yaml")).replace(b"decks+evil.yaml", b"decks\\evil.yaml")
    code, message = only(written(tmp_path, raw))
    assert code == "leaves-pack"
    assert "backslash" in message


def test_a_link_is_refused(tmp_path: Path) -> None:
    def link(archive: zipfile.ZipFile) -> None:
        info = zipfile.ZipInfo("decks/away.deck.yaml")
        info.create_system, info.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")

    assert only(written(tmp_path, zipped(PACK, link)))[0] == "link"


def test_a_name_that_stands_twice_is_refused(tmp_path: Path) -> None:
    raw = zipped(PACK, adding("decks/1951/yeax.deck.yaml")).replace(b"yeax.deck", b"year.deck")
    assert only(written(tmp_path, raw))[0] == "duplicate-name"


@pytest.mark.parametrize("name", ["DECKS/1951/more.deck.yaml", "decks/1951/Year.deck.yaml"])
def test_names_that_differ_by_a_capital_are_refused(name: str, tmp_path: Path) -> None:
    assert only(written(tmp_path, zipped(PACK, adding(name))))[0] == "case-clash"


def test_names_that_differ_by_a_capital_are_refused_in_a_folder_too(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, {**PACK, "archive/ALL.archive.yaml": "entries: []\n"})
    assert "case-clash" in [problem.code for problem in check([pack])]


def test_a_file_that_grows_a_thousandfold_is_refused_in_milliseconds(tmp_path: Path) -> None:
    zip_file = written(tmp_path, zipped(PACK, adding("decks/big.deck.yaml", b"#" * 30_000_000)))
    begun = time.perf_counter()
    code, message = only(zip_file)
    assert time.perf_counter() - begun < 0.5
    assert code == "zip-bomb"
    assert "30,000,000" in message


def test_many_middling_files_are_too_much_together(tmp_path: Path) -> None:
    def many(archive: zipfile.ZipFile) -> None:
        for number in range(2600):
            archive.writestr(f"notes/{number}.txt", b"#" * 19_990)

    assert only(written(tmp_path, zipped(PACK, many)))[0] == "zip-bomb"


def test_more_files_than_a_pack_has_are_refused_unread(tmp_path: Path) -> None:
    def many(archive: zipfile.ZipFile) -> None:
        for number in range(3001):
            archive.writestr(f"n/{number}", "")

    assert only(written(tmp_path, zipped(PACK, many)))[0] == "too-many-files"


def test_a_size_that_is_not_true_is_refused(tmp_path: Path) -> None:
    text = "x: 1\n" * 50
    raw = zipped(PACK, adding("decks/lie.yaml", text))
    told = struct.pack("<L", len(text))
    at = raw.rindex(b"PK\x01\x02")
    lying = raw[:at] + raw[at:].replace(told, struct.pack("<L", 20), 1)
    code, message = only(written(tmp_path, lying))
    assert code == "zip-lies"
    assert "lie.yaml" in message


def test_a_size_that_is_not_true_in_either_place_is_refused(tmp_path: Path) -> None:
    text = "x: 1\n" * 50
    raw = zipped({**PACK, "decks/lie.yaml": text})
    assert only(written(tmp_path, raw.replace(struct.pack("<L", len(text)), struct.pack("<L", 20))))[0] == "zip-lies"


def test_bytes_that_were_changed_are_noticed(tmp_path: Path) -> None:
    raw = bytearray(zipped(PACK))
    crc = struct.pack("<L", zlib.crc32(PACK["pack.yaml"].encode()))
    assert only(written(tmp_path, bytes(raw).replace(crc, b"\0\0\0\0")))[0] == "zip-lies"


@pytest.mark.parametrize(
    ("name", "text"), [("more.zip", b"x"), ("decks/notes.txt", zipped({"a": "b"})), ("a.tar.gz", b"x")]
)
def test_an_archive_in_the_archive_is_refused(name: str, text: bytes, tmp_path: Path) -> None:
    assert only(written(tmp_path, zipped(PACK, adding(name, text))))[0] == "zip-nested"


def test_an_encrypted_file_is_refused(tmp_path: Path) -> None:
    raw = bytearray(zipped(PACK))
    at = raw.rindex(b"PK\x01\x02")
    raw[at + 8] |= 1
    assert only(written(tmp_path, bytes(raw)))[0] == "zip-encrypted"


def test_a_name_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    raw = zipped(PACK, adding("decks/name.deck.yaml")).replace(b"name.deck", b"nam\xe9.deck")
    assert only(written(tmp_path, raw))[0] == "zip-encoding"


@pytest.mark.parametrize(
    "raw", [b"PK\x03\x04 and nothing", b"", b"x" + zipped(PACK), zipped(PACK) + b"x", zipped(PACK)[:-30]]
)
def test_what_is_no_whole_zip_is_refused(raw: bytes, tmp_path: Path) -> None:
    assert only(written(tmp_path, raw))[0] == "zip-damaged"


def test_files_that_share_their_bytes_are_refused(tmp_path: Path) -> None:
    raw = zipped({"pack.yaml": PACK["pack.yaml"], "copy.yaml": PACK["pack.yaml"]})
    first, second = raw.index(b"PK\x03\x04"), raw.index(b"PK\x03\x04", 4)
    at = raw.rindex(struct.pack("<L", second))
    entry = raw.rindex(b"PK\x01\x02")
    shared = raw[: entry + 42] + struct.pack("<L", first) + raw[entry + 46 :]
    assert at > 0
    assert only(written(tmp_path, shared))[0] == "zip-bomb"


def test_nothing_is_left_on_the_disk(tmp_path: Path) -> None:
    zip_file = written(tmp_path, zipped(PACK))
    check([zip_file])
    assert list(tmp_path.iterdir()) == [zip_file]


def test_the_bytes_of_a_zip_are_not_printed(tmp_path: Path) -> None:
    (problem,) = check([written(tmp_path, b"PK\x03\x04 and nothing")])
    assert list(underlined(problem)) == []
