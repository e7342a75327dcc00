"""What a check may ask about a message that a template became. The templates room answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from trustcheck.model.span import Span


class Asked(Protocol):
    """A question about the data at a path, and the answer that one rendering assumes."""

    @property
    def path(self) -> str: ...
    @property
    def op(self) -> str:
        """`truthy`, `eq`, `lt`, `le`, `defined`, `none` or `flag`."""

    @property
    def value(self) -> str | int | float | bool | None:
        """What `eq`, `lt` and `le` compare with."""

    @property
    def truth(self) -> bool: ...


class Condition(Protocol):
    """An `if` (or loop, or default) around a text. As a string: its words, with `not` where it did not hold."""

    @property
    def atoms(self) -> Sequence[Asked]: ...


@dataclass(frozen=True, slots=True)
class Printed:
    """A value that the template prints: its path (`invoice.amount`), and its stand-in's place in `Message.text`."""

    data: str
    span: Span


@dataclass(frozen=True, slots=True)
class Fallback:
    """The text of a `default(…)` in place of a value: the value's path, its kind, and the text's place."""

    data: str
    kind: str
    span: Span


class TemplateView(Protocol):
    """The template behind a message. Spans are in `Message.text`."""

    @property
    def whole(self) -> bool:
        """True where the message is what the template sends; False for a macro, a block or a part of others."""

    @property
    def asked(self) -> frozenset[str]:
        """The paths of all data that the template asks about anywhere: what is tested, or has a default."""

    def conditions_at(self, span: Span) -> Sequence[Condition]:
        """The conditions under which all of the span is printed."""

    def printed_at(self, span: Span) -> Sequence[Printed]:
        """The values printed in the span."""

    def stands_in(self, span: Span) -> bool:
        """True where nothing in the span is the template's own text: what a rule says of it, it says of a stand-in."""

    def fallbacks(self) -> Sequence[Fallback]: ...

    def noted_at(self, span: Span) -> Sequence[str]:
        """Facts that the author's comments name for the span: `invoice.paid=false`."""
