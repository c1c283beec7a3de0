"""A file is written whole or not at all."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from game.base.files import write_whole


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_anew_with_nothing_left_beside_it(tmp_path: Path) -> None:
    (tmp_path / ".a.csv.new").write_bytes(b"half of what a process wrote that was kil")
    write_whole(tmp_path / "a.csv", b"one")
    write_whole(tmp_path / "a.csv", b"two")
    assert ((tmp_path / "a.csv").read_bytes(), names(tmp_path)) == (b"two", ["a.csv"])


def test_if_it_cannot_take_its_place_the_old_one_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError("no space left")

    (tmp_path / "a.csv").write_bytes(b"one")
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="no space left"):
        write_whole(tmp_path / "a.csv", b"two")
    assert ((tmp_path / "a.csv").read_bytes(), names(tmp_path)) == (b"one", ["a.csv"])


@pytest.mark.skipif(sys.platform == "win32", reason="rights are others there")
def test_it_keeps_its_rights(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"one")
    (tmp_path / "a.csv").chmod(0o640)
    write_whole(tmp_path / "a.csv", b"two")
    assert stat.S_IMODE((tmp_path / "a.csv").stat().st_mode) == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_beside_it_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"mine")
    (tmp_path / ".a.csv.new").symlink_to(tmp_path / "other")
    write_whole(tmp_path / "a.csv", b"one")
    assert (tmp_path / "other").read_bytes() == b"mine"
