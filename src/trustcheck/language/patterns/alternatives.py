"""The alternatives of a pattern, and the pattern written without one of them: for telling which ones examples need."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from trustcheck.language.patterns.notation import Choice, Edge, Gap, Item, Part, Sequence, SetRef, Slot, Word, parse
from trustcheck.model.rule import PatternText

_ESCAPED = re.compile(r"[\\()\[\]|<>{}&!^$~*]|^\.(?=\.)")


@dataclass(frozen=True, slots=True)
class Alternative:
    """One branch inside `( | )` or `[ ]`. `number` counts those of a pattern from 0; `rest` is the pattern without it.

    `absent`: it stands in a part that must not occur.
    """

    number: int
    branch: Sequence
    rest: tuple[Part, ...]
    absent: bool

    @property
    def phrase(self) -> bool:
        """More than one element: a wording of its own, where a single word is one of a list."""
        return len(self.branch.items) > 1

    @property
    def text(self) -> str:
        return _sequence(self.branch)


def alternatives_in(pattern: PatternText) -> Iterator[Alternative]:
    """Every branch that can be taken out and leaves a pattern: of a group of one, nothing would be left."""
    parts = parse(pattern)
    number = 0
    for at, part in enumerate(parts):
        for branch, rest in _shorter(part.sequence):
            shorter = (*parts[:at], replace(part, sequence=rest), *parts[at + 1 :])
            yield Alternative(number, branch, shorter, part.absent)
            number += 1


def written(parts: tuple[Part, ...]) -> str:
    """Parts in the notation: `parse` makes the same parts of it."""
    return " & ".join(f"{'!' if part.absent else ''}{_sequence(part.sequence)}" for part in parts)


def sets_in(pattern: PatternText) -> frozenset[str]:
    """The vocabulary sets that the pattern names itself."""
    return frozenset(name for part in parse(pattern) for name in _sets(part.sequence))


def _shorter(sequence: Sequence) -> Iterator[tuple[Sequence, Sequence]]:
    """Each branch in the sequence, and the sequence without it."""
    for at, item in enumerate(sequence.items):
        if isinstance(item, Choice):
            for branch, rest in _fewer(item):
                items = (*sequence.items[:at], *([rest] if rest else []), *sequence.items[at + 1 :])
                if items:
                    yield branch, Sequence(items)


def _fewer(choice: Choice) -> Iterator[tuple[Sequence, Choice | None]]:
    """Each branch in the choice, and the choice without it; None where nothing of an optional one is left."""
    for at, option in enumerate(choice.options):
        before, after = choice.options[:at], choice.options[at + 1 :]
        if before or after:
            yield option, replace(choice, options=(*before, *after))
        elif choice.optional:
            yield option, None
        for branch, rest in _shorter(option):
            yield branch, replace(choice, options=(*before, rest, *after))


def _sets(sequence: Sequence) -> Iterator[str]:
    for item in sequence.items:
        if isinstance(item, SetRef):
            yield item.name
        elif isinstance(item, Choice):
            yield from (name for option in item.options for name in _sets(option))


def _sequence(sequence: Sequence) -> str:
    return " ".join(map(_item, sequence.items))


def _item(item: Item) -> str:
    match item:
        case Word():
            text = _ESCAPED.sub(r"\\\g<0>", item.text)
            return f"{'*' if item.before else ''}{text}{'~' if item.inflected else ''}{'*' if item.after else ''}"
        case Slot():
            return f"{{{item.kind.value}:{item.name}}}"
        case SetRef():
            return f"<{item.name}>"
        case Gap():
            return f"..{item.most}"
        case Edge():
            return "^" if item.start else "$"
        case Choice():
            opening, closing = "[]" if item.optional else "()"
            name = f":{item.name}" if item.name else ""
            return f"{opening}{'|'.join(map(_sequence, item.options))}{closing}{name}"
