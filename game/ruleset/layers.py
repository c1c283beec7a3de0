"""Several packs laid over one another: what a later one adds, replaces and takes away.

An id that stands in two packs is a mistake unless the later one says that it replaces the earlier; two packs that both
change one thing say which of them has the last word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from game.base.problems import Problem, nearest
from game.ruleset.content import Work
from game.ruleset.kinds import REPLACES, KindName
from game.ruleset.order import Layer
from game.ruleset.parts import Item, Parts, WrittenText

NAMED: Final[dict[str, KindName]] = {
    "cards": "deck", "entries": "archive", "people": "people", "scenarios": "scenario", "backgrounds": "backgrounds",
    "figures": "calibration",
}  # fmt: skip
"""What a manifest calls the kinds whose members have ids."""
RULES: Final[tuple[KindName, ...]] = ("prefecture", "reporting", "politics", "directives")
ALL: Final = "all"
CODES: Final = {
    "cards": "unknown-card", "entries": "unknown-entry", "people": "unknown-person", "scenarios": "unknown-scenario",
    "backgrounds": "unknown-background", "figures": "unknown-figure", "texts": "unknown-text",
}  # fmt: skip


@dataclass
class Changes:
    """Who changed what so far: by kind and id, the packs that replaced it or took it out."""

    by: dict[tuple[str, str], Layer] = field(default_factory=dict)
    removed: dict[tuple[str, str], Layer] = field(default_factory=dict)

    def noted(self, kind: str, name: str, layer: Layer, problem: Callable[..., Problem]) -> Iterator[Problem]:
        """This pack changes the thing; a problem if another did, and neither says which goes first."""
        other = self.by.get((kind, name))
        if other is not None and other is not layer and other.id not in layer.before:
            message = f"'{name}' is changed by the pack '{other.id}', too, and neither says which goes first"
            hint = f"add 'after: [{other.id}]' to {layer.id}, or the other way round"
            yield problem("replace-order", message, hint)
        self.by[(kind, name)] = layer


def lay_over(parts: Parts) -> None:
    """Leave in the parts what holds once every pack has had its say; note what is wrong with how they change it."""
    changes = Changes()
    for called, kind in NAMED.items():
        parts.items[kind] = _laid(parts, called, kind, changes)
    for number, layer in enumerate(parts.layers):
        here: set[str] = {kind for kind in RULES if any(item.pack == number for item in parts.of(kind))}
        parts.problems.extend(_replaced_not_here(layer, "rules", here))
    for kind in RULES:
        parts.items[kind] = _rules_laid(parts, kind, changes)
    _texts_laid(parts, changes)
    for layer in parts.layers:
        parts.problems.extend(_unknown_kinds(layer))
    parts.problems.extend(_other_sources(parts))
    parts.removed = {(kind, name): layer.id for (kind, name), layer in changes.removed.items()}


def _laid(parts: Parts, called: str, kind: KindName, changes: Changes) -> list[Item]:
    """The members of one kind."""
    kept: list[Item] = []
    for number, layer in enumerate(parts.layers):
        gone = _taken_out(parts, called, [item.id for item in kept], layer, changes)
        kept = [item for item in kept if item.id not in gone]
        before = {item.id: place for place, item in enumerate(kept)}
        for item in (item for item in parts.of(kind) if item.pack == number):
            replaces = _says_replaces(item, layer, called, item.id)
            place = before.get(item.id)
            if not replaces or not item.id or (place is not None and kept[place].pack == number):
                kept.append(item)
            elif place is not None:
                parts.problems.extend(changes.noted(called, item.id, layer, _at(item)))
                kept[place] = item
            else:
                parts.problems.extend(_nothing(item, called, layer, changes, list(before)))
                kept.append(item)
        here = {item.id for item in parts.of(kind) if item.pack == number}
        parts.problems.extend(_replaced_not_here(layer, called, here))
    return kept


def _at(item: Item) -> Callable[..., Problem]:
    return lambda code, message, hint: item.problem(("id",), code, message, hint)


def _says_replaces(item: Item, layer: Layer, called: str, name: str) -> bool:
    own = isinstance(item.raw, dict) and item.raw.get(REPLACES) is True
    return own or name in _replaced(layer, called)


def _nothing(item: Item, called: str, layer: Layer, changes: Changes, before: list[str]) -> Iterator[Problem]:
    """It replaces what is not there, or what another pack took out."""
    if (called, item.id) in changes.removed:
        yield from changes.noted(called, item.id, layer, _at(item))
    else:
        message = f"no pack before this one has '{item.id}', so there is nothing to replace"
        yield item.problem(("id",), "replaces-nothing", message, nearest(item.id, before) or "take 'replaces' out")


def _replaced_not_here(layer: Layer, called: str, here: set[str]) -> Iterator[Problem]:
    """What the manifest says is replaced stands in the pack."""
    for number, name in enumerate(_replaced(layer, called)):
        if name not in here:
            message = f"'{name}' is to be replaced, and the pack has none of that id"
            hint = nearest(name, here) or "write it, or take the name out here"
            yield layer.problem(("replace", called, number), "replaces-nothing", message, hint)


def _taken_out(parts: Parts, called: str, there: list[str], layer: Layer, changes: Changes) -> set[str]:
    """Those of the ids before that a pack takes out."""
    gone: set[str] = set()
    for number, name in enumerate(_removed(layer, called)):
        parts.problems.extend(_takes_out(called, name, there, number, layer, changes))
        gone |= set(there) if name == ALL else {name} & set(there)
    changes.removed |= {(called, name): layer for name in gone}
    return gone


def _takes_out(
    called: str, name: str, there: list[str], number: int, layer: Layer, changes: Changes
) -> Iterator[Problem]:
    def problem(code: str, message: str, hint: str) -> Problem:
        return layer.problem(("remove", called, number), code, message, hint)

    if name != ALL and name not in there:
        if (called, name) not in changes.removed:
            message = f"no pack before this one has '{name}', so that it cannot be taken out"
            yield problem(CODES[called], message, nearest(name, there))
        return
    for each in there if name == ALL else [name]:
        yield from changes.noted(called, each, layer, problem)


def _removed(layer: Layer, called: str) -> tuple[str, ...]:
    return layer.manifest.remove.get(called, ()) if layer.manifest else ()


def _replaced(layer: Layer, called: str) -> tuple[str, ...]:
    return layer.manifest.replace.get(called, ()) if layer.manifest else ()


def _rules_laid(parts: Parts, kind: KindName, changes: Changes) -> list[Item]:
    """A file of rules: the last that says it replaces the one before."""
    kept: list[Item] = []
    for item in parts.of(kind):
        layer = parts.layers[item.pack]
        if kept and not _says_replaces(item, layer, "rules", kind):
            message = f"another pack has rules/{kind}.yaml, too: {kept[-1].document.file}"
            hint = f"add 'replaces: true' to this file, or 'replace: {{rules: [{kind}]}}' to pack.yaml"
            parts.problems.append(item.problem((), "duplicate-id", message, hint))
        elif kept:
            parts.problems.extend(changes.noted("rules", kind, layer, _at(item)))
        kept = [item]
    return kept


def _texts_laid(parts: Parts, changes: Changes) -> None:
    """Words by id: a later pack's hold where it says that they replace the earlier ones."""
    kept: dict[str, WrittenText] = {}
    for number, layer in enumerate(parts.layers):
        gone = _taken_out(parts, "texts", list(kept), layer, changes)
        kept = {name: text for name, text in kept.items() if name not in gone}
        own = [text for text in parts.written if text.pack == number]
        parts.problems.extend(_replaced_not_here(layer, "texts", {text.id for text in own}))
        for text in own:
            other = kept.get(text.id)
            replaces = text.replaces or text.id in _replaced(layer, "texts")
            if other is not None and (other.pack == number or not replaces):
                message, hint = f"the text '{text.id}' stands elsewhere, too", f"first in {other.document.file}"
                parts.problems.append(text.problem("duplicate-id", message, hint))
            else:
                if other is not None:
                    parts.problems.extend(changes.noted("texts", text.id, layer, text.problem))
                kept[text.id] = text
    parts.texts = {name: text.words for name, text in kept.items() if text.words is not None}
    parts.text_ids = set(kept)


def _unknown_kinds(layer: Layer) -> Iterator[Problem]:
    """``remove:`` and ``replace:`` speak of kinds that there are."""
    if layer.manifest is None:
        return
    for field_name, more in (("remove", ("texts",)), ("replace", ("texts", "rules"))):
        known = (*NAMED, *more)
        for called in getattr(layer.manifest, field_name):
            if called not in known and layer.document is not None:
                hint = nearest(called, known) or f"allowed: {', '.join(known)}"
                yield layer.document.key_problem((field_name, called), "unknown-field", f"'{called}' is no kind", hint)


def _other_sources(parts: Parts) -> Iterator[Problem]:
    """A source of one id is the same work in every pack, so that a citation means one thing."""
    first: dict[str, Work] = {}
    for layer in parts.layers:
        for number, work in enumerate(layer.manifest.sources if layer.manifest else ()):
            if first.setdefault(work.id, work) != work:
                message = f"'{work.id}' is another source in a pack before this one"
                yield layer.problem(("sources", number), "duplicate-id", message, "give it another id")
