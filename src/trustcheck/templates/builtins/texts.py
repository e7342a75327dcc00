"""Filters on text. Those whose effect on each character is plain keep exact places; the others are aligned again."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from jinja2 import filters as jinja
from jinja2.nodes import EvalContext
from markupsafe import Markup

from trustcheck.templates.align import realigned
from trustcheck.templates.builtins.caller import Call
from trustcheck.templates.formatting import percent_format
from trustcheck.templates.parse import environment_for
from trustcheck.templates.rope import (
    Cutter,
    Piece,
    Rope,
    as_safe,
    concat,
    escape,
    is_safe,
    is_symbolic,
    join,
    part,
    pieces_of,
)
from trustcheck.templates.settings import Syntax
from trustcheck.templates.values import Value

_LONGEST = 100_000
"""Characters of a text that jinja2's own filters are let loose on: some of them are quadratic."""
_WORD_START = re.compile(r"([-\s({\[<]+)")


def on_pieces(text: str, change: Callable[[str], str], *, safe: bool | None = None) -> str:
    """Changes a text whose letters are changed one by one; stand-ins stay as they are."""
    kept_safe = is_safe(text) if safe is None else safe
    if not isinstance(text, Rope):
        return change(text)
    whole = change(str(text))
    if text.symbolic or len(whole) != len(text):
        return (
            realigned(text, whole, safe=kept_safe)
            if not text.symbolic
            else Rope((p if p.symbol is not None else _changed(p, change) for p in text.pieces), safe=kept_safe)
        )
    made: list[Piece] = []
    at = 0
    for piece in text.pieces:
        made.append(piece.rewritten(whole[at : at + len(piece.text)]))
        at += len(piece.text)
    return Rope(made, safe=kept_safe)


def _changed(piece: Piece, change: Callable[[str], str]) -> Piece:
    new = change(piece.text)
    return piece.rewritten(new) if len(new) == len(piece.text) else piece


def upper(call: Call) -> Value:
    return on_pieces(call.text, str.upper)


def lower(call: Call) -> Value:
    return on_pieces(call.text, str.lower)


def capitalize(call: Call) -> Value:
    text = call.text
    if is_symbolic(text):
        return text
    return on_pieces(text, str.capitalize)


def title(call: Call) -> Value:
    def titled(text: str) -> str:
        return "".join(w[0].upper() + w[1:].lower() for w in _WORD_START.split(text) if w)

    return on_pieces(call.text, titled, safe=False)


def trim(call: Call) -> Value:
    given = call.arg(0, "chars")
    return stripped(call.text, str(given) if isinstance(given, str) else None)


def stripped(text: str, chars: str | None = None, *, left: bool = True, right: bool = True) -> str:
    start = len(text) - len(text.lstrip(chars)) if left else 0
    end = len(text.rstrip(chars)) if right else len(text)
    return part(text, start, max(start, end))


def replace(call: Call) -> Value:
    run, text = call.run, call.text
    old, new = run.text_of(call.arg(0, "old", ""), call.spot), run.text_of(call.arg(1, "new", ""), call.spot)
    limit = call.arg(2, "count", -1)
    if not call.site.autoescape:
        text = Rope(pieces_of(text)) if is_safe(text) else text
    elif (is_safe(old) or is_safe(new)) and not is_safe(text):
        text = escape(text)
    return replaced(call, text, old, new, limit if isinstance(limit, int) else -1)


def replaced(call: Call, text: str, old: str, new: str, limit: int = -1) -> str:
    """`text.replace(old, new)`; as with markupsafe, a plain `new` is escaped when the text is markup."""
    if is_safe(text):
        new = escape(new)
    hits = str(text).count(old) if old else len(text) + 1
    hits = min(hits, limit) if limit >= 0 else hits
    call.run.budget.text(len(text) + hits * len(new))
    if not old:
        plain = str(text).replace("", str(new), limit)
        return realigned(text, plain) if isinstance(text, Rope) else plain
    call.run.budget.step(hits)
    parts: list[str] = []
    plain, cutter, at = str(text), Cutter(text), 0
    while len(parts) // 2 < hits:
        hit = plain.find(old, at)
        parts += [cutter.take(at, hit), new]
        at = hit + len(old)
    return concat([*parts, cutter.take(at, len(text))], safe=is_safe(text))


def joined(call: Call) -> Value:
    """`join`: with places; plain parts are escaped where another one is markup and the template escapes."""
    run = call.run
    separator = run.text_of(call.arg(0, "d", ""), call.spot)
    read = call.getter(call.arg(1, "attribute"))
    texts = [run.text_of(read(item), call.spot) for item in call.items()]
    run.budget.text(sum(map(len, texts)) + len(separator) * len(texts))
    if call.site.autoescape and (is_safe(separator) or any(map(is_safe, texts))):
        return join(escape(separator), [escape(t) for t in texts], safe=True)
    if not call.site.autoescape:
        return Rope(pieces_of(join(separator, texts)))
    return join(separator, texts)


def format_(call: Call) -> Value:
    values: Value = call.kwargs or tuple(call.args)
    return percent_format(call.run, call.text, values, call.spot)


def safe(call: Call) -> Value:
    return as_safe(call.text)


def escaped(call: Call) -> Value:
    text = call.text
    call.run.budget.text(len(text) if is_safe(text) else len(text) + 5 * _special(text))
    return escape(text)


def forced(call: Call) -> Value:
    text = call.text
    call.run.budget.text(len(text) + 5 * _special(text))
    return escape(Rope(pieces_of(text)))


def _special(text: str) -> int:
    return sum(map(text.count, "&<>\"'"))


def string(call: Call) -> Value:
    return call.text


def _plain(value: Value) -> Value:
    if isinstance(value, str):
        return Markup(str(value)) if is_safe(value) else str(value)
    return value


def aligned(
    function: Callable[..., Any], *, widths: tuple[str, ...] = (), identity: bool = False
) -> Callable[[Call], Value]:
    """A filter of jinja2 run on the plain text, and its result aligned with the places of the text.

    `widths`: its arguments that are widths and must be bounded. `identity`: it means nothing for a text with stand-ins.
    """

    def run(call: Call) -> Value:
        text = call.text
        if identity and is_symbolic(text):
            return text
        for argument in (*call.args, *call.kwargs.values()):
            if isinstance(argument, int):
                call.run.budget.width(abs(argument))
        if len(text) > _LONGEST:
            call.run.note("limit", f"a filter passes a text of {len(text)} characters unchanged", call.spot)
            return text
        if "lines" in widths:
            widest = max([0, *(a for a in (*call.args, *call.kwargs.values()) if isinstance(a, int))])
            call.run.budget.text(len(text) + (text.count("\n") + 1) * widest)
        given = [_plain(call.run.plain(a)) for a in call.args]
        named = {k: _plain(call.run.plain(v)) for k, v in call.kwargs.items()}
        made = function(call, _plain(text), *given, **named)
        call.run.budget.text(len(made))
        safe_now = isinstance(made, Markup)
        return (
            realigned(text, str(made), safe=safe_now) if isinstance(text, Rope) else as_safe(made) if safe_now else made
        )

    return run


def _context(call: Call) -> EvalContext:
    context = EvalContext(environment_for(Syntax()), None)
    context.autoescape = call.site.autoescape
    return context


def nl2br(call: Call) -> Value:
    text = escape(call.text) if call.site.autoescape else call.text
    return as_safe(replaced(call, Rope(pieces_of(text)), "\n", "<br>\n"))


FILTERS: dict[str, Callable[[Call], Value]] = {
    "upper": upper,
    "lower": lower,
    "capitalize": capitalize,
    "title": title,
    "trim": trim,
    "replace": replace,
    "join": joined,
    "format": format_,
    "safe": safe,
    "e": escaped,
    "escape": escaped,
    "forceescape": forced,
    "string": string,
    "nl2br": nl2br,
    "center": aligned(lambda _, s, width=80: jinja.do_center(s, width), identity=True),
    "indent": aligned(lambda _, s, *a, **k: jinja.do_indent(s, *a, **k), widths=("lines",)),
    "wordwrap": aligned(lambda c, s, *a, **k: jinja.do_wordwrap(_context(c).environment, s, *a, **k), identity=True),
    "truncate": aligned(lambda c, s, *a, **k: jinja.do_truncate(_context(c).environment, s, *a, **k), identity=True),
    "striptags": aligned(lambda _, s: jinja.do_striptags(s)),
    "urlize": aligned(lambda c, s, *a, **k: jinja.do_urlize(_context(c), s, *a, **k)),
}
