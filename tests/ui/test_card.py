"""A paper laid open: what is shown before an answer and what after, at every text size."""

from dataclasses import replace

import pytest
from sample_pages import drive, nameless, outside, overlapping, rules, sample_session

from game.campaign.decisions import Answer
from game.campaign.desk import card_page, desk_page
from game.ui.preferences import Preferences
from game.ui.scenes.archive import ArchiveScene
from game.ui.scenes.card import CardScene
from game.ui.scenes.card_after import after, learned_between
from game.ui.scenes.card_leaves import LeafSheet
from game.ui.scenes.card_slip import SlipChoice, facts, told
from game.ui.scenes.desk import DeskScene
from game.ui.scenes.desk_words import paper_date, paper_date_han, paragraphs
from game.ui.transition import Replace
from game.ui.widgets.text import TermLink

SCALES = (1.0, 1.25, 1.5, 2.0)


def open_first(folder, scale=1.0):
    """The first paper that wants an answer, opened from the desk."""
    session = sample_session(folder, Preferences(text_scale=scale), playing=True)
    card = next(paper.card for paper in desk_page(session.playing).papers if paper.wants_answer)
    driver = drive(session, DeskScene(session))
    driver.window.apply(driver.scene.open_paper(card.id))
    driver.window.frame()
    return session, card, driver


def open_card(folder, card, scale=1.0):
    """A card, whether or not it lies on the desk."""
    session = sample_session(folder, Preferences(text_scale=scale), playing=True)
    return session, drive(session, CardScene(session, card.id))


def card_that(fits):
    return next(card for card in rules().cards.values() if fits(card))


def words_of(driver):
    return " ".join(widget.label for widget in driver.window.root.walk())


@pytest.mark.parametrize("scale", SCALES)
def test_every_card_fits_the_window(tmp_path, scale):
    session = sample_session(tmp_path, Preferences(text_scale=scale), playing=True)
    driver = drive(session, DeskScene(session))
    for card in rules().cards:
        driver.window.apply(Replace(CardScene(session, card)))
        driver.window.frame()
        assert outside(driver) == [], card
        assert overlapping(driver) == [], card


def test_at_ordinary_size_every_card_lies_beside_its_slip(tmp_path):
    session = sample_session(tmp_path, playing=True)
    driver = drive(session, DeskScene(session))
    for card in rules().cards:
        driver.window.apply(Replace(CardScene(session, card)))
        assert not any(isinstance(widget, LeafSheet) for widget in driver.window.root.walk()), card


def test_large_text_goes_to_leaves_with_the_choices_on_the_last(tmp_path):
    _, _, driver = open_first(tmp_path, 2.0)
    assert driver.find(key="choice:1") is None
    while driver.find(key="turn:1"):
        driver.press("PAGEDOWN")
    assert driver.find(role="option") is not None


def test_a_digit_turns_to_the_leaf_of_its_choice(tmp_path):
    _, _, driver = open_first(tmp_path, 2.0)
    driver.press("2")
    assert driver.focused.key == "choice:2"


def test_enter_answers_with_the_choice_at_hand(tmp_path):
    session, card, driver = open_first(tmp_path)
    driver.press("2", "ENTER")
    assert session.playing.decisions == (Answer(card.id, card.choices[1].id),)


def test_a_click_answers_too(tmp_path):
    session, card, driver = open_first(tmp_path)
    driver.click(key="choice:1")
    assert session.playing.decisions == (Answer(card.id, card.choices[0].id),)


def test_esc_puts_the_paper_back_unanswered(tmp_path):
    session, _, driver = open_first(tmp_path)
    driver.press("ESC")
    assert isinstance(driver.scene, DeskScene)
    assert session.playing.decisions == ()


def test_what_is_documented_is_shown_only_after_the_answer(tmp_path):
    _, card, driver = open_first(tmp_path)
    opening = card.documented.split(".")[0]
    assert opening not in words_of(driver)
    driver.press("1", "ENTER")
    assert opening in words_of(driver)


def test_the_answer_can_be_taken_back_on_the_spot(tmp_path):
    session, _, driver = open_first(tmp_path)
    driver.press("1", "ENTER")
    driver.click(key="undo")
    assert session.playing.decisions == ()
    assert driver.find(key="choice:1") is not None


def test_the_way_back_is_one_key(tmp_path):
    _, _, driver = open_first(tmp_path)
    driver.press("1", "ENTER", "ENTER")
    assert isinstance(driver.scene, DeskScene)


def test_it_is_said_whether_the_choice_is_the_one_on_record(tmp_path):
    session = sample_session(tmp_path, playing=True)
    card = card_that(lambda each: any(choice.taken for choice in each.choices) and len(each.choices) > 1)
    page = card_page(session.playing, card.id)
    taken = next(choice for choice in card.choices if choice.taken)
    other = next(choice for choice in card.choices if not choice.taken)

    def said(choice):
        widgets = after(session, replace(page, answered=choice.id), [], lambda _: None)
        return " ".join(widget.label for widget in widgets)

    assert "It is what is on record" in said(taken)
    assert f"On record is: {taken.text}" in said(other)


def test_where_sources_disagree_is_said_with_the_sources(tmp_path):
    session = sample_session(tmp_path, playing=True)
    card = card_that(lambda each: each.disagree)
    page = replace(card_page(session.playing, card.id), answered=card.choices[0].id)
    widgets = after(session, page, [], lambda _: None)
    labels = [widget.label for widget in widgets]
    assert "Where the sources disagree" in labels
    assert any(label.startswith("Hou p.") for label in labels)


def test_only_what_is_certain_stands_below_a_choice(tmp_path):
    session = sample_session(tmp_path, playing=True)
    card = card_that(lambda each: any(choice.costs.team_turns for choice in each.choices))
    choice = next(each for each in card_page(session.playing, card.id).choices if each.choice.costs.team_turns)
    labels = {fact.label for fact in facts(session, choice)}
    assert "Team-turns" in labels
    assert labels <= {"Team-turns", "Reserve", "tells you something, cannot be undone"} | {
        label for label in labels if label.startswith("You file")
    }


def test_a_guess_bears_the_name_of_who_guesses(tmp_path):
    session = sample_session(tmp_path, playing=True)
    card = card_that(lambda each: each.choices[0].guess is not None)
    choice = card_page(session.playing, card.id).choices[0]
    name = session.rules.people[choice.guess_by].name
    assert choice.choice.guess.says in told(session, choice)
    assert name in told(session, choice)


def test_a_choice_that_cannot_be_taken_says_why(tmp_path):
    card = card_that(lambda each: any(choice.costs.reserve_jin > 0 for choice in each.choices))
    session = sample_session(tmp_path, playing=True)
    session.game = replace(session.game, state=replace(session.game.state, reserve_jin=0.0, team_turns=0.0))
    driver = drive(session, CardScene(session, card.id))
    shut = [each for each in driver.window.root.walk() if isinstance(each, SlipChoice) and not each.enabled]
    assert shut
    assert all(each.refusal for each in shut)


def test_a_content_note_stands_before_the_text(tmp_path):
    card = card_that(lambda each: each.content_note and each.reduced_text)
    _, driver = open_card(tmp_path, card)
    assert paragraphs(card.text)[0] not in words_of(driver)
    driver.press("ENTER")
    assert "reduced" in words_of(driver)
    driver.click(key="detail")
    assert "You read it in full." in words_of(driver)


def test_a_dotted_word_opens_its_page_in_the_archive(tmp_path):
    card = card_that(lambda each: "[[" in each.text and not each.content_note)
    _, driver = open_card(tmp_path, card)
    link = next(each for each in driver.window.root.walk() if isinstance(each, TermLink))
    driver.click(widget=link)
    assert isinstance(driver.scene, ArchiveScene)
    assert driver.scene.current == link.value


def test_a_choice_that_files_a_figure_shows_where_it_would_lie(tmp_path):
    card = card_that(lambda each: sum(choice.files is not None for choice in each.choices) > 1)
    _, driver = open_card(tmp_path, card)
    strip = driver.get(role="figure")
    filing = [number for number, choice in enumerate(card.choices, 1) if choice.files is not None]
    driver.press(str(filing[0]))
    first = strip.considered
    driver.press(str(filing[1]))
    assert first is not None
    assert strip.considered is not None
    assert strip.considered[0] != first[0]


def test_what_a_look_told_is_said_with_what_was_known_before(tmp_path):
    session = sample_session(tmp_path, playing=True)
    before = desk_page(session.playing)
    narrowed = tuple(
        replace(row, known={line: replace(band, high=band.low) for line, band in row.known.items()})
        if row.id == "wuxiang" else row
        for row in before.counties
    )  # fmt: skip
    said = learned_between(session, before, replace(before, counties=narrowed))
    assert said
    assert all("Wuxiang" in line and "it was" in line for line in said)


def test_whatever_can_have_the_focus_says_what_it_is(tmp_path):
    _, _, driver = open_first(tmp_path)
    assert nameless(driver) == []


def test_dates_are_written_as_people_write_them(tmp_path):
    texts = sample_session(tmp_path).texts
    assert paper_date(texts, "1951-03-30") == "30 March"
    assert paper_date(texts, "1951-03-30", with_year=True) == "30 March 1951"
    assert paper_date_han(texts, "1951-10-23") == "一九五一年十月二十三日"
    assert paper_date(texts, "") == ""
