"""Each documented figure beside the simulated one, under the policy ``historical``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal

from game.base.problems import CallError
from game.campaign.citations import cite
from game.campaign.game import Game
from game.campaign.policies import play_out, policy_named
from game.campaign.review import band_on, record_of
from game.economy.measures import CountyTable
from game.reporting.indicators import Indicator, prefecture_figure, weights
from game.ruleset.content import DocumentedFigure, Ruleset, Scenario
from game.state import SeasonRecord, Setup, State

Status = Literal["met", "missed", "unmet"]
REASONS: Final = ("ambition", "not-to-lag", "ties", "gain")
POLICY: Final = "historical"
SEEDS: Final = 5
"""Campaigns that a calibration runs; an odd number, so that there is a middle one."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One documented figure and what the model makes of it."""

    figure: DocumentedFigure
    simulated: float
    """The middle one of the seeds."""
    span: tuple[float, float]
    """The least and the greatest of the seeds."""
    status: Status
    page: str

    def as_json(self) -> dict[str, Any]:
        """The keys of docs/interfaces."""
        figure = self.figure
        documented: float | list[float] = figure.low if figure.low == figure.high else [figure.low, figure.high]
        return {
            "id": figure.id, "title": figure.title, "place": figure.place, "rung": figure.rung,
            "season": str(figure.season), "documented": documented, "simulated": self.simulated,
            "span": list(self.span),
            "tolerance": figure.tolerance, "unit": figure.unit, "page": self.page, "status": self.status,
            "reason": figure.unmet or figure.reason,
        }  # fmt: skip


def calibrate(rules: Ruleset, seed: int, villages: int | None = None) -> list[Compared]:
    """Run the documented course on some seeds and compare the middle of what they give for every figure.

    One seed is one weather and one lot of papers; the documents are compared with neither.
    """
    games = [_played(rules, seed + more, villages) for more in range(SEEDS)]
    return [_compared(figure, games) for figure in rules.calibration.values()]


def _played(rules: Ruleset, seed: int, villages: int | None) -> Game:
    """The documented course on one seed."""
    scenario = _longest(rules)
    policy, _ = policy_named(POLICY, rules, scenario)
    setup = Setup(scenario.id, seed, villages or scenario.villages, min(rules.backgrounds))
    return play_out(Game.begin(rules, setup), policy)


def _longest(rules: Ruleset) -> Scenario:
    """The longest scenario in which every figure's season is played.

    Raises: CallError if there is none.
    """
    seasons = {figure.season for figure in rules.calibration.values()}
    fitting = [s for s in rules.scenarios.values() if seasons <= set(s.seasons)]
    if not seasons or not fitting:
        raise CallError("there is no scenario in which all figures of rules/calibration.yaml can be measured")
    return max(fitting, key=lambda scenario: len(scenario.seasons))


def _compared(figure: DocumentedFigure, games: list[Game]) -> Compared:
    found = sorted(measured(figure, game) for game in games)
    simulated = found[len(found) // 2]
    room = figure.tolerance * max(abs(figure.low), abs(figure.high)) + ROUNDING
    within = figure.low - room <= simulated <= figure.high + room
    status: Status = "met" if within else "unmet" if figure.unmet else "missed"
    pages = "; ".join(cite(source, games[0].rules) for source in figure.sources)
    return Compared(figure, simulated, (found[0], found[-1]), status, pages)


ROUNDING: Final = 1e-9
"""So that a figure at the very edge of its tolerance is not missed by a rounding."""


def measured(figure: DocumentedFigure, game: Game) -> float:
    """The simulated figure, in the documented unit.

    Raises: KeyError if the measure, the county or the season is none that the model has.
    """
    record = record_of(game.state, figure.season)
    if record is None:
        raise KeyError(f"{figure.id}: {figure.season} was not played")
    place = None if figure.measured_in == "prefecture" else game.rules.prefecture.county_ids.index(figure.measured_in)
    if figure.rung == "true":
        return _true(figure.measure, record, place, game.state)
    return _on_file(figure, record, place, game)


def _on_file(figure: DocumentedFigure, record: SeasonRecord, place: int | None, game: Game) -> float:
    line = Indicator(figure.measure)
    page = game.state.ledgers.page(record.season)
    assert page is not None
    if figure.rung == "filed":
        return page.filed[line] if place is None else float(page.filed_by_county[line][place])
    if figure.rung == "reported":
        if place is not None:
            return float(page.county[line][place])
        return prefecture_figure(line, page.county[line], weights(record.table)[line])
    if place is not None:
        return float(0.5 * (page.known_low[line][place] + page.known_high[line][place]))
    return band_on(game, page, record, line).middle


def _true(measure: str, record: SeasonRecord, place: int | None, state: State) -> float:
    name, _, part = measure.partition(".")
    if name == "joined":
        members = _table(record, place).coop_members_by_reason[:, place or 0]
        return float(members[REASONS.index(part)]) / max(float(sum(members.tolist())), 1.0)
    made = MADE_OF.get(name)
    if made is not None:
        return made(record, place, state)
    return _cell(record, place, name)


def _table(record: SeasonRecord, place: int | None) -> CountyTable:
    return record.table.prefecture() if place is None else record.table


def _cell(record: SeasonRecord, place: int | None, column: str) -> float:
    return float(getattr(_table(record, place), column)[place or 0])


def _year(state: State, record: SeasonRecord) -> list[SeasonRecord]:
    """The played seasons of the record's year up to it."""
    return [kept for kept in state.records if kept.season.year == record.season.year and kept.season <= record.season]


Made = Callable[[SeasonRecord, int | None, State], float]
MADE_OF: Final[dict[str, Made]] = {
    "coop_households": lambda r, p, s: _cell(r, p, "cooperatives") * _cell(r, p, "mean_coop_households"),
    "output_per_head": lambda r, p, s: _cell(r, p, "harvest_year_output") / _cell(r, p, "population"),
    "eaten_per_head": lambda r, p, s: sum(_cell(k, p, "grain_eaten") for k in _year(s, r)) / _cell(r, p, "population"),
    "tax_jin_per_mou": lambda r, p, s: sum(_cell(k, p, "tax") for k in _year(s, r)) / _cell(r, p, "sown_mou"),
    "grain_area": lambda r, p, s: _cell(r, p, "sown_mou") * (1.0 - _cell(r, p, "cash_crop_share")),
    "cash_area": lambda r, p, s: _cell(r, p, "sown_mou") * _cell(r, p, "cash_crop_share"),
    "coop_debt_per_coop": lambda r, p, s: _cell(r, p, "coop_loans_outstanding") / max(_cell(r, p, "cooperatives"), 1.0),
}
"""Measures put together from columns; (record, county index or nothing, state) -> figure in the documented unit."""
