"""Files that strangers wrote: hostile ones are refused at once, and words mean what YAML 1.2 says."""

from __future__ import annotations

import time
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from game.base.problems import Problem
from game.ruleset.places import Document, Place
from game.ruleset.reading import fastest_loader, read

LOADERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if hasattr(yaml, "CSafeLoader") else [])]

HOSTILE = {
    "merge keys": (b"a: &a {x: 1}\nb: {<<: *a}\n", "1:4", "yaml-alias"),
    "a bomb of aliases": (b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "1:4", "yaml-alias"),
    "an alias alone": (b"a: *a\n", "1:4", "yaml-alias"),
    "200,000 brackets": (b"[" * 200_000, "1:21", "too-deep"),
    "100,000 braces": (b"{a: " * 100_000, "1:81", "too-deep"),
    "lists in lists": (b"- " * 200_000, "1:41", "too-deep"),
    "mappings in mappings": ("\n".join(" " * n + "a:" for n in range(300)).encode(), "21:21", "too-deep"),
    "equal keys": (b"a: 1\nb: 2\na: 3\n", "3:1", "duplicate-key"),
    "two documents": (b"a: 1\n---\nb: 2\n", "2:1", "yaml-syntax"),
    "a tag that runs programs": (b"a: !!python/object/apply:os.system [x]\n", "1:4", "yaml-tag"),
    "a list as a key": (b"? [a]\n: 1\n", "1:3", "yaml-key"),
    "UTF-16": ("a: 1\n".encode("utf-16"), "1:1", "encoding"),
    "UTF-32": (b"\x00\x00\xfe\xff\x00\x00\x00a", "1:1", "encoding"),
    "Latin-1": ("a: 1\nb: café\n".encode("latin-1"), "2:7", "encoding"),
    "a NUL": (b"a: 1\nb: x\x00y\n", "2:5", "encoding"),
    "an escape sequence": (b"a: \x1b[31mred\n", "1:4", "encoding"),
    "all bytes": (bytes(range(256)), "2:118", "encoding"),
    "a huge file": (b"a" * 1_000_001, "1:1", "too-big"),
    "more values than anyone writes": (b"-\n" * 200_000, "120000:2", "too-big"),
    "nothing": (b"", "1:1", "empty-file"),
    "only a comment": (b"# nothing\n", "1:1", "empty-file"),
    "a tab as indentation": (b"a:\n\tb: 1\n", "2:1", "yaml-tab"),
    "an open quotation mark": (b"a: 'x\n", "2:1", "yaml-syntax"),
    "an endless line of keys": (b"? " * 100_000, "1:3", "yaml-key"),
    "400,000 colons": (b"a:" * 200_000, "1:400000", "yaml-syntax"),
}


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_its_place(name: str, loader: type[Any]) -> None:
    raw, place, code = HOSTILE[name]
    _, problems = read(raw, "f.yaml", loader)
    assert [(f"{p.line}:{p.column}", p.code) for p in problems] == [(place, code)]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_costs_no_time(name: str) -> None:
    """Milliseconds on any machine; the limit is wide because the machine may be busy."""
    start = time.perf_counter()
    read(HOSTILE[name][0], "f.yaml", fastest_loader())
    assert time.perf_counter() - start < 2.0


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"), ("yes", "yes"), ("on", "on"), ("true", True), ("False", False), ("~", None), ("null", None),
        ("", None), ("012", 12), ("1:30", "1:30"), ("1e3", 1000.0), ("1_000", "1_000"), ("0x1f", 31), ("0o17", 15),
        ("-3", -3), ("+3", 3), (".5", 0.5), ("5.", 5.0), (".inf", ".inf"), (".nan", ".nan"), ("-.inf", "-.inf"),
        ("1951-10-23", "1951-10-23"), ("1951-autumn", "1951-autumn"), ("'12'", "12"), ('"true"', "true"),
        ("9" * 5000, "9" * 5000), ("<<", "<<"), ("社", "社"), ("- 2", [2]), (">-\n  12", "12"), ("0b1", "0b1"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("loader", LOADERS)
def test_words_mean_what_yaml_1_2_says(written: str, meant: object, loader: type[Any]) -> None:
    document, problems = read(f"a:\n  {written}\n".encode(), "f.yaml", loader)
    assert problems == []
    assert document is not None
    found = document.data["a"]  # type: ignore[index]
    assert (found, type(found)) == (meant, type(meant))


def test_a_mark_of_byte_order_is_no_letter() -> None:
    document, problems = read(b"\xef\xbb\xbfa: 1\n", "f.yaml")
    assert (document and document.data, problems) == ({"a": 1}, [])


def test_windows_line_ends_are_line_ends() -> None:
    document, problems = read(b"a: 1\r\nb:\r\n  - 2\r\n", "f.yaml")
    assert document is not None and problems == []
    assert document.data == {"a": 1, "b": [2]}
    assert document.find(("b", 0)).line == 3


def test_the_place_of_a_value_is_counted_in_letters() -> None:
    document, _ = read("a:\n  - {漢字: 二, b: 三}\n".encode(), "f.yaml")
    assert document is not None
    place = document.find(("a", 0, "b"))
    assert (place.line, place.column) == (2, 16)
    assert document.find_key(("a", 0, "b")) == (2, 13)


def test_the_place_of_what_is_missing_is_that_of_the_nearest_thing_around_it() -> None:
    document, _ = read(b"a:\n  - {b: 1}\n", "f.yaml")
    assert document is not None
    assert (document.find(("a", 0, "c", "d")).line, document.find(("a", 0, "c", "d")).column) == (2, 5)


def data() -> st.SearchStrategy[object]:
    words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=12)
    leaf = st.one_of(words, st.integers(-(10**9), 10**9), st.booleans(), st.none())
    return st.recursive(
        leaf, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4), max_leaves=12
    )


@given(data())
def test_both_loaders_read_the_same(value: object) -> None:
    """What the library writes is read the same with and without its C part: data, places and problems."""
    raw = yaml.safe_dump({"value": value}, allow_unicode=True, default_flow_style=None).encode()
    results = [read(raw, "f.yaml", loader) for loader in LOADERS]
    assert all(_told(*result) == _told(*results[0]) for result in results)


def _told(document: Document | None, problems: list[Problem]) -> object:
    return (document.data, _places(document.place), problems) if document else problems


def _places(place: Place) -> object:
    """All places, as numbers."""
    parts = place.inside if isinstance(place.inside, list) else (place.inside or {}).values()
    keys = {key: (mark.line, mark.column) for key, mark in (place.keys or {}).items()}
    return place.line, place.column, keys, [_places(p if isinstance(p, Place) else Place(p)) for p in parts]


@given(st.binary(max_size=200))
def test_any_bytes_give_a_document_or_a_problem(raw: bytes) -> None:
    document, problems = read(raw, "f.yaml")
    assert document is not None or problems
