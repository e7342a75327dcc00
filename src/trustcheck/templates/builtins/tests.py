"""Tests (`is …`) on known values. Those on unknown data become questions in the evaluator."""

from __future__ import annotations

from collections.abc import Callable

from trustcheck.templates.rope import is_safe
from trustcheck.templates.values import Function, Object, Undefined, Value

TESTS: dict[str, Callable[..., object]] = {
    "defined": lambda v: not isinstance(v, Undefined),
    "undefined": lambda v: isinstance(v, Undefined),
    "none": lambda v: v is None,
    "boolean": lambda v: isinstance(v, bool),
    "true": lambda v: v is True,
    "false": lambda v: v is False,
    "integer": lambda v: isinstance(v, int) and not isinstance(v, bool),
    "float": lambda v: isinstance(v, float),
    "number": lambda v: isinstance(v, int | float),
    "string": lambda v: isinstance(v, str),
    "mapping": lambda v: isinstance(v, dict),
    "sequence": lambda v: isinstance(v, str | list | tuple | dict | range | Undefined),
    "iterable": lambda v: isinstance(v, str | list | tuple | dict | range | Undefined),
    "callable": lambda v: isinstance(v, Function | Object),
    "odd": lambda v: v % 2 == 1,
    "even": lambda v: v % 2 == 0,
    "divisibleby": lambda v, n: v % n == 0,
    "lower": lambda v: str(v).islower(),
    "upper": lambda v: str(v).isupper(),
    "escaped": is_safe,
    "sameas": lambda v, other: v is other or (isinstance(v, str | int) and type(v) is type(other) and v == other),
}
COMPARISONS = {
    "eq": "eq", "equalto": "eq", "==": "eq", "ne": "ne", "!=": "ne", "lt": "lt", "lessthan": "lt", "<": "lt",
    "le": "lteq", "<=": "lteq", "gt": "gt", "greaterthan": "gt", ">": "gt", "ge": "gteq", ">=": "gteq", "in": "in",
}  # fmt: skip
"""Tests that are comparisons under another name."""


def holds(name: str, value: Value, args: list[Value]) -> bool:
    """Whether a known value passes a test. Raises TypeError or ValueError where the test makes no sense for it."""
    if isinstance(value, str) and name in ("odd", "even", "divisibleby"):
        raise TypeError("only numbers are divided")
    return bool(TESTS[name](value, *args))
