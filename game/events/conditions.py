"""The language of conditions: ``trust < 0.4 and (cooperatives > 0 or fear >= 0.3)``.

Names, numbers, true and false, comparisons and chains of them, + - * /, and, or, not, min, max, abs, clip; nothing
else. A text is parsed once into operations that give the same answer for one campaign (floats) and for thousands at
a time (arrays). Dividing by nothing gives 0; a number used as a condition holds unless it is 0.
The authors' reference is docs/authors/format.md.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from game.base.problems import nearest
from game.events.syntax import measure, read_syntax, refused

Number = float | NDArray[np.float64]
Truth = bool | np.bool_ | NDArray[np.bool_]
Values = Mapping[str, Number]
Run = Callable[[Values], Number]

MAX_NUMBER: Final = 1e12

CONSTANTS: Final = {"true": 1.0, "false": 0.0}
FUNCTIONS: Final = {"min": (2, 8), "max": (2, 8), "abs": (1, 1), "clip": (3, 3)}
"""Functions with the least and the most arguments they take."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition that was read. Two are equal if their texts are."""

    text: str
    names: frozenset[str] = field(compare=False)
    flags: frozenset[str] = field(compare=False)
    tree: ast.expr = field(compare=False, repr=False)
    _run: Run = field(compare=False, repr=False)

    def value(self, values: Values) -> Number:
        """The number that the text comes to; comparisons are 1.0 or 0.0. Shapes: as those of the values.

        Raises: KeyError if a name has no value (a flag without a value counts as 0).
        """
        with np.errstate(over="ignore", invalid="ignore"):
            return self._run(values)

    def test(self, values: Values) -> Truth:
        """Whether it holds, for one campaign or for each of many. Shapes: as those of the values."""
        return self.value(values) != 0.0

    def holds(self, values: Mapping[str, float]) -> bool:
        """Whether it holds in one campaign."""
        return bool(self.test(values))


def parse(text: str, names: Collection[str], flags: Collection[str] = ()) -> Condition:
    """Read a condition that may use these names and flags.

    Raises: ConditionError with the column, and the nearest spelling of a name that is not known.
    """
    tree = read_syntax(text)
    measure(tree)
    reader = _Reader(frozenset(names), frozenset(flags))
    run = reader.run(tree)
    return Condition(text, frozenset(reader.names_used), frozenset(reader.flags_used), tree, run)


def parts(condition: Condition) -> tuple[Condition, ...]:
    """The parts that must all hold: those joined by the outermost ``and``; the whole, if nothing joins it."""
    tree = condition.tree
    if not (isinstance(tree, ast.BoolOp) and isinstance(tree.op, ast.And)):
        return (condition,)
    return tuple(parse(ast.unparse(part), condition.names, condition.flags) for part in tree.values)


def _as_number(truth: Truth) -> Number:
    """1.0 where it holds, 0.0 where not."""
    return truth.astype(np.float64) if isinstance(truth, np.ndarray) else float(truth)


def _divide(a: Number, b: Number) -> Number:
    """a / b, and 0 where b is 0."""
    empty = _as_number(b == 0.0)
    return a / (b + empty) * (1.0 - empty)


def _plain(value: Number) -> Number:
    return value if isinstance(value, np.ndarray) else float(value)


def _minimum(*values: Number) -> Number:
    least = values[0]
    for value in values[1:]:
        least = np.minimum(least, value)
    return _plain(least)


def _maximum(*values: Number) -> Number:
    most = values[0]
    for value in values[1:]:
        most = np.maximum(most, value)
    return _plain(most)


def _clip(value: Number, low: Number, high: Number) -> Number:
    return _minimum(_maximum(value, low), high)


_CALLS: Final[dict[str, Callable[..., Number]]] = {
    "min": _minimum, "max": _maximum, "abs": abs, "clip": _clip,
}  # fmt: skip
_ARITHMETIC: Final[dict[type[ast.operator], Callable[[Number, Number], Number]]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: _divide,
}  # fmt: skip
_COMPARISONS: Final[dict[type[ast.cmpop], Callable[[Number, Number], Truth]]] = {
    ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt, ast.GtE: operator.ge,
    ast.Eq: operator.eq, ast.NotEq: operator.ne,
}  # fmt: skip


class _Reader:
    """Turns a syntax tree into operations, node by node, and notes the names it meets."""

    def __init__(self, names: frozenset[str], flags: frozenset[str]) -> None:
        self._names, self._flags = names, flags
        self.names_used: set[str] = set()
        self.flags_used: set[str] = set()

    def run(self, node: ast.expr) -> Run:
        """The operations of one node."""
        for kind, read in _READERS.items():
            if isinstance(node, kind):
                return read(self, node)
        known = "a condition has only names, numbers, comparisons, and, or, not, + - * /"
        raise refused(node, "condition-syntax", known, "functions: min, max, abs, clip")

    def constant(self, node: ast.Constant) -> Run:
        """A number, or a truth written as Python does."""
        if not isinstance(node.value, bool | int | float):
            raise refused(node, "condition-syntax", "only numbers, true and false can stand here")
        if abs(node.value) > MAX_NUMBER:
            raise refused(node, "condition-syntax", f"a number here is at most {MAX_NUMBER:.0e}")
        value = float(node.value)
        return lambda values: value

    def name(self, node: ast.Name) -> Run:
        """A value that is known by name."""
        name = node.id
        if name in CONSTANTS:
            value = CONSTANTS[name]
            return lambda values: value
        if name in self._names:
            self.names_used.add(name)
            return lambda values: values[name]
        if name in self._flags:
            self.flags_used.add(name)
            return lambda values: values.get(name, 0.0)
        hint = nearest(name, [*self._names, *self._flags, *CONSTANTS])
        raise refused(node, "unknown-name", f"'{name}' is no value that a condition can use", hint)

    def sign(self, node: ast.UnaryOp) -> Run:
        """One value with a sign or a ``not`` before it."""
        inner = self.run(node.operand)
        match node.op:
            case ast.Not():
                return lambda values: _as_number(inner(values) == 0.0)
            case ast.USub():
                return lambda values: -inner(values)
            case ast.UAdd():
                return inner
        raise refused(node, "condition-syntax", "only 'not', + and - can stand before a value")

    def arithmetic(self, node: ast.BinOp) -> Run:
        """Two values joined."""
        operation = _ARITHMETIC.get(type(node.op))
        if operation is None:
            raise refused(node, "condition-syntax", "only + - * / join numbers")
        left, right = self.run(node.left), self.run(node.right)
        return lambda values: operation(left(values), right(values))

    def comparison(self, node: ast.Compare) -> Run:
        """A comparison, or a chain such as ``0.2 < trust < 0.4``."""
        parts = [self.run(part) for part in (node.left, *node.comparators)]
        tests = [_COMPARISONS.get(type(op)) for op in node.ops]
        if len(parts) == 2 and tests[0] is not None:
            (left, right), test = parts, tests[0]
            return lambda values: _as_number(test(left(values), right(values)))
        known = [test for test in tests if test is not None]
        if len(known) < len(tests):
            raise refused(node, "condition-syntax", "compare with < <= > >= == or !=")

        def chain(values: Values) -> Number:
            seen = [part(values) for part in parts]
            holds: Number = 1.0
            for at, test in enumerate(known):
                holds = holds * _as_number(test(seen[at], seen[at + 1]))
            return holds

        return chain

    def joined(self, node: ast.BoolOp) -> Run:
        """Parts joined by ``and`` or ``or``."""
        parts = [self.run(part) for part in node.values]
        every = isinstance(node.op, ast.And)

        def joined(values: Values) -> Number:
            met: Number = 0.0
            for part in parts:
                met = met + _as_number(part(values) != 0.0)
            return _as_number(met == len(parts)) if every else _as_number(met > 0.0)

        return joined

    def call(self, node: ast.Call) -> Run:
        """One of the four functions."""
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name not in FUNCTIONS:
            raise refused(
                node,
                "condition-syntax",
                f"'{name}' is no function of conditions",
                nearest(name, FUNCTIONS) or "functions: min, max, abs, clip",
            )
        least, most = FUNCTIONS[name]
        starred = any(isinstance(part, ast.Starred) for part in node.args)
        if node.keywords or starred or not least <= len(node.args) <= most:
            wanted = f"{least}" if least == most else f"{least} to {most}"
            raise refused(node, "condition-syntax", f"'{name}' takes {wanted} values")
        parts, function = [self.run(part) for part in node.args], _CALLS[name]
        return lambda values: function(*(part(values) for part in parts))


_READERS: Final[dict[type[ast.expr], Callable[[_Reader, Any], Run]]] = {
    ast.Constant: _Reader.constant, ast.Name: _Reader.name, ast.UnaryOp: _Reader.sign, ast.BinOp: _Reader.arithmetic,
    ast.Compare: _Reader.comparison, ast.BoolOp: _Reader.joined, ast.Call: _Reader.call,
}  # fmt: skip
