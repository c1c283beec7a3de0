"""In which order packs are read: what one asks for comes before it, otherwise as they were given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from game.base.problems import Problem, nearest
from game.ruleset.content import Manifest
from game.ruleset.kinds import kind_of
from game.ruleset.packs import MANIFEST, PackFiles, gather
from game.ruleset.places import Document, Loc
from game.ruleset.reading import read
from game.ruleset.shapes.derived import build
from game.ruleset.versions import fits, version_of

RULES = "rules/prefecture.yaml"
"""A pack that has this and asks for no other is whole in itself."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A pack beside the others: its files, its manifest if that can be used, and the packs that come before it."""

    files: PackFiles
    manifest: Manifest | None = None
    document: Document | None = None
    before: frozenset[str] = field(default=frozenset())
    """Ids of the packs that it says it comes after, and of those that they come after."""

    @property
    def id(self) -> str:
        """The pack's id; its path if nobody knows it."""
        return self.manifest.id if self.manifest else str(self.files.folder)

    @property
    def whole(self) -> bool:
        """Whether it can be played alone."""
        return self.manifest is not None and not self.manifest.requires and RULES in self.files.files

    def problem(self, loc: Loc, code: str, message: str, hint: str = "") -> Problem:
        """A problem with something in the manifest."""
        if self.document is None:
            return Problem(self.files.shown(MANIFEST), 1, 1, code, message, hint)
        return self.document.problem(loc, code, message, hint)


def layer_of(path: Path) -> Layer:
    """A pack with its manifest; without one where it cannot be used, which is said when the files are read."""
    files = gather(path)
    document, _ = read(files.files.get(MANIFEST, b""), files.shown(MANIFEST))
    if document is None:
        return Layer(files)
    kind = kind_of(MANIFEST)
    assert kind is not None
    try:
        return Layer(files, build(Manifest, kind.shape.model_validate(document.data)), document)
    except ValueError:  # a shape's errors are reported with the file, in their places
        return Layer(files, None, document)


def in_order(layers: Sequence[Layer]) -> tuple[list[Layer], list[Problem]]:
    """The packs in the order in which they are read, and everything that keeps them from going together."""
    problems = [*_same_ids(layers), *(problem for layer in layers for problem in _missing(layer, layers))]
    asked = {layer.id: _asked(layer, layers) for layer in layers}
    ordered: list[Layer] = []
    left = list(layers)
    while left:
        ready = next((layer for layer in left if not asked[layer.id] & {other.id for other in left}), None)
        if ready is None:
            problems.append(_circle(left, asked))
            ready = left[0]
        left.remove(ready)
        ordered.append(_with_before(ready, asked))
    return ordered, problems


def required(layer: Layer, layers: Sequence[Layer]) -> list[Layer]:
    """Those of some packs that one of them cannot do without, itself last."""
    wanted, more = {layer.id}, True
    while more:
        found = {name for one in layers if one.id in wanted and one.manifest for name in one.manifest.requires}
        more = not found <= wanted
        wanted |= found
    return [one for one in layers if one.id in wanted and one is not layer] + [layer]


def _asked(layer: Layer, layers: Sequence[Layer]) -> set[str]:
    """Ids of packs that are here and that this one comes after."""
    if layer.manifest is None:
        return set()
    named = {*layer.manifest.requires, *layer.manifest.after, layer.manifest.translates}
    return (named & {other.id for other in layers}) - {layer.id}


def _with_before(layer: Layer, asked: Mapping[str, set[str]]) -> Layer:
    before: set[str] = set()
    new = set(asked[layer.id])
    while new:
        before |= new
        new = {name for one in new for name in asked[one]} - before
    return Layer(layer.files, layer.manifest, layer.document, frozenset(before - {layer.id}))


def _same_ids(layers: Sequence[Layer]) -> Iterator[Problem]:
    first: dict[str, Layer] = {}
    for layer in layers:
        other = first.setdefault(layer.id, layer)
        if other is not layer:
            message = f"'{layer.id}' is the id of another pack, too: {other.files.folder}"
            yield layer.problem(("id",), "duplicate-id", message, "give one of them another id, or leave it out")


def _missing(layer: Layer, layers: Sequence[Layer]) -> Iterator[Problem]:
    """Packs that are not there, or in another version than is asked for."""
    if layer.manifest is None:
        return
    there = {other.id: other.manifest for other in layers if other.manifest is not None}
    yield from _version(layer)
    for name, asked in layer.manifest.requires.items():
        loc = ("requires", name)
        if name == layer.id:
            yield layer.problem(loc, "pack-circle", "the pack requires itself", "take it out")
        elif name not in there:
            hint = nearest(name, there) or "name it, too, before or after this one"
            yield layer.problem(loc, "pack-missing", f"'{layer.id}' needs the pack '{name}', which is not here", hint)
        else:
            yield from _unfit(layer, name, asked, there[name].version)
    base = layer.manifest.translates
    if base and base not in there:
        message = f"'{layer.id}' translates the pack '{base}', which is not here"
        yield layer.problem(("translates",), "pack-missing", message, nearest(base, there) or "name it, too")


def _version(layer: Layer) -> Iterator[Problem]:
    assert layer.manifest is not None
    try:
        version_of(layer.manifest.version)
    except ValueError as fault:
        yield layer.problem(("version",), "bad-version", str(fault), "write numbers with points, as 0.1.0")


def _unfit(layer: Layer, name: str, asked: str, version: str) -> Iterator[Problem]:
    try:
        if not fits(version, asked):
            message = f"'{layer.id}' needs {name} {asked}, and this is {version}"
            yield layer.problem(("requires", name), "pack-version", message, f"get another version of {name}")
    except ValueError as fault:
        yield layer.problem(("requires", name), "bad-version", str(fault), 'write ">=0.1", or ">=0.1, <1"')


def _circle(left: Sequence[Layer], asked: Mapping[str, set[str]]) -> Problem:
    """The first circle among packs of which each waits for another."""
    by_id = {layer.id: layer for layer in left}
    way = [left[0].id]
    while (following := min(asked[way[-1]] & by_id.keys())) not in way:
        way.append(following)
    circle = [*way[way.index(following) :], following]
    message = f"these packs wait for each other: {' -> '.join(circle)}"
    layer = by_id[following]
    key = "requires" if layer.manifest and circle[1] in layer.manifest.requires else "after"
    return layer.problem((key,), "pack-circle", message, "take one of them out of requires: or after:")


def playable_with(paths: Sequence[Path], base: Path) -> tuple[Path, ...]:
    """The packs of a game: the base and those named, or only those named if one of them is whole in itself."""
    alone = any(_same(path, base) or layer_of(path).whole for path in paths)
    return tuple(paths) if alone else (base, *paths)


def checked_with(paths: Sequence[Path], base: Path | None) -> tuple[Path, ...]:
    """What has to be read beside packs that are checked: the base, if one of them asks for what is not among them."""
    if base is None or any(_same(path, base) for path in paths):
        return ()
    layers = [layer_of(path) for path in paths]
    here = {layer.id for layer in layers}
    return (base,) if any(_leans(layer, here) for layer in layers) else ()


def _leans(layer: Layer, here: set[str]) -> bool:
    """Whether a pack asks for others; one of which nobody can say does, unless it brings the rules of a game."""
    if RULES in layer.files.files and not (layer.manifest and layer.manifest.requires):
        return False
    asked = layer.manifest
    return asked is None or not {*asked.requires, *asked.after, asked.translates} <= {*here, ""}


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()
