"""Everything that packs define and content may name, with a line about each: what editors complete from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from game.base.deck import flag_name
from game.economy.settings import SETTINGS, Setting
from game.ruleset.known import SEALS, Known, know
from game.ruleset.loading import folders_of, read_over
from game.ruleset.parts import Item, Parts
from game.views.names import CONDITION_NAMES, ConditionName

Ids = Mapping[str, Mapping[str, str]]
"""By kind of reference (archive, card, person, ..): id -> what it is, in a line."""


def ids_of(paths: Sequence[Path]) -> Ids:
    """Every id that the packs at these paths define, sound or not, in order.

    Raises: CallError if a path does not exist.
    """
    parts = read_over(folders_of(paths))
    known = know(parts)
    counties = _counties(parts, known)
    found: dict[str, Mapping[str, str]] = {
        "archive": _by_id(parts.of("archive"), "title", "kind"),
        "card": _by_id(parts.of("deck"), "title", "kind"),
        "condition": _conditions(known, counties, _flags(parts)),
        "county": counties,
        "deck": dict.fromkeys(known.ids["deck"], ""),
        "flag": _flags(parts),
        "indicator": dict.fromkeys(known.ids["indicator"], ""),
        "office": dict.fromkeys(known.ids["office"], ""),
        "person": _by_id(parts.of("people"), "name", "post"),
        "quarter": dict.fromkeys(known.ids["quarter"], ""),
        "seal": {**dict.fromkeys(SEALS, ""), **counties},
        "setting": {setting.id: about_setting(setting) for setting in SETTINGS.values()},
        "source": {work.id: f"{work.author}: {work.title}" for work in known.sources.values()},
    }
    return {kind: dict(sorted(words.items())) for kind, words in found.items()}


def source_by_page(paths: Sequence[Path]) -> str:
    """Some source that is cited by its pages, for an example; nothing if the packs have none."""
    works = know(read_over(folders_of(paths))).sources.values()
    return next((work.id for work in works if work.cite_by == "page"), "")


def about_setting(setting: Setting) -> str:
    """Meaning, values and unit of a standing decision."""
    allowed = ", ".join(setting.choices) or ("true, false" if setting.kind == "switch" else _span(setting))
    return f"{setting.meaning} {allowed}{' ' * bool(setting.unit)}{setting.unit}"


def _span(spec: Setting | ConditionName) -> str:
    return f"{spec.low:,.15g} to {spec.high:,.15g}"


def _by_id(items: Sequence[Item], *fields: str) -> dict[str, str]:
    """Some fields of each item as a line; of broken ones, too."""
    return {item.id: ", ".join(_words(item, fields)) for item in items if item.id}


def _words(item: Item, fields: Sequence[str]) -> Iterator[str]:
    return (str(item.raw[field]) for field in fields if item.raw.get(field))


def _counties(parts: Parts, known: Known) -> dict[str, str]:
    """Counties, with their names where the texts give them."""
    return {county: parts.texts.get(f"county.{county}.name", "") for county in known.ids["county"]}


def _flags(parts: Parts) -> dict[str, str]:
    """Flags as effects write them, with the cards that set them."""
    found: dict[str, list[str]] = {}
    for item in parts.of("deck"):
        for effect in item.effects():
            if isinstance(flag := effect.get("flag"), str):
                found.setdefault(flag, []).append(item.id)
    return {flag: f"Set by {', '.join(dict.fromkeys(cards))}." for flag, cards in found.items()}


def _conditions(known: Known, counties: Mapping[str, str], flags: Mapping[str, str]) -> dict[str, str]:
    """Names that a condition may use: those of the state, the same by county, and flags."""
    told = {name.id: f"{name.meaning} {_span(name)}, {name.unit}" for name in CONDITION_NAMES.values()}
    local = {
        f"{name.id}_in_{county}": f"{name.meaning} In {shown or county}."
        for name in CONDITION_NAMES.values() if name.per_county
        for county, shown in counties.items()
    }  # fmt: skip
    others = {name: f"{low:g} to {high:g}" for name, (low, high) in known.ranges.items()}
    return {**others, **told, **local, **{flag_name(flag): f"1 or 0. {words}" for flag, words in flags.items()}}
