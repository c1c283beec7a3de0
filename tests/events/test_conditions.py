"""The language of conditions: safe, exact, and the same for one campaign as for thousands."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.events import ConditionError, parse
from game.events.conditions import parts
from game.events.intervals import can_fail, can_hold, interval

NAMES = ("trust", "fear", "cooperatives")
RANGES = {"trust": (0.0, 1.0), "fear": (0.0, 1.0), "cooperatives": (0.0, 9000.0)}
FLAGS = ("sent_two_point_six",)


def holds(text: str, **values: float) -> bool:
    return parse(text, NAMES, FLAGS).holds(values)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("trust < 0.4", True),
        ("trust < 0.4 and cooperatives > 0", True),
        ("trust > 0.4 or not fear > 0.5", True),
        ("0.2 < trust < 0.4 < fear", False),
        ("0.2 < trust <= 0.3 <= 0.3", True),
        ("min(trust, fear) == 0.3 and max(trust, fear, 1) == 1", False),
        ("clip(cooperatives, 0, 5) == 5 and abs(trust - fear) < 0.2", True),
        ("-trust + 2 * fear / 0.2 - 1 > 0", False),
        ("cooperatives / 0 == 0", True),
        ("true and not false", True),
        ("True", True),
        ("(trust > 0.2) + (fear > 0.05) == 2", True),
        ("trust >\n  0.2", True),
    ],
)
def test_a_condition_means_what_it_says(text: str, expected: bool) -> None:
    assert holds(text, trust=0.3, fear=0.12, cooperatives=10.0) is expected


def test_a_flag_that_does_not_stand_counts_as_nothing() -> None:
    assert not holds("sent_two_point_six")
    assert holds("not sent_two_point_six")
    assert holds("sent_two_point_six", sent_two_point_six=1.0)


def test_a_name_without_a_value_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        holds("trust > 0.5")


@pytest.mark.parametrize(
    ("text", "code", "column", "words"),
    [
        ("hungr > 0.3", "unknown-name", 1, ""),
        ("fear > 0.3 and trst < 0.4", "unknown-name", 16, "did you mean 'trust'?"),
        ("trust = 0.4", "condition-syntax", 7, "compare with =="),
        ("!trust", "condition-syntax", 1, "write 'not'"),
        ("trust ** 2 > 1", "condition-syntax", 1, ""),
        ("trust.real > 0", "condition-syntax", 1, ""),
        ("trust[0] > 0", "condition-syntax", 6, ""),
        ("'a' == 'a'", "condition-syntax", 1, ""),
        ("__import__", "unknown-name", 1, ""),
        ("open(1)", "condition-syntax", 1, "functions: min, max, abs, clip"),
        ("min(trust)", "condition-syntax", 1, ""),
        ("max(*trust)", "condition-syntax", 1, ""),
        ("lambda: 1", "condition-syntax", 7, ""),
        ("trust if fear else 1", "condition-syntax", 1, ""),
        ("trust is fear", "condition-syntax", 1, ""),
        ("trust in fear", "condition-syntax", 1, ""),
        ("(trust, fear)", "condition-syntax", 1, ""),
        ("trust := 1", "condition-syntax", 7, ""),
        ("1j", "condition-syntax", 1, ""),
        ("1e99 > trust", "condition-syntax", 1, ""),
        ("~1", "condition-syntax", 1, ""),
        ("trust // 2", "condition-syntax", 1, ""),
        ("   ", "condition-syntax", 1, ""),
        ("trust # all", "condition-syntax", 7, ""),
        ("trust > 0.1 or " * 40 + "fear", "condition-too-long", 1, ""),
        ("-" * 300 + "1", "condition-too-deep", 1, ""),
        ("(" * 100 + "1" + ")" * 100, "condition-too-deep", 25, ""),
        ("1+" * 150 + "1", "condition-too-deep", 1, ""),
    ],
)
def test_what_is_no_condition_is_refused_with_its_column(text: str, code: str, column: int, words: str) -> None:
    with pytest.raises(ConditionError) as refused:
        parse(text, NAMES, FLAGS)
    assert (refused.value.code, refused.value.column) == (code, column)
    assert words in refused.value.hint


@pytest.mark.parametrize("text", ["trust <", "trust fear", "and trust", "(trust", "trust)", "1 2", "min(trust,, 1)"])
def test_an_unfinished_condition_is_refused_with_advice(text: str) -> None:
    with pytest.raises(ConditionError) as refused:
        parse(text, NAMES)
    assert refused.value.code == "condition-syntax"
    assert "trust < 0.4" in refused.value.hint
    assert 1 <= refused.value.column <= len(text)


def numbers() -> st.SearchStrategy[float]:
    return st.floats(-10, 10, allow_nan=False, width=32).map(float)


def texts() -> st.SearchStrategy[str]:
    leaf = st.sampled_from([*NAMES, *FLAGS, "0", "0.3", "1", "2.5", "true", "false"])

    def grow(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        pair = st.tuples(inner, st.sampled_from(["+", "-", "*", "/", "<", "<=", ">", "==", "!=", "and", "or"]), inner)
        return st.one_of(
            pair.map(lambda parts: f"({parts[0]} {parts[1]} {parts[2]})"),
            inner.map(lambda part: f"(not {part})"),
            inner.map(lambda part: f"abs(-{part})"),
            st.tuples(inner, inner, inner).map(lambda parts: f"clip({', '.join(parts)})"),
            st.tuples(inner, inner).map(lambda parts: f"min({parts[0]}, {parts[1]})"),
        )

    return st.recursive(leaf, grow, max_leaves=8).filter(lambda text: len(text) < 300)


@given(texts(), st.lists(st.tuples(numbers(), numbers(), numbers(), st.booleans()), min_size=1, max_size=5))
def test_one_campaign_and_many_get_the_same_answer(text: str, rows: list[tuple[float, float, float, bool]]) -> None:
    """The values of many campaigns as arrays give what each gives alone."""
    condition = parse(text, NAMES, FLAGS)
    names = (*NAMES, *FLAGS)
    columns = {name: np.asarray([float(row[at]) for row in rows]) for at, name in enumerate(names)}
    together = np.broadcast_to(np.asarray(condition.value(columns)), len(rows))
    alone = [condition.value({name: float(row[at]) for at, name in enumerate(names)}) for row in rows]
    assert np.array_equal(together, np.asarray(alone, dtype=float))


@given(texts(), st.floats(0, 1), st.floats(0, 1), st.integers(0, 9000), st.booleans())
def test_no_value_lies_outside_the_interval(text: str, trust: float, fear: float, number: int, flag: bool) -> None:
    """What is called impossible is impossible."""
    condition = parse(text, NAMES, FLAGS)
    low, high = interval(condition, RANGES)
    values = {"trust": trust, "fear": fear, "cooperatives": float(number), "sent_two_point_six": float(flag)}
    assert low - 1e-9 <= float(np.asarray(condition.value(values))) <= high + 1e-9


@pytest.mark.parametrize(
    "text",
    ["trust > 1", "trust > 0.5 and trust < 0.3", "0.3 < trust < 0.2", "trust == 0.5 and trust > 0.6", "false",
     "trust + fear > 2", "not (trust <= 1)", "sent_two_point_six > 1", "trust > 0.5 and (fear > 0 and trust < 0.4)"],
)  # fmt: skip
def test_a_condition_that_can_never_hold_is_found(text: str) -> None:
    assert not can_hold(parse(text, NAMES, FLAGS), RANGES)


@pytest.mark.parametrize("text", ["trust >= 0", "not trust > 1", "true", "trust < 0.5 or trust <= 1"])
def test_a_condition_that_always_holds_is_found(text: str) -> None:
    assert not can_fail(parse(text, NAMES, FLAGS), RANGES)


@pytest.mark.parametrize("text", ["trust > 0.5", "trust", "not sent_two_point_six", "cooperatives / fear > 3"])
def test_what_may_or_may_not_hold_is_left_alone(text: str) -> None:
    condition = parse(text, NAMES, FLAGS)
    assert can_hold(condition, RANGES) and can_fail(condition, RANGES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("trust < 0.4", ["trust < 0.4"]),
        ("trust < 0.4 and (fear > 0.2 or cooperatives > 3) and not sent_two_point_six",
         ["trust < 0.4", "fear > 0.2 or cooperatives > 3", "not sent_two_point_six"]),
        ("trust < 0.4 or fear > 0.2 and cooperatives > 3", ["trust < 0.4 or fear > 0.2 and cooperatives > 3"]),
    ],
)  # fmt: skip
def test_a_condition_comes_apart_at_its_outermost_and(text: str, expected: list[str]) -> None:
    assert [part.text for part in parts(parse(text, NAMES, FLAGS))] == expected


@given(st.floats(0, 1), st.floats(0, 1), st.integers(0, 9))
def test_a_condition_holds_if_and_only_if_all_its_parts_do(trust: float, fear: float, cooperatives: int) -> None:
    values = {"trust": trust, "fear": fear, "cooperatives": float(cooperatives)}
    whole = parse("  trust < fear * 2 and not (fear > 0.7 or trust == 0)\n and cooperatives / 3 >= 1", NAMES, FLAGS)
    assert whole.holds(values) == all(part.holds(values) for part in parts(whole))
