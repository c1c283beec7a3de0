"""The window draws only what changed, keeps a stack of scenes and tells them when it closes."""

from pathlib import Path

import pygame
import pytest
from test_kit_sections import ASSETS, PRESSED, Single, driver, gallery, pressing, table

from game.ui.driver import Driver
from game.ui.preferences import Preferences
from game.ui.scenes.dialog import ConfirmScene, MessageScene
from game.ui.sound import Sound
from game.ui.speech import Speech, find_voice
from game.ui.transition import Pop, Push, Quit, Refresh, Replace, Restart
from game.ui.widgets.boxes import Column, Row
from game.ui.widgets.button import Button
from game.ui.widgets.field import TextField
from game.ui.widgets.text import Label
from game.ui.widgets.tooltip import beside
from game.ui.window import Window


def opener(scene) -> Single:
    return Single(Column([Button("open", lambda: Push(scene), key="open")]))


def question() -> ConfirmScene:
    return ConfirmScene(
        "Close the season?", ("Six figures go up.",), "Close", "Not yet", pressing("closed"), kind="filing"
    )


def test_an_idle_window_draws_nothing():
    hand = driver(gallery())
    before = hand.window.frames_drawn
    for _ in range(20):
        hand.window.frame()
        hand.window.pass_time(0.2)
    assert hand.window.frames_drawn == before


def test_a_changed_figure_redraws_only_its_own_place():
    label = Label("known 26–43")
    hand = driver(Single(label, 200))
    label.text = "known 30–43"
    damage = hand.window.stage.damage
    assert damage is not None and damage.w < 300 and damage.h < 60


def test_moving_the_mouse_over_plain_paper_draws_nothing():
    hand = driver(Single(Label("text")))
    before = hand.window.frames_drawn
    hand.hover((900, 500))
    assert hand.window.frames_drawn == before


def test_drawing_changes_no_widget():
    hand = driver(gallery())
    before = hand.tree()
    hand.window.stage.damage = hand.window.surface.get_rect()
    hand.window.frame()
    assert hand.tree() == before


def test_a_dialog_lies_over_the_dimmed_scene_and_gives_it_back():
    hand = driver(opener(question()))
    corner = hand.window.surface.get_at((1200, 700))
    hand.press("ENTER")
    dimmed = hand.window.surface.get_at((1200, 700))
    hand.press("ESC")
    assert sum(dimmed[:3]) < sum(corner[:3]) and hand.focused.key == "open"


def test_a_question_has_its_safe_answer_focused_and_does_nothing_on_it():
    hand = driver(opener(question()))
    hand.press("ENTER", "ENTER")
    assert PRESSED == [] and len(hand.window.stages) == 1


def test_a_question_does_what_it_asks_when_it_is_confirmed():
    hand = driver(opener(question()))
    hand.press("ENTER")
    hand.click(label="Close", role="button")
    assert PRESSED == ["closed"] and len(hand.window.stages) == 1


def test_a_dialog_fits_the_window_at_twice_the_text():
    message = MessageScene("A file that is no save", ("What to do about it, in a sentence or two. " * 4,), "Close")
    hand = driver(message, 2.0)
    dialog = hand.get(role="alertdialog")
    assert hand.window.surface.get_rect().contains(dialog.rect)


def test_a_letter_that_opens_a_scene_is_not_typed_into_its_field():
    search = Single(TextField("Search", ""))
    hand = driver(Single(Column([Button("archive", lambda: Push(search), keycap="A")])))
    hand.press("A")
    assert hand.focused.label == "Search" and hand.focused.value == ""
    hand.type("an")
    assert hand.focused.value == "an"


def test_f1_opens_help_from_any_scene_that_has_no_answer_of_its_own():
    hand = driver(Single(Label("anything")))
    hand.press("F1")
    assert len(hand.window.stages) == 1
    hand.window.help = lambda: Single(Label("help"))
    hand.press("F1")
    assert hand.find(label="help") is not None


def test_scenes_can_be_replaced_and_all_closed():
    hand = driver(Single(Label("first")))
    hand.window.apply(Replace(Single(Label("second"))))
    hand.window.apply(Push(Single(Label("third"))))
    hand.window.apply(Restart(Single(Label("fourth"))))
    assert [stage.root.children[0].label for stage in hand.window.stages] == ["fourth"]


def test_closing_the_window_tells_every_open_scene_the_uppermost_first():
    told: list[str] = []

    class Told(Single):
        def on_quit(self) -> None:
            told.append(self.widget.label)

    hand = driver(Told(Label("below")))
    hand.window.apply(Push(Told(Label("above"))))
    hand.window.handle(pygame.event.Event(pygame.QUIT))
    assert not hand.window.running
    hand.window.close()
    assert told == ["above", "below"]


def test_the_last_scene_closed_ends_the_game():
    hand = driver(Single(Label("only")))
    hand.window.apply(Pop())
    assert not hand.window.running


def test_quit_ends_the_loop():
    hand = driver(Single(Label("only")))
    hand.window.apply(Quit())
    assert not hand.window.running


def test_control_plus_makes_text_larger_and_lays_the_scene_out_again():
    seen: list[float] = []
    window = Window(ASSETS, "Two Ledgers", on_preferences=lambda preferences: seen.append(preferences.text_scale))
    hand = Driver(window, Single(Label("some text")))
    before = hand.get(label="some text").rect.h
    hand.press("CTRL++")
    assert hand.get(label="some text").rect.h > before and seen == [1.25]
    hand.press("CTRL+0")
    assert window.preferences.text_scale == 1.0


def test_a_scene_may_change_the_preferences_and_the_window_notices():
    preferences = Preferences()
    window = Window(ASSETS, "Two Ledgers", preferences)
    hand = Driver(window, Single(Button("larger", lambda: preferences.grow_text(2))))
    hand.press("ENTER")
    assert window.theme.text_scale == 1.5


def test_a_resized_window_grows_its_scale():
    hand = driver(Single(Label("text")))
    pygame.display.set_mode((1920, 1080), pygame.RESIZABLE)
    hand.window.handle(pygame.event.Event(pygame.VIDEORESIZE, size=(1920, 1080), w=1920, h=1080))
    assert hand.window.theme.scale == 1.5


def test_a_screenshot_is_a_picture_of_the_window(tmp_path: Path):
    hand = driver(gallery())
    hand.screenshot(tmp_path / "gallery.png")
    assert pygame.image.load(str(tmp_path / "gallery.png")).get_size() == (1280, 720)


def test_time_passes_for_the_scene():
    class Clock(Single):
        seconds = 0.0

        def update(self, seconds: float):
            self.seconds += seconds
            return Refresh() if self.seconds > 1 else None

    scene = Clock(Label("text"))
    hand = driver(scene)
    hand.wait(0.6)
    hand.wait(0.6)
    assert scene.seconds == pytest.approx(1.2)


def test_the_driver_says_what_there_is_when_it_finds_nothing():
    hand = driver(Single(Button("Decide")))
    with pytest.raises(LookupError, match="Decide"):
        hand.click(label="Postpone")


def test_hovering_shows_and_leaving_hides_it():
    hand = driver(Single(Row([Button("a"), Button("b")])))
    hand.hover(hand.get(label="b").rect.center)
    hovered = hand.get(label="b").hovered
    hand.hover((1000, 600))
    assert hovered and not hand.get(label="b").hovered


def test_a_release_elsewhere_presses_nothing():
    hand = driver(Single(Button("Decide", pressing("decide"))))
    hand.drag(hand.get(label="Decide").rect.center, (1000, 600))
    assert PRESSED == []


def test_a_why_card_finds_a_place_inside_the_window():
    window = pygame.Rect(0, 0, 1280, 720)
    for target in (pygame.Rect(900, 300, 300, 40), pygame.Rect(10, 10, 200, 40), pygame.Rect(0, 690, 1280, 30)):
        assert window.contains(beside(target, (348, 330), window, 24))


def test_a_missing_sound_or_device_is_silence():
    sound = Sound(Path("nowhere"))
    assert not sound.play("gong") and not Sound(ASSETS / "sounds", enabled=False).play("gong")


def test_a_sound_that_exists_can_be_played_without_a_device_to_hear_it():
    names = [path.stem for path in (ASSETS / "sounds").glob("*.ogg")]
    assert all(Sound(ASSETS / "sounds").play(name) for name in names[:1])


def test_speech_without_a_voice_is_silent_and_harmless():
    speech = Speech(lambda: None)
    speech.say("Licheng, known, 14,700 head")
    speech.stop()
    assert not speech.available


def test_the_voice_is_a_program_and_its_arguments_not_a_shell_line():
    voice = find_voice()
    assert voice is None or all(isinstance(part, str) for part in voice)


def test_the_focused_widget_is_spoken_when_speech_is_on():
    hand = driver(Single(Column(table().parts)))
    said: list[str] = []
    hand.window.preferences.speech = True
    hand.window.speech.say = said.append
    hand.press("DOWN")
    assert said and said[-1].startswith("Licheng, known 30–48, filed 66")
