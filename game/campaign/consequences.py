"""What superiors answer with becomes orders of the next season."""

from __future__ import annotations

import numpy as np

from game.base.changed import replace
from game.politics.reaction import Consequence
from game.reporting.indicators import Indicator
from game.reporting.ledgers import LedgerSeason
from game.state import State


def bring_about(state: State, consequences: tuple[Consequence, ...], page: LedgerSeason) -> State:
    """The state in which every consequence waits for the next season."""
    for found in consequences:
        state = _one(state, found, page)
    return state


def _one(state: State, found: Consequence, page: LedgerSeason) -> State:
    """One consequence, by its unit; what has none of these (an article, a visit) is news only."""
    match found.unit:
        case "head":
            return _to_best(state, "animals_given", found.amount, page)
        case "old-yuan":
            return _to_best(state, "extra_loans_yuan", found.amount, page)
        case "ploughs":
            return _to_best(state, "new_ploughs", found.amount, page)
        case "team-turns":
            return replace(state, next_team_turns=state.next_team_turns - found.amount)
        case "standing":
            return replace(state, offices=state.offices.shift(found.office, standing=-found.amount))
        case "share" if found.indicator is not None and found.code == "target_raised":
            return _target(state, found.indicator, found.amount)
        case "share" if found.code == "loan_cut":
            return _loans_cut(state, found.amount)
    return state


def _to_best(state: State, name: str, amount: float, page: LedgerSeason) -> State:
    """A prize goes to the county that reports the highest yield (on cooperative land, where there is any)."""
    line = Indicator.COOP_YIELD if page.county[Indicator.COOP_YIELD].any() else Indicator.YIELD
    best = int(np.argmax(page.county[line]))
    return replace(state, next_shocks=state.next_shocks.add(name, amount, [best], state.counties))


def _target(state: State, line: Indicator, by: float) -> State:
    return replace(state, target_shifts={**state.target_shifts, line: state.target_shifts.get(line, 0.0) + by})


def _loans_cut(state: State, share: float) -> State:
    """The bank gives less to cooperatives and teams from now on."""
    desk = state.desk
    for setting in ("coop_loan_yuan", "team_loan_yuan"):
        desk = desk.with_value(setting, float(desk.common[setting]) * (1.0 - share))
    return replace(state, desk=desk)
