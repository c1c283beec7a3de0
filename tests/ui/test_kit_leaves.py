"""Long content goes to leaves: broken between its parts, nothing lost, the choices on a leaf of their own."""

import pytest
from pygame import Rect
from test_kit_sections import PRESSED, SCALES, Single, driver, pressing

from game.ui.markup import plain
from game.ui.widgets.choice import Choice, ChoiceList
from game.ui.widgets.leaves import Pages
from game.ui.widgets.text import Heading, Label, Paragraph

WORDS = (
    "Du Wenbin, who drafts your reports, lays a slip of paper beside it. He has done the division. It comes to 1.37. "
)


def leaves(count: int = 5, times: int = 2) -> Pages:
    content = [Paragraph(f"<b>{number}</b> {WORDS * times}") for number in range(count)]
    last = ChoiceList([Choice(n, f"Choice {n}", "told", on_choose=pressing(f"choice {n}")) for n in (1, 2, 3)])
    return Pages(
        content, last=[last], page_label=lambda page, pages: f"Leaf {page} of {pages}", back="back", forward="on"
    )


class Sheet(Single):
    def layout(self, theme, size):
        self.widget.layout(Rect(24, 24, 1232, 640), theme)
        root = super().layout(theme, size)
        self.widget.layout(Rect(24, 24, 1232, 640), theme)
        return root


def said(pages: Pages) -> str:
    return "".join(plain(widget.label) for leaf in pages.leaves for widget in leaf if isinstance(widget, Paragraph))


@pytest.mark.parametrize("text_scale", SCALES)
def test_no_word_is_lost_between_leaves(text_scale):
    pages = leaves()
    driver(Sheet(pages), text_scale)
    expected = "".join(f"{number}{WORDS * 2}" for number in range(5))
    assert said(pages).replace(" ", "") == expected.replace(" ", "")


@pytest.mark.parametrize("text_scale", SCALES)
def test_everything_on_a_leaf_fits_it(text_scale):
    pages = leaves(3, 12)
    hand = driver(Sheet(pages), text_scale)
    for number in range(len(pages.leaves)):
        pages.turn_to(number)
        assert all(pages.rect.contains(child.rect) for child in pages.children), number
    assert hand.window.surface.get_rect().contains(pages.rect)


def test_short_content_stays_on_one_leaf_with_its_choices():
    pages = leaves(1, 1)
    driver(Sheet(pages))
    assert len(pages.leaves) == 1


def test_page_keys_turn_leaves_and_stop_at_the_ends():
    pages = leaves()
    hand = driver(Sheet(pages), 2.0)
    for _ in range(len(pages.leaves) + 2):
        hand.press("PAGEDOWN")
    at_end = pages.page
    hand.press("PAGEUP")
    assert at_end == len(pages.leaves) - 1 and pages.page == at_end - 1


def test_the_choices_can_be_made_on_the_last_leaf():
    pages = leaves()
    hand = driver(Sheet(pages), 2.0)
    hand.press(*["PAGEDOWN"] * (len(pages.leaves) - 1), "2", "ENTER")
    assert PRESSED == ["choice 2"]


def test_the_keycap_at_the_foot_turns_by_mouse_too():
    pages = leaves()
    hand = driver(Sheet(pages), 2.0)
    hand.click(role="button", label="on")
    assert pages.page == 1


@pytest.mark.parametrize("lines", range(2, 9))
def test_no_heading_stands_alone_at_the_foot_of_a_leaf(lines):
    part = [Heading("What is recorded"), Paragraph(WORDS * 2)]
    pages = Pages([Paragraph(WORDS * lines), *part, Heading("Where it stands"), Paragraph(WORDS * 4)])
    driver(Sheet(pages), 2.0)
    assert not [leaf for leaf in pages.leaves if isinstance(leaf[-1], Heading)]


def test_hints_about_keys_never_fill_a_leaf_of_their_own():
    hint = Label("Enter decides")
    for lines in range(1, 12):
        pages = Pages([Paragraph(WORDS * 8)], last=[Paragraph(WORDS * lines)], hints=[hint])
        driver(Sheet(pages), 2.0)
        assert [hint] not in pages.leaves


def test_the_focus_is_always_on_something_that_can_be_seen():
    pages = leaves()
    hand = driver(Sheet(pages), 2.0)
    for key in ["PAGEDOWN"] * (len(pages.leaves) + 1) + ["PAGEUP"] * len(pages.leaves):
        hand.press(key)
        assert hand.focused in list(hand.window.root.walk())
