"""What is asked from above, what rivals do, what becomes of a filed figure."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from game.base.chance import Chance
from game.base.seasons import Quarter, Season
from game.reporting.filing import share_out
from game.reporting.indicators import Indicator, Stage, prefecture_figure, stage_of
from game.reporting.ledgers import Ledgers, LedgerSeason
from game.reporting.rivals import Rival, Third, next_year, said_to_file, third
from game.reporting.targets import by_county, descend, set_targets
from game.reporting.upward import UPPER_RUNGS, pass_upward

from .samples import climbed, reporting_rules, row, true_1951, weights_1951

RULES = reporting_rules()
LINE = Indicator.YIELD
LINES = {"province": 0.8, "bureau": -0.8, "printed": 0.6}


def rival(name: str, ratio: float, last: float = 1.0) -> Rival:
    return Rival(name, {LINE: 150.0}, {LINE: ratio}, {LINE: last})


def page(season: Season, filed: float) -> LedgerSeason:
    up = climbed(Stage.RESULT)
    figures = {LINE: filed}
    return LedgerSeason(
        season, stage_of(season.quarter), up.true, up.village, up.district, up.county, up.true, up.true, figures, {},
        figures, figures, figures, figures,
    )  # fmt: skip


def test_filing_high_raises_the_next_target():
    modest, bold = (set_targets({LINE: filed}, 0.8, RULES.targets)[LINE] for filed in (160.0, 180.0))
    assert bold > modest > 160.0


def test_a_cautious_line_asks_for_no_more_than_was_filed():
    assert set_targets({LINE: 160.0}, -1.0, RULES.targets)[LINE] == 160.0


def test_the_first_target_of_the_cooperatives_stands_on_the_ordinary_yield():
    asked = set_targets({LINE: 160.0, Indicator.COOP_YIELD: 0.0}, 0.8, RULES.targets)
    assert asked[Indicator.COOP_YIELD] == 200.0
    assert Indicator.GRAIN_SOLD not in asked


def test_every_level_adds_its_margin_on_the_way_down():
    down = descend(LINE, 100.0, 1.0, RULES.targets)
    figures = [figure for _, figure in down.levels]
    assert figures == sorted(figures)
    assert all(after / before <= 1.10 for before, after in pairwise(figures))
    assert down.asked_of_villages == figures[-1]


def test_no_share_is_asked_for_above_its_ceiling():
    assert descend(Indicator.ORGANISED, 0.89, 1.0, RULES.targets).asked_of_villages == 0.9


def test_county_targets_add_up_to_the_prefectures():
    weights = weights_1951()
    shared = by_county(LINE, 170.0, climbed(Stage.RESULT).county[LINE], weights)
    assert prefecture_figure(LINE, shared, weights[LINE]) == pytest.approx(170.0, abs=0.001)


def test_a_filed_figure_is_laid_over_the_counties_as_they_reported():
    county, weight = climbed(Stage.RESULT).county[LINE], weights_1951()[LINE]
    spread = share_out(LINE, 200.0, county, weight)
    assert prefecture_figure(LINE, spread, weight) == pytest.approx(200.0, abs=0.001)
    assert (spread[1:] > spread[:-1]).tolist() == (county[1:] > county[:-1]).tolist()
    assert not share_out(LINE, 200.0, row(0.0), weight).any()


def test_rivals_move_halfway_to_the_years_highest():
    moved = next_year((rival("a", 1.0), rival("b", 1.2)), {LINE: 1.1}, RULES.rivals)
    assert [found.ratio[LINE] for found in moved] == pytest.approx([1.1, 1.2])
    assert [found.last_ratio[LINE] for found in moved] == [1.0, 1.2]


def test_our_own_inflation_sets_the_pace_if_it_is_the_highest():
    moved = next_year((rival("a", 1.0),), {LINE: 1.5}, RULES.rivals)
    assert moved[0].ratio[LINE] == pytest.approx(1.25)


def test_hearsay_is_near_what_rivals_file_and_not_exact():
    heard = said_to_file(RULES.rivals.rivals, RULES.rivals, Chance(1, 1))
    assert len(heard) == sum(len(found.ratio) for found in RULES.rivals.rivals)
    for said in heard:
        filed = next(found for found in RULES.rivals.rivals if found.id == said.rival).files(said.indicator)
        assert said.figure != filed
        assert said.figure == pytest.approx(filed, rel=0.2)


@pytest.mark.parametrize(("growth", "place"), [(1.3, Third.TOP), (1.06, Third.MIDDLE), (0.9, Third.BOTTOM)])
def test_a_place_among_rivals_is_by_growth_of_the_filed_figure(growth, place):
    others = tuple(rival(name, ratio) for name, ratio in zip("abcde", (1.0, 1.02, 1.04, 1.08, 1.1), strict=True))
    assert third(LINE, growth, others) is place


def test_each_rung_above_is_the_rung_below_and_its_reasons():
    up = pass_upward({LINE: 172.4, Indicator.ORGANISED: 0.52}, LINES, RULES.upward)
    below = {LINE: 172.4, Indicator.ORGANISED: 0.52}
    for rung in UPPER_RUNGS:
        figures = getattr(up, rung)
        for line, lower in below.items():
            added = sum(why.amount for why in up.reasons if why.rung == rung and why.indicator is line)
            assert figures[line] == pytest.approx(lower + added, abs=1e-4)
        below = figures


def test_an_office_of_the_other_line_doubts_and_the_paper_takes_the_best_case():
    up = pass_upward({LINE: 170.0}, LINES, RULES.upward)
    assert up.province[LINE] > 170.0
    assert up.bureau[LINE] < up.province[LINE]
    assert up.printed[LINE] > up.bureau[LINE]
    assert up.printed[LINE] % 5 == 0


def test_ledgers_remember_what_was_filed_last():
    spring, autumn = Season(1951, Quarter.SPRING), Season(1951, Quarter.AUTUMN)
    books = Ledgers().with_page(page(spring, 165.0)).with_page(page(autumn, 171.0))
    assert books.last_filed(LINE) == 171.0
    assert books.last_filed(LINE, before=autumn) == 165.0
    assert books.last_filed(Indicator.ANIMALS) is None
    assert [found.season for found in books.year(1951)] == [spring, autumn]
    assert books.harvest(1951) is books.page(autumn)


def test_a_page_cannot_be_slipped_in_afterwards():
    autumn = Season(1951, Quarter.AUTUMN)
    books = Ledgers().with_page(page(autumn, 171.0))
    with pytest.raises(ValueError, match="1951-autumn"):
        books.with_page(replace(page(autumn, 150.0)))


def test_the_form_asks_for_three_lines_a_season():
    assert all(len(RULES.form.due_in(Season(year, quarter))) == 3 for year in range(1949, 1962) for quarter in Quarter)


def test_additive_lines_are_added_and_rates_are_weighed():
    assert prefecture_figure(Indicator.ANIMALS, row(10.0), row(99.0)) == 160.0
    assert prefecture_figure(LINE, row(100.0, 260.0), row(1.0)) == 110.0
    assert prefecture_figure(Indicator.COOP_YIELD, row(0.0), row(0.0)) == 0.0
    assert all(
        RULES.form.spec(line).additive == (line in true_1951()) for line in (Indicator.OUTPUT, Indicator.ANIMALS)
    )
