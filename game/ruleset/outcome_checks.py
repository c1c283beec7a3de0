"""What answers come to: choices that do nothing or the same, effects of nothing, answers and cards out of reach."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import combinations
from typing import Final

from game.base.deck import flag_name
from game.base.problems import Problem
from game.base.seasons import Season
from game.events.conditions import Condition
from game.events.intervals import NEVER, can_hold
from game.events.syntax import ConditionError
from game.ruleset.known import Known
from game.ruleset.parts import Item, Parts
from game.ruleset.references import Way
from game.ruleset.shapes.deck import CardShape, ChoiceShape
from game.ruleset.shapes.effects import EffectShape

AMOUNTS: Final = (
    "by", "regard", "jin", "yuan", "given", "lost_share", "share", "disturbed", "next_season",
)  # fmt: skip
"""Fields of effects that say how much; one of nothing changes nothing."""

LONG_AGO: Final = Season.parse("0001-spring")


def check_outcomes(item: Item, card: CardShape) -> Iterator[Problem]:
    """Each answer does something, and something of its own."""
    for number, choice in enumerate(card.choices):
        yield from _acts(item, ("choices", number), choice)
        for place, effect in enumerate(choice.effects):
            if idle(effect):
                message = f"'{effect.kind}' of nothing changes nothing"
                yield item.warning(("choices", number, "effects", place), "no-effect", message, "take it out")
    for (first, one), (second, other) in combinations(enumerate(card.choices), 2):
        if _outcome(one) == _outcome(other) and _outcome(one) != NOTHING:
            message = f"this choice does exactly what '{one.id}' does, the choice number {first + 1}"
            yield item.warning(("choices", second), "same-outcome", message, "let the two differ in something")


def idle(effect: EffectShape) -> bool:
    """Whether every amount of an effect is nothing."""
    (name,) = effect.model_fields_set
    part = getattr(effect, name)
    amounts = [getattr(part, field) for field in AMOUNTS if getattr(part, field, None) is not None]
    return bool(amounts) and not any(amounts)


def _acts(item: Item, loc: Way, choice: ChoiceShape) -> Iterator[Problem]:
    costs = choice.costs.team_turns or choice.costs.reserve_jin
    acts = bool(choice.files or costs or not all(map(idle, choice.effects)))
    if not acts and not choice.does_nothing:
        message = "this choice has no effects, costs or figure"
        yield item.problem(loc, "does-nothing", message, 'add does_nothing: "why it is a real choice"')
    if acts and choice.does_nothing:
        yield item.warning((*loc, "does_nothing"), "does-something", "this choice does something all the same")


_season = lru_cache(maxsize=512)(Season.parse)
"""Windows are asked for again and again."""

Outcome = tuple[object, ...]
NOTHING: Final[Outcome] = ((), (0, 0), None)


def _outcome(choice: ChoiceShape) -> Outcome:
    effects = tuple(sorted(effect.model_dump_json(exclude_unset=True) for effect in choice.effects))
    files = choice.files.model_dump_json(exclude_unset=True) if choice.files else None
    return effects, (choice.costs.team_turns, choice.costs.reserve_jin), files


# ---- what can come at all


def check_reach(parts: Parts, known: Known) -> Iterator[Problem]:
    """Cards and answers that wait for a flag which nothing can have set by then, or for one another."""
    ids = [item.id for item in parts.of("deck")]
    if known.uncertain & {"flag", "card"} or len(ids) != len(set(ids)):
        return
    cards = {card.id: (item, card) for item, card in parts.sound("deck") if isinstance(card, CardShape)}
    reach = _Reach(cards, parts, known)
    for card_id, (item, card) in cards.items():
        if card_id not in reach.comes:
            yield from _never(item, card, reach, known)
            continue
        for number, choice in enumerate(card.choices):
            after = _season(card.window.to).next
            if not reach.holds(choice.when, after):
                flags = ", ".join(sorted(reach.missing(choice.when, after)))
                message = f"this choice can never be taken: nothing that comes before sets {flags}"
                yield item.warning(("choices", number, "when"), "never-open", message, "let an earlier choice set it")


def _never(item: Item, card: CardShape, reach: _Reach, known: Known) -> Iterator[Problem]:
    """Why a card never comes, unless that has been said already."""
    end = _season(card.window.to)
    if _season(card.window.from_) > end:
        return
    flags = reach.missing(card.when, end)
    if flags and not reach.holds(card.when, end):
        message = f"this card never comes: nothing that comes before {end} sets {', '.join(sorted(flags))}"
        yield item.warning(("when",), "never-comes", message, "set it earlier, or widen the window")
    elif card.only_follow_up and card.id in known.followed:
        message = "this card never comes: no choice that leads to it can be taken in time"
        yield item.warning(("only_follow_up",), "never-comes", message, "look at the cards that lead to it")


class _Reach:
    """The first season of each card and flag that can come at all; what cannot is missing."""

    def __init__(self, cards: Mapping[str, tuple[Item, CardShape]], parts: Parts, known: Known) -> None:
        self._known = known
        self.comes: dict[str, Season] = {}
        self.flags: dict[str, Season] = {}
        """By its name in conditions: the season after which it can stand."""
        self._due: dict[str, Season] = {}
        self._broken(parts)
        waiting = {card_id: card for card_id, (_, card) in cards.items()}
        while come := [card_id for card_id, card in waiting.items() if self._first(card) is not None]:
            for card_id in come:
                self._note(waiting.pop(card_id))
            self._hasten(cards)

    def _broken(self, parts: Parts) -> None:
        """What cards would do that cannot be read, so that one mistake does not look like many."""
        for item in parts.of("deck"):
            for effect in item.effects() if item.shape is None else ():
                if isinstance(flag := effect.get("flag"), str):
                    self.flags[flag_name(flag)] = LONG_AGO
                if isinstance(follow := effect.get("follow_up"), dict):
                    self._due[str(follow.get("card"))] = LONG_AGO

    def holds(self, when: str | None, season: Season) -> bool:
        """Whether a condition can hold in a season, as far as flags go; a broken one is complained of elsewhere."""
        found = self._read(when)
        if found is None:
            return True
        barred = {flag: NEVER for flag in found.flags if not self._stands(flag, season)}
        return not barred or can_hold(found, {**self._known.ranges, **barred})

    def missing(self, when: str | None, season: Season) -> set[str]:
        """Flags of a condition that cannot stand when a season opens."""
        found = self._read(when)
        return {flag for flag in found.flags if not self._stands(flag, season)} if found else set()

    def _stands(self, flag: str, season: Season) -> bool:
        return flag in self.flags and self.flags[flag] < season

    def _read(self, when: str | None) -> Condition | None:
        try:
            return self._known.condition(when) if when else None
        except ConditionError:
            return None

    def _first(self, card: CardShape) -> Season | None:
        """The first season in which a card can come, as far as is known by now."""
        first, last = _season(card.window.from_), _season(card.window.to)
        if card.only_follow_up:
            if card.id not in self._due:
                return None
            first = max(first, self._due[card.id])
        found = self._read(card.when)
        later = [self.flags[flag].next for flag in (found.flags if found else ()) if flag in self.flags]
        seasons = sorted({first, *(season for season in later if season > first)})
        return next((season for season in seasons if season <= last and self.holds(card.when, season)), None)

    def _note(self, card: CardShape) -> None:
        """What a card that can come makes possible."""
        first = self._first(card)
        assert first is not None, "it was found to come"
        self.comes[card.id] = min(first, self.comes.get(card.id, first))
        for choice in card.choices:
            if self.holds(choice.when, _season(card.window.to).next):
                self._effects(choice, first)

    def _effects(self, choice: ChoiceShape, season: Season) -> None:
        for effect in choice.effects:
            if effect.flag is not None:
                flag = flag_name(effect.flag)
                self.flags[flag] = min(season, self.flags.get(flag, season))
            if effect.follow_up is not None:
                due = season.shift(effect.follow_up.after)
                self._due[effect.follow_up.card] = min(due, self._due.get(effect.follow_up.card, due))

    def _hasten(self, cards: Mapping[str, tuple[Item, CardShape]]) -> None:
        """Choices that were closed when their card was noted may be open by now, and may open others."""
        before: object = None
        while before != (now := (dict(self.flags), dict(self._due))):
            before = now
            for card_id in self.comes:
                self._note(cards[card_id][1])
