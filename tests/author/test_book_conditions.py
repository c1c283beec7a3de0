"""Conditions in words: what a historian reads beside the expression."""

import pytest

from game.author.book.conditions import Known, in_words, setters
from game.events.conditions import parse
from game.views.names import CONDITION_NAMES
from tests.author.books import rules, shelf

BACKGROUNDS = ("background_teacher", "background_land_reform")
IN_WUXIANG = [f"{name.id}_in_wuxiang" for name in CONDITION_NAMES.values() if name.per_county]
NAMES = [*CONDITION_NAMES, *BACKGROUNDS, *IN_WUXIANG]
SET_BY = {
    "waited": Known(("“Wait” on C4",)),
    "marked": Known(("“Write it” on C18", "“Measure it” on C18")),
    "backed": Known(("“Speak for him” on C35",), ("“Write that you were wrong” on C92",)),
}


def said(text):
    return in_words(parse(text, NAMES, [*SET_BY, "unset"]), rules().texts, SET_BY)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("trust < 0.4", "trust in the Party's word: below 0.4"),
        ("0.2 < trust < 0.4", "trust in the Party's word: above 0.2, and trust in the Party's word: below 0.4"),
        ("cooperatives_in_wuxiang > 0", "there are producers' cooperatives in Wuxiang"),
        ("cooperatives < 1", "there are no producers' cooperatives"),
        ("cooperatives >= 4", "producers' cooperatives: at least 4"),
        ("reserve_jin >= 150000", "grain reserve of the prefecture: at least 150,000 jin"),
        ("hungry_share > 0.02", "people with under 350 jin a year to eat: above 0.02 (share of people)"),
        ("animals_change < -0.017", "change of draught animals since last season: below −0.017"),
        ("background_teacher", "the player's background is “teacher”"),
        ("not background_land_reform", "it is not so that the player's background is “land reform”"),
        ("exit_allowed == 1", "members may leave, as set for the prefecture"),
        ("waited", "“Wait” on C4 was chosen"),
        ("not waited", "“Wait” on C4 was not chosen"),
        ("marked", "one of “Write it” on C18; “Measure it” on C18 was chosen"),
        ("not marked", "none of “Write it” on C18; “Measure it” on C18 was chosen"),
        ("backed", "“Speak for him” on C35 was chosen (and not afterwards “Write that you were wrong” on C92)"),
        ("unset", "the flag unset is set"),
        ("true", "always"),
        ("trust + fear > 1", "trust in the Party's word plus fear that what one has will be taken: above 1"),
        ("min(trust, 0.5) > 0", "the least of trust in the Party's word and 0.5: above 0"),
    ],
)
def test_a_condition_is_said_in_words(text, words):
    assert said(text) == words


def test_what_belongs_together_is_bracketed():
    assert said("waited or (not marked and trust > 0.5)").endswith("trust in the Party's word: above 0.5)")
    assert ", or (none of" in said("waited or (not marked and trust > 0.5)")
    between = "(trust in the Party's word: above 0.2, and trust in the Party's word: below 0.4)"
    assert said("not 0.2 < trust < 0.4") == f"it is not so that {between}"
    assert said("waited or 0.2 < trust < 0.4") == f"“Wait” on C4 was chosen, or {between}"
    assert said("max(trust, 0.5) + 1 > fear").startswith("(the greatest of trust in the Party's word and 0.5) plus")


def test_every_name_that_a_condition_can_use_can_be_said():
    for name in NAMES:
        assert name not in said(f"{name} > 0.5") or "_" not in name


def test_every_condition_of_the_shipped_cards_names_the_choices_behind_its_flags():
    known = setters(shelf())
    for card in rules().cards.values():
        for condition in [card.when, *(choice.when for choice in card.choices)]:
            if condition:
                words = in_words(condition, rules().texts, known)
                assert "the flag" not in words
                assert all(flag not in words or "_" not in flag for flag in condition.flags)
