"""Before the first season, in plain text: which scenario, who one was, how much one knows. Each has a default."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, TypeVar, get_args

from game.campaign.start import must_be_playable
from game.ruleset.content import Background, Ruleset
from game.state import Difficulty, Setup
from game.text.talk import Option, Talk, after_equals
from game.text.words import county_name, listed, season_lower

DIFFICULTIES: Final[tuple[Difficulty, ...]] = get_args(Difficulty)
USUAL: Final[Difficulty] = "standard"
OFFERED_SEED: Final = 1951
LARGEST_SEED: Final = 10**9
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Given:
    """What was settled before: on the command line, or by an assignment. What is None is asked."""

    scenario: str | None = None
    background: str | None = None
    difficulty: Difficulty | None = None
    seed: int | None = None
    guided: bool | None = None
    reduced: bool | None = None
    villages: int | None = None
    """Never asked; without it, as many as the scenario has."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a game begins from, and at which level of detail hard subjects are told."""

    setup: Setup
    reduced: bool


def checked(rules: Ruleset, given: Given) -> None:
    """Find what cannot be played before anything is asked.

    Raises: CallError if the scenario given is none that can be played.
    """
    if given.scenario is not None:
        must_be_playable(given.scenario, rules)


def choose(
    rules: Ruleset,
    ask: Callable[[str], str],
    say: Callable[[str], None],
    given: Given | None = None,
    offered_seed: int = OFFERED_SEED,
) -> Chosen:
    """Ask for what was not given. An empty line takes the default; where the input ends, so does everything after."""
    given, start = given or Given(), _Start(rules, Talk(rules.texts, ask, say))
    scenario = start.settle(given.scenario, start.scenario, next(iter(rules.playable)))
    background = start.settle(given.background, start.background, next(iter(rules.backgrounds)))
    difficulty = start.settle(given.difficulty, start.difficulty, USUAL)
    guided = start.settle(given.guided, start.guided, True)
    reduced = start.settle(given.reduced, start.reduced, True)
    seed = start.settle(given.seed, lambda: start.seed(offered_seed), offered_seed)
    villages = given.villages or (rules.scenarios[scenario].villages if scenario in rules.scenarios else 0)
    return Chosen(Setup(scenario, seed, villages, background, difficulty, guided), reduced)


@dataclass
class _Start:
    """The questions, and whether there is still someone who answers them."""

    rules: Ruleset
    talk: Talk
    ended: bool = False

    def settle(self, given: T | None, question: Callable[[], T], default: T) -> T:
        if given is not None:
            return given
        if self.ended:
            return default
        try:
            return question()
        except EOFError:
            self.ended = True
            return default

    def scenario(self) -> str:
        texts = self.rules.texts
        options = []
        for scenario in self.rules.playable.values():
            span = texts("play.start.span", first=season_lower(texts, scenario.first),
                         last=season_lower(texts, scenario.last), minutes=scenario.minutes)  # fmt: skip
            options.append(Option(scenario.title, (span, scenario.summary)))
        return self._one_of("play.start.scenario", options, list(self.rules.playable))

    def background(self) -> str:
        options = [Option(one.title, self._about(one)) for one in self.rules.backgrounds.values()]
        return self._one_of("play.start.background", options, list(self.rules.backgrounds))

    def _about(self, background: Background) -> tuple[str, ...]:
        texts = self.rules.texts
        counties = listed(texts, [county_name(texts, county) for county in background.knows])
        return texts(background.text), texts("play.start.knows", counties=counties)

    def difficulty(self) -> Difficulty:
        texts = self.rules.texts
        options = [
            Option(texts(f"play.start.difficulties.{one}"), (texts(f"play.start.difficulties.{one}-help"),))
            for one in DIFFICULTIES
        ]
        return self._one_of("play.start.difficulty", options, DIFFICULTIES, DIFFICULTIES.index(USUAL) + 1)

    def guided(self) -> bool:
        options = [self.rules.texts("play.start.guided-yes"), self.rules.texts("play.start.guided-no")]
        return self._one_of("play.start.guided", options, (True, False))

    def reduced(self) -> bool:
        options = [self.rules.texts("play.paper.reduced"), self.rules.texts("play.paper.full")]
        return self._one_of("play.start.detail", options, (True, False))

    def seed(self, offered: int) -> int:
        self.talk.head("play.start.seed")
        self.talk.tell("play.start.seed-help")
        typed = self.talk.choose_or_type([str(offered)], _seed, back=False)
        return offered if isinstance(typed, int) else typed[0]

    def _one_of(
        self, heading: str, options: Iterable[Option | str], values: tuple[T, ...] | list[T], default: int = 1
    ) -> T:
        self.talk.head(heading)
        return values[self.talk.choose(list(options), default, back=False) - 1]


def _seed(line: str) -> tuple[int] | None:
    """A number of one's own, typed as ``= 17``; wrapped, so that it is not taken for an answer's number."""
    number = after_equals(line)
    if number is None or not number.is_integer() or not 0 <= number < LARGEST_SEED:
        return None
    return (int(number),)
