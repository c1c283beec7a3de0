"""How menus name seasons, scenarios and saved games, in the words of content/text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from game.base.seasons import Season
from game.base.texts import Texts
from game.campaign.savefile import Save
from game.ruleset.content import Ruleset, Scenario


def season_name(texts: Texts, season: Season) -> str:
    """``autumn 1951``."""
    return texts(f"menu.season.{season.name}", year=season.year)


def saved_season(texts: Texts, save: Save) -> str:
    """The season in which a save stands; as it is written there if it is no season."""
    try:
        return season_name(texts, Season.parse(save.season))
    except ValueError:
        return save.season


def saved_scenario(rules: Ruleset, save: Save) -> str:
    """The title of a save's scenario; its id if the scenario is not here."""
    scenario = rules.scenarios.get(save.setup.scenario)
    return scenario.title if scenario else save.setup.scenario


def span_name(texts: Texts, scenario: Scenario) -> str:
    """``spring to winter 1951``."""
    first, last = scenario.first, scenario.last
    if first.year != last.year:
        return texts("menu.span-years", first=season_name(texts, first), last=season_name(texts, last))
    quarter = {season: texts(f"menu.quarter.{season.name}") for season in (first, last)}
    return texts("menu.span", first=quarter[first], last=quarter[last], year=last.year)


def number_word(texts: Texts, number: int) -> str:
    """A small number in words, a larger one in figures."""
    words = texts("menu.numbers").split()
    return words[number] if 0 < number < len(words) else str(number)


def moment(texts: Texts, when: datetime) -> str:
    """``3 May 1951, 14:05``."""
    month = texts("slots.months").split()[when.month - 1]
    time = {"hour": f"{when.hour:02}", "minute": f"{when.minute:02}"}
    return texts("slots.written", day=when.day, month=month, year=when.year, **time)


def joined(texts: Texts, names: Sequence[str]) -> str:
    """``one, two and three``."""
    if len(names) < 2:
        return "".join(names)
    return texts("new-game.and", some=", ".join(names[:-1]), last=names[-1])


def sentence(text: str) -> str:
    """With a capital at the beginning."""
    return text[:1].upper() + text[1:]
