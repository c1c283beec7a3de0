"""Figures in words: what is written adds up, and what was read is what is filed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.reporting.indicators import Indicator
from game.reporting.sight import Band
from game.text.figures import as_shown, from_shown, shares_of, show_like
from game.text.talk import after_equals
from game.text.words import between, figure, listed, up_or_down

LEVELS = {
    Indicator.YIELD: 155.0, Indicator.OUTPUT: 1.32e9, Indicator.ORGANISED: 0.46, Indicator.COOPERATIVES: 10.0,
    Indicator.ANIMALS: 281_400.0, Indicator.GRAIN_SOLD: 44.6e6, Indicator.COOP_YIELD: 240.0,
    Indicator.STEEL: 57.0e6, Indicator.CANTEENS: 0.97, Indicator.WATERWORKS: 236_000.0, Indicator.DEATHS: 9_400.0,
}  # fmt: skip


def number(written: str) -> float:
    return float(re.sub("[,]", "", written).replace("−", "-"))


@given(st.sampled_from(list(Indicator)), st.lists(st.floats(-0.3, 0.3), min_size=1, max_size=7))
def test_written_parts_add_up_to_the_written_whole(line, shares):
    level = LEVELS[line]
    amounts = [share * level for share in shares]
    written = [number(part) for part in shares_of(line, sum(amounts), amounts, level)]
    assert sum(written) == pytest.approx(number(show_like(line, sum(amounts), level)), abs=1e-6)


@given(st.sampled_from(list(Indicator)), st.lists(st.floats(-0.3, 0.3), min_size=1, max_size=7))
def test_no_part_is_written_further_off_than_one_step_of_its_unit(line, shares):
    level = LEVELS[line]
    amounts = [share * level for share in shares]
    step = 10.0 ** -len(show_like(line, level, level).partition(".")[2])
    for amount, part in zip(amounts, shares_of(line, sum(amounts), amounts, level), strict=True):
        assert abs(number(part) - amount / from_shown(line, 1.0)) <= 1.01 * step + 1e-9


@pytest.mark.parametrize("line", list(Indicator))
def test_what_is_filed_is_what_was_read(line):
    filed = as_shown(line, LEVELS[line] * 1.0037)
    assert as_shown(line, filed) == pytest.approx(filed)


def test_a_band_is_said_between_its_ends_with_the_unit(rules):
    assert between(rules.texts, Indicator.YIELD, Band(141.2, 165.4)) == "between 141 and 165 jin a mou"


def test_a_band_without_width_is_one_figure(rules):
    assert between(rules.texts, Indicator.COOPERATIVES, Band(1.0, 1.0)) == "1 cooperative"


def test_a_filed_figure_has_its_word_and_its_unit(rules):
    assert figure(rules.texts, "filed", Indicator.YIELD, 160.2) == "filed: 160 jin a mou"


@pytest.mark.parametrize(("shown", "words"), [("6", "up by 6 jin"), ("−4", "down by 6 jin"), ("0.0", "as it was")])
def test_a_change_is_said_in_words_not_signs(rules, shown, words):
    assert up_or_down(rules.texts, shown, "6 jin") == words


def test_names_are_listed_as_one_says_them(rules):
    assert listed(rules.texts, ["Wuxiang", "Licheng", "Pingshun"]) == "Wuxiang, Licheng and Pingshun"


@pytest.mark.parametrize("typed", ["160", "=", "= many", "= nan", "= inf", "=1e999"])
def test_only_a_number_behind_an_equals_sign_is_a_figure(typed):
    assert after_equals(typed) is None


def test_a_typed_figure_may_have_groups_of_three():
    assert after_equals("= 1,280.5") == 1280.5
