"""Operators: on known values as in Python, within the budget; on unknown ones as questions or as new unknowns."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

from trustcheck.templates.budget import OverBudgetError
from trustcheck.templates.formatting import percent_format
from trustcheck.templates.machine.base import Base
from trustcheck.templates.questions import Op, Question
from trustcheck.templates.rope import Rope, concat, escape, is_safe, is_symbolic
from trustcheck.templates.source import Spot
from trustcheck.templates.values import Symbol, Undefined, Value

_ARITHMETIC: dict[str, tuple[str, Callable[[Any, Any], Any]]] = {
    "Add": ("+", operator.add),
    "Sub": ("-", operator.sub),
    "Mul": ("*", operator.mul),
    "Div": ("/", operator.truediv),
    "FloorDiv": ("//", operator.floordiv),
    "Mod": ("%", operator.mod),
    "Pow": ("**", operator.pow),
}
_SIGNS = {"eq": "==", "ne": "!=", "lt": "<", "lteq": "<=", "gt": ">", "gteq": ">=", "in": "in", "notin": "not in"}
_COMPARE: dict[str, Callable[[Any, Any], Any]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "lteq": operator.le,
    "gt": operator.gt,
    "gteq": operator.ge,
    "in": lambda a, b: a in b,
    "notin": lambda a, b: a not in b,
}
_MIRRORED = {"lt": "gt", "gt": "lt", "lteq": "gteq", "gteq": "lteq", "eq": "eq", "ne": "ne"}
_LISTED = 12
_SIMPLE = str | int | float | bool | None
_ERRORS = (TypeError, ValueError, ZeroDivisionError, OverflowError, ArithmeticError, KeyError, IndexError)


class Operators(Base):
    """Arithmetic, concatenation and comparison."""

    def arithmetic(self, name: str, left: Value, right: Value, spot: Spot) -> Value:
        sign, python = _ARITHMETIC[name]
        if isinstance(left, str) and name == "Mod":
            return percent_format(self, left, right, spot)
        kinds = {type(v) is Symbol for v in (left, right) if isinstance(v, str | Symbol)}
        if name == "Add" and False in kinds and isinstance(left, str | Symbol) and isinstance(right, str | Symbol):
            return self._added(left, right, spot)
        left, right = self.plain(left), self.plain(right)
        if isinstance(left, Symbol) or isinstance(right, Symbol):
            return Symbol(f"({self.shown(left)} {sign} {self.shown(right)})")
        try:
            self._affordable(name, left, right)
            if name == "Mul" and isinstance(left, Rope):
                return self._repeated(left, right)
            if name == "Mul" and isinstance(right, Rope):
                return self._repeated(right, left)
            return python(left, right)
        except _ERRORS as error:
            self.note("operator", f"{sign} cannot be worked out: {error}", spot)
            return Undefined(spot.words)

    def _added(self, left: Value, right: Value, spot: Spot) -> str:
        one, two = self.text_of(left, spot), self.text_of(right, spot)
        if is_safe(one) or is_safe(two):
            return self.joined_text([escape(one), escape(two)], safe=True)
        return self.joined_text([one, two])

    def _repeated(self, text: Rope, times: Value) -> Value:
        if not isinstance(times, int):
            raise TypeError("a text can only be repeated a whole number of times")
        return concat([text] * max(0, times), safe=text.safe)

    def _affordable(self, name: str, left: Value, right: Value) -> None:
        """Refuses what would take the memory of the machine, before it is worked out."""
        limits = self.settings.limits
        sizes = [v for v in (left, right) if isinstance(v, str | list | tuple)]
        numbers = [v for v in (left, right) if isinstance(v, int)]
        if name == "Mul" and sizes and numbers:
            length = len(sizes[0]) * max(0, numbers[0])
            if isinstance(sizes[0], str):
                self.budget.text(length)
            else:
                self.budget.items(length)
        elif name == "Add" and len(sizes) == 2:
            self.budget.items(len(left) + len(right))
        elif (name == "Pow" and len(numbers) == 2 and right > 0 and left.bit_length() * right > limits.bits) or (
            len(numbers) == 2 and left.bit_length() + right.bit_length() > limits.bits
        ):
            raise OverBudgetError("size of a number")

    def concatenated(self, values: list[Value], spot: Spot, *, autoescape: bool) -> str:
        """`a ~ b`: as Jinja2, plain parts are escaped where another part is markup."""
        texts = [self.text_of(v, spot) for v in values]
        if any(is_safe(t) for t in texts) and autoescape:
            return self.joined_text([escape(t) for t in texts], safe=True)
        return self.joined_text(texts)

    def compared(self, name: str, left: Value, right: Value, spot: Spot) -> Value:
        """A bool, or a symbol that holds the question."""
        if name in ("in", "notin"):
            return self._contained(left, right, spot, wanted=name == "in")
        left, right = self.plain(left), self.plain(right)
        if not isinstance(left, Symbol) and isinstance(right, Symbol):
            left, right, name = right, left, _MIRRORED[name]
        if isinstance(left, Symbol):
            return self._questioned(name, left, right)
        if name in ("eq", "ne") and (is_symbolic(left) or is_symbolic(right)) and left != right:
            return self._flag(f"{self.shown(left)} {_SIGNS['eq']} {self.shown(right)}", truth=name == "eq")
        try:
            return _COMPARE[name](left, right)
        except _ERRORS as error:
            self.note("operator", f"{_SIGNS[name]} cannot be worked out: {error}", spot)
            return False

    def _questioned(self, name: str, left: Symbol, right: Value) -> Value:
        words = f"({left.path} {_SIGNS[name]} {self.shown(right)})"
        if isinstance(right, Symbol):
            if left.path == right.path:
                return name in ("eq", "lteq", "gteq")
            return self._between(name, left, right)
        if isinstance(right, Undefined):
            return name == "ne"
        if isinstance(right, bool) and name in ("eq", "ne"):
            asked = left.question or Question(left.path, Op.TRUTHY)
            truth = (left.truth if left.question else True) is (right is (name == "eq"))
            return Symbol(words, question=asked, truth=truth)
        if not isinstance(right, _SIMPLE):
            return self._flag(f"{left.path} == {self.shown(right)}", truth=name == "eq")
        value = str(right) if isinstance(right, str) else right
        if name in ("eq", "ne"):
            return Symbol(words, question=Question(left.path, Op.EQUAL, value), truth=name == "eq")
        op = Op.LESS if name in ("lt", "gteq") else Op.AT_MOST
        return Symbol(words, question=Question(left.path, op, value), truth=name in ("lt", "lteq"))

    def _between(self, name: str, left: Symbol, right: Symbol) -> Symbol:
        """Two unknowns compared: one flag for `a < b`, whichever way it is written."""
        sign, truth = {"ne": ("==", False), "gteq": ("<", False), "gt": ("<=", False)}.get(name, (_SIGNS[name], True))
        one, two = sorted((left.path, right.path)) if sign == "==" else (left.path, right.path)
        return self._flag(f"{one} {sign} {two}", truth=truth)

    def _flag(self, words: str, *, truth: bool) -> Symbol:
        return Symbol(f"({words})", question=Question(words, Op.FLAG), truth=truth)

    def _contained(self, item: Value, holder: Value, spot: Spot, *, wanted: bool) -> Value:
        item, holder = self.plain(item), self.plain(holder)
        if isinstance(holder, Symbol):
            return self._flag(f"{self.shown(item)} in {holder.path}", truth=wanted)
        if is_symbolic(holder) and not (isinstance(item, str) and item in holder):
            return self._flag(f"{self.shown(item)} in {self.shown(holder)}", truth=wanted)
        if isinstance(item, Symbol) and isinstance(holder, list | tuple | dict) and len(holder) <= _LISTED:
            found = any(self.truth(self.compared("eq", item, value, spot), spot) for value in holder)
            return found is wanted
        if isinstance(item, Symbol):
            return self._flag(f"{item.path} in {self.shown(holder)}", truth=wanted)
        try:
            if isinstance(holder, list | tuple) and any(isinstance(v, Symbol) for v in holder):
                return any(self.truth(self.compared("eq", item, v, spot), spot) for v in holder) is wanted
            return (item in holder) is wanted
        except _ERRORS as error:
            self.note("operator", f"in cannot be worked out: {error}", spot)
            return False

    def shown(self, value: Value) -> str:
        """A value as it stands in a data path."""
        if isinstance(value, Symbol):
            return value.path
        if isinstance(value, str):
            text = value if len(value) <= 40 else value[:40] + "…"
            return repr(str(text))
        if isinstance(value, list | tuple | dict):
            return f"[{len(value)} items]" if len(value) > 3 else f"[{', '.join(self.shown(v) for v in value)}]"
        return "…" if isinstance(value, int) and value.bit_length() > 200 else str(value)
