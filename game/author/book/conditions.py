"""A condition in words: ``trust < 0.4 and not told_the_bureau`` as a historian would say it."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from typing import Final

from game.author.book.items import Shelf
from game.base.deck import flag_name
from game.base.texts import Texts
from game.events.cards import Card
from game.events.conditions import Condition
from game.events.effects import SetFlag
from game.views.names import CONDITION_NAMES

IS: Final[dict[type[ast.cmpop], str]] = {
    ast.Lt: "is below", ast.LtE: "is at most", ast.Gt: "is above", ast.GtE: "is at least", ast.Eq: "is",
    ast.NotEq: "is not",
}  # fmt: skip
JOINED: Final[dict[type[ast.operator], str]] = {
    ast.Add: "plus", ast.Sub: "minus", ast.Mult: "times", ast.Div: "divided by",
}  # fmt: skip
CALLED: Final = {"min": "the least of", "max": "the greatest of", "abs": "the size of"}

Setters = Mapping[str, tuple[str, ...]]
"""By a flag's name in conditions: the choices that set it, in words."""


def setters(shelf: Shelf) -> Setters:
    """Who sets which flag: ``“Ask for autumn” on C1``; a card that is not in the book by its title."""
    found: dict[str, tuple[str, ...]] = {}
    for card in shelf.rules.cards.values():
        item = shelf.by_anchor.get(f"card-{card.id}")
        where = item.label if item else f"“{card.title}”"
        for flag, choice in _flags(card):
            found[flag] = (*found.get(flag, ()), f"“{choice.rstrip('.')}” on {where}")
    return found


def _flags(card: Card) -> Iterator[tuple[str, str]]:
    for choice in card.choices:
        for effect in choice.effects:
            if isinstance(effect, SetFlag):
                yield flag_name(effect.flag), choice.text


def in_words(condition: Condition, texts: Texts, set_by: Setters) -> str:
    """The condition as a clause without a full stop."""
    return _Speaker(condition, texts, set_by).clause(condition.tree)


class _Speaker:
    """Says one condition, node by node; ``clause`` for what holds or not, ``amount`` for a number."""

    def __init__(self, condition: Condition, texts: Texts, set_by: Setters) -> None:
        self._flags, self._texts, self._set_by = condition.flags, texts, set_by

    def clause(self, node: ast.expr) -> str:
        """What holds or does not."""
        match node:
            case ast.BoolOp(op, values):
                word = " and " if isinstance(op, ast.And) else " or "
                return word.join(self._inner(value) for value in values)
            case ast.UnaryOp(ast.Not(), operand):
                return self._not(operand)
            case ast.Compare(left, ops, comparators):
                return self._compared([left, *comparators], ops)
            case ast.Name(name) if name in self._flags:
                return f"{self._choices(name)} was chosen"
            case ast.Name(name) if _switch(name):
                return f"{self._switched(name)} holds"
            case ast.Constant(value) if isinstance(value, bool):
                return "always" if value else "never"
        return f"{self.amount(node)} is not 0"

    def _inner(self, node: ast.expr) -> str:
        said = self.clause(node)
        return f"({said})" if isinstance(node, ast.BoolOp) else said

    def _not(self, node: ast.expr) -> str:
        match node:
            case ast.Name(name) if name in self._flags:
                return f"{self._choices(name)} was not chosen"
            case ast.Name(name) if _switch(name):
                return f"{self._switched(name)} does not hold"
        return f"it is not so that {self._inner(node)}"

    def _compared(self, parts: list[ast.expr], ops: list[ast.cmpop]) -> str:
        """``0.2 < trust < 0.4`` is said as two comparisons."""
        pairs = zip(parts, ops, parts[1:], strict=False)
        return " and ".join(self._pair(left, op, right) for left, op, right in pairs)

    def _pair(self, left: ast.expr, op: ast.cmpop, right: ast.expr) -> str:
        match left, op, right:
            case ast.Name(name), ast.Gt(), ast.Constant(0) if self._counted(name):
                return f"there are {self._noun(name)}"
            case ast.Name(name), ast.Lt(), ast.Constant(1) if self._counted(name):
                return f"there are no {self._noun(name)}"
        return f"{self.amount(left)} {IS[type(op)]} {self.amount(right)}{self._unit(left)}"

    def amount(self, node: ast.expr) -> str:
        """A number."""
        match node:
            case ast.Constant(value):
                return f"{value:,}" if isinstance(value, int) else f"{value!s}"
            case ast.Name(name) if name in self._flags:
                return f"whether {self._choices(name)} was chosen"
            case ast.Name(name):
                return self._noun(name)
            case ast.UnaryOp(_, operand):
                return f"minus {self.amount(operand)}"
            case ast.BinOp(left, op, right):
                return f"{self.amount(left)} {JOINED[type(op)]} {self.amount(right)}"
            case ast.Call(ast.Name("clip"), [value, low, high]):
                return f"{self.amount(value)}, held between {self.amount(low)} and {self.amount(high)}"
            case ast.Call(ast.Name(function), args):
                return f"{CALLED[function]} {' and '.join(self.amount(part) for part in args)}"
        return f"whether {self.clause(node)}"

    def _choices(self, flag: str) -> str:
        known = self._set_by.get(flag, ())
        if not known:
            return f"what sets the flag {flag.replace('_', '-')}"
        return " or ".join(known)

    def _counted(self, name: str) -> bool:
        base, _ = _split(name)
        return CONDITION_NAMES[base].unit in ("number", "households") if base in CONDITION_NAMES else False

    def _switched(self, name: str) -> str:
        """The meaning of a thing that is so or not: ``The player was a village schoolteacher``."""
        return f"“{CONDITION_NAMES[_split(name)[0]].meaning.rstrip('.')}”"

    def _noun(self, name: str) -> str:
        """``fear that what one has will be taken, in Wuxiang``."""
        base, county = _split(name)
        meaning = CONDITION_NAMES[base].meaning.rstrip(".") if base in CONDITION_NAMES else name
        said = meaning[:1].lower() + meaning[1:] if meaning[1:2].islower() or meaning[1:2] == " " else meaning
        text_id = f"county.{county}.name"
        where = self._texts(text_id) if county and self._texts.has(text_id) else county
        return f"{said} in {where}" if where and "," not in said else f"{said}, in {where}" if where else said

    def _unit(self, node: ast.expr) -> str:
        """The unit of a comparison's left side, where it says more than a range."""
        if not isinstance(node, ast.Name) or node.id in self._flags:
            return ""
        known = CONDITION_NAMES.get(_split(node.id)[0])
        silent = ("0-1", "-1..1", "0 or 1", "number", "ratio", "factor", "households", "share", "seasons")
        return f" ({known.unit})" if known and known.unit not in silent else ""


def _split(name: str) -> tuple[str, str]:
    """A name and the county in it: ``fear_in_wuxiang`` is ``fear``, ``wuxiang``."""
    if name in CONDITION_NAMES:
        return name, ""
    base, _, county = name.rpartition("_in_")
    return (base, county) if base in CONDITION_NAMES else (name, "")


def _switch(name: str) -> bool:
    base = _split(name)[0]
    return base in CONDITION_NAMES and CONDITION_NAMES[base].unit == "0 or 1"
