"""`"…%s…" % x` and `"…{}…".format(x)` with places and stand-ins kept, and no width that eats the memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from trustcheck.templates.budget import Budget, OverBudgetError
from trustcheck.templates.rope import Rope, concat, escape, is_safe, part
from trustcheck.templates.source import Spot
from trustcheck.templates.values import Symbol, Undefined, Value

_PERCENT = re.compile(
    r"%(?:\((?P<name>[^()]*)\))?(?P<flags>[-+ #0]*)(?P<width>\*|\d*)(?:\.(?P<precision>\*|\d*))?[hlL]?(?P<kind>.)",
    re.DOTALL,
)
_FIELD = re.compile(r"\{\{|\}\}|\{(?P<name>[^{}!:]*)(?:!(?P<how>[rsa]))?(?::(?P<spec>[^{}]*))?\}")
_WIDEST = 200


class Speaker(Protocol):
    """The part of the evaluator that turns values into text."""

    budget: Budget

    def text_of(self, value: Value, spot: Spot) -> str: ...
    def plain(self, value: Value) -> Value: ...
    def note(self, code: str, what: str, spot: Spot | None = None) -> None: ...
    def joined_text(self, parts: list[str], *, safe: bool = False) -> str: ...


def percent_format(run: Speaker, template: str, values: Value, spot: Spot) -> Value:
    """`template % values`. What does not fit is left out with a note; Jinja2 would raise."""
    queue = iter(values if isinstance(values, tuple) else [values])
    parts: list[str] = []
    at = 0
    for found in _PERCENT.finditer(template):
        parts.append(part(template, at, found.start()))
        at = found.end()
        if found["kind"] == "%":
            parts.append(part(template, at - 1, at))
            continue
        value = _named(values, found["name"]) if found["name"] is not None else next(queue, Undefined())
        parts.append(_one(run, found, value, spot, safe=is_safe(template)))
    parts.append(part(template, at, len(template)))
    return run.joined_text(parts, safe=is_safe(template))


def _named(values: Value, name: str) -> Value:
    if isinstance(values, Symbol):
        return values.member(name)
    return values.get(name, Undefined(name)) if isinstance(values, dict) else Undefined(name)


def _one(run: Speaker, found: re.Match[str], value: Value, spot: Spot, *, safe: bool) -> str:
    width = int(found["width"][:9]) if found["width"].isdigit() else 0
    precision = found["precision"] or ""
    if width > _WIDEST or (precision.isdigit() and int(precision[:9]) > _WIDEST):
        raise OverBudgetError("width of a format")
    value = run.plain(value)
    if isinstance(value, int | float) and found["kind"] not in "sr" and "*" not in found.group():
        form = re.sub(r"\([^()]*\)", "", found.group())
        try:
            return str(form % value)
        except (TypeError, ValueError, OverflowError) as error:
            run.note("operator", f"{form} cannot be worked out: {error}", spot)
    text = run.text_of(value, spot)
    if found["kind"] == "r" and not isinstance(value, Symbol):
        text = repr(value) if isinstance(value, str) else text
    if precision.isdigit():
        text = part(text, 0, int(precision))
    if safe:
        text = escape(text)
    return _padded(text, width, left="-" in found["flags"])


def _padded(text: str, width: int, *, left: bool) -> str:
    blanks = " " * max(0, width - len(text))
    return concat([text, blanks] if left else [blanks, text], safe=is_safe(text)) if blanks else text


def brace_format(run: Speaker, template: str, args: list[Value], kwargs: dict[str, Value], spot: Spot) -> Value:
    """`template.format(…)`. Fields name arguments only: `{0.x}` and `{0[x]}` reach no attribute of Python's."""
    made = list(_fields(run, template, args, kwargs, spot))
    return run.joined_text(made, safe=is_safe(template))


def _fields(run: Speaker, template: str, args: list[Value], kwargs: dict[str, Value], spot: Spot) -> Iterator[str]:
    at = number = 0
    for found in _FIELD.finditer(template):
        yield part(template, at, found.start())
        at = found.end()
        if found.group() in ("{{", "}}"):
            yield part(template, at - 1, at)
            continue
        name = found["name"] or str(number)
        number += not found["name"]
        yield _field(run, found, _argument(name, args, kwargs), spot, safe=is_safe(template))
    yield part(template, at, len(template))


def _argument(name: str, args: list[Value], kwargs: dict[str, Value]) -> Value:
    first, *rest = [n for n in re.split(r"[.\[\]]", name) if n] or [name]
    value = (
        args[int(first)]
        if first.isdecimal() and len(first) < 6 and int(first) < len(args)
        else kwargs.get(first, Undefined(name))
    )
    for step in rest:
        value = (
            value.member(step)
            if isinstance(value, Symbol)
            else value.get(step, Undefined(name))
            if isinstance(value, dict)
            else Undefined(name)
        )
    return value


def _field(run: Speaker, found: re.Match[str], value: Value, spot: Spot, *, safe: bool) -> str:
    spec = found["spec"] or ""
    if any(len(digits) > 3 or int(digits) > _WIDEST for digits in re.findall(r"\d+", spec)):
        raise OverBudgetError("width of a format")
    value = run.plain(value)
    if spec and isinstance(value, str | int | float) and not (isinstance(value, Rope) and value.symbolic):
        try:
            made = format(str(value) if isinstance(value, str) else value, spec)
            return escape(made) if safe else made
        except (ValueError, TypeError, OverflowError) as error:
            run.note("operator", f"{found.group()} cannot be worked out: {error}", spot)
    text = run.text_of(value, spot)
    if found["how"] == "r" and isinstance(value, str):
        text = run.joined_text(["'", text, "'"])
    return escape(text) if safe else text
