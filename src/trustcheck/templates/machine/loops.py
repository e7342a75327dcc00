"""`{% for %}`: over what is known, turn by turn; over unknown data, over two items of it, one or none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from typing import Any

from jinja2 import nodes

from trustcheck.templates.machine.state import Atoms, Frame
from trustcheck.templates.machine.statements import LoopSignal, Statements
from trustcheck.templates.rope import chars
from trustcheck.templates.source import Spot
from trustcheck.templates.values import Function, Object, Symbol, Undefined, Value

_FULL_TURNS = 60
"""Loops over longer known sequences show this many turns and the last one."""
_DEEP = 2
"""Inside so many loops over unknown data, one item is shown instead of two."""


@dataclass(slots=True)
class _State:
    """The `loop` of one loop. `known`: the number of items is real, not one that was chosen."""

    items: Sequence[Value]
    node: nodes.For
    frame: Frame
    depth: int
    index: int = 0
    changed: list[Value] = field(default_factory=list)


class Loops(Statements):
    """The part of the evaluator that repeats."""

    def do_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802
        with self.watched() as consulted:
            value = self.evaluate(node.iter, frame)
        self._loop(node, frame, value, tuple(consulted), depth=0)

    def _loop(self, node: nodes.For, frame: Frame, value: Value, consulted: Atoms, depth: int) -> None:
        spot = self.spot(node.iter, frame)
        unknown = isinstance(self.plain(value), Symbol)
        with self.watched() as atoms:
            items = self.items_of(value, spot, label=_label(node.target))
            items = self._selected(node, frame, items)
        every = self.hangs_on(spot, (*consulted, *atoms))
        self.reach(spot, 0 if items else 1)
        if not items:
            with self.guarded(spot, False, every):
                self.execute(node.else_ or [], frame.inner())
            return
        with self.guarded(spot, True, every), self._inside_unknown(unknown):
            self._turns(_State(items, node, frame, depth))
        self.depend_attributes(node, frame, every)

    @contextmanager
    def _inside_unknown(self, unknown: bool) -> Iterator[None]:
        self.unknown_loops += unknown
        try:
            yield
        finally:
            self.unknown_loops -= unknown

    def items_of(self, value: Value, spot: Spot, *, label: str = "") -> list[Value]:
        """The items of anything that can be looped over; unknown data is asked whether it has any."""
        value = self.plain(value)
        if isinstance(value, Symbol):
            count, atom = self.oracle.count(value.length_path, spot.key, many=self.unknown_loops < _DEEP)
            self.consulted.append(atom)
            return [Symbol(f"{value.path}[{i}]", label=label or value.label) for i in range(count)]
        if isinstance(value, str):
            self.budget.items(len(value))
            return list(chars(value))
        if isinstance(value, list | tuple | dict | range):
            self.budget.items(
                min(len(value), self.settings.limits.items + 1) if isinstance(value, range) else len(value)
            )
            return list(value)
        return []

    def _selected(self, node: nodes.For, frame: Frame, items: list[Value]) -> list[Value]:
        """`for x in xs if …`: the items that pass; guards say so by the atoms that were asked."""
        if node.test is None:
            return items
        kept: list[Value] = []
        for item in items:
            inner = frame.inner()
            self.assign(node.target, item, inner)
            self.budget.step()
            if self.decide(node.test, inner)[0]:
                kept.append(item)
        return kept

    def _turns(self, state: _State) -> None:
        loop = self._loop_object(state)
        total = len(state.items)
        for index, item in enumerate(state.items):
            if total > _FULL_TURNS and _FULL_TURNS < index < total - 1 and not self.settings.closed:
                self.note("limit", "a loop over a long list shows its first turns and its last", None)
                continue
            self.budget.step()
            state.index = index
            inner = state.frame.inner()
            inner.names.values["loop"] = loop
            self.assign(state.node.target, item, inner)
            try:
                self.execute(state.node.body, inner)
            except LoopSignal as signal:
                if signal.ends:
                    return

    def _loop_object(self, state: _State) -> Object:
        again = None
        if state.node.recursive:

            def again(args: list[Value], kwargs: dict[str, Value], spot: Spot) -> Value:
                return self._recursed(state, args)

        return Object("loop", lambda name: self._attribute_of_loop(state, name), again)

    def _recursed(self, state: _State, args: list[Value]) -> Value:
        spot = self.spot(state.node, state.frame)
        if not self.may_enter(
            id(state.node), self.settings.limits.same_macro if not self.settings.closed else 40, spot
        ):
            return ""
        with self.activation(id(state.node)), self.entered("loop", "loop", spot):
            deep = self._inside_unknown(True) if not self.settings.closed else nullcontext()
            with deep, self.captured() as pieces:
                self._loop(state.node, state.frame, args[0] if args else [], (), state.depth + 1)
        return self.captured_text(pieces, state.frame)

    def captured_text(self, pieces: list[Any], frame: Frame) -> Value:
        raise NotImplementedError

    def _attribute_of_loop(self, state: _State, name: str) -> Value:
        index, total = state.index, len(state.items)
        simple = {
            "index": index + 1,
            "index0": index,
            "revindex": total - index,
            "revindex0": total - index - 1,
            "first": index == 0,
            "last": index == total - 1,
            "length": total,
            "depth": state.depth + 1,
            "depth0": state.depth,
        }
        if name in simple:
            return simple[name]
        if name == "previtem":
            return state.items[index - 1] if index else Undefined(name)
        if name == "nextitem":
            return state.items[index + 1] if index + 1 < total else Undefined(name)
        if name == "cycle":
            return Function("loop.cycle", lambda args, *_: args[index % len(args)] if args else Undefined(name))
        if name == "changed":
            return Function("loop.changed", lambda args, *_: _changed(state, args))
        return Undefined(name)


def _changed(state: _State, args: list[Value]) -> bool:
    before, state.changed = state.changed, args
    return [_identity(v) for v in before] != [_identity(v) for v in args] or not before


def _identity(value: Value) -> Value:
    return value.path if isinstance(value, Symbol) else value


def _label(target: Any) -> str:
    return getattr(target, "name", "")
