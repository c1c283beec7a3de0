"""From the text of a condition to a syntax tree, with guards that keep Python's own parser safe from strangers."""

from __future__ import annotations

import ast
import re
import warnings
from typing import Final

MAX_LENGTH: Final = 400
"""Characters in a condition."""
MAX_NODES: Final = 120
"""Names, numbers and operations in a condition."""
MAX_DEPTH: Final = 24
"""Brackets or operations inside one another."""

_FOREIGN: Final = re.compile(r"[^A-Za-z0-9_ .,()<>=!+\-*/]")


class ConditionError(ValueError):
    """A condition that cannot be read. ``column`` counts from 1 in the text of the condition."""

    def __init__(self, code: str, column: int, message: str, hint: str = "", width: int = 1) -> None:
        super().__init__(f"column {column}: {message}{'; ' + hint if hint else ''}")
        self.code, self.column, self.message, self.hint, self.width = code, column, message, hint, width


def read_syntax(text: str) -> ast.expr:
    """The syntax tree, after the guards that keep the parser itself safe."""
    if len(text) > MAX_LENGTH:
        message = f"a condition has at most {MAX_LENGTH} characters, this has {len(text)}"
        raise ConditionError("condition-too-long", 1, message)
    flat = text.replace("\n", " ")
    if foreign := _FOREIGN.search(flat):
        message = f"{foreign.group()!r} has no meaning in a condition"
        raise ConditionError("condition-syntax", foreign.start() + 1, message)
    _guard_brackets(flat)
    start = len(flat) - len(flat.lstrip())
    if start == len(flat):
        raise ConditionError("condition-syntax", 1, "the condition is empty", "leave the line out")
    return _syntax_tree(flat, start)


def _guard_brackets(text: str) -> None:
    """Brackets, and signs in a row, nest no deeper than the limit."""
    depth = 0
    for column, letter in enumerate(text, 1):
        depth += (letter == "(") - (letter == ")")
        if depth > MAX_DEPTH:
            raise ConditionError("condition-too-deep", column, f"brackets nest more than {MAX_DEPTH} deep")


def _syntax_tree(flat: str, start: int) -> ast.expr:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(flat[start:], mode="eval").body
    except SyntaxError as error:
        column = min(start + max(error.offset or 1, 1), len(flat))
        raise ConditionError("condition-syntax", column, "this is not a condition", _advice(flat)) from None
    except (ValueError, MemoryError, RecursionError):
        raise ConditionError("condition-syntax", start + 1, "this is not a condition", _advice(flat)) from None
    for node in ast.walk(tree):
        if isinstance(node, ast.expr):
            node.col_offset += start
    return tree


def _advice(text: str) -> str:
    """A hint for the commonest slips."""
    if re.search(r"(?<![<>=!])=(?!=)", text):
        return "compare with =="
    if "!" in text.replace("!=", ""):
        return "write 'not'"
    return "write it as trust < 0.4 and cooperatives > 0"


def measure(tree: ast.expr) -> None:
    """Refuse a tree with too many parts or too deep, without recursing into it."""
    count, level = 0, [tree]
    depth = 0
    while level:
        count, depth = count + len(level), depth + 1
        if count > MAX_NODES:
            raise ConditionError("condition-too-long", 1, f"a condition has at most {MAX_NODES} parts")
        if depth > MAX_DEPTH:
            raise ConditionError("condition-too-deep", 1, f"the condition nests more than {MAX_DEPTH} deep")
        level = [child for node in level for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr)]


def refused(node: ast.expr, code: str, message: str, hint: str = "") -> ConditionError:
    """The error that points at a node."""
    width = (node.end_col_offset or node.col_offset + 1) - node.col_offset
    return ConditionError(code, node.col_offset + 1, message, hint, max(width, 1))
