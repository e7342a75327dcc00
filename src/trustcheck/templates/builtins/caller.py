"""What filters, tests and methods are given: the evaluator, as far as they need it, and the place of the call."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from trustcheck.templates.budget import Budget
from trustcheck.templates.questions import Question
from trustcheck.templates.source import Spot
from trustcheck.templates.values import Symbol, Undefined, Value


class Run(Protocol):
    """The evaluator as filters see it."""

    budget: Budget

    def text_of(self, value: Value, spot: Spot) -> str: ...
    def plain(self, value: Value) -> Value: ...
    def note(self, code: str, what: str, spot: Spot | None = None) -> None: ...
    def joined_text(self, parts: list[str], *, safe: bool = False) -> str: ...
    def ask(self, question: Question, spot: Spot) -> bool: ...
    def truth(self, value: Value, spot: Spot) -> bool: ...
    def item(self, value: Value, key: Value, spot: Spot) -> Value: ...
    def items_of(self, value: Value, spot: Spot, *, label: str = "") -> list[Value]: ...
    def compared(self, name: str, left: Value, right: Value, spot: Spot) -> Value: ...
    def shown(self, value: Value) -> str: ...
    def filtered(self, name: str, value: Value, args: list[Value], kwargs: dict[str, Value], site: Site) -> Value: ...
    def tested(self, name: str, value: Value, args: list[Value], site: Site) -> Value: ...


@dataclass(frozen=True, slots=True)
class Site:
    """Where something is called, and whether the template escapes there."""

    spot: Spot
    autoescape: bool


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a filter: on `value`, with arguments by position and by name."""

    run: Run
    value: Value
    args: list[Value]
    kwargs: dict[str, Value]
    site: Site

    @property
    def spot(self) -> Spot:
        return self.site.spot

    def arg(self, index: int, name: str, default: Value = None) -> Value:
        """An argument by its position or name."""
        found = self.args[index] if index < len(self.args) else self.kwargs.get(name, default)
        return self.run.plain(found)

    def number(self, index: int, name: str, default: int) -> int:
        """A whole number as argument, within the budget's width; the default where it is no known number."""
        found = self.arg(index, name, default)
        return self.run.budget.width(abs(found)) * (-1 if found < 0 else 1) if isinstance(found, int) else default

    @property
    def text(self) -> str:
        return self.run.text_of(self.value, self.spot)

    def items(self) -> list[Value]:
        return self.run.items_of(self.value, self.spot)

    def getter(self, attribute: Value) -> Callable[[Value], Value]:
        """Reads `a.b.0` of an item; the item itself without an attribute."""
        if attribute is None or isinstance(attribute, Undefined):
            return lambda item: item
        steps = (
            [attribute]
            if isinstance(attribute, int)
            else [int(s) if s.isdecimal() and len(s) < 9 else s for s in str(attribute).split(".")[:20]]
        )

        def read(item: Value) -> Value:
            for step in steps:
                item = self.run.item(item, step, self.spot)
            return item

        return read

    def unknown(self, name: str) -> Symbol:
        """A new unknown: what the filter makes of a value that holds unknown data."""
        args = [*map(self.run.shown, self.args), *(f"{k}={self.run.shown(v)}" for k, v in self.kwargs.items())]
        listed = f"({', '.join(args)[:200]})" if args else ""
        return Symbol(f"{self.run.shown(self.value)}|{name}{listed}")
