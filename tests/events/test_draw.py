"""Which cards come: dated ones always, the others by chance and within what a desk can bear."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.base.chance import Chance
from game.base.deck import DeckMemory
from game.base.seasons import Season
from game.events import Card, Choice, DrawLimits, Window, draw, parse

SPRING, SUMMER, WINTER = (Season.parse(f"1951-{name}") for name in ("spring", "summer", "winter"))
LIMITS = DrawLimits(ask_at_most=3, words_at_most=350, news_at_most=1)


def card(card_id: str, words: int = 80, **details: Any) -> Card:
    plain = Card(
        id=card_id,
        title=card_id,
        kind="report",
        window=Window(SPRING, WINTER),
        text=" ".join(["word"] * words),
        choices=(Choice("pass-on", "Pass it on."), Choice("keep", "Keep it.")),
        default="pass-on",
        documented="Silent.",
        mark="invented",
        sources=(),
    )
    return replace(plain, **details)


def drawn(
    deck: list[Card], memory: DeckMemory | None = None, season: Season = SPRING, seed: int = 1, **values: float
) -> tuple[str, ...]:
    return draw(deck, memory or DeckMemory(), values, season, Chance(seed, season.index), LIMITS)


def test_a_dated_card_always_comes() -> None:
    deck = [card("dated", needed=True), *(card(f"other-{n}", weight=100.0) for n in range(30))]
    assert all("dated" in drawn(deck, seed=seed) for seed in range(50))


def test_dated_cards_come_even_where_the_desk_is_full() -> None:
    deck = [card(f"dated-{n}", needed=True, words=120) for n in range(5)]
    assert len(drawn(deck)) == 5


def test_a_card_comes_only_in_its_window() -> None:
    deck = [card("late", window=Window(WINTER, WINTER), needed=True)]
    assert drawn(deck) == ()
    assert drawn(deck, season=WINTER) == ("late",)


def test_a_card_comes_only_if_its_condition_holds() -> None:
    deck = [card("hungry", when=parse("hungry_share > 0.1", ["hungry_share"]), needed=True)]
    assert drawn(deck, hungry_share=0.05) == ()
    assert drawn(deck, hungry_share=0.2) == ("hungry",)


def test_flags_that_were_set_count_in_conditions() -> None:
    deck = [card("after", when=parse("told_the_bureau", [], ["told_the_bureau"]), needed=True)]
    assert drawn(deck) == ()
    assert drawn(deck, DeckMemory().with_flag("told-the-bureau")) == ("after",)


def test_a_card_never_comes_twice() -> None:
    memory = DeckMemory().with_came(("once",), SPRING)
    assert drawn([card("once", needed=True)], memory, SUMMER) == ()


def test_a_follow_up_comes_when_it_is_due_and_not_before() -> None:
    deck = [card("echo", only_follow_up=True)]
    memory = DeckMemory().with_due("echo", SUMMER)
    assert drawn(deck, memory, SPRING) == ()
    assert drawn(deck, memory, SUMMER) == ("echo",)
    assert drawn(deck, memory, WINTER) == ("echo",)


def test_what_only_follows_never_comes_by_chance() -> None:
    assert drawn([card("echo", only_follow_up=True)]) == ()


def test_a_follow_up_waits_for_a_free_place_as_long_as_its_window_lets_it() -> None:
    dated = [card(f"dated-{n}", needed=True, window=Window(SPRING, SPRING)) for n in range(3)]
    memory = DeckMemory().with_due("echo", SPRING)
    waiting = [*dated, card("echo", only_follow_up=True)]
    pressing = [*dated, card("echo", only_follow_up=True, window=Window(SPRING, SPRING))]
    assert "echo" not in drawn(waiting, memory)
    assert drawn(waiting, memory, SUMMER) == ("echo",)
    assert "echo" in drawn(pressing, memory)


@given(st.integers(0, 10_000), st.lists(st.integers(20, 160), min_size=1, max_size=25), st.integers(0, 5))
def test_a_season_can_be_read(seed: int, lengths: list[int], news: int) -> None:
    """At most three that ask and one that does not, within 350 words, none twice."""
    deck = [card(f"card-{n}", words=length, asks=n >= news) for n, length in enumerate(lengths)]
    came = [next(card for card in deck if card.id == came) for came in drawn(deck, seed=seed)]
    assert len({card.id for card in came}) == len(came)
    assert sum(card.asks for card in came) <= 3
    assert sum(not card.asks for card in came) <= 1
    assert sum(card.words for card in came if card.asks) <= 350


@given(st.integers(0, 10_000), st.randoms())
def test_the_order_of_the_deck_does_not_matter(seed: int, shuffled: Any) -> None:
    deck = [card(f"card-{n}", weight=1.0 + n) for n in range(12)]
    other = list(deck)
    shuffled.shuffle(other)
    assert drawn(deck, seed=seed) == drawn(other, seed=seed)


def test_a_heavier_card_comes_more_often() -> None:
    deck = [card("heavy", weight=4.0, words=300), card("light", weight=1.0, words=300)]
    counts = Counter(drawn(deck, seed=seed)[0] for seed in range(600))
    assert 420 < counts["heavy"] < 540


def test_kinds_that_lie_on_the_desk_come_less_often() -> None:
    deck = [
        card("first", needed=True, kind="petition", words=150),
        card("same", kind="petition", words=150),
        card("other", kind="news", words=150),
    ]
    counts = Counter(drawn(deck, seed=seed)[1] for seed in range(400))
    assert counts["other"] > 2 * counts["same"]


def test_a_choice_is_found_by_its_id() -> None:
    assert card("one").choice("keep").text == "Keep it."
    with pytest.raises(KeyError):
        card("one").choice("burn")


def test_links_are_shown_as_words_and_counted_as_words() -> None:
    told = card("linked", text="Two [[dan]] from the [[community-fund|common fund]].")
    assert told.words == 6
