"""The verdict: errors hold, warnings ask for a look, and what could not be checked waits."""

from __future__ import annotations

import pytest

from trustcheck.engine.decide import only_unverified, verdict_of
from trustcheck.model.report import Finding, Verdict
from trustcheck.model.rule import Rule, Severity
from trustcheck.model.span import Place, Position

HERE = Place(Position(0, 1, 1), Position(0, 1, 1))


def finding(severity: Severity, rule: str = "shouting") -> Finding:
    return Finding("X", rule, severity, "", "", "", HERE)


def failing(severity: Severity) -> Rule:
    return Rule("X", "x", severity, "phrases", "", "", "", "")


@pytest.mark.parametrize(
    ("findings", "failed", "unread", "expected"),
    [
        ([], [], False, Verdict.SEND),
        ([Severity.INFO], [], False, Verdict.SEND),
        ([Severity.WARNING], [], False, Verdict.REVIEW),
        ([Severity.WARNING, Severity.ERROR], [], False, Verdict.HOLD),
        ([], [Severity.WARNING], False, Verdict.SEND),
        ([], [Severity.ERROR], False, Verdict.HOLD),
        ([], [], True, Verdict.HOLD),
    ],
)
def test_the_verdict_follows_the_gravest(
    findings: list[Severity], failed: list[Severity], unread: bool, expected: Verdict
) -> None:
    assert verdict_of([finding(s) for s in findings], [failing(s) for s in failed], unread=unread) is expected


def test_held_only_because_nothing_could_be_verified() -> None:
    unverified = finding(Severity.ERROR, "claim-unverified")
    assert only_unverified([unverified, finding(Severity.WARNING)], Verdict.HOLD)
    assert only_unverified([], Verdict.HOLD)
    assert not only_unverified([unverified, finding(Severity.ERROR)], Verdict.HOLD)
    assert not only_unverified([], Verdict.SEND)
