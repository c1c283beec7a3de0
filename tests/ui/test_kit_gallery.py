"""Every component, at every size of text: it has a name, nothing overlaps, nothing leaves its place or the window."""

from itertools import combinations

import pygame
import pytest
from pygame import Surface
from test_kit_sections import PRESSED, SCALES, driver, gallery

from game.ui.theme import TEXT_SCALES, TITLE
from game.ui.widgets.base import Widget
from game.ui.widgets.button import Button

NAMELESS = {"group", "separator", "list", "note", "toolbar", "radiogroup", "tablist", "listbox"}


def pages(text_scale: float, size: tuple[int, int] = (1280, 720)):
    """Each page of the gallery in turn."""
    hand = driver(gallery(), text_scale, size)
    for number in range(hand.scene.pages):
        yield hand
        if number + 1 < hand.scene.pages:
            hand.press("PAGEDOWN")


def leaves(root: Widget) -> list[Widget]:
    """The parts that the gallery placed, and inside them everything that holds nothing itself."""
    return [widget for widget in root.walk() if not widget.children and widget.rect.w and widget.role != "separator"]


@pytest.mark.parametrize("text_scale", SCALES)
def test_every_widget_has_a_role_and_a_name(text_scale):
    for hand in pages(text_scale):
        nameless = [node for node in hand.tree().walk() if node.role not in NAMELESS and not node.label]
        assert nameless == []


@pytest.mark.parametrize("text_scale", TEXT_SCALES)
def test_parts_of_a_page_do_not_overlap_and_stay_in_the_window(text_scale):
    for hand in pages(text_scale):
        window = hand.window.surface.get_rect()
        placed = hand.window.root.children
        assert all(window.contains(widget.rect) for widget in placed), [w.label for w in placed]
        assert not [(a.label, b.label) for a, b in combinations(placed, 2) if a.rect.colliderect(b.rect)]


@pytest.mark.parametrize("text_scale", SCALES)
def test_nothing_is_drawn_outside_its_place(text_scale):
    for hand in pages(text_scale):
        for widget in hand.window.root.children:
            surface = Surface(hand.window.surface.get_size(), pygame.SRCALPHA)
            if hand.focused is not None:
                hand.focused.ringed = False
            widget.draw(surface)
            room = (
                widget.rect.inflate(4, 4).union(widget.rect.move(18, 18)) if widget.role == "document" else widget.rect
            )
            assert room.inflate(14, 14).contains(surface.get_bounding_rect()), widget.label


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (2560, 1440)])
def test_the_gallery_is_drawn_at_every_window_size(size):
    assert {hand.window.surface.get_size() for hand in pages(1.0, size)} == {size}


def test_every_button_of_the_first_page_does_what_it_says_by_mouse():
    hand = driver(gallery())
    for label in ("Decide", "File", "Inspect", "Close the season"):
        hand.click(role="button", label=label)
    assert PRESSED == ["decide", "file", "inspect", "close"]


def test_a_button_that_cannot_be_pressed_is_no_stop_and_does_nothing():
    hand = driver(gallery())
    cannot = hand.get(key="cannot")
    hand.click(widget=cannot)
    assert not cannot.enabled and PRESSED == [] and hand.focused is not cannot


@pytest.mark.parametrize("text_scale", TEXT_SCALES)
def test_the_characters_on_a_seal_button_stand_inside_its_frame(text_scale):
    theme = driver(gallery(), text_scale).window.theme
    button = Button("Seal", kind="filing", han="盖章")
    assert button.height_for(600, theme) >= theme.text_px(TITLE.size) + 2 * theme.px(3)
