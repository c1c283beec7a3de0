"""The control for a filed figure: by keyboard, by mouse, and what it says to a screen reader."""

import pytest
from test_kit_sections import PRESSED, SCALES, Single, driver, pressing, rule_content

from game.ui.widgets.number import Stepper
from game.ui.widgets.slide_rule import SlideRule


def rule() -> SlideRule:
    return SlideRule(
        "Yield",
        164,
        126,
        184,
        rule_content(),
        presets={"HOME": 147, "L": 149, "C": 168},
        unit="jin a mou",
        on_change=lambda number: pressing(f"{number:.0f}")(),
    )


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["RIGHT"], 165),
        (["LEFT", "LEFT"], 162),
        (["SHIFT+RIGHT"], 174),
        (["SHIFT+RIGHT", "SHIFT+RIGHT", "SHIFT+RIGHT"], 184),
        (["HOME"], 147),
        (["L"], 149),
        (["C"], 168),
        (["1", "7", "0"], 170),
        (["1", "7", "0", "BACKSPACE", "5", "ENTER"], 175),
        (["9", "9", "9", "ENTER"], 184),
    ],
    ids=lambda value: "+".join(value) if isinstance(value, list) else str(value),
)
def test_keys_move_the_figure(keys, expected):
    control = rule()
    driver(Single(control, 1200)).press(*keys)
    assert control.number == expected and control.value == f"{expected} jin a mou"


def test_a_figure_half_typed_can_be_taken_back():
    control = rule()
    driver(Single(control, 1200)).press("1", "2", "ESC")
    assert control.number == 164


def test_dragging_along_the_scale_sets_the_figure():
    control = rule()
    hand = driver(Single(control, 1200))
    scale = control._scale(control.rect.x, control.rect.w, hand.window.theme)
    y = control.rect.y + 80
    hand.drag((round(scale.at(150)), y), (round(scale.at(172)), y))
    assert control.number == 172 and PRESSED[-1] == "172"


def test_a_click_on_the_scale_sets_the_figure():
    control = rule()
    hand = driver(Single(control, 1200))
    scale = control._scale(control.rect.x, control.rect.w, hand.window.theme)
    hand.click_at((round(scale.at(140)), control.rect.y + 80))
    assert control.number == 140


def test_the_wheel_moves_by_one():
    control = rule()
    hand = driver(Single(control, 1200))
    hand.wheel(control.rect.center, -2)
    assert control.number == 162


def test_every_mark_and_zone_is_told_to_a_screen_reader():
    hand = driver(Single(rule(), 1200))
    spoken = [node.spoken() for node in hand.tree().walk() if node.role == "mark"]
    assert "counties 168, 168" in spoken and "known, prefecture, 138–156" in spoken
    assert "praise, honour list: 10 % over last year" in spoken


def test_a_number_that_did_not_change_is_not_told_again():
    control = rule()
    driver(Single(control, 1200)).press("C", "C")
    assert PRESSED == ["168"]


@pytest.mark.parametrize("text_scale", SCALES)
def test_the_rule_keeps_its_height_while_the_figure_moves(text_scale):
    control = rule()
    hand = driver(Single(control, 1200), text_scale)
    heights = set()
    for _ in range(12):
        heights.add(control.height_for(1200, hand.window.theme))
        hand.press("LEFT", "LEFT", "LEFT")
    assert len(heights) == 1 and heights.pop() <= 672


def test_the_stepper_steps_by_its_buttons_and_keys():
    stepper = Stepper("Yield", 164, 100, 250)
    hand = driver(Single(stepper))
    boxes = stepper._boxes()
    hand.click_at(boxes[0].center)
    hand.click_at(boxes[3].center)
    hand.press("SHIFT+UP")
    assert stepper.number == 165
