"""The state as the names that conditions read. World rules may depend on what is so; no screen shows these."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from game.base.exact import Array, ratio, total
from game.economy.start import Prefecture
from game.reporting.indicators import Indicator, organised_share
from game.reporting.rules import ReportingRules
from game.state import State
from game.views.known import known_prefecture
from game.views.names import CONDITION_NAMES, background_name


class Rules(Protocol):
    """The part of the ruleset that is needed to read a state."""

    @property
    def prefecture(self) -> Prefecture:
        """The counties."""

    @property
    def reporting(self) -> ReportingRules:
        """What bends and what blurs figures."""

    @property
    def backgrounds(self) -> Mapping[str, object]:
        """Where a player can come from, by id."""


def values_of(state: State, rules: Rules) -> dict[str, float]:
    """Every condition name with its value now, those per county also as ``NAME_in_COUNTY``."""
    county_ids = rules.prefecture.county_ids
    values = {**_prefecture(state), **_offices(state), **_desk(state), **_file(state, rules)}
    for name, row in _by_county(state).items():
        values |= {f"{name}_in_{county}": float(row[index]) for index, county in enumerate(county_ids)}
    _clip(values)
    return {**values, **state.assumed} if state.assumed else values


def condition_values(state: State, rules: Rules) -> dict[str, float]:
    """Everything that a condition may name with its value now: the names of the state, and the flags as 0 or 1."""
    return {**values_of(state, rules), **state.deck.flag_values()}


def _clip(values: dict[str, float]) -> None:
    """Keep every value in the range that the name declares, so that ``check`` may rely on it."""
    for name, spec in CONDITION_NAMES.items():
        values[name] = min(max(values[name], spec.low), spec.high)


def _by_county(state: State) -> dict[str, Array]:
    table = state.table
    before = state.lived[-2].table if len(state.lived) > 1 else table
    animals = ratio(table.draught_animals - before.draught_animals, before.draught_animals)
    return {
        "trust": table.trust,
        "fear": table.fear,
        "hungry_share": table.hungry_share,
        "short_share": table.short_share,
        "organised": organised_share(table),
        "nominal_share": table.share_mutual_aid_nominal,
        "cooperatives": table.cooperatives,
        "coop_households": table.cooperatives * table.mean_coop_households,
        "animals_change": animals,
        "yield_jin": state.climb.true[Indicator.YIELD],
        "cash_crop_share": table.cash_crop_share,
        "weather": table.weather,
        "land_price": table.land_price,
        "grain_a_head": table.grain_available_per_head,
        "debt_yuan": table.loans_outstanding,
        "regard": state.secretaries.regard,
    }


def _prefecture(state: State) -> dict[str, float]:
    whole = state.table.prefecture()
    before = state.lived[-2].table.prefecture() if len(state.lived) > 1 else whole
    animals_before = float(before.draught_animals[0])
    single = {
        name: float(getattr(whole, field)[0])
        for name, field in (
            ("trust", "trust"), ("fear", "fear"), ("hungry_share", "hungry_share"), ("short_share", "short_share"),
            ("nominal_share", "share_mutual_aid_nominal"), ("cooperatives", "cooperatives"),
            ("cash_crop_share", "cash_crop_share"), ("weather", "weather"), ("land_price", "land_price"),
            ("grain_a_head", "grain_available_per_head"), ("debt_yuan", "loans_outstanding"),
            ("yield_jin", "yield_true"),
        )
    }  # fmt: skip
    return {
        **single,
        "organised": float(organised_share(whole)[0]),
        "coop_households": float(whole.cooperatives[0] * whole.mean_coop_households[0]),
        "coop_exits": 0.0,
        "animals_change": float(whole.draught_animals[0]) / animals_before - 1.0 if animals_before else 0.0,
        "loans_yuan": float(whole.loans_outstanding[0]),
        "reserve_jin": state.reserve_jin,
        "team_turns": state.team_turns,
        "regard": total(state.secretaries.regard) / state.counties,
        "seasons_played": float(state.turn),
    }


def _offices(state: State) -> dict[str, float]:
    values: dict[str, float] = {}
    for name in ("province", "bureau", "centre"):
        office = state.offices[name]
        values |= {
            f"standing_{name}": office.standing, f"suspicion_{name}": office.suspicion, f"line_{name}": office.line,
        }
    return {**values, "standing_counties": total(state.secretaries.regard) / state.counties}


def _desk(state: State) -> dict[str, float]:
    numbers = ("community_fund_rate", "land_share", "team_pressure", "coop_loan_yuan")
    switches = ("exit_allowed", "members_bargain", "inputs_repaid")
    return {name: float(state.desk.value(name)) for name in numbers + switches}


def _file(state: State, rules: Rules) -> dict[str, float]:
    tags = {f"{tag}_entries": float(len(state.dossier.tagged(tag))) for tag in ("inflation", "haste", "caution")}
    filed = state.ledgers.last_filed(Indicator.YIELD) or 0.0
    known = known_prefecture(state, Indicator.YIELD, rules.reporting.memory).middle
    return {
        **tags,
        **{background_name(name): float(name == state.setup.background) for name in rules.backgrounds},
        "dossier_entries": float(len(state.dossier)),
        "organised_filed": state.ledgers.last_filed(Indicator.ORGANISED) or 0.0,
        "yield_filed": filed,
        "filed_over_known": filed / known if known > 0.0 else 1.0,
    }
