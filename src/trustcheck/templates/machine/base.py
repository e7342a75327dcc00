"""The ground that all parts of the evaluator stand on: output, guards, questions, notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from trustcheck.templates.budget import Budget
from trustcheck.templates.guards import CallSite, Guard, joined
from trustcheck.templates.loader import Loader
from trustcheck.templates.machine.state import Atoms, Frame
from trustcheck.templates.oracle import Oracle
from trustcheck.templates.parse import Template
from trustcheck.templates.positions import stretch_of
from trustcheck.templates.questions import Atom, Op, Question
from trustcheck.templates.rope import Kind, Piece, Rope, concat, escape, pieces_of
from trustcheck.templates.settings import TemplateSettings
from trustcheck.templates.source import Spot
from trustcheck.templates.stand_ins import StandIns
from trustcheck.templates.values import Symbol, Undefined, Value


class Base:
    """One run over one template. Subclasses add the parts; `machine/run.py` puts them together."""

    def __init__(
        self,
        settings: TemplateSettings,
        budget: Budget,
        oracle: Oracle,
        stand_ins: StandIns,
        loader: Loader,
        load: Callable[[str, str], Template | None],
    ) -> None:
        """`load`: the template that a name means in another template (named second), or None."""
        self.settings = settings
        self.budget = budget
        self.oracle = oracle
        self.stand_ins = stand_ins
        self.loader = loader
        self.load = load
        self.out: list[Piece] = []
        self.guard: Guard | None = None
        self.calls: CallSite | None = None
        self.consulted: list[Atom] = []
        self.notes: dict[tuple[str, str, str], Spot | None] = {}
        self.depth = 0
        self.active: dict[object, int] = {}
        self.unknown_loops = 0

    # What other parts provide.

    def evaluate(self, node: Any, frame: Frame) -> Value:
        raise NotImplementedError

    def execute(self, body: list[Any], frame: Frame) -> None:
        raise NotImplementedError

    def condition(self, node: Any, frame: Frame) -> bool:
        raise NotImplementedError

    def call(self, target: Value, args: list[Value], kwargs: dict[str, Value], spot: Spot) -> Value:
        raise NotImplementedError

    # Places and notes.

    def spot(self, node: Any, frame: Frame) -> Spot:
        return Spot(frame.template.source, *stretch_of(node))

    def note(self, code: str, what: str, spot: Spot | None = None) -> None:
        """Something worth knowing that stops nothing; each once."""
        if len(self.notes) < self.settings.limits.notes:
            self.notes.setdefault((code, what, spot.source.path if spot else ""), spot)

    # Questions about data.

    def ask(self, question: Question, spot: Spot, *, first: bool = True) -> bool:
        atom = self.oracle.ask(question, spot.key, first=first)
        self.consulted.append(atom)
        return atom.truth

    def truth(self, value: Value, spot: Spot) -> bool:
        """Whether a value holds as a condition; asks if it is unknown."""
        value = self.plain(value)
        if isinstance(value, Symbol):
            if value.question is not None:
                return self.ask(value.question, spot, first=value.truth) is value.truth
            return self.ask(Question(value.path, Op.TRUTHY), spot)
        return bool(value)

    def plain(self, value: Value) -> Value:
        """The unknown value itself, where a text is its stand-in and nothing else."""
        if isinstance(value, Rope) and value.symbolic:
            symbol = value.lone_symbol
            if symbol is not None:
                return symbol
            kept = [p for p in value.pieces if p.text.strip()]
            if len(kept) == 1 and kept[0].symbol is not None:
                return kept[0].symbol
        return value

    @contextmanager
    def watched(self) -> Iterator[list[Atom]]:
        """Collects the atoms that are consulted inside; whoever watches around sees them too."""
        outer, self.consulted = self.consulted, []
        try:
            yield self.consulted
        finally:
            outer.extend(self.consulted)
            self.consulted = outer

    def decide(self, node: Any, frame: Frame) -> tuple[bool, Atoms]:
        """The truth of a condition in the template, and what was asked for it."""
        spot = self.spot(node, frame)
        with self.watched() as atoms:
            holds = self.condition(node, frame)
        return holds, self.hangs_on(spot, atoms)

    def hangs_on(self, spot: Spot, atoms: Iterable[Atom]) -> Atoms:
        """Notes which answers the choice at `spot` hung on, each once."""
        every = tuple(dict.fromkeys(atoms))
        if every:
            self.oracle.coverage.unknown_arms.add(spot.key)
            self.oracle.branches[spot.key] = every
        return every

    def reach(self, spot: Spot, arm: int) -> None:
        self.oracle.coverage.arms.add((spot.key, arm))

    @contextmanager
    def guarded(self, spot: Spot, truth: bool, atoms: Atoms) -> Iterator[None]:
        outer = self.guard
        self.guard = Guard.under(outer, spot, truth, atoms)
        try:
            yield
        finally:
            self.guard = outer

    # Calls.

    @contextmanager
    def entered(self, kind: str, name: str, spot: Spot) -> Iterator[None]:
        outer = self.calls
        self.calls = CallSite(outer, kind, name, spot)
        self.depth += 1
        try:
            yield
        finally:
            self.calls = outer
            self.depth -= 1

    def may_enter(self, what: object, limit: int, spot: Spot) -> bool:
        """False, with a note, where a macro or include is inside itself too often or calls nest too deep."""
        if self.active.get(what, 0) >= limit or self.depth >= self.settings.limits.calls:
            self.note("recursion-cut", "a macro or include that calls itself was cut short", spot)
            return False
        return True

    @contextmanager
    def activation(self, what: object) -> Iterator[None]:
        self.active[what] = self.active.get(what, 0) + 1
        try:
            yield
        finally:
            self.active[what] -= 1

    # Text.

    @contextmanager
    def captured(self) -> Iterator[list[Piece]]:
        """Collects what is printed inside instead of printing it."""
        outer, self.out = self.out, []
        try:
            yield self.out
        finally:
            self.out = outer

    def capture(self, body: list[Any], frame: Frame) -> str:
        with self.captured() as pieces:
            self.execute(body, frame)
        self.budget.text(sum(len(p.text) for p in pieces))
        return Rope(pieces, safe=frame.autoescape)

    def text_of(self, value: Value, spot: Spot) -> str:
        """The string that stands for a value, with its places."""
        if isinstance(value, str):
            return value
        if isinstance(value, Symbol):
            stand_in = self.stand_ins.text(value, spot, numeric=self.oracle.facts.is_number(value.path))
            return Rope((Piece(stand_in, Kind.DATA, None, None, symbol=value, via=spot, calls=self.calls),))
        if isinstance(value, Undefined):
            return ""
        text = getattr(value, "text", None)
        if text is not None:
            return self.text_of(text(), spot)
        if hasattr(value, "body"):
            return self.text_of(value.body, spot)
        return self.readable(value)

    def readable(self, value: Value) -> str:
        """What Python's `str` gives for a value of the closed world, within the budget."""
        if isinstance(value, int) and not isinstance(value, bool) and value.bit_length() > self.settings.limits.bits:
            return "a number too large to print"
        if isinstance(value, list | tuple | dict):
            self.budget.step(len(value))
            try:
                text = str(_printable(value, 6))
            except RecursionError:
                return "…"
            self.budget.text(len(text))
            return text
        return str(value) if isinstance(value, bool | int | float | range | type(None)) else ""

    def joined_text(self, parts: list[str], *, safe: bool = False) -> str:
        self.budget.text(sum(map(len, parts)))
        return concat(parts, safe=safe)

    def print(self, value: Value, spot: Spot, frame: Frame) -> None:
        """`{{ value }}`: escaped where the template escapes, with the conditions it stands under."""
        text = self.text_of(value, spot)
        if frame.autoescape:
            self.budget.text(len(text))
            text = escape(text)
        self.emit(text, spot)

    def emit(self, text: str, spot: Spot) -> None:
        self.budget.prints(len(text))
        guard, calls = self.guard, self.calls
        for piece in pieces_of(text):
            heads = joined(piece.guards, guard)
            self.out.append(piece._replace(guards=heads, via=piece.via or spot, calls=piece.calls or calls))


def _printable(value: Value, depth: int) -> Value:
    """Nested values as plain Python, so that `str` shows what Jinja2 would show."""
    if depth == 0:
        return "…"
    if isinstance(value, list):
        return [_printable(v, depth - 1) for v in value]
    if isinstance(value, tuple):
        return tuple(_printable(v, depth - 1) for v in value)
    if isinstance(value, dict):
        return {_printable(k, depth - 1): _printable(v, depth - 1) for k, v in value.items()}
    if isinstance(value, Symbol):
        return value.path
    return value if isinstance(value, str | int | float | bool | range | None) else ""
