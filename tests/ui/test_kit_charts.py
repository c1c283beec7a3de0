"""Charts give their numbers as a table, every mark says itself, and labels do not run into each other."""

import pytest
from test_kit_sections import GROUPS, SCALES, Single, bars, driver, multiples, time_line, waterfall

from game.ui import rects
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Row
from game.ui.widgets.chart import Chart, Scale, round_step
from game.ui.widgets.small_multiple import SeasonPoint, runs_of
from game.ui.widgets.waterfall import Fall, Waterfall, running


def charts() -> list[Chart]:
    found: list[Widget] = []
    for section in (multiples(), bars(), waterfall(), time_line()):
        for part in section.parts:
            found.extend(part.children if isinstance(part, Row) else [part])
    return [chart for chart in found if isinstance(chart, Chart)]


@pytest.mark.parametrize("chart", charts(), ids=lambda chart: f"{type(chart).__name__} {chart.label}")
def test_a_chart_has_all_its_numbers_in_its_table(chart):
    rows = chart.as_table()
    assert len(rows) > 1 and all(len(row) == len(rows[0]) for row in rows)


@pytest.mark.parametrize("chart", charts(), ids=lambda chart: f"{type(chart).__name__} {chart.label}")
def test_every_mark_of_a_chart_can_be_reached_and_says_what_it_is(chart):
    hand = driver(Single(chart, 1100))
    seen = [hand.focused.label]
    for _ in chart.children[1:]:
        hand.press("RIGHT")
        seen.append(hand.focused.label)
    assert seen == [child.label for child in chart.children] and all(seen)


def test_the_causes_of_a_waterfall_lead_from_the_first_total_to_the_last():
    rows = (Fall("then", 100, "total"), Fall("gained", 30), Fall("lost", -50), Fall("now", 80, "total"))
    assert running(rows) == [None, 100, 130, None]


def test_a_scale_that_does_not_start_at_zero_says_so():
    rows = (Fall("then", 16600, "total"), Fall("lost", -1900), Fall("now", 14700, "total"))
    chart = Waterfall("animals", rows, scale_note=lambda low: f"scale from {low}")
    assert chart.scale_note == "scale from 14,500" or chart.scale_note.startswith("scale from 14,")


def test_what_has_no_record_is_never_bridged():
    assert runs_of([True, True, False, True]) == [[0, 1], [3]]


def test_a_season_point_may_have_neither_figure():
    assert SeasonPoint("spring").known is None and SeasonPoint("spring").filed is None


@pytest.mark.parametrize("text_scale", SCALES)
def test_charts_grow_with_the_text_so_that_nothing_is_cut(text_scale):
    hand = driver(Single(bars().parts[1], 600), text_scale)
    theme = hand.window.theme
    for chart in charts():
        assert chart.height_for(600, theme) >= chart.height_for(1200, theme) - theme.px(80)


def test_labels_in_lanes_do_not_touch():
    spans = [(0, 50), (40, 90), (60, 100), (200, 260)]
    found = rects.lanes(spans, 5)
    for a in range(len(spans)):
        for b in range(a):
            assert found[a] != found[b] or spans[a][0] >= spans[b][1] + 5 or spans[b][0] >= spans[a][1] + 5


def test_no_leader_runs_through_a_note_that_hangs_nearer_to_the_line():
    spans, leaders = [(0, 100), (50, 150), (90, 200)], [0, 50, 90]
    found = rects.hung_lanes(spans, leaders, 4)
    for a in range(3):
        for b in range(3):
            if found[a] > found[b]:
                assert not spans[b][0] < leaders[a] < spans[b][1]


def test_a_scale_goes_both_ways():
    scale = Scale(126, 184, 188, 846)
    assert scale.value(scale.at(164)) == pytest.approx(164) and scale.at(500) == 846


@pytest.mark.parametrize(("span", "most", "step"), [(58, 6, 10), (2900, 5, 1000), (0.9, 4, 0.5)])
def test_axes_step_in_round_figures(span, most, step):
    assert round_step(span, most) == pytest.approx(step)


def test_the_catalogue_shows_every_kind_of_chart():
    assert {type(chart).__name__ for chart in charts()} == {"SmallMultiple", "Bars", "Waterfall", "LedgerLines"}
    assert len(GROUPS) == 6
