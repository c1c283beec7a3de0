"""The archive: found as one types, linked, with its doubts, its sources and its disputes."""

import time

import pytest
from sample_pages import drive, nameless, outside, overlapping, rules, sample_session

from game.events.cards import Source
from game.ui.preferences import Preferences
from game.ui.scenes.archive import ArchiveScene
from game.ui.scenes.archive_index import cited, find, folded, with_links


def open_archive(folder, entry="", scale=1.0, size=(1280, 720)):
    session = sample_session(folder, Preferences(text_scale=scale))
    return drive(session, ArchiveScene(session, entry), size)


def said(driver):
    return [widget.label for widget in driver.window.root.walk()]


def listed(driver):
    return [widget.label for widget in driver.window.root.walk() if widget.role == "listitem"]


def test_typing_finds_entries_at_once(tmp_path):
    driver = open_archive(tmp_path)
    driver.type("community f")
    assert listed(driver)[0] == "Community fund"
    driver.press("ENTER")
    assert driver.scene.entry.title == "Community fund"


@pytest.mark.parametrize("typed", ["wang qian", "Wáng Qiān", "wangqian", "王谦"])
def test_names_are_found_in_letters_tones_and_characters(typed):
    assert find(rules().archive.values(), typed, "")[0].id == "wang-qian"


def test_titles_come_before_texts_that_only_mention_a_word():
    titles = [entry.title for entry in find(rules().archive.values(), "jin", "")]
    assert titles[0] == "Jin"


def test_nothing_found_is_said(tmp_path):
    driver = open_archive(tmp_path)
    driver.type("zzz")
    assert "Nothing fits. Try fewer letters." in said(driver)


def test_a_kind_narrows_the_list(tmp_path):
    driver = open_archive(tmp_path)
    driver.click(label="disputes", role="radio")
    assert set(listed(driver)) == {
        entry.title for entry in rules().archive.values() if entry.kind == "dispute"
    }


def test_an_entry_shows_characters_kind_mark_doubt_sources_and_links(tmp_path):
    driver = open_archive(tmp_path, "dan")
    head = driver.get(role="heading", label="Dan")
    assert "石" in head.value
    assert head.description == "term, recorded here"
    words = said(driver)
    assert "Doubtful" in words
    assert "Hou p. 15, 60, 100, 108 (recorded here)" in words
    assert "Jin" in [widget.label for widget in driver.window.root.walk() if widget.role == "link"]


def test_links_lead_on_and_b_leads_back(tmp_path):
    driver = open_archive(tmp_path, "dan")
    driver.click(role="link", label="Jin")
    assert driver.scene.current == "jin"
    driver.click(role="link", label="Dan")
    driver.press("B", "B")
    assert driver.scene.current == "dan"
    assert driver.scene.history == []


def test_links_are_opened_with_keys_alone(tmp_path):
    driver = open_archive(tmp_path, "dan")
    while driver.focused.role != "link":
        driver.press("TAB")
    driver.press("ENTER")
    assert driver.scene.current == rules().archive["dan"].see[0]


def test_letters_typed_into_the_search_do_nothing_else(tmp_path):
    driver = open_archive(tmp_path, "dan")
    driver.press("CTRL+F")
    driver.type("bf")
    assert driver.scene.query == "bf"
    assert driver.scene.current == "dan"


def test_a_dispute_shows_its_voices_side_by_side(tmp_path):
    driver = open_archive(tmp_path, "dispute-figures-rise")
    entry = rules().archive["dispute-figures-rise"]
    for voice in entry.voices:
        assert voice.who in said(driver)
        assert voice.asks in said(driver)
    whos = [driver.get(label=voice.who) for voice in entry.voices]
    assert len({who.rect.y for who in whos}) == 1
    assert "What none of them says" in said(driver)


def test_brackets_turn_to_other_disputes(tmp_path):
    driver = open_archive(tmp_path, "dispute-freely")
    driver.press("]")
    assert driver.scene.current == "dispute-polarisation"
    driver.press("[", "[")
    assert driver.scene.current == "dispute-did-they-do-better"


def test_every_dispute_stands_on_its_page_at_every_size(tmp_path):
    for entry in rules().archive.values():
        if entry.kind == "dispute":
            driver = open_archive(tmp_path, entry.id)
            assert outside(driver) == []
            assert overlapping(driver) == []


def test_esc_from_a_dispute_leads_to_the_list_it_was_opened_from(tmp_path):
    driver = open_archive(tmp_path)
    driver.click(label="disputes", role="radio")
    driver.click(role="listitem", label="Did peasants")
    driver.press("ESC")
    assert isinstance(driver.scene, ArchiveScene)
    assert driver.scene.current == ""


def test_an_id_that_is_not_there_opens_the_list(tmp_path):
    assert open_archive(tmp_path, "nothing").scene.current == ""


@pytest.mark.parametrize("entry", ["", "dan", "dispute-figures-rise", "silences", "wang-qian"])
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_nothing_is_cut_or_laid_over_anything_else(tmp_path, entry, scale):
    driver = open_archive(tmp_path, entry, scale)
    for _ in range(5):
        assert outside(driver) == []
        assert overlapping(driver) == []
        assert nameless(driver) == []
        driver.press("PAGEDOWN")


def test_at_large_text_every_word_of_a_dispute_is_on_some_leaf(tmp_path):
    driver = open_archive(tmp_path, "silences", 2.0)
    read = ""
    for _ in range(30):
        read += " ".join(said(driver))
        driver.press("PAGEDOWN")
    entry = rules().archive["silences"]
    assert all(voice.asks in read for voice in entry.voices)
    assert entry.silent in read


def test_citations_read_as_they_should():
    works, texts = rules().sources, rules().texts
    assert cited(Source("hou", page="95"), works, texts) == "Hou p. 95"
    assert cited(Source("wong", section="11"), works, texts) == "Wong, section 11"
    assert cited(Source("baum", section="Mao Intervenes"), works, texts) == "Baum, “Mao Intervenes”"
    assert (
        cited(Source("outside", note="general knowledge"), works, texts)
        == "outside the five documents: general knowledge"
    )


def test_links_in_texts_lead_only_to_entries_that_exist():
    archive = rules().archive
    assert with_links("a [[dan]] of [[jin|many jin]], [[nowhere|there]]", archive) == (
        "a <g dan>dan</g> of <g jin>many jin</g>, there"
    )


def test_folding_takes_tones_and_hyphens_away():
    assert folded("Dàng'àn Lái-Ruòyú") == "dangan lairuoyu"


def test_a_letter_typed_shows_within_a_frame_or_three(tmp_path):
    driver = open_archive(tmp_path)
    driver.type("a")
    begun = time.perf_counter()
    driver.type("n")
    assert time.perf_counter() - begun < 0.5
