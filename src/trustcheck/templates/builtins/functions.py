"""Functions that every template knows: `range`, `dict`, `namespace`, `cycler`, `joiner`, and translation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from trustcheck.templates.budget import Budget, OverBudgetError
from trustcheck.templates.formatting import percent_format
from trustcheck.templates.questions import Constant, Op, Question
from trustcheck.templates.source import Spot
from trustcheck.templates.values import Function, Namespace, Object, Symbol, Undefined, Value

TRANSLATING = frozenset("_ gettext ugettext lazy_gettext _l gettext_lazy _t N_ gettext_noop".split())
PLURAL = frozenset("ngettext ungettext _n lazy_ngettext".split())
IN_CONTEXT = frozenset("pgettext lazy_pgettext _p".split())
PLURAL_IN_CONTEXT = frozenset("npgettext lazy_npgettext".split())
_LONGEST_RANGE = 100_000


class Run(Protocol):
    """The evaluator as these functions see it."""

    budget: Budget

    def text_of(self, value: Value, spot: Spot) -> str: ...
    def plain(self, value: Value) -> Value: ...
    def note(self, code: str, what: str, spot: Spot | None = None) -> None: ...
    def joined_text(self, parts: list[str], *, safe: bool = False) -> str: ...
    def shown(self, value: Value) -> str: ...
    def choose(self, question: Question, ways: tuple[Value, Value], spot: Spot) -> Value: ...


def builtin(run: Run, name: str) -> Value:
    """The function of that name, or None."""
    made = _PLAIN.get(name)
    if made is not None:
        return Function(name, lambda args, kwargs, _: made(run, args, kwargs))
    if name in TRANSLATING:
        return Function(name, lambda args, kwargs, spot: _message(run, args, kwargs, 0, spot))
    if name in IN_CONTEXT:
        return Function(name, lambda args, kwargs, spot: _message(run, args, kwargs, 1, spot))
    if name in PLURAL:
        return Function(name, lambda args, kwargs, spot: _plural(run, args, kwargs, spot))
    if name in PLURAL_IN_CONTEXT:
        return Function(name, lambda args, kwargs, spot: _plural(run, args[1:], kwargs, spot))
    return None


def _message(run: Run, args: list[Value], kwargs: dict[str, Value], index: int, spot: Spot) -> Value:
    """A message in the language it is written in, with `%(name)s` filled in."""
    text = args[index] if index < len(args) else ""
    if kwargs and isinstance(text, str):
        return percent_format(run, text, kwargs, spot)
    return text


def _plural(run: Run, args: list[Value], kwargs: dict[str, Value], spot: Spot) -> Value:
    """Singular for a count of one: the rule of the languages that messages are written in here."""
    if len(args) < 3:
        return args[0] if args else ""
    count = run.plain(args[2])
    if isinstance(count, Symbol):
        text = run.choose(Question(count.path, Op.EQUAL, _ONE), (args[0], args[1]), spot)
    else:
        text = args[0] if count == 1 else args[1]
    filled = {"num": args[2], **kwargs}
    return percent_format(run, text, filled, spot) if isinstance(text, str) and "%(" in text else text


_ONE: Constant = 1


def _range(run: Run, args: list[Value], kwargs: dict[str, Value]) -> Value:
    ends = [run.plain(a) for a in args]
    if not ends or not all(isinstance(e, int) for e in ends):
        return Symbol(f"range({', '.join(map(run.shown, ends))})")
    try:
        made = range(*ends[:3])
        too_long = len(made) > _LONGEST_RANGE
    except (ValueError, OverflowError):
        return Undefined("range")
    if too_long:
        raise OverBudgetError("length of a range")
    return made


def _dict(run: Run, args: list[Value], kwargs: dict[str, Value]) -> Value:
    first = args[0] if args else {}
    pairs = first.items() if isinstance(first, dict) else []
    return {**dict(pairs), **kwargs}


def _namespace(run: Run, args: list[Value], kwargs: dict[str, Value]) -> Value:
    first = args[0] if args and isinstance(args[0], dict) else {}
    return Namespace({**{str(k): v for k, v in first.items()}, **kwargs})


def _cycler(run: Run, args: list[Value], kwargs: dict[str, Value]) -> Value:
    at = [0]

    def following(*_: object) -> Value:
        value = args[at[0] % len(args)]
        at[0] = (at[0] + 1) % len(args)
        return value

    def reset(*_: object) -> Value:
        at[0] = 0

    def attribute(name: str) -> Value:
        if name == "current" and args:
            return args[at[0] % len(args)]
        functions: dict[str, Callable[..., Value]] = {"next": following, "reset": reset}
        return Function(name, functions[name]) if name in functions and args else Undefined(name)

    return Object("cycler", attribute)


def _joiner(run: Run, args: list[Value], kwargs: dict[str, Value]) -> Value:
    separator = args[0] if args else kwargs.get("sep", ", ")
    used = [False]

    def joined(*_: object) -> Value:
        before, used[0] = used[0], True
        return separator if before else ""

    return Object("joiner", Undefined, joined)


_PLAIN: dict[str, Callable[[Run, list[Value], dict[str, Value]], Value]] = {
    "range": _range,
    "dict": _dict,
    "namespace": _namespace,
    "cycler": _cycler,
    "joiner": _joiner,
}
