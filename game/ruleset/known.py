"""Everything that content may name: ids of each kind, the names of conditions with their ranges, the flags."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any, Final

from game.base.deck import flag_name
from game.base.problems import nearest
from game.base.seasons import Season
from game.economy.settings import SETTINGS
from game.events.conditions import Condition, parse
from game.events.intervals import Range
from game.events.syntax import ConditionError
from game.reporting.indicators import Indicator
from game.ruleset.content import Scenario, Work, covered, in_decks
from game.ruleset.parts import Item, Parts
from game.ruleset.shapes.derived import build
from game.views.names import CONDITION_NAMES, background_name

DESKS = ("production", "organisation", "grain", "cadres", "reports")
QUARTERS = ("spring", "summer", "autumn", "winter")
DEFINES: Final[dict[str, tuple[str, ...]]] = {
    "archive": ("archive",), "backgrounds": ("background",), "deck": ("card", "flag"), "pack": ("source",),
    "people": ("person",), "politics": ("office",), "prefecture": ("county", "weather-series"), "text": ("text",),
    "scenario": ("scenario",),
}  # fmt: skip
"""Which references a kind of file makes possible."""
REMOVABLE: Final = {
    "archive": "entries", "background": "backgrounds", "card": "cards", "person": "people", "scenario": "scenarios",
    "text": "texts",
}  # fmt: skip
"""What a manifest calls the kinds of reference that a pack can take out."""
SEALS = ("province", "bureau", "prefecture", "none")


@dataclass
class Known:
    """What a reference can mean."""

    ids: dict[str, Collection[str]]
    """By kind of reference (archive, background, card ..): what can be named."""
    sources: dict[str, Work]
    scenarios: list[Scenario]
    flags: frozenset[str]
    ranges: dict[str, Range]
    cards: dict[str, Item]
    deck_of: dict[str, str]
    """Deck by card id."""
    followed: frozenset[str]
    """Cards that some choice leads to."""
    lines_since: dict[str, Season]
    """The first season of the lines of a report that are not on every form."""
    uncertain: frozenset[str]
    """Kinds of reference that cannot be judged, because a file that may define them could not be read."""
    covers: tuple[Season | None, Season | None] = (None, None)
    """The first and the last season that the packs speak of; nothing: any."""
    removed: dict[tuple[str, str], str] = field(default_factory=dict)
    """Packs that took something out, by kind as a manifest calls it and id."""
    _read: dict[str, Condition | ConditionError] = field(default_factory=dict)

    def condition(self, text: str) -> Condition:
        """A condition read with these names; each text once.

        Raises: ConditionError.
        """
        if text not in self._read:
            try:
                self._read[text] = parse(text, self.ranges, self.flags)
            except ConditionError as error:
                self._read[text] = error
        found = self._read[text]
        if isinstance(found, ConditionError):
            raise found
        return found

    def hint(self, kind: str, word: str) -> str:
        """Who took it out, or the nearest spelling; where there are few, all of them."""
        if (pack := self.removed.get((REMOVABLE.get(kind, ""), word))) is not None:
            return f"the pack '{pack}' takes it out"
        ids = sorted(self.ids[kind])
        return nearest(word, ids) or (f"known: {', '.join(ids)}" if 0 < len(ids) <= 20 else "")

    def scenarios_with(self, card: str) -> list[Scenario]:
        """Scenarios in whose decks the card is."""
        return [scenario for scenario in self.scenarios if in_decks(self.deck_of[card], scenario.decks)]


def know(parts: Parts) -> Known:
    """Everything that these parts define."""
    counties = _counties(parts)
    manifests = [layer.manifest for layer in parts.layers if layer.manifest is not None]
    works = [work for manifest in manifests for work in manifest.sources]
    scenarios = [build(Scenario, shape) for _, shape in parts.sound("scenario")]
    cards = {item.id: item for item in parts.of("deck")}
    deck_of = {card: deck_name(item.inside) for card, item in cards.items()}
    ids: dict[str, Collection[str]] = {
        "archive": {item.id for item in parts.of("archive")},
        "background": {item.id for item in parts.of("backgrounds")},
        "card": cards.keys(),
        "county": counties,
        "deck": {name for deck in _decks(parts) for name in _with_folders(deck)},
        "indicator": [indicator.value for indicator in Indicator],
        "office": {*_offices(parts), "counties"},
        "person": {item.id for item in parts.of("people")},
        "quarter": QUARTERS,
        "setting": SETTINGS.keys(),
        "setting-name": SETTINGS.keys(),
        "text": parts.text_ids,
        "weather-series": _weather_series(parts),
        "source": {work.id for work in works},
    }
    return Known(
        ids=ids,
        sources={work.id: work for work in works},
        scenarios=[scenario for scenario in scenarios if scenario.first <= scenario.last],
        flags=frozenset(flag_name(flag) for flag in _in_effects(parts, "flag")),
        ranges=_ranges(counties) | {background_name(item.id): (0.0, 1.0) for item in parts.of("backgrounds")},
        cards=cards,
        deck_of=deck_of,
        followed=frozenset(str(follow.get("card")) for follow in _in_effects(parts, "follow_up", dict)),
        covers=covered(manifests),
        lines_since=_lines_since(parts),
        removed=parts.removed,
        uncertain=frozenset(word for kind in parts.unread for word in DEFINES.get(kind, ())),
    )


def deck_name(inside: str) -> str:
    """``1951/autumn`` for ``decks/1951/autumn.deck.yaml``."""
    return inside.removeprefix("decks/").removesuffix(".deck.yaml")


def reachable(first: Season, last: Season, scenarios: list[Scenario]) -> bool:
    """Whether any season of the scenarios lies between the two."""
    return any(first <= scenario.last and scenario.first <= last for scenario in scenarios)


def _with_folders(deck: str) -> list[str]:
    steps = deck.split("/")
    return ["/".join(steps[: length + 1]) for length in range(len(steps))]


def _lines_since(parts: Parts) -> dict[str, Season]:
    specs = [spec for _, reporting in parts.sound("reporting") for spec in reporting.form.indicators]
    return {str(spec.id): Season.parse(spec.since) for spec in specs if spec.since is not None}


def _counties(parts: Parts) -> list[str]:
    return [county.id for _, prefecture in parts.sound("prefecture") for county in prefecture.counties]


def _weather_series(parts: Parts) -> list[str]:
    return [name for _, prefecture in parts.sound("prefecture") for name in prefecture.weather_series or ()]


def _offices(parts: Parts) -> list[str]:
    return [office.id for _, politics in parts.sound("politics") for office in politics.offices]


def _decks(parts: Parts) -> list[str]:
    """Deck names by files, readable or not."""
    return [deck_name(inside) for pack in parts.packs for inside in pack.files if inside.startswith("decks/")]


def _in_effects(parts: Parts, key: str, kind: type[Any] = str) -> list[Any]:
    """What stands under a key of every effect, in broken cards, too."""
    found = [effect.get(key) for item in parts.of("deck") for effect in item.effects()]
    return [value for value in found if isinstance(value, kind)]


def _ranges(counties: Collection[str]) -> dict[str, Range]:
    """Every name that a condition may use, with its range."""
    ranges = {name.id: (float(name.low), float(name.high)) for name in CONDITION_NAMES.values()}
    local = [name for name in CONDITION_NAMES.values() if name.per_county]
    return ranges | {f"{name.id}_in_{county}": ranges[name.id] for name in local for county in counties}
