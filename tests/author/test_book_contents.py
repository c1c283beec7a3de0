"""The deck book holds everything that the packs say, each claim beside its source."""

import re
from dataclasses import replace

import pytest

from game.author.book.book import book_of
from game.author.book.citing import citation
from game.author.book.effects import askers
from game.author.book.effects import in_words as effect_in_words
from game.author.book.html import as_html
from game.author.book.items import shelve
from game.author.book.marks import NAMES, SIGNS
from game.base.problems import CallError
from game.events.cards import plain
from game.events.effects import FollowUp
from tests.author.books import articles, page, rows, rules, shelf, words


def paragraphs(text):
    return [" ".join(plain(part).split()) for part in text.split("\n") if part.strip()]


def missing(wanted, text):
    return [part for part in wanted if " ".join(part.split()) not in text.replace("\n", " ") and part not in text]


@pytest.mark.parametrize("card", rules().cards.values(), ids=lambda card: card.id)
def test_every_card_stands_there_with_all_its_words(card):
    text = articles()[f"card-{card.id}"]
    wanted = [card.title, card.id, *paragraphs(card.text), *paragraphs(card.reduced_text), *paragraphs(card.documented)]
    wanted += [*paragraphs(card.disagree), *([card.paper.head, card.paper.head_en] if card.paper else [])]
    for choice in card.choices:
        wanted += [choice.text, choice.locked, choice.guess.says if choice.guess else ""]
        wanted += [f"when: {condition.text}" for condition in (choice.when, card.when) if condition]
    wanted += [rules().archive[term].title for term in card.terms]
    assert missing(wanted, text) == []


@pytest.mark.parametrize("card", rules().cards.values(), ids=lambda card: card.id)
def test_every_source_of_a_card_stands_beside_it_with_its_mark_as_a_word_and_a_sign(card):
    text = articles()[f"card-{card.id}"]
    for source in card.sources:
        cited = citation(source, rules().sources)
        assert f"{SIGNS[source.mark]} {cited} ({NAMES[source.mark]})" in text
        assert f"{SIGNS[source.mark]} {cited}yes" in text.replace(" yes", "yes")


def test_every_entry_stands_there_with_its_sources_voices_and_doubts():
    for entry in rules().archive.values():
        text = articles()[f"entry-{entry.id}"]
        wanted = [entry.title, entry.zh, entry.pinyin, entry.question, *paragraphs(entry.text)]
        wanted += [plain(entry.doubt), plain(entry.silent)]
        for voice in entry.voices:
            wanted += [voice.who, *paragraphs(voice.says), plain(voice.evidence), plain(voice.asks)]
        sources = [*entry.sources, *(source for voice in entry.voices for source in voice.sources)]
        wanted += [f"{SIGNS[source.mark]} {citation(source, rules().sources)}" for source in sources]
        assert missing(wanted, text) == [], entry.id


def test_every_directive_and_every_figure_has_its_row_with_its_pages():
    whole = rules()
    for directive in whole.directives.directives:
        wanted = [directive.title, directive.note, *(citation(one, whole.sources) for one in directive.sources)]
        assert missing(wanted, rows()[f"directive-{directive.id}"]) == []
    for figure in whole.calibration.values():
        wanted = [figure.title, figure.unit, figure.reason, *(citation(one, whole.sources) for one in figure.sources)]
        assert missing(wanted, rows()[f"figure-{figure.id}"]) == []


def test_the_answer_on_record_is_told_in_words():
    card = rules().cards["trials-this-spring"]
    assert [choice.taken for choice in card.choices] == [True, False, False]
    text = articles()["card-trials-this-spring"]
    assert "the answer on record: 1." in text
    assert text.index("※ the answer on record") < text.index("2 Begin now")


def test_who_speaks_is_told_to_be_invented():
    text = articles()["card-trials-this-spring"]
    assert "☆ Gao Chengzhong 高承忠, deputy secretary of the prefecture (invented person)" in text


def test_a_filed_figure_is_in_vermilion_and_nothing_else_is():
    reds = re.findall(r'<span class="filed">(.*?)</span>', page())
    files = sum(choice.files is not None for card in rules().cards.values() for choice in card.choices)
    assert sum(red.startswith("Files ") for red in reds) == files
    said_by_others = [figure for figure in rules().calibration.values() if figure.rung in ("reported", "filed")]
    ladders = [one.documented_ladder for one in rules().scenarios.values() if one.documented_ladder]
    ladder = [rung for one in ladders for rung in one.rungs]
    before = sum(len(scenario.filed_before) for scenario in rules().scenarios.values())
    shown = [rung for rung in ladder if rung.figure is not None or rung.low is not None]
    assert len(reds) == files + len(said_by_others) + len(shown) + before


def test_every_effect_is_said_in_a_sentence():
    asked = askers(shelf())
    for card in rules().cards.values():
        for choice in card.choices:
            for effect in choice.effects:
                said = "".join(span.text for span in effect_in_words(effect, shelf(), asked))
                assert f"{type(effect).__name__}(" not in said
                assert said[0].isupper()
                assert said[-1] in ".”"


def test_every_link_leads_somewhere():
    anchors = set(re.findall(r' id="([^"]+)"', page()))
    assert set(re.findall(r'href="#([^"]+)"', page())) - anchors == set()
    assert len(re.findall(r' id="([^"]+)"', page())) == len(anchors)


def test_a_follow_up_leads_to_its_card():
    followed = [
        effect for card in rules().cards.values() for choice in card.choices for effect in choice.effects
        if isinstance(effect, FollowUp)
    ]  # fmt: skip
    assert followed
    for effect in followed:
        links = [span.to for span in effect_in_words(effect, shelf(), askers(shelf())) if span.to]
        assert links == [f"card-{effect.card}"]


def test_a_scenario_has_its_own_cards_and_no_later_directives():
    chosen = shelve(rules(), "ten-cooperatives")
    scenario = rules().scenarios["ten-cooperatives"]
    assert {item.id for item in chosen.of("card")} == {card.id for card in rules().deck(scenario)}
    assert [item.id for item in chosen.of("directive") if item.holds.season > scenario.last] == []
    assert 0 < len(chosen.of("directive")) < len(rules().directives.directives)


def test_an_unknown_scenario_is_refused_with_the_nearest_name():
    with pytest.raises(CallError, match="did you mean 'ten-cooperatives'"):
        shelve(rules(), "ten-coops")


def test_the_title_names_every_pack_that_the_book_is_of():
    base = rules().packs[0]
    other = replace(base, manifest=replace(base.manifest, id="other", title="Another prefecture"))
    both = replace(rules(), packs=(base, other))
    assert book_of(shelve(both, None)).title == f"{base.manifest.title}, with Another prefecture: deck book"
    front = words(as_html(book_of(shelve(both, "ten-cooperatives"))))
    assert f"The cards of one scenario of {base.manifest.title}, with Another prefecture" in front


def test_what_authors_write_is_text_and_never_a_tag():
    card = next(iter(rules().cards.values()))
    hostile = replace(card, title="<script>alert(1)</script>", documented='"><img src=x onerror=alert(1)>')
    html = as_html(book_of(shelve(replace(rules(), cards={**rules().cards, card.id: hostile}), None)))
    assert "<script" not in html
    assert "<img" not in html
    assert "<script>alert(1)</script>" in words(html)


def test_the_same_content_gives_the_same_page():
    assert as_html(book_of(shelve(rules(), None))) == page()
