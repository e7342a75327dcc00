"""The self-test of rule files: every example does what it says, every pattern is exercised, no language is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from trustcheck.engine.usable import require_usable
from trustcheck.model.claim import ClaimVerdict
from trustcheck.model.language import LANGUAGES
from trustcheck.model.rule import Example, Lifecycle, Pack, Severity, SourceLine
from trustcheck.packs.find import is_in
from trustcheck.packs.load import BUILTIN, builtin_rules, load_pack
from trustcheck.rulebook.bench import Bench, Trial
from trustcheck.rulebook.compiling import require_patterns
from trustcheck.rulebook.coverage import Coverage, coverage_of
from trustcheck.rulebook.judging import Failure, judged, label_of
from trustcheck.rulebook.subjects import Subject, subjects_of

_WORDED = frozenset({"phrases", "required"})
"""Checks whose findings are about words, and nothing else."""


@dataclass(frozen=True, slots=True)
class SelfTest:
    """The outcome. `coverage` has one row for each subject and language."""

    rules: int
    patterns: int
    examples: int
    failures: tuple[Failure, ...]
    coverage: tuple[Coverage, ...]


def run_selftest(folders: Sequence[Path] = (), only: Sequence[str] = ()) -> SelfTest:
    """Test the built-in rules and those in `folders`.

    `only`: folders or files as the pack names them (`rules/tone`), rules by code or name, `claim:<kind>` or
    `class:<name>`; the rest is loaded, not tested.
    Built-in rules must speak all languages, those of others only have to be complete in the languages they speak.
    Raises RuleFileError for files that cannot be loaded, checks and options that do not exist, and patterns that cannot
    be compiled.
    """
    pack = load_pack([builtin_rules(), *folders])
    require_usable(pack)
    require_patterns(pack)
    subjects = [subject for subject in subjects_of(pack) if not only or is_wanted(subject, only)]
    failures = [f for s in subjects for f in _about_itself(s)]
    failures += [*_opposites(pack, subjects), *_conditions(pack, subjects), *_without_rewrite(pack, subjects)]
    coverage: list[Coverage] = []
    bench = Bench(folders, subjects)
    for subject in subjects:
        trials = list(_trials(subject, bench))
        rows = coverage_of(subject, [(language, trial.matched) for language, _, trial in trials])
        coverage += rows
        failures += (f for _, example, trial in trials for f in judged(subject, example, trial))
        failures += (_unexercised(subject, pattern.text, pattern.at) for row in rows for pattern in row.unexercised)
    return SelfTest(
        rules=len(subjects),
        patterns=sum(row.patterns for row in coverage),
        examples=sum(row.examples for row in coverage),
        failures=tuple(sorted(failures, key=lambda f: (f.at.path, f.at.line, f.at.column))),
        coverage=tuple(coverage),
    )


def is_wanted(subject: Subject, only: Sequence[str]) -> bool:
    """Is the subject named in `only`, or in one of its folders and files?"""
    named = {subject.code, subject.owner} & set(only)
    return bool(named) or any(is_in(subject.at.path, place) for place in only)


def _trials(subject: Subject, bench: Bench) -> Iterator[tuple[str, Example, Trial]]:
    for language, examples in subject.examples.items():
        for example in examples:
            yield language, example, bench.run(subject, example, language)


def _about_itself(subject: Subject) -> Iterator[Failure]:
    """What is missing in a file as such: examples of both sorts in every language."""
    label = label_of(subject)
    for language in _wanted_languages(subject) or ("any",):
        given = subject.examples.get(language, ())
        if not any(e.bad for e in given):
            yield Failure(subject.at, label, f"an example that fires, in {language}", "there is none")
        if subject.kind != "class" and all(e.bad for e in given):
            yield Failure(subject.at, label, f"an example that stays silent, in {language}", "there is none")


def _wanted_languages(subject: Subject) -> tuple[str, ...]:
    return LANGUAGES if is_in(subject.at.path, BUILTIN) else subject.languages


def _opposites(pack: Pack, subjects: Sequence[Subject]) -> Iterator[Failure]:
    """A negation must make a claim of a kind that somebody verifies."""
    kinds, tested = {kind.name for kind in pack.claims}, {s.name for s in subjects if s.kind == "claim"}
    for kind in pack.claims:
        if kind.name in tested and kind.opposite and kind.opposite not in kinds:
            yield Failure(kind.at, f"claim {kind.name}", "the opposite is a claim kind", f"there is no {kind.opposite}")


def _conditions(pack: Pack, subjects: Sequence[Subject]) -> Iterator[Failure]:
    """A condition is tested only by facts that make it true, facts that make it false, and facts that do neither."""
    tested = {s.name for s in subjects if s.kind == "claim"}
    for kind in pack.claims:
        if kind.condition and kind.name in tested:
            shown = {example.verdict for examples in kind.examples.values() for example in examples}
            for verdict in (ClaimVerdict.CONFIRMED, ClaimVerdict.CONTRADICTED, ClaimVerdict.UNKNOWN):
                if verdict.value not in shown:
                    expected = f"an example with facts whose verdict is {verdict.value}"
                    yield Failure(kind.at, f"claim {kind.name}", expected, "there is none")


def _without_rewrite(pack: Pack, subjects: Sequence[Subject]) -> Iterator[Failure]:
    """Whoever is told that words are wrong, or missing, is told which to write: in every language that finds them.

    This holds for rules that patterns alone decide (`phrases`, `required`). What built-in checks find is often mended
    with a number, an address or a fact, and no sentence of ours could hold that.
    """
    languages = {s.name: _wanted_languages(s) for s in subjects if s.kind == "rule"}
    for rule in pack.rules:
        if rule.check not in _WORDED or rule.severity is Severity.INFO or rule.lifecycle is Lifecycle.DEPRECATED:
            continue
        for language in languages.get(rule.name, ()):
            if not rule.rewrite.get(language):
                label = f"{rule.code} {rule.name}"
                yield Failure(rule.at, label, f"a rewrite, in {language}", "there is none: nobody learns what to write")


def _unexercised(subject: Subject, text: str, at: SourceLine) -> Failure:
    return Failure(at, label_of(subject), "an example of the file matches every pattern", f"none matches: {text}")
