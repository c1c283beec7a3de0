"""The book on paper: it opens, has links, numbers and embedded fonts, keeps to its pages, and comes out the same."""

import hashlib
import io
import os
import re
import subprocess
import sys
from functools import cache

import pytest

from game.author.book.blocks import Book, Columns, Heading, Part, Prose, Row, Sheet, Span, Table, said
from game.author.book.book import book_of
from tests.author.books import FONTS, ROOT, few, few_shelf, shelf

pypdf = pytest.importorskip("pypdf")
pytest.importorskip("fpdf")

from game.author.book.breaking import lines_of  # noqa: E402 - measures with fontTools
from game.author.book.faces import MISSING, Faces  # noqa: E402
from game.author.book.looks import LOOKS  # noqa: E402
from game.author.book.paging import BOTTOM, LEFT, MEASURE, TOP, Layout  # noqa: E402
from game.author.book.pdf import as_pdf  # noqa: E402
from game.author.book.setting import Setter  # noqa: E402

SAME_TWICE = """
import hashlib
from tests.author.books import FONTS, few
from game.author.book.pdf import as_pdf
print(hashlib.sha256(as_pdf(few(), FONTS)).hexdigest())
"""


@cache
def faces():
    return Faces(FONTS)


@cache
def printed():
    return as_pdf(few(), FONTS)


@cache
def reader():
    return pypdf.PdfReader(io.BytesIO(printed()))


@cache
def whole():
    """The whole shipped deck, laid out once (numbers of pages not yet known)."""
    layout = Layout(Setter(faces()))
    layout.lay(book_of(shelf()))
    return layout


def laid(*pieces):
    layout = Layout(Setter(faces()))
    layout.lay(Book("A book", "en", (Part("Part", "part", pieces),)))
    return layout


def letters(page):
    return "".join(bit.text for placed in page.placed for bit in placed.line.bits)


def test_the_pdf_opens_and_says_what_it_is():
    assert reader().metadata.title == "Two Ledgers, Changzhi 1949-1961: deck book"
    assert reader().metadata.creation_date.year == 2000
    assert len(reader().pages) > 8


def test_the_words_of_a_card_can_be_read_out_of_it():
    read = " ".join(page.extract_text() for page in reader().pages).replace("\0", "")
    text = " ".join(read.split())
    card = few_shelf().of("card")[0].holds
    assert card.title in text
    assert card.choices[0].text in text
    assert card.paper.head in text


def test_every_page_but_the_title_has_its_number_and_a_running_head():
    for number, page in enumerate(reader().pages[1:], 2):
        text = page.extract_text()
        assert re.search(rf"(^|\n)\s*{number}\s*(\n|$)", text), number
    assert "Contents" in reader().pages[1].extract_text()


def test_all_fonts_are_embedded_and_cut_down():
    fonts = {}
    for page in reader().pages:
        for font in page["/Resources"]["/Font"].values():
            (below,) = font.get_object()["/DescendantFonts"]
            descriptor = below.get_object()["/FontDescriptor"].get_object()
            fonts[font.get_object()["/BaseFont"]] = descriptor
    assert len(fonts) >= 4
    for name, descriptor in fonts.items():
        assert re.match(r"/[A-Z]{6}\+", name)
        assert {"/FontFile2", "/FontFile3"} & descriptor.keys()
    assert len(printed()) < 400_000


def test_links_lead_to_pages_of_the_book():
    links = [
        annotation.get_object() for page in reader().pages for annotation in page.get("/Annots", ())
    ]  # fmt: skip
    assert len(links) > 100
    places = {page.indirect_reference.idnum for page in reader().pages}
    for link in links:
        assert link["/Subtype"] == "/Link"
        assert link["/Dest"][0].idnum in places


def test_the_outline_has_every_part_and_every_card():
    titles = list(outlined(reader().outline))
    for wanted in ("Cards", "Archive", "Index by source and page", "What has no page"):
        assert wanted in titles
    assert len([title for title in titles if re.match(r"C\d+ ", title)]) == 4


def outlined(entries):
    for entry in entries:
        if isinstance(entry, list):
            yield from outlined(entry)
        else:
            yield entry.title


def test_a_number_in_the_contents_names_the_page_on_which_the_card_stands():
    contents = reader().pages[1].extract_text()
    pages = [page.extract_text() for page in reader().pages]
    for item in few_shelf().of("card"):
        number = int(re.search(rf"{re.escape(item.title)}[ .]*(\d+)", contents).group(1))
        assert item.id in pages[number - 1]


def test_the_same_content_gives_the_same_bytes_in_any_process():
    assert as_pdf(few(), FONTS) == printed()
    here = hashlib.sha256(printed()).hexdigest()
    done = subprocess.run(
        [sys.executable, "-c", SAME_TWICE], cwd=ROOT, capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONHASHSEED": "1"},
    )  # fmt: skip
    assert done.stdout.strip() == here


def test_nothing_in_the_whole_deck_runs_off_its_page():
    right = LEFT + MEASURE + 0.5
    for number, page in enumerate(whole().pages, 1):
        assert page.placed, f"page {number} is empty"
        for placed in page.placed:
            assert placed.y >= TOP
            assert placed.y + placed.line.baseline <= BOTTOM + 0.5, number
            for bit in placed.line.bits:
                assert placed.x + bit.x + bit.width <= right, (number, bit.text)


def test_no_two_lines_of_the_whole_deck_lie_on_each_other():
    for number, page in enumerate(whole().pages, 1):
        taken = {}
        for placed in page.placed:
            for bit in placed.line.bits:
                spot = (round(placed.x + bit.x, 1), round(placed.y + placed.line.baseline, 1))
                assert spot not in taken, (number, bit.text, taken[spot])
                taken[spot] = bit.text


def test_no_letter_of_the_whole_deck_is_missing_from_the_fonts():
    assert [number for number, page in enumerate(whole().pages, 1) if MISSING in letters(page)] == []


def test_no_heading_stands_alone_at_the_foot_of_a_page():
    for mark in whole().outline:
        page = whole().pages[mark.page - 1]
        below = [placed for placed in page.placed if placed.y > mark.y + 5 and placed.line.bits]
        assert len(below) >= 2, mark.title


def test_each_card_begins_a_page():
    marks = [mark for mark in whole().outline if re.match(r"C\d+ ", mark.title)]
    assert len({mark.page for mark in marks}) == len(marks) == len(shelf().of("card"))


def test_every_anchor_has_a_page():
    assert {item.anchor for item in shelf().items} <= whole().anchors.keys()


def test_a_word_that_is_wider_than_a_line_is_broken():
    lines = lines_of(said("see " + "ab" * 300), LOOKS["apparatus"], 120.0, faces())
    assert len(lines) > 10
    assert all(bit.x + bit.width <= 120.0 for line in lines for bit in line.bits)
    assert "".join(bit.text for line in lines for bit in line.bits).replace(" ", "") == "see" + "ab" * 300


def test_chinese_is_broken_between_characters_and_no_line_begins_with_a_comma():
    lines = lines_of(said("中共山西省委，长治地委。" * 20), LOOKS["document"], 100.0, faces())
    assert len(lines) > 10
    assert not [line for line in lines if line.bits[0].text[0] in "，。"]
    assert all(bit.x + bit.width <= 100.0 for line in lines for bit in line.bits)


def test_a_letter_that_no_font_has_is_shown_as_missing():
    (line,) = lines_of(said("a \U0001f33e b"), LOOKS["document"], 300.0, faces())
    assert "".join(bit.text for bit in line.bits).replace(" ", "") == f"a{MISSING}b"


def test_a_comma_in_another_face_stays_with_its_word():
    words = (Span("aaaa bbbb", "strong"), Span(", cccc"))
    width = faces().width("aaaa bbbb", "roman-bold") * LOOKS["document"].size + 0.5
    lines = lines_of(words, LOOKS["document"], width, faces())
    assert ["".join(bit.text for bit in line.bits) for line in lines] == ["aaaa", "bbbb, cccc"]


def test_a_long_text_flows_over_pages_in_its_column_while_the_other_ends():
    long = tuple(Prose(said(f"Paragraph {number} of a long card. " * 4)) for number in range(60))
    short = (Prose(said("The margin ends."), "apparatus"),)
    layout = laid(Row((long, short), "sheet", "C1", "card-x", (Sheet((said("Hou p. 95"),), 3),)))
    assert len(layout.pages) >= 3
    assert "Paragraph 59" in letters(layout.pages[-1]) or "Paragraph 59" in letters(layout.pages[-2])
    assert "The margin ends." in letters(layout.pages[0])
    assert "Reviewer" in letters(layout.pages[-1])
    assert all(page.running == ["C1"] for page in layout.pages)


def test_a_table_repeats_its_heads_on_each_page_and_keeps_its_rows_whole():
    rows = tuple(
        Row(
            ((Prose(said(f"No{number}")),), (Prose(said(f"Row {number} has some words. " * 12)),)), "table", "",
            f"r{number}",
        )
        for number in range(40)
    )  # fmt: skip
    layout = laid(Table(("No.", "What"), (20, 80), rows))
    assert len(layout.pages) > 2
    for page in layout.pages:
        assert "What" in letters(page)
    for number in range(40):
        pages = {index for index, page in enumerate(layout.pages) if f"Row {number} has" in letters(page)}
        assert len(pages) == 1


def test_the_last_columns_of_an_index_are_made_even():
    lines = tuple(Prose(said(f"line {number}"), "index") for number in range(31))
    layout = laid(Heading(said("Index"), 1, "index"), Columns(lines))
    xs = [placed.x for placed in layout.pages[0].placed if any("line" in bit.text for bit in placed.line.bits)]
    assert sorted(xs.count(x) for x in set(xs)) == [15, 16]


def test_the_numbers_of_pages_settle():
    setter = Setter(faces())
    for _ in range(4):
        layout = Layout(setter)
        layout.lay(few())
        setter.pages = {anchor: page for anchor, (page, _) in layout.anchors.items()}
    again = Layout(setter)
    again.lay(few())
    assert {anchor: page for anchor, (page, _) in again.anchors.items()} == setter.pages
