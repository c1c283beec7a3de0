"""What the book holds, numbered: cards, entries, directives, figures, scenarios, and the rules that give grounds."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeVar

from game.author.book.citing import sources_in
from game.base.problems import CallError, nearest
from game.base.seasons import Season
from game.events.cards import Card, Mark, Source, linked, plain
from game.ruleset.content import ArchiveEntry, ArchiveKind, Directive, DocumentedFigure, Ruleset, Scenario
from game.text.archive import KINDS, folded

Sort = Literal["card", "entry", "directive", "figure", "scenario", "rule"]

LETTERS: Final[dict[Sort, str]] = {
    "card": "C", "entry": "E", "directive": "D", "figure": "F", "scenario": "S", "rule": "R",
}  # fmt: skip

SECTIONS: Final = {
    "LineEntry": "The line an office holds", "Pull": "Why a figure bends on its way up",
    "UpwardStep": "What an office above makes of a figure",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """A number of the rules that says what it rests on; ``says`` holds its fields as the file gives them."""

    id: str
    section: str
    says: tuple[tuple[str, str], ...]
    ground: str


Holds = Card | ArchiveEntry | Directive | DocumentedFigure | Scenario | Rule
_Held = TypeVar("_Held", Card, ArchiveEntry, Directive, DocumentedFigure, Scenario, Rule)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that can be cited by its number in the book."""

    sort: Sort
    number: int
    id: str
    title: str
    mark: Mark
    sources: tuple[Source, ...]
    """Everything it cites, those of its parts and those within its sentences too."""
    names: frozenset[str]
    """Ids of entries, persons and counties that it names."""
    prose: str
    """All its words, to look for names in."""
    holds: Holds

    @property
    def anchor(self) -> str:
        """Where links lead."""
        return f"{self.sort}-{self.id}"

    @property
    def label(self) -> str:
        """Its number, as ``C12``."""
        return f"{LETTERS[self.sort]}{self.number}"


@dataclass(frozen=True, slots=True)
class Shelf:
    """All items of a book in its order, and the rules that they come from."""

    rules: Ruleset
    scenario: Scenario | None
    items: tuple[Item, ...]
    decks: tuple[tuple[str, tuple[Item, ...]], ...]
    """Cards by deck, the earliest deck first."""
    kinds: tuple[tuple[ArchiveKind, tuple[Item, ...]], ...]
    """Entries by kind, in the order of the alphabet."""
    by_anchor: Mapping[str, Item]

    def of(self, sort: Sort) -> tuple[Item, ...]:
        """All items of a sort."""
        return tuple(item for item in self.items if item.sort == sort)

    def holding(self, kind: type[_Held]) -> Iterator[tuple[Item, _Held]]:
        """All items that hold a thing of this class, with the thing."""
        return ((item, item.holds) for item in self.items if isinstance(item.holds, kind))

    def entry(self, entry_id: str) -> Item | None:
        """The archive entry of that id."""
        return self.by_anchor.get(f"entry-{entry_id}")


def shelve(rules: Ruleset, scenario_id: str | None) -> Shelf:
    """Put everything in order and number it.

    With a scenario: its cards, the directives that came by its end, and the figures of its seasons; the archive and
    the rules are whole, as every game has them.
    Raises: CallError if there is no such scenario.
    """
    scenario = _scenario(rules, scenario_id)
    decks = [(deck, _dated(cards)) for deck, cards in _decks(rules, scenario)]
    decks.sort(key=lambda pair: (pair[1][0].window.first, max(card.window.last for card in pair[1]), pair[0]))
    entries = {kind: [entry for entry in rules.archive.values() if entry.kind == kind] for kind in KINDS}
    items = [
        *_numbered("card", [card for _, cards in decks for card in cards], rules),
        *_numbered("entry", [one for of in entries.values() for one in sorted(of, key=_by_title)], rules),
        *_numbered("directive", _directives(rules, scenario), rules),
        *_numbered("figure", _figures(rules, scenario), rules),
        *_numbered("scenario", [scenario] if scenario else list(rules.scenarios.values()), rules),
        *_numbered("rule", list(rules_with_grounds(rules)), rules),
    ]
    by_anchor = {item.anchor: item for item in items}
    return Shelf(
        rules, scenario, tuple(items),
        tuple((deck, tuple(by_anchor[f"card-{card.id}"] for card in cards)) for deck, cards in decks),
        tuple((kind, tuple(i for i in items if i.sort == "entry" and _kind(i) == kind)) for kind in KINDS),
        by_anchor,
    )  # fmt: skip


def _kind(item: Item) -> str:
    return item.holds.kind if isinstance(item.holds, ArchiveEntry) else ""


def _by_title(entry: ArchiveEntry) -> tuple[str, str]:
    return folded(entry.title).lstrip("“\"'"), entry.id


def _scenario(rules: Ruleset, scenario_id: str | None) -> Scenario | None:
    if scenario_id is None or scenario_id in rules.scenarios:
        return rules.scenarios[scenario_id] if scenario_id else None
    hint = nearest(scenario_id, rules.scenarios) or f"there are: {', '.join(rules.scenarios)}"
    raise CallError(f"there is no scenario '{scenario_id}'; {hint}")


def _decks(rules: Ruleset, scenario: Scenario | None) -> Iterator[tuple[str, list[Card]]]:
    wanted = None if scenario is None else {card.id for card in rules.deck(scenario)}
    for deck, ids in rules.decks.items():
        cards = [rules.cards[card] for card in ids if wanted is None or card in wanted]
        if cards:
            yield deck, cards


def _dated(cards: list[Card]) -> list[Card]:
    """Cards by the first season in which they can come; else as the file has them."""
    return sorted(cards, key=lambda card: (card.window.first, card.window.last))


def _directives(rules: Ruleset, scenario: Scenario | None) -> list[Directive]:
    every = sorted(rules.directives.directives, key=lambda directive: directive.season)
    return [one for one in every if scenario is None or one.season <= scenario.last]


def _figures(rules: Ruleset, scenario: Scenario | None) -> list[DocumentedFigure]:
    every = rules.calibration.values()
    first: Season | None = (scenario.run_up_from or scenario.first) if scenario else None
    return [one for one in every if scenario is None or (first or one.season) <= one.season <= scenario.last]


def _numbered(sort: Sort, things: list[Any], rules: Ruleset) -> Iterator[Item]:
    for number, thing in enumerate(things, 1):
        yield _item(sort, number, thing, rules)


def _item(sort: Sort, number: int, thing: Any, rules: Ruleset) -> Item:
    """One item, with all that it cites and names gathered from every part of it."""
    strings = list(_strings(thing))
    if isinstance(thing, Scenario):
        strings += [rules.texts(line) for line in strings if rules.texts.has(line)]
    prose = "\n".join(strings)
    mark: Mark = getattr(thing, "mark", None) or _mark_of(thing)
    cited = (*_sources(thing), *sources_in(_grounds(thing), rules.sources.values(), mark))
    names = frozenset([*linked(prose), *_named(thing)])
    title = thing.section if isinstance(thing, Rule) else thing.title
    return Item(sort, number, thing.id, title, mark, tuple(dict.fromkeys(cited)), names, plain(prose), thing)


def _mark_of(thing: Any) -> Mark:
    """A figure is as good as its best source; a rule with a ground in the documents is inferred from it."""
    marks: list[Mark] = [source.mark for source in _sources(thing)]
    order: tuple[Mark, ...] = ("recorded", "elsewhere", "inferred", "modelled", "invented")
    return next((mark for mark in order if mark in marks), "inferred")


def _grounds(thing: Any) -> str:
    """The words in which something gives its grounds, which may cite pages of their own."""
    match thing:
        case Directive():
            return thing.note
        case DocumentedFigure():
            return f"{thing.reason} {thing.unmet}"
        case Rule():
            return thing.ground
    return ""


def _named(thing: Any) -> Iterator[str]:
    match thing:
        case Card():
            yield from thing.terms
            yield thing.speaks
            yield from (choice.guess.by for choice in thing.choices if choice.guess)
        case ArchiveEntry():
            yield thing.id
        case Directive():
            yield from (f"county-{county}" for county in thing.counties)
        case DocumentedFigure():
            yield f"county-{thing.place}"
        case Scenario():
            yield from thing.advisers
            yield from (f"county-{family.county}" for family in thing.families)


def _parts(thing: Any) -> Iterator[Any]:
    """Everything inside a plain value, itself included."""
    yield thing
    if dataclasses.is_dataclass(thing) and not isinstance(thing, type):
        for field in dataclasses.fields(thing):
            if field.repr:
                yield from _parts(getattr(thing, field.name))
    elif isinstance(thing, tuple | list):
        for part in thing:
            yield from _parts(part)
    elif isinstance(thing, Mapping):
        for part in thing.values():
            yield from _parts(part)


def _sources(thing: Any) -> Iterator[Source]:
    return (part for part in _parts(thing) if isinstance(part, Source))


def _strings(thing: Any) -> Iterator[str]:
    """Every string in it, ids and the notes of citations too; names are told from ids by their capital."""
    return (part for part in _parts(thing) if isinstance(part, str))


def rules_with_grounds(rules: Ruleset) -> Iterator[Rule]:
    """The numbers of reporting and politics that say, beside themselves, what they rest on."""
    number = 0
    for part in (*_parts(rules.politics), *_parts(rules.reporting)):
        fields = dataclasses.fields(part) if dataclasses.is_dataclass(part) and not isinstance(part, type) else ()
        if any(field.name == "source" for field in fields) and not isinstance(part, Source):
            number += 1
            says = [(field.name, _written(getattr(part, field.name))) for field in fields if field.name != "source"]
            yield Rule(f"{number}", _section(part), tuple(pair for pair in says if pair[1]), str(part.source))


def _section(part: Any) -> str:
    """What kind of rule it is; for one that has no name here, the first sentence of its description."""
    name = type(part).__name__
    return SECTIONS.get(name) or (type(part).__doc__ or name).strip().split("\n")[0].partition(".")[0]


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:g}".replace("-", "−")
    if isinstance(value, tuple):
        return ", ".join(map(_written, value))
    return "" if value is None else str(value)
