"""From the text of a condition to a tree that holds nothing but what `evaluate` knows."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import Environment, TemplateSyntaxError, nodes

from trustcheck.conditions.functions import FILTERS, TESTS

NAMES = frozenset({"slots", "today"})
"""What a condition may name beside the keys of the facts."""

_ALLOWED: tuple[type[nodes.Node], ...] = (
    nodes.Add,
    nodes.And,
    nodes.Compare,
    nodes.Const,
    nodes.Filter,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Keyword,
    nodes.List,
    nodes.Name,
    nodes.Neg,
    nodes.Not,
    nodes.Operand,
    nodes.Or,
    nodes.Sub,
    nodes.Test,
    nodes.Tuple,
)
_MOST_NODES = 300


class ConditionError(ValueError):
    """A condition that cannot be read. The text says what is wrong and what may stand there."""


@lru_cache(maxsize=512)
def parse(text: str, keys: frozenset[str]) -> nodes.Expr:
    """The expression of a condition; `keys` are the fact keys that it may name.

    It is parsed and walked by us, and never compiled: attributes, calls and loops of Python are out of its reach.
    Raises ConditionError.
    """
    if not text.strip():
        raise ConditionError("is empty")
    try:
        # One unit of work for jinja2's parser: the condition as what a template prints.
        template = Environment(autoescape=False).parse("{{ (" + text + "\n) }}")
    except TemplateSyntaxError as error:
        raise ConditionError(f"is no Jinja expression: {error.message}") from None
    except (RecursionError, ValueError, OverflowError):
        raise ConditionError("is nested too deeply") from None
    expression = _only_expression(template)
    _refuse_foreign(expression, keys)
    return expression


def _only_expression(template: nodes.Template) -> nodes.Expr:
    output = template.body[0] if len(template.body) == 1 else None
    if not isinstance(output, nodes.Output) or len(output.nodes) != 1:
        raise ConditionError("is more than one expression")
    expression = output.nodes[0]
    if not isinstance(expression, nodes.Expr):
        raise ConditionError("is no expression")
    return expression


def _refuse_foreign(expression: nodes.Expr, keys: frozenset[str]) -> None:
    found = [expression, *expression.find_all(nodes.Node)]
    if len(found) > _MOST_NODES:
        raise ConditionError(f"has more than {_MOST_NODES} parts; split the kind in two")
    for node in found:
        if not isinstance(node, _ALLOWED):
            what = type(node).__name__.lower()
            raise ConditionError(f"holds a {what}, which no condition can; compare, filter and test instead")
        if isinstance(node, nodes.Name) and node.name not in keys | NAMES:
            known = ", ".join(sorted(keys | NAMES))
            raise ConditionError(f"names «{node.name}», which is no fact key; there are {known}")
        if isinstance(node, nodes.Filter) and node.name not in FILTERS:
            raise ConditionError(f"uses the filter «{node.name}»; there are {', '.join(sorted(FILTERS))}")
        if isinstance(node, nodes.Test) and node.name not in TESTS:
            raise ConditionError(f"uses the test «{node.name}»; there are {', '.join(sorted(TESTS))}")
