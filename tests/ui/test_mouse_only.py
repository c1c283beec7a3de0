"""The first scenario with a mouse and no keyboard: from the title through four seasons to the debriefing and back."""

from sample_pages import drive, outside, sample_session, shown

from game.campaign.decisions import File, MakePromise, SendTeam
from game.ui.driver import Driver
from game.ui.scene import Scene
from game.ui.scenes.archive import ArchiveScene
from game.ui.scenes.card import CardScene
from game.ui.scenes.county import CountyScene
from game.ui.scenes.debrief import CHAPTERS, DebriefScene
from game.ui.scenes.desk import DeskScene
from game.ui.scenes.dialog import ConfirmScene
from game.ui.scenes.folder_desk import FolderScene
from game.ui.scenes.ladder import LadderScene
from game.ui.scenes.loading import LoadingScene
from game.ui.scenes.menu import MenuScene
from game.ui.scenes.new_game import NewGameScene
from game.ui.scenes.opening import OpeningScene
from game.ui.scenes.reports import ReportsScene
from game.ui.scenes.season import SeasonScene
from game.ui.scenes.title import TitleScene
from game.ui.scenes.why import WhyScene
from game.ui.scenes.why_card import WhyCardScene
from game.ui.session import Routes, Session
from game.ui.widgets.slide_rule import SlideRule

DESKS = ("production", "organisation", "grain", "cadres")


class Mouse(Driver):
    """A hand on the mouse; the keyboard is not there."""

    def press(self, *names: str) -> None:
        raise AssertionError(f"nobody may press {names}")

    def on(self, scene: type[Scene]) -> None:
        """Be on a screen on which nothing reaches out of the window."""
        assert isinstance(self.scene, scene), self.scene
        assert not outside(self)

    def to(self, scene: type[Scene], **what: str) -> None:
        """Click on something that leads to a screen."""
        self.click(**what)
        self.on(scene)

    def type(self, text: str) -> None:
        raise AssertionError(f"nobody may type {text}")


def mouse_at_the_title(tmp_path) -> tuple[Session, Mouse]:
    session = sample_session(tmp_path)
    session.routes = Routes(TitleScene, DeskScene)
    return session, Mouse(drive(session, TitleScene(session)).window)


def begin(mouse: Mouse) -> None:
    mouse.to(NewGameScene, key="menu:new")
    mouse.scene.seed = "7"
    mouse.to(OpeningScene, key="begin")
    mouse.to(DeskScene, key="to-desk")


def show_paper(mouse: Mouse, card: str) -> None:
    """Turn the wheel over the inbox until a paper is there."""
    for direction in (1, -1):
        for _ in range(3):
            if mouse.find(key=f"paper:{card}") is not None:
                return
            mouse.wheel(mouse.get(key="inbox").rect.center, direction)
    raise AssertionError(f"{card} cannot be reached")


def answer_everything(session: Session, mouse: Mouse) -> None:
    for card in session.playing.state.on_desk:
        show_paper(mouse, card)
        mouse.to(CardScene, key=f"paper:{card}")
        if mouse.find(key="read") is not None:
            mouse.click(key="read")
        ways = [widget for widget in shown(mouse) if widget.key.startswith("choice:") and widget.enabled]
        if ways:
            mouse.click(widget=ways[0])
            assert session.playing.state.deck.answer_to(card) is not None
        mouse.to(DeskScene, key="back")


def close_season(mouse: Mouse) -> None:
    mouse.click(key="close")
    if isinstance(mouse.scene, ConfirmScene):
        mouse.click(key="confirm")
    mouse.on(SeasonScene)


def move_the_figure(session: Session, mouse: Mouse) -> None:
    """Click on the scale, drag the figure, turn the wheel, use the buttons; then look at another line."""
    rule = mouse.get(key="rule")
    assert isinstance(rule, SlideRule)
    begun, (x, y) = rule.number, rule.rect.center
    mouse.click_at((rule.rect.x + 5, y))
    assert rule.number == begun, "its labels are no part of the scale"
    mouse.click_at((x + 200, y))
    clicked = rule.number
    mouse.drag((x + 200, y), (x - 60, y))
    dragged = rule.number
    assert dragged < begun < clicked
    mouse.wheel((x, y), 2)
    assert rule.number == dragged + 2 * rule.step
    mouse.click(key="step:1")
    assert mouse.get(key="rule").value != ""
    mouse.click(key="preset:counties")
    mouse.click(key="step:-1")
    mouse.click(key="line:yield")
    assert any(isinstance(decision, File) for decision in session.playing.decisions)


def test_the_whole_scenario_needs_no_key(tmp_path):
    session, mouse = mouse_at_the_title(tmp_path)
    begin(mouse)
    for season in range(4):
        answer_everything(session, mouse)
        mouse.to(ReportsScene, key="folder:reports")
        if season == 0:
            move_the_figure(session, mouse)
        mouse.click(key="side:note")
        notes = [widget for widget in shown(mouse) if widget.key.startswith("note:")]
        mouse.click(widget=notes[0])
        if season == 3:
            mouse.click(key="side:promises")
            promises = [widget for widget in shown(mouse) if widget.key.startswith("promise-")]
            mouse.click(widget=promises[-1])
            assert any(isinstance(decision, MakePromise) for decision in session.playing.decisions)
        mouse.to(DeskScene, key="seal")
        close_season(mouse)
        mouse.click(key="on")
    mouse.on(DebriefScene)
    for chapter in range(1, len(CHAPTERS) + 1):
        mouse.click(key=f"chapter:{chapter}")
        while isinstance(mouse.scene, LoadingScene):
            mouse.wait(0.1)
        mouse.on(DebriefScene)
    mouse.to(TitleScene, key="on")


def test_desks_teams_why_counties_and_the_archive_need_no_key(tmp_path):
    session, mouse = mouse_at_the_title(tmp_path)
    begin(mouse)
    for desk in DESKS:
        mouse.to(FolderScene, key=f"folder:{desk}")
        mouse.to(DeskScene, label=session.texts("folders.hint.back"))
    mouse.click(key="folder:cadres")
    mouse.click(key="teams:licheng")
    mouse.to(FolderScene, key="confirm")
    assert SendTeam("licheng") in session.playing.decisions
    mouse.to(DeskScene, label=session.texts("folders.hint.back"))
    mouse.to(CountyScene, key="county:wuxiang")
    mouse.to(DeskScene, key="back")
    mouse.to(WhyCardScene, key="ledger:organised")
    mouse.to(WhyScene, label=session.texts("why.whole"))
    mouse.to(DeskScene, label=session.texts("why.hint.close"))
    mouse.to(ArchiveScene, label=session.texts("desk.archive"))


def test_words_in_a_paper_and_rows_of_a_season_are_asked_with_a_click(tmp_path):
    session, mouse = mouse_at_the_title(tmp_path)
    begin(mouse)
    card = next(card for card in session.playing.state.on_desk if session.rules.cards[card].terms)
    show_paper(mouse, card)
    mouse.to(CardScene, key=f"paper:{card}")
    mouse.to(ArchiveScene, role="link")
    mouse.to(CardScene, label=session.texts("page.back"))
    mouse.to(DeskScene, label=session.texts("card.slip.put-back"))
    close_season(mouse)
    mouse.click(key="row:organised")
    mouse.to(SeasonScene, label=session.texts("season-page.why-close"))
    mouse.to(LadderScene, key="ladder")
    mouse.to(SeasonScene, label=session.texts("page.back"))


def test_taking_back_keeping_and_loading_need_no_key(tmp_path):
    session, mouse = mouse_at_the_title(tmp_path)
    begin(mouse)
    answer_everything(session, mouse)
    count = len(session.playing.decisions)
    mouse.click(key="undo")
    assert len(session.playing.decisions) == count - 1
    mouse.to(MenuScene, label=session.texts("desk.menu"))
    mouse.click(key="menu:save")
    mouse.click(key="slot-1")
    mouse.to(MenuScene, label=session.texts("page.back"))
    mouse.to(TitleScene, key="menu:title")
    session.game = None
    mouse.click(key="menu:load")
    mouse.to(DeskScene, key="slot-1")
    assert len(session.playing.decisions) == count - 1


def test_captions_say_seal_and_gong_in_words(tmp_path):
    session, mouse = mouse_at_the_title(tmp_path)
    begin(mouse)
    mouse.click(key="folder:reports")
    mouse.click(key="seal")
    head = mouse.get(role="heading", label="Spring 1951")
    assert head.value == session.texts("desk.inbox.sealed")
    close_season(mouse)
    assert mouse.get(role="heading", label="Spring 1951").value == session.texts("season-page.closed-caption")


def test_without_captions_nothing_is_said_of_seal_and_gong(tmp_path):
    session, mouse = mouse_at_the_title(tmp_path)
    session.preferences.captions = False
    begin(mouse)
    mouse.click(key="folder:reports")
    mouse.click(key="seal")
    head = mouse.get(role="heading", label="Spring 1951")
    assert head.value != session.texts("desk.inbox.sealed")
    close_season(mouse)
    assert mouse.get(role="heading", label="Spring 1951").value == session.texts("season-page.closed")
