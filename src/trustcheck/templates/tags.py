"""Nodes for what is no tag of Jinja2 itself: `{% trans %}`, whose body keeps its places here, and tags nobody knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from jinja2 import nodes

Body = list[Any]
"""Statements: nodes of jinja2, and the two classes below (jinja2 allows no node classes but its own)."""


@dataclass(slots=True, eq=False)
class Trans:
    """`{% trans … %}`; `plural` is None without `{% pluralize %}`. `count` is the expression that chooses."""

    lineno: int
    values: dict[str, nodes.Expr]
    body: Body
    plural: Body | None
    count: nodes.Expr | None
    trimmed: bool
    stretch: tuple[int, int] = (0, 0)


@dataclass(slots=True, eq=False)
class Tag:
    """A tag that Jinja2 does not know. `body` is None for a tag without an end tag.

    `branches`: what stands behind `else`, `empty` or `plural` in it. `arguments`: what could be read.
    """

    lineno: int
    name: str
    arguments: list[nodes.Expr] = field(default_factory=list)
    body: Body | None = None
    branches: list[Body] = field(default_factory=list)
    stretch: tuple[int, int] = (0, 0)


def children(node: Any) -> Iterator[Any]:
    """The nodes directly below a node, in order."""
    if isinstance(node, Trans):
        yield from node.values.values()
        yield from node.body
        yield from node.plural or ()
    elif isinstance(node, Tag):
        yield from node.arguments
        yield from node.body or ()
        for branch in node.branches:
            yield from branch
    elif isinstance(node, nodes.Node):
        for name in node.fields:
            value = getattr(node, name, None)
            if isinstance(value, nodes.Node | Trans | Tag):
                yield value
            elif isinstance(value, list | tuple):
                yield from (v for v in value if isinstance(v, nodes.Node | Trans | Tag))


def walk(node: Any) -> Iterator[Any]:
    """A node and everything below it, in the order of the file; no recursion, for hostile files nest deep."""
    waiting = [node]
    while waiting:
        found = waiting.pop()
        yield found
        waiting.extend(reversed(list(children(found))))
