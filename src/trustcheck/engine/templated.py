"""A template: each text that it can become is inspected as a message, and what they say is told once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from trustcheck.engine.decide import only_unverified, verdict_of
from trustcheck.model.report import (
    Checks,
    ClassVerdict,
    Exploration,
    Finding,
    MessageReport,
    NotRun,
    ReportedClaim,
    Suppressed,
    Verdict,
)
from trustcheck.model.rule import Rule
from trustcheck.model.span import Span

UNUSED = "suppression-unused"


@dataclass(frozen=True, slots=True)
class Variant:
    """One text that the template can become: what it assumes of the data, in words, and what was found in it.

    `suppressions`: where its directives stand, in its `source_text`.
    """

    assumes: tuple[str, ...]
    report: MessageReport
    suppressions: tuple[Span, ...] = ()


def merged(
    path: str, variants: Sequence[Variant], exploration: Exploration, rules: Sequence[Rule], unread: Sequence[NotRun]
) -> MessageReport:
    """One report for a template. What several variants have at one place is one finding.

    It says under which conditions it shows. The longest variant tells the language, class and channel of the template.
    """
    main = max((v.report for v in variants), key=lambda report: len(report.source_text), default=_nothing(path))
    findings = _findings(variants)
    failed = _distinct(n for v in variants for n in v.report.checks.failed)
    broken = [rule for rule in rules if any(rule.name == n.rule for n in failed)]
    verdict = verdict_of(findings, broken, unread=bool(unread) or any(n.rule == "reading" for n in failed))
    return replace(
        main,
        path=path,
        account=None,
        verdict=verdict,
        findings=findings,
        claims=_claims(variants),
        suppressed=_suppressed(variants),
        checks=Checks(
            max((v.report.checks.ran for v in variants), default=0),
            _distinct(n for v in variants for n in v.report.checks.skipped),
            (*unread, *failed),
        ),
        exploration=exploration,
        unverified=only_unverified(findings, verdict),
    )


def _nothing(path: str) -> MessageReport:
    """What is said of a template that prints no text of its own, such as a library of macros nobody could call."""
    return MessageReport(path, None, "letter", "", ClassVerdict("general", "detected"), Verdict.SEND, (), (), Checks(0))


_Key = tuple[object, ...]
"""What makes two findings one."""


def _findings(variants: Sequence[Variant]) -> tuple[Finding, ...]:
    """Each finding once. Where only some variants have it, its evidence says which: `when`, a list of conditions."""
    first: dict[_Key, Finding] = {}
    when: dict[_Key, list[list[str]]] = {}
    for variant in variants:
        for finding in variant.report.findings:
            # Something absent is so in the whole message; where its variants end, each points at another place.
            key = (finding.code,) if finding.absent else (finding.code, finding.place, finding.message)
            first.setdefault(key, finding)
            when.setdefault(key, []).append(list(variant.assumes if finding.absent else finding.evidence.get("if", ())))
    made = [
        _with_conditions(finding, when[key], len(variants))
        for key, finding in first.items()
        if finding.rule != UNUSED or len(when[key]) == _holding(finding, variants)
    ]
    return tuple(sorted(made, key=lambda f: (f.place.path, f.place.start.offset, f.place.end.offset, f.code)))


def _holding(finding: Finding, variants: Sequence[Variant]) -> int:
    """How many variants have the suppression that the finding is about: it is idle only if it is so in all of them."""
    offset = finding.place.start.offset
    return sum(any(span.start <= offset < span.end for span in variant.suppressions) for variant in variants)


def _suppressed(variants: Sequence[Variant]) -> tuple[Suppressed, ...]:
    found = {(s.finding.code, s.finding.place): s for v in variants for s in v.report.suppressed}
    return tuple(sorted(found.values(), key=lambda s: (s.finding.place, s.finding.code)))


def _with_conditions(finding: Finding, when: list[list[str]], variants: int) -> Finding:
    evidence = {k: v for k, v in finding.evidence.items() if k != "if"}
    everywhere = finding.absent and len(when) == variants
    ways = [list(way) for way in dict.fromkeys(tuple(way) for way in when)]
    if everywhere or [] in ways:
        return replace(finding, evidence=evidence)
    return replace(finding, evidence={**evidence, "when": ways})


def _claims(variants: Sequence[Variant]) -> tuple[ReportedClaim, ...]:
    found = {(c.kind, c.place): c for v in variants for c in v.report.claims}
    return tuple(sorted(found.values(), key=lambda c: (c.place.path, c.place.start.offset, c.kind)))


def _distinct(notes: Iterable[NotRun]) -> tuple[NotRun, ...]:
    return tuple(dict.fromkeys(notes))
