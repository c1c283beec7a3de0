"""From folders to a ruleset, or to everything that is wrong with them, found together."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.base.problems import CallError, Problem
from game.base.texts import Texts
from game.economy.start import Prefecture
from game.events.conditions import Condition
from game.politics.people import Person
from game.politics.rules import PoliticsRules
from game.reporting.rules import ReportingRules
from game.ruleset.authoring import DeckTest
from game.ruleset.blanks import check_blanks
from game.ruleset.card_checks import check_card
from game.ruleset.content import (
    ArchiveEntry,
    Background,
    Directives,
    DocumentedFigure,
    Pack,
    Ruleset,
    Scenario,
)
from game.ruleset.deck_checks import check_deck
from game.ruleset.deck_test_checks import check_deck_tests
from game.ruleset.kinds import KindName
from game.ruleset.known import Known, deck_name, know
from game.ruleset.layers import lay_over
from game.ruleset.library_checks import check_ids, check_library
from game.ruleset.order import checked_with, layer_of, playable_with, required
from game.ruleset.outcome_checks import check_reach
from game.ruleset.packs import MANIFEST, TESTS, digest, enclosing
from game.ruleset.parts import Item, Parts, collect
from game.ruleset.provenance import check_credits, check_marks
from game.ruleset.shapes.deck import CardShape
from game.ruleset.shapes.derived import build
from game.ruleset.translation import Words, check_translations, worded, words_of
from game.ruleset.word_checks import check_words


class BrokenPackError(Exception):
    """Packs that cannot be used; ``problems`` says everything that is wrong with them."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Reading makes hundreds of thousands of objects and no garbage in circles: looking for it doubles the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_collector_at_rest()
def load(paths: Sequence[Path]) -> Ruleset:
    """The ruleset of some packs; the first is the base.

    Raises: BrokenPackError with every error; CallError if a folder does not exist. Warnings do not stop a game.
    """
    parts = read_over(folders_of(paths))
    return _sound(parts, know(parts))


def with_base(paths: Sequence[Path], base: Path) -> tuple[Path, ...]:
    """The packs of a game, the base first; without it if one of those named is whole in itself.

    Raises: CallError if a path does not exist.
    """
    return playable_with(folders_of(paths), base)


def _sound(parts: Parts, known: Known) -> Ruleset:
    """The ruleset of packs that nothing is wrong with.

    Raises: BrokenPackError, CallError.
    """
    errors = [problem for problem in _problems(parts, known) if problem.severity == "error"]
    if errors:
        raise BrokenPackError(errors)
    return _assemble(parts, known)


@_collector_at_rest()
def check(paths: Sequence[Path], base: Path | None = None) -> list[Problem]:
    """Everything wrong with the packs at these paths, in the order of files and lines.

    For a file or folder inside a pack the whole pack is read, and what concerns the path is returned. A pack that asks
    for the base is read on top of it; what it breaks there is returned, too.
    Raises: CallError if a path does not exist.
    """
    folders = folders_of(paths)
    below = checked_with(folders, base)
    parts = read_over([*below, *folders])
    found = _problems(parts, know(parts))
    return [
        problem for problem in found
        if _concerns(problem, paths) or _breaks_below(problem, paths, folders, below)
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class TestedPack:
    """The deck tests of one pack, and the rules under which they are played: that pack on what it requires."""

    rules: Ruleset
    tests: tuple[tuple[Item, DeckTest], ...]
    condition: Callable[[str], Condition]
    """Reads a condition that has been checked."""


@_collector_at_rest()
def load_tests(paths: Sequence[Path], base: Path | None = None) -> list[TestedPack]:
    """The deck tests of the packs around these paths, for packs that have any.

    Raises: BrokenPackError if a pack cannot be played; CallError if a path does not exist.
    """
    layers = [layer_of(path) for path in folders_of(paths)]
    tested = []
    for layer in layers:
        if any(name.startswith(TESTS) for name in layer.files.files):
            chain = [one.files.folder for one in required(layer, layers)]
            tested.append(_tested([*checked_with(chain, base), *chain]))
    return tested


def _tested(chain: list[Path]) -> TestedPack:
    """The last of some packs, read over the others."""
    parts = read_over(chain)
    known = know(parts)
    rules = _sound(parts, known)
    own = ((item, shape) for item, shape in parts.sound("deck-test") if item.pack == len(chain) - 1)
    return TestedPack(rules, tuple((item, build(DeckTest, shape)) for item, shape in own), known.condition)


def read_over(paths: Sequence[Path]) -> Parts:
    """Packs read, and laid over one another."""
    parts = collect(list(paths))
    lay_over(parts)
    return parts


def folders_of(paths: Sequence[Path]) -> list[Path]:
    """The packs around the paths, each once.

    Raises: CallError if a path does not exist.
    """
    for path in paths:
        if not path.exists():
            raise CallError(f"there is no file or folder '{path}'; name a pack, or something in one")
    return list(dict.fromkeys(enclosing(path) for path in paths))


def _problems(parts: Parts, known: Known) -> list[Problem]:
    """Every problem, each once."""
    found = list(parts.problems)
    found += check_ids(parts)
    for item, card in parts.sound("deck"):
        found += check_card(item, card, known)
    found += check_deck(parts, known)
    found += check_reach(parts, known)
    found += check_library(parts, known)
    found += check_marks(parts)
    found += check_credits(parts)
    found += check_words(parts, known)
    found += check_translations(parts, known)
    found += check_deck_tests(parts, known)
    return sorted(set(_but_blanks(found, check_blanks(parts))))


def _but_blanks(found: Sequence[Problem], blanks: Iterable[Problem]) -> Iterator[Problem]:
    """Of what is still to be written nothing else is said than that."""
    at = {(blank.file, blank.line, blank.column): blank for blank in blanks}
    yield from at.values()
    yield from (problem for problem in found if (problem.file, problem.line, problem.column) not in at)


def _concerns(problem: Problem, paths: Sequence[Path]) -> bool:
    """Whether a problem lies at or below one of the paths; that there is no pack at all concerns every path."""
    file = Path(problem.file)
    if problem.code == "missing-file" and file.name == MANIFEST:
        return True
    return any(file == path or path in file.parents or _same(file, path) for path in paths)


def _breaks_below(problem: Problem, paths: Sequence[Path], folders: Sequence[Path], below: Sequence[Path]) -> bool:
    """Whether a pack that is checked as a whole breaks something in the one that it stands on."""
    whole = any(path in folders for path in paths)
    return whole and problem.severity == "error" and any(folder in Path(problem.file).parents for folder in below)


def _same(file: Path, path: Path) -> bool:
    whole = file.absolute()
    return whole == path.absolute() or path.absolute() in whole.parents


def _assemble(parts: Parts, known: Known) -> Ruleset:
    """The ruleset from parts that nothing is wrong with."""
    words = words_of(parts)
    decks: dict[str, tuple[str, ...]] = {}
    for item, _ in parts.sound("deck"):
        decks[deck_name(item.inside)] = (*decks.get(deck_name(item.inside), ()), item.id)
    cards = (shape.plain(known.condition) for _, shape in worded(parts, "deck", words) if isinstance(shape, CardShape))
    return Ruleset(
        packs=_packs(parts),
        cards={card.id: card for card in cards},
        decks=decks,
        archive=_by_id(parts, "archive", words, ArchiveEntry),
        people=_by_id(parts, "people", words, Person),
        scenarios=_by_id(parts, "scenario", words, Scenario),
        backgrounds=_by_id(parts, "backgrounds", words, Background),
        sources=known.sources,
        prefecture=_rules(parts, "prefecture", Prefecture),
        reporting=_rules(parts, "reporting", ReportingRules),
        politics=_rules(parts, "politics", PoliticsRules),
        directives=_rules(parts, "directives", Directives) if parts.of("directives") else Directives(),
        calibration=_by_id(parts, "calibration", words, DocumentedFigure),
        texts=Texts(parts.texts | words.texts),
    )


def _packs(parts: Parts) -> tuple[Pack, ...]:
    return tuple(
        Pack(layer.manifest, digest(layer.files.files), str(layer.files.folder))
        for layer in parts.layers if layer.manifest is not None
    )  # fmt: skip


def _by_id(parts: Parts, kind: KindName, words: Words, plain: type[Any]) -> dict[str, Any]:
    return {item.id: build(plain, shape) for item, shape in worded(parts, kind, words)}


def _rules(parts: Parts, kind: KindName, plain: type[Any]) -> Any:
    """The rules of one kind; those of a later pack replace an earlier one's.

    Raises: CallError if there are none, which means that the packs hold nothing to play.
    """
    shapes = [shape for _, shape in parts.sound(kind)]
    if not shapes:
        raise CallError(f"none of the packs has rules/{kind}.yaml, so there is nothing to play; add the base pack")
    return build(plain, shapes[-1])
