"""From what a check reports to a finding: words, place and severity, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from trustcheck.engine.baseline import Fingerprints
from trustcheck.engine.fixes import FileEdits
from trustcheck.engine.place import Placer
from trustcheck.model.claim import VerifiedClaim
from trustcheck.model.language import Analysis
from trustcheck.model.message import Message
from trustcheck.model.report import Finding, RawFinding, ReportedClaim, Suppressed
from trustcheck.model.rule import Rule


class Findings:
    """Makes the findings of one message from what its checks report."""

    def __init__(self, message: Message, analysis: Analysis, placer: Placer) -> None:
        self._message = message
        self._language = analysis.language
        self._placer = placer
        self._fingerprints = Fingerprints(message.text, analysis.sentences)
        self._edits = FileEdits(message)

    def of(self, found: Iterable[tuple[Rule, RawFinding]]) -> tuple[Finding, ...]:
        """Findings in the order of the file; at one place in the order of their codes."""
        made = (self._finding(rule, raw) for rule, raw in found if _counts(raw, self._message))
        return tuple(sorted(made, key=_order))

    def suppressed(self, found: Iterable[tuple[Rule, RawFinding, str]]) -> tuple[Suppressed, ...]:
        """What somebody suppressed, each with the reason given, in the order of the file."""
        return in_order(Suppressed(self._finding(rule, raw), reason) for rule, raw, reason in found)

    def _finding(self, rule: Rule, raw: RawFinding) -> Finding:
        message = self._message
        text = raw.span.of(message.text) if raw.source is None else raw.source.of(message.source_text)
        fields = {"text": " ".join(text.split()), **{k: " ".join(v.split()) for k, v in raw.fields.items()}}
        return Finding(
            code=rule.code,
            rule=rule.name,
            severity=rule.severity,
            message=_filled(raw.message or rule.message, fields),
            advice=_filled(raw.advice or rule.advice, fields),
            text=text,
            place=self._placer.place(raw.span) if raw.source is None else self._placer.in_source(raw.source),
            evidence=_evidence(raw, message),
            suggestion=rule.rewrite.get(self._language, ""),
            absent=raw.absent,
            fingerprint=self._fingerprints.of(raw),
            fix=raw.fix and self._edits.fix(raw.fix),
        )


def in_order(suppressed: Iterable[Suppressed]) -> tuple[Suppressed, ...]:
    return tuple(sorted(suppressed, key=lambda each: _order(each.finding)))


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
    if view is None or raw.of_data or raw.source is not None:
        return True
    return view.whole if raw.absent else not view.stands_in(raw.span)


def _evidence(raw: RawFinding, message: Message) -> Mapping[str, Any]:
    """What the check says; in a template also the conditions (`if`) under which the words are printed."""
    if message.template is None or raw.absent or raw.source is not None:
        return raw.evidence
    return {**raw.evidence, "if": [str(c) for c in message.template.conditions_at(raw.span)]}


def _order(finding: Finding) -> tuple[int, int, str]:
    return finding.place.start.offset, finding.place.end.offset, finding.code


def _filled(sentence: str, fields: dict[str, str]) -> str:
    """The sentence with its `{name}` fields replaced; braces that name no field stay (a letter may hold any)."""
    for name, value in fields.items():
        sentence = sentence.replace("{" + name + "}", value)
    return sentence
