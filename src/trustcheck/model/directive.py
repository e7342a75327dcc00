"""Suppressions as they are written in a file, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from trustcheck.model.span import Span


@dataclass(frozen=True, slots=True)
class RuleWord:
    """A rule as a directive names it: its code or its name. `span` is in `Message.source_text`."""

    word: str
    span: Span


@dataclass(frozen=True, slots=True)
class Directive:
    """Words in a file that take rules out of the count, in one block or in the whole message; never visible text.

    `span`: the whole directive in `Message.source_text`. `mistake`: why it cannot be used, empty where it can, and
    `next_step` what to write instead. `until`: the last day on which it holds.
    `anchor`, in `Message.text`: it covers the first block that ends after that place. `apart`: it stands between two
    blocks and not inside one. `whole`: it covers the whole message, wherever it stands.
    """

    span: Span
    words: tuple[RuleWord, ...] = ()
    reason: str = ""
    until: date | None = None
    whole: bool = False
    mistake: str = ""
    next_step: str = ""
    anchor: int = 0
    apart: bool = False

    def led(self, way: Callable[[Span], Span]) -> Directive:
        """The same with its places in the source led on by `way`."""
        words = tuple(replace(word, span=way(word.span)) for word in self.words)
        return replace(self, span=way(self.span), words=words)


class FaultKind(StrEnum):
    INVALID = "invalid"
    EXPIRED = "expired"
    UNUSED = "unused"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something to say about a directive. `span` is in `Message.source_text`; `rules` are the words it is about."""

    kind: FaultKind
    span: Span
    what: str
    next_step: str = ""
