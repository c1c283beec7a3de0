"""Whether a condition can hold at all: interval arithmetic over the declared range of each name.

The answer errs on one side only: what is called impossible is impossible; what is called possible may still not be.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from game.events.conditions import CONSTANTS, Condition

Range = tuple[float, float]
Ranges = Mapping[str, Range]

ANY: Final[Range] = (float("-inf"), float("inf"))
NEVER: Final[Range] = (0.0, 0.0)
ALWAYS: Final[Range] = (1.0, 1.0)
MAYBE: Final[Range] = (0.0, 1.0)


def interval(condition: Condition, ranges: Ranges) -> Range:
    """The least and the greatest value that the condition can come to; flags range over 0 and 1.

    For a condition proper (0.0, 0.0) means that it can never hold, (1.0, 1.0) that it always does.
    """
    known = {**dict.fromkeys(condition.flags, MAYBE), **ranges}
    return _bounds(condition.tree, known)


def can_hold(condition: Condition, ranges: Ranges) -> bool:
    """Whether there are values in the ranges for which it holds."""
    return interval(condition, ranges) != NEVER


def can_fail(condition: Condition, ranges: Ranges) -> bool:
    """Whether there are values in the ranges for which it does not hold."""
    low, high = interval(condition, ranges)
    return low <= 0.0 <= high


def _bounds(node: ast.expr, ranges: Ranges) -> Range:
    match node:
        case ast.Constant(value=value) if isinstance(value, bool | int | float):
            return float(value), float(value)
        case ast.Name(id=name):
            constant = CONSTANTS.get(name)
            return ranges.get(name, ANY) if constant is None else (constant, constant)
        case ast.UnaryOp(op=op, operand=operand):
            return _sign(op, _bounds(operand, ranges))
        case ast.BinOp(left=left, op=operation, right=right):
            return _arithmetic(operation, _bounds(left, ranges), _bounds(right, ranges))
        case ast.Call(func=ast.Name(id=name), args=args):
            return _call(name, [_bounds(part, ranges) for part in args])
    return _logic(node, ranges)


def _logic(node: ast.expr, ranges: Ranges) -> Range:
    """Comparisons, ``and`` and ``or``."""
    if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.Or):
        truths = [_truth(_bounds(part, ranges)) for part in node.values]
        return max(low for low, _ in truths), max(high for _, high in truths)
    return _all([node], ranges)


def _truth(bounds: Range) -> Range:
    """Whether a number in the bounds counts as true."""
    if bounds == (0.0, 0.0):
        return NEVER
    return MAYBE if bounds[0] <= 0.0 <= bounds[1] else ALWAYS


def _sign(op: ast.unaryop, bounds: Range) -> Range:
    low, high = bounds
    if isinstance(op, ast.Not):
        can_be_true = _truth(bounds)
        return 1.0 - can_be_true[1], 1.0 - can_be_true[0]
    return (-high, -low) if isinstance(op, ast.USub) else (low, high)


def _arithmetic(op: ast.operator, a: Range, b: Range) -> Range:
    if isinstance(op, ast.Add):
        return _tidy([a[0] + b[0], a[1] + b[1]])
    if isinstance(op, ast.Sub):
        return _tidy([a[0] - b[1], a[1] - b[0]])
    if isinstance(op, ast.Mult):
        return _tidy([x * y for x in a for y in b])
    if b[0] <= 0.0 <= b[1]:
        return ANY if b != (0.0, 0.0) else (0.0, 0.0)
    return _tidy([x / y for x in a for y in b])


def _tidy(ends: list[float]) -> Range:
    """The outermost ends; where infinity minus infinity came up, anything."""
    if any(end != end for end in ends):  # noqa: PLR0124 - only NaN differs from itself
        return ANY
    return min(ends), max(ends)


def _call(name: str, parts: list[Range]) -> Range:
    if name == "abs":
        low, high = parts[0]
        inside = 0.0 if low <= 0.0 <= high else min(abs(low), abs(high))
        return inside, max(abs(low), abs(high))
    if name == "clip":
        return _call("min", [_call("max", parts[:2]), parts[2]])
    pick: Callable[[list[float]], float] = min if name == "min" else max
    return pick([low for low, _ in parts]), pick([high for _, high in parts])


def _links(node: ast.Compare) -> Iterator[ast.expr]:
    """``a < b < c`` as ``a < b`` and ``b < c``."""
    parts = [node.left, *node.comparators]
    if len(node.ops) == 1:
        yield node
        return
    for at, op in enumerate(node.ops):
        yield ast.Compare(left=parts[at], ops=[op], comparators=[parts[at + 1]])


def _all(parts: list[ast.expr], ranges: Ranges) -> Range:
    """Parts that must hold together: each comparison of a name with a number narrows the name for the others."""
    flat = list(_flattened(parts))
    narrowed = dict(ranges)
    for part in flat:
        if not _narrow(part, narrowed):
            return NEVER
    wide = [_single(part, ranges) for part in flat]
    tight = [_single(part, narrowed) for part in flat]
    if any(bounds == NEVER for bounds in tight):
        return NEVER
    return min(low for low, _ in wide), min(high for _, high in wide)


def _flattened(parts: list[ast.expr]) -> Iterator[ast.expr]:
    """Nested ``and`` and chains as one row of parts."""
    for part in parts:
        if isinstance(part, ast.BoolOp) and isinstance(part.op, ast.And):
            yield from _flattened(part.values)
        elif isinstance(part, ast.Compare):
            yield from _links(part)
        else:
            yield part


def _single(part: ast.expr, ranges: Ranges) -> Range:
    if isinstance(part, ast.Compare):
        left, right = _bounds(part.left, ranges), _bounds(part.comparators[0], ranges)
        return _compare(part.ops[0], left, right)
    return _truth(_bounds(part, ranges))


def _compare(op: ast.cmpop, a: Range, b: Range) -> Range:
    """Whether a comparison of two numbers within bounds can fail, and can hold."""
    if isinstance(op, ast.Gt | ast.GtE):
        a, b = b, a
    if isinstance(op, ast.Lt | ast.Gt):
        return float(a[1] < b[0]), float(a[0] < b[1])
    if isinstance(op, ast.LtE | ast.GtE):
        return float(a[1] <= b[0]), float(a[0] <= b[1])
    same, apart = a == b and a[0] == a[1], a[1] < b[0] or b[1] < a[0]
    equal = (float(same), float(not apart))
    return equal if isinstance(op, ast.Eq) else (1.0 - equal[1], 1.0 - equal[0])


_FLIPPED: Final[dict[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Lt: ast.Gt, ast.LtE: ast.GtE, ast.Gt: ast.Lt, ast.GtE: ast.LtE, ast.Eq: ast.Eq,
}  # fmt: skip


def _narrow(part: ast.expr, ranges: dict[str, Range]) -> bool:
    """Narrow the range of a name compared with a number; false if nothing is left of it."""
    match part:
        case ast.Compare(left=ast.Name(id=name), ops=[op], comparators=[bound]):
            kind = type(op)
        case ast.Compare(left=bound, ops=[op], comparators=[ast.Name(id=name)]):
            kind = _FLIPPED.get(type(op), ast.NotEq)
        case _:
            return True
    if kind not in _FLIPPED or name in CONSTANTS:
        return True
    low, high = ranges.get(name, ANY)
    least, most = _bounds(bound, ranges)
    if kind in (ast.Gt, ast.GtE, ast.Eq):
        low = max(low, least)
    if kind in (ast.Lt, ast.LtE, ast.Eq):
        high = min(high, most)
    ranges[name] = (low, high)
    return low < high or (low == high and kind not in (ast.Lt, ast.Gt))
