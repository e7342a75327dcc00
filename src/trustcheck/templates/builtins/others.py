"""Filters on numbers and for other notations (JSON, addresses, attributes)."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from jinja2 import filters as jinja

from trustcheck.templates.builtins.caller import Call
from trustcheck.templates.rope import Rope, as_safe, concat, escape, is_symbolic
from trustcheck.templates.values import Symbol, Undefined, Value


def _number(name: str, work: Callable[..., Any]) -> Callable[[Call], Value]:
    """A filter of jinja2 on a number; unknown data in its arguments makes an unknown."""

    def run(call: Call) -> Value:
        value = call.run.plain(call.value)
        args = [call.run.plain(a) for a in call.args]
        kwargs = {k: call.run.plain(v) for k, v in call.kwargs.items()}
        if any(isinstance(v, Symbol) for v in (value, *args, *kwargs.values())) or is_symbolic(value):
            return call.unknown(name)
        for argument in args:
            if isinstance(argument, int):
                call.run.budget.width(abs(argument))
        value = str(value) if isinstance(value, str) else value
        return work(value, *args, **kwargs)

    return run


def _int(value: Value, default: Value = 0, base: int = 10) -> Value:
    if isinstance(value, str) and len(value) > 4000:
        return default
    return jinja.do_int(value, default, base) if isinstance(value, str | int | float) else default


def _float(value: Value, default: Value = 0.0) -> Value:
    return jinja.do_float(value, default) if isinstance(value, str | int | float) else default


def tojson(call: Call) -> Value:
    """JSON, safe inside HTML as jinja2 makes it; unknown data stands in it as its stand-in."""
    indent = call.arg(0, "indent")
    if isinstance(indent, int):
        call.run.budget.width(indent)
    value = _jsonable(call, call.value, 8)
    text = json.dumps(value, sort_keys=True, indent=indent if isinstance(indent, int) else None)
    for char, code in (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"), ("'", "\\u0027")):
        text = text.replace(char, code)
    call.run.budget.text(len(text))
    return as_safe(text)


def _jsonable(call: Call, value: Value, depth: int) -> Value:
    if depth == 0:
        return None
    call.run.budget.step()
    if isinstance(value, dict):
        return {str(k): _jsonable(call, v, depth - 1) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_jsonable(call, v, depth - 1) for v in value]
    if isinstance(value, str):
        return str(value)
    return value if isinstance(value, bool | int | float | None) else str(call.run.text_of(value, call.spot))


def urlencode(call: Call) -> Value:
    value = call.value
    if isinstance(value, str) or not isinstance(value, dict | list | tuple):
        text = call.text
        return text if is_symbolic(text) else quote(str(text).encode("utf-8", "replace"), safe="/")
    rows = (
        list(value.items()) if isinstance(value, dict) else [v for v in value if isinstance(v, tuple) and len(v) == 2]
    )
    texts = [[_part(call, side) for side in row] for row in rows]
    return "&".join("=".join(sides) for sides in texts)


def _part(call: Call, value: Value) -> str:
    return quote(str(call.run.text_of(value, call.spot)).encode("utf-8", "replace"), safe="").replace("%20", "+")


def xmlattr(call: Call) -> Value:
    rows = call.value.items() if isinstance(call.value, dict) else ()
    made: list[str] = []
    for key, value in rows:
        if value is None or isinstance(value, Undefined):
            continue
        sides = [escape(call.run.text_of(side, call.spot)) for side in (key, value)]
        made += [" ", sides[0], '="', sides[1], '"']
    text = concat(made if call.arg(0, "autospace", True) else made[1:])
    return as_safe(text) if call.site.autoescape else Rope(text.pieces) if isinstance(text, Rope) else text


def wordcount(call: Call) -> Value:
    return call.unknown("wordcount") if is_symbolic(call.text) else jinja.do_wordcount(str(call.text))


def pprint(call: Call) -> Value:
    return call.text


def default(call: Call) -> Value:
    """`default` on a known value; unknown data is asked in the evaluator, for the answer guards the text."""
    empty = isinstance(call.value, Undefined) or (bool(call.arg(1, "boolean", False)) and not call.value)
    return call.arg(0, "default_value", "") if empty else call.value


def random(call: Call) -> Value:
    return next(iter(call.items()), Undefined("random"))


def attr(call: Call) -> Value:
    return call.run.item(call.value, str(call.arg(0, "name", "")), call.spot)


def filesizeformat(value: Value, binary: bool = False) -> str:
    return jinja.do_filesizeformat(value, binary)


FILTERS: dict[str, Callable[[Call], Value]] = {
    "abs": _number("abs", abs),
    "round": _number("round", jinja.do_round),
    "int": _number("int", _int),
    "float": _number("float", _float),
    "filesizeformat": _number("filesizeformat", filesizeformat),
    "tojson": tojson,
    "urlencode": urlencode,
    "xmlattr": xmlattr,
    "wordcount": wordcount,
    "pprint": pprint,
    "default": default,
    "d": default,
    "random": random,
    "attr": attr,
}
