"""A campaign is run on past its scenario, and played again with one figure filed otherwise: no one is at the desk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from game.base.changed import replace
from game.base.refusal import Refusal
from game.base.seasons import Season
from game.campaign import decisions as made
from game.campaign.closing import reopen
from game.campaign.game import Game
from game.campaign.pages import ReportLine
from game.campaign.policies import Policy, play, policy_named
from game.campaign.policies.builtin import Habits, default_answer, nothing_else
from game.campaign.review import band_on
from game.reporting.indicators import Indicator
from game.reporting.rivals import Rival
from game.ruleset.content import Ruleset

OWN: Final = "own"
"""The way of a run on in which the player stays at the desk and files as before."""


@dataclass(frozen=True, slots=True)
class Course:
    """A campaign run on, and what its states held that no record keeps."""

    game: Game
    rivals: Mapping[int, tuple[Rival, ...]]
    """How the rivals file in a year; they change from winter to spring only."""


@dataclass(frozen=True, slots=True)
class Otherwise:
    """Another figure for one line of one season than was filed."""

    line: Indicator
    season: Season
    figure: float
    """In the unit of the line."""


def run_on(game: Game, years: int, policy: str | None = None) -> Game:
    """The game so many years after its last closed season, under a policy; it is never past ``run_on.until``.

    ``policy``: a built-in policy's name; ``own``, by which the player's habit goes on and nothing else is touched; or
    nothing, for the successor whom the rules name. What a season had begun is left out. Such a game is not for
    saving: its scenario ended before.

    Raises: CallError if there is no such policy.
    """
    for later in seasons_on(game, years, policy):
        game = later
    return game


def seasons_on(game: Game, years: int, policy: str | None = None) -> Iterator[Game]:
    """The game run on, as it stands after each season. Raises as ``run_on`` does."""
    way = way_of(game, policy)
    last = min(last_closed(game).shift(4 * years), game.rules.reporting.run_on.until)
    if last <= last_closed(game):
        return
    yield from play(_opened(game, last), way)


def last_closed(game: Game) -> Season:
    """The last season that was closed."""
    return game.state.season if game.state.ended else game.state.season.shift(-1)


def _opened(game: Game, last: Season) -> Game:
    """The game at the opening of its next season, to be played until another last one."""
    if game.state.ended:
        state = reopen(game.state, game.rules, last)
        return Game(game.rules, game.decisions, state, len(game.decisions), state)
    state = replace(game.opened, last=last)
    return Game(game.rules, game.decisions[: game.opened_at], state, game.opened_at, state)


def way_of(game: Game, policy: str | None) -> Policy:
    """The policy of the years run on. Raises: CallError if there is no such policy."""
    if policy == OWN:
        return Policy(OWN, _own_habits(habit(game)))
    return policy_named(policy or game.rules.reporting.run_on.successor, game.rules)[0]


def habit(game: Game) -> dict[Indicator, float]:
    """What the player filed over the middle of what was known, the mean of the times when a line was due; 1 = as it is.

    Lines that were never due, or of which nothing was known, are not in it.
    """
    shown: dict[Indicator, list[float]] = {}
    for record in game.state.records:
        page = game.state.ledgers.page(record.season)
        assert page is not None, "every record has its page"
        for line in game.rules.reporting.form.due_in(record.season):
            middle = band_on(game, page, record, line).middle
            if middle > 0.0:
                shown.setdefault(line, []).append(page.filed[line] / middle)
    return {line: sum(ratios) / len(ratios) for line, ratios in shown.items()}


def _own_habits(ratios: Mapping[Indicator, float]) -> Habits:
    """Standing decisions as they are, default answers, and figures as far from what is known as ever."""

    def as_ever(line: ReportLine, game: Game) -> float | None:
        if line.indicator not in ratios:
            return None
        figure, ceiling = line.known.middle * ratios[line.indicator], _ceiling(line.indicator, game.rules)
        return figure if ceiling is None else min(figure, ceiling)

    return Habits(OWN, "Files as the player did.", default_answer, as_ever, nothing_else)


def _ceiling(line: Indicator, rules: Ruleset) -> float | None:
    return rules.reporting.form.spec(line).ceiling


# ---- played again


def course(game: Game, years: int, policy: str | None, otherwise: Otherwise | None = None) -> Course:
    """The campaign played again from its decisions and run on; with one figure filed otherwise, if one is named.

    A decision that the other figure makes impossible is left out. Raises: CallError if there is no such policy.
    """
    game = whole = game if game.state.ended else _at_opening(game)
    rivals: dict[int, tuple[Rival, ...]] = {}
    for again in _played_again(game, otherwise):
        whole = _noted(again, rivals)
    for later in seasons_on(whole, years, policy):
        whole = _noted(later, rivals)
    return Course(whole, rivals)


def _at_opening(game: Game) -> Game:
    """The game without what was done since its season opened."""
    return Game(game.rules, game.decisions[: game.opened_at], game.opened, game.opened_at, game.opened)


def _noted(game: Game, rivals: dict[int, tuple[Rival, ...]]) -> Game:
    """The same game, with the rivals of its year written down."""
    rivals.setdefault(game.state.season.year, game.state.rivals)
    return game


def _played_again(game: Game, otherwise: Otherwise | None) -> Iterator[Game]:
    """The campaign after each of its decisions, from the first state on."""
    again = Game.begin(game.rules, game.state.setup)
    yield again
    for decision in game.decisions:
        closing = isinstance(decision, made.CloseSeason)
        if closing and otherwise is not None and again.state.season == otherwise.season:
            again = _filed(again, otherwise)
        after = again.do(decision)
        again = again if isinstance(after, Refusal) else after
        if closing:
            yield again


def _filed(game: Game, otherwise: Otherwise) -> Game:
    """The other figure entered, as far as the form takes it (the line's harvest moves with it)."""
    ceiling = _ceiling(otherwise.line, game.rules)
    figure = otherwise.figure if ceiling is None else min(otherwise.figure, ceiling)
    after = game.do(made.File(otherwise.line.value, figure))
    assert not isinstance(after, Refusal), "what may be known of a line can be filed"
    return after
