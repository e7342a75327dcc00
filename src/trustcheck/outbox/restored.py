"""From a line of a report back to what is counted of it. For resuming a run, not for showing: places are left out."""

from __future__ import annotations

import json
from typing import Any

from trustcheck.engine.decide import only_unverified
from trustcheck.model.claim import ClaimVerdict
from trustcheck.model.report import Checks, ClassVerdict, Finding, MessageReport, NotRun, ReportedClaim, Verdict
from trustcheck.model.rule import Severity
from trustcheck.model.span import Place, Position

_START = Position(0, 1, 1)
_NOWHERE = Place(_START, _START)


def restored(line: bytes) -> MessageReport:
    """The message of one line. Raises ValueError, KeyError or TypeError for what is no such line."""
    (found,) = json.loads(line)["messages"]
    findings = tuple(_finding(each) for each in found["findings"])
    verdict = Verdict(found["verdict"])
    unreadable = found.get("unreadable", "")
    return MessageReport(
        path=found["path"],
        account=found["account"],
        channel=found["channel"],
        language=found["language"],
        message_class=ClassVerdict(found["class"]["name"], found["class"]["from"]),
        verdict=verdict,
        findings=findings,
        claims=tuple(_claim(each) for each in found["claims"]),
        checks=Checks(found["checks"]["ran"], failed=tuple(NotRun(**each) for each in found["checks"]["failed"])),
        unverified=not unreadable and only_unverified(findings, verdict),
        reference=found.get("id"),
        unreadable=unreadable,
    )


def _finding(found: dict[str, Any]) -> Finding:
    severity = Severity(found["severity"])
    return Finding(found["code"], found["rule"], severity, found["message"], found["advice"], "", _NOWHERE)


def _claim(found: dict[str, Any]) -> ReportedClaim:
    return ReportedClaim(found["kind"], "", ClaimVerdict(found["verdict"]), found["reason"], {}, None, _NOWHERE)
