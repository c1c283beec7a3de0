"""``new``: files to begin from, with every field, its meaning beside it; what is to be written stands as an ellipsis.

Fields and meanings come from the shapes and dataclasses themselves, so that a template never lags behind; ids in the
examples are those of the packs at hand.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, Union, get_args, get_origin

from game.author.effect_examples import EFFECTS
from game.base.problems import TO_WRITE
from game.base.seasons import Season
from game.ruleset.content import ArchiveEntry, Manifest, Scenario
from game.ruleset.ids import Ids
from game.ruleset.shapes.base import Shape
from game.ruleset.shapes.deck import CardShape, ChoiceShape
from game.ruleset.shapes.derived import PlainField, fields_of
from game.ruleset.shapes.effects import EffectShape
from game.ruleset.shapes.told import docstrings

What = Literal["card", "entry", "scenario", "pack"]

BLANK: Final = f'"{TO_WRITE}"'
ELSEWHERE: Final = "see docs/authors/format.md"

Values = Mapping[str, str]
"""What stands behind a field's name, as YAML."""


@dataclass(frozen=True, slots=True)
class About:
    """What a template is made with: the new id, a kind, the ids that there are, the seasons that are played."""

    id: str
    kind: str
    ids: Ids
    source: str
    """A source that is cited by page."""
    below: tuple[Manifest, ...]
    """Of the packs that a new one stands on."""
    first: Season
    last: Season
    """Of a scenario that is played."""
    deck: str
    """Deck or folder of decks from which that scenario has its cards."""

    def one(self, kind: str) -> str:
        """Some id of a kind, for an example."""
        return next(iter(self.ids.get(kind, ())), "some-id")


def card(about: About) -> list[str]:
    """The lines of a deck with one card."""
    person, place = about.one("person"), about.one("county")
    blank = f"\n      {TO_WRITE}"
    values = {
        "id": about.id, "title": BLANK, "kind": about.kind or "report",
        "paper": f'{{head: {BLANK}, head_en: {BLANK}, date: "{about.first.year}-05-01", seal: {place}}}',
        "window": f"{{from: {about.first}, to: {about.last}}}", "needed": "true", "only_follow_up": "true",
        "weight": "1.0", "when": "trust < 0.4 and cooperatives > 0", "speaks": person, "asks": "true",
        "text": f">-{blank}", "content_note": "hunger", "reduced_text": BLANK, "default": "first-choice",
        "documented": f">-{blank}", "disagree": BLANK, "terms": f"[{about.one('archive')}]", "mark": "invented",
    }  # fmt: skip
    lines = [line for line in _fields(CardShape, values) if not line.startswith(("choices:", "sources:"))]
    at = next(number for number, line in enumerate(lines) if "documented:" in line)
    return [
        "cards:", *_item([*lines[:at], *_choices(about), *lines[at:], *_sources(about, "invented")]),
    ]  # fmt: skip


def entry(about: About) -> list[str]:
    """The lines of an archive with one entry."""
    values = {
        "id": about.id, "kind": about.kind or "term", "mark": "recorded", "text": f">-\n      {TO_WRITE}",
        "see": f"[{about.one('archive')}]",
    }  # fmt: skip
    return ["entries:", *_item([*_plain(ArchiveEntry, values), *_sources(about, "recorded")])]


def scenario(about: About) -> list[str]:
    """The lines of a scenario."""
    values = {
        "id": about.id, "from": str(about.first), "to": str(about.last), "minutes": "35", "villages": "600",
        "decks": f'["{about.deck}"]', "mark": "recorded", "opening": f"[{BLANK}]", "goals": f"[{BLANK}]",
        "team_turns": "{spring: 18, summer: 18, autumn: 18, winter: 30}", "reserve_jin": "3000000",
        "played": "true", "settings": "{exit_allowed: true}", "advisers": f"[{about.one('person')}]",
        "flagged_desk": "{spring: production}", "run_up_from": str(about.first.shift(-4)),
    }  # fmt: skip
    return [*_plain(Scenario, values), *_sources(about, "recorded")]


def manifest(about: About) -> list[str]:
    """The lines of a pack's manifest."""
    required = ", ".join(f'{pack.id}: ">={pack.version}"' for pack in about.below)
    values = {
        "id": about.id, "version": "0.1.0", "language": "en", "licence": "CC BY 4.0", "authors": f"[{BLANK}]",
        "covers_from": str(about.first), "covers_to": str(about.last), "after": "[another-pack]",
        "requires": f"{{{required}}}" if required else ELSEWHERE,
        "sources": f"[{{id: a-book, short: A book, title: {BLANK}, author: {BLANK}, cite_by: page, pages: 300}}]",
    }  # fmt: skip
    return list(_plain(Manifest, values, wanted=("authors", "requires")))


def _item(lines: list[str]) -> list[str]:
    """Lines as the only item of a list, indented by two; a comment keeps its sign where the field would begin."""
    first, *rest = lines
    return [f"  - {first}", *(f"    {line}" for line in rest)]


# ---- cards


def _choices(about: About) -> Iterator[str]:
    """Two choices: the first with every field, the second with what a choice must have."""
    yield "choices:"
    values = {
        "id": "first-choice", "text": f"{BLANK}", "guess": f"{{by: {about.one('person')}, says: {BLANK}}}",
        "costs": "{team_turns: 2, reserve_jin: 0}", "files": "{indicator: yield, times: 1.1}",
        "when": "team_turns >= 2", "locked": BLANK, "taken": "true", "does_nothing": BLANK,
    }  # fmt: skip
    lines = [line for line in _fields(ChoiceShape, values) if not line.startswith("# effects:")]
    yield from _item([*lines, "effects:", *(f"  {line}" for line in _effects(about))])
    yield from _item(["id: second-choice", f"text: {BLANK}", "effects:", "  - trust: {by: 0.01}"])


def _effects(about: About) -> Iterator[str]:
    """One line for each effect; the first one counts, the others are there to be chosen from."""
    for number, (name, field) in enumerate(EffectShape.model_fields.items()):
        key = field.alias or name
        example = EFFECTS[key].format(county=about.one("county"), card=about.id)
        part = next((each for each in get_args(field.annotation) if _is_shape(each)), None)
        meaning = (part.__doc__ or "").split("\n")[0] if part else field.description
        yield f"{'# ' if number else ''}- {key}: {example}  # {meaning}"


def _sources(about: About, mark: str) -> Iterator[str]:
    """One source, its place to be written."""
    yield "sources:"
    yield f"  - {{source: {about.source}, page: {BLANK}, mark: {mark}}}  # or section:, or note:"


def _fields(shape: type[Shape], values: Values) -> Iterator[str]:
    """A line a field of a shape; those that need not be there stand behind ``#``."""
    for name, field in shape.model_fields.items():
        key = field.alias or name
        told = f"{field.description or ''}{_words(field.annotation)}"
        yield from _line(key, values.get(key, ""), field.is_required(), told)


def _words(annotation: Any) -> str:
    """The words that a field may be, after its meaning."""
    literal = next((each for each in (annotation, *get_args(annotation)) if get_origin(each) is Literal), None)
    return f" One of {', '.join(map(str, get_args(literal)))}." if literal is not None else ""


def _line(key: str, value: str, needed: bool, meaning: str) -> Iterator[str]:
    """The field with its meaning beside it; long texts begin below it."""
    first, _, rest = value.partition("\n")
    told = f"  # {meaning}" if meaning else ""
    sign = "" if needed else "# "
    yield f"{sign}{key}:{' ' * bool(first)}{first}{told}"
    if rest:
        yield rest.removeprefix("    ")


def _is_shape(part: Any) -> bool:
    return isinstance(part, type) and issubclass(part, Shape)


# ---- what is read into dataclasses


def _plain(plain: type[Any], values: Values, wanted: tuple[str, ...] = ()) -> Iterator[str]:
    """A line a field of a dataclass; ``wanted``: fields that need not be there and should."""
    told = docstrings(plain)
    for field in fields_of(plain):
        if field.in_file == "sources" and field.required:
            continue
        value = values.get(field.in_file) or _example(field)
        meaning = f"{told.get(field.name, '')}{_words(field.hint)}".strip()
        if value == ELSEWHERE:
            yield f"# {field.in_file}: {ELSEWHERE}"
        else:
            yield from _line(field.in_file, value, field.required or field.in_file in wanted, meaning)


def _example(field: PlainField) -> str:
    """Something of the right kind."""
    hint = field.hint
    if hint is str or (get_origin(hint) in (Union, types.UnionType) and str in get_args(hint)):
        return BLANK
    if hint is bool:
        return "true"
    if hint in (int, float):
        return "0"
    return "[]" if get_origin(hint) is tuple and not _of_parts(hint) else ELSEWHERE


def _of_parts(hint: Any) -> bool:
    return any(dataclasses.is_dataclass(part) for part in get_args(hint))
