"""The whole evaluator: all its parts, the tags that are not Jinja2's own, and the functions every template knows."""

from __future__ import annotations

from typing import Any

from trustcheck.templates.builtins import functions
from trustcheck.templates.machine.filtering import Filtering
from trustcheck.templates.machine.state import Frame
from trustcheck.templates.machine.trimming import trimmed
from trustcheck.templates.questions import Op, Question
from trustcheck.templates.rope import Piece, Rope
from trustcheck.templates.source import Spot
from trustcheck.templates.tags import Body, Tag, Trans
from trustcheck.templates.values import Symbol, Value

_SILENT = frozenset(
    "csrf_token load asset assets render_bundle debug meta autoescape localize comment spaceless language".split()
)
"""Tags without a body that print nothing a reader sees."""


class Run(Filtering):
    """One run over a template."""

    def builtin(self, name: str) -> Value:
        meant = "gettext" if self.settings.functions.get(name) == "gettext" else name
        return functions.builtin(self, meant)

    def choose(self, question: Question, ways: tuple[Value, Value], spot: Spot) -> Value:
        """The first value if the answer is yes, else the second; a text stays under that condition."""
        with self.watched() as atoms:
            holds = self.ask(question, spot)
        with self.guarded(spot, holds, tuple(atoms)):
            return self.kept(ways[0] if holds else ways[1])

    # {% trans %}

    def do_Trans(self, node: Trans, frame: Frame) -> None:  # noqa: N802
        if frame.muted:
            return
        inner = frame.inner()
        for name, expression in node.values.items():
            inner.names.values[name] = self.evaluate(expression, frame)
        if node.plural is None or node.count is None:
            self._phrase(node.body, node, inner)
            return
        spot = self.spot(node.count, frame)
        with self.watched() as atoms:
            one = self.truth(self.compared("eq", self.evaluate(node.count, inner), 1, spot), spot)
        every = self.hangs_on(spot, atoms)
        self.reach(spot, 0 if one else 1)
        with self.guarded(spot, one, every):
            self._phrase(node.body if one else node.plural, node, inner)

    def _phrase(self, body: Body, node: Trans, frame: Frame) -> None:
        with self.captured() as pieces:
            self.execute(body, frame)
        text: list[Piece] = trimmed(pieces) if node.trimmed else pieces
        self.emit(Rope(text, safe=True), self.spot(node, frame))

    # Tags of the project's own extensions.

    def do_Tag(self, node: Tag, frame: Frame) -> None:  # noqa: N802
        meaning = self.settings.tags.get(node.name, "")
        if frame.muted or meaning == "empty":
            return
        spot = self.spot(node, frame)
        if meaning == "include":
            if node.arguments:
                self.include(self.plain(self.evaluate(node.arguments[0], frame)), frame, spot)
            return
        if not meaning:
            self.note("unknown-tag", f"tag «{node.name}» is unknown", spot)
        args = [self.evaluate(a, frame) for a in node.arguments]
        if node.body is None:
            self._inline(node, args, spot, frame)
        else:
            self._with_body(node, args, spot, frame)

    def _inline(self, node: Tag, args: list[Value], spot: Spot, frame: Frame) -> None:
        """A tag that prints a value, judging by its name or arguments, prints the stand-in for it; others nothing."""
        listed = ", ".join(map(self.shown, args))
        symbol = Symbol(f"{node.name}({listed[:100]})")
        if node.name in _SILENT or self.stand_ins.kind(symbol) in ("word", "markup"):
            return
        self.emit(self.text_of(symbol, spot), spot)

    def _with_body(self, node: Tag, args: list[Value], spot: Spot, frame: Frame) -> None:
        body = node.body or []
        words = f"{node.name}({', '.join(map(self.shown, args))[:100]})"
        for number, branch in enumerate(node.branches):
            with self.watched() as atoms:
                other = not self.ask(Question(words if number == 0 else f"{words} {number + 1}", Op.FLAG), spot)
            if other:
                with self.guarded(spot, False, tuple(atoms)):
                    self.execute(branch, frame.inner())
                return
        self.execute(body, frame.inner())

    def entry_call(self, macro: Any, spot: Spot) -> None:
        """Prints a macro called with unknown arguments, as an entry of its own."""
        args: list[Value] = [Symbol(a.name) for a in macro.node.args]
        self.emit(self.text_of(self.call(macro, args, {}, spot), spot), spot)
