"""The debriefing: eight chapters, reachable by key and mouse, readable at every text size, and what each must say."""

import pytest
from sample_pages import drive, nameless, outside, overlapping, rules, sample_session

from game.base.refusal import Refusal
from game.campaign.decisions import Answer, CloseSeason, Reflect
from game.text.afterlife import INKED, citation_sentence, use_words
from game.text.figures import show
from game.ui.preferences import Preferences
from game.ui.scenes import debrief_afterlife
from game.ui.scenes.archive import ArchiveScene
from game.ui.scenes.debrief import CHAPTERS, DebriefScene
from game.ui.scenes.debrief_compare import CompareLine, written
from game.ui.scenes.debrief_last import LastLine
from game.ui.scenes.debrief_timeline import off_record
from game.ui.scenes.loading import LoadingScene
from game.ui.scenes.title import TitleScene
from game.ui.scenes.why import WhyScene
from game.ui.widgets.ledger_lines import LedgerLines


def played(folder, seasons=4, scale=1.0, *, on_record=True):
    """A campaign with every answer the one on record, or else every time the last answer."""
    session = sample_session(folder, Preferences(text_scale=scale), playing=True)
    for number in range(seasons):
        for card_id in session.playing.state.on_desk:
            answer(session, rules().cards[card_id], on_record)
        if number == 2:
            session.do(Reflect("prompt.before-filing", "A weighing."))
        session.do(CloseSeason())
    return session


def answer(session, card, on_record):
    taken = [choice for choice in card.choices if choice.taken] or [card.choice(card.default)]
    choice = taken[0] if on_record else card.choices[-1]
    refused = session.do(Answer(card.id, choice.id))
    assert refused is None or isinstance(refused, Refusal)


@pytest.fixture(scope="module")
def ended(tmp_path_factory):
    """A campaign played to its end as on record."""
    return played(tmp_path_factory.mktemp("ended"))


def debrief(session, chapter="ladder"):
    driver = drive(session, DebriefScene(session))
    driver.press(str(CHAPTERS.index(chapter) + 1))
    return driver


def words(driver):
    return " ".join(f"{w.label} {w.value} {w.description}" for w in driver.window.root.walk())


def turned(driver):
    """All that the open chapter says, over all its leaves."""
    chapter, told = driver.scene.opened, []
    for _ in range(20):
        told.append(words(driver))
        before = driver.scene.leaf
        driver.press("PAGEDOWN")
        if driver.scene.opened != chapter or driver.scene.leaf == before == 0:
            break
    return " ".join(told)


# ---- going about


def test_it_opens_with_the_ladder(ended):
    driver = drive(ended, DebriefScene(ended))
    assert driver.scene.chapter == "ladder"


def test_page_down_leads_through_every_chapter_and_page_up_back(ended):
    driver, seen = drive(ended, DebriefScene(ended)), []
    for _ in range(40):
        seen.append(driver.scene.chapter)
        driver.press("PAGEDOWN")
    assert list(dict.fromkeys(seen)) == list(CHAPTERS)
    for _ in range(40):
        driver.press("PAGEUP")
    assert driver.scene.chapter == "ladder"


def test_enter_leads_from_chapter_to_chapter_and_at_the_end_to_the_title(ended):
    driver = drive(ended, DebriefScene(ended))
    for chapter in CHAPTERS:
        assert driver.scene.chapter == chapter
        driver.press("ENTER")
    assert isinstance(driver.scene, TitleScene)


def test_the_strip_of_contents_opens_chapters_with_the_mouse(ended):
    driver = drive(ended, DebriefScene(ended))
    driver.click(key="chapter:7")
    assert driver.scene.chapter == "documents"


def test_one_can_look_again_from_the_end(ended):
    driver = debrief(ended, "questions")
    driver.press("L")
    assert driver.scene.chapter == "ladder"


def test_there_is_no_button_for_what_does_not_work_yet(ended):
    driver = drive(ended, DebriefScene(ended))
    for _ in CHAPTERS:
        assert not any("export" in w.label.lower() or "PDF" in w.label for w in driver.window.root.walk())
        driver.press("ENTER")


# ---- what the chapters say


def test_the_last_page_has_the_file_the_villages_and_the_families(ended):
    driver = debrief(ended, "last")
    told = words(driver)
    sides = ("What the file says", "What happened in the villages")
    for part in (*sides, "What four families kept", "Where the grain went"):
        assert part in told
    assert ended.texts(f"{driver.scene.page.career}.name") in told
    assert "the villages as the model has them" in told


def test_every_figure_of_the_last_page_answers_why_with_the_true_causes(ended):
    driver = debrief(ended, "last")
    lines = [widget for widget in driver.window.root.walk() if isinstance(widget, LastLine)]
    assert len(lines) == len(driver.scene.page.rows)
    driver.window.stage.focus_on(lines[0])
    driver.press("?")
    assert isinstance(driver.scene, WhyScene)
    assert driver.scene.ink == "true"


def test_the_time_line_bears_every_choice_round_if_written_square_if_done(ended):
    driver = debrief(ended, "timeline")
    chart = driver.get(role="chart")
    assert isinstance(chart, LedgerLines)
    moments = driver.scene.page.moments
    assert [moment.kind for moment in chart.moments] == ["written" if m.filed else "done" for m in moments]
    assert f"{len(moments)}. " in turned(driver)


def test_another_line_can_be_laid_on_the_time_line(ended):
    driver = debrief(ended, "timeline")
    driver.click(key="line:animals")
    assert driver.get(role="chart").label == "Draught animals"
    assert driver.scene.chapter == "timeline"


def test_answers_on_record_leave_nothing_to_tell_in_the_comparison(ended):
    driver = debrief(ended, "compare")
    assert "documented course" in words(driver)
    assert "Every answer you gave is the one on record" in words(driver)


def test_what_was_done_otherwise_is_named_in_the_comparison(tmp_path):
    session = played(tmp_path, on_record=False)
    driver = debrief(session, "compare")
    rows = [widget for widget in driver.window.root.walk() if isinstance(widget, CompareLine)]
    assert any(row.differs for row in rows)
    moment = next(moment for moment in driver.scene.page.moments if off_record(moment, rules()))
    assert rules().cards[moment.card].title in turned(driver)


def test_measures_are_written_with_no_more_digits_than_they_deserve():
    texts = rules().texts
    assert written("organised_true", 0.3651, texts) == "37"
    assert written("trust", 0.6106, texts) == "61"
    assert written("standing_province", 0.99, texts) == "close"


def test_the_file_is_shown_with_how_each_entry_reads_today(ended):
    driver = debrief(ended, "file")
    told = turned(driver)
    for _, said, _ in driver.scene.page.dossier:
        assert said in told
    assert "bands held the truth" in told
    assert "went up as the counties sent them" in told


def test_what_the_documents_say_is_cited_and_disputes_open_the_archive(ended):
    driver = debrief(ended, "documents")
    assert "Hou p. 91-96" in words(driver)
    driver.click(role="link")
    assert isinstance(driver.scene, ArchiveScene)
    driver.press("ESC")
    assert isinstance(driver.scene, DebriefScene)


def test_questions_come_in_their_order_with_what_one_wrote(ended):
    driver = debrief(ended, "questions")
    told = turned(driver)
    headings = [ended.texts(heading) for heading, _ in driver.scene.page.questions]
    places = [told.index(heading) for heading in headings]
    assert places == sorted(places)
    assert "A weighing." in told


def test_a_campaign_that_was_broken_off_has_a_debriefing_too(tmp_path):
    driver = debrief(played(tmp_path, seasons=1), "last")
    assert "broken off" in words(driver)


# ---- the figure's afterlife


def test_the_afterlife_names_who_cited_the_most_inflated_figure(ended):
    driver = debrief(ended, "afterlife")
    life = driver.scene.afterlife.find()
    told = turned(driver)
    for found in life.citations:
        sentence = INKED.sub("", citation_sentence(found, ended.texts))
        assert use_words(found, ended.texts) in told or sentence in told
    assert show(life.figure.line, life.figure.figure) in told
    assert ended.texts("afterlife.mark") in told


def test_the_afterlife_has_a_row_for_every_year_run_on(ended):
    driver = debrief(ended, "afterlife")
    rows = [widget.label for widget in driver.get(key="years").walk() if widget.role == "row"]
    assert rows == ["1951", "1952", "1953", "1954"]


def test_another_figure_and_another_way_are_picked_with_the_mouse(ended):
    driver = debrief(ended, "afterlife")
    driver.click(key="figure:yield")
    assert "Grain a mou, " in words(driver)
    driver.click(key="way:own")
    assert "You stay, and file as you did" in words(driver)
    assert driver.focused.key == "way:own"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_another_figure_is_picked_with_the_keyboard_alone(ended, monkeypatch, scale):
    monkeypatch.setattr(ended.preferences, "text_scale", scale)
    driver = debrief(ended, "afterlife")
    before = driver.scene.afterlife.line
    for _ in range(12):
        driver.press("TAB")
        if driver.focused.key.startswith("figure:"):
            break
    driver.press("RIGHT", "ENTER")
    assert driver.scene.afterlife.line is not before
    assert driver.focused.key == f"figure:{driver.scene.afterlife.line}"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_another_way_is_picked_with_the_keyboard_alone(ended, monkeypatch, scale):
    monkeypatch.setattr(ended.preferences, "text_scale", scale)
    driver = debrief(ended, "afterlife")
    while not driver.find(key="way:own"):
        driver.press("PAGEDOWN")
    keys = ("TAB",) if scale == 1.0 else ("TAB", "TAB", "DOWN")  # with large text the switches lie on one leaf
    while not driver.focused.key.startswith("way:"):
        driver.press(*keys)
    driver.press("RIGHT", "ENTER")
    assert driver.scene.afterlife.policy == "own"
    assert driver.focused.key == "way:own"


def test_a_large_prefecture_is_run_on_under_the_loading_page(ended, monkeypatch):
    monkeypatch.setattr(debrief_afterlife, "QUICK", 0)
    driver = debrief(ended, "afterlife")
    assert isinstance(driver.scene, LoadingScene)
    driver.wait(0.1)
    assert driver.scene.chapter == "afterlife"
    assert driver.focused.key == "on"
    driver.press("PAGEUP", "PAGEDOWN")
    assert isinstance(driver.scene, DebriefScene)


# ---- reading it


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_every_leaf_of_every_chapter_can_be_read(ended, scale):
    ended.preferences.text_scale = scale
    driver = drive(ended, DebriefScene(ended))
    try:
        for _ in range(60):
            assert not outside(driver), driver.scene.chapter
            assert not nameless(driver)
            assert not [pair for pair in overlapping(driver) if not marks_only(driver, pair)], driver.scene.chapter
            driver.press("PAGEDOWN")
        assert driver.scene.chapter == CHAPTERS[-1]
    finally:
        ended.preferences.text_scale = 1.0


def marks_only(driver, pair):
    """Marks of a chart may touch: they are places for the focus, not things to read."""
    marks = {widget.label for widget in driver.window.root.walk() if widget.role == "mark"}
    return pair[0] in marks or pair[1] in marks


def test_every_chapter_can_be_reached_with_tab_alone(ended):
    driver = drive(ended, DebriefScene(ended))
    for _ in range(12):
        driver.press("TAB")
        if driver.focused.role == "tab":
            break
    driver.press("RIGHT", "ENTER")
    assert driver.scene.chapter == "last"
