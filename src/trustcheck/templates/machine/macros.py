"""Macros, `{% call %}`, and calls of anything else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from jinja2 import nodes

from trustcheck.templates.guards import Guard
from trustcheck.templates.machine.loops import Loops
from trustcheck.templates.machine.state import Frame, Names
from trustcheck.templates.rope import Piece, Rope
from trustcheck.templates.source import Spot
from trustcheck.templates.tags import walk
from trustcheck.templates.values import Function, Object, Symbol, Undefined, Value

_NAMES = 200


@dataclass(frozen=True, slots=True, eq=False)
class Macro:
    """A macro or the body of a `{% call %}`, the scope it was defined in and the condition it stood under."""

    name: str
    node: Any
    frame: Frame
    guard: Guard | None


class Macros(Loops):
    """The part of the evaluator that calls."""

    def do_Macro(self, node: nodes.Macro, frame: Frame) -> None:  # noqa: N802
        frame.names.put(node.name, Macro(node.name, node, frame, self.guard))
        if frame.top and not node.name.startswith("_"):
            frame.page.exported.add(node.name)

    def do_CallBlock(self, node: nodes.CallBlock, frame: Frame) -> None:  # noqa: N802
        """Calls with the block as `caller`. An unknown callee prints its stand-in and the block, so no text is lost."""
        call = node.call
        caller = Macro("caller", node, frame, self.guard)
        if not isinstance(call, nodes.Call):
            return
        target = self.evaluate(call.node, frame)
        args, kwargs = self.arguments(call, frame)
        spot = self.spot(call, frame)
        unknown = isinstance(self.plain(target), Symbol | Undefined)
        result = self.call(target, args, {**kwargs, "caller": caller} if not unknown else kwargs, spot)
        self.emit(self.text_of(result, spot), spot)
        if unknown:
            self.emit(self.text_of(self._run_macro(caller, self._unknown_args(node), {}, spot), spot), spot)

    def _unknown_args(self, node: Any) -> list[Value]:
        return [Symbol(a.name) for a in node.args]

    def call(self, target: Value, args: list[Value], kwargs: dict[str, Value], spot: Spot) -> Value:
        """What a call gives. Unknown functions are pure: the same call gives the same unknown value."""
        target = self.plain(target)
        if isinstance(target, Macro):
            return self._run_macro(target, args, kwargs, spot)
        if isinstance(target, Function):
            return target.run(args, kwargs, spot)
        if isinstance(target, Object) and target.call is not None:
            return target.call(args, kwargs, spot)
        if isinstance(target, Symbol):
            return self.unknown_call(target, args, kwargs, spot)
        self.note("undefined-call", f"«{spot.words[:60]}» calls what cannot be called", spot)
        return Undefined(spot.words[:60])

    def unknown_call(self, target: Symbol, args: list[Value], kwargs: dict[str, Value], spot: Spot) -> Value:
        listed = ", ".join([*map(self.shown, args), *(f"{k}={self.shown(v)}" for k, v in kwargs.items())])
        base, _, name = target.path.rpartition(".")
        if name in ("items", "keys", "values", "all", "copy") and base and not listed:
            return Symbol(f"{target.path}()", counted=base, label=base)
        return Symbol(f"{target.path}({listed[:_NAMES]})")

    def _run_macro(self, macro: Macro, args: list[Value], kwargs: dict[str, Value], spot: Spot) -> Value:
        limits = self.settings.limits
        if not self.may_enter(id(macro.node), 40 if self.settings.closed else limits.same_macro, spot):
            return ""
        frame = macro.frame.inner(mutes=False)
        self._bind(macro, args, dict(kwargs), frame, spot)
        outer = self.guard
        if macro.guard is not None and not (outer is not None and outer.within(macro.guard)):
            # A macro defined under a condition prints under it, wherever it is called.
            self.guard = Guard.under(outer, macro.guard.spot, macro.guard.truth, macro.guard.atoms)
        kind = "caller" if macro.name == "caller" else "macro"
        try:
            with self.activation(id(macro.node)), self.entered(kind, macro.name, spot), self.captured() as pieces:
                self.execute(macro.node.body, frame)
        finally:
            self.guard = outer
        return self.captured_text(pieces, frame)

    def captured_text(self, pieces: list[Piece], frame: Frame) -> Value:
        self.budget.text(sum(len(p.text) for p in pieces))
        return Rope(pieces, safe=frame.autoescape)

    def _bind(self, macro: Macro, args: list[Value], kwargs: dict[str, Value], frame: Frame, spot: Spot) -> None:
        """Gives the parameters their values: by position, by name, by default; else they are undefined."""
        names = [a.name for a in macro.node.args]
        defaults = dict(zip(reversed(names), reversed(macro.node.defaults), strict=False))
        bound: Names = frame.names
        for index, name in enumerate(names):
            if index < len(args):
                bound.values[name] = args[index]
            elif name in kwargs:
                bound.values[name] = kwargs.pop(name)
            elif name in defaults:
                bound.values[name] = self.evaluate(defaults[name], frame)
            else:
                bound.values[name] = Undefined(name)
        if macro.name != "caller" or "caller" in kwargs:
            bound.values.setdefault("caller", kwargs.pop("caller", Undefined("caller")))
        used = {n.name for n in walk_names(macro.node)}
        if "varargs" in used:
            bound.values["varargs"] = tuple(args[len(names) :])
        elif len(args) > len(names):
            self.note("macro-arguments", f"«{macro.name}» is called with too many arguments", spot)
        if "kwargs" in used:
            bound.values["kwargs"] = kwargs
        elif kwargs:
            self.note("macro-arguments", f"«{macro.name}» takes no argument «{next(iter(kwargs))}»", spot)


def walk_names(node: Any) -> tuple[nodes.Name, ...]:
    """The names that a node uses; kept on the node, for macros are called often."""
    known: tuple[nodes.Name, ...] | None = getattr(node, "used_names", None)
    if known is None:
        known = tuple(n for n in walk(node) if isinstance(n, nodes.Name))
        node.used_names = known
    return known
