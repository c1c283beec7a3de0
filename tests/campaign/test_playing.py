"""Deciding, undoing, closing: what a player can rely on."""

import pytest

from game.base.refusal import Refusal
from game.campaign.debrief import debrief_page
from game.campaign.decisions import (
    Answer,
    CloseSeason,
    CoveringNote,
    Decide,
    File,
    MakePromise,
    Reflect,
    SendTeam,
)
from game.campaign.desk import card_page, desk_page, reports_page, season_page, why_page
from game.campaign.game import Game, replay
from game.campaign.policies import BUILT_IN, play_out, policy_named
from game.reporting.indicators import Indicator


def paper(game: Game, of: int = 0) -> Answer:
    """The default answer to one of the papers on the desk."""
    card = desk_page(game).papers[of].card
    return Answer(card.id, card.default)


def to_season(game: Game, season: str) -> Game:
    while str(game.state.season) != season:
        game = game.do(CloseSeason())
    return game


def test_a_decision_can_be_taken_back_until_the_season_closes(game):
    decided = game.do(Decide("community_fund_rate", 0.05))
    assert decided.state.desk.value("community_fund_rate") == 0.05
    assert decided.undo().state == game.state


def test_taking_back_leaves_the_decisions_before_it(game):
    first = game.do(Decide("community_fund_rate", 0.05))
    second = first.do(File("yield", 150.0))
    assert second.undo().save() == first.save()


def test_what_a_work_team_found_cannot_be_untold(game):
    sent = game.do(SendTeam("huguan"))
    assert isinstance(sent.undo(), Refusal)
    assert sent.undo().code == "revealed"


def test_nothing_can_be_taken_back_after_closing(game):
    assert game.do(CloseSeason()).undo().code == "nothing-to-undo"


def test_a_work_team_costs_turns_and_narrows_what_is_known(game):
    sent = game.do(SendTeam("huguan"))
    before = {row.id: row for row in desk_page(game).counties}["huguan"].known[Indicator.YIELD]
    after = {row.id: row for row in desk_page(sent).counties}["huguan"].known[Indicator.YIELD]
    assert sent.state.team_turns == game.state.team_turns - 3
    assert after.high - after.low < before.high - before.low


def test_teams_run_out(game):
    for county in ("huguan", "tunliu", "wuxiang", "licheng", "lucheng", "gaoping"):
        game = game.do(SendTeam(county))
    assert game.do(SendTeam("jincheng")).code == "no-team-turns"


@pytest.mark.parametrize(
    ("decision", "code"),
    [
        (Answer("no-such-card", "x"), "no-such-card"),
        (Decide("hunger", 1.0), "no-such-setting"),
        (Decide("weather", "normal"), "no-such-setting"),
        (Decide("community_fund_rate", 7.0), "setting-range"),
        (Decide("exit_allowed", 1.0), "setting-range"),
        (Decide("exit_allowed", False, ("beijing",)), "no-such-county"),
        (SendTeam("beijing"), "no-such-county"),
        (File("happiness", 1.0), "no-such-line"),
        (File("organised", 1.2), "figure-range"),
        (File("yield", -1.0), "figure-range"),
        (File("yield", 1e9), "figure-absurd"),
        (CoveringNote("note.none"), "no-such-note"),
        (MakePromise("up", "half-organised"), "promises-in-winter"),
    ],
)
def test_what_cannot_be_done_is_refused_with_a_text_and_changes_nothing(game, rules, decision, code):
    refused = game.do(decision)
    assert isinstance(refused, Refusal)
    assert refused.code == code
    assert rules.texts.has(f"refusal.{code}")


def test_a_paper_is_answered_once(game):
    answered = game.do(paper(game))
    assert answered.do(paper(game)).code == "answered"


def test_an_answer_on_a_paper_that_is_not_here_is_refused(game, rules):
    elsewhere = next(card for card in rules.cards.values() if card.id not in game.state.on_desk)
    assert game.do(Answer(elsewhere.id, elsewhere.default)).code == "no-such-card"


def test_papers_left_unanswered_take_their_default(game):
    closed = game.do(CloseSeason())
    assert {card for card, _ in closed.state.records[0].cards} == set(game.state.on_desk)


def test_a_line_that_is_not_touched_passes_the_counties_figure_on(game):
    line = reports_page(game).lines[0]
    page = game.do(CloseSeason()).state.ledgers.pages[-1]
    assert page.filed[line.indicator] == pytest.approx(line.counties)


def test_yield_and_total_grain_are_one_harvest(game):
    autumn = to_season(game, "1951-autumn")
    lines = {line.indicator: line for line in reports_page(autumn).lines}
    raised = autumn.do(File("yield", lines[Indicator.YIELD].counties * 1.5))
    after = {line.indicator: line for line in reports_page(raised).lines}
    assert after[Indicator.OUTPUT].filed == pytest.approx(lines[Indicator.OUTPUT].counties * 1.5)
    assert raised.do(File("output", None)).state.filing.figures == autumn.state.filing.figures


def test_tax_does_not_follow_the_filed_figure(game):
    modest = to_season(game, "1951-autumn")
    boasting = modest.do(File("yield", 400.0))
    tax = [float(g.do(CloseSeason()).state.table.prefecture().tax[0]) for g in (modest, boasting)]
    assert tax[0] == tax[1]


def test_a_filed_figure_comes_back_as_a_target(game):
    autumn = to_season(game, "1951-autumn")
    boasting = autumn.do(File("yield", 250.0)).do(CloseSeason())
    modest = autumn.do(File("yield", 150.0)).do(CloseSeason())
    assert boasting.state.targets[Indicator.YIELD] > modest.state.targets[Indicator.YIELD]


def test_known_figures_are_bands_and_the_truth_is_on_no_page_in_play(game):
    for row in desk_page(game).ledger:
        assert row.known.low <= row.known.high
    assert all(point.true is None for series in season_page(game.do(CloseSeason()), game.state.season).series
               for point in series.points)


@pytest.mark.parametrize("ink", ["known", "reported", "filed"])
@pytest.mark.parametrize("indicator", [Indicator.YIELD, Indicator.ORGANISED, Indicator.ANIMALS, Indicator.GRAIN_SOLD])
@pytest.mark.parametrize("county", [None, "wuxiang"])
def test_causes_add_up_to_the_change(game, ink, indicator, county):
    played = to_season(game, "1951-winter")
    if ink == "filed" and county is not None:
        pytest.skip("the player files for the prefecture")
    page = why_page(played, indicator, county, ink)
    assert page.before is not None
    assert sum(cause.amount for cause in page.moved) == pytest.approx(page.now - page.before, rel=1e-9, abs=1e-6)


def test_a_filed_figure_is_the_counties_and_what_was_added_in_the_office(game):
    line = reports_page(game).lines[0]
    filed = game.do(File(line.indicator.value, line.counties * 1.1))
    page = why_page(filed, line.indicator, None, "filed")
    assert [cause.id for cause in page.made_of] == ["counties", "own"]
    assert sum(cause.amount for cause in page.made_of) == pytest.approx(page.now)


def test_every_card_page_has_an_answer_that_can_be_taken(game):
    for season in range(4):
        for card in game.state.on_desk:
            assert any(choice.open for choice in card_page(game, card).choices), (season, card)
        game = game.do(CloseSeason())


def test_words_of_ones_own_are_kept_with_the_decisions(game):
    kept = game.do(Reflect("prompt.before-filing", "If somebody weighed it."))
    closed = kept.do(CloseSeason())
    assert closed.state.records[0].reflections == (("prompt.before-filing", "If somebody weighed it."),)


def test_promises_are_made_in_winter_one_of_each_kind(game):
    winter = to_season(game, "1951-winter")
    once = winter.do(MakePromise("up", "half-organised"))
    twice = once.do(MakePromise("up", "more-grain"))
    assert [made.promise.id for made in twice.state.promises] == ["more-grain"]


def test_replaying_the_decisions_gives_the_same_campaign(rules, setup, game):
    played = play_out(game, policy_named("random", rules)[0])
    again = replay(rules, setup, played.decisions)
    assert again.save() == played.save()


@pytest.mark.parametrize("name", sorted(BUILT_IN))
def test_every_policy_plays_to_the_end(rules, game, name):
    game = play_out(game, policy_named(name, rules)[0])
    assert game.state.ended
    assert game.state.career is not None


def test_the_documented_course_founds_ten_of_which_four_in_wuxiang(rules, game):
    game = play_out(game, policy_named("historical", rules)[0])
    counties = rules.prefecture.county_ids
    assert game.state.table.cooperatives[counties.index("wuxiang")] == 4
    assert game.state.table.prefecture().cooperatives[0] == 10


def test_one_who_files_what_he_knows_files_less_than_one_who_files_what_pays(rules, game):
    filed = {}
    for name in ("honest", "careerist"):
        played = play_out(game, policy_named(name, rules)[0])
        filed[name] = played.state.ledgers.harvest(1951).filed[Indicator.YIELD]
    assert filed["honest"] < filed["careerist"]


def test_no_two_seeds_lay_the_same_papers_on_the_desk_all_year(rules, setup):
    from dataclasses import replace

    def papers(seed):
        game = Game.begin(rules, replace(setup, seed=seed))
        game = play_out(game, policy_named("idle", rules)[0])
        return tuple(card for record in game.state.records for card, _ in record.cards)

    assert len({papers(seed) for seed in range(4)}) == 4


def test_after_the_end_only_words_of_ones_own_can_be_added(game):
    for _ in range(4):
        game = game.do(CloseSeason())
    assert game.do(SendTeam("tunliu")).code == "ended"
    told = game.do(Reflect("question.felt-1", "When the teams came back."))
    assert debrief_page(told).reflections == (("1951-winter", "question.felt-1", "When the teams came back."),)
    assert told.undo().decisions == game.decisions


def test_where_the_grain_went_is_the_whole_of_it(game):
    before = game.state.table.prefecture()
    for _ in range(4):
        game = game.do(CloseSeason())
    there_was = float(before.grain_stored[0]) + sum(
        float(getattr(record.table.prefecture(), name)[0])
        for record in game.state.records
        for name in ("grain_output_true", "relief", "grain_bought")
    )
    assert sum(use.jin for use in debrief_page(game).grain) == there_was


def test_the_debriefing_compares_with_the_documented_course_on_the_same_seed(rules, game):
    played = play_out(game, policy_named("historical", rules)[0])
    for _, here, there in debrief_page(played).comparison.rows:
        assert here == there


def test_the_ladder_begins_with_the_villages_and_ends_in_print(game):
    for _ in range(4):
        game = game.do(CloseSeason())
    ladder = debrief_page(game).ladder
    assert [rung.rung for rung in ladder.rungs] == [
        "village", "district", "county", "prefecture", "province", "bureau", "printed",
    ]
    below = ladder.true
    for rung in ladder.rungs[:3]:
        assert rung.figure == pytest.approx(below + sum(reason.amount for reason in rung.reasons), rel=1e-4)
        below = rung.figure


def test_a_scenario_broken_off_has_a_debriefing_too(game):
    once = game.do(CloseSeason())
    page = debrief_page(once)
    assert not page.complete
    assert len(page.moments) >= 1
