"""Reports made by hand, for tests that look at what a person or a program is shown: the fixture `made`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from trustcheck.model.claim import ClaimVerdict, FactRef
from trustcheck.model.report import (
    Checks,
    ClassVerdict,
    Finding,
    MessageReport,
    NotRun,
    Report,
    ReportedClaim,
    Verdict,
)
from trustcheck.model.rule import Severity
from trustcheck.model.span import Place, Position

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
READ = datetime(2026, 11, 20, 6, tzinfo=UTC)


def place(text: str, words: str) -> Place:
    """Where `words` stand in `text`; breaks are `\\n` here."""
    start = text.index(words)
    return Place(_position(text, start), _position(text, start + len(words)))


def finding(source: str, words: str, **changes: Any) -> Finding:
    given = {
        "code": "TON003",
        "rule": "shouting",
        "severity": Severity.WARNING,
        "message": f"«{words}» shouts at the reader.",
        "advice": "Say it once, in small letters.",
        "text": words,
        "place": place(source, words),
    }
    return Finding(**{**given, **changes})


def claim(source: str, words: str, verdict: ClaimVerdict = ClaimVerdict.CONTRADICTED, **changes: Any) -> ReportedClaim:
    given = {
        "kind": "agreement-missing",
        "text": words,
        "verdict": verdict,
        "reason": "An agreement is active.",
        "slots": {},
        "fact": FactRef("agreements[0].status", "active", READ, "facts.json"),
        "place": place(source, words),
    }
    return ReportedClaim(**{**given, **changes})


def message(
    text: str,
    findings: Sequence[Finding] = (),
    claims: Sequence[ReportedClaim] = (),
    verdict: Verdict = Verdict.HOLD,
    skipped: Sequence[NotRun] = (),
    failed: Sequence[NotRun] = (),
    path: str = "letters/notice.txt",
    unverified: bool = False,
) -> MessageReport:
    return MessageReport(
        path=path,
        account="A-1",
        channel="letter",
        language="nb",
        message_class=ClassVerdict("disconnection-notice", "detected", ("frakobling",)),
        verdict=verdict,
        findings=tuple(findings),
        claims=tuple(claims),
        checks=Checks(40, tuple(skipped), tuple(failed)),
        source_text=text,
        unverified=unverified,
    )


def report(*messages: MessageReport) -> Report:
    return Report("0.1.0", NOW, messages)


def _position(text: str, offset: int) -> Position:
    line_start = text.rfind("\n", 0, offset) + 1
    return Position(offset, text.count("\n", 0, offset) + 1, offset - line_start + 1)


@pytest.fixture
def made() -> SimpleNamespace:
    """The functions above; a fixture, since test folders do not import from each other."""
    return SimpleNamespace(place=place, finding=finding, claim=claim, message=message, report=report)
