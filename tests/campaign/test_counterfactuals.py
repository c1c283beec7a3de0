"""The same prefecture, seeds and weather under other policies: each measure moves what the sources say it moves.

Every policy is a file in ``policies/``; its course is the mean of two seeds. Directions follow the sources; how much a
measure may matter is left wide, so that tuning the model does not break a test, but what several do together must
add up: not less than the best of them alone, nor more than all of them one by one.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest

from tests.campaign.courses import POLICIES, Course, courses, quotas

SEEDS = (1, 2)
VILLAGES = 120
SEVERAL = ("leaving-allowed", "private-plots", "true-purchase", "no-drafting", "no-canteens")
"""What ``several`` does at once, one by one."""

Courses = Mapping[str, Course]


@pytest.fixture(scope="module")
def course() -> Courses:
    """Every policy of the folder, played once."""
    return courses(sorted(path.stem for path in POLICIES.glob("*.yaml")), SEEDS, VILLAGES)


def saved(course: Courses, policy: str) -> float:
    """How many fewer starve in 1958-61 than in the documented course, per thousand people of 1957."""
    return course["historical"]["starved_1958_61"] - course[policy]["starved_1958_61"]


def gained(course: Courses, policy: str, figure: str) -> float:
    """By how much a figure lies above the documented course."""
    return course[policy][figure] - course["historical"][figure]


# --- the documented course, and one in which nobody decides anything

def test_the_documented_course_starves_people_after_1957_and_hardly_any_before(course: Courses):
    figures = course["historical"]
    assert figures["starved_to_1957"] < 0.5 < figures["starved_1958_61"]


def test_a_prefecture_in_which_nobody_decides_anything_starves_nobody_before_the_communes_in_normal_weather(
    course: Courses
):
    assert course["idle-in-normal-weather"]["starved_to_1957"] == 0.0


def test_the_documented_course_loses_animals_after_1955(course: Courses):
    figures = course["historical"]
    assert figures["animals_1955"] > figures["animals_1957"] > figures["animals_1961"]


# --- leaving

def test_where_leaving_is_allowed_fewer_are_members(course: Courses):
    for year in (1955, 1956, 1957, 1958):
        assert gained(course, "leaving-allowed", f"members_{year}") < -0.05


def test_where_leaving_is_allowed_harvests_are_larger_and_fewer_starve(course: Courses):
    assert gained(course, "leaving-allowed", "output_1958_60") > 0.0
    assert saved(course, "leaving-allowed") > 0.0


def test_where_leaving_is_allowed_trust_is_higher(course: Courses):
    assert gained(course, "leaving-allowed", "trust_1961") > 0.0


def test_where_leaving_is_allowed_no_fewer_animals_are_kept(course: Courses):
    assert gained(course, "leaving-allowed", "animals_1961") >= 0.0


# --- animals

def test_full_pay_for_pooled_animals_keeps_more_of_them_than_a_token(course: Courses):
    for year in (1955, 1957, 1961):
        full, usual, token = (course[policy][f"animals_{year}"] for policy in ("full-pay", "historical", "token-pay"))
        assert full > usual > token


def test_full_pay_for_pooled_animals_leaves_less_fear_and_larger_harvests_than_a_token(course: Courses):
    assert course["full-pay"]["fear_1957"] < course["historical"]["fear_1957"] < course["token-pay"]["fear_1957"]
    assert course["full-pay"]["output_1958_60"] > course["token-pay"]["output_1958_60"]
    assert course["full-pay"]["starved_1958_61"] < course["token-pay"]["starved_1958_61"]


def test_animals_that_are_never_pooled_are_kept(course: Courses):
    for year in (1955, 1957, 1961):
        never, usual, always = (course[p][f"animals_{year}"] for p in ("no-pooling", "historical", "all-pooled"))
        assert never > usual > always


def test_animals_that_are_never_pooled_mean_larger_harvests_and_fewer_deaths(course: Courses):
    for figure in ("output_1953_57", "output_1958_60"):
        assert course["no-pooling"][figure] > course["historical"][figure] > course["all-pooled"][figure]
    assert saved(course, "no-pooling") > 0.0 > saved(course, "all-pooled")


# --- grain and figures

@pytest.mark.parametrize("policy", ["honest-filing", "true-purchase"])
def test_a_purchase_that_does_not_follow_inflated_figures_takes_less_and_spares_lives(course: Courses, policy: str):
    assert gained(course, policy, "bought_1958_60") < 0.0
    assert gained(course, policy, "available_1960") > 0.0
    assert saved(course, policy) > 0.5 * course["historical"]["starved_1958_61"]


def test_a_purchase_on_true_output_makes_filing_harmless(course: Courses):
    """Honest filing and a purchase on true output come to about the same: what is filed kills through the quota."""
    honest, true = (course[policy]["starved_1958_61"] for policy in ("honest-filing", "true-purchase"))
    assert abs(honest - true) < 0.2 * course["historical"]["starved_1958_61"]


def test_honest_filing_moves_no_harvest_by_itself(course: Courses):
    change = gained(course, "honest-filing", "output_1958_60")
    assert abs(change) < 0.03 * course["historical"]["output_1958_60"]


def test_a_progressive_purchase_shifts_the_burden_to_villages_with_much_to_spare():
    """By village, in an ordinary year. By county it hardly shows: counties of poor soil have more land a head."""
    flat, progressive, harvest = quotas("1956-autumn", seed=1, villages=VILLAGES)
    by_surplus = np.array_split(np.argsort(flat / harvest, kind="stable"), 4)
    least, *_, most = (progressive[part].sum() / flat[part].sum() for part in by_surplus)
    assert least < 0.9
    assert most > 1.0


def test_a_progressive_purchase_takes_more_in_all_where_harvests_were_filed_too_high():
    """Rates rise with the surplus that is claimed, so that a false harvest is charged twice."""
    flat, progressive, _ = quotas("1958-autumn", seed=1, villages=VILLAGES)
    assert progressive.sum() > 1.05 * flat.sum()


def test_a_flat_purchase_changes_little_in_the_whole(course: Courses):
    change = gained(course, "flat-purchase", "bought_1958_60")
    assert abs(change) < 0.1 * course["historical"]["bought_1958_60"]


def test_relief_saves_lives_the_more_of_it_is_given(course: Courses):
    full, usual, none = (course[p]["starved_1958_61"] for p in ("full-relief", "historical", "no-relief"))
    assert full < usual < none


def test_relief_keeps_people_from_leaving_and_lets_children_be_born(course: Courses):
    assert course["full-relief"]["fled_1958_61"] < course["no-relief"]["fled_1958_61"]
    assert course["full-relief"]["births_1959_61"] > course["no-relief"]["births_1959_61"]


# --- land, kitchens, labour

def test_private_plots_kept_mean_larger_harvests_and_fewer_deaths(course: Courses):
    assert gained(course, "private-plots", "output_1958_60") > 0.0
    assert saved(course, "private-plots") > 0.0


def test_kitchens_of_ones_own_spare_grain_and_lives(course: Courses):
    assert gained(course, "no-canteens", "available_1960") > 0.0
    assert saved(course, "no-canteens") > 0.0


def test_kitchens_of_ones_own_do_not_change_the_harvest_much(course: Courses):
    change = gained(course, "no-canteens", "output_1958_60")
    assert abs(change) < 0.02 * course["historical"]["output_1958_60"]


def test_labour_that_is_not_drafted_brings_larger_harvests_fewer_deaths_and_trust(course: Courses):
    assert gained(course, "no-drafting", "output_1958_60") > 0.0
    assert saved(course, "no-drafting") > 0.0
    assert gained(course, "no-drafting", "trust_1961") > 0.0


def test_sowing_without_campaigns_brings_larger_harvests(course: Courses):
    assert gained(course, "no-sowing-campaigns", "output_1953_57") > 0.0
    assert gained(course, "no-sowing-campaigns", "output_1958_60") > 0.0


# --- weather

def test_normal_weather_brings_larger_harvests_and_fewer_deaths(course: Courses):
    assert gained(course, "normal-weather", "output_1958_60") > 0.0
    assert saved(course, "normal-weather") > 0.0


def test_normal_weather_alone_does_not_prevent_the_hunger(course: Courses):
    assert course["normal-weather"]["starved_1958_61"] > 0.2 * course["historical"]["starved_1958_61"]


def test_two_droughts_by_name_cost_harvests_and_lives_and_leave_the_years_before_alone(course: Courses):
    assert course["two-droughts"]["output_1958_60"] < course["normal-weather"]["output_1958_60"]
    assert saved(course, "two-droughts") < 0.0
    assert course["two-droughts"]["output_1953_57"] == course["normal-weather"]["output_1953_57"]


# --- several at once

@pytest.mark.parametrize(
    ("figure", "sign"), [("starved_1958_61", -1.0), ("output_1958_60", 1.0), ("available_1960", 1.0),
                         ("trust_1961", 1.0), ("births_1959_61", 1.0)],
)
def test_several_measures_do_at_least_what_the_best_of_them_does_and_no_more_than_all_of_them(
    course: Courses, figure: str, sign: float
):
    alone = [sign * gained(course, policy, figure) for policy in SEVERAL]
    together = sign * gained(course, "several", figure)
    assert max(alone) <= together <= 1.5 * sum(max(change, 0.0) for change in alone)


def test_several_measures_keep_no_fewer_animals_than_the_documented_course(course: Courses):
    assert gained(course, "several", "animals_1961") >= 0.0
