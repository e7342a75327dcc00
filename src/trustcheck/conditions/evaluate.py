"""What a condition says of one account: true, false, or unknown with the reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from jinja2 import nodes

from trustcheck.conditions.functions import FILTERS, TESTS, attribute, compare
from trustcheck.conditions.values import Unknown, number, truth

Lookup = Callable[[str], Any]
"""Name → value, or Unknown where it is not known."""


def evaluate(expression: nodes.Expr, look_up: Lookup) -> bool | Unknown:
    """The truth of a parsed condition. Never raises: what makes no sense is Unknown, with the reason."""
    try:
        return truth(_Walk(look_up).value(expression))
    except (TypeError, ArithmeticError, RecursionError) as error:
        return Unknown(f"The condition of this kind of claim cannot be worked out ({type(error).__name__}).")


class _Walk:
    def __init__(self, look_up: Lookup) -> None:
        self._look_up = look_up

    def value(self, node: nodes.Node) -> Any:
        return _BY_NODE[type(node)](self, node)

    def name(self, node: nodes.Name) -> Any:
        return self._look_up(node.name)

    def constant(self, node: nodes.Const) -> Any:
        return node.value

    def sequence(self, node: nodes.List | nodes.Tuple) -> list[Any]:
        return [self.value(item) for item in node.items]

    def field(self, node: nodes.Getattr) -> Any:
        return attribute(self.value(node.node), node.attr)

    def item(self, node: nodes.Getitem) -> Any:
        return attribute(self.value(node.node), self.value(node.arg))

    def negated(self, node: nodes.Not) -> bool | Unknown:
        found = truth(self.value(node.node))
        return found if isinstance(found, Unknown) else not found

    def both(self, node: nodes.And) -> bool | Unknown:
        """False if one side is, whatever the other; else unknown if one side is."""
        return self._joined(node, decisive=False)

    def either(self, node: nodes.Or) -> bool | Unknown:
        return self._joined(node, decisive=True)

    def _joined(self, node: nodes.And | nodes.Or, *, decisive: bool) -> bool | Unknown:
        sides = [truth(self.value(side)) for side in (node.left, node.right)]
        if any(side is decisive for side in sides):
            return decisive
        return next((side for side in sides if isinstance(side, Unknown)), not decisive)

    def comparison(self, node: nodes.Compare) -> bool | Unknown:
        unsure: Unknown | None = None
        left = self.value(node.expr)
        for operand in node.ops:
            right = self.value(operand.expr)
            found = compare(operand.op, left, right)
            if found is False:
                return False
            unsure = unsure or (found if isinstance(found, Unknown) else None)
            left = right
        return unsure or True

    def filtered(self, node: nodes.Filter) -> Any:
        if node.node is None:
            return Unknown("The condition filters nothing.")
        named = {str(pair.key): self.value(pair.value) for pair in node.kwargs}
        return FILTERS[node.name](self.value(node.node), *(self.value(a) for a in node.args), **named)

    def tested(self, node: nodes.Test) -> bool | Unknown:
        found: bool | Unknown = TESTS[node.name](self.value(node.node), *(self.value(a) for a in node.args))
        return found

    def sum(self, node: nodes.Add | nodes.Sub) -> Any:
        """Numbers; or a day and a number of days."""
        left, right = self.value(node.left), self.value(node.right)
        for side in (left, right):
            if isinstance(side, Unknown):
                return side
        sign = 1 if isinstance(node, nodes.Add) else -1
        amount = number(right)
        if isinstance(left, date) and amount is not None:
            return left + timedelta(days=sign * int(amount))
        base = number(left)
        if base is None or amount is None:
            return Unknown("The records hold something there that cannot be added up.")
        return base + sign * amount

    def minus(self, node: nodes.Neg) -> Any:
        found = self.value(node.node)
        value = number(found)
        return found if isinstance(found, Unknown) else Decimal(0) - value if value is not None else None


_BY_NODE: Mapping[type[nodes.Node], Callable[[_Walk, Any], Any]] = {
    nodes.Add: _Walk.sum,
    nodes.And: _Walk.both,
    nodes.Compare: _Walk.comparison,
    nodes.Const: _Walk.constant,
    nodes.Filter: _Walk.filtered,
    nodes.Getattr: _Walk.field,
    nodes.Getitem: _Walk.item,
    nodes.List: _Walk.sequence,
    nodes.Name: _Walk.name,
    nodes.Neg: _Walk.minus,
    nodes.Not: _Walk.negated,
    nodes.Or: _Walk.either,
    nodes.Sub: _Walk.sum,
    nodes.Test: _Walk.tested,
    nodes.Tuple: _Walk.sequence,
}
