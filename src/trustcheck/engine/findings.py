"""From what a check reports to a finding: words, place and severity, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from trustcheck.engine.place import Placer
from trustcheck.model.claim import VerifiedClaim
from trustcheck.model.message import Message
from trustcheck.model.report import Finding, RawFinding, ReportedClaim
from trustcheck.model.rule import Rule


def findings_of(
    found: Iterable[tuple[Rule, RawFinding]], message: Message, language: str, placer: Placer
) -> tuple[Finding, ...]:
    """Findings in the order of the file; at one place in the order of their codes."""
    made = [_finding(rule, raw, message, language, placer) for rule, raw in found if _counts(raw, message)]
    return tuple(sorted(made, key=lambda f: (f.place.start.offset, f.place.end.offset, f.code)))


def claims_of(claims: Iterable[VerifiedClaim], message: Message, placer: Placer) -> tuple[ReportedClaim, ...]:
    made = [
        ReportedClaim(
            kind=verified.claim.kind,
            text=verified.claim.span.of(message.text),
            verdict=verified.judgement.verdict,
            reason=verified.judgement.reason,
            slots=verified.claim.slots,
            fact=verified.judgement.fact,
            place=placer.place(verified.claim.span),
        )
        for verified in claims
    ]
    return tuple(sorted(made, key=lambda c: (c.place.start.offset, c.kind)))


def _counts(raw: RawFinding, message: Message) -> bool:
    """Of a template's parts nobody expects a sender; and what stands in for data is no word of anybody's."""
    view = message.template
    if view is None or raw.of_data:
        return True
    return view.whole if raw.absent else not view.stands_in(raw.span)


def _evidence(raw: RawFinding, message: Message) -> Mapping[str, Any]:
    """What the check says; in a template also the conditions (`if`) under which the words are printed."""
    if message.template is None or raw.absent:
        return raw.evidence
    return {**raw.evidence, "if": [str(c) for c in message.template.conditions_at(raw.span)]}


def _finding(rule: Rule, raw: RawFinding, message: Message, language: str, placer: Placer) -> Finding:
    text = raw.span.of(message.text)
    fields = {"text": " ".join(text.split()), **{k: " ".join(v.split()) for k, v in raw.fields.items()}}
    return Finding(
        code=rule.code,
        rule=rule.name,
        severity=rule.severity,
        message=_filled(raw.message or rule.message, fields),
        advice=_filled(raw.advice or rule.advice, fields),
        text=text,
        place=placer.place(raw.span),
        evidence=_evidence(raw, message),
        suggestion=rule.rewrite.get(language, ""),
        absent=raw.absent,
    )


def _filled(sentence: str, fields: dict[str, str]) -> str:
    """The sentence with its `{name}` fields replaced; braces that name no field stay (a letter may hold any)."""
    for name, value in fields.items():
        sentence = sentence.replace("{" + name + "}", value)
    return sentence
