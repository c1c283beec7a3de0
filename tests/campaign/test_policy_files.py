"""Policy files: what they can say, and how a mistake in one is answered."""

from textwrap import dedent

import pytest

from game.base.problems import CallError
from game.campaign.game import Game
from game.campaign.policies import play_out, policy_named
from game.campaign.policies.player import BadPolicyError
from game.reporting.indicators import Indicator


def write(tmp_path, text):
    path = tmp_path / "mine.yaml"
    path.write_text(dedent(text), encoding="utf-8")
    return str(path)


def played(game: Game, rules, name) -> Game:
    return play_out(game, policy_named(name, rules)[0])


def test_a_setting_holds_from_its_season_until_the_next_entry(tmp_path, rules, game):
    file = write(tmp_path, """\
        policy: careful
        base: historical
        settings:
          - from: 1951-summer
            community_fund_rate: 0.05
          - from: 1951-winter
            community_fund_rate: 0.1
        """)
    rates = [record.desk.value("community_fund_rate") for record in played(game, rules, file).state.records]
    assert rates[1:] == [0.05, 0.05, 0.1]


def test_a_setting_can_hold_in_some_counties(tmp_path, rules, game):
    file = write(tmp_path, """\
        policy: two-counties
        settings:
          - counties: [licheng, wuxiang]
            exit_allowed: false
        """)
    desk = played(game, rules, file).state.records[0].desk
    assert desk.value("exit_allowed", "licheng") is False
    assert desk.value("exit_allowed", "tunliu") is True


def test_normal_weather_is_exactly_one_in_every_county(tmp_path, rules, game):
    file = write(tmp_path, "policy: calm\nsettings:\n  - weather: normal\n")
    for record in played(game, rules, file).state.records:
        assert set(record.table.weather.tolist()) == {1.0}


def test_a_card_can_be_answered_by_name(tmp_path, rules, game):
    card = rules.cards[game.state.on_desk[0]]
    other = next(choice for choice in card.choices if choice.id != card.default)
    file = write(tmp_path, f"policy: stubborn\ncards:\n  {card.id}: {other.id}\n")
    assert dict(played(game, rules, file).state.records[0].cards)[card.id] == other.id


def test_reports_are_factors_on_what_is_known(tmp_path, rules, game):
    file = write(tmp_path, "policy: exact\nreports:\n  - from: 1951-summer\n    yield: 1.0\n")
    page = played(game, rules, file).state.ledgers.harvest(1951)
    low, high = page.known_low[Indicator.YIELD].min(), page.known_high[Indicator.YIELD].max()
    assert low < page.filed[Indicator.YIELD] < high


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("policy: x\nbase: historic\n", "2:7", "unknown-policy"),
        ("policy: x\nsettings:\n  - from: 1948-spring\n    relief: 1\n", "3:11", "season-outside"),
        ("policy: x\nsettings:\n  - from: spring\n    relief: 1\n", "3:11", "bad-season"),
        ("policy: x\nsettings:\n  - releif: 1\n", "3:5", "unknown-setting"),
        ("policy: x\nsettings:\n  - relief: 3\n", "3:13", "bad-value"),
        ("policy: x\nsettings:\n  - exit_allowed: 1\n", "3:19", "bad-value"),
        ("policy: x\nsettings:\n  - counties: [lichen]\n    relief: 1\n", "3:16", "unknown-county"),
        ("policy: x\ncards:\n  which-eleven: yes-please\n", "3:3", "unknown-card"),
        ("policy: x\nreports:\n  - yield: lots\n", "3:12", "bad-value"),
        ("policy: x\nreports:\n  - joy: 1\n", "3:5", "unknown-key"),
        ("policy: x\nsettings:\n  - from: 1962-spring\n    relief: 1\n", "3:11", "season-outside"),
        ("policy: x\nsettings:\n  - from: 1949-autumn\n    relief: 1\n", "3:11", "season-outside"),
        ("policy: x\nreports:\n  - from: 1962-spring\n    yield: 1\n", "3:11", "season-outside"),
        ("policy: x\nsettings:\n  - from: .nan\n    relief: 1\n", "3:11", "bad-season"),
        ("policy: x\nsettings:\n  - relief: .nan\n", "3:13", "bad-value"),
        ("policy: x\nsettings:\n  - relief: 1e999\n", "3:13", "bad-value"),
        ("policy: x\nsettings:\n  - relief: -0.1\n", "3:13", "bad-value"),
        ("policy: x\nsettings:\n  - relief: [1]\n", "3:13", "bad-value"),
        ("policy: x\nsettings:\n  - relief:\n", "3:12", "bad-value"),
        ("policy: x\nsettings:\n  - pool_livestock: sometimes\n", "3:21", "bad-value"),
        ("policy: x\nsettings:\n  - weather: drougth\n", "3:14", "bad-value"),
        ("policy: x\nsettings:\n  - counties: licheng\n    relief: 1\n", "3:15", "bad-value"),
        ("policy: x\nsettings:\n  - counties: [[licheng]]\n    relief: 1\n", "3:16", "unknown-county"),
        ("policy: x\nsettings:\n  - relief\n", "3:5", "bad-shape"),
        ("policy: x\ncards: [which-ten]\n", "2:8", "bad-shape"),
        ("policy: x\nreports:\n  - yield: .inf\n", "3:12", "bad-value"),
        ("policy: x\nreports:\n  - yield: -1\n", "3:12", "bad-value"),
        ("policy: x\ncards:\n  which-ten: [a]\n", "3:14", "unknown-choice"),
        ("policy: x\nbase: [idle]\n", "2:7", "unknown-policy"),
        ("settings: everything\n", "1:11", "bad-shape"),
        ("- a list\n", "1:1", "bad-shape"),
        ("policy: &a x\nbase: *a\n", None, None),
        ("policy: [\n", None, None),
    ],
)
def test_a_mistake_is_shown_with_its_place(tmp_path, rules, text, place, code):
    file = write(tmp_path, text)
    with pytest.raises(BadPolicyError) as refused:
        policy_named(file, rules)
    first = refused.value.problems[0]
    if place is not None:
        assert (f"{first.line}:{first.column}", first.code) == (place, code)
    assert first.line >= 1


def test_a_misspelt_word_is_answered_with_the_nearest(tmp_path, rules):
    file = write(tmp_path, "policy: x\nsettings:\n  - releif: 1\n")
    with pytest.raises(BadPolicyError, match="did you mean 'relief'"):
        policy_named(file, rules)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("weather: two-drougths", "did you mean 'two-droughts'"),
        ("weather: normall", "did you mean 'normal'"),
        ("pool_livestock: alway", "did you mean 'always'"),
        ("pool_livestok: never", "did you mean 'pool_livestock'"),
        ("exit_allowed: yes", "true or false"),
        ("private_plots: 2", "from 0 to 0.5"),
    ],
)
def test_a_setting_that_cannot_be_is_answered_with_what_can(tmp_path, rules, line, words):
    file = write(tmp_path, f"policy: x\nsettings:\n  - from: 1951-spring\n    {line}\n")
    with pytest.raises(BadPolicyError, match=words):
        policy_named(file, rules)


def test_every_mistake_of_a_file_is_told_at_once(tmp_path, rules):
    entry = "  - from: 1965-spring\n    releif: 1\n    canteens: 3\n"
    file = write(tmp_path, f"policy: x\nbase: historic\nsettings:\n{entry}")
    with pytest.raises(BadPolicyError) as refused:
        policy_named(file, rules)
    assert [problem.line for problem in refused.value.problems] == [2, 5, 4, 6]


def test_a_season_after_the_scenario_is_a_warning(tmp_path, rules):
    file = write(tmp_path, "policy: late\nsettings:\n  - from: 1955-spring\n    relief: 1\n")
    _, warnings = policy_named(file, rules, rules.scenarios["ten-cooperatives"])
    assert [warning.severity for warning in warnings] == ["warning"]


def test_no_such_policy_is_a_wrong_call(rules):
    with pytest.raises(CallError, match="did you mean 'honest'"):
        policy_named("honst", rules)
