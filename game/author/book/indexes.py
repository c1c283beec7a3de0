"""The indexes: by page of each source, of persons (real and invented apart), of places; and what has no page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from game.author.book.blocks import Block, Columns, Heading, Part, Piece, Prose, Span, Words, joined, said
from game.author.book.citing import Spot, has_place, section_name, spots
from game.author.book.items import Item, Shelf, Sort
from game.author.book.making import named, numbered
from game.author.book.marks import MEANINGS, NAMES, SIGNS
from game.author.book.naming import village_name
from game.events.cards import Mark
from game.ruleset.content import ArchiveEntry, Scenario, Work
from game.text.archive import folded

SORTS: Final[dict[Sort, str]] = {
    "card": "Cards", "entry": "Archive", "directive": "Directives", "figure": "Figures", "scenario": "Scenarios",
    "rule": "Rules",
}  # fmt: skip

BY_PAGE: Final = (
    "For a reader who has a source open: every page, and whatever cites it. A citation of several pages stands at each "
    "of them. C: cards, E: entries of the archive, D: directives, F: figures, S: scenarios, R: rules; after the comma "
    "the page of this book."
)
BY_PERSON: Final = "A number stands where the person is linked, speaks or guesses, or where the full name occurs."
BY_PLACE: Final = (
    "A number stands where the place is linked, where a directive or figure is for it, or where its name occurs. "
    "Counties in which an answer has effects are not counted."
)
PAGELESS: Final = (
    "Nothing here can be checked by opening a source at a page. It must not contradict the sources, and where it "
    "stands beside recorded things it must be told from them."
)
_SIGNS: Final = "".join(SIGNS.values()) + " "
"""What stands before a name and does not count in the order of the alphabet."""


def by_spot(shelf: Shelf) -> dict[str, dict[Spot, list[Item]]]:
    """By source and place: what cites it. Spans are pulled apart, so that every page of ``99-102`` has the item."""
    found: dict[str, dict[Spot, list[Item]]] = {work: {} for work in shelf.rules.sources}
    for item in shelf.items:
        for source in item.sources:
            for spot in spots(source):
                there = found[source.source].setdefault(spot, [])
                if item not in there:
                    there.append(item)
    return found


def pages_part(shelf: Shelf) -> Part:
    """What a reader checks who has a source open."""
    pieces: list[Piece] = [Heading(said("Index by source and page"), 1, "index-pages"), Prose(said(BY_PAGE))]
    for work_id, places in by_spot(shelf).items():
        work = shelf.rules.sources[work_id]
        if places and work.cite_by != "note":
            pieces.append(Heading(said(f"{work.short}: {work.title}"), 2, f"index-pages-{work_id}"))
            for_each = sorted(places, key=_order(work))
            lines = [line for spot in for_each for line in _spot_lines(_spot_name(spot), places[spot])]
            pieces.append(Columns(tuple(lines)))
    return Part("Index by source and page", "index-pages", tuple(pieces))


def _order(work: Work) -> Callable[[Spot], tuple[int, int, str, str]]:
    """Sections in the source's own order, where the manifest lists them."""
    place = {name: number for number, name in enumerate(work.sections)}
    return lambda spot: (place.get(spot.name, len(place)), spot.page, folded(spot.name), spot.name)


def _spot_name(spot: Spot) -> str:
    return f"p. {spot.page}" if spot.page else section_name(spot.name)


def _spot_lines(name: str, items: list[Item]) -> Iterator[Prose]:
    """A page, and under it a line for each sort of thing that cites it."""
    yield Prose(said(name, "strong"), "index-head")
    for sort, title in SORTS.items():
        show = numbered if sort == "rule" else named
        found = [show(item) for item in items if item.sort == sort]
        if found:
            yield Prose((Span(f"{title}  ", "emphasis"), *joined(found, "; ")), "index")


def _line(name: str, items: Iterable[Item], more: Words = ()) -> Prose:
    """One line of an index: a name in bold, and the numbers that belong to it."""
    numbers = [said(item.label, to=item.anchor) for item in items]
    return Prose((Span(f"{name}  ", "strong"), *more, *joined(numbers, ", ")), "index")


@dataclass(frozen=True, slots=True)
class Known:
    """A person or place of an index: how it is shown, by which ids and words it is found in items."""

    name: str
    about: str
    ids: tuple[str, ...]
    words: tuple[str, ...]
    anchor: str = ""


def persons_part(shelf: Shelf) -> Part:
    """Real persons, and apart from them the invented ones."""
    real, invented = _persons(shelf)
    pieces: list[Piece] = [
        Heading(said("Index of persons"), 1, "index-persons"),
        Prose(said(BY_PERSON)),
    ]
    for title, people, key in (("Real persons", real, "real"), ("Invented persons", invented, "invented")):
        pieces.append(Heading(said(title), 2, f"index-persons-{key}"))
        pieces.append(Columns(tuple(_named_lines(people, shelf))))
    return Part("Index of persons", "index-persons", tuple(pieces))


def _persons(shelf: Shelf) -> tuple[list[Known], list[Known]]:
    """People with an entry of their own are real unless it says otherwise; those of content/people say so."""
    real: list[Known] = []
    invented: list[Known] = []
    people = shelf.rules.people
    for entry in shelf.rules.archive.values():
        if entry.kind == "person" and entry.id not in people:
            known = Known(entry.title, entry.zh, (entry.id,), (entry.title,))
            (invented if entry.mark == "invented" else real).append(known)
    for person in people.values():
        sign, about = SIGNS[person.mark], f"{person.zh}, {person.post}"
        known = Known(f"{sign} {person.name}", about, (person.id,), (person.name,), f"person-{person.id}")
        (invented if person.mark == "invented" else real).append(known)
    for _, scenario in shelf.holding(Scenario):
        for family in scenario.families:
            village = village_name(family.village, shelf.rules.texts)
            known = Known(f"{SIGNS[family.mark]} the {family.name} family", village, (), ())
            among = invented if family.mark == "invented" else real
            if known not in among:
                among.append(known)
    return real, invented


def places_part(shelf: Shelf) -> Part:
    """Places with an entry, and the counties."""
    pieces: tuple[Piece, ...] = (
        Heading(said("Index of places"), 1, "index-places"),
        Prose(said(BY_PLACE)),
        Columns(tuple(_named_lines(_places(shelf), shelf))),
    )
    return Part("Index of places", "index-places", pieces)


def _places(shelf: Shelf) -> list[Known]:
    """Each entry of a place, with the county that it describes; and counties that have no entry."""
    texts, counties = shelf.rules.texts, [county.id for county in shelf.rules.prefecture.counties]
    entries = [entry for entry in shelf.rules.archive.values() if entry.kind == "place"]
    found: list[Known] = []
    described: set[str] = set()
    for entry in entries:
        county = next((c for c in counties if _describes(entry, texts(f"county.{c}.zh"))), "")
        described.add(county)
        ids = (entry.id, f"county-{county}") if county else (entry.id,)
        words = [entry.title.removeprefix("The ")]
        short = texts(f"county.{county}.name") if county else ""
        if short and not any(other.title.startswith(f"{short} ") for other in entries):
            words.append(short)
        found.append(Known(entry.title, entry.zh, ids, tuple(words)))
    for county in counties:
        if county not in described:
            found.append(Known(texts(f"county.{county}.name"), "county", (f"county-{county}",), ()))
    return found


def _describes(entry: ArchiveEntry, zh: str) -> bool:
    return entry.zh in (zh, f"{zh}县")


def _named_lines(known: list[Known], shelf: Shelf) -> Iterator[Block]:
    """A line a name, in the order of the alphabet."""
    found = where_named(known, shelf)
    for one in sorted(known, key=lambda one: (folded(one.name).lstrip(_SIGNS), one.about)):
        more = said(f"{one.about}  ", "plain") if one.about else ()
        yield replace(_line(one.name, found[one], more), anchor=one.anchor)


def where_named(known: Iterable[Known], shelf: Shelf) -> Mapping[Known, list[Item]]:
    """Which items name whom, by an id or by the words; the longest name wins where one begins another."""
    known = list(known)
    by_word = {word: one for one in known for word in one.words}
    longest_first = sorted(by_word, key=lambda word: (-len(word), word))
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})\b")
    found: dict[Known, list[Item]] = {one: [] for one in known}
    for item in shelf.items:
        met = {by_word[word] for word in pattern.findall(item.prose)}
        for one in known:
            if one in met or not item.names.isdisjoint(one.ids):
                found[one].append(item)
    return found


def pageless_part(shelf: Shelf) -> Part:
    """What no reader can look up: inferred, invented, reckoned, or from outside the documents."""
    pieces: list[Piece] = [
        Heading(said("What has no page"), 1, "no-page"),
        Prose(said(PAGELESS)),
    ]
    marks: tuple[Mark, ...] = ("inferred", "invented", "modelled")
    for mark in marks:
        items = [item for item in shelf.items if item.mark == mark and item.sort != "rule"]
        if items:
            pieces.append(Heading(said(f"{SIGNS[mark]} {NAMES[mark].capitalize()}"), 2, f"no-page-{mark}"))
            pieces.append(Prose(said(MEANINGS[mark]), "note"))
            pieces.append(Columns(tuple(Prose((*named(item), *_leans_on(item)), "index") for item in items)))
    pieces += _outside(shelf)
    bare = [item for item in shelf.items if item.sort != "rule" and not any(map(has_place, item.sources))]
    pieces.append(Heading(said("No page and no section at all"), 2, "no-page-at-all"))
    pieces.append(Columns(tuple(Prose(named(item), "index") for item in bare)))
    return Part("What has no page", "no-page", tuple(pieces))


def _leans_on(item: Item) -> Words:
    """That it names a page all the same, from which it was concluded."""
    count = sum(map(has_place, item.sources))
    leans = f"leans on {count} citation{'' if count == 1 else 's'}" if count else "cites no page"
    return said(f"  ({leans})", "emphasis")


def _outside(shelf: Shelf) -> Iterator[Piece]:
    """What comes from outside the documents, by its note."""
    for work_id, places in by_spot(shelf).items():
        work = shelf.rules.sources[work_id]
        if places and work.cite_by == "note":
            yield Heading(said(work.title), 2, f"no-page-{work_id}")
            names = sorted(places, key=lambda spot: (folded(spot.name), spot.name))
            yield Columns(tuple(_noted(spot.name, places[spot]) for spot in names))


def _noted(note: str, items: Iterable[Item]) -> Prose:
    """A note, and what it is the ground of."""
    numbers = [said(item.label, "strong", item.anchor) for item in items]
    return Prose((Span(f"{note}:  "), *joined(numbers, ", ")), "index")
