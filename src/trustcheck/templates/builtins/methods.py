"""Methods of str, list and dict that templates may call. Nothing else of Python can be reached."""

from __future__ import annotations

import re
from collections.abc import Callable

from trustcheck.templates.align import realigned
from trustcheck.templates.builtins import texts
from trustcheck.templates.builtins.caller import Call
from trustcheck.templates.formatting import brace_format
from trustcheck.templates.rope import Cutter, Rope, escape, is_safe, is_symbolic, join, part
from trustcheck.templates.values import Symbol, Undefined, Value

_ASKING = frozenset(
    "startswith endswith find index count isdigit isalpha isalnum isupper islower isspace istitle isnumeric isdecimal "
    "rfind rindex isidentifier isascii".split()
)
_CHANGING = frozenset("swapcase casefold expandtabs center ljust rjust zfill removeprefix removesuffix".split())


def text_method(name: str) -> Callable[[Call], Value] | None:
    """The method of that name on a text, or None."""
    if name in _TEXT:
        return _TEXT[name]
    if name in _ASKING:
        return lambda call: _asked(call, name)
    return (lambda call: _changed(call, name)) if name in _CHANGING else None


def _asked(call: Call, name: str) -> Value:
    """A method that tells something of a text; of one with stand-ins it is unknown."""
    args = [call.run.plain(a) for a in call.args]
    if is_symbolic(call.text) or any(isinstance(a, Symbol) for a in args):
        return Symbol(f"{call.run.shown(call.value)}.{name}({', '.join(map(call.run.shown, args))})")
    return getattr(str(call.text), name)(*[_python(a) for a in args])


def _changed(call: Call, name: str) -> Value:
    text, args = call.text, [_python(call.run.plain(a)) for a in call.args]
    for argument in args:
        if isinstance(argument, int):
            call.run.budget.width(abs(argument))
    if is_symbolic(text):
        return text
    widest = max([0, *(a for a in args if isinstance(a, int))])
    call.run.budget.text(len(text) + (text.count("\t") * widest if name == "expandtabs" else widest))
    made = str(getattr(str(text), name)(*args))
    call.run.budget.text(len(made))
    return realigned(text, made) if isinstance(text, Rope) else made


def _python(value: Value) -> Value:
    return str(value) if isinstance(value, str) else value


def _strip(call: Call, *, left: bool = True, right: bool = True) -> Value:
    chars = call.arg(0, "chars")
    return texts.stripped(call.text, str(chars) if isinstance(chars, str) else None, left=left, right=right)


def _split(call: Call, *, from_right: bool = False) -> Value:
    text, separator, limit = call.text, call.arg(0, "sep"), call.arg(1, "maxsplit", -1)
    plain = str(text)
    given = str(separator) if isinstance(separator, str) else None
    parts = (plain.rsplit if from_right else plain.split)(given, limit if isinstance(limit, int) else -1)
    call.run.budget.items(len(parts))
    made: list[str] = []
    cutter, at = Cutter(text), 0
    for words in parts:
        at = plain.index(words, at)
        made.append(cutter.take(at, at + len(words)))
        at += len(words) + (len(given) if given else 0)
    return made


def _splitlines(call: Call) -> Value:
    text = call.text
    found = [
        (m.start(), m.end())
        for m in re.finditer(
            r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]|$)", text
        )
    ]
    lines = [part(text, a, a + len(text[a:b].splitlines()[0])) for a, b in found if b > a]
    call.run.budget.items(len(lines))
    return lines


def _join(call: Call) -> Value:
    items = call.run.items_of(call.arg(0, "iterable", []), call.spot)
    parts = [call.run.text_of(i, call.spot) for i in items]
    separator = call.text
    call.run.budget.text(sum(map(len, parts)) + len(separator) * len(parts))
    return join(separator, [escape(p) for p in parts], safe=True) if is_safe(separator) else join(separator, parts)


def _replace(call: Call) -> Value:
    old, new = (call.run.text_of(call.arg(i, "", ""), call.spot) for i in (0, 1))
    limit = call.arg(2, "count", -1)
    return texts.replaced(call, call.text, old, new, limit if isinstance(limit, int) else -1)


_TEXT: dict[str, Callable[[Call], Value]] = {
    "upper": texts.upper,
    "lower": texts.lower,
    "capitalize": texts.capitalize,
    "title": lambda c: c.text if is_symbolic(c.text) else texts.on_pieces(c.text, str.title),
    "strip": _strip,
    "lstrip": lambda c: _strip(c, right=False),
    "rstrip": lambda c: _strip(c, left=False),
    "split": _split,
    "rsplit": lambda c: _split(c, from_right=True),
    "splitlines": _splitlines,
    "join": _join,
    "replace": _replace,
    "format": lambda c: brace_format(c.run, c.text, c.args, c.kwargs, c.spot),
    "unescape": lambda c: c.value,
    "striptags": texts.FILTERS["striptags"],
}


def _append(call: Call) -> Value:
    call.run.budget.items(len(call.value) + 1)
    call.value.append(call.args[0] if call.args else None)
    return None


def _extend(call: Call) -> Value:
    more = call.run.items_of(call.args[0] if call.args else [], call.spot)
    call.run.budget.items(len(call.value) + len(more))
    call.value.extend(more)
    return None


def _insert(call: Call) -> Value:
    call.run.budget.items(len(call.value) + 1)
    call.value.insert(call.arg(0, "index", 0), call.arg(1, "object"))
    return None


def _pop(call: Call) -> Value:
    position = call.arg(0, "index", -1)
    return call.value.pop(position) if call.value and isinstance(position, int) else Undefined("pop")


LIST: dict[str, Callable[[Call], Value]] = {
    "append": _append,
    "extend": _extend,
    "insert": _insert,
    "pop": _pop,
    "index": lambda c: c.value.index(c.args[0]),
    "count": lambda c: c.value.count(c.args[0]),
    "copy": lambda c: list(c.value),
    "reverse": lambda c: c.value.reverse(),
    "clear": lambda c: c.value.clear(),
    "sort": lambda c: c.value.sort(key=str),
    "remove": lambda c: c.value.remove(c.args[0]) if c.args and c.args[0] in c.value else None,
}


def _get(call: Call) -> Value:
    found = call.run.item(call.value, call.arg(0, "key"), call.spot)
    missing = isinstance(found, Undefined)
    return call.arg(1, "default") if missing else found


def _update(call: Call) -> Value:
    more = call.args[0] if call.args and isinstance(call.args[0], dict) else {}
    call.run.budget.items(len(call.value) + len(more))
    call.value.update(more)
    call.value.update(call.kwargs)
    return None


DICT: dict[str, Callable[[Call], Value]] = {
    "get": _get,
    "items": lambda c: [(k, v) for k, v in c.value.items()],
    "keys": lambda c: list(c.value),
    "values": lambda c: list(c.value.values()),
    "update": _update,
    "copy": lambda c: dict(c.value),
    "pop": lambda c: c.value.pop(c.arg(0, "key"), c.arg(1, "default", Undefined("pop"))),
    "setdefault": lambda c: c.value.setdefault(c.arg(0, "key"), c.arg(1, "default")),
}
