"""How well the examples of a rule file exercise it, by language."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from trustcheck.model.rule import PatternText, SourceLine
from trustcheck.rulebook.subjects import Subject


@dataclass(frozen=True, slots=True)
class Coverage:
    """One subject in one language. `unexercised` are the patterns that no example in that language matches."""

    subject: str
    language: str
    patterns: int
    examples: int
    unexercised: tuple[PatternText, ...]


def coverage_of(subject: Subject, matched: Sequence[tuple[str, Collection[SourceLine]]]) -> list[Coverage]:
    """The rows of one subject. `matched`: for each example its language and the places of the patterns it matches."""
    return [_row(subject, language, matched) for language in subject.languages]


def _row(subject: Subject, language: str, matched: Sequence[tuple[str, Collection[SourceLine]]]) -> Coverage:
    places = {place for spoken, found in matched if spoken == language for place in found}
    patterns = subject.patterns.get(language, ())
    return Coverage(
        subject=subject.code or subject.name,
        language=language,
        patterns=len(patterns),
        examples=len(subject.examples.get(language, ())),
        unexercised=tuple(pattern for pattern in patterns if pattern.at not in places),
    )
