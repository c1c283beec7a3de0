"""From start to title; what happens to broken content, wrong calls and faults of the program's own."""

import pytest
from sample_pages import ASSETS, CONTENT, drive, outside, rules, sample_session

from game.base.problems import CallError, Problem
from game.campaign.savefile import SaveError
from game.ui import app as application
from game.ui.crash import CrashLog
from game.ui.scene import Push, Quit, Scene
from game.ui.scenes.loading import BrokenPackScene, CrashScene
from game.ui.scenes.new_game import NewGameScene
from game.ui.scenes.title import TitleScene


@pytest.fixture
def reached(monkeypatch):
    """The scenes that the program came to; it leaves at the first after loading."""
    scenes = []
    load = application.App._load

    def load_and_leave(self):
        answer = load(self)
        scenes.append(answer.scene)
        return Quit()

    monkeypatch.setattr(application.App, "_load", load_and_leave)
    return scenes


def test_the_program_starts_at_the_title_and_ends_with_zero(tmp_path, reached):
    assert application.run([CONTENT], ASSETS, tmp_path / "saves") == 0
    assert isinstance(reached[0], TitleScene)


def test_a_scenario_leads_to_its_new_game(tmp_path, reached):
    application.run([CONTENT], ASSETS, tmp_path / "saves", scenario="ten-cooperatives", seed=12)
    assert isinstance(reached[0], NewGameScene)
    assert reached[0].seed == "12"


def test_a_saved_game_leads_to_its_desk(tmp_path, reached):
    rules.cache_clear()
    session = sample_session(tmp_path / "saves", playing=True)
    session.keep("slot-1")
    application.run([CONTENT], ASSETS, tmp_path / "saves", load=session.slots.path("slot-1"))
    assert reached[0].session.playing.state.setup.seed == 7


def test_a_wrong_scenario_or_file_is_an_error_of_the_call(tmp_path):
    with pytest.raises(CallError, match="no scenario"):
        application.run([CONTENT], ASSETS, tmp_path / "saves", scenario="nothing")
    with pytest.raises(SaveError):
        application.run([CONTENT], ASSETS, tmp_path / "saves", load=tmp_path / "nothing.json")


def test_broken_content_shows_its_problems_in_the_words_of_check(tmp_path, reached):
    pack = tmp_path / "pack"
    (pack / "archive").mkdir(parents=True)
    (pack / "pack.yaml").write_text("id: broken\n")
    (pack / "archive" / "x.archive.yaml").write_text("entries:\n  - id: Wrong Id\n")
    assert application.run([CONTENT, pack], ASSETS, tmp_path / "saves") == 1
    scene = reached[0]
    assert isinstance(scene, BrokenPackScene)
    driver = drive(sample_session(tmp_path), scene)
    shown = [widget.label for widget in driver.window.root.walk()]
    assert str(scene.problems[0]) in shown
    assert outside(driver) == []


def test_many_problems_go_on_leaves_even_without_words(tmp_path):
    problems = [
        Problem("a.yaml", line, 1, "code", "something is wrong here", "mend it") for line in range(80)
    ]
    driver = drive(sample_session(tmp_path), BrokenPackScene(problems, application.words({})))
    assert outside(driver) == []
    driver.press("PAGEDOWN")
    assert driver.get(label="a.yaml:20:1")


class Faulty(Scene):
    """A scene with a fault."""

    title = "faulty"

    def layout(self, theme, size):
        raise ZeroDivisionError("a fault of the test")


def test_a_fault_is_written_down_privately_and_told(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(application.App, "_load", lambda self: Push(Faulty()))
    shown = []
    monkeypatch.setattr(application, "CrashScene", lambda log, words: shown.append(log) or LeaveAtOnce())
    assert application.run([CONTENT], ASSETS, tmp_path / "saves") == 1
    (log,) = (tmp_path / "logs").iterdir()
    assert "a fault of the test" in log.read_text()
    assert log.stat().st_mode & 0o077 == 0
    assert shown == [log]
    assert str(log) in capsys.readouterr().err


class LeaveAtOnce(Scene):
    """A scene that is left as soon as it is seen."""

    def layout(self, theme, size):
        from game.ui.widgets.boxes import Ground

        return Ground()

    def update(self, seconds):
        return Quit()


def test_the_crash_page_says_where_the_log_is(tmp_path):
    session = sample_session(tmp_path)
    driver = drive(session, CrashScene(tmp_path / "logs" / "crash.txt", session.texts.entries))
    assert driver.get(label=str(tmp_path / "logs"))
    driver.press("ENTER")
    assert not driver.window.running


def test_a_log_that_cannot_be_written_is_no_second_fault(tmp_path):
    (tmp_path / "file").write_text("")
    told = []
    with CrashLog(tmp_path / "file" / "logs", told.append) as guard:
        raise ValueError("fault")
    assert guard.crashed
    assert told == [None]


def test_errors_of_the_call_and_the_wish_to_stop_pass_through(tmp_path):
    with pytest.raises(CallError), CrashLog(tmp_path, print):
        raise CallError("wrong call")
    with pytest.raises(KeyboardInterrupt), CrashLog(tmp_path, print):
        raise KeyboardInterrupt
