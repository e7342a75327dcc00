"""The self-test of rule files: every example does what it says, every pattern is exercised, no language is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from trustcheck.engine.run import NO_ACCOUNT
from trustcheck.engine.usable import require_usable
from trustcheck.model.claim import ClaimVerdict
from trustcheck.model.language import LANGUAGES
from trustcheck.model.report import MessageReport
from trustcheck.model.rule import Example, Lifecycle, Pack, Severity, SourceLine
from trustcheck.model.span import Span
from trustcheck.packs.load import BUILTIN, builtin_rules, load_pack
from trustcheck.rulebook.bench import Bench, Trial
from trustcheck.rulebook.compiling import require_patterns
from trustcheck.rulebook.coverage import Coverage, coverage_of
from trustcheck.rulebook.subjects import Subject, subjects_of

_WORDED = frozenset({"phrases", "required"})
"""Checks whose findings are about words, and nothing else."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Something in a rule file that does not hold. `at` is the example or pattern in question."""

    at: SourceLine
    subject: str
    expected: str
    found: str

    def __str__(self) -> str:
        at = self.at
        return f"{at.path}:{at.line}:{at.column}: {self.subject}: {self.expected}\n    {self.found}"


@dataclass(frozen=True, slots=True)
class SelfTest:
    """The outcome. `coverage` has one row for each subject and language."""

    rules: int
    patterns: int
    examples: int
    failures: tuple[Failure, ...]
    coverage: tuple[Coverage, ...]


@dataclass(frozen=True, slots=True)
class _Hit:
    """A place where the subject fired, in the source text, and its words."""

    span: Span
    text: str


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
    subjects = [subject for subject in subjects_of(pack) if not only or _is_wanted(subject, only)]
    failures = [f for s in subjects for f in _about_itself(s)]
    failures += [*_opposites(pack, subjects), *_conditions(pack, subjects), *_without_rewrite(pack, subjects)]
    coverage: list[Coverage] = []
    bench = Bench(folders, subjects)
    for subject in subjects:
        trials = list(_trials(subject, bench))
        rows = coverage_of(subject, [(language, trial.matched) for language, _, trial in trials])
        coverage += rows
        failures += (f for _, example, trial in trials for f in _judged(subject, example, trial))
        failures += (_unexercised(subject, pattern.text, pattern.at) for row in rows for pattern in row.unexercised)
    return SelfTest(
        rules=len(subjects),
        patterns=sum(row.patterns for row in coverage),
        examples=sum(row.examples for row in coverage),
        failures=tuple(sorted(failures, key=lambda f: (f.at.path, f.at.line, f.at.column))),
        coverage=tuple(coverage),
    )


def _is_wanted(subject: Subject, only: Sequence[str]) -> bool:
    named = {subject.code, subject.owner} & set(only)
    return bool(named) or any(_is_in(subject.at.path, place) for place in only)


def _is_in(path: str, place: str) -> bool:
    return path == place or path.startswith(place.rstrip("/") + "/")


def _trials(subject: Subject, bench: Bench) -> Iterator[tuple[str, Example, Trial]]:
    for language, examples in subject.examples.items():
        for example in examples:
            yield language, example, bench.run(subject, example, language)


def _about_itself(subject: Subject) -> Iterator[Failure]:
    """What is missing in a file as such: examples of both sorts in every language."""
    label = _label(subject)
    for language in _wanted_languages(subject) or ("any",):
        given = subject.examples.get(language, ())
        if not any(e.bad for e in given):
            yield Failure(subject.at, label, f"an example that fires, in {language}", "there is none")
        if subject.kind != "class" and all(e.bad for e in given):
            yield Failure(subject.at, label, f"an example that stays silent, in {language}", "there is none")


def _wanted_languages(subject: Subject) -> tuple[str, ...]:
    return LANGUAGES if _is_in(subject.at.path, BUILTIN) else subject.languages


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


def _judged(subject: Subject, example: Example, trial: Trial) -> Iterator[Failure]:
    label, report = _label(subject), trial.report
    if report is None:
        yield Failure(example.at, label, "the example can be checked", trial.trouble)
    elif subject.kind == "class":
        if report.message_class.name != subject.name:
            evidence = ", ".join(f"«{words}»" for words in report.message_class.evidence) or "no words that tell"
            found = f"it is taken for «{report.message_class.name}»: {evidence}"
            yield Failure(example.at, label, "the message is of this class", found)
    else:
        yield from _fired(subject, example, report)


def _fired(subject: Subject, example: Example, report: MessageReport) -> Iterator[Failure]:
    label = _label(subject)
    hits = list(_hits(subject, report))
    wrong = _not_run(subject, report, fires=example.bad)
    if wrong:
        yield Failure(example.at, label, "the rule runs on the example", wrong)
    elif not example.bad and hits:
        yield Failure(example.at, label, "stays silent", _listed(hits))
    elif example.bad and not hits:
        yield Failure(example.at, label, "fires", f"it stays silent: {example.text.strip()[:120]}")
    elif example.bad:
        for start, end in example.marks:
            if not any(_touches(hit.span, Span(start, end)) for hit in hits):
                expected = f"fires at «{example.text[start:end]}»"
                yield Failure(example.at, label, expected, _listed(hits))
        yield from _verdict(subject, example, report)


def _verdict(subject: Subject, example: Example, report: MessageReport) -> Iterator[Failure]:
    if not example.verdict:
        return
    verdicts = {claim.verdict.value: claim.reason for claim in report.claims if claim.kind == subject.name}
    if set(verdicts) != {example.verdict}:
        found = "; ".join(f"{verdict}: {reason}" for verdict, reason in verdicts.items())
        yield Failure(example.at, _label(subject), f"the claim is {example.verdict}", found)


def _hits(subject: Subject, report: MessageReport) -> Iterator[_Hit]:
    if subject.kind == "claim":
        places = [(claim.place, claim.text) for claim in report.claims if claim.kind == subject.name]
    else:
        places = [(finding.place, finding.text) for finding in report.findings if finding.code == subject.code]
    return (_Hit(Span(place.start.offset, place.end.offset), text) for place, text in places)


def _not_run(subject: Subject, report: MessageReport, *, fires: bool) -> str:
    """Why a rule did not run though the example needs it to: silence of a rule that was switched off proves nothing."""
    for outcome in report.checks.failed:
        if outcome.rule in (subject.name, "reading"):
            return outcome.reason
    for outcome in report.checks.skipped:
        if outcome.rule == subject.name and (fires or outcome.reason == NO_ACCOUNT):
            return outcome.reason
    return ""


def _touches(hit: Span, mark: Span) -> bool:
    """True where the two share a code point; something absent is a point, and touches what it stands in."""
    return hit.overlaps(mark) or (hit.start == hit.end and mark.start <= hit.start <= mark.end)


def _listed(hits: Iterable[_Hit]) -> str:
    return "it fires at " + ", ".join(f"«{' '.join(hit.text.split())[:80]}»" for hit in hits)


def _unexercised(subject: Subject, text: str, at: SourceLine) -> Failure:
    return Failure(at, _label(subject), "an example of the file matches every pattern", f"none matches: {text}")


def _label(subject: Subject) -> str:
    return f"{subject.code} {subject.name}" if subject.code else f"{subject.kind} {subject.name}"
