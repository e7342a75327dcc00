"""Filters on lists and mappings, written anew: jinja2's own would reach into Python's attributes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby as runs_of
from typing import Any

from trustcheck.templates.builtins.caller import Call
from trustcheck.templates.rope import Rope, chars, concat
from trustcheck.templates.values import Group, Symbol, Undefined, Value

Key = Callable[[Value], Any]


def _folded(value: Value) -> Any:
    return str(value).lower() if isinstance(value, str) else value


def _key(call: Call, attribute: Value, *, case_sensitive: bool) -> Key:
    """A sort key as jinja2's: several attributes by comma, letters without case unless asked for."""
    parts = str(attribute).split(",") if isinstance(attribute, str) else [attribute]
    readers = [call.getter(p) for p in parts]

    def key(item: Value) -> Any:
        values = [read(item) for read in readers]
        return [v if case_sensitive else _folded(v) for v in values]

    return key


def _has_unknown(values: list[Value]) -> bool:
    return any(isinstance(v, Symbol) or (isinstance(v, Rope) and v.symbolic) for v in values)


def _ordered(items: list[Value], key: Key, *, reverse: bool = False) -> list[Value]:
    """Sorted, or as they were where they cannot be compared."""
    try:
        return sorted(items, key=key, reverse=reverse)
    except TypeError:
        return items


def sort(call: Call) -> Value:
    reverse, case = bool(call.arg(0, "reverse", False)), bool(call.arg(1, "case_sensitive", False))
    return _ordered(call.items(), _key(call, call.arg(2, "attribute"), case_sensitive=case), reverse=reverse)


def unique(call: Call) -> Value:
    key = _key(call, call.arg(1, "attribute"), case_sensitive=bool(call.arg(0, "case_sensitive", False)))
    seen: set[str] = set()
    kept: list[Value] = []
    for item in call.items():
        mark = repr([v.path if isinstance(v, Symbol) else v for v in key(item)])
        if mark not in seen:
            seen.add(mark)
            kept.append(item)
    return kept


def _extreme(call: Call, name: str, pick: Callable[..., Any]) -> Value:
    items = call.items()
    key = _key(call, call.arg(1, "attribute"), case_sensitive=bool(call.arg(0, "case_sensitive", False)))
    if not items:
        return Undefined(name)
    try:
        return pick(items, key=key)
    except TypeError:
        return call.unknown(name)


def dictsort(call: Call) -> Value:
    case, by, reverse = (
        bool(call.arg(0, "case_sensitive", False)),
        call.arg(1, "by", "key"),
        bool(call.arg(2, "reverse", False)),
    )
    pairs = list(call.value.items()) if isinstance(call.value, dict) else []
    position = int(by == "value")
    return _ordered(pairs, lambda p: p[position] if case else _folded(p[position]), reverse=reverse)


def groupby(call: Call) -> Value:
    read, default = call.getter(call.arg(0, "attribute")), call.arg(1, "default")
    case = bool(call.arg(2, "case_sensitive", False))

    def key(item: Value) -> Any:
        value = read(item)
        value = default if isinstance(value, Undefined) and default is not None else value
        return value if case else _folded(value)

    if _has_unknown([key(i) for i in call.items()]):
        return [Group((key(i), [i])) for i in call.items()]
    groups = [(k, list(g)) for k, g in runs_of(_ordered(call.items(), key), key)]
    return [Group((k if case else read(items[0]), items)) for k, items in groups]


def reverse(call: Call) -> Value:
    if isinstance(call.value, str):
        return concat(reversed(chars(call.value)))
    return call.items()[::-1]


def batch(call: Call) -> Value:
    size = max(1, call.number(0, "linecount", 1))
    fill = call.arg(1, "fill_with")
    items = call.items()
    made = [items[i : i + size] for i in range(0, len(items), size)]
    if made and fill is not None:
        made[-1] = made[-1] + [fill] * (size - len(made[-1]))
    return made


def slice_(call: Call) -> Value:
    count = max(1, call.number(0, "slices", 1))
    fill = call.arg(1, "fill_with")
    items = call.items()
    each, longer = divmod(len(items), count)
    made: list[Value] = []
    at = 0
    for index in range(count):
        size = each + (index < longer)
        part = items[at : at + size]
        if fill is not None and index >= longer:
            part = [*part, fill]
        made.append(part)
        at += size
    return made


def first(call: Call) -> Value:
    return next(iter(call.items()), Undefined("first"))


def last(call: Call) -> Value:
    return next(reversed(call.items()), Undefined("last"))


def length(call: Call) -> Value:
    if isinstance(call.value, Rope) and call.value.symbolic:
        return Symbol(f"{call.run.shown(call.value)}|length")
    sized = isinstance(call.value, str | list | tuple | dict | range | Undefined)
    return len(call.value) if sized else Undefined("length")


def sum_(call: Call) -> Value:
    read = call.getter(call.arg(0, "attribute"))
    values = [call.run.plain(read(i)) for i in call.items()]
    start = call.arg(1, "start", 0)
    if _has_unknown([*values, start]):
        return call.unknown("sum")
    call.run.budget.step(len(values))
    if not all(isinstance(v, int | float) for v in [*values, start]):
        raise TypeError("only numbers are summed")
    return sum(values, start)


def map_(call: Call) -> Value:
    if "attribute" in call.kwargs:
        read, default = call.getter(call.kwargs["attribute"]), call.kwargs.get("default")
        found = [read(i) for i in call.items()]
        return [default if isinstance(v, Undefined) and default is not None else v for v in found]
    if not call.args:
        return call.items()
    name = str(call.args[0])
    return [call.run.filtered(name, i, call.args[1:], call.kwargs, call.site) for i in call.items()]


def _chosen(call: Call, wanted: bool, *, by_attribute: bool) -> Iterator[Value]:
    args = list(call.args)
    read = call.getter(args.pop(0)) if by_attribute and args else call.getter(None)
    test = str(args.pop(0)) if args else None
    for item in call.items():
        value = read(item)
        held = value if test is None else call.run.tested(test, value, args, call.site)
        if call.run.truth(held, call.spot) is wanted:
            yield item


def pairs(call: Call) -> Value:
    return list(call.value.items()) if isinstance(call.value, dict) else []


FILTERS: dict[str, Callable[[Call], Value]] = {
    "sort": sort,
    "unique": unique,
    "min": lambda c: _extreme(c, "min", min),
    "max": lambda c: _extreme(c, "max", max),
    "dictsort": dictsort,
    "groupby": groupby,
    "reverse": reverse,
    "batch": batch,
    "slice": slice_,
    "first": first,
    "last": last,
    "length": length,
    "count": length,
    "list": lambda c: c.items(),
    "sum": sum_,
    "map": map_,
    "select": lambda c: list(_chosen(c, True, by_attribute=False)),
    "reject": lambda c: list(_chosen(c, False, by_attribute=False)),
    "selectattr": lambda c: list(_chosen(c, True, by_attribute=True)),
    "rejectattr": lambda c: list(_chosen(c, False, by_attribute=True)),
    "items": pairs,
}
