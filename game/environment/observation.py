"""The observation: what the cadre knows, read off the pages that a player sees. The true ledger is never touched here.

Figures are in the units of the reports (jin, jin a mou, head, shares 0-1). Lines are in the order of
``Eyes.lines`` (L), counties in the order of the prefecture (C), offices as ``OFFICES_SHOWN`` (O).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from gymnasium import spaces
from numpy.typing import NDArray

from game.campaign.desk import (
    OFFICES_SHOWN,
    STANDING_WORDS,
    SUSPICION_WORDS,
    desk_page,
    ledger_lines,
    reports_page,
    season_page,
)
from game.campaign.game import Game
from game.campaign.pages import CountyRow, DeskPage, ReportLine
from game.economy.settings import Setting, Value
from game.environment.levers import desk_settings
from game.environment.papers import most_choices, papers_in_slots, slots_of
from game.reporting.indicators import Indicator
from game.reporting.sight import Band
from game.ruleset.content import Scenario

Observation = dict[str, Any]

MOST: Final = 1e12
"""Upper end of every figure's space, in the line's unit. Assumed: a thousand times what the prefecture reaps in jin."""
STANDINGS: Final = tuple(word for _, word in STANDING_WORDS)
SUSPICIONS: Final = tuple(word for _, word in SUSPICION_WORDS)


@dataclass(frozen=True, slots=True)
class Eyes:
    """What an observation of a scenario is made of, in fixed order."""

    seasons: int
    lines: tuple[Indicator, ...]
    """Every line that the form has by the scenario's last season; 0 as long as it is not there."""
    counties: tuple[str, ...]
    rivals: tuple[str, ...]
    news: tuple[str, ...]
    """Text ids of announcements and rumours that the scenario can bring."""
    cards: tuple[str, ...]
    slots: int
    choices: int
    settings: tuple[Setting, ...]

    def space(self) -> spaces.Dict:
        """The observation space."""
        lines, counties, offices, rivals = len(self.lines), len(self.counties), len(OFFICES_SHOWN), len(self.rivals)
        ends = np.array([_range(setting) for setting in self.settings])
        return spaces.Dict({
            "turn": spaces.Discrete(self.seasons + 1),
            "quarter": spaces.Discrete(4),
            "team_turns": _figures(1),
            "reserve_jin": _figures(1),
            "due": spaces.MultiBinary(lines),
            "known": _figures(lines, 2),
            "reported": _figures(lines),
            "last_filed": _figures(lines),
            "was_filed": spaces.MultiBinary(lines),
            "target": _figures(lines),
            "has_target": spaces.MultiBinary(lines),
            "rivals": _figures(rivals, lines),
            "rivals_heard": spaces.MultiBinary([rivals, lines]),
            "county_known": _figures(counties, lines, 2),
            "county_reported": _figures(counties, lines),
            "county_filed": _figures(counties, lines),
            "county_inspected": spaces.MultiBinary(counties),
            "office_standing": spaces.MultiDiscrete([len(STANDINGS)] * offices),
            "office_suspicion": spaces.MultiDiscrete([len(SUSPICIONS)] * offices),
            "office_line": spaces.Box(-1.0, 1.0, (offices,), np.float64),
            "office_line_heard": spaces.MultiBinary(offices),
            "office_felt": spaces.Box(-2, 2, (offices, 2), np.int64),
            "audited": spaces.Discrete(2),
            "struck": spaces.MultiBinary(counties),
            "news": spaces.MultiBinary(max(len(self.news), 1)),
            "settings": spaces.Box(ends[:, 0], ends[:, 1], dtype=np.float64),
            "exceptions": spaces.MultiBinary([len(self.settings), counties]),
            "papers": spaces.MultiDiscrete([len(self.cards) + 1] * self.slots),
            "choices_open": spaces.MultiBinary([self.slots, self.choices]),
            "choices_default": spaces.MultiDiscrete([self.choices + 1] * self.slots),
        })  # fmt: skip

    def see(self, game: Game) -> Observation:
        """What is known now. Every array is new and finite."""
        desk = desk_page(game)
        return {
            "turn": np.int64(game.state.turn),
            "quarter": np.int64(int(desk.season.quarter)),
            "team_turns": _bounded([desk.team_turns]),
            "reserve_jin": _bounded([desk.reserve_jin]),
            **self._reports(game),
            **self._counties(desk),
            **_offices(desk),
            **self._last_season(game),
            "news": _flags([text in desk.heard for text in self.news] or [False]),
            **self._settings(game, desk),
            **self._papers(game),
        }

    def _reports(self, game: Game) -> Observation:
        by_line = {line.indicator: line for line in reports_page(game).lines}
        lines = [by_line.get(indicator) for indicator in self.lines]
        heard = [[_said(line, rival) for line in lines] for rival in self.rivals]
        return {
            "due": _flags([line is not None and line.due for line in lines]),
            "known": _bounded([[line.known.low, line.known.high] if line else [0.0, 0.0] for line in lines]),
            "reported": _bounded([line.counties if line else 0.0 for line in lines]),
            **_with_mask("last_filed", "was_filed", [line.last_filed if line else None for line in lines]),
            **_with_mask("target", "has_target", [line.target if line else None for line in lines]),
            "rivals": _bounded([[figure or 0.0 for figure in row] for row in heard]),
            "rivals_heard": _flags([[figure is not None for figure in row] for row in heard]),
        }

    def _counties(self, desk: DeskPage) -> Observation:
        rows = desk.counties
        return {
            "county_known": _bounded([[_ends(row.known.get(i)) for i in self.lines] for row in rows]),
            "county_reported": _bounded([[row.reported.get(i, 0.0) for i in self.lines] for row in rows]),
            "county_filed": _bounded([[row.filed.get(i, 0.0) for i in self.lines] for row in rows]),
            "county_inspected": _flags([_seen_this_year(row, desk) for row in rows]),
        }

    def _last_season(self, game: Game) -> Observation:
        """What the season's page said of superiors: how they are felt to have changed, an audit, counties struck."""
        page = season_page(game, game.state.records[-1].season) if game.state.records else None
        felt = {office: (standing, suspicion) for office, standing, suspicion in page.offices} if page else {}
        struck = page.struck if page is not None else ()
        return {
            "office_felt": np.array([felt.get(office, (0, 0)) for office in OFFICES_SHOWN], np.int64),
            "audited": np.int64(page is not None and bool(page.audit)),
            "struck": _flags([county in struck for county in self.counties]),
        }

    def _settings(self, game: Game, desk: DeskPage) -> Observation:
        """What stands on the desk, those decisions included that no folder shows yet."""
        ends = np.array([_range(setting) for setting in self.settings])
        values = np.array([_number(setting, game.state.desk.value(setting.id)) for setting in self.settings])
        differs = [[setting.id in row.exceptions for row in desk.counties] for setting in self.settings]
        return {"settings": np.clip(values, ends[:, 0], ends[:, 1]), "exceptions": _flags(differs)}

    def _papers(self, game: Game) -> Observation:
        card, default = np.zeros(self.slots, np.int64), np.zeros(self.slots, np.int64)
        is_open = np.zeros((self.slots, self.choices), np.int8)
        for slot, page in enumerate(papers_in_slots(game)):
            card[slot] = self.cards.index(page.card.id) + 1
            for choice in page.choices:
                is_open[slot, choice.number - 1] = choice.open
                if choice.choice.id == page.default:
                    default[slot] = choice.number
        return {"papers": card, "choices_open": is_open, "choices_default": default}


def eyes_of(game: Game) -> Eyes:
    """How a scenario is seen, from a game of it."""
    rules, scenario = game.rules, game.rules.scenarios[game.state.setup.scenario]
    return Eyes(
        seasons=len(scenario.seasons),
        lines=ledger_lines(rules.reporting.form, scenario.last),
        counties=rules.prefecture.county_ids,
        rivals=tuple(rival.id for rival in rules.reporting.rivals.rivals),
        news=_news_of(scenario),
        cards=tuple(sorted(rules.cards)),
        slots=slots_of(scenario),
        choices=most_choices(rules),
        settings=desk_settings(),
    )


def _news_of(scenario: Scenario) -> tuple[str, ...]:
    """Text ids of what can be heard beside the papers."""
    shock, rumour = scenario.events.shock, scenario.events.rumour
    announced = [f"{shock.text}-announced"] if shock is not None else []
    return (*announced, *([rumour.text] if rumour is not None else []))


def _offices(desk: DeskPage) -> Observation:
    rows = {row.id: row for row in desk.offices}
    offices = [rows[office] for office in OFFICES_SHOWN]
    heard = [office.heard_line for office in offices]
    return {
        "office_standing": np.array([STANDINGS.index(office.standing) for office in offices], np.int64),
        "office_suspicion": np.array([SUSPICIONS.index(office.suspicion) for office in offices], np.int64),
        "office_line": np.clip(np.array([line or 0.0 for line in heard]), -1.0, 1.0),
        "office_line_heard": _flags([line is not None for line in heard]),
    }


def _ends(band: Band | None) -> tuple[float, float]:
    """The ends of what is known; 0 of a line that the form has not."""
    return (0.0, 0.0) if band is None else (band.low, band.high)


def _said(line: ReportLine | None, rival: str) -> float | None:
    """What a rival is said to file on a line, if anything is heard."""
    if line is None:
        return None
    return next((heard.figure for heard in line.rivals if heard.rival == rival), None)


def _seen_this_year(row: CountyRow, desk: DeskPage) -> bool:
    return row.inspected is not None and row.inspected.year == desk.season.year


def _range(setting: Setting) -> tuple[float, float]:
    """The ends of a setting as a number: a choice is the place of its word, a switch 0 or 1."""
    if setting.kind == "choice":
        return 0.0, len(setting.choices) - 1.0
    return (0.0, 1.0) if setting.kind == "switch" else (setting.low, setting.high)


def _number(setting: Setting, value: Value) -> float:
    return float(setting.choices.index(str(value)) if setting.kind == "choice" else float(value))


def _figures(*shape: int) -> spaces.Box:
    return spaces.Box(0.0, MOST, shape, np.float64)


def _bounded(values: Sequence[Any]) -> NDArray[np.float64]:
    """Figures held within their space."""
    figures = np.array(values, np.float64)
    assert np.isfinite(figures).all(), "what is known is always a number"
    return np.clip(figures, 0.0, MOST)


def _flags(values: Sequence[Any]) -> NDArray[np.int8]:
    return np.array(values, np.int8)


def _with_mask(name: str, mask: str, values: Iterable[float | None]) -> Observation:
    """Figures that may be missing: 0 where there is none, and which there are."""
    given = list(values)
    return {name: _bounded([value or 0.0 for value in given]), mask: _flags([value is not None for value in given])}
