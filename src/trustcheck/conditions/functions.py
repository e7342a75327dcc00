"""The filters and tests of conditions. Whatever cannot be told of a value is `Unknown`, never an error."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from trustcheck.conditions.values import Picked, Unknown, day, equal, number

Function = Callable[..., Any]


def attribute(value: Any, name: Any) -> Any:
    """A field of an object of facts, or an entry of a list; Unknown where it is absent."""
    if isinstance(value, Unknown):
        return value
    if isinstance(value, Picked) and value.doubt:
        return value.doubt
    entries = value.entries if isinstance(value, Picked) else value
    if isinstance(value, Mapping) and name in value:
        return value[name]
    if isinstance(entries, Sequence) and not isinstance(entries, str) and isinstance(name, int):
        return entries[name] if -len(entries) <= name < len(entries) else None
    return Unknown(f"The records do not have «{name}» there.")


def compare(name: str, one: Any, other: Any) -> bool | Unknown:
    """`eq`, `ne`, `lt`, `lteq`, `gt`, `gteq`, `in` and `notin`, with the third truth value."""
    for side in (one, other):
        if isinstance(side, Unknown):
            return side
    if name in {"in", "notin"}:
        return _among(one, other, name == "in")
    if name in {"eq", "ne"}:
        return equal(one, other) == (name == "eq")
    sides = _ordered(one, other)
    if sides is None:
        return Unknown("The records hold two values there that have no order, such as a date and a name.")
    return bool(_ORDER[name](*sides))


_ORDER = {"lt": operator.lt, "lteq": operator.le, "gt": operator.gt, "gteq": operator.ge}


def _ordered(one: Any, other: Any) -> tuple[Any, Any] | None:
    for read in (day, number) if isinstance(one, date) or isinstance(other, date) else (number, day):
        sides = read(one), read(other)
        if None not in sides:
            return sides
    return None


def _among(one: Any, other: Any, wanted: bool) -> bool | Unknown:
    entries = other.entries if isinstance(other, Picked) else other
    if isinstance(entries, str):
        return (str(one).casefold() in entries.casefold()) == wanted
    if not isinstance(entries, Sequence):
        return Unknown("The records hold no list there.")
    unsure = next((e for e in entries if isinstance(e, Unknown)), other.doubt if isinstance(other, Picked) else None)
    if any(equal(one, entry) for entry in entries if not isinstance(entry, Unknown)):
        return wanted
    return unsure or not wanted


def _entries(value: Any) -> Picked | Unknown:
    if isinstance(value, Picked):
        return value
    if isinstance(value, list | tuple):
        return Picked(tuple(value))
    return Unknown("The records hold no list there.")


def _selected(value: Any, wanted: bool, name: Any, test: str = "true", *arguments: Any) -> Picked | Unknown:
    """The entries whose field passes a test; those that lack the field leave a doubt."""
    given = _entries(value)
    if isinstance(given, Unknown):
        return given
    if test not in TESTS:
        return Unknown(f"There is no test «{test}».")
    kept, doubt = [], given.doubt
    for entry in given.entries:
        answer = TESTS[test](attribute(entry, name), *arguments)
        if isinstance(answer, Unknown):
            doubt = doubt or answer
        elif answer == wanted:
            kept.append(entry)
    return Picked(tuple(kept), doubt)


def _all(value: Any) -> tuple[Any, ...] | Unknown:
    """The entries of a list of which none is in doubt."""
    given = _entries(value)
    if isinstance(given, Unknown):
        return given
    unsure = next((entry for entry in given.entries if isinstance(entry, Unknown)), None)
    return given.doubt or unsure or given.entries


def _whole(function: Callable[[tuple[Any, ...]], Any]) -> Function:
    def filtered(value: Any) -> Any:
        entries = _all(value)
        return entries if isinstance(entries, Unknown) else function(entries)

    return filtered


def _map(value: Any, *, attribute: str) -> Picked | Unknown:
    given = _entries(value)
    if isinstance(given, Unknown):
        return given
    return Picked(tuple(_field(entry, attribute) for entry in given.entries), given.doubt)


_field = attribute


def _sum(value: Any, attribute: str | None = None) -> Decimal | Unknown:
    fields = _map(value, attribute=attribute) if attribute else value
    entries = _all(fields)
    if isinstance(entries, Unknown):
        return entries
    numbers = [number(entry) for entry in entries]
    if any(found is None for found in numbers):
        return Unknown("The records hold something there that is no number.")
    return sum((found for found in numbers if found is not None), Decimal(0))


def _length(value: Any) -> int | Unknown:
    entries = _all(value)
    return entries if isinstance(entries, Unknown) else len(entries)


def _read(function: Callable[[Any], Any], what: str) -> Function:
    def filtered(value: Any) -> Any:
        if isinstance(value, Unknown):
            return value
        found = function(value)
        return Unknown(f"The records hold something there that is no {what}.") if found is None else found

    return filtered


def _same(value: Any, other: Any) -> bool | Unknown:
    """Two numbers of an invoice, an order or a case, without regard to spacing, signs and case."""
    for side in (value, other):
        if isinstance(side, Unknown):
            return side
    plain = ["".join(c for c in str(side) if c.isalnum()).casefold() for side in (value, other)]
    return plain[0] == plain[1] != ""


def _true(value: Any) -> bool | Unknown:
    return value if isinstance(value, Unknown) else bool(value)


def _defined(value: Any) -> bool | Unknown:
    """What the records lack may still be so: an absent fact is unknown, and never «not defined»."""
    if isinstance(value, Unknown):
        return False if value.not_said else value
    return True


def _none(value: Any) -> bool | Unknown:
    return value if isinstance(value, Unknown) else value is None


def _comparison(name: str) -> Function:
    return lambda one, other: compare(name, one, other)


FILTERS: Mapping[str, Function] = {
    "count": _length,
    "day": _read(day, "date"),
    "first": _whole(lambda entries: entries[0] if entries else None),
    "last": _whole(lambda entries: entries[-1] if entries else None),
    "length": _length,
    "lower": _read(lambda value: str(value).lower(), "text"),
    "map": _map,
    "number": _read(number, "number"),
    "rejectattr": lambda value, name, *test: _selected(value, False, name, *test),
    "selectattr": lambda value, name, *test: _selected(value, True, name, *test),
    "sum": _sum,
}
"""Name → (value, arguments) → value."""

TESTS: Mapping[str, Function] = {
    "==": _comparison("eq"),
    "!=": _comparison("ne"),
    "<": _comparison("lt"),
    "<=": _comparison("lteq"),
    ">": _comparison("gt"),
    ">=": _comparison("gteq"),
    "defined": _defined,
    "eq": _comparison("eq"),
    "equalto": _comparison("eq"),
    "ge": _comparison("gteq"),
    "gt": _comparison("gt"),
    "in": _comparison("in"),
    "le": _comparison("lteq"),
    "lt": _comparison("lt"),
    "ne": _comparison("ne"),
    "none": _none,
    "same": _same,
    "true": _true,
}
"""Name → (value, arguments) → bool or Unknown."""
