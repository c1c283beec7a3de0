"""What counties learn from how their reports are taken."""

from __future__ import annotations

import numpy as np

from game.base.chance import Chance
from game.reporting.filing import treatment
from game.reporting.indicators import Indicator, Stage, prefecture_figure
from game.reporting.memory import CountyMemory, learn, note_reports, vagueness
from game.reporting.sight import Bands

from .samples import climbed, memory, reporting_rules, row, true_1951, weights_1951

LINE = Indicator.YIELD


def after(kept: CountyMemory, struck: float, untouched: float, turn: int = 0) -> CountyMemory:
    """A season in which all counties were treated alike."""
    return learn(kept, {LINE: row(struck)}, {LINE: row(untouched)}, row(0.0), reporting_rules().memory, Chance(3, turn))


def test_a_figure_passed_on_untouched_teaches_three_to_eight_percent():
    taught = after(memory(), struck=0, untouched=1).taught[LINE]
    assert ((taught >= 0.03) & (taught <= 0.08)).all()
    assert len(set(taught.tolist())) > 1


def test_untouched_figures_come_back_higher():
    bolder = climbed(Stage.ESTIMATE, kept=after(memory(), struck=0, untouched=1))
    assert (bolder.county[LINE] > climbed(Stage.ESTIMATE).county[LINE]).all()


def test_a_struck_county_reports_a_quarter_wider_for_two_seasons():
    rules = reporting_rules().memory
    kept = after(memory(), struck=1, untouched=0)
    assert vagueness(kept, rules).tolist() == row(1.25).tolist()
    kept = after(kept, struck=0, untouched=0, turn=1)
    assert vagueness(kept, rules).tolist() == row(1.25).tolist()
    kept = after(kept, struck=0, untouched=0, turn=2)
    assert vagueness(kept, rules).tolist() == row(1.0).tolist()


def test_a_figure_struck_down_is_a_lesson_in_modesty():
    bold = after(memory(), struck=0, untouched=1)
    assert (after(bold, struck=1, untouched=0, turn=1).taught[LINE] < 0.2 * bold.taught[LINE]).all()


def test_last_time_is_what_was_reported_not_what_there_was():
    up = climbed(Stage.RESULT)
    kept = note_reports(memory(), true_1951(), {LINE: up.county[LINE]})
    assert np.array_equal(kept.reported[LINE], up.county[LINE])
    assert np.array_equal(kept.reported[Indicator.ANIMALS], memory().reported[Indicator.ANIMALS])
    assert np.allclose(kept.inflation[LINE], up.county[LINE] / true_1951()[LINE] - 1)


def test_cutting_the_sum_strikes_those_above_what_is_known_of_them():
    county, weight = climbed(Stage.RESULT).county[LINE], weights_1951()[LINE]
    known = Bands({LINE: row(0.0)}, {LINE: row(1000.0, 100.0)})
    whole = prefecture_figure(LINE, county, weight)
    cut = treatment(LINE, whole * 0.93, county, weight, known, reporting_rules().filing)
    assert cut.struck.tolist() == row(0.0, 1.0).tolist()
    assert not cut.untouched.any()


def test_passing_the_sum_on_or_raising_it_leaves_every_county_untouched():
    county, weight = climbed(Stage.RESULT).county[LINE], weights_1951()[LINE]
    known = Bands({LINE: row(0.0)}, {LINE: row(1.0)})
    whole = prefecture_figure(LINE, county, weight)
    for filed in (whole, whole * 1.2):
        taken = treatment(LINE, filed, county, weight, known, reporting_rules().filing)
        assert taken.untouched.all()
        assert not taken.struck.any()
