"""A reader with a source open at a page finds everything that cites it; nothing without a page hides."""

import re
from dataclasses import replace

import pytest
import yaml

from game.author.book.blocks import Book
from game.author.book.citing import pages, sources_in, spots
from game.author.book.html import as_html
from game.author.book.indexes import by_spot, persons_part
from game.author.book.items import shelve
from game.events.cards import Source
from game.ruleset.content import Work
from tests.author.books import ROOT, page, rules, shelf, words

HOU = Work("hou", "A dissertation", "Xiaojia Hou", "Hou", "page", pages=213)
WONG = Work("wong", "An article", "Mia Wong", "Wong", "section", sections=("1", "2"))
SORTS = {"cards": "card", "entries": "entry", "directives": "directive", "figures": "figure"}


def test_spans_and_lists_of_pages_are_pulled_apart():
    assert pages("95, 99-102") == (95, 99, 100, 101, 102)
    assert pages("97") == (97,)
    assert pages("165-6") == (165, 166)
    assert pages("9-11, 10, 3") == (3, 9, 10, 11)


def test_a_span_that_is_none_is_cut_short():
    assert len(pages("1-999999999")) == 1001


def test_pages_that_stand_in_a_sentence_are_found():
    found = list(sources_in("Hou p. 50-52, 64: sent to organise; assumed (p. 7)", [HOU, WONG], "inferred"))
    assert [source.page for source in found] == ["50-52, 64", "7"]


def test_sections_that_stand_in_a_sentence_are_found():
    found = list(sources_in("outside; Wong section 2 on famine, Wong, section 9", [HOU, WONG], "elsewhere"))
    assert found == [Source("wong", section="2", mark="elsewhere")]


def test_a_section_is_one_spot():
    assert [spot.name for spot in spots(Source("wong", section="6"))] == ["6"]


def cited_in_files():
    """Every citation of a page in the YAML as it stands, read with nothing of the program."""
    for path in sorted((ROOT / "content").rglob("*.yaml")):
        document = yaml.safe_load(path.read_text(encoding="utf-8"))
        for key, sort in SORTS.items():
            for thing in document.get(key) or [] if isinstance(document, dict) else []:
                for source in sources_of(thing):
                    yield f"{sort}-{thing['id']}", source
        if path.name.endswith(".scenario.yaml"):
            for source in sources_of(document):
                yield f"scenario-{document['id']}", source


def sources_of(thing):
    if isinstance(thing, dict):
        if "source" in thing and thing.keys() & {"page", "section", "note"}:
            yield thing
        for value in thing.values():
            yield from sources_of(value)
    elif isinstance(thing, list):
        for value in thing:
            yield from sources_of(value)


def each_page(written):
    for part in str(written).split(","):
        first, _, last = part.strip().partition("-")
        yield from range(int(first), int(last or first) + 1)


def index_by_page(work):
    """The anchors that the printed index has at each page of a source."""
    begin = page().index(f'id="index-pages-{work}"')
    end = page().find('id="index-p', begin + 20)
    found, here = {}, None
    for name, to in re.findall(r'<p class="index-head"><strong>([^<]+)</strong>|href="#([^"]+)"', page()[begin:end]):
        here = name or here
        found.setdefault(here, set())
        if to:
            found[here].add(to)
    return found


def test_every_citation_of_a_page_is_found_under_each_of_its_pages():
    cited = [(owner, one) for owner, one in cited_in_files() if "page" in one]
    assert len(cited) > 500
    index = {work: index_by_page(work) for work in {one["source"] for _, one in cited}}
    lost = [
        (owner, one["source"], number) for owner, one in cited for number in each_page(one["page"])
        if owner not in index[one["source"]].get(f"p. {number}", ())
    ]  # fmt: skip
    assert lost == []


def test_every_citation_of_a_section_is_found_under_it():
    cited = [(owner, one) for owner, one in cited_in_files() if "section" in one]
    assert len(cited) > 50
    for owner, one in cited:
        name = one["section"]
        shown = f"section {name}" if name.isdigit() else f"“{name}”"
        assert owner in index_by_page(one["source"])[shown], (owner, name)


def test_the_index_names_no_page_that_nothing_cites():
    assert all(items for places in by_spot(shelf()).values() for items in places.values())
    numbers = [int(name[3:]) for name in index_by_page("hou")]
    assert numbers == sorted(set(numbers))
    assert max(numbers) <= rules().sources["hou"].pages


def part(anchor):
    begin = page().index(f'<h1 id="{anchor}"')
    return page()[begin : page().index("</section>", begin)]


def test_real_and_invented_persons_stand_apart():
    real, invented = part("index-persons").split('id="index-persons-invented"')
    for person in rules().people.values():
        where, other = (invented, real) if person.mark == "invented" else (real, invented)
        assert f'id="person-{person.id}"' in where
        assert f'id="person-{person.id}"' not in other
    assert "Mao Zedong" in words(real)
    assert "Mao Zedong" not in words(invented)


def test_a_family_is_named_with_its_village_and_a_real_one_is_not_put_among_the_invented():
    scenario = rules().scenarios["whole-file"]
    family = scenario.families[0]
    assert f"☆ the {family.name} family {rules().texts(f'village.{family.village}')}" in words(part("index-persons"))
    told = replace(scenario, families=(replace(family, mark="inferred"),))
    changed = replace(rules(), scenarios={scenario.id: told})
    html = as_html(Book("A book", "en", (persons_part(shelve(changed, None)),)))
    real, invented = html.split('id="index-persons-invented"')
    assert f"◇ the {family.name} family" in real
    assert f"the {family.name} family" not in invented


@pytest.mark.parametrize("person", rules().people.values(), ids=lambda person: person.id)
def test_a_person_is_found_with_every_card_on_which_he_speaks_or_guesses(person):
    begin = part("index-persons").index(f'id="person-{person.id}"')
    line = part("index-persons")[begin:].partition("</p>")[0]
    for card in rules().cards.values():
        guesses = [choice.guess.by for choice in card.choices if choice.guess]
        if person.id in (card.speaks, *guesses):
            assert f'href="#card-{card.id}"' in line


def test_a_real_person_is_found_by_name_where_there_is_no_link():
    line = re.search(r'<p class="index"><strong>Lai Ruoyu.*?</p>', part("index-persons")).group()
    unlinked = [item for item in shelf().of("entry") if "Lai Ruoyu" in item.prose and "lai-ruoyu" not in item.names]
    assert unlinked
    assert all(f'href="#{item.anchor}"' in line for item in unlinked)


def test_every_place_of_the_archive_and_every_county_is_in_the_index_of_places():
    text = words(part("index-places"))
    for entry in rules().archive.values():
        assert entry.kind != "place" or entry.title in text
    found = re.search(r'<p class="index"><strong>Tunliu.*?</p>', part("index-places")).group()
    for figure in rules().calibration.values():
        if figure.place == "tunliu":
            assert f'href="#figure-{figure.id}"' in found


def test_everything_inferred_or_invented_stands_on_the_page_of_what_has_no_page():
    text = part("no-page")
    for mark in ("inferred", "invented", "modelled"):
        section = text.split(f'id="no-page-{mark}"')[1].split("<h2")[0]
        for item in shelf().items:
            if item.sort != "rule":
                assert (f'href="#{item.anchor}"' in section) == (item.mark == mark), item.anchor


def test_what_is_from_outside_the_documents_stands_there_with_its_note():
    text = words(part("no-page"))
    for owner, one in cited_in_files():
        if "note" in one and one["source"] == "outside":
            assert " ".join(one["note"].split()) in text.replace("\n", " "), owner
