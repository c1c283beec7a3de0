"""``deck-book``: what it writes, and what it says when it cannot."""

import sys

import pytest

from game import cli, installed
from game.author.book import write as writing
from game.base.problems import CallError
from game.ruleset import BrokenPackError, check
from tests.author.books import FONTS, few
from tests.ruleset.samples import broken, write_pack


@pytest.fixture
def small(monkeypatch):
    """The verb with a book of a few cards: what is tested here is not what stands in it."""
    monkeypatch.setattr(writing, "book_of", lambda shelf: few())


def test_the_folder_has_the_page_with_its_fonts_and_licence_and_the_pdf(small, tmp_path, capsys):
    pytest.importorskip("fpdf")
    assert cli.main(["deck-book", "--out", str(tmp_path / "new" / "review")]) == 0
    out = tmp_path / "new" / "review"
    assert capsys.readouterr().out.split() == [str(out / "deck-book.html"), str(out / "deck-book.pdf")]
    assert (out / "deck-book.pdf").read_bytes().startswith(b"%PDF")
    page = (out / "deck-book.html").read_text(encoding="utf-8")
    for font in set(page.split('url("')[1:]):
        assert (out / font.partition('"')[0]).is_file()
    assert "SIL OPEN FONT LICENSE" in (out / "fonts" / "OFL.txt").read_text(encoding="utf-8")


def test_without_the_library_the_page_is_written_and_a_line_says_what_is_missing(small, tmp_path, capsys, monkeypatch):
    (tmp_path / "deck-book.pdf").write_bytes(b"of other content")
    monkeypatch.setitem(sys.modules, "fpdf", None)
    monkeypatch.delitem(sys.modules, "game.author.book.pdf", raising=False)
    assert cli.main(["deck-book", "--out", str(tmp_path)]) == 0
    said = capsys.readouterr()
    assert said.out.split() == [str(tmp_path / "deck-book.html")]
    assert [line for line in said.err.splitlines() if "pip install" in line] == [writing.WITHOUT_PDF]
    assert not (tmp_path / "deck-book.pdf").exists()


def test_a_file_for_a_folder_is_a_wrong_call(tmp_path, capsys):
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    assert cli.main(["deck-book", "--out", str(file)]) == 2
    assert capsys.readouterr().err.splitlines()[-1] == f"{file} is a file; --out names a folder for the book"


def test_a_folder_inside_a_file_cannot_be_written(small, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(CallError, match="cannot be written"):
        writing.write([installed.content()], tmp_path / "file" / "deeper", FONTS)


def test_a_broken_pack_is_told_in_the_words_of_check(tmp_path, capsys, monkeypatch):
    pack = write_pack(tmp_path / "pack", broken("decks/1951/year.deck.yaml", "kind: report", "kind: reprot"))
    problems = [problem for problem in check([pack]) if problem.severity == "error"]
    assert problems
    with pytest.raises(BrokenPackError) as fault:
        writing.write([pack], tmp_path / "out", FONTS)
    assert list(fault.value.problems) == problems
    monkeypatch.setattr(installed, "content", lambda: pack)
    assert cli.main(["deck-book", "--out", str(tmp_path / "out")]) == 1
    assert capsys.readouterr().err.splitlines()[-len(problems) :] == [str(problem) for problem in problems]
    assert not (tmp_path / "out").exists()
