"""Play a campaign by a policy, season by season, with what a policy file adds to its base."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from game.base.problems import CallError, Problem, suggestion
from game.base.refusal import Refusal
from game.base.seasons import Season
from game.campaign import decisions as made
from game.campaign.desk import card_page, reports_page
from game.campaign.game import Game
from game.campaign.policies.builtin import BUILT_IN, Habits, filed_by
from game.reporting.indicators import Indicator
from game.ruleset.content import Ruleset, Scenario
from game.ruleset.policy import PolicyFile, ReportEntry, SettingEntry, read_policy
from game.state import State


@dataclass(frozen=True, slots=True)
class Policy:
    """A cadre's way: built-in habits, and what a file sets on top."""

    name: str
    habits: Habits
    file: PolicyFile | None = None


class BadPolicyError(CallError):
    """A policy file with mistakes; ``problems`` has each with its place."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)


def policy_named(name: str, rules: Ruleset, scenario: Scenario | None = None) -> tuple[Policy, list[Problem]]:
    """A built-in policy by name, or one from a file, with warnings about it.

    Raises: CallError if there is neither; BadPolicyError if the file has mistakes.
    """
    if name in BUILT_IN:
        return Policy(name, BUILT_IN[name]), []
    path = Path(name)
    if not path.is_file():
        raise CallError(f"there is no policy or policy file '{name}'; {suggestion(name, BUILT_IN)}")
    file, problems = read_policy(path, rules, BUILT_IN, scenario)
    if file is None:
        raise BadPolicyError(problems)
    return Policy(file.name, BUILT_IN[file.base], file), problems


def play(game: Game, policy: Policy) -> Iterator[Game]:
    """The game at the end of each season, to the end of the scenario."""
    while not game.state.ended:
        game = play_season(game, policy)
        yield game


def play_out(game: Game, policy: Policy, seasons: int | None = None) -> Game:
    """The game at the end of the scenario, or after so many seasons."""
    for played in islice(play(game, policy), seasons):
        game = played
    return game


def play_season(game: Game, policy: Policy) -> Game:
    """One season by the policy, closed."""
    game = _with_settings(game, policy)
    for decision in policy.habits.desks(game):
        game = _if_possible(game, decision)
    for card_id in game.state.on_desk:
        game = _answered(game, card_id, policy)
    for decision in filed_by(policy.habits, game):
        game = _if_possible(game, decision)
    game = _with_reports(_with_settings(game, policy), policy)
    return _must(game.do(made.CloseSeason()))


def _must(result: Game | Refusal) -> Game:
    if isinstance(result, Refusal):
        raise AssertionError(f"a policy was refused: {result.code}")
    return result


def _if_possible(game: Game, decision: made.Decision) -> Game:
    after = game.do(decision)
    return game if isinstance(after, Refusal) else after


def _answered(game: Game, card_id: str, policy: Policy) -> Game:
    page = card_page(game, card_id)
    wanted = policy.file.cards.get(card_id) if policy.file is not None else None
    chosen = [choice for choice in page.choices if choice.choice.id == wanted and choice.open]
    choice = chosen[0] if chosen else policy.habits.answer(page, game)
    return _must(game.do(made.Answer(card_id, choice.choice.id)))


def holding(entries: Sequence[SettingEntry], season: Season) -> list[SettingEntry]:
    """The file's entries that hold in a season, oldest first, so that a later one overrides an earlier."""
    return sorted((entry for entry in entries if entry.first <= season), key=lambda entry: entry.first)


def _with_settings(game: Game, policy: Policy) -> Game:
    """The desk as the file wants it: over the base, superiors' orders and cards. Not a decision that a save keeps."""
    if policy.file is None:
        return game
    desk = game.state.desk
    for entry in holding(policy.file.settings, game.state.season):
        desk = desk.with_value(entry.setting, entry.value, entry.counties)
    return replace(game, state=replace(game.state, desk=desk))


def _with_reports(game: Game, policy: Policy) -> Game:
    """Figures as factors on what is known, for every line that the file speaks of."""
    if policy.file is None:
        return game
    for entry in _latest(policy.file.reports, game.state):
        known = next((line.known for line in reports_page(game).lines if line.indicator is entry.indicator), None)
        if known is not None:
            game = _if_possible(game, made.File(entry.indicator.value, known.middle * entry.factor))
    return game


def _latest(entries: Sequence[ReportEntry], state: State) -> list[ReportEntry]:
    """For each line the entry that holds now."""
    latest: dict[Indicator, ReportEntry] = {}
    for entry in sorted(entries, key=lambda entry: entry.first):
        if entry.first <= state.season:
            latest[entry.indicator] = entry
    return list(latest.values())
