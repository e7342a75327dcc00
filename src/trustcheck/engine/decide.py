"""The verdict of a message, from its findings and from the checks that could not finish."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from trustcheck.model.report import Finding, Verdict
from trustcheck.model.rule import Rule, Severity

UNVERIFIED_RULE = "claim-unverified"


def verdict_of(findings: Iterable[Finding], failed: Sequence[Rule], *, unread: bool) -> Verdict:
    """`hold` for an error, for an error rule that failed, or where part of the message could not be read."""
    severities = {finding.severity for finding in findings}
    if Severity.ERROR in severities or unread or any(rule.severity is Severity.ERROR for rule in failed):
        return Verdict.HOLD
    return Verdict.REVIEW if Severity.WARNING in severities else Verdict.SEND


def only_unverified(findings: Iterable[Finding], verdict: Verdict) -> bool:
    """True where a message is held and no error says that it is wrong, only that it could not be checked."""
    errors = [f for f in findings if f.severity is Severity.ERROR]
    return verdict is Verdict.HOLD and all(f.rule == UNVERIFIED_RULE for f in errors)
