"""Words in another language laid over a pack's own: texts by id and field, and nothing but texts."""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final

from game.base.problems import Problem, nearest
from game.events.cards import count_words
from game.ruleset.card_checks import links
from game.ruleset.kinds import KINDS, KindName
from game.ruleset.known import Known
from game.ruleset.lengths import CARD, CHOICE
from game.ruleset.parts import Item, Parts, placeholders
from game.ruleset.references import Way
from game.ruleset.shapes.base import Shape

KIND_OF: Final[dict[str, KindName]] = {
    "card": "deck", "entry": "archive", "person": "people", "scenario": "scenario", "background": "backgrounds",
}  # fmt: skip
FIELDS: Final[dict[str, tuple[str, ...]]] = {
    "card": (
        "title", "text", "reduced_text", "documented", "disagree", "paper.head_en", "choices.*.text",
        "choices.*.locked", "choices.*.guess.says", "choices.*.effects.*.dossier.entry",
    ),
    "entry": (
        "title", "text", "doubt", "question", "silent", "voices.*.who", "voices.*.says", "voices.*.evidence",
        "voices.*.asks",
    ),
    "person": ("post", "line"),
    "scenario": ("title", "summary", "opening.*", "goals.*"),
    "background": ("title",),
}  # fmt: skip
"""What a player reads of each kind; a star stands for the members of a list, by id or else by number, from 1."""
SHORT: Final = 8
"""Letters of the hash that stands beside a translation."""


@dataclass
class Words:
    """What is translated: by kind and id, the text at each way into the data; and the words of screens."""

    things: dict[tuple[KindName, str], dict[Way, str]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)


def short_hash(text: str) -> str:
    """By which a translation knows the text that it was made from; how lines are folded does not count."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:SHORT]


def texts_of(of: str, data: object) -> dict[str, Way]:
    """Every text of a thing that a player reads: its field as a translation names it, and its way into the data."""
    return {name: way for pattern in FIELDS[of] for name, way in _found(data, pattern.split("."), (), ())}


def _found(data: object, steps: list[str], name: tuple[str, ...], way: Way) -> Iterator[tuple[str, Way]]:
    if not steps:
        if isinstance(data, str) and data:
            yield ".".join(name), way
    elif steps[0] == "*":
        for number, part in enumerate(data if isinstance(data, list) else ()):
            called = str(part["id"]) if isinstance(part, dict) and "id" in part else str(number + 1)
            yield from _found(part, steps[1:], (*name, called), (*way, number))
    elif isinstance(data, dict) and steps[0] in data:
        yield from _found(data[steps[0]], steps[1:], (*name, steps[0]), (*way, steps[0]))


def at(data: Any, way: Way) -> Any:
    """What stands at a way into some data."""
    for key in way:
        data = data[key]
    return data


def words_of(parts: Parts) -> Words:
    """All translations whose pack nothing is wrong with; a later pack's go over an earlier one's."""
    words, things = Words(), _things(parts)
    for _, shape in parts.sound("translation"):
        if shape.of == "words":
            words.texts |= {name: one.text for name, one in shape.texts.items()}
        elif (item := things.get((shape.of, shape.id))) is not None:
            fields = texts_of(shape.of, item.raw)
            told = {fields[name]: one.text for name, one in shape.texts.items() if name in fields}
            words.things.setdefault((KIND_OF[shape.of], shape.id), {}).update(told)
    return words


def worded(parts: Parts, kind: KindName, words: Words) -> Iterator[tuple[Item, Any]]:
    """The sound items of a kind, with their texts as they are to be read."""
    shape_of_kind = next(one.shape for one in KINDS if one.name == kind)
    for item, shape in parts.sound(kind):
        told = words.things.get((kind, item.id))
        yield item, _with(item, told, shape_of_kind) if told else shape


def _with(item: Item, told: dict[Way, str], shape: type[Shape]) -> Shape:
    data = copy.deepcopy(item.raw)
    for way, text in told.items():
        at(data, way[:-1])[way[-1]] = text
    return shape.model_validate(data)


def _things(parts: Parts) -> dict[tuple[str, str], Item]:
    return {(of, item.id): item for of, kind in KIND_OF.items() for item in parts.of(kind)}


def check_translations(parts: Parts, known: Known) -> Iterator[Problem]:
    """Every translation belongs to a text that there is, and to that text as it is now; and how much there is."""
    things, seen = _things(parts), set[tuple[int, str, str, str]]()
    for item, shape in parts.sound("translation"):
        target = things.get((shape.of, shape.id))
        if shape.of == "words":
            fields = {name: text.words or "" for name, text in _words(parts).items()}
        elif target is None:
            yield from _no_target(item, shape, things, known)
            continue
        else:
            fields = {name: at(target.raw, way) for name, way in texts_of(shape.of, target.raw).items()}
        for name, one in shape.texts.items():
            key = (item.pack, shape.of, shape.id, name)
            if key in seen:
                yield item.problem(("texts", name), "duplicate-id", f"'{name}' is translated twice", "keep one")
            seen.add(key)
            yield from _one(item, shape, name, one, fields, known)
    for number in range(len(parts.layers)):
        yield from _whole_pack(parts, number, seen)


def _words(parts: Parts) -> dict[str, Any]:
    return {text.id: text for text in parts.written if text.id in parts.text_ids}


def _no_target(item: Item, shape: Any, things: dict[tuple[str, str], Item], known: Known) -> Iterator[Problem]:
    if {"entry": "archive"}.get(shape.of, shape.of) not in known.uncertain:
        ids = [name for of, name in things if of == shape.of]
        message = f"there is no {shape.of} '{shape.id}' to translate"
        yield item.problem(("id",), f"unknown-{shape.of}", message, nearest(shape.id or "", ids))


def _one(item: Item, shape: Any, name: str, one: Any, fields: dict[str, str], known: Known) -> Iterator[Problem]:
    """One translated text."""
    loc = ("texts", name)
    if name not in fields:
        hint = nearest(name, fields) or f"it has: {', '.join(list(fields)[:12])}"
        message = f"'{name}' is no text of {shape.id or 'the screens'}"
        yield item.document.key_problem((*item.loc, *loc), "unknown-field", message, hint)
        return
    original = fields[name]
    if not one.text.strip():
        hint = "leave it out: the original is shown"
        yield item.problem((*loc, "text"), "wrong-length", "the translation is empty", hint)
    yield from links(item, (*loc, "text"), one.text, known)
    if shape.of == "words" and placeholders(one.text) != placeholders(original):
        wanted = ", ".join(sorted(f"{{{each}}}" for each in placeholders(original) or ())) or "none"
        message = "the placeholders are not those of the original"
        yield item.problem((*loc, "text"), "bad-placeholder", message, f"it has: {wanted}")
    yield from _length(item, loc, shape.of, name, one.text)
    now = short_hash(original)
    if not one.original:
        message = "nothing says which text this was made from"
        yield item.warning(loc, "no-original", message, f"add original: '{now}'")
    elif one.original != now:
        message = f"the text of '{name}' has changed since it was translated"
        yield item.warning((*loc, "original"), "stale-translation", message, f"look it over, then write '{now}'")


def _length(item: Item, loc: Way, of: str, name: str, text: str) -> Iterator[Problem]:
    """A card has room for so many words, in any language that parts them."""
    limit = CARD.get(name, CHOICE["text"] if name.endswith(".text") else 0)
    words = count_words(text)
    if of == "card" and limit and words > limit:
        yield item.warning((*loc, "text"), "long", f"{words} words; {limit} fit", "cut it")


def _whole_pack(parts: Parts, number: int, seen: set[tuple[int, str, str, str]]) -> Iterator[Problem]:
    """A pack that translates holds words only, and tells how much of the other it has."""
    layer = parts.layers[number]
    own = [item for item in parts.of("translation") if item.pack == number]
    if layer.manifest is None:
        return
    if not layer.manifest.translates:
        if own:
            message = "translations stand in a pack of their own, which says what it translates"
            yield own[0].problem((), "no-translates", message, "add translates: and the other pack's id to pack.yaml")
        return
    for kind, items in parts.items.items():
        for item in (one for one in items if one.pack == number and kind not in ("pack", "translation")):
            message = "a pack that translates holds nothing but translations"
            yield item.problem((), "only-words", message, "put it into another pack")
            break
    if any(one.id == layer.manifest.translates for one in parts.layers):
        yield _coverage(parts, number, seen)


def _coverage(parts: Parts, number: int, seen: set[tuple[int, str, str, str]]) -> Problem:
    layer = parts.layers[number]
    assert layer.manifest is not None
    base = next(place for place, one in enumerate(parts.layers) if one.id == layer.manifest.translates)
    told = []
    for of, called in (("card", "cards"), ("entry", "entries"), ("person", "people"), ("scenario", "scenarios")):
        items = [item for item in parts.of(KIND_OF[of]) if item.pack == base]
        every = sum(len(texts_of(of, item.raw)) for item in items)
        done = sum((number, of, item.id, name) in seen for item in items for name in texts_of(of, item.raw))
        begun = sum(any((number, of, item.id, name) in seen for name in texts_of(of, item.raw)) for item in items)
        told.append(f"{called} {begun} of {len(items)} ({done} of {every} texts)")
    words = [name for name, text in _words(parts).items() if text.pack == base]
    told.append(f"words of the screens {sum((number, 'words', '', name) in seen for name in words)} of {len(words)}")
    message = f"in '{layer.manifest.language}': {', '.join(told)}"
    found = layer.problem(("translates",), "coverage", message, "what is missing is shown in the other pack's language")
    return replace(found, severity="note")
