"""One piece of work, done in whatever process it lands: a campaign, or a card taken out of one. Plain data out."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from game import installed
from game.author.sweep.outcomes import measured
from game.author.sweep.plan import HORIZON, PairUnit, PolicySpec, RunUnit, Settings, Unit, program
from game.author.sweep.results import Came, PairResult, Result, RunResult, Waited
from game.author.sweep.waiting import waited
from game.base.changed import replace
from game.base.problems import CallError
from game.campaign.game import Game, stamps
from game.campaign.policies import Policy, play_out
from game.campaign.policies.player import play_season
from game.ruleset import Ruleset, load, with_base
from game.ruleset.policy import PolicyFile


def done(settings: Settings, unit: Unit) -> Result:
    """The result of a unit: the same in any process, on any machine.

    Raises: CallError if this process has other content, or another program, than the sweep was begun with.
    """
    rules = _rules(settings.beside, settings.packs, settings.program)
    return _run(settings, unit, rules) if isinstance(unit, RunUnit) else _pair(settings, unit, rules)


@lru_cache(maxsize=1)
def _rules(beside: tuple[str, ...], packs: object, wanted: str) -> Ruleset:
    """The content of this process, which must be the sweep's; read once."""
    rules = load(with_base([Path(pack) for pack in beside], installed.content()))
    if stamps(rules) != packs or program() != wanted:
        raise CallError("a worker has another version of the game than this one; install the same on every machine")
    return rules


def _run(settings: Settings, unit: RunUnit, rules: Ruleset) -> RunResult:
    policy, game = settings.spec(unit.policy).policy(), _opened(settings, unit.seed)
    kept: list[Waited] = []
    while not game.state.ended:
        kept += waited(game)
        game = play_season(game, policy)
    career = game.state.career
    assert career is not None, "a scenario ends with a career"
    return RunResult(measured(game), career.post.value, game.state.records[-1].hash, _came(game), tuple(kept))


def _came(game: Game) -> tuple[Came, ...]:
    deck = game.state.deck
    return tuple((past.card, str(past.season), deck.answer_to(past.card) or "") for past in deck.came)


@lru_cache(maxsize=2)
def _opened(settings: Settings, seed: int) -> Game:
    """The campaign of a seed before anything is decided; every policy begins with it."""
    rules = _rules(settings.beside, settings.packs, settings.program)
    return Game.begin(rules, settings.setup(seed, rules))


@lru_cache(maxsize=2)
def _course(settings: Settings, spec: PolicySpec, seed: int) -> tuple[Game, ...]:
    """The campaign as it stood when each season opened, and at the end."""
    policy, course = spec.policy(), [_opened(settings, seed)]
    while not course[-1].state.ended:
        course.append(play_season(course[-1], policy))
    return tuple(course)


def _pair(settings: Settings, unit: PairUnit, rules: Ruleset) -> PairResult:
    """The card's season played again without the card, and with its other answers; all else is the same."""
    spec = settings.spec(unit.policy)
    course, policy = _course(settings, spec, unit.seed), spec.policy()
    at = next(place for place, game in enumerate(course) if unit.card in game.state.on_desk)
    opened, with_it = course[at], course[min(at + HORIZON, len(course) - 1)]
    choice = with_it.state.deck.answer_to(unit.card) or ""
    without = play_out(_off_the_desk(opened, unit.card), policy, HORIZON)
    others: dict[str, dict[str, float]] = {}
    for other in rules.cards[unit.card].choices if unit.others else ():
        if other.id != choice:
            course_of = play_out(opened, answering(policy, unit.card, other.id), HORIZON)
            if course_of.state.deck.answer_to(unit.card) == other.id:
                others[other.id] = measured(course_of)
    return PairResult(str(opened.state.season), choice, measured(with_it), measured(without), others)


def _off_the_desk(game: Game, card: str) -> Game:
    """The season as it opened, with one paper less. Nothing takes its place, and it never comes again."""
    on_desk = tuple(other for other in game.state.on_desk if other != card)
    return replace(game, state=replace(game.state, on_desk=on_desk))


def answering(policy: Policy, card: str, choice: str) -> Policy:
    """A policy that differs in one answer only."""
    file = policy.file or PolicyFile(policy.name)
    return replace(policy, file=replace(file, cards={**file.cards, card: choice}))
