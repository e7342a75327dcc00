"""Expressions: what each kind of node gives."""

from __future__ import annotations

from typing import Any, cast

from jinja2 import nodes

from trustcheck.templates.machine.lookup import Lookup
from trustcheck.templates.machine.operators import Operators
from trustcheck.templates.machine.state import Frame
from trustcheck.templates.positions import string_offsets
from trustcheck.templates.rope import Kind, Piece, Rope
from trustcheck.templates.values import Symbol, Undefined, Value


class Expressions(Operators, Lookup):
    """Evaluates nodes. A node kind that nobody knows is unknown data."""

    def evaluate(self, node: Any, frame: Frame) -> Value:
        self.budget.step()
        method = getattr(self, f"on_{type(node).__name__}", None)
        if method is None:
            return Symbol(self.spot(node, frame).words or type(node).__name__)
        return method(node, frame)

    def apply_filter(
        self, name: str, value: Value, args: list[Value], kwargs: dict[str, Value], node: Any, frame: Frame
    ) -> Value:
        raise NotImplementedError

    def apply_test(self, name: str, value: Value, args: list[Value], node: Any, frame: Frame) -> Value:
        raise NotImplementedError

    # Leaves and containers.

    def on_Const(self, node: nodes.Const, frame: Frame) -> Value:  # noqa: N802
        if not isinstance(node.value, str):
            return node.value
        spot = self.spot(node, frame)
        heads = () if self.guard is None else (self.guard,)
        return Rope((Piece(node.value, Kind.STRING, frame.template.source, string_offsets(node), heads, via=spot),))

    def on_TemplateData(self, node: nodes.TemplateData, frame: Frame) -> Value:  # noqa: N802
        return node.data

    def on_Tuple(self, node: nodes.Tuple, frame: Frame) -> Value:  # noqa: N802
        return tuple(self.evaluate(item, frame) for item in node.items)

    def on_List(self, node: nodes.List, frame: Frame) -> Value:  # noqa: N802
        return [self.evaluate(item, frame) for item in node.items]

    def on_Dict(self, node: nodes.Dict, frame: Frame) -> Value:  # noqa: N802
        pairs = [(self.evaluate(p.key, frame), self.evaluate(p.value, frame)) for p in node.items]
        return {self.as_key(key): value for key, value in pairs}

    def as_key(self, key: Value) -> Value:
        key = self.plain(key)
        return self.shown(key) if isinstance(key, list | dict | Symbol) else key

    # Choices.

    def condition(self, node: Any, frame: Frame) -> bool:
        """Whether a test holds. Each part of `a and not b` is asked at its own place and seen both ways."""
        if isinstance(node, nodes.Not):
            return not self.condition(node.node, frame)
        if isinstance(node, nodes.And):
            return self.condition(node.left, frame) and self.condition(node.right, frame)
        if isinstance(node, nodes.Or):
            return self.condition(node.left, frame) or self.condition(node.right, frame)
        return self.truth(self.evaluate(node, frame), self.spot(node, frame))

    def on_CondExpr(self, node: nodes.CondExpr, frame: Frame) -> Value:  # noqa: N802
        holds, atoms = self.decide(node.test, frame)
        spot = self.spot(node.test, frame)
        self.reach(spot, 0 if holds else 1)
        self.consulted.extend(atoms)
        chosen = node.expr1 if holds else node.expr2
        if chosen is None:
            return Undefined(spot.words)
        with self.guarded(spot, holds, atoms):
            return self.kept(self.evaluate(chosen, frame))

    def on_And(self, node: nodes.And, frame: Frame) -> Value:  # noqa: N802
        return self._either(node, frame, stops=False)

    def on_Or(self, node: nodes.Or, frame: Frame) -> Value:  # noqa: N802
        return self._either(node, frame, stops=True)

    def _either(self, node: nodes.And | nodes.Or, frame: Frame, *, stops: bool) -> Value:
        left = self.evaluate(node.left, frame)
        spot = self.spot(node.left, frame)
        with self.watched() as atoms:
            holds = self.truth(left, spot)
        if holds is stops:
            # The answer is decided; a question that is still open in it must not be asked as another one.
            return holds if isinstance(left, Symbol) and left.question else left
        with self.guarded(spot, holds, tuple(atoms)):
            return self.kept(self.evaluate(node.right, frame))

    def kept(self, value: Value) -> Value:
        """A text with the conditions it was chosen under, which stay with it wherever it is printed."""
        if isinstance(value, Rope) and self.guard is not None:
            from_here = [p if p.guards else p._replace(guards=(self.guard,)) for p in value.pieces]
            return Rope(from_here, safe=value.safe)
        return value

    # Operators.

    def on_Not(self, node: nodes.Not, frame: Frame) -> Value:  # noqa: N802
        value = self.plain(self.evaluate(node.node, frame))
        if isinstance(value, Symbol) and value.question is not None:
            return Symbol(f"not {value.path}", question=value.question, truth=not value.truth)
        return not self.truth(value, self.spot(node.node, frame))

    def on_Neg(self, node: nodes.Neg, frame: Frame) -> Value:  # noqa: N802
        return self._signed(node, frame, "-")

    def on_Pos(self, node: nodes.Pos, frame: Frame) -> Value:  # noqa: N802
        return self._signed(node, frame, "+")

    def _signed(self, node: nodes.UnaryExpr, frame: Frame, sign: str) -> Value:
        value = self.plain(self.evaluate(node.node, frame))
        if isinstance(value, Symbol):
            return Symbol(f"{sign}{value.path}")
        if isinstance(value, int | float):
            return -value if sign == "-" else +value
        return Undefined(sign)

    def binary(self, node: nodes.BinExpr, frame: Frame) -> Value:
        """A chain such as `a + b + c` leans to the left; it is walked down in a loop, for it may be long."""
        chain: list[nodes.BinExpr] = []
        left: nodes.Expr = node
        while isinstance(left, nodes.BinExpr) and not isinstance(left, nodes.And | nodes.Or):
            chain.append(left)
            left = left.left
        value = self.evaluate(left, frame)
        for step in reversed(chain):
            self.budget.step()
            right = self.evaluate(step.right, frame)
            value = self.arithmetic(type(step).__name__, value, right, self.spot(step, frame))
        return value

    on_Add = on_Sub = on_Mul = on_Div = on_FloorDiv = on_Mod = on_Pow = binary  # noqa: N815

    def on_Concat(self, node: nodes.Concat, frame: Frame) -> Value:  # noqa: N802
        values = [self.evaluate(part, frame) for part in node.nodes]
        return self.concatenated(values, self.spot(node, frame), autoescape=frame.autoescape)

    def on_Compare(self, node: nodes.Compare, frame: Frame) -> Value:  # noqa: N802
        left = self.evaluate(node.expr, frame)
        spot = self.spot(node, frame)
        result: Value = True
        for index, operand in enumerate(node.ops):
            right = self.evaluate(operand.expr, frame)
            result = self.compared(operand.op, left, right, spot)
            if index + 1 < len(node.ops) and not self.truth(result, spot):
                return False
            left = right
        return result

    # Access.

    def on_Name(self, node: nodes.Name, frame: Frame) -> Value:  # noqa: N802
        return self.lookup(node.name, frame)

    def on_NSRef(self, node: nodes.NSRef, frame: Frame) -> Value:  # noqa: N802
        return self.attribute(self.lookup(node.name, frame), node.attr, self.spot(node, frame))

    def on_Getattr(self, node: nodes.Getattr, frame: Frame) -> Value:  # noqa: N802
        """A chain such as `a.b.c` is walked down in a loop, for it may be long."""
        chain: list[nodes.Getattr] = []
        inner: nodes.Expr = node
        while isinstance(inner, nodes.Getattr):
            chain.append(inner)
            inner = inner.node
        value = self.evaluate(inner, frame)
        for step in reversed(chain):
            self.budget.step()
            value = self.attribute(value, step.attr, self.spot(step, frame))
        return value

    def on_Getitem(self, node: nodes.Getitem, frame: Frame) -> Value:  # noqa: N802
        value = self.evaluate(node.node, frame)
        spot = self.spot(node, frame)
        if isinstance(node.arg, nodes.Slice):
            ends = [node.arg.start, node.arg.stop, node.arg.step]
            return self.sliced(value, [None if e is None else self.plain(self.evaluate(e, frame)) for e in ends], spot)
        return self.item(value, self.plain(self.evaluate(node.arg, frame)), spot)

    def on_Filter(self, node: nodes.Filter, frame: Frame) -> Value:  # noqa: N802
        chain: list[nodes.Filter] = []
        inner: Any = node
        while isinstance(inner, nodes.Filter):
            chain.append(inner)
            inner = inner.node
        value = Undefined() if inner is None else self.evaluate(inner, frame)
        for step in reversed(chain):
            self.budget.step()
            args, kwargs = self.arguments(step, frame)
            value = self.apply_filter(step.name, value, args, kwargs, step, frame)
        return value

    def on_Test(self, node: nodes.Test, frame: Frame) -> Value:  # noqa: N802
        args, _ = self.arguments(node, frame)
        return self.apply_test(node.name, self.evaluate(node.node, frame), args, node, frame)

    def on_Call(self, node: nodes.Call, frame: Frame) -> Value:  # noqa: N802
        target = self.evaluate(node.node, frame)
        args, kwargs = self.arguments(node, frame)
        return self.call(target, args, kwargs, self.spot(node, frame))

    def arguments(self, node: Any, frame: Frame) -> tuple[list[Value], dict[str, Value]]:
        args = [self.evaluate(a, frame) for a in node.args or ()]
        kwargs = {k.key: self.evaluate(k.value, frame) for k in node.kwargs or ()}
        if node.dyn_args is not None:
            more = self.plain(self.evaluate(node.dyn_args, frame))
            args += list(more)[: self.budget.items(len(more))] if isinstance(more, list | tuple) else []
        if node.dyn_kwargs is not None:
            named = self.evaluate(node.dyn_kwargs, frame)
            kwargs |= {str(k): v for k, v in named.items()} if isinstance(named, dict) else {}
        return args, cast(dict[str, Value], kwargs)
