"""Statements: output, choice, assignment, and scopes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from jinja2 import nodes

from trustcheck.templates.machine.expressions import Expressions
from trustcheck.templates.machine.state import Atoms, Frame
from trustcheck.templates.questions import Atom
from trustcheck.templates.rope import Kind, Piece, as_safe
from trustcheck.templates.source import Spot
from trustcheck.templates.tags import walk
from trustcheck.templates.values import Namespace, Symbol, Value


class LoopSignal(Exception):  # noqa: N818  # a way out of a loop, no error
    """`{% break %}` (`ends`) or `{% continue %}`."""

    def __init__(self, *, ends: bool) -> None:
        super().__init__()
        self.ends = ends


class Statements(Expressions):
    """Carries out statements in order."""

    def execute(self, body: list[Any], frame: Frame) -> None:
        for node in body:
            self.budget.step()
            method = getattr(self, f"do_{type(node).__name__}", None)
            if method is None:
                self.note("unknown-tag", f"statement {type(node).__name__} is passed over", self.spot(node, frame))
            else:
                method(node, frame)

    def do_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802
        for part in node.nodes:
            if frame.muted and not self._is_directive(part):
                continue
            spot = self.spot(part, frame)
            if isinstance(part, nodes.TemplateData):
                heads = (self.guard,) if self.guard is not None else ()
                self.budget.prints(len(part.data))
                self.out.append(Piece(part.data, Kind.LITERAL, spot.source, spot.start, heads, self.calls, None, spot))
            else:
                self.print(self.evaluate(part, frame), spot, frame)

    def _is_directive(self, part: nodes.Expr) -> bool:
        """A comment to trustcheck counts in a child template too, where nothing beside blocks is printed."""
        return isinstance(part, nodes.TemplateData) and part.data.startswith("{#")

    def do_If(self, node: nodes.If, frame: Frame) -> None:  # noqa: N802
        """Tries the arms in turn. What any arm assigns depends on all that was asked for the choice."""
        outer = self.guard
        asked: list[Atom] = []
        try:
            for arm in (node, *node.elif_):
                holds, atoms = self.decide(arm.test, frame)
                asked += atoms
                spot = self.spot(arm.test, frame)
                self.reach(spot, 0 if holds else 1)
                with self.guarded(spot, holds, atoms):
                    if holds:
                        self.execute(arm.body, frame)
                        return
                    inside = self.guard
                self.guard = inside  # the next arm stands under «not this one»
            self.execute(node.else_ or [], frame)
        finally:
            self.guard = outer
            if asked:
                self._depend(node, frame, tuple(asked))

    def _depend(self, node: Any, frame: Frame, atoms: Atoms) -> None:
        """Control dependence: a flag set in an arm says later what the arm's condition said."""
        for target in assigned(node):
            if isinstance(target, nodes.NSRef):
                self._depend_attribute(target, frame, atoms)
                continue
            scope = frame.names.holder(target.name) or frame.names
            scope.depends[target.name] = tuple(dict.fromkeys((*scope.depends.get(target.name, ()), *atoms)))

    def _depend_attribute(self, target: nodes.NSRef, frame: Frame, atoms: Atoms) -> None:
        scope = frame.names.holder(target.name)
        space = scope.values[target.name] if scope else None
        if isinstance(space, Namespace):
            known = space.depends.get(target.attr, ())
            space.depends[target.attr] = tuple(dict.fromkeys((*known, *atoms)))

    def depend_attributes(self, node: Any, frame: Frame, atoms: Atoms) -> None:
        """As `_depend`, for what a loop assigns to namespaces; its plain names end with the turn."""
        for target in assigned(node):
            if isinstance(target, nodes.NSRef):
                self._depend_attribute(target, frame, atoms)

    def do_Assign(self, node: nodes.Assign, frame: Frame) -> None:  # noqa: N802
        with self.watched() as atoms:
            value = self.evaluate(node.node, frame)
        self.assign(node.target, value, frame, tuple(atoms))

    def do_AssignBlock(self, node: nodes.AssignBlock, frame: Frame) -> None:  # noqa: N802
        text: Value = self.capture(node.body, frame.inner(mutes=False))
        step: Any = node.filter
        chain: list[Any] = []
        while step is not None:
            chain.append(step)
            step = step.node
        for step in reversed(chain):
            args, kwargs = self.arguments(step, frame)
            text = self.apply_filter(step.name, text, args, kwargs, step, frame)
        safe = frame.autoescape and isinstance(text, str)
        self.assign(node.target, as_safe(text) if safe else text, frame)

    def assign(self, target: Any, value: Value, frame: Frame, depends: Atoms = ()) -> None:
        """Bind a target: a name, an attribute of a namespace, or a tuple of targets."""
        if isinstance(target, nodes.Name):
            frame.names.put(target.name, value, depends)
            if frame.top and not target.name.startswith("_"):
                frame.page.exported.add(target.name)
        elif isinstance(target, nodes.NSRef):
            space = self.lookup(target.name, frame)
            if isinstance(space, Namespace):
                self.budget.items(len(space.values) * 10)
                space.values[target.attr] = value
                space.depends[target.attr] = depends
        elif isinstance(target, nodes.Tuple | nodes.List):
            for part, item in zip(target.items, self.unpacked(value, len(target.items), target), strict=False):
                self.assign(part, item, frame, depends)

    def unpacked(self, value: Value, wanted: int, target: Any) -> Iterator[Value]:
        """As many values as there are targets; those of unknown data are unknown too."""
        value = self.plain(value)
        held = list(value) if isinstance(value, list | tuple | str) else []
        for index in range(wanted):
            name = getattr(target.items[index], "name", "")
            if index < len(held):
                yield held[index]
            elif isinstance(value, Symbol):
                yield Symbol(f"{value.path}[{index}]", label=name)
            else:
                yield Symbol(name or f"[{index}]")

    def do_ExprStmt(self, node: nodes.ExprStmt, frame: Frame) -> None:  # noqa: N802
        self.evaluate(node.node, frame)

    def do_With(self, node: nodes.With, frame: Frame) -> None:  # noqa: N802
        inner = frame.inner()
        for target, expression in zip(node.targets, node.values, strict=True):
            with self.watched() as atoms:
                value = self.evaluate(expression, frame)
            self.assign(target, value, inner, tuple(atoms))
        self.execute(node.body, inner)

    def do_Scope(self, node: nodes.Scope, frame: Frame) -> None:  # noqa: N802
        self.execute(node.body, frame.inner())

    def do_ScopedEvalContextModifier(self, node: nodes.ScopedEvalContextModifier, frame: Frame) -> None:  # noqa: N802
        escapes = frame.autoescape
        for option in node.options:
            if option.key == "autoescape":
                escapes = self.truth(self.evaluate(option.value, frame), self.spot(option.value, frame))
        self.execute(node.body, replace(frame, autoescape=escapes))

    def do_FilterBlock(self, node: nodes.FilterBlock, frame: Frame) -> None:  # noqa: N802
        text: Value = self.capture(node.body, frame.inner())
        chain: list[Any] = []
        step: Any = node.filter
        while step is not None:
            chain.append(step)
            step = step.node
        spot = self.spot(node, frame)
        for step in reversed(chain):
            args, kwargs = self.arguments(step, frame)
            text = self.apply_filter(step.name, text, args, kwargs, step, frame)
        if not frame.muted:
            self.print_unescaped(text, spot, frame)

    def print_unescaped(self, value: Value, spot: Spot, frame: Frame) -> None:
        self.emit(self.text_of(value, spot), spot)

    def do_Break(self, node: nodes.Break, frame: Frame) -> None:  # noqa: N802
        raise LoopSignal(ends=True)

    def do_Continue(self, node: nodes.Continue, frame: Frame) -> None:  # noqa: N802
        raise LoopSignal(ends=False)


def assigned(node: Any) -> tuple[Any, ...]:
    """The names and namespace attributes that statements below a node assign; kept on the node, for loops ask often."""
    known: tuple[Any, ...] | None = getattr(node, "assigned_targets", None)
    if known is None:
        known = tuple(_targets(node))
        node.assigned_targets = known
    return known


def _targets(node: Any) -> Iterator[Any]:
    for found in walk(node):
        if isinstance(found, nodes.Assign | nodes.AssignBlock):
            for target in walk(found.target):
                if isinstance(target, nodes.Name | nodes.NSRef):
                    yield target
