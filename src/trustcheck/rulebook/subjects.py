"""What is tested: rules, claim kinds and message classes, seen alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from trustcheck.model.language import LANGUAGES
from trustcheck.model.rule import Example, Pack, PatternText, SourceLine


@dataclass(frozen=True, slots=True)
class Subject:
    """A rule, claim kind or class. `kind` is `rule`, `claim` or `class`; `owner` the name its matches have.

    `patterns` are those of all groups, by language. `options` say for rules which classes and channels it is for.
    """

    kind: str
    name: str
    owner: str
    at: SourceLine
    patterns: Mapping[str, tuple[PatternText, ...]]
    examples: Mapping[str, tuple[Example, ...]]
    options: Mapping[str, Any] = field(default_factory=dict)
    code: str = ""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that its file speaks: those of its patterns and examples."""
        return tuple(name for name in LANGUAGES if self.patterns.get(name) or self.examples.get(name))


def subjects_of(pack: Pack) -> Iterator[Subject]:
    """All rules, then all claim kinds, then all classes of a pack."""
    for rule in pack.rules:
        patterns = {
            language: tuple(p for by_language in rule.patterns.values() for p in by_language.get(language, ()))
            for language in LANGUAGES
        }
        yield Subject("rule", rule.name, rule.name, rule.at, patterns, rule.examples, rule.options, rule.code)
    for kind in pack.claims:
        patterns = {name: (*kind.patterns.get(name, ()), *kind.presupposed.get(name, ())) for name in LANGUAGES}
        yield Subject("claim", kind.name, f"claim:{kind.name}", kind.at, patterns, kind.examples)
    for signature in pack.classes:
        patterns = {name: tuple(p for p, _ in signature.patterns.get(name, ())) for name in LANGUAGES}
        name = signature.name.value
        yield Subject("class", name, f"class:{name}", signature.at, patterns, signature.examples)
