"""The lines of 1958-61: when the form has them, how they are bent, and what is held against a false one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.base.chance import Chance
from game.base.seasons import Season
from game.politics.audits import audit, weigh
from game.politics.offices import in_season
from game.politics.reaction import beyond
from game.reporting.chain import climb
from game.reporting.filing import treatment
from game.reporting.indicators import Indicator, Stage, counted_so_far, false_by
from game.reporting.sight import Band, Bands
from game.reporting.targets import set_targets
from game.reporting.upward import pass_upward

from .samples import COUNTIES, memory, mood, politics_rules, reporting_rules, row, secretaries, true_1951, weights_1951

FORM = reporting_rules().form
OF_THE_LEAP = (Indicator.STEEL, Indicator.CANTEENS, Indicator.WATERWORKS, Indicator.DEATHS)
CLAIMED_HIGH = (Indicator.STEEL, Indicator.CANTEENS, Indicator.WATERWORKS)
DEATHS = Indicator.DEATHS


def there() -> dict[Indicator, np.ndarray]:
    return {
        **true_1951(), Indicator.STEEL: row(3_500_000.0), Indicator.CANTEENS: row(0.85),
        Indicator.WATERWORKS: row(15_000.0), DEATHS: row(600.0),
    }


def climbed(storm: float, line: float, pressure: float = 0.35):
    """The counties' reports in a contest of claims (1) or outside one (0), under a line from above."""
    chain = reporting_rules().chain(Season.parse("1960-winter"), politics_rules().neighbour_indices(COUNTIES))
    felt = replace(mood(Stage.RESULT, line), storm=row(storm), pressure=row(pressure))
    return climb(there(), weights_1951(), secretaries(), felt, {}, memory(there()), chain, Chance(1, 3))


def rungs(up, line):
    return [float(rung[line].sum()) for rung in (up.true, up.village, up.district, up.county)]


# The form


@pytest.mark.parametrize("season", ["1949-winter", "1951-autumn", "1957-winter"])
def test_before_the_leap_no_form_has_a_line_of_it(season):
    assert not set(OF_THE_LEAP) & set(FORM.lines_in(Season.parse(season)))


def test_in_1959_every_line_of_the_leap_is_on_the_form_and_due_in_some_season():
    assert set(OF_THE_LEAP) <= set(FORM.lines_in(Season.parse("1959-spring")))
    due = [FORM.due_in(Season.parse(f"1959-{name}")) for name in ("spring", "summer", "autumn", "winter")]
    assert set(OF_THE_LEAP) <= {line for lines in due for line in lines}


def test_what_is_due_is_always_on_the_form():
    season = Season.parse("1949-spring")
    while season <= Season.parse("1961-winter"):
        assert set(FORM.due_in(season)) <= set(FORM.lines_in(season)), season
        season = season.next


def test_a_season_that_no_change_names_stays_as_it_was():
    assert FORM.due_in(Season.parse("1958-summer")) == FORM.due_in(Season.parse("1951-summer"))


# The chain


@pytest.mark.parametrize("line", CLAIMED_HIGH)
def test_what_is_claimed_grows_at_every_rung_of_a_contest(line):
    assert rungs(climbed(1.0, 1.0), line) == sorted(rungs(climbed(1.0, 1.0), line))


@pytest.mark.parametrize("line", [Indicator.STEEL, Indicator.WATERWORKS])
def test_a_contest_claims_more_than_a_quiet_year(line):
    assert rungs(climbed(1.0, 1.0), line)[-1] > 1.3 * rungs(climbed(0.0, 1.0), line)[-1]


def test_nobody_reports_more_than_all_people_in_canteens():
    assert climbed(1.0, 1.0, 1.0).county[Indicator.CANTEENS].max() == 1.0


def test_the_dead_grow_fewer_at_every_rung():
    found = rungs(climbed(0.0, 1.0), DEATHS)
    assert found == sorted(found, reverse=True)
    assert 0.0 < found[-1] < 0.5 * found[0]


def test_pressure_and_fear_hide_more_of_the_dead():
    assert rungs(climbed(0.0, 1.0, 0.9), DEATHS)[-1] < 0.6 * rungs(climbed(0.0, 1.0, 0.3), DEATHS)[-1]


def test_when_the_line_turns_some_of_the_dead_are_found_again():
    assert rungs(climbed(0.0, -0.8), DEATHS)[-1] > 1.3 * rungs(climbed(0.0, 0.9), DEATHS)[-1]


def test_nothing_of_the_dead_is_printed():
    up = pass_upward({DEATHS: 4_000.0}, {"province": 1.0, "bureau": 1.0, "printed": 1.0}, reporting_rules().upward)
    assert up.province[DEATHS] < 4_000.0
    assert up.printed[DEATHS] == 0.0


# What is counted when


def table(**figures: float):
    """A table of the season with the figures that the lines of the leap rest on."""
    names = ("steel_jin", "excess_deaths", "eating_in_canteens", "irrigated_share", "sown_mou")
    return type("Table", (), {name: row(figures.get(name, 0.0)) for name in names})()


def test_metal_adds_up_over_the_year_and_begins_anew_in_spring():
    before = {Indicator.STEEL: row(100.0), DEATHS: row(0.0)}
    now, last = table(steel_jin=30.0), table()
    assert counted_so_far(Season.parse("1958-autumn"), now, last, before)[Indicator.STEEL][0] == 130.0
    assert counted_so_far(Season.parse("1959-spring"), now, last, before)[Indicator.STEEL][0] == 30.0


def test_the_dead_of_a_season_are_counted_when_the_next_one_opens():
    before = {Indicator.STEEL: row(0.0), DEATHS: row(50.0)}
    now, last = table(excess_deaths=9.0), table(excess_deaths=7.0)
    assert counted_so_far(Season.parse("1960-summer"), now, last, before)[DEATHS][0] == 57.0
    assert counted_so_far(Season.parse("1960-spring"), now, last, before)[DEATHS][0] == 7.0


# What is held against a false figure


def test_what_is_written_small_is_false_by_what_it_leaves_out():
    assert float(false_by(DEATHS, 250.0, 1_000.0)) == 0.75
    assert float(false_by(DEATHS, 0.0, 1_000.0)) == 1.0
    assert float(false_by(Indicator.STEEL, 250.0, 200.0)) == 0.25


def test_an_audit_that_finds_the_dead_weighs_three_times_as_heavily():
    rules, band = politics_rules().audits, Band(800.0, 1_200.0)
    hidden = weigh(DEATHS, 300.0, 1_000.0, band, True, rules)
    raised = weigh(Indicator.STEEL, 1_700.0, 1_000.0, band, True, rules)
    assert hidden is not None and raised is not None
    assert hidden.excess == pytest.approx(raised.excess)
    assert hidden.weight == 3.0 * raised.weight


def test_auditors_find_the_dead_of_a_file_that_names_none():
    rules, winter = politics_rules(), Season.parse("1960-winter")
    offices = in_season(rules.start_offices(), winter, rules.lines)
    outcome = audit(
        offices, "province", winter, {DEATHS: 0.0}, {DEATHS: 900.0}, {DEATHS: Band(600.0, 1_100.0)}, {DEATHS: True},
        rules.audits, Chance(1, 1),
    )  # fmt: skip
    assert [finding.indicator for finding in outcome.findings] == [DEATHS]
    assert outcome.offices["province"].standing < offices["province"].standing


def test_more_dead_than_are_known_is_no_falsehood():
    assert weigh(DEATHS, 1_500.0, 1_000.0, Band(800.0, 1_200.0), True, politics_rules().audits) is None
    assert beyond({DEATHS: 1_500.0}, {DEATHS: Band(800.0, 1_200.0)}) == 0.0
    assert beyond({DEATHS: 400.0}, {DEATHS: Band(800.0, 1_200.0)}) == 0.5


def test_deaths_have_no_target_and_no_office_judges_them():
    filed = dict.fromkeys(Indicator, 1000.0)
    assert DEATHS not in set_targets(filed, 1.0, reporting_rules().targets)
    assert all(judged.indicator is not DEATHS for judged in politics_rules().reaction.judged)
    assert all(rule.indicator is not DEATHS for rule in politics_rules().reaction.consequences)
    assert all(DEATHS not in rival.ratio for rival in reporting_rules().rivals.rivals)


def test_a_county_that_left_out_its_dead_is_told_so_when_more_are_filed():
    county, rules = row(100.0, 600.0), reporting_rules().filing
    known = Bands({DEATHS: row(400.0)}, {DEATHS: row(900.0)})
    ones = row(1.0)
    told = treatment(DEATHS, 8_000.0, county, ones, known, rules)
    assert told.struck.tolist() == row(1.0, 0.0).tolist()
    assert not told.untouched.any()
    passed = treatment(DEATHS, float(county.sum()), county, ones, known, rules)
    assert passed.untouched.all()
    assert not passed.struck.any()
