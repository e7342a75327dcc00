"""An example on stage: its matches are found once, and it is judged again and again with some of them changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from trustcheck.engine.inspect import Case, House, judge
from trustcheck.language.patterns.index import TokenLine
from trustcheck.language.patterns.matches import MessageMatches, find_matches
from trustcheck.model.match import Match
from trustcheck.model.rule import Example, Rule, SourceLine
from trustcheck.rulebook.bench import Bench, Trial
from trustcheck.rulebook.judging import covered, judged
from trustcheck.rulebook.subjects import Subject

Group = tuple[str, str]
"""Whose patterns, and for what: owner and group."""


class Watched:
    """Implements `model.check.Matches`, and remembers whose patterns were asked for."""

    def __init__(self, matches: MessageMatches) -> None:
        self._matches = matches
        self.asked: set[str] = set()

    def of(self, owner: str, group: str = "match") -> tuple[Match, ...]:
        self.asked.add(owner)
        return self._matches.of(owner, group)


@dataclass(frozen=True, slots=True)
class Stage:
    """One example, ready to be judged. `lines` are those of its sentences; `reads` the owners whose matches count.

    `holds`: the example does what it says when nothing is changed.
    """

    subject: Subject
    example: Example
    house: House
    case: Case
    lines: tuple[TokenLine, ...]
    matches: MessageMatches
    reads: frozenset[str]
    holds: bool
    covered: frozenset[tuple[int, int]]

    def fails_with(self, changed: Mapping[Group, Sequence[Match]]) -> bool:
        """Does the example no longer do what it says, with these matches in the place of those groups' own?

        A mark that a finding covered whole, and covers no longer, counts: the self-test is content with a part of it.
        """
        matches = self.matches
        for (owner, group), found in changed.items():
            matches = matches.with_these(owner, group, found)
        report = judge(self.house, self.case, matches)
        if not self.covered <= covered(self.subject, self.example, report):
            return True
        return any(True for _ in judged(self.subject, self.example, Trial(report)))

    def others(self, group: Group, at: SourceLine, sentences: Iterable[int] | None = None) -> list[Match]:
        """The group's matches without those of the pattern at `at` (in some sentences only, if these are given)."""
        inside = None if sentences is None else set(sentences)
        return [
            match
            for match in self.matches.of(*group)
            if match.pattern.at != at or (inside is not None and match.sentence_index not in inside)
        ]


def staged(bench: Bench, subject: Subject, example: Example, language: str, rules: Sequence[Rule]) -> Stage:
    """Raises UnreadableError or UsageError for an example that cannot be read. `rules`: those that are run on it."""
    house = bench.house(language)
    case = replace(bench.case(subject, example, language), rules=tuple(rules))
    matches = find_matches(case.analysis.sentences, house.indexes)
    watched = Watched(matches)
    report = judge(house, case, watched)
    return Stage(
        subject=subject,
        example=example,
        house=house,
        case=case,
        lines=tuple(map(TokenLine, case.analysis.sentences)),
        matches=matches,
        reads=frozenset(watched.asked),
        holds=not any(True for _ in judged(subject, example, Trial(report))),
        covered=covered(subject, example, report),
    )
