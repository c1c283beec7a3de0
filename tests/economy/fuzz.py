"""Whole stretches of years under orders that nobody would give together, and what must hold all the same.

A stretch is known by its number: the same number is the same villages, orders, shocks and weather, everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

import numpy as np

from game.base.chance import Chance
from game.base.exact import Array
from game.base.seasons import Quarter, Season, seasons_between
from game.economy.causes import EXPLAINED
from game.economy.measures import COLUMNS, CountyTable
from game.economy.orders import EVENTS, Orders, neutral_orders
from game.economy.params import Params
from game.economy.season import SeasonResult, advance
from game.economy.settings import SETTINGS, Setting
from game.economy.start import Prefecture, found_villages
from game.economy.villages import FIELDS, Villages
from tests.economy.samples import COUNTIES, EVENT_RANGES, prefecture_of_the_rules

FIRST, LAST = Season.parse("1949-winter"), Season.parse("1961-winter")
SEASONS: Final = seasons_between(FIRST, LAST)
PARAMS: Final = Params()

HOMES: Final = (92.0, 92.0, 12.0, 2.0)
"""Households of a village on the average: some stretches have hamlets, where a stratum can stand empty."""
CHANGED_A_SEASON: Final = 4
"""Standing decisions that are changed in a season."""
SHOCKED: Final = 0.25
"""How often an event of each kind happens in a season."""
STEP: Final = 1.0 / 65536.0
"""Smallest step of a share in the table."""

WHOLE: Final = (
    "households", "people", "oxen", "pooled_oxen", "grain_jin", "hidden_jin", "fund_jin", "cooperatives",
    "coop_households", "joined_for", "ploughs", "collective_hidden_jin", "quota_jin", "quota_left_jin",
    "cash_yuan", "debt_yuan", "owed_yuan", "lent_yuan",
)
SIGNED: Final = frozenset({"temper", "damage"})
"""Cadres are more or less eager than the mean; land without war damage is slowly improved."""
SHARES: Final = (
    "zeal", "middle_share", "activist_share", "cash_share", "coop_cash_share", "irrigated", "burden", "rationed",
    "staple_share", "team_real", "team_nominal", "trust", "fear", "near_seat",
)
PARTS: Final = (
    ("leavers_mou", "coop_land_mou"), ("coop_land_mou", "land_mou"), ("coop_households", "households"),
    ("quota_left_jin", "quota_jin"),
)
"""What is a part of what."""
TABLE_SHARES: Final = (
    *(name for name in COLUMNS if name.startswith("share_")),
    "hungry_share", "short_share", "cash_crop_share", "irrigated_share", "coop_surplus_labour_share", "trust", "fear",
    "zeal", "want", "eating_in_canteens", "team_real", "organised_share",
)
FORMS: Final = ("share_individual", "share_mutual_aid", "share_lower_coop", "share_higher_coop", "share_commune")
LEVELS: Final[Mapping[str, str]] = {
    "organised": "organised_share", "animals": "draught_animals", "grain_sold": "grain_marketed",
    "grain_per_head": "grain_available_per_head", "trust": "trust", "population": "population",
    "output": "harvest_year_output", "yield": "yield_true", "stored": "grain_stored", "fear": "fear",
}
"""The figure whose change the causes of an indicator explain."""
BY_HARVEST: Final = frozenset({"output", "yield"})
"""Explained against the last harvest, the others against the last season."""


class StretchError(AssertionError):
    """Something that must always hold did not; the message says in which stretch and season."""


@dataclass(frozen=True, slots=True)
class Lived:
    """A season of a stretch: the villages before it, what came of it, the tables it is measured against."""

    before: Villages
    result: SeasonResult
    last: CountyTable | None
    """The season before; nothing before the first."""
    last_autumn: CountyTable | None


def play_stretch(number: int) -> int:
    """Play one stretch from its first season to its last and look at every season. Gives the seasons played.

    Raises: StretchError with the number and the season.
    """
    draw = np.random.default_rng(number)
    prefecture, villages = beginning(number, draw)
    orders, last, autumn = neutral_orders(COUNTIES), None, None
    for season in SEASONS:
        orders = with_shocks(with_changes(orders, draw), season, draw)
        try:
            with np.errstate(all="raise", under="ignore"):
                result = advance(villages, season, orders, prefecture, PARAMS, Chance(number, season.index))
        except (ArithmeticError, ValueError, IndexError) as fault:
            raise StretchError(f"stretch {number}, {season}: {fault}") from fault
        wrong = sorted(faults(Lived(villages, result, last, autumn)))
        if wrong:
            raise StretchError(f"stretch {number}, {season}: {'; '.join(wrong)}")
        villages, last = result.villages, result.table
        autumn = last if season.quarter is Quarter.AUTUMN else autumn
    return len(SEASONS)


def beginning(number: int, draw: np.random.Generator) -> tuple[Prefecture, Villages]:
    """The prefecture of a stretch and its villages: mostly the shipped counties, every fourth time drawn ones."""
    homes, count = float(draw.choice(HOMES)), 16 + int(draw.integers(0, 2))
    if number % 4 == 3:
        prefecture = drawn_prefecture(homes, draw)
        return prefecture, found_villages(prefecture, count, FIRST, number, PARAMS)
    return of_homes(homes), founded(homes, count, int(draw.integers(0, 2)))


def of_homes(homes: float) -> Prefecture:
    """The shipped prefecture with so many households in a village."""
    return replace(prefecture_of_the_rules(), households_per_village=homes)


@cache
def founded(homes: float, count: int, seed: int) -> Villages:
    """Villages at the beginning of 1949-winter, kept between stretches."""
    return found_villages(of_homes(homes), count, FIRST, seed, PARAMS)


COUNTY_RANGES: Final = {
    "villages_share": (0.0001, 1.0), "soil": (0.2, 3.0), "land_mou_per_head": (0.1, 40.0),
    "persons_per_household": (1.0, 30.0), "exposure": (0.0, 3.0), "oxen_per_100_households": (0.0, 1000.0),
    "organised_real": (0.0, 0.5), "organised_nominal": (0.0, 0.5), "trust": (0.0, 1.0), "fear": (0.0, 1.0),
    "wheat_share": (0.0, 0.5), "maize_share": (0.0, 0.5),
}
"""What ``check`` lets a pack say of a county; of the land less, since 200 mou a head and more are no village."""


def drawn_prefecture(homes: float, draw: np.random.Generator) -> Prefecture:
    """Counties, rates and stores that a pack of one's own might have."""
    def any_of(low: float, high: float) -> float:
        return float(draw.choice((low, high, draw.uniform(low, high))))

    counties = tuple(
        replace(county, **{name: any_of(*span) for name, span in COUNTY_RANGES.items()})
        for county in prefecture_of_the_rules().counties
    )
    return replace(
        of_homes(homes), counties=counties, normal_yield_jin_per_mou=any_of(1.0, 600.0),
        hidden_land_share=any_of(0.0, 1.0), hidden_store_share=any_of(0.0, 1.0), ploughs_per_village=any_of(0.0, 10.0),
        store_jin_per_head=dict.fromkeys(("spring", "summer", "autumn", "winter"), any_of(0.0, 2000.0)),
        land_price_jin_per_mou=any_of(0.0, 5000.0), grain_price_yuan_per_jin=any_of(1.0, 10_000.0),
        normal_death_rate={1949: any_of(0.0, 0.5)}, birth_rate={1949: any_of(0.0, 0.5)},
        war_damage={1949: any_of(0.0, 0.9)}, herds_left={1949: any_of(0.0, 2.0)},
    )


def with_changes(orders: Orders, draw: np.random.Generator) -> Orders:
    """Some standing decisions changed: in all counties, or in those that a draw picks."""
    settings = [setting for setting in SETTINGS.values() if setting.desk != "world"]
    changed = {}
    for place in draw.choice(len(settings), CHANGED_A_SEASON, replace=False):
        setting = settings[int(place)]
        row = np.array(getattr(orders, setting.id))
        where = draw.random(COUNTIES) < 0.5 if draw.random() < 0.5 else np.ones(COUNTIES, dtype=bool)
        row[where] = drawn_value(setting, draw)
        changed[setting.id] = row
    return replace(orders, **changed)


def drawn_value(setting: Setting, draw: np.random.Generator) -> float:
    """A value that the setting allows, often one of its ends."""
    if setting.kind == "choice":
        return float(draw.integers(0, len(setting.choices)))
    if setting.kind == "switch":
        return float(draw.integers(0, 2))
    end = draw.random()
    if end < 0.4:
        return setting.low if end < 0.15 else setting.high
    return float(draw.uniform(setting.low, setting.high))


def with_shocks(orders: Orders, season: Season, draw: np.random.Generator) -> Orders:
    """The season's own: events, weather, tax, what is claimed and how eager the counties are."""
    events = {name: shock(name, draw) for name in EVENTS}
    mild = draw.random() < 0.75
    weather = draw.uniform(0.7, 1.3, COUNTIES) if mild else draw.uniform(0.0, 2.0, COUNTIES)
    return replace(
        orders, **events, claimed_over_true=draw.uniform(0.0, 4.0, COUNTIES), county_zeal=draw.random(COUNTIES),
        tax_jin_per_mou=float(draw.choice((0.0, 26.0, 120.0))), tax_by_norm=season.year >= 1953,
        survey=str(season) == "1952-autumn" or bool(draw.random() < 0.02),
        weather_by_county=weather, weather_normal=bool(draw.random() < 0.2),
        weather_without_chance=bool(draw.random() < 0.2), reserve_jin=float(draw.choice((0.0, 1e4, 1e9))),
    )


def shock(name: str, draw: np.random.Generator) -> Array:
    """An event in some counties, or in none."""
    low, high = EVENT_RANGES[name]
    here = (draw.random(COUNTIES) < 0.5) & (draw.random() < SHOCKED)
    amount = draw.uniform(low, high, COUNTIES) * here
    return np.floor(amount) if name in {"found_cooperatives", "animals_given", "relief_jin"} else amount


def faults(season: Lived) -> Iterator[str]:
    """Everything that must hold at the end of a season and does not."""
    v, table = season.result.villages, season.result.table
    yield from _undefined(v, FIELDS, SIGNED)
    yield from _undefined(table, COLUMNS, frozenset())
    yield from _undefined(table.prefecture(), COLUMNS, frozenset())
    yield from (f"{name} is not whole" for name in WHOLE if (getattr(v, name) != np.rint(getattr(v, name))).any())
    yield from (f"{name} is above 1" for name in SHARES if (getattr(v, name) > 1.0).any())
    yield from (f"{one} exceeds {other}" for one, other in PARTS if _exceeds(getattr(v, one), getattr(v, other)))
    yield from _wrong_members(v)
    yield from _wrong_passing(season.result)
    for of in (table, table.prefecture()):
        yield from _wrong_table(of)
    if season.last is not None:
        yield from _wrong_people(table, season.last)
        yield from _wrong_causes(season.result, season.last, season.last_autumn)


def _undefined(of: Villages | CountyTable, names: tuple[str, ...], signed: frozenset[str]) -> Iterator[str]:
    """Not a number, infinite, or negative. All arrays are looked at in one go, and singly only if that finds any."""
    together = np.concatenate([getattr(of, name).ravel() for name in names if name not in signed])
    if np.isfinite(together).all() and together.min() >= 0.0 and not signed:
        return
    for name in names:
        values = getattr(of, name)
        if not np.isfinite(values).all():
            yield f"{name} is not a finite number"
        elif name not in signed and (values < 0.0).any():
            yield f"{name} is negative: {values.min()}"


def _exceeds(part: Array, of: Array) -> bool:
    return bool((part > of * (1.0 + 1e-9)).any())


def _wrong_passing(result: SeasonResult) -> Iterator[str]:
    """Land under no staple; debts that nobody is owed; grain that passes between villages and is lost on the way."""
    v, flows = result.villages, result.account.flows
    if np.abs(v.staple_share.sum(axis=0) - 1.0).max() > 1e-9:
        yield "staples do not add up to the grain land"
    if (v.owed_yuan.sum(axis=0) != v.lent_yuan.sum(axis=0)).any():
        yield "what is owed to neighbours is not what they have lent"
    for came, went in (("alms-had", "alms-given"), ("commune-gave", "commune-took")):
        if came in flows and flows[came].sum() != flows[went].sum():
            yield f"{came} is not {went}"


def _wrong_members(v: Villages) -> Iterator[str]:
    members = v.coop_households.sum(axis=0)
    if (v.joined_for.sum(axis=0) != members).any():
        yield "members by reason do not add up to members"
    if (members[v.cooperatives == 0.0] > 0.0).any():
        yield "there are members where there is no cooperative"
    if (v.team_real + v.team_nominal > 1.0 + 1e-9).any():
        yield "more households stand in teams than there are"


def _wrong_table(table: CountyTable) -> Iterator[str]:
    yield from (f"{name} is above 1 in the table" for name in TABLE_SHARES if (getattr(table, name) > 1.0).any())
    forms = sum(getattr(table, name) for name in FORMS)
    if (np.abs(forms - 1.0) > 2.0 * STEP).any():
        yield f"the five forms add up to {forms}"
    if (table.share_mutual_aid_nominal > table.share_mutual_aid).any():
        yield "more teams on paper than teams"
    if (table.excess_deaths > table.deaths).any():
        yield "more excess deaths than deaths"
    if (table.draught_animals_pooled > table.draught_animals).any():
        yield "more animals in common than animals"


def _wrong_people(table: CountyTable, last: CountyTable) -> Iterator[str]:
    if (table.population != last.population + table.births - table.deaths - table.fled).any():
        yield "the people are not those of last season and who came and went"


def _wrong_causes(result: SeasonResult, last: CountyTable, last_autumn: CountyTable | None) -> Iterator[str]:
    for indicator in EXPLAINED:
        then: CountyTable | None = last
        if indicator in BY_HARVEST:
            then = last_autumn if result.table.harvested else None
        if then is not None and not _adds_up(result, then, indicator):
            yield f"the causes of {indicator} do not add up"


def _adds_up(result: SeasonResult, then: CountyTable, indicator: str) -> bool:
    """Whether the causes make up the whole change, without a remainder, by county and for the prefecture."""
    level, causes = LEVELS[indicator], result.causes
    change = getattr(result.table, level) - getattr(then, level)
    booked = sum(causes.by_indicator[indicator].values(), np.zeros(COUNTIES))
    whole = getattr(result.table.prefecture(), level)[0] - getattr(then.prefecture(), level)[0]
    return bool((booked == change).all()) and sum(causes.prefecture[indicator].values()) == whole
