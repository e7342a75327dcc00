"""The closed world of values: what a template can hold while it is explored. Nothing else exists, so nothing leaks.

None, bool, int, float, str and `Rope`, list, tuple, dict, range, and the classes below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from trustcheck.templates.questions import LENGTH, Atom, Question
from trustcheck.templates.source import Spot

Value = Any
"""One of the values listed above. Python has no useful type for it: most code must look at what it was given."""


@dataclass(frozen=True, slots=True, eq=False)
class Symbol:
    """Data that nobody has given. `path` says which, the same words for the same data.

    `counted`: the path of the collection whose number of items this one shares (`items|sort` shares that of `items`).
    `question`: set for a comparison or test that has not been answered yet; it holds if the answer is `truth`.
    `label`: what the template itself calls it, where the path says little (`item`).
    """

    path: str
    counted: str = ""
    question: Question | None = None
    truth: bool = True
    label: str = ""

    @property
    def length_path(self) -> str:
        return (self.counted or self.path) + LENGTH

    def member(self, name: str) -> Symbol:
        """`x.name` or `x["name"]`, which are the same data."""
        return Symbol(f"{self.path}.{name}" if name.isidentifier() else f"{self.path}[{name!r}]")

    def at(self, index: object) -> Symbol:
        return Symbol(f"{self.path}[{index}]", label=self.label)


@dataclass(frozen=True, slots=True, eq=False)
class Undefined:
    """A name or key that is known to be missing. Prints nothing, holds nothing."""

    name: str = ""

    def __str__(self) -> str:
        return ""

    def __bool__(self) -> bool:
        return False

    def __len__(self) -> int:
        return 0

    def __iter__(self) -> Iterator[Value]:
        return iter(())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Undefined)

    def __hash__(self) -> int:
        return 0


@dataclass(slots=True, eq=False)
class Namespace:
    """`namespace()`: attributes, and for each the conditions its value depends on."""

    values: dict[str, Value]
    depends: dict[str, tuple[Atom, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Module:
    """An imported template: what it exports."""

    name: str
    values: Mapping[str, Value]
    body: Value = ""


@dataclass(frozen=True, slots=True, eq=False)
class Function:
    """Something callable that the evaluator provides. `run` gets the arguments, by position and name, and the place."""

    name: str
    run: Callable[[list[Value], dict[str, Value], Spot], Value]


@dataclass(frozen=True, slots=True, eq=False)
class Object:
    """A thing with attributes that templates may read (`loop`, a cycler) and perhaps call."""

    name: str
    attributes: Callable[[str], Value]
    call: Callable[[list[Value], dict[str, Value], Spot], Value] | None = None
    text: Callable[[], Value] | None = None


class Group(tuple[Value, Value]):
    """What `groupby` gives: `(grouper, list)`."""

    __slots__ = ()
