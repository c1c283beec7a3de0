"""Policy files: who plays like whom, with which standing decisions, answers and figures from when on."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from game.base.problems import CallError, Problem, nearest
from game.base.seasons import Quarter, Season
from game.economy.settings import SETTINGS, Setting, Value
from game.reporting.indicators import Indicator
from game.ruleset.content import Ruleset, Scenario
from game.ruleset.places import Document, Loc
from game.ruleset.reading import read
from game.ruleset.wording import found_word

ALWAYS: Final = Season(0, Quarter.SPRING)
"""For an entry without a season: from the start."""
LARGEST_BYTES: Final = 1_000_000
HIGHEST_FACTOR: Final = 20.0


@dataclass(frozen=True, slots=True)
class SettingEntry:
    """From a season on, a setting has a value in some counties (none named: in all)."""

    first: Season
    setting: str
    value: Value
    counties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """From a season on, a line is filed as a factor on the middle of what the cadre knows."""

    first: Season
    indicator: Indicator
    factor: float


@dataclass(frozen=True, slots=True)
class PolicyFile:
    """A policy as a file describes it; what it does not say, its base decides."""

    name: str
    base: str = "idle"
    settings: tuple[SettingEntry, ...] = ()
    cards: Mapping[str, str] = field(default_factory=dict)
    reports: tuple[ReportEntry, ...] = ()


def read_policy(
    path: Path, rules: Ruleset, bases: Collection[str], scenario: Scenario | None = None
) -> tuple[PolicyFile | None, list[Problem]]:
    """The policy in a file, and everything wrong with it; no policy if there are errors.

    Raises: CallError if there is no such file.
    """
    try:
        raw = path.read_bytes()[: LARGEST_BYTES + 1]
    except OSError as fault:
        raise CallError(f"{path} cannot be read: {fault.strerror}; name a built-in policy or a policy file") from fault
    document, problems = read(raw, str(path))
    if document is None:
        return None, problems
    reader = _Reader(document, rules, bases, scenario)
    policy = reader.policy()
    problems = [*problems, *reader.problems]
    return (None if any(p.severity == "error" for p in problems) else policy), problems


class _Reader:
    """Takes a document apart and notes every mistake with its place."""

    def __init__(self, document: Document, rules: Ruleset, bases: Collection[str], scenario: Scenario | None) -> None:
        self._document, self._rules, self._bases, self._scenario = document, rules, bases, scenario
        self.problems: list[Problem] = []

    def policy(self) -> PolicyFile:
        """The whole file."""
        data = self._mapping((), self._document.data, {"policy", "base", "settings", "cards", "reports"})
        base = data.get("base", "idle")
        if not isinstance(base, str) or base not in self._bases:
            self._wrong(("base",), "unknown-policy", f"there is no policy {found_word(base)}", self._bases, base)
        return PolicyFile(
            name=str(data.get("policy", Path(self._document.file).stem)),
            base=str(base),
            settings=tuple(e for at, item in self._list(data, "settings") for e in self._settings(at, item)),
            cards=self._cards(data.get("cards", {})),
            reports=tuple(e for at, item in self._list(data, "reports") for e in self._reports(at, item)),
        )

    def _settings(self, at: Loc, item: object) -> list[SettingEntry]:
        data = self._mapping(at, item, {"from", "counties", *SETTINGS})
        first, counties = self._season((*at, "from"), data.get("from")), self._counties(at, data)
        entries = []
        for name, value in data.items():
            setting = SETTINGS.get(name)
            if setting is None:
                continue
            if setting.accepts(value) or self._named(setting, value):
                given = float(value) if setting.kind == "number" else value
                entries.append(SettingEntry(first, name, given, counties))
            else:
                wanted = self._wanted(setting)
                hint = nearest(str(value), self._words(setting))
                self._note((*at, name), "bad-value", f"'{name}' is {wanted}, and this is {found_word(value)}", hint)
        return entries

    def _named(self, setting: Setting, value: object) -> bool:
        """Whether the value names something of the rules to which the setting is open."""
        return bool(setting.open_to) and value in self._words(setting)

    def _words(self, setting: Setting) -> tuple[str, ...]:
        """Every word that the setting can be."""
        series = self._rules.prefecture.weather_series if setting.open_to == "weather-series" else {}
        return (*setting.choices, *series)

    def _wanted(self, setting: Setting) -> str:
        if setting.kind == "switch":
            return "true or false"
        words = ", ".join(self._words(setting))
        return f"one of {words}" if words else f"from {setting.low:g} to {setting.high:g}"

    def _counties(self, at: Loc, data: Mapping[str, Any]) -> tuple[str, ...]:
        known = self._rules.prefecture.county_ids
        named = data.get("counties", [])
        if not isinstance(named, list):
            self._note((*at, "counties"), "bad-value", f"'counties' is a list, and this is {found_word(named)}")
            return ()
        for place, county in enumerate(named):
            if county not in known:
                where = (*at, "counties", place)
                self._wrong(where, "unknown-county", f"there is no county {found_word(county)}", known, county)
        return tuple(county for county in named if county in known)

    def _cards(self, data: object) -> dict[str, str]:
        cards = self._mapping(("cards",), data, None)
        for card_id, choice in cards.items():
            card = self._rules.cards.get(card_id)
            if card is None:
                message = f"there is no card '{card_id}'"
                self._key(("cards", card_id), "unknown-card", message, self._rules.cards, card_id)
            elif choice not in (choices := [one.id for one in card.choices]):
                message = f"the card '{card_id}' has no choice {found_word(choice)}"
                self._wrong(("cards", card_id), "unknown-choice", message, choices, choice)
        return {card: str(choice) for card, choice in cards.items()}

    def _reports(self, at: Loc, item: object) -> list[ReportEntry]:
        lines = {line.value for line in Indicator}
        data = self._mapping(at, item, {"from", *lines})
        first = self._season((*at, "from"), data.get("from"))
        entries = []
        for name, factor in data.items():
            if name not in lines:
                continue
            number = isinstance(factor, int | float) and not isinstance(factor, bool)
            if number and 0.0 <= factor <= HIGHEST_FACTOR:
                entries.append(ReportEntry(first, Indicator(name), float(factor)))
            else:
                message = f"'{name}' is a factor from 0 to {HIGHEST_FACTOR:g}, and this is {found_word(factor)}"
                self._note((*at, name), "bad-value", message)
        return entries

    def _season(self, at: Loc, value: object) -> Season:
        """The season an entry holds from; without one it holds from the start."""
        if value is None:
            return ALWAYS
        try:
            season = Season.parse(str(value))
        except ValueError as fault:
            self._note(at, "bad-season", str(fault))
            return ALWAYS
        covered = self._rules.covers
        first, last = covered[0] or season, covered[1] or season
        if not first <= season <= last:
            self._note(at, "season-outside", f"{season} lies outside {first} to {last}")
        elif self._scenario is not None and season > self._scenario.last:
            message = f"{season} comes after the scenario's end, {self._scenario.last}, so this changes nothing"
            self.problems.append(self._document.problem(at, "after-the-end", message, severity="warning"))
        return season

    def _mapping(self, at: Loc, value: object, allowed: set[str] | None) -> dict[str, Any]:
        if not isinstance(value, dict):
            self._note(at, "bad-shape", f"a mapping is expected here, and this is {found_word(value)}")
            return {}
        if allowed is not None:
            for key in value:
                if key not in allowed:
                    what = "setting" if "settings" in at else "key"
                    self._key((*at, key), f"unknown-{what}", f"there is no {what} '{key}' here", allowed, str(key))
        return {str(key): inner for key, inner in value.items()}

    def _list(self, data: Mapping[str, Any], key: str) -> list[tuple[Loc, object]]:
        items = data.get(key, [])
        if not isinstance(items, list):
            self._note((key,), "bad-shape", f"'{key}' is a list, and this is {found_word(items)}")
            return []
        return [((key, place), item) for place, item in enumerate(items)]

    def _note(self, at: Loc, code: str, message: str, hint: str = "") -> None:
        self.problems.append(self._document.problem(at, code, message, hint))

    def _wrong(self, at: Loc, code: str, message: str, known: Collection[str], given: object) -> None:
        self._note(at, code, message, nearest(str(given), known) or f"there are: {', '.join(sorted(known))}")

    def _key(self, at: Loc, code: str, message: str, known: Collection[str], given: str) -> None:
        self.problems.append(self._document.key_problem(at, code, message, nearest(given, known)))
