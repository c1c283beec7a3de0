"""Whatever stands in a pack, the check ends with a list of problems and never with a fault of the program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from game.ruleset import check
from tests.ruleset.samples import PACK, SCENARIO, write_pack

FILES = {**PACK, "scenarios/year.scenario.yaml": SCENARIO}
PLAIN = {name: yaml.load(text, Loader=yaml.BaseLoader) for name, text in FILES.items()}
ODD = ["", "x", "wuxiang", "1951-spring", "trust > 2", "[[", 0, -1, 1e308, True, None, [], {}, [[]], [None], {"id": 3}]


def ways(data: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in some data."""
    yield way
    parts = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in parts:
        yield from ways(value, (*way, key))


def changed(data: Any, way: tuple[Any, ...], value: Any) -> Any:
    """The data with another value in one place."""
    if not way:
        return value
    copy = dict(data) if isinstance(data, dict) else list(data)
    copy[way[0]] = changed(data[way[0]], way[1:], value)
    return copy


PLACES = [(name, way) for name, data in PLAIN.items() for way in ways(data)]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PLACES), st.sampled_from(ODD)), min_size=1, max_size=1))
def test_an_odd_value_anywhere_is_a_problem_or_none(changes: list[tuple[tuple[str, tuple[Any, ...]], Any]]) -> None:
    files = dict(FILES)
    for (name, way), value in changes:
        data = changed(yaml.load(files[name], Loader=yaml.SafeLoader), way, value)
        files[name] = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    with TemporaryDirectory() as folder:
        problems = check([write_pack(Path(folder), files)])
    assert all(problem.line >= 1 and problem.column >= 1 and problem.message for problem in problems)
