"""A condition in words: ``trust < 0.4 and not told_the_bureau`` as a historian would say it."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from game.author.book.items import Shelf
from game.author.book.naming import county_name
from game.base.deck import flag_name
from game.base.texts import Texts
from game.events.conditions import Condition
from game.events.effects import ClearFlag, SetFlag
from game.views.names import CONDITION_NAMES, ConditionName, background_name

IS: Final[dict[type[ast.cmpop], str]] = {
    ast.Lt: "below", ast.LtE: "at most", ast.Gt: "above", ast.GtE: "at least", ast.Eq: "just", ast.NotEq: "not",
}  # fmt: skip
TURNED: Final[dict[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Lt: ast.Gt, ast.LtE: ast.GtE, ast.Gt: ast.Lt, ast.GtE: ast.LtE,
}  # fmt: skip
"""The same comparison read from the right."""
JOINED: Final[dict[type[ast.operator], str]] = {
    ast.Add: "plus", ast.Sub: "minus", ast.Mult: "times", ast.Div: "divided by",
}  # fmt: skip
CALLED: Final = {"min": "the least of", "max": "the greatest of", "abs": "the size of"}
BACKGROUND: Final = background_name("")
"""How the names begin by which a condition asks where the player comes from."""
PLAIN_UNITS: Final = ("jin", "old yuan", "jin a mou", "jin a year")
"""Units that stand right after their number; a share says in brackets what it is of; the others say nothing more."""


@dataclass(frozen=True, slots=True)
class Known:
    """Which choices set and clear a flag, in words: ``“Ask for autumn” on C1``."""

    set_by: tuple[str, ...] = ()
    cleared_by: tuple[str, ...] = ()


Setters = Mapping[str, Known]
"""By a flag's name in conditions."""


def setters(shelf: Shelf) -> Setters:
    """Who sets and clears which flag, over all cards; one that is not in the book is named by its title."""
    found: dict[str, Known] = {}
    for card in shelf.rules.cards.values():
        item = shelf.by_anchor.get(f"card-{card.id}")
        where = item.label if item else f"“{card.title}”"
        for choice in card.choices:
            said = f"“{choice.text.rstrip('.')}” on {where}"
            for effect in choice.effects:
                if isinstance(effect, SetFlag):
                    known = found.get(flag_name(effect.flag), Known())
                    found[flag_name(effect.flag)] = Known((*known.set_by, said), known.cleared_by)
                elif isinstance(effect, ClearFlag):
                    known = found.get(flag_name(effect.flag), Known())
                    found[flag_name(effect.flag)] = Known(known.set_by, (*known.cleared_by, said))
    return found


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
                word = ", and " if isinstance(op, ast.And) else ", or "
                return word.join(self._inner(value) for value in values)
            case ast.UnaryOp(ast.Not(), operand):
                return self._not(operand)
            case ast.Compare(left, ops, comparators):
                return self._compared([left, *comparators], ops)
            case ast.Name(name) if name in self._flags:
                return self._chosen(name)
            case ast.Name(name) if _switch(name):
                return _so(name)
            case ast.Constant(value) if isinstance(value, bool):
                return "always" if value else "never"
            case ast.Name("true" | "false" as word):
                return "always" if word == "true" else "never"
        return f"{self.amount(node)}: not 0"

    def _inner(self, node: ast.expr) -> str:
        """A clause within another; one of several clauses in brackets."""
        said = self.clause(node)
        several = isinstance(node, ast.BoolOp) or (isinstance(node, ast.Compare) and len(node.ops) > 1)
        return f"({said})" if several else said

    def _not(self, node: ast.expr) -> str:
        match node:
            case ast.Name(name) if name in self._flags:
                return self._chosen(name, never=True)
            case ast.Name(name) if _switch(name):
                return f"it is not so that {_so(name)}"
        return f"it is not so that {self._inner(node)}"

    def _compared(self, parts: list[ast.expr], ops: list[ast.cmpop]) -> str:
        """``0.2 < trust < 0.4`` is said as two comparisons."""
        pairs = zip(parts, ops, parts[1:], strict=False)
        return ", and ".join(self._pair(left, op, right) for left, op, right in pairs)

    def _pair(self, left: ast.expr, op: ast.cmpop, right: ast.expr) -> str:
        if isinstance(left, ast.Constant) and not isinstance(right, ast.Constant):
            left, op, right = right, TURNED.get(type(op), type(op))(), left
        match left, op, right:
            case ast.Name(name), ast.Eq(), ast.Constant(0 | 1 as value) if _switch(name):
                return _so(name) if value else f"it is not so that {_so(name)}"
            case ast.Name(name), ast.Gt(), ast.Constant(0) if _counted(name):
                return f"there are {self._noun(name)}"
            case ast.Name(name), ast.Lt(), ast.Constant(1) if _counted(name):
                return f"there are no {self._noun(name)}"
        return f"{self.amount(left)}: {IS[type(op)]} {self.amount(right)}{self._unit(left)}"

    def amount(self, node: ast.expr) -> str:
        """A number."""
        match node:
            case ast.Constant(value):
                return f"{value:,}" if isinstance(value, int) else f"{value!s}"
            case ast.Name(name) if name in self._flags:
                return f"whether {self._chosen(name)}"
            case ast.Name(name):
                return self._noun(name)
            case ast.UnaryOp(ast.USub(), ast.Constant() as operand):
                return f"−{self.amount(operand)}"
            case ast.UnaryOp(ast.USub(), operand):
                return f"minus {self.amount(operand)}"
            case ast.UnaryOp(ast.UAdd(), operand):
                return self.amount(operand)
            case ast.BinOp(left, op, right):
                return f"{self._factor(left)} {JOINED[type(op)]} {self._factor(right)}"
            case ast.Call(ast.Name("clip"), [value, low, high]):
                return f"{self.amount(value)}, held between {self.amount(low)} and {self.amount(high)}"
            case ast.Call(ast.Name(function), args):
                return f"{CALLED[function]} {' and '.join(self._factor(part) for part in args)}"
        return f"whether {self.clause(node)}"

    def _factor(self, node: ast.expr) -> str:
        said = self.amount(node)
        return f"({said})" if isinstance(node, ast.BinOp | ast.Call) else said

    def _chosen(self, flag: str, never: bool = False) -> str:
        """That a choice that sets the flag was taken, or none of them."""
        known = self._set_by.get(flag, Known())
        if not known.set_by:
            return f"the flag {flag.replace('_', '-')} is {'not ' if never else ''}set"
        if len(known.set_by) == 1:
            said = f"{known.set_by[0]} was {'not ' if never else ''}chosen"
        else:
            said = f"{'none' if never else 'one'} of {'; '.join(known.set_by)} was chosen"
        undone = " or ".join(known.cleared_by)
        return f"{said} ({'or that was undone by ' if never else 'and not afterwards '}{undone})" if undone else said

    def _noun(self, name: str) -> str:
        """``fear that what one has will be taken, in Wuxiang``."""
        if name.startswith(BACKGROUND):
            return f"whether {_so(name)}"
        base, county = _split(name)
        known = CONDITION_NAMES.get(base)
        said = _lower(known.meaning.rstrip(".")) if known else name
        if not county:
            return said
        return f"{said}{'' if _counted(name) else ','} in {county_name(county, self._texts)}"

    def _unit(self, node: ast.expr) -> str:
        """The unit of a comparison's left side."""
        known = _name(node.id) if isinstance(node, ast.Name) and node.id not in self._flags else None
        if known is None:
            return ""
        if known.unit in PLAIN_UNITS:
            return f" {known.unit}"
        return f" ({known.unit})" if known.unit.startswith("share of") else ""


def _split(name: str) -> tuple[str, str]:
    """A name and the county in it: ``fear_in_wuxiang`` is ``fear``, ``wuxiang``."""
    if name in CONDITION_NAMES:
        return name, ""
    base, _, county = name.rpartition("_in_")
    return (base, county) if base in CONDITION_NAMES else (name, "")


def _name(name: str) -> ConditionName | None:
    return CONDITION_NAMES.get(_split(name)[0])


def _switch(name: str) -> bool:
    known = _name(name)
    return name.startswith(BACKGROUND) or (known is not None and known.unit == "0 or 1")


def _counted(name: str) -> bool:
    known = _name(name)
    return known is not None and known.unit in ("number", "households")


def _so(name: str) -> str:
    """The meaning of a thing that is so or not: ``the player was a village schoolteacher``."""
    if name.startswith(BACKGROUND):
        return f"the player's background is “{name.removeprefix(BACKGROUND).replace('_', ' ')}”"
    known = _name(name)
    return _lower(known.meaning.rstrip(".").removeprefix("Whether ")) if known else name


def _lower(said: str) -> str:
    """Without a capital at the beginning."""
    return said[:1].lower() + said[1:]
