"""What a campaign gives for a documented figure, and how the two are compared."""

from dataclasses import replace

import pytest

from game.base.problems import CallError
from game.base.seasons import Season
from game.campaign.calibrate import SEEDS, calibrate, comparable, compare, course_values, seasons_of
from game.campaign.figures import measured
from game.campaign.game import Game
from game.campaign.policies import play_out, policy_named
from game.cli import shipped_courses
from game.economy.measures import CountyTable
from game.ruleset import Ruleset
from game.ruleset.content import DocumentedFigure
from game.state import Setup

SPRING, SUMMER, AUTUMN, WINTER = (Season.parse(f"1951-{name}") for name in ("spring", "summer", "autumn", "winter"))
YEAR_BEFORE = Season.parse("1950-winter")


@pytest.fixture(scope="module")
def played(rules: Ruleset, game: Game) -> Game:
    """The documented course of 1951 on a few villages."""
    policy, _ = policy_named("historical", rules)
    return play_out(game, policy)


@pytest.fixture
def figure(rules: Ruleset) -> DocumentedFigure:
    """People of the prefecture at the end of 1951; tests change what they speak of."""
    return replace(rules.calibration["prefecture-population"], tolerance=0.1)


def of(game: Game, column: str, season: Season) -> list[float]:
    """A column by county."""
    return list(map(float, getattr(table(game, season), column)))


def table(game: Game, season: Season) -> CountyTable:
    """The true ledger of a season."""
    return next(lived.table for lived in game.state.lived if lived.season == season)


def test_a_level_is_the_column_at_the_end_of_the_season(played, figure):
    assert measured(figure, played) == pytest.approx(sum(of(played, "population", WINTER)))


def test_a_level_of_a_county_is_the_countys_own(played, figure):
    wuxiang = played.rules.prefecture.county_ids.index("wuxiang")
    here = replace(figure, measured_in="wuxiang")
    assert measured(here, played) == of(played, "population", WINTER)[wuxiang]


def test_against_an_earlier_season_a_figure_is_a_ratio(played, figure):
    ratio = replace(figure, against=YEAR_BEFORE)
    before, after = (sum(of(played, "population", season)) for season in (YEAR_BEFORE, WINTER))
    assert measured(ratio, played) == pytest.approx(after / before)


def test_since_an_earlier_season_a_figure_is_the_growth(played, figure):
    new = replace(figure, measure="cooperatives", since=YEAR_BEFORE)
    assert measured(new, played) == 10.0


def test_a_flow_is_added_up_over_its_span(played, figure):
    deaths = replace(figure, measure="deaths", over=SUMMER)
    expected = sum(sum(of(played, "deaths", season)) for season in (SUMMER, AUTUMN, WINTER))
    assert measured(deaths, played) == pytest.approx(expected)


def test_a_flow_is_divided_by_a_stock_of_another_date(played, figure):
    share = replace(figure, measure="deaths", over=SPRING, per="population", per_in=YEAR_BEFORE)
    deaths = sum(sum(of(played, "deaths", season)) for season in (SPRING, SUMMER, AUTUMN, WINTER))
    assert measured(share, played) == pytest.approx(deaths / sum(of(played, "population", YEAR_BEFORE)))


def test_what_is_divided_by_is_taken_in_the_same_season_unless_another_is_named(played, figure):
    animals = replace(figure, measure="draught_animals", per="households")
    expected = sum(of(played, "draught_animals", WINTER)) / sum(of(played, "households", WINTER))
    assert measured(animals, played) == pytest.approx(expected)


def test_a_year_is_the_four_seasons_that_end_in_the_season(played, figure):
    to_autumn = replace(figure, measure="death_rate", season=AUTUMN)
    deaths = sum(sum(of(played, "deaths", season)) for season in (YEAR_BEFORE, SPRING, SUMMER, AUTUMN))
    assert measured(to_autumn, played) == pytest.approx(1000 * deaths / sum(of(played, "population", AUTUMN)))


@pytest.mark.parametrize(
    ("measure", "low", "high"),
    [
        ("birth_rate", 25, 45), ("death_rate", 10, 30), ("eaten_per_head", 340, 450), ("tax_of_output", 0.1, 0.25),
        ("state_grain_of_output", 0.1, 0.3), ("seed_feed_of_output", 0.03, 0.3), ("output_per_mou", 120, 180),
        ("land_per_head", 3, 5), ("coop_share", 0, 0.1),
    ],
)  # fmt: skip
def test_measures_made_of_columns_are_of_a_plausible_size(played, figure, measure, low, high):
    assert low <= measured(replace(figure, measure=measure), played) <= high


def test_a_filed_figure_over_the_truth(played, figure):
    over = replace(figure, measure="over_true.coop_yield", rung="filed", season=AUTUMN)
    true = replace(figure, measure="coop_yield_jin_per_mou", season=AUTUMN, measured_in="wuxiang")
    assert measured(over, played) > 1.2, "2.6 dan were filed"
    assert measured(replace(over, rung="reported", measured_in="wuxiang"), played) == pytest.approx(
        measured(replace(true, measure="coop_yield", rung="reported"), played) / measured(true, played)
    )


def test_a_county_without_cooperatives_has_no_ratio_and_is_never_the_highest(played, figure):
    over = replace(figure, measure="over_true.coop_yield", rung="reported", season=AUTUMN)
    assert measured(replace(over, measured_in="yangcheng"), played) == 0.0
    assert measured(replace(over, measured_in="highest"), played) > 1.0


@pytest.mark.parametrize(("which", "pick"), [("highest", max), ("lowest", min)])
def test_the_county_with_the_extreme_figure_can_stand_for_a_place(played, figure, which, pick):
    share = replace(figure, measure="share_mutual_aid", measured_in=which)
    assert measured(share, played) == pick(of(played, "share_mutual_aid", WINTER))


def test_what_is_not_modelled_has_no_number_and_is_unmet(rules, played, figure):
    nothing = replace(figure, measure="not-modelled", unmet="There is no market before the war.")
    assert measured(nothing, played) is None
    [compared] = compare(rules, [nothing], [(None,)] * SEEDS)
    assert (compared.status, compared.as_json()["simulated"]) == ("unmet", None)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"measure": "happiness"}, "no measure 'happiness'"),
        ({"measured_in": "atlantis"}, "no county 'atlantis'"),
        ({"season": Season.parse("1971-spring")}, "1971-spring was not lived through"),
        ({"season": Season.parse("1971-spring"), "rung": "filed", "measure": "yield"}, "nothing was filed"),
    ],
)
def test_a_figure_that_cannot_be_measured_is_named_with_the_reason(played, figure, changes, said):
    with pytest.raises(KeyError, match=f"prefecture-population: .*{said}"):
        measured(replace(figure, **changes), played)


@pytest.mark.parametrize(
    ("values", "unmet", "status"),
    [
        ((1.0, 2.0, 9.0), "", "met"),
        ((1.0, 2.3, 9.0), "", "missed"),
        ((1.0, 2.3, 9.0), "known", "unmet"),
        ((1.0, 2.0, 9.0), "thought to be", "met"),
    ],
)
def test_the_middle_of_the_seeds_is_held_against_the_figure(rules, figure, values, unmet, status):
    two = replace(figure, low=2.0, high=2.0, unmet=unmet)
    [compared] = compare(rules, [two], [(value,) for value in values])
    assert (compared.simulated, compared.span, compared.status) == (values[1], (1.0, 9.0), status)


def test_figures_that_no_scenario_plays_are_left_out(rules, figure):
    later = replace(figure, id="later", against=Season.parse("1971-spring"))
    _, chosen = comparable(rules, [figure, later])
    assert chosen == [figure]
    with pytest.raises(CallError, match="no scenario"):
        comparable(rules, [later])


def test_true_figures_of_the_years_before_play_count_and_filed_ones_do_not(rules, figure):
    true = replace(figure, season=YEAR_BEFORE)
    ten = {"ten-cooperatives": rules.scenarios["ten-cooperatives"]}
    _, chosen = comparable(replace(rules, scenarios=ten), [true, replace(true, rung="filed", measure="yield"), figure])
    assert chosen == [true, figure]


def test_the_scenario_that_plays_most_figures_is_taken_and_of_those_the_longest(rules, figure):
    ten = rules.scenarios["ten-cooperatives"]
    longer = replace(ten, id="longer", last=ten.last.shift(4))
    both = replace(rules, scenarios={"ten-cooperatives": ten, "longer": longer})
    assert comparable(both, [figure])[0] is longer
    early = [figure, replace(figure, season=ten.first)]
    short = replace(longer, first=WINTER, run_up_from=WINTER)
    assert comparable(replace(rules, scenarios={"longer": short, "ten-cooperatives": ten}), early)[0] is ten


def test_every_shipped_figure_that_is_played_can_be_measured(rules):
    compared = calibrate(rules, 3, 48)
    assert len(compared) >= 28
    assert all(one.simulated is not None or one.figure.unmet for one in compared)


def test_processes_give_what_one_process_gives(rules):
    scenario, figures = comparable(rules)
    alone = [course_values(rules, seed, 32, scenario, figures) for seed in range(5, 5 + SEEDS)]
    assert shipped_courses(5, 32) == alone


def test_there_are_figures_for_every_year_of_which_the_sources_have_any(rules):
    figures = rules.calibration.values()
    assert len(figures) >= 50
    years = {season.year for figure in figures for season in seasons_of(figure)}
    assert years >= {1950, 1951, 1952, 1953, 1955, 1956, 1957, 1958, 1959, 1960, 1961}
    assert {figure.rung for figure in figures} >= {"true", "reported", "filed"}


def test_every_figure_says_why_its_tolerance_and_on_which_page(rules):
    for figure in rules.calibration.values():
        assert len(figure.reason) > 10, figure.id
        assert figure.sources, figure.id
        assert 0.0 <= figure.tolerance <= 0.5, figure.id
        assert figure.low <= figure.high, figure.id


def test_a_figure_measured_here_and_taken_from_elsewhere_says_whose_it_is(rules):
    for figure in rules.calibration.values():
        if {source.mark for source in figure.sources} == {"elsewhere"} and figure.sources[0].source != "outside":
            assert figure.place not in {"prefecture", *rules.prefecture.county_ids}, figure.id


def test_the_whole_file_plays_every_figure(rules):
    if "whole-file" not in rules.scenarios:
        pytest.skip("the scenario is not in the content")
    scenario, figures = comparable(rules)
    assert (scenario.id, len(figures)) == ("whole-file", len(rules.calibration))


def test_a_game_of_few_villages_is_played_for_the_verb_too(rules, figure):
    scenario, _ = comparable(rules, [figure])
    [people] = course_values(rules, 1, 48, scenario, [figure])
    policy, _ = policy_named("historical", rules)
    setup = Setup(scenario.id, 1, 48, min(rules.backgrounds))
    assert people == measured(figure, play_out(Game.begin(rules, setup), policy))
