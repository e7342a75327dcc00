"""How much of each rule its examples need, by language, and what they do not."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from trustcheck.engine.usable import require_usable
from trustcheck.language.patterns.alternatives import alternatives_in
from trustcheck.model.language import LANGUAGES
from trustcheck.model.rule import Pack, PatternText, SourceLine
from trustcheck.packs.find import is_in
from trustcheck.packs.load import builtin_rules, load_pack
from trustcheck.rulebook.compiling import require_patterns
from trustcheck.rulebook.mutants import mark_of
from trustcheck.rulebook.mutation import run_mutants
from trustcheck.rulebook.selftest import is_wanted
from trustcheck.rulebook.subjects import Subject, subjects_of


class Sort(StrEnum):
    """What can be left out: a whole pattern; a branch or vocabulary entry of several words; one of a single word."""

    PATTERN = "pattern"
    PHRASE = "phrase"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that can be left out, and no example fails. `text` is what; it stands in `pattern`, at `at`."""

    sort: Sort
    subject: str
    language: str
    text: str
    pattern: str
    at: SourceLine

    def __str__(self) -> str:
        place = f"{self.at.path}:{self.at.line}:{self.at.column}: no example needs"
        return f"{place}: {self.text}" if self.text == self.pattern else f"{place} «{self.text}» in: {self.pattern}"


@dataclass(frozen=True, slots=True)
class Row:
    """One rule, claim kind, class or vocabulary set in one language.

    `needed` of its `patterns`, and `exercised` of its `alternatives` (branches, and for a set its entries): those
    without which an example fails.
    """

    subject: str
    language: str
    examples: int
    patterns: int
    needed: int
    alternatives: int
    exercised: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """The whole outcome. `failing` are places of examples that do not even hold as it is; they need nothing."""

    rows: tuple[Row, ...]
    gaps: tuple[Gap, ...]
    failing: tuple[str, ...]

    def of(self, sort: Sort) -> list[Gap]:
        return [gap for gap in self.gaps if gap.sort is sort]

    @property
    def share(self) -> float:
        """Percentage of the alternatives that are exercised; 100 where there are none."""
        total = sum(row.alternatives for row in self.rows)
        return 100 * sum(row.exercised for row in self.rows) / total if total else 100.0


def run_coverage(folders: Sequence[Path] = (), only: Sequence[str] = ()) -> Coverage:
    """Leave out every alternative of the built-in rules and those in `folders`, one after another.

    `only`: folders or files as the pack names them; their rules, claim kinds, classes and vocabulary sets are looked
    at. Raises RuleFileError for files that cannot be used.
    """
    pack = load_pack([builtin_rules(), *folders])
    require_usable(pack)
    require_patterns(pack)
    subjects = list(subjects_of(pack))
    wanted = [subject for subject in subjects if not only or is_wanted(subject, only)]
    sets = [
        one for one in _sets(pack) if not only or any(is_in(p.at.path, place) for p in one.patterns for place in only)
    ]
    # Words are shared: whether an example needs one is known when the examples of all rules are.
    needs = run_mutants(pack, folders, subjects if sets else wanted)
    measured = [
        _measured(one, needs.needed) for one in (*(one for subject in wanted for one in _listed(subject)), *sets)
    ]
    return Coverage(
        rows=tuple(row for row, _ in measured),
        gaps=tuple(gap for _, gaps in measured for gap in gaps),
        failing=tuple(sorted(needs.failing)),
    )


@dataclass(frozen=True, slots=True)
class _Listed:
    """Patterns of one language that are counted together. `words`: they are the entries of a vocabulary set."""

    subject: str
    language: str
    examples: int
    patterns: tuple[PatternText, ...]
    words: bool = False


def _listed(subject: Subject) -> Iterator[_Listed]:
    name = subject.code or f"{subject.kind}:{subject.name}"
    for language in subject.languages:
        patterns = subject.patterns.get(language, ())
        yield _Listed(name, language, len(subject.examples.get(language, ())), patterns)


def _sets(pack: Pack) -> Iterator[_Listed]:
    for name, by_language in sorted(pack.vocabulary.sets.items()):
        for language in (*LANGUAGES, "any"):
            if by_language.get(language):
                yield _Listed(f"<{name}>", language, 0, by_language[language], words=True)


def _measured(one: _Listed, needed: Collection[str]) -> tuple[Row, list[Gap]]:
    parts = [part for pattern in one.patterns for part in _parts(one, pattern)]
    gaps = [gap for mark, gap in parts if mark not in needed]
    patterns = sum(gap.sort is Sort.PATTERN for _, gap in parts)
    spare = sum(gap.sort is Sort.PATTERN for gap in gaps)
    row = Row(
        subject=one.subject,
        language=one.language,
        examples=one.examples,
        patterns=patterns,
        needed=patterns - spare,
        alternatives=len(parts) - patterns,
        exercised=len(parts) - patterns - (len(gaps) - spare),
    )
    return row, gaps


def _parts(one: _Listed, pattern: PatternText) -> Iterator[tuple[str, Gap]]:
    """The pattern and each branch of it: its mark, and the gap that it would be."""
    whole = _sort_of(" " in pattern.text) if one.words else Sort.PATTERN
    yield mark_of(pattern.at), Gap(whole, one.subject, one.language, pattern.text, pattern.text, pattern.at)
    for branch in alternatives_in(pattern):
        gap = Gap(_sort_of(branch.phrase), one.subject, one.language, branch.text, pattern.text, pattern.at)
        yield mark_of(pattern.at, branch.number), gap


def _sort_of(phrase: bool) -> Sort:
    return Sort.PHRASE if phrase else Sort.WORD
