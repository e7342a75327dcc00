"""What a template holds before anybody renders it: its branches and its texts. It proves what no rendering printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import nodes

from trustcheck.templates.oracle import PlaceKey
from trustcheck.templates.parse import Template
from trustcheck.templates.positions import stretch_of
from trustcheck.templates.tags import Trans, walk

_CODE = re.compile(r"[<>{};=%/]|: \S|^[A-Za-z]{1,4}\b.*\b(?:yy|yyyy|HH|MM)\b")
_PROSE = re.compile(r"[^\W\d_]{2,}\s+[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Outline:
    """`branches`: where a choice with two ways stands. `literals`: stretches of text. `phrases`: prose in strings."""

    branches: tuple[PlaceKey, ...]
    literals: tuple[tuple[int, int], ...]
    phrases: tuple[tuple[int, int], ...]


def outline_of(template: Template) -> Outline:
    branches: list[PlaceKey] = []
    literals: list[tuple[int, int]] = []
    phrases: list[tuple[int, int]] = []
    path = template.source.path
    silent = {id(n) for n in _silent(template)}
    for node in (n for statement in template.body for n in walk(statement)):
        branches += [(path, *stretch_of(choice)) for choice in _choices(node)]
        if isinstance(node, nodes.TemplateData) and node.data.strip():
            literals.append(stretch_of(node))
        elif isinstance(node, nodes.Const) and id(node) not in silent and _is_prose(node.value):
            phrases.append(stretch_of(node))
    return Outline(tuple(branches), tuple(literals), tuple(phrases))


def _is_prose(value: object) -> bool:
    return isinstance(value, str) and bool(_PROSE.search(value)) and not _CODE.search(value)


def _silent(template: Template) -> Iterator[nodes.Const]:
    """Constants that are compared with or tell a filter what to do: they are not printed."""
    for node in (n for statement in template.body for n in walk(statement)):
        hidden: list[object] = []
        if isinstance(node, nodes.Compare | nodes.Test):
            hidden = [node]
        elif isinstance(node, nodes.Getitem):
            hidden = [node.arg]
        elif isinstance(node, nodes.Filter) and node.name not in ("default", "d", "replace", "format"):
            hidden = [*(node.args or ()), *(k.value for k in node.kwargs or ())]
        yield from (c for part in hidden for c in walk(part) if isinstance(c, nodes.Const))


def _choices(node: object) -> Iterator[nodes.Node]:
    """The conditions of a node that go two ways; an `elif` is an `If` of its own."""
    if isinstance(node, nodes.If | nodes.CondExpr):
        yield node.test
    elif isinstance(node, nodes.For):
        yield node.iter
    elif isinstance(node, Trans) and node.plural is not None and node.count is not None:
        yield node.count
