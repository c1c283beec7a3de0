"""A sweep: what its tables say is what single campaigns come to, card by card."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.author.sweep.findings import beats, card_findings, fails_most, mean_change, no_worse, spread, why_not
from game.author.sweep.outcomes import OUTCOMES, measured
from game.author.sweep.plan import PairUnit, RunUnit, Settings, run_units, settled
from game.author.sweep.results import RunResult
from game.author.sweep.sample import OTHERS, pair_units
from game.author.sweep.waiting import waited
from game.author.sweep.work import answering, done
from game.base.problems import CallError
from game.campaign.game import Game
from game.campaign.policies import play_out, policy_named
from game.campaign.table import as_csv
from game.events import parse
from game.ruleset import Ruleset
from tests.author.sweeps import POLICIES, rows, swept, tables


@pytest.fixture(scope="module")
def whole(rules: Ruleset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a sweep with everything in it, cards taken out and other answers too."""
    folder = tmp_path_factory.mktemp("whole") / "sweep"
    swept(rules, folder, policies=("zealot",), runs=1, pairs=1)
    return folder


@pytest.fixture(scope="module")
def settings(rules: Ruleset) -> Settings:
    return settled(rules, "ten-cooperatives", POLICIES, 1, 1, 16, 1)[0]


@pytest.fixture(scope="module")
def played(rules: Ruleset, settings: Settings) -> Game:
    """The campaign of ``zealot`` on the first seed, played by itself."""
    return play_out(Game.begin(rules, settings.setup(1, rules)), policy_named("zealot", rules)[0])


def test_a_row_of_runs_is_the_campaign_that_simulate_plays(whole: Path, played: Game) -> None:
    (row,) = rows(whole / "runs.csv")
    assert row["hash"] == played.state.records[-1].hash
    assert row["career"] == played.state.career.post.value
    last = as_csv(played).splitlines()[-1].split(",")
    names = as_csv(played).splitlines()[0].split(",")
    table = dict(zip(names, last, strict=True))
    assert row["draught_animals"] == table["draught_animals"]
    assert float(row["trust"]) == float(table["trust"])
    assert float(row["grain_a_head"]) == float(table["grain_available_per_head"])


def test_outputs_are_those_of_the_campaign_table_added_up(whole: Path, played: Game) -> None:
    head, *lines = (line.split(",") for line in as_csv(played).splitlines())
    seasons = [row for line in lines if (row := dict(zip(head, line, strict=True)))["county"] == "prefecture"]
    (row,) = rows(whole / "runs.csv")
    for own, column in (("output_true", "grain_output_true"), ("output_filed", "grain_output_filed")):
        assert int(row[own]) == pytest.approx(sum(int(season[column]) for season in seasons), abs=2)


def test_there_is_a_row_for_every_policy_and_seed(rules: Ruleset, tmp_path: Path) -> None:
    swept(rules, tmp_path, seed=5)
    found = [(row["policy"], row["seed"]) for row in rows(tmp_path / "runs.csv")]
    assert found == [(policy, str(seed)) for policy in POLICIES for seed in (5, 6, 7)]


def test_cards_tell_when_each_came_and_which_answer_was_given(whole: Path, played: Game, rules: Ruleset) -> None:
    of_zealot = {row["card"]: row for row in rows(whole / "cards.csv")}
    assert set(of_zealot) == set(rules.cards)
    came = {past.card: past.season for past in played.state.deck.came}
    assert {card for card, row in of_zealot.items() if row["came"] == "1"} == set(came)
    for card, season in came.items():
        row = of_zealot[card]
        assert (row["first"], row["last"], row["never_came"]) == (str(season), str(season), "0")
        assert row["choices"] == f"{played.state.deck.answer_to(card)}:1"


def test_every_season_in_which_a_card_was_waited_for_has_its_reason(whole: Path) -> None:
    for row in rows(whole / "cards.csv"):
        reasons = [int(row[name]) for name in ("condition_failed", "not_led_to", "others_drawn")]
        assert sum(reasons) == int(row["waited"])
        assert bool(row["why_not"]) == (int(row["waited"]) > 0)


def test_a_condition_that_fails_is_named_part_by_part(rules: Ruleset, settings: Settings) -> None:
    card = next(card for card in rules.cards.values() if card.needed and card.window.first.name == "spring")
    when = parse("trust >= 0 and hungry_share > 0.99 and fear > 2", {"trust", "hungry_share", "fear"})
    never = replace(card, when=when)
    other = replace(rules, cards={**rules.cards, card.id: never})
    opened = Game.begin(other, settings.setup(1, other))
    assert [found[2:] for found in waited(opened) if found[0] == card.id] == [("condition", (1, 2))]


def test_a_card_that_only_follows_waits_for_an_answer_that_leads_to_it(rules: Ruleset, settings: Settings) -> None:
    opened = Game.begin(rules, settings.setup(1, rules))
    reasons = {card: reason for card, _, reason, _ in waited(opened)}
    following = {card for card in reasons if rules.cards[card].only_follow_up}
    assert following == {card for card, reason in reasons.items() if reason == "follow"}


def test_what_failed_most_is_told_with_how_often(rules: Ruleset, settings: Settings) -> None:
    card = next(card for card in rules.cards.values() if card.when is not None)
    season = str(card.window.first)
    results = {
        unit: RunResult({}, "", "", (), ((card.id, season, "condition", (0,)),)) for unit in run_units(settings)
    }
    found = next(found for found in card_findings(settings, rules, results, {}) if found.card.id == card.id)
    part, times = fails_most(found)
    assert times == 1
    assert why_not(found) == f"{part} did not hold in 1 of 1 seasons"


def test_with_the_card_a_pair_is_the_campaign_itself(settings: Settings, played: Game) -> None:
    first = next(past for past in played.state.deck.came if past.season == played.state.records[0].season)
    pair = done(settings, PairUnit(1, "zealot", first.card, others=False))
    assert pair.given == measured(played)
    assert pair.choice == played.state.deck.answer_to(first.card)


def test_without_a_card_its_answer_is_not_given_and_nothing_takes_its_place(settings: Settings, rules: Ruleset) -> None:
    opened = Game.begin(rules, settings.setup(1, rules))
    card = next(card for card in opened.state.on_desk if rules.cards[card].asks)
    left = tuple(other for other in opened.state.on_desk if other != card)
    expected = play_out(replace(opened, state=replace(opened.state, on_desk=left)), policy_named("zealot", rules)[0])
    pair = done(settings, PairUnit(1, "zealot", card, others=False))
    assert pair.without == measured(expected)
    assert expected.state.deck.answer_to(card) is None
    assert expected.state.records[0].cards and card not in dict(expected.state.records[0].cards)


def test_other_answers_are_played_by_a_policy_that_differs_in_nothing_else(settings: Settings, rules: Ruleset) -> None:
    opened = Game.begin(rules, settings.setup(1, rules))
    card = next(card for card in opened.state.on_desk if rules.cards[card].asks)
    pair = done(settings, PairUnit(1, "zealot", card, others=True))
    assert pair.others
    zealot = policy_named("zealot", rules)[0]
    for choice, outcomes in pair.others.items():
        other = play_out(opened, answering(zealot, card, choice))
        assert other.state.deck.answer_to(card) == choice != pair.choice
        assert outcomes == measured(other)


def test_the_sample_takes_so_many_campaigns_for_each_card_and_policy(rules: Ruleset) -> None:
    settings = settled(rules, "ten-cooperatives", POLICIES, 9, 1, 16, 2)[0]
    card = next(iter(rules.cards))
    came = RunResult({}, "", "", ((card, "1951-spring", ""),), ())
    without = replace(came, came=())
    results = {
        unit: came if unit.policy == "idle" or unit.seed in {3, 8} else without for unit in run_units(settings)
    }
    units = pair_units(settings, results)
    assert sorted(unit.seed for unit in units if unit.policy == "zealot") == [3, 8]
    assert sum(unit.policy == "idle" for unit in units) == 2
    assert sum(unit.others for unit in units) == min(len(units), OTHERS * 2)


def outcomes(**changed: float) -> dict[str, float]:
    return {outcome.id: changed.get(outcome.id, 0.0) for outcome in OUTCOMES}


def test_an_answer_beats_another_if_it_is_worse_on_the_mean_of_nothing() -> None:
    better, worse = outcomes(trust=0.2, fear=0.1), outcomes(trust=0.1, fear=0.1)
    assert beats([(better, worse)] * 3)
    assert not beats([(worse, better)] * 3)
    assert not beats([(better, better)] * 3)
    assert not beats([(outcomes(trust=0.2, fear=0.2), worse)] * 3)


def test_two_pairs_are_too_few_to_say_that_an_answer_is_better() -> None:
    assert not beats([(outcomes(trust=0.2), outcomes())] * 2)


def test_fewer_deaths_are_better_and_what_is_filed_is_neither() -> None:
    assert no_worse(outcomes(excess_deaths=3.0), outcomes(excess_deaths=4.0))
    assert not no_worse(outcomes(excess_deaths=4.0), outcomes(excess_deaths=3.0))
    assert no_worse(outcomes(output_filed=0.0), outcomes(output_filed=9.0))


def test_one_bad_pair_does_not_hide_in_the_mean_when_every_pair_is_asked_for() -> None:
    both = [(outcomes(trust=0.3), outcomes()), (outcomes(trust=0.3), outcomes()), (outcomes(), outcomes(trust=0.1))]
    assert beats(both)
    assert not all(no_worse(one, other) for one, other in both)


def test_a_change_is_with_the_card_less_without_it() -> None:
    assert mean_change([(outcomes(trust=0.5), outcomes(trust=0.25))])["trust"] == 0.25
    assert mean_change([]) == {}


def test_quantiles_are_linear_in_between() -> None:
    assert spread([4.0, 1.0, 2.0, 3.0, 0.0]) == (0.0, 0.2, 1.0, 2.0, 3.0, 3.8, 4.0)
    assert spread([7.0]) == (7.0,) * 7


def test_the_spread_of_a_policy_holds_all_its_campaigns(rules: Ruleset, tmp_path: Path) -> None:
    swept(rules, tmp_path)
    runs, spreads = rows(tmp_path / "runs.csv"), rows(tmp_path / "spread.csv")
    for policy in POLICIES:
        trust = sorted(float(row["trust"]) for row in runs if row["policy"] == policy)
        row = next(row for row in spreads if (row["policy"], row["outcome"]) == (policy, "trust"))
        assert [float(row[name]) for name in ("least", "median", "most")] == trust


def test_an_answer_is_called_better_only_with_the_pairs_to_show_for_it(whole: Path) -> None:
    """One seed and one policy give one pair a card, and from that nothing is concluded."""
    tried = [row for row in rows(whole / "choices.csv") if int(row["pairs"])]
    assert {row["pairs"] for row in tried} == {"1"}
    assert not any(row["better_than"] for row in tried)
    assert any(float(row[f"d_{outcome.id}"]) for row in tried for outcome in OUTCOMES)


def test_a_policy_file_is_swept_like_one_that_is_built_in(rules: Ruleset, tmp_path: Path) -> None:
    file = tmp_path / "calm.yaml"
    file.write_text("policy: calm\nbase: idle\nsettings:\n  - team_pressure: 0.0\n", encoding="utf-8")
    swept(rules, tmp_path / "out", policies=("idle", str(file)), runs=1)
    idle, calm = rows(tmp_path / "out" / "runs.csv")
    assert (idle["policy"], calm["policy"]) == ("idle", "calm")
    assert idle["hash"] != calm["hash"]


def test_processes_come_to_the_same_bytes_as_one(rules: Ruleset, whole: Path, tmp_path: Path) -> None:
    swept(rules, tmp_path, policies=("zealot",), runs=1, pairs=1, workers=2)
    assert tables(tmp_path) == tables(whole)


@pytest.mark.parametrize("other", [{"program": "0.0.1"}, {"packs": ()}])
def test_a_worker_with_another_version_of_the_game_is_refused(settings: Settings, other: dict[str, object]) -> None:
    with pytest.raises(CallError, match="another version"):
        done(replace(settings, **other), RunUnit(1, "idle"))


def test_the_unit_of_a_run_is_a_policy_on_a_seed(settings: Settings) -> None:
    assert run_units(settings) == [RunUnit(1, "idle"), RunUnit(1, "zealot")]
