"""All patterns of one language at once: one automaton finds the few that can match a sentence, and only those run."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from trustcheck.language.patterns.compile import CompiledPattern
from trustcheck.model.language import Sentence


class Hit(NamedTuple):
    """A pattern's match in one sentence. `own`: indexes of the tokens that the pattern itself names, gaps left out."""

    pattern: CompiledPattern
    start: int
    end: int
    own: frozenset[int]
    slots: tuple[tuple[str, int, int], ...]


class TokenLine:
    """A sentence's tokens as one line of text, and the way back from its offsets to token indexes."""

    __slots__ = ("starts", "text")

    def __init__(self, sentence: Sentence) -> None:
        self.starts: list[int] = []
        at = 1
        for token in sentence.tokens:
            self.starts.append(at)
            at += len(token.norm) + 1
        self.text = " " + "".join(f"{token.norm} " for token in sentence.tokens)

    def index(self, offset: int) -> int:
        """The index of the token that holds `offset`; one past the last at the line's end."""
        return len(self.starts) if offset >= len(self.text) else bisect_right(self.starts, offset) - 1

    def offset(self, index: int) -> int:
        return self.starts[index] if index < len(self.starts) else len(self.text)


class PatternIndex:
    """Runs the compiled patterns of one language. Cost follows the anchors that a sentence holds, not the rules."""

    def __init__(self, patterns: Sequence[CompiledPattern]) -> None:
        from ahocorasick_rs import AhoCorasick

        owners: dict[str, list[int]] = defaultdict(list)
        for number, pattern in enumerate(patterns):
            for anchor in pattern.anchors:
                owners[anchor].append(number)
        self._patterns = tuple(patterns)
        self._by_anchor = tuple(owners.values())
        self._automaton = AhoCorasick(list(owners)) if owners else None

    def hits(self, sentence: Sentence) -> Iterator[Hit]:
        """All matches in one sentence, in the order of the patterns."""
        if self._automaton is None or not sentence.tokens:
            return
        line = TokenLine(sentence)
        found = {anchor for anchor, _, _ in self._automaton.find_matches_as_indexes(line.text, overlapping=True)}
        for number in sorted({number for anchor in found for number in self._by_anchor[anchor]}):
            pattern = self._patterns[number]
            if len(pattern.parts) == 1:
                yield from _sequence_hits(pattern, line)
            else:
                yield from _joint_hits(pattern, line, sentence)


@lru_cache(maxsize=8192)
def _expression(regex: str) -> re.Pattern[str]:
    return re.compile(regex)


def _sequence_hits(pattern: CompiledPattern, line: TokenLine) -> Iterator[Hit]:
    for match in _expression(pattern.parts[0].regex).finditer(line.text):
        if match.end() > match.start():
            yield _hit(pattern, line, [match])


def _joint_hits(pattern: CompiledPattern, line: TokenLine, sentence: Sentence) -> Iterator[Hit]:
    """`A & B`: at most one match in each main part, within one clause where that is possible."""
    for start, end in _main_parts(sentence):
        if any(p.absent and _search(p.regex, line, start, end) for p in pattern.parts):
            continue
        wanted = [p.regex for p in pattern.parts if not p.absent]
        inner = [(c.start, c.end) for c in sentence.clauses if start <= c.start and c.end <= end]
        scopes = inner if inner == [(start, end)] else [*inner, (start, end)]
        matches = next((m for scope in scopes if (m := _all_apart(wanted, line, *scope))), None)
        if matches:
            yield _hit(pattern, line, matches)


def _main_parts(sentence: Sentence) -> Iterable[tuple[int, int]]:
    extents: dict[int, tuple[int, int]] = {}
    for clause in sentence.clauses:
        start, end = extents.get(clause.segment, (clause.start, clause.end))
        extents[clause.segment] = min(start, clause.start), max(end, clause.end)
    return extents.values() or [(0, len(sentence.tokens))]


def _search(regex: str, line: TokenLine, start: int, end: int) -> Iterable[re.Match[str]]:
    # One character before the start is needed for the look-behind; an expression never ends past a token edge.
    return list(_expression(regex).finditer(line.text, line.offset(start), line.offset(end)))


def _all_apart(regexes: list[str], line: TokenLine, start: int, end: int) -> list[re.Match[str]]:
    """One match for each expression inside the token range, none overlapping another; empty if there is none."""
    chosen: list[re.Match[str]] = []
    for regex in regexes:
        free = (m for m in _search(regex, line, start, end) if all(_apart(m, c) for c in chosen))
        match = next(free, None)
        if match is None:
            return []
        chosen.append(match)
    return chosen


def _apart(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.end() <= other.start() or other.end() <= one.start()


def _hit(pattern: CompiledPattern, line: TokenLine, matches: list[re.Match[str]]) -> Hit:
    own: set[int] = set()
    slots: list[tuple[str, int, int]] = []
    for match in matches:
        own.update(range(line.index(match.start()), line.index(match.end())))
        for name, text in match.groupdict().items():
            if text is None:
                continue
            start, end = line.index(match.start(name)), line.index(match.end(name))
            if name.startswith("g"):
                own.difference_update(range(start, end))
            else:
                slots.append((name.partition("_")[2], start, end))
    start = min(line.index(m.start()) for m in matches)
    end = max(line.index(m.end()) for m in matches)
    return Hit(pattern, start, end, frozenset(own), tuple(slots))
