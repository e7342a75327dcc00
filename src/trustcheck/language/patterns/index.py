"""All patterns of one language at once: one automaton finds the few that can match a sentence, and only those run."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from trustcheck.language.patterns.compile import CompiledPart, CompiledPattern
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
            yield from hits_of(self._patterns[number], line, sentence)


def hits_of(pattern: CompiledPattern, line: TokenLine, sentence: Sentence) -> Iterator[Hit]:
    """The matches of one pattern in one sentence, `line` being that sentence's."""
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
    if not all(_may_occur(part, line) for part in pattern.parts):
        return
    for start, end in _main_parts(sentence):
        if any(p.absent and _search(p.regex, line, start, end) for p in pattern.parts):
            continue
        wanted = [p.regex for p in pattern.parts if not p.absent]
        inner = [(c.start, c.end) for c in sentence.clauses if start <= c.start and c.end <= end]
        scopes = inner if inner == [(start, end)] else [*inner, (start, end)]
        matches = next((m for scope in scopes if (m := _all_apart(wanted, line, *scope))), None)
        if matches:
            yield _hit(pattern, line, matches)


def _may_occur(part: CompiledPart, line: TokenLine) -> bool:
    """Looking for literals is cheaper than compiling and running an expression that cannot match."""
    return not part.anchors or any(anchor in line.text for anchor in part.anchors)


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
    """One match for each expression inside the token range; empty if there is none.

    No two share a token of their own, but one may stand in another's gap: «stänger vi av» holds both «stänger … av»
    and «vi».
    """
    chosen: list[re.Match[str]] = []
    taken: set[int] = set()
    for regex in regexes:
        match = next((m for m in _search(regex, line, start, end) if taken.isdisjoint(_own_tokens(m, line))), None)
        if match is None:
            return []
        chosen.append(match)
        taken |= _own_tokens(match, line)
    return chosen


def _own_tokens(match: re.Match[str], line: TokenLine) -> set[int]:
    """The tokens that a match names itself, without those in its gaps."""
    own = set(range(line.index(match.start()), line.index(match.end())))
    for name, text in match.groupdict().items():
        if text is not None and name.startswith("g"):
            own.difference_update(range(line.index(match.start(name)), line.index(match.end(name))))
    return own


def _hit(pattern: CompiledPattern, line: TokenLine, matches: list[re.Match[str]]) -> Hit:
    own = {token for match in matches for token in _own_tokens(match, line)}
    slots = tuple(
        (name.partition("_")[2], line.index(match.start(name)), line.index(match.end(name)))
        for match in matches
        for name, text in match.groupdict().items()
        if text is not None and name.startswith("s")
    )
    start = min(line.index(m.start()) for m in matches)
    end = max(line.index(m.end()) for m in matches)
    return Hit(pattern, start, end, frozenset(own), slots)
