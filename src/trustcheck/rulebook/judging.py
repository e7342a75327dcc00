"""Does an example do what it says? It fires at its marks, stays silent, makes the claim, or is of the class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trustcheck.engine.run import NO_ACCOUNT
from trustcheck.model.report import MessageReport
from trustcheck.model.rule import Example, SourceLine
from trustcheck.model.span import Span
from trustcheck.rulebook.bench import Trial
from trustcheck.rulebook.subjects import Subject


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
class _Hit:
    """A place where the subject fired, in the source text, and its words."""

    span: Span
    text: str


def judged(subject: Subject, example: Example, trial: Trial) -> Iterator[Failure]:
    """What the example promises and its report does not hold."""
    label, report = label_of(subject), trial.report
    if report is None:
        yield Failure(example.at, label, "the example can be checked", trial.trouble)
    elif subject.kind == "class":
        if report.message_class.name != subject.name:
            evidence = ", ".join(f"«{words}»" for words in report.message_class.evidence) or "no words that tell"
            found = f"it is taken for «{report.message_class.name}»: {evidence}"
            yield Failure(example.at, label, "the message is of this class", found)
    else:
        yield from _fired(subject, example, report)


def covered(subject: Subject, example: Example, report: MessageReport) -> frozenset[tuple[int, int]]:
    """The example's marks over which a finding or claim of the subject stands whole."""
    spans = [hit.span for hit in _hits(subject, report)]
    return frozenset(mark for mark in example.marks if any(span.contains(Span(*mark)) for span in spans))


def _fired(subject: Subject, example: Example, report: MessageReport) -> Iterator[Failure]:
    label = label_of(subject)
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
        yield Failure(example.at, label_of(subject), f"the claim is {example.verdict}", found)


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


def label_of(subject: Subject) -> str:
    """How failures call the subject."""
    return f"{subject.code} {subject.name}" if subject.code else f"{subject.kind} {subject.name}"
