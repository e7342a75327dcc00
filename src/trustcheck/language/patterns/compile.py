"""From the tree of a pattern to what the index runs: an expression for each part, and the literals that anchor it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from typing import NoReturn

from trustcheck.language.patterns.expand import alternation, word_anchors, word_forms, word_regex
from trustcheck.language.patterns.notation import Choice, Edge, Gap, Item, Part, Sequence, SetRef, Slot, Word, parse
from trustcheck.model.errors import RuleFileError
from trustcheck.model.rule import PatternText, SourceLine, Vocabulary

_GAP_WORD = r"(?:(?![.:;?!…] )[^ ]+ )"
_NUMBER = "\x00"
_START = r"(?<=\A )"
_END = r"(?=(?:[^\w ]+ )*\Z)"


@dataclass(frozen=True, slots=True)
class CompiledPart:
    """`regex` runs over a token line. Its groups are `s<n>_<slot>` for slots and `g<n>` for gaps.

    `anchors`: literals of which every match holds at least one; empty where there are none.
    """

    regex: str
    absent: bool
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CompiledPattern:
    """A pattern of `owner` (a rule, claim kind or class) in `group`, ready to run for one language."""

    owner: str
    group: str
    pattern: PatternText
    parts: tuple[CompiledPart, ...]

    @property
    def anchors(self) -> frozenset[str]:
        """The anchors of the part that is found least often: without one of them the pattern cannot match."""
        return _best([frozenset(part.anchors) for part in self.parts])


class Compiler:
    """Compiles patterns of one language; vocabulary sets are expanded once each."""

    def __init__(self, language: str, vocabulary: Vocabulary) -> None:
        self._language = language
        self._vocabulary = vocabulary
        self._sets: dict[str, tuple[Choice, str, frozenset[str]]] = {}
        self._open: list[str] = []
        self._at = PatternText("", SourceLine("", 1, 1))

    def compile(self, owner: str, group: str, pattern: PatternText) -> CompiledPattern:
        """Raises RuleFileError for a bad pattern, an unknown set, or one without any word to anchor it."""
        self._at = pattern
        parts = tuple(self._part(part) for part in parse(pattern))
        compiled = CompiledPattern(owner, group, pattern, parts)
        if not compiled.anchors:
            self._fail(
                "the pattern has no word that must occur", "Add a word: gaps, slots and options alone match anything."
            )
        return compiled

    def expression(self, sequence: Sequence) -> str:
        """The expression for a piece of a pattern; it need not hold a word that must occur."""
        return self._numbered(self._sequence(sequence))

    def anchors(self, sequence: Sequence) -> frozenset[str]:
        """Literals of which every match of the sequence holds at least one; empty where there are none."""
        return self._sequence_anchors(sequence)

    def _part(self, part: Part) -> CompiledPart:
        anchors = frozenset() if part.absent else self._sequence_anchors(part.sequence)
        return CompiledPart(self.expression(part.sequence), part.absent, tuple(sorted(anchors)))

    def _sequence(self, sequence: Sequence) -> str:
        return "".join(self._item(item) for item in sequence.items)

    def _item(self, item: Item) -> str:
        match item:
            case Word():
                return word_regex(item, self._language)
            case Slot():
                return f"(?P<s{_NUMBER}_{item.name}>{item.kind.value} )"
            case SetRef():
                return self._set(item.name)[1]
            case Gap():
                return f"(?P<g{_NUMBER}>{_GAP_WORD}{{0,{item.most}}}?)"
            case Edge():
                return _START if item.start else _END
            case Choice():
                return self._choice(item)

    def _choice(self, choice: Choice) -> str:
        singles = [o.items[0] for o in choice.options if len(o.items) == 1 and _is_plain(o.items[0])]
        words = {form for w in singles if isinstance(w, Word) for form in word_forms(w, self._language)}
        # Plain single words share one tree; longer alternatives stand before it: the longest reading is tried first.
        branches = [self._sequence(o) for o in choice.options if not (len(o.items) == 1 and _is_plain(o.items[0]))]
        if words:
            branches.append(alternation(words) + " ")
        body = "|".join(branches)
        opening = f"(?P<s{_NUMBER}_{choice.name}>" if choice.name else "(?:"
        return f"{opening}{body})" + ("?" if choice.optional else "")

    def _set(self, name: str) -> tuple[Choice, str, frozenset[str]]:
        if name not in self._sets:
            self._sets[name] = self._expand_set(name)
        return self._sets[name]

    def _expand_set(self, name: str) -> tuple[Choice, str, frozenset[str]]:
        if name in self._open:
            self._fail(
                f"vocabulary set <{name}> refers to itself", "Break the circle: " + " → ".join([*self._open, name])
            )
        by_language = self._vocabulary.sets.get(name)
        if by_language is None:
            known = ", ".join(sorted(self._vocabulary.sets)) or "none"
            self._fail(f"there is no vocabulary set <{name}>", f"Known sets: {known}.")
        entries = (*by_language.get(self._language, ()), *by_language.get("any", ()))
        if not entries:
            self._fail(f"vocabulary set <{name}> has no entry for {self._language}", "Add words for it.")
        outer, self._open = self._at, [*self._open, name]
        choice = Choice(tuple(self._set_entry(entry) for entry in entries))
        regex = self._choice(choice)
        anchors = self._item_anchors(choice)
        self._at, self._open = outer, self._open[:-1]
        return choice, regex, anchors

    def _set_entry(self, entry: PatternText) -> Sequence:
        self._at = entry
        parts = parse(entry)
        if len(parts) > 1 or parts[0].absent:
            self._fail("a vocabulary entry is a plain sequence", "Use & and ! in rule patterns only.")
        return parts[0].sequence

    def _sequence_anchors(self, sequence: Sequence) -> frozenset[str]:
        return _best([self._item_anchors(item) for item in sequence.items])

    def _item_anchors(self, item: Item) -> frozenset[str]:
        match item:
            case Word():
                return word_anchors(item, self._language)
            case Slot():
                return frozenset({f" {item.kind.value} "})
            case SetRef():
                return self._set(item.name)[2]
            case Choice() if not item.optional:
                options = [self._sequence_anchors(option) for option in item.options]
                return frozenset().union(*options) if all(options) else frozenset()
            case _:
                return frozenset()

    @staticmethod
    def _numbered(regex: str) -> str:
        # Group names must be unique in an expression, and a set may be used twice in one: number them at the end.
        numbers = count()
        return "(?<= )" + re.sub(_NUMBER, lambda _: str(next(numbers)), regex)

    def _fail(self, what: str, next_step: str) -> NoReturn:
        at = self._at.at
        raise RuleFileError(
            f"pattern: {what}: {self._at.text}", path=at.path, line=at.line, column=at.column, next_step=next_step
        )


def _is_plain(item: Item) -> bool:
    return isinstance(item, Word) and not item.before and not item.after


def _best(candidates: list[frozenset[str]]) -> frozenset[str]:
    """The rarest-looking anchors: long literals first, then few of them."""
    usable = [c for c in candidates if c]
    return max(usable, key=lambda c: (min(min(len(a.strip()) for a in c), 5), -len(c)), default=frozenset())


def compile_all(
    patterns: Mapping[tuple[str, str], tuple[PatternText, ...]], language: str, vocabulary: Vocabulary
) -> tuple[CompiledPattern, ...]:
    """Compile `(owner, group) → patterns` for one language."""
    compiler = Compiler(language, vocabulary)
    return tuple(
        compiler.compile(owner, group, pattern) for (owner, group), found in patterns.items() for pattern in found
    )
