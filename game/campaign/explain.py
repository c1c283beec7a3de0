"""Why a figure is what it is: what moved it (adding up exactly), what it is made of, where it comes from, how sure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from game.base.chance import Chance
from game.base.seasons import Season
from game.campaign.game import Game
from game.campaign.pages import Cause, WhyPage
from game.reporting.indicators import ADDITIVE, Figures, Indicator, prefecture_figure, weights
from game.reporting.ledgers import LedgerSeason
from game.reporting.sight import Band
from game.state import Lived, State
from game.views.known import county_sum, filed_now, known_counties, known_prefecture, reported_now

Ink = Literal["known", "reported", "filed", "true"]

EXPLAINED_BY: Final[dict[Indicator, str]] = {
    Indicator.YIELD: "yield",
    Indicator.OUTPUT: "output",
    Indicator.ORGANISED: "organised",
    Indicator.ANIMALS: "animals",
}
"""Which causes of the core speak of which line of a report. Grain sold adds up from harvest to harvest instead."""

HARVEST_LINES: Final = frozenset({Indicator.YIELD, Indicator.OUTPUT})
"""Lines that move from harvest to harvest."""

BLUR: Final = 0.5
"""Relative error with which the office attributes a change to its causes. Assumed: it knows what, hardly how much."""


def why_page(game: Game, indicator: Indicator, county: str | None, ink: Ink) -> WhyPage:
    """Why a figure stands as it does, in the ink in which it is written."""
    match ink:
        case "known":
            return _known(game, indicator, county)
        case "reported":
            return _reported(game, indicator, county)
        case "filed":
            return _filed(game, indicator, county)
        case "true":
            return _true(game, indicator, county)


def _place(game: Game, county: str | None) -> int | None:
    return None if county is None else game.rules.prefecture.county_ids.index(county)


def _band(game: Game, line: Indicator, county: str | None) -> Band:
    memory = game.rules.reporting.memory
    place = _place(game, county)
    if place is None:
        return known_prefecture(game.state, line, memory)
    bands = known_counties(game.state, memory)
    return Band(float(bands.low[line][place]), float(bands.high[line][place]))


def true_causes(lived: tuple[Lived, ...], line: Indicator, place: int | None) -> list[tuple[str, float]]:
    """What the model says moved the true figure in the last season in which it moved, in the unit of the line."""
    record = _record_of(lived, line)
    if record is not None and line is Indicator.GRAIN_SOLD:
        return _sold(record, place)
    name = EXPLAINED_BY.get(line)
    if name is None or record is None:
        return []
    return [(cause, amount) for cause, amount in record.causes.of(name, place) if amount]


def _sold(record: Lived, place: int | None) -> list[tuple[str, float]]:
    """What a season adds to the grain sold since the harvest; in autumn the count begins anew."""
    table, at = (record.table.prefecture(), 0) if place is None else (record.table, place)
    return [] if record.season.name == "autumn" else [("sold", float(table.grain_marketed[at]))]


ONE_CAUSE: Final[dict[Indicator, tuple[str, str]]] = {
    Indicator.STEEL: ("furnaces", "count-afresh"),
    Indicator.DEATHS: ("hunger-deaths", "count-afresh"),
    Indicator.WATERWORKS: ("works-built", "works-silted"),
    Indicator.CANTEENS: ("kitchens-opened", "kitchens-closed"),
}
"""Lines of which the core keeps no causes apart: what a rise and what a fall of them is put down to."""


def one_cause(line: Indicator, change: float) -> list[tuple[str, float]]:
    """The whole change of a line that has no causes apart, under its one name."""
    rise, fall = ONE_CAUSE[line]
    return [(rise if change > 0.0 else fall, change)] if change else []


def causes_of_page(
    state: State, page: LedgerSeason, line: Indicator, place: int | None
) -> list[tuple[str, float]]:
    """What moved the true figure in the season of a page of the ledgers, in the unit of the line."""
    if line not in ONE_CAUSE:
        return true_causes(tuple(lived for lived in state.lived if lived.season <= page.season), line, place)
    before = state.ledgers.page(page.season.shift(-1))
    return [] if before is None else one_cause(line, _true_change(page.true, before.true, line, place, state))


def _true_change(now: Figures, before: Figures, line: Indicator, place: int | None, state: State) -> float:
    """By how much the true figure moved from one to the other."""
    moved = now[line] - before[line]
    return prefecture_figure(line, moved, weights(state.table)[line]) if place is None else float(moved[place])


def _record_of(lived: tuple[Lived, ...], line: Indicator) -> Lived | None:
    """The last closed season whose causes speak of the line: harvest lines in autumn, the others every season."""
    harvest = line in HARVEST_LINES
    for record in reversed(lived):
        if not harvest or record.season.name == "autumn":
            return record
    return None


def _known(game: Game, line: Indicator, county: str | None) -> WhyPage:
    """What is known moves by causes known roughly; what they leave over is said to be unknown."""
    band, before = _band(game, line, county), _band_before(game.state, line, _place(game, county))
    moved: tuple[Cause, ...] = ()
    if before is not None and line is Indicator.COOPERATIVES:
        moved = (Cause("cooperatives-founded" if band.middle >= before else "left-cooperatives", band.middle - before),)
    elif before is not None:
        causes = _causes_now(game.state, line, _place(game, county))
        moved = blurred(causes, band.middle - before, game.state, line)
    return WhyPage(
        line, county, "known", band.middle, before, band, moved, _parts(game, line, county, "known"),
        _origins(game, county), _sure(game, band, county), game.state.season.shift(-1),
    )


def _causes_now(state: State, line: Indicator, place: int | None) -> list[tuple[str, float]]:
    """What moved the true figure since the last page of the ledgers."""
    if line not in ONE_CAUSE:
        return true_causes(state.lived, line, place)
    return one_cause(line, _true_change(state.climb.true, state.ledgers.pages[-1].true, line, place, state))


def blurred(causes: list[tuple[str, float]], change: float, state: State, line: Indicator) -> tuple[Cause, ...]:
    """Causes as the office reckons them, each with an error of its own, and the rest: they add up to the change."""
    chance = Chance(state.setup.seed, state.season.index)
    told: list[Cause] = []
    for cause, amount in causes[:MOST_CAUSES]:
        error = float(chance.normal(f"why.{line}.{cause}", 1)[0])
        told.append(Cause(cause, amount * (1.0 + BLUR * error * 0.5)))
    rest = change
    for part in told:
        rest -= part.amount
    return (*told, Cause("not-known", rest))


MOST_CAUSES: Final = 6


def _band_before(state: State, line: Indicator, place: int | None) -> float | None:
    """The middle of what was known at the end of the season before."""
    pages = [page for page in state.ledgers.pages if line in page.known_low]
    if not pages:
        return None
    page = pages[-1]
    middle = 0.5 * (page.known_low[line] + page.known_high[line])
    if place is not None:
        return float(middle[place])
    return prefecture_figure(line, middle, weights(state.table)[line])


def _parts(game: Game, line: Indicator, county: str | None, ink: Ink) -> tuple[Cause, ...]:
    """The counties that a prefecture's figure is made of, largest first, where counties add up."""
    if county is not None or line not in ADDITIVE:
        return ()
    state = game.state
    if ink == "known":
        bands = known_counties(state, game.rules.reporting.memory)
        values = bands.middle(line)
    else:
        values = reported_now(state)[line]
    named = zip(game.rules.prefecture.county_ids, values, strict=True)
    return tuple(Cause(f"county.{name}", float(value)) for name, value in sorted(named, key=lambda pair: -pair[1]))


def _origins(game: Game, county: str | None) -> tuple[tuple[str, Mapping[str, str]], ...]:
    state, texts = game.state, game.rules.texts
    ids = game.rules.prefecture.county_ids
    seen = [name for name, inspected in zip(ids, state.sight.inspected, strict=True) if inspected is not None]
    named = [texts(f"county.{name}.name") for name in seen if county in (None, name)]
    teams: tuple[str, Mapping[str, str]] = ("origin.no-teams", {})
    if named:
        teams = ("origin.teams", {"counties": ", ".join(named)})
    return (("origin.office", {}), teams)


def _sure(game: Game, band: Band, county: str | None) -> tuple[str, Mapping[str, str]]:
    left = sum(inspected is None for inspected in game.state.sight.inspected)
    return "sure.band", {"low": repr(band.low), "high": repr(band.high), "uninspected": str(left)}


def _reported(game: Game, line: Indicator, county: str | None) -> WhyPage:
    """What a county (or all of them) reports. Why it bends its figure is learned at the end."""
    state, place = game.state, _place(game, county)
    now = county_sum(state, line) if place is None else float(reported_now(state)[line][place])
    before = _reported_before(state, line, place)
    moved = (Cause("not-known", now - before),) if before is not None else ()
    origin = ("origin.counties", {"season": str(state.season)})
    return WhyPage(
        line, county, "reported", now, before, None, moved, _parts(game, line, county, "reported"),
        (origin,), ("sure.none", {}), state.season.shift(-1),
    )


def _reported_before(state: State, line: Indicator, place: int | None) -> float | None:
    page = state.ledgers.last(line)
    if page is None:
        return None
    if place is not None:
        return float(page.county[line][place])
    return prefecture_figure(line, page.county[line], weights(state.table)[line])


def _filed(game: Game, line: Indicator, county: str | None) -> WhyPage:
    """A filed figure is the counties' sum and what was changed in the player's own office."""
    state = game.state
    counties, now = county_sum(state, line), filed_now(state, line)
    before = state.ledgers.last_filed(line)
    own = now - counties
    made_of = (Cause("counties", counties), *((Cause("own", own),) if own else ()))
    origin: tuple[str, Mapping[str, str]] = ("origin.passed-on", {})
    if own:
        origin = ("origin.own-change" if own > 0 else "origin.own-cut", {"amount": repr(abs(own))})
    moved = _filed_moved(state, line, now, before, own)
    since = state.season.shift(-1)
    origins = (origin, *_asked_for(game, line))
    return WhyPage(line, county, "filed", now, before, None, moved, made_of, origins, ("sure.exact", {}), since)


def _asked_for(game: Game, line: Indicator) -> tuple[tuple[str, Mapping[str, str]], ...]:
    """What was asked for, and the filed figure from which it was reckoned: the line's own, or that it stands on."""
    state, target = game.state, game.state.targets.get(line)
    growth = next((rule for rule in game.rules.reporting.targets.growth if rule.indicator is line), None)
    if target is None or growth is None:
        return ()
    for text_id, base in (("origin.target", line), ("origin.first-target", growth.stands_on)):
        page = None if base is None else state.ledgers.page_asked_from(base, game.rules.reporting.form)
        if page is not None and base is not None and page.filed[base] > 0.0:
            values = {"amount": repr(target), "base": repr(page.filed[base]), "of": base.value}
            return ((text_id, {**values, "season": str(page.season)}),)
    return ()


def _filed_moved(
    state: State, line: Indicator, now: float, before: float | None, own: float
) -> tuple[Cause, ...]:
    """Since last time: by how much the counties' sum moved, and by how much the office's own change did."""
    if before is None:
        return ()
    reported = _reported_before(state, line, None) or 0.0
    own_before = before - reported
    counties = (now - own) - reported
    return (Cause("counties", counties), Cause("own", (now - before) - counties if own != own_before else 0.0))


def _true(game: Game, line: Indicator, county: str | None) -> WhyPage:
    """The true figure, for the debriefing: the model's own causes, exactly."""
    state, place = game.state, _place(game, county)
    causes = causes_of_page(state, state.ledgers.pages[-1], line, place)
    now = _true_now(state, line, place)
    moved = tuple(Cause(cause, amount) for cause, amount in causes)
    change = 0.0
    for part in moved:
        change += part.amount
    return WhyPage(
        line, county, "true", now, now - change if moved else None, None, moved, (),
        (("origin.weighed", {}),), ("sure.model", {}), _since(state, line),
    )


def _since(state: State, line: Indicator) -> Season | None:
    """What the true causes start from: the last harvest for harvest lines, else the season before the last one."""
    record = _record_of(state.lived, line)
    if record is None:
        return None
    return record.season.shift(-4 if line in HARVEST_LINES else -1)


def _true_now(state: State, line: Indicator, place: int | None) -> float:
    page = state.ledgers.pages[-1]
    if place is not None:
        return float(page.true[line][place])
    return prefecture_figure(line, page.true[line], weights(state.table)[line])


__all__ = ["Ink", "blurred", "causes_of_page", "why_page"]
