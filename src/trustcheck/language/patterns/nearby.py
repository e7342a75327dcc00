"""The part of the vocabulary that can play a role in a few sentences: small patterns compile in no time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from trustcheck.language.patterns.compile import Compiler
from trustcheck.language.patterns.notation import parse
from trustcheck.model.rule import PatternText, Vocabulary


class Nearby:
    """A vocabulary of one language, cut down to the sentences at hand."""

    def __init__(self, language: str, vocabulary: Vocabulary) -> None:
        self.language = language
        self.compiler = Compiler(language, vocabulary)
        self._sets: dict[str, tuple[PatternText, ...]] = {}
        for name, by_language in vocabulary.sets.items():
            entries = (*by_language.get(language, ()), *by_language.get("any", ()))
            if entries:
                self._sets[name] = entries
        self._anchors = {
            entry.at: self.compiler.anchors(parse(entry)[0].sequence)
            for entries in self._sets.values()
            for entry in entries
        }
        self._kept: dict[str, frozenset[object]] = {}

    def entries(self, name: str) -> tuple[PatternText, ...]:
        """All that the set stands for in this language."""
        return self._sets[name]

    def vocabulary(self, lines: Iterable[str], instead: Mapping[PatternText, PatternText | None]) -> Vocabulary:
        """Each set with the entries that may stand in one of the lines, and one more, so that no set is empty.

        `instead`: what stands in the place of an entry; None: it is left out.
        """
        there = frozenset().union(*map(self._standing, lines))
        sets = {}
        for name, entries in self._sets.items():
            near = [instead.get(e, e) for e in entries if e.at in there]
            other = next((e for e in entries if e.at not in there), None)
            sets[name] = {self.language: tuple(e for e in [*near, other] if e is not None)}
        return Vocabulary(sets)

    def _standing(self, line: str) -> frozenset[object]:
        """The places of the entries that may stand in the line: one without anchors may stand anywhere."""
        if line not in self._kept:
            self._kept[line] = frozenset(
                at for at, anchors in self._anchors.items() if not anchors or any(anchor in line for anchor in anchors)
            )
        return self._kept[line]
