"""What a template asks about data that nobody has given."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

Constant = str | int | float | bool | None

LENGTH = "|length"
"""Ends the path of how many items a collection holds: `items|length`."""


class Op(StrEnum):
    TRUTHY = "truthy"
    EQUAL = "eq"
    LESS = "lt"
    AT_MOST = "le"
    DEFINED = "defined"
    NONE = "none"
    FLAG = "flag"
    """Anything else, in words: two unknowns compared, a test of the project's own."""


class Question(NamedTuple):
    """A yes-or-no question about the value at a data path (`invoice.due`, `items[0].price`)."""

    path: str
    op: Op
    value: Constant = None

    @property
    def key(self) -> tuple[str, Op, str, Constant]:
        """Tells `1` from `True` and from `1.0`, which Python holds to be the same."""
        return self.path, self.op, type(self.value).__name__, self.value


@dataclass(frozen=True, slots=True)
class Atom:
    """A question and the answer it was given in one rendering.

    `value` is what was compared with (`eq`, `lt`, `le`); the others have none.
    """

    path: str
    op: Op
    value: Constant
    truth: bool

    @property
    def question(self) -> Question:
        return Question(self.path, self.op, self.value)

    def __str__(self) -> str:
        signs = {Op.EQUAL: ("==", "!="), Op.LESS: ("<", ">="), Op.AT_MOST: ("<=", ">")}
        if self.op in signs:
            return f"{self.path} {signs[self.op][not self.truth]} {self.value!r}"
        words = f"{self.path} is {self.op}" if self.op in (Op.DEFINED, Op.NONE) else self.path
        return words if self.truth else f"not {words}"
