"""Patterns that do not compile: all of them at once, where the linter stops at the first."""

from __future__ import annotations

from collections.abc import Iterator

from trustcheck.language.patterns.build import LanguageIndexes, patterns_of
from trustcheck.language.patterns.compile import Compiler
from trustcheck.model.errors import RuleFileError
from trustcheck.model.language import LANGUAGES
from trustcheck.model.rule import Pack
from trustcheck.packs.mistakes import together


def require_patterns(pack: Pack) -> None:
    """Compile the patterns of all languages. Raises RuleFileError with every pattern that cannot be compiled."""
    indexes = LanguageIndexes(pack)
    errors: dict[str, RuleFileError] = {}
    for language in LANGUAGES:
        try:
            indexes[language]
        except RuleFileError:
            # A mistake in a vocabulary set is met by every pattern that uses it, and told once.
            errors.update((str(error), error) for error in _errors(pack, language))
    if errors:
        raise together(errors.values())


def _errors(pack: Pack, language: str) -> Iterator[RuleFileError]:
    compiler = Compiler(language, pack.vocabulary)
    for (owner, group), patterns in patterns_of(pack, language).items():
        for pattern in patterns:
            try:
                compiler.compile(owner, group, pattern)
            except RuleFileError as error:
                # A compiler that failed in the middle of a set is not fit for the next pattern.
                compiler = Compiler(language, pack.vocabulary)
                yield error
