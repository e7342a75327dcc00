"""Findings and what was decided. This is all that a reporter sees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from trustcheck.model.claim import ClaimVerdict, FactRef
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
    message: str = ""
    """Replaces the rule's message where the check has a better one."""
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One place in a message that breaks one rule. `text` is what the reader sees there; `place` is in the file."""

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
    """A finding that somebody suppressed, with the reason given."""

    finding: Finding
    reason: str


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
    unverified: bool = False
    """True where the message is held only because something could not be verified or a check could not finish."""


@dataclass(frozen=True, slots=True)
class Report:
    """The result of one run. `as_of` is the «now» that ages, deadlines and promises were measured against."""

    version: str
    as_of: datetime
    messages: tuple[MessageReport, ...]
