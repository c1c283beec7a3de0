"""Type is set inside its width, in the right faces, and knows its glossary links."""

import pygame
import pytest
from pygame import Rect, Surface
from test_kit_sections import ASSETS, SCALES

from game.ui.images import Images
from game.ui.markup import parse, plain, terms
from game.ui.palette import INK
from game.ui.paragraph import set_paragraph
from game.ui.theme import DOCUMENT, LABEL, Theme, window_scale
from game.ui.type import CACHED_PIXELS, Fonts
from game.ui.widgets.text import Heading, Label, Paragraph

TEXT = (
    "Wuxiang has sent its final report. It puts the yield at 1.8 <g dan>dan</g> a <g mou>mou</g>, against <b>1.47</b> "
    "last year; <r>168</r> was reported. 请算一笔账，出售余粮。 Less to the "
    "<g funds>community funds of the cooperative</g>."
)


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    pygame.display.init()
    return Fonts(ASSETS / "fonts")


def theme_for(fonts: Fonts, text_scale: float = 1.0, scale: float = 1.0) -> Theme:
    return Theme(fonts, Images(ASSETS), scale, text_scale)


@pytest.mark.parametrize("text_scale", SCALES)
@pytest.mark.parametrize("width", [120, 300, 640])
def test_no_line_is_wider_than_its_column(fonts, text_scale, width):
    setting = set_paragraph(TEXT, width, DOCUMENT, theme_for(fonts, text_scale).type)
    assert setting.width <= width + 1


@pytest.mark.parametrize("text_scale", SCALES)
def test_a_paragraph_says_every_word_whatever_its_width(fonts, text_scale):
    setting = set_paragraph(TEXT, 260, DOCUMENT, theme_for(fonts, text_scale).type)
    said = "".join(run.text for line in setting.lines for run in line)
    assert said.replace(" ", "") == plain(TEXT).replace(" ", "")


@pytest.mark.parametrize("text_scale", SCALES)
@pytest.mark.parametrize(
    "widget",
    [
        Label("Jg(y) Ángstrom 武乡 one two three four five six"),
        Paragraph(TEXT),
        Paragraph("gjpqy" * 40),
        Heading("Two ledgers, long enough to be broken", "两本账", "prefecture, last count"),
    ],
    ids=["label", "paragraph", "one long word", "heading"],
)
def test_no_glyph_is_cut_or_leaves_its_rectangle(fonts, text_scale, widget):
    theme = theme_for(fonts, text_scale)
    surface = Surface((700, 4000), pygame.SRCALPHA)
    place = Rect(100, 100, 240, widget.height_for(240, theme))
    widget.layout(place, theme).draw(surface)
    assert place.inflate(4, 2).contains(surface.get_bounding_rect())


def test_chinese_in_a_latin_line_comes_from_a_chinese_face(fonts):
    runs = theme_for(fonts).type.runs("Wuxiang 武乡", "roman-bold")
    assert runs == [("roman-bold", "Wuxiang "), ("song-bold", "武乡")]


def test_a_character_that_a_face_lacks_is_borrowed_from_one_that_has_it(fonts):
    homes = {fonts.home("roman", character) for character in "→ǎ鄉"}
    assert all(fonts.font(fonts.home("roman", each), 32).metrics(each)[0] for each in "→ǎ鄉"), homes


def test_no_line_begins_with_closing_punctuation(fonts):
    setting = set_paragraph("请算一笔账，出售余粮。" * 6, 97, DOCUMENT, theme_for(fonts).type)
    assert not any(line[0].text[0] in "，。" for line in setting.lines)


def test_a_paragraph_reports_its_glossary_links(fonts):
    paragraph = Paragraph(TEXT, on_term=lambda term: None)
    theme = theme_for(fonts)
    paragraph.layout(Rect(0, 0, 200, paragraph.height_for(200, theme)), theme)
    assert [child.value for child in paragraph.children] == terms(TEXT) == ["dan", "mou", "funds"]


def test_a_link_broken_over_two_lines_is_one_link_with_two_boxes(fonts):
    paragraph = Paragraph("a <g funds>community funds of the cooperative</g>", on_term=lambda term: None)
    (link,) = paragraph.links(150, theme_for(fonts))
    assert len(link.boxes) > 1 and link.text.split() == ["community", "funds", "of", "the", "cooperative"]


def test_a_label_keeps_what_looks_like_a_mark():
    assert Label("fewer < 3 <b> of").label == "fewer < 3 <b> of"


def test_an_unclosed_mark_holds_to_the_end():
    assert all(look.bold for _, look in [piece for word in parse("<b>all of it") for piece in word.pieces])


def test_the_cache_of_set_lines_is_bounded(fonts):
    setter = theme_for(fonts, 2.0, 2.0).type
    for number in range(400):
        setter.line(f"a rather long line of text, number {number}", DOCUMENT, INK)
    assert fonts._pixels <= CACHED_PIXELS


@pytest.mark.parametrize(
    ("size", "scale"),
    [((1280, 720), 1.0), ((1366, 768), 1.0), ((1920, 1080), 1.5), ((2560, 1440), 2.0), ((800, 600), 1.0)],
)
def test_the_window_scale_grows_in_quarters(size, scale):
    assert window_scale(size) == scale


def test_small_type_is_never_smaller_than_thirteen_pixels(fonts):
    assert LABEL.size * theme_for(fonts).type.scale >= 13
