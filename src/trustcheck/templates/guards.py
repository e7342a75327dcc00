"""Under which conditions, and by which calls, a piece of text was printed. Both are linked lists that runs share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trustcheck.templates.questions import Atom
from trustcheck.templates.source import Spot


@dataclass(frozen=True, slots=True, eq=False)
class Guard:
    """A condition and the ones around it (`parent`). `truth`: whether it held. `atoms`: what it says about the data."""

    parent: Guard | None
    spot: Spot
    truth: bool
    atoms: tuple[Atom, ...]
    depth: int

    @classmethod
    def under(cls, parent: Guard | None, spot: Spot, truth: bool, atoms: tuple[Atom, ...]) -> Guard:
        return cls(parent, spot, truth, atoms, parent.depth + 1 if parent else 1)

    def chain(self) -> Iterator[Guard]:
        """This guard and those around it, innermost first."""
        guard: Guard | None = self
        while guard is not None:
            yield guard
            guard = guard.parent

    def within(self, other: Guard) -> bool:
        """True where `other` is this guard or one around it."""
        guard: Guard | None = self
        while guard is not None and guard.depth > other.depth:
            guard = guard.parent
        return guard is other


Heads = tuple[Guard, ...]
"""The innermost guards of a piece: that of where it was made, and that of where it was printed."""


def joined(heads: Heads, guard: Guard | None) -> Heads:
    """The heads with one more, leaving out those that a deeper one implies."""
    if guard is None or guard in heads:
        return heads
    if not heads:
        return (guard,)
    if any(head.within(guard) for head in heads):
        return heads
    return (*(head for head in heads if not guard.within(head)), guard)


def all_of(heads: Iterable[Guard]) -> dict[Guard, None]:
    """Every guard of some heads, outermost first, each once."""
    return dict.fromkeys(guard for head in heads for guard in reversed(tuple(head.chain())))


@dataclass(frozen=True, slots=True, eq=False)
class CallSite:
    """An include, macro, block or import that was being carried out. `parent` is the one around it."""

    parent: CallSite | None
    kind: str
    name: str
    spot: Spot
