"""Filters, tests and methods: known ones on known values, and what becomes of everything else."""

from __future__ import annotations

from typing import Any

from trustcheck.templates.builtins import lists, methods, others, tests, texts
from trustcheck.templates.builtins.caller import Call, Site
from trustcheck.templates.machine.inherit import Inherit
from trustcheck.templates.machine.state import Frame
from trustcheck.templates.questions import Op, Question
from trustcheck.templates.rope import Kind, Rope, is_symbolic
from trustcheck.templates.source import Spot
from trustcheck.templates.values import Function, Symbol, Undefined, Value

FILTERS = {**texts.FILTERS, **lists.FILTERS, **others.FILTERS}
_TRANSPARENT = frozenset({"safe", "e", "escape", "forceescape", "string"})
_SAME_COUNT = frozenset({"sort", "reverse", "map", "items", "dictsort", "list"})
_ON_SYMBOLIC_TEXT = frozenset({*texts.FILTERS, "first", "last", "urlencode", "tojson", "default", "d", "wordcount"})
_ERRORS = (TypeError, ValueError, KeyError, IndexError, AttributeError, AssertionError, ArithmeticError)


class Filtering(Inherit):
    """Applies filters, tests and methods."""

    def apply_filter(
        self, name: str, value: Value, args: list[Value], kwargs: dict[str, Value], node: Any, frame: Frame
    ) -> Value:
        return self.filtered(name, value, args, kwargs, Site(self.spot(node, frame), frame.autoescape))

    def filtered(self, name: str, value: Value, args: list[Value], kwargs: dict[str, Value], site: Site) -> Value:
        """`value|name(…)`. Unknown data gives unknown data; so does a filter that nobody knows, except on prose."""
        given = self.settings.filters.get(name, "")
        if given == "pass":
            return value
        if given and not given.startswith("type:"):
            name = given
        bare = self.plain(value)
        call = Call(self, bare if isinstance(bare, Symbol) else value, args, kwargs, site)
        if name in ("default", "d") and isinstance(bare, Symbol):
            return self._default(call, bare)
        if isinstance(bare, Symbol):
            return self._of_unknown(name, bare, call)
        if name not in FILTERS:
            return self._by_unknown(name, call)
        if is_symbolic(value) and name not in _ON_SYMBOLIC_TEXT and name not in ("list", "length", "count"):
            return call.unknown(name)
        try:
            return FILTERS[name](call)
        except _ERRORS as error:
            self.note("filter", f"«{name}» cannot be worked out: {error}", site.spot)
            return call.unknown(name)

    def _default(self, call: Call, value: Symbol) -> Value:
        """`x|default("…")`: both ways are explored; the text of the default is guarded by x being missing."""
        lenient = bool(call.arg(1, "boolean", False))
        with self.watched() as atoms:
            op = Op.TRUTHY if lenient else Op.DEFINED
            there = self.ask(Question(value.path, op), call.spot)
        if there:
            return value
        with self.guarded(call.spot, False, tuple(atoms)):
            return self.kept(call.arg(0, "default_value", ""))

    def _of_unknown(self, name: str, value: Symbol, call: Call) -> Value:
        if name in _TRANSPARENT:
            return value
        if name in ("length", "count"):
            return Symbol(value.length_path, counted=value.counted or value.path)
        made = call.unknown(name)
        if name in _SAME_COUNT:
            return Symbol(made.path, counted=value.counted or value.path, label=value.label)
        return Symbol(made.path, label=value.label)

    def _by_unknown(self, name: str, call: Call) -> Value:
        """Prose passes unchanged, for it will be shown in some form; anything else becomes unknown."""
        self.note("unknown-filter", f"filter «{name}» is unknown; text passes it unchanged", call.spot)
        value = call.value
        if isinstance(value, Rope) and (any(c.isspace() for c in value) or self._is_block(value)):
            return value
        return call.unknown(name)

    def _is_block(self, value: Rope) -> bool:
        return any(piece.kind is Kind.LITERAL for piece in value.pieces)

    # Tests.

    def apply_test(self, name: str, value: Value, args: list[Value], node: Any, frame: Frame) -> Value:
        return self.tested(name, value, args, Site(self.spot(node, frame), frame.autoescape))

    def tested(self, name: str, value: Value, args: list[Value], site: Site) -> Value:
        """`value is name`: a bool, or a question."""
        if name in tests.COMPARISONS and args:
            return self.compared(tests.COMPARISONS[name], value, args[0], site.spot)
        bare = self.plain(value)
        if isinstance(bare, Symbol):
            return self._questioned_test(name, bare, args, site.spot)
        if name not in tests.TESTS:
            self.note("unknown-test", f"test «{name}» is unknown", site.spot)
            words = f"{self.shown(value)} is {name}"
            return Symbol(f"({words})", question=Question(words, Op.FLAG))
        try:
            return tests.holds(name, bare, [self.plain(a) for a in args])
        except _ERRORS as error:
            self.note("operator", f"«is {name}» cannot be worked out: {error}", site.spot)
            return False

    def _questioned_test(self, name: str, value: Symbol, args: list[Value], spot: Spot) -> Value:
        words = f"{value.path} is {name}" + (f"({', '.join(map(self.shown, args))})" if args else "")
        if name in ("defined", "undefined"):
            return Symbol(words, question=Question(value.path, Op.DEFINED), truth=name == "defined")
        if name == "none":
            return Symbol(words, question=Question(value.path, Op.NONE))
        if name in ("true", "false"):
            return self.compared("eq", value, name == "true", spot)
        if name == "sameas" and args:
            return self.compared("eq", value, args[0], spot)
        return Symbol(words, question=Question(words, Op.FLAG))

    # Methods.

    def method(self, value: Value, name: str, spot: Spot) -> Value:
        found = None
        if isinstance(value, str):
            found = methods.text_method(name)
        elif isinstance(value, list):
            found = methods.LIST.get(name)
        elif isinstance(value, dict):
            found = methods.DICT.get(name)
        elif isinstance(value, tuple):
            found = methods.LIST.get(name) if name in ("index", "count") else None
        if found is None:
            return Undefined(name)
        run = found

        def called(args: list[Value], kwargs: dict[str, Value], at: Spot) -> Value:
            call = Call(self, value, args, kwargs, Site(at, False))
            try:
                return run(call)
            except _ERRORS as error:
                self.note("operator", f"«{name}» cannot be worked out: {error}", spot)
                return Undefined(name)

        return Function(name, called)
