"""Findings and what was decided. This is all that a reporter sees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from trustcheck.model.claim import ClaimVerdict, FactRef
from trustcheck.model.fix import Fix
from trustcheck.model.message import SourceFile
from trustcheck.model.rule import Severity
from trustcheck.model.span import Place, Span

SCHEMA_VERSION = 1


class Verdict(StrEnum):
    SEND = "send"
    REVIEW = "review"
    HOLD = "hold"


@dataclass(frozen=True, slots=True)
class RawFinding:
    """What a check reports: a span in `Message.text`, and words that fill the rule's message (`{…}` fields).

    `absent`: the finding is about something that is not there; the span is where the reader would look for it.
    """

    span: Span
    fields: Mapping[str, str] = field(default_factory=dict)
    evidence: Mapping[str, Any] = field(default_factory=dict)
    absent: bool = False
    of_data: bool = False
    """About a value that a template prints, not about its words."""
    message: str = ""
    """Replaces the rule's message where the check has a better one."""
    advice: str = ""
    source: Span | None = None
    """The place in `Message.source_text`, for what is no visible text; `span` then means nothing."""
    fix: Fix | None = None
    """Edits of `Message.text`; the engine keeps them where they can be made in the file as well."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One place in a message that breaks one rule. `text` is what the reader sees there; `place` is in the file.

    `suggestion`: a sentence to write instead, with [what must be filled in]. `fix`: edits that can be made as they are.
    """

    code: str
    rule: str
    severity: Severity
    message: str
    advice: str
    text: str
    place: Place
    evidence: Mapping[str, Any] = field(default_factory=dict)
    suggestion: str = ""
    absent: bool = False
    fingerprint: str = field(default="", repr=False)
    """A digest of the sentence it stands in, by which a baseline knows it again; empty for what is not there."""
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class ReportedClaim:
    kind: str
    text: str
    verdict: ClaimVerdict
    reason: str
    slots: Mapping[str, str]
    fact: FactRef | None
    place: Place


@dataclass(frozen=True, slots=True)
class NotRun:
    """A planned check without a result, and why. `rule` is the rule's name."""

    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Checks:
    """What became of every planned check: it ran, was skipped (why), or failed (why)."""

    ran: int
    skipped: tuple[NotRun, ...] = ()
    failed: tuple[NotRun, ...] = ()


@dataclass(frozen=True, slots=True)
class ClassVerdict:
    """The message's class. `source` is `caller` or `detected`; `evidence` the words that told, when detected."""

    name: str
    source: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that does not count, with the reason: that of whoever suppressed it, or the baseline that holds it."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class Exploration:
    """How a template was explored: its variants; branches and characters of its own text, reached and in all.

    `unreached`: texts that no variant prints. `notes`: what is worth knowing about the template, each with its place.
    """

    variants: int
    arms: tuple[int, int]
    literals: tuple[int, int]
    unreached: tuple[tuple[Place, str], ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MessageReport:
    """Everything decided about one message. `source_text` is the decoded file, for showing places; never serialised."""

    path: str
    account: str | None
    channel: str
    language: str
    message_class: ClassVerdict
    verdict: Verdict
    findings: tuple[Finding, ...]
    claims: tuple[ReportedClaim, ...]
    checks: Checks
    suppressed: tuple[Suppressed, ...] = ()
    source_text: str = field(default="", repr=False)
    files: tuple[SourceFile, ...] = ()
    """Set where several files went into the message: where each stands in `source_text`."""
    unverified: bool = False
    """True where the message is held only because something could not be verified or a check could not finish."""

    exploration: Exploration | None = None
    """Set for a template."""
    reference: str | None = None
    """The sender's own key for this message, where a manifest gives one."""
    unreadable: str = ""
    """Why the message could not be read; nothing else was decided about it, and it is held."""
    batch_hold: str = ""
    """Why the whole batch is held, where that is so: the verdict is then `hold` whatever the message says."""

    def text_at(self, place: Place) -> str:
        """The decoded text of the file that a place is in."""
        path = place.path or (self.files[0].path if self.files else "")
        found = next((file for file in self.files if file.path == path), None)
        return found.span.of(self.source_text) if found else self.source_text


@dataclass(frozen=True, slots=True)
class Report:
    """The result of one run. `as_of` is the «now» that ages, deadlines and promises were measured against."""

    version: str
    as_of: datetime
    messages: tuple[MessageReport, ...]

    @property
    def verdict(self) -> Verdict:
        """The gravest verdict of its messages; `send` where there are none."""
        verdicts = {m.verdict for m in self.messages}
        return next((v for v in (Verdict.HOLD, Verdict.REVIEW) if v in verdicts), Verdict.SEND)

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(f for m in self.messages for f in m.findings)

    @property
    def claims(self) -> tuple[ReportedClaim, ...]:
        return tuple(c for m in self.messages for c in m.claims)

    def to_dict(self) -> dict[str, Any]:
        """The report as JSON data, schema 1: stable names, only strings, numbers, lists and dicts."""
        return {**self.envelope(), "messages": [_message(m) for m in self.messages], "summary": self.summary()}

    def envelope(self) -> dict[str, Any]:
        """The fields that stand around the messages."""
        tool = {"name": "trustcheck", "version": self.version}
        return {"schema": SCHEMA_VERSION, "tool": tool, "as_of": _time(self.as_of)}

    def summary(self) -> dict[str, int]:
        counts = {v.value: sum(m.verdict is v for m in self.messages) for v in Verdict}
        return {"messages": len(self.messages), **counts}


def _time(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat().replace("+00:00", "Z")


def _place(place: Place) -> dict[str, Any]:
    ends = {"start": place.start, "end": place.end}
    elsewhere = {"path": place.path} if place.path else {}
    return {**elsewhere, **{n: {"offset": p.offset, "line": p.line, "column": p.column} for n, p in ends.items()}}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "advice": finding.advice,
        "text": finding.text,
        **_place(finding.place),
        "evidence": dict(finding.evidence),
        **({"suggestion": finding.suggestion} if finding.suggestion else {}),
        **({"fix": _fix(finding.fix)} if finding.fix else {}),
    }


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [{"start": e.span.start, "end": e.span.end, "replacement": e.replacement} for e in fix.edits]
    return {"title": fix.title, "edits": edits}


def _fact(fact: FactRef | None) -> dict[str, Any] | None:
    if fact is None:
        return None
    return {"path": fact.path, "value": fact.value, "as_of": _time(fact.as_of), "source": fact.source}


def _claim(claim: ReportedClaim) -> dict[str, Any]:
    return {
        "kind": claim.kind,
        "text": claim.text,
        "verdict": claim.verdict.value,
        "reason": claim.reason,
        "slots": dict(claim.slots),
        "fact": _fact(claim.fact),
        **_place(claim.place),
    }


def _exploration(found: Exploration) -> dict[str, Any]:
    names = ("arms", "characters")
    counts = zip(names, (found.arms, found.literals), strict=True)
    return {
        "variants": found.variants,
        **{name: {"reached": reached, "total": total} for name, (reached, total) in counts},
        "unreached": [_place(place) for place, _ in found.unreached],
        "notes": list(found.notes),
    }


def _message(message: MessageReport) -> dict[str, Any]:
    detected = {"evidence": list(message.message_class.evidence)} if message.message_class.evidence else {}
    not_run = {"skipped": message.checks.skipped, "failed": message.checks.failed}
    return {
        "path": message.path,
        **({"id": message.reference} if message.reference is not None else {}),
        "account": message.account,
        "channel": message.channel,
        "language": message.language,
        "class": {"name": message.message_class.name, "from": message.message_class.source, **detected},
        "verdict": message.verdict.value,
        **({"unreadable": message.unreadable} if message.unreadable else {}),
        "findings": [_finding(f) for f in message.findings],
        "claims": [_claim(c) for c in message.claims],
        "checks": {
            "ran": message.checks.ran,
            **{k: [{"rule": n.rule, "reason": n.reason} for n in v] for k, v in not_run.items()},
        },
        **({"template": _exploration(message.exploration)} if message.exploration else {}),
        "suppressed": [{**_finding(s.finding), "reason": s.reason} for s in message.suppressed],
        **({"batch_hold": message.batch_hold} if message.batch_hold else {}),
    }
